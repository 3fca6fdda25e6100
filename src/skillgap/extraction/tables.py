"""Reads tables whose heads or cells say how much is asked, or what is not known: "Must have | Nice to have", "Daily | Never".

In: lines and blocks of a text. Out: for each line of such a table the parts of it that are read, each with the section that it
belongs to and the years beside it. Cells that only say a level or years are no parts: what they say stands in those of their row.
Tables that say neither are left to the readers of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from skillgap.extraction.cells import LONGEST, level_said, status_said
from skillgap.extraction.headings import cleaned, heading_kind
from skillgap.extraction.units import Line
from skillgap.extraction.years import years_of
from skillgap.model import Block, Kind

_RULE = re.compile(r"[\s|:+=-]*--[\s|:+=-]*")
"""The line below the head of a table in text."""
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_GAP = re.compile(r"\S+(?: \S+)*")
"""What stands between gaps of two blanks or more."""
_MARK = re.compile(r"(?:x|yes|y|[✓✔✅☑●•])", re.IGNORECASE)
"""Says in a column of a level that the row has it."""
_OF_YEARS = re.compile(r"(?:\w+ ){0,2}(?:years|yrs)(?: (?:of )?\w+){0,2}")
"""The head of a column of years: "Years", "Min. years", "Years of experience"."""
_OF_SKILLS = re.compile(r"\b(?:skills?|technolog(?:y|ies)|tools?|languages?|competenc(?:y|ies)|requirements?)\b")
_REMARKS = re.compile(r"\b(?:comments?|notes?|remarks?|details?|why|level|years|description)\b")
"""Heads of columns beside one of names."""
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


class _Cell(NamedTuple):
    start: int
    end: int
    column: int


class _Row(NamedTuple):
    """A line as a row: how its cells are parted, and those that hold something."""

    way: str
    cells: tuple[_Cell, ...]
    rule: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """What the columns are, by number: levels, years, the one of skills."""

    levels: Mapping[int, str]
    years: frozenset[int]
    skills: int | None


def find_tables(plain: str, lines: Sequence[Line], blocks: Sequence[Block], kind: Kind) -> dict[int, tuple[Part, ...]]:
    """The lines of tables that say levels or years, by their starts. `plain` is the text with plain characters."""
    found: dict[int, tuple[Part, ...]] = {}
    starts = [block.start for block in blocks]
    index = 0
    while index < len(lines):
        first = _row(plain, lines[index], blocks, starts)
        if first is None or first.rule or len(first.cells) < 2:
            index += 1
            continue
        rows = [first]
        while index + len(rows) < len(lines):
            line = lines[index + len(rows)]
            row = _row(plain, line, blocks, starts, first)
            if row is None or row.way != first.way or _opens(plain, row, kind):
                break
            if line.gap and (row.way != "block" or len(row.cells) > 1):
                break
            rows.append(row)
        parts = _parts(plain, rows, kind)
        found.update((lines[index + at].start, part) for at, part in enumerate(parts) if part is not None)
        index += len(rows)
    return found


def _row(plain: str, line: Line, blocks: Sequence[Block], starts: Sequence[int], head: _Row | None = None) -> _Row | None:
    """A line as a row; below the head of a table whose columns are parted by blanks, a cell is where the head says."""
    if line.block is not None and line.block.kind == "cell":
        first = bisect_left(starts, line.block.start)
        inside = blocks[first : bisect_left(starts, line.end)]
        return _Row("block", tuple(_Cell(block.start, block.end, block.level) for block in inside))
    if (line.block is not None and line.block.kind != "paragraph") or line.bullet:
        return None
    if _RULE.fullmatch(plain, line.start, line.end):
        return _Row(head.way, (), rule=True) if head else None
    begin = plain.rfind("\n", 0, line.start) + 1
    if "|" in plain[line.start : line.end]:
        opened = plain[line.start] == "|"
        way = head.way if head and head.way in ("bar", "frame") else "frame" if opened else "bar"
        return _Row(way, tuple(_split(plain, begin, line.end, _BAR, skip=opened and way == "frame")))
    if "\t" in plain[begin : line.end]:
        return _Row("tab", tuple(_split(plain, begin, line.end, _TAB)))
    if head is not None and head.way != "blank":
        return None
    cells = [(match.start(), match.end()) for match in _GAP.finditer(plain, begin, line.end)]
    if head is not None:
        return _below(head, begin, cells)
    return _Row("blank", tuple(_Cell(a, b, a - begin) for a, b in cells)) if len(cells) > 1 else None


def _below(head: _Row, begin: int, cells: Sequence[tuple[int, int]]) -> _Row | None:
    """A row of blanks and cells under a head: each cell begins in the column of the head that it belongs to, and ends in it."""
    columns = [cell.column for cell in head.cells]
    if len(cells) == len(columns):
        return _Row("blank", tuple(_Cell(*cell, column) for cell, column in zip(cells, columns, strict=True)))
    placed: list[_Cell] = []
    for start, end in cells:
        column = max((column for column in columns if column <= start - begin + 1), default=columns[0])
        limit = min((after for after in columns if after > column), default=end - begin)
        if end - begin > limit or (placed and placed[-1].column == column):
            return None
        placed.append(_Cell(start, end, column))
    return _Row("blank", tuple(placed))


def _split(plain: str, begin: int, end: int, sign: re.Pattern[str], *, skip: bool = False) -> Iterator[_Cell]:
    """The filled cells between signs. `skip`: the line begins with one, which parts nothing."""
    cuts = [begin - 1, *(match.start() for match in sign.finditer(plain, begin, end)), end]
    for column, (before, stop) in enumerate(pairwise(cuts)):
        content = plain[before + 1 : stop]
        if content.strip():
            start = before + 1 + len(content) - len(content.lstrip())
            yield _Cell(start, start + len(content.strip()), column - skip)


def _opens(plain: str, row: _Row, kind: Kind) -> bool:
    """Whether a row of one cell is a heading, with which something else begins."""
    return len(row.cells) == 1 and heading_kind(plain[row.cells[0].start : row.cells[0].end], kind, False) is not None


def _parts(plain: str, rows: Sequence[_Row], kind: Kind) -> list[tuple[Part, ...] | None]:
    """The parts of each row; None for a row that says neither level nor years."""
    if sum(not row.rule for row in rows) < 2:
        return [None] * len(rows)
    result: list[tuple[Part, ...] | None] = []
    levels = _level_column(plain, rows) if kind == "posting" else None
    around = "other" if kind == "posting" else "skills"
    head: _Head | None = None
    above = ""
    first = min(cell.column for row in rows for cell in row.cells)
    for index, row in enumerate(rows):
        if row.rule:
            result.append(())
        elif len(row.cells) > 1 and (new := _head(plain, row, kind)) and _heads(new, index, levels):
            head = new
            result.append(_head_parts(row, new, around) if new.levels else None)
        elif head and head.levels:
            result.append(tuple(_by_column(plain, row, head, around)))
        else:
            below = levels == first and row.cells[0].column != first  # the cell that says the level spans rows
            above = above if below else _level_of(plain, row, levels)
            result.append(_by_row(plain, row, head, levels, above, kind))
    return result if any(result) else [None] * len(rows)


def _head_parts(row: _Row, head: _Head, around: str) -> tuple[Part, ...]:
    """What else the head of a table says."""
    return tuple(Part(c.start, c.end, around) for c in row.cells if c.column not in head.levels and c.column not in head.years)


def _by_column(plain: str, row: _Row, head: _Head, around: str) -> Iterator[Part]:
    """The cells of a row, each at the level of its column; what a mark in such a column speaks of is at that level too.

    `around`: the section of those in columns without a level.
    """
    marked = [
        head.levels[cell.column]
        for cell in row.cells
        if cell.column in head.levels and _MARK.fullmatch(plain, cell.start, cell.end)
    ]
    years = max((years_of(plain[cell.start : cell.end], bare=True) for cell in row.cells if cell.column in head.years), default=0)
    others = marked[0] if marked else around
    named = [cell for cell in row.cells if cell.column not in head.years]
    for index, cell in enumerate(named):
        yield Part(cell.start, cell.end, head.levels.get(cell.column, others), 0 if index and not marked else years, firm=True)


def _by_row(plain: str, row: _Row, head: _Head | None, levels: int | None, level: str, kind: Kind) -> tuple[Part, ...] | None:
    """The cells of a row at the level that one of them says, with the years that another one says of the first."""
    years = 0.0
    named: list[_Cell] = []
    number: _Cell | None = None
    for cell in row.cells:
        text = plain[cell.start : cell.end]
        if cell.column == levels and level:
            pass
        elif number and _YEARS_WORD.fullmatch(text):
            years = years or years_of(plain[number.start : number.end], bare=True)
            named.remove(number)
        elif found := years_of(text, bare=head is not None and cell.column in head.years):
            years = years or found
        else:
            named.append(cell)
        number = cell if text[0].isdigit() and len(text) < 6 else None
    if not level and not years:
        return None
    firm = bool(level) or kind == "resume" or (head is not None and head.skills is not None)
    lettered = [cell for cell in named if any(map(str.isalpha, plain[cell.start : cell.end]))]
    of = next((cell for cell in lettered if head and cell.column == head.skills), next(iter(lettered), None))
    return tuple(Part(cell.start, cell.end, level or None, years if cell is of else 0, firm) for cell in named)


def _head(plain: str, row: _Row, kind: Kind) -> _Head | None:
    """What a row says of the columns below it, if it says anything."""
    texts = {cell.column: plain[cell.start : cell.end] for cell in row.cells}
    said = level_said if kind == "posting" else status_said
    sure = {column: level for column, text in texts.items() if (level := said(text))}
    if kind == "resume" and not _rates(texts, sure):
        sure = {}
    elif len(sure) == 1 and "required" not in sure.values():
        loose = {column: heading_kind(text, "posting", False) for column, text in texts.items() if len(text) <= LONGEST}
        sure |= {column: "required" for column, found in loose.items() if found == "required"}
    years = frozenset(column for column, text in texts.items() if _OF_YEARS.fullmatch(cleaned(text)))
    skills = next((column for column, text in texts.items() if _OF_SKILLS.search(cleaned(text))), None)
    if not sure and not years and skills is None:
        return None
    if not years and len(texts) == 2 and _is_row_head(texts, sure):
        return None
    return _Head(sure, years, skills)


def _level_of(plain: str, row: _Row, column: int | None) -> str:
    """The level that the cell of a row in the column of levels says."""
    cell = next((cell for cell in row.cells if cell.column == column), None)
    return (level_said(plain[cell.start : cell.end]) or "") if cell else ""


def _heads(head: _Head, index: int, levels: int | None) -> bool:
    """Whether what looks like a head is one, not a row of a table with a column of levels."""
    if len(head.levels) == 1 and levels in head.levels:
        return False
    return index == 0 or len(head.levels) > 1


def _rates(texts: Mapping[int, str], said: Mapping[int, str]) -> bool:
    """Whether the columns of a résumé's table part what is known from what is not: "Daily | Now and then | Never".

    "Project | Learning | Stack" does not: "Learning" alone may be what was learned.
    """
    wishes = len(texts) > 2 and any(" " in texts[column] for column in said)
    return list(said) != [min(texts)] and (wishes or "negated" in said.values())


def _is_row_head(texts: Mapping[int, str], levels: Mapping[int, str]) -> bool:
    """Whether the first of two cells names the level of the second and not that of what stands below: "Must have | Python"."""
    first, second = texts
    return list(levels) == [first] and not _REMARKS.search(cleaned(texts[second]))


def _level_column(plain: str, rows: Sequence[_Row]) -> int | None:
    """The column whose cells say the level of their row, if there is one."""
    said: Counter[int] = Counter()
    for row in rows:
        columns = [cell.column for cell in row.cells if level_said(plain[cell.start : cell.end])]
        if len(columns) == 1 and len(row.cells) > 1:
            said[columns[0]] += 1
    column, count = max(said.items(), key=lambda pair: pair[1], default=(0, 0))
    return column if count > 1 or (count and rows[0].way in ("block", "bar", "frame")) else None
