"""Writes web pages by hand, as sites and page builders do: blocks without white space, menus around, JSON-LD, many charsets.

In: a `Text`. Out: the bytes of an HTML file. What a page has beside its text (menus, scripts, other postings) is no part of
the truth.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from html import escape
from random import Random

from benchmarks.reading.texts import Section, Text

_MENU = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">All jobs</a></li><li><a href="/login">Sign in</a></li></ul></nav>'
)
_SCRIPT = "<script>var tracking = {page: 'Docker and Kubernetes', load: function () { return '<p>later</p>'; }};</script>"
_STYLE = "<style>.badge { color: #444 } .menu > li { display: inline-block }</style>"
_FORM = "<form><select><option>English</option><option>Deutsch</option></select><button>Apply now</button></form>"


def make(layout: str, text: Text, chance: Random) -> bytes:
    """A text in one of `LAYOUTS`."""
    return LAYOUTS[layout](text, chance)


def as_written(layout: str, text: Text) -> Text:
    """The text as far as a layout has it: JSON-LD has title and description."""
    return replace(text, headline="", contact=()) if layout.startswith("JSON-LD") else text


def page(body: str, head: str = '<meta charset="utf-8">') -> str:
    """A page around a body."""
    return f"<!DOCTYPE html><html><head>{head}<title>Page</title></head><body>{body}</body></html>"


def _blocks(text: Text, _: Random) -> bytes:
    """Boxes in boxes, and nothing between them."""
    body = "".join(_div(words) for words in (text.name, text.headline, *text.contact))
    for section in text.sections:
        parts = [*map(_div, section.paragraphs)]
        for entry in section.entries:
            head = map(_div, (entry.title, entry.place, entry.dates))
            parts.append(f"<section>{''.join(head)}{''.join(map(_div, entry.bullets))}</section>")
        parts += [f"<div>{_div(label)}{_div(items)}</div>" for label, items in section.rows]
        parts += map(_div, section.bullets)
        body += f"<section><h2>{escape(section.heading)}</h2><div>{''.join(parts)}</div></section>"
    return page(f"<main>{body}</main>").encode()


def _div(words: str) -> str:
    """A box, some words of which are marked."""
    first, _, rest = words.partition(" ")
    return f"<div><b>{escape(first)}</b>{' ' + escape(rest) if rest else ''}</div>"


def lists(text: Text) -> str:
    """Headings, paragraphs, lists of two depths and lists of terms."""
    parts = [f"<h1>{escape(text.name)}</h1><p>{escape(text.headline)}</p>", _items(text.contact)]
    for section in text.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += [f"<p>{escape(words)}</p>" for words in section.paragraphs]
        if section.entries:
            parts.append("<ul>")
            for entry in section.entries:
                head = f"{escape(entry.title)}<br>{escape(entry.place)}<br>{escape(entry.dates)}"
                parts.append(f"<li>{head}{_items(entry.bullets)}</li>")
            parts.append("</ul>")
        if section.rows:
            terms = "".join(f"<dt>{escape(label)}</dt><dd>{escape(items)}</dd>" for label, items in section.rows)
            parts.append(f"<dl>{terms}</dl>")
        parts.append(_items(section.bullets))
    return "".join(parts)


def _items(bullets: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(words)}</li>" for words in bullets)
    return f"<ul>{items}</ul>" if items else ""


def _tables(text: Text, _: Random) -> bytes:
    """The page as a table, with tables in its cells."""
    head = f"<tr><td colspan=2><h1>{escape(text.name)}</h1>{escape(text.headline)}</td></tr>"
    contact = "".join(f"<tr><td>{escape(item)}</td></tr>" for item in text.contact)
    sides = (f"<table>{contact}</table>{_table_sections(text.side)}", _table_sections(text.main))
    cells = "".join(f"<td>{side}</td>" for side in sides)
    return page(f"<table>{head}<tr>{cells}</tr></table>").encode()


def _table_sections(sections: Iterable[Section]) -> str:
    parts: list[str] = []
    for section in sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>" + "".join(f"<p>{escape(words)}</p>" for words in section.paragraphs))
        for entry in section.entries:
            cells = "".join(f"<td>{escape(words)}</td>" for words in (entry.title, entry.place, entry.dates))
            parts.append(f"<table><tr>{cells}</tr></table>{_items(entry.bullets)}")
        if section.rows:
            rows = "".join(f"<tr><th>{escape(label)}</th><td>{escape(items)}</td></tr>" for label, items in section.rows)
            parts.append(f"<table>{rows}</table>")
        parts.append(_items(section.bullets))
    return "".join(parts)


def _with_menus(text: Text, _: Random) -> bytes:
    """Menus above and below, scripts and styles between the sections."""
    middle = lists(text).replace("<h2>", f"{_SCRIPT}{_STYLE}<h2>")
    head = f'<meta charset="utf-8">{_STYLE}{_SCRIPT}'
    return page(f"{_MENU}<main>{middle}</main>{_FORM}<noscript>Switch JavaScript on.</noscript>{_MENU}{_SCRIPT}", head).encode()


def _json_ld(text: Text, _: Random, *, shown: bool) -> bytes:
    """A posting as JSON-LD; the page itself shows it too, or leaves that to a script."""
    description = lists(as_written("JSON-LD", text)).partition("</h1>")[2].replace("<p></p>", "", 1)
    posting = {"@context": "https://schema.org", "@type": "JobPosting", "title": text.name, "description": description,
               "hiringOrganization": {"@type": "Organization", "name": text.headline}}  # fmt: skip
    data = json.dumps(posting, ensure_ascii=False).replace("</", "<\\/")
    teasers = "<aside><h3>More jobs</h3><ul><li>Welder in Ghent</li><li>Florist in Leeds</li></ul></aside>"
    body = f"{_MENU}<main>{lists(text)}</main>{teasers}" if shown else f'{_MENU}<div id="app"></div>{_SCRIPT}'
    return page(body, f'<meta charset="utf-8"><script type="application/ld+json">{data}</script>').encode()


def _in_charset(text: Text, _: Random, *, codec: str, head: str) -> bytes:
    return page(lists(text), head).encode(codec, "xmlcharrefreplace")


_EQUIVALENT = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
LAYOUTS: dict[str, Callable[[Text, Random], bytes]] = {
    "block structure": _blocks,
    "lists": lambda text, _: page(lists(text)).encode(),
    "tables": _tables,
    "navigation, script, style": _with_menus,
    "JSON-LD alone": partial(_json_ld, shown=False),
    "JSON-LD and page": partial(_json_ld, shown=True),
    "charset Windows-1252": partial(_in_charset, codec="cp1252", head='<meta charset="windows-1252">'),
    "charset called Latin-1": partial(_in_charset, codec="cp1252", head=_EQUIVALENT.format("iso-8859-1")),
    "charset ISO-8859-15": partial(_in_charset, codec="iso-8859-15", head=_EQUIVALENT.format("ISO-8859-15")),
    "charset UTF-16": partial(_in_charset, codec="utf-16", head=""),
    "charset not told": partial(_in_charset, codec="utf-8", head=""),
}
