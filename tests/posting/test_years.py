"""Years of experience, and the skills that they bind to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("years")


def _judge(analyzer: Analyzer, line: Mapping[str, Any]) -> rows.Outcome:
    taxonomy = analyzer.taxonomy
    expected = {rows.canonical(taxonomy, name): float(years) for name, years in line["expect"].items()}
    may = {(rows.canonical(taxonomy, name), float(years)) for name, years in line.get("may", {}).items()}
    read = rows.read(analyzer, rows.posting_of(line)).requirements
    got = {
        skill.name: requirement.min_years
        for requirement in read
        if requirement.min_years is not None
        for skill in requirement.any_of
        if (skill.name, requirement.min_years) not in may
    }
    return rows.Outcome(f"[{line.get('under', '')}] {line['text']}", str(expected), str(got), int(got == expected), 1)


def test_the_table_holds_each_phrase_once() -> None:
    seen = [(line.get("under"), line["text"]) for line in TABLE]
    assert len(seen) >= 110
    assert len(set(seen)) == len(seen)


def test_years_bind_to_the_skills_that_they_speak_of(analyzer: Analyzer) -> None:
    rows.check([_judge(analyzer, line) for line in TABLE])


@pytest.mark.parametrize(
    ("line", "impossible"),
    [
        ("8+ years of experience with OpenTofu", ["OpenTofu (2023)"]),
        ("12+ years of Bun or Valkey", ["Bun (2021) and Valkey (2024)"]),
        ("6+ years of Bun", []),
        ("8+ years of Bun or Python", []),
        ("20+ years of Python", []),
    ],
)
def test_more_years_than_a_technology_exists_are_remarked_on(analyzer: Analyzer, line: str, impossible: list[str]) -> None:
    warnings = analyzer.read_posting(f"Backend Engineer\n\nRequirements\n- {line}\n").warnings
    assert [w.message.rpartition(": ")[2] for w in warnings if w.code == "impossible-years"] == impossible


def test_the_quote_is_the_line_that_asks_for_the_years(analyzer: Analyzer) -> None:
    text = "Senior Python Engineer\n\nRequirements\n- Python\n- At least 3 years of professional Python experience\n- Docker\n"
    asked = next(r for r in analyzer.read_posting(text).requirements if r.min_years)
    assert (asked.label, asked.quote.lstrip("- ")) == ("Python, 3+ years", "At least 3 years of professional Python experience")
    assert asked.quote in text[asked.start : asked.end]
    report = analyzer.compare("Experience\nDeveloper, Acme, 2019 - 2023\n- Docker\n", text)
    verdict = next(v for v in report.verdicts if v.requirement == asked)
    assert verdict.quotes[0].text == asked.quote.lstrip("- ")


@pytest.mark.parametrize(
    ("title", "years"),
    [("Scala (4+ years), Pulsar", 4), ("Scala Developer, 4+ years", 4), ("Scala Developer (12 month contract)", None)],
)
def test_a_title_may_ask_for_years(analyzer: Analyzer, title: str, years: float | None) -> None:
    asked = {skill.name: r.min_years for r in analyzer.read_posting(title).requirements for skill in r.any_of}
    assert asked["Scala"] == years
    assert asked.get("Apache Pulsar") is None
