"""Finds the jobs, projects, degrees and certificates of a résumé, with their dates.

In: the text, its blocks and its sections. Out: entries in order. A job begins at the line with its dates, or at the lines of its
heading right above; it ends where the next one begins. A section without any date is one entry without dates.
"""

from __future__ import annotations

from collections.abc import Sequence
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
MAX_HEADING = 140
"""A longer line is prose, and a range in it is part of a story (characters)."""
_OWN_WORDS = 8
"""A line with fewer letters beside its dates has its heading above."""
_ABOVE = 3


def find_entries(document: Document, sections: Sequence[Section], today: date) -> tuple[Entry, ...]:
    """The entries of a résumé; see the module."""
    lines = lines_of(document.text, document.blocks)
    entries: list[Entry] = []
    for section in sections:
        kind = KINDS.get(section.kind)
        if kind:
            inside = [line for line in lines if section.start <= line.start < section.end]
            entries.extend(_of_section(document.text, section, kind, inside, today))
    return tuple(entries)


def _of_section(text: str, section: Section, kind: EntryKind, lines: list[Line], today: date) -> list[Entry]:
    body = (
        lines[1:]
        if section.heading and len(section.heading) < 60 and lines and lines[0].end - lines[0].start <= len(section.heading)
        else lines
    )
    starts: list[tuple[int, DateRange]] = []
    previous = -1
    for index, line in enumerate(body):
        found = _dates_of(text, line, kind, today)
        if found is None:
            continue
        head = _head(text, body, index, previous, found)
        starts.append((head, found))
        previous = index
    if not starts:
        return [_entry(text, kind, section.start, section.end, body[0] if body else None, None)] if body else []
    result = []
    if kind != "job" and starts[0][0] > 0:
        result.append(_entry(text, kind, body[0].start, body[starts[0][0]].start, body[0], None))
    for number, (head, found) in enumerate(starts):
        end = body[starts[number + 1][0]].start if number + 1 < len(starts) else section.end
        begin = body[head].start if number or kind != "job" else min(body[head].start, body[0].start)
        result.append(_entry(text, kind, begin, end, body[head], found))
    return result


def _dates_of(text: str, line: Line, kind: EntryKind, today: date) -> DateRange | None:
    piece = text[line.start : line.end]
    if len(piece) > MAX_HEADING:
        return None
    found = next(find_ranges(piece, today, single=kind != "job"), None)
    if found is None:
        return None
    at_edge = found.start <= 4 or not any(char.isalpha() for char in piece[found.end :])
    return found if at_edge or not (line.bullet or piece.endswith(".")) else None


def _head(text: str, body: list[Line], index: int, previous: int, found: DateRange) -> int:
    """The index of the line with which the entry's heading begins."""
    line = body[index]
    piece = text[line.start : line.end]
    own = sum(map(str.isalpha, piece[: found.start] + piece[found.end :]))
    allowed = _ABOVE if own < _OWN_WORDS else 1
    head = index
    while head - 1 > previous and index - head < allowed and _is_head(text, body[head - 1], body[head], own):
        head -= 1
    return head


def _is_head(text: str, line: Line, following: Line, own: int) -> bool:
    piece = text[line.start : line.end]
    if line.block is not None and line.block.kind == "heading":
        return True
    short = len(piece) <= 90 and not line.bullet and not piece.endswith((".", ";", ",")) and ": " not in piece
    return short and (own < _OWN_WORDS or (line.gap and not following.gap))


def _entry(text: str, kind: EntryKind, start: int, end: int, heading: Line | None, found: DateRange | None) -> Entry:
    words = " ".join(text[heading.start : heading.end].split()) if heading else ""
    if found is None:
        return Entry(kind, start, end, words)
    return Entry(kind, start, end, words, found.begun, found.ended, found.current)
