"""A report in words, in the order in which people read it. The formats for people are laid out from this and from nothing else.

In: a `GapReport` and how long a quote may be. Out: a `View`, frozen, all of whose strings are clean and of one line; what is
empty is left out by whoever lays it out. It knows no markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from skillgap.model import GapReport, Hint, LearningPlan, LearningStep, Notice, Quote, Resource, Verdict, VerdictKind
from skillgap.reports import wording
from skillgap.reports.quoting import Excerpt, excerpt, place
from skillgap.reports.wording import clean

LEVELS: tuple[Literal["required", "preferred"], ...] = ("required", "preferred")
NO_ADDRESS = "no resource known yet"
SAY_WHERE = "Say where you used it, if you did"
SAY_WHERE_WHY = "Only listed or claimed now; a recent job that shows it would add these points"
NO_STEP = "No step for"
WORDS = {"no_address": NO_ADDRESS, "say_where": SAY_WHERE, "say_where_why": SAY_WHERE_WHY, "no_step": NO_STEP}
"""What the templates print for these."""


@dataclass(frozen=True, slots=True)
class Row:
    """A verdict. `named`: met under its own name. `points` is `6/10`; `got` and `of` are its numbers. Then the two quotes."""

    verdict: VerdictKind
    named: bool
    label: str
    reason: str
    experience: str
    points: str
    got: float
    of: float
    asked: Excerpt | None
    shown: Excerpt | None

    @property
    def filled(self) -> int:
        """Percent of its points that it got."""
        return round(100 * self.got / self.of) if self.of else 0

    @property
    def asks(self) -> bool:
        """Whether the posting's words stand beside it where one quote is shown: the résumé has none for what it lacks."""
        return self.verdict in ("missing", "unsure") and self.shown is None

    @property
    def basis(self) -> tuple[str, ...]:
        """Reason and experience; of what is met by name in full the experience says enough."""
        plain = self.named and self.got == self.of
        parts = (self.experience,) if plain and self.experience else (self.reason, self.experience)
        return tuple(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Level:
    """The requirements of one level and the sum of their points."""

    name: str
    tally: str
    rows: tuple[Row, ...]
    points: str


@dataclass(frozen=True, slots=True)
class Link:
    """A resource: `address` is None where it is not one that a reader may follow."""

    title: str
    address: str | None
    cost: str

    @property
    def host(self) -> str:
        """The address without its scheme."""
        return self.address.partition("://")[2].rstrip("/") if self.address else ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to learn."""

    skill: str
    hours: str
    gain: str
    reason: str
    links: tuple[Link, ...]
    proof: str


@dataclass(frozen=True, slots=True)
class Said:
    """A wording hint: the résumé's words and the posting's."""

    yours: str
    theirs: str
    place: str

    @property
    def sentence(self) -> str:
        """`your "Postgres" is their "PostgreSQL" (p. 2)`."""
        where = f" ({self.place})" if self.place else ""
        return f'your "{self.yours}" is their "{self.theirs}"{where}'


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to know about a document."""

    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class View:
    """All that a report says, in reading order."""

    title: str
    score: str
    of_100: float | None
    summary: tuple[tuple[str, str], ...]
    headline: str
    levels: tuple[Level, ...]
    total: str
    legend: tuple[tuple[str, str], ...]
    context: tuple[tuple[str, tuple[str, ...]], ...]
    hints: tuple[Said, ...]
    unbacked: tuple[str, ...]
    plan_title: str
    steps: tuple[Step, ...]
    unplanned: tuple[str, ...]
    unknown: tuple[str, ...]
    not_needed: tuple[str, ...]
    conditions: tuple[str, ...]
    warnings: tuple[Warned, ...]
    provenance: str


def view(report: GapReport, quote_limit: int) -> View:
    """The report in words; quotes are cut to `quote_limit` characters."""
    levels = tuple(_level(report, name, quote_limit) for name in LEVELS if report.at(name))
    return View(
        title=clean(report.title) or "Untitled posting",
        score=wording.score(report),
        of_100=report.score,
        summary=wording.summary(report),
        headline=clean(report.headline),
        levels=levels,
        total="" if report.score is None else _sum(report.verdicts),
        legend=wording.legend(report),
        context=_context(report.context),
        hints=tuple(map(_said, report.hints)),
        unbacked=tuple(f"{clean(item.skill.name)} (+{wording.number(item.gain)})" for item in report.unbacked),
        plan_title=_plan_title(report.plan),
        steps=tuple(map(_step, report.plan.steps)),
        unplanned=_unplanned(report.plan),
        unknown=_once(u.text for u in report.unknown),
        not_needed=_once(r.label for r in report.not_needed),
        conditions=_once(c.quote.rstrip(" .;,") for c in report.conditions),
        warnings=tuple(map(_warned, report.warnings)),
        provenance=wording.provenance(report.provenance),
    )


def _level(report: GapReport, name: Literal["required", "preferred"], quote_limit: int) -> Level:
    verdicts = report.at(name)
    rows = tuple(_row(verdict, quote_limit) for verdict in verdicts)
    return Level(name, wording.tally(report, name), rows, _sum(verdicts))


def _row(verdict: Verdict, quote_limit: int) -> Row:
    return Row(
        verdict=verdict.verdict,
        named=verdict.verdict == "met" and verdict.via == "named",
        label=clean(verdict.requirement.label),
        reason=clean(verdict.reason),
        experience=wording.experience(verdict),
        points=wording.points(verdict.points, verdict.of_points),
        got=verdict.points,
        of=verdict.of_points,
        asked=_quote(verdict, "posting", quote_limit),
        shown=_quote(verdict, "resume", quote_limit),
    )


def _quote(verdict: Verdict, document: Literal["posting", "resume"], quote_limit: int) -> Excerpt | None:
    """The first quote from one of the documents; for the posting, else the sentence of the requirement itself."""
    asked = verdict.requirement
    quotes = [q for q in verdict.quotes if q.document == document]
    if document == "posting":
        quotes.append(Quote("posting", asked.quote, asked.start, asked.end))
    return next((excerpt(q, quote_limit) for q in quotes if clean(q.text)), None)


def _sum(verdicts: tuple[Verdict, ...]) -> str:
    """Points as they are printed, added up: `62.5/82`."""
    return wording.points(sum(round(v.points, 1) for v in verdicts), sum(round(v.of_points, 1) for v in verdicts))


def _context(verdicts: tuple[Verdict, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups: tuple[wording.Group, ...] = ("shown", "partly", "unsure", "not shown")
    named = ((group, _once(v.requirement.label for v in verdicts if wording.group(v) == group)) for group in groups)
    return tuple((group, labels) for group, labels in named if labels)


def _said(hint: Hint) -> Said:
    return Said(clean(hint.yours.text), clean(hint.theirs.text), place(hint.yours))


def _plan_title(plan: LearningPlan) -> str:
    """`Learn next, ~45-50 h (1 step has no estimate)`; without a step `Nothing to plan`."""
    if not plan.steps:
        return "Nothing to plan"
    unknown = sum(step.hours is None for step in plan.steps)
    if unknown == len(plan.steps):
        return "Learn next"
    rest = f" ({unknown} step{' has' if unknown == 1 else 's have'} no estimate)" if unknown else ""
    return f"Learn next, ~{wording.hours(plan.hours)}{rest}"


def _unplanned(plan: LearningPlan) -> tuple[str, ...]:
    """`Communication, Teamwork (hours do not teach it)`: the gaps of one reason together."""
    reasons = dict.fromkeys(clean(gap.reason) for gap in plan.unplanned)
    groups = ((why, _once(gap.requirement.label for gap in plan.unplanned if clean(gap.reason) == why)) for why in reasons)
    return tuple(f"{', '.join(labels)} ({why})" for why, labels in groups if labels)


def _step(step: LearningStep) -> Step:
    return Step(
        skill=clean(step.skill.name),
        hours=wording.hours(step.hours),
        gain=f"+{wording.number(step.gain)}" if step.gain else "",
        reason=clean(step.reason),
        links=tuple(map(_link, step.resources)),
        proof=clean(step.proof or ""),
    )


def _link(resource: Resource) -> Link:
    return Link(clean(resource.title), wording.web_address(resource.url), clean(resource.cost))


def _warned(notice: Notice) -> Warned:
    return Warned(notice.severity, clean(str(notice)))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Clean, in order, each once."""
    return tuple(filter(None, dict.fromkeys(map(clean, texts))))
