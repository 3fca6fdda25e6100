"""The plan: which gaps to close, in which order, with how many hours and from what.

In: a report's verdicts, its posting, the résumé's evidence, the taxonomy. Out: a `LearningPlan`. Order: most points an hour
first; what another skill directly needs comes before it, unless the résumé shows it, something built on it, or (but for
languages) a good substitute, and so does what comes with another skill, where it is a gap itself. Where years are asked, a
step earns what a skill without them does: hours give no years. Hours are the taxonomy's, less what carries over from a
substitute that the résumé shows. Of alternatives that one is planned which is learned anyway, or else which the résumé
wishes for, or else which the posting itself works with, or else which takes the fewest hours with all that has to come
before it. Nothing is planned for soft skills (hours do not teach them), for years that are short or not told, or for what an
ambiguous word may name. Nothing is invented: a skill without hours or resources has none. A gap that gets no step is named
with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from skillgap.comparison.score import weights
from skillgap.model import GapReport, LearningPlan, LearningStep, Posting, Resume, Skill, Unplanned, Verdict
from skillgap.taxonomy import Taxonomy

MAX_STEPS = 12
UNKNOWN_HOURS = 20.0
"""What a skill without hours in the taxonomy is taken to need when steps are put in order; never shown."""
UNGUIDED = 2.0
"""Where one of several alternatives is chosen, the hours of one without resources count so many times."""
FAMILIAR = 0.5
"""From this share on, a related skill, substitute or neighbour, spares what would have to be learned first."""
FORMAT_HOURS = 12.0
"""What is called a language and takes no more hours than this is a format; a neighbour of it is as good."""
_OF_THE_WORK = frozenset({"opening", "about", "duties", "stack"})
"""Sections of a posting that tell what the company works with."""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where learning starts. Ids: `shown` by the résumé or implied by that; `known`: these and what had to come before them;
    `wished`: what it only wishes for; `used`: what the posting works with."""

    resume: Resume
    taxonomy: Taxonomy
    shown: frozenset[str]
    known: frozenset[str]
    wished: frozenset[str]
    used: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Target:
    """A skill that is worth points; `level` is that of the first requirement that asks for it, `years` the most that one asks."""

    skill: Skill
    gain: float
    level: str
    years: float = 0.0


def plan(report: GapReport, posting: Posting, resume: Resume, taxonomy: Taxonomy) -> LearningPlan:
    """The learning plan for the gaps of a report, which says how the résumé does against the posting."""
    start = _start(posting, resume, taxonomy)
    targets = _targets(report.verdicts, start)
    order = list(_in_order(targets, start))[:MAX_STEPS]
    steps = [_step(skill, order[place:], targets, start) for place, skill in enumerate(order, 1)]
    while steps and steps[-1].gain <= 0:
        steps.pop()  # it only led to a step that is cut off
    return LearningPlan(tuple(steps), tuple(_unplanned(report, {step.skill for step in steps}, start.shown)))


def _unplanned(report: GapReport, planned: Collection[Skill], shown: Collection[str]) -> Iterator[Unplanned]:
    """The gaps that no step closes. What is shown and only badly backed is none: the report says of it what to do."""
    backed = {item.skill for item in report.unbacked}
    for verdict in report.verdicts:
        skills = verdict.requirement.any_of
        if verdict.verdict not in {"missing", "partly"} or verdict.gain <= 0 or any(skill in planned for skill in skills):
            continue
        missing = [skill for skill in skills if skill.id not in shown]
        if verdict.ambiguous:
            yield Unplanned(verdict.requirement, "the résumé may name it")
        elif not missing or (verdict.verdict == "partly" and verdict.via != "related" and verdict.requirement.at_least == 1):
            if verdict.path and verdict.path[0] not in backed:
                untold = verdict.years_untold or verdict.months is None
                yield Unplanned(verdict.requirement, "years are not told" if untold else "only years are short")
        elif _gain(verdict) <= 0:
            yield Unplanned(verdict.requirement, "only years with it would add more")
        elif any(skill.kind != "soft" and not skill.generic for skill in missing):
            yield Unplanned(verdict.requirement, f"after the first {len(planned)} steps")
        elif all(skill.kind == "soft" for skill in missing):
            yield Unplanned(verdict.requirement, "hours do not teach it")
        elif all(skill.area == "learning" and skill.kind == "concept" for skill in missing):
            yield Unplanned(verdict.requirement, "an exam to take")
        else:
            yield Unplanned(verdict.requirement, "too broad for one step")


