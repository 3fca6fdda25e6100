"""What lies over, under and beside the words of a PDF page: pictures, shapes, forms, notes; and which words it may hide.

Nothing is rendered here: where these lie, in which order they are painted and in which colour tells that most pages have
nothing to look at.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.ink import Box
from skillgap.documents.pdf.paint import Colour, Paint

_THIN: Final = 2.5
"""Points; what is thinner is a rule or an underline and covers nothing."""
_SCAN: Final = 0.6
"""Share of a page that the picture of a scan covers."""
_LARGE: Final = 0.05
"""Share of a page from which on a picture may hold text; a portrait is smaller."""
_LIKE: Final = 24
"""Difference of colours, in each of red, green and blue (of 255), within which one may hide the other."""
_MOST_PIXELS: Final = 60_000_000
"""Of the pictures of a page: some pages scanned at 300 dots per inch, or one at 800."""
_MOST_PARTS: Final = 50_000
_MOST_COVERS: Final = 400
"""Among more shapes than these every word is taken for covered until the rendering shows it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Something that is no text: where it lies on the page and in the order of painting; its colour where it has just one."""

    box: Box
    position: int
    colour: Colour | None
    picture: bool = False

    def may_hide(self, box: Box, paint: Paint, position: int) -> bool:
        """Whether it lies over a word, or under it in a like colour."""
        one, other = self.box, box
        if not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]):
            return False
        return self.position > position or self.colour is None or _alike(self.colour, paint.colour)


def find_covers(page: Any, parts: Sequence[Any], corner: tuple[float, float]) -> list[Cover]:
    """What is no text on a page: pictures, shapes, forms as a whole, notes laid over it."""
    import pypdfium2.raw as pdfium

    kind_of, text = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_TEXT
    covers: list[Cover] = []
    left, top = corner
    sides = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(side) for side in sides]
    for position, part in enumerate(parts):
        kind = kind_of(part)
        if kind != text and pdfium.FPDFPageObj_GetBounds(part, *references):
            x0, y0, x1, y1 = (side.value for side in sides)
            shape = kind == pdfium.FPDF_PAGEOBJ_PATH
            if min(x1 - x0, y1 - y0) >= _THIN and not (shape and _is_outline(part)):
                picture = kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
                box = (x0 - left, top - y1, x1 - left, top - y0)
                covers.append(Cover(box, position, _colour_of(part) if shape else None, picture))
    rectangle = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if pdfium.FPDFAnnot_GetSubtype(note) != pdfium.FPDF_ANNOT_LINK and pdfium.FPDFAnnot_GetRect(note, rectangle):
            box = (rectangle.left - left, top - rectangle.top, rectangle.right - left, top - rectangle.bottom)
            covers.append(Cover(box, len(parts) + index, None))
        pdfium.FPDFPage_CloseAnnot(note)
    return covers


def _is_outline(path: Any) -> bool:
    """Whether a path is only stroked, and thinly."""
    import pypdfium2.raw as pdfium

    fill, stroke, width = ctypes.c_int(), pdfium.FPDF_BOOL(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    return fill.value == pdfium.FPDF_FILLMODE_NONE and width.value < _THIN


def _colour_of(path: Any) -> Colour | None:
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    known = pdfium.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, parts))
    return (parts[0].value, parts[1].value, parts[2].value) if known else None


def is_heavy(parts: Sequence[Any]) -> bool:
    """Whether a page has more in it than can be rendered in the time that a reader may take."""
    import pypdfium2.raw as pdfium

    width, height = ctypes.c_uint(), ctypes.c_uint()
    pixels = 0
    for part in parts:
        if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFImageObj_GetImagePixelSize(part, width, height)
            pixels += width.value * height.value
    return pixels > _MOST_PIXELS or len(parts) > _MOST_PARTS


def hidden_under(covers: Sequence[Cover], boxes: Sequence[Box], paints: Mapping[int, Paint], parts: Sequence[Any]) -> set[int]:
    """The words that something may hide."""
    if len(covers) > _MOST_COVERS:
        return set(paints)
    if not covers:
        return set()
    positions = {ctypes.addressof(part.contents): position for position, part in enumerate(parts)}
    return {
        index
        for index, paint in paints.items()
        if any(cover.may_hide(boxes[index], paint, positions.get(paint.object, -1)) for cover in covers)
    }


def large_pictures(parts: Iterable[Any], words: Sequence[Word], size: tuple[float, float]) -> int:
    """How many pictures on a page are large enough to hold text, and are not the ground of words.

    Args:
        parts: what is on the page.
        words: of the page, with y from the top.
        size: width and height of the page.
    """
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(side) for side in sides]
    count = 0
    for part in islice(parts, _MOST_PARTS):
        if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(part, *references):
            x0, y0, x1, y1 = (side.value for side in sides)
            if (x1 - x0) * (y1 - y0) >= _LARGE * size[0] * size[1]:
                top, bottom = size[1] - y1, size[1] - y0
                count += not any(x0 < (w.x0 + w.x1) / 2 < x1 and top < (w.top + w.bottom) / 2 < bottom for w in words)
    return count


def is_scan(covers: Sequence[Cover], size: tuple[float, float]) -> bool:
    """Whether pictures cover most of the page."""
    area = 0.0
    for cover in covers:
        if cover.picture:
            left, top, right, bottom = cover.box
            area += max(min(right, size[0]) - max(left, 0), 0) * max(min(bottom, size[1]) - max(top, 0), 0)
    return area >= _SCAN * size[0] * size[1]


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _LIKE for a, b in zip(one, other, strict=True))
