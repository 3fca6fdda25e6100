"""What is gathered from an RTF file before it is judged and written: a story of paragraphs and table rows, with text boxes.

A story is the body, a header, a footnote or the words of a text box. Rows nest as deep as the file says, up to a limit beyond
which they are read as rows of the innermost table.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from skillgap.documents import office
from skillgap.documents.rtf.state import CELL_SHADING, PARAGRAPH, PLAIN, ROW_SHADING, Look, ParagraphLook, Shading, shaded

_DEEPEST_TABLE: Final = 20
DEEPEST_BOX: Final = 20
_SIDES: Final = frozenset(("shpleft", "shptop", "shpright", "shpbottom", "shpfblwtxt"))


@dataclass(slots=True)
class Run:
    """Words that look the same, in pieces."""

    look: Look
    pieces: list[str]

    @property
    def text(self) -> str:
        """The words, with the halves of surrogate pairs joined."""
        text = "".join(self.pieces)
        return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@dataclass(slots=True)
class Paragraph:
    """Runs, the label that a list puts in front of them, and the text boxes that hang on them."""

    look: ParagraphLook = PARAGRAPH
    runs: list[Run] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    boxes: list[Story] = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        """Append words."""
        if self.runs and self.runs[-1].look == look:
            self.runs[-1].pieces.append(text)
        else:
            self.runs.append(Run(look, [text]))


@dataclass(slots=True)
class RowLook:
    """What a file says of a row: its height (in twentieths of a point, negative where it is fixed), how its cells are filled."""

    height: int = 0
    shading: Shading = PLAIN
    cells: list[Shading] = field(default_factory=list)
    _cell: Shading = PLAIN

    def tell(self, word: str, number: int | None) -> None:
        """Take a control word that may say something of a row."""
        if word == "cellx":
            self.cells.append(self._cell)
            self._cell = PLAIN
        elif word == "trrh":
            self.height = number or 0
        elif word in CELL_SHADING:
            self._cell = shaded(self._cell, CELL_SHADING[word], number)
        elif word in ROW_SHADING:
            self.shading = shaded(self.shading, ROW_SHADING[word], number)


@dataclass(slots=True)
class Row:
    """The cells of a table row."""

    cells: list[list[Item]]
    look: RowLook


Item = Paragraph | Row


@dataclass(slots=True)
class Shape:
    """A drawing, as far as told: its properties by name, and its sides in twentieths of a point from where it is anchored."""

    properties: dict[str, str] = field(default_factory=dict)
    sides: dict[str, int] = field(default_factory=dict)
    """Also whether it lies below the text (`shpfblwtxt`)."""

    def tell(self, word: str, number: int | None) -> bool:
        """Take a control word that may say something of a drawing; whether it does."""
        if word not in _SIDES:
            return False
        self.sides[word] = number or 0
        return True

    def number(self, name: str) -> int | None:
        """A property as a number."""
        value = self.properties.get(name, "")
        return int(value) if value.removeprefix("-").isdecimal() and len(value) <= 12 else None

    def length(self, start: str, end: str) -> int | None:
        """From one side to the other."""
        return self.sides[end] - self.sides[start] if {start, end} <= self.sides.keys() else None


@dataclass(slots=True)
class _OpenRow:
    cells: list[list[Item]] = field(default_factory=list)
    cell: list[Item] = field(default_factory=list)


class Story:
    """Grows by a paragraph, a cell, a row at a time; `items` is whole once `close` was called."""

    def __init__(self, shape: Shape | None = None, depth: int = 0) -> None:
        self.items: list[Item] = []
        self.shape = shape
        self.depth = depth
        self.paragraph = Paragraph()
        self._rows: list[_OpenRow] = []

    def end_paragraph(self, look: ParagraphLook, row: RowLook) -> None:
        """The words so far are a paragraph, in the table that its look says; nothing is kept of an empty one."""
        paragraph, self.paragraph = self.paragraph, Paragraph()
        if paragraph.runs or paragraph.boxes:
            self._go_to(look.table_depth, row)
            paragraph.look = look
            self._place.append(paragraph)

    def end_cell(self, look: ParagraphLook, row: RowLook) -> None:
        """The words so far are the last of a cell."""
        depth = max(look.table_depth, 1)
        self.end_paragraph(replace(look, in_table=True, itap=depth), row)
        self._go_to(depth, row)
        self._rows[-1].cells.append(self._rows[-1].cell)
        self._rows[-1].cell = []

    def end_row(self, look: ParagraphLook, row: RowLook) -> None:
        """The innermost row is complete."""
        self.end_paragraph(look, row)
        if self._rows:
            self._go_to(len(self._rows) - 1, row)

    def close(self, look: ParagraphLook, row: RowLook) -> None:
        """Nothing comes any more: what is open ends here."""
        self.end_paragraph(look, row)
        self._go_to(0, row)

    @property
    def _place(self) -> list[Item]:
        return self._rows[-1].cell if self._rows else self.items

    def _go_to(self, depth: int, row: RowLook) -> None:
        """End or open rows until so many are open."""
        depth = min(depth, _DEEPEST_TABLE)
        while len(self._rows) > depth:
            ended = self._rows.pop()
            cells = [*ended.cells, ended.cell] if ended.cell else ended.cells
            if any(cells):
                self._place.append(Row(cells, row))
        while len(self._rows) < depth:
            self._rows.append(_OpenRow())


def has_columns(story: Story) -> bool:
    """Whether a row of a table stands for columns of the page."""
    return any(
        office.are_columns(sum(isinstance(item, Paragraph) for item in cell) for cell in row.cells)
        for row in story.items
        if isinstance(row, Row)
    )
