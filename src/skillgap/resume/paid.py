"""Tells paid work from other projects: a dated project with a client or an employer, with a role and a duration, or of somebody
who works for clients (`Freelance developer`), is a job.

In: the entries of a résumé, and what was found in its text. Out: the same entries, such projects as jobs. What is headed as
personal, academic or open source stays a project, as does what was done in the years of one's studies and in none of a job's.
Of a résumé without jobs, one project with a client makes work of its whole list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from skillgap.model import Entry, Extraction, Section
from skillgap.resume.body import Sheet, opening
from skillgap.resume.clients import client_words
from skillgap.resume.dates import find_ranges, months_between

_STUDIES = 4
"""Years of studies of which only the last is told."""
_LONGEST = 60
"""A longer line is no title (characters)."""
_LONGEST_HEAD = 140
"""A longer line belongs to a story (characters)."""
_TOP = 8
"""So many lines of a project may say that it is one's own."""
_LABELLED = re.compile(r"\W*\w[\w /&.#-]{1,30}?(?:[*_]|\s)*(?::|\t|\||\s-\s)")
_BESIDE = re.compile(r"\s[|·•]\s")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
"""The end of what somebody is called, where a line goes on: `Freelance developer, Leeds. Available in May.`"""
_TITLE_WORDS = 8
"""A line with more words tells something, and does not name what somebody is."""
_CLIENT_ENDS = re.compile(r"[,:;|(\n\t]|\s[-–—]\s|\s{2,}")
_CLIENT_WORDS = 3


def with_paid_work(entries: Sequence[Entry], extraction: Extraction, sheet: Sheet, today: date) -> tuple[Entry, ...]:
    """The entries of a résumé, those projects that are paid work as jobs."""
    if all(entry.kind != "project" or entry.begun is None for entry in entries):
        return tuple(entries)
    result: list[Entry] = []
    paid = _paid(entries, extraction, sheet, today)
    for index, entry in enumerate(entries):
        head = paid.get(index)
        if head is None:
            result.append(entry)
            continue
        start = min(entry.start, head[0])
        before = [replace(other, end=min(other.end, start)) for other in result if other.start < start]
        heading = " ".join(sheet.text[start : head[1]].splitlines()[0].split()) if start < entry.start else entry.heading
        result = [*before, *_parted(replace(entry, kind="job", start=start, heading=heading), head, sheet)]
    return tuple(result)


def _paid(entries: Sequence[Entry], extraction: Extraction, sheet: Sheet, today: date) -> dict[int, tuple[int, int]]:
    """The places of the projects that are paid work, with where the lines around their dates stand.

    Where a résumé has no jobs, one of a list that is paid tells that the others are, but for those that are open to all.
    """
    own, freelance = _is_freelancer(extraction.sections, sheet), client_words().freelance
    free = [entry for entry in entries if entry.kind == "job" and _names(freelance, _heading(entry, sheet, today))]
    paid: dict[int, tuple[int, int]] = {}
    others: list[tuple[int, Section, tuple[int, int]]] = []
    lists: set[int] = set()
    for index, entry in enumerate(entries):
        section = next(section for section in extraction.sections if section.start <= entry.start < section.end)
        head = _head(entry, section, sheet, today) if entry.kind == "project" and entry.begun else None
        if head is None or _is_unpaid(entry, head, section, entries, extraction):
            continue
        if _is_paid(head, section, entries, extraction, _is_for_clients(entry, entries, free, own)):
            paid[index] = head
            lists.add(section.start)
        elif not client_words().open_to_all.search(extraction.readable, entry.start, entry.end):
            others.append((index, section, head))
    if all(entry.kind != "job" for entry in entries):
        paid.update((index, head) for index, section, head in others if section.start in lists)
    return paid


