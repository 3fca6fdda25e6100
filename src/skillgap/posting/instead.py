"""Where what would do instead belongs: "Spring, PostgreSQL or similar (Quarkus, MySQL)" asks for two things, each with a choice.

In: the choices among what was named, and what would do instead. Out: the choices with it. What is like what, the taxonomy says.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from skillgap.model import Skill
from skillgap.posting.choices import Choice
from skillgap.posting.kinship import share

_SAME_CATEGORY = 0.01
"""Likeness of two skills of which nothing carries over but that are of one category; less than any share."""


def with_instead(
    apart: Sequence[Choice], together: Sequence[Choice], instead: Sequence[int], skills: Sequence[Skill], *, closed: bool
) -> list[Choice]:
    """The choices, each of `instead` in the one that has what it is most like.

    What is like nothing belongs to the last choice where a bracket encloses it (`closed`). Without a bracket, only the first of
    `instead` does; of the others, those from which nothing carries over are asked for besides.

    Args:
        apart: the choices where each item of a list is asked for.
        together: the same where the list is one choice, which it is unless what would do instead is like several of its items
            that have nothing to do with each other.
    """
    homes: dict[int, Choice] = {}
    for index in instead:
        likeness, place = max((_likeness(index, choice, skills), -place) for place, choice in enumerate(apart))
        if likeness and (closed or index == instead[0] or likeness > _SAME_CATEGORY):
            homes[index] = apart[-place]
    several = any(not _carries_over(a, b, skills) for a, b in combinations(homes.values(), 2) if a is not b)
    choices = [list(choice) for choice in (apart if several else together)]
    for index in instead:
        if index in homes:
            next(choice for choice in choices if homes[index][0] in choice).append(index)
        elif closed or index == instead[0]:
            choices[-1].append(index)
        else:
            choices.append([index])
    return list(choices)


def _likeness(index: int, choice: Choice, skills: Sequence[Skill]) -> float:
    """How much a skill is like what is most like it of a choice (0-1)."""
    skill = skills[index]
    return max(
        share(skill, other) or _SAME_CATEGORY * (skill.category == other.category) for other in map(skills.__getitem__, choice)
    )


def _carries_over(left: Choice, right: Choice, skills: Sequence[Skill]) -> bool:
    """Whether two choices are of one kind."""
    return any(share(skills[a], skills[b]) for a in left for b in right)
