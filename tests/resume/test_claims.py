"""How long and until when a résumé says in words that a skill was used."""

from __future__ import annotations

import re

import pytest

from skillgap.analyzer import Analyzer
from skillgap.extraction.data import rules
from skillgap.resume.said import said

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
        ("Kotlin (Spring, Hibernate) - 5 years, Docker", {"kotlin": (60, "")}),
        ("Relational databases (PostgreSQL, MySQL): 4 yrs", {"relational-databases": (48, "")}),
        ("Kotlin: basic, PHP: advanced (6 years)", {"php": (72, "")}),
        ("Kotlin: good enough for 2 years old code", {}),
        ("4 yrs 2 mos of Kotlin", {"kotlin": (50, "")}),
        ("Kotlin (1 year and 1 month), PHP for 3 years, 9 months", {"kotlin": (13, ""), "php": (45, "")}),
        ("Kotlin: 4 years & 2 months", {"kotlin": (50, "")}),
        ("Kotlin 4 years, PHP 2 months", {"kotlin": (48, ""), "php": (2, "")}),
        ("Kotlin 4 years, 2 services", {"kotlin": (48, "")}),
        ("Kotlin, 4 years 2 months ago", {}),
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
        ("Kotlin + Redis since 2020", {"kotlin": (83, "2026-11"), "redis": (83, "2026-11")}),
        ("Kotlin 1.9 / Redis (2020 - 2023), PHP", {"kotlin": (36, "2023-06"), "redis": (36, "2023-06")}),
        ("Kotlin, Redis since 2020", {"redis": (83, "2026-11")}),
        ("Learning Kotlin and Redis since 2020", {}),
        ("SQL Server and Redis since 2020", {"redis": (83, "2026-11")}),
        ("Since 2020: Kotlin + Redis", {"kotlin": (83, "2026-11"), "redis": (83, "2026-11")}),
        ("2016-2019: course on Kotlin", {}),
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
        ("Kotlin user since March 2021", {"kotlin": (69, "2026-11")}),
        ("Kotlin fan since March 2021", {}),
        ("Kotlin from 2017 to 2020, Redis between 2018 and 2021", {"kotlin": (36, "2020-06"), "redis": (36, "2021-06")}),
        ("Kotlin (at university from 2009 to 2012)", {}),
        ("Kotlin from 1.4 to 2.0", {}),
        ("SharePoint from 2010 to 2016", {}),
        ("Kotlin from 2017 to 2020 talks", {}),
        ("Kotlin (hobby, since 2019)", {}),
        # years in turn
        ("Five years of Kotlin, two of Redis and one of PHP", {"kotlin": (60, ""), "redis": (24, ""), "php": (12, "")}),
        ("Kotlin for six years, the last two with Redis", {"kotlin": (72, ""), "redis": (24, "")}),
        ("Half a decade of Kotlin", {"kotlin": (60, "")}),
        ("Five years of Kotlin, two of the nodes on Redis", {"kotlin": (60, "")}),
        ("Five years of Kotlin, two of Redis' maintainers as friends", {"kotlin": (60, "")}),
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
        ("For 9 years I have written PHP and Kotlin.", {"php": (108, ""), "kotlin": (108, "")}),
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
        ("Kotlin at Hooli Labs since 2021.", {"kotlin": (71, "2026-11")}),
        ("PHP and Kotlin at Hooli from 2016 to 2017.", {"php": (12, "2017-06"), "kotlin": (12, "2017-06")}),
        ("At Hooli since 2021: Kotlin, PHP.", {"kotlin": (71, "2026-11"), "php": (71, "2026-11")}),
        ("Since 2021 Kotlin and PHP at Hooli.", {"kotlin": (71, "2026-11"), "php": (71, "2026-11")}),
        ("Since 2021 Kotlin has spread.", {}),
        ("Kotlin meetups at Hooli since 2021.", {}),
        ("Kotlin (2015 - 2018) was the name of my boat.", {}),
        ("Wrote PHP (2012-2016), Kotlin (2016-2020).", {"php": (48, "2016-06"), "kotlin": (48, "2020-06")}),
        ("Talks on Kotlin (2015 - 2018).", {}),
        ("Wrote Kotlin from 2017 to 2020.", {"kotlin": (36, "2020-06")}),
        ("A book about Kotlin from 2017 to 2020.", {}),
        ("I wrote Kotlin from 2017 to 2020 at home.", {}),
        ("I last wrote Kotlin in May 2019.", {"kotlin": (None, "2019-05")}),
        ("I last saw Kotlin in May 2019.", {}),
        # a stretch of time, and what was mainly done in it
        ("Over the eighteen months from March 2024, moved the billing services to Redis.", {"redis": (18, "")}),
        ("Over two years I moved our stack from PHP to Kotlin.", {"kotlin": (24, "")}),
        ("Over two years I replaced PHP with Kotlin.", {"kotlin": (24, "")}),
        ("During 18 months I maintained a Redis cluster.", {"redis": (18, "")}),
        ("In the last five years I mostly wrote Kotlin, and looked at PHP.", {"kotlin": (60, "")}),
        (
            "In my last three years at Parcel Ltd I've been running Redis and Kafka.",
            {"redis": (36, ""), "apache-kafka": (36, "")},
        ),
        ("Over three years at Parcel Ltd I built dashboards in Grafana.", {"grafana": (36, "")}),
        ("Since 2021 I write Kotlin.", {"kotlin": (71, "2026-11")}),
        ("Between 2017 and 2020, mostly Kotlin and Redis; and some PHP.", {"kotlin": (36, "2020-06"), "redis": (36, "2020-06")}),
        ("In the last three years used Kotlin and Redis.", {"kotlin": (36, ""), "redis": (36, "")}),
        ("From 2017 to 2020 at Parcel Ltd the team wrote Kotlin.", {}),
        ("Over three years, used by 40 teams, Redis grew.", {}),
        ("Since 2021 I write about Redis.", {}),
        ("Since 2021, responsible for Redis.", {}),
        ("Since 2021 I work at a bank that uses Redis.", {}),
        ("A product that has been on Redis since 2021.", {}),
        ("Worked two years with PHP, then three with Kotlin.", {"php": (24, ""), "kotlin": (36, "")}),
        ("Two years after the Redis migration we left.", {}),
        ("Since 2021 Parcel Ltd has used Redis.", {}),
        ("Since 2021 I live in Oslo and like Kotlin.", {}),
        ("Since 2021 I have been learning Kotlin.", {}),
        ("In the last five years I learned Kotlin.", {}),
        ("In the last five years Kotlin has grown.", {}),
        ("In the last two years I have not written Kotlin.", {}),
        ("Over the next two years I want to write Kotlin.", {}),
        ("In three months we moved to Redis.", {}),
        ("Over two years, the team grew and moved to Redis.", {}),
        ("During two years of leave I read about Redis.", {}),
        ("Within two years I went from PHP to Kotlin.", {}),
        ("Over 40 services moved to Redis in two years.", {}),
        # years of others, and of what nobody worked with
        ("My manager has 15 years of Kotlin.", {}),
        ("The team had ten years of Kotlin between them.", {}),
        ("The team I lead wrote Kotlin for 4 years.", {"kotlin": (48, "")}),
        ("I have been learning Kotlin for two years.", {}),
        ("Three years of machine learning with Kotlin.", {"kotlin": (36, "")}),
        ("For two years I was away from Kotlin.", {}),
        ("Loaded 3 years of sales data into Redis.", {}),
        ("Kept 3 months of logs in Redis.", {}),
        ("Three years of logs and metrics with Prometheus.", {"prometheus": (36, "")}),
        ("A four-year degree in which I met Kotlin.", {}),
        ("A 3-year-old Kotlin codebase.", {}),
        ("A two-year contract to bring Redis in.", {}),
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


