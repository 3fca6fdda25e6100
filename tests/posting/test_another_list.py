"""A list of its own behind that of the musts, below words that nobody knows: hardly ever a second list of musts."""

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
        "WHAT MIGHT TIP THE BALANCE",
        "Where we would cheer out loud:",
        "You get a cake from us if:",
        "It warms our hearts when we read:",
    ],
)
def test_words_that_nobody_knows_head_what_is_preferred(analyzer: Analyzer, heading: str) -> None:
    found = levels(analyzer, heading)
    assert (found["Apache Kafka"], found["Docker"], found["Terraform"]) == ("required", "preferred", "preferred")


@pytest.mark.parametrize(
    "heading",
    ["Databases and clouds:", "DATABASES AND CLOUDS", "It would break us if you did not have:", "What we insist you must know:"],
)
def test_a_noun_and_what_asks_go_on_with_the_musts(analyzer: Analyzer, heading: str) -> None:
    assert levels(analyzer, heading)["Docker"] == "required"


def test_behind_no_list_of_musts_it_means_nothing(analyzer: Analyzer) -> None:
    assert levels(analyzer, "WHAT MIGHT TIP THE BALANCE", first="Nice to have:")["Apache Kafka"] == "preferred"
    assert levels(analyzer, "WHAT MIGHT TIP THE BALANCE", first="About us")["Docker"] == "context"
