"""Written résumés against written postings, verdict by verdict."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import GapReport

PERFECT = (
    """Ines Valdivia
ines.valdivia@example.org

Profile
Backend engineer who likes boring systems that stay up.

Experience

Senior Backend Engineer, Harbourline Logistics
March 2021 – Present
- Designed and run the booking platform: a dozen Django services behind Nginx, all of them on Kubernetes.
- Moved the ledger from MySQL to PostgreSQL without a maintenance window, and tuned the queries that were left.
- Replaced nightly batches with events on Kafka.
- Wrote the Terraform modules that every team now uses on AWS.

Backend Developer, Tidewater Maps
June 2016 – February 2021
- Built the REST APIs of the route planner in Python with Flask and Redis.
- Set up the delivery pipeline in GitLab CI; reviewed most of the code that went through it.

Education
BSc Mathematics, 2012 – 2016
""",
    """Senior Backend Engineer

About us
We move containers, the steel ones.

Requirements
- 5+ years of Python
- Django or Flask
- PostgreSQL
- Experience with Kafka or RabbitMQ
- You have run services on Kubernetes
- REST APIs

Nice to have
- Terraform
- AWS
""",
    {
        "Python, 5+ years": ("met", "named", "older_job"),
        "Django or Flask": ("met", "named", "recent_job"),
        "PostgreSQL": ("met", "named", "recent_job"),
        "Apache Kafka or RabbitMQ": ("met", "named", "recent_job"),
        "Kubernetes": ("met", "named", "recent_job"),
        "REST APIs": ("met", "named", "older_job"),
        "Terraform": ("met", "named", "recent_job"),
        "AWS": ("met", "named", "recent_job"),
    },
    (90, 100),
    "A strong match, nothing is missing.",
)

HOPELESS = (
    """Tom Achterberg

About me
Graphic designer with an eye for type.

Work experience

Designer, Studio Paperwing, 2018 - 2024
- Brand books, posters and packaging for small publishers.
- Kept the studio's WordPress site up to date.

Skills
InDesign, Illustrator, HTML
""",
    """Platform Engineer

What you bring
- At least 4 years of experience with Go
- Kubernetes and Docker
- Terraform
- Prometheus or Datadog
- Linux

Bonus points
- Rust
""",
    {
        "Go, 4+ years": ("missing", "none", "none"),
        "Kubernetes": ("missing", "none", "none"),
        "Docker": ("missing", "none", "none"),
        "Terraform": ("missing", "none", "none"),
        "Prometheus or Datadog": ("missing", "none", "none"),
        "Linux": ("missing", "none", "none"),
        "Rust": ("missing", "none", "none"),
    },
    (0, 0),
    "A long way to go; close ",
)

CHANGER = (
    """# Amara Okonjo

## Summary
Physics teacher turning into a developer. I want to learn Kubernetes next.

## Projects

### Lab diary (2025)
- A Flask application on SQLite, in use at two schools; unit tests with pytest, built by GitHub Actions.

### Star chart
- A page in JavaScript that draws tonight's sky.

## Experience

### Physics teacher, Northgate School
*Sep 2014 – Jul 2025*

- Taught classes of thirty, and mentored new colleagues.

## Courses
- SQL for data analysis, Coursera, 2024

## Skills
Git, Docker
""",
    """Junior Python Developer

Your profile
- 2 years of Python
- Django
- SQL, ideally PostgreSQL
- Git
- JavaScript or TypeScript

Would be nice
- Docker
- Kubernetes
- CI/CD
""",
    {
        "Python, 2+ years": ("met", "implied", "project"),
        "Django": ("partly", "related", "project"),
        "SQL": ("met", "implied", "project"),
        "Git": ("met", "implied", "project"),
        "JavaScript or TypeScript": ("met", "named", "project"),
        "PostgreSQL": ("partly", "related", "project"),
        "Docker": ("met", "named", "listed"),
        "Kubernetes": ("missing", "none", "none"),
        "CI/CD": ("met", "implied", "project"),
    },
    (50, 75),
    "You can apply",
)

STACK_ONLY = (
    """Lena Brandt

