"""How strongly, for how long and when last a résumé shows a skill."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.analyzer import Analyzer
from skillgap.model import STRENGTHS, Entry, Evidence
from skillgap.resume import assume, months_of
from skillgap.resume.said import said

FULL = """Jo Doe
Summary
Backend developer with 5 years of Java and a soft spot for Elixir.

Experience
Senior Developer, Acme, Jan 2022 - Present
- Python services on PostgreSQL
Developer, Globex, Jan 2016 - Dec 2018
- PHP pages on MySQL

Projects
Tide tables
- A Flask service with Redis

Education
BSc Computer Science, 2012 - 2015
- Thesis on compilers in Haskell

Certifications
- Terraform Associate, 2021

Skills
Docker, Kubernetes, Python (8 years)

Interests
Talks about Kotlin
"""


def shown(analyzer: Analyzer, text: str, skill: str) -> Evidence:
    return analyzer.read_resume(text).evidence[skill]


@pytest.mark.parametrize(
    ("skill", "strength"),
    [
        ("python", "recent_job"),
        ("postgresql", "recent_job"),
        ("php", "older_job"),
        ("mysql", "older_job"),
        ("flask", "project"),
        ("redis", "project"),
        ("haskell", "course"),
        ("terraform", "course"),
        ("docker", "listed"),
        ("kubernetes", "listed"),
        ("java", "claimed"),
        ("elixir", "claimed"),
    ],
)
def test_strength_by_place(skill: str, strength: str, analyzer: Analyzer) -> None:
    assert shown(analyzer, FULL, skill).strength == strength


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("In my spare time I write Kotlin", "project"),
        ("At home: Kotlin, and a garden", "project"),
        ("Rewrote the linter in Kotlin, just for fun", "project"),
        ("At home in Kotlin and Redis", "recent_job"),
        ("Home automation gateway in Kotlin", "recent_job"),
        ("Free time tracking in Kotlin", "recent_job"),
        ("Shop for hobby gardeners in Kotlin", "recent_job"),
    ],
)
def test_what_is_done_in_spare_time_is_no_part_of_the_job_below_which_it_stands(
    line: str, strength: str, analyzer: Analyzer
) -> None:
    found = shown(analyzer, f"Jo Doe\n\nExperience\nDeveloper, Acme, Jan 2020 - Dec 2022\n- PHP pages\n- {line}\n", "kotlin")
    assert (found.strength, found.months) == (strength, 36 if strength == "recent_job" else None)


@pytest.mark.parametrize(
    ("head", "line", "months"),
    [
        ("Registered Nurse, Eemland Hospital, Jan 2020 - Dec 2022", "Wrote a small Kotlin tool that checks the rota", None),
        ("Shop assistant\nOrrin Foods, Jan 2020 - Dec 2022", "Stock lists with Kotlin", None),
        ("Waiter, later web developer, Orrin Foods, Jan 2020 - Dec 2022", "The shop in Kotlin", 36),
        ("Developer, Nurse & Carer Ltd, Jan 2020 - Dec 2022", "The shop in Kotlin", 36),
        ("Thomas Cook, SDE, Jan 2020 - Dec 2022", "The shop in Kotlin", 36),
        ("QA, Baker Street Games, Jan 2020 - Dec 2022", "The shop in Kotlin", 36),
        ("Nurse Rostering\nJan 2020 - Dec 2022\nSoftware developer", "The shop in Kotlin", 36),
        ("Orrin Foods, Leeds\nCook, Jan 2020 - Dec 2022", "Stock lists in Kotlin", None),
    ],
)
def test_what_is_coded_beside_a_trade_without_technologies_has_no_months(
    head: str, line: str, months: int | None, analyzer: Analyzer
) -> None:
    found = shown(analyzer, f"Jo Doe\n\nExperience\n\n{head}\n- {line}\n", "kotlin")
    assert (found.strength, found.months) == ("recent_job" if months else "project", months)


def test_an_office_program_counts_in_any_trade(analyzer: Analyzer) -> None:
    text = "Jo Doe\n\nExperience\n\nReceptionist, Orrin Foods, Jan 2020 - Dec 2022\n- Rotas in Microsoft Excel\n"
    assert shown(analyzer, text, "microsoft-excel").months == 36


def test_the_strongest_sighting_comes_first(analyzer: Analyzer) -> None:
    evidence = shown(analyzer, FULL, "python")
    ranks = [STRENGTHS.index(sighting.strength) for sighting in evidence.sightings]
    assert len(ranks) == 2
    assert ranks == sorted(ranks)
    assert evidence.best is evidence.sightings[0]


def test_last_use_is_of_a_dated_entry(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(FULL)
    assert resume.evidence["php"].last_used == date(2018, 12, 1)
    assert resume.evidence["python"].last_used == date(2026, 11, 1)
    assert resume.evidence["docker"].last_used is None


def test_months_of_jobs_before_what_is_claimed(analyzer: Analyzer) -> None:
    assert shown(analyzer, FULL, "python").months == 59
    assert shown(analyzer, FULL, "java").months == 60
    assert shown(analyzer, FULL, "docker").months is None


def career(first: str, second: str) -> str:
    return f"Experience\nSenior Developer, Acme, {first}\n- Go and Redis\nDeveloper, Globex, {second}\n- PHP on MySQL\n"


@pytest.mark.parametrize(
    ("first", "second", "strength"),
    [
        ("Jan 2022 - Present", "Jan 2020 - Dec 2021", "older_job"),
        ("Jan 2022 - Jun 2023", "Jan 2020 - Dec 2021", "recent_job"),
        ("Jan 2012 - Jun 2013", "Jan 2010 - Dec 2011", "recent_job"),
        ("Jan 2012 - Dec 2013", "Jan 2010 - Dec 2011", "recent_job"),
        ("Jan 2012 - Jan 2014", "Jan 2010 - Dec 2011", "older_job"),
    ],
)
def test_recency_counts_from_the_latest_job_not_from_today(first: str, second: str, strength: str, analyzer: Analyzer) -> None:
    text = career(first, second)
    assert shown(analyzer, text, "redis").strength == "recent_job"
    assert shown(analyzer, text, "php").strength == strength


def test_a_break_costs_nothing(analyzer: Analyzer) -> None:
    posting = "Requirements\n- 3 years of PHP\n- Redis\n"
    before = analyzer.compare(career("Jan 2012 - Jun 2013", "Jan 2008 - Dec 2011"), posting)
    after = Analyzer(analyzer.taxonomy, today=date(2036, 1, 1)).compare(
        career("Jan 2012 - Jun 2013", "Jan 2008 - Dec 2011"), posting
    )
    assert before.score == after.score == 100


def test_overlapping_jobs_are_counted_once(analyzer: Analyzer) -> None:
    text = (
        "Experience\nDeveloper, Acme, Jan 2019 - Dec 2020\n- Java\nFreelance developer, Jul 2020 - Jun 2021\n- Java\n"
        "Developer, Globex, Jan 2015 - Dec 2015\n- Java\n"
    )
    assert shown(analyzer, text, "java").months == 24 + 6 + 12


def entry(begun: tuple[int, int] | None, ended: tuple[int, int] | None) -> Entry:
    return Entry("job", 0, 1, "", date(*begun, 1) if begun else None, date(*ended, 1) if ended else None)


def test_no_dated_entry_tells_no_months() -> None:
    assert months_of([]) is None
    assert months_of([entry(None, None)]) is None


MONTHS = st.integers(0, 400)


@given(spans=st.lists(st.tuples(MONTHS, MONTHS).map(sorted), min_size=1, max_size=8))
def test_months_are_those_that_any_job_covers(spans: list[list[int]]) -> None:
    entries = [entry(*((1990 + month // 12, month % 12 + 1) for month in span)) for span in spans]
    covered = {month for first, last in spans for month in range(first, last + 1)}
    assert months_of(entries) == len(covered)
    assert months_of(reversed(entries)) == len(covered)


@pytest.mark.parametrize(
    ("line", "skill", "months"),
    [
        ("Python (3 years)", "python", 36),
        ("Java - 5 years", "java", 60),
        ("PHP: 2 yrs", "php", 24),
        ("Kotlin (18 months)", "kotlin", 18),
        ("5 years of Java", "java", 60),
        ("over ten years of experience with PostgreSQL", "postgresql", 120),
        ("Seven years' experience in C#", "csharp", 84),
        ("over a decade of C++", "cpp", 120),
        ("Scala: advanced, 4 years", "scala", 48),
        ("Scala (expert, 4 yrs)", "scala", 48),
        ("Scala ~4 years", "scala", 48),
        ("Scala: nearly 4 years", "scala", 48),
        ("Scala = 4 yoe", "scala", 48),
        ("4+ years: Redis, Scala", "scala", 48),
        ("4 years of PHP 8 and Scala", "scala", 48),
        ("Redis and Scala (4 years)", "redis", 48),
        ("Scala - expert - 4 years\nRedis - basic - 1 year", "scala", 48),
        ("Skill - Years - Level\nScala - 4 - Expert\nRedis - 1 - Basic", "redis", 12),
        ("Redis, Scala (4 years)", "redis", None),
        ("Scala ★★★★☆", "scala", None),
        ("Scala 80 %", "scala", None),
        ("Scala: less than 1 year", "scala", None),
        ("Scala 4/5", "scala", None),
    ],
)
def test_years_that_are_claimed(line: str, skill: str, months: int | None, analyzer: Analyzer) -> None:
    text = f"Jo Doe\n\nSkills\n{line}\n"
    resume = analyzer.read_resume(text)
    assert resume.evidence[skill].months == months


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("I have never worked with Kubernetes.", "kubernetes"),
        ("No experience with Terraform yet.", "terraform"),
        ("Eager to learn Kotlin.", "kotlin"),
        ("Currently learning Kafka.", "apache-kafka"),
        ("Our data team uses Apache Spark for the reports.", "apache-spark"),
        ("Would like to work with Scala.", "scala"),
    ],
)
def test_what_is_not_ones_own_is_no_evidence(line: str, skill: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Summary\nPython developer. {line}\n")
    assert skill not in resume.evidence
    assert skill in {mention.skill.id for mention in resume.extraction.mentions}


def test_all_evidence_has_an_asserted_mention(analyzer: Analyzer) -> None:
    for skill_id, evidence in analyzer.read_resume(FULL).evidence.items():
        assert evidence.sightings
        assert all(s.mention.skill.id == skill_id and s.mention.status == "asserted" for s in evidence.sightings)


def test_assume_adds_a_recent_job_without_a_sighting(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(FULL)
    kafka, docker = analyzer.skill("Kafka"), analyzer.skill("Docker")
    assumed = assume(resume, [kafka, docker])
    assert assumed.evidence["apache-kafka"].strength == assumed.evidence["docker"].strength == "recent_job"
    assert assumed.evidence["apache-kafka"].best is None
    assert assumed.evidence["docker"].sightings == resume.evidence["docker"].sightings
    assert assumed.assumed == (kafka, docker)
    assert "apache-kafka" not in resume.evidence
    assert replace(assumed, evidence=resume.evidence, assumed=()) == resume


def test_hobbies_and_references_are_no_evidence(analyzer: Analyzer) -> None:
    assert "kotlin" not in analyzer.read_resume(FULL).evidence


NOT_YET = """Skills
Java, Python
Kafka: 0 years
Scala (0/5)
Kotlin: 0.5 years
Never again: Hibernate, Magento

