"""The verdict on one requirement: what the résumé shows of it, by which way, and what that is worth.

For each skill that would do, the ways are tried: named in the résumé; implied by something it names, or by what the posting
names as an example of it; a substitute. What the posting refuses in place of a skill is none of them. A way that
meets the requirement goes before one that does so partly; credit is that of the best way, so to show more never counts less.
Years that fall short make it partly. Years that nothing tells do so too, be the skill in a job without dates, in a project or
only in a list: a recruiter would ask, and not take "5+ years" for met. It is worth a part of what the same words are worth
without years, and all the jobs together bound what can be true.

An ambiguous word that the résumé denies or only wishes for is no question: the skill is missing, and the words that say so are
kept; nor is one among hobbies, which show nothing. Where a substitute counts in its place, an ambiguous word stays a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from skillgap.comparison.denials import Denial, find_denial
from skillgap.comparison.score import Options, credit_of, weights
from skillgap.model import Evidence, Requirement, Resume, Skill, Strength, VerdictKind, Via
from skillgap.resume import months_covered, months_of
from skillgap.resume.evidence import PRIVATE
from skillgap.taxonomy import Taxonomy

UNBACKED: frozenset[Strength] = frozenset({"listed", "claimed"})
"""Strengths of what is only said: no job, project or course shows it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a résumé shows a skill. `evidence` is of the first skill of `path`; `credit` is 0-1, years considered.

    `short` says that fewer years are shown than asked for, or could be in all jobs together; `untold` that nothing tells how
    many, so that it may be met. `helped` is a substitute that is worth more than the way itself, and lends it its credit.
    `ambiguous` says that a word which nothing decides may name the skill itself, so that a substitute may not be needed.
    `lately` implies the skill in a recent job, where the skill itself is named in an older one only: its months count too.
    `neighbour` is what the résumé shows in place of a missing skill, too far from it to count: a head start; `refused` what
    it shows and the posting says does not stand in for that.
    """

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
    untold: bool = False
    helped: Skill | None = None
    lately: Skill | None = None
    ambiguous: bool = False
    denial: Denial | None = None
    neighbour: Skill | None = None
    refused: Skill | None = None

    @property
    def strength(self) -> Strength:
        """The strength of the evidence."""
        return self.evidence.strength if self.evidence else "none"


@dataclass(frozen=True)
class Judge:
    """Judges requirements against one résumé."""

    resume: Resume
    taxonomy: Taxonomy
    options: Options

    @cached_property
    def _implying(self) -> Mapping[str, list[tuple[Evidence, tuple[Skill, ...]]]]:
        """What the résumé shows that implies a skill, by the id of that, with the path; in the order of the evidence."""
        found: dict[str, list[tuple[Evidence, tuple[Skill, ...]]]] = {}
        for evidence in self.resume.evidence.values():
            if evidence.skill.id in self.taxonomy:
                for implied, path in self.taxonomy.implied(evidence.skill.id).items():
                    found.setdefault(implied, []).append((evidence, path))
        return found

    def judge(self, requirement: Requirement) -> list[Way]:
        """The best way for each skill of a requirement, best first: where they are worth the same, the one that more places show,
        and else in the posting's order."""
        ways = [self._best(skill, requirement, index) for index, skill in enumerate(requirement.any_of)]
        ways.sort(key=lambda way: (way.verdict != "met", -way.credit, way.verdict != "unsure", way.denial is None, -_places(way)))
        return [_helped(ways[0], ways), *ways[1:]] if requirement.at_least == 1 else ways

    def _best(self, skill: Skill, requirement: Requirement, index: int) -> Way:
        ways = [self._years(way, requirement) for way in self._ways(skill, requirement, index)]
        found = self.resume.extraction
        if ways and (best := max(ways, key=_rank)).via != "related":
            return _helped(best, ways)
        denial = find_denial(found, skill)
        asked = any(item.skill.id == skill.id and item.section != PRIVATE for item in found.unsure)
        unsure = asked and denial is None
        if ways:
            return replace(_helped(best, ways), ambiguous=unsure)
        verdict: VerdictKind = "unsure" if unsure else "missing"
        refused = next((other for other in requirement.refused if other.id in self.resume.evidence), None)
        neighbour = None if refused else self._neighbour(skill)
        return Way(skill, verdict, "none", 0.0, denial=denial, neighbour=neighbour, refused=refused)

    def _ways(self, skill: Skill, requirement: Requirement, index: int) -> Iterator[Way]:
        named = self.resume.evidence.get(skill.id)
        if named:
            via: Via = "alternative" if index else "named"
            way = self._way(skill, "met", via, credit_of(named.strength), (skill,), named)
            yield replace(way, lately=self._lately(named)) if named.strength == "older_job" else way
        if self.options.implied:
            for evidence, path in self._implying.get(skill.id, ()):
                yield self._way(skill, "met", "implied", credit_of(evidence.strength) * weights().implied, path, evidence)
            for example in requirement.examples:
                shown = self.resume.evidence.get(example.id)
                if shown:
                    way = self._way(
                        skill, "met", "implied", credit_of(shown.strength) * weights().implied, (example, skill), shown
                    )
                    yield replace(way, months=shown.months, last_used=shown.last_used)
        if self.options.related:
            for related in skill.related:
                other = self.resume.evidence.get(related.skill_id)
                if other and other.skill not in requirement.refused and related.share >= weights().similar:
                    yield self._substitute(skill, other, related.share, requirement)

    def _neighbour(self, skill: Skill) -> Skill | None:
        """The nearest related skill that a project or more shows, though it is no substitute."""
        shown = self.resume.evidence
        near = [r for r in skill.related if r.skill_id in shown and shown[r.skill_id].strength not in UNBACKED]
        return shown[max(near, key=lambda r: r.share).skill_id].skill if near and self.options.related else None

    def _lately(self, named: Evidence) -> Skill | None:
        """What implies a skill in a recent job."""
        implying = self._implying.get(named.skill.id, ()) if self.options.implied else ()
        return next((evidence.skill for evidence, _ in implying if evidence.strength == "recent_job"), None)

    def _substitute(self, skill: Skill, other: Evidence, share: float, requirement: Requirement) -> Way:
        """A substitute; it meets the requirement where the posting itself admits something similar."""
        path = (other.skill, skill)
        if requirement.or_similar:
            credit = credit_of(other.strength) * weights().implied
            return self._way(skill, "met", "alternative", credit, path, other, share)
        return self._way(skill, "partly", "related", credit_of(other.strength) * share, path, other, share)

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
        months, last = self._time(skill) if share is None else (evidence.months, evidence.last_used)
        return Way(skill, verdict, via, credit, path, evidence, months, last, share)

    def _time(self, skill: Skill) -> tuple[int | None, date | None]:
        """Months and last use of a skill, by all the jobs that show it or something that implies it, or by the longest claim."""
        own = self.resume.evidence.get(skill.id)
        implying = self._implying.get(skill.id, ()) if self.options.implied else ()
        showing = [*([own] if own else []), *(evidence for evidence, _ in implying)]
        periods = (period for evidence in showing for sighting in evidence.sightings for period in sighting.periods)
        months = [months_covered(periods), *(evidence.months for evidence in showing)]
        last = max((evidence.last_used for evidence in showing if evidence.last_used), default=None)
        return max((count for count in months if count is not None), default=None), last

    def _years(self, way: Way, requirement: Requirement) -> Way:
        """A way with the years considered: short where fewer are shown than asked for.

        Evidence that tells no time is worth the same whatever others tell: they must not make it worth less. All the jobs
        together bound what it can be worth, and show nothing: nobody used in a project of this year what the jobs before it had.
        """
        asked = requirement.min_years
        if asked is None or way.evidence is None or way.skill in self.resume.assumed:
            return way
        shown = 0.0 if way.months is None else way.months / (asked * 12)
        if shown >= 1:
            return way
        career = months_of(entry for entry in self.resume.entries if entry.kind == "job")
        most = 1.0 if career is None else career / (asked * 12)
        share = shown if way.evidence.months is not None else max(shown, min(most, weights().untold))
        untold = way.months is None and most >= 1
        return replace(
            way,
            verdict="partly",
            credit=way.credit * share,
            short=not untold,
            untold=untold,
        )


