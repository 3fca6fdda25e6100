"""Years of experience in a sentence, bound to the skills that they speak of.

"3+ years of Python", "Java (5 yrs)", "at least five years' experience with Java or Kotlin". Years of a role ("5 years in backend
development"), of a company and of a contract bind to nothing. A zero behind a name says that there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.extraction.patterns import either

_WORDS = {
    word: float(n) for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
} | {"twelve": 12.0, "fifteen": 15.0}
_BEFORE_A = "".join(
    f"|(?<={word} )"
    for word in ("with", "have", "bring", "about", "around", "roughly", "nearly", "almost", "and", "plus", "over", "[-*+•–—:;,]")
)
"""What may stand before "a year of": not "twice"."""
_OF_A_YEAR = r"(?=\s+year(?:['’]s\s|\s+(?:of|or\s+(?:so|two|more))\b))"
_ONE = (
    rf"(?:(?<=least )|(?<=than ))(?:half\s+)?a(?=\s+year)|a(?=\s+decade)|half\s+a{_OF_A_YEAR}|a\s+half(?=(?:\s+|-)year)"
    rf"|(?:^|(?<=\(){_BEFORE_A})a{_OF_A_YEAR}"
)
_HALVES = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})\s+and\s+a\s+half"
_NUMBER = rf"{_HALVES}|\d{{1,2}}(?:[.,]5)?|{'|'.join(_WORDS)}|(?:a\s+)?couple(?:\s+of)?|{_ONE}"
_UNIT = r"(?P<unit>years?|yrs?|yoe|decades?|months?|mos?|y)"
_AND_MONTHS = r"(?:(?:,?\s+and|,|\s*&)?\s+(?P<more>\d{1,2})\s*(?:months?|mos?)\b\.?)?+"
"""The months of "2 yrs 3 mos"."""
_OR_MORE = r"(?:\s+or\s+(?:so|two|more)\b)"
_OF_A_THING = either(
    "ago | from now | old | contract | fixed | program | project | assignment | position | warranty | of age | in business |"
    " in a row"
)
YEARS = re.compile(
    rf"(?<![\w.$€£-])(?P<low>{_NUMBER})\s*\+?\s*(?:\(\d+\)\s*)?"
    rf"(?:(?:-|to|and(?=\s+\d)|or more|-?plus)\s*(?P<high>{_NUMBER})?)?\s*\+?\s*(?:(?:full|solid|whole)\s+)?"
    rf"{_UNIT}\b(?:(?<=yr)\.|(?<=yrs)\.)?{_OR_MORE}?(?:['’]s?)?\+?{_AND_MONTHS}(?!{_OR_MORE}?(?:\s*|-){_OF_A_THING}|-)",
    re.I,
)
"""A number of years or months, if they are not the age or the length of something."""
YEAR_WORDS = frozenset({"year", "years", "yr", "yrs", "yoe", "decade", "decades", "month", "months", "mo", "mos", "y"})
"""One of these tokens is in any number of years; quick to look for."""
_REACH = 9
"""How many words may stand between the years and the skill that they speak of."""
_GOES_ON = "".join(f"(?<!{word})" for word in ("yrs", "exp", "min", "following", "languages", "technologies", "these"))
_COMMA_GOES_ON = either(
    r"hands-on | ideally | preferably | mostly | mainly | \d | but\s+not\s+limited\s+to\b | (?:or|and)?\s*$"
    r" | (?<=ing,)\s*(?:[a-z]+ing(?:,|\s+(?:and|or)\s)|(?:and|or)\s+[a-z]+ing\b)"
)
_CLAUSE = either(
    "and a | and an | and have | and know | and good | and solid | and strong | and knowledge | but(?! not limited to)"
    r" | who | plus | including(?! \d|, but not limited to)"
)
_END = re.compile(rf"{_GOES_ON}[.;:!?]\s|[,;](?!\s*{_COMMA_GOES_ON})|\b{_CLAUSE}\b", re.I)
"""What ends the reach of years."""
_SPAN = either(
    "after | within | during | contract of | contract for | probation of | every | in the first | in the last |"
    " in the next | in the past | in the coming | over the next | over the coming | for the next | for the coming | during the"
)
_NOT_OURS = re.compile(
    rf"(?:\b{_SPAN}\s+(?:the first |about |over |more than )?|\bfor (?:(?:over|more than|about|almost|nearly) )?"
    r"|(?:^\W*|[.;!?]\s+)in )$",
    re.I,
)
"""What before the years says that they are a span of time and nobody's experience."""
_AT_MOST = re.compile(r"(?:\bup to|\bat most|\b(?<!no )(?<!not )(?:less|fewer) than|\bno more than|\bnot more than|<)\s*$", re.I)
"""What before the years says that there are no more of them: nothing is asked for so long."""
_COMPANY = re.compile(r"\s*(?:now,? )?(?:we|our|it)\b", re.I)
_OF_A_SYSTEM = re.compile(
    r"\b(?:which|it|(?:platform|system|product|app(?:lication)?|software|service|site|monolith|codebase|stack|estate)(?: that)?)"
    r" (?:has|have) (?:(?!you\b|who\b)[^.;:]){0,60}$",
    re.I,
)
"""Before "for 5 years": what has been used by a thing, not by a person."""
_THEN = re.compile(r",?\s*(?:you|we|our|it|this)\b", re.I)
"""Behind "in 3 months": what will be then."""
_HEADS = re.compile(r"(?:\s+(?:of\s+)?(?:[\w-]+\s+)?(?:experience|exp\.?))?(?:\s+(?:in|with|of|using))?\s*:\s*[*_`]*", re.I)
"""What stands between years and a list that they head: "5+ years: Java, Kafka", "3 years of experience with: Go"."""
_PART = re.compile(
    rf"(?:[,(]|\bincl\.|\b(?:and|which|these|those|them|including|least|with|thereof)\b)\s*"
    rf"(?:(?:(?:no|not)\s+(?:fewer|less)\s+than|(?:a\s+)?min(?:imum|\.)(?:\s+of)?)\s+)?(?P<low>{_NUMBER})(?:\+|\s+or\s+more)?\s+"
    r"(?:of\s+(?:them|those|these|which|that)\s+)?(?:(?:have|has|had|been|were|was|being|spent|years)\s+){0,4}"
    r"(?P<unit>in|with|on|using|writing|building|working|programming|coding"
    r"|(?<=\+ )of(?!\s+(?:the|our|your|these|those|them|which)\b))\b",
    re.I,
)
"""A part of years named before: "5 years in backend development, 2 of them with Go"."""
_LESS = re.compile(rf"\bfor\s+(?:(?:at\s+least|over|more\s+than)\s+)?(?P<low>{_NUMBER})\+?(?P<unit>)(?=\s*(?:$|[.,;)]))", re.I)
"""The same behind a name, without the unit: "Java for 6 years, Kafka for 2"."""
_CLOSED = re.compile(
    r"(?:\s+(?:of\s+)?(?:commercial\s+)?(?:experience|exp\.?))?(?:\s+(?:at\s+(?:the\s+)?(?:very\s+)?least|minimum|min\.?))?\s*"
    r"(?:[),;|./\]]|$|\bin production\b)",
    re.I,
)
"""What closes years that stand behind their skill: "Python (3 years)", "Java, 5 years"."""
_USED = re.compile(r"^\s+in\s+(?:production|prod|anger|live\s+systems?|real\s+life)\b", re.I)
"""How something was used, between its name and years that are closed: "Java in production, 5 years"."""
_APART = re.compile(r"[,/;]")
_OWN = re.compile(rf"[\s:(-]*{YEARS.pattern}\s*(?:[),;|./\]]|$)", re.I)
"""Years right behind a name, which are its own: "8 years in all, Kafka 4 years"."""
_FOR = re.compile(r"\s+for\s+(?:(?:over|more than|about|almost|nearly|at least|the (?:last|past))\s+)*", re.I)
_GOES_ON_WITH = re.compile(r"\s+(?:and|but|plus|while|then)\b", re.I)
"""What stands before and behind years of the name before them, whatever follows: "Java for 6 years and Kafka for 2"."""
_EACH = re.compile(
    r"(?:\s+(?!and\b|or\b)\w+){0,3}?\s+(?:each|(?:in|with|of|on)\s+(?:both|each|all\s+of\s+(?:them|these)))\b", re.I
)
"""What binds years to all of the names before them: "C# and SQL, 4 years in both"."""
_PAIR = re.compile(r"\s*(?:and|&|/|,?\s*e\.g\.)\s*", re.I)
_BETWEEN = either(
    "expert | advanced | proficient | intermediate | basic | about | around | nearly | almost | ca | approx | several | years |"
    " experience | exp | development | developer | at | least | minimum | min | more | than |"
    " over | of | for | with | programming | preferably | is | required | a | living | commercially | professionally | daily |"
    " well | - | services? | applications? | apps? | backends? | back ends? | systems? | projects? | code"
)
_BACKWARD = re.compile(rf"[\s,:(*_`\"|\[/=~-]*(?:\b(?:{_BETWEEN}\b|w/)[\s,.:(*_`\"~-]*)*", re.I)


