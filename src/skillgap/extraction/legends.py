"""What letters and signs stand for in the cells of a table, where the text says so: "E = essential, D = desirable".

In: a text with plain characters. Out: the kind of section by mark, an empty one where a mark says nothing of how much is asked
(`C = we use it`). A legend tells two marks or more apart in one line, and one of them is a must.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from skillgap.extraction.data import rules

LETTERS: Mapping[str, str] = {"E": "required", "D": "preferred"}
"""What letters mean in the specifications of public offices, which need no legend: essential and desirable."""
_QUOTES = "()[]*_\"' "
_ENTRY = re.compile(
    r"(?<![\w+#])[(\[*_\"']{0,3}(?P<mark>[A-Z]{1,2}|[+✓✔●○]{1,3})[)\]*_\"']{0,3}\s*"
    r"(?:=|:|\s[-–—]|\bmeans\b|\bis\b|\bstands for\b)\s*(?P<said>[^\n|,;.()=]{3,60})"
)
_FIRST = re.compile(r"[A-Z+✓✔●○][)\]*_\"']{0,3}\s*(?:=|:|[-–—]|\b(?:means|is|stands)\b)")
"""What all legends have; quick to look for."""
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_FEW = 6
"""No legend has more entries."""


def legend_of(text: str) -> Mapping[str, str]:
    """The kinds of section by mark; nothing without a legend."""
    if _FIRST.search(text) is None:
        return {}
    for line in text.splitlines():
        entries = {entry["mark"]: _kind(entry["said"]) for entry in _ENTRY.finditer(line)}
        if 1 < len(entries) <= _FEW and "required" in entries.values():
            return entries
    return {}


def mark_of(cell: str) -> str:
    """A cell as a legend has it: without brackets and emphasis."""
    return cell.strip(_QUOTES)


def _kind(said: str) -> str:
    """The kind of section that the words of an entry mean; empty if none."""
    words = set(_WORD.findall(said.lower()))
    return next((kind for kind, known in _rules() if words & known), "")


@cache
def _rules() -> list[tuple[str, frozenset[str]]]:
    return [(rule["kind"], frozenset(rule["words"])) for rule in rules("legends")]
