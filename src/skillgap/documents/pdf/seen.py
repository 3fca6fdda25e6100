"""Finds the words of a PDF page that a person does not see: too small, off the page, invisible, transparent, covered, cut away,
or in the colour of what is behind them.

In come the page and its words with their first and last character; out go the hidden ones with the reason. A page on which
nothing could hide a word is not rendered. On others a word counts as seen if taking it off changes what is rendered. Invisible
words over a page-size picture that shows something there are the text layer of a scan, and stay, as do those whose letters are
drawn as shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from skillgap.documents.pdf.covers import find_covers, hidden_under, is_heavy, is_scan
from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.ink import Box, Ink, Unrendered, render
from skillgap.documents.pdf.paint import STENCIL, UNPAINTED, Paint, Painter, lets_through, put_on, take_off

_TINY: Final = 3.0
"""Points; on a page smaller than A4 less, in proportion."""
_A4_LENGTH: Final = 842
_SHOWN: Final = 1 / 3
"""Share of its letters from which on a word is seen."""
_PICTURED: Final = 32
"""Contrast of what a scan shows behind its words."""
_LETTER = re.compile("[A-Za-z0-9]")
"""Other letters may be missing in the fonts that stand in for those of the file, and so in the rendering."""
_LAYERS = re.compile(rb"/OCProperties\b")
_COVERED: Final = "covered text, or in the colour of what is behind it"
_CUT: Final = "text cut away"
_LAYER: Final = "text on a layer that is off"


def unseen(
    page: Any,
    text_page: Any,
    words: Sequence[Word],
    spans: Sequence[tuple[int, int]],
    parts: Sequence[Any],
    *,
    layered: bool,
    patient: bool = True,
) -> tuple[dict[int, str], bool]:
    """The indices of the hidden words, and why they are; and whether all words could be looked at.

    Args:
        page, text_page: of pypdfium2; the page is altered, and must not be rendered afterwards.
        words: of the page, with y from the top.
        spans: the indices of the first and the last character of each word.
        parts: the objects of the page, forms as a whole.
        layered: whether the document has layers that can be switched off.
        patient: whether to look at the page of a scan too, which takes long.
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
        return found, True
    painter = Painter(text_page)
    paints = {index: painter.word(*spans[index]) for index in rest}
    if is_heavy(parts):
        return found, False
    covers = find_covers(page, parts, (left, top))
    suspected = dict.fromkeys(rest, _LAYER) if layered else {}
    suspected |= {index: _CUT for index in rest if not lets_through(paints[index].clip, words[index], page_height)}
    suspected |= dict.fromkeys(hidden_under(covers, boxes, paints, parts), _COVERED)
    suspected = {index: why for index, why in suspected.items() if not paints[index].reason and _LETTER.search(words[index].text)}
    if suspected or any(paint.reason for paint in paints.values()):
        scan = is_scan(covers, (width, height))
        if scan and not patient:
            return found, False
        try:
            found |= _without_ink(page, painter, words, boxes, paints, suspected, scan=scan)
        except Unrendered:
            return found, False
    return found, True


def has_layers(data: bytes) -> bool:
    """Whether a PDF says that it has layers."""
    return _LAYERS.search(data) is not None


def _visible_box(page: Any) -> Box:
    """Left, bottom, right, top of what is shown of a page."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return box if box[0] < box[2] and box[1] < box[3] else media


def _without_ink(
    page: Any,
    painter: Painter,
    words: Sequence[Word],
    boxes: Sequence[Box],
    paints: Mapping[int, Paint],
    suspected: Mapping[int, str],
    *,
    scan: bool,
) -> dict[int, str]:
    """The words that leave nothing on the page, and why: of those painted oddly, and of those suspected for something else.

    The odd ones are taken off last, so that none is taken for seen by the ink of another.
    """
    odd = {index: paint.reason for index, paint in paints.items() if paint.reason}
    whole = render(page) if suspected else None
    take_off(page, painter, oddly=False)
    with_odd = render(page)
    take_off(page, painter, oddly=True)
    bare = render(page) if odd else with_odd
    missing = dict(_missing(odd, with_odd, bare, boxes, words))
    if whole:
        missing |= _missing(suspected, whole, with_odd, boxes, words)
    if scan:
        return {index: why for index, why in missing.items() if bare.contrast(boxes[index], margin=1) < _PICTURED}
    if not UNPAINTED.isdisjoint(missing.values()):
        put_on(page, painter, 0)
        black = render(page)
        put_on(page, painter, 255)
        white = render(page)
        drawn = {
            index
            for index, why in missing.items()
            # what is cut out of a picture lies below it, and cannot be compared with it
            if (why in UNPAINTED and bare.shows_letters(black, white, boxes[index]))
            or (why == STENCIL and bare.contrast(boxes[index]) >= _PICTURED)
        }
        return {index: why for index, why in missing.items() if index not in drawn}
    return missing


def _missing(
    suspected: Mapping[int, str], before: Ink, after: Ink, boxes: Sequence[Box], words: Sequence[Word]
) -> Iterator[tuple[int, str]]:
    """Those of which most letters leave nothing: what is seen of a word may be a sign that was put beside it."""
    for index, why in suspected.items():
        letters = len(words[index].text)
        if before.letters(after, boxes[index], letters) < max(_SHOWN * letters, 1):
            yield index, why
