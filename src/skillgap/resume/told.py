"""Work that a résumé tells outside its jobs: a functional one has its deeds by theme, and its jobs as a bare list of dates.

In: what was found, and the entries. Out: for the mentions in sentences that begin with a deed ("Built the meter service at Hooli
in C#"), the job that the sentence names, or None where it names none: then nobody knows when it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from skillgap.model import Entry, Extraction, Unit
from skillgap.resume.body import TITLE
from skillgap.resume.use import use_words

_OUTSIDE = frozenset({"skills", "other"})
"""Sections in which deeds may stand by theme."""
_SHORTEST = 6
"""A sentence with fewer words may as well be an item of a list."""
_WORD = re.compile(r"\b[A-Z][\w&'’-]+(?!\S*\s+(?:19|20)\d\d)")
"""A word with a capital, and no month of a year."""
_AT = r"\b(?:at|for|with)\s+(?:the\s+)?"


def told_work(extraction: Extraction, entries: Sequence[Entry]) -> dict[int, Entry | None]:
    """The job of each mention in such a sentence, by where the mention begins; nothing in a résumé without jobs."""
    jobs = [entry for entry in entries if entry.kind == "job"]
    if not jobs:
        return {}
    result: dict[int, Entry | None] = {}
    starts = [unit.start for unit in extraction.units]
    inside = [(entry.start, entry.end) for entry in entries]
    for mention in extraction.mentions:
        if mention.section not in _OUTSIDE or any(start <= mention.start < end for start, end in inside):
            continue
        unit = extraction.units[bisect_right(starts, mention.start) - 1]
        text = extraction.tokens.plain[unit.start : unit.end]
        if _tells_a_deed(unit, text):
            result[mention.start] = _named(text, jobs)
    return result


def _tells_a_deed(unit: Unit, text: str) -> bool:
    return unit.kind != "heading" and len(text.split()) >= _SHORTEST and use_words().told.match(text) is not None


def _named(text: str, jobs: Iterable[Entry]) -> Entry | None:
    """The job whose employer a sentence names; the first, which is the latest, of several at one employer."""
    return next((job for job in jobs if any(_names(text, name) for name in _employers(job.heading))), None)


def _employers(heading: str) -> Iterator[str]:
    """What in the heading of a job may be the name of an employer or a part of it: words with capitals, and two together."""
    words = [match for match in _WORD.finditer(heading) if not TITLE.fullmatch(match[0])]
    yield from (match[0] for match in words)
    for one, other in pairwise(words):
        if other.start() == one.end() + 1:
            yield heading[one.start() : other.end()]


def _names(text: str, name: str) -> bool:
    """Whether a sentence names an employer: by two words of the name anywhere, by one behind "at"."""
    return re.search(rf"{'' if ' ' in name else _AT}\b{re.escape(name)}\b", text) is not None
