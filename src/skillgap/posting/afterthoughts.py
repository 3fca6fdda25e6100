"""Sentences that only say what would do as well: "Azure. AWS is fine too.", "Kafka; NATS experience can be accepted instead".

In: the units of a posting. Out: the units; such a sentence is a part of the one before it, for `groups` to make a choice of both.
Which words say so is told in `connectors`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from skillgap.model import Extraction, Mention, Unit
from skillgap.posting.connectors import admits, comes_from, leads, takes, will_do
from skillgap.posting.kinship import alike

_OFFERS = re.compile(r"(?:or|alternatively|otherwise|failing that),?\s+(?:also\s+|in\s+|with\s+)?", re.IGNORECASE)
"""Begins what would do as well as what the sentence before names."""
_KNOWN = re.compile(
    r"(?:an? )?(?:\w+ )?(?:experience|knowledge|skills?|expertise|background) (?:in|with|of|using) ", re.IGNORECASE
)
"""Begins what somebody knows."""
_CONCEDES = re.compile(r"\b(?:although|though|but|while)\b", re.IGNORECASE)
"""Stands between what is asked for and what would do as well: such a sentence needs none before it."""


def with_afterthoughts(units: Iterable[Unit], extraction: Extraction) -> list[Unit]:
    """The units; one that only says what would do as well ("MySQL is fine too.", "or MySQL") is a part of the one before."""
    result: list[Unit] = []
    text, mentions = extraction.tokens.plain, extraction.mentions
    for unit in units:
        before = result[-1] if result else None
        if (
            before is not None
            and (before.kind, before.section) == (unit.kind, unit.section)
            and text[before.end : unit.start].isspace()
            and "\n" not in text[before.end : unit.start]
            and _is_afterthought(text, before, unit, mentions)
        ):
            result[-1] = replace(before, end=unit.end)
        else:
            result.append(unit)
    return result


def _is_afterthought(text: str, before: Unit, unit: Unit, mentions: Sequence[Mention]) -> bool:
    """Whether a unit only says what would do as well as what the one before it names, or that any of that will do."""
    first = bisect_left(mentions, unit.start, key=_start)
    named = mentions[first : bisect_left(mentions, unit.end, key=_start)]
    apart = text[before.end - 1] == ";"
    if not named:
        return leads("any", text[before.end - 1 : unit.end].lower())
    lead = text[unit.start : named[0].start].lower()
    if apart and len(named) == 1 and named[0].skill.kind != "technology" and leads("unnamed", f"; {lead}"):
        return True  # "Kafka, NATS; any message queue will do"
    behind = text[named[-1].end : unit.end].lower()
    if _OFFERS.fullmatch(lead) or (leads("gladly", behind) and comes_from(lead)):
        return True
    conceded = _CONCEDES.search(text, named[0].end, named[-1].start)
    if (not lead or _KNOWN.fullmatch(lead)) and leads("too", behind) and conceded is None:
        return True
    if not first or mentions[first - 1].start < before.start or not alike(mentions[first - 1].skill, named[0].skill):
        return False
    gap = text[mentions[first - 1].end : named[0].start].lower()
    offers = apart or leads("too", behind) or leads("also", behind) or takes(lead)
    return offers and admits(gap, mentions[first - 1].skill, named[0].skill) and will_do(gap, behind, kin=True)


def _start(mention: Mention) -> int:
    return mention.start
