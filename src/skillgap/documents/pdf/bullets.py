"""Finds the bullets of a PDF page that are drawn as shapes, as browsers print those of a list.

In come the objects of a page and its words, out go words that are a bullet, on the line of the word that each stands before.
Without them the items of a list would run into each other. Dots of a rating stand in a row, those of a time line are large and
stand before what is bold: neither is a bullet.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.ink import Box

_SMALLEST: Final = 1.0
"""Points."""
_LARGEST: Final = 0.5
"""In heights of the font behind it; so is all else but the points of this module."""
_FARTHEST: Final = 2.5
_ASKEW: Final = 0.35
"""How much its width and its height may differ, as a share of the greater."""
_SAME_PLACE: Final = 1.5
"""Points by which the left ends of the bullets of one list may differ."""
_MOST: Final = 2_000
"""Of paths that are looked at; more of them are a drawing."""


def drawn_bullets(parts: Iterable[Any], words: Sequence[Word], page_height: float) -> list[Word]:
    """The bullets among the objects of a page; of two or more that stand below each other."""
    import pypdfium2.raw as pdfium

    kind_of, path = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_PATH
    paths = [part for part in parts if kind_of(part) == path]
    if not 1 < len(paths) <= _MOST:
        return []
    dots = [dot for dot in _dots(paths, page_height) if _round(dot)]
    found = [(dot, word) for dot in dots if (word := _behind(dot, words)) and not _in_a_row(dot, dots)]
    lists = Counter(round(dot[0] / _SAME_PLACE) for dot, _ in found)
    return [
        Word("•", dot[0], dot[2], word.top, word.bottom, word.baseline)
        for dot, word in found
        if sum(lists[round(dot[0] / _SAME_PLACE) + step] for step in (-1, 0, 1)) > 1
    ]


def _dots(paths: Iterable[Any], page_height: float) -> Iterator[Box]:
    """The boxes of paths, as left, top, right, bottom from the top of the page."""
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(side) for side in sides]
    for part in paths:
        if pdfium.FPDFPageObj_GetBounds(part, *references):
            left, bottom, right, top = (side.value for side in sides)
            yield left, page_height - top, right, page_height - bottom


def _round(dot: Box) -> bool:
    """Whether a shape is small, and as wide as high."""
    width, height = dot[2] - dot[0], dot[3] - dot[1]
    return min(width, height) >= _SMALLEST and abs(width - height) <= _ASKEW * max(width, height)


def _behind(dot: Box, words: Sequence[Word]) -> Word | None:
    """The word that a dot stands before as a bullet does, if it is the first of its line and not bold."""
    left, top, right, bottom = dot
    middle = (top + bottom) / 2
    row = [word for word in words if word.top < middle < word.bottom]
    following = min((word for word in row if word.x0 >= right), key=lambda word: word.x0, default=None)
    if following is None or following.bold or following.x0 - right > _FARTHEST * following.size:
        return None
    if bottom - top > _LARGEST * following.size or any(left - word.x1 < following.size for word in row if word.x1 <= right):
        return None
    return following


def _in_a_row(dot: Box, dots: Sequence[Box]) -> bool:
    """Whether another dot stands close beside it."""
    width = dot[2] - dot[0]
    return any(
        other is not dot and other[1] < dot[3] and other[3] > dot[1] and abs(other[0] - dot[0]) < 6 * width for other in dots
    )
