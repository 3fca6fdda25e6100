"""How long and until when a résumé says in words that a skill was used."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.extraction.data import rules

RATINGS = [word for rule in rules("claims", "skillgap.resume") if rule["of"] == "rating" for word in rule["words"]]
NAMED_BY_YEAR = {"microsoft-sql-server": "SQL Server", "sharepoint": "SharePoint", "visual-studio": "Visual Studio"}


def told(analyzer: Analyzer, text: str) -> dict[str, tuple[int | None, str]]:
    """Months and last use of each skill of a résumé, `Java 60 2019-12`, those without either left out."""
    evidence = analyzer.read_resume(text).evidence.values()
    return {e.skill.id: (e.months, f"{e.last_used:%Y-%m}" if e.last_used else "") for e in evidence if e.months or e.last_used}


@pytest.mark.parametrize("word", RATINGS)
def test_a_rating_may_stand_between_a_name_and_its_years(word: str, analyzer: Analyzer) -> None:
    assert told(analyzer, f"Ann Lee\n\nSkills\nKotlin: {word} (4 years)\n") == {"kotlin": (48, "")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a rating between a name and its years
        ("PostgreSQL, fairly good, 7 years", {"postgresql": (84, "")}),
        ("Kotlin 1.9 (advanced user, 3 yrs), Scala (beginner, 6 months)", {"kotlin": (36, ""), "scala": (6, "")}),
        ("Kotlin - advanced to expert - 6 yrs", {"kotlin": (72, "")}),
        ("Kotlin | Advanced | 6 years", {"kotlin": (72, "")}),
        ("Kotlin | Advanced | 6 years\nPHP | Basic | 2 years", {"kotlin": (72, ""), "php": (24, "")}),
        ("Kotlin ●●●●○ 6 yrs", {"kotlin": (72, "")}),
        ("Kotlin (4/5, 6 years)", {"kotlin": (72, "")}),
        ("Kotlin, advanced PHP, 6 years", {"php": (72, "")}),
        ("Kotlin (to learn, 6 months)", {}),
        ("Kotlin: basic, PHP: advanced (6 years)", {"php": (72, "")}),
        ("Kotlin: good enough for 2 years old code", {}),
        # years of several names
        ("Kotlin, PHP, Redis (3 years each)", {"kotlin": (36, ""), "php": (36, ""), "redis": (36, "")}),
        ("Kotlin and PHP, 3 years in both", {"kotlin": (36, ""), "php": (36, "")}),
        ("8+ years: Kotlin, PHP and Redis", {"kotlin": (96, ""), "php": (96, ""), "redis": (96, "")}),
        ("Advanced (8 years): Kotlin 1.9, PHP", {"kotlin": (96, ""), "php": (96, "")}),
        ("8 years of experience: Kotlin / PHP", {"kotlin": (96, ""), "php": (96, "")}),
        ("8 years: from trainee to lead, mostly Kotlin", {}),
        ("8 years: Kotlin (2), PHP (6)", {}),
        ("8 years: Kotlin since 2020, PHP before", {"kotlin": (83, "2026-11")}),
        # dates instead of years
        ("Kotlin 1.9 since 2021", {"kotlin": (71, "2026-11")}),
        ("Kotlin (since March 2021), PHP (2012 - 2016)", {"kotlin": (69, "2026-11"), "php": (48, "2016-06")}),
        ("Kotlin: 03/2019 - 02/2021", {"kotlin": (24, "2021-02")}),
        ("Kotlin    2015 - 2018", {"kotlin": (36, "2018-06")}),
        ("Kotlin: not since 2021", {}),
        ("No more Kotlin since 2021", {}),
        ("Out of Kotlin since 2021", {}),
        ("Kotlin conference speaker since 2021", {}),
        ("Kotlin (2015)", {}),
        ("Kotlin 2015 - 2018 at Hooli", {}),
        ("SQL Server (2012 - 2019), SharePoint (2010-2016)", {}),
        ("SQL Server: 2012/2016, Visual Studio since 2010", {}),
        ("Oracle (11g - 19c), Python (2.7 - 3.12)", {}),
        # last use
        ("Kotlin (30 months, last used 2020)", {"kotlin": (30, "2020-12")}),
        ("Kotlin, PHP (last used in June 2018)", {"php": (None, "2018-06")}),
        ("PHP: last used: 2018", {"php": (None, "2018-12")}),
        ("Perl (not used since 2011)", {"perl": (None, "2011-12")}),
        ("Perl (basic, 4 years, last use 2011)", {"perl": (48, "2011-12")}),
        ("Perl, from a company that I last used 2011", {}),
        ("Perl, last used in 3 scripts", {}),
        ("Perl (used last year)", {}),
    ],
)
def test_a_list_tells_how_long(line: str, expected: dict[str, tuple[int | None, str]], analyzer: Analyzer) -> None:
    assert told(analyzer, f"Ann Lee\n\nSkills\nDocker\n{line}\n") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I have written Kotlin for 4 years and Redis scripts since 2021.", {"kotlin": (48, "")}),
        ("I have written PHP for 9 years and Kotlin since 2021.", {"php": (108, ""), "kotlin": (71, "2026-11")}),
        ("I have written PHP for 9 years and Kotlin for 3 years.", {"php": (108, ""), "kotlin": (36, "")}),
        ("I have written PHP for more than 9 years, and know Kotlin.", {"php": (108, "")}),
        ("Kotlin for the past four years, before that PHP.", {"kotlin": (48, "")}),
        ("A developer for 9 years and, at home, a Kotlin fan.", {}),
        ("For 9 years I have written PHP and Kotlin.", {"php": (108, "")}),
        ("I am a Kotlin developer since 2021, and drink tea.", {"kotlin": (71, "2026-11")}),
        ("I have not touched Kotlin since 2021.", {}),
        ("I haven't needed Kotlin since 2021.", {}),
        ("Moved away from Kotlin since 2021.", {}),
        ("I have hardly seen Kotlin since 2021.", {}),
        ("I stopped writing Kotlin since 2021.", {}),
        ("Left the world of Kotlin since 2021.", {}),
        ("Never wrote any Kotlin since 2021.", {}),
        ("Happy without Kotlin since 2021.", {}),
        ("Learning Kotlin since 2021.", {}),
        ("Studying Kotlin since 2021.", {}),
        ("I have been working for Oracle since 2021, with SQL.", {}),
        ("Joined Oracle since 2021, with SQL.", {}),
        ("At Oracle since 2018, writing SQL.", {}),
        ("Kotlin (2015 - 2018) was the name of my boat.", {}),
    ],
)
def test_a_sentence_tells_how_long(sentence: str, expected: dict[str, tuple[int | None, str]], analyzer: Analyzer) -> None:
    assert told(analyzer, f"Ann Lee\n\nSummary\nLinux and Docker. {sentence}\n") == expected


def test_dates_of_projects_and_degrees_are_no_claim(analyzer: Analyzer) -> None:
    text = "Skills\nDocker\n\nProjects\nMy blog: PHP since 2019\n\nEducation\nBSc\nErlang since 2018\n"
    assert {e.skill.id: e.months for e in analyzer.read_resume(text).evidence.values() if e.months} == {}


def test_dated_jobs_come_before_what_is_said(analyzer: Analyzer) -> None:
    text = "Experience\nDeveloper, Acme, Jan 2020 - Dec 2022\n- Kotlin\n\nSkills\nKotlin (since 2015), PHP (last used 2012)\n"
    assert told(analyzer, text) == {"kotlin": (36, "2022-12"), "php": (None, "2012-12")}


def test_products_that_are_named_by_a_year_are_known_to_the_taxonomy(analyzer: Analyzer) -> None:
    named = {skill for rule in rules("claims", "skillgap.resume") if rule["of"] == "named by year" for skill in rule["skills"]}
    assert named >= NAMED_BY_YEAR.keys()
    assert named <= {skill.id for skill in analyzer.taxonomy.skills}
