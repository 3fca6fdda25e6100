"""Names that are only one of several ways, of which another is not known: "Kafka or Zorpq", "one of Zorpq, Kafka".

In: the groups of a sentence. Out: the groups; one admits what is similar if something that nobody knows stands beside it as
another way, or if it is the only known one of the examples. A single example ("tools like Pulumi") is what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.extraction.fuzzy import is_word
from skillgap.posting.choices import Group
from skillgap.posting.connectors import NEAR, last_of
from skillgap.posting.sentences import Sentence

_NAME = r"(?P<name>[A-Z][\w+#.-]{3,})"
_OR = r"(?:/|\b(?:or|and\s?/\s?or)\b)"
_BEFORE = re.compile(rf"\b{_NAME},?\s*\(?{_OR}\s*$")
_BEHIND = re.compile(rf",?\s*\(?{_OR}\s*(?:(?:an?|the|even|maybe)\s+)?{_NAME}")
_LIKE = re.compile(r",?\s*\(?or\s+(?:[\w-]+\s+){1,4}(?:such as|like|e\.g\.)\s+\w", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|/|\bor)\s*$")


def with_unread(groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The groups; what is only one of several ways may be something similar."""
    return [
        found if found.or_similar or not _is_one_of_several(found, sentence) else found._replace(or_similar=True)
        for found in groups
    ]


def _is_one_of_several(found: Group, sentence: Sentence) -> bool:
    """Whether the text offers what is not known in place of a group, or as another example of the same."""
    text, spans = sentence.text, sentence.spans
    start, end = spans[found.members[0]][0], spans[found.members[-1]][1]
    place = max(0, start - NEAR)
    before = text[place:start]
    joined = before.rstrip().endswith(("or", "/"))
    offered = (_BEFORE.search(before) if joined else None, place), (_BEHIND.match(text[end : end + NEAR]), end)
    if any(match and _is_strange(match, at, sentence) for match, at in offered):
        return True
    following = next((first for first, _ in spans if first >= end), len(text))
    like = _LIKE.match(text, end, following)
    if like and like.end() <= following:
        return True
    lowered = before.lower()
    if len(found.members) > 1:
        return False
    counted = last_of("before", "examples", lowered) or last_of("before", "count", lowered)
    if counted is None or _LISTED.search(lowered) is None:
        return False
    return counted[0] != "either" or not any(place + counted.end() <= first < start for first, _ in spans)  # its choice is closed


def _is_strange(match: re.Match[str], at: int, sentence: Sentence) -> bool:
    """Whether a name is nothing that is known and no English word; `at`: where the text begins in which it was found."""
    start, end = (place + at for place in match.span("name"))
    if any(first < end and start < last for first, last in sentence.spans):
        return False
    return sentence.joining[start:end].isspace() or not is_word(match["name"].lower())
