"""What dates say about headings nobody knows: jobs below one are jobs, and behind the last job one ends it."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import Resume
from tests.resume.test_entries import dates, of_kind

JOBS = """Parcel Ltd
Backend Developer, Apr 2023 - Oct 2025
Kotlin services.

Mail Ltd
Developer, Jan 2020 - Mar 2023
PHP pages.
"""
TWO = [("2023-04", "2025-10", False), ("2020-01", "2023-03", False)]


def kinds(resume: Resume) -> list[str]:
    return [section.kind for section in resume.extraction.sections if section.heading]


@pytest.mark.parametrize(
    "opening",
    [
        "Profile\nI build plumbing.",
        "SKILLS\nDocker, Linux",
        "## Skills\n- Docker\n- Linux",
        "Languages\nFrench",
        "EDUCATION\nBSc, Bath, 2012 - 2015",
    ],
)
@pytest.mark.parametrize(
    "heading", ["WHERE I HAVE WORKED", "Stations", "CHRONICLE", "Things I did for a living", "Stops on the way:"]
)
def test_jobs_below_an_unknown_heading_are_jobs(opening: str, heading: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Ann Example\n\n{opening}\n\n{heading}\n\n{JOBS}")
    assert dates(of_kind(resume, "job")) == TWO
    assert kinds(resume)[-1] == "experience"
    assert {name: resume.evidence[name].months for name in ("kotlin", "php")} == {"kotlin": 31, "php": 39}
    assert ("docker" in resume.evidence) == ("Docker" in opening)
    assert all(resume.evidence[name].strength == "listed" for name in {"docker"} & resume.evidence.keys())


@pytest.mark.parametrize("heading", ["THE LONG ROAD", "My years in tea", "Track record", "How it went"])
def test_so_are_jobs_told_in_paragraphs(heading: str, analyzer: Analyzer) -> None:
    told = "Parcel Ltd, since May 2023. Backend developer of a shop in Kotlin.\n\nBefore that, 2020 to 2023, Mail Co: PHP.\n"
    resume = analyzer.read_resume(f"Ann Example\n\nProfile\nI like Scala.\n\n{heading}\n\n{told}")
    assert dates(of_kind(resume, "job")) == [("2023-05", "2026-11", True), ("2020-07", "2023-06", False)]
    assert {name: resume.evidence[name].strength for name in ("kotlin", "scala")} == {"kotlin": "recent_job", "scala": "claimed"}


def test_so_are_jobs_below_no_heading_behind_a_summary(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Summary\nI build plumbing in Scala.\n\n{JOBS}")
    assert dates(of_kind(resume, "job")) == TWO
    assert resume.evidence["scala"].strength == "claimed"


def test_a_marked_heading_that_nobody_knows_may_stand_over_jobs(analyzer: Analyzer) -> None:
    text = "# Ann\n\n## Skills\n- Docker\n\n## Stations\n\n**Developer**, Parcel Ltd, Apr 2023 - Oct 2025\n\nKotlin.\n"
    resume = analyzer.read_resume(text)
    assert dates(of_kind(resume, "job")) == TWO[:1]
    assert resume.evidence["docker"].strength == "listed"


@pytest.mark.parametrize(
    "section",
    [
        "Skills\nKotlin   2019 - 2023\nPHP      2015 - 2019",
        "Summary\nFrom 2019 to 2023 I was in Oslo and wrote Kotlin.\nPHP before.",
        "Profile\nKotlin.\n\nHOW I WORK\n\nBackend developer, since 2015. I like tests.",
        "Profile\nKotlin.\n\nSCHOOL DAYS\n\nBath, 2012-2015. A thesis in Kotlin.",
        "Volunteering\nDeveloper, Code for Good, Jan 2019 - Dec 2020\nKotlin",
        "Skills\nKotlin\n\nAWARDS\nEngineer of the year, 2019",
        "EDUCATION\nUNIVERSITY OF BATH\nStudent assistant, Jan 2019 - Dec 2020\nBSc, 2012 - 2015",
        "EDUCATION\nBSc, 2012 - 2015\n\nBATH\nEngineer (diploma), Jan 2019 - Dec 2020",
        "Certifications\nCloud Architect, Jan 2019 - Dec 2022\nNetwork Engineer, Jan 2018 - Dec 2020",
        "Interests\nTrainee chess coach, Jan 2019 - Dec 2020\nKotlin",
    ],
)
def test_dates_without_a_job_make_none(section: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Ann Example\n\n{section}\n\nEducation\nBSc, 2012 - 2015\nDocker\n")
    assert of_kind(resume, "job") == []


LAST = (
    "EXPERIENCE\n\nDeveloper, Acme, Jan 2015 - Dec 2017\nC# services.\n\nDeveloper, Globex, Jan 2012 - Dec 2014\nPHP pages.\n\n"
)


@pytest.mark.parametrize(
    "heading",
    ["KNOW-HOW", "MY WEAPONS", "BITS AND PIECES", "COMMUNITY", "Competences", "What I bring", "Tech I know", "EDP knowledge"],
)
def test_an_unknown_heading_ends_the_last_job(heading: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"SUMMARY\nI like tea.\n\n{LAST}{heading}\nKotlin, Kafka\n")
    assert resume.evidence["kotlin"].strength == "listed"
    assert resume.evidence["kotlin"].months is None
    assert resume.evidence["php"].months == 36


@pytest.mark.parametrize(
    "heading",
    [
        "Key results",
        "KEY RESULTS",
        "MAIN TASKS",
        "PROJECT PHOENIX",
        "BIG BANK LTD",
        "What I did",
        "Payments Platform",
        "Payments platform",
        "MOVED TO THE CLOUD IN 2014",
        "LEAD DEVELOPER OF THE CORE",
        "- BITS AND PIECES",
    ],
)
def test_a_part_of_a_job_does_not_end_it(heading: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"SUMMARY\nI like tea.\n\n{LAST}{heading}\nKotlin, Kafka\n\nEDUCATION\nBSc, 2011\n")
    assert resume.evidence["kotlin"].months == 36


def test_nor_does_what_an_earlier_job_has_too(analyzer: Analyzer) -> None:
    jobs = "".join(
        f"Developer, {firm}, {years}\nC#.\n\n{client}\n{skill}\n\n"
        for firm, years, client, skill in (
            ("Acme", "Jan 2015 - Dec 2017", "ZORBLAX", "Kotlin"),
            ("Globex", "Jan 2012 - Dec 2014", "QUUXELL", "Redis"),
        )
    )
    resume = analyzer.read_resume(f"SUMMARY\nI like tea.\n\nEXPERIENCE\n\n{jobs}EDUCATION\nBSc, 2011\n")
    assert {name: resume.evidence[name].months for name in ("kotlin", "redis")} == {"kotlin": 36, "redis": 36}


def test_capitals_end_no_job_where_headings_have_none(analyzer: Analyzer) -> None:
    text = LAST.replace("EXPERIENCE", "Experience")
    resume = analyzer.read_resume(f"Summary\nI like tea.\n\n{text}ZORBLAX\nKotlin\n\nEducation\nBSc, 2011\n")
    assert resume.evidence["kotlin"].months == 36


@pytest.mark.parametrize(
    "heading", ["Key achievements", "KEY ACHIEVEMENTS", "Achievements:", "Technologies", "TOOLS", "Miscellaneous:"]
)
def test_what_heads_a_part_of_a_job_opens_no_section(heading: str, analyzer: Analyzer) -> None:
    text = (
        f"Experience\n\nDeveloper, Acme, Jan 2015 - Dec 2017\nC#.\n\n{heading}\nKotlin\n\n"
        f"Developer, Globex, Jan 2012 - Dec 2014\nPHP.\n\n{heading}\nRedis\n\nEducation\nBSc, 2011\n"
    )
    resume = analyzer.read_resume(text)
    assert dates(of_kind(resume, "job")) == [("2015-01", "2017-12", False), ("2012-01", "2014-12", False)]
    assert {name: resume.evidence[name].months for name in ("kotlin", "php", "redis")} == {"kotlin": 36, "php": 36, "redis": 36}


PROFILE_PAGE = """About
I like tea.