@pytest.mark.parametrize("heading", ["About me", "Experience"])
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "At Parcel Ltd from 2017 to 2020 I maintained Kotlin services on Redis.",
            {"kotlin": (36, "2020-06"), "redis": (36, "2020-06")},
        ),
        ("Between March 2017 and May 2019 I was a backend developer in Leeds, writing Kotlin.", {"kotlin": (27, "2019-05")}),
        ("I spent 2017-2020 at Parcel Ltd rewriting its PHP in Kotlin.", {"php": (36, "2020-06"), "kotlin": (36, "2020-06")}),
        ("From 2017 until 2020, at Parcel Ltd, I ran Redis.", {"redis": (36, "2020-06")}),
        ("At Parcel Ltd (2017 - 2020) I ran Redis.", {"redis": (36, "2020-06")}),
        ("From 01/2017 to 12/2018 I worked as a data engineer and mostly wrote Kotlin.", {"kotlin": (24, "2018-12")}),
        ("From 2017 to 2018 I worked for Parcel Ltd and wrote Kotlin.", {"kotlin": (12, "2018-06")}),
        ("From 2017 to 2020 I looked after Redis at Parcel Ltd.", {"redis": (36, "2020-06")}),
        ("Since March 2022 I have been with Parcel Ltd, where I write Kotlin.", {"kotlin": (57, "2026-11")}),
        ("Before that, from 2017 to 2020, I was a developer at Oracle in Linz, writing Kotlin.", {"kotlin": (36, "2020-06")}),
        ("From 2017 to 2020 I ran Redis at Parcel Ltd, and Kotlin after that.", {}),
        ("Maintained Kotlin services from 2017 to 2020 at Parcel Ltd.", {"kotlin": (36, "2020-06")}),
        ("Wrote Kotlin 2017-2020 at Parcel Ltd.", {"kotlin": (36, "2020-06")}),
        ("Ran Redis at Parcel Ltd since March 2022.", {"redis": (57, "2026-11")}),
        # not sure to be work, not sure to be one's own, or not the only time that is told
        ("Wrote Kotlin 2017-2020 at home.", {}),
        ("Wrote Kotlin 2017-2020 at Parcel Ltd, then Redis.", {}),
        ("Used Kotlin in a course from 2017 to 2020 at Parcel Ltd.", {}),
        ("The team wrote Kotlin 2017-2020 at Parcel Ltd.", {}),
        ("Kotlin meetups 2017-2020 at Parcel Ltd.", {}),
        ("From 2017 to 2020 I lived in Oslo and wrote Kotlin.", {}),
        ("From 2017 to 2020 I built robots in Kotlin at home.", {}),
        ("From 2017 to 2020 I studied at Leeds University, with Kotlin.", {}),
        ("From 2017 to 2020 I was a student assistant at Parcel Ltd, with Kotlin.", {}),
        ("From 2017 to 2020 I volunteered at Code Club with Kotlin.", {}),
        ("Between 2017 and 2020 the team at Parcel Ltd moved to Kotlin.", {}),
        ("At Parcel Ltd from 2017 to 2020 I ran Redis, and before that PHP.", {}),
        ("At Parcel Ltd from 2017 to 2020 I ran Redis; today I write Kotlin.", {"redis": (36, "2020-06")}),
        ("At Parcel Ltd from 2017 to 2020 I ran Redis and now write Kotlin.", {}),
        ("At Parcel Ltd from 2017 to 2020 I ran Redis, with a Kotlin service of 2019.", {}),
        ("At Parcel Ltd from 2017 to 2018 and from 2020 to 2021 I ran Redis.", {}),
        ("I know Kotlin, and from 2017 to 2020 I ran Redis at Parcel Ltd.", {}),
        ("At Parcel Ltd I moved 2000 - 2010 users to Redis.", {}),
    ],
)
def test_a_sentence_tells_when_somebody_worked(
    heading: str, sentence: str, expected: dict[str, tuple[int | None, str]], analyzer: Analyzer
) -> None:
    assert told(analyzer, f"Ann Lee\n\n{heading}\nI like Linux and Docker. {sentence} My tea is green.\n") == expected


