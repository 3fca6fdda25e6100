"""Jobs that say no dates among jobs that do: nobody knows how long they took, and they take no months from another."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from tests.resume.test_entries import dates, of_kind

DATED = "Experience\n\nData Engineer, Globex, Feb 2021 - Present\n- Pipelines in Python.\n\n"
BEHIND = "\nEducation\nBSc Physics, 2009\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Web Developer, Initech",
        "Web Developer at Initech",
        "Initech Ltd — Junior Developer",
        "Web Developer | Initech | Porto",
        "PROGRAMMER, INITECH LTD",
        "Initech Ltd\nWeb Developer",
        "Web Developer\nInitech GmbH",
        "Web Developer, Initech (dates to follow)",
        "Web Developer, Initech, until 2011",
        "Backend Developer, Initech",
        "Team Lead, Initech",
        "Web Developer, Initech, 18 months",
        "Web Developer, Initech, early 2000s",
        "Before that: web developer at Initech",
        "Earlier positions: Initech, Umbrella",
        "Previously: Web Developer, Initech",
    ],
)
class TestAJobWithoutDates:
    def test_takes_no_months_from_the_one_above(self, heading: str, analyzer: Analyzer) -> None:
        resume = analyzer.read_resume(f"{DATED}{heading}\n- Shops in Kotlin.\n{BEHIND}")
        kotlin = resume.evidence["kotlin"]
        assert (kotlin.strength, kotlin.months, kotlin.last_used) == ("older_job", None, None)
        assert resume.evidence["python"].months == 70

    def test_nor_between_two(self, heading: str, analyzer: Analyzer) -> None:
        below = "\nDeveloper, Hooli, Jan 2012 - Dec 2013\n- Pages in Perl.\n"
        resume = analyzer.read_resume(f"{DATED}{heading}\n- Shops in Kotlin.\n{below}{BEHIND}")
        shown = {name: resume.evidence[name].months for name in ("python", "kotlin", "perl")}
        assert shown == {"python": 70, "kotlin": None, "perl": 24}


@pytest.mark.parametrize("heading", ["Web Developer, Initech", "Initech Ltd\nWeb Developer", "Web Developer at Initech"])
def test_nor_from_the_one_below(heading: str, analyzer: Analyzer) -> None:
    text = DATED.replace("Experience\n\n", f"Experience\n\n{heading}\n- Shops in Kotlin.\n\n")
    resume = analyzer.read_resume(f"{text}{BEHIND}")
    assert {name: resume.evidence[name].months for name in ("python", "kotlin")} == {"python": 70, "kotlin": None}
    assert of_kind(resume, "job")[0].heading == heading.split("\n")[0]


def test_lines_like_those_of_the_dated_jobs_head_one(analyzer: Analyzer) -> None:
    text = "Experience\n\nGlobex\nData Engineer\nFeb 2021 - Present\n- Python.\n\nInitech\nWeb Developer\n- Shops in Kotlin.\n"
    resume = analyzer.read_resume(f"{text}{BEHIND}")
    assert {name: resume.evidence[name].months for name in ("python", "kotlin")} == {"python": 70, "kotlin": None}


@pytest.mark.parametrize(
    "lines",
    [
        "LEAD DEVELOPER OF THE CORE",
        "Lead developer",
        "Lead Developer, Payments team",
        "Lead developer, then architect",
        "Promoted to lead developer, Leeds office",
        "Developer of the Year, Globex Awards",
        "Reporting to the Lead Architect, Jane Roe",
        "Client: Initech\nRole: Developer",
        "Role: Developer, Initech",
        "I was the only developer, Initech had no other.",
        "- Developer on loan, Initech",
        "Earlier: everything in shell scripts",
        "Previous stack: shell scripts",
        "Search platform\nLead developer",
    ],
)
def test_a_part_of_a_job_begins_none(lines: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"{DATED}{lines}\n- Shops in Kotlin.\n{BEHIND}")
    assert dates(of_kind(resume, "job")) == [("2021-02", "2026-11", True)]
    assert resume.evidence["kotlin"].months == 70


@pytest.mark.parametrize(
    "heading",
    [
        "Globex Ltd, Feb 2021 - Present",
        "Freelance developer, Feb 2021 - Present",
        "Senior Consultant, Globex, Feb 2021 - Present",
        "Contractor, several firms, Feb 2021 - Present",
    ],
)
def test_titles_below_one_who_has_several_are_its_own(heading: str, analyzer: Analyzer) -> None:
    text = f"Experience\n\n{heading}\n- Pipelines in Python.\n\nWeb Developer, Initech\n- Shops in Kotlin.\n{BEHIND}"
    assert analyzer.read_resume(text).evidence["kotlin"].months == 70


def test_a_title_right_below_the_dates_is_theirs(analyzer: Analyzer) -> None:
    text = f"Experience\n\nGlobex, Engineer\nFeb 2021 - Present\n\nData Engineer, Porto\n\n- Shops in Kotlin.\n{BEHIND}"
    assert analyzer.read_resume(text).evidence["kotlin"].months == 70


@pytest.mark.parametrize(
    ("dated", "months", "last_used"),
    [
        ("2018 (4 months)", 4, "2018-12"),
        ("2018, 4 months", 4, "2018-12"),
        ("2018, four months", 4, "2018-12"),
        ("2018 – 4 months", 4, "2018-12"),
        ("2018 (for four months)", 4, "2018-12"),
        ("2018 (1 year)", 12, "2018-12"),
        ("May 2018, three months", 3, "2018-07"),
        ("4 months in 2018", 4, "2018-12"),
        ("four months, 2018", 4, "2018-12"),
        ("2018 - 24 months", None, ""),
        # longer than the year it names: nobody knows when it began
        ("2018 (30 months)", None, ""),
    ],
)
@pytest.mark.parametrize("layout", ["Developer, Initech, {}", "Developer, Initech ({})", "Developer, Initech\n{}"])
def test_a_length_beside_a_year_is_that_of_the_job(
    dated: str, months: int | None, last_used: str, layout: str, analyzer: Analyzer
) -> None:
    heading = layout.format(dated.replace("(", "").replace(")", "") if "(" in layout else dated)
    resume = analyzer.read_resume(f"{DATED}{heading}\n- Shops in Kotlin.\n{BEHIND}")
    kotlin = resume.evidence["kotlin"]
    assert (kotlin.months, f"{kotlin.last_used:%Y-%m}" if kotlin.last_used else "") == (months, last_used)


@pytest.mark.parametrize("line", ["2018: 4 months of migration to Kotlin", "Won the prize of 2018, 4 months in Kotlin"])
def test_a_length_in_a_story_begins_no_job(line: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"{DATED}{line}\n{BEHIND}")
    assert dates(of_kind(resume, "job")) == [("2021-02", "2026-11", True)]
