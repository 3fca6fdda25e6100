"""Whole postings of different styles, with all that they ask."""

from __future__ import annotations

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("postings")


def test_the_table_holds_each_style_once() -> None:
    assert len({line["style"] for line in TABLE}) == len(TABLE) >= 8


def test_whole_postings_are_read_as_a_careful_reader_reads_them(analyzer: Analyzer) -> None:
    taxonomy = analyzer.taxonomy
    outcomes = [rows.judge(taxonomy, line, rows.read(analyzer, line["text"]).requirements) for line in TABLE]
    rows.check([outcome._replace(text=line["id"]) for outcome, line in zip(outcomes, TABLE, strict=True)], whole=False)
