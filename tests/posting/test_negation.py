"""What a posting says it does not need, or that somebody else does."""

from __future__ import annotations

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("negation")


def test_the_table_holds_each_sentence_once() -> None:
    seen = [(line.get("under"), line["text"]) for line in TABLE]
    assert len(seen) >= 70
    assert len(set(seen)) == len(seen)


def test_negated_sentences_are_read_as_a_careful_reader_reads_them(analyzer: Analyzer) -> None:
    rows.check([rows.judge(analyzer.taxonomy, line, rows.read(analyzer, rows.posting_of(line)).requirements) for line in TABLE])