EXPERIENCE

Client: Regional Savings Bank                 Jan 2022 - Till Date
Role: Java Developer
• Developed payment services with Spring Boot.
• Wrote unit tests.
Environment: Java 17, Oracle, Jenkins.

Client: Northern Insurance                 Feb 2017 - Dec 2021
Role: Developer
• Maintained the claims portal.
Environment: PHP, MySQL.
""",
    """Software people

Who we are
A small team that builds tools for libraries. We like tea.

Our stack
Java, Kotlin, PostgreSQL, Jenkins, MySQL
""",
    {
        "Java": ("met", "named", "recent_job"),
        "Kotlin": ("partly", "related", "recent_job"),
        "PostgreSQL": ("partly", "related", "recent_job"),
        "Jenkins": ("met", "named", "recent_job"),
        "MySQL": ("met", "named", "older_job"),
    },
    None,
    "This posting asks for nothing that can be scored",
)

PAIRS = {"perfect": PERFECT, "hopeless": HOPELESS, "career changer": CHANGER, "stack only": STACK_ONLY}
Verdicts = dict[str, tuple[str, str, str]]


def found(report: GapReport) -> Verdicts:
    return {v.requirement.label: (v.verdict, v.via, v.strength) for v in (*report.verdicts, *report.context)}


@pytest.mark.parametrize(("resume", "posting", "verdicts", "score", "headline"), PAIRS.values(), ids=PAIRS)
class TestEveryPair:
    def test_the_verdicts_line_by_line(
        self, resume: str, posting: str, verdicts: Verdicts, score: object, headline: str, analyzer: Analyzer
    ) -> None:
        report = analyzer.compare(resume, posting)
        assert {label: seen for label, seen in found(report).items() if label in verdicts} == verdicts
        assert {v.requirement.label for v in report.verdicts} <= set(verdicts)

    def test_the_score(
        self, resume: str, posting: str, verdicts: Verdicts, score: tuple[int, int] | None, headline: str, analyzer: Analyzer
    ) -> None:
        report = analyzer.compare(resume, posting)
        if score is None:
            assert report.score is None
        else:
            assert report.score is not None
            assert score[0] <= report.score <= score[1]
        assert report.headline.startswith(headline)

    def test_every_quote_stands_in_its_document(
        self, resume: str, posting: str, verdicts: Verdicts, score: object, headline: str, analyzer: Analyzer
    ) -> None:
        report = analyzer.compare(resume, posting)
        for verdict in report.verdicts:
            for quote in verdict.quotes:
                text = resume if quote.document == "resume" else posting
                assert " ".join(text[quote.start : quote.end].split()) in quote.text


def test_what_one_wants_to_learn_is_a_gap_to_close(analyzer: Analyzer) -> None:
    report = analyzer.compare(CHANGER[0], CHANGER[1])
    steps = [step.skill.name for step in report.plan.steps]
    assert {"Django", "PostgreSQL", "Kubernetes"} <= set(steps)
    assert not {"Python", "SQL", "Git", "Docker"} & set(steps)


def test_a_hopeless_case_is_told_where_to_begin(analyzer: Analyzer) -> None:
    steps = analyzer.compare(HOPELESS[0], HOPELESS[1]).plan.steps
    order = [step.skill.name for step in steps]
    assert order.index("Linux") < order.index("Docker") < order.index("Kubernetes")
    assert "Datadog" in order or "Prometheus" in order
    assert all(step.reason for step in steps)


def test_a_perfect_fit_has_nothing_to_learn(analyzer: Analyzer) -> None:
    assert analyzer.compare(PERFECT[0], PERFECT[1]).plan.steps == ()
