"""The answer to "why?" about one skill, for a terminal or as JSON (schema `skillgap.why/1`).

In: a `Why`. Out: a string that ends in a newline. Both forms say the same; nothing is judged here.

    schema     "skillgap.why/1"
    skill      {id, name}
    resume, posting   {source, mentions, rejected, nearest}
    verdicts   [{label, level, verdict, reason, points, of_points, gain}]
    not_needed [label]
    shown      {strength, months, last_used, jobs: [{heading, from, to}]}, or null: what makes the months of the skill itself

    mention    {start, end, text, form, method, confidence, status, section, page, why}
    rejected   {start, end, text, form, page, why};  nearest the same with `distance`, or null
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from skillgap.model import Evidence, Explanation, Mention, Nearest, Rejection, Verdict, Why
from skillgap.reports.wording import clean, duration, number, points

SCHEMA = "skillgap.why/1"
_AROUND = 45
"""How much of the text is shown on each side of a word (characters)."""
_NAMES = {"resume": "résumé", "posting": "posting"}


def as_json(why: Why) -> str:
    """The answer as indented JSON."""
    result = {
        "schema": SCHEMA,
        "skill": {"id": why.skill.id, "name": why.skill.name},
        "resume": _document(why.resume),
        "posting": _document(why.posting),
        "verdicts": [_verdict(verdict) for verdict in why.verdicts],
        "not_needed": [clean(requirement.label) for requirement in why.not_needed],
        "shown": None if why.shown is None else _shown(why.shown),
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def as_text(why: Why, columns: int = 100) -> str:
    """The answer as lines of at most `columns` characters (40 and more)."""
    lines = [clean(why.skill.name), "", *_comparison(why), *_time(why.shown)]
    for told in (why.resume, why.posting):
        lines += ["", *_told(told)]
    wrapped = (_wrapped(line, max(40, columns)) for line in lines)
    return "\n".join(line for part in wrapped for line in part) + "\n"


def _comparison(why: Why) -> Iterator[str]:
    for verdict in why.verdicts:
        requirement = verdict.requirement
        yield f"{clean(requirement.label)} ({requirement.level}): {verdict.verdict}, {clean(verdict.reason)}"
        if verdict.of_points:
            more = f"; full evidence would add {number(verdict.gain)}" if verdict.gain else ""
            yield f"    {points(verdict.points, verdict.of_points)} points{more}"
        elif requirement.level == "context":
            yield "    not scored: it stands only in the stack, the duties or the title"
    for requirement in why.not_needed:
        yield f"{clean(requirement.label)}: the posting says that it is not needed; never scored"
    if not why.verdicts and not why.not_needed:
        named = any(mention.status == "asserted" for mention in why.posting.mentions)
        yield (
            "not counted: where the posting names it, it asks for nothing"
            if named
            else "not counted: the posting does not ask for it"
        )


def _time(shown: Evidence | None) -> Iterator[str]:
    """The months of a skill, and the times that make them."""
    if shown is None or shown.months is None:
        return
    jobs = _jobs(shown)
    yield f"    used for {duration(shown.months)}{', overlaps counted once:' if jobs else ', as the résumé says'}"
    for heading, begun, ended in jobs:
        yield f"        {begun} to {ended}: {heading}"


def _jobs(shown: Evidence) -> list[tuple[str, str, str]]:
    """The dated jobs that show a skill: heading, and from which month to which it was used there, the latest first."""
    times = {(begun, ended, clean(s.entry.heading)) for s in shown.sightings if s.entry for begun, ended in s.periods}
    return [(heading, f"{begun:%Y-%m}", f"{ended:%Y-%m}") for begun, ended, heading in sorted(times, reverse=True)]


def _shown(shown: Evidence) -> dict[str, Any]:
    return {
        "strength": shown.strength,
        "months": shown.months,
        "last_used": None if shown.last_used is None else f"{shown.last_used:%Y-%m}",
        "jobs": [dict(zip(("heading", "from", "to"), job, strict=True)) for job in _jobs(shown)],
    }


def _told(told: Explanation) -> Iterator[str]:
    times = len(told.mentions)
    found = f"named {times} time{'s' * (times > 1)}" if times else "not found"
    yield f"In the {_NAMES[told.kind]} ({clean(told.document.source)}): {found}"
    for mention in told.mentions:
        yield f'    "{clean(mention.text)}"{_place(told, mention)}, {mention.status}: {_how(mention)}'
        yield f"        {_context(told, mention.start, mention.end)}"
    for rejected in told.rejected:
        yield f'    not taken: "{clean(rejected.text)}"{_place(told, rejected)}: {clean(rejected.why)}'
        yield f"        {_context(told, rejected.start, rejected.end)}"
    if told.nearest is not None:
        near = told.nearest
        letters = f"{near.distance} letter{'s' * (near.distance != 1)} from"
        yield f'    nearest: "{clean(near.text)}"{_place(told, near)}, {letters} "{clean(near.form)}": {clean(near.why)}'
        yield f"        {_context(told, near.start, near.end)}"
    elif not told.mentions and not told.rejected:
        yield "    no words come near any of its names"


def _how(mention: Mention) -> str:
    way = {"exact": "matches", "typo": "a listed misspelling of", "variant": "a spelling of", "fuzzy": "read as a misspelling of"}
    return f'{way[mention.method]} "{clean(mention.form)}" (confidence {number(mention.confidence)}); {clean(mention.why)}'


def _place(told: Explanation, at: Mention | Rejection | Nearest) -> str:
    section = f" in {clean(at.section)}" if isinstance(at, Mention) else ""
    page = told.document.page_of(at.start)
    return f"{section}{f', p. {page}' if page else ''}"


def _context(told: Explanation, start: int, end: int) -> str:
    text = told.document.readable
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before[before.find(" ") + 1 :]
    if end + _AROUND < len(text):
        behind = behind[: behind.rfind(" ")] + "…" if " " in behind else behind + "…"
    return clean(f"{before}[{text[start:end]}]{behind}")


def _wrapped(line: str, columns: int) -> list[str]:
    indent = len(line) - len(line.lstrip())
    return textwrap.wrap(line, columns, subsequent_indent=" " * (indent + 4), drop_whitespace=True) or [""]


def _document(told: Explanation) -> dict[str, Any]:
    near = told.nearest
    return {
        "source": clean(told.document.source),
        "mentions": [
            {
                **_at(told, mention),
                "method": mention.method,
                "confidence": mention.confidence,
                "status": mention.status,
                "section": clean(mention.section),
            }
            for mention in told.mentions
        ],
        "rejected": [_at(told, rejected) for rejected in told.rejected],
        "nearest": None if near is None else {**_at(told, near), "distance": near.distance},
    }


def _at(told: Explanation, at: Mention | Rejection | Nearest) -> dict[str, Any]:
    return {
        "start": at.start,
        "end": at.end,
        "text": clean(at.text),
        "form": clean(at.form),
        "page": told.document.page_of(at.start),
        "why": clean(at.why),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "label": clean(verdict.requirement.label),
        "level": verdict.requirement.level,
        "verdict": verdict.verdict,
        "reason": clean(verdict.reason),
        "points": round(verdict.points, 1),
        "of_points": round(verdict.of_points, 1),
        "gain": verdict.gain,
    }
