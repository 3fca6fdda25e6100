"""Tells where the lines that open a job in a résumé name its employer: "MongoDB | Backend Engineer | 2018 - 2020".

In: a text and where a name stands that a firm has too. Out: whether it stands alone in a field of a line that holds nothing but
what the head of a job has (a role, years, places), a role and years stand in that line or beside it, and nothing else there may
be the employer. Who works with a thing of that name may write so as well, so this makes a firm only likely.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import zip_longest
from typing import NamedTuple

_LONGEST = 120
"""The head of a job is not longer (characters) ..."""
_FIELDS = 5
"""... and has no more fields besides its dates ..."""
_WORDS = 6
"""... of so many words."""
_MARKS = re.compile(r"[*_#`>•]+")
_ASIDE = re.compile(r"\([^()\d\0]*\)")
"""A bracket without years: "Backend Engineer (contract)"; one with a role stays."""
_PARTS = re.compile(r"\s*[|·@()\t,;—]\s*|\s*(?<!\d)/(?!\d)\s*|\s+[-–]\s+|\s*(?=:\s)|\s{2,}|\s+at\s+")
"""What parts the fields of such a line."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|'\d\d\b|\b(?:present|now|today|current)\b", re.IGNORECASE)
_HOW = re.compile(
    r"\d+\s*(?:years?|yrs?|months?|mos?|mths?)(?:\s+\d+\s*(?:months?|mos?|mths?))?|(?:full|part)[ -]time|remote|hybrid|on-?site"
    r"|contract|permanent|internship",
    re.IGNORECASE,
)
"""A field that tells how long or how somebody worked."""
_OWN = re.compile(r"\b(?:freelanc\w*|self-employed|independent)\b", re.IGNORECASE)
"""In a role that has no employer."""
_FIRM = re.compile(r"[A-Za-z]{3,}\.\s")
"""In a field with a role: "Acme Corp. Kotlin developer"."""
_WORD = re.compile(r"[^\W\d_][\w&'’.+#-]*")
_ITEM = re.compile(r"\s*[-*•]\s")
"""Begins an item, which is below the head."""
_NAME = "\0"
"""Stands for the name that is looked for."""


class _Line(NamedTuple):
    """What a line of a head holds: a role, years, the name that is looked for alone in a field, and how many other fields, before
    that name and at all. `belongs`: whether it may be of a head at all; `empty`: whether it has nothing."""

    role: bool = False
    dated: bool = False
    named: bool = False
    before: int = 0
    others: int = 0
    belongs: bool = True
    empty: bool = False


_NO_HEAD = _Line(belongs=False)


def names_employer(text: str, start: int, end: int, roles: Set[str], technologies: Set[str]) -> bool:
    """Whether the head of a job names its employer at `[start, end)`.

    Args:
        roles: words for what somebody is (lower case).
        technologies: words of the document that are names of technologies (lower case).
    """
    begin, stop = text.rfind("\n", max(0, start - _LONGEST), start) + 1, text.find("\n", end, end + _LONGEST)
    stop = stop if stop >= 0 else len(text)
    if stop - begin > _LONGEST:
        return False
    line = _read(f"{text[begin:start]}{_NAME}{text[end:stop]}", roles, technologies)
    if not line.named or line.before:
        return False
    above, _ = _read_at(text, text.rfind("\n", 0, max(begin - 1, 0)) + 1 if begin else len(text), roles, technologies)
    below, behind = _read_at(text, stop + 1, roles, technologies)
    last, _ = _read_at(text, behind, roles, technologies)
    if line.role:
        return _says_when(line, above, below) and not (above.others or below.others)
    if above.role and above.dated and not below.dated:
        return not above.others and (below.empty or not below.belongs) and not _goes_on(text, stop + 1, technologies)
    if above.others or (below.others and not above.empty) or not (above.role or below.role):
        return False
    return _says_when(line, above, below, last)


def _says_when(*lines: _Line) -> bool:
    return any(line.dated for line in lines)


def _goes_on(text: str, start: int, technologies: Set[str]) -> bool:
    """Whether the line that begins at `start` is one of technologies, so that the one before may be of them too."""
    line = text[start : start + _LONGEST].split("\n", 1)[0]
    return not _ITEM.match(line) and not technologies.isdisjoint(_words(line))


def _read_at(text: str, start: int, roles: Set[str], technologies: Set[str]) -> tuple[_Line, int]:
    """What the line holds that begins at a place, and where the next one does."""
    stop = text.find("\n", start)
    stop = stop if stop >= 0 else len(text)
    return _read(text[start : min(stop, start + _LONGEST + 1)], roles, technologies), stop + 1


def _read(line: str, roles: Set[str], technologies: Set[str]) -> _Line:
    """What a line holds if it may belong to the head of a job."""
    if not line.strip():
        return _Line(empty=True)
    if len(line) > _LONGEST or _ITEM.match(line) or f"({_NAME}" in line:
        return _NO_HEAD
    plain = _ASIDE.sub(lambda aside: " " if roles.isdisjoint(_words(aside[0])) else aside[0], _MARKS.sub(" ", line))
    fields = [field for each in _PARTS.split(plain) if (field := each.strip(" .-–"))]
    role = dated = named = False
    before = others = 0
    for field, behind in zip_longest(fields, fields[1:], fillvalue=""):
        field = field.removeprefix(":").lstrip()
        words = _words(field)
        if (not words and field != _NAME) or _HOW.fullmatch(field) or (_DATE.search(field) and roles.isdisjoint(words)):
            dated = dated or _DATE.search(field) is not None
        elif field == _NAME:
            named, before = True, others
        elif not roles.isdisjoint(words) and len(words) <= _WORDS:
            role, dated = True, dated or _DATE.search(field) is not None
            others += _FIRM.search(field) is not None
            if _OWN.search(field) or ("/" in line and not technologies.isdisjoint(words)):
                return _NO_HEAD  # "Freelance developer"; "Oracle / MongoDB Administrator"
        else:
            others += 1
            label = behind.startswith(":")  # "Tools: MongoDB"
            if label or _NAME in field or len(words) > _WORDS or not field[0].isupper() or not technologies.isdisjoint(words):
                return _NO_HEAD
    return _Line(role, dated, named, before, others) if others <= _FIELDS else _NO_HEAD


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