@pytest.mark.parametrize(
    "aside",
    [
        "as a hobby",
        "at college",
        "at school",
        "in a course",
        "in a bootcamp",
        "for my thesis",
        "for a degree",
        "to learn it",
        "and Redis afterwards",
        "and later Redis",
        "then Redis",
        "and today Redis",
        "and currently Redis",
        "earlier Redis",
        "and like Redis",
        "and love Redis",
        "but at home Redis",
    ],
)
def test_a_sentence_that_tells_of_more_than_a_job_tells_no_time(aside: str, analyzer: Analyzer) -> None:
    sentence = f"From 2017 to 2020 I was at Parcel Ltd and wrote Kotlin {aside}."
    assert told(analyzer, f"Ann Lee\n\nAbout me\nI like Linux. {sentence}\n") == {}
    plain = sentence.replace(f" {aside}", "")
    assert told(analyzer, f"Ann Lee\n\nAbout me\nI like Linux. {plain}\n") == {"kotlin": (36, "2020-06")}


def test_a_sentence_inside_a_dated_job_tells_nothing_else(analyzer: Analyzer) -> None:
    story = "From 2017 to 2018 I was a developer at Acme Labs with Kotlin."
    text = f"Experience\nDeveloper, Acme, Jan 2016 - Dec 2022\n- Linux\n{story}\n"
    assert told(analyzer, text)["kotlin"] == (84, "2022-12")


def test_dates_of_the_last_sentence_of_a_line_are_not_those_of_the_ones_before(analyzer: Analyzer) -> None:
    assert told(analyzer, "Ann Lee\n\nSummary\nI write small tools in Kotlin. Choir lead since 2020.\n") == {}


def test_skills_by_theme_have_no_dates_of_the_jobs_that_are_listed_at_the_end(analyzer: Analyzer) -> None:
    text = (
        "Key skills\nCloud (8 years)\n- Moved services to Redis with Terraform for 18 months\n- Cut the AWS bill in two years\n"
        "Leadership, since 2018\n- Led a team that ran Kafka\n\nEmployment\n"
        "2019 - now  Parcel Ltd, Leeds\n2014 - 2019  Hooli, York\n"
    )
    assert told(analyzer, text) == {"terraform": (18, "")}


