"""Lists that ask though no heading says so: under a heading that nobody knows, or under none.

In: the units of a posting, and where it names technologies. Out: the units. Where nothing that a heading says to be required
names a technology, what stands in a list of which several items ask ("5+ years of Java", "Solid SQL", "You know Git") is required
too, if it has no verb of its own: "Docker and Git", "Some AWS". An item that says how much it is wanted ("Helm is a plus") is a
sign of such a list beside others, and so is one that is a choice and nothing else ("Go or Rust"): who tells what there is leaves
none. What is headed as the customers' asks for nothing. Behind
what a heading says to be the work or the company, more of them have to ask: a heading between the two that nobody knows ends
nothing; and in a list right before what is preferred or not needed, one is enough. The words of a sentence still decide before
this does (`levels`); what an item says by its form is told in `items`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from skillgap.extraction.run_in import asks
from skillgap.extraction.units import behind_bullet
from skillgap.model import Unit
from skillgap.posting.items import begins_asking, begins_telling, is_choice, is_held, is_perk, is_rated, tells_of_others
from skillgap.posting.levels import ASKING

SEVERAL = 2
"""So many items of a list have to ask for something ..."""
CLEARLY = 3
"""... or so many, where what stands there is said to be the work or the company: a heading between may be unknown ..."""
SHARE = 5
"""... and one of so many of them, for the others to do so as well."""
_UNTOLD = frozenset({"opening", "other"})
"""Sections of which no heading says what they are."""
_BEHIND_MUSTS = frozenset({"preferred", "negated"})
"""What stands behind musts: a list right before one of these, under a heading that nobody knows, hardly is anything else."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?!years|months)(?=[A-Za-z])")
"""Opens an item too: "2.1"."""


def with_unheaded(units: Sequence[Unit], text: str, named: Sequence[int]) -> Sequence[Unit]:
    """The units; `named`: where the names of technologies begin, in order (characters of the text)."""
    if any(unit.section == "required" and unit.kind != "heading" and _names(unit, named) for unit in units):
        return units
    lists = [(key, [unit for _, unit in run]) for key, run in groupby(zip(_lists(units), units, strict=True), itemgetter(0))]
    result: list[Unit] = []
    behinds = _sections_behind([section for (_, section), _ in lists])
    for ((kind, section), run), behind in zip(lists, behinds, strict=True):
        theirs = kind == "item" and result and tells_of_others(text[result[-1].start : result[-1].end])
        few = section in _UNTOLD and behind in _BEHIND_MUSTS
        result += run if theirs else _read(run, text, named, kind, section, few=few)
    return result


def _sections_behind(sections: Sequence[str]) -> list[str]:
    """For each of several sections in order the next one of another kind, "" behind the last."""
    result: list[str] = []
    here = behind = ""
    for section in reversed(sections):
        if section != here:
            here, behind = section, here
        result.append(behind)
    return result[::-1]


def _lists(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """For each unit what those of its list have in common, kind and section; an item that is welcome parts none: "nice: Helm"."""
    keys = [(unit.kind, unit.section) for unit in units]
    for index in range(1, len(keys) - 1):
        around = keys[index - 1]
        if keys[index] == ("item", "preferred") and around == keys[index + 1] and around[0] == "item" and around[1] in _UNTOLD:
            keys[index] = around
    return keys


def _names(unit: Unit, named: Sequence[int]) -> bool:
    return bisect_left(named, unit.start) < bisect_left(named, unit.end)


def _read(run: list[Unit], text: str, named: Sequence[int], kind: str, section: str, few: bool) -> Iterable[Unit]:
    """The units of one list, or of lines that no sign opens; of those only what stands between some that ask. `few`: whether one
    that asks is enough in a list."""
    if kind == "heading" or section not in ASKING:
        return run
    words = [_words(unit, text) if kind == "item" or _opens_line(unit, text) else "" for unit in run]
    asking = [index for index, unit in enumerate(run) if _is_sign(unit, words[index], named)]
    several = len({words[index] for index in asking})
    if all(is_rated(words[index]) for index in asking):
        return run  # "Migrating jobs, ideally to GitLab CI": what is rated may be the work, too
    few = few and kind == "item"
    if several < (1 if few else SEVERAL if section in _UNTOLD else CLEARLY):
        return run
    first, last = (0, len(run) - 1) if kind == "item" else (asking[0], _last(run, asking[-1], text))
    if not few and several * SHARE < len({said for said in words[first : last + 1] if any(map(str.isalpha, said))}):
        return run
    return [
        replace(unit, section="required")
        if said and first <= index <= last and unit.section == section and not begins_telling().match(said) and not is_perk(said)
        else unit
        for index, (unit, said) in enumerate(zip(run, words, strict=True))
    ]


def _last(run: Sequence[Unit], last: int, text: str) -> int:
    """The last unit of a list in which one unit is the last that asks: numbers may go on behind it."""
    while last + 1 < len(run) and _NUMBER.match(text, run[last + 1].start):
        last += 1
    return last


def _opens_line(unit: Unit, text: str) -> bool:
    return not unit.start or text[unit.start - 1] == "\n"


def _words(unit: Unit, text: str) -> str:
    """What a unit says behind what opens it as an item: a sign, or numbers like "2.1"."""
    start = behind_bullet(text, unit.start)
    number = _NUMBER.match(text, start, unit.end)
    return text[number.end() if number else start : unit.end]


def _is_sign(unit: Unit, said: str, named: Sequence[int]) -> bool:
    """Whether an item is a sign that its list asks."""
    return bool(
        begins_asking().match(said)
        or asks(said)
        or is_rated(said)
        or (is_held(said) and _opens_with_name(unit, said, named))
        or (unit.section in _UNTOLD and _chooses(unit, said, named))
    )


def _opens_with_name(unit: Unit, said: str, named: Sequence[int]) -> bool:
    """Whether the words of a unit, which are its end, begin with the name of a technology."""
    start = unit.end - len(said)
    index = bisect_left(named, start)
    return index < len(named) and named[index] == start


def _chooses(unit: Unit, said: str, named: Sequence[int]) -> bool:
    """Whether an item is a choice of technologies and nothing else."""
    start = unit.end - len(said)
    places = [place - start for place in named[bisect_left(named, start) : bisect_left(named, unit.end)]]
    return len(places) > 1 and is_choice(said, places[0], places[-1])
