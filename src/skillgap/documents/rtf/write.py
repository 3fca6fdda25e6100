"""Writes the stories of an RTF file as blocks: paragraphs, rows, and text boxes behind the paragraph that they hang on.

Words that a person does not see are noted as hidden.
"""

from __future__ import annotations

import re
from itertools import groupby

from skillgap.documents import office
from skillgap.documents.builder import TextBuilder
from skillgap.documents.office import Ground
from skillgap.documents.rtf import sight
from skillgap.documents.rtf.front import Front
from skillgap.documents.rtf.story import Item, Paragraph, Row, Story

_NUMERAL = re.compile(r"[\W\d]*(?:[a-z]|[ivxlcdm]+)?[\W\d]*", re.IGNORECASE)
"""What stands before an item of a list and says nothing."""


class Writer:
    """Appends stories to a `TextBuilder`."""

    def __init__(self, front: Front) -> None:
        self._front = front

    def story(self, story: Story, ground: Ground, builder: TextBuilder) -> None:
        """Append a whole story."""
        self._items(story.items, ground, builder)

    def _items(self, items: list[Item], ground: Ground, builder: TextBuilder) -> None:
        for item in items:
            if isinstance(item, Row):
                self._row(item, ground, builder)
            else:
                self._paragraph(item, ground, builder)

    def _paragraph(self, paragraph: Paragraph, ground: Ground, builder: TextBuilder) -> None:
        look, front = paragraph.look, self._front
        seen = [(run, sight.why_hidden(run.look, look, ground, front)) for run in paragraph.runs]
        for why, runs in groupby(seen, key=lambda one: one[1]):
            if why:
                builder.hide("".join(run.text for run, _ in runs), why)
        shown = [run for run, why in seen if not why]
        text = "".join(run.text for run in shown)
        label = "".join(paragraph.label).strip()
        is_item = bool(label or look.list)
        if text.strip() and label and not _NUMERAL.fullmatch(label):
            text = f"{label} {text}"
        weights = [run.look.bold for run in shown if run.text.strip()]
        office.add_paragraph(
            builder,
            text,
            level=front.heading_level(look.style, look.outline),
            depth=max(look.list_level, 0) + 1 if is_item else 0,
            bold=bool(weights) and all(weights),
        )
        for box in paragraph.boxes:
            self.story(box, sight.in_box(box.shape, ground), builder)

    def _row(self, row: Row, ground: Ground, builder: TextBuilder) -> None:
        """A row of short cells becomes one line; the cells of a page layout are read one after the other."""
        ground = sight.in_row(row.look, ground, self._front)
        cells = [(cell, sight.in_cell(row.look, index, ground, self._front)) for index, cell in enumerate(row.cells)]
        parts: list[TextBuilder] = []
        if not any(isinstance(item, Row) or item.boxes for cell in row.cells for item in cell):
            for cell, behind in cells:
                parts.append(TextBuilder())
                self._items(cell, behind, parts[-1])
        if not office.add_row(builder, parts, [1] * len(parts)):
            for cell, behind in cells:
                self._items(cell, behind, builder)
