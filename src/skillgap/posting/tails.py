"""What alone is welcome behind a list that asks for more: "Java or Kotlin, Spring preferred", "message brokers - Kafka a plus".

In: the text of a sentence, the names in it, and the cues that reach them. Out: where the last item begins that is meant alone, if
there is such a place. In a plain list of equals ("Kafka, RabbitMQ, Redis is a plus") there is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from skillgap.extraction.reach import Cue
from skillgap.model import Skill
from skillgap.posting.kinship import is_ground

_CLOSED = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)
"""Joins the last item of a list to it: what comes behind the next comma is no part of that list."""
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_DASH = re.compile(r"\s(?P<dash>[-–—])\s")
_FIRM = re.compile(
    r"\b(?:(?:\d+|one|two|three|four|five|six|seven|eight|ten)\+?\s*(?:or more\s+)?(?:years?|yrs?)"
    r"|strong|solid|extensive|deep|in-depth|profound|thorough|excellent|proven|fluent|proficien\w+|expert\w*)\b[^,;:.!?()]*$",
    re.IGNORECASE,
)
"""Leads to what no posting that only welcomes it would say."""
_PLURAL = re.compile(r"are\b|.*\bare$")
"""What is said of more than one name."""


def tail(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill], cues: Mapping[int, Sequence[Cue]]) -> int | None:
    """The comma or dash behind which what a mark behind a list calls preferred stands alone, or None; see the module."""
    for index in range(1, len(spans)):
        for cue in cues.get(index, ()):
            if cue.means == "preferred" and cue.direction == "backward" and cue not in cues.get(index + 1, ()):
                first = index
                while cue in cues.get(first - 1, ()):
                    first -= 1
                place = _place(text, spans[first : index + 1], skills[first : index + 1], cue)
                if place is not None and not any(_requires(cues.get(other, ())) for other in range(first)):
                    return place
    return None


def _requires(cues: Sequence[Cue]) -> bool:
    """Whether a mark says that what stands before a list is a must: all of the list is what is welcome besides."""
    return any(cue.means == "required" for cue in cues)


def _place(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill], cue: Cue) -> int | None:
    """The same in one list that a mark reaches."""
    gaps = _outside_brackets([text[end:start] for (_, end), (start, _) in pairwise(spans)])
    joined = [index for index, gap in enumerate(gaps) if _CLOSED.search(gap)]
    dashes = [(index, dash) for index, gap in enumerate(gaps) if (dash := _DASH.search(gap)) and index not in joined]
    if len(dashes) == 1:
        index, dash = dashes[0]
        return spans[index][1] + dash.start("dash")
    commas = [index for index, gap in enumerate(gaps) if "," in gap and index not in joined]
    alone = len(gaps) == 1
    if commas[:1] == [0] and _is_kind(skills[0], skills[1:]) and not any(map(_AND.search, gaps)):
        at = None if alone and _PLURAL.match(cue.words) else 0
    elif joined:
        at = next((index for index in commas if joined[0] < index), None)
        at = None if at is not None and at < joined[-1] else at  # "Kafka or NATS, Redis or Valkey": equals again
    else:
        at = 0 if alone and commas and _FIRM.search(text, 0, spans[0][0]) and not _PLURAL.match(cue.words) else None
    return None if at is None else spans[at][1] + gaps[at].index(",")


def _outside_brackets(gaps: Sequence[str]) -> list[str]:
    """What stands between names, without what joins those in one bracket."""
    result: list[str] = []
    depth = 0
    for gap in gaps:
        depth += gap.count("(") - gap.count(")")
        result.append("" if depth > 0 else gap)
    return result


def _is_kind(idea: Skill, skills: Sequence[Skill]) -> bool:
    """Whether an idea names the kind of all others: "a message broker", of Kafka and RabbitMQ."""
    if idea.kind == "technology":
        return False
    return all(is_ground(idea, s) or (s.kind == "technology" and s.category == idea.category) for s in skills)
