"""Requirement clauses: alternatives, conjunctions, categories with examples, levels."""

from __future__ import annotations

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("clauses")


def test_the_table_holds_each_clause_once() -> None:
    seen = [(line.get("under"), line.get("title", line.get("text"))) for line in TABLE]
    assert len(seen) >= 160
    assert len(set(seen)) == len(seen)


def test_clauses_are_read_as_a_careful_reader_reads_them(analyzer: Analyzer) -> None:
    rows.check([rows.judge(analyzer.taxonomy, line, rows.read(analyzer, rows.posting_of(line)).requirements) for line in TABLE])
