"""A ranking as an XLSX workbook: our numbers are numbers, all else is text that Excel never runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from skillgap.batch.writers.interface import Ranking
from skillgap.errors import OutputError

_ROWS, _COLUMNS = 1_048_575, 16_384
"""What a sheet holds beside its heading."""
_CHARACTERS = 32_767
_CUT = " […]"
_MADE = datetime(2000, 1, 1)
"""The time that the file gives for itself, so that the same ranking is the same bytes."""
_WIDTHS = {
    "rank": 6,
    "score": 7,
    "required_met": 12,
    "certainty": 9,
    "bucket": 24,
    "reasons": 80,
    "missing": 40,
    "partly": 30,
    "cause": 50,
}
_WIDTH = 18


def write(ranking: Ranking, target: Path) -> None:
    """See `Writer`."""
    from xlsxwriter import Workbook

    if len(ranking.heading) > _COLUMNS:
        raise OutputError("has more columns than a workbook holds", remedy="write .csv")
    book = Workbook(str(target), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    try:
        book.set_properties({"created": _MADE, "title": _printable(ranking.title)[:200]})
        sheet = book.add_worksheet("Ranking")
        bold, plain = book.add_format({"bold": True}), book.add_format({"valign": "top", "num_format": "@"})
        ours = {name: _WIDTHS.get(result, _WIDTH) for result, name in ranking.results.items()}
        for column, name in enumerate(ranking.heading):
            sheet.set_column(column, column, ours.get(name, _WIDTH))
            sheet.write_string(0, column, _held(name), bold)
        sheet.freeze_panes(1, 1)
        number = 0
        for number, ranked in enumerate(ranking.rows(), 1):
            if number > _ROWS:
                raise OutputError("has more rows than a workbook holds", remedy="write .csv, or use --top")
            for column, cell in enumerate(ranking.cells(ranked)):
                _write(sheet, number, column, cell, plain)
        sheet.autofilter(0, 0, max(1, number), len(ranking.heading) - 1)
    finally:
        book.close()


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _write(sheet: Any, row: int, column: int, cell: object, style: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, _held(cell), style)
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _held(text: str) -> str:
    """As much of a text as a cell holds, and a mark where that is not all."""
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * _CHARACTERS:
        return units.decode("utf-16-le")
    return units[: 2 * (_CHARACTERS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
