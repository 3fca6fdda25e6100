"""Reads a CSV and its like in chunks: every cell is the text that it was (ids like `007`, people called `NA`)."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path, PurePath

from skillgap.batch.tables.interface import CHUNK, WESTERN, Chunk, ReadRow, in_chunks, name_columns, trimmed
from skillgap.errors import EmptyDocument, TableError

MAX_CELL = 20_000_000
"""Characters in a cell; more means that a quote was never closed."""
_GIVE = "give a CSV with a heading and a row a candidate"
_DELIMITERS = ",;\t|"
_BLANK = f" {_DELIMITERS}\r\n"
_ABOVE = 20
"""So many lines are looked at to find the heading."""
_TITLE = 3
"""So many lines can a title have."""
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*', re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""
_QUOTE = "put cells that contain the delimiter into quotes"
_SIGNATURES = (
    (rb".{0,1000}%PDF-\d", "a PDF"),
    (rb"\xd0\xcf\x11\xe0", "an old Excel or Word file, or one with a password"),
    (rb"\x1f\x8b", "a compressed file"),
    (rb"PAR1", "a Parquet table"),
    (rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:[!?]|(?:html|head|meta|style|body|div|table)\b)", "an HTML or XML page"),
    (rb"(?:\xef\xbb\xbf)?\s*\[\s*\{\s*\"", "a JSON list (write an object a line, as JSONL)"),
)
_MARKED_UP = re.compile(r"\s*(?:[#<{\[*>%]|- )")
"""How a line of Markdown, HTML or JSON begins."""
_PROSE = re.compile(rf"^{_MARKED_UP.pattern}|[.:!?]\s*$|(?:\S+\s+){{5}}")
"""What the name of an only column does not look like."""
_OTHER_ENDINGS = frozenset(
    {".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".pdf", ".docx", ".rtf", ".yaml", ".yml", ".xml"}
)


def read_delimited(path: Path, chunk: int = CHUNK) -> Iterator[Chunk]:
    """The rows of a CSV file, at most `chunk` at a time.

    The delimiter is that of the heading (`,` `;` tab `|`) or of a line `sep=;` above it. The encoding is UTF-16 or UTF-32 with
    its mark, else UTF-8, with bytes that are none read as Windows-1252. Blank lines are no rows; nor is a title above the
    heading, if a blank line is between them. Cells that are missing at a row's end are empty. A row with too many cells or with
    wrong quotes is broken and costs no other row.

    Raises:
        EmptyDocument: there is nothing in it.
        TableError: it is no table at all.
    """
    encoding, errors = _encoding(path)
    size = max(1, path.stat().st_size)
    csv.field_size_limit(max(MAX_CELL, csv.field_size_limit()))
    # `csv`, not pandas: its reader drops the last cell of each row if the first row has one too many
    with path.open("rb") as raw, io.TextIOWrapper(raw, encoding=encoding, errors=errors, newline="") as file:
        lines = _Lines(file)
        delimiter = _find_heading(lines)
        columns = _heading(lines, delimiter, path.name)
        rows = _rows(lines, delimiter, len(columns))
        first = list(islice(rows, CHUNK))
        broken = sum(bool(row.cause) for row in first)
        if len(first) >= 3 and 2 * broken > len(first):
            found = f"{broken} of the first {len(first)} rows do not fit the heading"
            raise TableError(found, where=path.name, remedy=f"{_QUOTE}, and take away what stands above the heading")
        yield from in_chunks(chain(first, rows), columns, chunk, lambda: raw.tell() / size)


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


def _find_heading(lines: _Lines) -> str:
    """Pass over what stands above the heading; gives the delimiter."""
    start = list(islice(lines, _ABOVE))
    filled = [place for place, line in enumerate(start) if line.strip(_BLANK)]
    at = filled[0] if filled else 0
    told = _SEPARATOR.fullmatch(start[at].strip(" \r\n")) if filled else None
    if told:
        at += 1
    elif filled:
        blank = next((place for place in range(at, len(start)) if place not in filled), at)
        below = next((place for place in filled if place > blank), at)
        at = below if _is_title(start[at:blank], start[below]) else at
    lines.give_back(len(start) - at)
    return told.group(1) if told else _delimiter(start[at] if filled else "")


def _is_title(above: list[str], heading: str) -> bool:
    marked_up = any(map(_MARKED_UP.match, (*above, heading)))
    return 0 < len(above) <= _TITLE and all(map(_is_one_cell, above)) and not _is_one_cell(heading) and not marked_up


def _is_one_cell(line: str) -> bool:
    bare = re.sub(r'"[^"]*"', "", line).strip(_BLANK)
    return not any(sign in bare for sign in f'{_DELIMITERS}"')


def _heading(lines: _Lines, delimiter: str, name: str) -> list[str]:
    try:
        cells = next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise TableError("the heading has wrong quotes", where=f"{name}, line 1", remedy=_GIVE) from error
    if not trimmed(cells):
        raise EmptyDocument("an empty table", where=name, remedy=_GIVE)
    try:
        columns = name_columns(trimmed(cells))
    except TableError as error:
        raise error.located(name) from error
    if len(columns) == 1 and (_PROSE.search(columns[0]) or PurePath(name).suffix.lower() in _OTHER_ENDINGS):
        raise TableError("this is no CSV: its first line is no heading", where=name, remedy=_GIVE)
    return columns


def _rows(lines: _Lines, delimiter: str, width: int) -> Iterator[ReadRow]:
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
            yield ReadRow(_fitted(_loosely(lines.taken, delimiter), width), f"(line {first}) {what}; correct the quotes there")
        else:
            if any(cell.strip() for cell in row[width:]):
                yield ReadRow(_fitted(row, width), f"has {len(row)} cells, the heading {width}; {_QUOTE}")
            elif any(line.strip(" \r\n") for line in lines.taken):
                yield ReadRow(_fitted(row, width))


def _loosely(lines: list[str], delimiter: str) -> list[str]:
    """The cells of the first row in some lines, whatever is wrong with its quotes."""
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=False), [])
    except csv.Error:
        return []


def _fitted(row: list[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _encoding(path: Path) -> tuple[str, str]:
    """The encoding, and what is done where the bytes break it.

    Raises:
        TableError: it is another format.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    for sign, what in _SIGNATURES:
        if re.match(sign, start, re.DOTALL):
            raise TableError(f"this is no CSV but {what}", where=path.name, remedy=_GIVE)
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32", "replace"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", "replace"
    if 10 * start.count(b"\0") > len(start):
        raise TableError("this is no CSV but a binary file", where=path.name, remedy=_GIVE)
    return "utf-8-sig", WESTERN


def _delimiter(heading: str) -> str:
    bare = re.sub(r'"[^"]*"', "", heading)
    return max(_DELIMITERS, key=bare.count)