_RELEASE = r"v?\d[\d.]*(?:\.?x\b|[cgi]\b)?"
_VERSION = re.compile(
    rf"^\s*[(/]?{_RELEASE}(?:\s*/\s*{_RELEASE})*\+?(?:\s+lts\b)?(?:\s+\(?(?:or|and)\s+(?:above|higher|later|newer|up)\b)?\)?"
    rf"(?![\w+]|\s*(?:[+-]\s*)?(?:\d|ye?a?rs?|yoe|m))",
    re.I,
)
"""A version behind a name."""
_ASIDE = re.compile(r"\([^()]{1,12}\)")
"""A short aside behind a name."""

_ZERO = re.compile(
    r"\s*[:|=(\[–—-]?\s*(?:0|zero)(?![.,]?\d)\s*(?P<unit>(?:years?|yrs?|yoe|months?|mos?|y)\b|(?:/|of|out of)\s*\d+)?\s*"
    r"(?:$|[|,;)\]\n]|-\s|-$|\.(?:\s|$))",
    re.I,
)
"""No years, or the lowest level, behind a name."""
_OPENS = re.compile(r"(?:^|[|,;:(•·\n])[\s*_`#>+-]*$")
"""What stands before a name that opens its item."""


_ALONE = re.compile(
    rf"(?:(?:at least|min(?:imum|\.)?|over|more than|>=?|≥)\s*)?(?P<low>{_NUMBER})\s*\+?(?:\s*(?:-|to)\s*(?:{_NUMBER})\s*\+?)?"
    rf"(?:\s*{_UNIT}\b\.?\+?(?:\s+(?:of\s+)?(?:experience|exp\.?))?"
    r"(?:\s+(?:min(?:imum|\.)?|or more))?)?",
    re.I,
)
"""Years and nothing else, as in a cell of a table."""


