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
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from skillgap.extraction.durations import value
from skillgap.extraction.units import Line
from skillgap.model import Entry, Extraction, Mention, Period, Unit
from skillgap.resume.bindings import Dates, bindings
from skillgap.resume.body import Sheet
from skillgap.resume.dates import find_ranges, months_between, moved
from skillgap.resume.use import use_words

_TELLS = re.compile(r"(?:19|20)\d\d|['/]\d\d|\b(?:first|last|final)\s+[\w\s-]{1,20}(?:year|month)", re.IGNORECASE)
"""Without one of these a line has no date; quick to look for."""
_DATE_ENDS = re.compile(r"[,;:()|]|\s(?:and|or|then|at|for|with)\b", re.IGNORECASE)
_LONGEST_LINE = 600
"""A longer line (characters) tells no times of single names."""
_HEAD = 6
"""In so many of the first lines of a job its dates are looked for."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text (plain), and what its dates are read by."""

    text: str
    today: date
    days_first: bool

    def words(self, line: Line) -> str:
        """A line on one line."""
        return self.text[line.start : line.end].replace("\n", " ")

    def dates(self, line: Line) -> list[Dates]:
        """The dates of a line, in order."""
        text = self.words(line)
        if len(text) > _LONGEST_LINE:
            return []
        ranges = find_ranges(text, self.today, days_first=self.days_first)
        result = [Dates(found.start, found.end, found.begun, None if found.since else found.ended) for found in ranges]
        for cue in use_words().lone.finditer(text):
            if any(known.start <= cue.start() < known.end for known in result):
                continue
            ends = _DATE_ENDS.search(text, cue.end())
            words = text[cue.end() : ends.start() if ends else len(text)]
            found = next(find_ranges(words, self.today, single=True, days_first=self.days_first), None)
            if found and (found.lone or found.current) and found.start == 0:
                begun, ended = (None, found.ended) if cue["end"] else (found.begun, None)
                result.append(Dates(cue.start(), cue.end() + found.end, begun, ended, found.ended if cue["event"] else None))
        return sorted(result, key=lambda dates: dates.start)


def times_of_use(extraction: Extraction, entries: Sequence[Entry], sheet: Sheet, today: date) -> dict[int, tuple[Period, ...]]:
    """The times of mentions that are told to be shorter than the job in which they stand, by where the mentions begin."""
    jobs = [entry for entry in entries if entry.kind == "job" and entry.periods]
    of_names: dict[tuple[int, str], list[Period]] = {}
    of_lines: dict[int, list[Period]] = {}
    reading = _Reading(extraction.tokens.plain, today, sheet.days_first)
    for entry, line, mentions in _lines(extraction, jobs, sheet):
        text = reading.words(line)
        spans = [(mention.start - line.start, mention.end - line.start) for mention in mentions]
        apart = [found for found in (*reading.dates(line), *_shares(text, entry)) if not _is_own(found, entry)]
        for mention, dates, alone in bindings(text, spans, mentions, apart):
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


def _is_own(dates: Dates, entry: Entry) -> bool:
    return (dates.begun, dates.ended) in entry.periods


def _shares(text: str, entry: Entry) -> Iterator[Dates]:
    """The times that a line tells as a share of its job: `in the first two years`."""
    for found in use_words().share.finditer(text) if len(entry.periods) == 1 and len(text) <= _LONGEST_LINE else ():
        (begun, ended), months = entry.periods[0], round(value(found) * 12)
        if 0 < months < months_between(begun, ended):
            span = (begun, moved(begun, months - 1)) if found["first"] else (moved(ended, 1 - months), ended)
            yield Dates(found.start(), found.end(), *span)
