"""Ranges of months as résumés write them: `Jan 2019 - Present`, `03/2018-11/2020`, `2016 to 2018`, `Summer 2015`, `since 2020`.

A year alone has no month. A range of two bare years counts their difference (2016 to 2018 is two years): its months are set to
July and June; a single year is counted as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from skillgap.extraction.tokens import plain

_MONTHS = {name: n for n, names in enumerate(
    ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september", "oct october",
     "nov november", "dec december"), 1) for name in names.split()}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12)}
_NAME = "|".join(sorted((*_MONTHS, *_SEASONS), key=len, reverse=True))
_YEAR = r"(?:19[6-9]|20[0-4])\d"


def _point(tag: str) -> str:
    return (
        rf"(?:(?P<name{tag}>{_NAME})\.?[\s,/'-]*(?P<ny{tag}>{_YEAR}|(?<=['’])\d\d)"
        rf"|(?P<m{tag}>0?[1-9]|1[0-2])\s?[/.]\s?(?P<my{tag}>{_YEAR})"
        rf"|(?P<iy{tag}>{_YEAR})[-/.](?P<i{tag}>0[1-9]|1[0-2])(?!\d)"
        rf"|(?P<y{tag}>{_YEAR}))"
    )


_NOW = r"(?P<now>present|now|current(?:ly)?|today|till date|to date|til date|date|ongoing|till now|until now)"
_RANGE = re.compile(
    rf"(?<![\w/.$€£-])(?:from\s+)?{_point('a')}\s*(?:-+|/|to|until|till|through|thru)\s*(?:till\s+|until\s+|to\s+)?(?:{_point('b')}|{_NOW})(?![\w/])", re.I
)
_SINCE = re.compile(rf"(?<!\w)since\s+{_point('a')}(?![\w/])", re.I)
_SINGLE = re.compile(rf"(?<![\w/.$€£-]){_point('a')}(?![\w/-])", re.I)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range at `[start, end)` of a line; `begun` and `ended` are firsts of months, both months counted."""

    start: int
    end: int
    begun: date
    ended: date
    current: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    year: int
    first: int | None
    last: int | None


def find_ranges(line: str, today: date, *, single: bool = False) -> Iterator[DateRange]:
    """The date ranges of a line, in order; with `single`, lone dates too (a certificate's year)."""
    text = plain(line)
    taken = 0
    for match in sorted((*_RANGE.finditer(text), *_SINCE.finditer(text)), key=lambda m: (m.start(), -m.end())):
        found = _range(match, today) if match.start() >= taken else None
        if found:
            taken = match.end()
            yield found
    if single and not taken:
        for match in _SINGLE.finditer(text):
            point = _read(match, "a")
            if point and point.year <= today.year:
                yield DateRange(match.start(), match.end(), date(point.year, point.first or 1, 1), date(point.year, point.last or 12, 1))


def months_between(begun: date, ended: date) -> int:
    """Months from one to the other, both counted."""
    return (ended.year - begun.year) * 12 + ended.month - begun.month + 1


def _range(match: re.Match[str], today: date) -> DateRange | None:
    begin = _read(match, "a")
    groups = match.groupdict()
    current = groups.get("now") is not None or match.re is _SINCE
    finish = None if current else _read(match, "b")
    if begin is None or (finish is None and not current):
        return None
    bare = begin.first is None and finish is not None and finish.first is None and begin.year != finish.year
    begun = date(begin.year, begin.first or (7 if bare else 1), 1)
    this_month = today.replace(day=1)
    ended = this_month if finish is None else date(finish.year, finish.last or (6 if bare else 12), 1)
    if finish is not None and finish.first is None and finish.year == today.year:
        ended = min(ended, this_month)
    if ended < begun or begun > this_month:
        return None
    return DateRange(match.start(), match.end(), begun, min(ended, this_month), current)


def _read(match: re.Match[str], tag: str) -> _Point | None:
    groups = match.groupdict()
    if groups.get(f"name{tag}"):
        name, year = groups[f"name{tag}"].lower(), int(groups[f"ny{tag}"])
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        first, last = _SEASONS.get(name) or (_MONTHS[name], _MONTHS[name])
        return _Point(year, first, last)
    for year_group, month_group in ((f"my{tag}", f"m{tag}"), (f"iy{tag}", f"i{tag}")):
        if groups.get(year_group):
            month = int(groups[month_group])
            return _Point(int(groups[year_group]), month, month)
    return _Point(int(groups[f"y{tag}"]), None, None) if groups.get(f"y{tag}") else None
