"""Tells where somebody worked whose trade has no technologies: "Cook, Java Palace, 2018 - 2020", "Waiter at Café Kafka".

In: a résumé (plain text) and where a name in it begins. Out: whether that is part of the name of such a workplace, in a dated
line that says who was what where, or right below the line that says what. The trades are data (`data/namesakes.yaml`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.patterns import either
from skillgap.extraction.workspace import Workspace

_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 60
"""The years of such a job stand no farther behind its line (characters)."""
_LONGEST = 120
"""Such a line is not longer (characters)."""
_NAME = r"(?:(?:the|of|de|la|le)\s+|[^\W\d_a-z][\w&'’.-]*\s+)*"
"""Words of the name of a workplace before the one that is looked at."""
_REST = r"(?:\s+[^\W\d_a-z][\w&'’.-]*){0,3}"
"""Words of it behind that one."""
_OPENING = re.compile(rf"\W*{_NAME}")
_ENDS = re.compile(rf"[\w.]+(?P<rest>{_REST})\s*(?:(?P<mark>[,|·@()–—:-]|\d|$)|\b(?:in|since|from)\s)", re.MULTILINE)
"""A name from such a word on, and what may stand behind it: "Java Palace, ...", and no "Java and Kafka"."""
_LONE = re.compile(r"(?:^|[^\w\s]|\bat)\s*$")
"""Before a word with which the name of a workplace begins."""


class _Trades(NamedTuple):
    """Patterns: the words of trades, what stands before and behind the name of a workplace, a line with a trade alone, and a
    trade with its rank."""

    any: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    alone: re.Pattern[str]
    named: re.Pattern[str]


@cache
def _trades() -> _Trades:
    words = _words("trade")
    trade = rf"(?:[A-Za-z-]+\s+){{0,2}}(?:{either(words)})(?:\s*\([^()]*\))?"
    sign = r"(?:\s*[,|·@–—]\s*|\s+-\s+|\s+at\s+)"
    return _Trades(
        re.compile(rf"\b(?:{either(words)})\b", re.IGNORECASE),
        re.compile(rf"[^\w]*(?:[\w./' –—-]{{0,20}}\d[\w./' –—-]{{0,20}}[,:|]?\s+)?(?i:{trade}){sign}{_NAME}"),
        re.compile(rf"[\w.]+{_REST}{sign}(?i:{trade})\s*(?:[,|(·–—:-]|$)"),
        re.compile(rf"\W*(?i:{trade})\W*"),
        re.compile(rf"(?:(?:{either(_words('rank'))})\s+)*(?:{either(words)})", re.IGNORECASE),
    )


def _words(part: str) -> str:
    """The words of a part of `data/namesakes.yaml`, as `either` takes them."""
    return " | ".join(word for rule in rules("namesakes") if rule["part"] == part for word in rule["words"])


def is_trade(field: str) -> bool:
    """Whether the words of a field are such a trade, of whatever rank: "Registered Nurse"."""
    return _trades().named.fullmatch(field.strip()) is not None


class Workplaces:
    """The workplaces that one doc names beside such trades; none in a posting."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._any: bool | None = None
        """Whether it names one of the trades at all, once somebody has asked."""

    def name(self, first: int) -> bool:
        """Whether token `first` is part of the name of one."""
        if self._any is None:
            self._any = self._workspace.kind == "resume" and _trades().any.search(self._workspace.text) is not None
        return (
            self._any
            and self._workspace.capital(first)
            and _is_workplace(self._workspace.text, self._workspace.tokens.starts[first])
            and not self._is_of_list(first)
        )

    def _is_of_list(self, first: int) -> bool:
        """Whether token `first` is one of several technologies, or stands in a project: "Nurse", then "Python, R since 2018"."""
        unit = self._workspace.unit_of(first)
        if unit is not None and unit.section == "projects":
            return True
        listed = self._workspace.tokens.words[first + 1 : first + 2] == [","]
        return listed and any(candidate.first == first + 2 for candidate in self._workspace.candidates)


def _is_workplace(text: str, start: int) -> bool:
    """Whether what begins at `start` belongs to the name of a workplace of somebody who used no technology there."""
    line, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    end = len(text) if end < 0 else end
    if end - line > _LONGEST:
        return False
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    known = _trades()
    named = known.before.fullmatch(text, line, start) is not None
    if not named and _OPENING.fullmatch(text, line, start):
        named = (
            known.behind.match(text, start, end) is not None or known.alone.fullmatch(text, above, max(line - 1, 0)) is not None
        )
    return named and _ends(text, line, start) and _YEAR.search(text, line, min(len(text), end + _NEAR)) is not None


def _ends(text: str, line: int, start: int) -> bool:
    """Whether a name that goes on at `start` is at its end soon; that of one word only before a sign or a number."""
    found = _ENDS.match(text, start)
    return found is not None and (found["mark"] is not None or found["rest"] != "" or _LONE.search(text[line:start]) is None)
