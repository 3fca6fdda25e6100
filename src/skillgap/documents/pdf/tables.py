"""Takes the ruled tables of a page apart: which words stand in which cell, and which cells make a row.

In come words and rules, out go rows of cells, each cell with its words, and the words that stand in none. A box by itself, as a
frame around a section, is no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.rules import Cell, Rules

_BESIDE: Final = 4.0
"""Points between the edges of neighbours; borders of web pages leave a gap."""
_LEVEL: Final = 3.0
"""Points by which the upper edges of the cells of a row differ at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that have words, from left to right."""

    cells: Sequence[tuple[Cell, Sequence[Word]]]

    @property
    def words(self) -> list[Word]:
        """All its words."""
        return [word for _, words in self.cells for word in words]


def take_apart(words: Iterable[Word], rules: Rules) -> tuple[list[Row], list[Word]]:
    """The rows of the ruled tables, and the words outside them."""
    if not rules.have_cells:
        return [], list(words)
    inside: dict[Cell, list[Word]] = {}
    rest: list[Word] = []
    for word in words:
        cell = rules.cell_at((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
        if cell is None:
            rest.append(word)
        else:
            inside.setdefault(cell, []).append(word)
    rows: list[Row] = []
    for cells in _rows(inside, rules):
        if len(cells) > 1:
            rows.append(Row([(cell, inside[cell]) for cell in cells]))
        else:
            rest += inside[cells[0]]
    return rows, rest


def _rows(cells: Iterable[Cell], rules: Rules) -> list[list[Cell]]:
    """Cells by row; between neighbours there is nothing but empty cells."""
    levels: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: cell.top):
        if levels and cell.top - levels[-1][0].top <= _LEVEL:
            levels[-1].append(cell)
        else:
            levels.append([cell])
    rows: list[list[Cell]] = []
    for level in levels:
        level.sort(key=lambda cell: cell.left)
        rows.append([level[0]])
        for before, cell in pairwise(level):
            if _are_joined(before, cell, rules):
                rows[-1].append(cell)
            else:
                rows.append([cell])
    return rows


def _are_joined(before: Cell, cell: Cell, rules: Rules) -> bool:
    end = before.right
    while cell.left - end > _BESIDE:
        between = rules.cell_at(end + _BESIDE, (cell.top + cell.bottom) / 2)
        if between is None or between.right <= end:
            return False
        end = between.right
    return True
