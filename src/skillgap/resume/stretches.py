"""Sentences of a résumé that open with a stretch of time, and what was mainly done in it: "Over eighteen months, moved the
services to Azure", "In the last five years I mostly wrote Kotlin", "From 2019 to 2022 I ran Kafka", "Since 2020: Kotlin + Kafka".

In: a sentence (plain text), the technologies in it and where they stand, today's date. Out: the stretch, and which of the
technologies it is of. A stretch is of the first of them behind what somebody did, with those listed beside it: more is not said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from skillgap.extraction.durations import YEARS, value
from skillgap.extraction.years import runs_of
from skillgap.resume.dates import DateRange, find_ranges
from skillgap.resume.said import pattern
from skillgap.resume.use import FIRM, VERSION, use_words

_REACH = 9
"""How many words may stand between what somebody did and its technology."""
_EARLY = 40
"""So early in a sentence stands the year of dates that open it (characters)."""
_LENGTH = re.compile(
    r"\W*(?:(?:over|during|in|throughout)\s+(?:the\s+course\s+of\s+)?)?(?:(?:the|my|these)\s+)?(?:(?:last|past|first)\s+)?"
    rf"(?P<length>{YEARS.pattern})(?:\s+now\b)?",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"\W*(?P<firm>(?:at|for|with)\s+{FIRM},?\s+)?", re.IGNORECASE)
"""Before dates that open a sentence, or a list of names: for whom it was."""
_LABEL = re.compile(r"\s*:\s+|\s+")
_LISTED = re.compile(rf"{VERSION}\s*(?:[.,;()]|$|(?:at|for|with|in)\b)", re.IGNORECASE)
"""Behind a list of names with dates before it, and no label: nothing more is said of them."""
_WHERE = re.compile(r"(?:\s+(?:at|in|with|from|up\s+to|until|to)\s+[^,;:.()]{1,40})??", re.IGNORECASE)
"""Between a stretch and what was done in it: at whose firm, from when on."""
_LEFT = re.compile(r"\b(?:from|off|of|replace[ds]?|replacing)\s+(?:(?:the|our|an?|its|their)\s+)?$", re.IGNORECASE)
"""Before what somebody moved away from."""
_PARTS = re.compile(r"[,;:.()]|\b(?:about|that|which|who|whose|where)\b", re.IGNORECASE)
"""What is done reaches across none of these."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, in months or in dates, and the technologies that it is of (indices). `end`: where its words end."""

    end: int
    members: tuple[int, ...]
    months: int = 0
    dates: DateRange | None = None


def stretch_of(text: str, spans: Sequence[tuple[int, int]], today: date) -> Stretch | None:
    """The stretch that opens a sentence about oneself, and what it is of; `spans` are those of technologies."""
    length = _LENGTH.match(text)
    dates = None if length else _opening_dates(text, today)
    if not (length or dates):
        return None
    end = length.end() if length else dates.end if dates else 0
    if use_words().no_work.search(text, end):
        return None
    of_a_firm = dates is not None and any(map(str.isalnum, text[: dates.start]))
    done = None if of_a_firm else _done().match(text, end)
    if done is not None:
        members = _main(text, spans, (end, done.end()), beside=done["only"] is not None)
    else:
        members = _labelled(text, spans, end) if dates else ()
    if not members:
        return None
    return Stretch(end, members, round(value(length) * 12) if length else 0, dates)


def _opening_dates(text: str, today: date) -> DateRange | None:
    """The dates that open a sentence, if it has no others."""
    if not _YEAR.search(text, 0, _EARLY):
        return None
    ranges = list(find_ranges(text, today))
    opens = _OPENS.match(text)
    if len(ranges) != 1 or not opens or ranges[0].start > opens.end():
        return None
    return None if ranges[0].lone or _YEAR.search(text, ranges[0].end) else ranges[0]


def _main(text: str, spans: Sequence[tuple[int, int]], done: tuple[int, int], *, beside: bool) -> tuple[int, ...]:
    """The first technology behind the words for what was `done` and those listed beside it. `beside`: nothing stands between."""
    start = done[1]
    for run in runs_of(text, spans):
        first = next((index for index in run if spans[index][0] >= start), None)
        if first is None:
            continue
        gap = text[start : spans[first][0]]
        if _PARTS.search(gap) or len(gap.split()) > _REACH or (beside and gap.strip()):
            return ()
        if not _LEFT.search(text, done[0], spans[first][0]):
            return tuple(index for index in run if index >= first)
    return ()


def _labelled(text: str, spans: Sequence[tuple[int, int]], end: int) -> tuple[int, ...]:
    """The technologies that are listed right behind dates, which stand before `end`: "Since 2020: Kotlin + Kafka"."""
    label = _LABEL.match(text, end)
    if label is None:
        return ()
    members = _main(text, spans, (end, label.end()), beside=True)
    return members if members and (":" in label[0] or _LISTED.match(text, spans[members[-1]][1])) else ()


@cache
def _done() -> re.Pattern[str]:
    """What leads from a stretch to what oneself did in it: "I have mostly written", "moved", ", mostly"."""
    mainly = rf"(?:{pattern('claims', 'mainly')}\s+)"
    did = rf"{pattern('claims', 'deed', 'deed going on')}\b"
    myself = rf"I(?:['’]ve|\s+have|\s+had|\s+was|\s+am)?(?:\s+been)?\s+{mainly}*{did}"
    alone = rf"{mainly}*{did}(?!\s+by\b)"
    return re.compile(rf"\s+{alone}|{_WHERE.pattern}(?:,?\s+{myself}|,\s+{alone}|,?\s+(?P<only>{mainly}+))", re.IGNORECASE)