def _start(posting: Posting, resume: Resume, taxonomy: Taxonomy) -> _Start:
    shown = set(resume.evidence)
    before: set[str] = set()
    for skill_id in resume.evidence:
        if skill_id in taxonomy:
            shown.update(taxonomy.implied(skill_id))
            # who has a skill had to learn what comes before it
            before.update(skill.id for skill in taxonomy.prerequisites(skill_id))
    wished = frozenset(mention.skill.id for mention in resume.extraction.mentions if mention.status == "wanted") - shown
    return _Start(resume, taxonomy, frozenset(shown), frozenset(shown | before), wished, _used(posting))


def _used(posting: Posting) -> frozenset[str]:
    """Ids of what the posting works with: what is context, and what its duties, its stack or its first words name and do not
    only offer as one of several."""
    offers = [(r.start, r.end, r.any_of) for r in posting.requirements if len(r.any_of) > 1]
    named = (
        mention.skill
        for mention in posting.extraction.mentions
        if mention.status == "asserted"
        and mention.section in _OF_THE_WORK
        and not any(start <= mention.start < end and mention.skill in offered for start, end, offered in offers)
    )
    context = (skill for requirement in posting.requirements if requirement.level == "context" for skill in requirement.any_of)
    return frozenset(skill.id for skills in (named, context) for skill in skills)


def _targets(verdicts: Iterable[Verdict], start: _Start) -> dict[str, _Target]:
    """What to learn for the verdicts, by id. One skill may serve several of them; then it is worth their sum."""
    targets: dict[str, _Target] = {}
    gaps = [each for each in verdicts if each.verdict in {"missing", "partly"} and not each.ambiguous and each.gain > 0]
    for verdict in sorted(gaps, key=lambda verdict: len(verdict.requirement.any_of)):
        requirement = verdict.requirement
        count = requirement.at_least - sum(skill.id in start.shown for skill in requirement.any_of)
        choices = [s for s in requirement.any_of if s.kind != "soft" and not s.generic and s.id not in start.shown]
        learned = _learned(targets.values(), start) if len(choices) > 1 else frozenset()
        choices.sort(
            key=lambda s: (s.id not in learned, s.id not in start.wished, s.id not in start.used, _dearness(s, learned, start))
        )
        for skill in choices[: max(0, count)]:
            earlier = targets.get(skill.id) or _Target(skill, 0.0, requirement.level)
            years = max(earlier.years, requirement.min_years or 0.0)
            targets[skill.id] = replace(earlier, gain=earlier.gain + _gain(verdict) / count, years=years)
    return {skill_id: target for skill_id, target in targets.items() if target.gain > 0}


def _gain(verdict: Verdict) -> float:
    """What learning adds to a requirement: what full evidence would, less what only years earn."""
    if verdict.requirement.min_years is None:
        return verdict.gain
    return max(0.0, (verdict.points + verdict.gain) * weights().untold - verdict.points)


def _dearness(skill: Skill, learned: Collection[str], start: _Start) -> float:
    """What one of several alternatives costs: its hours, more of them where nothing is known to learn it from, and those of what
    has to come before it and is not `learned` anyway."""
    before = (needed for needed in _needed(skill, start) if needed.id not in learned)
    leading = sum(_effort(_from_here(needed, start.resume)[0]) for needed in before)
    return leading + _effort(_from_here(skill, start.resume)[0]) * (1.0 if skill.resources else UNGUIDED)


def _from_here(skill: Skill, resume: Resume) -> tuple[tuple[int, int] | None, Skill | None]:
    """The hours that a skill takes from what the résumé shows, and the substitute that spares the most of them."""
    share, known = _substitute(skill, resume)
    return (None if skill.hours is None else (_less(skill.hours[0], share), _less(skill.hours[1], share))), known


def _substitute(skill: Skill, resume: Resume) -> tuple[float, Skill | None]:
    others = [(r.share, resume.evidence[r.skill_id].skill) for r in skill.related if r.skill_id in resume.evidence]
    return max(others, key=lambda pair: pair[0], default=(0.0, None))


def _less(hours: int, share: float) -> int:
    return max(1, round(hours * (1 - share)))


def _learned(targets: Iterable[_Target], start: _Start) -> frozenset[str]:
    """Ids of the targets and of all that has to be learned before them."""
    return frozenset(skill.id for target in targets for skill in (target.skill, *_needed(target.skill, start)))


