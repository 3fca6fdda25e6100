"""LinkedIn's "Save to PDF" of a profile: its two columns, its sections, and each job with its dates."""

from __future__ import annotations

from datetime import date

import pytest

from skillgap.analyzer import Analyzer
from skillgap.documents import read

from .linkedin import SUMMARY, linkedin

TODAY = date(2026, 11, 26)
ENDS = (300, 340, 400, 460, 780)
"""Where pages end: with each, other lines are the last and the first of a page."""
SECTIONS = [
    ("other", "Contact"),
    ("skills", "Top Skills"),
    ("other", "Languages"),
    ("certifications", "Certifications"),
    ("other", "Noor Halvorsen"),
    ("summary", "Summary"),
    ("experience", "Experience"),
    ("education", "Education"),
]
JOBS = [
    ("Fjordlight Systems", date(2022, 1, 1), date(2026, 11, 1), True),
    ("Backend Engineer", date(2020, 10, 1), date(2021, 12, 1), False),
    ("Café Polaris", date(2018, 6, 1), date(2020, 9, 1), False),
    ("Nordvik Data AS", date(2017, 5, 1), date(2017, 8, 1), False),
]
SKILLS = {
    "Fjordlight Systems": {"Django", "Apache Kafka", "PostgreSQL", "Kubernetes", "ClickHouse"},
    "Backend Engineer": {"FastAPI"},
    "Café Polaris": {"Flask", "MySQL", "Celery", "RabbitMQ"},
    "Nordvik Data AS": {"Java", "JUnit"},
}
LINES = (
    "Event-Driven Architecture",
    "English (Full Professional)",
    "AWS Certified Developer – Associate",
    " ".join(SUMMARY),
    "6 years 2 months",
    "January 2022 - Present (4 years 11 months)",
    "Lead the booking service: Django, Kafka and PostgreSQL on Kubernetes, for 400 hotels.",
    "- Moved the reports to ClickHouse",
    "June 2018 - September 2020 (2 years 4 months)",
    "Tromsø, Troms, Norway",
    "Bachelor's degree, Computer Science · (2014 - 2018)",
)


@pytest.fixture(scope="module")
def reader() -> Analyzer:
    return Analyzer(today=TODAY)


@pytest.mark.parametrize("end", ENDS)
def test_its_columns_stay_apart_and_its_page_numbers_out(end: float) -> None:
    document = read(linkedin(bottom=end))
    lines = document.text.split("\n")
    assert [line for line in LINES if line not in lines] == []
    assert "www.linkedin.com/in/noor-halvorsen-0b1 (LinkedIn)" in document.text
    assert "Page" not in document.text
    assert document.hidden == ()
    assert [notice.code for notice in document.warnings] == ["columns"]


def test_an_address_that_ends_with_a_stroke_goes_on_in_the_next_line() -> None:
    assert (
        "www.linkedin.com/in/noorhalvorsen (LinkedIn)"
        in read(linkedin(address=("www.linkedin.com/in/", "noorhalvorsen (LinkedIn)"))).text
    )


@pytest.mark.parametrize("end", ENDS)
def test_its_sections_and_jobs_are_found_wherever_a_page_ends(end: float, reader: Analyzer) -> None:
    resume = reader.read_resume(read(linkedin(bottom=end)))
    assert [(section.kind, section.heading.strip()) for section in resume.extraction.sections] == SECTIONS
    jobs = [entry for entry in resume.entries if entry.kind == "job"]
    assert [(job.heading, job.begun, job.ended, job.current) for job in jobs] == JOBS
    for job in jobs:
        inside = {m.skill.name for m in resume.extraction.mentions if job.start <= m.start < job.end}
        assert inside >= SKILLS[job.heading]
        assert not inside & {name for other, names in SKILLS.items() if other != job.heading for name in names}


@pytest.mark.parametrize("end", ENDS)
def test_the_skills_of_its_sidebar_are_listed_ones(end: float, reader: Analyzer) -> None:
    resume = reader.read_resume(read(linkedin(bottom=end)))
    listed = {m.skill.name for m in resume.extraction.mentions if m.section == "skills"}
    assert listed >= {"Kubernetes", "Go"}
    certified = {m.skill.name for m in resume.extraction.mentions if m.section == "certifications"}
    assert certified == {"AWS certification", "CKA"}


BARE = (
    *(("company", "Acme AS"), ("total", "6 yrs 2 mos")),
    *(("title", "Staff Engineer"), ("dates", "January 2022 - Present (4 years 11 months)"), ("place", "Greater Oslo Region")),
    *(("title", "Engineer"), ("dates", "October 2020 - December 2021 (1 year 3 months)"), ("place", "Oslo, Norway")),
    *(("company", "Café Polaris"), ("title", "Junior Developer"), ("dates", "June 2018 - September 2020 (2 years 4 months)")),
    *(("company", "Nordvik Data AS"), ("title", "Intern"), ("dates", "2017 - 2017 (less than a year)")),
)


@pytest.mark.parametrize("end", [310, 325, 340, 400, 430, 460, 780])
def test_jobs_of_which_nothing_is_told_are_kept_apart(end: float, reader: Analyzer) -> None:
    resume = reader.read_resume(read(linkedin(jobs=BARE, bottom=end)))
    jobs = [entry for entry in resume.entries if entry.kind == "job"]
    assert [(job.heading, job.begun and job.begun.year, job.ended and job.ended.year) for job in jobs] == [
        ("Acme AS", 2022, 2026),
        ("Engineer", 2020, 2021),
        ("Café Polaris", 2018, 2020),
        ("Nordvik Data AS", 2017, 2017),
    ]
