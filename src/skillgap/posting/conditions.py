"""Recognises what a posting asks and is no skill: degree, language, work permit, years of a role. The patterns are data.

In: the text and its units. Out: conditions, each quoted by its clause. What is negated ("no degree needed") is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.durations import YEAR_WORDS
from skillgap.extraction.years import years_in
from skillgap.model import Condition, Tokens, Unit

SECTIONS = frozenset({"required", "preferred", "opening", "other", "process", "unwanted", "dealbreakers"})
"""Where a posting sets conditions; a benefit ("relocation support") is none."""
SHORT = 80
"""A sentence up to this long is quoted whole (characters); of a longer one, the clause."""
LONGEST = 160
"""A longer clause is quoted around the place only (characters)."""
_CLAUSE_END = re.compile(r"[,;:](?=\s)|[.!?](?=\s+[A-Z])|\s[-–—|•]\s|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]|\bbut\b")


class _Rule(NamedTuple):
    """One kind of condition. `words`: one of them is in whatever it finds; `firm`: it is a condition even where it is negated;
    `years`: it needs years of experience beside it."""

    kind: str
    pattern: re.Pattern[str]
    words: frozenset[str]
    firm: bool
    years: bool


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            rule["kind"],
            re.compile(rule["pattern"], re.I),
            YEAR_WORDS if rule.get("years") else frozenset(rule["words"]),
            rule.get("firm", False),
            rule.get("years", False),
        )
        for rule in rules("conditions", "skillgap.posting")
        if "kind" in rule
    )


@cache
def _by_word() -> dict[str, list[int]]:
    """Word -> the rules (by number) that look for it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(_rules()):
        for word in rule.words:
            found[word].append(number)
    return dict(found)


@cache
def _negations() -> dict[str, re.Pattern[str]]:
    found = (rule for rule in rules("conditions", "skillgap.posting") if "negates" in rule)
    return {rule["negates"]: re.compile(rule["pattern"], re.I) for rule in found}


def find_conditions(text: str, tokens: Tokens, units: Iterable[Unit]) -> tuple[Condition, ...]:
    """The conditions in a posting's units, in order.

    Years count as those of a role here, whatever they speak of: who knows the skills takes out those that bind to one.
    """
    found: list[Condition] = []
    of_word, words = _by_word(), tokens.words
    places = [index for index, word in enumerate(words) if word in of_word]
    starts = [tokens.starts[index] for index in places]
    for unit in units:
        if unit.section not in SECTIONS and unit.section != "benefits":
            continue
        near = places[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        for rule in [_rules()[number] for number in sorted({n for index in near for n in of_word[words[index]]})]:
            if unit.section in SECTIONS or rule.kind == "salary":
                for start, end in _places(rule, tokens.plain[unit.start : unit.end]):
                    quote = _quote(text[unit.start : unit.end], start, end, SHORT if not rule.years else 0)
                    found.append(Condition(rule.kind, quote, unit.start + start, unit.start + end))
    return tuple(sorted(found, key=lambda condition: condition.start))


def _places(rule: _Rule, piece: str) -> Iterator[tuple[int, int]]:
    """Where a unit sets a condition of this kind: the first place, or each number of years."""
    if rule.years:
        for years in years_in(piece):
            start, end = _clause(piece, *years.span())
            if rule.pattern.search(piece, start, end):
                yield years.span()
        return
    for match in rule.pattern.finditer(piece):
        if rule.firm or not _negated(piece, match):
            yield match.span()
            return


def _negated(piece: str, match: re.Match[str]) -> bool:
    start, end = _clause(piece, *match.span())
    before, behind = _negations()["before"], _negations()["behind"]
    return before.search(piece[start : match.start()]) is not None or behind.search(piece[match.start() : end]) is not None


def _clause(piece: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a place."""
    before = [match.end() for match in _CLAUSE_END.finditer(piece, 0, start)]
    behind = _CLAUSE_END.search(piece, end)
    return (before[-1] if before else 0), (behind.start() if behind else len(piece))


def _quote(piece: str, start: int, end: int, whole: int) -> str:
    """The sentence if it is no longer than `whole`, else the clause; of a very long clause, what stands around the place."""
    if len(" ".join(piece.split())) > whole:
        first, last = _clause(piece, start, end)
        if last - first > LONGEST:
            half = LONGEST // 2
            return "… " + " ".join(piece[max(first, start - half) : min(last, end + half)].split()) + " …"
        piece = piece[first:last]
    return " ".join(piece.split()).strip(" -*•·#")
