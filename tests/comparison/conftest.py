"""A small taxonomy, and postings and résumés as values, so that each way of the comparison can be made on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from skillgap.comparison import Options, compare
from skillgap.extraction.tokens import tokenize
from skillgap.model import (
    STRENGTHS,
    Document,
    Entry,
    Evidence,
    Extraction,
    GapReport,
    Level,
    Mention,
    Posting,
    Related,
    Requirement,
    Resume,
    Sighting,
    Skill,
    Strength,
    Unsure,
)
from skillgap.resume import months_of
from skillgap.taxonomy import Taxonomy

TODAY = date(2026, 11, 1)


def _skill(id: str, name: str, kind: str = "technology", **more: object) -> Skill:
    return Skill(id, name, kind, "databases", "databases", **more)  # type: ignore[arg-type]


SKILLS = {
    skill.id: skill
    for skill in (
        _skill("python", "Python", hours=(40, 80)),
        _skill("web", "web frameworks", "concept"),
        _skill("fastapi", "FastAPI", implies=("python",), broader=("web",), prerequisites=("python",), hours=(10, 20)),
        _skill("mysql", "MySQL", related=(Related("postgres", 0.7), Related("mariadb", 0.9)), hours=(20, 40)),
        _skill("postgres", "PostgreSQL", related=(Related("mysql", 0.7),), hours=(20, 40)),
        _skill("mariadb", "MariaDB", related=(Related("mysql", 0.9),)),
        _skill("kafka", "Kafka", related=(Related("rabbitmq", 0.6),), prerequisites=("queues",), hours=(20, 40)),
        _skill("rabbitmq", "RabbitMQ", related=(Related("kafka", 0.5),), broader=("queues",), hours=(12, 24)),
        _skill("queues", "message queues", "concept", hours=(4, 8)),
        _skill("docker", "Docker", prerequisites=("linux",), hours=(10, 20)),
        _skill("linux", "Linux", hours=(20, 40)),
        _skill("kubernetes", "Kubernetes", prerequisites=("docker",), hours=(40, 80)),
        _skill("go", "Go"),
        _skill("teamwork", "teamwork", "soft", hours=(10, 20)),
        _skill("testing", "testing", "concept", generic=True),
    )
}
NOTHING = Extraction(" " * 20, " " * 20, tokenize(" " * 20), "posting", "en", mentions=(), unsure=(), unknown=(), sections=())
SMALL = Taxonomy(SKILLS.values())


def job(begun: tuple[int, int] = (2020, 1), ended: tuple[int, int] = (2021, 12)) -> Entry:
    return Entry("job", 0, 1, "Developer, Acme", date(*begun, 1), date(*ended, 1))


ENDED = Entry("job", 0, 1, "Developer, Initech", None, date(2021, 12, 1))
UNDATED = Entry("job", 0, 1, "Developer, Foo")


def shows(skill_id: str, strength: Strength = "recent_job", *entries: Entry, months: int | None = None) -> Evidence:
    """Evidence with a sighting per entry, or one in a job that only says when it ended, or in none."""
    skill = SKILLS[skill_id]
    mention = Mention(0, 1, skill.name, skill, "exact", 1.0, "asserted", "experience", skill.name, "")
    place = ENDED if strength.endswith("job") else None
    sightings = tuple(Sighting(mention, strength, entry) for entry in entries or (place,))
    ended = [entry.ended for entry in entries if entry.ended]
    return Evidence(skill, strength, sightings, months_of(entries) if months is None else months, max(ended, default=None))


def resume(evidence: Iterable[Evidence] = (), entries: Iterable[Entry] = (), unsure: Iterable[str] = ()) -> Resume:
    words = tuple(Unsure(0, 1, SKILLS[name].name, SKILLS[name], "experience", "") for name in unsure)
    extraction = replace(NOTHING, kind="resume", unsure=words)
    return Resume(Document(" " * 20), tuple(entries), {e.skill.id: e for e in evidence}, extraction)


def asks(*names: str, level: Level = "required", **more: object) -> Requirement:
    return Requirement(tuple(SKILLS[name] for name in names), level, " or ".join(names), 0, 10, **more)  # type: ignore[arg-type]


def posting(*requirements: Requirement) -> Posting:
    return Posting(Document(" " * 20), "Developer", requirements, (), replace(NOTHING, requirements=requirements))


def judged(shown: Resume | Iterable[Evidence], *requirements: Requirement, options: Options | None = None) -> GapReport:
    """The report of a résumé (or of evidence alone) against requirements."""
    value = shown if isinstance(shown, Resume) else resume(shown)
    return compare(posting(*requirements), value, SMALL, today=TODAY, options=options)


def with_skill(value: Resume, evidence: Evidence) -> Resume:
    """The résumé with one skill more; what it shows already keeps its strongest sightings."""
    known = value.evidence.get(evidence.skill.id)
    if known:
        sightings = tuple(
            sorted({*known.sightings, *evidence.sightings}, key=lambda s: (STRENGTHS.index(s.strength), str(s.entry)))
        )
        entries = [s.entry for s in sightings if s.entry]
        evidence = replace(
            known,
            strength=min(known.strength, evidence.strength, key=STRENGTHS.index),
            sightings=sightings,
            months=max((m for m in (known.months, evidence.months, months_of(entries)) if m is not None), default=None),
        )
    return replace(value, evidence={**value.evidence, evidence.skill.id: evidence})
