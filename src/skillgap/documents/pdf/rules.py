"""Finds the ruled lines of a PDF page and the cells between them.

In come the paths of a page, out go `Rules`: upright and level lines, joined where they touch; and for a place on the page the
cell around it. Only thin shapes and stroked outlines are rules: the edges of a filled box, as behind a label, part no text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

_THIN: Final = 2.5
"""Points; the width of the thickest rule."""
_SHORTEST: Final = 6.0
"""Points; what is shorter is a sign."""
_SAME: Final = 1.5
"""Points by which the parts of one rule may miss each other."""
_MOST: Final = 2_000
"""Of rules, and of paths that are looked at; more of them are a drawing."""
_MOST_SEGMENTS: Final = 400
_MOST_IN_TABLES: Final = 300
"""Of upright and of level rules, once they are joined; each word is held against them."""

Rule = tuple[float, float, float]
"""Where a line lies, and from where to where it runs."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A box with a rule on each of its sides."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruled lines of a page, in points from its top left corner: (x, top, bottom) if upright, (y, left, right) if level."""

    upright: Sequence[Rule] = ()
    level: Sequence[Rule] = ()

    @property
    def have_cells(self) -> bool:
        """Whether there may be two cells side by side."""
        return len(self.upright) > 2 and len(self.level) > 1

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell around a place, None where a side is open."""
        left, right = _around(x, y, self.upright)
        top, bottom = _around(y, x, self.level)
        if left is None or right is None or top is None or bottom is None:
            return None
        return Cell(left, top, right, bottom)


def find_rules(paths: Sequence[Any], page_height: float) -> Rules:
    """The rules among the paths of a page."""
    if not 0 < len(paths) <= _MOST:
        return Rules()
    upright: list[Rule] = []
    level: list[Rule] = []
    for path in paths:
        for x0, y0, x1, y1 in _lines(path):
            top, bottom = page_height - max(y0, y1), page_height - min(y0, y1)
            left, right = min(x0, x1), max(x0, x1)
            if right - left < _THIN and bottom - top > _SHORTEST:
                upright.append(((left + right) / 2, top, bottom))
            elif bottom - top < _THIN and right - left > _SHORTEST:
                level.append(((top + bottom) / 2, left, right))
    if not 2 < len(upright) <= _MOST or not 1 < len(level) <= _MOST:
        return Rules()
    upright, level = _joined(upright), _joined(level)
    return Rules(upright, level) if max(len(upright), len(level)) <= _MOST_IN_TABLES else Rules()


def _lines(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight lines that a path draws: itself where it is thin, else what is stroked of it."""
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(path, *map(ctypes.byref, sides)):
        return
    x0, y0, x1, y1 = (side.value for side in sides)
    if min(x1 - x0, y1 - y0) < _THIN:
        yield x0, y0, x1, y1
        return
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    if pdfium.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value:
        yield from _stroked(path)


def _stroked(path: Any) -> Iterator[tuple[float, float, float, float]]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield *last, *point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield *last, *start
            last = start


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that lie in one and touch become one, in order of where they lie."""
    joined: list[Rule] = []
    lane: list[Rule] = []
    for rule in sorted(rules):
        if lane and rule[0] - lane[0][0] > _SAME:
            joined += _joined_in_lane(lane)
            lane = []
        lane.append(rule)
    return [*joined, *_joined_in_lane(lane)]


def _joined_in_lane(lane: Iterable[Rule]) -> list[Rule]:
    joined: list[Rule] = []
    for place, begin, end in sorted(lane, key=lambda rule: rule[1]):
        if joined and begin - joined[-1][2] <= _SAME:
            joined[-1] = (joined[-1][0], joined[-1][1], max(end, joined[-1][2]))
        else:
            joined.append((place, begin, end))
    return joined


def _around(place: float, across: float, rules: Iterable[Rule]) -> tuple[float | None, float | None]:
    """The nearest rules on both sides of a place, among those that run past it."""
    before = after = None
    for at, begin, end in rules:
        if begin - _SAME <= across <= end + _SAME:
            if at > place:
                after = at
                break
            before = at
    return before, after
