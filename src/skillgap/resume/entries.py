"""Finds the jobs, projects, degrees and certificates of a résumé, with their dates.

In: the text, its blocks and its sections. Out: entries in order. An entry begins at the line with its dates, or at the lines of
its heading right above; how many lines those are, the first entry of a section shows. It ends where the next one begins. A
section without any date is one entry without dates.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from skillgap.extraction.units import Line, lines_of
from skillgap.model import Document, Entry, EntryKind, Section
from skillgap.resume.dates import DateRange, find_ranges

KINDS: dict[str, EntryKind] = {
    "experience": "job",
    "projects": "project",
    "education": "education",
    "certifications": "certificate",
}
"""Kind of section -> kind of the entries in it."""
MAX_HEADING = 140
"""A longer line is prose, and a range in it is part of a story (characters)."""
_OWN_WORDS = 8
"""A line with fewer letters beside its dates has its heading above."""
_ABOVE = 3
"""So many lines of a heading may stand above the dates."""

_ENVIRONMENT = re.compile(
    r"\W*(?:(?:technical\s+|technology\s+|tech\s+|work(?:ing)?\s+)?environment|(?:technologies|tools|skills|stack|tech)(?:\s+(?:and|&)\s+tools)?\s+used)\b",
    re.IGNORECASE,
)
_BREAKS_OFF = re.compile(r"(?:[-–—]|\b(?:to|until|till))$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[-–—]|(?:to|until|till)\b)", re.IGNORECASE)
_TELLS = re.compile(r"\W*(?:from|between|since|in|during)\b", re.IGNORECASE)
_TELLER = re.compile(r"\W*(?:i|we|my|our|the|it|this)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:client|company|employer|organi[sz]ation|project|role|position|title|designation|location|duration|period|dates?|name)\s*:",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:intern(?:ship)?|developer|engineer|trainee|consultant|analyst|manager|administrator|freelancer?|lead|architect|assistant|designer"
    r"|tester|student|apprentice|programmer|specialist|scientist|founder|contractor|officer|technician)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\b(?:(?:career|planned|professional)\s+(?:break|pause|gap)|(?:parental|maternity|paternity|family|care|carer'?s|medical|sick|unpaid"
    r"|educational)\s+leave|sabbatical|elternzeit|gap\s+year|time\s+off|between\s+jobs|unemployed|job\s+search|caring\s+for"
    r"|stay-at-home|travell?ing\s+(?:the|around|through))\b",
    re.IGNORECASE,
)
"""What a time without a job is called; it is no job, and costs nothing."""
_TOTAL = re.compile(r"(?:\d{1,2}\s+(?:years?|yrs?|months?|mos?)[\s,]*){1,2}", re.IGNORECASE)
"""How long somebody was with an employer in all: below it stand several titles, each with its dates."""
_ALONE = re.compile(r"(?:^\W*|[,(|·\t–—-]\s*|\s{2,})$")
_MARKS = re.compile(r"\s*#{1,6}\s")


@dataclass(frozen=True, slots=True)
class _Body:
    """The lines of one stretch of a résumé that holds entries of one kind, without the section's own heading."""

    text: str
    kind: EntryKind
    start: int
    end: int
    lines: tuple[Line, ...]
    pages: frozenset[int] = frozenset()
    """Where pages begin: whether room was meant there cannot be seen."""

    def piece(self, index: int) -> str:
        return self.text[self.lines[index].start : self.lines[index].end]

    def level(self, index: int) -> int:
        """The level (1-6) of a line that the file marks as a heading, else 0."""
        block = self.lines[index].block
        if block is not None and block.kind == "heading":
            return block.level or 1
        marks = _MARKS.match(self.piece(index))
        return len(marks[0].strip()) if marks else 0

    def bullet(self, index: int) -> bool:
        return self.lines[index].bullet and not self.level(index)

    def indent(self, index: int) -> int:
        """How far a line is indented; for a list item of a format with blocks, how deeply it is nested."""
        block = self.lines[index].block
        if block is not None and block.kind == "list_item":
            return block.level
        start = self.lines[index].start
        return start - (self.text.rfind("\n", 0, start) + 1)


