"""Units with the years that what stands before them asks for: items below a head, a sentence that tells of what years were asked
for in a kind of things, and an item that tells what a part of those in the item before was spent with.

In: units, the text, and the technologies named in it. Out: the units, some with years.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from skillgap.extraction.durations import NUMBER, YEARS, value
from skillgap.extraction.years import ONE_OF_A_KIND
from skillgap.model import Mention, Skill, Unit
from skillgap.posting.kinship import alike

_YEARS_OF_ALL = re.compile(
    rf"\W*(?:(?:must|should) have |(?:a )?minimum (?:of )?|at least )?{YEARS.pattern}(?: of)?(?: [\w-]+){{0,3}}?"
    r" (?:with|in|using|of)(?: (?:each|all)(?: of)?)?(?: (?:the following|these)(?: \w+){0,2}?)?(?: (?:is|are) required)? ?:",
    re.IGNORECASE,
)
"""Heads a list of which each item is asked for so long: "2 years of experience with each of the following:"."""
_YEARS_OF_ONE = re.compile(
    rf"\W*(?:[a-z-]+ ){{0,3}}?{YEARS.pattern}(?: of)?(?: [\w-]+){{0,3}}?"
    rf" (?:with|in|using|of|on) (?P<one>{ONE_OF_A_KIND})\s*[.;]?",
    re.IGNORECASE,
)
"""Asks for years of one thing of a kind; which, the sentence behind it tells: "3+ years with a typed language."."""
_PART = re.compile(
    r"\W*(?:of (?P<first>those|these|them|which),? )?(?:(?:at least|min\.?|minimum|over) )?"
    rf"(?P<low>{NUMBER})(?P<unit>)\+? (?:years )?(?P<of>(?:of (?:those|these|them|which)|thereof) )?"
    r"(?:(?:should|have|has|been|being|spent|were) ){0,3}(?:with|in|on|using|writing) ",
    re.IGNORECASE,
)
"""Begins an item that tells of years which the one before asks for: "3 of those with Kotlin", and "1 with Ktor" behind it."""
_OFFERS = re.compile(r"\b(?:or|but|ideally|preferably|whichever)\b|\w/\w", re.IGNORECASE)
"""Stands between names of one kind that are offered."""
_ADDS = re.compile(r"\band\b|&", re.IGNORECASE)
_CATEGORIES = (
    (re.compile(r"\blanguage$", re.IGNORECASE), "languages"),
    (re.compile(r"\b(?:database|store|warehouse)$", re.IGNORECASE), "databases"),
)
"""What kinds of things are called, and the categories that hold them."""


def with_years(units: Iterable[Unit], text: str, technologies: Sequence[Mention]) -> list[Unit]:
    """The units; items right below a head that asks for years have those, where none stand beside them, and so has a sentence
    that tells of what years were asked for right before it."""
    result: list[Unit] = []
    years = 0.0
    for unit in units:
        unit = _with_part_of(_with_years_before(unit, result, text, technologies), result, text)
        if unit.kind != "item" or (result and "\n\n" in text[result[-1].end : unit.start]):
            head = _YEARS_OF_ALL.fullmatch(text, unit.start, unit.end) if text[unit.end - 1] == ":" else None
            years = value(head) if head else 0.0
        elif years and not unit.years:
            unit = replace(unit, years=years)
        result.append(unit)
    return result


def _with_years_before(unit: Unit, before: Sequence[Unit], text: str, technologies: Sequence[Mention]) -> Unit:
    """A unit with the years that the sentence before it asks for in a kind of things, if this one offers some: "3+ years with a
    typed language. Go is what we use, but Rust people are welcome too"."""
    if not before or unit.years or text[before[-1].end : unit.start].strip(" "):
        return unit
    asked = _YEARS_OF_ONE.fullmatch(text, before[-1].start, before[-1].end)
    if not asked or not _OFFERS.search(text, unit.start, unit.end) or _ADDS.search(text, unit.start, unit.end):
        return unit
    first, last = (bisect_left(technologies, place, key=attrgetter("start")) for place in (unit.start, unit.end))
    named = [mention.skill for mention in technologies[first:last]]
    return replace(unit, years=value(asked)) if _are_of_kind(asked["one"], named) else unit


def _with_part_of(unit: Unit, before: Sequence[Unit], text: str) -> Unit:
    """A unit with the years that it tells to be a part of those in the line before: "5 years in backend roles", "3 of those with
    Kotlin or Java". The next ones go on without "of those": "1 with Ktor"."""
    if not before or unit.years or text[before[-1].end : unit.start].strip(" ") != "\n":
        return unit
    part = _PART.match(text, unit.start, unit.end)
    if part is None or YEARS.search(text, unit.start, unit.end):
        return unit
    last = before[-1]
    goes_on = last.years and _PART.match(text, last.start, last.end)
    whole = (part["of"] or part["first"]) and YEARS.search(text, last.start, last.end)
    return replace(unit, years=value(part)) if goes_on or whole else unit


def _are_of_kind(kind: str, skills: Sequence[Skill]) -> bool:
    """Whether technologies are things of the kind that words name; of a kind without a category, several that are alike."""
    category = next((category for words, category in _CATEGORIES if words.search(kind)), None)
    if category is not None:
        return bool(skills) and all(skill.category == category for skill in skills)
    return len(skills) > 1 and all(alike(a, b) for a, b in pairwise(skills))