Experience

Backend Engineer
Acme · Full-time
Jan 2015 - Dec 2017 · 3 yrs
Leeds

Invoices in Java.

{first}

Librarian
City Library · Part-time
Jan 2013 - Dec 2014 · 2 yrs

Shelves and a catalogue in PHP.

Programmer
Globex · Full-time
Jan 2011 - Dec 2012 · 2 yrs

Pages in Perl.

{last}

Education

BSc, 2010
"""
ONLY_DATES = """Experience
Developer, Acme, Jan 2015 - Dec 2017

{line}

{below}
"""


@pytest.mark.parametrize(
    "label", ["Skills: ", "Key skills: ", "SKILLS: ", "Skills:", "Skills · ", "Technical skills: ", "Tools: ", "Skills\n"]
)
def test_a_line_of_skills_belongs_to_the_job_above_it(label: str, analyzer: Analyzer) -> None:
    page = PROFILE_PAGE.format(first=f"{label}Kotlin · Kafka · +4 skills", last=f"{label}Redis, Linux")
    resume = analyzer.read_resume(page)
    assert len(of_kind(resume, "job")) == 3
    expected = {"kotlin": 36, "apache-kafka": 36, "php": 24, "perl": 24, "redis": 24, "linux": 24}
    assert {name: resume.evidence[name].months for name in expected} == expected


@pytest.mark.parametrize("line", ["Skills: Kotlin, Kafka", "Key skills: Kotlin · Kafka"])
def test_so_does_the_only_such_line(line: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(PROFILE_PAGE.format(first=line, last="More Perl."))
    assert len(of_kind(resume, "job")) == 3
    assert resume.evidence["kotlin"].months == 36


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Invoices again.", "Skills: Kotlin, Kafka"),
        ("Invoices again.", "Key skills: Kotlin · Kafka"),
        ("Skills: Java · SQL", "Skills: Perl · SQL\n\nSkills: Kotlin, Kafka"),
        ("Skills: Java · SQL", "Technical skills: Kotlin, Kafka"),
        ("Skills: Java · SQL", "## Skills\nKotlin, Kafka"),
    ],
)
def test_behind_all_jobs_it_is_a_list_of_its_own(first: str, last: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(PROFILE_PAGE.format(first=first, last=last))
    assert len(of_kind(resume, "job")) == 3
    assert (resume.evidence["kotlin"].strength, resume.evidence["kotlin"].months) == ("listed", None)


@pytest.mark.parametrize(
    "below",
    [
        "BSc Physics, Leeds, 2008 - 2011",
        "Chess club\n2008 - 2011\nPerl",
        "Winner of a hackathon for developers, 2011",
        "Developer of the year\n\n2008 - 2011",
    ],
)
def test_dates_of_no_job_below_it_make_it_no_part_of_one(below: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(ONLY_DATES.format(line="Skills: Kotlin, Kafka", below=below))
    assert dates(of_kind(resume, "job")) == [("2015-01", "2017-12", False)]
    assert resume.evidence["kotlin"].strength == "listed"


@pytest.mark.parametrize("heading", ["Achievements", "Tools", "## Tools"])
def test_behind_all_jobs_it_does(heading: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"{LAST}{heading}\nKotlin\n\nEDUCATION\nBSc, 2011\n")
    assert resume.evidence["kotlin"].strength == "listed"


@pytest.mark.parametrize(
    "lines",
    [
        "CAREER BREAK\nMarch 2018 – June 2019\nA course on Golang.",
        "Career break\nMarch 2018 – June 2019\nA course on Golang.",
        "Mar 2018 - Jun 2019\nCareer break\nLearnt Golang.",
        "PARENTAL LEAVE\n03/2018 - 06/2019\nA course on Golang.",
        "2018 - 2019\nSabbatical\nLearnt Golang.",
        "Mar 2018 - Jun 2019\nTime off to care for my father\nLearnt Golang.",
    ],
)
def test_a_break_is_no_job_in_either_order_of_its_lines(lines: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(LAST.replace("EXPERIENCE\n\n", f"EXPERIENCE\n\n{lines}\n\n"))
    assert dates(of_kind(resume, "job")) == [("2015-01", "2017-12", False), ("2012-01", "2014-12", False)]
    assert resume.evidence["go"].strength == "listed"
    assert len(of_kind(resume, "break")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        "Mar 2018 - Jun 2019\nDeveloper, Parental Leave Ltd\nGolang.",
        "Developer, Acme, Mar 2018 - Jun 2019\nSabbatical planning tool in Golang.",
        "Mar 2018 - Jun 2019\nSabbatical Software, Developer\nGolang.",
        "Mar 2018 - Jun 2019\nAcme\nCareer break portal in Golang.",
    ],
)
def test_a_job_that_speaks_of_breaks_is_one(lines: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(LAST.replace("EXPERIENCE\n\n", f"EXPERIENCE\n\n{lines}\n\n"))
    assert resume.evidence["go"].months == 16


QUIET = (
    "Experience\n\nDeveloper, Acme, Jan 2015 - Dec 2017\n- C# services.\n\nDeveloper, Globex, Jan 2012 - Dec 2014\n- PHP pages.\n"
    "\n{part}\n\nEducation\nBSc, 2011\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "Odds and ends",
        "Gadgets",
        "Side notes:",
        "Home Lab",
        "Other",
        "Misc",
        "Additional",
        "IT",
        "TRIVIA",
        "Software",
        "Teaching",
        "Workshops",
        "Family",
    ],
)
@pytest.mark.parametrize("below", ["Kotlin, Kafka", "- Kotlin\n- Kafka", "Kotlin and Kafka for the house."])
def test_plain_words_above_what_was_not_done_end_the_last_job(heading: str, below: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(QUIET.format(part=f"{heading}\n{below}"))
    kotlin = resume.evidence["kotlin"]
    assert (kotlin.strength, kotlin.months) == ("listed", None)
    assert {name: resume.evidence[name].months for name in ("csharp", "php")} == {"csharp": 36, "php": 36}


@pytest.mark.parametrize(
    "part",
    [
        # names of firms, products and projects
        "Zorblax\nKotlin, Kafka",
        "ZORBLAX\nKotlin, Kafka",
        "Payments platform\nKotlin, Kafka",
        "Order system\n- Kotlin, Kafka",
        "Big Bank\nKotlin, Kafka",
        "Warehouse migration\nKotlin, Kafka",
        # what was done there
        "Checkout\n- Built the basket in Kotlin with Kafka",
        "Checkout\nRewrote the basket in Kotlin with Kafka",
        "Checkout\nI led four people in Kotlin.",
        # more of a heading, more of a text
        "Checkout\nRole: developer, Kotlin",
        "Shop, basket\nKotlin, Kafka",
        "Shop of the future for four countries\nKotlin, Kafka",
        "The basket in Kotlin",
        "Zorblax basket\nKotlin",
        "- Checkout\n- Kotlin, Kafka",
    ],
)
def test_what_may_be_a_part_of_the_last_job_ends_none(part: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(QUIET.format(part=part))
    assert resume.evidence["kotlin"].months == 36


def test_nor_do_plain_words_that_an_earlier_job_has_too(analyzer: Analyzer) -> None:
    text = QUIET.replace("C# services.\n", "C# services.\n\nCheckout\nRedis\n").format(part="Basket\nKotlin")
    resume = analyzer.read_resume(text)
    assert {name: resume.evidence[name].months for name in ("redis", "kotlin")} == {"redis": 36, "kotlin": 36}


def test_nor_do_they_right_below_its_heading_or_where_headings_are_marked(analyzer: Analyzer) -> None:
    text = "Experience\n\nDeveloper, Acme\nJan 2015 - Dec 2017\nFull time\n\nLondon\n\nKotlin, Kafka\n\nEducation\nBSc, 2011\n"
    assert analyzer.read_resume(text).evidence["kotlin"].months == 36
    marked = QUIET.replace("Experience", "## Experience").replace("Education", "## Education").format(part="Gadgets\nKotlin")
    assert analyzer.read_resume(marked).evidence["kotlin"].months == 36


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("Career goals", None),
        ("My career plan", None),
        ("Career ambitions", None),
        ("Career aspirations", None),
        ("Career aims", None),
        ("Technologies I hope to learn", None),
        ("Frameworks I plan to learn", None),
        ("Skills to learn", None),
        ("Technologies to learn", None),
        ("Tools to learn", None),
        ("Languages to learn", None),
        ("Skills to learn next", None),
        ("Things to learn next year", None),
        ("Languages I avoid", None),
        ("Tools I do not use", None),
        ("Tools I don't use", None),
        ("Experience I would like", None),
        ("Weaknesses", None),
        # the words, and neither a wish nor a denial
        ("Career highlights", "older_job"),
        ("Career overview", "claimed"),
        ("Technologies I learnt", "listed"),
        ("Tools I use", "listed"),
        ("Employment preferences", "listed"),
        ("Career objectives", "claimed"),
    ],
)
def test_a_wish_or_denial_in_a_heading_is_stronger_than_its_other_words(
    heading: str, strength: str | None, analyzer: Analyzer
) -> None:
    resume = analyzer.read_resume(QUIET.format(part=f"{heading}\nKotlin, Kafka"))
    kotlin = resume.evidence.get("kotlin")
    assert (kotlin and kotlin.strength) == strength
    assert kotlin is None or kotlin.months is None


@pytest.mark.parametrize("heading", ["Contracts", "CONTRACTS", "Client work", "Mandates", "Gigs", "Stations on the way:"])
def test_an_unknown_heading_above_the_first_jobs_heads_them(heading: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Ann Example\nDeveloper in Scala\n\n{heading}\n\n{JOBS}\nEducation\nBSc, 2011\n")
    assert dates(of_kind(resume, "job")) == TWO
    assert kinds(resume) == ["experience", "education"]
    assert resume.evidence["scala"].strength == "claimed"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Highlights:\n- Kotlin", "Highlights:\n- Scala"),
        ("HIGHLIGHTS\nKotlin", "HIGHLIGHTS\nScala"),
        ("Projects:\n- a bot in Kotlin", "Projects:\n- a bot in Scala"),
        ("Projects\n- a bot in Kotlin", "Projects\n- a bot in Scala"),
        ("Overview\nA shop.\n\nHighlights\n- Kotlin", "Overview\nA mill.\n\nHighlights\n- Scala"),
        ("Overview: a shop.\nHighlights: Kotlin", "Overview: a mill.\nHighlights: Scala"),
        ("Overview\nA shop.\n\nProjects\nKotlin\n\nSkills\nGit", "Overview\nA mill.\n\nProjects\nScala\n\nSkills\nGit"),
    ],
)
def test_what_each_job_has_is_a_part_of_it(first: str, second: str, analyzer: Analyzer) -> None:
    jobs = f"Developer, Acme, 2018 - 2020\n\n{first}\n\nDeveloper, Globex, 2015 - 2018\n\n{second}"
    resume = analyzer.read_resume(f"EXPERIENCE\n\n{jobs}\n\nEDUCATION\nBSc, 2011\n")
    assert dates(of_kind(resume, "job")) == [("2018-07", "2020-06", False), ("2015-07", "2018-06", False)]
    assert {name: resume.evidence[name].months for name in ("kotlin", "scala")} == {"kotlin": 24, "scala": 36}


@pytest.mark.parametrize(
    ("section", "strength"),
    [
        ("HIGHLIGHTS\nKotlin", "claimed"),
        ("PROJECTS\n\nA bot\nDeveloper, Jan 2017 - Mar 2018\n- Kotlin", "project"),
        ("OVERVIEW\nI like tea.\n\nPROJECTS\n\nA bot\nDeveloper, Jan 2017 - Mar 2018\n- Kotlin", "project"),
        ("SKILLS\nKotlin\n\nPROJECTS\n\nA bot\nDeveloper, Jan 2017 - Mar 2018", "listed"),
    ],
)
def test_what_stands_once_behind_the_jobs_is_none(section: str, strength: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"EXPERIENCE\n\nDeveloper, Acme, 2015 - 2020\n- PHP\n\n{section}\n\nEDUCATION\nBSc, 2011\n")
    assert dates(of_kind(resume, "job")) == [("2015-07", "2020-06", False)]
    assert resume.evidence["kotlin"].strength == strength
