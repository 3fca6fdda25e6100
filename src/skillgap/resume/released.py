"""What the release of a technology takes from the times of its use: nobody used one before it was released.

In: a skill, the job in which it stands, and what the résumé tells of when it was used. Out: the times that are left.
"""

from __future__ import annotations

from datetime import date

from skillgap.model import Entry, Period, Sighting, Skill
from skillgap.resume.dates import months_between


def since_release(skill: Skill, entry: Entry | None, within: tuple[Period, ...] | None) -> tuple[Period, ...] | None:
    """The times of a skill in an entry, without what was before the skill was released."""
    if entry is None or entry.kind != "job" or skill.released is None:
        return within
    times = entry.periods if within is None else within
    first = date(skill.released, 1, 1)
    if all(begun >= first for begun, _ in times):
        return within
    return tuple((max(begun, first), ended) for begun, ended in times if ended >= first)


def was_cut(sighting: Sighting, told: tuple[Period, ...] | None) -> bool:
    """Whether the release of a skill took months from a sighting. `told`: the times that the résumé itself tells of it."""
    return sighting.within is not None and sighting.within != told


def months_since_release(skill: Skill, today: date) -> int:
    """The most months for which somebody can have used a skill."""
    return months_between(date(skill.released or 1, 1, 1), today)
