"""Finds the sections of a résumé or posting by their headings.

In: text, kind of document, lines. Out: sections in order, which cover the text from end to end. Where a heading stands is for
`heading_lines` (at the beginning of a line) and `run_in` (inside one). A heading nobody knows breaks nothing: deeper than the
last known one it belongs to that section; on the same level it opens an `other` one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from skillgap.extraction.heading_lines import (
    BRIEF,
    LABELS,
    HeadingLine,
    are_terms,
    heading_line,
    is_fact,
    is_pay,
    is_valued,
    marked_level,
    names_an_entry,
    opened,
)
from skillgap.extraction.headings import EXPECTED, PART, SECOND, cleaned, heading_kind
from skillgap.extraction.marks import ENDING
from skillgap.extraction.roles import needs_at, roles_of
from skillgap.extraction.run_in import MAX_HEADING, asks_apart, asks_at, run_in
from skillgap.extraction.units import Line
from skillgap.extraction.wraps import goes_on
from skillgap.model import Kind, Section

_QUESTIONS = 3
"""So many short questions on lines of their own make a posting of questions and answers."""
_TELLS = re.compile(r"(?=.*\b(?:you|we|our|your|this|is|are|will|has)\b)(?:[^\s:]+\s+){7}.*\.(?:\s|$)", re.IGNORECASE)
"""A sentence, not a list of names."""
_GLUED = re.compile(r"[a-z][A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$")
"""A heading glued to the end of a line: `8 monthsCompany Details`."""
_LIST_BEHIND = re.compile(rf":?\s*[*{ENDING}-]\s")
"""Behind a heading, the first of several items."""
_OF_A_COMPANY = re.compile(
    r"Our(?: (?!(?:ideal|new|next|for|in|to|with)\b)[\w/&-]+){0,3} (?:team|company|group|department|business|people|firm)\b"
    r"(?! (?:members?|mates?|needs?|expects?|wants?|seeks?|requires?|looks|is (?:looking|searching|seeking))\b)"
    r"|Join (?:us|our)\b|We are (?:an?|the|one of)\b|At [^\s,]+,? we\b"
)
"""Begins what a company says of itself, even right below its list."""
SILENT = frozenset({"benefits", "process"})
"""Sections that ask for nothing, whatever stands in them."""
_TELLING = SILENT | {"stack"}
"""Sections that end on the line of their heading where a sentence asks for something."""
_ASKING = frozenset({"required", "preferred", "negated", "dealbreakers", "unwanted", SECOND, EXPECTED})
_PROSE = frozenset({"opening", "about", "other", "stack"})
"""Sections in which a paragraph may say what one of several roles needs."""
_ENTRIES = frozenset({"experience", "projects"})
"""Sections of a résumé that consist of entries with headings of their own."""
_PARTS = frozenset({"skills", "other", "projects", "summary"})
"""What the headings inside of such an entry open elsewhere: `Technologies`, `Achievements`."""
OPENING: dict[Kind, str] = {"posting": "opening", "resume": "summary"}
"""What the text before the first heading is."""


class _Mark(NamedTuple):
    """Where a section begins: its kind, its heading `[start, end)`, and the level of the heading (0 if it has none)."""

    start: int
    kind: str
    end: int
    level: int


def find_sections(text: str, plain: str, kind: Kind, lines: list[Line], rows: Container[int] = ()) -> tuple[Section, ...]:
    """The sections of a text; see the module. `plain` is the text with typographic characters as plain ones; at `rows` begin the
    lines of tables that say themselves what they ask, which are items and head nothing."""
    walk = _Walk(text, plain, kind, lines)
    for index, line in enumerate(lines):
        if line.start in rows:
            walk.items += 1
        else:
            walk.read(index)
    return _cover(text, kind, _in_turn(walk.marks))


class _Walk:
    """Goes through the lines in order, and marks where sections begin."""

    def __init__(self, text: str, plain: str, kind: Kind, lines: list[Line]) -> None:
        self.marks: list[_Mark] = []
        self.items = 0
        """How many items stand behind the last heading."""
        self._text, self._plain, self._kind, self._lines = text, plain, kind, lines
        self._levels = [marked_level(text, line) for line in lines]
        self._several = sum(level > 0 for level in self._levels) > 1
        self._title = _title_at(self._levels) if kind == "posting" else None
        questions = sum(_is_question(plain, line) for line in lines) if kind == "posting" else 0
        self._questions = questions >= _QUESTIONS
        self._roles = roles_of(plain[lines[0].start : lines[0].end]) if lines and kind == "posting" else ()
        self._depth = 0
        """The level of the last known heading that has one."""
        self._top = ""
        """The kind of section that it opened."""
        self._entries = 0
        """The level of the headings of what it is about, as far as they have one."""
        self._labels: set[str] = set()
        """How parts of these are headed that have no level."""
        self._lasting = OPENING[kind]
        """The section around headings that speak of their own line only."""
        self._held = False
        """Whether what such a heading speaks of goes on in the next line."""

    def read(self, index: int) -> None:
        """Mark what begins in line `index`."""
        seen = heading_line(self._plain, self._lines, index, self._levels[index])
        current = self.marks[-1].kind if self.marks else OPENING[self._kind]
        found, inline = opened(seen, self._kind, current)
        if found and self._kind == "resume" and (self._is_of_an_entry(seen, found) or self._is_of_its_head(seen, found)):
            found, inline = None, False
        if found and index == self._title and heading_kind(seen.piece, self._kind, False) is None:
            found = None  # "# We need another Kotlin person" asks for nobody who stands below it
        if found == "stack" and self._tells(index, inline):
            found = OPENING["posting"]
        of_role = needs_at(seen.piece, self._roles) if not found and current in _PROSE else None
        self.items = 0 if found and not inline else self.items + seen.line.bullet
        if found:
            self._mark(seen.line.start, found, seen.line.end, seen.level)
            if seen.level:
                self._depth, self._top, self._entries, self._labels = seen.level, found, 0, set()
        elif of_role is not None:
            self._mark(seen.line.start + of_role, "required", seen.line.start + of_role)
            inline = True
        else:
            if seen.level > self._depth > 0:
                self._entries = min(self._entries or seen.level, seen.level)
                self._begin_entry(seen)
            self._end_section(index, seen)
        inside = self._inside(seen, headed=bool(found))
        self.marks.extend(inside)
        if inside:
            inline = _ends_with_its_line(inside[-1], seen, inline)
        self._ask_again(seen)
        self._reach(seen, inline)

    def _mark(self, start: int, kind: str, end: int, level: int = 0) -> None:
        self.marks.append(_Mark(start, self._told(kind, level), end, level))

    def _tells(self, index: int, inline: bool) -> bool:
        """Whether sentences on the work stand below "Environment" or behind it, and no names of what is used."""
        line = self._lines[index]
        head, _, behind = self._plain[line.start : line.end].partition(":")
        if cleaned(head) != "environment":
            return False
        if not inline and index + 1 < len(self._lines):
            behind = self._plain[self._lines[index + 1].start : self._lines[index + 1].end]
        return _TELLS.match(behind.strip()) is not None

    def _told(self, kind: str, level: int = 0) -> str:
        """The kind of section that a heading opens here: a part of the stack right below one."""
        if kind != PART:
            return kind
        last = self.marks[-1] if self.marks else None
        return "stack" if last and last.kind == "stack" and not 0 < level <= last.level else "required"

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
        if self._top not in _ENTRIES or seen.level != self._entries or self._kind != "resume":
            return
        parts = list(takewhile(lambda mark: not mark.level, reversed(self.marks)))
        if parts and all(mark.kind in _PARTS for mark in parts):
            self._labels.update(_label(self._plain[mark.start : mark.end]) for mark in parts)
            del self.marks[-len(parts) :]

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
        return not self.marks or self.marks[-1].kind == OPENING[self._kind]

    @cached_property
    def _section_levels(self) -> frozenset[int]:
        """The levels on which several headings are phrases that open sections, so that deeper ones are about what is in them."""
        marked = ((line, level) for line, level in zip(self._lines, self._levels, strict=True) if level)
        phrases = Counter(level for line, level in marked if heading_kind(self._plain[line.start : line.end], self._kind, False))
        return frozenset(level for level, count in phrases.items() if count > 1)

    def _end_section(self, index: int, seen: HeadingLine) -> None:
        """Mark where something else begins, with a heading nobody knows or with none."""
        line = seen.line
        if self._questions and _is_question(self._plain, line):
            self._mark(line.start, "other", line.end)
        elif self._is_prose_behind_items(seen):
            if not goes_on(self._text, self._lines[index - 1], line):  # it is no answer to a question
                self._mark(line.start, "other", line.start)
        elif self._asks_behind_tools(seen):
            self._mark(line.start, "other", line.start)
        elif 0 < seen.level <= self._depth and self._several:
            self._mark(line.start, "other", line.end, seen.level)
        elif self._kind == "resume" and line.gap and not line.bullet and self._is_over(index):
            self._mark(line.start, "other", line.start)

    def _is_prose_behind_items(self, seen: HeadingLine) -> bool:
        """Whether a posting speaks of something else than what it asked in a list: in a paragraph behind its items."""
        if self._kind != "posting" or not self.items or seen.line.bullet:
            return False
        bullets = seen.following is not None and seen.following.bullet
        if not seen.line.gap and (bullets or not _OF_A_COMPANY.match(seen.piece)):
            return False
        current = self.marks[-1].kind if self.marks else ""
        prose = len(seen.piece) > MAX_HEADING or seen.piece[-1] == "." or current == "unwanted"  # nobody means what comes next
        return prose and current in _ASKING

    def _asks_behind_tools(self, seen: HeadingLine) -> bool:
        """Whether a posting asks for something in a paragraph behind what it works with: no heading has to part the two."""
        if self._kind != "posting" or seen.line.bullet or not seen.line.gap:
            return False
        return bool(self.marks) and self.marks[-1].kind == "stack" and asks_apart(seen.piece)

    def _is_over(self, index: int) -> bool:
        """Whether what a résumé denies or wishes for ends at a blank line: nobody means all that follows, whatever it is."""
        last = self.marks[-1] if self.marks else None
        return last is not None and last.kind in BRIEF and last.level == 0 and self._lines[index - 1].start > last.start

    def _inside(self, seen: HeadingLine, headed: bool) -> list[_Mark]:
        """The headings inside a line; `headed`: the one that it begins with is known."""
        piece, line = seen.piece, seen.line
        if seen.marked or seen.titled or not (len(piece) > MAX_HEADING or ". " in piece or _GLUED.search(piece)):
            return []
        if self._kind == "resume" and line.bullet:
            return []  # "• Technologies: Python, Django" among the items of a job belongs to it
        inside = run_in(piece, self._kind)
        found = [_Mark(line.start + start, self._told(kind), line.start + end, 0) for start, end, kind in inside]
        if self._kind == "resume":
            found = [mark for mark in found if self._is_of_a_resume(mark, piece, line)]
        return [mark for mark in found if not (headed and mark.start == line.start)]

    def _ask_again(self, seen: HeadingLine) -> None:
        """Go back to the section around it where a sentence asks for something behind a heading that asks for nothing."""
        last, line = (self.marks[-1] if self.marks else None), seen.line
        if last is None or last.kind not in _TELLING or last.start < line.start:
            return
        start = asks_at(seen.piece, last.start - line.start)
        if start is not None:
            self._mark(line.start + start, self._lasting, line.start + start)

    def _is_of_a_resume(self, mark: _Mark, piece: str, line: Line) -> bool:
        """Whether what looks like a heading inside a line of a résumé is one."""
        if mark.kind == "other" or mark.kind in BRIEF:
            return False
        if mark.kind in _ENTRIES and self._is_at_its_head() and is_fact(piece, mark.start - line.start):
            return False
        if mark.kind == "experience":
            return not are_terms(piece, mark.start - line.start)
        in_a_job = bool(self.marks) and self.marks[-1].kind in _ENTRIES
        return not (mark.kind == "skills" and in_a_job and cleaned(self._plain[mark.start : mark.end]) in LABELS)

    def _reach(self, seen: HeadingLine, inline: bool) -> None:
        """Go back to the section around it behind a heading that speaks of its own line only: "Good to have: Angular"."""
        line, following = seen.line, seen.following
        inline = inline or (self._held and self.marks[-1].start < line.start)
        self._held = inline and following is not None and goes_on(self._text, line, following)
        if inline and not self._held and self._kind == "posting" and following and (line.bullet or not following.bullet):
            if not self._tells_on(seen.piece, following):
                given = self.marks[-1].kind == "benefits" and self._lasting in _ASKING  # "Salary: 70k", and what else is given
                self._mark(following.start, "other" if given else self._lasting, following.start)
        elif self.marks and not inline:
            self._lasting = self.marks[-1].kind

    def _tells_on(self, piece: str, following: Line) -> bool:
        """Whether what the company says of itself on one line goes on in the next: "Company description: We make money."."""
        if self.marks[-1].kind != "about" or piece[-1] != "." or following.bullet or following.gap:
            return False
        return self._plain[following.end - 1] == "."


def _title_at(levels: Sequence[int]) -> int | None:
    """The line of the title of a whole posting: its first heading, above others of which none is as high."""
    first = next((index for index, level in enumerate(levels) if level), None)
    return first if first is not None and levels[first] == 1 and levels.count(1) == 1 and max(levels) > 1 else None


def _label(heading: str) -> str:
    """What a heading is told by: "skills" of `**Skills:** Kotlin`."""
    return cleaned(heading.partition(":")[0])


def _is_question(plain: str, line: Line) -> bool:
    """Whether a line is a short question that stands for itself, as headings do in a posting of questions and answers."""
    return line.gap and not line.bullet and plain[line.end - 1] == "?" and line.end - line.start <= MAX_HEADING


def _ends_with_its_line(last: _Mark, seen: HeadingLine, inline: bool) -> bool:
    """Whether the last heading inside a line speaks of that line only. `inline`: whether the line begins with one that does."""
    if seen.line.bullet:
        return inline or not _LIST_BEHIND.match(seen.piece, last.end - seen.line.start)
    if last.kind == "benefits" and is_pay(seen.piece, last.start - seen.line.start):
        return True
    return inline and last.kind in _ASKING


def _in_turn(marks: list[_Mark]) -> list[_Mark]:
    """The marks, those of kinds that only the other sections tell as what they are: `SECOND` is preferred behind what is
    required, `EXPECTED` the work beside what is required; else both are required."""
    kinds = [mark.kind for mark in marks]
    first = next((kind for kind in kinds if kind in {SECOND, "required"}), SECOND)
    told = {SECOND: "preferred" if first == "required" else "required", EXPECTED: "duties" if "required" in kinds else "required"}
    return [mark._replace(kind=told[mark.kind]) if mark.kind in told else mark for mark in marks]


def _cover(text: str, kind: Kind, marks: list[_Mark]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if not marks or marks[0].start > 0:
        end = marks[0].start if marks else len(text)
        sections.append(Section(OPENING[kind], 0, end))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start if index + 1 < len(marks) else len(text)
        sections.append(Section(mark.kind, mark.start, end, text[mark.start : mark.end].strip()))
    return tuple(sections)
