"""Goes through the lines of a document and marks where its sections begin: what holds for postings and résumés alike.

In: text, lines. Out: marks in order. What only one of them has is in `posting_sections` and `resume_sections`.
"""

from __future__ import annotations

import re
from typing import ClassVar, NamedTuple

from skillgap.extraction.heading_lines import HeadingLine, heading_line, is_pay, marked_level, opened
from skillgap.extraction.headings import EXPECTED, SECOND
from skillgap.extraction.marks import ENDING
from skillgap.extraction.run_in import MAX_HEADING, asks_at, run_in
from skillgap.extraction.units import Line
from skillgap.extraction.wraps import goes_on
from skillgap.model import Kind

_GLUED = re.compile(r"[a-z][A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$")
"""A heading glued to the end of a line: `8 monthsCompany Details`."""
_LIST_BEHIND = re.compile(rf":?\s*[*{ENDING}-]\s")
"""Behind a heading, the first of several items."""
SILENT = frozenset({"benefits", "process"})
"""Sections that ask for nothing, whatever stands in them."""
_TELLING = SILENT | {"stack"}
"""Sections that end on the line of their heading where a sentence asks for something."""
ASKING = frozenset({"required", "preferred", "negated", "dealbreakers", "unwanted", SECOND, EXPECTED})
"""Sections that ask, or say what is not asked for."""
OPENING: dict[Kind, str] = {"posting": "opening", "resume": "summary"}
"""What the text before the first heading is."""


class Mark(NamedTuple):
    """Where a section begins: its kind, its heading `[start, end)`, and the level of the heading (0 if it has none)."""

    start: int
    kind: str
    end: int
    level: int


class SectionWalk:
    """Goes through the lines in order, and marks where sections begin."""

    kind: ClassVar[Kind]
    """Of the documents whose walk it is."""

    def __init__(self, text: str, plain: str, lines: list[Line]) -> None:
        self.marks: list[Mark] = []
        self.items = 0
        """How many items stand behind the last heading."""
        self._text, self._plain, self._lines = text, plain, lines
        self._levels = [marked_level(text, line) for line in lines]
        self._several = sum(level > 0 for level in self._levels) > 1
        self._depth = 0
        """The level of the last known heading that has one."""
        self._lasting = OPENING[self.kind]
        """The section around headings that speak of their own line only."""
        self._held = False
        """Whether what such a heading speaks of goes on in the next line."""

    def read(self, index: int) -> None:
        """Mark what begins in line `index`."""
        seen = heading_line(self._plain, self._lines, index, self._levels[index])
        current = self.marks[-1].kind if self.marks else OPENING[self.kind]
        found, inline = opened(seen, self.kind, current)
        if found and self._heads_nothing(index, seen, found):
            found, inline = None, False
        self.items = 0 if found and not inline else self.items + seen.line.bullet
        if found:
            self._open(index, seen, found, inline)
        else:
            inline = self._go_on(index, seen, current) or inline
        inside = self._inside(seen, headed=bool(found))
        self.marks.extend(inside)
        if inside:
            inline = _ends_with_its_line(inside[-1], seen, inline) or ends_a_heading(inside[-1])
        self._ask_again(seen)
        self._reach(seen, inline)

    def _heads_nothing(self, index: int, seen: HeadingLine, found: str) -> bool:
        """Whether a line that reads like the heading of a section is none where it stands."""
        return False

    def _open(self, index: int, seen: HeadingLine, found: str, inline: bool) -> None:
        """Mark the section that a line heads."""
        self._mark(seen.line.start, found, seen.line.end, seen.level)
        self._depth = seen.level or self._depth

    def _go_on(self, index: int, seen: HeadingLine, current: str) -> bool:
        """Mark what a line without a known heading ends or begins; whether it speaks of itself only."""
        if self._is_level_with(seen):
            self._mark(seen.line.start, "other", seen.line.end, seen.level)
        return False

    def _is_level_with(self, seen: HeadingLine) -> bool:
        """Whether a heading nobody knows stands no deeper than the last known one."""
        return 0 < seen.level <= self._depth and self._several

    def _mark(self, start: int, kind: str, end: int, level: int = 0) -> None:
        self.marks.append(Mark(start, self._told(kind, level), end, level))

    def _told(self, kind: str, level: int = 0) -> str:
        """The kind of section that a heading opens where it stands."""
        return kind

    def _inside(self, seen: HeadingLine, headed: bool) -> list[Mark]:
        """The headings inside a line; `headed`: the one that it begins with is known."""
        piece, line = seen.piece, seen.line
        if seen.marked or seen.titled or not (len(piece) > MAX_HEADING or ". " in piece or _GLUED.search(piece)):
            return []
        found = [Mark(line.start + start, self._told(kind), line.start + end, 0) for start, end, kind in run_in(piece, self.kind)]
        return [mark for mark in found if not (headed and not any(map(str.isalnum, self._plain[line.start : mark.start])))]

    def _ask_again(self, seen: HeadingLine) -> None:
        """Go back to the section around it where a sentence asks for something behind a heading that asks for nothing."""
        last, line = (self.marks[-1] if self.marks else None), seen.line
        if last is None or last.kind not in _TELLING or last.start < line.start:
            return
        start = asks_at(seen.piece, last.start - line.start)
        if start is not None:
            self._mark(line.start + start, self._lasting, line.start + start)

    def _reach(self, seen: HeadingLine, inline: bool) -> None:
        """Go back to the section around it behind a heading that speaks of its own line only: "Good to have: Angular"."""
        following = seen.following
        inline = inline or (self._held and self.marks[-1].start < seen.line.start)
        self._held = inline and following is not None and goes_on(self._text, seen.line, following)
        if not inline and self.marks:
            self._lasting = self.marks[-1].kind
        elif inline and not self._held and following is not None:
            self._go_back(seen, following)

    def _go_back(self, seen: HeadingLine, following: Line) -> None:
        """Mark where the section around a line that speaks of itself only goes on, if it does."""


def ends_a_heading(mark: Mark) -> bool:
    """Whether a mark has no words: it only says where what stands below a heading inside a line is over."""
    return mark.start == mark.end


def _ends_with_its_line(last: Mark, seen: HeadingLine, inline: bool) -> bool:
    """Whether the last heading inside a line speaks of that line only. `inline`: whether the line begins with one that does."""
    if seen.line.bullet:
        return inline or not _LIST_BEHIND.match(seen.piece, last.end - seen.line.start)
    if last.kind == "benefits" and is_pay(seen.piece, last.start - seen.line.start):
        return True
    return inline and last.kind in ASKING
