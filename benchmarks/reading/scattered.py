"""Makes PDF with ReportLab whose lines are drawn one by one, in an order of chance.

In: a `Text` and a source of chance. Out: the bytes of a PDF that looks like any other.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from benchmarks.reading.sheets import GUTTER, HEIGHT, MARGIN, WIDTH
from benchmarks.reading.texts import Text


def make(layout: str, text: Text, chance: Random) -> bytes:
    """A text in one of `LAYOUTS`."""
    return LAYOUTS[layout](text, chance)


def _drawn_anyhow(text: Text, chance: Random, *, columns: int) -> bytes:
    """A page whose lines are drawn in an order of chance."""
    width = (WIDTH - 2 * MARGIN - (columns - 1) * GUTTER) / columns
    blocks = [(item, 9.0, False, "") for item in text.contact]
    for section in (*text.main, *text.side):
        blocks.append((section.heading, 11.0, True, ""))
        blocks += [(words, 9.0, False, "") for words in section.paragraphs]
        for entry in section.entries:
            blocks += [(entry.title, 9.0, True, ""), (entry.place, 9.0, False, ""), (entry.dates, 9.0, False, "")]
            blocks += [(words, 9.0, False, "•") for words in entry.bullets]
        blocks += [(f"{label}: {items}", 9.0, False, "") for label, items in section.rows]
        blocks += [(words, 9.0, False, "•") for words in section.bullets]
    set_lines = [_wrapped(block, width) for block in blocks]
    full = sum(len(lines) * 13 + 3 for lines in set_lines) / columns + 20
    drawn: list[tuple[int, float, float, float, bool, str]] = []
    page, column, y, filled = 0, 0, HEIGHT - 110, 0.0
    for lines in set_lines:
        if y - 13 * len(lines) < MARGIN or (filled > full and column + 1 < columns):
            column, filled = column + 1, 0.0
            page, column, y = (page, column, HEIGHT - 110) if column < columns else (page + 1, 0, HEIGHT - MARGIN)
        for x, size, bold, words in lines:
            drawn.append((page, MARGIN + column * (width + GUTTER) + x, y, size, bold, words))
            y -= 0 if words == "•" else 13
        y -= 3
        filled += 13 * len(lines) + 3
    drawn += [(0, MARGIN, HEIGHT - 58, 20.0, True, text.name), (0, MARGIN, HEIGHT - 75, 11.0, False, text.headline)]
    chance.shuffle(drawn)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(page + 1):
        for _, x, at, size, bold, words in (line for line in drawn if line[0] == number):
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            canvas.drawString(x, at, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _wrapped(block: tuple[str, float, bool, str], width: float) -> list[tuple[float, float, bool, str]]:
    words, size, bold, bullet = block
    indent = 10.0 if bullet else 0.0
    lines = simpleSplit(words, "Helvetica-Bold" if bold else "Helvetica", size, width - indent)
    mark = [(0.0, size, bold, bullet)] if bullet else []
    return [*mark, *((indent, size, bold, line) for line in lines)]


LAYOUTS: dict[str, Callable[[Text, Random], bytes]] = {
    "shuffled stream": partial(_drawn_anyhow, columns=1),
    "shuffled columns": partial(_drawn_anyhow, columns=2),
}
