"""What a posting says does not stand in for what it asks."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("refusals")


def refused(analyzer: Analyzer, text: str) -> dict[str, list[str]]:
    """By the first name of each requirement, what does not stand in for it."""
    found = rows.read(analyzer, text).requirements
    return {r.any_of[0].name: [skill.name for skill in r.refused] for r in found if r.refused}


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line["text"])
def test_what_is_refused_in_place_of_a_skill_is_known_with_it(analyzer: Analyzer, line: dict[str, object]) -> None:
    text = rows.posting_of({"under": "Requirements:", **line})
    assert refused(analyzer, text) == line["refused"]
    if "expect" in line:
        outcome = rows.judge(analyzer.taxonomy, line, rows.read(analyzer, text).requirements)
        assert outcome.right == outcome.of, outcome


def test_the_next_item_refuses_and_one_further_off_does_not(analyzer: Analyzer) -> None:
    posting = "Backend Engineer\n\nRequirements:\n- Scala\n{}- Java alone is not enough\n".format
    assert refused(analyzer, posting("")) == {"Scala": ["Java"]}
    assert refused(analyzer, posting("- PostgreSQL\n")) == {"PostgreSQL": ["Java"]}


def test_a_title_refuses_too(analyzer: Analyzer) -> None:
    assert refused(analyzer, "Java Developer (not JavaScript)\n\nWe build a web shop.\n") == {"Java": ["JavaScript"]}


def test_what_is_asked_elsewhere_is_refused_all_the_same(analyzer: Analyzer) -> None:
    text = "Backend Engineer\n\nRequirements:\n- TypeScript; JavaScript does not replace TypeScript\n- JavaScript\n"
    assert refused(analyzer, text) == {"TypeScript": ["JavaScript"]}