Experience
Developer, Acme, Jan 2019 - Dec 2020
- React Native (mobile team), REST API in Django by me
- next: RabbitMQ in production at Acme 2020

Certifications
CISSP (in progress)
Terraform Associate (2022)

Wish list
Rust, Elixir
"""


@pytest.mark.parametrize("skill", ["apache-kafka", "scala", "hibernate", "magento", "react-native", "cissp", "rust", "elixir"])
def test_what_is_denied_wished_for_or_not_done_yet_is_no_evidence(skill: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(NOT_YET)
    assert skill in {mention.skill.id for mention in resume.extraction.mentions}
    assert skill not in resume.evidence


@pytest.mark.parametrize(
    ("skill", "strength", "months"),
    [("kotlin", "listed", 6), ("django", "recent_job", 24), ("rabbitmq", "recent_job", 24), ("terraform", "course", None)],
)
def test_what_stands_beside_denials_and_wishes_is_evidence(
    skill: str, strength: str, months: int | None, analyzer: Analyzer
) -> None:
    evidence = shown(analyzer, NOT_YET, skill)
    assert (evidence.strength, evidence.months) == (strength, months)


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_the_years_of_a_skill_matrix_are_claimed(analyzer: Analyzer, sign: str) -> None:
    lines = (("Skill", "Years", "Level"), ("Python", "6", "Expert"), ("Kafka", "2", "Working knowledge"), ("Docker", "", "Basic"))
    resume = analyzer.read_resume("Jane Doe\n\nSkills\n" + "\n".join(map(sign.join, lines)) + "\n")
    assert {e.skill.name: e.months for e in resume.evidence.values()} == {"Python": 72, "Apache Kafka": 24, "Docker": None}


BY_THEME = """Ann Lee

