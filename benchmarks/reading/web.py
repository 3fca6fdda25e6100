"""Makes web pages of a text, and PDF of them with WeasyPrint and headless Chromium.

In: a `Text` and a layout. Out: an HTML page as a string (`page`), or the bytes of a PDF. A layout is a style sheet and a few
choices of markup; both printers get the same page.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from random import Random

from benchmarks.reading.texts import Entry, Section, Text

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-pdf-header-footer"),
)
_SECONDS = 120
_BASE = """
@page { size: A4; margin: 16mm }
body { font: 10pt/1.35 sans-serif; margin: 0 } h1 { font-size: 20pt; margin: 0 } h2 { font-size: 13pt; margin: 10pt 0 3pt }
p { margin: 0 0 3pt } ul { margin: 0 0 3pt; padding-left: 14pt } .title { font-weight: bold }
.head { display: flex; justify-content: space-between }
table { border-collapse: collapse; width: 100% } td { vertical-align: top; padding: 1pt 6pt 1pt 0; text-align: left }
"""


@dataclass(frozen=True, slots=True)
class _Look:
    """A style sheet and what of the markup it needs: a sidebar, rows or entries as tables, columns as boxes, changed words."""

    css: str = ""
    side: str = ""
    halves: bool = False
    tables: bool = False
    cells: bool = False
    fixed: bool = False
    words: Callable[[str], str] = escape


def _linked(words: str) -> str:
    parts = [escape(word) for word in words.split()]
    return " ".join(f'<a href="https://example.com/{n}">{part}</a>' if n % 5 == 2 else part for n, part in enumerate(parts))


# table cells, since not every printer breaks a grid across pages
_BOXES = (
    "main { display: table; width: 100% } .half { display: table-cell; width: 50%; padding-right: 7mm } body { font-size: 9pt }"
)
_SIDEBAR = "main { display: table } main > * { display: table-cell } aside { width: 50mm; background: #eef2f4; font-size: 9pt }"
_HYPHENS = "font-family: serif; hyphens: auto; text-align: justify; font-size: 9.5pt"
LOOKS = {
    "single column": _Look(),
    "two columns": _Look(".body { columns: 2; column-gap: 7mm } body { font-size: 9pt }"),
    "two boxes": _Look(_BOXES, halves=True),
    "sidebar left": _Look(_SIDEBAR + " aside { padding-right: 9mm }", side="left"),
    "sidebar right": _Look(_SIDEBAR + " aside { padding-left: 9mm }", side="right"),
    "tables": _Look(tables=True),
    "ruled grid": _Look("td { border: 1px solid #555; padding: 3pt }", tables=True, cells=True),
    "tracked headings": _Look("h2 { letter-spacing: 0.4em; text-transform: uppercase }"),
    "ligatures": _Look(
        "body { font-family: 'DejaVu Sans', sans-serif; font-size: 9pt; font-variant-ligatures: common-ligatures }"
    ),
    "hyphenated": _Look(f".body {{ columns: 2; column-gap: 7mm; {_HYPHENS} }}"),
    "page heads": _Look(
        "body { font-size: 13pt } .fixed { position: fixed; top: -11mm; left: 0; font-size: 8pt } @page { margin: 24mm 20mm;"
        " @bottom-right { content: 'Page ' counter(page); font-size: 8pt } }",
        fixed=True,
    ),
    "links": _Look(words=_linked),
    "dates in the margin": _Look(".entry { margin-left: 34mm; position: relative } .dates { position: absolute; left: -34mm }"),
}


def page(layout: str, text: Text, beside: str = "") -> str:
    """A text as a web page, with some markup behind it."""
    look = LOOKS[layout]
    body = f"<h1>{escape(text.name)}</h1><p>{look.words(text.headline)}</p>{_body(text, look)}"
    fixed = f'<div class="fixed">{escape(f"{text.name} · {text.headline}")}</div>' if look.fixed else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(text.name)}</title>'
        f"<style>{_BASE}{look.css}</style></head>\n<body>{fixed}\n{body}\n{beside}</body></html>\n"
    )


def with_weasyprint(layout: str, text: Text, _: Random) -> bytes:
    """The page as WeasyPrint prints it."""
    return print_weasyprint(page(layout, text))


def with_chromium(layout: str, text: Text, _: Random) -> bytes:
    """The page as Chromium prints it."""
    return print_chromium(page(layout, text))


def print_weasyprint(html: str) -> bytes:
    """Any page as WeasyPrint prints it."""
    import weasyprint

    pdf: bytes = weasyprint.HTML(string=html).write_pdf()
    return pdf


@cache
def chromium() -> str | None:
    """The path of a Chromium, if there is one."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def print_chromium(html: str) -> bytes:
    """Any page as Chromium prints it."""
    browser = chromium()
    if not browser:
        raise FileNotFoundError("chromium")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(html, encoding="utf-8")
        command = [browser, *_FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        return target.read_bytes()


def _body(text: Text, look: _Look) -> str:
    contact = "<p>" + " | ".join(map(escape, text.contact)) + "</p>"
    if look.side:
        contact = "".join(f"<p>{escape(item)}</p>" for item in text.contact)
        main, side = f"<div>{_sections(text.main, look)}</div>", f"<aside>{contact}{_sections(text.side, look)}</aside>"
        return f"<main>{side}{main}</main>" if look.side == "left" else f"<main>{main}{side}</main>"
    sections = (*text.main, *text.side)
    if look.halves:
        half = max((len(sections)) // 2, 1)
        boxes = "".join(f'<div class="half">{_sections(part, look)}</div>' for part in (sections[:half], sections[half:]))
        return f"{contact}<main>{boxes}</main>"
    return f'{contact}<div class="body">{_sections(sections, look)}</div>'


def _sections(sections: Iterable[Section], look: _Look) -> str:
    return "\n".join(part for section in sections for part in _section(section, look))


def _section(section: Section, look: _Look) -> Iterator[str]:
    yield f"<h2>{escape(section.heading)}</h2>"
    yield from (f"<p>{look.words(words)}</p>" for words in section.paragraphs)
    for entry in section.entries:
        yield _entry_in_cells(entry, look) if look.cells else _entry(entry, look)
    if section.rows and look.tables:
        rows = "".join(f"<tr><td>{escape(label)}</td><td>{look.words(items)}</td></tr>" for label, items in section.rows)
        yield f"<table>{rows}</table>"
    elif section.rows:
        yield from (f"<p><b>{escape(label)}:</b> {look.words(items)}</p>" for label, items in section.rows)
    yield _bullets(section.bullets, look)


def _bullets(bullets: Iterable[str], look: _Look) -> str:
    items = "\n".join(f"<li>{look.words(words)}</li>" for words in bullets)
    return f"<ul>{items}</ul>" if items else ""


def _entry(entry: Entry, look: _Look) -> str:
    head = f'<span class="title">{look.words(entry.title)}</span> <span class="dates">{escape(entry.dates)}</span>'
    rest = f"<div>{look.words(entry.place)}</div>{_bullets(entry.bullets, look)}"
    return f'<div class="entry"><div class="head">{head}</div>\n{rest}</div>'


def _entry_in_cells(entry: Entry, look: _Look) -> str:
    cells = "".join(f'<td style="width: 18%">{look.words(words)}</td>' for words in (entry.title, entry.place, entry.dates))
    return f"<table><tr>{cells}<td>{_bullets(entry.bullets, look)}</td></tr></table>"
