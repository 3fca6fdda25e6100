"""A job posting, understood."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.model.document import Document, Notice
from skillgap.model.extraction import Extraction
from skillgap.model.requirement import Condition, Requirement


@dataclass(frozen=True, slots=True)
class Posting:
    """A job posting, understood: the conjunction of its requirements."""

    document: Document
    title: str
    requirements: tuple[Requirement, ...]
    conditions: tuple[Condition, ...]
    extraction: Extraction
    warnings: tuple[Notice, ...] = ()
