"""Ambiguous names in sentences of postings and résumés (tables/senses.yaml)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from skillgap import Analyzer


def test_ambiguous_names_are_read_as_a_careful_reader_would(analyzer: Analyzer, skill_id: Any, table: Any, judge: Any) -> None:
    rows = table("senses")
    failures = []
    for row in rows:
        wanted = skill_id(row["skill"])
        result = analyzer.extract(row["text"], row["kind"])
        # a skill that the taxonomy lacks: its name must not be taken for anything else
        hits = [m for m in result.mentions if m.skill.id == wanted or (wanted is None and m.text.lower() == row["skill"].lower())]
        if bool(hits) != row["found"]:
            reasons = (
                [m.why for m in hits] or [u.why for u in result.unsure if u.skill.id == wanted] or ["no candidate, or blocked"]
            )
            failures.append(f"{row['skill']}: {'missed' if row['found'] else 'false'} in {row['text']!r} [{'; '.join(reasons)}]")
    judge(failures, len(rows), 0.02)


def test_the_table_is_wide_and_half_traps(skill_id: Any, table: Any) -> None:
    rows = table("senses")
    traps = sum(not row["found"] for row in rows)
    assert len(rows) >= 1000
    assert 0.4 <= traps / len(rows) <= 0.6
    assert not [row for row in rows if row["found"] and skill_id(row["skill"]) is None]


def test_no_two_sentences_differ_only_in_the_name(table: Any) -> None:
    frames = [re.sub(rf"\b{re.escape(row['skill'])}\b", "_", row["text"], flags=re.IGNORECASE) for row in table("senses")]
    assert len(set(frames)) == len(frames)


@pytest.mark.parametrize(
    ("name", "line", "counts"),
    [
        ("Rust", "Trained the colleagues in Rust", True),
        ("Consul", "Kept the old Consul alive", True),
        ("Puppet", "Retired Puppet at last", True),
        ("Vault", "On call for Vault at night", True),
        ("Spring", "Two shops opened in Spring 2021", False),
        ("Swift", "Known for Swift Resolution of Incidents", False),
        ("Go", "Go and ask the others", False),
        ("Express", "Came by the Orient Express", False),
        ("Consul", "the consul of Peru was a guest", False),
        ("R", "Job ID: R-88213", False),
        ("Spring", "Interests      sailing, the Spring picnic of the firm", False),
    ],
)
def test_a_name_is_meant_as_elsewhere_in_the_document_where_only_it_has_a_capital(
    analyzer: Analyzer, skill_id: Any, name: str, line: str, counts: bool
) -> None:
    for text in (f"Skills\n{name}, Redis\n\nExperience\n- {line}\n", f"Experience\n- {line}\n\nSkills\n{name}, Redis\n"):
        found = [each.text for each in analyzer.extract(text, "resume").mentions if each.skill.id == skill_id(name)]
        assert found == [name] * (1 + counts), text
    alone = analyzer.extract(f"Experience\n- {line}\n", "resume").mentions
    assert skill_id(name) not in {each.skill.id for each in alone}
