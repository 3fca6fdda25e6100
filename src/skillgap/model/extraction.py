"""All that extraction finds in one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

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

    def by_unit(self) -> Iterator[tuple[Unit, list[Mention]]]:
        """The units that have mentions, in order, with these."""
        starts = [unit.start for unit in self.units]
        for index, mentions in groupby(self.mentions, key=lambda mention: bisect_right(starts, mention.start) - 1):
            if index >= 0:
                yield self.units[index], list(mentions)
