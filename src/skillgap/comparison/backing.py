"""What saying where one used a skill would be worth: the cheapest step there is, since it takes no learning.

In: the verdicts with the ways they were judged by. Out: the skills that count but are only listed or claimed, most points first.
The gain is found by judging again as if a recent job showed the skill, so it is what `compare` would really add. Substitutes are
left out: what is asked is another skill.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from skillgap.comparison.judge import UNBACKED, Judge, Way, combine
from skillgap.model import Evidence, Skill, Unbacked, Verdict


def find_unbacked(judged: Iterable[tuple[Verdict, Sequence[Way]]], judge: Judge) -> tuple[Unbacked, ...]:
    """The skills of these verdicts that would count for more if a recent job showed them."""
    gains: dict[Skill, tuple[Evidence, float]] = {}
    for verdict, ways in judged:
        for evidence in _said_only(verdict, ways):
            gain = _points(verdict, evidence, judge) - verdict.points
            earlier = gains[evidence.skill][1] if evidence.skill in gains else 0.0
            gains[evidence.skill] = evidence, earlier + gain
    found = [Unbacked(skill, evidence.strength, round(gain, 1)) for skill, (evidence, gain) in gains.items()]
    return tuple(sorted((item for item in found if item.gain > 0), key=lambda item: -item.gain))


def _said_only(verdict: Verdict, ways: Sequence[Way]) -> list[Evidence]:
    """The evidence of the ways that count for a verdict, as far as it is only said; each skill once."""
    if verdict.verdict not in {"met", "partly"}:
        return []
    counted = [way for way in ways[: verdict.requirement.at_least] if way.verdict == "met" or way.untold]
    said = [way.evidence for way in counted if way.evidence and way.strength in UNBACKED and way.share is None]
    return list({evidence.skill: evidence for evidence in said}.values())


def _points(verdict: Verdict, evidence: Evidence, judge: Judge) -> float:
    """The points of a verdict if a recent job showed that skill."""
    known = judge.resume
    better: Evidence = replace(evidence, strength="recent_job")
    shown = replace(known, evidence={**known.evidence, evidence.skill.id: better})
    _, credit = combine(replace(judge, resume=shown).judge(verdict.requirement), verdict.requirement.at_least)
    return round(verdict.of_points * credit, 1)
