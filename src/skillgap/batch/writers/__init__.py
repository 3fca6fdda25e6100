"""Rankings as files, a format a file: `delimited` (CSV, TSV), `workbook` (XLSX), `lines` (JSONL), `shortlist` (HTML)."""

from __future__ import annotations

from pathlib import Path

from skillgap.batch.writers.interface import Ranking, Writer

__all__ = ["ENDINGS", "Ranking", "writer_for"]

ENDINGS = (".csv", ".tsv", ".xlsx", ".jsonl", ".html")
"""What the names of outputs end with."""


def writer_for(path: Path) -> Writer:
    """The writer for a name; CSV for an ending that is not among `ENDINGS`."""
    from skillgap.batch.writers import delimited, lines, shortlist, workbook

    ending = path.suffix.lower()
    return {".xlsx": workbook.write, ".jsonl": lines.write, ".html": shortlist.write, ".tsv": delimited.write_tabs}.get(
        ending, delimited.write
    )