Key skills and achievements
- Designed and built the meter service at Tidal Pumps in Kotlin, with a million readings a month.
- At Corvine Council, moved the planning portal from Perl to Ruby without an outage.
- Brought in Kafka to part two services that knew too much.
- Scala, Docker, Terraform
- Used Rust
Tools: Git, Jira

Employment history
Developer, Tidal Pumps plc    March 2022 to March 2026
Developer, Corvine Council    June 2018 to February 2022
"""


def test_deeds_told_by_theme_are_work_of_the_job_that_they_name(analyzer: Analyzer) -> None:
    evidence = analyzer.read_resume(BY_THEME).evidence
    skills = ("kotlin", "ruby", "apache-kafka", "docker", "rust", "git")
    told = {skill: (evidence[skill].strength, evidence[skill].months) for skill in skills}
    assert told == {
        "kotlin": ("recent_job", 49),
        "ruby": ("older_job", 45),
        "apache-kafka": ("project", None),
        "docker": ("listed", None),
        "rust": ("listed", None),
        "git": ("listed", None),
    }


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("At Tidal Pumps I moved the shop to Kotlin (Ktor since 2024).", 49),
        ("For Tidal Pumps, by then in Bath, I wrote Kotlin.", 49),
        ("At Tidal Pumps they had Kotlin and I had tea.", None),
        ("At university I wrote Kotlin.", None),
        ("At Rossi I wrote Kotlin.", None),
        ("Tidal Pumps is where I heard of Kotlin.", None),
    ],
)
def test_a_sentence_about_oneself_that_opens_with_an_employer_tells_of_that_job(
    sentence: str, months: int | None, analyzer: Analyzer
) -> None:
    text = f"Ann Lee\n\n1. Moving things\n{sentence}\n\nEmployment\nDeveloper, Tidal Pumps plc    March 2022 to March 2026\n"
    kotlin = analyzer.read_resume(text).evidence["kotlin"]
    assert (kotlin.strength, kotlin.months) == ("recent_job" if months else "claimed", months)


THEMES = """Ann Lee

