"""What dates look like in résumés: the patterns of `dates`, with the months and words of English and of other languages.

In: a line. Out: the patterns to look for in it. What a match means is told in `dates`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from typing import Literal

from skillgap.extraction.data import rules
from skillgap.extraction.tokens import plain

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august"),
            *("sep sept september", "oct october", "nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_PARTS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 12),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
"""Parts of a year: first and last month."""
_YEAR = r"(?:19[6-9]|20[0-4])\d"
_MONTH = r"0?[1-9]|1[0-2]"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_PLANNED = r"expected|anticipated|planned|estimated|est\.?|exp\.?"
"""What stands before an end that is still to come."""
_SAID = ("now", "to", "since")
"""What words of other languages say (`data/calendar.yaml`)."""
_LETTERS = re.compile(r"[^\W\d_]+")
_GLUED = r"(?-i:(?<=[^\W\d_])(?=[A-Z][a-z]))"
"""Between a name and the month that a copied page has glued to it: `AcmeMay 2020`."""
_BEFORE = rf"(?:(?<![\w/.$€£+])(?<!\d\d )(?<!\d\d\d\) )'?|{_GLUED})"
_AFTER = r"(?![\w/]|-\d|\.\d)"
_FROM = r"(?:(?:from:?|between)\s+)?"
_SHORT = re.compile(rf"{_BEFORE}(?P<from>{_YEAR})\s?[-/]\s?'?(?P<to>\d\d){_AFTER}")
_RUNS_ON = re.compile(r"(?:[->]|to|on|onwards?)\s*(?:$|[)\]|])|-(?:[ \n]{2}|\t)", re.IGNORECASE)
"""What stands behind a date that runs on; quick to look for."""
FULL = re.compile(rf"(?<![\w/.-])(\d{{1,2}})[/-](\d{{1,2}})[/-]{_YEAR}(?![\w/-])")
"""A day, a month and a year; which of the first two is the month, the pattern does not say."""


Form = Literal["range", "short", "shared", "open", "since"]
"""What a pattern of a range finds: two dates, `2019-21`, two months of one year, a date that runs on, or since when."""


class Patterns:
    """What dates look like, in English or (`everywhere`) in all languages, which cost more to use.

    Each pattern is long, so it is made when it is asked for.
    """

    def __init__(self, everywhere: bool) -> None:
        self._everywhere = everywhere
        months, said = _elsewhere() if everywhere else ({}, {key: [] for key in _SAID})
        self._name = _grouped({*_MONTHS, *_PARTS, *months})
        self._first, self._second = _point("a", self._name), _point("b", self._name)
        self._until, self._since = ("".join(f"|{_spelt(word)}" for word in said[key]) for key in ("to", "since"))
        self._now = "".join(rf"{_spelt(word)}(?!\w)|" for word in said["now"])
        self._to = (
            rf"(?:-+>?|/|~|→|=>|\.\.+|…|\b(?:to:?|until|till?|through|thru|up\s+to{self._until})(?!\w)"
            r"|[,;|]?\s*\bend(?:ed|\s+date)?\s*:)"
        )

    def ranges(self, text: str) -> Iterator[tuple[Form, re.Match[str]]]:
        """Whatever looks like a range in a line (plain text), form by form."""
        forms: list[tuple[Form, re.Pattern[str]]] = [("range", self._range), ("short", _SHORT), ("shared", self._shared)]
        if _RUNS_ON.search(text):
            forms.append(("open", self._open))
        if self._everywhere or "since" in text.lower():
            forms.append(("since", self._since_when))
        yield from ((form, match) for form, pattern in forms for match in pattern.finditer(text))

    @cached_property
    def single(self) -> re.Pattern[str]:
        """A lone date."""
        return re.compile(rf"{_BEFORE}{self._first}(?![\w/-])", re.IGNORECASE)

    @cached_property
    def _range(self) -> re.Pattern[str]:
        now = (
            rf"(?P<now>{self._now}(?:the\s+)?present(?:[\s-]+(?:day|date|time))?|now|current(?:ly)?(?:\s+date)?|today"
            r"|(?:till?|to|until)[\s-]*(?:date|now|present|today)|date|ongoing|in\s+progress|this\s+day|onwards?)"
        )
        return re.compile(
            rf"{_BEFORE}{_FROM}{self._first}\s*(?:{self._to}|(?<=\s)and\b)\s*(?:(?:till?|until|to{self._until}|{_PLANNED})\s+)?"
            rf"(?:'?{self._second}|{now}){_AFTER}",
            re.IGNORECASE,
        )

    @cached_property
    def _shared(self) -> re.Pattern[str]:
        return re.compile(
            rf"{_BEFORE}{_FROM}(?:(?:{_DAY}\s+)?(?P<first>{self._name})\b\.?(?:\s+{_DAY})?|(?P<number>{_MONTH}))"
            rf"\s*(?:{self._to}|/|&)\s*{self._second}{_AFTER}",
            re.IGNORECASE,
        )

    @cached_property
    def _open(self) -> re.Pattern[str]:
        return re.compile(
            rf"{_BEFORE}{_FROM}{self._first}\s*(?:(?:-+>?|\bto|\bonwards?|\bon)\s*(?=$|[)\]|])|-(?=[ \n]{{2}}|\t))",
            re.IGNORECASE,
        )

    @cached_property
    def _since_when(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:since{self._since})\s+'?{self._first}{_AFTER}", re.IGNORECASE)


def patterns_for(text: str) -> Patterns:
    """The patterns for a line (plain text): with the words of other languages only where it has one."""
    words, signs = _foreign()
    lowered = text.lower()
    return _patterns(not words.isdisjoint(_LETTERS.findall(lowered)) or any(sign in lowered for sign in signs))


def span(name: str) -> tuple[int, int]:
    """The first and the last month of a month or a part of the year, by its name."""
    lowered = name.lower()
    month = _MONTHS.get(lowered) or _elsewhere()[0].get(lowered)
    return (month, month) if month else _PARTS[lowered]


@cache
def _elsewhere() -> tuple[dict[str, int], dict[str, list[str]]]:
    """The months of other languages, and their words by what they say."""
    languages = rules("calendar", "skillgap.resume")
    months = {n: number for each in languages for number, names in enumerate(each["months"], 1) for n in names.split()}
    return months, {key: sorted((word for each in languages for word in each[key]), key=len, reverse=True) for key in _SAID}


@cache
def _foreign() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words without one of which a line says nothing that only `Patterns` of all languages find, and signs (`t/m`)."""
    months, said = _elsewhere()
    longest = {plain(word): max(_LETTERS.findall(plain(word)), key=len) for word in chain(months, *said.values())}
    signs = tuple(word for word, part in longest.items() if len(part) == 1 < len(word))
    return frozenset(part for word, part in longest.items() if word not in signs), signs


