"""Pipeline component that lays out the text: its sections, units and breaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from skillgap.extraction.breaks import find_breaks, is_titled
from skillgap.extraction.section_walk import SILENT
from skillgap.extraction.sections import find_sections
from skillgap.extraction.tables import Part, find_tables
from skillgap.extraction.units import Line, lines_of, sentences
from skillgap.extraction.workspace import Workspace
from skillgap.extraction.wraps import paragraphs
from skillgap.model import Tokens, Unit

_ASKING = frozenset({"required", "preferred"})


class Structure:
    """Text and blocks -> sections, units and breaks, in the workspace."""

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        text = workspace.text
        lines = lines_of(text, workspace.blocks, workspace.lost)
        tables = find_tables(workspace.tokens.plain, lines, workspace.blocks, workspace.kind)
        sections = find_sections(text, workspace.tokens.plain, workspace.kind, lines, tables)
        titles = {section.start for section in sections if is_titled(section)}
        alone = {*tables, *workspace.lost} if workspace.lost else tables
        units: list[Unit] = []
        index = 0
        for line, end in paragraphs(text, lines, alone, _running(lines, workspace.tokens), titles):
            start = line.start
            while start < end:
                while index + 1 < len(sections) and sections[index + 1].start <= start:
                    index += 1
                if line.start in tables:
                    units.extend(_of_row(text, tables[line.start], sections[index].kind))
                    break
                stop = min(end, sections[index].end)
                titled = start + max(1, len(sections[index].heading)) if start in titles else start
                kind = "item" if line.bullet else "text"
                units.extend(
                    Unit(a, b, "heading" if a < titled else kind, sections[index].kind) for a, b in sentences(text, start, stop)
                )
                start = stop
        workspace.sections = sections
        workspace.set_units(tuple(units))
        workspace.breaks = find_breaks(text, lines, titles, units)
        return doc


def _running(lines: list[Line], tokens: Tokens) -> frozenset[int]:
    """The starts of the lines into which a word runs from the line before, hyphenated there."""
    starts, ends = tokens.starts, tokens.ends
    before = ((line.start, bisect_left(starts, line.start) - 1) for line in lines)
    return frozenset(start for start, index in before if index >= 0 and ends[index] > start)


def _of_row(text: str, parts: Iterable[Part], section: str) -> Iterator[Unit]:
    """The units of a row of a table that says levels or years, inside a section."""
    for part in parts:
        kind = section if section in SILENT else part.section or section
        years = part.years if part.firm or kind in _ASKING else 0.0
        yield from (Unit(a, b, "item", kind, years) for a, b in sentences(text, part.start, part.end))
