"""Reads the first sheet of an XLSX workbook that holds anything; a date is written as YYYY-MM-DD, all else as Excel keeps it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from itertools import chain, dropwhile, repeat
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from skillgap.batch.columns import PATH_NAMES, TEXT_NAMES
from skillgap.batch.tables.interface import CHUNK, OPEN_AND_SAVE, Chunk, ReadRow, in_chunks, name_columns, trimmed
from skillgap.errors import EmptyDocument, SkillgapError, TableError

UNPACKED = 1_000_000_000
"""Bytes that a workbook may unpack to; what unpacks to more is a bomb more often than a table."""
MAX_ROWS = 1_048_576
"""As many as a sheet of Excel has."""
_GIVE = "give a workbook with a heading and a row a candidate, or a CSV"
_SAVE = "save it anew, or as CSV"
_TITLE = 3
"""So many rows can a title have."""
_BLOCK = 1 << 20
_LONGEST = 1 << 17
"""Bytes of a cell with a formula, with all that XML makes of its characters."""
_MARKUP = re.compile(
    rb"<(?:\w+:)?(?:row(?P<row>\s[^>]*)?>"
    rb"|c(?P<bare>(?=[\s>])(?:(?!\bt\s*=\s*.str\b)[^>])*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v(?:\s*/>|>\s*</(?:\w+:)?v>)\s*)?</(?:\w+:)?c>)"
)
"""The beginning of a row; a cell with a formula and no value, which is not the empty text either."""
_PLACE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Z]*(\d+))")
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005F|FFF[EF])_")
"""A character that XML cannot hold, as Excel writes it."""


def read_workbook(path: Path, chunk: int = CHUNK) -> Iterator[Chunk]:
    """The rows of the first sheet with a heading, at most `chunk` at a time; hidden sheets come last.

    Rows above the heading with text in one cell only are a title. Blank rows below the last one with text are none. A cell behind
    the last column of the heading breaks its row. Of a formula the value that Excel stored is taken.

    Raises:
        EmptyDocument: no sheet holds anything.
        TableError: it is no workbook, damaged, larger than `UNPACKED`, or a formula of the heading has no value.
    """
    _expect_workbook(path)
    with _opened(path) as book:
        lines, heading, rows, total = _first_sheet(book, path.name)
        try:
            columns = name_columns(heading)
        except TableError as error:
            raise error.located(path.name) from error
        yield from in_chunks(_fitted(rows, columns), columns, chunk, lambda: lines.count / total)


def _expect_workbook(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise TableError("a damaged workbook or archive", where=path.name, remedy=_GIVE) from error
    if not any(part.filename.startswith("xl/") for part in parts):
        raise TableError("this is no workbook but a DOCX or another archive", where=path.name, remedy=_GIVE)
    if sum(part.file_size for part in parts) > UNPACKED:
        raise TableError(f"it unpacks to more than {UNPACKED // 1_000_000:,} MB", where=path.name, remedy="give it as CSV")


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    from openpyxl import load_workbook

    try:
        # opened here, since the library leaves a damaged file open
        with path.open("rb") as file:
            with warnings.catch_warnings():
                # of styles and rules that it does not know; no cell is lost by them
                warnings.simplefilter("ignore")
                book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            with closing(book):
                yield book
    except SkillgapError:
        raise
    except Exception as error:
        # whatever a damaged part makes of the library
        raise TableError(f"a damaged workbook ({type(error).__name__})", where=path.name, remedy=_SAVE) from error


class _Line(NamedTuple):
    """A row of a sheet as text, and the places of its formulas without a value, by the numbers of their columns from 0."""

    cells: list[str]
    uncomputed: dict[int, str]

    @property
    def filled(self) -> int:
        """How many cells hold anything."""
        return sum(bool(cell.strip()) for cell in self.cells) + len(self.uncomputed)


class _Lines:
    """The rows of a sheet down to the last one that holds anything; `count` is how many rows of the sheet have been read."""

    def __init__(self, sheet: Any, uncomputed: Iterator[str]) -> None:
        # what a file says of its size may be wrong
        sheet.reset_dimensions()
        self._rows = sheet.iter_rows(values_only=True)
        self._uncomputed = uncomputed
        self._place = next(uncomputed, None)
        self.count = 0

    def __iter__(self) -> Iterator[_Line]:
        blank = 0
        try:
            while (values := self._next()) is not None:
                line = _Line([_cell(value) for value in values], self._places())
                if line.filled:
                    yield from repeat(_Line([], {}), blank)
                    yield line
                blank = 0 if line.filled else blank + 1
        finally:
            self._rows.close()

    def _next(self) -> tuple[object, ...] | None:
        self.count += 1
        if self.count > MAX_ROWS:
            raise ValueError("more rows than a sheet has")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return next(self._rows, None)

    def _places(self) -> dict[int, str]:
        """Of the row that was read last; both come in the order of the sheet."""
        from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

        found = {}
        while self._place and (place := coordinate_from_string(self._place))[1] <= self.count:
            if place[1] == self.count:
                found[column_index_from_string(place[0]) - 1] = self._place
            self._place = next(self._uncomputed, None)
        return found


def _first_sheet(book: Any, name: str) -> tuple[_Lines, list[str], Iterator[_Line], int]:
    """The rows of the first sheet that has any, its heading, the rows below that, and how many rows there are in all."""
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible"):
        total, formulas = _check(sheet, name)
        lines = _Lines(sheet, _uncomputed(sheet) if formulas else iter(()))
        rows = iter(lines)
        start: list[_Line] = []
        heading = 0
        for line in dropwhile(lambda line: not line.filled, rows):
            start.append(line)
            if line.filled and not _is_title(line):
                heading = len(start) - 1
                break
            if sum(bool(line.filled) for line in start) > _TITLE:
                break
        if start:
            cells, uncomputed = start[heading]
            for place in uncomputed.values():
                raise _no_value(f"{name}, {place}")
            return lines, trimmed(cells), chain(start[heading + 1 :], rows), total
    raise EmptyDocument("an empty workbook", where=name, remedy=_GIVE)


def _no_value(where: str) -> TableError:
    return TableError("a formula without a value", where=where, remedy=OPEN_AND_SAVE)


def _marks(sheet: Any) -> Iterator[re.Match[bytes]]:
    """What `_MARKUP` finds in a sheet."""
    rest = b""
    with sheet._get_source() as source:
        while block := source.read(_BLOCK):
            text, end = rest + block, 0
            for match in _MARKUP.finditer(text):
                end = match.end()
                yield match
            rest = text[max(end, len(text) - _LONGEST) :]


def _check(sheet: Any, name: str) -> tuple[int, bool]:
    """How many rows a sheet has, if the library will see all that is in it; and whether it has formulas without a value.

    Raises:
        TableError: rows do not stand in their order, or a formula without a value does not say where it stands.
    """
    last, formulas = 0, False
    for match in _marks(sheet):
        place = _PLACE.search(match["row"] or match["bare"] or b"")
        if match["bare"] is not None:
            if place is None or place[1].isdigit():
                raise _no_value(f"{name}, {sheet.title}")
            formulas = True
            continue
        number = int(place[2][:9]) if place else last + 1
        if number <= last:
            raise TableError("a damaged workbook (rows out of order)", where=name, remedy=_SAVE)
        last = number
    return max(1, last), formulas


def _uncomputed(sheet: Any) -> Iterator[str]:
    """The places of all formulas without a value, in their order."""
    for match in _marks(sheet):
        if match["bare"] is not None and (place := _PLACE.search(match["bare"])):
            yield place[1].decode()


def _is_title(line: _Line) -> bool:
    """Whether a row has but one cell, and that no name by which a column is known."""
    return line.filled == 1 and "".join(line.cells).strip().lower() not in {*TEXT_NAMES, *PATH_NAMES}


def _fitted(lines: Iterable[_Line], columns: list[str]) -> Iterator[ReadRow]:
    """Each row as wide as the heading, and what is wrong with it, if anything."""
    width = len(columns)
    for cells, uncomputed in lines:
        count = len(trimmed(cells))
        cause = f"has {count} cells, the heading {width}; give every column a heading" if count > width else ""
        places = {columns[column]: place for column, place in uncomputed.items() if column < width}
        yield ReadRow([*cells[:width], *[""] * (width - len(cells))], cause, places)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
