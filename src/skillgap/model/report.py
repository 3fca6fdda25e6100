"""What a comparison says. Reports in any format are made from these values and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skillgap.model.document import Notice
from skillgap.model.mention import Unknown
from skillgap.model.requirement import Condition, Requirement
from skillgap.model.resume import Strength
from skillgap.model.skill import Resource, Skill

VerdictKind = Literal["met", "partly", "missing", "unsure"]
Via = Literal["named", "alternative", "implied", "related", "none"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one of the two documents: `text` around the skill, with the offsets of the skill itself.

    `place` says where: `experience, p. 1`, `skills`; of the posting also what its words say where its section says another thing:
    `required, but preferred by its words`. `mark` is where it stands in `text`: that very mention, since the same word
    may stand there twice and mean something else; None where the quote is of no mention.
    """

    document: Literal["resume", "posting"]
    text: str
    start: int
    end: int
    place: str = ""
    page: int | None = None
    mark: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a résumé shows of one requirement.

    Attributes:
        skill: the skill of `any_of` that was judged: the one that is met, or else the nearest.
        via: how it is met: `named`; `alternative` (another member of `any_of` than the first); `implied`; `related`; `none`.
        path: from what the résumé shows to what is asked, `(FastAPI, Python)`; one skill where it is named; empty for `none`.
        share: 0-1, what carries over where `via` is `related`.
        strength: of the evidence.
        months: months of experience shown, or None.
        quotes: the posting's words first, then the résumé's.
        points, of_points: its part of the score, and what it could be; 0 of 0 for what is not scored.
        gain: points that full evidence would add.
        reason: the verdict in a few words: `named in a recent job`, `implied by FastAPI`.
        years_untold: it is `partly` only because nothing tells the years that are asked for.
        ambiguous: it is `partly` by a substitute, and a word of the résumé that nothing decides may be the skill itself.
    """

    requirement: Requirement
    verdict: VerdictKind
    via: Via
    strength: Strength
    skill: Skill
    path: tuple[Skill, ...]
    quotes: tuple[Quote, ...]
    reason: str
    months: int | None = None
    last_used: str | None = None
    share: float | None = None
    points: float = 0.0
    of_points: float = 0.0
    years_untold: bool = False
    ambiguous: bool = False

    @property
    def open(self) -> bool:
        """Whether it is a question: an ambiguous word, or years that nothing tells. It may be met."""
        return self.verdict == "unsure" or self.ambiguous or self.years_untold

    @property
    def gain(self) -> float:
        """Points that full evidence would add, to a tenth."""
        return round(self.of_points - self.points, 1)


@dataclass(frozen=True, slots=True)
class Hint:
    """The résumé shows a skill in other words than the posting: `yours` at one place, `theirs` at the other."""

    skill: Skill
    yours: Quote
    theirs: Quote

    def __str__(self) -> str:
        page = f" (p. {self.yours.page})" if self.yours.page else ""
        return f'your "{self.yours.text}"{page} is their "{self.theirs.text}"'


@dataclass(frozen=True, slots=True)
class Unbacked:
    """A skill that counts, but is only `listed` or `claimed`: no job, project or course of the résumé shows it.

    Attributes:
        skill: the one that the résumé names.
        gain: points that it would add if a recent job showed it, to a tenth; the most that saying so can be worth.
    """

    skill: Skill
    strength: Strength
    gain: float


@dataclass(frozen=True, slots=True)
class LearningStep:
    """One thing to learn.

    Attributes:
        hours: (low, high) after what carries over; None where the taxonomy does not know.
        gain: points that it would add; 0 for a step that only leads to another.
        reason: why it is here: `needed for Kubernetes`, `you know RabbitMQ`.
        resources: official documentation first; empty where no address was ever seen.
    """

    skill: Skill
    hours: tuple[int, int] | None
    gain: float
    reason: str
    resources: tuple[Resource, ...]
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A gap without a step in the plan, and why: `hours do not teach it`."""

    requirement: Requirement
    reason: str


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """Gaps in the order worth learning: most points an hour first, what another needs before it.

    `unplanned` are the gaps that no step closes, in the posting's order.
    """

    steps: tuple[LearningStep, ...] = ()
    unplanned: tuple[Unplanned, ...] = ()

    @property
    def hours(self) -> tuple[int, int]:
        """Sum of the known hours, (low, high)."""
        known = [step.hours for step in self.steps if step.hours]
        return sum(low for low, _ in known), sum(high for _, high in known)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a report was made with, so that it can be made again: the same values give the same report.

    `assumed` are the names of skills that were taken as shown and are not.
    """

    skillgap: str
    taxonomy: str
    posting: str
    resume: str
    today: str
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapReport:
    """One résumé against one posting.

    `score` is the sum of the verdicts' points, 0-100 to a tenth, or None where the posting asks nothing that can be scored.
    `certainty` is the share (0-1) of the requirement weight whose verdict is not `open`, or None likewise, and where one of the
    documents reads like something else than it was given for, or is not English: then nothing is certain.
    `verdicts` are the required and preferred ones in the posting's order; `context` are those of the stack and the duties, shown
    and not scored; `not_needed` is what the posting says it does not want. `unbacked` are the skills that would count for more
    if a job showed them, most points first.
    """

    title: str
    score: float | None
    certainty: float | None
    verdicts: tuple[Verdict, ...]
    context: tuple[Verdict, ...]
    not_needed: tuple[Requirement, ...]
    hints: tuple[Hint, ...]
    conditions: tuple[Condition, ...]
    plan: LearningPlan
    warnings: tuple[Notice, ...]
    unknown: tuple[Unknown, ...]
    provenance: Provenance
    headline: str = ""
    unbacked: tuple[Unbacked, ...] = ()

    def at(self, level: str) -> tuple[Verdict, ...]:
        """The verdicts of one level, in the posting's order."""
        return tuple(v for v in self.verdicts if v.requirement.level == level)

    def count(self, level: str, verdict: VerdictKind) -> int:
        """How many requirements of a level have that verdict."""
        return sum(v.verdict == verdict for v in self.at(level))

    @property
    def required_met(self) -> int:
        """Required ones that are met; partly met ones do not count."""
        return self.count("required", "met")

    @property
    def required_total(self) -> int:
        """Required ones in all."""
        return len(self.at("required"))
