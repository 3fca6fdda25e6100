"""What is odd about a posting itself: more years than a technology exists, a thing asked and not needed, too many must-haves, and
words that may ask for something or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from skillgap.model import Extraction, Level, Notice, Requirement, Skill, Unit, Unsure

ASKS_NOTHING = frozenset({"about", "benefits", "process", "negated", "unwanted"})
"""Sections in which an ambiguous word is no question."""
ASKS = frozenset({"required", "preferred"})
"""Sections in which a name that is no technology may be meant as well."""
WIDTH = 60
"""Characters of a quote."""
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


def in_doubt(extraction: Extraction) -> Iterable[Notice]:
    """The ambiguous words that nothing decides: they count nowhere, so a person has to see them. A clear name is none, nor is a
    word in the wording of a heading ("Essential functions")."""
    clear = {mention.skill.id for mention in extraction.mentions}
    doubts: dict[Skill, str] = {}
    for word in extraction.unsure:
        skill = word.skill
        vague = skill.generic or skill.kind == "soft" or (skill.kind != "technology" and word.section not in ASKS)
        if skill.id in clear or vague or word.section in ASKS_NOTHING:
            continue
        unit = _unit_around(extraction, word.start, word.end)
        if not (unit and unit.kind == "heading" and _says_more(extraction, unit, word)):
            doubts.setdefault(skill, _around(extraction, unit, word.start, word.end))
    if doubts:
        named = ", ".join(f'{skill.name} ("{quote}")' for skill, quote in doubts.items())
        yield Notice(
            "in-doubt", f"in doubt, not counted: {named}", remedy="if it is asked, write it in the file of `skillgap posting`"
        )


def _unit_around(extraction: Extraction, start: int, end: int) -> Unit | None:
    return next((unit for unit in extraction.units if unit.start <= start and end <= unit.end), None)


def _says_more(extraction: Extraction, unit: Unit, word: Unsure) -> bool:
    """Whether a unit has words beside that one."""
    text = extraction.readable
    return any(map(str.isalpha, text[unit.start : word.start] + text[word.end : unit.end]))


def _around(extraction: Extraction, unit: Unit | None, start: int, end: int) -> str:
    """The words around `[start, end)` in its sentence, on one line."""
    first, last = (unit.start, unit.end) if unit else (start, end)
    room = max(0, WIDTH - (end - start)) // 2
    left, right = max(first, start - room), min(last, end + room)
    words = " ".join(extraction.readable[left:right].split()).strip("-*•·#| ")
    return f"{'…' if left > first else ''}{words}{'…' if right < last else ''}"
