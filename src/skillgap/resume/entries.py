"""Finds the jobs, projects, degrees and certificates of a résumé, with their dates.

In: the text, its blocks and its sections. Out: entries in order. An entry begins at the line with its dates, or at the lines of
its heading right above; how many lines those are, the first entry of a section shows. It ends where the next one begins; of a
list of certificates each item is one. A section without any date is one entry without dates.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from skillgap.model import Entry, EntryKind, Section
from skillgap.resume.body import Body, Sheet, may_head, names_break, opening
from skillgap.resume.dated import dated_lines, lead_end
from skillgap.resume.dates import DateRange
from skillgap.resume.earlier import begins_sentence, tells_of_before
from skillgap.resume.undated import undated_heads

KINDS: dict[str, EntryKind] = {
    "experience": "job",
    "projects": "project",
    "education": "education",
    "certifications": "certificate",
}
"""Kind of section -> kind of the entries in it."""
_OWN_WORDS = 8
"""A line with fewer letters beside its dates has its heading above."""
_ABOVE = 3
"""So many lines of a heading may stand above the dates."""

_HIGHEST = 8
"""A heading with labels (`Client: ...`), or one like the first of its section, has no more lines above the dates."""
_SIGN = re.compile(
    r"\W*(?P<sign>client|company|employer|organi[sz]ation|project)(?:\s+name)?\s*(?:[#-]?\s*\d+)?\s*(?:[:–—-]|$)"
    r"|(?P<hash>#)\s?\d{1,2}\b|(?P<number>\d{1,2}[.)])\s",
    re.IGNORECASE,
)
"""With what the heading of each entry may begin: `Project #2: Payments`, `2. Payments`."""
_TOTAL = re.compile(r"(?:\d{1,2}\s+(?:years?|yrs?|months?|mos?)[\s,]*){1,2}", re.IGNORECASE)
"""How long somebody was with an employer in all: below it stand several titles, each with its dates."""


def find_entries(sheet: Sheet, sections: Sequence[Section], today: date) -> tuple[Entry, ...]:
    """The entries of a résumé; see the module."""
    entries: list[Entry] = []
    for section in sections:
        kind = KINDS.get(section.kind)
        if kind:
            entries.extend(_of_section(sheet.body(section, kind), today))
    if not any(section.kind == "experience" for section in sections):
        entries = sorted((*entries, *_without_heading(sheet, sections, today)), key=lambda entry: entry.start)
    return tuple(entries)


def _without_heading(sheet: Sheet, sections: Sequence[Section], today: date) -> Iterator[Entry]:
    """The dated jobs of a résumé that has no heading over them: they stand before the first heading."""
    first = opening(sections)
    if first is not None:
        entries = _of_section(sheet.body(first, "job"), today, whole=False)
        yield from (entry for entry in entries if entry.begun)


def _of_section(body: Body, today: date, *, whole: bool = True) -> list[Entry]:
    """The entries of a body. `whole`: what stands before the first job belongs to it, and a body without dates is an entry."""
    if not body.lines:
        return []
    dated = dated_lines(body, today)
    starts = _starts(body, dated, whole=whole)
    if not starts:
        return [_entry(body, 0, None, body.start, body.end)] if whole else []
    result = []
    if body.kind != "job" and starts[0][0] > 0:
        result.append(_entry(body, 0, None, body.lines[0].start, body.lines[starts[0][0]].start))
    for number, (head, found) in enumerate(starts):
        end = body.lines[starts[number + 1][0]].start if number + 1 < len(starts) else body.end
        first = number == 0 and body.kind == "job" and whole
        result.append(_entry(body, head, found, body.lines[0 if first else head].start, end))
    return result


def _starts(body: Body, dated: Sequence[tuple[int, DateRange]], *, whole: bool) -> list[tuple[int, DateRange | None]]:
    """The line with which each entry begins, and its dates; a heading on the level of dated ones begins an entry without."""
    starts: list[tuple[int, DateRange | None]] = []
    previous = -1
    first = dated[0][0] if dated else 0
    above = first if first <= _ABOVE and all(may_head(body, index) for index in range(first)) else None
    totals = _has_totals(body, {index for index, _ in dated})
    beside = bool(dated) and above == 0 and _own(body, *dated[0]) >= _OWN_WORDS
    for index, found in dated:
        alone = beside and _own(body, index, found) < _OWN_WORDS
        usual = _titles_above(body, index, previous) if totals or alone else above
        head = _head(body, index, previous, found, usual)
        like = _like_the_first(body, first, index, previous)
        starts.append((head if like is None else min(head, like), found))
        previous = index
    levels = {body.level(head) for head, _ in starts} - {0}
    spans = [(head, index) for (head, _), (index, _) in zip(starts, dated, strict=True)]
    if body.kind == "job" and spans:
        without = {*undated_heads(body, spans, first=whole), *_told_of_before(body, dated, spans)}
        starts += [(index, None) for index in sorted(without)]
    if levels:
        heads = {head for head, _ in starts}
        for index in range(len(body.lines)):
            within = any(head <= index <= line for head, line in spans)
            if index not in heads and not within and 0 < body.level(index) <= max(levels):
                starts.append((index, None))
    if body.kind == "certificate":
        starts += [(index, None) for index in _undated_items(body, {head for head, _ in starts})]
    return sorted(starts, key=lambda start: start[0])


def _told_of_before(body: Body, dated: Sequence[tuple[int, DateRange]], spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The lines below jobs that tell of a time before, and not when it was."""
    ends = [*(head for head, _ in spans[1:]), len(body.lines)]
    for (index, found), end in zip(dated, ends, strict=True):
        yield from (line for line in range(index + 1, end) if tells_of_before(body, line, found))


