"""Names that the taxonomy lacks are said, wherever in a list they stand; they never count, and never tear a choice apart."""

import pytest

from skillgap import Analyzer

POSTING = "Backend Engineer\n\nRequirements\n- {}\n"


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("Celery, Zorpq or Kafka", ["Zorpq"]),
        ("Celery, Kafka or Zorpq", ["Zorpq"]),
        ("Experience with Zorpq or Kafka", ["Zorpq"]),
        ("Kafka and Zorpq, Flimmer & Redis", ["Zorpq", "Flimmer"]),
        ("Knowledge of Zorpq", ["Zorpq"]),
        ("Experience of Barrel BigTop", ["Barrel BigTop"]),
        ("Exposure to Barrel.io", ["Barrel.io"]),
        ("Familiarity with GOV.UK Zorpq", ["GOV.UK Zorpq"]),
        ("Exposure to Sales", []),
        ("Experience of Local Government", []),
        ("Experience of PhD supervision", []),
        ("Familiarity with Kafka.You will like it", []),
        ("Kafka, Redis and Strong Opinions", []),
        ("Python, English or German", []),
    ],
)
def test_unknown_names_are_said(analyzer: Analyzer, line: str, unknown: list[str]) -> None:
    extraction = analyzer.extract(POSTING.format(line))
    assert [term.text for term in extraction.unknown] == unknown
    assert all(extraction.text[term.start : term.end] == term.text for term in extraction.unknown)


def test_in_another_language_a_label_is_no_name(analyzer: Analyzer) -> None:
    text = (
        "Entwickler (w/m/d)\n\nDein Profil\n- Mindestens drei Jahre Erfahrung mit Java und Zorpq\n"
        "- Von Vorteil: Kafka, Zorpq, Redis\n\nWir bieten dir ein Team, das gerne zusammen an der Plattform arbeitet.\n"
    )
    extraction = analyzer.extract(text, kind="posting")
    assert extraction.language == "de"
    assert {term.text for term in extraction.unknown} == {"Zorpq"}


@pytest.mark.parametrize(
    ("top", "unknown"),
    [
        ("Backend Engineer (Go, Kafka), Zwickau", []),
        ("Zorpsoft | Backend (Elixir), Kafka | remote", []),
        ("Backend Engineer\nWe build it with Kafka, Zorpq and Redis.", ["Zorpq"]),
    ],
)
def test_a_town_or_firm_in_a_line_at_the_top_is_no_technology(analyzer: Analyzer, top: str, unknown: list[str]) -> None:
    posting = f"{top}\n\nRequirements\n- Python\n"
    assert [term.text for term in analyzer.extract(posting, kind="posting").unknown] == unknown


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Python, Java, Zorpq or Go", [{"Python", "Java", "Go"}]),
        ("Kafka, Zorpq, RabbitMQ", [{"Apache Kafka"}, {"RabbitMQ"}]),
        ("Kafka, Zorpq and RabbitMQ", [{"Apache Kafka"}, {"RabbitMQ"}]),
    ],
)
def test_an_unknown_name_tears_no_choice_apart(analyzer: Analyzer, line: str, asked: list[set[str]]) -> None:
    requirements = analyzer.read_posting(POSTING.format(line)).requirements
    assert [{skill.name for skill in r.any_of} for r in requirements if r.level == "required"] == asked


def test_a_list_of_strange_names_is_told(analyzer: Analyzer) -> None:
    text = "Nice to have\n- DuckDB, Pelican\n- DataGizmo, OpenWidget\n- ClickHouse, Gander or Heron\n- A smile, good manners\n"
    assert {unknown.text for unknown in analyzer.extract(text, "posting").unknown} >= {
        "Pelican",
        "DataGizmo",
        "OpenWidget",
        "Heron",
    }
    assert not {"A smile", "good manners"} & {unknown.text for unknown in analyzer.extract(text, "posting").unknown}
