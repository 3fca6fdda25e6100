"""What is odd about a posting itself: more years than a technology exists, a thing asked and not needed, too many must-haves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from skillgap.model import Level, Notice, Requirement, Skill

MANY = 20
"""More must-haves than this are remarked on."""


def too_young(requirements: Sequence[Requirement], today: date) -> Iterable[Notice]:
    """More years asked for than anybody can have, counted from the first of January of the year of release."""
    for requirement in requirements:
        possible = [today.year + 1 - (skill.released or 0) for skill in requirement.any_of]
        if requirement.min_years and requirement.level in {"required", "preferred"} and requirement.min_years > max(possible):
            names = " and ".join(f"{skill.name} ({skill.released})" for skill in requirement.any_of)
            yield Notice(
                "impossible-years",
                f"the posting asks for {requirement.min_years:g} years of what is younger: {names}",
                remedy="no candidate can have them; ask what is meant",
            )


def odd(requirements: Sequence[Requirement], found: Sequence[Requirement]) -> Iterable[Notice]:
    """What contradicts itself in all that was found, and a list of must-haves that is too long."""
    levels: dict[Skill, set[Level]] = defaultdict(set)
    for requirement in found:
        for skill in requirement.any_of:
            levels[skill].add(requirement.level)
    for skill, seen in levels.items():
        if "negated" in seen and seen & {"required", "preferred"}:
            yield Notice(
                "contradiction", f"the posting asks for {skill.name} and says that it is not needed", remedy="ask which holds"
            )
    must = sum(r.level == "required" for r in requirements)
    if must > MANY:
        yield Notice(
            "many-musts", f"the posting has {must} must-haves", "info", "few people have them all; the first ones matter most"
        )
