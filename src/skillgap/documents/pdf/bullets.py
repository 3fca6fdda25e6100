"""Finds the bullets of a PDF page that are drawn as shapes, as browsers print those of a list.

In come the paths of an upright page and its words that can be seen, out go words that are a bullet, on the line of the word
that each stands before. Without them the items of a list would run into each other. The dots of a rating, of a time line or of
a margin are none: those of a list stand below each other, before lines that begin at one place and with a capital, name no years
of a job, and of which hardly any has no bullet and is not the rest of an item.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.ink import Box

_SMALLEST: Final = 1.0
"""Points."""
_LARGEST: Final = 0.5
"""In heights of the font behind it ..."""
_FARTHEST: Final = 2.5
"""... and so is this."""
_HOLE: Final = 3.0
"""What stands behind a wider gap, in heights of the font, is of another column."""
_ASKEW: Final = 0.35
"""How much its width and its height may differ, as a share of the greater."""
_SAME_PLACE: Final = 1.5
"""Points by which what stands at one place may differ."""
_LIGHT: Final = 200
"""What is lighter than this in red, green and blue is an ornament."""
_WORDS: Final = 4
"""A line has at least so many words behind its bullet where something else stands before that."""
_LINES: Final = 2.5
"""An item of a list has no more lines, on average."""
_MOST: Final = 2_000
"""Of paths that are looked at; more of them are a drawing."""
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_TIME = re.compile(
    r"[-–—]|to|until|till|since|from|in|\(?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?", re.IGNORECASE
)


def drawn_bullets(paths: Sequence[Any], words: Sequence[Word], page_height: float) -> list[Word]:
    """The bullets among the paths of a page."""
    if not 1 < len(paths) <= _MOST:
        return []
    dots = _apart([dot for dot in _dots(paths, page_height) if _is_round(dot)])
    found = [(dot, row) for dot in dots if not _in_a_row(dot, dots) and (row := _row_behind(dot, words))]
    bullets: list[Word] = []
    for place in sorted({_place(dot[0]) for dot, _ in found}):
        column = [(dot, row) for dot, row in found if _place(dot[0]) == place]
        if _is_list(column, words):
            bullets += [Word("•", dot[0], dot[2], row[0].top, row[0].bottom, row[0].baseline) for dot, row in column]
    return bullets


def _place(x: float) -> int:
    return round(x / _SAME_PLACE)


def _dots(paths: Iterable[Any], page_height: float) -> Iterator[Box]:
    """The boxes of paths that are not light, from the top of the page."""
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    colour = [ctypes.c_uint() for _ in range(4)]
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    for part in paths:
        if not pdfium.FPDFPageObj_GetBounds(part, *map(ctypes.byref, sides)):
            continue
        left, bottom, right, top = (side.value for side in sides)
        stroked = pdfium.FPDFPath_GetDrawMode(part, fill, stroke) and not fill.value
        paint = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
        if paint(part, *map(ctypes.byref, colour)) and min(part.value for part in colour[:3]) > _LIGHT:
            continue
        yield left, page_height - top, right, page_height - bottom


def _is_round(dot: Box) -> bool:
    """Whether a shape is as wide as high, and no speck."""
    width, height = dot[2] - dot[0], dot[3] - dot[1]
    return min(width, height) >= _SMALLEST and abs(width - height) <= _ASKEW * max(width, height)


def _apart(dots: Iterable[Box]) -> list[Box]:
    """The dots without those that are drawn over another one."""
    kept: dict[tuple[int, int], Box] = {}
    for dot in dots:
        kept.setdefault((_place(dot[0]), _place(dot[1])), dot)
    return list(kept.values())


def _in_a_row(dot: Box, dots: Sequence[Box]) -> bool:
    """Whether another dot stands beside it, as those of a rating do."""
    reach = 12 * (dot[2] - dot[0])
    return any(other is not dot and other[1] < dot[3] and other[3] > dot[1] and abs(other[0] - dot[0]) < reach for other in dots)


def _row_behind(dot: Box, words: Sequence[Word]) -> list[Word]:
    """The words of the line before which a dot stands as a bullet does; none if it does not."""
    left, top, right, bottom = dot
    middle = (top + bottom) / 2
    row = sorted((word for word in words if word.top < middle < word.bottom), key=lambda word: word.x0)
    behind = [word for word in row if word.x0 >= right]
    if not behind or behind[0].x0 - right > _FARTHEST * behind[0].size or bottom - top > _LARGEST * behind[0].size:
        return []
    before = [word for word in row if word.x1 <= right]
    hole = next((at for at, (one, next_) in enumerate(pairwise(behind), 1) if next_.x0 - one.x1 > _HOLE * one.size), len(behind))
    behind = behind[:hole]
    if any(left - word.x1 < behind[0].size for word in before) or (before and len(behind) < _WORDS):
        return []
    return behind


def _is_list(column: Sequence[tuple[Box, Sequence[Word]]], words: Sequence[Word]) -> bool:
    """Whether dots below each other are the bullets of lists."""
    if len(column) < 2:
        return False
    rows = [row for _, row in column]
    start, size = rows[0][0].x0, rows[0][0].size
    if any(abs(row[0].x0 - start) > _SAME_PLACE for row in rows):
        return False
    if 2 * sum(_names_years(row) for row in rows) >= len(rows) or 2 * sum(row[0].text[0].islower() for row in rows) > len(rows):
        return False
    if all(word.bold for row in rows for word in row):
        return False
    first, last = min(row[0].baseline for row in rows), max(row[0].baseline for row in rows)
    lines = {round(word.baseline / (0.5 * size)) for word in words if _begins_there(word, start, first, last)}
    return len(lines) <= _LINES * len(rows)


def _names_years(row: Sequence[Word]) -> bool:
    """Whether a line has a stretch of time: two years, or one at its end behind a word for it ("until 2014", "May 2014")."""
    years = [index for index, word in enumerate(row) if _YEAR.search(word.text)]
    ends = bool(years) and 0 < years[-1] == len(row) - 1
    return len(years) > 1 or (ends and _TIME.fullmatch(row[-2].text) is not None)


def _begins_there(word: Word, start: float, first: float, last: float) -> bool:
    return abs(word.x0 - start) <= _SAME_PLACE and first <= word.baseline <= last