JOINING = frozenset({"", "and", "or", "and/or", "and of", "and in", "and with", "or in", "or with", "or of", "e.g.", "e.g"})
"""What joins names of which the same years are said."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Years bound to mentions (indices). `years` is the lower end, in years; 18 months are 1.5. `start`: where they stand."""

    members: tuple[int, ...]
    years: float
    start: int


def years_in(text: str) -> list[re.Match[str]]:
    """The years of experience in a unit (plain text), whatever they speak of; not those of a contract or of the company."""
    return [match for match in YEARS.finditer(text) if not _of_something_else(text, match)]


def bind(text: str, spans: Sequence[tuple[int, int]], runs: Sequence[Sequence[int]], binds: Sequence[bool]) -> list[Bound]:
    """The years of a unit (plain text). `runs` are mentions that stand in one list; `binds[i]`: whether years may bind to mention
    i (not to a generic word such as "backend", which is a role)."""
    result: list[Bound] = []
    whole = [match for match in years_in(text) if not _AT_MOST.search(text, max(0, match.start() - 15), match.start())]
    if not whole:
        return result
    parts = [match for match in _PART.finditer(text) if match.start() >= whole[0].end()]
    less = [match for match in _LESS.finditer(text) if match.start() >= whole[0].end()]
    for match in (*less, *whole, *parts):
        years = value(match)
        each = _EACH.match(text, match.end()) is not None
        closed = each or not match["unit"] or _CLOSED.match(text, match.end()) or _is_lasting(text, spans, match)
        behind = _behind(text, spans, match.start(), binds, closed=True) if closed else ()
        if each or (behind and _is_pair(text, spans, next(run for run in runs if behind[0] in run))):
            behind = tuple(i for run in runs if set(behind) & set(run) for i in run if binds[i])
        index = next((i for i, (start, _) in enumerate(spans) if start >= match.end() and binds[i]), None)
        gap = text[match.end() : spans[index][0]] if index is not None else ""
        if behind or not match["unit"]:
            members = behind
        elif (
            index is not None
            and len(gap.split()) <= _REACH
            and (_HEADS.fullmatch(gap) or not _END.search(gap))
            and not YEARS.search(gap)
            and not (_APART.search(gap) and _OWN.match(text, spans[index][1]))
            and not _PART.search(gap)
        ):
            run = next((run for run in runs if index in run), [index])
            members = tuple(i for i in run if i >= index and binds[i])
        else:
            members = _behind(text, spans, match.start(), binds)
        if members and years:
            result.append(Bound(members, years, match.start()))
    return result


