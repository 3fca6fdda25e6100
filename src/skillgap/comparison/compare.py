"""Joins verdicts, points, hints and plan to the report of one résumé against one posting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from skillgap._version import __version__
from skillgap.comparison.assumed import declared, in_vain
from skillgap.comparison.backing import find_unbacked
from skillgap.comparison.hints import find_hints
from skillgap.comparison.judge import UNBACKED, Judge, Way, combine, is_open
from skillgap.comparison.quotes import around, of_posting, of_resume
from skillgap.comparison.score import Options, share_out, weight_of, weights
from skillgap.model import (
    Evidence,
    GapReport,
    LearningPlan,
    LearningStep,
    Notice,
    Posting,
    Provenance,
    Quote,
    Requirement,
    Resume,
    Status,
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
LONG_OVER = 60
"""A job that ended more than so many months ago is called by its year, though no later one makes it old."""
SAY_IT = "say it more clearly if it is meant"
"""What to do about an ambiguous word."""
DENIALS: dict[Status, str] = {
    "negated": "denied in the résumé",
    "wanted": "only wished for",
    "other": "only somebody else's",
}
"""What is said of a skill that the résumé names, and not as the person's own."""


def compare(posting: Posting, resume: Resume, taxonomy: Taxonomy, *, today: date, options: Options | None = None) -> GapReport:
    """One résumé against one posting; the plan is still empty (see `skillgap.learning`).

    The score is the sum over the scored requirements of 100 x weight / sum of weights x credit; both factors are data.
    """
    judge = Judge(resume, taxonomy, options or Options())
    scored = [r for r in posting.requirements if r.level in {"required", "preferred"}]
    available = share_out([weight_of(requirement) for requirement in scored])
    ways = [judge.judge(requirement) for requirement in scored]
    verdicts = tuple(_verdict(r, w, judge.resume, posting, p, today) for r, w, p in zip(scored, ways, available, strict=True))
    # what would do instead does not meet a thing that is only shown beside the résumé
    others = [requirement for requirement in posting.requirements if requirement.level == "context"]
    context = tuple(_verdict(r, judge.judge(replace(r, or_similar=False)), judge.resume, posting, 0.0, today) for r in others)
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
        warnings=(*_warnings(posting, resume), *in_vain((*verdicts, *context), resume.assumed)),
        unknown=posting.extraction.unknown,
        provenance=Provenance(
            skillgap=__version__,
            taxonomy=taxonomy.hash,
            posting=fingerprint(posting.identity),
            resume=fingerprint(resume.document.text),
            today=today.isoformat(),
            assumed=tuple(dict.fromkeys(skill.name for skill in resume.assumed)),
        ),
        unbacked=find_unbacked(zip(verdicts, ways, strict=True), judge),
    )