_patterns = cache(Patterns)


def _grouped(names: Iterable[str]) -> str:
    """Any of the names; grouped by their first letters, since they are tried at each word."""
    ends: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        ends[name[0]].append(name[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(ends.items()))


def _spelt(word: str) -> str:
    """A pattern for a word of another language."""
    return re.escape(plain(word)).replace(r"\ ", r"\s+")


def _point(tag: str, name: str) -> str:
    """A point in time. Two-digit years need an apostrophe, or (group `s`) a partner that tells. Group `z` ends `2015/16`."""
    return (
        rf"(?:(?:{_DAY}[\s.-]+)?(?P<name{tag}>{name})(?![a-z])\.?(?:\s+{_DAY},?\s+(?=\d{{4}})|[\s,./'-]*)"
        rf"(?P<ny{tag}>{_YEAR}|(?<=')\d\d|(?P<s{tag}>(?<=[\s.-])\d\d))(?!\d)"
        rf"|(?P<fa{tag}>\d{{1,2}})(?P<sep{tag}>[/.-])(?P<fb{tag}>\d{{1,2}})(?P=sep{tag})(?P<fy{tag}>{_YEAR})"
        rf"|(?P<m{tag}>{_MONTH})\s?[/.-]\s?(?P<my{tag}>{_YEAR})"
        rf"|(?P<sm{tag}>{_MONTH})[/']'?(?P<sy{tag}>\d\d)(?!\d)"
        rf"|(?P<iy{tag}>{_YEAR})[-/.](?P<i{tag}>{_MONTH})(?:[-/.]\d\d)?(?!\d)"
        rf"|(?P<yy{tag}>{_YEAR})(?:\s|,\s?|[./-])(?P<yname{tag}>{name})\b(?!\.?[\s,./']*\d)"
        rf"|(?P<y{tag}>{_YEAR}|(?<=')\d\d(?!\d))(?:/(?P<z{tag}>\d\d)(?!\d))?)"
    )
