"""Headings in plain text, Markdown, capitals, with numbers, emoji and in mid-line (tables/sections.yaml), and their wordings
(tables/headings.yaml)."""

from __future__ import annotations

from typing import Any

import pytest

from skillgap import Analyzer
from skillgap.model import Section

LEAD = 4
"""A section may begin at its heading or at the marks before it (`## `, `1. `)."""


def test_headings_open_the_section_they_name(analyzer: Analyzer, skill_id: Any, table: Any, judge: Any) -> None:
    rows = table("sections")
    failures = []
    for row in rows:
        result = analyzer.extract(row["text"], row["kind"])
        problems = _covers(row["text"], result.sections)
        if "expect" in row:
            problems += _headings(row["text"], row["expect"], result.sections)
        for name, kind in row.get("kinds", {}).items():
            sections = [mention.section for mention in result.mentions if mention.skill.id == skill_id(name)]
            if sections != [kind]:
                problems.append(f"{name} stands in {sections}, not {kind}")
        if problems:
            failures.append(f"{row['text']!r}: {'; '.join(problems)}")
    judge(failures, len(rows), 0.02)


@pytest.mark.parametrize("colon", ["", ":"])
def test_headings_are_known_however_people_word_them(analyzer: Analyzer, table: Any, judge: Any, colon: str) -> None:
    failures, total = [], 0
    for row in table("headings"):
        none = row["kind"] == "none"
        for line in row["lines"]:
            written = line if none or line[-1] == "?" else line + colon
            text = f"We sell shoes.\n\nRequirements\n- Java\n\n{written}\n- Kafka\n"
            sections = analyzer.extract(text, "posting").sections
            opened = [section.kind for section in sections if section.start == text.index(line) and section.heading]
            total += 1
            if opened != ([] if none else [row["kind"]]):
                failures.append(f"{written!r} opens {opened or 'nothing'}, not {row['kind']}")
    judge(failures, total, 0.01)


@pytest.mark.parametrize("label", ["Employment", "Work", "Employment type"])
@pytest.mark.parametrize(
    "terms",
    [
        *("permanent", "full-time", "Part time (60 %)", "B2B", "UoP", "contract", "contracting", "freelance", "remote", "hybrid"),
        *("on-site", "onsite only", "open to offers", "B2B contract", "permanent position", "contract role", "remote work"),
        *("permanent employment", "B2B or contract", "remote and hybrid", "freelance preferred", "hybrid, preferably in Leeds"),
        *("contract possible", "remote/hybrid", "B2B + UoP"),
    ],
)
def test_the_terms_of_work_are_no_experience(analyzer: Analyzer, label: str, terms: str) -> None:
    sections = analyzer.extract(f"Ann\n\nPreferences\n{label}: {terms}\n\n{label}: {terms}\nKotlin\n", "resume").sections
    assert "experience" not in {section.kind for section in sections}


@pytest.mark.parametrize(
    "line",
    [
        "Work: Remote Ltd, developer",
        "Experience: freelance work for banks",
        "Employment: contract developer at Acme",
        "Employment: Freelance, 2019 - 2021",
        "Experience: Hybrid mobile apps",
        "Employment: Permanent Systems Ltd",
    ],
)
def test_a_job_on_such_terms_is(analyzer: Analyzer, line: str) -> None:
    sections = analyzer.extract(f"Ann\n\n{line}\nKotlin\n", "resume").sections
    assert sections[-1].kind == "experience"


def _covers(text: str, sections: tuple[Section, ...]) -> list[str]:
    bounds = [section.start for section in sections] + [len(text)]
    ends = [0] + [section.end for section in sections]
    return [] if bounds == ends else ["the sections do not cover the text from end to end"]


def _headings(text: str, expected: list[list[str]], sections: tuple[Section, ...]) -> list[str]:
    """What is wrong: headings not found where they stand, or of another kind; and sections that no heading opens."""
    problems = []
    opened = {section.start: section.kind for section in sections if section.heading and section.kind != "other"}
    others = {section.start for section in sections if section.heading and section.kind == "other"}
    position = 0
    for heading, kind in expected:
        position = text.index(heading, position)
        near = [start for start in opened if position - LEAD <= start <= position + LEAD]
        got = opened.pop(near[0]) if near else "other" if any(abs(start - position) <= LEAD for start in others) else "no section"
        if got != kind:
            problems.append(f"{heading!r} opens {got}, not {kind}")
        position += len(heading)
    return problems + [f"{text[start : start + 25]!r} opens {kind}, and should open nothing" for start, kind in opened.items()]


def test_the_table_is_wide(table: Any) -> None:
    rows = table("sections")
    assert len({row["text"] for row in rows}) == len(rows) >= 60
