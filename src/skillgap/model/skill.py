"""A skill as the taxonomy describes it. The YAML schema is in `skillgap.taxonomy.schema`; these are its frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

SkillKind = Literal["technology", "concept", "practice", "soft"]
Case = Literal["any", "capital", "upper", "exact", "own"]

AREAS: tuple[str, ...] = (
    "languages",
    "frameworks",
    "databases",
    "apis",
    "servers",
    "version-control",
    "security",
    "devops",
    "problem-solving",
    "communication",
    "learning",
    "frontend",
)
"""The top level of the taxonomy: the eleven areas of backend work, and the basics of the frontend."""


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to learn from. `seen` says where the address was met; none is written from memory."""

    title: str
    url: str
    kind: str
    cost: str
    seen: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A substitute: `share` (0-1) of what one knows of it carries over to the skill that holds this value."""

    skill_id: str
    share: float


@dataclass(frozen=True, slots=True)
class MatchRule:
    """When a weak form (an ambiguous name) is taken as the skill, and a clear one in `doubt`. See docs/taxonomy.md for the order
    of the tests."""

    case: Case = "any"
    doubt: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    in_list: bool = True
    near: bool = True
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Skill:
    """One skill. Two are the same if their ids are.

    `related` holds what carries over *to* this skill, both directions of a symmetric pair written out.
    `hours` is the (low, high) number of hours to working knowledge for someone who has the prerequisites.
    """

    id: str
    name: str
    kind: SkillKind
    area: str
    category: str
    aliases: tuple[str, ...] = field(default=(), repr=False)
    typos: tuple[str, ...] = field(default=(), repr=False)
    weak: tuple[str, ...] = field(default=(), repr=False)
    match: MatchRule = field(default=MatchRule(), repr=False)
    broader: tuple[str, ...] = field(default=(), repr=False)
    implies: tuple[str, ...] = field(default=(), repr=False)
    prerequisites: tuple[str, ...] = field(default=(), repr=False)
    related: tuple[Related, ...] = field(default=(), repr=False)
    generic: bool = field(default=False, repr=False)
    released: int | None = field(default=None, repr=False)
    hours: tuple[int, int] | None = field(default=None, repr=False)
    proof: str | None = field(default=None, repr=False)
    resources: tuple[Resource, ...] = field(default=(), repr=False)
    external: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Skill) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.name

    def share_from(self, skill_id: str) -> float | None:
        """The share (0-1) that carries over from `skill_id` to this skill, or None."""
        return next((r.share for r in self.related if r.skill_id == skill_id), None)
