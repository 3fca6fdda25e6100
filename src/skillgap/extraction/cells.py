"""What a cell of a table says if it says nothing else: how much is asked, or whose the skills of its column are.

In: the text of a cell, with plain characters. Out: a kind of section. Where the cell stands is for `tables` to weigh.
"""

from __future__ import annotations

import re
from functools import lru_cache

from skillgap.extraction.headings import cleaned, heading_kind
from skillgap.extraction.phrases import phrase
from skillgap.taxonomy.forms import split

_LEVELS = frozenset({"required", "preferred", "negated"})
LONGEST = 40
"""A cell that is longer (characters) is no head and no level."""
_MUST = re.compile(r"\b(?:must|requir|mandatory|essential|need|minimum|non negotiable)")
"""What says of a heading that is asked for that it is a level: "skills" and "experience" are heads of columns too."""
_NOUNS = re.compile(r"^(?:highly |strongly )|(?<=\w) (?:skills?|technologies|tools|experience|knowledge|qualifications)$")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
"""What a head adds in brackets: "Never (honestly)"."""
_SAID = {"untouched": "negated", "denies": "negated", "learningnow": "wanted", "wished": "wanted"}
"""Names of phrases, and what the columns are that they head."""
_SHORTEST = 5
"""A denial that is shorter (characters) may be the answer to anything, or "No." for a number."""


@lru_cache(maxsize=5000)
def level_said(text: str) -> str | None:
    """The level that a cell says, if it says nothing else."""
    if len(text) > LONGEST or not any(map(str.isalpha, text)):
        return None
    words = cleaned(text)
    found = heading_kind(words, "posting", False) or heading_kind(_NOUNS.sub("", words), "posting", False)
    return found if found in _LEVELS and (found != "required" or _MUST.search(words)) else None


@lru_cache(maxsize=5000)
def status_said(text: str) -> str | None:
    """Whether a head says that its column is denied or only wished for, as in a table of what somebody knows how well."""
    text = _ASIDE.sub("", text)
    if not _SHORTEST <= len(text) <= LONGEST:
        return None
    words = split(cleaned(text))
    return next((said for name, said in _SAID.items() if len(words) in phrase(name).stops(words, 0, 0, len(words))), None)
