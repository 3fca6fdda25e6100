"""Takes the words of a PDF with their boxes from pdfium, page by page, and whatever else tells how well that went.

In come the bytes, out go `Page` values; reading order is not decided here. pdfium gives ligatures of T1 fonts as control
characters and broken line ends as U+FFFE, U+0002 or U+00AD: both are put right. Pages are turned upright first, by their own
word for it and then by how their letters run.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from skillgap.documents.builder import BULLETS
from skillgap.documents.limits import PAGE_CHARACTERS, PAGES
from skillgap.documents.pdf import seen
from skillgap.documents.pdf.bullets import drawn_bullets
from skillgap.documents.pdf.covers import large_pictures
from skillgap.documents.pdf.geometry import Page, Word
from skillgap.documents.pdf.ink import Box
from skillgap.documents.pdf.paint import parts_of, paths_of
from skillgap.documents.pdf.rules import find_rules
from skillgap.documents.pdf.turned import Turn, find_turn

_LIGATURES: Final = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}
_UNSURE: Final = 0xFFFE
_HYPHENS: Final = frozenset((_UNSURE, 0x02, 0xAD))
_SOFT_HYPHEN: Final = "\u00ad"
_WHITE_SPACE: Final = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000))
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|CMBX|-Bd\b", re.IGNORECASE)
_FONT_NAME_LENGTH: Final = 128
_SCANS: Final = 20
"""Pages of a scan in which hidden words are looked for."""
_WORD_GAP: Final = 0.5
"""Between characters that follow each other, in font heights: more is a jump to another place."""


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, the first `PAGES` of them.

    Raises:
        pypdfium2.PdfiumError: it cannot be opened; its message names the password where one is needed.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    layered = seen.has_layers(data)
    try:
        for number in range(min(len(document), PAGES)):
            page = document[number]
            try:
                page.set_rotation(0)
                yield _page(page, layered=layered, patient=number < _SCANS)
            finally:
                page.close()
    finally:
        document.close()


def page_count(data: bytes) -> int:
    """How many pages there are, those that are not read included."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def _page(page: Any, *, layered: bool, patient: bool) -> Page:
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        turn = find_turn(text_page.raw, (width, height))
        collector = _Words(text_page.raw, height, turn)
        words = collector.take()
        parts = list(parts_of(page.raw))
        lying = [turn.back(word) for word in words] if turn else words
        pictures = large_pictures(parts, lying, (width, height)) if words else _pictures(page)
        unseen, looked_through = seen.unseen(page, text_page.raw, lying, collector.spans, parts, layered=layered, patient=patient)
        paths = [] if turn else paths_of(parts)
        rules = find_rules(paths, height)
        shown = [word for index, word in enumerate(words) if index not in unseen]
        bullets = drawn_bullets(paths, shown, height)
    finally:
        text_page.close()
    hidden = [(words[index], unseen[index]) for index in sorted(unseen)]
    width, height = turn.size if turn else (width, height)
    return Page(width, height, [*shown, *bullets], pictures, collector.unreadable, collector.cut, hidden, looked_through, rules)


def _pictures(page: Any) -> int:
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFPage_CountObjects(page.raw))


@lru_cache(maxsize=4096)
def _letter(code: int) -> str:
    """What a character of pdfium's text page says: letters, a soft hyphen where a line end broke a word, a space, or nothing.

    Nothing is said by a glyph without Unicode value: a control character, half a pair, an icon of the private area.
    """
    if code in _WHITE_SPACE:
        return " "
    if code in _HYPHENS:
        return _SOFT_HYPHEN
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 0x20 or code == 0xFFFD or code > 0x10FFFF or (0xD800 <= code < 0xF900 and chr(code) not in BULLETS):
        return ""
    return chr(code)


