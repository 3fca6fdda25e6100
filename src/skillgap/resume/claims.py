"""What a résumé says in words of how long and until when a skill was used, beside the dates of its jobs.

In: what was found in the text, and today's date. Out: for each skill the months and the last use that are claimed for it:
"Python (expert, 3 years)", "5 years: Java, PHP", "Kotlin since 2021", "Perl (last used 2012)", "From 2016 to 2021, at Acme, I
wrote Ruby", or in a table: "Python | 3".
How years bind to a name is told in `extraction.years`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from skillgap.extraction.cells import STARS
from skillgap.extraction.durations import YEARS, value
from skillgap.extraction.years import bind, runs_of
from skillgap.model import Extraction, Mention, Unit
from skillgap.resume.body import TITLE
from skillgap.resume.dates import DateRange, find_ranges, months_covered
from skillgap.resume.said import said
from skillgap.resume.stretches import Stretch, stretch_of
from skillgap.resume.use import PAIR, VERSION, use_words

_TELLS = re.compile(r"\d|\b(?:years?|yrs?|months?|mos?|decades?)\b", re.IGNORECASE)
"""Without one of these a line says nothing of time; quick to look for."""
_DATES_SINCE = frozenset({"summary", "skills", "experience"})
"""Sections in which "since 2019" tells of one's work; "my blog, in PHP since 2019" is a project."""
_TOLD = frozenset({"summary", "experience"})
"""Sections whose sentences may tell of a job."""
_LONGEST_DATE = 40
"""So far behind a name its dates are looked for (characters)."""
_STARS = rf"[{STARS}]{{3,}}|\d{{1,2}}/(?:5|10)\b|\d{{1,3}}\s?%"
_SEPARATOR = re.compile(r"(?:[\s,;/|&]|\band\b|(?<=\s)v?\d[\d.]*\+?(?=[\s,;/|&]|$))*", re.IGNORECASE)
"""What stands between names of a list: signs, and versions."""
_LASTING = re.compile(r"\bfor\s+(the\s+(?:last|past)\s)", re.IGNORECASE)
_SPAN = re.compile(r"\s*[(\[:|-]\s*|\s{2,}")
_BRACKET = re.compile(r"\s*\((?=[^()]*\)\s*(?:[,;.]|$|and\b))")
_GOES_ON = re.compile(r"\s*(?:[)\],;.|]|$|(?:and|at|in|as|while|when|then|before|for)\b)")
_CLOSES = re.compile(r"\s*(?:[)\],;|]|$)")
_AT_WORK = re.compile(
    r"\b(?:[Aa]t|worked\s+for|been\s+with)\s+[A-Z]\w"
    rf"|\b(?:was|worked|working)\s+(?:as\s+)?(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}{TITLE.pattern}"
)
"""What a sentence about one's work has, beside its dates."""
_MYSELF = re.compile(r"\bI\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN = re.compile(r"\s+(?:back\s+)?in\s+")
_BESIDE = re.compile(r"[\s,;:|()\[\]-]*")


@dataclass(frozen=True, slots=True)
class Claim:
    """How long a skill was used, and until when, as far as that is told: in months or in dates."""

    said: int = 0
    spans: tuple[tuple[date, date], ...] = ()
    last: date | None = None

    @property
    def months(self) -> int | None:
        """The months of use, overlapping dates counted once; the longer time where both are told."""
        return max(self.said, months_covered(self.spans) or 0) or None

    @property
    def last_used(self) -> date | None:
        """The first day of the last month of use."""
        return max((day for day in (self.last, *(ended for _, ended in self.spans)) if day), default=None)


def claims(extraction: Extraction, today: date) -> dict[str, Claim]:
    """What is claimed, by the skill's id."""
    found: dict[str, list[Claim]] = {}
    for unit, named in extraction.by_unit():
        mentions = [mention for mention in named if mention.status == "asserted"]
        for mention, claim in _of_unit(extraction, unit, mentions, today) if mentions else ():
            found.setdefault(mention.skill.id, []).append(claim)
    return {skill: _together(told) for skill, told in found.items()}


def _together(told: Sequence[Claim]) -> Claim:
    """What all claims about one skill say."""
    spans = tuple(chain.from_iterable(claim.spans for claim in told))
    return Claim(max(claim.said for claim in told), spans, max((claim.last for claim in told if claim.last), default=None))


def _of_unit(extraction: Extraction, unit: Unit, mentions: Sequence[Mention], today: date) -> Iterator[tuple[Mention, Claim]]:
    """The claims of one sentence or item."""
    named = [mention for mention in mentions if not mention.skill.generic]
    if unit.years:  # beside it in a table
        yield from ((mention, Claim(round(unit.years * 12))) for mention in named)
    text = extraction.tokens.plain[unit.start : unit.end]
    if not _TELLS.search(text):
        return
    spans = [(mention.start - unit.start, mention.end - unit.start) for mention in mentions]
    text = _without_ratings(text, spans)
    if _is_about_others(text):
        return
    label = _label().match(text)
    stretch, technologies = _stretch(text, mentions, unit, today)
    if stretch is not None:
        yield from ((technologies[member], _claim(stretch)) for member in stretch.members)
    if label is None:
        done = stretch.end if stretch else 0
        for bound in bind(text, spans, runs_of(text, spans), [not mention.skill.generic for mention in mentions]):
            if bound.start >= done and not _no_work_with(text, spans[bound.members[0]][0]):
                yield from ((mentions[member], Claim(round(bound.years * 12))) for member in bound.members)
    spans = [(mention.start - unit.start, mention.end - unit.start) for mention in named]
    months = _labelled(text, spans, label) if label else 0
    behind = _dates_of(text, spans, named, today)
    told = unit.section in _TOLD and named and not any(behind)  # dates behind a name are its own, and not those of the work
    work = _work(text, today) if told else None
    for mention, (start, _), dates in zip(named, spans, behind, strict=True):
        if months:
            yield mention, Claim(months)
        elif dates is not None:
            yield mention, Claim(spans=((dates.begun, dates.ended),))
        elif work is not None and mention.skill.kind == "technology" and not use_words().employed.search(text, 0, start):
            yield mention, Claim(spans=((work.begun, work.ended),))
    yield from ((named[index], Claim(last=used)) for index, used in _last_uses(text, spans, today))


def _is_about_others(text: str) -> bool:
    """Whether a sentence tells what others did or have: "My manager has 15 years of Java"."""
    return use_words().others.match(text) is not None and not _MYSELF.search(text)


def _no_work_with(text: str, start: int) -> bool:
    """Whether what stands right before a name says that it is nothing one works with: "learning Rust for 2 years"."""
    return use_words().no_work_with.search(text, max(0, start - _LONGEST_DATE), start) is not None


def _stretch(text: str, mentions: Sequence[Mention], unit: Unit, today: date) -> tuple[Stretch | None, Sequence[Mention]]:
    """The stretch of time that opens a sentence about oneself, and the technologies that it counts."""
    if unit.section not in _DATES_SINCE:
        return None, ()
    employed = use_words().employed
    named = [mention for mention in mentions if mention.skill.kind == "technology" and not mention.skill.generic]
    technologies = [mention for mention in named if not employed.search(text, 0, mention.start - unit.start)]
    spans = [(mention.start - unit.start, mention.end - unit.start) for mention in technologies]
    return (stretch_of(text, spans, today) if spans else None), technologies


def _claim(stretch: Stretch) -> Claim:
    """What a stretch of time says of what was done in it."""
    dates = stretch.dates
    return Claim(spans=((dates.begun, dates.ended),)) if dates else Claim(stretch.months)


def _without_ratings(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for the ratings behind its names, for years of what nobody worked so long ("3 years of logs"), and for
    what only says that years are those until now."""
    rated = [match.span("rating") for _, end in spans if (match := _rated().match(text, end))]
    amounts = [match.span() for match in YEARS.finditer(text) if use_words().amount.match(text, match.end())]
    for start, end in (*rated, *amounts, *(match.span(1) for match in _LASTING.finditer(text))):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@cache
def _rated() -> re.Pattern[str]:
    """A rating behind a name, and before something else that is told of it."""
    return re.compile(rf"{VERSION}[\s:|,(-]{{1,4}}(?P<rating>{_ratings()})(?=\s*(?:[,;:|()-]|\d))", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """Years before the names that they are of: "5 years: Java, PHP"."""
    return re.compile(rf"\W*(?:{_ratings()}\W+)?{YEARS.pattern}(?:\s+(?:of\s+)?experience)?\)?\s*(?::|-\s)", re.IGNORECASE)


@cache
def ratings() -> re.Pattern[str]:
    """What a level of knowledge looks like: `expert`, `very good`, `4/5`."""
    return re.compile(_ratings(), re.IGNORECASE)


@cache
def _ratings() -> str:
    words = "|".join(said("claims", "rating"))
    return rf"(?:{_STARS}|(?:{words})\b(?:[\s/-]+(?:{words})\b){{0,3}})"


@cache
def named_by_year() -> frozenset[str]:
    """Skills behind which years are versions."""
    return frozenset(said("claims", "named by year", "skills"))


def _labelled(text: str, spans: Sequence[tuple[int, int]], label: re.Match[str]) -> int:
    """The months of a label before a list of names and of nothing else, 0 before anything else."""
    if not spans or spans[0][0] < label.end():
        return 0
    ends = [label.end(), *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text.rstrip(" ."))]
    alone = all(_SEPARATOR.fullmatch(text, end, max(start, end)) for end, start in zip(ends, starts, strict=True))
    return round(value(label) * 12) if alone else 0


def _work(text: str, today: date) -> DateRange | None:
    """From when until when somebody worked, where a sentence tells of one job and nothing else."""
    known = use_words()
    if not ((_MYSELF.search(text) or known.deed.match(text)) and _AT_WORK.search(text)):
        return None
    opening = known.another_time.match(text)
    if known.no_work.search(text, opening.end() if opening else 0):
        return None
    ranges = list(find_ranges(text, today))
    if len(ranges) != 1 or _YEAR.search(text[: ranges[0].start] + text[ranges[0].end :]):
        return None
    return ranges[0]


def _dates_of(text: str, spans: Sequence[tuple[int, int]], named: Sequence[Mention], today: date) -> list[DateRange | None]:
    """The dates behind each name, or behind the one with which it is paired: "Kotlin + Kafka since 2020"."""
    result: list[DateRange | None] = []
    following: DateRange | None = None
    begins = len(text)
    for mention, (start, end) in zip(reversed(named), reversed(spans), strict=True):
        dates = _dates(text, start, end, mention, today)
        paired = dates is None and mention.skill.id not in named_by_year() and PAIR.fullmatch(text, end, begins)
        following, begins = (following if paired else dates), start
        result.append(following)
    return result[::-1]


def _dates(text: str, start: int, end: int, mention: Mention, today: date) -> DateRange | None:
    """The dates right behind a name: "Kotlin since 2021", in a list of skills also "PHP (2010-2013)"."""
    known = use_words()
    since, spell = known.since.match(text, end), known.spell.match(text, end)
    behind = since or spell or _bracket(text, start, end, mention)
    if behind is None or mention.section not in _DATES_SINCE or mention.skill.id in named_by_year():
        return None
    if known.not_ours.search(text, max(0, start - _LONGEST_DATE), start) or _no_work_with(text, start):
        return None
    words = text[behind.end() : behind.end() + _LONGEST_DATE]
    dates = next(find_ranges(words, today), None)
    if dates is None or dates.start > 0 or dates.since != bool(since):
        return None
    if since:
        return dates
    if not (_GOES_ON if spell else _CLOSES).match(words, dates.end):
        return None
    return dates if not spell or _is_spell_of(text, start, behind.end() + dates.end, mention) else None


def _is_spell_of(text: str, start: int, end: int, mention: Mention) -> bool:
    """Whether a name at `start`, with dates up to `end`, is what somebody worked with: named alone, or told with no more."""
    known = use_words()
    told = _MYSELF.search(text) or known.deed.match(text)
    if not (told or mention.section == "skills" or known.opens.search(text, 0, start)):
        return False
    objection = known.no_work if told else known.private
    return not (objection.search(text, 0, start) or objection.search(text, end))


def _bracket(text: str, start: int, end: int, mention: Mention) -> re.Match[str] | None:
    """What stands between a name in a list of skills and its dates; in a sentence, a bracket behind what is used."""
    if mention.section == "skills":
        return _SPAN.match(text, end)
    if mention.section != "summary" or mention.skill.kind != "technology" or not use_words().opens.search(text, 0, start):
        return None
    return _BRACKET.match(text, end)


def _last_uses(text: str, spans: Sequence[tuple[int, int]], today: date) -> Iterator[tuple[int, date]]:
    """For which name the last use is told: "Perl (4 years, last used 2012)", "I last wrote Perl in 2012"."""
    for index, (start, end) in enumerate(spans):
        behind = _IN.match(text, end)
        if behind and use_words().last_did.search(text, max(0, start - _LONGEST_DATE), start):
            yield from ((index, used) for used in _lone_date(text, behind.end(), today))
    for cue in use_words().last_use.finditer(text):
        before = next((index for index in range(len(spans) - 1, -1, -1) if spans[index][1] <= cue.start()), None)
        if before is not None and _BESIDE.fullmatch(YEARS.sub("", text[spans[before][1] : cue.start()])):
            yield from ((before, used) for used in _lone_date(text, cue.end(), today))


def _lone_date(text: str, start: int, today: date) -> Iterator[date]:
    """The month in which the date that stands right there ends."""
    found = next(find_ranges(text[start : start + _LONGEST_DATE], today, single=True), None)
    if found is not None and not found.start:
        yield found.ended
