"""Conditions: degree, language, work permit and the like, which are no skills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("conditions")


def _judge(analyzer: Analyzer, line: Mapping[str, Any]) -> rows.Outcome:
    expected = sorted(line["expect"])
    got = sorted({condition.kind for condition in rows.read(analyzer, rows.posting_of(line)).conditions})
    return rows.Outcome(f"[{line.get('under', '')}] {line['text']}", str(expected), str(got), int(got == expected), 1)


def test_the_table_holds_each_sentence_once() -> None:
    seen = [(line.get("under"), line["text"]) for line in TABLE]
    assert len(seen) >= 60
    assert len(set(seen)) == len(seen)


def test_conditions_are_told_from_what_only_looks_so(analyzer: Analyzer) -> None:
    rows.check([_judge(analyzer, line) for line in TABLE])


def test_a_condition_is_quoted_by_its_clause(analyzer: Analyzer) -> None:
    for line in TABLE:
        if "quotes" in line:
            assert [c.quote for c in rows.read(analyzer, rows.posting_of(line)).conditions] == line["quotes"]