def _parted(job: Entry, head: tuple[int, int], sheet: Sheet) -> Iterator[Entry]:
    """A paid project, ended where one without dates begins behind it: nobody knows when that was."""
    lines = [index for index, line in enumerate(sheet.lines) if head[1] < line.start < job.end]
    for index in lines[:-1]:
        words, start = _words(sheet, index), sheet.lines[index].start
        if client_words().title.match(words) or (sheet.lines[index].gap and not sheet.lines[index + 1].gap and _is_title(words)):
            yield replace(job, end=start)
            yield Entry("project", start, job.end, " ".join(words.split()))
            return
    yield job


def _is_title(words: str) -> bool:
    """Whether a line looks like the title of a project, and of no part of one."""
    short = len(words) <= _LONGEST and words[0].isupper() and words[-1] not in ".:;,"
    return short and "," not in words and not _LABELLED.match(words) and not client_words().part.search(words)


def _is_unpaid(entry: Entry, head: tuple[int, int], section: Section, entries: Sequence[Entry], extraction: Extraction) -> bool:
    """Whether a dated project was done for nobody's money, whoever is named there."""
    known = client_words()
    if known.unpaid.search(section.heading):
        return True
    first = extraction.readable[entry.start : entry.end].splitlines()[:_TOP]
    if any(known.of_oneself.search(line) for line in (*extraction.tokens.plain[slice(*head)].splitlines(), *first)):
        return True
    return _is_beside_studies(entry, entries) and not _is_beside_a_job(entry, entries)


def _is_paid(
    head: tuple[int, int], section: Section, entries: Sequence[Entry], extraction: Extraction, for_clients: bool
) -> bool:
    """Whether a dated project is paid work. `head`: where the lines around its dates stand; `for_clients`: a freelancer's."""
    known = client_words()
    text = extraction.tokens.plain[slice(*head)]
    if known.paid.search(section.heading) or _has_client(text, {mention.start - head[0] for mention in extraction.mentions}):
        return True
    if for_clients or _has_firm(text, entries):
        return True
    told = known.role.search(text) is not None and known.duration.search(text) is not None
    return told and any(other.kind == "job" for other in entries)


def _head(entry: Entry, section: Section, sheet: Sheet, today: date) -> tuple[int, int] | None:
    """Where the lines begin and end that stand with labels around the dates of a project, the title above them too; None where
    no line says from when until when it was."""
    title = client_words().title
    inside = [index for index, line in enumerate(sheet.lines) if section.start <= line.start < entry.end]
    dated = next(
        (index for index in inside if sheet.lines[index].start >= entry.start and _says(entry, sheet, index, today)), None
    )
    if dated is None:
        return None
    first = last = dated
    while first - 1 > inside[0] and not title.match(_words(sheet, first)) and _is_above(sheet, first - 1, today):
        first -= 1
        if not _LABELLED.match(_words(sheet, first)):
            break
    while last + 1 < len(sheet.lines) and _is_below(sheet, last + 1):
        last += 1
    return sheet.lines[first].start, sheet.lines[last].end


def _is_above(sheet: Sheet, index: int, today: date) -> bool:
    """Whether a line belongs to the labelled lines that follow, or is the title right above them."""
    words = _words(sheet, index)
    if sheet.lines[index].bullet or len(words) > _LONGEST_HEAD or next(find_ranges(words, today), None) is not None:
        return False
    known = client_words()
    return not sheet.lines[index + 1].gap or any(label.match(words) for label in (known.title, known.client, known.role))


def _is_below(sheet: Sheet, index: int) -> bool:
    """Whether a line belongs to the labelled lines before it, and does not begin the next project."""
    words = _words(sheet, index)
    return not sheet.lines[index].gap and _LABELLED.match(words) is not None and not client_words().title.match(words)


def _says(entry: Entry, sheet: Sheet, index: int, today: date) -> bool:
    """Whether a line says the dates of an entry, and no year alone."""
    words = _words(sheet, index)
    ranges = find_ranges(words, today, days_first=sheet.days_first) if len(words) <= _LONGEST_HEAD else ()
    return any((found.begun, found.ended) == (entry.begun, entry.ended) for found in ranges)


