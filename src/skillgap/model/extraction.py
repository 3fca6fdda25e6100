"""All that extraction finds in one text."""

from __future__ import annotations

from dataclasses import dataclass, field

from skillgap.model.mention import Kind, Mention, Section, Unit, Unknown, Unsure
from skillgap.model.requirement import Requirement
from skillgap.model.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one text, in order of position.

    `readable` is the text without its markup; offsets are the same. `language` is a code as `en`; where it is another, statuses,
    levels, years and conditions are not read, since their rules are English.
    """

    text: str = field(repr=False)
    readable: str = field(repr=False)
    tokens: Tokens = field(repr=False)
    kind: Kind
    language: str
    mentions: tuple[Mention, ...]
    unsure: tuple[Unsure, ...]
    unknown: tuple[Unknown, ...]
    sections: tuple[Section, ...]
    units: tuple[Unit, ...] = field(default=(), repr=False)
    requirements: tuple[Requirement, ...] = ()

    @property
    def english(self) -> bool:
        """Whether the wording rules may be trusted."""
        return self.language == "en"
