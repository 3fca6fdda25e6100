"""Reads a CSV of candidates in chunks: every cell is the text that it was (ids like `007`, people called `NA`)."""

from __future__ import annotations

import codecs
import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath

import pandas as pd

from skillgap.errors import EmptyDocument, MissingFile, TableError

CHUNK = 500
"""Rows read at a time."""
MAX_CELL = 20_000_000
"""Characters in a cell; more means that a quote was never closed."""
_BLOCK = 1 << 20
_GIVE = "give a CSV with a heading and a row a candidate"
_QUOTE = "put cells that contain the delimiter into quotes"
_SIGNATURES = (
    (rb".{0,1000}%PDF-\d", "a PDF"),
    (rb"PK\x03\x04", "an Excel workbook, a DOCX or another archive"),
    (rb"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (rb"\x1f\x8b", "a compressed file"),
    (rb"PAR1", "a Parquet table"),
    (rb"(?:\xef\xbb\xbf)?\s*<(?:[!?]|html\b|head\b|body\b)", "an HTML or XML page"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"", "JSON"),
)
_PROSE = re.compile(r"^\s*(?:[#<{\[*>%]|- )|[.:!?]\s*$|(?:\S+\s+){5}")
"""What the name of an only column does not look like."""
_OTHER_ENDINGS = frozenset(
    {".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".pdf", ".docx", ".rtf", ".yaml", ".yml", ".xml"}
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a table; the index is their number in it, from 1.

    `broken` says of those that are not as they were meant why, by their number: of their cells the frame holds what could be
    read.
    """

    frame: pd.DataFrame
    broken: Mapping[int, str]


def read_chunks(path: Path, chunk: int = CHUNK) -> Iterator[Chunk]:
    """The rows of a CSV file, at most `chunk` at a time.

    The delimiter is that of the heading (`,` `;` tab `|`), the encoding UTF-8, UTF-16 with its mark, or else Windows-1252. Blank
    lines are no rows; cells that are missing at a row's end are empty. A row with too many cells or with wrong quotes is broken
    and costs no other row.

    Raises:
        MissingFile, EmptyDocument: there is no file, or nothing in it.
        TableError: it is no table at all.
    """
    if not path.is_file():
        raise MissingFile("no such file", where=str(path), remedy="check the path")
    _refuse_other_formats(path)
    encoding = _encoding(path)
    csv.field_size_limit(max(MAX_CELL, csv.field_size_limit()))
    done = 0
    # `csv`, not pandas: its reader drops the last cell of each row if the first row has one too many
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        delimiter = _delimiter(file.readline())
        file.seek(0)
        lines = _Lines(file)
        columns = _heading(lines, delimiter, path.name)
        rows = _rows(lines, delimiter, len(columns))
        while True:
            part = list(islice(rows, chunk))
            numbers = range(done + 1, done + len(part) + 1)
            broken = {number: f"row {number} {cause}" for number, (_, cause) in zip(numbers, part, strict=True) if cause}
            if not done and len(part) >= 3 and 2 * len(broken) > len(part):
                found = f"{len(broken)} of the first {len(part)} rows do not fit the heading, so this is no CSV with one"
                raise TableError(found, where=path.name, remedy=_QUOTE)
            if part or not done:
                cells = [row for row, _ in part]
                yield Chunk(pd.DataFrame(cells, columns=columns, index=numbers, dtype=str), broken)
            done += len(part)
            if len(part) < chunk:
                return


class _Lines:
    """The lines of a file, of which those that were taken for a row can be given back. `number` is that of the last one."""

    def __init__(self, file: Iterator[str]) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._file)
        self.taken.append(line)
        self.number += 1
        return line

    def give_back(self, count: int) -> None:
        """The last `count` lines come again."""
        self._again.extendleft(reversed(self.taken[len(self.taken) - count :]))
        del self.taken[len(self.taken) - count :]
        self.number -= count


def _heading(lines: _Lines, delimiter: str, name: str) -> list[str]:
    try:
        cells = next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise TableError("the heading has wrong quotes", where=f"{name}, line 1", remedy=_GIVE) from error
    columns = _columns(cells)
    if not columns:
        raise EmptyDocument("an empty table", where=name, remedy=_GIVE)
    if len(columns) == 1 and (_PROSE.search(columns[0]) or PurePath(name).suffix.lower() in _OTHER_ENDINGS):
        raise TableError("this is no CSV: its first line is no heading", where=name, remedy=_GIVE)
    return columns


def _rows(lines: _Lines, delimiter: str, width: int) -> Iterator[tuple[list[str], str]]:
    """Each row with as many cells as the heading, and what is wrong with it, if anything."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.taken.clear()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            open_quote = "expected after" not in str(error)
            # what was read into the open quote may be rows of its own: the broken one ends where a line looks like a row
            following = range(1, len(lines.taken))
            end = next((at for at in following if len(_loosely(lines.taken[at : at + 1], delimiter)) == width), len(lines.taken))
            lines.give_back(len(lines.taken) - end)
            what = "has a quote that is never closed" if open_quote else "has text behind a closing quote"
            first = lines.number - len(lines.taken) + 1
            yield _fitted(_loosely(lines.taken, delimiter), width), f"(line {first}) {what}; correct the quotes there"
        else:
            if any(cell.strip() for cell in row[width:]):
                yield _fitted(row, width), f"has {len(row)} cells, the heading {width}; {_QUOTE}"
            elif row:
                yield _fitted(row, width), ""


def _loosely(lines: list[str], delimiter: str) -> list[str]:
    """The cells of the first row in some lines, whatever is wrong with its quotes."""
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=False), [])
    except csv.Error:
        return []


def _fitted(row: list[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _refuse_other_formats(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(4096)
    for sign, what in _SIGNATURES:
        if re.match(sign, start, re.DOTALL):
            raise TableError(f"this is no CSV but {what}", where=path.name, remedy=_GIVE)
    if not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and 10 * start.count(b"\0") > len(start):
        raise TableError("this is no CSV but a binary file", where=path.name, remedy=_GIVE)


def _columns(heading: list[str]) -> list[str]:
    """The names of the columns, no two alike: `id`, `id.1`; a nameless one is called by its number."""
    while heading and not heading[-1].strip():
        heading.pop()
    names: list[str] = []
    for number, cell in enumerate(heading, 1):
        name = plain = cell or f"column {number}"
        copies = 0
        while name in names:
            copies += 1
            name = f"{plain}.{copies}"
        names.append(name)
    return names


def _encoding(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        try:
            while block:
                decoder.decode(block)
                block = file.read(_BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _delimiter(heading: str) -> str:
    bare = re.sub(r'"[^"]*"', "", heading)
    return max(",;\t|", key=bare.count)
