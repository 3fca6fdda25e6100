"""Jobs, projects and education in the layouts that résumés have."""

from __future__ import annotations

from itertools import pairwise

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import Entry, EntryKind, Resume

ABOVE = """Jane Roe
Backend developer

Work Experience

Mar 2019 - Present
Senior Backend Engineer
Acme GmbH, Berlin
- Built payment services in Java

Jun 2016 - Feb 2019
Software Developer
Globex Ltd
- Wrote Django applications

Education
2012 - 2016
BSc Computer Science, University of Somewhere
"""
BELOW = """Jane Roe

EXPERIENCE

Senior Backend Engineer
Acme GmbH, Berlin
Mar 2019 - Present
• Built payment services in Java
Software Developer
Globex Ltd
Jun 2016 - Feb 2019
• Wrote Django applications

SKILLS
Python

EDUCATION
BSc Computer Science
University of Somewhere
2012 - 2016
"""
BESIDE = """EXPERIENCE
Senior Backend Engineer, Acme GmbH          Mar 2019 - Present
Built payment services in Java.
Software Developer, Globex Ltd          Jun 2016 - Feb 2019
Wrote Django applications.

EDUCATION
BSc Computer Science, University of Somewhere, 2012 - 2016
"""
TWO_LINES = """EXPERIENCE
Acme GmbH, Berlin
Senior Backend Engineer (Mar 2019 - Present)
- Built payment services in Java
Globex Ltd, London
Software Developer (Jun 2016 - Feb 2019)
- Wrote Django applications

EDUCATION
University of Somewhere
BSc Computer Science (2012 - 2016)
"""
MARKDOWN = """# Jane Roe

## Experience

### Senior Backend Engineer, Acme GmbH
*Mar 2019 – Present*

- Built payment services in Java

### Software Developer – Globex
*Jun 2016 – Feb 2019*

Wrote Django applications.

## Education

**BSc Computer Science** · University of Somewhere · 2012–2016
"""
BULLETED = """EXPERIENCE
* Senior Backend Engineer, Acme, Mar 2019 - present
  * Built payment services in Java
  * Kafka migration, 2020 - 2021
* Software Developer, Globex, 06/2016 - 02/2019
  * Wrote Django applications
EDUCATION
* BSc, University of Somewhere, 2012 - 2016
"""
BROKEN = """Work Experience

Senior Backend Engineer
Acme - Charlotte, NC -
March 2019 to
Present
Responsibilities:
Built payment services in Java

Software Developer
Globex
June 2016 -
February 2019
Wrote Django applications

Education
Bachelor's in Computer Science
University of Somewhere
2012 to 2016
"""
CONSULTANT = """PROFESSIONAL EXPERIENCE

Client: Big Bank, Charlotte, NC                                  Mar 2019 - Till Date
Role: Sr. Java Developer
Responsibilities:
• Developed microservices using Spring Boot and Kafka.
Environment: Java 11, Oracle, Jenkins, AWS.

Client: Health Co, Dallas, TX                                  Jun 2016 - Feb 2019
Role: Java Developer
Responsibilities:
• Built REST services with Django and Hibernate.
Environment: Java 8, MySQL, Maven.

EDUCATION
Bachelor of Technology, 2012 - 2016
"""
LAYOUTS = {
    "above": ABOVE,
    "below": BELOW,
    "beside": BESIDE,
    "two lines": TWO_LINES,
    "markdown": MARKDOWN,
    "bulleted": BULLETED,
    "broken": BROKEN,
    "consultant": CONSULTANT,
}


def of_kind(resume: Resume, kind: EntryKind) -> list[Entry]:
    return [entry for entry in resume.entries if entry.kind == kind]


def dates(entries: list[Entry]) -> list[tuple[str, str, bool]]:
    return [(f"{e.begun:%Y-%m}" if e.begun else "", f"{e.ended:%Y-%m}" if e.ended else "", e.current) for e in entries]


