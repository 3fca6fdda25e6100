"""Recognises what a posting asks and is no skill: degree, language, work permit and the like. The patterns are data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.tokens import plain
from skillgap.model import Condition, Unit

SECTIONS = frozenset({"required", "preferred", "opening", "other", "process"})
"""Where a posting sets conditions; a benefit ("relocation support") is none."""
LONGEST = 220
"""A longer sentence is quoted around the place only (characters)."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule["kind"], re.compile(rule["pattern"], re.IGNORECASE)) for rule in rules("conditions", "skillgap.posting"))


def find_conditions(text: str, units: Iterable[Unit]) -> tuple[Condition, ...]:
    """The conditions in a posting's units, each kind once per unit, in order."""
    found: dict[tuple[str, str], Condition] = {}
    for unit in units:
        piece = text[unit.start : unit.end]
        for kind, pattern in _patterns():
            if unit.section not in SECTIONS and not (kind == "salary" and unit.section == "benefits"):
                continue
            match = pattern.search(plain(piece))
            if match:
                quote = _around(piece, match.start(), match.end())
                found.setdefault(
                    (kind, quote.lower()), Condition(kind, quote, unit.start + match.start(), unit.start + match.end())
                )
    return tuple(sorted(found.values(), key=lambda condition: condition.start))


def _around(piece: str, start: int, end: int) -> str:
    quote = " ".join(piece.split())
    if len(quote) <= LONGEST:
        return quote.strip(" -*•·#")
    half = LONGEST // 2
    return "… " + " ".join(piece[max(0, start - half) : end + half].split()) + " …"