def _undated_items(body: Body, heads: Collection[int]) -> list[int]:
    """The other items of a list of dated ones: the year of a certificate is not that of the next."""
    indents = [body.indent(head) for head in heads if body.bullet(head)]
    items = [index for index in range(min(heads), len(body.lines)) if body.bullet(index)] if indents else []
    return [index for index in items if index not in heads and body.indent(index) <= min(indents)]


def _has_totals(body: Body, dated: Collection[int]) -> bool:
    """Whether the time in all with an employer stands over a title and its dates, and not below the dates of a job."""
    return any(index > 1 and _TOTAL.fullmatch(body.piece(index - 2)) and index - 3 not in dated for index in dated)


def _titles_above(body: Body, index: int, previous: int) -> int:
    """How many lines are above dates where an employer stands once over several titles: all behind a gap, or the title alone."""
    for above in range(1, min(_ABOVE, index - previous - 1) + 1):
        if not may_head(body, index - above):
            break
        line = body.lines[index - above]
        if line.gap and (above > 1 or line.start not in body.pages):
            return above
    return 1


def _head(body: Body, index: int, previous: int, found: DateRange, above: int | None) -> int:
    """The index of the line with which an entry's heading begins. `above`: how many lines the first entry has over its dates."""
    own = _own(body, index, found)
    if own >= _OWN_WORDS and begins_sentence(body.piece(index)):
        return index
    allowed = above if above is not None else _ABOVE if own < _OWN_WORDS else 1
    head = index
    while head - 1 > previous and index - head < allowed and _is_head(body, head - 1, head, own, above):
        head -= 1
    return head


def _own(body: Body, index: int, found: DateRange) -> int:
    """How many letters a line has beside its dates."""
    piece = body.piece(index)
    return sum(map(str.isalpha, piece[: found.start] + piece[found.end :]))


def _like_the_first(body: Body, first: int, index: int, previous: int) -> int | None:
    """The line with which a heading begins as that of the first entry does, whatever stands in it: a line with the same sign
    (`Client: ...`), or one behind a gap with as many lines above the dates."""
    if body.kind not in {"job", "project"} or not 0 < first <= _HIGHEST:
        return None
    if any(body.lines[line].gap for line in range(1, first + 1)):
        return None
    sign = _sign(body.piece(0))
    if sign:
        lines = range(index - 1, max(previous, index - 1 - _HIGHEST), -1)
        return next((line for line in lines if _sign(body.piece(line)) == sign), None)
    head = index - first
    alike = head > previous >= 0 and body.lines[head].gap and not any(body.lines[line].gap for line in range(head + 1, index + 1))
    return head if alike and not any(body.bullet(line) for line in range(head, index)) else None


def _sign(piece: str) -> str | None:
    match = _SIGN.match(piece)
    return (match["sign"] or match["hash"] or "1").lower() if match else None


def _is_head(body: Body, index: int, following: int, own: int, above: int | None) -> bool:
    """Whether a line belongs to the heading that goes on in the following one."""
    if body.level(index):
        return True
    if not may_head(body, index):
        return False
    first = body.lines[index].gap or (index > 0 and body.level(index - 1) > 0)
    if body.lines[following].gap and body.lines[following].start not in body.pages:
        return own < _OWN_WORDS and (first or index == 0)
    return above is not None or own < _OWN_WORDS or first


def _entry(body: Body, heading: int, found: DateRange | None, start: int, end: int) -> Entry:
    piece = body.piece(heading)
    lead = lead_end(piece, found) if body.kind == "job" and found is not None and _holds_dates(piece, found) else 0
    words = " ".join((piece[:lead] or piece).split())
    kind: EntryKind = "break" if body.kind == "job" and _is_break(body, heading, found, words) else body.kind
    if found is None:
        return Entry(kind, start, end, words)
    earlier = tuple((other.begun, other.ended) for other in found.others)
    return Entry(kind, start, end, words, found.begun, found.ended, found.current, earlier)


def _holds_dates(piece: str, found: DateRange) -> bool:
    """Whether a line may be the one with the dates."""
    return any(map(str.isdecimal, piece[found.start : found.end]))


def _is_break(body: Body, heading: int, found: DateRange | None, words: str) -> bool:
    """Whether an entry is a time without a job, by its heading, or by the second line where that has only dates."""
    piece = body.piece(heading)
    if found is not None and heading + 1 < len(body.lines):
        beside = piece[: found.start] + piece[found.end :]
        if _holds_dates(piece, found) and sum(map(str.isalpha, beside)) < _OWN_WORDS:
            words = f"{words} {body.piece(heading + 1)}"
    return names_break(words)
