"""What a reader of tables is: a function from a path to chunks of rows, in which every cell is the text that it was."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, Protocol

import pandas as pd

from skillgap.errors import TableError

CHUNK = 100
"""Rows read, scored and kept at a time."""
FILES = 20
"""The same where each row is a file, which takes longer."""
MAX_COLUMNS = 16_384
"""As many as a sheet of Excel has; a table with more has its rows and columns mixed up."""
WESTERN = "skillgap.windows-1252"
"""How a decoder of UTF-8 treats what is none: each such byte is a character of Windows-1252."""

OPEN_AND_SAVE = "open the workbook in Excel or LibreOffice and save it"


class ReadRow(NamedTuple):
    """The cells of a row, as many as there are columns, what is wrong with it, if anything, and `Chunk.uncomputed` of it."""

    cells: list[str]
    cause: str = ""
    uncomputed: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a table; the index is their number in it, from 1.

    Attributes:
        frame: all cells as text; of broken rows what could be read.
        broken: why a row is not as it was meant, by its number.
        uncomputed: by the number of a row those of its columns where a formula stands without a value, each with its place, as
            `B3`. The cell is empty in the frame.
        share: how much of the table has been read behind this chunk, 0-1; of the last one 1.
    """

    frame: pd.DataFrame
    broken: Mapping[int, str] = field(default_factory=dict)
    uncomputed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    share: float = 1.0

    def needing(self, columns: Sequence[str]) -> Chunk:
        """The same, with rows broken of which the first of those columns that is not empty would have to be computed."""
        causes: dict[int, str] = {}
        for number, places in self.uncomputed.items():
            first = next((c for c in columns if c in places or str(self.frame.at[number, c]).strip()), None)
            if first and first in places and number not in self.broken:
                causes[number] = f"row {number} has a formula without a value in {places[first]}; {OPEN_AND_SAVE}"
        return replace(self, broken={**self.broken, **causes}) if causes else self


class Reader(Protocol):
    """Reads one kind of table. Each chunk has the same columns; a table without rows gives one chunk without rows."""

    def __call__(self, path: Path, chunk: int = CHUNK) -> Iterator[Chunk]:
        """The rows, at most `chunk` at a time.

        Raises:
            MissingFile, EmptyDocument: there is no table, or nothing in it.
            TableError: it is no such table.
        """
        ...


def in_chunks(rows: Iterator[ReadRow], columns: list[str], chunk: int, share: Callable[[], float]) -> Iterator[Chunk]:
    """Rows as chunks of at most `chunk`, numbered from 1; `share` tells how much of the table has been read by now."""
    first, reached = 1, 0.0
    part = list(islice(rows, chunk))
    while True:
        following = list(islice(rows, 1))
        reached = max(reached, min(1.0, share())) if following else 1.0
        broken = {number: f"row {number} {row.cause}" for number, row in enumerate(part, first) if row.cause}
        uncomputed = {number: row.uncomputed for number, row in enumerate(part, first) if row.uncomputed}
        index = range(first, first + len(part))
        frame = pd.DataFrame([row.cells for row in part], columns=columns, index=index, dtype=str)
        yield Chunk(frame, broken, uncomputed, reached)
        if not following:
            return
        first += len(part)
        part = list(islice(chain(following, rows), chunk))


def trimmed(heading: list[str]) -> list[str]:
    """A heading without the empty cells at its end."""
    width = max((place for place, cell in enumerate(heading, 1) if cell.strip()), default=0)
    return heading[:width]


def name_columns(heading: list[str]) -> list[str]:
    """The names of the columns, no two alike: `id`, `id.1`; a nameless one is called by its number.

    Raises:
        TableError: there are more than `MAX_COLUMNS`.
    """
    if len(heading) > MAX_COLUMNS:
        raise TableError(f"more than {MAX_COLUMNS:,} columns", remedy="give a row a candidate and a column a property")
    names: dict[str, int] = {}
    for number, cell in enumerate(heading, 1):
        name = plain = cell if cell.strip() else f"column {number}"
        copies = names.get(plain, 0)
        while name in names:
            copies += 1
            name = f"{plain}.{copies}"
        names[plain] = copies
        names[name] = names.get(name, 0)
    return list(names)


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(WESTERN, _western)
