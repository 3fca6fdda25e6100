"""Reads a CSV of candidates in chunks: every cell is the text that it was (ids like `007`, people called `NA`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from skillgap.errors import EmptyDocument, MissingFile, TableError

CHUNK = 500
"""Rows read at a time."""
_SAMPLE = 64 * 1024


def read_chunks(path: Path, chunk: int = CHUNK) -> Iterator[pd.DataFrame]:
    """The rows of a CSV file, in frames of at most `chunk` rows; the index is the row's number in the table, from 1.

    Raises:
        MissingFile, EmptyDocument, TableError: with the row where there is one.
    """
    encoding, delimiter = _look(path)
    try:
        reader = pd.read_csv(
            path, sep=delimiter, dtype=str, keep_default_na=False, na_filter=False, chunksize=chunk, encoding=encoding, skip_blank_lines=True,
            engine="c", quoting=csv.QUOTE_MINIMAL, index_col=False,
        )  # fmt: skip
        with reader:
            for frame in reader:
                frame.index = frame.index + 1
                yield frame
    except pd.errors.EmptyDataError as error:
        raise EmptyDocument("an empty table", where=path.name, remedy="give a CSV with a heading and a row a candidate") from error
    except (pd.errors.ParserError, UnicodeDecodeError, ValueError) as error:
        raise TableError(f"cannot be read as a table ({' '.join(str(error).split())})", where=path.name, remedy="correct that row") from error


def _look(path: Path) -> tuple[str, str]:
    """Encoding and delimiter, from the beginning of the file."""
    if not path.is_file():
        raise MissingFile("no such file", where=str(path), remedy="check the path")
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    encoding = "utf-8-sig"
    try:
        head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # a character cut at the end of the sample is no sign of another encoding
        if error.end < len(head) - 4:
            encoding = "cp1252"
    first = head.decode(encoding, errors="replace").split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    return encoding, delimiter if delimiter in first else ","