What I have done, {}

Services and data
At Tidal Pumps I split the meter service into Kotlin modules. Queries in PostgreSQL by hand, where it hurt.

Databases
Ruby
Scala at the university, for a thesis about tides.

Delivery
Docker images for every branch of the code.

Employment
Developer, Tidal Pumps plc    March 2022 to March 2026
"""


@pytest.mark.parametrize("words", said("claims", "by theme"))
def test_under_a_heading_that_says_so_any_sentence_is_a_deed(words: str, analyzer: Analyzer) -> None:
    evidence = analyzer.read_resume(THEMES.format(words)).evidence
    skills = ("kotlin", "postgresql", "docker", "ruby", "scala")
    assert {skill: evidence[skill].strength for skill in skills} == {
        "kotlin": "recent_job",
        "postgresql": "project",
        "docker": "project",
        "ruby": "listed",
        "scala": "listed",
    }


@pytest.mark.parametrize(
    "lines",
    [
        "Experience, by theme\n\nData\nBuilt pipelines in Python at Acme\n\nSkills\nBasic knowledge of Kotlin from books",
        "Skills by area\nSome basic knowledge of Kotlin from books about it",
        "What I have done, by theme\n\nLanguages and such: Java, some basic knowledge of Kotlin",
    ],
)
def test_a_list_of_names_beside_themes_is_one(lines: str, analyzer: Analyzer) -> None:
    text = f"Ann Lee\n\n{lines}\n\nEmployment\nDeveloper, Acme, March 2022 to March 2026\n"
    assert analyzer.read_resume(text).evidence["kotlin"].strength == "listed"


def test_more_months_may_be_claimed_than_the_job_has_that_a_deed_names(analyzer: Analyzer) -> None:
    evidence = analyzer.read_resume(BY_THEME.replace("Key skills", "Profile\nEight years of Kotlin.\n\nKey skills")).evidence
    assert evidence["kotlin"].months == 96


def test_without_a_job_deeds_by_theme_are_a_list(analyzer: Analyzer) -> None:
    assert analyzer.read_resume(BY_THEME.partition("Employment")[0]).evidence["kotlin"].strength == "listed"


@pytest.mark.parametrize(
    "line",
    [
        "Used Kotlin at university to write a chess program for fun",
        "Kept learning Kotlin on my home lab every weekend with friends",
        "Automated testing with Selenium, Cypress, JUnit, Mockito and Kotlin",
        "Used Git, Jenkins, Maven, Gradle, Ansible, Puppet and Kotlin",
    ],
)
def test_what_was_learned_and_what_is_a_list_is_no_deed(line: str, analyzer: Analyzer) -> None:
    text = f"Ann Lee\n\nSkills\n- {line}\n\nEmployment history\nBarista, Corner Cup, March 2022 to March 2026\n"
    assert analyzer.read_resume(text).evidence["kotlin"].strength == "listed"


@pytest.mark.parametrize("times", ["2005 - 2007|2019 - 2024", "2019 - 2024|2005 - 2007"])
def test_a_deed_at_an_employer_of_two_jobs_is_of_the_latest(times: str, analyzer: Analyzer) -> None:
    jobs = "\n".join(f"Developer, Acme, {each}" for each in times.split("|"))
    text = f"Ann Lee\n\nSkills\n- Built the billing engine of the bank at Acme in Kotlin\n\nExperience\n{jobs}\n"
    used = analyzer.read_resume(text).evidence["kotlin"].last_used
    assert used
    assert used.year == 2024


def test_a_word_of_a_title_and_the_name_of_a_skill_name_no_employer(analyzer: Analyzer) -> None:
    for title, deed in (("Kotlin Developer", "with Kotlin and Docker"), ("Senior Developer", "with Senior people in Docker")):
        skills = f"Skills\n- Automated the builds of our billing {deed}"
        text = f"Ann Lee\n\n{skills}\n\nExperience\n{title}, Acme, 2010 - 2020\n- Shoes\n"
        assert analyzer.read_resume(text).evidence["docker"].months is None


@pytest.mark.parametrize(
    "item",
    [
        "- **Quizly**, own project: tables for a league. Kotlin, with tests.",
        "- Quizly (side project): Kotlin in the cloud",
        "* Quizly - my pet project, written in\n  Kotlin",
        "Quizly, a small hobby project: Kotlin and a map",
    ],
)
@pytest.mark.parametrize("heading", ["Learning Java", "Experience", "Besides"])
def test_an_item_that_opens_with_an_own_project_is_one(analyzer: Analyzer, heading: str, item: str) -> None:
    head = "Engineer, Acme, 2019 - 2024\n- PHP\n" if heading == "Experience" else ""
    found = analyzer.read_resume(f"{heading}\n{head}{item}\n").evidence["kotlin"]
    assert (found.strength, found.months) == ("project", None)


@pytest.mark.parametrize(
    "item", ["- Took the own project of a colleague to Kotlin", "- Ran each project: Kotlin", "- Private cloud: Kotlin"]
)
def test_other_items_with_the_words_are_none(analyzer: Analyzer, item: str) -> None:
    found = analyzer.read_resume(f"Experience\nEngineer, Acme, 2019 - 2024\n{item}\n").evidence["kotlin"]
    assert found.months == 60
