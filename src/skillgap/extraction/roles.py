"""The paragraphs of a posting for several roles that say what one of them needs: "Infrastructure: Linux, and enough Go to ...".

In: its first line, and a later one. Out: where that one asks for something, if it does so behind the name of a role. What the
title of a posting is, is for `posting.titles`.
"""

from __future__ import annotations

import re

from skillgap.extraction.headings import cleaned
from skillgap.extraction.patterns import either

_TRADES = either("engineer | developer | programmer | architect | administrator | scientist | analyst | tester | designer | lead")
_TRADE = re.compile(rf"\b{_TRADES}s?\b")
_PARTS = re.compile(r"[|,;/()·•]|\s(?:and|or|&|\+|[-–—])\s")
"""What parts roles in a line, and from all else in it."""
_LABEL = re.compile(r"(?P<role>[A-Z][^\s:]*(?: [^\s:]+){0,3}):\s+(?=\S)")
_ASKS = re.compile(
    r"\b(?:you (?:have|know|bring|need|should)|you['’]ve|years|experience|knowledge|enough|must|a plus|nice to have|a bonus)\b",
    re.IGNORECASE,
)
"""Stands in a paragraph that asks; one that only lists names tells what a team works with."""
_RANKS = frozenset({"senior", "junior", "mid", "principal", "staff", "lead", "the", "a", "an"})
"""Words that name no role alone."""


def roles_of(line: str) -> tuple[frozenset[str], ...]:
    """The roles that a line offers, each as its words without the trade, if there are two of them or more."""
    parts = [_TRADE.sub("", part) for part in map(cleaned, _PARTS.split(line)) if _TRADE.search(part)]
    roles = tuple(words for words in (frozenset(part.split()) for part in parts) if words - _RANKS)
    return roles if len(set(roles)) > 1 else ()


def needs_at(paragraph: str, roles: tuple[frozenset[str], ...]) -> int | None:
    """Where a paragraph asks for something behind the name of one of the roles, with which it begins."""
    label = _LABEL.match(paragraph) if roles else None
    if label is None:
        return None
    words = frozenset(_TRADE.sub("", cleaned(label["role"])).split())
    named = bool(words - _RANKS) and any(words <= role for role in roles)
    return label.end() if named and _ASKS.search(paragraph, label.end()) else None
