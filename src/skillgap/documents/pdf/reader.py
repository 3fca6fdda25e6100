"""Reads PDF: words from pdfium (or pdfplumber), one geometric layout over them, blocks out of the lines.

Offsets of pages are kept. What stops reading is told apart: a password, a broken file, pictures without text, fonts whose
letters cannot be told. Links, forms and annotations are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from threading import Lock
from typing import Final

from skillgap.documents import office
from skillgap.documents.builder import TextBuilder
from skillgap.documents.limits import PAGES
from skillgap.documents.pdf import fallback, layout, words
from skillgap.documents.pdf.furniture import without_furniture
from skillgap.documents.pdf.geometry import Line, Page
from skillgap.documents.pdf.paragraphs import parts
from skillgap.errors import DamagedFile, EmptyDocument, EncryptedFile, ScanWithoutText, UnreadableFonts
from skillgap.model import Document, Notice

_OCR: Final = "recognise the text first (`ocrmypdf in.pdf out.pdf`) and give the result"
_SHORTER: Final = "give the résumé or posting alone"
_ONE_AT_A_TIME: Final = Lock()
"""pdfium keeps global state and must not be entered by two threads."""
_UNREADABLE: Final = 0.3
"""Share of characters without a Unicode value from which on a text is worth nothing."""
_COLUMN_LINES: Final = 4
"""Fewer lines beside others are a label or a date."""
_ICONS: Final = 0.02
"""Share up to which they are icons, as before a telephone number, and not worth a word."""


def read(data: bytes, source: str) -> Document:
    """Read PDF; see `Reader`.

    Raises:
        EncryptedFile, DamagedFile, ScanWithoutText, UnreadableFonts, EmptyDocument: there is nothing to read.
    """
    pages = _pages(data, source)
    _check_text(pages, source)
    laid = [layout.lines(page.words, page.rules) for page in pages]
    lines = without_furniture(laid, [page.height for page in pages])
    builder = TextBuilder()
    number = -1
    for part in parts(lines):
        while number < part.page:
            builder.page()
            number += 1
        builder.add(part.text, part.kind, part.level, gap=part.gap or part.kind == "heading")
    for _ in range(number + 1, len(pages)):
        builder.page()
    for number, page in enumerate(pages, start=1):
        for reason in dict.fromkeys(reason for _, reason in page.hidden):
            for line in layout.lines(word for word, why in page.hidden if why == reason):
                builder.hide(line.text, reason, number)
    cut = len(pages) == PAGES and words.page_count(data) > PAGES
    return builder.build("pdf", source, notices=[*_notices(pages, cut=cut), *_about_columns(laid)])


def _pages(data: bytes, source: str) -> list[Page]:
    """The pages as pdfium sees them, or where it sees no words, as pdfplumber does."""
    import pypdfium2

    try:
        with _ONE_AT_A_TIME:
            pages = list(words.pages(data))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(
                "the document is protected by a password", where=source, remedy="save it without a password and give that"
            ) from error
        pages = []
    if any(page.words or page.hidden for page in pages):
        return pages
    second = _second_opinion(data)
    if not pages and not second:
        raise DamagedFile("the PDF is damaged or cut off", where=source, remedy="get or export it again")
    return second if any(page.words for page in second) or not pages else pages


def _second_opinion(data: bytes) -> list[Page]:
    try:
        return list(fallback.pages(data))
    except Exception:
        # pdfminer raises anything on a broken file; that pdfium found nothing either is what is told.
        return []


def _check_text(pages: Sequence[Page], source: str) -> None:
    unreadable, letters = _counted(pages)
    if unreadable > _UNREADABLE * (letters + unreadable):
        raise UnreadableFonts("its fonts do not say which letters they show", where=source, remedy=_OCR)
    if letters == 0 and (reasons := {reason for page in pages for _, reason in page.hidden}):
        raise EmptyDocument(f"nothing in it can be seen ({', '.join(sorted(reasons))})", where=source, remedy="export it again")
    if letters == 0 and any(page.pictures for page in pages):
        raise ScanWithoutText("its pages are pictures without text", where=source, remedy=_OCR)
    if letters == 0:
        raise EmptyDocument("its pages are empty", where=source, remedy="export it again")


def _counted(pages: Sequence[Page]) -> tuple[int, int]:
    """How many characters cannot be read, and how many can."""
    return sum(page.unreadable for page in pages), sum(len(word.text) for page in pages for word in page.words)


def _notices(pages: Sequence[Page], *, cut: bool) -> list[Notice]:
    notices: list[Notice] = []
    if pictures := _numbers(not page.words and page.pictures > 0 for page in pages):
        notices.append(Notice("page-without-text", f"page {pictures} is a picture without text", "serious", _OCR))
    if beside := _numbers(bool(page.words) and page.pictures > 0 for page in pages):
        notices.append(office.about_pictures(f" (p. {beside})"))
    unreadable, letters = _counted(pages)
    if unreadable > _ICONS * letters:
        message = f"{unreadable} characters cannot be read, since their font does not say which they are"
        notices.append(Notice("lost-characters", message, remedy="export it again, with another font"))
    if long := _numbers(page.cut for page in pages):
        message = f"page {long} was read in part, since it has too many characters"
        notices.append(Notice("cut", message, "serious", _SHORTER))
    if whole := _numbers(not page.looked_through for page in pages):
        message = f"page {whole} was not looked through for hidden words, since there is too much on it"
        notices.append(Notice("not-looked-through", message, remedy="compare its text with what you see"))
    if cut:
        notices.append(Notice("cut", f"only the first {PAGES} pages were read", "serious", _SHORTER))
    return notices


def _numbers(concerned: Iterable[bool]) -> str:
    """The numbers of the pages that something concerns."""
    return ", ".join(str(number) for number, does in enumerate(concerned, start=1) if does)


def _about_columns(pages: Sequence[Sequence[Line]]) -> list[Notice]:
    """Told to job seekers: here columns are read one after the other, elsewhere their lines may be joined."""
    numbers = _numbers(map(_has_columns, pages))
    return [office.about_columns(f" (p. {numbers})")] if numbers else []


def _has_columns(lines: Sequence[Line]) -> bool:
    """Whether two columns of several lines stand beside each other."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    heights = [
        (min(c.baseline for c in column), max(c.baseline for c in column))
        for column in columns.values()
        if len(column) >= _COLUMN_LINES
    ]
    return any(
        min(one[1], other[1]) - max(one[0], other[0]) > 0.5 * min(one[1] - one[0], other[1] - other[0])
        for one, other in combinations(heights, 2)
    )
