"""What only résumés have: entries with headings of their own and parts in them, fields at the head, brief denials."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import takewhile

from skillgap.extraction.bearers import bearer_words
from skillgap.extraction.heading_lines import BRIEF, LABELS, HeadingLine, are_terms, is_fact, is_valued, names_an_entry
from skillgap.extraction.headings import cleaned, heading_kind, headings
from skillgap.extraction.section_walk import OPENING, Mark, SectionWalk
from skillgap.extraction.units import Line

_ENTRIES = frozenset({"experience", "projects"})
"""Sections of a résumé that consist of entries with headings of their own."""
_PARTS = frozenset({"skills", "other", "projects", "summary"})
"""What the headings inside of such an entry open elsewhere: `Technologies`, `Achievements`."""

_LISTS = frozenset({"skills", "certifications", "other", "private"})
"""Sections that may stand before the name of the writer, where a side column is read first."""
_NAME = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*\s+){1,3}[^\W\d_a-z][\w'’-]+")
"""A name of two to four words."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


class ResumeWalk(SectionWalk):
    """The walk through a résumé."""

    kind = "resume"

    def __init__(self, text: str, plain: str, lines: list[Line]) -> None:
        super().__init__(text, plain, lines)
        self._top = ""
        """The kind of section that the last known heading of a level opened."""
        self._entries = 0
        """The level of the headings of what it is about, as far as they have one."""
        self._labels: set[str] = set()
        """How parts of these are headed that have no level."""

    def _names_the_writer(self, seen: HeadingLine) -> bool:
        """Whether a line is a name, with a headline below it, behind nothing but lists: so LinkedIn writes a profile."""
        line, following = seen.line, seen.following
        if not (self.marks and line.gap and following is not None) or following.gap or line.bullet or seen.level:
            return False
        if self.marks[0].start != self._lines[0].start or any(mark.kind not in _LISTS for mark in self.marks):
            return False
        headline = set(self._plain[following.start : following.end].lower().replace(",", " ").split())
        return _NAME.fullmatch(seen.piece) is not None and not bearer_words().role.isdisjoint(headline)

    def _heads_nothing(self, index: int, seen: HeadingLine, found: str) -> bool:
        if not seen.marked and cleaned(seen.piece) in headings(self.kind).whole and not self._stands_off(seen):
            return True
        return self._is_of_an_entry(seen, found) or self._is_of_its_head(seen, found) or self._is_of_a_job(seen, found)

    def _open(self, index: int, seen: HeadingLine, found: str, inline: bool) -> None:
        super()._open(index, seen, found, inline)
        if seen.level:
            self._top, self._entries, self._labels = found, 0, set()

    def _go_on(self, index: int, seen: HeadingLine, current: str) -> bool:
        line = seen.line
        if seen.level > self._depth > 0:
            self._entries = min(self._entries or seen.level, seen.level)
            self._begin_entry(seen)
        if self._names_the_writer(seen):
            self._mark(line.start, OPENING[self.kind], line.start)
        elif not self._is_level_with(seen) and line.gap and not line.bullet and self._is_over(index):
            self._mark(line.start, "other", line.start)
        return super()._go_on(index, seen, current)

    def _stands_off(self, seen: HeadingLine) -> bool:
        """Whether a line is set off from what stands before, and no entry: "University" may be a client, "Software" a label."""
        if not seen.line.gap or seen.line.bullet or seen.piece[-1] == ":":
            return False
        following = seen.following
        in_entries = bool(self.marks) and self.marks[-1].kind in _ENTRIES
        return not (in_entries and following and _DATED.search(self._plain, following.start, following.end))

    def _is_of_an_entry(self, seen: HeadingLine, found: str) -> bool:
        """Whether a heading below that of a section of a résumé is about something in it: a job, or a part of one."""
        if not seen.level and found in _PARTS and _label(seen.piece) in self._labels:
            return True
        if not 0 < self._depth < seen.level:
            return False
        if self._top in _ENTRIES:
            if 0 < self._entries < seen.level:
                return found in _PARTS
            named = heading_kind(seen.piece, "resume", False) is not None
            return not named and (names_an_entry(seen.piece) or self._depth in self._section_levels)
        return self._top == "skills" and found == "other"

    def _begin_entry(self, seen: HeadingLine) -> None:
        """Take back what was marked in the entry before, where the next one has a heading: it was a part of that."""
        if self._top not in _ENTRIES or seen.level != self._entries:
            return
        parts = list(takewhile(lambda mark: not mark.level, reversed(self.marks)))
        if parts and all(mark.kind in _PARTS for mark in parts):
            self._labels.update(_label(self._plain[mark.start : mark.end]) for mark in parts)
            del self.marks[-len(parts) :]

    def _is_of_a_job(self, seen: HeadingLine, found: str) -> bool:
        """Whether a line heads what was built in a job: right below another line of it, or over items, that have no names."""
        if found != "projects" or seen.marked or not (self.marks and self.marks[-1].kind == "experience"):
            return False
        near = not seen.line.gap or (seen.following is not None and seen.following.bullet)
        return near and cleaned(seen.piece).startswith("what i")

    def _is_of_its_head(self, seen: HeadingLine, found: str) -> bool:
        """Whether a line is a field among others at the head of a résumé, and heads nothing."""
        if found not in _ENTRIES or not self._is_at_its_head() or not is_fact(seen.piece):
            return False
        following = seen.following
        if following is None or following.bullet:
            return False
        return not seen.line.gap or is_valued(self._plain[following.start : following.end])

    def _is_at_its_head(self) -> bool:
        """Whether this is where a résumé says who somebody is."""
        return not self.marks or self.marks[-1].kind == OPENING[self.kind]

    @cached_property
    def _section_levels(self) -> frozenset[int]:
        """The levels on which several headings are phrases that open sections, so that deeper ones are about what is in them."""
        marked = ((line, level) for line, level in zip(self._lines, self._levels, strict=True) if level)
        phrases = Counter(level for line, level in marked if heading_kind(self._plain[line.start : line.end], self.kind, False))
        return frozenset(level for level, count in phrases.items() if count > 1)

    def _is_over(self, index: int) -> bool:
        """Whether what a résumé denies or wishes for ends at a blank line: nobody means all that follows, whatever it is."""
        last = self.marks[-1] if self.marks else None
        return last is not None and last.kind in BRIEF and last.level == 0 and self._lines[index - 1].start > last.start

    def _inside(self, seen: HeadingLine, headed: bool) -> list[Mark]:
        if seen.line.bullet:
            return []  # "• Technologies: Python, Django" among the items of a job belongs to it
        return [mark for mark in super()._inside(seen, headed) if self._is_section(mark, seen.piece, seen.line)]

    def _is_section(self, mark: Mark, piece: str, line: Line) -> bool:
        """Whether what looks like a heading inside a line of a résumé is one."""
        if mark.kind == "other" or mark.kind in BRIEF:
            return False
        if mark.kind in _ENTRIES and self._is_at_its_head() and is_fact(piece, mark.start - line.start):
            return False
        if mark.kind == "experience":
            return not are_terms(piece, mark.start - line.start)
        in_a_job = bool(self.marks) and self.marks[-1].kind in _ENTRIES
        return not (mark.kind == "skills" and in_a_job and cleaned(self._plain[mark.start : mark.end]) in LABELS)


def _label(heading: str) -> str:
    """What a heading is told by: "skills" of `**Skills:** Kotlin`."""
    return cleaned(heading.partition(":")[0])
