"""For each skill of a résumé: where it was seen, how strongly, for how many months, when last.

What work shows is stronger than what a list or a summary says. Recency counts from the end of the person's latest job, not from
today, so a career break costs nothing. What is negated, only wanted, or somebody else's is no evidence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from skillgap.extraction.language import remark
from skillgap.model import STRENGTHS, Document, Entry, Evidence, Extraction, Resume, Sighting, Skill, Strength
from skillgap.resume.as_of import own_date, remark_own_date
from skillgap.resume.body import sheet_of
from skillgap.resume.claims import Claim, claims
from skillgap.resume.columns import remark_columns
from skillgap.resume.dates import months_covered
from skillgap.resume.entries import find_entries
from skillgap.resume.paid import with_paid_work
from skillgap.resume.periods import times_of_use
from skillgap.resume.released import months_since_release, since_release, was_cut
from skillgap.resume.sections import correct, with_sections
from skillgap.resume.told import made_beside, private_uses, told_work

RECENT = 24
"""A job is a recent one if no more than so many months of work came after it; months without a job do not count."""

PRIVATE = "private"
"""The section of hobbies and references: no evidence of anything."""

_OF_ENTRY: dict[str, Strength] = {"project": "project", "education": "course", "certificate": "course", "break": "listed"}
_OF_SECTION: dict[str, Strength] = {
    "summary": "claimed",
    "experience": "older_job",
    "projects": "project",
    "education": "course",
    "certifications": "course",
}


def understand_resume(document: Document, extraction: Extraction, today: date) -> Resume:
    """What a résumé shows. `today` ends a running job, or the résumé's own date where it is older."""
    sheet = sheet_of(document)
    extraction = with_sections(extraction, correct(sheet, extraction.sections, today))
    entries = find_entries(sheet, extraction.sections, today)
    of = own_date(sheet, entries, today)
    if of is not None:
        today = of
        entries = find_entries(sheet, extraction.sections, today)
    entries = with_paid_work(entries, extraction, sheet, today)
    worked = _months_worked(entries)
    claimed = claims(extraction, today) if extraction.english else {}
    used = times_of_use(extraction, entries, sheet, today) if extraction.english else {}
    told = told_work(extraction, entries) if extraction.english else {}
    timeless = private_uses(extraction) | (made_beside(extraction, entries) - used.keys()) if extraction.english else set()
    sightings: dict[str, list[Sighting]] = {}
    cut: set[str] = set()
    for mention in extraction.mentions:
        if mention.status == "asserted" and mention.section != PRIVATE:
            apart = mention.start in timeless
            at = None if apart else next((entry for entry in entries if entry.start <= mention.start < entry.end), None)
            entry = at or told.get(mention.start)
            within = since_release(mention.skill, entry, used.get(mention.start))
            sighting = Sighting(mention, "listed", entry, document.page_of(mention.start), within)
            somewhere = entry is None and (apart or mention.start in told)  # work of no job that is named, or for oneself
            strength = "project" if somewhere else _strength(sighting, worked)
            sightings.setdefault(mention.skill.id, []).append(replace(sighting, strength=strength))
            cut |= {mention.skill.id} if was_cut(sighting, used.get(mention.start)) else set()
    themed = {skill_id for skill_id, seen in sightings.items() if all(s.mention.start in told for s in seen if s.periods)}
    evidence = {
        skill_id: _evidence(seen, claimed.get(skill_id, Claim()), today, cut=skill_id in cut, themed=skill_id in themed)
        for skill_id, seen in sightings.items()
    }
    warnings = (*document.warnings, *remark(extraction.language), *remark_columns(extraction.tokens.plain), *remark_own_date(of))
    return Resume(document, entries, evidence, extraction, warnings)


def assume(resume: Resume, skills: Iterable[Skill]) -> Resume:
    """The résumé as if a recent job showed these skills too. What it would change is what a gap is worth."""
    evidence = dict(resume.evidence)
    assumed = tuple(skills)
    for skill in assumed:
        known = evidence.get(skill.id)
        evidence[skill.id] = replace(known, strength="recent_job") if known else Evidence(skill, "recent_job", ())
    return replace(resume, evidence=evidence, assumed=(*resume.assumed, *assumed))


def months_of(entries: Iterable[Entry]) -> int | None:
    """Months covered by the dated ones among these entries, overlaps counted once; None where none is dated."""
    return months_covered(period for entry in entries for period in entry.periods)


def _months_worked(entries: Iterable[Entry]) -> list[int]:
    """The months, counted from the year 0, in which there was a job; each once, in order."""
    jobs = [entry for entry in entries if entry.kind == "job"]
    spans = [(_month(begun), _month(ended)) for job in jobs for begun, ended in job.periods]
    alone = {_month(job.ended) for job in jobs if job.ended and not job.begun}
    return sorted({month for first, last in spans for month in range(first, last + 1)} | alone)


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _strength(sighting: Sighting, worked: Sequence[int]) -> Strength:
    entry = sighting.entry
    if sighting.within == ():
        return "claimed"  # a job that had ended before there was such a thing shows none of it
    if entry is None:
        return _OF_SECTION.get(sighting.mention.section, "listed")
    if entry.kind != "job":
        return _OF_ENTRY[entry.kind]
    later = len(worked) - bisect_right(worked, _month(sighting.last)) if sighting.last else RECENT + 1
    return "recent_job" if not worked or later <= RECENT else "older_job"


def _evidence(seen: Sequence[Sighting], claimed: Claim, today: date, *, cut: bool, themed: bool) -> Evidence:
    """What sightings and claims show of one skill.

    `cut`: its release took months from a job that names it. `themed`: no job does, but for deeds that are told outside of it, so
    that more months may be claimed than it has.
    """
    ordered = sorted(seen, key=lambda sighting: (STRENGTHS.index(sighting.strength), sighting.mention.start))
    skill = ordered[0].mention.skill
    months = months_covered(period for sighting in ordered for period in sighting.periods)
    if claimed.months is not None and (months is None or (themed and claimed.months > months)):
        months = min(claimed.months, months_since_release(skill, today))
        cut = months < claimed.months
    dates = [sighting.last for sighting in ordered if sighting.last]
    return Evidence(
        skill=skill,
        strength=ordered[0].strength,
        sightings=tuple(ordered),
        months=months,
        last_used=max(dates, default=claimed.last_used),
        from_release=cut,
    )
