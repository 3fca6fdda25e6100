"""Tells where the lines that open a job in a résumé name its employer: "MongoDB | Backend Engineer | 2018 - 2020".

In: a text and where a name stands that a firm has too. Out: whether it stands alone in a field of a line that holds nothing but
what the head of a job has (a role, years, places), and a role and years stand in that line or beside it. Who works with a thing
of that name may write so as well ("Oracle | Database Administrator | 2018"), so this makes a firm only likely.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import zip_longest
from typing import NamedTuple

_LONGEST = 120
"""The head of a job is not longer (characters) ..."""
_FIELDS = 5
"""... and has no more fields ..."""
_WORDS = 6
"""... of so many words."""
_MARKS = re.compile(r"[*_#`>•]+")
_PARTS = re.compile(r"\s*[|·/@()\t,;—]\s*|\s+[-–]\s+|\s*(?=:\s)|\s{2,}|\s+at\s+")
"""What parts the fields of such a line."""
_DATE = re.compile(r"\b(?:(?:19|20)\d\d|present|now|today|current)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w&'’.+#-]*")
_ITEM = re.compile(r"\s*[-*•]\s")
"""Begins an item, which is below the head."""
_NAME = "\0"
"""Stands for the name that is looked for."""


class _Line(NamedTuple):
    """What a line of a head holds: a role, years, the name that is looked for alone in a field, and how many other fields."""

    role: bool
    dated: bool
    named: bool
    others: int

    @property
    def complete(self) -> bool:
        """Whether it names an employer already."""
        return self.role and self.dated and self.others > 0


_NO_HEAD = _Line(False, False, False, 0)
"""Of a line that belongs to no head."""


def names_employer(text: str, start: int, end: int, roles: Set[str], technologies: Set[str]) -> bool:
    """Whether the head of a job names its employer at `[start, end)`.

    Args:
        roles: words for what somebody is (lower case).
        technologies: words of the document that are names of technologies (lower case).
    """
    begin, stop = text.rfind("\n", 0, start) + 1, _end_of_line(text, end)
    line = _read(f"{text[begin:start]}{_NAME}{text[end:stop]}", roles, technologies)
    if not line.named:
        return False
    above = _read(text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)], roles, technologies)
    next_stop = _end_of_line(text, stop + 1)
    below = _read(text[stop + 1 : next_stop], roles, technologies)
    last = _NO_HEAD if below is _NO_HEAD else _read(text[next_stop + 1 : _end_of_line(text, next_stop + 1)], roles, technologies)
    if not line.role and (above.complete or (below.complete and above is not _NO_HEAD)):
        return False  # the only thing that was used in a job
    return (line.role or above.role or below.role) and (line.dated or above.dated or below.dated or last.dated)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _read(line: str, roles: Set[str], technologies: Set[str]) -> _Line:
    """What a line holds if it may belong to the head of a job."""
    if not line.strip() or len(line) > _LONGEST or _ITEM.match(line):
        return _NO_HEAD
    fields = [field for each in _PARTS.split(_MARKS.sub(" ", line)) if (field := each.strip(" .-–"))]
    role = dated = named = False
    others = 0
    for field, behind in zip_longest(fields, fields[1:], fillvalue=""):
        field = field.removeprefix(":").lstrip()
        if not field:
            continue
        words = [word.lower() for word in _WORD.findall(field)]
        in_time = _DATE.search(field) is not None
        dated |= in_time
        if field == _NAME:
            named = True
        elif not roles.isdisjoint(words) and len(words) <= _WORDS:
            role = True
            if "/" in line and not technologies.isdisjoint(words):
                return _NO_HEAD  # "Oracle / MongoDB Administrator"
        elif not in_time:
            others += 1
            label = behind.startswith(":")  # "Tools: MongoDB"
            if label or _NAME in field or len(words) > _WORDS or not field[0].isupper() or not technologies.isdisjoint(words):
                return _NO_HEAD
    return _Line(role, dated, named, others) if len(fields) <= _FIELDS else _NO_HEAD
