"""Years of experience in a sentence, bound to the skills that they speak of.

"3+ years of Python", "Java (5 yrs)", "at least five years' experience with Java or Kotlin". Years of a role ("5 years in backend
development"), of a company and of a contract bind to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from skillgap.extraction.closing import is_closed
from skillgap.extraction.durations import NUMBER, YEARS, Bound, value
from skillgap.extraction.own_years import are_its_own, are_of_all, says_more, without_version
from skillgap.extraction.patterns import either
from skillgap.extraction.turns import as_long, in_turn

_REACH = 9
"""How many words may stand between the years and the skill that they speak of."""
_COUNT = re.compile(r"\b(?:at least )?(?:one|two|three|any)(?: or more)? of the following\b", re.I)
"""Says how many of a list are asked for; no words of it are counted."""
_DEEDS = re.compile(r"\bin\s+(?:the\s+)?[a-z]+(?:,\s+[a-z]+)*,?\s+(?:and|or|and/or)\s+[a-z]+\s+of\b", re.I)
"""Names what was done with something, at length: "in the design, development and support of payment systems in Java"."""
_GOES_ON = "".join(f"(?<!{word})" for word in ("yrs", "exp", "min", " of", "following", "languages", "technologies", "these"))
_COMMA_GOES_ON = either(
    r"hands-on | ideally | preferably | mostly | mainly | \d | but\s+not\s+limited\s+to\b"
    r" | (?<=to,)\s*$ | (?<=ing,)\s*(?:[a-z]+ing(?:,|\s+(?:and|or)\s)|(?:and|or)\s+[a-z]+ing\b)"
)
_CLAUSE = either(
    "and a | and an | and have | and know | and good | and solid | and strong | and knowledge | but(?! not limited to)"
    r" | who | plus | including(?! \d|, but not limited to)"
)
_REMARK = r"\((?:a\s+|it\s+|that\s+)?(?:bonus|plus|nice|you|we|if|though|but)\b"
_END = re.compile(rf"{_GOES_ON}[.;:!?]\s|{_REMARK}|[,;](?!\s*{_COMMA_GOES_ON})|\b{_CLAUSE}\b", re.I)
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
ONE_OF_A_KIND = (
    r"(?:an?|any|some|(?:at\s+least\s+)?one)\s+(?:[\w-]+,?\s+){0,3}"
    r"(?:language|database|store|framework|broker|queue|cloud|platform|engine|orchestrator|tool|library|warehouse|runtime)"
)
_SOME_OF_A_KIND = (
    r"(?:at\s+least\s+|any\s+)?(?:one|two|some|any)(?:\s+or\s+more)?\s+of\s+(?:the|these)\s+(?:[\w-]+\s+){0,4}[\w-]+"
)
_HEADS = re.compile(
    r"(?:\s+(?:of\s+)?(?:[\w-]+\s+)?(?:experience|exp\.?))?(?:\s+(?:in|with|of|on|using))?"
    rf"(?:\s+(?:{ONE_OF_A_KIND}|{_SOME_OF_A_KIND}))?\s*:\s*[*_`]*",
    re.I,
)
"""What stands between years and a list that they head: "5+ years: Java, Kafka", "3 years of experience with: Go", "4 years with a
typed language: Java or Go", "2 years with one of these build tools: Maven or Gradle"."""
_KIND_HEADS = re.compile(rf"{ONE_OF_A_KIND}\s*:", re.I)
_AND_THEN = re.compile(r"\s*,\s*and\s+", re.I)
_OR = re.compile(r"\bor\b|/", re.I)
_HEDGE = re.compile(
    r"^,\s*(?=in\b)|,\s*(?:at\s+(?:the\s+)?(?:very\s+)?least|(?:as\s+a\s+)?minimum|or\s+(?:so|more|longer|thereabouts)|give\s+or\s+take"
    r"|more\s+or\s+less|roughly|in\s+(?:all|total)|(?:ideally|preferably)\s+(?:more|longer)|please),\s*(?=(?:of|in|with|on|using)\b)",
    re.I,
)
"""Between years and what they are of: "two years, at least, in Go", "two years or more, in Go"."""
_RECENT = r"(?:last|past|first|latest|final|(?:most|more)\s+recent)"
_PART = re.compile(
    rf"(?:[,(](?:\s*the\s+{_RECENT})?|[;–—-]\s*(?:the\s+{_RECENT}|(?=\w+\s+of\s+(?:them|those|these|which)\b))"
    rf"|\bincl\.|\b(?:and|then|which|these|those|them|including|least|with|thereof)\b)\s*(?:for\s+)?"
    rf"(?:(?:(?:no|not)\s+(?:fewer|less)\s+than|(?:a\s+)?min(?:imum|\.)(?:\s+of)?)\s+)?(?P<low>{NUMBER})(?:\+|\s+or\s+(?:more|so))?\s+"
    r"(?:of\s+(?:them|those|these|which|that)\s+|thereof\s+)?(?:(?:have|has|had|been|were|was|being|spent|years)\s+){0,4}"
    r"(?P<unit>in|with|on|using|writing|building|working|programming|coding"
    r"|(?<=\+ )of(?!\s+(?:the|our|your|these|those|them|which)\b)|of\s+(?:them|those|these|which))\b",
    re.I,
)
"""A part of years named before: "5 years in backend development, 2 of them with Go"."""
_COUNTED = re.compile(rf"\b{NUMBER}\s+(?!years?\b|yrs?\b)[a-z]+s\b", re.I)
"""What is counted and is no years: of "12 services, 3 of them in Go" the part is one of services."""
_YEARS_OR_NOTHING = re.compile(r"\s*(?:years\s+)?", re.I)
_LESS = re.compile(rf"\bfor\s+(?:(?:at\s+least|over|more\s+than)\s+)?(?P<low>{NUMBER})\+?(?P<unit>)(?=\s*(?:$|[.,;)]))", re.I)
"""The same behind a name, without the unit: "Java for 6 years, Kafka for 2"."""
_OPENED = re.compile(r",\s*\(\s*(?:[a-z]+\s+){0,2}$", re.I)
_SHUT_BEFORE = re.compile(r"\+?(?:\s+of)?(?:\s+experience)?\s*\)\s*")
"""What parts years from the name before them, and what from the name behind whose they are: "Docker, (3+ years) Kotlin"."""
_SHUT = re.compile(r"\W{0,2}\)\s*[,;|/]")
"""Behind years in a bracket that stand behind something else: "Zorpq (4 years), Vue"."""
_EXPERIENCE = re.compile(r"\s+(?:of\s+)?(?:[\w-]+\s+)?(?:experience|exp\b)", re.I)
"""Behind years that may be those of a whole career: "SQL skills, 5+ years of experience"."""
_OF_A_CAREER = either(
    "it | tech | technology | industry | field | software | web | backend | back-end | back end | frontend | front-end"
    " | full-stack | engineering | development | programming | coding | developer | engineer | programmer | consulting"
)
_FIELD = (
    r"(?:web|back-?\s?end|front-?\s?end|full-?\s?stack)\b(?:\s+(?:development|programming|engineering|coding))?"
    r"\s*(?:[.,;)]|$|and\b)"
)
"""What something was used in, which is no career as it stands: "Java, 5 years in web development"."""
_CAREER = re.compile(
    rf"(?:\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?(?:experience|exp\.?))?\s+(?:in|within|as|of)\s+(?!{_FIELD})(?:(?!with\b|in\b)[\w-]+\s+){{0,3}}?{_OF_A_CAREER}s?\b"
    r"(?!\s+(?:with|in|using|on)\b)",
    re.I,
)
"""Behind years of a whole career, which are of no name that a comma parts from them: "Kafka, 5 years as a backend developer"."""
_APART = re.compile(r"[,/;]")
_OWN = re.compile(rf"[\s:(-]*(?:for\s+)?{YEARS.pattern}\s*(?:[),;|./\]]|$)", re.I)
"""Years right behind a name, which are its own: "8 years in all, Kafka 4 years"."""
_LEFT = re.compile(r"[^()]+\)")
"""Words with which a bracket ends that began before them."""
_EACH = re.compile(
    r"(?:\s+(?!and\b|or\b)\w+){0,3}?\s+(?:each|(?:in|with|of|on)\s+(?:both|each|all\s+of\s+(?:them|these)))\b", re.I
)
"""What binds years to all of the names before them: "C# and SQL, 4 years in both"."""
_PAIR = re.compile(r"\s*(?:and|&|/|\+|,?\s*e\.g\.)\s*|\s", re.I)
_KIND_OF = re.compile(r"(?:\s+[\w-]+){0,2}\s*")
"""Between a name and the bracket that tells its parts: "cloud platforms (AWS, Azure)"."""


