"""What the taxonomy knows of how two skills of one list stand to each other: of one kind, or one the ground of the other.

In: two skills. Out: yes or no, or a share. What follows from it for a list is told in `choices` and `instead`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from skillgap.extraction.data import rules
from skillgap.model import Skill


def share(left: Skill, right: Skill) -> float:
    """What carries over between two skills (0-1), the greater of the two directions."""
    return max(left.share_from(right.id) or 0.0, right.share_from(left.id) or 0.0)


def alike(left: Skill, right: Skill) -> bool:
    """Whether two skills are things of one kind, so that one may be offered for the other: substitutes, what one idea covers
    (Prometheus and Datadog), two of one family (languages). What builds on the other is none: SQL and PostgreSQL."""
    if share(left, right):
        return True
    if left.id in right.implies or right.id in left.implies:
        return False
    if not set(left.broader).isdisjoint(right.broader):
        return True
    return any(family & _kinds(left) and family & _kinds(right) for family in _families())


def is_ground(skill: Skill, other: Skill) -> bool:
    """Whether another skill builds on this one, is a kind of it, or what it is done on: Java and Spring Boot, message queues and
    Kafka, Linux administration and Debian. A substitute does not: JavaScript and TypeScript. Nor does a trade on another: DevOps
    and site reliability engineering."""
    if share(skill, other) or {skill.id, other.id} <= _trades():
        return False
    if skill.id in other.implies or skill.id in other.broader:
        return True
    if skill.kind == "practice" and not set(skill.implies).isdisjoint(other.implies):
        return True
    return skill.category == "languages" != other.category and skill.id in other.prerequisites


def is_stack(skills: Sequence[Skill]) -> bool:
    """Whether one of these builds on all the others: Java, Spring Boot."""
    return any(all(other == skill or is_ground(other, skill) for other in skills) for skill in skills)


def is_part(skill: Skill, owner: Skill) -> bool:
    """Whether what a bracket behind a name holds is what that name is about: "Java (Spring)", "MySQL (MariaDB)"."""
    return is_ground(owner, skill) or alike(owner, skill)


def any_alike(left: Sequence[Skill], right: Sequence[Skill]) -> bool:
    """Whether something of one list is like something of another."""
    return any(alike(a, b) for a in left for b in right)


def _kinds(skill: Skill) -> set[str]:
    return {skill.id, skill.category, *skill.broader}


@cache
def _families() -> tuple[frozenset[str], ...]:
    """What is of one kind though the taxonomy has no word for the kind: ids of skills, of what covers them, and categories."""
    return tuple(frozenset(rule["names"]) for rule in rules("connectors", "skillgap.posting") if "family" in rule)


@cache
def _trades() -> frozenset[str]:
    """What people work as; one may cover another, but none is asked for as the ground of it."""
    return frozenset(name for rule in rules("connectors", "skillgap.posting") if "trades" in rule for name in rule["trades"])
