"""The plan: which gaps to close, in which order, with how many hours and from what.

In: a report's verdicts, the résumé's evidence, the taxonomy. Out: a `LearningPlan`. Order: most points an hour first; what
another skill directly needs comes before it, unless the résumé shows it, something built on it, or a good substitute. Hours
are the taxonomy's, less what carries over from a substitute that the résumé shows. Nothing is planned for soft skills (hours
do not teach them) nor for years that are short or not told, and nothing is invented: a skill without hours or resources has none.
A gap that gets no step is named with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from skillgap.model import GapReport, LearningPlan, LearningStep, Resume, Skill, Unplanned, Verdict
from skillgap.taxonomy import Taxonomy

MAX_STEPS = 12
UNKNOWN_HOURS = 20.0
"""What a skill without hours in the taxonomy is taken to need when steps are put in order; never shown."""
FAMILIAR = 0.5
"""From this share on, a substitute spares what would have to be learned first."""


@dataclass(frozen=True, slots=True)
class _Target:
    skill: Skill
    gain: float
    hours: tuple[int, int] | None
    known: Skill | None
    level: str

    @property
    def effort(self) -> float:
        return (sum(self.hours) / 2 if self.hours else UNKNOWN_HOURS) or 1.0


def plan(report: GapReport, resume: Resume, taxonomy: Taxonomy) -> LearningPlan:
    """The learning plan for a report's gaps."""
    shown = _shown(resume, taxonomy)
    # who has a skill had to learn what comes before it
    known = shown | {
        skill.id for skill_id in resume.evidence if skill_id in taxonomy for skill in taxonomy.prerequisites(skill_id)
    }
    targets = _targets(report.verdicts, resume, shown)
    needs = {skill_id: _needed(target, targets, taxonomy, resume, known) for skill_id, target in targets.items()}
    steps: dict[str, LearningStep] = {}
    for target in _in_order(targets, needs, resume):
        for needed in needs[target.skill.id]:
            if needed.id not in steps and needed.id not in targets:
                hours, _ = _from_here(needed, resume)
                steps[needed.id] = _step(needed, hours, 0.0, f"{target.skill.name} needs it")
        reason = f"you know {target.known.name}" if target.known else f"{target.level} here"
        steps[target.skill.id] = _step(target.skill, target.hours, target.gain, reason)
    chosen = list(steps.values())[:MAX_STEPS]
    while chosen and chosen[-1].gain <= 0:
        chosen.pop()  # it only led to a step that is cut off
    return LearningPlan(tuple(chosen), tuple(_unplanned(report, {step.skill for step in chosen}, shown)))


def _unplanned(report: GapReport, planned: Collection[Skill], shown: Collection[str]) -> Iterator[Unplanned]:
    """The gaps that no step closes. What is shown and only badly backed is none: the report says of it what to do."""
    backed = {item.skill for item in report.unbacked}
    for verdict in report.verdicts:
        skills = verdict.requirement.any_of
        if verdict.verdict not in {"missing", "partly"} or verdict.gain <= 0 or any(skill in planned for skill in skills):
            continue
        missing = [skill for skill in skills if skill.id not in shown]
        if not missing or (verdict.verdict == "partly" and verdict.via != "related" and verdict.requirement.at_least == 1):
            if verdict.path and verdict.path[0] not in backed:
                yield Unplanned(verdict.requirement, "years are not told" if verdict.years_untold else "only years are short")
        elif any(skill.kind != "soft" and not skill.generic for skill in missing):
            yield Unplanned(verdict.requirement, f"after the first {len(planned)} steps")
        elif all(skill.kind == "soft" for skill in missing):
            yield Unplanned(verdict.requirement, "hours do not teach it")
        else:
            yield Unplanned(verdict.requirement, "too broad for one step")


def _shown(resume: Resume, taxonomy: Taxonomy) -> set[str]:
    """Ids of what the résumé shows and what that implies."""
    shown = set(resume.evidence)
    for skill_id in resume.evidence:
        if skill_id in taxonomy:
            shown.update(taxonomy.implied(skill_id))
    return shown


