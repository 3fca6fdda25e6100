"""A list of its own behind that of the musts, below words that nobody knows and that only say what might be."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer

POSTING = "Go Developer\n\n{first}\n- Kotlin\n- Kafka\n- Redis\n\n{heading}\n- Docker\n- Terraform\n"


def levels(analyzer: Analyzer, heading: str, first: str = "Requirements:") -> dict[str, str]:
    posting = analyzer.read_posting(POSTING.format(heading=heading, first=first))
    return {skill.name: requirement.level for requirement in posting.requirements for skill in requirement.any_of}


@pytest.mark.parametrize(
    "heading",
    [
        "WHAT MIGHT SWAY THE JURY",
        "Where we would cheer out loud:",
        "For this you'd get a cake:",
        "An extra smile, when we read:",
    ],
)
def test_what_might_be_is_preferred(analyzer: Analyzer, heading: str) -> None:
    found = levels(analyzer, heading)
    assert (found["Apache Kafka"], found["Docker"], found["Terraform"]) == ("required", "preferred", "preferred")


@pytest.mark.parametrize(
    "heading",
    [
        "Databases and clouds:",
        "It would break us if you did not have:",
        "What we insist you must know:",
        "We count on you for:",
        "You are at home in the following:",
        "You work independently with:",
        "And if it comes to containers:",
    ],
)
def test_all_else_goes_on_with_the_musts(analyzer: Analyzer, heading: str) -> None:
    assert levels(analyzer, heading)["Docker"] == "required"


def test_behind_no_list_of_musts_it_means_nothing(analyzer: Analyzer) -> None:
    assert levels(analyzer, "WHAT MIGHT SWAY THE JURY", first="About us")["Docker"] == "context"
