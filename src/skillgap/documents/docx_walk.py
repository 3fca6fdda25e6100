"""Walks the XML of a DOCX part and appends its paragraphs, tables and text boxes to a `TextBuilder`.

A text box follows the paragraph it hangs on. Of two renderings of the same thing (`mc:AlternateContent`) the first is read;
deletions, hidden runs, instructions of fields and prompts of empty form fields are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from skillgap.documents.builder import TextBuilder, clean_line, strip_bullet
from skillgap.documents.docx_styles import Styles, attribute, child, children, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_SHOWN: Final = frozenset(
    ("del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "sectPr")
)
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_ONE_LINE: Final = 160
_BOLD_HEADING_LENGTH: Final = 60
_BOLD_HEADING_LEVEL: Final = 4


def walk(container: _Element, styles: Styles, builder: TextBuilder) -> None:
    """Append everything that is shown below `container`: a body, a header, a cell, a text box."""
    for element in children(container):
        name = local_name(element)
        if name == "p":
            _paragraph(element, styles, builder)
        elif name == "tbl":
            _table(element, styles, builder)
        elif name in ("footnote", "endnote"):
            if attribute(element, "type") in ("", "normal"):
                walk(element, styles, builder)
        elif _is_shown(element):
            walk(_shown_part(element), styles, builder)


def _paragraph(paragraph: _Element, styles: Styles, builder: TextBuilder) -> None:
    pieces: list[str] = []
    boxes: list[_Element] = []
    weights: list[bool] = []
    _collect(paragraph, styles, pieces, boxes, weights)
    text = "".join(pieces)
    properties = child(paragraph, "pPr")
    level, depth = styles.heading_level(properties), styles.list_depth(properties)
    bulleted = strip_bullet(text)
    if level:
        builder.add(text, "heading", level)
    elif depth or bulleted:
        builder.add(bulleted or text, "list_item", depth or 1)
    elif weights and all(weights) and _is_short_line(text):
        builder.add(text, "heading", _BOLD_HEADING_LEVEL)
    else:
        builder.add(text)
    for box in boxes:
        walk(box, styles, builder)


def _collect(element: _Element, styles: Styles, pieces: list[str], boxes: list[_Element], weights: list[bool]) -> None:
    """Gather the words of a paragraph, the text boxes that hang on it, and whether each run with letters is bold."""
    for part in children(element):
        name = local_name(part)
        if name in ("t", "delText"):
            if name == "t":
                pieces.append(part.text or "")
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name == "sym":
            pieces.append(_symbol(attribute(part, "char")))
        elif name == "txbxContent":
            boxes.append(part)
        elif name == "r":
            if not styles.is_hidden(child(part, "rPr")):
                before = len(pieces)
                _collect(part, styles, pieces, boxes, weights)
                if "".join(pieces[before:]).strip():
                    weights.append(styles.is_bold(child(part, "rPr")))
        elif _is_shown(part):
            _collect(_shown_part(part), styles, pieces, boxes, weights)


def _table(table: _Element, styles: Styles, builder: TextBuilder) -> None:
    """Rows of short cells become one line each; the cells of a page layout are read one after the other."""
    for row in _below(table, "tr"):
        cells = list(_below(row, "tc"))
        contents = _short_contents(cells, styles)
        if len(contents) > 1:
            builder.add_row(contents)
        else:
            for cell in cells:
                walk(cell, styles, builder)


def _short_contents(cells: Sequence[_Element], styles: Styles) -> list[str]:
    """What the filled cells of a row say, if each is one line and all fit into one; else nothing.

    A cell with a table in it is never short, and not looked into: tables nested fifty deep would be read 2^50 times.
    """
    contents: list[str] = []
    for cell in cells:
        if any(local_name(element) == "tbl" for element in cell.iter()):
            return []
        alone = TextBuilder()
        walk(cell, styles, alone)
        contents.append(alone.text)
    short = all("\n" not in text for text in contents) and sum(map(len, contents)) <= _ONE_LINE
    return [text for text in contents if text] if short else []


def _below(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, also those in content controls and tracked insertions."""
    for part in children(element):
        if local_name(part) == name:
            if not _is_deleted(part):
                yield part
        elif _is_shown(part):
            yield from _below(_shown_part(part), name)


def _is_deleted(row: _Element) -> bool:
    return child(child(row, "trPr"), "del") is not None


def _is_shown(element: _Element) -> bool:
    if local_name(element) == "sdt":
        return child(child(element, "sdtPr"), "showingPlcHdr") is None
    return local_name(element) not in _NOT_SHOWN


def _shown_part(element: _Element) -> _Element:
    """The element itself, or the first choice of an `mc:AlternateContent`."""
    if local_name(element) != "AlternateContent":
        return element
    choice = child(element, "Choice")
    fallback = child(element, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else element


def _symbol(code: str) -> str:
    """A character of a symbol font; those of the private area are bullets and icons."""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def _is_short_line(text: str) -> bool:
    line = clean_line(text)
    return "\n" not in text.strip() and len(line) <= _BOLD_HEADING_LENGTH and not line.endswith((".", ",", ";"))