def fingerprint(text: str) -> str:
    """A short name for a content: the first 16 digits of its sha256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def headline(report: GapReport) -> str:
    """One sentence: where one stands, and what to do first."""
    if report.score is None:
        return declared(report, "This posting asks for nothing that can be scored; its stack is compared below.")
    return declared(report, f"{_standing(report, report.score / 100)}{_first(report)}.")


def _standing(report: GapReport, whole: float) -> str:
    """Where one stands by what is required, as far as the `whole` score (0-1) bears it out.

    In a strong match no must-have is open, however little is lost by it.
    """
    musts = report.at("required")
    counted = musts or report.verdicts
    share = sum(v.points for v in counted) / (sum(v.of_points for v in counted) or 1.0)
    marks = weights().headline
    strong = share >= marks["strong"] and whole >= marks["whole"]
    if all(v.verdict == "met" for v in counted):
        # what keeps such a score low is how it is shown, or what is only welcome, and no gap
        nothing = "nothing" if all(v.verdict == "met" for v in report.verdicts) else "nothing required"
        return f"{'A strong match' if strong else 'You can apply'}, {nothing} is missing"
    if all(v.verdict == "met" or v.years_untold for v in counted):
        return "You can apply"
    if strong:
        return f"You can apply with {report.required_met} of {len(musts)} required met" if musts else "A strong match"
    if share >= marks["apply"] and whole >= marks["stretch"]:
        return "You can apply"
    if share >= marks["stretch"] or whole >= marks["apply"]:
        return "A stretch, not out of reach"
    return "A long way to go"


def _first(report: GapReport) -> str:
    """What to do first: close a gap, or say where or how long one used a skill, if that is worth more and no gap is required."""
    leading = list(takewhile(lambda step: step.gain <= 0, report.plan.steps))
    step = next(iter(report.plan.steps[len(leading) :]), None)
    said = next(iter(report.unbacked), None)
    untold = max((v for v in report.verdicts if v.years_untold and v.gain), key=lambda v: v.gain, default=None)
    open_only = all(v.verdict == "met" or v.years_untold for v in report.at("required"))
    told = max(untold.gain if untold else 0.0, said.gain if said else 0.0)
    if step and (told < step.gain or not open_only):
        return f"; close {step.skill.name} first (+{step.gain:g}{_taking([*leading, step])})"
    if untold and untold.gain == told and untold.strength not in UNBACKED:
        return f"; say how long you used {untold.path[0].name} (up to +{untold.gain:g})"
    if said:
        return f"; if you used {said.skill.name} at work, say where (up to +{said.gain:g})"
    return ""


def _taking(steps: Sequence[LearningStep]) -> str:
    """How long the last of some steps takes with those that lead to it: `, ~45 h with Linux`; nothing if nobody knows."""
    hours = [step.hours for step in steps if step.hours]
    if len(hours) < len(steps):
        return ""
    leading = " and ".join(step.skill.name for step in steps[:-1])
    return f", ~{sum(map(sum, hours)) // 2} h" + (f" with {leading}" if leading else "")


def _verdict(
    requirement: Requirement, ways: Sequence[Way], resume: Resume, posting: Posting, available: float, today: date
) -> Verdict:
    kind, credit = combine(ways, requirement.at_least)
    best = ways[0]
    seen = best.evidence.best if best.evidence else None
    quotes: tuple[Quote, ...] = (of_posting(posting, requirement),)
    if seen:
        quotes = (*quotes, of_resume(resume, seen))
    if best.denial:
        quotes = (*quotes, around(resume, best.denial.words))
    named = _named_beside(best, resume)
    if named and named.best:
        quotes = (*quotes, of_resume(resume, named.best))
    return Verdict(
        requirement=requirement,
        verdict=kind,
        via=best.via,
        strength=best.strength,
        skill=best.skill,
        path=best.path,
        quotes=quotes,
        reason=_reason(kind, best, requirement, ways, named, today),
        months=best.months,
        last_used=best.last_used.strftime("%Y-%m") if best.last_used else None,
        share=best.share,
        points=round(available * credit, 1),
        of_points=available,
        years_untold=is_open(ways, requirement.at_least),
        ambiguous=kind == "partly" and best.ambiguous,
    )


def _named_beside(way: Way, resume: Resume) -> Evidence | None:
    """The words that name a skill itself, where others that imply it are worth more."""
    return resume.evidence.get(way.skill.id) if way.via == "implied" else None


def _reason(
    kind: VerdictKind, way: Way, requirement: Requirement, ways: Sequence[Way], named: Evidence | None, today: date
) -> str:
    if kind == "unsure":
        return f"an ambiguous word in the résumé; {SAY_IT}"
    if kind == "missing":
        near = f", but its neighbour {way.neighbour.name} is shown" if way.neighbour else ""
        near = f", and the posting takes no {way.refused.name} for it" if way.refused else near
        return (DENIALS[way.denial.status] if way.denial else "not shown") + near
    if way.evidence is not None and way.skill in way.path and not way.evidence.sightings:
        return "assumed"
    parts = []
    if requirement.at_least > 1:
        parts.append(f"{sum(w.verdict == 'met' for w in ways)} of {requirement.at_least} shown")
    shown = _shown(way.evidence, today)
    if way.via == "implied":
        parts.append(f"implied by {' → '.join(skill.name for skill in way.path[:-1])}, {shown}")
        if named:
            parts.append(f"itself {_shown(named, today)}")
    elif way.via == "related":
        parts.append(f"{round((way.share or 0.0) * 100)} % carries over from {way.path[0].name}, {shown}")
    elif len(way.path) > 1:
        parts.append(f"the similar {way.path[0].name} {shown}")
    else:
        parts.append(f"{way.skill.name} {shown}" if len(requirement.any_of) > 1 else shown)
    if way.lately:
        parts.append(f"implied by {way.lately.name} {_recently(way.last_used, today)}")
    if way.short and way.months is not None:
        parts.append(f"{way.months / 12:.1f} of {requirement.min_years:g} years shown")
    elif way.short or way.untold:
        parts.append("years not shown")
    if way.evidence is not None and way.evidence.from_release and way.months is not None:
        released = way.evidence.skill
        parts.append(f"counted from {released.released}, when {released.name} was released")
    if way.helped:
        parts.append(f"with help from {way.helped.name}")
    if way.ambiguous:
        parts.append(f"an ambiguous word may be the skill itself: {SAY_IT}")
    return ", ".join(parts)


def _shown(evidence: Evidence | None, today: date) -> str:
    """Where a skill is shown; a job without dates is neither recent nor old."""
    if evidence is None:
        return ""
    strongest = [sighting for sighting in evidence.sightings if sighting.strength == evidence.strength]
    if not strongest:
        return "assumed"
    if evidence.strength in {"recent_job", "older_job"} and not any(each.entry and each.entry.ended for each in strongest):
        return "in an undated job"
    last = max((each.last for each in strongest if each.last), default=None)
    return _recently(last, today) if evidence.strength == "recent_job" else WORDS[evidence.strength]


def _recently(last: date | None, today: date) -> str:
    """In a recent job; of the last one before many years without work, when it ended."""
    if last is None or today.year * 12 + today.month - last.year * 12 - last.month <= LONG_OVER:
        return WORDS["recent_job"]
    return f"in a job until {last.year}"


def _certainty(verdicts: Sequence[Verdict]) -> float | None:
    whole = sum(verdict.of_points for verdict in verdicts)
    if not whole:
        return None
    return round(sum(v.of_points for v in verdicts if not v.open) / whole, 3)


def _warnings(posting: Posting, resume: Resume) -> tuple[Notice, ...]:
    def named(notices: Iterable[Notice], name: str) -> list[Notice]:
        # what is only of interest to who looks at the text itself is told by `skillgap read`
        return [Notice(n.code, f"{name}: {n.message}", n.severity, n.remedy) for n in notices if n.severity != "info"]

    return (
        *named(resume.warnings, "résumé"),
        *named(posting.document.warnings, "posting"),
        *named(posting.warnings, "posting"),
    )