def find_entries(document: Document, sections: Sequence[Section], today: date) -> tuple[Entry, ...]:
    """The entries of a résumé; see the module."""
    lines = lines_of(document.readable, document.blocks)
    entries: list[Entry] = []
    for section in _stretches(sections):
        kind = KINDS.get(section.kind)
        if kind:
            inside = [line for line in lines if section.start <= line.start < section.end]
            own = bool(inside) and bool(section.heading) and len(section.heading) < 60
            if own and inside[0].end - inside[0].start <= len(section.heading):
                inside = inside[1:]
            entries.extend(
                _of_section(
                    _Body(document.readable, kind, section.start, section.end, tuple(inside), frozenset(document.pages)), today
                )
            )
    if not any(section.kind == "experience" for section in sections):
        entries = sorted((*entries, *_without_heading(document.readable, sections, lines, today)), key=lambda entry: entry.start)
    return tuple(entries)


def _stretches(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections, those joined that only the line of a job's technologies (`Environment: Java, Oracle`) has parted."""
    pending: Section | None = None
    for section in sections:
        if pending is not None and pending.kind in {"experience", "projects"} and _of_a_job(section):
            pending = replace(pending, end=section.end)
            continue
        if pending is not None:
            yield pending
        pending = section
    if pending is not None:
        yield pending


def _of_a_job(section: Section) -> bool:
    if section.kind != "skills" or section.heading.isupper():
        return False
    return bool(_ENVIRONMENT.match(section.heading))


def _without_heading(text: str, sections: Sequence[Section], lines: Sequence[Line], today: date) -> Iterator[Entry]:
    """The dated jobs of a résumé that has no heading over them: they stand before the first heading."""
    opening = next((section for section in sections if section.kind == "summary" and not section.heading), None)
    if opening is not None:
        inside = tuple(line for line in lines if opening.start <= line.start < opening.end)
        entries = _of_section(_Body(text, "job", opening.start, opening.end, inside), today, whole=False)
        yield from (entry for entry in entries if entry.begun)


def _of_section(body: _Body, today: date, *, whole: bool = True) -> list[Entry]:
    """The entries of a body. `whole`: what stands before the first job belongs to it, and a body without dates is an entry."""
    if not body.lines:
        return []
    dated = _dated(body, today)
    starts = _starts(body, dated)
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


def _dated(body: _Body, today: date) -> list[tuple[int, DateRange]]:
    """The lines with the dates of an entry, by index."""
    result: list[tuple[int, DateRange]] = []
    taken = -1
    for index, line in enumerate(body.lines):
        if index <= taken:
            continue
        found = _dates_of(body, index, today)
        if found is None or (result and body.bullet(index) and not _same_list(body, index, result[0][0])):
            continue
        result.append((index, found))
        taken = index + (line.start + found.end > line.end)
    return result


def _same_list(body: _Body, index: int, first: int) -> bool:
    """Whether a list item may be an entry: where the first entry is one of the same list. What is deeper tells of that entry."""
    return body.kind != "job" or (body.bullet(first) and body.indent(index) <= body.indent(first))


def _dates_of(body: _Body, index: int, today: date) -> DateRange | None:
    line, piece = body.lines[index], body.piece(index)
    if len(piece) > MAX_HEADING:
        return None
    if index + 1 < len(body.lines) and not body.lines[index + 1].gap:
        following = body.lines[index + 1]
        if _BREAKS_OFF.search(piece) or _GOES_ON.match(body.piece(index + 1)):
            found = next(find_ranges(body.text[line.start : following.end], today), None)
            if found and found.start < len(piece) < found.end:
                return found
    found = next(find_ranges(piece, today, single=True), None)
    if found is None or (found.lone and body.kind == "job" and not _lone_is_of_a_job(body, index, found)):
        return None
    after = piece[found.end :]
    if _TELLS.match(piece[found.start :]) and (_TELLER.match(after) or (piece.endswith(".") and len(after.split()) >= 4)):
        return None
    at_edge = found.start <= 4 or not any(char.isalpha() for char in after)
    return found if at_edge or not (body.bullet(index) or piece.endswith(".")) else None


def _lone_is_of_a_job(body: _Body, index: int, found: DateRange) -> bool:
    """Whether a lone date dates a job (`Intern, Acme (Summer 2015)`) and is no part of a sentence or of a product's name."""
    piece = body.piece(index)
    if len(piece) > 90 or piece.endswith(".") or (": " in piece and not _LABEL.match(piece)):
        return False
    at_end = not any(char.isalpha() for char in piece[found.end :]) and bool(_ALONE.search(piece[: found.start]))
    alone = at_end and not any(char.isalpha() for char in piece[: found.start])
    return alone or (at_end and (body.level(index) > 0 or bool(_TITLE.search(piece))))


def _starts(body: _Body, dated: Sequence[tuple[int, DateRange]]) -> list[tuple[int, DateRange | None]]:
    """The line with which each entry begins, and its dates; a heading on the level of dated ones begins an entry without."""
    starts: list[tuple[int, DateRange | None]] = []
    previous = -1
    first = dated[0][0] if dated else 0
    above = first if first <= _ABOVE and all(_may_head(body, index) for index in range(first)) else None
    totals = _has_totals(body, {index for index, _ in dated})
    for index, found in dated:
        usual = _titles_above(body, index, previous) if totals else above
        starts.append((_head(body, index, previous, found, usual), found))
        previous = index
    levels = {body.level(head) for head, _ in starts} - {0}
    if levels:
        heads = {head for head, _ in starts}
        spans = [(head, index) for (head, _), (index, _) in zip(starts, dated, strict=True)]
        for index in range(len(body.lines)):
            within = any(head <= index <= line for head, line in spans)
            if index not in heads and not within and 0 < body.level(index) <= max(levels):
                starts.append((index, None))
    return sorted(starts, key=lambda start: start[0])


def _has_totals(body: _Body, dated: Collection[int]) -> bool:
    """Whether the time in all with an employer stands over a title and its dates, and not below the dates of a job."""
    return any(index > 1 and _TOTAL.fullmatch(body.piece(index - 2)) and index - 3 not in dated for index in dated)


def _titles_above(body: _Body, index: int, previous: int) -> int:
    """How many lines are above dates where an employer stands once over several titles: all behind a gap, or the title alone."""
    for above in range(1, min(_ABOVE, index - previous - 1) + 1):
        if not _may_head(body, index - above):
            break
        line = body.lines[index - above]
        if line.gap and (above > 1 or line.start not in body.pages):
            return above
    return 1


def _head(body: _Body, index: int, previous: int, found: DateRange, above: int | None) -> int:
    """The index of the line with which an entry's heading begins. `above`: how many lines the first entry has over its dates."""
    piece = body.piece(index)
    own = sum(map(str.isalpha, piece[: found.start] + piece[found.end :]))
    allowed = above if above is not None else _ABOVE if own < _OWN_WORDS else 1
    head = index
    while head - 1 > previous and index - head < allowed and _is_head(body, head - 1, head, own, above):
        head -= 1
    return head


def _is_head(body: _Body, index: int, following: int, own: int, above: int | None) -> bool:
    """Whether a line belongs to the heading that goes on in the following one."""
    if body.level(index):
        return True
    if not _may_head(body, index):
        return False
    first = body.lines[index].gap
    if body.lines[following].gap and body.lines[following].start not in body.pages:
        return own < _OWN_WORDS and (first or index == 0)
    return above is not None or own < _OWN_WORDS or first


def _may_head(body: _Body, index: int) -> bool:
    piece = body.piece(index)
    if body.level(index):
        return True
    prose = len(piece) > 90 or body.bullet(index) or piece.endswith((".", ";", ","))
    return not prose and (": " not in piece or bool(_LABEL.match(piece)))


def _entry(body: _Body, heading: int, found: DateRange | None, start: int, end: int) -> Entry:
    words = " ".join(body.piece(heading).split())
    kind: EntryKind = "break" if body.kind == "job" and _BREAK.search(words) and not _TITLE.search(words) else body.kind
    if found is None:
        return Entry(kind, start, end, words)
    return Entry(kind, start, end, words, found.begun, found.ended, found.current)
