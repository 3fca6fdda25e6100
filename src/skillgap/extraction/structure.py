"""Pipeline component that lays out the text: its sections, units and breaks."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from skillgap.extraction.breaks import find_breaks, is_titled
from skillgap.extraction.headings import heading_kind
from skillgap.extraction.sections import find_sections
from skillgap.extraction.units import Line, lines_of, paragraphs, sentences
from skillgap.extraction.workspace import Workspace
from skillgap.model import Tokens, Unit


class Structure:
    """Text and blocks -> sections, units and breaks, in the workspace."""

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        text = workspace.text
        lines = lines_of(text, workspace.blocks)
        sections = find_sections(text, workspace.tokens.plain, workspace.kind, lines)
        headings = {section.start for section in sections if is_titled(section)}
        units: list[Unit] = []
        columns: list[str | None] = []
        index = 0
        for line, end in paragraphs(text, lines, _running(lines, workspace.tokens)):
            start = line.start
            cells = _cells(text, start, end)
            if not cells:
                columns = []
            elif not columns:
                columns = _columns(text, cells) if workspace.kind == "posting" else []
            elif columns:
                while index + 1 < len(sections) and sections[index + 1].start <= start:
                    index += 1
                for (a, b), column in zip(cells, columns, strict=False):
                    units.extend(Unit(c, d, "item", column or "other") for c, d in sentences(text, a, b))
                continue
            while start < end:
                while index + 1 < len(sections) and sections[index + 1].start <= start:
                    index += 1
                stop = min(end, sections[index].end)
                kind = "heading" if start in headings else "item" if line.bullet else "text"
                units.extend(Unit(a, b, kind, sections[index].kind) for a, b in sentences(text, start, stop))
                start = stop
        workspace.sections = sections
        workspace.set_units(tuple(units))
        workspace.breaks = find_breaks(text, lines, sections, units)
        return doc


def _running(lines: list[Line], tokens: Tokens) -> frozenset[int]:
    """The starts of the lines into which a word runs from the line before, hyphenated there."""
    starts, ends = tokens.starts, tokens.ends
    before = ((line.start, bisect_left(starts, line.start) - 1) for line in lines)
    return frozenset(start for start, index in before if index >= 0 and ends[index] > start)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line that is a row of a Markdown table, else none."""
    if text[start] != "|":
        return []
    bars = [at for at in range(start, end) if text[at] == "|"]
    return [(a + 1, b) for a, b in zip(bars, [*bars[1:], end], strict=True) if text[a + 1 : b].strip()]


def _columns(text: str, cells: list[tuple[int, int]]) -> list[str | None]:
    """The section that each column of a table is, by its head ("Must", "Nice to have"); none where no head is a level."""
    kinds = [heading_kind(text[a:b], "posting", False) for a, b in cells]
    levels = [kind if kind in ("required", "preferred", "negated") else None for kind in kinds]
    return levels if any(levels) else []
