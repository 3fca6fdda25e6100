"""When in a job a skill was used, where dates beside its name tell: `Docker since 2024`, `Perl until 2020`, `Python (2022-2024)`,
`Since 2023: Spring Boot`.

In: the mentions of a résumé, its lines and its entries. Out: the times of such mentions, inside those of their jobs. What dates
tell of a name goes for all that stands below the heading of the job; what they tell of a line in which it stands (`2019-2021: led
the move to Kafka`) goes for that line, and where its sentence runs on. What was made once (`In 2024 I wrote an exporter in Go`)
shows no more than that year.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from skillgap.extraction.units import Line
from skillgap.model import Entry, Extraction, Mention, Period, Unit
from skillgap.resume.body import Sheet
from skillgap.resume.claims import named_by_year
from skillgap.resume.dates import find_ranges
from skillgap.resume.use import PAIR, VERSION, use_words

Spans = Sequence[tuple[int, int]]

_TELLS = re.compile(r"(?:19|20)\d\d|['/]\d\d")
"""Without one of these a line has no date; quick to look for."""
_DATE_ENDS = re.compile(r"[,;:()|]|\s(?:and|or|then|at|for|with)\b", re.IGNORECASE)
_BEFORE_RANGE = re.compile(rf"{VERSION}\s*(?:[(\[,:|–-]\s*)?", re.IGNORECASE)
_CLOSES = re.compile(r"[)\]]?\s*(?:[,;|.]|$|and\b)", re.IGNORECASE)
_LIST = re.compile(rf"{VERSION}\s*(?:,\s*(?:and\s+)?|/|&|\+|\band\s)\s*", re.IGNORECASE)
_ALONE = re.compile(rf"{VERSION}\s*(?:[.,;)\](|]|$|(?:then|and|before|until|since|from)\b)", re.IGNORECASE)
_MADE_IN = re.compile(r"(?:\s+(?!and\b|that\b|which\b)[\w’'-]+){0,5}?\s+(?:in|using|with)\s+", re.IGNORECASE)
"""Between what was made and the technologies that it was made in."""
_LABEL = re.compile(r"\s*[)\]]?\s*[:–-]")
_OF_A_VERSION = re.compile(r"\s*v?\d{1,2}(?:\.\w+)*\+?(?![\w/.-])", re.IGNORECASE)
"""Stands behind a name where dates tell of a version: who has used Java 17 since 2022 may have used Java before, and who used it
until then goes on with another."""
_HEADED = re.compile(
    r"\W*(?!\w+ed\b)[A-Z][\w&.'’-]*(?:\s+(?:[A-Z&(][\w&.'’)-]*|and|of|for|the)){0,5}(?:,\s+(?!\w+ed\b)[A-Z][\w&.'’-]*){0,2}(?:,|:)?\s*[(–-]?\s*"
)
"""A firm or a title before dates and what was done then: "Hooli Services, Leeds (2019-2021): Kotlin"."""
_HEAD_ENDS = re.compile(r"\s*[)\]]?\s*[:,–-]\s")
_CLAUSE_OPENS = re.compile(r"[;.]\s+$")
_CLAUSE_ENDS = re.compile(r"[;.](?:\s|$)")
_LONGEST_LINE = 600
"""A longer line (characters) tells no times of single names."""
_HEAD = 6
"""In so many of the first lines of a job its dates are looked for."""


@dataclass(frozen=True, slots=True)
class _Dates:
    """Dates at `[start, end)` of a line; `begun` or `ended` is None where they only say until or from when.

    `event`: where they say when something came or was made (`in 2021`), the end of that time. It was used from then on only if it
    is what came.
    """

    start: int
    end: int
    begun: date | None
    ended: date | None
    event: date | None = None

    @property
    def lone(self) -> bool:
        """Whether they are one date, with a word that tells what it is of."""
        return self.begun is None or self.ended is None

    def inside(self, entry: Entry) -> Iterator[Period]:
        """The part of the times of a job."""
        for begun, ended in entry.periods:
            first, last = max(self.begun or begun, begun), min(self.ended or ended, ended)
            if first <= last:
                yield first, last


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text (plain), and what its dates are read by."""

    text: str
    today: date
    days_first: bool

    def words(self, line: Line) -> str:
        """A line on one line."""
        return self.text[line.start : line.end].replace("\n", " ")

    def dates(self, line: Line) -> list[_Dates]:
        """The dates of a line, in order."""
        text = self.words(line)
        if len(text) > _LONGEST_LINE:
            return []
        ranges = find_ranges(text, self.today, days_first=self.days_first)
        result = [_Dates(found.start, found.end, found.begun, None if found.since else found.ended) for found in ranges]
        for cue in use_words().lone.finditer(text):
            if any(known.start <= cue.start() < known.end for known in result):
                continue
            ends = _DATE_ENDS.search(text, cue.end())
            words = text[cue.end() : ends.start() if ends else len(text)]
            found = next(find_ranges(words, self.today, single=True, days_first=self.days_first), None)
            if found and (found.lone or found.current) and found.start == 0:
                begun, ended = (None, found.ended) if cue["end"] else (found.begun, None)
                result.append(_Dates(cue.start(), cue.end() + found.end, begun, ended, found.ended if cue["event"] else None))
        return sorted(result, key=lambda dates: dates.start)


