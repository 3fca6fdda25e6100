"""The plan: which gaps to close, in which order, with how many hours and from what.

In: a report's verdicts, the résumé's evidence, the taxonomy. Out: a `LearningPlan`. Order: most points an hour first; what another
skill needs comes before it. Hours are the taxonomy's, less what carries over from a substitute that the résumé shows. Nothing is
planned for soft skills (hours do not teach them) and nothing is invented: a skill without hours or resources has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from skillgap.model import GapReport, LearningPlan, LearningStep, Resume, Skill, Verdict
from skillgap.taxonomy import Taxonomy

MAX_STEPS = 12
UNKNOWN_HOURS = 20.0
"""What a skill without hours in the taxonomy is taken to need when steps are put in order; never shown."""
_HAVE = 0.5
"""A strength with less credit than a listed skill does not spare a prerequisite."""


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
    known = _known(resume, taxonomy)
    targets: dict[str, _Target] = {}
    for verdict in report.verdicts:
        target = _target(verdict, resume)
        if target and target.skill.id not in targets:
            targets[target.skill.id] = target
    steps: dict[str, LearningStep] = {}
    for target in _in_order(list(targets.values()), taxonomy, known):
        for needed in taxonomy.prerequisites(target.skill.id) if target.skill.id in taxonomy else ():
            if needed.id not in known and needed.id not in steps and needed.id not in targets and needed.kind != "soft":
                steps[needed.id] = _step(needed, needed.hours, 0.0, f"{target.skill.name} needs it")
        reason = f"you know {target.known.name}" if target.known else f"{target.level} here"
        steps[target.skill.id] = _step(target.skill, target.hours, target.gain, reason)
    return LearningPlan(tuple(steps.values())[:MAX_STEPS])


def _known(resume: Resume, taxonomy: Taxonomy) -> set[str]:
    """Ids of what the résumé shows or what that implies."""
    known = set(resume.evidence)
    for skill_id in resume.evidence:
        if skill_id in taxonomy:
            known.update(taxonomy.implied(skill_id))
    return known


def _target(verdict: Verdict, resume: Resume) -> _Target | None:
    """What to learn for a verdict: of its alternatives the one that asks for the fewest hours from here."""
    if (
        verdict.verdict not in {"missing", "partly"}
        or verdict.gain <= 0
        or (verdict.verdict == "partly" and verdict.via != "related")
    ):
        return None
    choices = [
        _choice(skill, verdict, resume) for skill in verdict.requirement.any_of if skill.kind != "soft" and not skill.generic
    ]
    return min(choices, key=lambda choice: choice.effort, default=None)


def _choice(skill: Skill, verdict: Verdict, resume: Resume) -> _Target:
    others = [(r.share, resume.evidence[r.skill_id].skill) for r in skill.related if r.skill_id in resume.evidence]
    share, known = max(others, key=lambda pair: pair[0], default=(0.0, None))
    hours = None if skill.hours is None else (_less(skill.hours[0], share), _less(skill.hours[1], share))
    return _Target(skill, verdict.gain, hours, known, verdict.requirement.level)


def _less(hours: int, share: float) -> int:
    return max(1, round(hours * (1 - share)))


def _in_order(targets: Sequence[_Target], taxonomy: Taxonomy, known: set[str]) -> Iterable[_Target]:
    """Most points an hour first, the hours of unknown prerequisites included; a prerequisite that is itself a target goes first."""
    by_id = {target.skill.id: target for target in targets}

    def effort(target: _Target) -> float:
        needed = taxonomy.prerequisites(target.skill.id) if target.skill.id in taxonomy else []
        more = sum(sum(s.hours) / 2 for s in needed if s.hours and s.id not in known and s.id not in by_id)
        return target.effort + more

    done: set[str] = set()
    for target in sorted(targets, key=lambda t: (-t.gain / effort(t), t.skill.id)):
        for needed in taxonomy.prerequisites(target.skill.id) if target.skill.id in taxonomy else ():
            if needed.id in by_id and needed.id not in done:
                done.add(needed.id)
                yield replace(by_id[needed.id])
        if target.skill.id not in done:
            done.add(target.skill.id)
            yield target


def _step(skill: Skill, hours: tuple[int, int] | None, gain: float, reason: str) -> LearningStep:
    order = {"docs": 0, "tutorial": 1, "course": 2, "book": 3, "practice": 4}
    resources = tuple(sorted(skill.resources, key=lambda r: order.get(r.kind, 9)))
    return LearningStep(skill, hours, gain, reason, resources, skill.proof)
