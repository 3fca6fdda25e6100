"""What the files of word processors have in common: headings and list items, hidden words, headers and footers.

In come the words of a paragraph, a row, a header as the reader of a format found them, with their looks as plain values; out go
blocks in a `TextBuilder`, reasons and notices. Nothing here knows how a format writes any of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from skillgap.documents import colours, limits
from skillgap.documents.builder import TextBuilder, clean_line, strip_bullet
from skillgap.documents.colours import WHITE, Colour
from skillgap.errors import ScanWithoutText
from skillgap.model import Notice

_TINY: Final = 5
"""Half points: 2.5 points and less is read by nobody."""
_NARROW: Final = 10
"""Per cent of their width, to which letters are squeezed."""
FLAT: Final = 60
"""Twentieths of a point: no line of letters fits into so little."""

_ONE_LINE: Final = 160
_BOLD_HEADING_LENGTH: Final = 60
_BOLD_HEADING_LEVEL: Final = 4
_COLUMN_PARAGRAPHS: Final = 4
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s*([1-9])$")

_PAGE_FURNITURE: Final = frozenset(("page", "of", "seite", "von", "/", "|", "-", "–"))
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")


@dataclass(frozen=True, slots=True)
class Ground:
    """What is behind the words: a colour, or None where it is not known; and why they are not seen, whatever they are."""

    colour: Colour | None = WHITE
    hidden: str = ""

    def within(self, fill: Colour | None) -> Ground:
        """The ground where something is filled with a colour on it, if it is."""
        return replace(self, colour=fill) if fill else self

    def unknown(self) -> Ground:
        """The same without a colour."""
        return replace(self, colour=None)


def why_unseen(
    *,
    hidden: bool,
    size: int | None = None,
    width: int | None = None,
    line: int | None = None,
    colour: Colour | None = None,
    behind: Colour | None = None,
) -> str:
    """Why words are not seen; empty where they are.

    Args:
        hidden: whether the word processor is told to hide them.
        size: in half points.
        width: of the letters, in per cent of what it is usually.
        line: the height of their line where that is fixed, in twentieths of a point.
        colour, behind: of the words and of what is behind them; None where it is not known.
    """
    if hidden:
        return "hidden text"
    if (size is not None and size <= _TINY) or (width is not None and width < _NARROW) or (line is not None and line < FLAT):
        return "tiny text"
    if colour and behind and colours.alike(colour, behind):
        return "white text" if colours.alike(colour, WHITE) else "text in the colour of what is behind it"
    return ""


def heading_level_of(style: str) -> int:
    """The level, 1-6, that the name of a paragraph style stands for; 0 where it is none of a heading."""
    named = _HEADING_NAME.match(style.lower())
    return min(int(named[1]), 6) if named else int(style.lower() == "title")


def add_paragraph(builder: TextBuilder, text: str, *, level: int, depth: int, bold: bool) -> None:
    """Append a paragraph as what it is: a heading of a level, a list item of a depth, a short bold line, or none of these."""
    bulleted = strip_bullet(text)
    if level:
        builder.add(text, "heading", level)
    elif depth or bulleted:
        builder.add(bulleted or text, "list_item", depth or 1)
    elif bold and _is_short_line(text):
        builder.add(text, "heading", _BOLD_HEADING_LEVEL)
    else:
        builder.add(text)


def add_row(builder: TextBuilder, cells: Sequence[TextBuilder], spans: Sequence[int]) -> bool:
    """Append a row of a table as one line, if each cell is one line and all fit into one, and tell whether it was.

    Args:
        builder: where to.
        cells: what each holds; none where a cell is not looked into.
        spans: how many columns each takes up.
    """
    contents = [cell.text for cell in cells]
    filled = sum(map(bool, contents))
    if any("\n" in text for text in contents) or sum(map(len, contents)) > _ONE_LINE:
        return False
    if filled < 2 and not (filled and len(cells) > 1 and all(cell.is_plain for cell in cells)):
        return False
    columns: list[str] = []
    for text, span in zip(contents, spans, strict=True):
        columns += (text, *[""] * (min(span, limits.CELL_COLUMNS) - 1))
    builder.add_row(columns, gap=None if filled > 1 else True)
    for cell in cells:
        builder.take_notes(cell)
    return True


def add_once(builder: TextBuilder, headers: Sequence[Callable[[TextBuilder], None]]) -> None:
    """Append headers or footers; one that says the same again, or only counts pages, is left out.

    Args:
        builder: where to.
        headers: each appends one of them.
    """
    seen: set[str] = set()
    for append in headers:
        alone = TextBuilder()
        append(alone)
        words = clean_line(alone.text)
        if words not in seen and any(word.lower() not in _PAGE_FURNITURE and not word.isdigit() for word in words.split()):
            seen.add(words)
            append(builder)
        elif not words:
            builder.take_notes(alone)


def about_columns(place: str = "") -> Notice:
    """Told to job seekers: columns are read one after the other here, and elsewhere often line by line."""
    message = f"columns stand side by side{place}, whose lines some parsers join"
    return Notice("columns", message, "info", "for application forms use one column")


def are_columns(paragraphs: Iterable[int]) -> bool:
    """Whether the cells of a row are columns of a page rather than of a table: two of them hold several paragraphs."""
    return sum(count >= _COLUMN_PARAGRAPHS for count in paragraphs) > 1


def about_pictures(place: str = "") -> Notice:
    """Told to job seekers: what is written in pictures is read by nobody but people."""
    message = f"a large picture stands beside the text{place}, and words in it are not read"
    return Notice("text-in-picture", message, "info", "write as text what it says")


def about_contact(furniture: str, body: str) -> list[Notice]:
    """Told to job seekers: headers and footers are read here, and elsewhere often left out."""
    if not _ADDRESS.search(furniture) or _ADDRESS.search(body):
        return []
    message = "the address stands only in a header or footer, which some parsers leave out"
    return [Notice("contact-in-header", message, "info", "put it into the text, at the top")]


def without_text(source: str) -> ScanWithoutText:
    """The error of a document that is nothing but pictures."""
    remedy = "save it as PDF, recognise the text (`ocrmypdf in.pdf out.pdf`) and give the result"
    return ScanWithoutText("it holds pictures and no text", where=source, remedy=remedy)


def _is_short_line(text: str) -> bool:
    line = clean_line(text)
    return "\n" not in text.strip() and len(line) <= _BOLD_HEADING_LENGTH and not line.endswith((".", ",", ";"))
