"""Where what would do instead belongs: "Spring, PostgreSQL or similar (Quarkus, MySQL)" asks for two things, each with a choice.

In: a list of names, and what would do instead. Out: its choices. What is like what, the taxonomy says.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from skillgap.model import Skill
from skillgap.posting.choices import Choice, choices
from skillgap.posting.kinship import share

INSTEAD = frozenset({"instead", "offered"})
"""Links behind which stands what would do instead."""
_SAME_CATEGORY = 0.01
"""Likeness of two skills of which nothing carries over but that are of one category; less than any share."""


def with_instead(
    named: Choice, instead: Sequence[int], links: Sequence[str], skills: Sequence[Skill], *, closed: bool
) -> list[Choice]:
    """The choices of a list and of what would do instead of something in it, each of `instead` in the one that has what it is
    most like.

    Behind "or similar" the list is one choice, unless what would do instead is like several of its items that have nothing to do
    with each other. What is like nothing belongs to the last choice where a bracket encloses it (`closed`). Without a bracket,
    only the first of `instead` does; of the others, those from which nothing carries over are asked for besides. A clause of its
    own ("MySQL is fine too") speaks of one item of the list; of items that it is as like, of the nearest.
    """
    apart = choices(named, links, skills)
    clause = links[named[-1]] == "offered"
    homes: dict[int, Choice] = {}
    for index in instead:
        likeness = [_likeness(index, choice, skills) for choice in apart]
        most = max(likeness)
        if most and (closed or index == instead[0] or most > _SAME_CATEGORY):
            place = len(apart) - 1 - likeness[::-1].index(most) if clause else likeness.index(most)
            homes[index] = apart[place]
    several = clause or any(not _carries_over(a, b, skills) for a, b in combinations(homes.values(), 2) if a is not b)
    result = [list(choice) for choice in (apart if several else choices(named, links, skills, open_end=True))]
    for index in instead:
        if index in homes:
            next(choice for choice in result if homes[index][0] in choice).append(index)
        elif closed or index == instead[0]:
            result[-1].append(index)
        else:
            result.append([index])
    return list(result)


def _likeness(index: int, choice: Choice, skills: Sequence[Skill]) -> float:
    """How much a skill is like what is most like it of a choice (0-1)."""
    skill = skills[index]
    return max(
        share(skill, other) or _SAME_CATEGORY * (skill.category == other.category) for other in map(skills.__getitem__, choice)
    )


def _carries_over(left: Choice, right: Choice, skills: Sequence[Skill]) -> bool:
    """Whether two choices are of one kind."""
    return any(share(skills[a], skills[b]) for a in left for b in right)
