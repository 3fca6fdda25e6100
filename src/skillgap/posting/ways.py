"""Ways that are several things at once: "Java and Spring Boot, or C# and ASP.NET Core", "Prometheus and Grafana, or Datadog".

In: what joins the names of a sentence, and their skills. Out: the choices that are asked for, or None where the sentence holds no
such ways. A requirement is a choice of single names, so that ways of the same length become one choice for each place in them,
and a way that is one name stands in a choice with each name of the other: nobody who goes one of the ways lacks anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from skillgap.model import Skill
from skillgap.posting.choices import unique
from skillgap.posting.kinship import alike, is_ground

_TOGETHER = frozenset({"and", "also"})
_WITH = frozenset({"with", "using", "on"})
"""Joins a name with what is used with it."""


def ways(links: Sequence[str], gaps: Sequence[str], skills: Sequence[Skill]) -> list[list[int]] | None:
    """The choices (skills by index) of a list that holds nothing but ways; see the module."""
    if "or" not in links or len(skills) < 3:
        return None
    sides, apart = [[0]], []
    for index, (means, gap) in enumerate(zip(links, gaps, strict=True)):
        if means == "or":
            sides.append([])
            apart.append("," in gap)
        elif means not in _TOGETHER and gap.strip() not in _WITH:
            return None
        sides[-1].append(index + 1)
    if len({*map(len, sides)}) == 1 and len(sides[0]) > 1:
        return _by_place(sides, skills, apart=all(apart))
    return _with_each(*sides, skills=skills) if len(sides) == 2 and apart[0] else None


def _by_place(sides: Sequence[Sequence[int]], skills: Sequence[Skill], *, apart: bool) -> list[list[int]] | None:
    """A choice for each place in ways of one length, if they begin with things of one kind. `apart`: commas set them off; without
    them, an "or" between things of one kind joins only these."""
    if not all(alike(skills[a[0]], skills[b[0]]) for a, b in combinations(sides, 2)):
        return None
    if not apart and any(alike(skills[a[-1]], skills[b[0]]) for a, b in pairwise(sides)):
        return None
    return [list(unique(place, skills)) for place in zip(*sides, strict=True)]


def _with_each(first: Sequence[int], second: Sequence[int], *, skills: Sequence[Skill]) -> list[list[int]] | None:
    """A choice of a way that is one name with each name of the other way, if it is of one kind with the first of those."""
    lone, others = (first, second) if len(first) == 1 else (second, first)
    if len(lone) > 1 or not alike(skills[lone[0]], skills[others[0]]):
        return None
    if lone is first and not all(
        alike(skills[lone[0]], skills[each]) or is_ground(skills[others[0]], skills[each]) for each in others[1:]
    ):
        return None  # "Kafka, or RabbitMQ and Redis"
    return [list(unique(sorted((each, lone[0])), skills)) for each in others]
