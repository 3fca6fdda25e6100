"""Makes PDF with ReportLab: frames on a page, filled by paragraphs and tables.

In: a `Text`, a layout, and a source of chance. Out: the bytes of a PDF. Letters are those of the standard fonts, but for
ligatures, which are typed into a font that has them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph, Spacer, Table

from benchmarks.reading.texts import Entry, Section, Text

WIDTH, HEIGHT = A4
MARGIN = 50.0
BAND = 80.0
"""At the top of the first page: name and headline."""
GUTTER = 20.0
SIDE = 160.0
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
_GRID = [("GRID", (0, 0), (-1, -1), 0.5, HexColor("#555555"))]
_FLUSH = [("LEFTPADDING", (0, 0), (0, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 2), ("TOPPADDING", (0, 0), (-1, -1), 1),
          ("BOTTOMPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP")]  # fmt: skip
LIGATURE_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

Story = list[Any]


def furniture(text: Text) -> tuple[str, str]:
    """What the layout with heads and page numbers repeats: the head and the foot of page `{}`."""
    return f"{text.name} · {text.headline}", "Page {}"


def make(layout: str, text: Text, chance: Random) -> bytes:
    """A text in one of `LAYOUTS`."""
    return LAYOUTS[layout](text, chance)


class _Setter:
    """Turns sections into paragraphs and tables of one look."""

    def __init__(
        self,
        width: float,
        *,
        size: float = 9.5,
        font: str = "Helvetica",
        heading: Callable[[str], str] = str,
        words: Callable[[str], str] = escape,
        hyphens: bool = False,
        grid: bool = False,
        tables: bool = False,
        dates: str = "right",
    ) -> None:
        self.width, self._heading, self._words, self._grid, self._tables, self._dates = width, heading, words, grid, tables, dates
        bold = font if font not in ("Helvetica", "Times-Roman") else {"Helvetica": "Helvetica-Bold"}.get(font, "Times-Bold")
        more: dict[str, Any] = {"hyphenationLang": "en_GB", "alignment": TA_JUSTIFY} if hyphens else {}
        self.body = ParagraphStyle("body", fontName=font, fontSize=size, leading=1.35 * size, spaceAfter=2, **more)
        self.bullet = ParagraphStyle("bullet", parent=self.body, leftIndent=11, bulletIndent=2)
        self.entry = ParagraphStyle("entry", parent=self.body, fontName=bold, alignment=0)
        self.heading = ParagraphStyle("heading", parent=self.entry, fontSize=1.25 * size, leading=1.6 * size, spaceBefore=9)
        self.heading.keepWithNext = 1
        self.date = ParagraphStyle("date", parent=self.body, alignment=TA_RIGHT if dates == "right" else 0)

    def story(self, sections: Iterable[Section]) -> Story:
        return [part for section in sections for part in self._section(section)]

    def _section(self, section: Section) -> Iterator[Any]:
        yield Paragraph(escape(self._heading(section.heading)), self.heading)
        yield from (Paragraph(self._words(words), self.body) for words in section.paragraphs)
        for entry in section.entries:
            yield from self._entry_in_cells(entry) if self._grid else self._entry(entry)
        yield from self._rows(section.rows)
        yield from self._bullets(section.bullets)

    def _bullets(self, bullets: Iterable[str]) -> Iterator[Any]:
        return (Paragraph(self._words(words), self.bullet, bulletText="•") for words in bullets)

    def _entry(self, entry: Entry) -> Iterator[Any]:
        title, dates = Paragraph(self._words(entry.title), self.entry), Paragraph(escape(entry.dates), self.date)
        place = Paragraph(self._words(entry.place), self.body)
        if self._dates == "margin":
            for row in ([dates, title], ["", place], *(["", bullet] for bullet in self._bullets(entry.bullets))):
                yield self._table([row], [90, self.width - 90])
            return
        yield self._table([[title, dates]], [self.width - 110, 110])
        yield place
        yield from self._bullets(entry.bullets)

    def _entry_in_cells(self, entry: Entry) -> Iterator[Any]:
        cells = [Paragraph(self._words(words), self.body) for words in (entry.title, entry.place, entry.dates)]
        w = self.width
        yield self._table([[*cells, list(self._bullets(entry.bullets)) or ""]], [0.18 * w, 0.2 * w, 0.16 * w, 0.46 * w])

    def _rows(self, rows: Sequence[tuple[str, str]]) -> Iterator[Any]:
        if rows and (self._grid or self._tables):
            cells = [[Paragraph(escape(label), self.entry), Paragraph(self._words(items), self.body)] for label, items in rows]
            yield self._table(cells, [0.3 * self.width, 0.7 * self.width])
            return
        for label, items in rows:
            yield Paragraph(f"<b>{escape(label)}:</b> {self._words(items)}", self.body)

    def _table(self, rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Table:
        return Table(rows, colWidths=widths, style=_GRID if self._grid else _FLUSH, hAlign="LEFT")


def _pdf(text: Text, story: Story, frames: Sequence[Frame], later: Sequence[Frame] = (), decorate: Any = None) -> bytes:
    """A document with name and headline in a band on top of its first page."""

    def first(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(MARGIN, HEIGHT - 58, text.name)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(MARGIN, HEIGHT - 75, text.headline)
        other(canvas, document)

    def other(canvas: Canvas, document: Any) -> None:
        if decorate:
            decorate(canvas, document.page)

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    document.addPageTemplates(
        [
            PageTemplate("first", list(frames), onPage=first),
            PageTemplate("later", list(later or frames), onPage=other),
        ]
    )
    document.build([NextPageTemplate("later"), *story])
    return out.getvalue()


def _frame(x: float, width: float, top: float = MARGIN) -> Frame:
    return Frame(x, MARGIN, width, HEIGHT - MARGIN - top, 0, 0, 0, 0)


def _contact(text: Text, setter: _Setter, *, apart: bool = False) -> Story:
    lines = text.contact if apart else ["  |  ".join(text.contact)]
    return [*(Paragraph(escape(line), setter.body) for line in lines), Spacer(0, 4)]


def single(text: Text, _: Random, decorate: Any = None, **look: Any) -> bytes:
    """One column; `decorate` is called with the canvas and the number of each page before it is filled."""
    setter = _Setter(WIDTH - 2 * MARGIN, **look)
    story = [*_contact(text, setter), *setter.story((*text.main, *text.side))]
    return _pdf(text, story, [_frame(MARGIN, setter.width, MARGIN + BAND - 40)], [_frame(MARGIN, setter.width)], decorate)


def _two_columns(text: Text, _: Random, **look: Any) -> bytes:
    width = (WIDTH - 2 * MARGIN - GUTTER) / 2
    setter = _Setter(width, size=9, **look)
    xs = (MARGIN, MARGIN + width + GUTTER)
    story = [*_contact(text, setter, apart=True), *setter.story((*text.main, *text.side))]
    # short enough that both columns are filled
    return _pdf(text, story, [_short_frame(x, width, len(story)) for x in xs], [_frame(x, width) for x in xs])


def _short_frame(x: float, width: float, parts: int) -> Frame:
    height = min(HEIGHT - 2 * MARGIN - BAND + 40, 80 + 13.5 * parts)
    return Frame(x, HEIGHT - MARGIN - BAND + 40 - height, width, height, 0, 0, 0, 0)


def _sidebar(text: Text, _: Random, *, left: bool) -> bytes:
    width = WIDTH - 2 * MARGIN - SIDE - GUTTER
    side, main = _Setter(SIDE, size=8.5), _Setter(width)
    x_side, x_main = (MARGIN, MARGIN + SIDE + GUTTER) if left else (MARGIN + width + GUTTER, MARGIN)
    top = MARGIN + BAND - 40
    frames = [_frame(x_side, SIDE, top), _frame(x_main, width, top)]
    story = [*_contact(text, side, apart=True), *side.story(text.side), FrameBreak(), *main.story(text.main)]

    def shade(canvas: Canvas, page: int) -> None:
        if page == 1:
            canvas.setFillColor(HexColor("#eef2f4"))
            canvas.rect(x_side - 8, 0, SIDE + 16, HEIGHT - top, stroke=0, fill=1)

    return _pdf(text, story, frames, [_frame(x_main, width)], shade)


def _with_heads(text: Text, chance: Random) -> bytes:
    head, foot = furniture(text)

    def decorate(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN, HEIGHT - 30, head)
        canvas.drawRightString(WIDTH - MARGIN, 28, foot.format(page))

    return single(text, chance, decorate, size=13)


def _linked(words: str) -> str:
    """Words, every fifth of which leads somewhere."""
    parts = [escape(word) for word in words.split()]
    return " ".join(
        f'<a href="https://example.com/{n}" color="blue">{part}</a>' if n % 5 == 2 else part for n, part in enumerate(parts)
    )


def _tracked(heading: str) -> str:
    """As some templates type it: `W O R K   H I S T O R Y`."""
    return "\u00a0\u00a0\u00a0".join("\u00a0".join(word) for word in heading.upper().split())


def _ligated(words: str) -> str:
    for letters, ligature in _LIGATURES.items():
        words = words.replace(letters, ligature)
    return escape(words)


@cache
def _ligature_font() -> str:
    pdfmetrics.registerFont(TTFont("Ligatures", LIGATURE_FONT))
    return "Ligatures"


def _with_ligatures(text: Text, chance: Random) -> bytes:
    return single(text, chance, font=_ligature_font(), words=_ligated, size=9)


LAYOUTS: dict[str, Callable[[Text, Random], bytes]] = {
    "single column": single,
    "two columns": _two_columns,
    "sidebar left": partial(_sidebar, left=True),
    "sidebar right": partial(_sidebar, left=False),
    "tables": partial(single, tables=True),
    "ruled grid": partial(single, grid=True),
    "tracked headings": partial(single, heading=_tracked),
    "ligatures": _with_ligatures,
    "hyphenated": partial(_two_columns, hyphens=True, font="Times-Roman"),
    "page heads": _with_heads,
    "links": partial(single, words=_linked),
    "dates in the margin": partial(single, dates="margin"),
}


def book(texts: Sequence[Text], pages: int) -> bytes:
    """A long document: the texts one after the other, again and again, until it has so many pages."""
    setter = _Setter(WIDTH - 2 * MARGIN)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    frame = _frame(MARGIN, setter.width)
    number = 0
    story: Story = []
    while number < pages:
        if not story:
            story = [part for text in texts for part in setter.story((*text.main, *text.side))]
        frame._reset()
        frame.addFromList(story, canvas)
        if story and frame._atTop:
            story = frame.split(story[0], canvas) + story[1:]
            continue
        canvas.showPage()
        number += 1
    canvas.save()
    return out.getvalue()