JOINING = frozenset(
    {"", "and", "or", "and/or", "and of", "and in", "and with", "or in", "or with", "or of", "using", "e.g.", "e.g"}
)
"""What joins names of which the same years are said."""
_AGAINST = re.compile(r"(?:[\w-]+ )?against (?:(?:an?|the|some|any) )?(?:[\w-]+ ){0,2}", re.I)
"""Joins what is written to what it is written for: "stored procedures against an enterprise"."""
_OWN_CLAUSE = re.compile(
    r"\s+(?:(?:that|which|who)\b|you(?:['’](?:re|ve|d|ll))?\s|(?:well|good|deep)\s+enough\b|(?:up\s+)?to\s+the\s+(?:point|degree)\b"
    r"|(?:at|on)\s+an?\s+(?:very\s+)?(?:good|decent|solid|high|advanced|expert|senior|similar|basic)\b|beyond\b)",
    re.I,
)
"""Behind a name of a list: what is said of it alone, "3 years of Python, SQL that you are proud of"."""
_COMMA = re.compile(r"\s*,\s*")


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
    parts = [match for match in _PART.finditer(text) if match.start() >= whole[0].end() and not _is_of_others(text, whole, match)]
    less = [match for match in _LESS.finditer(text) if match.start() >= whole[0].end()]
    for match in (*less, *whole, *parts):
        years = value(match)
        each = _EACH.match(text, match.end()) is not None
        ahead = _stand_ahead(text, spans, match)
        closed = not ahead and (each or not match["unit"] or is_closed(text, spans, match))
        own = closed and not _EXPERIENCE.match(text, match.end())
        behind = _behind(text, spans, match.start(), binds, closed=True, own=own) if closed else ()
        if each or (behind and _are_of_list(text, spans, next(run for run in runs if behind[0] in run), match)):
            behind = tuple(i for run in runs if set(behind) & set(run) for i in run if binds[i])
        index = next((i for i, (start, _) in enumerate(spans) if start >= match.end() and binds[i]), None)
        gap = _HEDGE.sub(" ", _DEEDS.sub("in", text[match.end() : spans[index][0]])) if index is not None else ""
        if behind or not match["unit"]:
            members = behind
        elif (
            index is not None
            and len(_COUNT.sub("", gap).split()) <= _REACH
            and (_HEADS.fullmatch(gap) or not _END.search(gap))
            and (ahead or not _SHUT.match(gap))
            and not _leaves_bracket(text, spans, match, gap)
            and not YEARS.search(gap)
            and not (_APART.search(gap) and _OWN.match(text, spans[index][1]))
            and not _PART.search(gap)
            and (not match["unit"].startswith("of ") or _YEARS_OR_NOTHING.fullmatch(gap))
        ):
            run = next((run for run in runs if index in run), [index])
            members = tuple(i for i in _headed(text, spans, gap, [i for i in run if i >= index]) if binds[i])
        else:
            members = _behind(text, spans, match.start(), binds)
        if members and years:
            result.append(Bound(members, years, match.start()))
    result += in_turn(text, spans, runs, result)
    return [*result, *as_long(text, spans, binds, result)]


