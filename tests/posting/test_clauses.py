"""Requirement clauses: alternatives, conjunctions, categories with examples, levels."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.extraction.spelt import spelt

from . import rows

TABLE = rows.load("clauses")


def test_the_table_holds_each_clause_once() -> None:
    seen = [(line.get("under"), line.get("title", line.get("text"))) for line in TABLE]
    assert len(seen) >= 160
    assert len(set(seen)) == len(seen)


def test_clauses_are_read_as_a_careful_reader_reads_them(analyzer: Analyzer) -> None:
    rows.check([rows.judge(analyzer.taxonomy, line, rows.read(analyzer, rows.posting_of(line)).requirements) for line in TABLE])


@pytest.mark.parametrize(
    ("line", "idea", "examples"),
    [
        ("A message broker such as NATS or Kafka", "Message queues", ["NATS", "Apache Kafka"]),
        ("Monitoring systems (Nagios, Zabbix)", "Monitoring", ["Nagios", "Zabbix"]),
        ("Kubernetes with tools such as Helm", "Kubernetes", []),
        ("Software engineering and test tools (Selenium, JUnit)", "Software engineering", []),
        ("Monitoring and alerting tools (Prometheus, Grafana)", "Monitoring", ["Prometheus", "Grafana"]),
        ("Software engineer (Django, Redis)", "Software engineering", []),
        ("Unit testing of all that runs in our data centers in the north, also with languages such as Go", "Unit testing", []),
    ],
)
def test_what_a_posting_names_as_examples_is_kept_with_the_idea(
    analyzer: Analyzer, line: str, idea: str, examples: list[str]
) -> None:
    requirements = analyzer.read_posting(f"Backend Engineer\n\nRequirements\n- {line}\n").requirements
    (found,) = [r for r in requirements if [skill.name for skill in r.any_of] == [idea]]
    assert [skill.name for skill in found.examples] == examples


def test_an_example_of_one_alternative_shows_nothing_of_another(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting("Backend Engineer\n\nRequirements\n- Docker, CI/CD (Jenkins, GitLab CI) or a cloud (AWS)\n")
    (choice,) = [r for r in posting.requirements if len(r.any_of) == 3]
    assert choice.examples == ()
    report = analyzer.compare("SKILLS\nAWS\n", posting)
    assert {skill.id for verdict in report.verdicts for skill in verdict.path}.isdisjoint({"docker", "ci-cd"})


@pytest.mark.parametrize(
    ("title", "line", "asked"),
    [
        ("Kotlin Developer", "Three years of Kotlin or Scala", [["Kotlin", "Scala"]]),
        ("Kotlin Developer", "Kotlin and Scala", [["Kotlin"], ["Scala"]]),
        ("Kotlin Developer", "Docker", [["Kotlin"], ["Docker"]]),
        ("Kotlin Developer", "Rust or Go", [["Kotlin"], ["Go", "Rust"]]),
    ],
)
def test_the_text_says_more_of_what_the_title_names(analyzer: Analyzer, title: str, line: str, asked: list[list[str]]) -> None:
    requirements = analyzer.read_posting(f"{title}\n\nRequirements\n- {line}\n").requirements
    assert sorted(sorted(skill.name for skill in r.any_of) for r in requirements) == sorted(asked)


@pytest.mark.parametrize(
    ("title", "or_similar"),
    [
        ("Backend Engineer (Kotlin + Ktor)", False),
        ("Backend Engineer (Ruby or Elixir)", False),
        ("Backend Engineer (Clojure/Redis)", False),
        ("Backend Engineer (Clojure or similar)", True),
    ],
)
def test_what_a_title_has_in_brackets_is_no_example_of_the_role(analyzer: Analyzer, title: str, or_similar: bool) -> None:
    asked = [r for r in rows.read(analyzer, f"{title}\n\nApply by e-mail.\n").requirements if r.level == "required"]
    assert {r.or_similar for r in asked} == {or_similar}


@pytest.mark.parametrize("rating", [rating for rating in spelt("ratings") if not rating.startswith("must")])
def test_a_sentence_of_its_own_may_say_how_much_all_names_before_it_are_wanted(analyzer: Analyzer, rating: str) -> None:
    text = "Duties\nYou will spend half of your time in Python and the other half in SQL."
    assert {found.level for found in analyzer.read_posting(text).requirements} == {"context"}
    levels = {found.level for found in analyzer.read_posting(f"{text} Both are {rating}.").requirements}
    assert levels in ({"required"}, {"preferred"})


def test_an_empty_item_below_a_list_that_is_counted_is_read_over(analyzer: Analyzer) -> None:
    requirements = analyzer.read_posting("Backend Engineer\n\n- At least two of these:\n- \n- Redis\n").requirements
    assert ["Redis"] in [[skill.name for skill in r.any_of] for r in requirements]