def _places(way: Way) -> int:
    """In how many places of the résumé the evidence of a way stands."""
    return len(way.evidence.sightings) if way.evidence else 0


def _rank(way: Way) -> tuple[bool, bool, float, bool, int]:
    """What is met goes first, a substitute last; of equal credit the words that name the skill itself, then the nearest ones."""
    return way.verdict == "met", way.via != "related", way.credit, way.share is None and len(way.path) == 1, -len(way.path)


def _helped(best: Way, ways: Sequence[Way]) -> Way:
    """The way that is shown, with the credit of the way that is worth most."""
    most = max(ways, key=lambda way: way.credit)
    if most.credit <= best.credit or not most.path:
        return best
    return replace(best, credit=most.credit, helped=most.helped or most.path[0])


def combine(ways: Sequence[Way], at_least: int) -> tuple[VerdictKind, float]:
    """Verdict and credit (0-1) of a requirement of which `at_least` skills are asked for, from the best way of each."""
    credit = sum(sorted((way.credit for way in ways), reverse=True)[:at_least]) / at_least
    if sum(way.verdict == "met" for way in ways) >= at_least:
        return "met", credit
    if credit > 0:
        return "partly", credit
    return ("unsure" if any(way.verdict == "unsure" for way in ways) else "missing"), 0.0


def is_open(ways: Sequence[Way], at_least: int) -> bool:
    """Whether a requirement would be met, were it not for years that nothing tells."""
    best = ways[:at_least]
    return any(way.untold for way in best) and all(way.verdict == "met" or (way.untold and way.via != "related") for way in best)