def times_of_use(extraction: Extraction, entries: Sequence[Entry], sheet: Sheet, today: date) -> dict[int, tuple[Period, ...]]:
    """The times of mentions that are told to be shorter than the job in which they stand, by where the mentions begin."""
    jobs = [entry for entry in entries if entry.kind == "job" and entry.periods]
    of_names: dict[tuple[int, str], list[Period]] = {}
    of_lines: dict[int, list[Period]] = {}
    reading = _Reading(extraction.tokens.plain, today, sheet.days_first)
    for entry, line, mentions in _lines(extraction, jobs, sheet):
        for mention, dates, alone in _told(reading, line, mentions, entry):
            times = list(dates.inside(entry))
            if alone:
                of_names.setdefault((entry.start, mention.skill.id), []).extend(times)
            of_lines.setdefault(mention.start, []).extend(times)
    if not of_lines:
        return {}
    heads = {job.start: _head_end(reading, job, sheet) for job in jobs}
    for mention in extraction.mentions:
        job = _entry_of(mention, jobs)
        told = of_names.get((job.start, mention.skill.id)) if job else None
        if job and told and mention.start >= heads[job.start] and mention.start not in of_lines:
            of_lines[mention.start] = told
    return {start: tuple(sorted(set(times))) for start, times in of_lines.items() if times}


def _entry_of(mention: Mention, jobs: Iterable[Entry]) -> Entry | None:
    return next((job for job in jobs if job.start <= mention.start < job.end), None)


def _lines(extraction: Extraction, jobs: Sequence[Entry], sheet: Sheet) -> Iterator[tuple[Entry, Line, list[Mention]]]:
    """The lines of jobs that have names and a date, with these; lines through which a sentence runs are one."""
    lines = _whole_lines(extraction.units, sheet) if jobs else []
    starts = [line.start for line in lines]
    for index, group in groupby(extraction.mentions, key=lambda mention: bisect_right(starts, mention.start) - 1):
        if index < 0:
            continue
        line, mentions = lines[index], list(group)
        entry = _entry_of(mentions[0], jobs)
        if entry and _TELLS.search(extraction.tokens.plain, line.start, line.end):
            yield entry, line, mentions


def _whole_lines(units: Iterable[Unit], sheet: Sheet) -> list[Line]:
    """The lines of a résumé, joined where a sentence runs on from one into the next; a bullet begins another."""
    starts = [line.start for line in sheet.lines]
    running: set[int] = set()
    for unit in units:
        if unit.kind != "heading":
            running.update(range(bisect_right(starts, unit.start), bisect_left(starts, unit.end)))
    result: list[Line] = []
    for index, line in enumerate(sheet.lines):
        if index in running and result and not line.bullet:
            result[-1] = result[-1]._replace(end=line.end)
        else:
            result.append(line)
    return result


def _head_end(reading: _Reading, job: Entry, sheet: Sheet) -> int:
    """Where the heading of a job ends: the names in it are of all the job."""
    first = bisect_left(sheet.lines, job.start, key=lambda line: line.start)
    lines = sheet.lines[first : first + _HEAD]
    for line in lines:
        if any(_is_own(found, job) for found in reading.dates(line)):
            return line.end
    return lines[0].end if lines else job.start


def _is_own(dates: _Dates, entry: Entry) -> bool:
    return (dates.begun, dates.ended) in entry.periods


def _told(reading: _Reading, line: Line, mentions: Sequence[Mention], entry: Entry) -> Iterator[tuple[Mention, _Dates, bool]]:
    """Of which names of a line its dates tell; and whether of the name, or only of the line in which it stands."""
    text = reading.words(line)
    spans = [(mention.start - line.start, mention.end - line.start) for mention in mentions]
    dates = [found for found in reading.dates(line) if not _is_own(found, entry)]
    bound: set[int] = set()
    ahead: list[_Dates] = []
    for found in dates:
        names = _names_before(text, spans, found)
        if not names:
            ahead.append(found)
        bound.update(names)
        for name in names:
            version = _OF_A_VERSION.match(text, spans[name][1])
            if not (_is_named_by_year(mentions[name], found) or (version and found.begun is None)):
                yield mentions[name], found, not version
    for found in ahead:
        names = [name for name in _names_behind(text, spans, found, dates) if name not in bound]
        bound.update(names)
        yield from ((mentions[name], found, not _OF_A_VERSION.match(text, spans[name][1])) for name in names)
    for found, end in _of_stretches(text, ahead):
        others = [name for name, (start, _) in enumerate(spans) if name not in bound and found.start <= start < end]
        bound.update(others)
        yield from ((mentions[name], found, False) for name in others)
    for found in ahead:
        if found.event:
            once = replace(found, ended=found.event)
            yield from ((mentions[name], once, False) for name in _made_then(text, spans, found) if name not in bound)


