"""Headings of jobs that stand above the dates, of which some lines look like no heading: a label with skills, a sentence."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import Resume
from tests.resume.test_entries import dates, of_kind

TWO = [("2022-01", "2026-11", True), ("2019-04", "2021-12", False)]


def read(first: str, second: str, gap: str, analyzer: Analyzer) -> Resume:
    above, below = "Work experience\n\n", "\nEducation\nBSc, 2015\n"
    return analyzer.read_resume(f"{above}{first}\n- Screens in PHP.\n- More screens.\n{gap}{second}\n- Rules in Perl.\n{below}")


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Project #1 : Claims\nRole : Dev\nPeriod : {}", "Project #2 : Kotlin tariffs\nRole : Dev\nPeriod : {}"),
        ("Project 1: Claims\nTeam : 9 people\nPeriod : {}", "Project 2: Kotlin tariffs\nTeam : 4 people\nPeriod : {}"),
        ("PROJECT - 1 - Claims\nDuration: {}\nRole: Dev", "PROJECT - 2 - Kotlin tariffs\nDuration: {}\nRole: Dev"),
        ("#1 Claims\nTools: PHP\nDuration: {}", "#2 Tariffs\nTools: Kotlin, Redis\nDuration: {}"),
        ("1. Claims\nStack: PHP\nDates: {}", "2. Tariffs\nStack: Kotlin\nDates: {}"),
        (
            "Client: Insurer A\nTeam size: 9\nTools: PHP\nLocation: Oslo\nDuration: {}",
            "Client: Insurer B\nTools: Kotlin\nDuration: {}",
        ),
        ("Company: Insurer A\n- Claims\nPeriod: {}", "Company: Insurer B\n- Tariffs in Kotlin\nPeriod: {}"),
        (
            "Project Name: Claims\nNotes: All claims.\nPeriod: {}",
            "Project Name: Tariffs\nNotes: All tariffs in Kotlin.\nPeriod: {}",
        ),
    ],
)
def test_a_heading_begins_with_the_sign_of_the_first(first: str, second: str, gap: str, analyzer: Analyzer) -> None:
    resume = read(first.format("Jan 2022 - present"), second.format("Apr 2019 - Dec 2021"), gap, analyzer)
    assert dates(of_kind(resume, "job")) == TWO
    assert {name: resume.evidence[name].months for name in ("php", "kotlin", "perl")} == {"php": 59, "kotlin": 33, "perl": 33}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Insurer A, Developer\nStack: PHP\n{}", "Insurer B, Developer\nStack: Kotlin\n{}"),
        ("Insurer A\nAn insurer of ships.\nDeveloper\n{}", "Insurer B\nA young insurer whose core is in Kotlin.\nDeveloper\n{}"),
        ("Insurer A\nOslo\nHybrid\nDeveloper\n{}", "Insurer B\nOslo\nKotlin team\nDeveloper\n{}"),
    ],
)
def test_a_heading_has_as_many_lines_behind_a_gap_as_the_first(first: str, second: str, analyzer: Analyzer) -> None:
    resume = read(first.format("Jan 2022 - present"), second.format("Apr 2019 - Dec 2021"), "\n", analyzer)
    assert dates(of_kind(resume, "job")) == TWO
    assert {name: resume.evidence[name].months for name in ("php", "kotlin", "perl")} == {"php": 59, "kotlin": 33, "perl": 33}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # the last lines of the job above
        ("Client: Insurer A\nPeriod: {}", "Environment: Kotlin\nClient: Insurer B\nPeriod: {}"),
        ("Client: Insurer A\nPeriod: {}", "Project: a rewrite in Kotlin\n\nClient: Insurer B\nPeriod: {}"),
        ("Project 1: Claims\nPeriod: {}", "Kotlin: one service\nProject 2: Tariffs\nPeriod: {}"),
        ("Insurer A, Developer\nStack: PHP\n{}", "Stack: Kotlin\n\nInsurer B\n{}"),
        ("Insurer A, Developer\nStack: PHP\n{}", "\n- Kotlin\nInsurer B\n{}"),
        ("Insurer A, Developer\nStack: PHP\n{}", "\nMore Kotlin.\n\nInsurer B, Developer\n{}"),
        ("Insurer A\nAn insurer of ships.\nDeveloper\n{}", "More in Kotlin.\nInsurer B\nDeveloper\n{}"),
    ],
)
def test_what_the_job_above_tells_is_no_part_of_it(first: str, second: str, analyzer: Analyzer) -> None:
    resume = read(first.format("Jan 2022 - present"), second.format("Apr 2019 - Dec 2021"), "", analyzer)
    assert dates(of_kind(resume, "job")) == TWO
    assert {name: resume.evidence[name].months for name in ("php", "kotlin", "perl")} == {"php": 59, "kotlin": 59, "perl": 33}


def test_the_first_project_begins_with_its_sign(analyzer: Analyzer) -> None:
    first = "Project 1: Claims\nTools: PHP\nPeriod: Jan 2022 - Mar 2022"
    second = "Project 2: Tariffs\nTools: Perl\nPeriod: Apr 2020 - May 2020"
    resume = analyzer.read_resume(f"Projects\n\n{first}\n\n{second}\n")
    assert [entry.heading for entry in of_kind(resume, "project")] == ["Project 1: Claims", "Project 2: Tariffs"]
