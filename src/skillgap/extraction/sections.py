"""Finds the sections of a résumé or posting by their headings.

In: text, kind of document, lines. Out: sections in order, which cover the text from end to end. Where a heading stands is for
`heading_lines` (at the beginning of a line) and `run_in` (inside one); what follows from it for `section_walk`, and for
`posting_sections` and `resume_sections` what only these have. A heading nobody knows breaks nothing: deeper than the last known
one it belongs to that section; on the same level it opens an `other` one.
"""

from __future__ import annotations

from collections.abc import Container

from skillgap.extraction.headings import EXPECTED, SECOND
from skillgap.extraction.posting_sections import PostingWalk
from skillgap.extraction.resume_sections import ResumeWalk
from skillgap.extraction.section_walk import OPENING, Mark, SectionWalk
from skillgap.extraction.units import Line
from skillgap.model import Kind, Section

_WALKS: dict[Kind, type[SectionWalk]] = {"posting": PostingWalk, "resume": ResumeWalk}


def find_sections(text: str, plain: str, kind: Kind, lines: list[Line], rows: Container[int] = ()) -> tuple[Section, ...]:
    """The sections of a text; see the module. `plain` is the text with typographic characters as plain ones; at `rows` begin the
    lines of tables that say themselves what they ask, which are items and head nothing."""
    walk = _WALKS[kind](text, plain, lines)
    for index, line in enumerate(lines):
        if line.start in rows:
            walk.items += 1
        else:
            walk.read(index)
    return _cover(text, kind, _in_turn(walk.marks))


def _in_turn(marks: list[Mark]) -> list[Mark]:
    """The marks, those of kinds that only the other sections tell as what they are: beside what is required `SECOND` is preferred
    and `EXPECTED` the work; else both are required."""
    asked = any(mark.kind == "required" for mark in marks)
    told = {SECOND: "preferred" if asked else "required", EXPECTED: "duties" if asked else "required"}
    return [mark._replace(kind=told[mark.kind]) if mark.kind in told else mark for mark in marks]


def _cover(text: str, kind: Kind, marks: list[Mark]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if not marks or marks[0].start > 0:
        end = marks[0].start if marks else len(text)
        sections.append(Section(OPENING[kind], 0, end))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start if index + 1 < len(marks) else len(text)
        sections.append(Section(mark.kind, mark.start, end, text[mark.start : mark.end].strip()))
    return tuple(sections)