def _in_order(targets: Mapping[str, _Target], start: _Start) -> Iterator[Skill]:
    """The skills to learn: most points an hour first.

    What has to come before a target, be it a target itself or not, is learned directly before it, and its hours and points count
    with those of the target.
    """
    learned = _learned(targets.values(), start)
    before = {
        skill_id: [base for base in _bases(target.skill, targets, start.taxonomy) if base.id in learned]
        for skill_id, target in targets.items()
    }
    done: set[str] = set()

    def steps(target: _Target) -> list[Skill]:
        return [skill for skill in (*before[target.skill.id], target.skill) if skill.id not in done]

    def rate(target: _Target) -> float:
        ahead = steps(target)
        gain = sum(targets[skill.id].gain for skill in ahead if skill.id in targets)
        return gain / sum(_effort(_from_here(skill, start.resume)[0]) for skill in ahead)

    waiting = sorted(targets.values(), key=lambda target: target.skill.id)
    while waiting:
        best = max(waiting, key=rate)
        for skill in steps(best):
            done.add(skill.id)
            yield skill
        waiting = [target for target in waiting if target.skill.id not in done]


def _needed(skill: Skill, start: _Start) -> Iterator[Skill]:
    """What has to be learned before a skill; where a good substitute for either is known, only a language.

    Who knows Perl or Rails learns Flask in Python all the same, only faster. One step back only: who plans a service mesh needs
    no hint that it stands on JSON.
    """
    taxonomy, resume = start.taxonomy, start.resume
    if skill.id not in taxonomy:
        return
    familiar = _substitute(skill, resume)[0] >= FAMILIAR
    for needed in (taxonomy[skill_id] for skill_id in taxonomy.direct_prerequisites(skill.id) if skill_id in taxonomy):
        teachable = needed.kind != "soft" and not needed.generic
        if not teachable or needed.id in start.known:
            continue
        if _is_programmed_in(needed) or not (familiar or _substitute(needed, resume)[0] >= FAMILIAR):
            yield needed


def _bases(skill: Skill, targets: Mapping[str, _Target], taxonomy: Taxonomy) -> list[Skill]:
    """All that a skill builds on, first things first: what it needs, and what who has it has too (AWS, before AWS Fargate). But a
    language comes before what it runs on (Java, before the JVM)."""
    order: list[Skill] = []
    seen = {skill.id}
    languages = [target.skill for target in targets.values() if target.skill.area == "languages"]

    def visit(current: Skill) -> None:
        running = (each.id for each in languages if current.id in (*each.implies, *each.broader) and _is_platform(current))
        for base in (*running, *_direct_bases(current, taxonomy)):
            if base in taxonomy and base not in seen:
                seen.add(base)
                visit(taxonomy[base])
                order.append(taxonomy[base])

    visit(skill)
    return order


def _direct_bases(skill: Skill, taxonomy: Taxonomy) -> Iterator[str]:
    """Ids of what a skill needs, and of what comes with it."""
    if skill.id in taxonomy:
        yield from taxonomy.direct_prerequisites(skill.id)
        yield from () if skill.area == "languages" else skill.implies


def _is_platform(skill: Skill) -> bool:
    """Whether what a language implies may be what it runs on."""
    return skill.kind == "technology" and skill.area != "languages"


def _is_programmed_in(skill: Skill) -> bool:
    """Whether a skill is a language that programs are written in, and not a format like YAML, which takes a day."""
    return skill.kind == "technology" and skill.area == "languages" and _effort(skill.hours) > FORMAT_HOURS


def _effort(hours: tuple[int, int] | None) -> float:
    return (sum(hours) / 2 if hours else UNKNOWN_HOURS) or 1.0


def _step(skill: Skill, later: Sequence[Skill], targets: Mapping[str, _Target], start: _Start) -> LearningStep:
    """The step for a skill; `later` are those of the steps behind it."""
    target = targets.get(skill.id)
    hours, known = _from_here(skill, start.resume)
    reasons = ["wished for in your résumé"] if skill.id in start.wished else []
    reasons += [f"you know {known.name}"] if known else []
    if target is None:
        reasons.insert(0, f"needed for {_builds_on(skill, later, start.taxonomy).name}")
    elif known is None:
        reasons.append(f"{target.level} here")
    if target and target.years:
        reasons.append(f"hours give none of the {target.years:g} years asked")
    order = {"docs": 0, "tutorial": 1, "course": 2, "book": 3, "practice": 4}
    resources = tuple(sorted(skill.resources, key=lambda r: order.get(r.kind, 9)))
    gain = round(target.gain, 1) if target else 0.0
    return LearningStep(skill, hours, gain, "; ".join(reasons), resources, skill.proof)


def _builds_on(skill: Skill, later: Sequence[Skill], taxonomy: Taxonomy) -> Skill:
    """The first of some skills that builds on another one, which leads to one of them."""
    return next((each for each in later if skill.id in _direct_bases(each, taxonomy)), later[0] if later else skill)
