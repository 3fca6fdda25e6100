"""A job posting, understood."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.model.document import Document, Notice
from skillgap.model.extraction import Extraction
from skillgap.model.requirement import Condition, Requirement


@dataclass(frozen=True, slots=True)
class Posting:
    """A job posting, understood: the conjunction of its requirements.

    `content` is what identifies it where that is not the document's text: the whole of an edited file (`skillgap.posting.file`).
    """

    document: Document
    title: str
    requirements: tuple[Requirement, ...]
    conditions: tuple[Condition, ...]
    extraction: Extraction
    warnings: tuple[Notice, ...] = ()
    content: str | None = None

    @property
    def identity(self) -> str:
        """The text whose hash stands in every result."""
        return self.document.text if self.content is None else self.content