def _words(sheet: Sheet, index: int) -> str:
    return sheet.text[sheet.lines[index].start : sheet.lines[index].end]


def _has_client(head: str, names: Collection[int]) -> bool:
    """Whether a project names somebody for whom it was done, and no program ("Client: React"). `names`: where skills stand."""
    known = client_words()
    client = known.client.search(head)
    if client is None or known.nobody.match(head, client.end()) or known.other_end.search(head):
        return False
    return client.end() not in names


def _is_freelancer(sections: Sequence[Section], sheet: Sheet) -> bool:
    """Whether a résumé says at its head that somebody works for clients, in a line that is no sentence or with "I am"."""
    known = client_words()
    heads = [section for section in sections if section.kind == "summary"]
    if any(known.i_am.search(sheet.text, section.start, section.end) for section in heads):
        return True
    first = opening(sections)
    lines = (line for line in sheet.lines if first and first.start <= line.start < first.end)
    titles = (_SENTENCE.split(sheet.text[line.start : line.end], maxsplit=1)[0] for line in lines)
    pieces = (piece for title in titles for piece in _BESIDE.split(title))
    short = (piece for piece in pieces if len(piece.split()) <= _TITLE_WORDS and not any(map(str.isdecimal, piece)))
    return any(_names(known.freelance, piece) or _names(known.contractor, piece) for piece in short)


def _names(what: re.Pattern[str], words: str) -> bool:
    """Whether words call somebody what a pattern finds."""
    found, known = what.search(words), client_words()
    if found is None or known.unless_before.search(words, 0, found.start()):
        return False
    return known.unless_behind.match(words, found.end()) is None


def _heading(job: Entry, sheet: Sheet, today: date) -> str:
    """The first lines of a job, as far as the one with its dates."""
    inside = [index for index, line in enumerate(sheet.lines) if job.start <= line.start < job.end][:_TOP]
    dated = next((number for number, index in enumerate(inside) if _says(job, sheet, index, today)), 0)
    return " ".join(_words(sheet, index) for index in inside[: dated + 1])


def _is_for_clients(entry: Entry, entries: Sequence[Entry], free: Collection[Entry], own: bool) -> bool:
    """Whether a project lies in a time in which somebody worked for clients (at all times, if `own`), and had no employer."""
    times = [period for job in free for period in job.periods]
    within = all(any(begun <= first and last <= ended for begun, ended in times) for first, last in entry.periods)
    return (own or within) and not _is_beside_a_job(entry, [job for job in entries if job not in free])


def _has_firm(head: str, entries: Sequence[Entry]) -> bool:
    """Whether the heading of a project names a firm, or says what the client is where there are no jobs beside the projects."""
    known = client_words()
    pieces = [piece.strip(" *_#") for piece in _CLIENT_ENDS.split(head)]
    if any(known.legal.fullmatch(piece) for piece in pieces):
        return True
    if any(entry.kind == "job" for entry in entries):
        return False
    parts = ([word for word in piece.split() if word.isalpha()] for piece in pieces)
    named = [part for part in parts if 0 < len(part) <= _CLIENT_WORDS]
    return any(known.trade.fullmatch(part[-1]) or known.bank.fullmatch(" ".join(part[-2:])) for part in named)


def _is_beside_a_job(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a project shares a month with a dated job."""
    return any(
        job.begun <= entry.ended and entry.begun <= job.ended
        for job in entries
        if job.kind == "job" and job.begun and job.ended and entry.begun and entry.ended
    )


def _is_beside_studies(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a project lies in the years of studies; of those that tell only the end, in the years before it."""
    for studies in entries:
        if studies.kind != "education" or not (studies.begun and studies.ended and entry.begun and entry.ended):
            continue
        only_end = months_between(studies.begun, studies.ended) <= 12
        begun = studies.begun.replace(year=studies.begun.year - _STUDIES * only_end)
        if begun <= entry.begun and entry.ended <= studies.ended:
            return True
    return False
