"""Renders a PDF page in grey and tells whether something leaves ink in a box of it: what a person can see.

A rendering is bytes, a level of grey for each pixel. Two of them, with and without certain words, show what those words add.
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

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner of the page."""


class Unrendered(Exception):
    """The page cannot be rendered, or not in time."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Levels of grey, row by row; `stride` is the length of a row in bytes."""

    levels: bytes
    stride: int
    width: int
    height: int
    scale: float

    def contrast(self, box: Box, margin: float = 0) -> int:
        """The difference between the darkest and the lightest pixel in a box, grown by `margin` points."""
        rows = list(self._rows(box, margin))
        return max(map(max, rows)) - min(map(min, rows)) if rows else 0

    def both_ends(self, box: Box) -> bool:
        """Whether both halves of a box have some contrast; quick where they do."""
        left, top, right, bottom = box
        middle = (left + right) / 2
        return self._has_contrast((left, top, middle, bottom)) and self._has_contrast((middle, top, right, bottom))

    def letters(self, box: Box, count: int) -> int:
        """How many of `count` slices of a box hold a level of `VISIBLE` or more; for a difference.

        The rows are joined bit by bit: what is below a power of two in all of them stays below it.
        """
        joined = 0
        length = 0
        for row in self._rows(box, 0):
            joined |= int.from_bytes(row, "little")
            length = len(row)
        if not length:
            return 0
        levels = joined.to_bytes(length, "little")
        edges = [round(index * length / count) for index in range(count + 1)]
        return sum(max(levels[a : max(b, a + 1)]) >= VISIBLE for a, b in pairwise(edges))

    def difference(self, other: Ink) -> Ink:
        """What distinguishes two renderings of one page: at least the difference of levels, and just that on white."""
        joined = int.from_bytes(self.levels, "little") ^ int.from_bytes(other.levels, "little")
        return Ink(joined.to_bytes(len(self.levels), "little"), self.stride, self.width, self.height, self.scale)

    def _has_contrast(self, box: Box) -> bool:
        rows = list(self._rows(box, 0))
        middle = rows[len(rows) // 2 :] + rows[: len(rows) // 2]
        if not middle:
            return False
        low = high = middle[0][0]
        for row in middle:
            low, high = min(low, min(row)), max(high, max(row))
            if high - low >= VISIBLE:
                return True
        return False

    def _rows(self, box: Box, margin: float) -> Iterator[bytes]:
        """The rows of pixels in a box, as far as they lie on the page."""
        left = max(int((box[0] - margin) * self.scale), 0)
        right = min(max(int((box[2] + margin) * self.scale), left + 1), self.width)
        top = max(int((box[1] - margin) * self.scale), 0)
        bottom = min(max(int((box[3] + margin) * self.scale), top + 1), self.height)
        if left < right:
            for start in range(top * self.stride, bottom * self.stride, self.stride):
                yield self.levels[start + left : start + right]


def render(page: Any) -> Ink:
    """The page as it is shown, annotations included.

    Raises:
        Unrendered: it takes too long or too much memory.
    """
    import pypdfium2.raw as pdfium

    size = page.get_size()
    scale = min(SCALE, (_MOST_PIXELS / max(size[0] * size[1], 1)) ** 0.5)
    width, height = max(int(size[0] * scale), 1), max(int(size[1] * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise Unrendered
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        deadline = time.monotonic() + _SECONDS
        pause = pdfium.IFSDK_PAUSE()
        pause.version = 1
        # the structure must outlive the call, and the function the structure
        pause.NeedToPauseNow = late = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > deadline)
        status = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT, pause)
        pdfium.FPDF_RenderPage_Close(page.raw)
        del late
        if status != pdfium.FPDF_RENDER_DONE:
            raise Unrendered
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        levels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return Ink(levels, stride, width, height, scale)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