def _targets(verdicts: Iterable[Verdict], resume: Resume, shown: Collection[str]) -> dict[str, _Target]:
    """What to learn for the verdicts, by id. One skill may serve several of them; then it is worth their sum."""
    targets: dict[str, _Target] = {}
    open_ones = [verdict for verdict in verdicts if verdict.verdict in {"missing", "partly"} and verdict.gain > 0]
    for verdict in sorted(open_ones, key=lambda verdict: len(verdict.requirement.any_of)):
        requirement = verdict.requirement
        count = requirement.at_least - sum(skill.id in shown for skill in requirement.any_of)
        choices = [
            _choice(skill, verdict, resume)
            for skill in requirement.any_of
            if skill.kind != "soft" and not skill.generic and skill.id not in shown
        ]
        choices.sort(key=lambda choice: (choice.skill.id not in targets, choice.effort))
        for choice in choices[: max(0, count)]:
            gain = verdict.gain / count
            earlier = targets.get(choice.skill.id)
            targets[choice.skill.id] = replace(earlier or choice, gain=gain + (earlier.gain if earlier else 0.0))
    return targets


def _choice(skill: Skill, verdict: Verdict, resume: Resume) -> _Target:
    hours, known = _from_here(skill, resume)
    return _Target(skill, verdict.gain, hours, known, verdict.requirement.level)


def _from_here(skill: Skill, resume: Resume) -> tuple[tuple[int, int] | None, Skill | None]:
    """The hours that a skill takes from what the résumé shows, and the substitute that spares the most of them."""
    share, known = _substitute(skill, resume)
    return (None if skill.hours is None else (_less(skill.hours[0], share), _less(skill.hours[1], share))), known


def _substitute(skill: Skill, resume: Resume) -> tuple[float, Skill | None]:
    others = [(r.share, resume.evidence[r.skill_id].skill) for r in skill.related if r.skill_id in resume.evidence]
    return max(others, key=lambda pair: pair[0], default=(0.0, None))


def _less(hours: int, share: float) -> int:
    return max(1, round(hours * (1 - share)))


def _needed(
    target: _Target, targets: Mapping[str, _Target], taxonomy: Taxonomy, resume: Resume, known: Collection[str]
) -> list[Skill]:
    """What has to be learned before a target, first things first; nothing where a good substitute is known."""
    spared = _substitute(target.skill, resume)[0] >= FAMILIAR

    def is_needed(skill: Skill) -> bool:
        # one step back only: who plans a service mesh needs no hint that it stands on JSON
        direct = skill.id in target.skill.prerequisites and skill.kind != "soft" and not skill.generic
        return direct and not (spared or skill.id in known or _substitute(skill, resume)[0] >= FAMILIAR)

    return [skill for skill in _before(target, taxonomy) if skill.id in targets or is_needed(skill)]


def _before(target: _Target, taxonomy: Taxonomy) -> list[Skill]:
    return taxonomy.prerequisites(target.skill.id) if target.skill.id in taxonomy else []


def _in_order(targets: Mapping[str, _Target], needs: Mapping[str, Sequence[Skill]], resume: Resume) -> Iterator[_Target]:
    """Most points an hour first, the hours of what it needs included; what it needs goes first where it is a target itself."""

    def effort(target: _Target) -> float:
        others = [_from_here(skill, resume)[0] for skill in needs[target.skill.id] if skill.id not in targets]
        return target.effort + sum(sum(hours) / 2 for hours in others if hours)

    done: set[str] = set()
    for target in sorted(targets.values(), key=lambda t: (-t.gain / effort(t), t.skill.id)):
        for skill_id in [*(skill.id for skill in needs[target.skill.id] if skill.id in targets), target.skill.id]:
            if skill_id not in done:
                done.add(skill_id)
                yield targets[skill_id]


def _step(skill: Skill, hours: tuple[int, int] | None, gain: float, reason: str) -> LearningStep:
    order = {"docs": 0, "tutorial": 1, "course": 2, "book": 3, "practice": 4}
    resources = tuple(sorted(skill.resources, key=lambda r: order.get(r.kind, 9)))
    return LearningStep(skill, hours, round(gain, 1), reason, resources, skill.proof)
