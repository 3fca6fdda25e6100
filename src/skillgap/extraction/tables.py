"""Reads tables whose heads or cells say how much is asked, or what is not known: "Must have | Nice to have", "Never", "Need it?".

In: lines and blocks of a text. Out: for each line of such a table the parts of it that are read, each with the section that it
belongs to and the years beside it. Cells that only say a level or years are no parts: what they say stands in those of their row.
Tables that say neither are left to the readers of lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from skillgap.extraction.answers import Answer, answer_said, asks_need
from skillgap.extraction.cells import is_years_head, level_said, years_said
from skillgap.extraction.headings import heading_kind
from skillgap.extraction.item_marks import marked_items, may_mark
from skillgap.extraction.legends import legend_of, mark_of
from skillgap.extraction.rows import SIGNS, Cell, Row, row_of
from skillgap.extraction.table_heads import Head, head_of, is_head
from skillgap.extraction.units import Line
from skillgap.model import Block, Kind

_MARK = re.compile(r"(?:x|yes|y|[✓✔✅☑●•])", re.IGNORECASE)
"""Says in a column of a level that the row has it."""
_YEARS_WORD = re.compile(r"years?|yrs?\.?", re.IGNORECASE)


class Part(NamedTuple):
    """A stretch of a table `[start, end)`, the kind of section it belongs to (None: the one around it), and the years beside it.

    `firm`: whether the years are asked whatever section the table stands in.
    """

    start: int
    end: int
    section: str | None
    years: float = 0.0
    firm: bool = False


def find_tables(plain: str, lines: Sequence[Line], blocks: Sequence[Block], kind: Kind) -> dict[int, tuple[Part, ...]]:
    """The lines of tables that say levels or years, by their starts. `plain` is the text with plain characters."""
    found: dict[int, tuple[Part, ...]] = {}
    starts = [block.start for block in blocks]
    legend: Mapping[str, str] | None = None
    index = 0
    while index < len(lines):
        first = row_of(plain, lines[index], blocks, starts)
        if first is None or first.rule or len(first.cells) < 2:
            index += 1
            continue
        rows = [first]
        while index + len(rows) < len(lines):
            line = lines[index + len(rows)]
            row = row_of(plain, line, blocks, starts, first)
            if row is None or row.way != first.way or _opens(plain, row, kind):
                break
            if line.gap and (row.way != "block" or len(row.cells) > 1):
                break
            rows.append(row)
        if legend is None:
            legend = legend_of(plain) if kind == "posting" else {}
        parts = _parts(plain, rows, kind, legend)
        found.update((lines[index + at].start, part) for at, part in enumerate(parts) if part is not None)
        index += len(rows)
    return found if kind != "posting" or not may_mark(plain) else {**_of_items(plain, lines, legend), **found}


def _of_items(plain: str, lines: Sequence[Line], legend: Mapping[str, str] | None) -> dict[int, tuple[Part, ...]]:
    """The items whose marks say how much they are asked, by their starts."""
    marked = marked_items(plain, lines, legend_of(plain) if legend is None else legend)
    return {start: (Part(first, last, section or None),) for start, (first, last, section) in marked.items()}


def _opens(plain: str, row: Row, kind: Kind) -> bool:
    """Whether a row of one cell is a heading, with which something else begins."""
    return len(row.cells) == 1 and heading_kind(plain[row.cells[0].start : row.cells[0].end], kind, False) is not None


def _parts(plain: str, rows: Sequence[Row], kind: Kind, legend: Mapping[str, str]) -> list[tuple[Part, ...] | None]:
    """The parts of each row; None for a row that says neither level nor years. `legend`: what marks in cells stand for."""
    if sum(not row.rule for row in rows) < 2:
        return [None] * len(rows)
    asked = _asked_column(plain, rows) if kind == "posting" else None
    if asked is not None:
        counted = {cell.column for cell in rows[0].cells if is_years_head(plain[cell.start : cell.end])}
        return [_by_answer(plain, row, asked, counted, head=row is rows[0]) for row in rows]
    result: list[tuple[Part, ...] | None] = []
    levels = _level_column(plain, rows, legend) if kind == "posting" else None
    around = "other" if kind == "posting" else "skills"
    head: Head | None = None
    above = ""
    first = min(cell.column for row in rows for cell in row.cells)
    for index, row in enumerate(rows):
        if row.rule:
            result.append(())
        elif len(row.cells) > 1 and (new := head_of(plain, row, kind, index == 0)) and is_head(new, index, levels):
            head = new
            result.append(_head_parts(row, new, around) if new.levels else None)
        elif head and head.levels:
            result.append(tuple(_by_column(plain, row, head, around)))
        else:
            below = levels == first and row.cells[0].column != first  # the cell that says the level spans rows
            above = above if below else _level_of(plain, row, levels, legend)
            result.append(_by_row(plain, row, head, levels, above, kind, legend))
    return result if any(result) else [None] * len(rows)


def _asked_column(plain: str, rows: Sequence[Row]) -> int | None:
    """The column whose head asks how much is needed and whose cells, most of them, answer. Two such heads are two levels."""
    told = [head for head in rows[0].cells if level_said(plain[head.start : head.end].rstrip("?"))]
    if len(told) > 1 or any(plain[head.end - 1] != "?" for head in told):
        return None
    for head in rows[0].cells[1:]:
        if asks_need(plain[head.start : head.end]):
            cells = [cell for row in rows[1:] for cell in row.cells if cell.column == head.column and not row.rule]
            answers = sum(_answers(plain[cell.start : cell.end]) for cell in cells)
            if 2 * answers > len(cells):
                return head.column
    return None


def _answers(text: str) -> bool:
    """Whether a cell answers how much is needed, in words or in years."""
    return answer_said(text) is not None or years_said(text) > 0


def _by_answer(plain: str, row: Row, column: int, counted: Set[int], *, head: bool) -> tuple[Part, ...]:
    """The cells of a row of which the one in a column answers how much is needed what the first names.

    What else the row says of that, and the remark behind an answer, asks for nothing. Plain numbers are years in columns that are
    `counted`.
    """
    cells = [] if row.rule else row.cells
    text = next((plain[cell.start : cell.end] for cell in cells if cell.column == column), "")
    answer = None if head else answer_said(text)
    years = max((years_said(plain[cell.start : cell.end], bare=cell.column in counted) for cell in cells), default=0.0)
    level = _answered(answer, text, years)
    named = next((cell for cell in cells if cell.column != column and any(map(str.isalpha, plain[cell.start : cell.end]))), None)
    parts: list[Part] = []
    for cell in cells:
        if cell is named and not head:
            parts.append(Part(cell.start, cell.end, level, years, firm=True))
        elif cell.column != column:
            parts.append(Part(cell.start, cell.end, "other"))
        elif answer and answer.end < len(text):
            parts.append(Part(cell.start + answer.end, cell.end, "other"))
    return tuple(parts)


def _answered(answer: Answer | None, text: str, years: float) -> str | None:
    """The level that a cell answers, or says in other words: what is no must but is asked for years is welcome."""
    if answer is None:
        return level_said(text) or ("required" if years_said(text) else None)
    return "preferred" if answer.kind == "negated" and years else answer.kind


def _head_parts(row: Row, head: Head, around: str) -> tuple[Part, ...]:
    """What else the head of a table says."""
    return tuple(Part(c.start, c.end, around) for c in row.cells if c.column not in head.levels and c.column not in head.years)


def _by_column(plain: str, row: Row, head: Head, around: str) -> Iterator[Part]:
    """The cells of a row, each at the level of its column; what a mark in such a column speaks of is at that level too.

    `around`: the section of those in columns without a level.
    """
    marked = [
        head.levels[cell.column]
        for cell in row.cells
        if cell.column in head.levels and _MARK.fullmatch(plain, cell.start, cell.end)
    ]
    told = (plain[cell.start : cell.end] for cell in row.cells if cell.column in head.years)
    years = max((years_said(text, bare=True) for text in told), default=0)
    others = marked[0] if marked else around
    named = [cell for cell in row.cells if cell.column not in head.years]
    for index, cell in enumerate(named):
        yield Part(cell.start, cell.end, head.levels.get(cell.column, others), 0 if index and not marked else years, firm=True)


def _by_row(
    plain: str, row: Row, head: Head | None, levels: int | None, level: str, kind: Kind, legend: Mapping[str, str]
) -> tuple[Part, ...] | None:
    """The cells of a row at the level that one of them says, with the years that another one says of the first."""
    years = 0.0
    named: list[Cell] = []
    number: Cell | None = None
    classed = False
    for cell in row.cells:
        text = plain[cell.start : cell.end]
        if cell.column == levels and (level or mark_of(text) in legend):
            classed = True
        elif number and _YEARS_WORD.fullmatch(text):
            years = years or years_said(plain[number.start : number.end], bare=True)
            named.remove(number)
        elif found := years_said(text, bare=head is not None and cell.column in head.years):
            years = years or found
        else:
            named.append(cell)
        number = cell if text[0].isdigit() and len(text) < 6 else None
    if not (level or classed or years):
        return None
    firm = bool(level) or kind == "resume" or row.way in SIGNS or (head is not None and head.skills is not None)
    lettered = [cell for cell in named if any(map(str.isalpha, plain[cell.start : cell.end]))]
    of = next((cell for cell in lettered if head and cell.column == head.skills), next(iter(lettered), None))
    return tuple(Part(cell.start, cell.end, level or None, years if cell is of else 0, firm) for cell in named)


def _level_of(plain: str, row: Row, column: int | None, legend: Mapping[str, str]) -> str:
    """The level that the cell of a row in the column of levels says."""
    cell = next((cell for cell in row.cells if cell.column == column), None)
    return (_cell_level(plain[cell.start : cell.end], legend) or "") if cell else ""


def _cell_level(text: str, legend: Mapping[str, str]) -> str | None:
    """The level that a cell says, in words or by a mark of the legend."""
    return legend.get(mark_of(text)) or level_said(text)


def _counts_years(plain: str, row: Row) -> bool:
    """Whether a row is the head of a column of years: the level beside it is one for all below, "Required skills | Years"."""
    return any(is_years_head(plain[cell.start : cell.end]) for cell in row.cells)


def _level_column(plain: str, rows: Sequence[Row], legend: Mapping[str, str]) -> int | None:
    """The column whose cells say the level of their row, if there is one."""
    said: Counter[int] = Counter()
    for row in rows:
        columns = [cell.column for cell in row.cells if _cell_level(plain[cell.start : cell.end], legend)]
        if len(columns) == 1 and len(row.cells) > 1 and not _counts_years(plain, row):
            said[columns[0]] += 1
    column, count = max(said.items(), key=lambda pair: pair[1], default=(0, 0))
    return column if count > 1 or (count and rows[0].way not in ("blank", "tab")) else None
