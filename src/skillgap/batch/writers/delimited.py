"""A ranking as CSV or TSV, in which no cell is a formula: one that a spreadsheet would run gets an apostrophe in front.

A spreadsheet that is set to another delimiter (Excel takes that of the country) cuts lines elsewhere: a cell of its own begins
behind each such sign, and at a line end. So the apostrophe stands there too.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from skillgap.batch.writers.interface import Ranking

_DELIMITERS = ",;\t"
_FORMULA = "=+@＝＋－＠−\\-"
"""What a formula begins with; East Asian versions of Excel take the wide signs too."""


def write(ranking: Ranking, target: Path, delimiter: str = ",") -> None:
    """See `Writer`."""
    with target.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow([inert(name, delimiter) for name in ranking.heading])
        for ranked in ranking.rows():
            cells = ranking.cells(ranked)
            writer.writerow([inert(cell, delimiter) if isinstance(cell, str) else cell for cell in cells])


def write_tabs(ranking: Ranking, target: Path) -> None:
    """The same with tabs."""
    write(ranking, target, "\t")


def inert(cell: str, delimiter: str = ",") -> str:
    """A text no part of which a spreadsheet takes for a formula, with line ends that no spreadsheet takes for a row's."""
    cleaned = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    marked = _before_formula(delimiter).sub("'", cleaned)
    return f"'{marked}" if cell.startswith(("\t", "\r")) and not marked.startswith("'") else marked


@cache
def _before_formula(delimiter: str) -> re.Pattern[str]:
    others = _DELIMITERS.replace(delimiter, "")
    return re.compile(rf'(?:\A|(?<=[\n{others}]))(?=(?:[^\S\n{others}]|[\u200b-\u200f\ufeff"])*[{_FORMULA}])')