def _made_then(text: str, spans: Spans, dates: _Dates) -> Iterator[int]:
    """The names of what was made once, in a sentence that tells when: "In 2024 I wrote an exporter in Go"."""
    first = max((match.end() for match in _CLAUSE_ENDS.finditer(text, 0, dates.start)), default=0)
    ends = _CLAUSE_ENDS.search(text, dates.end)
    last = ends.start() if ends else len(text)
    for thing in use_words().small_thing.finditer(text, first, last):
        reach = thing.end()
        for name, (start, end) in enumerate(spans):
            inside = thing.start() <= start < thing.end()
            if inside or (reach <= start < last and (_MADE_IN if reach == thing.end() else _LIST).fullmatch(text, reach, start)):
                yield name
                reach = reach if inside else end


def _of_stretches(text: str, ahead: Sequence[_Dates]) -> Iterator[tuple[_Dates, int]]:
    """Those of some dates that tell of all that stands behind them, each with where that ends: they open the line or a clause."""
    if ahead and (_opens_line(text, ahead[0]) or _heads_line(text, ahead[0])):
        stop = text.find(". ", ahead[0].end)
        yield ahead[0], stop if stop >= 0 else len(text)
    for found in ahead:
        if found.begun and found.lone and not found.event and _CLAUSE_OPENS.search(text, 0, found.start):
            ends = _CLAUSE_ENDS.search(text, found.end)
            yield found, ends.start() if ends else len(text)


def _is_named_by_year(mention: Mention, dates: _Dates) -> bool:
    return mention.skill.id in named_by_year() and not dates.lone


def _names_before(text: str, spans: Spans, dates: _Dates) -> list[int]:
    """The names right before some dates: `Docker since 2024`, `Python and Django (2022-2024)`."""
    last = next((index for index in reversed(range(len(spans))) if spans[index][1] <= dates.start), None)
    if last is None or not (use_words().before_lone if dates.lone else _BEFORE_RANGE).fullmatch(
        text, spans[last][1], dates.start
    ):
        return []
    first = last
    while first > 0 and PAIR.fullmatch(text, spans[first - 1][1], spans[first][0]):
        first -= 1
    before = text[: spans[first][0]]
    if dates.event and not use_words().came.search(before):
        return []
    if use_words().not_ours.search(before) or not (
        dates.lone or (use_words().opens.search(before) and _CLOSES.match(text, dates.end))
    ):
        return []
    behind = next((start for start, _ in spans if start >= dates.end), None)
    parted = dates.lone and "," in text[spans[last][1] : dates.start]
    if parted and behind is not None and use_words().behind.fullmatch(text, dates.end, behind):
        return []  # "PHP, since 2021 Go", "PHP, from 2021 on with Go"
    return list(range(first, last + 1))


def _names_behind(text: str, spans: Spans, dates: _Dates, others: Sequence[_Dates]) -> list[int]:
    """The names of a list right behind some dates: `Since 2023: Spring Boot, Kafka`, `until 2020 Perl`."""
    first = next((index for index, (start, _) in enumerate(spans) if start >= dates.end), None)
    if first is None or dates.event or not use_words().behind.fullmatch(text, dates.end, spans[first][0]):
        return []
    if not (use_words().opens.search(text[: dates.start]) or _LABEL.match(text, dates.end)):
        return []
    last = first
    while last + 1 < len(spans) and _LIST.fullmatch(text, spans[last][1], spans[last + 1][0]):
        last += 1
    if not _ALONE.match(text, spans[last][1]) or any(spans[first][0] < other.start < spans[last][1] for other in others):
        last = first if _ALONE.match(text, spans[first][1]) else first - 1
    return list(range(first, last + 1))


def _heads_line(text: str, dates: _Dates) -> bool:
    """Whether dates stand behind the name with which a line begins, and head the rest of it."""
    return not dates.lone and bool(_HEADED.fullmatch(text, 0, dates.start) and _HEAD_ENDS.match(text, dates.end))


def _opens_line(text: str, dates: _Dates) -> bool:
    """Whether some dates stand at the beginning of a line, and tell of all of it."""
    return not (dates.event or any(map(str.isalnum, text[: dates.start]))) and (dates.lone or bool(_LABEL.match(text, dates.end)))
