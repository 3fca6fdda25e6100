"""The verdict on one requirement: what the résumé shows of it, by which way, and what that is worth.

For each skill that would do, the ways are tried: named in the résumé; implied by something it names; a substitute. The one with
the most credit counts. Years that fall short make it partly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from skillgap.comparison.score import Options, credit_of, weights
from skillgap.model import Evidence, Requirement, Resume, Skill, Strength, VerdictKind, Via
from skillgap.resume import months_of
from skillgap.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a résumé shows a skill. `evidence` is of the first skill of `path`; `credit` is 0-1, years considered."""

    skill: Skill
    verdict: VerdictKind
    via: Via
    credit: float
    path: tuple[Skill, ...] = ()
    evidence: Evidence | None = None
    months: int | None = None
    last_used: date | None = None
    share: float | None = None
    short: bool = False

    @property
    def strength(self) -> Strength:
        """The strength of the evidence."""
        return self.evidence.strength if self.evidence else "none"


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges requirements against one résumé."""

    resume: Resume
    taxonomy: Taxonomy
    options: Options

    def judge(self, requirement: Requirement) -> list[Way]:
        """The best way for each skill of a requirement, best first (in the posting's order where they are equal)."""
        ways = [self._best(skill, requirement, index) for index, skill in enumerate(requirement.any_of)]
        return sorted(ways, key=lambda way: (-way.credit, way.verdict != "unsure"))

    def _best(self, skill: Skill, requirement: Requirement, index: int) -> Way:
        ways = [self._years(way, requirement) for way in self._ways(skill, index)]
        if ways:
            return max(ways, key=lambda way: way.credit)
        unsure = any(item.skill.id == skill.id for item in self.resume.extraction.unsure)
        return Way(skill, "unsure" if unsure else "missing", "none", 0.0)

    def _ways(self, skill: Skill, index: int) -> Iterator[Way]:
        named = self.resume.evidence.get(skill.id)
        if named:
            via: Via = "alternative" if index else "named"
            yield self._way(skill, "met", via, credit_of(named.strength), (skill,), named)
        if self.options.implied:
            for evidence in self.resume.evidence.values():
                path = self.taxonomy.implied(evidence.skill.id).get(skill.id) if evidence.skill.id in self.taxonomy else None
                if path:
                    yield self._way(skill, "met", "implied", credit_of(evidence.strength) * weights().implied, path, evidence)
        if self.options.related:
            for related in skill.related:
                other = self.resume.evidence.get(related.skill_id)
                if other:
                    credit = credit_of(other.strength) * related.share
                    yield self._way(skill, "partly", "related", credit, (other.skill, skill), other, related.share)

    def _way(
        self,
        skill: Skill,
        verdict: VerdictKind,
        via: Via,
        credit: float,
        path: tuple[Skill, ...],
        evidence: Evidence,
        share: float | None = None,
    ) -> Way:
        months, last = self._time(skill) if verdict == "met" else (evidence.months, evidence.last_used)
        return Way(skill, verdict, via, credit, path, evidence, months, last, share)

    def _time(self, skill: Skill) -> tuple[int | None, date | None]:
        """Months and last use of a skill, by all the jobs that show it or something that implies it."""
        showing = [
            evidence
            for evidence in self.resume.evidence.values()
            if evidence.skill.id == skill.id
            or (
                self.options.implied
                and evidence.skill.id in self.taxonomy
                and skill.id in self.taxonomy.implied(evidence.skill.id)
            )
        ]
        entries = [s.entry for evidence in showing for s in evidence.sightings if s.entry and s.entry.kind == "job"]
        months = months_of(entries)
        named = self.resume.evidence.get(skill.id)
        if months is None and named:
            months = named.months
        return months, max((evidence.last_used for evidence in showing if evidence.last_used), default=None)

    def _years(self, way: Way, requirement: Requirement) -> Way:
        """A way with the years considered: short where fewer are shown than asked for."""
        asked = requirement.min_years
        if asked is None or way.months is None or way.skill in self.resume.assumed:
            return way
        share = way.months / (asked * 12)
        if share >= 1:
            return way
        return Way(
            way.skill,
            "partly",
            way.via,
            way.credit * share,
            way.path,
            way.evidence,
            way.months,
            way.last_used,
            way.share,
            short=True,
        )


def combine(ways: Sequence[Way], at_least: int) -> tuple[VerdictKind, float]:
    """Verdict and credit (0-1) of a requirement of which `at_least` skills are asked for, from the ways, best first."""
    asked = ways[:at_least]
    credit = sum(way.credit for way in asked) / at_least
    if all(way.verdict == "met" for way in asked) and len(asked) == at_least:
        return "met", credit
    if credit > 0:
        return "partly", credit
    return ("unsure" if any(way.verdict == "unsure" for way in ways) else "missing"), 0.0
