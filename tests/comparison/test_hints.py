"""A hint only where it helps: another name, not another spelling of the same."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.comparison.hints import _editions
from skillgap.extraction.data import rules


def hints(analyzer: Analyzer, yours: str, theirs: str) -> list[str]:
    report = analyzer.compare(f"Jo Doe\n\nSkills\nLaravel, {yours}\n", f"Requirements:\n- {theirs}\n- Haskell\n")
    return [str(hint) for hint in report.hints]


@pytest.mark.parametrize(
    ("yours", "theirs"),
    [
        ("Postgres", "PostgreSQL"),
        ("JS", "JavaScript"),
        ("k8s", "Kubernetes"),
        ("Golang", "Go"),
        ("Go", "Golang"),
        ("AWS", "Amazon Web Services"),
        ("Amazon Web Services", "AWS"),
        ("Google Cloud Platform", "GCP"),
        ("RoR", "Ruby on Rails"),
        ("IaC", "infrastructure as code"),
        ("TDD", "test-driven development"),
        ("C sharp", "C#"),
    ],
)
def test_names_that_differ_are_hinted_at(yours: str, theirs: str, analyzer: Analyzer) -> None:
    assert hints(analyzer, yours, theirs) == [f'your "{yours}" is their "{theirs}"']


@pytest.mark.parametrize(
    ("yours", "theirs"),
    [
        ("Python", "Python"),
        ("PYTHON", "Python"),
        ("Python 3", "Python"),
        ("HTML5", "HTML"),
        ("React.js", "React"),
        ("ReactJS", "React"),
        ("NodeJS", "Node.js"),
        ("Kafka", "Apache Kafka"),
        ("Apache Kafka", "Kafka"),
        ("Rails", "Ruby on Rails"),
        ("websocket", "WebSockets"),
        ("ELK", "ELK Stack"),
        ("unit tests", "unit testing"),
        ("RESTful APIs", "REST API"),
        ("Postgres and PostgreSQL", "PostgreSQL"),
    ],
)
def test_names_that_one_finds_by_the_other_are_not(yours: str, theirs: str, analyzer: Analyzer) -> None:
    assert hints(analyzer, yours, theirs) == []


@pytest.mark.parametrize(
    ("yours", "theirs"),
    [
        ("PostgreSQL", "Postgres"),
        ("JavaScript", "JS"),
        ("Kubernetes", "k8s"),
        ("infrastructure as code", "IaC"),
    ],
)
def test_nobody_is_told_to_shorten_an_official_name(yours: str, theirs: str, analyzer: Analyzer) -> None:
    assert hints(analyzer, yours, theirs) == []


@pytest.mark.parametrize(
    ("yours", "theirs"),
    [
        ("Oracle 9i", "Oracle 23ai"),
        ("Oracle 11g", "Oracle DB"),
        ("Java 8", "Java 17"),
        ("Python 2", "Python 3"),
        ("Python2.7", "Python3"),
        ("AngularJS", "Angular"),
        ("Angular", "AngularJS"),
        ("Vue 2", "Vue.js 3"),
        ("ES5", "ES2020"),
        ("JS", "ES2020"),
        ("C++98", "C++20"),
        ("CPP", "C++20"),
        ("SNMPv1", "SNMPv3"),
        ("TCP", "IPv6"),
        ("Entity Framework Core", "EF6"),
        ("EF6", "Entity Framework Core"),
        ("OpenAI", "GPT-4"),
        ("Windows NT", "Windows Vista"),
        ("Borland Delphi", "Delphi XE"),
        ("AUTOSAR Classic", "AUTOSAR Adaptive"),
        ("SAP R/3", "S/4HANA"),
        ("RPGLE", "RPG IV"),
    ],
)
def test_releases_and_editions_are_no_other_names(yours: str, theirs: str, analyzer: Analyzer) -> None:
    assert hints(analyzer, yours, theirs) == []


@pytest.mark.parametrize(
    ("yours", "theirs", "words"),
    [
        ("ES6", "JavaScript", "JavaScript"),
        ("UE4", "Unreal Engine", "Unreal Engine"),
        ("psql", "PostgreSQL 16", "PostgreSQL"),
        ("JS", "ES2020, JavaScript", "JavaScript"),
        ("Elastic Compute Cloud", "Amazon EC2", "Amazon EC2"),
        ("Amazon Simple Storage Service", "S3", "S3"),
        ("two-factor authentication", "2FA", "2FA"),
        ("UI5", "SAPUI5", "SAPUI5"),
    ],
)
def test_a_name_that_claims_no_other_release_is_still_a_model(yours: str, theirs: str, words: str, analyzer: Analyzer) -> None:
    assert hints(analyzer, yours, theirs) == [f'your "{yours}" is their "{words}"']


@pytest.mark.parametrize("rule", rules("editions", "skillgap.comparison"), ids=lambda rule: rule["words"][0])
def test_the_examples_of_the_editions(rule: dict[str, list[str]], analyzer: Analyzer) -> None:
    assert set(rule["words"]) <= _editions()
    assert set(rule["words"]) & set(rule["example"][1].lower().split())
    assert hints(analyzer, *rule["example"]) == []


def test_of_several_names_in_the_posting_the_official_one_is_the_model(analyzer: Analyzer) -> None:
    assert hints(analyzer, "psql", "Postgres, PostgreSQL") == ['your "psql" is their "PostgreSQL"']


def test_a_misspelling_in_the_posting_is_nobodys_model(analyzer: Analyzer) -> None:
    assert hints(analyzer, "PostgreSQL", "Postgress") == []
    assert hints(analyzer, "Kubernetes", "Kuberntes") == []


def test_one_in_the_resume_is_worth_a_word(analyzer: Analyzer) -> None:
    assert hints(analyzer, "Kuberntes", "Kubernetes") == ['your "Kuberntes" is their "Kubernetes"']


def test_only_what_is_shown_and_asked_is_hinted_at(analyzer: Analyzer) -> None:
    assert hints(analyzer, "Go", "Kubernetes") == []
    assert hints(analyzer, "k8s, Postgres", "Python") == []
    report = analyzer.compare(
        "Summary\nPython developer. I have never worked with k8s.\n", "Requirements:\n- Kubernetes\n- Python\n"
    )
    assert report.hints == ()


def test_what_is_not_needed_is_not_hinted_at(analyzer: Analyzer) -> None:
    report = analyzer.compare("Skills\nk8s, Python\n", "Requirements:\n- Python\n- No Kubernetes needed\n")
    assert report.hints == ()


def test_both_places_are_given(analyzer: Analyzer) -> None:
    cv, ad = "Skills\nPython, Postgres\n", "Requirements:\n- PostgreSQL\n"
    (hint,) = analyzer.compare(cv, ad).hints
    assert cv[hint.yours.start : hint.yours.end] == "Postgres"
    assert ad[hint.theirs.start : hint.theirs.end] == "PostgreSQL"
