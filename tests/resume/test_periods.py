"""When in a job a skill was used, where dates beside its name tell."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer

HEAD = "Ann Lee\n\nExperience\nEngineer, Hooli Services, Jan 2012 - Present\n"
WHOLE = 179
"""Months of that job."""


def months(analyzer: Analyzer, body: str, head: str = HEAD) -> dict[str, int | None]:
    return {skill: found.months for skill, found in analyzer.read_resume(f"{head}{body}\n").evidence.items()}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # since when, until when
        ("- Kotlin since 2024", {"kotlin": 35}),
        ("- Kotlin (since March 2024)", {"kotlin": 33}),
        ("- Kotlin 1.9, since 2024, for the shop", {"kotlin": 35}),
        ("- Perl until 2015", {"perl": 48}),
        ("- Perl (until June 2015), PHP", {"perl": 42, "php": WHOLE}),
        ("- Perl developer until 2015", {"perl": 48}),
        ("- Kotlin from 2024 on", {"kotlin": 35}),
        ("- Kotlin from 2024", {"kotlin": 35}),
        ("- Kotlin since 2021, before that Perl until 2020", {"kotlin": 71, "perl": 108}),
        ("- I wrote Perl until 2015 and Kotlin since 2021.", {"perl": 48, "kotlin": 71}),
        ("- Until 2020 Perl, since 2021 Kotlin", {"perl": 108, "kotlin": 71}),
        ("- Redis, PHP and Kotlin since 2024", {"redis": WHOLE, "php": 35, "kotlin": 35}),
        ("- The team maintained services in Kotlin since 2024", {"kotlin": 35}),
        # ranges
        ("- Kotlin (2022-2024), Perl (2013-2015)", {"kotlin": 24, "perl": 24}),
        ("- Kotlin 2022 - 2024; Perl 2013 - 2015", {"kotlin": 24, "perl": 24}),
        ("- Kotlin (01/2022 - 06/2022) and Perl (03/2013 - 02/2014)", {"kotlin": 6, "perl": 12}),
        ("- Worked with Kotlin from 2022 to 2024.", {"kotlin": 24}),
        ("- First Perl (2013-2015), then Kotlin (2022-2024)", {"kotlin": 24, "perl": 24}),
        ("- Responsible for Redis (2013-2015), and Kotlin in the shop", {"redis": 24, "kotlin": WHOLE}),
        ("- Perl, since 2024 with Kotlin, builds", {"perl": WHOLE, "kotlin": 35}),
        ("- Since the beginning of 2024 Kotlin", {"kotlin": 35}),
        ("- From 2024 on, in charge of the Kotlin services and Redis", {"kotlin": 35, "redis": 35}),
        # what stands behind a firm or a title and its dates
        ("- Parcel Bank, Leeds (2022-2024): new Kotlin services with Redis", {"kotlin": 24, "redis": 24}),
        ("- Parcel Bank, 2022 - 2024, a shop in Kotlin. Perl.", {"kotlin": 24, "perl": WHOLE}),
        # a sentence runs on into the next line
        (
            "- Since 2024: Kotlin, Redis,\n  Docker and PHP. Perl.",
            {"kotlin": 35, "redis": 35, "docker": 35, "php": 35, "perl": WHOLE},
        ),
        (
            "- PHP for the shop; from 2024 all that is new in Kotlin with the help\n  of Redis. Perl.",
            {"php": WHOLE, "kotlin": 35, "redis": 35, "perl": WHOLE},
        ),
        ("- Until 2015 the pages ran on Perl\n  and Redis.\n- PHP", {"perl": 48, "redis": 48, "php": WHOLE}),
        ("- Services in Redis, and Kotlin\n  since 2024.\n- PHP", {"redis": WHOLE, "kotlin": 35, "php": WHOLE}),
        ("- Since 2024: Kotlin\n- Redis and PHP", {"kotlin": 35, "redis": WHOLE, "php": WHOLE}),
        # what came after it
        ("- Perl until 2015, then Kotlin", {"perl": 48, "kotlin": 132}),
        ("- Until 2015 Perl, afterwards Kotlin and Redis. PHP", {"perl": 48, "kotlin": 132, "redis": 132, "php": WHOLE}),
        ("- Until 2015 all ran on Perl, now on Kotlin", {"perl": 48, "kotlin": 132}),
        ("- Until 2015 releases were tested with Perl, Kotlin after that.", {"perl": 48, "kotlin": 132}),
        ("- Until 2015 I wrote Perl and then some tests in Kotlin", {"perl": 48, "kotlin": WHOLE}),
        ("- Perl, replaced by Kotlin in 2024", {"perl": WHOLE, "kotlin": 35}),
        ("- Builds: Perl -> Kotlin in 2024", {"perl": WHOLE, "kotlin": 35}),
        # a share of the job
        ("- Kotlin in the last two years, PHP", {"kotlin": 24, "php": WHOLE}),
        ("- Kotlin and Redis for the first 18 months; PHP", {"kotlin": 18, "redis": 18, "php": WHOLE}),
        ("- For the last two years mainly Kotlin", {"kotlin": 24}),
        # what was made once
        ("- In 2022 I wrote an exporter in Kotlin", {"kotlin": 12}),
        ("- A small Kotlin service in 2022; Redis", {"kotlin": 12, "redis": WHOLE}),
        ("- In 2022, built a proof of concept for the shop with Kotlin and Redis.", {"kotlin": 12, "redis": 12}),
        ("- In 2022 I wrote an exporter in Kotlin\n- Kotlin services", {"kotlin": WHOLE}),
        # when it came
        ("- Introduced Kotlin in 2024\n- Kotlin services", {"kotlin": 35}),
        ("- Migrated to Kotlin in March 2024", {"kotlin": 33}),
        ("- Introduced Redis and Kotlin in 2024, and wrote Perl", {"redis": 35, "kotlin": 35, "perl": WHOLE}),
        # dates before names
        ("- Since 2023: Kotlin", {"kotlin": 47}),
        ("- Since 2023 Kotlin and Redis", {"kotlin": 47, "redis": 47}),
        ("- 2022-2024: Kotlin, Redis", {"kotlin": 24, "redis": 24}),
        ("- 2013-2015 Perl, 2022-2024 Kotlin", {"perl": 24, "kotlin": 24}),
        ("- Stack since 2023: Kotlin, Redis", {"kotlin": 47, "redis": 47}),
        ("- 2022-2024: moved the billing to Kotlin", {"kotlin": 24}),
        (
            "- PHP pages; from 2024 a new shop in Kotlin, with Redis. Linux.",
            {"php": WHOLE, "kotlin": 35, "redis": 35, "linux": WHOLE},
        ),
        ("- Wrote PHP. Since 2024 the team also ran Kotlin. Redis.", {"kotlin": 35, "redis": WHOLE, "php": WHOLE}),
        # what is told goes for all of the job but its heading
        ("- Kotlin since 2024\n- Kotlin services\nEnvironment: Kotlin, Redis", {"kotlin": 35, "redis": WHOLE}),
        ("- Shop (2013-2015): PHP, Redis\n- Billing (2016-2018): PHP", {"php": 48, "redis": 24}),
        # of a version
        ("- Kotlin 1.9 since 2024\n- Kotlin services", {"kotlin": WHOLE}),
        ("- Kotlin 1.9 until 2022, then 2.0", {"kotlin": WHOLE}),
        ("- Since 2024: Kotlin 2, Redis\n- Kotlin services, Redis", {"kotlin": WHOLE, "redis": 35}),
        # never more than the job
        ("- Perl (2008-2013)", {"perl": 18}),
        ("- Kotlin (2022-2030)", {"kotlin": 53}),
    ],
)
def test_dates_beside_a_name_bound_its_months(line: str, expected: dict[str, int], analyzer: Analyzer) -> None:
    assert months(analyzer, line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "- Moved the shop to Kotlin (2019-2020)",
        "- Kotlin for the shop, 2019 - 2020",
        "- Kotlin (2019)",
        "- In 2019 a new shop in Kotlin",
        "- In 2019 Kotlin",
        "- A shop. Until 2019 no tests, now many, in Kotlin",
        "- A shop; in 2019 a rewrite in Kotlin",
        "- Rewrote the shop in Kotlin in 2019",
        "- Introduced services for the shop in Kotlin in 2019",
        "- Gave a course on Kotlin in 2019",
        "- Kotlin user group since 2019",
        "- Half as many outages in the last two years, with Kotlin",
        "- Kotlin tests that had failed for the last two years",
        "- Kotlin in the first 20 years",
        "- In 2019 I was given a small team for the Kotlin platform",
        "- In 2019, wrote a script that brought the Kotlin platform to a new host",
        "- In 2019 I took over the exporter in Kotlin",
        "- A script for the board; in 2019 a prize for the services in Kotlin",
        "- Moved the Shop, 2019 - 2020, to Kotlin",
        "- Kotlin, 3 services until the freeze in 2020",
        "- Fewer outages since 2020, in Kotlin",
        "- Kotlin services with 2000-2500 users",
        "- Kotlin",
        "- 2019-2020: moved to Kotlin\n- Kotlin services",
        "- Kotlin (2003-2005)",
    ],
)
def test_other_dates_bound_nothing(line: str, analyzer: Analyzer) -> None:
    assert months(analyzer, line)["kotlin"] == WHOLE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Since 2023: Kotlin\nRedis and PHP.", {"kotlin": 47, "redis": WHOLE, "php": WHOLE}),
        (
            "Tools: Kotlin (2022-2024), Perl (2013-2015), Redis\nPHP pages.",
            {"kotlin": 24, "perl": 24, "redis": WHOLE, "php": WHOLE},
        ),
        ("- Importers in PHP (2013-2015),\n  later Kotlin (2022-2024).\n- Redis", {"kotlin": 24, "php": WHOLE, "redis": WHOLE}),
        ("- Kotlin pages, from\n  2022 to 2024\n- Redis", {"kotlin": WHOLE, "redis": WHOLE}),
        # another job
        ("- Hooli Labs, developer\n  2022 - 2024\n  Redis", {"redis": 24}),
        ("Hooli Labs: Kotlin developer (2022-2024)\nRedis.", {"kotlin": 24, "redis": 24}),
        ("Client: Parcel, Kotlin, 2022-2024\nRedis.", {"kotlin": 24, "redis": 24}),
        ("2022-2024: Parcel\nKotlin.", {"kotlin": 24}),
        ("\nHooli: Kotlin, 2022-2024\nRedis.", {"kotlin": 24, "redis": 24}),
    ],
)
def test_a_line_of_skills_with_dates_begins_no_other_job(line: str, expected: dict[str, int], analyzer: Analyzer) -> None:
    assert months(analyzer, line) == expected


def test_versions_that_are_years_bound_nothing(analyzer: Analyzer) -> None:
    assert months(analyzer, "- SQL Server (2012-2019), Visual Studio 2013 - 2019") == {
        "microsoft-sql-server": WHOLE,
        "visual-studio": WHOLE,
    }


@pytest.mark.parametrize("head", ["Kotlin developer, Hooli, 2015 - 2024\n", "Kotlin developer, Hooli\n2015 - 2024\n"])
def test_the_heading_of_a_job_has_the_dates_of_the_job(head: str, analyzer: Analyzer) -> None:
    assert months(analyzer, "- Kotlin (2020-2022)", f"Ann Lee\n\nExperience\n{head}")["kotlin"] == 108


def test_who_came_back_used_it_in_both_times(analyzer: Analyzer) -> None:
    head = "Ann Lee\n\nExperience\nEngineer, Hooli Services, 01/2014 - 12/2016, 01/2019 - 12/2020\n"
    assert months(analyzer, "- Kotlin since 2016, Redis", head) == {"kotlin": 36, "redis": 60}


def test_the_last_use_is_that_of_the_name(analyzer: Analyzer) -> None:
    evidence = analyzer.read_resume(f"{HEAD}- Perl until 2015, Kotlin\n").evidence
    assert [(e.strength, f"{e.last_used:%Y-%m}") for e in (evidence["perl"], evidence["kotlin"])] == [
        ("older_job", "2015-12"),
        ("recent_job", "2026-11"),
    ]


def test_a_technology_has_no_months_before_its_release(analyzer: Analyzer) -> None:
    head = "Ann Lee\n\nExperience\nEngineer, Hooli Services, Jan 2005 - Present\n"
    assert months(analyzer, "- Kubernetes, Linux", head) == {"kubernetes": 155, "linux": 263}
    assert months(analyzer, "- Kubernetes until 2016", head) == {"kubernetes": 36}
    assert months(analyzer, "- Kubernetes", head.replace("Present", "Dec 2010")) == {"kubernetes": None}


def test_nobody_has_used_a_technology_for_longer_than_there_is_one(analyzer: Analyzer) -> None:
    assert months(analyzer, "Kubernetes (15 years), Linux (15 years)", "Ann Lee\n\nSkills\n") == {"kubernetes": 155, "linux": 180}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Experience\nEngineer, Hooli, Jan 2005 - Present\n- Kubernetes", True),
        ("Skills\nKubernetes (15 years)", True),
        ("Experience\nEngineer, Hooli, Jan 2005 - Present\n- Kubernetes since 2020", False),
        ("Experience\nEngineer, Hooli, Jan 2016 - Present\n- Kubernetes", False),
    ],
)
def test_a_report_tells_what_a_release_took_off(text: str, told: bool, analyzer: Analyzer) -> None:
    (verdict,) = analyzer.compare(f"Ann Lee\n\n{text}\n", "Requirements:\n- 5 years of Kubernetes\n").verdicts
    assert ("counted from 2014, when Kubernetes was released" in verdict.reason) is told


def test_a_job_that_had_ended_before_a_skill_was_released_shows_none_of_it(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume("Ann Lee\n\nExperience\nDeveloper, Acme Ltd, Jan 2010 - Dec 2012\n- Kubernetes, Java\n")
    told = resume.evidence["kubernetes"]
    assert (told.strength, told.months, told.last_used) == ("claimed", None, None)
    assert resume.evidence["java"].months == 36


def test_dates_that_the_resume_tells_are_no_cut_of_the_release(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume("Ann Lee\n\nExperience\nDeveloper, Acme Ltd, Jan 2010 - Dec 2022\n- React since 2013, Java\n")
    assert (resume.evidence["react"].months, resume.evidence["react"].from_release) == (120, False)
