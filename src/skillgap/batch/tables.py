"""Reads a CSV of candidates in chunks: every cell is the text that it was (ids like `007`, people called `NA`)."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from skillgap.errors import EmptyDocument, MissingFile, TableError

CHUNK = 500
"""Rows read at a time."""
MAX_CELL = 20_000_000
"""Characters in a cell; more means that a quote was never closed."""
_BLOCK = 1 << 20


def read_chunks(path: Path, chunk: int = CHUNK) -> Iterator[pd.DataFrame]:
    """The rows of a CSV file, in frames of at most `chunk` rows; the index is the row's number in the table, from 1.

    The delimiter is that of the heading (`,` `;` tab `|`), the encoding UTF-8, UTF-16 with its mark, or else Windows-1252. Blank
    lines are no rows; cells that are missing at a row's end are empty.

    Raises:
        MissingFile, EmptyDocument, TableError: with the row where there is one.
    """
    if not path.is_file():
        raise MissingFile("no such file", where=str(path), remedy="check the path")
    encoding = _encoding(path)
    csv.field_size_limit(max(MAX_CELL, csv.field_size_limit()))
    done = 0
    # `csv`, not pandas: its reader drops the last cell of each row if the first row has one too many
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=_delimiter(file.readline()), strict=True)
        file.seek(0)
        try:
            columns = _columns(next(rows, []))
            if not columns:
                raise EmptyDocument("an empty table", where=path.name, remedy="give a CSV with a heading and a row a candidate")
            filled = (row for row in rows if row)
            while True:
                part: list[list[str]] = []
                for row in islice(filled, chunk):
                    part.append(_cells(row, len(columns), path.name, done + len(part) + 1))
                if part or not done:
                    yield pd.DataFrame(part, columns=columns, index=range(done + 1, done + len(part) + 1), dtype=str)
                done += len(part)
                if len(part) < chunk:
                    return
        except csv.Error as error:
            where = f"{path.name}, line {rows.line_num}"
            raise TableError(f"cannot be read as a table ({error})", where=where, remedy="correct the quotes there") from error


def _cells(row: list[str], width: int, name: str, number: int) -> list[str]:
    if any(cell.strip() for cell in row[width:]):
        found = f"row {number} has {len(row)} cells, the heading {width}"
        raise TableError(found, where=name, remedy="put cells that contain the delimiter into quotes")
    return [*row[:width], *[""] * (width - len(row))]


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
