"""Cuts a line into the cells of a row, whatever parts them: the format, bars, tabs, gaps of blanks, or a sign between words.

In: a line of a text, and the first row above it. Out: a `Row`, or None for a line that is none. What the cells say of each other
is told in `tables`. A dash, a slash or a comma parts cells only where they cannot be prose: below a head that names the columns
("Skill - Years - Level"), or where all cells but the first say years and a level ("AWS / 5 years / Must").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from skillgap.extraction.cells import is_level_head, is_rating, is_years_head, level_said, names_skills
from skillgap.extraction.durations import years_of
from skillgap.extraction.units import Line, behind_bullet
from skillgap.model import Block

_RULE = re.compile(r"[\s|:+=-]*--[\s|:+=-]*")
"""The line below the head of a table in text."""
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_GAP = re.compile(r"\S+(?: \S+)*")
"""What stands between gaps of two blanks or more."""
SIGNS = {"dash": " - ", "slash": " / ", "comma": ", "}
"""Signs between words that may part cells."""
_SIGNED = re.compile(r" [-/] .*\b(?:ye?a?rs?|yoe|y|level|rating|grade)\b|\b(?:years|yrs|yoe|level|rating|grade)\b", re.IGNORECASE)
"""Stands in the first line of any table of such signs; quick to look for."""
_NUMBERS = re.compile(r"#(?: {2}|\t| *\|)")
"""Heads a column of numbers, and is no bullet."""
_INDENTED = 200
"""No line begins further in (characters)."""
_WIDEST = 80
"""No first line of such a table is longer (characters)."""
_EMPTY = re.compile(r"-|n/?a|any|none", re.IGNORECASE)
"""Fills a cell of years that says none."""
_FEW = 3
"""What says a level in a column for it has no more words."""


class Cell(NamedTuple):
    """A stretch `[start, end)` of a text, and the column that it stands in."""

    start: int
    end: int
    column: int


class Row(NamedTuple):
    """A line as a row: how its cells are parted, and those that hold something.

    `heads`: of a row whose cells a sign parts, what the columns below it are, if it is the head that says so.
    """

    way: str
    cells: tuple[Cell, ...]
    rule: bool = False
    heads: tuple[str, ...] = ()


def row_of(plain: str, line: Line, blocks: Sequence[Block], starts: Sequence[int], head: Row | None = None) -> Row | None:
    """A line as a row; below the head of a table whose columns are parted by blanks, a cell is where the head says."""
    if line.block is not None and line.block.kind == "cell":
        first = bisect_left(starts, line.block.start)
        inside = blocks[first : bisect_left(starts, line.end)]
        return Row("block", tuple(Cell(block.start, block.end, block.level) for block in inside))
    if head is not None and head.way in SIGNS:
        return _below_signs(plain, line, head)
    if (line.block is not None and line.block.kind != "paragraph") or (line.bullet and not _NUMBERS.match(plain, line.start)):
        return _signed(plain, line) if head is None else None
    if _RULE.fullmatch(plain, line.start, line.end):
        return Row(head.way, (), rule=True) if head else None
    begin = _indented(plain, line.start)
    if "|" in plain[line.start : line.end]:
        opened = plain[line.start] == "|"
        way = head.way if head and head.way in ("bar", "frame") else "frame" if opened else "bar"
        return Row(way, tuple(_split(plain, begin, line.end, _BAR, skip=opened and way == "frame")))
    if "\t" in plain[begin : line.end]:
        return Row("tab", tuple(_split(plain, begin, line.end, _TAB)))
    if head is not None and head.way != "blank":
        return None
    cells = [(match.start(), match.end()) for match in _GAP.finditer(plain, begin, line.end)]
    if head is not None:
        return _below(head, begin, cells)
    return Row("blank", tuple(Cell(a, b, a - begin) for a, b in cells)) if len(cells) > 1 else _signed(plain, line)


def _indented(plain: str, start: int) -> int:
    """Where the blanks before a line begin, behind the end of the one before it; the line itself if that end was lost."""
    low = max(0, start - _INDENTED)
    begin = max(low, plain.rfind("\n", low, start) + 1)
    return start if plain[begin:start].strip() else begin


def _signed(plain: str, line: Line) -> Row | None:
    """The first row of a table whose cells a sign parts: its head, or a row that says years and a level."""
    start = behind_bullet(plain, line.start)
    if line.end - start > _WIDEST or not _SIGNED.search(plain, start, line.end):
        return None
    for way, sign in SIGNS.items():
        if sign in plain[start : line.end]:
            texts = plain[start : line.end].split(sign)
            heads = _heads(texts)
            if heads or (way != "comma" and _says(texts)):
                return Row(way, _cells(texts, start, sign), heads=heads)
    return None


def _below_signs(plain: str, line: Line, head: Row) -> Row | None:
    """A row below the first of such a table. The name in its first cell may hold the sign too."""
    start, sign = behind_bullet(plain, line.start), SIGNS[head.way]
    texts = plain[start : line.end].rsplit(sign, len(head.cells) - 1)
    if len(texts) < len(head.cells) or not (_fits(texts, head.heads) if head.heads else _says(texts)):
        return None
    return Row(head.way, _cells(texts, start, sign))


def _cells(texts: Sequence[str], start: int, sign: str) -> tuple[Cell, ...]:
    starts = accumulate((len(text) + len(sign) for text in texts), initial=start)
    return tuple(Cell(at, at + len(text), column) for column, (at, text) in enumerate(zip(starts, texts, strict=False)) if text)


def _heads(texts: Sequence[str]) -> tuple[str, ...]:
    """What the columns are below a line that says so of all of them, the first one of names: "Skill - Years - Level"."""
    if len(texts) < 2 or len(texts[0].split()) > _FEW or not names_skills(texts[0]):
        return ()
    found = ["years" if is_years_head(text) else "level" if is_level_head(text) else "" for text in texts[1:]]
    return ("skills", *found) if all(found) else ()


def _fits(texts: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether cells say what the head of their columns announces."""
    for head, text in zip(heads[1:], texts[1:], strict=True):
        if head == "years":
            fits = bool(years_of(text, bare=True) or _EMPTY.fullmatch(text.strip()))
        else:
            fits = is_rating(text) or level_said(text) is not None or ("years" in heads and len(text.split()) <= _FEW)
        if not fits:
            return False
    return True