def _is_of_others(text: str, whole: Sequence[re.Match[str]], part: re.Match[str]) -> bool:
    """Whether a part ("3 of them") is one of something that is counted between the years before it and itself."""
    years = max(match.end() for match in whole if match.end() <= part.start())
    return (part["unit"] or "").startswith("of ") and _COUNTED.search(text, years, part.start()) is not None


def runs_of(text: str, spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Mentions that stand in one list, whatever joins them: "3 years of Python 3 and SQL" speaks of both."""
    runs: list[list[int]] = []
    for index, (start, end) in enumerate(spans):
        between = without_version(text[spans[index - 1][1] : start]) if index else ""
        gap = between.strip(" ,/&+()").lower()
        alone = _COMMA.fullmatch(between) is not None and _OWN_CLAUSE.match(text, end) is not None
        if runs and not alone and (gap in JOINING or _AGAINST.fullmatch(f"{gap} ")):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


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
    text: str, spans: Sequence[tuple[int, int]], start: int, binds: Sequence[bool], *, closed: bool = False, own: bool = False
) -> tuple[int, ...]:
    """The mention before years that begin at `start`, if they are its own. `closed`: nothing follows them that they may be of;
    `own`: nor are they told to be somebody's experience."""
    index = next((i for i in range(len(spans) - 1, -1, -1) if spans[i][1] <= start), None)
    if index and not binds[index] and says_more(text, spans[index - 1][1], spans[index][1]):
        index -= 1
    if index is None:
        return ()
    found, end = (closed and _before_bracket(text, spans, index, start)) or ((index,), spans[index][1])
    members = found[:1] if binds[found[0]] else tuple(each for each in found[1:] if binds[each])
    if not members:
        return ()
    apart = not own and "," in text[end:start] and _CAREER.match(YEARS.sub("", text[start:], count=1))
    return members if not apart and are_its_own(text[end:start], closed=closed, own=own) else ()


def _before_bracket(text: str, spans: Sequence[tuple[int, int]], last: int, stop: int) -> tuple[tuple[int, ...], int] | None:
    """What stands before a bracket that closes behind a name and before `stop`, with the names in it, and where it ends.

    The years behind "Java (Spring, Quarkus)" are those of Java.
    """
    closing = text.find(")", spans[last][1], stop)
    opening = text.rfind("(", 0, spans[last][0])
    if closing < 0 or opening < text.rfind(")", 0, spans[last][0]):
        return None
    inner = next(index for index, (start, _) in enumerate(spans) if start > opening)
    if not inner or not _KIND_OF.fullmatch(text, spans[inner - 1][1], opening):
        return None
    return tuple(range(inner - 1, last + 1)), closing + 1


def _headed(text: str, spans: Sequence[tuple[int, int]], gap: str, run: Sequence[int]) -> Sequence[int]:
    """Those of a list whose years are told; what a comma and an "and" join to a choice behind its kind is none of that kind:
    "3 years with a systems language: Rust or C++, and Docker"."""
    between = [text[spans[a][1] : spans[b][0]] for a, b in pairwise(run)] if _KIND_HEADS.search(gap) else []
    last = next(
        (at for at, joined in enumerate(between) if _AND_THEN.fullmatch(joined) and _OR.search("".join(between[:at]))), None
    )
    return run if last is None else run[: last + 1]


def _stand_ahead(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether years stand in a bracket of their own behind a comma and right before a name: "Docker, (3+ years) Kotlin"."""
    behind = next((start for start, _ in spans if start >= years.end()), None)
    if behind is None or _OPENED.search(text, 0, years.start()) is None:
        return False
    return _SHUT_BEFORE.fullmatch(text, years.end(), behind) is not None


def _leaves_bracket(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str], gap: str) -> bool:
    """Whether the words behind years end the bracket behind a name in which they stand: "Kafka (2 years of that) and Redis"."""
    before = [end for _, end in spans if end <= years.start()]
    return bool(before) and _LEFT.match(gap) is not None and "(" in text[before[-1] : years.start()]


def _are_of_list(text: str, spans: Sequence[tuple[int, int]], run: Sequence[int], years: re.Match[str]) -> bool:
    """Whether years behind a list are those of all of it, since they stand in a bracket behind it or since it is two names that a
    conjunction or a blank joins: those behind "C# and .NET" are those of both."""
    names = [spans[index] for index in run]
    if len(run) == 2:
        return _PAIR.fullmatch(without_version(text[names[0][1] : names[1][0]])) is not None
    return are_of_all(text, names, years)