def runs_of(text: str, spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Mentions that stand in one list, whatever joins them: "3 years of Python 3 and SQL" speaks of both."""
    runs: list[list[int]] = []
    for index, (start, _) in enumerate(spans):
        gap = without_version(text[spans[index - 1][1] : start]).strip(" ,/&()").lower() if index else None
        if runs and gap in JOINING:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def without_years(text: str, start: int, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which mentions a list or table gives no years or no level at all: "Kafka: 0 years", "Kafka (0/5)", "| Kafka | 0 |".

    `text` is a unit (plain text) that begins at `start`; `spans` are those of the whole text. A bare zero speaks of a name that
    opens its item only: not of "Messages lost in Kafka: 0".
    """
    result = set()
    for index, (first, last) in enumerate(spans):
        zero = _ZERO.match(text, last - start)
        if zero and (zero["unit"] or _OPENS.search(text[: first - start])):
            result.add(index)
    return frozenset(result)


def years_of(text: str, *, bare: bool = False) -> float:
    """The years that a text says if it says nothing else, 0 if it does. `bare`: a number alone is meant as years."""
    match = _ALONE.fullmatch(text.strip())
    return value(match) if match and (bare or match["unit"]) else 0.0


def without_version(gap: str) -> str:
    """What stands behind a name, without a version of it: " 17 and " is " and "."""
    return _VERSION.sub("", gap, count=1)


def _of_something_else(text: str, match: re.Match[str]) -> bool:
    """Years of a contract, of the company, or until something happens."""
    before = _NOT_OURS.search(text[max(0, match.start() - 40) : match.start()])
    if before is None:
        return False
    said = before[0].lower().lstrip("-.;!? ")
    if said == "in ":
        return _THEN.match(text, match.end()) is not None
    if not said.startswith("for"):
        return True
    if _OF_A_SYSTEM.search(text, 0, match.start() - len(before[0])):
        return True
    return _COMPANY.match(text, match.end()) is not None or _COMPANY.match(text.lstrip("-*+ ")) is not None


def _behind(
    text: str, spans: Sequence[tuple[int, int]], start: int, binds: Sequence[bool], *, closed: bool = False
) -> tuple[int, ...]:
    index = next((i for i in range(len(spans) - 1, -1, -1) if spans[i][1] <= start), None)
    if index is None or not binds[index]:
        return ()
    gap = _ASIDE.sub("", without_version(text[spans[index][1] : start]))
    return (index,) if _BACKWARD.fullmatch(_USED.sub("", gap) if closed else gap) else ()


def _is_lasting(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether years are those for which the name right before them was used, and the sentence goes on with another."""
    if not _GOES_ON_WITH.match(text, years.end()):
        return False
    return any(_FOR.fullmatch(text, end, years.start()) for _, end in spans)


def _is_pair(text: str, spans: Sequence[tuple[int, int]], run: Sequence[int]) -> bool:
    """Whether a list is two names that nothing but a conjunction joins: the years behind "C# and .NET" are those of both."""
    return len(run) == 2 and _PAIR.fullmatch(without_version(text[spans[run[0]][1] : spans[run[1]][0]])) is not None


def value(match: re.Match[str]) -> float:
    """The years that a match of `YEARS` says: the lower end, whichever that is ("Java 8 - 5 years" begins with a version)."""
    ends = (match["low"], match.groupdict().get("high"))
    number = min(_number(end) for end in ends if end)
    unit = (match["unit"] or "").lower()
    if unit.startswith("mo"):
        return round(number / 12, 2)
    more = match.groupdict().get("more")
    return number * 10 if unit.startswith("decade") else round(number + int(more) / 12, 2) if more else number


def _number(text: str) -> float:
    word = text.lower().replace(",", ".")
    if "couple" in word:
        return 2.0
    if "half" in word:
        whole = word.split()[0]
        return 0.5 if whole in {"a", "half"} else _number(whole) + 0.5
    return 1.0 if word == "a" else _WORDS[word] if word in _WORDS else float(word)
