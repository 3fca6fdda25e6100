"""Takes the words of a PDF with their boxes from pdfium, page by page, and whatever else tells how well that went.

In come the bytes, out go `Page` values; reading order is not decided here. pdfium gives ligatures of T1 fonts as control
characters and broken line ends as U+FFFE, U+0002 or U+00AD: both are put right. Pages are turned upright first, by their own
word for it and then by how their letters run.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any, Final

from skillgap.documents.builder import BULLETS
from skillgap.documents.limits import PAGE_CHARACTERS, PAGES
from skillgap.documents.pdf import seen
from skillgap.documents.pdf.geometry import Page, Word
from skillgap.documents.pdf.paint import parts_of
from skillgap.documents.pdf.rules import Rules, find_rules
from skillgap.documents.pdf.turned import Turn, find_turn

_LIGATURES: Final = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}
_HYPHENS: Final = frozenset((0xFFFE, 0x02, 0xAD))
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
        pictures = 0 if words else _pictures(page)
        parts = list(parts_of(page.raw))
        lying = [turn.back(word) for word in words] if turn else words
        unseen, looked_through = seen.unseen(page, text_page.raw, lying, collector.spans, parts, layered=layered, patient=patient)
        rules = Rules() if turn else find_rules(parts, height)
    finally:
        text_page.close()
    visible = [word for index, word in enumerate(words) if index not in unseen]
    hidden = [(words[index], unseen[index]) for index in sorted(unseen)]
    width, height = turn.size if turn else (width, height)
    return Page(width, height, visible, pictures, collector.unreadable, collector.cut, hidden, looked_through, rules)


def _pictures(page: Any) -> int:
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFPage_CountObjects(page.raw))


def _is_meaningless(code: int) -> bool:
    """No letter but a glyph without Unicode value: a control character, half a pair, an icon of the private area."""
    if code < 0x20 or code == 0xFFFD or code > 0x10FFFF:
        return True
    return 0xD800 <= code < 0xF900 and chr(code) not in BULLETS


class _Words:
    """Collects the characters of one page into words; a jump ends a word as white space does."""

    def __init__(self, text_page: Any, height: float, turn: Turn | None) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._raw = text_page
        self._turn = turn
        self._height = turn.size[1] if turn else height
        self._words: list[Word] = []
        self._text: list[str] = []
        self._first = 0
        self._last = 0
        self.spans: list[tuple[int, int]] = []
        """The indices of the first and the last character of each word."""
        self._box = (0.0, 0.0, 0.0, 0.0)
        self.unreadable = 0
        self.cut = False

    def take(self) -> list[Word]:
        """The words of the page, the first `PAGE_CHARACTERS` of its characters."""
        count = self._pdfium.FPDFText_CountChars(self._raw)
        self.cut = count > PAGE_CHARACTERS
        unicode_of, box_of = self._pdfium.FPDFText_GetUnicode, self._pdfium.FPDFText_GetLooseCharBox
        rectangle = self._pdfium.FS_RECTF()
        reference = ctypes.byref(rectangle)
        for index in range(min(count, PAGE_CHARACTERS)):
            code = unicode_of(self._raw, index)
            if code in _WHITE_SPACE:
                self._end()
            elif box_of(self._raw, index, reference):
                box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
                self._character(index, code, *(self._turn.box(*box) if self._turn else box))
        self._end()
        return self._words

    def _character(self, index: int, code: int, left: float, bottom: float, right: float, top: float) -> None:
        if code in _LIGATURES:
            letter = _LIGATURES[code]
        elif code in _HYPHENS:
            letter = "\u00ad"
        elif _is_meaningless(code):
            self.unreadable += 1
            return
        else:
            letter = chr(code)
        if self._text:
            x0, x1, y0, y1 = self._box
            size = max(y1 - y0, top - bottom)
            if left - x1 > _WORD_GAP * size or left < x0 - 0.5 * size or abs(bottom - y0) > 0.6 * size:
                self._end()
        if not self._text:
            self._first = index
            self._box = (left, right, bottom, top)
        else:
            self._box = (self._box[0], max(right, self._box[1]), min(bottom, self._box[2]), max(top, self._box[3]))
        self._text.append(letter)
        self._last = index

    def _end(self) -> None:
        """What was collected becomes a word; a hyphen that is not at its end was invisible."""
        text = "".join(self._text)
        self._text.clear()
        text = text[:-1].replace("\u00ad", "") + text[-1:].replace("\u00ad", "-")
        if text:
            x0, x1, bottom, top = self._box
            self.spans.append((self._first, self._last))
            self._words.append(
                Word(
                    text,
                    x0,
                    x1,
                    self._height - top,
                    self._height - bottom,
                    self._height - self._baseline(bottom),
                    self._is_bold(),
                )
            )

    def _baseline(self, bottom: float) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        found = self._pdfium.FPDFText_GetCharOrigin(self._raw, self._first, ctypes.byref(x), ctypes.byref(y))
        if not found:
            return bottom
        return self._turn.box(x.value, y.value, x.value, y.value)[1] if self._turn else y.value

    def _is_bold(self) -> bool:
        name = ctypes.create_string_buffer(_FONT_NAME_LENGTH)
        flags = ctypes.c_int()
        length = self._pdfium.FPDFText_GetFontInfo(self._raw, self._first, name, _FONT_NAME_LENGTH, ctypes.byref(flags))
        return 0 < length <= _FONT_NAME_LENGTH and _BOLD_NAME.search(name.value.decode("latin-1")) is not None
