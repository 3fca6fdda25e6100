"""Pipeline component that lays out the text: its sections and units."""

from __future__ import annotations

from spacy.tokens import Doc

from skillgap.extraction.sections import find_sections
from skillgap.extraction.units import lines_of, paragraphs, sentences
from skillgap.extraction.workspace import Workspace
from skillgap.model import Unit


class Structure:
    """Text and blocks -> sections and units, in the workspace."""

    def __call__(self, doc: Doc) -> Doc:
        workspace = Workspace.of(doc)
        text = workspace.text
        lines = lines_of(text, workspace.blocks)
        sections = find_sections(text, workspace.kind, lines)
        headings = {section.start for section in sections if section.heading}
        units: list[Unit] = []
        index = 0
        for line, end in paragraphs(text, lines):
            start = line.start
            while start < end:
                while index + 1 < len(sections) and sections[index + 1].start <= start:
                    index += 1
                stop = min(end, sections[index].end)
                kind = "heading" if start in headings else "item" if line.bullet else "text"
                units.extend(Unit(a, b, kind, sections[index].kind) for a, b in sentences(text, start, stop))
                start = stop
        workspace.sections = sections
        workspace.set_units(tuple(units))
        return doc
