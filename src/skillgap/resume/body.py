"""A résumé as lines (`Sheet`), its stretches with entries of one kind (`Body`), and the words that headings of entries have.

In: a document. Out: what a line looks like. Which lines date an entry is decided in `dated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.headings import cleaned
from skillgap.extraction.tokens import plain
from skillgap.extraction.units import Line, lines_of
from skillgap.model import Document, EntryKind, Section
from skillgap.resume.dates import DateRange, find_ranges, has_days_first, joined

LABEL = re.compile(
    r"\W*(?:(?:(?:end\s+)?client|customer|project)(?:\s+name)?|company|employer|organi[sz]ation|role|position|title|designation|location|city|place|country"
    r"|duration|period|dates?|name)\s*:",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:intern(?:ship)?|developer|engineer|trainee|consultant|analyst|manager|administrator|freelancer?|lead|architect|assistant|designer"
    r"|tester|student|apprentice|programmer|specialist|scientist|founder|contractor|officer|technician)\b",
    re.IGNORECASE,
)
BREAK = re.compile(
    r"\b(?:(?:career|planned|professional)\s+(?:break|pause|gap)|(?:parental|maternity|paternity|family|care|carer'?s|medical|sick|unpaid"
    r"|educational)\s+leave|sabbatical|elternzeit|gap\s+year|time\s+off|between\s+jobs|unemployed|job\s+search|caring\s+for"
    r"|stay-at-home|travell?ing\s+(?:the|around|through))\b",
    re.IGNORECASE,
)
"""What a time without a job is called; it is no job, and costs nothing."""
_FIRM_STOP = re.compile(r"\b(?:inc|ltd|co|corp|bros|pvt|pty|llc|llp|plc|jr|sr|[a-z]\.[a-z])\.$", re.IGNORECASE)
"""A full stop that belongs to a name and ends no sentence."""
_OWN_LINE = 60
"""The heading of a section that is no shorter (characters) has content on its line."""
_MARKS = re.compile(r"\s*#{1,6}\s")


@dataclass(frozen=True, slots=True)
class Body:
    """One stretch, without the heading of its section."""

    text: str
    kind: EntryKind
    start: int
    end: int
    lines: tuple[Line, ...]
    pages: frozenset[int] = frozenset()
    """Where pages begin: whether room was meant there cannot be seen."""
    days_first: bool = False
    """How the text writes dates, where it shows it."""
    _ranges: dict[tuple[str, date, bool], DateRange | None] = field(default_factory=dict, compare=False, repr=False)

    def first_range(self, words: str, today: date, *, single: bool) -> DateRange | None:
        """The first dates in some words (see `joined`). A line is asked by its section, and again by its entries."""
        key = words, today, single
        if key not in self._ranges:
            found = list(find_ranges(words, today, single=single, days_first=self.days_first))
            self._ranges[key] = joined(found, words)
        return self._ranges[key]

    def piece(self, index: int) -> str:
        """The words of a line."""
        return self.text[self.lines[index].start : self.lines[index].end]

    def level(self, index: int) -> int:
        """The level (1-6) of a line that the file marks as a heading, else 0."""
        block = self.lines[index].block
        if block is not None and block.kind == "heading":
            return block.level or 1
        marks = _MARKS.match(self.piece(index))
        return len(marks[0].strip()) if marks else 0

    def bullet(self, index: int) -> bool:
        """Whether a line is an item of a list."""
        return self.lines[index].bullet and not self.level(index)

    def indent(self, index: int) -> int:
        """How far a line is indented; for a list item of a format with blocks, how deeply it is nested."""
        block = self.lines[index].block
        if block is not None and block.kind == "list_item":
            return block.level
        start = self.lines[index].start
        return start - (self.text.rfind("\n", 0, start) + 1)


def may_head(body: Body, index: int) -> bool:
    """Whether a line may belong to the heading of an entry, by its looks."""
    piece = body.piece(index)
    if body.level(index):
        return True
    ends = piece.endswith((".", ";", ",")) and not _FIRM_STOP.search(piece)
    prose = ends or len(piece) > 90 or body.bullet(index)
    return not prose and (": " not in piece or bool(LABEL.match(piece)))


@cache
def _part_words(*, firms: bool) -> frozenset[str]:
    kinds = [rule for rule in rules("subheadings", "skillgap.resume") if rule.get("firm", False) == firms]
    return frozenset(word for rule in kinds for word in rule["words"])


def heads_a_part(heading: str) -> bool:
    """Whether a line that looks like a heading may head a part of a job: its achievements, a project, a client."""
    return names_a_part(heading) or names_a_firm(heading)


def names_a_part(words: str) -> bool:
    """Whether words name what a job consists of: its tasks, a project, the team."""
    return not _part_words(firms=False).isdisjoint(cleaned(plain(words)).split())


def names_a_firm(words: str) -> bool:
    """Whether words have a sign of a firm's name: `Ltd`, `Bank`."""
    return not _part_words(firms=True).isdisjoint(cleaned(plain(words)).split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole résumé, from which stretches are cut."""

    text: str
    lines: tuple[Line, ...]
    pages: frozenset[int]
    days_first: bool
    _ranges: dict[tuple[str, date, bool], DateRange | None] = field(default_factory=dict, compare=False, repr=False)

    def body(self, section: Section, kind: EntryKind) -> Body:
        """The stretch of a section, read as one with entries of a kind."""
        inside = [line for line in self.lines if section.start <= line.start < section.end]
        own = bool(inside) and bool(section.heading) and len(section.heading) < _OWN_LINE
        if own and inside[0].end - inside[0].start <= len(section.heading):
            inside = inside[1:]
        return Body(self.text, kind, section.start, section.end, tuple(inside), self.pages, self.days_first, self._ranges)


def names_break(words: str) -> bool:
    """Whether words name a time without a job, and no job."""
    return bool(BREAK.search(words)) and not TITLE.search(words)


def opening(sections: Iterable[Section]) -> Section | None:
    """What stands before the first heading, or None."""
    return next((section for section in sections if section.kind == "summary" and not section.heading), None)


def sheet_of(document: Document) -> Sheet:
    """A résumé cut into lines."""
    text = document.readable
    return Sheet(text, tuple(lines_of(text, document.blocks)), frozenset(document.pages), has_days_first(plain(text)))
