"""Where names end: a name of a person, a phrase or a technology at line ends, headings and list marks (tables/line_ends.yaml)."""

from __future__ import annotations

from typing import Any

import pytest

from skillgap import Analyzer
from skillgap.model import Kind


@pytest.mark.parametrize("kind", ["posting", "resume"])
def test_names_end_where_lines_and_sentences_do(analyzer: Analyzer, table: Any, judge: Any, kind: Kind) -> None:
    rows = table("line_ends")
    failures = []
    for row in rows:
        mentions = analyzer.extract(row["text"], kind).mentions
        got = [mention.text for mention in mentions if mention.skill.kind == "technology"]
        if got != row["expect"]:
            failures.append(f"{row['text']!r}: {got} instead of {row['expect']}")
    judge(failures, len(rows), 0)


def test_the_table_is_wide(table: Any) -> None:
    rows = table("line_ends")
    assert len({row["text"] for row in rows}) == len(rows) >= 50