def _says(texts: Sequence[str]) -> bool:
    """Whether a line that no head explains is a name with its years and level, and nothing else."""
    if len(texts) < _FEW or not any(map(str.isalpha, texts[0])):
        return False
    years = [bool(years_of(text)) for text in texts[1:]]
    others = [text for text, said in zip(texts[1:], years, strict=True) if not said]
    return any(years) and all(is_rating(text) or level_said(text) is not None for text in others)


def _below(head: Row, begin: int, cells: Sequence[tuple[int, int]]) -> Row | None:
    """A row of blanks and cells under a head: each cell begins in the column of the head that it belongs to, and ends in it."""
    columns = [cell.column for cell in head.cells]
    if len(cells) == len(columns):
        return Row("blank", tuple(Cell(*cell, column) for cell, column in zip(cells, columns, strict=True)))
    placed: list[Cell] = []
    for start, end in cells:
        column = max((column for column in columns if column <= start - begin + 1), default=columns[0])
        limit = min((after for after in columns if after > column), default=end - begin)
        if end - begin > limit or (placed and placed[-1].column == column):
            return None
        placed.append(Cell(start, end, column))
    return Row("blank", tuple(placed))


def _split(plain: str, begin: int, end: int, sign: re.Pattern[str], *, skip: bool = False) -> Iterator[Cell]:
    """The filled cells between signs. `skip`: the line begins with one, which parts nothing."""
    cuts = [begin - 1, *(match.start() for match in sign.finditer(plain, begin, end)), end]
    for column, (before, stop) in enumerate(pairwise(cuts)):
        content = plain[before + 1 : stop]
        if content.strip():
            start = before + 1 + len(content) - len(content.lstrip())
            yield Cell(start, start + len(content.strip()), column - skip)
