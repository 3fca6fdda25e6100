"""Walks the XML of a DOCX part and appends its paragraphs, tables and text boxes to a `TextBuilder`.

A text box follows the paragraph it hangs on. Of two renderings of the same thing (`mc:AlternateContent`) the first is read;
deletions, instructions of fields and prompts of empty form fields are not. Of hidden runs a note is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from skillgap.documents import office
from skillgap.documents.builder import TextBuilder
from skillgap.documents.docx.sight import fill_of, in_box, row_is_hidden, why_hidden
from skillgap.documents.docx.styles import Styles, attribute, child, children, local_name, value_of
from skillgap.documents.office import Ground

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_SHOWN: Final = frozenset(
    ("del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "sectPr")
)
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def walk(container: _Element, styles: Styles, builder: TextBuilder, ground: Ground) -> None:
    """Append everything that is shown below `container`: a body, a header, a cell, a text box; and note what is hidden."""
    for element in children(container):
        name = local_name(element)
        if name == "p":
            _paragraph(element, styles, builder, ground)
        elif name == "tbl":
            _table(element, styles, builder, ground)
        elif name in ("footnote", "endnote"):
            if attribute(element, "type") in ("", "normal"):
                walk(element, styles, builder, ground)
        elif _is_shown(element):
            walk(_shown_part(element), styles, builder, ground)


def _paragraph(paragraph: _Element, styles: Styles, builder: TextBuilder, ground: Ground) -> None:
    properties = child(paragraph, "pPr")
    words = _Words(properties, styles, ground)
    words.collect(paragraph)
    text = "".join(words.pieces)
    for hidden, run in groupby(words.hidden, key=lambda piece: piece[1]):
        builder.hide("".join(piece for piece, _ in run), hidden)
    bold = bool(words.weights) and all(words.weights)
    office.add_paragraph(builder, text, level=styles.heading_level(properties), depth=styles.list_depth(properties), bold=bold)
    for box in words.boxes:
        walk(box, styles, builder, in_box(box, ground))


class _Words:
    """Gathers what is in a paragraph: shown words, hidden ones with the reason, text boxes, and whether each run is bold."""

    def __init__(self, properties: _Element | None, styles: Styles, ground: Ground) -> None:
        self._properties = properties
        self._styles = styles
        self._ground = ground
        self.pieces: list[str] = []
        self.hidden: list[tuple[str, str]] = []
        self.boxes: list[_Element] = []
        self.weights: list[bool] = []

    def collect(self, element: _Element, why: str = "") -> None:
        """Gather what is below an element; `why` it is hidden, if it is."""
        for part in children(element):
            name = local_name(part)
            if name == "t":
                self._add(part.text or "", why)
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name], why)
            elif name == "sym":
                self._add(_symbol(attribute(part, "char")), why)
            elif name == "txbxContent":
                self.boxes.append(part)
            elif name == "r":
                self._run(part)
            elif _is_shown(part):
                self.collect(_shown_part(part), why)

    def _run(self, run: _Element) -> None:
        properties = child(run, "rPr")
        before = len(self.pieces)
        self.collect(run, why_hidden(properties, self._properties, self._styles, self._ground))
        if "".join(self.pieces[before:]).strip():
            self.weights.append(self._styles.is_bold(properties))

    def _add(self, text: str, why: str) -> None:
        if why:
            self.hidden.append((text, why))
        else:
            self.pieces.append(text)


def _table(table: _Element, styles: Styles, builder: TextBuilder, ground: Ground) -> None:
    """Rows of short cells become one line each; the cells of a page layout are read one after the other."""
    properties = child(table, "tblPr")
    ground = ground.within(fill_of(child(properties, "shd")))
    if styles.shades_cells(properties):
        ground = ground.unknown()
    for row in _below(table, "tr"):
        grounded = replace(ground, hidden="hidden row") if row_is_hidden(row) else ground
        cells = [(cell, grounded.within(fill_of(child(child(cell, "tcPr"), "shd")))) for cell in _below(row, "tc")]
        spans = [_columns(cell) for cell, _ in cells]
        if not office.add_row(builder, _contents(cells, styles), spans):
            for cell, behind in cells:
                walk(cell, styles, builder, behind)


def _contents(cells: Sequence[tuple[_Element, Ground]], styles: Styles) -> list[TextBuilder]:
    """What each cell of a row holds, in a row that may be a line.

    A cell with a table in it is never short, and not looked into: tables nested fifty deep would be read 2^50 times.
    """
    builders: list[TextBuilder] = []
    for cell, ground in cells:
        if any(local_name(element) == "tbl" for element in cell.iter()):
            return []
        builders.append(TextBuilder())
        walk(cell, styles, builders[-1], ground)
    return builders


def _columns(cell: _Element) -> int:
    """How many columns a cell takes up."""
    span = value_of(child(cell, "tcPr"), "gridSpan")
    return int(span) if span.isdecimal() and 0 < len(span) < 5 else 1


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
