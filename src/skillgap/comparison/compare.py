"""Joins verdicts, points, hints and plan to the report of one résumé against one posting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from skillgap._version import __version__
from skillgap.comparison.hints import find_hints
from skillgap.comparison.judge import Judge, Way, combine
from skillgap.comparison.quotes import of_posting, of_resume
from skillgap.comparison.score import Options, share_out, weight_of, weights
from skillgap.model import (
    GapReport,
    LearningPlan,
    Notice,
    Posting,
    Provenance,
    Quote,
    Requirement,
    Resume,
    Strength,
    Verdict,
    VerdictKind,
)
from skillgap.taxonomy import Taxonomy

WORDS: dict[Strength, str] = {
    "recent_job": "in a recent job",
    "older_job": "in an older job",
    "project": "in a project",
    "course": "in education or a certificate",
    "listed": "only listed",
    "claimed": "only claimed",
    "none": "",
}


def compare(posting: Posting, resume: Resume, taxonomy: Taxonomy, *, today: date, options: Options | None = None) -> GapReport:
    """One résumé against one posting; the plan is still empty (see `skillgap.learning`).

    The score is the sum over the scored requirements of 100 x weight / sum of weights x credit; both factors are data.
    """
    judge = Judge(resume, taxonomy, options or Options())
    scored = [r for r in posting.requirements if r.level in {"required", "preferred"}]
    available = share_out([weight_of(requirement) for requirement in scored])
    verdicts = tuple(_verdict(r, judge, posting, points) for r, points in zip(scored, available, strict=True))
    context = tuple(_verdict(r, judge, posting, 0.0) for r in posting.requirements if r.level == "context")
    score = round(sum(verdict.points for verdict in verdicts), 1) if scored else None
    wanted = [skill for requirement in posting.requirements if requirement.level != "negated" for skill in requirement.any_of]
    return GapReport(
        title=posting.title,
        score=score,
        certainty=_certainty(verdicts),
        verdicts=verdicts,
        context=context,
        not_needed=tuple(r for r in posting.requirements if r.level == "negated"),
        hints=tuple(find_hints(posting, resume, dict.fromkeys(wanted))),
        conditions=posting.conditions,
        plan=LearningPlan(),
        warnings=_warnings(posting, resume),
        unknown=posting.extraction.unknown,
        provenance=Provenance(
            skillgap=__version__,
            taxonomy=taxonomy.hash,
            posting=fingerprint(posting.document.text),
            resume=fingerprint(resume.document.text),
            today=today.isoformat(),
        ),
    )


def fingerprint(text: str) -> str:
    """A short name for a content: the first 16 digits of its sha256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def headline(report: GapReport) -> str:
    """One sentence: where one stands, and what to do first."""
    if report.score is None:
        return "This posting asks for nothing that can be scored; its stack is compared below."
    required = [v for v in report.verdicts if v.requirement.level == "required"] or list(report.verdicts)
    share = sum(v.points for v in required) / (sum(v.of_points for v in required) or 1.0)
    marks = weights().headline
    if share >= marks["strong"]:
        start = "A strong match"
    elif share >= marks["apply"]:
        start = "You can apply"
    elif share >= marks["stretch"]:
        start = "A stretch, not out of reach"
    else:
        start = "A long way to go"
    first = next((step for step in report.plan.steps if step.gain > 0), None)
    if first is None:
        return f"{start}."
    hours = f", ~{sum(first.hours) // 2} h" if first.hours else ""
    return f"{start}; close {first.skill.name} first (+{first.gain:g}{hours})."


def _verdict(requirement: Requirement, judge: Judge, posting: Posting, available: float) -> Verdict:
    ways = judge.judge(requirement)
    kind, credit = combine(ways, requirement.at_least)
    best = ways[0]
    seen = best.evidence.best if best.evidence else None
    quotes: tuple[Quote, ...] = (of_posting(posting, requirement),)
    if seen:
        quotes = (*quotes, of_resume(judge.resume, seen))
    return Verdict(
        requirement=requirement,
        verdict=kind,
        via=best.via,
        strength=best.strength,
        skill=best.skill,
        path=best.path,
        quotes=quotes,
        reason=_reason(kind, best, requirement, ways),
        months=best.months,
        last_used=best.last_used.strftime("%Y-%m") if best.last_used else None,
        share=best.share,
        points=round(available * credit, 1),
        of_points=available,
    )


def _reason(kind: VerdictKind, way: Way, requirement: Requirement, ways: Sequence[Way]) -> str:
    if kind == "unsure":
        return "an ambiguous word in the résumé; say it more clearly if it is meant"
    if kind == "missing":
        return "not shown"
    if way.evidence is not None and way.skill in way.path and not way.evidence.sightings:
        return "assumed"
    parts = []
    if requirement.at_least > 1:
        parts.append(f"{sum(w.verdict == 'met' for w in ways)} of {requirement.at_least} shown")
    shown = WORDS[way.strength]
    if way.via == "implied":
        parts.append(f"implied by {' → '.join(skill.name for skill in way.path[:-1])}, {shown}")
    elif way.via == "related":
        parts.append(f"{way.path[0].name} carries over {round((way.share or 0) * 100)} %, {shown}")
    elif len(way.path) > 1:
        parts.append(f"{way.path[0].name} is similar, {shown}")
    else:
        parts.append(f"{way.skill.name} {shown}" if len(requirement.any_of) > 1 else shown)
    if way.short and way.months is not None:
        parts.append(f"{way.months / 12:.1f} of {requirement.min_years:g} years shown")
    elif requirement.min_years and way.months is None and kind == "met":
        parts.append("years not shown")
    if way.helped:
        parts.append(f"{way.helped.name} helps")
    return ", ".join(parts)


def _certainty(verdicts: Sequence[Verdict]) -> float | None:
    whole = sum(verdict.of_points for verdict in verdicts)
    if not whole:
        return None
    return round(sum(v.of_points for v in verdicts if v.verdict != "unsure") / whole, 3)


def _warnings(posting: Posting, resume: Resume) -> tuple[Notice, ...]:
    def named(notices: Iterable[Notice], name: str) -> list[Notice]:
        return [Notice(n.code, f"{name}: {n.message}", n.severity, n.remedy) for n in notices]

    return (
        *named(resume.warnings, "résumé"),
        *named(posting.document.warnings, "posting"),
        *named(posting.warnings, "posting"),
    )
