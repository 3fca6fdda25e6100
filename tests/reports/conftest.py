"""Reports made by hand: full as in the design, one without a score, an empty one, one of hostile documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skillgap.model import (
    Condition,
    GapReport,
    Hint,
    LearningPlan,
    LearningStep,
    Level,
    Notice,
    Provenance,
    Quote,
    Requirement,
    Resource,
    Skill,
    Strength,
    Unbacked,
    Unknown,
    Unplanned,
    Verdict,
    VerdictKind,
    Via,
)

HOSTILE = (
    "\x1b[31mred\x1b[0m \x1b]0;owned\x07title \x9b2J\x08\x00 \u202eright-to-left\u202c \u2066\ufeff\ud800 "
    "# head | `code` **bold** [a](javascript:alert(1)) <script>alert(1)</script> <img src=http://evil.test/x> "
    "https://evil.test www.evil.test {{ 7*7 }} [bold red]x[/]"
)

MADE = Provenance("1.0.0", "0123456789abcdef0123", "posting.html", "cv.pdf", "2026-10-14")


def skill(name: str, **more: object) -> Skill:
    """A technology of that name."""
    return Skill(name.lower().replace(" ", "-"), name, "technology", "databases", "databases", **more)  # type: ignore[arg-type]


def asked(*names: str, level: Level = "required", quote: str = "", min_years: float | None = None) -> Requirement:
    """A requirement for one of the named skills."""
    words = quote or f"Solid {' or '.join(names)}"
    return Requirement(tuple(map(skill, names)), level, words, 0, len(words), min_years=min_years)


def marked(text: str, name: str) -> tuple[int, int] | None:
    """Where a name stands in a text."""
    at = text.find(name)
    return (at, at + len(name)) if at >= 0 else None


def judged(
    requirement: Requirement,
    verdict: VerdictKind,
    points: float,
    of: float,
    *,
    reason: str,
    via: Via = "named",
    strength: Strength = "recent_job",
    path: tuple[str, ...] = (),
    seen: str = "",
    place: str = "experience",
    page: int | None = 1,
    months: int | None = None,
    last_used: str | None = None,
) -> Verdict:
    """A verdict with the posting's words and, where there are any, the résumé's."""
    first = requirement.any_of[0]
    quotes = [Quote("posting", requirement.quote, 0, len(first.name), mark=marked(requirement.quote, first.name))]
    if seen:
        name = (path or (first.name,))[0]
        quotes.append(Quote("resume", seen, 0, len(name), place, page, marked(seen, name)))
    skills = tuple(map(skill, path)) or (() if via == "none" else (first,))
    return Verdict(requirement, verdict, via, strength, first, skills, tuple(quotes), reason, months, last_used, None, points, of)


def missing(requirement: Requirement, of: float, reason: str = "not shown") -> Verdict:
    """A verdict that nothing was found."""
    return judged(requirement, "missing", 0, of, reason=reason, via="none", strength="none")


def free(title: str, url: str) -> Resource:
    """Documentation that costs nothing."""
    return Resource(title, url, "docs", "free", "stored")


def full_report() -> GapReport:
    """The sample of the design: every part of a report, a sum of 71.5."""
    verdicts = (
        judged(
            asked("Python", min_years=3, quote="At least three years of professional Python"),
            "met", 11, 11, reason="named in a recent job", months=62, last_used="2026-10",
            seen="built the ledger service in Python", place="experience",
        ),
        judged(
            asked("PostgreSQL", "MySQL", quote="You are at home in PostgreSQL or MySQL"),
            "met", 11, 11, reason="MySQL, recent job", via="alternative", path=("MySQL",), months=29, last_used="2026-10",
            seen="sharded MySQL to 40 nodes with no downtime",
        ),
        judged(
            asked("REST", quote="You design REST APIs that last"),
            "met", 10, 11, reason="implied by FastAPI", via="implied", path=("FastAPI", "REST"), seen="12 FastAPI services",
        ),
        judged(
            asked("Kafka", quote="Event streaming with Kafka"),
            "partly", 6.5, 11, reason="RabbitMQ carries 60 %", via="related", path=("RabbitMQ", "Kafka"),
            seen="RabbitMQ for settlement events",
        ),
        missing(asked("Kubernetes", quote="You run your own services on Kubernetes"), 11),
        judged(
            asked("Git", quote="Everything we do goes through Git and code review"),
            "met", 11, 11, reason="named in a recent job", months=62, last_used="2026-10",
            seen="Moved four teams from Subversion to Git", page=2,
        ),
        judged(
            asked("Docker", quote="Docker for development and delivery"),
            "met", 6, 8, reason="only in a list", strength="listed", seen="Docker, Linux, Bash, Postgres", place="skills", page=2,
        ),
        judged(
            asked("Go", quote="Go for the hot paths"), "unsure", 0, 4,
            reason="may be the verb", via="none", strength="none",
        ),
        judged(
            asked("SQL", quote="SQL beyond the ORM"), "met", 8, 8, reason="implied by MySQL", via="implied",
            path=("MySQL", "SQL"), seen="sharded MySQL to 40 nodes with no downtime",
        ),
        judged(
            asked("Linux", level="preferred", quote="Comfortable on Linux"),
            "met", 8, 8, reason="named in an older job", strength="older_job", months=14, last_used="2021-03",
            seen="ran 30 Linux servers", page=2,
        ),
        missing(asked("Terraform", level="preferred", quote="Terraform is a plus"), 2),
        missing(asked("Prometheus", "Grafana", level="preferred", quote="Bonus: Prometheus, Grafana"), 2),
        missing(asked("GraphQL", level="preferred", quote="Some GraphQL would help, though we have little of it left"), 2),
    )  # fmt: skip
    context = (
        judged(asked("Redis", level="context"), "met", 0, 0, reason="named in a project", strength="project", seen="Redis cache"),
        missing(asked("Sentry", level="context"), 0),
        missing(asked("Elasticsearch", level="context"), 0),
    )
    steps = (
        LearningStep(
            skill("Docker basics"), (10, 10), 0, "needed for Kubernetes",
            (free("Docker: get started", "https://docs.docker.com/get-started/"),),
            "Put one of your services into an image under 100 MB.",
        ),
        LearningStep(
            skill("Kubernetes"), (25, 25), 11, "asked as required",
            (free("Learn Kubernetes Basics", "https://kubernetes.io/docs/tutorials/kubernetes-basics/"),),
            "Run that image with two replicas, a probe and a rolling update.",
        ),
        LearningStep(
            skill("Kafka"), (10, 15), 4.5, "you know RabbitMQ",
            (free("Designing Event-Driven Systems", "https://www.confluent.io/designing-event-driven-systems/"),),
        ),
        LearningStep(skill("GraphQL"), None, 2, "a plus", ()),
    )  # fmt: skip
    return GapReport(
        title="Backend Engineer (Payments)",
        score=71.5,
        certainty=0.94,
        verdicts=verdicts,
        context=context,
        not_needed=(asked("PHP", level="negated", quote="No PHP needed"),),
        hints=(
            Hint(
                skill("PostgreSQL"),
                Quote("resume", "Postgres", 0, 8, "skills", 2),
                Quote("posting", "PostgreSQL", 0, 10),
            ),
        ),
        conditions=(
            Condition("degree", "degree in computer science", 0, 26),
            Condition("permit", "EU work permit", 30, 44),
        ),
        plan=LearningPlan(
            steps,
            (
                Unplanned(asked("Communication"), "hours do not teach it"),
                Unplanned(asked("Databases"), "too broad for one step"),
                Unplanned(asked("Teamwork"), "hours do not teach it"),
            ),
        ),
        warnings=(Notice("two_columns", "the résumé has two columns", "info", "compare the text with `skillgap read`"),),
        unknown=(Unknown(0, 14, "Temporal Cloud", "requirements"),),
        provenance=MADE,
        headline="You can apply; close Kubernetes first (+11, ~25 h).",
        unbacked=(Unbacked(skill("Docker"), "listed", 2.0), Unbacked(skill("Helm"), "claimed", 0.8)),
    )


def empty_report() -> GapReport:
    """Nothing in it but what a report must have."""
    return GapReport("", None, None, (), (), (), (), (), LearningPlan(), (), (), Provenance("", "", "", "", ""))


def unscored_report() -> GapReport:
    """A posting that names a stack and asks nothing."""
    why = "Not scored: the posting asks for nothing that we can score."
    return replace(full_report(), score=None, certainty=None, verdicts=(), plan=LearningPlan(), headline=why)


def hostile_report(text: str = HOSTILE) -> GapReport:
    """Every text of the two documents, and of a taxonomy, is `text`."""
    full = full_report()
    bad = skill(text, aliases=(text,))
    quote = Quote("resume", text, 0, 5, text, 1, (3, len(text) // 2))
    requirement = replace(asked("x"), any_of=(bad,), quote=text)
    verdict = replace(
        full.verdicts[0],
        requirement=requirement, skill=bad, path=(bad,), quotes=(replace(quote, document="posting"), quote), reason=text,
        last_used=text, points=50.0, of_points=100.0,
    )  # fmt: skip
    resources = (
        Resource(text, "javascript:alert(1)", "docs", text, text),
        Resource(text, f"https://ok.test/{text}", "docs", text, text),
        Resource(text, "https://[broken", "docs", text, text),
    )
    return GapReport(
        title=text,
        score=50.0,
        certainty=1.0,
        verdicts=(verdict, replace(verdict, verdict="missing", points=0.0, of_points=0.0)),
        context=(verdict,),
        not_needed=(requirement,),
        hints=(Hint(bad, quote, quote),),
        conditions=(Condition(text, text, 0, 1),),
        plan=LearningPlan((LearningStep(bad, (1, 2), 1.0, text, resources, text),), (Unplanned(requirement, text),)),
        warnings=(Notice(text, text, "serious", text),),
        unknown=(Unknown(0, 1, text, text),),
        provenance=Provenance(text, text, text, text, text),
        headline=text,
        unbacked=(Unbacked(bad, "listed", 1.0),),
    )


@pytest.fixture
def full() -> GapReport:
    return full_report()


@pytest.fixture
def empty() -> GapReport:
    return empty_report()


@pytest.fixture
def unscored() -> GapReport:
    return unscored_report()


@pytest.fixture
def hostile() -> GapReport:
    return hostile_report()
