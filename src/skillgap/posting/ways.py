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
_SINGLE = frozenset({"list", *_TOGETHER})
"""Joins what is asked for one by one."""
_WITH = frozenset({"with", "using", "on"})
"""Joins a name with what is used with it."""


def ways(links: Sequence[str], gaps: Sequence[str], skills: Sequence[Skill]) -> list[list[int]] | None:
    """The choices (skills by index) of a list that holds nothing but ways; see the module."""
    if "or" not in links or len(skills) < 3:
        return None
    besides = _besides(links, gaps, skills)
    if not _SINGLE.issuperset(links[besides:]):
        return None
    sides, apart = [[0]], []
    for index, (means, gap) in enumerate(zip(links[:besides], gaps[:besides], strict=True)):
        if means == "or":
            sides.append([])
            apart.append("," in gap)
        elif means not in _TOGETHER and gap.strip() not in _WITH:
            return None
        sides[-1].append(index + 1)
    if len({*map(len, sides)}) == 1 and len(sides[0]) > 1:
        found = _by_place(sides, skills, apart=all(apart))
    else:
        found = _with_each(*sides, skills=skills) if len(sides) == 2 and apart[0] else None
    return found and [*found, *([index] for index in range(besides + 1, len(skills)))]


def _besides(links: Sequence[str], gaps: Sequence[str], skills: Sequence[Skill]) -> int:
    """The link behind which stands what is asked for besides: the first "and" behind a comma and behind the last "or", where
    a comma sets off the ways too and what follows belongs to none: "Java and SQL, or Python, and Docker"."""
    last = len(links) - 1 - [*reversed(links)].index("or")
    if "," not in gaps[last]:
        return len(links)
    end = next((at for at in range(last + 1, len(links)) if links[at] in _TOGETHER and "," in gaps[at]), len(links))
    own = any(is_ground(skills[each], skills[end + 1]) for each in range(last + 1, end + 1)) if end < len(links) else False
    return len(links) if own else end


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
