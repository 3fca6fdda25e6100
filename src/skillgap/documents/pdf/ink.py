"""Renders a PDF page in grey and tells whether something leaves ink in a box of it: what a person can see.

Two renderings, with and without certain words, show what those words add.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

SCALE: Final = 1.5
"""Pixels to a point."""
_MOST_PIXELS: Final = 6_000_000
"""A poster is rendered smaller."""
_SECONDS: Final = 5.0
"""A page that takes longer is no page of a résumé; what it shows is left unknown."""
VISIBLE: Final = 8
"""Difference of grey levels (of 256) from which on a person sees it; a power of two, see `Ink.letters`."""

_LETTER: Final = 160
"""Difference of black and white letters where they cover a pixel."""
_DRAWN: Final = 24
"""Mean difference of levels between letters and what is around them; a picture behind them makes none."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner of the page."""


class Unrendered(Exception):
    """The page cannot be rendered, or not in time."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Levels of grey, row by row, one byte a pixel."""

    levels: memoryview
    width: int
    height: int
    scale: float

    def contrast(self, box: Box, margin: float = 0) -> int:
        """The difference between the darkest and the lightest pixel in a box, grown by `margin` points."""
        left, top, right, bottom = box
        rows = [self.levels[a:b] for a, b in self._rows((left - margin, top - margin, right + margin, bottom + margin))]
        return max(map(max, rows)) - min(map(min, rows)) if rows else 0

    def letters(self, other: Ink, box: Box, count: int) -> int:
        """How many of `count` slices of a box another rendering of the page shows otherwise, to a person's eye.

        The differences of the rows are joined bit by bit: what is below a power of two in all of them stays below it. They are
        never less than the difference of levels, and just that where one level is white.
        """
        joined = length = 0
        for a, b in self._rows(box):
            one, two = self.levels[a:b], other.levels[a:b]
            length = b - a
            if one != two:
                joined |= int.from_bytes(one, "little") ^ int.from_bytes(two, "little")
        if not joined:
            return 0
        differences = joined.to_bytes(length, "little")
        edges = [round(index * length / count) for index in range(count + 1)]
        return sum(max(differences[a : max(b, a + 1)], default=0) >= VISIBLE for a, b in pairwise(edges))

    def shows_letters(self, black: Ink, white: Ink, box: Box) -> bool:
        """Whether the letters that `black` and `white` have in two colours are there already, drawn in some other way."""
        inside: list[int] = []
        outside: list[int] = []
        for a, b in self._rows(box):
            for level, one, two in zip(self.levels[a:b], black.levels[a:b], white.levels[a:b], strict=True):
                if two - one > _LETTER:
                    inside.append(level)
                elif two == one:
                    outside.append(level)
        return bool(inside and outside) and abs(sum(inside) / len(inside) - sum(outside) / len(outside)) >= _DRAWN

    def _rows(self, box: Box) -> Iterator[tuple[int, int]]:
        """The rows of pixels in a box, as far as they lie on the page: where each begins and ends."""
        left = max(int(box[0] * self.scale), 0)
        right = min(max(int(box[2] * self.scale), left + 1), self.width)
        top = max(int(box[1] * self.scale), 0)
        bottom = min(max(int(box[3] * self.scale), top + 1), self.height)
        if left < right:
            for start in range(top * self.width, bottom * self.width, self.width):
                yield start + left, start + right


def render(page: Any) -> Ink:
    """The page as it is shown, annotations included.

    Raises:
        Unrendered: it takes too long or too much memory.
    """
    import pypdfium2.raw as pdfium

    size = page.get_size()
    scale = min(SCALE, (_MOST_PIXELS / max(size[0] * size[1], 1)) ** 0.5)
    width, height = max(int(size[0] * scale), 1), max(int(size[1] * scale), 1)
    levels = bytearray(b"\xff") * (width * height)
    buffer = (ctypes.c_ubyte * len(levels)).from_buffer(levels)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, buffer, width)
    if not bitmap:
        raise Unrendered
    try:
        deadline = time.monotonic() + _SECONDS
        pause = pdfium.IFSDK_PAUSE()
        pause.version = 1
        pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > deadline)
        status = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT, pause)
        pdfium.FPDF_RenderPage_Close(page.raw)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if status != pdfium.FPDF_RENDER_DONE:
        raise Unrendered
    return Ink(memoryview(levels), width, height, scale)
