"""What alone is welcome behind a list that asks for more: "Java or Kotlin, Spring preferred", "message brokers - Kafka a plus".

In: the text of a sentence, the names in it, and the cues that reach them. Out: where the last item begins that is meant alone, if
there is such a place; in a plain list of equals ("Kafka, RabbitMQ, Redis is a plus") there is none. And the brackets that tell of
each of their names how much it is wanted: "networks (DNS required, BGP a plus)" exemplifies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from skillgap.extraction.durations import YEARS
from skillgap.extraction.reach import Cue
from skillgap.model import Skill
from skillgap.posting.kinship import is_ground

_CLOSED = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)
"""Joins the last item of a list to it: what comes behind the next comma is no part of that list."""
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_AND_THEN = re.compile(r"\s*,\s*and\b", re.IGNORECASE)
"""Between the two names of a list: a clause of its own begins."""
_PARTS = re.compile(r",|(?<=\s)[-–—](?=\s)")
_FIRM = re.compile(
    rf"(?:{YEARS.pattern}|\b(?:strong|solid|extensive|deep|in-depth|profound|thorough|excellent|proven|fluent|proficien\w+|expert\w*)\b)"
    r"[^,;:.!?()]*$",
    re.IGNORECASE,
)
"""Leads to what no posting that only welcomes it would say."""
_BRACKET = re.compile(r"\([^()]*\)")
_GRADES = {"required", "preferred"}
"""What a bracket says of different names that is no list of examples."""
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


def graded(text: str, spans: Sequence[tuple[int, int]], cues: Mapping[int, Sequence[Cue]]) -> list[int]:
    """Where brackets open that say of one name that it is a must and of another one that it is welcome."""
    if "(" not in text or len(spans) < len(_GRADES):
        return []
    found: list[int] = []
    for bracket in _BRACKET.finditer(text):
        inside = [index for index, (start, end) in enumerate(spans) if bracket.start() < start and end < bracket.end()]
        if {mark.means for index in inside for mark in cues.get(index, ()) if mark.direction == "backward"} & _GRADES == _GRADES:
            found.append(bracket.start())
    return found


def _requires(cues: Sequence[Cue]) -> bool:
    """Whether a mark says that what stands before a list is a must: all of the list is what is welcome besides."""
    return any(cue.means == "required" for cue in cues)


def _place(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill], cue: Cue) -> int | None:
    """The same in one list that a mark reaches."""
    gaps = _outside_brackets([text[end:start] for (_, end), (start, _) in pairwise(spans)])
    joined = [index for index, gap in enumerate(gaps) if _CLOSED.search(gap)]
    free = {index: sign[0] for index, gap in enumerate(gaps) if index not in joined and (sign := _PARTS.search(gap))}
    commas = [index for index, sign in free.items() if sign == ","]
    behind = [index for index in commas if joined and joined[0] < index]
    at: int | None = None
    if len(gaps) == 1 and _AND_THEN.match(gaps[0]) and not _PLURAL.match(cue.words):
        at, free = 0, {0: ","}
    elif len(free) - len(commas) == 1:
        at = next(index for index, sign in free.items() if sign != ",")
    elif behind:
        at = behind[0] if behind[0] > joined[-1] else None  # "Kafka or NATS, Redis or Valkey": equals again
    elif len(commas) == 1 and _stands_apart(text[: spans[0][0]], gaps, commas[0], skills, cue):
        at = commas[0]
    return None if at is None else spans[at][1] + gaps[at].index(free[at])


def _stands_apart(before: str, gaps: Sequence[str], comma: int, skills: Sequence[Skill], cue: Cue) -> bool:
    """Whether what stands behind the only comma of a list is meant alone: of the kind before it, or behind a sure must."""
    last = comma == len(gaps) - 1
    if any(map(_AND.search, gaps)) or (last and _PLURAL.match(cue.words)):
        return False
    if not any(map(_CLOSED.search, gaps[:comma])) and _is_kind(skills[comma], skills[comma + 1 :]):
        return True
    return last and not any(map(_CLOSED.search, gaps)) and _FIRM.search(before) is not None


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
