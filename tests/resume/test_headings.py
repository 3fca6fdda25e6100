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


NAMED = "EXPERIENCE\n\n{first}\n- Kotlin\n\n{second}\n- Scala\n\nEDUCATION\nBSc, 2011\n"


@pytest.mark.parametrize(
    "line",
    [
        "Developer | Pear Technologies | 2018 - 2021",
        "Developer @ Open Source House | 2018 - 2021",
        "Lead - Academic Press - 2018 to 2021",
        "Lead at Career Compass (2018 - 2021)",
        "Pear Technologies (2018 - 2021)\nDeveloper",
        "DEVELOPER | SKILLS BRIDGE | 2018 - 2021",
    ],
)
def test_a_dated_line_with_the_word_of_a_section_is_that_of_a_job(line: str, analyzer: Analyzer) -> None:
    jobs = (line, "Developer | Mill Works | 2015 - 2018")
    for first, second in (jobs, reversed(jobs)):
        resume = analyzer.read_resume(NAMED.format(first=first, second=second))
        assert sorted(dates(of_kind(resume, "job"))) == [("2015-07", "2018-06", False), ("2018-07", "2021-06", False)]
        assert sorted(resume.evidence[name].months or 0 for name in ("kotlin", "scala")) == [36, 36]


@pytest.mark.parametrize(
    "heading",
    [
        "OTHER SKILLS (UPDATED 2024)",
        "TECHNICAL SKILLS | 2024",
        "My technical skills 2024",
        "Technologies - 2024",
    ],
)
def test_the_heading_of_a_list_may_tell_its_year(heading: str, analyzer: Analyzer) -> None:
    text = f"EXPERIENCE\n\nDeveloper | Mill Works | 2015 - 2018\n- Scala\n\n{heading}\nKotlin, Kafka\n\nEDUCATION\nBSc, 2011\n"
    assert analyzer.read_resume(text).evidence["kotlin"].strength == "listed"


@pytest.mark.parametrize("firm", ["Tea House Inc.", "Tea House Co., Ltd.", "Tea House Pvt. Ltd.", "Casa del Té S.A."])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_firm_that_ends_in_a_full_stop_heads_a_job(firm: str, gap: str, analyzer: Analyzer) -> None:
    text = f"Experience\n\nJava developer | {firm}\n2018 - 2021\n- Kotlin\n{gap}PHP developer | {firm}\n2015 - 2018\n- Scala\n"
    resume = analyzer.read_resume(text)
    assert [entry.heading for entry in of_kind(resume, "job")] == [f"Java developer | {firm}", f"PHP developer | {firm}"]
    assert (resume.evidence["java"].months, resume.evidence["php"].months) == (36, 36)


@pytest.mark.parametrize("line", ["Moved it to PHP.", "It is in use at two banks, with PHP e.g.", "Wrote it in PHP with Mr. Co."])
def test_a_sentence_above_the_dates_heads_none(line: str, analyzer: Analyzer) -> None:
    text = f"Experience\n\n2018 - 2021\nJava developer, Tea House\n- SQL\n{line}\n\n2015 - 2018\nDeveloper, Mill Works\n- C\n"
    assert analyzer.read_resume(text).evidence["php"].months == 36


FIELDS = (
    "Ann Example\n{fields}\n{gap}Kotlin developer who likes tea.\n\nWork history\n\nDeveloper, Mill Works, 2015 - 2018\n- Scala\n"
)


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "fields",
    [
        "Experience: 6 years",
        "**Experience:** 6+ years\n**City:** Hull",
        "Total experience: more than 6 years in tea\nCity: Hull",
        "Professional experience: 6 yrs 4 months\nNotice: none",
        "Portfolio: https://ann.example/work",
        "Portfolio: ann.dev | Hull",
        "**Portfolio:** [ann.dev](https://ann.dev)\n**City:** Hull",
        "Open source: github.com/ann",
        "Hull | Experience: 6 years | Portfolio: ann.dev | Projects: github.com/ann | 555-0101",
    ],
)
def test_a_field_at_the_head_opens_no_section(fields: str, gap: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(FIELDS.format(fields=fields, gap=gap))
    assert [entry.kind for entry in resume.entries] == ["job"]
    assert (resume.evidence["kotlin"].strength, resume.evidence["scala"].months) == ("claimed", 36)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann\n\nExperience: 6 years\n\nDeveloper, Tea House\n2018 - 2021\n- Kotlin\n", "job"),
        ("Ann\n\nProjects: github.com/ann\n- A bot in Kotlin\n", "project"),
        ("Ann\nProjects: a bot in Kotlin, ASP.NET pages\n", "project"),
        ("Ann\nProjects: kotlin.dev clone in Kotlin\n", "project"),
        ("Ann\n\nEducation\nBSc\n\nPortfolio: ann.dev\nA bot in Kotlin\n", "project"),
    ],
)
def test_what_only_looks_like_a_field_opens_one(text: str, kind: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(text)
    assert kind in {section.kind.replace("experience", "job").removesuffix("s") for section in resume.extraction.sections}
    assert resume.evidence["kotlin"].strength in {"recent_job", "older_job", "project"}


@pytest.mark.parametrize("below", ["", " · 1 yr 2 mos\nHull, UK · Hybrid", "\nHull"])
@pytest.mark.parametrize(
    "heading", ["Kotlin developer, Mill Works", "Mill Works\nKotlin developer", "Kotlin developer @ Mill Works"]
)
def test_dates_alone_have_their_heading_above_though_the_first_are_beside_theirs(
    heading: str, below: str, analyzer: Analyzer
) -> None:
    first = "Intern, Tea House, May 2022 - Aug 2022\n- Rules in PHP."
    resume = analyzer.read_resume(f"Experience\n\n{first}\n\n{heading}\nOct 2025 - Nov 2026{below}\n- Screens in Scala.\n")
    assert dates(of_kind(resume, "job")) == [("2022-05", "2022-08", False), ("2025-10", "2026-11", False)]
    assert [resume.evidence[name].months for name in ("kotlin", "scala", "php")] == [14, 14, 4]


def test_dates_above_their_heading_take_no_line_of_the_job_before(analyzer: Analyzer) -> None:
    text = (
        "Experience\n\n2020 - 2022\nDeveloper, Tea House\nRules in PHP\n\n2018 - 2020\nDeveloper, Mill Works\nScreens in Scala\n"
    )
    assert [analyzer.read_resume(text).evidence[name].months for name in ("php", "scala")] == [24, 24]