class _Words:
    """Collects the characters of one page into words; a jump ends a word as white space does."""

    def __init__(self, text_page: Any, height: float, turn: Turn | None) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._raw = text_page
        self._turn = turn
        self._height = turn.size[1] if turn else height
        self._words: list[Word] = []
        self.spans: list[tuple[int, int]] = []
        """The indices of the first and the last character of each word."""
        self.unreadable = 0
        self.cut = False
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._font, self._flags = ctypes.create_string_buffer(_FONT_NAME_LENGTH), ctypes.c_int()

    def take(self) -> list[Word]:
        """The words of the page, the first `PAGE_CHARACTERS` of its characters."""
        page, turn, box_of = self._raw, self._turn, self._pdfium.FPDFText_GetLooseCharBox
        rectangle = self._pdfium.FS_RECTF()
        reference = ctypes.byref(rectangle)
        text: list[str] = []
        first = last = 0
        x0 = y0 = x1 = y1 = 0.0
        for index, code in enumerate(self._codes()):
            letter = _letter(code)
            if letter == " ":
                if text:
                    self._add(text, first, last, (x0, y0, x1, y1))
                    text = []
                continue
            if not box_of(page, index, reference):
                continue
            if not letter:
                self.unreadable += 1
                continue
            left, bottom, right, top = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            if turn:
                left, bottom, right, top = turn.box(left, bottom, right, top)
            if text:
                size = max(y1 - y0, top - bottom)
                if left - x1 > _WORD_GAP * size or left < x0 - 0.5 * size or abs(bottom - y0) > 0.6 * size:
                    self._add(text, first, last, (x0, y0, x1, y1))
                    text = []
            if text:
                x1, y0, y1 = max(right, x1), min(bottom, y0), max(top, y1)
            else:
                first = index
                x0, y0, x1, y1 = left, bottom, right, top
            text.append(letter)
            last = index
        if text:
            self._add(text, first, last, (x0, y0, x1, y1))
        return self._words

    def _codes(self) -> Sequence[int]:
        """The Unicode values of the characters: all at once, which is quicker, where that leaves none out and adds none."""
        count = self._pdfium.FPDFText_CountChars(self._raw)
        self.cut = count > PAGE_CHARACTERS
        count = min(count, PAGE_CHARACTERS)
        unicode_of = self._pdfium.FPDFText_GetUnicode
        buffer = (ctypes.c_ushort * (count + 1))()
        if self._pdfium.FPDFText_GetText(self._raw, 0, count, buffer) != count + 1:
            return [unicode_of(self._raw, index) for index in range(count)]
        # hyphens and glyphs without a value are one and the same there
        return [unicode_of(self._raw, index) if code == _UNSURE else code for index, code in enumerate(buffer[:count])]

    def _add(self, letters: Sequence[str], first: int, last: int, box: Box) -> None:
        """What was collected becomes a word; a hyphen that is not at its end was invisible."""
        text = "".join(letters)
        if _SOFT_HYPHEN in text:
            text = text[:-1].replace(_SOFT_HYPHEN, "") + text[-1:].replace(_SOFT_HYPHEN, "-")
        if text:
            x0, bottom, x1, top = box
            height = self._height
            baseline = height - self._baseline(first, bottom)
            self.spans.append((first, last))
            self._words.append(Word(text, x0, x1, height - top, height - bottom, baseline, self._is_bold(first)))

    def _baseline(self, first: int, bottom: float) -> float:
        x, y = self._x, self._y
        if not self._pdfium.FPDFText_GetCharOrigin(self._raw, first, x, y):
            return bottom
        return self._turn.box(x.value, y.value, x.value, y.value)[1] if self._turn else y.value

    def _is_bold(self, first: int) -> bool:
        length = self._pdfium.FPDFText_GetFontInfo(self._raw, first, self._font, _FONT_NAME_LENGTH, self._flags)
        return 0 < length <= _FONT_NAME_LENGTH and _is_bold_name(self._font.value)


@lru_cache(maxsize=1024)
def _is_bold_name(name: bytes) -> bool:
    return _BOLD_NAME.search(name.decode("latin-1")) is not None
