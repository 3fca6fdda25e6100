"""Ranges of months as résumés write them: `Jan 2019 - Present`, `03/2018-11/2020`, `2016 to 2018`, `May-Aug 2017`, `since 2020`.

A year alone has no month. A range of two bare years counts their difference (2016 to 2018 is two years): its months are set to
July and June; a single year is counted as a whole. Numbers that only look like years (prices, standards, telephones) are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from skillgap.extraction.tokens import plain
from skillgap.resume.calendar import FULL, Form, patterns_for, span

_DIGITS = re.compile(r"\d\d")
_EMPHASIS = re.compile(r"(?<![^\W_])[*_]+|[*_]+(?![^\W_])")
"""The marks around what Markdown stresses: `_June 2020 - Present_`."""
_NUMBERS = "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
_LENGTH = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s*(?P<unit>year|yr|month|mo|week)s?\b"
_NEAR = 60
"""So far before a number is looked for what says that it is no date, or how long something lasted (characters)."""
_LASTING = re.compile(rf"\W{{0,4}}(?:for\s+)?{_LENGTH}", re.IGNORECASE)
_LASTED = re.compile(rf"\b{_LENGTH}(?:,|\s+in|\s+of)?\s+(?P<until>(?:until|till|up\s+to)\s+)?$", re.IGNORECASE)
_LISTED = re.compile(r"[\s)\]]*(?:[,;&+/|]|and)[\s(\[]*", re.IGNORECASE)
"""What stands between the ranges of somebody who came back."""
_NUMBER_BEFORE = re.compile(
    r"(?:[#$€£]\s*|\b(?:iso|iec|rfc|din|en|cve|ports?|pages?|pp|version|tickets?|server|windows|office|salary|budget"
    r"|tel|phone|mobile|fax)[\s.:/-]*)$",
    re.IGNORECASE,
)
_NUMBER_AFTER = re.compile(
    r"\s*(?:[$€£%]|\+|(?:usd|eur|gbp|inr|k|ms|rps|tps|qps|users|requests|customers|employees|people|servers|lines|tests"
    r"|clients|orders|nodes|hours|files|months?|weeks?)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range at `[start, end)` of a line; `begun` and `ended` are firsts of months, both counted.

    `lone`: of one date only. `since`: told as "since May 2020". `others`: those of earlier times, where somebody came back.
    """

    start: int
    end: int
    begun: date
    ended: date
    current: bool = False
    lone: bool = False
    since: bool = False
    others: tuple[DateRange, ...] = ()

    def holds(self, other: DateRange) -> bool:
        """Whether another range lies in this one, and is shorter."""
        mine, its = (self.begun, self.ended), (other.begun, other.ended)
        return mine != its and mine[0] <= its[0] and its[1] <= mine[1]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What dates are read by."""

    today: date
    days_first: bool


@dataclass(frozen=True, slots=True)
class _Point:
    year: int
    first: int | None
    last: int | None


def has_days_first(text: str) -> bool:
    """Whether the dates of a text, `31/08/2020` and none like `08/31/2020`, show that their days come first."""
    dates = list(FULL.finditer(text))
    return any(int(match[1]) > 12 >= int(match[2]) for match in dates) and not any(int(match[2]) > 12 for match in dates)


def find_ranges(line: str, today: date, *, single: bool = False, days_first: bool = False) -> Iterator[DateRange]:
    """The date ranges of a line, in order; where there is none and `single`, lone dates (`Summer 2015`, a certificate's year).

    `days_first`: how to read dates in which both numbers may be the month.
    """
    if not _DIGITS.search(line):
        # no date is without two, and most lines are
        return
    text = _without_emphasis(plain(line))
    patterns = patterns_for(text)
    reading = _Reading(today, days_first)
    taken = 0
    for form, match in sorted(patterns.ranges(text), key=lambda found: (found[1].start(), -found[1].end())):
        if match.start() >= taken and not _is_number(text, line, match):
            found = _range(form, match, line, reading)
            if found:
                taken = match.end()
                yield found
    if single and not taken:
        for match in patterns.single.finditer(text):
            point = None if _is_number(text, line, match) or _short(match, "a") else _read(match, "a", reading)
            found = _lone(match, point, today) if point else None
            if found:
                yield found


def joined(ranges: Sequence[DateRange], line: str) -> DateRange | None:
    """The first range of a line, or a later one around it, as one with those listed beside it: `2016 - 2018, 2020 - 2022`."""
    if not ranges:
        return None
    together = [ranges[0]]
    for found in ranges[1:]:
        if not found.lone and found.holds(together[0]):
            together = [found]
        elif not found.lone and _LISTED.fullmatch(line, together[-1].end, found.start):
            together.append(found)
    if len(together) == 1:
        return together[0]
    last = max(together, key=lambda found: found.ended)
    others = tuple(found for found in together if found is not last)
    return replace(last, start=together[0].start, end=together[-1].end, others=others)


def months_between(begun: date, ended: date) -> int:
    """Months from one to the other, both counted."""
    return (ended.year - begun.year) * 12 + ended.month - begun.month + 1


def months_covered(spans: Iterable[tuple[date, date]]) -> int | None:
    """Months that any of the spans covers, each once; None without any."""
    ordered = sorted(set(spans))
    if not ordered:
        return None
    total = 0
    begun, ended = ordered[0]
    for first, last in ordered[1:]:
        if months_between(ended, first) <= 1:
            ended = max(ended, last)
        else:
            total += months_between(begun, ended)
            begun, ended = first, last
    return total + months_between(begun, ended)


def _without_emphasis(text: str) -> str:
    """The text with white space for the marks of emphasis, so that its offsets stay; none that would be a column's room."""
    return _EMPHASIS.sub(lambda marks: "\v" * len(marks[0]), text) if "_" in text or "*" in text else text


def _is_number(text: str, line: str, match: re.Match[str]) -> bool:
    """Whether what stands around a match says that it is no date. A hyphen glued to it does, a dash does not."""
    start = match.start()
    glued = start > 1 and line[start - 1] == "-" and not line[start - 2].isspace()
    named = any(match.groupdict().get(group) for group in ("namea", "nameb", "first", "now"))
    if glued or named:
        return glued
    return bool(_NUMBER_BEFORE.search(text, max(0, start - _NEAR), start) or _NUMBER_AFTER.match(text, match.end()))


def _range(form: Form, match: re.Match[str], line: str, reading: _Reading) -> DateRange | None:
    points: tuple[_Point, _Point | None] | None
    if form == "short":
        points = _read_short(match, line)
    elif form == "shared":
        points = _read_shared(match, reading)
    else:
        points = _read_both(form, match, reading)
    if points is None:
        return None
    begin, finish = points
    bare = begin.first is None and finish is not None and finish.first is None and begin.year != finish.year
    begun = date(begin.year, begin.first or (7 if bare else 1), 1)
    this_month = reading.today.replace(day=1)
    ended = this_month if finish is None else date(finish.year, finish.last or (6 if bare else 12), 1)
    if ended < begun or begun > this_month:
        return None
    # a bare year that still runs is not known to go on: "2020 - 2026" ends by now at the latest
    current = finish is None or (ended > this_month and not (finish.first is None and finish.year == reading.today.year))
    return DateRange(match.start(), match.end(), begun, min(ended, this_month), current, since=form == "since")


def _lone(match: re.Match[str], point: _Point, today: date) -> DateRange | None:
    begun, ended = date(point.year, point.first or 1, 1), date(point.year, point.last or 12, 1)
    this_month = today.replace(day=1)
    start, end = match.span()
    lasting = _LASTING.match(match.string, end) or _LASTED.search(match.string, max(0, start - _NEAR), start)
    months = _months(lasting) if lasting else 0
    until = lasting is not None and lasting.groupdict().get("until") is not None
    if lasting and (point.first or months <= 12 or until):
        start, end = min(start, lasting.start()), max(end, lasting.end())
        # the months of a year that names none are set to its last
        from_then = point.first and not until
        begun, ended = (begun, moved(begun, months - 1)) if from_then else (moved(ended, 1 - months), ended)
    return None if begun > this_month else DateRange(start, end, begun, min(ended, this_month), lone=True)


def _months(lasting: re.Match[str]) -> int:
    """How many months words say: `6 months`, `two years`; weeks are at least one."""
    said = lasting["count"].lower()
    count = int(said) if said.isdecimal() else _NUMBERS.index(said) + 1
    return max(1, math.ceil({"y": 12.0, "m": 1.0, "w": 12 / 52}[lasting["unit"][0].lower()] * count))


def moved(month: date, months: int) -> date:
    """The month that is so many later, or earlier."""
    count = month.year * 12 + month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _read_both(form: Form, match: re.Match[str], reading: _Reading) -> tuple[_Point, _Point | None] | None:
    begin = _read(match, "a", reading)
    running = form != "range" or match["now"] is not None
    if begin is None or (running and form == "open" and _short(match, "a")):
        return None
    if running:
        return begin, None
    finish = _read(match, "b", reading)
    # "May 14 - May 20, 2019" is days, not years
    return (begin, finish) if finish and (_short(match, "b") or not _short(match, "a")) else None


def _read_short(match: re.Match[str], line: str) -> tuple[_Point, _Point] | None:
    """`2019-21`; `2009-11` is a month of ISO 8601, but with a dash or a slash between two years."""
    year, last = int(match["from"]), int(match["to"])
    if last <= 12 and "-" in line[match.start() : match.end()]:
        return None
    finish = year // 100 * 100 + last
    finish += 0 if finish > year else 100
    return (_Point(year, None, None), _Point(finish, None, None)) if finish - year < 30 else None


def _read_shared(match: re.Match[str], reading: _Reading) -> tuple[_Point, _Point] | None:
    """`May - Aug 2017`, `05-08/2017`: both in the year of the second."""
    finish = _read(match, "b", reading)
    if finish is None or finish.first is None or _short(match, "b"):
        return None
    if match["number"]:
        return (_Point(finish.year, int(match["number"]), None), finish) if match["mb"] else None
    first, _ = span(match["first"])
    return (_Point(finish.year, first, None), finish) if match["nameb"] else None


def _short(match: re.Match[str], tag: str) -> bool:
    """Whether a point has a year of two digits that nothing marks as one."""
    groups = match.groupdict()
    return bool(groups.get(f"s{tag}") or groups.get(f"sy{tag}"))


def _read(match: re.Match[str], tag: str, reading: _Reading) -> _Point | None:
    groups = match.groupdict()

    def got(name: str) -> str | None:
        return groups.get(f"{name}{tag}")

    for name, year in ((got("name"), got("ny")), (got("yname"), got("yy"))):
        if name and year:
            full = _year(year, reading.today)
            return _Point(full, *span(name)) if full else None
    for month, year in (
        (got("m"), got("my")),
        (got("sm"), got("sy")),
        (got("i"), got("iy")),
        (_month_of(groups, tag, reading), got("fy")),
    ):
        if month and year:
            full = _year(year, reading.today)
            return _Point(full, int(month), int(month)) if full else None
    full = _year(got("y") or "", reading.today)
    following = got("z")
    if full and following:
        if (full + 1) % 100 != int(following):
            return None
        full += tag == "b"
    return _Point(full, None, None) if full else None


def _month_of(groups: dict[str, str | None], tag: str, reading: _Reading) -> str | None:
    """The month of a full date: `30/11/2020`, `11/30/2020`. Where both do, the other date, the text or the separator tells."""
    first, second = groups.get(f"fa{tag}"), groups.get(f"fb{tag}")
    if not first or not second:
        return None
    if any(int(groups.get(f"fa{other}") or 0) > 12 for other in "ab"):
        month = second
    elif any(int(groups.get(f"fb{other}") or 0) > 12 for other in "ab"):
        month = first
    else:
        month = second if reading.days_first or groups.get(f"sep{tag}") == "." else first
    return month if 1 <= int(month) <= 12 else None


def _year(digits: str, today: date) -> int | None:
    if len(digits) == 2:
        return 2000 + int(digits) if int(digits) <= today.year % 100 + 6 else 1900 + int(digits) if int(digits) >= 60 else None
    return int(digits) if digits else None