def content(resume: Resume, entry: Entry) -> str:
    return resume.document.text[entry.start : entry.end]


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
class TestEveryLayout:
    def test_the_jobs_have_their_dates(self, text: str, analyzer: Analyzer) -> None:
        jobs = of_kind(analyzer.read_resume(text), "job")
        assert dates(jobs) == [("2019-03", "2026-11", True), ("2016-06", "2019-02", False)]

    def test_the_degree_has_its_dates(self, text: str, analyzer: Analyzer) -> None:
        (degree,) = of_kind(analyzer.read_resume(text), "education")
        assert dates([degree]) == [("2012-07", "2016-06", False)]

    def test_what_was_done_stays_with_its_job(self, text: str, analyzer: Analyzer) -> None:
        resume = analyzer.read_resume(text)
        first, second = of_kind(resume, "job")
        assert "Java" in content(resume, first)
        assert "Django" in content(resume, second)
        assert "Django" not in content(resume, first)

    def test_the_next_heading_is_not_inside_the_job_before(self, text: str, analyzer: Analyzer) -> None:
        resume = analyzer.read_resume(text)
        first, second = of_kind(resume, "job")
        for words in ("Software Developer", "Globex", "Health Co", "Jun 2016"):
            assert words not in content(resume, first)
        assert any(name in content(resume, second) for name in ("Globex", "Health Co"))

    def test_entries_do_not_overlap(self, text: str, analyzer: Analyzer) -> None:
        entries = analyzer.read_resume(text).entries
        assert all(first.end <= second.start for first, second in pairwise(entries))


