"""A report that rests on an assumption says so, in every format, and says where the assumption is of no use."""

from __future__ import annotations

import json

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import GapReport
from skillgap.reports import FORMATS, render

CV = "# Ann\n\n## Experience\n\n### Developer, Acme, 2019 - 2024\n\n- Built services in Python\n"
AD = "Backend Engineer\n\nRequirements\n\n- Python\n- Kafka\n- Docker\n\nNot needed\n\n- No PHP needed\n"


def told(report: GapReport) -> list[str]:
    return [notice.message for notice in report.warnings if notice.code == "assumed_in_vain"]


@pytest.mark.parametrize("format", FORMATS)
def test_headline_and_footer_name_what_is_assumed(analyzer: Analyzer, format: str) -> None:
    report = analyzer.compare(CV, AD, assume=["kafka", "docker"])
    printed = " ".join(render(report, format).split())
    assert "Assuming Apache Kafka and Docker: a strong match, nothing is missing." in printed
    if format == "json":
        assert json.loads(printed)["provenance"]["assumed"] == ["Apache Kafka", "Docker"]
    else:
        assert f"today {analyzer.today}, assumed Apache Kafka and Docker" in printed


@pytest.mark.parametrize("format", FORMATS)
def test_where_nothing_is_assumed_nothing_is_said_of_it(analyzer: Analyzer, format: str) -> None:
    printed = render(analyzer.compare(CV, AD), format)
    assert "Assuming" not in printed
    assert "assumed" not in printed.replace('"assumed": []', "")


def test_a_headline_without_a_score_names_it_too(analyzer: Analyzer) -> None:
    stack = "We are hiring.\n\nOur stack\n\n- Kafka\n- Go\n"
    report = analyzer.compare(CV, stack, assume=["kafka"])
    assert report.score is None
    assert report.headline.startswith("Assuming Apache Kafka: this posting asks for nothing")


@pytest.mark.parametrize(
    ("assume", "said"),
    [
        (["kafka"], []),
        (["python"], []),
        (["haskell"], ["assuming Haskell changes nothing: the posting does not ask for it"]),
        (["php"], ["assuming PHP changes nothing: the posting does not ask for it"]),
        (
            ["kafka", "haskell", "erlang", "haskell"],
            ["assuming Haskell or Erlang changes nothing: the posting does not ask for it"],
        ),
        # it shows what is asked
        (["rabbitmq"], []),
        (["docker compose"], []),
    ],
)
def test_an_assumed_skill_that_is_not_asked_is_told(analyzer: Analyzer, assume: list[str], said: list[str]) -> None:
    report = analyzer.compare(CV, AD, assume=assume)
    assert told(report) == said
    if said and len(assume) == 1:
        assert report.verdicts == analyzer.compare(CV, AD).verdicts
