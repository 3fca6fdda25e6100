"""Whose a skill is: asserted, negated, wanted or somebody else's (tables/status.yaml)."""

from __future__ import annotations

from typing import Any

from skillgap import Analyzer


def test_status_is_what_the_sentence_says(analyzer: Analyzer, skill_id: Any, table: Any, judge: Any) -> None:
    rows = table("status")
    failures = []
    for row in rows:
        mentions = analyzer.extract(row["text"], row["kind"]).mentions
        wrong = []
        for name, status in row["expect"].items():
            of_skill = [mention for mention in mentions if mention.skill.id == skill_id(name)]
            got = of_skill[0].status if of_skill else "not found"
            if got != status or len({mention.status for mention in of_skill}) > 1:
                why = of_skill[0].why if of_skill else ""
                wrong.append(f"{name}: {got} instead of {status} [{why}]")
        if wrong:
            failures.append(f"{row['kind']} {row['text']!r}: {'; '.join(wrong)}")
    judge(failures, len(rows), 0.02)


def test_the_table_is_wide_and_half_traps(table: Any) -> None:
    rows = table("status")
    traps = [row for row in rows if set(row["expect"].values()) == {"asserted"}]
    assert len({row["text"] for row in rows}) == len(rows) >= 700
    assert 0.4 <= len(traps) / len(rows) <= 0.6