def test_the_line_of_technologies_belongs_to_its_job(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(CONSULTANT)
    shown = {name: resume.evidence[name] for name in ("oracle-database", "jenkins", "mysql", "maven")}
    assert {name: evidence.strength for name, evidence in shown.items()} == {
        "oracle-database": "recent_job",
        "jenkins": "recent_job",
        "mysql": "older_job",
        "maven": "older_job",
    }
    assert shown["mysql"].months == 33


@pytest.mark.parametrize(
    "line", ["Technologies: Go, Redis", "Tech stack: Go, Redis", "Technologies used: Go, Redis", "Environment:\n- Go\n- Redis"]
)
def test_so_does_a_stack_right_below_the_duties(line: str, analyzer: Analyzer) -> None:
    text = f"Experience\nDeveloper, Acme, 2019 - 2021\n- Java services\n{line}\n\nDeveloper, Globex, 2015 - 2018\n- PHP sites\n"
    resume = analyzer.read_resume(text)
    assert len(of_kind(resume, "job")) == 2
    assert resume.evidence["redis"].strength == "recent_job"


def test_a_list_of_skills_behind_the_jobs_is_a_list(analyzer: Analyzer) -> None:
    text = "Experience\nDeveloper, Acme, 2019 - 2021\n- Java\n\nTechnical skills\nGo, Redis\n\nEducation\nBSc, 2016\n"
    resume = analyzer.read_resume(text)
    assert resume.evidence["redis"].strength == "listed"
    assert resume.evidence["java"].strength == "recent_job"


def test_without_dates_a_section_is_one_entry(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(
        "Experience\nBackend developer at Acme\nJava services.\nDeveloper at Globex\nWrote Django apps.\n"
    )
    (job,) = of_kind(resume, "job")
    assert (job.begun, job.ended, job.current) == (None, None, False)
    assert resume.evidence["java"].strength == "recent_job"
    assert resume.evidence["java"].months is None


def test_a_range_in_a_story_begins_no_job(analyzer: Analyzer) -> None:
    text = (
        "Experience\n\nAcme GmbH — Senior Engineer\n2019 – now\n"
        "Between 2020 and 2021 I moved the monolith to Kubernetes. In 2022 I led the Kafka rollout.\n"
        "From March 2021 to May 2022 I also ran on-call for PostgreSQL.\n"
        "- Ran the Redis cluster, 2021 - 2022\n"
    )
    resume = analyzer.read_resume(text)
    assert dates(of_kind(resume, "job")) == [("2019-01", "2026-11", True)]


@pytest.mark.parametrize(
    "line",
    [
        "Migrated the servers to Windows Server 2016",
        "Introduced ISO 27001, 2013",
        "Environment: .NET, SQL Server 2012, 2014",
        "Supported Visual Studio 2013, 2015",
        "Spoke at PyCon 2019.",
    ],
)
def test_a_year_in_a_sentence_begins_no_job(line: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Experience\nEngineer, Acme, 2014 - 2020\nPython services.\n{line}\nMore Python.\n")
    assert dates(of_kind(resume, "job")) == [("2014-07", "2020-06", False)]


@pytest.mark.parametrize(
    ("line", "begun", "ended"),
    [
        ("Intern, Initech (Summer 2015)", "2015-06", "2015-08"),
        ("Trainee at Initech, 2015", "2015-01", "2015-12"),
        ("Initech, working student, Mar 2015", "2015-03", "2015-03"),
        ("Freelance developer — 2015", "2015-01", "2015-12"),
        ("Intern, Initech, June 2015 (3 months)", "2015-06", "2015-08"),
        ("Developer, Initech (2 years, until 2015)", "2014-01", "2015-12"),
        ("Developer, Initech (two years, until May 2015)", "2013-06", "2015-05"),
    ],
)
def test_a_short_job_may_have_one_date(line: str, begun: str, ended: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Experience\nEngineer, Acme, 2016 - 2020\nPython services.\n{line}\nPHP pages.\n")
    assert dates(of_kind(resume, "job"))[1:] == [(begun, ended, False)]
    assert resume.evidence["php"].strength == "older_job"


TOLD = "Experience\n\nParcel Ltd, 2021 to 2024. Backend developer of a shop in Kotlin; and with tea for all.\n\n{}\n"


@pytest.mark.parametrize(
    ("paragraph", "heading", "begun", "ended"),
    [
        ("Mail Co, tech lead, 2017-2020. I moved it to Redis.", "Mail Co, tech lead, 2017-2020", "2017-07", "2020-06"),
        ("Mail Co (May 2017 - June 2020): all of Redis.", "Mail Co (May 2017 - June 2020)", "2017-05", "2020-06"),
        ("Before that, 2017 to 2020, Mail Co: Redis.", "Before that, 2017 to 2020, Mail Co", "2017-07", "2020-06"),
        ("Earlier, Bank of Bath, since spring 2017. Redis.", "Earlier, Bank of Bath, since spring 2017", "2017-03", "2026-11"),
        ("2017-2020, Mail Co. We were four, with Redis.", "2017-2020, Mail Co", "2017-07", "2020-06"),
        ("Mail Co | 2017-2020. Six months of parental leave, then Redis.", "Mail Co | 2017-2020", "2017-07", "2020-06"),
        (
            "From September 2017 to May 2020 I was a developer at Mail Co, where Redis was new.",
            "From September 2017 to May 2020 I was a developer at Mail Co",
            "2017-09",
            "2020-05",
        ),
        (
            "Before that, between 2017 and 2020, I worked as an administrator for Mail Co. Redis everywhere.",
            "Before that, between 2017 and 2020, I worked as an administrator for Mail Co",
            "2017-07",
            "2020-06",
        ),
        (
            "From May 2017 until June 2020 I worked for Mail Co in Bath, in the team that sorts. Redis.",
            "From May 2017 until June 2020 I worked for Mail Co",
            "2017-05",
            "2020-06",
        ),
        ("2017-2020: architect at Mail Co. Redis.", "2017-2020: architect at Mail Co", "2017-07", "2020-06"),
        ("Since July 2024 I am a lead at Mail Co. Redis.", "Since July 2024 I am a lead at Mail Co", "2024-07", "2026-11"),
    ],
)
def test_a_paragraph_may_begin_with_a_job_and_its_dates(
    paragraph: str, heading: str, begun: str, ended: str, analyzer: Analyzer
) -> None:
    resume = analyzer.read_resume(TOLD.format(paragraph))
    first, second = of_kind(resume, "job")
    assert dates([first, second]) == [("2021-07", "2024-06", False), (begun, ended, ended == "2026-11")]
    assert (first.heading, second.heading) == ("Parcel Ltd, 2021 to 2024", heading)
    assert "Redis" in content(resume, second)


@pytest.mark.parametrize(
    "paragraph",
    [
        "In the years after that, 2017-2020. Redis.",
        "The cache, 2017-2020. All of Redis.",
        "We grew, 2017-2020. Redis came.",
        "Rebuilt the cache, 2017-2020. Redis.",
        "Checkout project, 2017-2020. Redis.",
        "Backend developer, 2017-2020. Redis.",
        "Redis, since 2017, and tea.",
        "redis, 2017-2020. Tea.",
        "- Mail Co, 2017-2020. Redis.",
        "Checkout (2022-2023): Redis.",
        "Mail Co, 2017. Redis.",
        "From 2017 to 2020 I was happy with Redis, as was the team.",
        "From 2017 to 2020 I worked as the only user of Redis.",
        "Since 2017 I work with Redis and tea.",
        "Since 2017 I work for people who like Redis, and for tea.",
        "Since 2017 I work at night, on Redis.",
        "From 2022 to 2023 I was the tech lead at our second site, with Redis.",
    ],
)
def test_dates_in_any_other_paragraph_begin_none(paragraph: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(TOLD.format(paragraph))
    assert dates(of_kind(resume, "job")) == [("2021-07", "2024-06", False)]
    assert "redis" in resume.evidence


@pytest.mark.parametrize(
    "lines", ["Start: 02/2018\nEnd: 05/2020\nMail Co", "Mail Co\nDeveloper\nStart date: 02/2018\nEnd date: 05/2020"]
)
def test_dates_may_stand_on_two_lines(lines: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Experience\n\n{lines}\n- PHP pages.\n")
    assert dates(of_kind(resume, "job")) == [("2018-02", "2020-05", False)]
    assert resume.evidence["php"].months == 28


def test_projects_end_where_the_next_heading_stands(analyzer: Analyzer) -> None:
    text = "# Jo\n\n## Projects\n\n### Tide tables (2021)\nA Flask service with Redis.\n\n### Recipe box\nA Laravel app.\n"
    resume = analyzer.read_resume(text)
    first, second = of_kind(resume, "project")
    assert dates([first, second]) == [("2021-01", "2021-12", False), ("", "", False)]
    assert resume.evidence["laravel"].last_used is None
    assert "Recipe" not in content(resume, first)


def test_each_certificate_has_its_year(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(
        "Skills\nPHP\n\nCertifications\n- AWS Certified Developer, 2021\n- CKA (Mar 2022)\n- Expected 2031\n"
    )
    certificates = dates(of_kind(resume, "certificate"))
    assert certificates == [("2021-01", "2021-12", False), ("2022-03", "2022-03", False), ("", "", False)]


@pytest.mark.parametrize(
    ("lines", "last_used"),
    [
        ("- Java Programmer (2018)\n- Some Kafka\n- Docker basics", {"java": "2018-12", "apache-kafka": "", "docker": ""}),
        ("• Java course, Mar 2018\n• Kafka course\n• Docker course, 2020", {"apache-kafka": "", "docker": "2020-12"}),
        ("- Kafka course\n- Java course (2018)\n\n- Docker course", {"apache-kafka": "", "docker": ""}),
        ("- Java course (2018)\n- Kafka course,\n  with Docker", {"apache-kafka": "", "docker": ""}),
        # what is below an item or a title tells of it
        ("- Java course (2018)\n  - Kafka\n  - Docker", {"apache-kafka": "2018-12", "docker": "2018-12"}),
        ("- Java course (2018)\n  with Kafka and Docker", {"apache-kafka": "2018-12", "docker": "2018-12"}),
        ("Java course (2018)\n- Kafka\n- Docker", {"apache-kafka": "2018-12", "docker": "2018-12"}),
        ("Java course (2018)\nKafka and Docker", {"apache-kafka": "2018-12", "docker": "2018-12"}),
    ],
)
def test_each_certificate_has_no_other_year(lines: str, last_used: dict[str, str], analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(f"Skills\nPHP\n\nCertifications\n{lines}\n")
    shown = {name: resume.evidence[name].last_used for name in last_used}
    assert {name: f"{when:%Y-%m}" if when else "" for name, when in shown.items()} == last_used
    assert {resume.evidence[name].strength for name in last_used} == {"course"}


def test_jobs_are_found_without_a_heading_over_them(analyzer: Analyzer) -> None:
    text = "Jo Doe\n\nAcme GmbH, Backend Developer, 2019 - present\n- Django, Redis\n\nGlobex, Developer, 2015 - 2018\n- PHP\n"
    resume = analyzer.read_resume(text)
    assert len(of_kind(resume, "job")) == 2
    assert resume.evidence["redis"].strength == "recent_job"
    assert resume.evidence["php"].strength == "older_job"


def test_a_heading_is_one_line_of_words(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(BESIDE)
    assert of_kind(resume, "job")[0].heading == "Senior Backend Engineer, Acme GmbH Mar 2019 - Present"


TITLES = """Experience

Acme
6 years 2 months
Staff Engineer
January 2022 - Present (4 years 11 months)
Oslo, Norway
Python services
Engineer
October 2020 - December 2021 (1 year 3 months)
Django

Globex
Developer
June 2018 - September 2020 (2 years 4 months)
Java
"""
TOTALS_BELOW = """Experience

Developer
Acme
January 2019 - December 2021
3 years
Python services
Developer
Globex
January 2017 - December 2018
2 years
Java
"""


def test_titles_below_one_employer_are_jobs_of_their_own(analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(TITLES)
    jobs = of_kind(resume, "job")
    assert [job.heading for job in jobs] == ["Acme", "Engineer", "Globex"]
    assert dates(jobs) == [("2022-01", "2026-11", True), ("2020-10", "2021-12", False), ("2018-06", "2020-09", False)]
    assert [name for name in ("Oslo", "Python", "Django", "Java") if name in content(resume, jobs[1])] == ["Django"]


def test_a_length_of_time_below_the_dates_is_no_total(analyzer: Analyzer) -> None:
    jobs = of_kind(analyzer.read_resume(TOTALS_BELOW), "job")
    assert dates(jobs) == [("2019-01", "2021-12", False), ("2017-01", "2018-12", False)]
    assert "Globex" not in content(analyzer.read_resume(TOTALS_BELOW), jobs[0])


def test_job_lines_of_markdown_end_with_their_dates(analyzer: Analyzer) -> None:
    text = (
        "# Ann\n\n## Experience\n\n**Lead**, Foo Ltd, Jan 2025 – Present\nPHP.\n\n"
        "**Senior Backend Developer**, Acme Holdings Ltd, Leeds, Oct 2023 – Dec 2024\nKotlin, Kafka.\n"
    )
    resume = analyzer.read_resume(text)
    assert dates(of_kind(resume, "job")) == [("2025-01", "2026-11", True), ("2023-10", "2024-12", False)]
    assert resume.evidence["kotlin"].months == 15


@pytest.mark.parametrize(
    ("line", "other", "begun", "ended"),
    [
        ("01/09/2020 – Present", "15/02/2017 – 31/08/2020", "2020-09", "2026-11"),
        ("02/04/2019 to 05/03/2021", "13/05/2015 to 28/02/2019", "2019-04", "2021-03"),
        ("05-06-2019 - 04-02-2021", "13-05-2015 to 28-02-2019", "2019-06", "2021-02"),
        # no proof, the other proof, and both
        ("05/06/2019 - 04/02/2021", "Jan 2015 - Feb 2019", "2019-05", "2021-04"),
        ("05/06/2019 - 04/02/2021", "05/13/2015 to 02/28/2019", "2019-05", "2021-04"),
        ("05/06/2019 - 04/02/2021", "13/05/2015 to 02/28/2019", "2019-05", "2021-04"),
        ("05/06/2019 - 04/02/2021", "31.08.2015 - 28.02.2019", "2019-05", "2021-04"),
        ("05/06/2019 - 04/02/2021", "Ticket 13/05/20151, 2015 - 2019", "2019-05", "2021-04"),
    ],
)
def test_a_date_that_shows_its_order_shows_that_of_all(line: str, other: str, begun: str, ended: str, analyzer: Analyzer) -> None:
    text = f"Experience\n\nDeveloper, Acme\n{line}\nPython\n\nDeveloper, Globex\n{other}\nPHP\n"
    (found, *_) = of_kind(analyzer.read_resume(text), "job")
    assert dates([found])[0][:2] == (begun, ended)


@pytest.mark.parametrize(
    ("line", "begun", "ended"),
    [
        ("Summer 2001     Heartland, Intern", "2001-06", "2001-08"),
        ("06/2001         Heartland, Intern", "2001-06", "2001-06"),
        ("June 2001\tIntern at Heartland", "2001-06", "2001-06"),
        ("2001            Heartland, Intern", "2001-01", "2001-12"),
        ("Summer 2001 - Intern, Heartland", "2001-06", "2001-08"),
        ("Summer 2001     Heartland Services\n                Intern", "2001-06", "2001-08"),
        ("2001 (summer)   Heartland Services\n                Intern", "2001-01", "2001-12"),
        ("Summer 2001 | Intern | Heartland", "2001-06", "2001-08"),
        ("2001 - Embedded developer, Heartland", "2001-01", "2001-12"),
        ("Summer 2001, Intern, Heartland", "2001-06", "2001-08"),
    ],
)
def test_a_date_at_the_left_may_begin_a_short_job(line: str, begun: str, ended: str, analyzer: Analyzer) -> None:
    text = f"Experience\nProgrammer, Lincoln Ltd, 6/2002-12/2008\nCOBOL.\n\n{line}\nPerl scripts.\n"
    resume = analyzer.read_resume(text)
    assert dates(of_kind(resume, "job"))[1:] == [(begun, ended, False)]
    assert "Perl" in content(resume, of_kind(resume, "job")[1])


@pytest.mark.parametrize(
    "line",
    [
        "2004: lead engineer of the Perl port",
        "2004 - Promoted to lead developer",
        "Summer 2004 - Led two interns, Perl",
        "2004 Engineer of the year award, Perl",
        "June 2004, the lead developer left and I took over Perl.",
        "- Summer 2004     Mentor of an intern, Perl",
        "2004    New platform in Perl",
        "2004 - Became team lead",
    ],
)
def test_a_date_at_the_left_of_what_was_done_begins_none(line: str, analyzer: Analyzer) -> None:
    text = f"Experience\nProgrammer, Lincoln Ltd, 6/2002-12/2008\nCOBOL.\n\n{line}\nPerl scripts.\n"
    assert dates(of_kind(analyzer.read_resume(text), "job")) == [("2002-06", "2008-12", False)]


def test_in_columns_no_room_is_needed_between_jobs(analyzer: Analyzer) -> None:
    text = (
        "Experience\n6/2002-12/2008  Lincoln Ltd\n                Programmer\n                COBOL, JCL.\n"
        "Summer 2001     Heartland Services\n                Intern\n                Perl scripts.\n"
    )
    assert dates(of_kind(analyzer.read_resume(text), "job")) == [("2002-06", "2008-12", False), ("2001-06", "2001-08", False)]


EMPLOYED = "Experience\n\n{heading}\n- Invoices in Kotlin.\n\nDeveloper, Globex, Apr 2012 - Aug 2018\n- Pages in Perl.\n"
WHOLE, SECOND = ("2018-09", "2026-11", True), ("2012-04", "2018-08", False)


@pytest.mark.parametrize(
    "heading",
    [
        "Acme, Leeds   Sep 2018 - present\nTeam Lead (since May 2023); Developer before",
        "Acme, Leeds   Sep 2018 - present\nDeveloper, lead of the platform team since 2023",
        "09/2018 - now   Acme\n                Developer -> Architect (since 05/2023)",
        "Acme   Sep 2018 - present\nLeeds, hybrid\nStaff Engineer since 2023",
        "### Acme, Sep 2018 - present\n\nStaff Engineer since 2023",
        "Senior Developer, Acme   Sep 2018 - present\nTeam of nine (lead since 05/2023)",
        "Acme, Leeds   Sep 2018 - present\nDeveloper (part-time, 05/2020 - 12/2021)",
        "Acme, Leeds   Sep 2018 - present\nDeveloper (parental leave 05/2020 - 12/2020)",
        "Developer, Acme (lead since May 2023) | Sep 2018 - present",
        "Developer, Acme (part-time May 2020 to Dec 2021), Sep 2018 - present",
        "Acme   seit 09/2018\nEntwickler, Team Lead seit 05/2023",
    ],
)
def test_a_step_inside_a_job_begins_no_other(heading: str, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(EMPLOYED.format(heading=heading))
    assert dates(of_kind(resume, "job")) == [WHOLE, SECOND]
    assert {name: resume.evidence[name].months for name in ("kotlin", "perl")} == {"kotlin": 99, "perl": 77}


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        # titles one after the other, each with what was done
        ("Acme   Sep 2018 - present\nTeam Lead (since May 2023)\n- Go\nDeveloper (Sep 2018 - Apr 2023)", 56),
        ("Acme   Sep 2018 - present\nTeam Lead since May 2023\n- Go\n\nDeveloper\nSep 2018 - Apr 2023", 56),
        # the dates of one customer, another job, and one that went on for longer
        ("Consulting Ltd   Sep 2018 - present\nDeveloper for Big Bank (May 2023 - Dec 2023)", 8),
        ("Freelance developer, Sep 2018 - present\nLecturer at the college since May 2023", 43),
        ("Acme   Sep 2018 - present\n\nLecturer at the college since May 2023", 43),
        ("- Acme, Sep 2018 - present\n- Lecturer at the college since May 2023\n  Leeds", 43),
        ("Acme, Leeds   Sep 2018 - present\nThe shop round the corner, since May 2023", 43),
        ("Acme   Sep 2018 - Dec 2024\nDeveloper, since May 2023 for a bank", 43),
    ],
)
def test_dates_of_their_own_below_those_of_an_employer_begin_one(heading: str, months: int, analyzer: Analyzer) -> None:
    resume = analyzer.read_resume(EMPLOYED.format(heading=heading))
    assert resume.evidence["kotlin"].months == months
    assert resume.evidence["perl"].months == 77


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Python engineer 2018-2024 at Elm AG.", 72),
        ("Python engineer (2018-2024), Elm AG.", 72),
        ("Senior Python developer 2018 - 2024 with Elm & Sons. Docker, too.", 72),
        ("Python dev at Elm Ltd, 2018-2024. Docker daily.", 72),
        ("Python developer at Elm Ltd from March 2019 to May 2021. Docker daily.", 27),
    ],
)
def test_a_job_in_a_phrase_has_its_dates_with_or_without_a_full_stop(analyzer: Analyzer, text: str, months: int) -> None:
    assert analyzer.read_resume(text).evidence["python"].months == months
    assert analyzer.read_resume(text.rstrip(".")).evidence["python"].months == months


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 we moved to Python.",
        "The engineer 2018-2020 at Elm was a friend of Python.",
        "Wrote a Python engine 2018-2019 for fun.",
        "Met a developer 2018-2019 at Elm.  Python was his tool.",
        "Our developer at Elm since 2019. Python was his tool.",
        "I was a developer 2018-2019 at night. Python was fun.",
    ],
)
def test_a_story_is_no_job(analyzer: Analyzer, text: str) -> None:
    assert not analyzer.read_resume(text).entries


@pytest.mark.parametrize(
    "told",
    [
        "Living in Leeds since 2012.",
        "On parental leave since 2024.",
        "Team lead since 2022.",
        "Married since 2021.",
        "Caring for my father since 2024.",
    ],
)
def test_what_a_later_sentence_of_a_line_dates_is_no_job(analyzer: Analyzer, told: str) -> None:
    text = f"Experience\nEngineer, Nordwind Ltd, 2015 - 2018\nKotlin and Docker. {told}\n"
    resume = analyzer.read_resume(text)
    assert [entry.kind for entry in resume.entries] == ["job"]
    assert resume.evidence["kotlin"].months == 36


@pytest.mark.parametrize("line", ["Kotlin developer, Quarrel Inc. Leeds, since 2019", "Acme Corp. Kotlin developer since 2019."])
def test_the_full_stop_of_a_firm_ends_no_sentence(analyzer: Analyzer, line: str) -> None:
    assert analyzer.read_resume(f"Experience\n{line}\nRedis\n").evidence["redis"].months is not None


@pytest.mark.parametrize(
    "head", ["Freelance developer, self-employed since 2012", "Freelancer, 2012 - present", "Freelance developer (since 2012)"]
)
@pytest.mark.parametrize("sign", ["- ", "{}) ", "* ", "{}. "])
def test_the_list_of_a_freelancer_has_times_of_its_own(analyzer: Analyzer, head: str, sign: str) -> None:
    items = [sign.format(2) + "05/2024 - 04/2025: Bank. Kotlin.", sign.format(1) + "03/2024 - 04/2024: Shop. Docker."]
    evidence = analyzer.read_resume(f"{head}\n\n" + "\n".join(items) + "\n").evidence
    assert (evidence["kotlin"].months, evidence["docker"].months) == (12, 2)


def test_but_items_without_times_have_those_of_the_job(analyzer: Analyzer) -> None:
    text = "Freelance developer, 2015 - present\n- Redis for banks\n- 2019 - 2021: moved a bank to Kotlin\n- Docker\n"
    evidence = analyzer.read_resume(text).evidence
    assert evidence["redis"].months == evidence["docker"].months
    assert (evidence["docker"].months or 0) > 100
    assert evidence["kotlin"].months == 24


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Since 2019 Scala developer at Bravo.", 95),
        ("Since 2019 a Scala developer at Bravo: Redis.", 95),
        ("Scala developer since 2019 at Bravo: Redis, Docker.", 95),
        ("Since 2012 developer at heart, of Scala too.", None),
        ("Since 2012 I like to be a Scala developer at Bravo.", None),
    ],
)
def test_a_phrase_about_a_job_may_begin_with_since_or_end_in_a_colon(line: str, months: int | None, analyzer: Analyzer) -> None:
    scala = analyzer.read_resume(f"Ann Lee\n{line}\n\nSkills\nPHP\n").evidence["scala"]
    assert (scala.strength, scala.months) == ("recent_job" if months else "claimed", months)


def test_the_name_and_headline_behind_the_lists_of_a_profile_are_no_certificate(analyzer: Analyzer) -> None:
    lists = "Top Skills\nRedis\n\nCertifications\nCKA\n\n"
    resume = analyzer.read_resume(f"{lists}Ann Lee\nScala engineer at Bravo\nOslo\n\nSummary\nPHP by day.\n")
    assert {skill: resume.evidence[skill].strength for skill in ("scala", "redis", "cka")} == {
        "scala": "claimed",
        "redis": "listed",
        "cka": "course",
    }
    assert analyzer.read_resume(f"Ann Lee\n\n{lists}Cloud Native\nScala engineer course\n").evidence["scala"].strength == "course"
