"""Finds the words of a PDF page that a person does not see: too small, off the page, invisible, transparent, covered, clipped, or
in the colour of what is behind them.

In come the page and its words with the index of their first character; out go the hidden ones with the reason. Two things are
looked at: how a word is painted (its text object), and what it leaves on the page, by rendering that with and without words. Most
pages have nothing that could hide a word, and are not rendered. Invisible words over a page-size picture that shows something
there are the text layer of a scan, and seen.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from skillgap.documents.geometry import Word
from skillgap.documents.pdf_ink import Box, Ink, Unrendered, render

_TINY: Final = 3.0
"""Points; on a page smaller than A4 less, in proportion."""
_A4_LENGTH: Final = 842
_LIGHT: Final = 225
"""From this level on in red, green and blue a colour may be invisible on paper."""
_WHITE: Final = 245
_FAINT: Final = 0x60
"""An opacity (of 255) below which words are worth a look."""
_THIN: Final = 2.5
"""Points; what is thinner is a rule or an underline and covers nothing."""
_SHOWN: Final = 1 / 3
"""Share of its letters from which on a word is seen."""
_SCAN: Final = 0.6
"""Share of a page that the picture of a scan covers."""
_PICTURED: Final = 32
"""Contrast of what a scan shows behind its words."""
_DEEPEST: Final = 8
_MOST_COVERS: Final = 400
"""Among more shapes than these every word is taken for covered until the rendering shows it."""
_LIKE: Final = 24
"""Difference of colours, in each of red, green and blue (of 255), within which one may hide the other."""
_MOST_SEGMENTS: Final = 50
_STENCIL: Final = "text without paint"
_LETTER = re.compile("[A-Za-z0-9]")
"""Other letters may be missing in the fonts that stand in for those of the file, and so in the rendering."""
_LAYERS = re.compile(rb"/OCProperties\b")
"""Layers can be switched off."""


Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Paint:
    """How a text object is painted; `reason` where that may be why it is not seen."""

    object: int
    colour: Colour
    reason: str
    clip: Box | None = None
    """The rectangle around what its clipping leaves: left, bottom, right, top as the file counts them."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """Something that is no text: where it lies on the page and in the order of painting; its colour where it has just one."""

    box: Box
    position: int
    colour: Colour | None
    picture: bool = False

    def may_hide(self, box: Box, paint: _Paint, position: int) -> bool:
        """Whether it lies over a word, or under it in a like colour."""
        one, other = self.box, box
        if not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]):
            return False
        return self.position > position or self.colour is None or _alike(self.colour, paint.colour)


def unseen(
    page: Any, text_page: Any, words: Sequence[Word], spans: Sequence[tuple[int, int]], *, layered: bool
) -> dict[int, str]:
    """The indices of the hidden words, and why they are.

    Args:
        page, text_page: of pypdfium2; the page is altered, and must not be rendered afterwards.
        words: of the page, with y from the top.
        spans: the indices of the first and the last character of each word.
        layered: whether the document has layers that can be switched off.
    """
    left, bottom, right, top = _visible_box(page)
    width, height = right - left, top - bottom
    # words have y from the top of a page whose lower left corner is 0; the visible part may lie elsewhere
    page_height = page.get_size()[1]
    shift = page_height - top
    boxes = [(word.x0 - left, word.top - shift, word.x1 - left, word.bottom - shift) for word in words]
    found: dict[int, str] = {}
    tiny = _TINY * min(1.0, max(width, height) / _A4_LENGTH)
    for index, (word, box) in enumerate(zip(words, boxes, strict=True)):
        if box[2] <= 0 or box[0] >= width or box[3] <= 0 or box[1] >= height:
            found[index] = "outside the page"
        elif word.bottom - word.top < tiny and (len(word.text) > 1 or word.x1 - word.x0 < tiny):
            found[index] = "tiny text"
    rest = [index for index in range(len(words)) if index not in found]
    if not rest:
        return found
    painter = _Painter(text_page)
    paints = {index: painter.word(*spans[index]) for index in rest}
    parts = list(_parts(page.raw))
    covers = _covers(page, parts, (left, top))
    covered = _covered(covers, boxes, paints, parts)
    clipped = {
        index for index, paint in paints.items() if paint.clip and not _lets_through(paint.clip, words[index], page_height)
    }
    if layered or covered or clipped or any(paint.reason for paint in paints.values()):
        with suppress(Unrendered):
            found |= _without_ink(page, words, boxes, paints, covered, clipped, scan=_is_scan(covers, (width, height)))
    return found


def has_layers(data: bytes) -> bool:
    """Whether a PDF says that it has layers."""
    return _LAYERS.search(data) is not None


def _visible_box(page: Any) -> Box:
    """Left, bottom, right, top of what is shown of a page."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return box if box[0] < box[2] and box[1] < box[3] else media


