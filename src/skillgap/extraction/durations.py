"""What numbers of years look like: "3+ years", "18 months", "two to four yrs", "five years and a half".

In: a text. Out: the numbers in it, and how many years they say. What they are of, and which name they speak of, `years` tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from skillgap.extraction.patterns import either

_WORDS = {
    word: float(n)
    for n, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
            *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
}
_BEFORE_A = "".join(
    f"|(?<={word} )"
    for word in ("with", "have", "bring", "about", "around", "roughly", "nearly", "almost", "and", "plus", "over", "[-*+•–—:;,]")
)
"""What may stand before "a year of": not "twice"."""
_OF_A_YEAR = r"(?=\s+year(?:['’]s\s|\s+(?:of|or\s+(?:so|two|more))\b))"
_ONE = (
    r"a(?=\s+year\s+and\s+a\s+half\b(?!\s+of\s+(?:us|them|our|the)\b))"
    rf"|(?:(?<=least )|(?<=than ))(?:half\s+)?a(?=\s+year)|(?:half\s+)?a(?=\s+decade)|half\s+a{_OF_A_YEAR}"
    r"|a\s+half(?=(?:\s+|-)year)"
    rf"|(?:^|(?<=\(){_BEFORE_A})a{_OF_A_YEAR}"
    r"|(?<=for )a(?=\s+year,?\s+(?:at\s+(?:the\s+)?(?:(?:very|bare)\s+)?(?:least|minimum)|minimum|or\s+(?:more|longer))\b)"
)
_HALVES = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})\s+and\s+a\s+half"
NUMBER = (
    rf"{_HALVES}|(?:\d{{1,2}}\s?)?½|(?:\d{{1,2}}\s+)?1/2|\d{{1,2}}(?:[.,]5)?|{'|'.join(_WORDS)}|(?:a\s+)?couple(?:\s+of)?|{_ONE}"
)
"""The pattern of a number as people write it before years."""
_UNIT = r"(?P<unit>years?|yrs?|yoe|decades?|months?|mos?|y)"
_AND_MONTHS = r"(?:(?:,?\s+and|,|\s*&)?\s+(?P<more>\d{1,2})\s*(?:months?|mos?)\b\.?)?+"
"""The months of "2 yrs 3 mos"."""
_OR_MORE = r"(?:\s+or\s+(?:so|two|more|longer)\b|\s+plus\b(?=\s+(?:of|in|with)\b|\s*(?:[,.;)]|$)))"
_HALF = r"(?P<half>\s+and\s+a\s+half\b(?!-|\s+(?:years?|days?|months?)\b))?"
"""The half of "five years and a half"."""
_OF_A_THING = either(
    "ago | from now | old | contract | fixed | program | project | assignment | position | warranty | of age | in business |"
    " in a row | degree | diploma | apprenticeship | internship | traineeship | bootcamp | after | later | trial |"
    " notice | break | sabbatical | retention | secondment | cover(?!\\w)"
    r" | \(?(?:of )?(?:(?:an? |your )?(?:maternity|paternity|parental|family|sick)) (?:leave )?"
    r"(?:cover|leave|replacement|stand-in)"
)
YEARS = re.compile(
    rf"(?<![\w.$€£-])(?P<low>{NUMBER})\s*\+?\s*(?:\((?:\d+|{'|'.join(_WORDS)})\)\s*)?"
    rf"(?:(?:-|to|(?:and|or)(?=\s+(?:\d|{'|'.join(_WORDS)}\b))|or more|-?plus)\s*(?P<high>{NUMBER})?)?\s*\+?\s*"
    r"(?:(?:full|solid|whole)\s+)?"
    rf"{_UNIT}\b(?:(?<=yr)\.|(?<=yrs)\.)?{_HALF}{_OR_MORE}?(?:['’]s?)?\+?{_AND_MONTHS}(?!{_OR_MORE}?(?:\s*|-){_OF_A_THING}|-)",
    re.I,
)
"""A number of years or months, if they are not the age or the length of something."""
YEAR_WORDS = frozenset({"year", "years", "yr", "yrs", "yoe", "decade", "decades", "month", "months", "mo", "mos", "y"})
"""One of these tokens is in any number of years; quick to look for."""
_ALONE = re.compile(
    rf"(?:(?:at least|min(?:imum|\.)?|over|more than|>=?|≥)\s*)?(?P<low>{NUMBER})\s*\+?(?:\s*(?:-|to)\s*(?:{NUMBER})\s*\+?)?"
    rf"(?:\s*{_UNIT}\b\.?\+?(?:\s+(?:of\s+)?(?:experience|exp\.?))?"
    r"(?:\s+(?:min(?:imum|\.)?|or more))?)?",
    re.I,
)
"""Years and nothing else, as in a cell of a table."""
_AROUND = " \t\n`*_"
"""What may stand around them there."""


def years_of(text: str, *, bare: bool = False) -> float:
    """The years that a text says if it says nothing else, 0 if it does. `bare`: a number alone is meant as years."""
    match = _ALONE.fullmatch(text.strip(_AROUND))
    return value(match) if match and (bare or match["unit"]) else 0.0


@dataclass(frozen=True, slots=True)
class Bound:
    """Years bound to mentions (indices). `years` is the lower end, in years; 18 months are 1.5. `start`: where they stand."""

    members: tuple[int, ...]
    years: float
    start: int


def value(match: re.Match[str]) -> float:
    """The years that a match of `YEARS` says: the lower end, whichever that is ("Java 8 - 5 years" begins with a version)."""
    ends = (match["low"], match.groupdict().get("high"))
    number = min(_number(end) for end in ends if end)
    unit = (match["unit"] or "").lower()
    if unit.startswith("mo"):
        return round(number / 12, 2)
    said = match.groupdict()
    if said.get("half"):
        number += 0.5
    more = said.get("more")
    return number * 10 if unit.startswith("decade") else round(number + int(more) / 12, 2) if more else number


def _number(text: str) -> float:
    word = text.lower().replace(",", ".")
    for half in ("½", "1/2"):
        if word.endswith(half):
            return float(word.removesuffix(half).strip() or 0) + 0.5
    if "couple" in word:
        return 2.0
    if "half" in word:
        whole = word.split()[0]
        return 0.5 if whole in {"a", "half"} else _number(whole) + 0.5
    return 1.0 if word == "a" else _WORDS[word] if word in _WORDS else float(word)
