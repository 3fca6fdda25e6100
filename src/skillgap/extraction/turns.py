"""Names whose years are told by those of a name before them: "Three years of Kafka, two of Terraform", "Java for 6 years and
Kafka for at least as long".

In: a text, the spans of the names in it, and what years are bound. Out: more of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.extraction.durations import NUMBER, YEARS, Bound, value

_IN_TURN = re.compile(rf"\s*(?:[,;]|,?\s+and|\s+plus)\s+(?P<low>{NUMBER})\+?\s+(?P<unit>)of\s+", re.I)
"""Between names of which years are told in turn: "Three years of Kafka, two of Terraform"."""
_OF = re.compile(r"\s+of\s+")
_ENDS = re.compile(r"\s*(?:[,.;)]|$|and\b)")
_AS_LONG = re.compile(
    r"\s+for\s+(?:(?:at\s+least|about|roughly|just|nearly|almost|equally)\s+)?"
    r"(?:(?:as|that)\s+(?:long|time|many\s+years)|equally\s+long"
    r"|the\s+same\s+(?:(?:kind|sort|amount|length|stretch|span|number)\s+of\s+)?(?:time|period|years|length|span|stretch)"
    r"|the\s+same(?:\s+again)?(?=\s*(?:[.,;)]|$)))\b",
    re.I,
)
"""What says of a name the years of the one before: "Java for 6 years and Kafka for at least as long"."""
_AS = re.compile(r"\s+as\s+", re.I)
"""Behind it: as long as what; years are told only as long as a name."""


def in_turn(text: str, spans: Sequence[tuple[int, int]], runs: Sequence[Sequence[int]], known: Sequence[Bound]) -> list[Bound]:
    """The years of names behind those of which years are told, each with its number: "Three years of Kafka, two of Terraform"."""
    alone = {run[0] for run in runs if len(run) == 1}
    result = []
    for bound in known:
        years = YEARS.match(text, bound.start)
        last = bound.members[-1]
        if years is None or not _OF.fullmatch(text, years.end(), spans[bound.members[0]][0]):
            continue
        while last + 1 in alone and _ENDS.match(text, spans[last + 1][1]):
            turn = _IN_TURN.fullmatch(text, spans[last][1], spans[last + 1][0])
            if turn is None:
                break
            last += 1
            result.append(Bound((last,), value(turn), turn.start("low")))
    return result


def as_long(text: str, spans: Sequence[tuple[int, int]], binds: Sequence[bool], known: Sequence[Bound]) -> list[Bound]:
    """The years of names that were used as long as what stands before them."""
    result = []
    for index, (start, end) in enumerate(spans):
        if binds[index] and _says_as_long(text, spans, end):
            before = [bound for bound in known if bound.start < start]
            result += [Bound((index,), before[-1].years, before[-1].start)] if before else []
    return result


def _says_as_long(text: str, spans: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether a name that ends at `end` was used as long as another one, and not "for as long as needed"."""
    said = _AS_LONG.match(text, end)
    behind = said and _AS.match(text, said.end())
    return said is not None and (not behind or any(start == behind.end() for start, _ in spans))