class _Painter:
    """Looks up how the text objects of a page are painted, each once."""

    def __init__(self, text_page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._text_page = text_page
        self._known: dict[int, _Paint] = {}
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._references = [ctypes.byref(part) for part in self._colour]

    def word(self, first: int, last: int) -> _Paint:
        """How a word from character `first` to `last` is painted; where its ends differ, the odd one."""
        paint = self._character(first)
        return paint if paint.reason or first == last else self._character(last)

    def _character(self, index: int) -> _Paint:
        text = self._pdfium.FPDFText_GetTextObject(self._text_page, index)
        if not text:
            return _Paint(0, (0, 0, 0), "")
        address = ctypes.addressof(text.contents)
        paint = self._known.get(address)
        if paint is None:
            paint = self._known[address] = self._paint(text, address)
        return paint

    def _paint(self, text: Any, address: int) -> _Paint:
        pdfium = self._pdfium
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
        stroked = mode in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
        known = (pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor)(text, *self._references)
        red, green, blue, opacity = (part.value for part in self._colour) if known else (0, 0, 0, 255)
        reason = ""
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            reason = "invisible text"
        elif mode == pdfium.FPDF_TEXTRENDERMODE_CLIP:
            reason = _STENCIL
        elif opacity < _FAINT:
            reason = "transparent text"
        elif min(red, green, blue) >= _LIGHT:
            reason = "white text" if min(red, green, blue) >= _WHITE else "pale text"
        return _Paint(address, (red, green, blue), reason, _clip_of(text))


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


def _lets_through(clip: Box, word: Word, page_height: float) -> bool:
    """Whether most of a word lies in a clipping."""
    left, bottom, right, top = clip
    middle = page_height - (word.top + word.bottom) / 2
    return left <= word.x0 + _THIN and word.x1 - _THIN <= right and bottom <= middle <= top


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _LIKE for a, b in zip(one, other, strict=True))


def _parts(page: Any) -> Iterator[Any]:
    """The objects of a page in the order of painting, forms as a whole."""
    import pypdfium2.raw as pdfium

    get = pdfium.FPDFPage_GetObject
    return (get(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))


def _with_contents(parts: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    """Objects, and behind each form what is in it."""
    import pypdfium2.raw as pdfium

    for part in parts:
        yield part
        if depth < _DEEPEST and pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_FORM:
            inner = (pdfium.FPDFFormObj_GetObject(part, index) for index in range(max(pdfium.FPDFFormObj_CountObjects(part), 0)))
            yield from _with_contents(inner, depth + 1)


def _covers(page: Any, parts: Sequence[Any], corner: tuple[float, float]) -> list[_Cover]:
    """What is no text on a page: pictures, shapes, forms as a whole, notes laid over it."""
    import pypdfium2.raw as pdfium

    kind_of, text = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_TEXT
    covers: list[_Cover] = []
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
                covers.append(_Cover(box, position, _colour_of(part) if shape else None, picture))
    rectangle = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if pdfium.FPDFAnnot_GetSubtype(note) != pdfium.FPDF_ANNOT_LINK and pdfium.FPDFAnnot_GetRect(note, rectangle):
            box = (rectangle.left - left, top - rectangle.top, rectangle.right - left, top - rectangle.bottom)
            covers.append(_Cover(box, len(parts) + index, None))
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


def _covered(covers: Sequence[_Cover], boxes: Sequence[Box], paints: Mapping[int, _Paint], parts: Sequence[Any]) -> set[int]:
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


def _is_scan(covers: Sequence[_Cover], size: tuple[float, float]) -> bool:
    """Whether pictures cover most of the page."""
    area = 0.0
    for cover in covers:
        if cover.picture:
            left, top, right, bottom = cover.box
            area += max(min(right, size[0]) - max(left, 0), 0) * max(min(bottom, size[1]) - max(top, 0), 0)
    return area >= _SCAN * size[0] * size[1]


def _without_ink(
    page: Any,
    words: Sequence[Word],
    boxes: Sequence[Box],
    paints: Mapping[int, _Paint],
    covered: Set[int],
    clipped: Set[int],
    *,
    scan: bool,
) -> dict[int, str]:
    """The words that leave nothing on the page, and why.

    Those that are painted oddly are taken off last, so that none is taken for seen by the ink of another.
    """
    whole = render(page)
    odd = [index for index, paint in paints.items() if paint.reason]
    plain = [
        index
        for index, paint in paints.items()
        if not paint.reason
        and (index in covered or index in clipped or not whole.both_ends(boxes[index]))
        and _LETTER.search(words[index].text)
    ]
    if not odd and not plain:
        return {}
    objects = {paints[index].object for index in odd}
    _take_off(page, objects, others=True)
    without_plain = render(page)
    _take_off(page, objects, others=False)
    without = render(page) if odd else without_plain
    inks = ((plain, whole.difference(without_plain)), (odd, without_plain.difference(without) if odd else without))
    reasons: dict[int, str] = {}
    for index in (index for group, ink in inks for index in group if _is_missing(ink, boxes[index], len(words[index].text))):
        why = paints[index].reason
        if (scan or why == _STENCIL) and without.contrast(boxes[index], margin=1) >= _PICTURED:
            continue
        if not why and index in covered:
            why = "covered text, or in the colour of what is behind it"
        elif not why and index in clipped:
            why = "text cut away"
        if why:
            reasons[index] = why
    return reasons


def _is_missing(ink: Ink, box: Box, letters: int) -> bool:
    """Whether most letters of a word leave nothing: what is seen of it may be a sign that was put beside it."""
    return ink.letters(box, letters) < max(_SHOWN * letters, 1)


def _take_off(page: Any, objects: Set[int], *, others: bool) -> None:
    """Make these text objects invisible, or all others."""
    import pypdfium2.raw as pdfium

    for part in _with_contents(_parts(page.raw)):
        if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_TEXT and (
            (ctypes.addressof(part.contents) in objects) != others
        ):
            pdfium.FPDFTextObj_SetTextRenderMode(part, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
