"""How the text of a PDF page is painted: its colour, its opacity, its mode, and what clipping leaves of it.

In come characters of pdfium's text page, out go `Paint` values, with the reason where the way of painting may hide a word.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.ink import Box

_LIGHT: Final = 225
"""From this level on in red, green and blue a colour may be invisible on paper."""
_WHITE: Final = 245
_FAINT: Final = 0x60
"""An opacity (of 255) below which words are worth a look."""
_MOST_SEGMENTS: Final = 50
_SLACK: Final = 2.5
"""Points that a clipping may cut off a word."""
_DEEPEST: Final = 8
_INVISIBLE: Final = "invisible text"
_TRANSPARENT: Final = "transparent text"
STENCIL: Final = "text without paint"
"""Text that only clips what is painted over it."""
UNPAINTED: Final = frozenset((_INVISIBLE, _TRANSPARENT, STENCIL))
"""Text that leaves nothing itself; its letters may be seen all the same, drawn as shapes or cut out of a picture."""
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Paint:
    """How a text object is painted; `reason` where that may be why it is not seen."""

    object: int
    colour: Colour
    reason: str
    clip: Box | None = None
    """The rectangle around what its clipping leaves: left, bottom, right, top as the file counts them."""


class Painter:
    """Looks up how the text objects of a page are painted, each once."""

    def __init__(self, text_page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._text_page = text_page
        self._known: dict[int, Paint] = {}
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._references = [ctypes.byref(part) for part in self._colour]

    def word(self, first: int, last: int) -> Paint:
        """How a word from character `first` to `last` is painted; where its ends differ, the odd one."""
        paint = self._character(first)
        return paint if paint.reason or first == last else self._character(last)

    def _character(self, index: int) -> Paint:
        text = self._pdfium.FPDFText_GetTextObject(self._text_page, index)
        return self.object(text) if text else Paint(0, (0, 0, 0), "")

    def object(self, text: Any) -> Paint:
        """How a text object is painted."""
        address = ctypes.addressof(text.contents)
        paint = self._known.get(address)
        if paint is None:
            paint = self._known[address] = self._paint(text, address)
        return paint

    def _paint(self, text: Any, address: int) -> Paint:
        pdfium = self._pdfium
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
        stroked = mode in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
        known = (pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor)(text, *self._references)
        red, green, blue, opacity = (part.value for part in self._colour) if known else (0, 0, 0, 255)
        reason = ""
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            reason = _INVISIBLE
        elif mode == pdfium.FPDF_TEXTRENDERMODE_CLIP:
            reason = STENCIL
        elif opacity < _FAINT:
            reason = _TRANSPARENT
        elif min(red, green, blue) >= _LIGHT:
            reason = "white text" if min(red, green, blue) >= _WHITE else "pale text"
        return Paint(address, (red, green, blue), reason, _clip_of(text))


def _clip_of(text: Any) -> Box | None:
    """The rectangle around what the clipping of an object leaves, None where it has none."""
    import pypdfium2.raw as pdfium

    clip = pdfium.FPDFPageObj_GetClipPath(text)
    count = pdfium.FPDFClipPath_CountPaths(clip)
    if count <= 0:
        return None
    left = bottom = float("-inf")
    right = top = float("inf")
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        corners = []
        for number in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, index), _MOST_SEGMENTS)):
            if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, index, number), x, y):
                corners.append((x.value, y.value))
        if not corners:
            return (0.0, 0.0, 0.0, 0.0)
        left, right = max(left, min(x for x, _ in corners)), min(right, max(x for x, _ in corners))
        bottom, top = max(bottom, min(y for _, y in corners)), min(top, max(y for _, y in corners))
    return left, bottom, right, top


def lets_through(clip: Box | None, word: Word, page_height: float) -> bool:
    """Whether most of a word lies in a clipping."""
    if clip is None:
        return True
    left, bottom, right, top = clip
    middle = page_height - (word.top + word.bottom) / 2
    return left <= word.x0 + _SLACK and word.x1 - _SLACK <= right and bottom <= middle <= top


def parts_of(page: Any) -> Iterator[Any]:
    """The objects of a page in the order of painting, forms as a whole."""
    import pypdfium2.raw as pdfium

    get = pdfium.FPDFPage_GetObject
    return (get(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))


def paths_of(parts: Iterable[Any]) -> list[Any]:
    """Those of the objects of a page that are drawn shapes."""
    import pypdfium2.raw as pdfium

    kind_of, path = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_PATH
    return [part for part in parts if kind_of(part) == path]


def _with_contents(parts: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    """Objects, and behind each form what is in it."""
    import pypdfium2.raw as pdfium

    for part in parts:
        yield part
        if depth < _DEEPEST and pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_FORM:
            inner = (pdfium.FPDFFormObj_GetObject(part, index) for index in range(max(pdfium.FPDFFormObj_CountObjects(part), 0)))
            yield from _with_contents(inner, depth + 1)


def take_off(page: Any, painter: Painter, *, oddly: bool) -> None:
    """Make the text objects invisible that are painted in a way that may hide them, or all others."""
    import pypdfium2.raw as pdfium

    for part in _with_contents(parts_of(page.raw)):
        if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_TEXT and bool(painter.object(part).reason) == oddly:
            pdfium.FPDFTextObj_SetTextRenderMode(part, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def put_on(page: Any, painter: Painter, level: int) -> None:
    """Paint the text objects that were painted oddly in a level of grey."""
    import pypdfium2.raw as pdfium

    for part in _with_contents(parts_of(page.raw)):
        if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_TEXT and painter.object(part).reason:
            pdfium.FPDFTextObj_SetTextRenderMode(part, pdfium.FPDF_TEXTRENDERMODE_FILL)
            pdfium.FPDFPageObj_SetFillColor(part, level, level, level, 255)
