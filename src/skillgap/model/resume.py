"""What a résumé shows. Nothing here is about the person: no name, school, employer's name or age is kept as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from skillgap.model.document import Document, Notice
from skillgap.model.extraction import Extraction
from skillgap.model.mention import Mention
from skillgap.model.skill import Skill

EntryKind = Literal["job", "project", "education", "certificate", "break"]
Period = tuple[date, date]
"""The first days of the first and the last month of a time."""
Strength = Literal["recent_job", "older_job", "project", "course", "listed", "claimed", "none"]

STRENGTHS: tuple[Strength, ...] = ("recent_job", "older_job", "project", "course", "listed", "claimed", "none")
"""Strongest first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, project, course, certificate or break between jobs: `[start, end)` of the text, with its dates where it gives them.

    `begun` and `ended` are the first days of the first and the last month; a running one (`current`) ends in today's month.
    `earlier` are the same of other times, where somebody came back: `2016 - 2018, 2020 - 2022`.
    """

    kind: EntryKind
    start: int
    end: int
    heading: str
    begun: date | None = None
    ended: date | None = None
    current: bool = False
    earlier: tuple[Period, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """Its times; none where it has no dates."""
        return ((self.begun, self.ended), *self.earlier) if self.begun and self.ended else ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a résumé shows a skill: the mention, and the entry it stands in, if any.

    `within` are the times of a job in which the skill was used, where they are told to be shorter than the job; else None.
    """

    mention: Mention
    strength: Strength
    entry: Entry | None = None
    page: int | None = None
    within: tuple[Period, ...] | None = None

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times of a job in which the skill was used; none where nothing dates them, or where it is no job."""
        if self.entry is None or self.entry.kind != "job":
            return ()
        return self.entry.periods if self.within is None else self.within

    @property
    def last(self) -> date | None:
        """The first day of the last month in which the entry shows the skill."""
        if self.within is not None:
            return max((ended for _, ended in self.within), default=None)
        return self.entry.ended if self.entry else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a résumé shows of one skill.

    Attributes:
        strength: of the strongest sighting.
        sightings: strongest first, then in order of the text.
        months: months of jobs that show it, overlaps merged; else what the résumé claims; None where there is neither.
        last_used: first day of the last month in which a dated entry shows it; else what the résumé claims.
        from_release: whether it would be more months, had the skill been released before.
    """

    skill: Skill
    strength: Strength
    sightings: tuple[Sighting, ...]
    months: int | None = None
    last_used: date | None = None
    from_release: bool = False

    @property
    def best(self) -> Sighting | None:
        """The strongest sighting; None for a skill that was only assumed."""
        return self.sightings[0] if self.sightings else None


@dataclass(frozen=True, slots=True)
class Resume:
    """A résumé, understood. `evidence` maps a skill's id to what is shown of it."""

    document: Document
    entries: tuple[Entry, ...]
    evidence: Mapping[str, Evidence]
    extraction: Extraction
    warnings: tuple[Notice, ...] = ()
    assumed: tuple[Skill, ...] = ()
