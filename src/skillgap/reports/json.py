"""The report as JSON, schema `skillgap.report/1`. Within a schema keys are only ever added.

In: a report. Out: one object, keys in the order below, indented, UTF-8 letters as they are. Texts are clean lines as in the other
formats; `start` and `end` are offsets into the text of the document, half open, from which the exact words can be had.

    schema            "skillgap.report/1"
    title, headline   text
    score             0-100 to a tenth, null where nothing can be scored
    certainty         0-1, null likewise and where a document seems to be none of its kind or is not English: the share of the
                      points that is not open, as what is unsure and years that are not told
    required, preferred   {met, partly, missing, unsure, total, points, of_points}
    verdicts, context     [{requirement, verdict, via, strength, skill, path, share, months, last_used, reason,
                            points, of_points, gain, open, quotes}]
    hints             [{skill, yours, theirs}]; both are quotes
    unbacked          [{skill, strength, gain}]: only listed or claimed, and the points if a recent job showed it
    plan              {hours, steps: [{skill, hours, gain, reason, proof, resources}], unplanned: [{requirement, reason}]}
    unknown           [{text, start, end, section}]
    not_needed        [requirement]
    conditions        [{kind, quote, start, end}]
    warnings          [{code, severity, message, remedy}]
    provenance        {skillgap, taxonomy, posting, resume, today, assumed}; assumed are names of skills

    skill             {id, name}
    requirement       {label, level, any_of, at_least, min_years, or_similar, examples, refused, quote, start, end}
    quote             {document, text, start, end, place, page, mark}; mark is [start, end] of the skill in `text`, or null
    resource          {title, url, kind, level, cost, seen}; url is null where it is not http or https
    hours             {low, high} or null
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Literal

from skillgap.model import (
    Condition,
    GapReport,
    Hint,
    LearningPlan,
    LearningStep,
    Notice,
    Provenance,
    Quote,
    Requirement,
    Resource,
    Skill,
    Unbacked,
    Unknown,
    Verdict,
)
from skillgap.reports.interface import Page
from skillgap.reports.quoting import excerpt
from skillgap.reports.wording import clean, web_address

SCHEMA = "skillgap.report/1"

Json = dict[str, Any]


def render(report: GapReport, page: Page) -> str:
    """The report as indented JSON; the page is not looked at."""
    return json.dumps(_report(report), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _report(report: GapReport) -> Json:
    return {
        "schema": SCHEMA,
        "title": clean(report.title),
        "headline": clean(report.headline),
        "score": _rounded(report.score, 1),
        "certainty": _rounded(report.certainty, 4),
        "required": _level(report, "required"),
        "preferred": _level(report, "preferred"),
        "verdicts": [_verdict(v) for v in report.verdicts],
        "context": [_verdict(v) for v in report.context],
        "hints": [_hint(h) for h in report.hints],
        "unbacked": [_unbacked(u) for u in report.unbacked],
        "plan": _plan(report.plan),
        "unknown": [_unknown(u) for u in report.unknown],
        "not_needed": [_requirement(r) for r in report.not_needed],
        "conditions": [_condition(c) for c in report.conditions],
        "warnings": [_notice(n) for n in report.warnings],
        "provenance": _provenance(report.provenance),
    }


def _level(report: GapReport, level: Literal["required", "preferred"]) -> Json:
    verdicts = report.at(level)
    return {
        "met": report.count(level, "met"),
        "partly": report.count(level, "partly"),
        "missing": report.count(level, "missing"),
        "unsure": report.count(level, "unsure"),
        "total": len(verdicts),
        "points": _rounded(sum(round(v.points, 1) for v in verdicts), 1),
        "of_points": _rounded(sum(round(v.of_points, 1) for v in verdicts), 1),
    }


def _verdict(verdict: Verdict) -> Json:
    return {
        "requirement": _requirement(verdict.requirement),
        "verdict": verdict.verdict,
        "via": verdict.via,
        "strength": verdict.strength,
        "skill": _skill(verdict.skill),
        "path": _skills(verdict.path),
        "share": _rounded(verdict.share, 4),
        "months": verdict.months,
        "last_used": verdict.last_used and clean(verdict.last_used),
        "reason": clean(verdict.reason),
        "points": _rounded(verdict.points, 1),
        "of_points": _rounded(verdict.of_points, 1),
        "gain": _rounded(verdict.gain, 1),
        "open": verdict.open,
        "quotes": [_quote(q) for q in verdict.quotes],
    }


def _requirement(requirement: Requirement) -> Json:
    return {
        "label": clean(requirement.label),
        "level": requirement.level,
        "any_of": _skills(requirement.any_of),
        "at_least": requirement.at_least,
        "min_years": _rounded(requirement.min_years, 4),
        "or_similar": requirement.or_similar,
        "examples": _skills(requirement.examples),
        "refused": _skills(requirement.refused),
        "quote": clean(requirement.quote),
        "start": requirement.start,
        "end": requirement.end,
    }


def _quote(quote: Quote) -> Json:
    parts = excerpt(quote, len(quote.text))
    return {
        "document": quote.document,
        "text": parts.text,
        "start": quote.start,
        "end": quote.end,
        "place": clean(quote.place),
        "page": quote.page,
        "mark": [len(parts.before), len(parts.before) + len(parts.skill)] if parts.skill else None,
    }


def _hint(hint: Hint) -> Json:
    return {"skill": _skill(hint.skill), "yours": _quote(hint.yours), "theirs": _quote(hint.theirs)}


def _unbacked(unbacked: Unbacked) -> Json:
    return {"skill": _skill(unbacked.skill), "strength": unbacked.strength, "gain": _rounded(unbacked.gain, 1)}


def _plan(plan: LearningPlan) -> Json:
    known = any(step.hours for step in plan.steps)
    return {
        "hours": _hours(plan.hours if known else None),
        "steps": [_step(s) for s in plan.steps],
        "unplanned": [{"requirement": _requirement(u.requirement), "reason": clean(u.reason)} for u in plan.unplanned],
    }


def _step(step: LearningStep) -> Json:
    return {
        "skill": _skill(step.skill),
        "hours": _hours(step.hours),
        "gain": _rounded(step.gain, 1),
        "reason": clean(step.reason),
        "proof": step.proof and clean(step.proof),
        "resources": [_resource(r) for r in step.resources],
    }


def _resource(resource: Resource) -> Json:
    return {
        "title": clean(resource.title),
        "url": web_address(resource.url),
        "kind": clean(resource.kind),
        "level": resource.level and clean(resource.level),
        "cost": clean(resource.cost),
        "seen": clean(resource.seen),
    }


def _unknown(unknown: Unknown) -> Json:
    return {"text": clean(unknown.text), "start": unknown.start, "end": unknown.end, "section": clean(unknown.section)}


def _condition(condition: Condition) -> Json:
    quote = clean(condition.quote)
    return {"kind": clean(condition.kind), "quote": quote, "start": condition.start, "end": condition.end}


def _notice(notice: Notice) -> Json:
    code, message, remedy = map(clean, (notice.code, notice.message, notice.remedy))
    return {"code": code, "severity": notice.severity, "message": message, "remedy": remedy}


def _provenance(made: Provenance) -> Json:
    texts = {field.name: clean(getattr(made, field.name)) for field in fields(made) if field.name != "assumed"}
    return {**texts, "assumed": list(map(clean, made.assumed))}


def _skill(skill: Skill) -> Json:
    return {"id": clean(skill.id), "name": clean(skill.name)}


def _skills(skills: Iterable[Skill]) -> list[Json]:
    return [_skill(skill) for skill in skills]


def _hours(hours: tuple[int, int] | None) -> Json | None:
    return {"low": hours[0], "high": hours[1]} if hours else None


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else float(round(value, digits))