def test_times_that_sentences_tell_add_up_and_overlap_once(analyzer: Analyzer) -> None:
    text = (
        "About me\nFrom 2012 to 2014 I was a developer at Acme, writing Kotlin. From 2016 to 2020 I wrote Kotlin at Parcel Ltd.\n"
    )
    assert told(analyzer, text) == {"kotlin": (24 + 48, "2020-06")}
    assert told(analyzer, text.replace("2012 to 2014", "2015 to 2018")) == {"kotlin": (60, "2020-06")}
    assert told(analyzer, f"{text}\nSkills\nKotlin (10 years, last used 2021)\n") == {"kotlin": (120, "2021-12")}


@pytest.mark.parametrize("head", ["Skills", "Experience\nDeveloper, Acme, 2012 - 2022"])
def test_a_line_of_fifty_thousand_characters_says_what_one_of_its_pieces_does(head: str, analyzer: Analyzer) -> None:
    said = told(analyzer, f"Ann Lee\n\n{head}\n- Java since 2011")
    assert said
    assert told(analyzer, f"Ann Lee\n\n{head}\n- {'Java since 2011 ' * 3_125}") == said


JOB = "Experience\nDeveloper, Hooli, Jan 2015 - Dec 2024\n- $\n- Linux"
PLACES = {
    "doing": ("Summary\n$", (71, "2026-11"), None),
    "employer": ("Summary\n$", None, (71, "2026-11")),
    "no use": ("Summary\n$", None, (71, "2026-11")),
    "last use": ("Skills\n$", (None, "2021-12"), None),
    "from when": (JOB, (84, "2024-12"), (120, "2024-12")),
    "spare time": (JOB, None, (120, "2024-12")),
    "spare time first": (JOB, None, (120, "2024-12")),
    "part": (JOB, (84, "2024-12"), (120, "2024-12")),
    "until when": (JOB, (24, "2016-12"), (120, "2024-12")),
    "came": (JOB, (84, "2024-12"), (120, "2024-12")),
    "then": (JOB, (85, "2024-12"), (120, "2024-12")),
    "thereafter": (JOB, (85, "2024-12"), (120, "2024-12")),
    "made once": (JOB, (12, "2020-12"), (120, "2024-12")),
    "small": (JOB, (12, "2020-12"), (120, "2024-12")),
    "made small": (JOB, (12, "2020-12"), (120, "2024-12")),
    "used": (JOB, (24, "2016-12"), (120, "2024-12")),
    "using": (JOB, (24, "2016-12"), (120, "2024-12")),
    "no work with": ("Summary\n$", None, (36, "")),
    "amount": ("Summary\n$", None, (36, "")),
    "others": ("Summary\n$", None, (36, "")),
    "last did": ("Summary\n$", (None, "2021-12"), None),
    "deed going on": ("Summary\n$", (71, "2026-11"), None),
    "mainly": ("Summary\n$", (71, "2026-11"), None),
    "deed": ("About me\n$", (12, "2017-06"), None),
    "told": ("Skills\n$\n\nExperience\nDeveloper, Acme, Jan 2020 - Dec 2020", (12, "2020-12"), None),
    "no work": ("About me\n$", None, (12, "2017-06")),
    "more than work": ("About me\n$", None, (12, "2017-06")),
}
"""Where the example of a rule stands, and what is told of Kotlin with a word of the rule and with another."""


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        pytest.param(rule, word, id=f"{rule['of']}-{word}")
        for rule in rules("claims", "skillgap.resume")
        if rule["of"] in PLACES
        for key in ("words", "begins")
        for word in rule.get(key, ())
        if word not in {"programming", "coding"} or rule["of"] != "using"  # names themselves, which the dates are of
    ],
)
def test_a_word_decides_what_dates_tell(rule: dict, word: str, analyzer: Analyzer) -> None:  # type: ignore[type-arg]
    place, with_it, without = PLACES[rule["of"]]

    def told_with(other: str) -> tuple[int | None, str] | None:
        said = re.sub(r"\[.+\]", lambda _: other, rule["example"])
        return told(analyzer, f"Ann Lee\n\n{place.replace('$', said[0].upper() + said[1:])}\n").get("kotlin")

    assert (told_with(word), told_with("zorpq")) == (with_it, without)


@pytest.mark.parametrize("word", said("claims", "another time"))
def test_a_sentence_about_another_time_may_begin_with_what_else_tells_of_something_else(word: str, analyzer: Analyzer) -> None:
    work = "worked at Acme with Kotlin from 2016 to 2017"
    assert told(analyzer, f"Ann Lee\n\nAbout me\n{word.capitalize()} that, I {work}.\n").get("kotlin") == (12, "2017-06")
    assert told(analyzer, f"Ann Lee\n\nAbout me\nI {work}, {word} that elsewhere.\n").get("kotlin") is None


def test_every_rule_on_claims_has_a_test() -> None:
    tested = {"rating", "named by year", "another time", "by theme", *PLACES}
    assert {rule["of"] for rule in rules("claims", "skillgap.resume")} == tested
