"""What does not stand in for what is asked: "AWS; Azure doesn't count", "MySQL alone is not enough", "Angular (not AngularJS)".

In: a sentence with the cues in it, what it asks, and the sentence before. Out: refusals, and the requirements that know of them.
That a thing is not needed refuses nothing: who knows it may well learn the other from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from skillgap.extraction.reach import Cue
from skillgap.model import Requirement, Skill
from skillgap.posting.sentences import ASKED, Sentence


class Refusal(NamedTuple):
    """A skill, and the skills in place of which it is not taken."""

    skill: Skill
    of: frozenset[Skill]


def refusals(
    sentence: Sentence, cues: Mapping[int, Sequence[Cue]], asked: Sequence[Requirement], before: Sentence | None
) -> Iterator[Refusal]:
    """What a sentence refuses. Words that say so hold for what else it names, or what the sentence right `before` does; a bare
    "not" only for what the sentence asks."""
    refused, contrasted = (_reached(sentence, cues, means) for means in ("refused", "contrast"))
    required = {skill for each in asked if each.level == "required" for skill in each.any_of}
    if refused:
        named = _skills(sentence) - refused.keys()
        if not named and before is not None and _adjoins(before, sentence):
            named = _skills(before) - refused.keys()
        yield from (Refusal(skill, named) for skill in refused)
    if contrasted:
        wanted = frozenset(skill for each in asked if each.level in ASKED for skill in each.any_of)
        # "Linux, not Windows, and PowerShell" asks for PowerShell
        yield from (Refusal(skill, wanted - contrasted.keys()) for skill in contrasted if skill not in required)


def with_refused(requirements: Sequence[Requirement], found: Sequence[Refusal]) -> tuple[Requirement, ...]:
    """The requirements with what does not stand in for them; what is offered itself, or as an example, is never refused."""
    return tuple(_with(requirement, found) for requirement in requirements) if found else tuple(requirements)


def _with(requirement: Requirement, found: Sequence[Refusal]) -> Requirement:
    own = {*requirement.any_of, *requirement.examples}
    refused = dict.fromkeys(each.skill for each in found if not each.of.isdisjoint(requirement.any_of) and each.skill not in own)
    return replace(requirement, refused=tuple(refused)) if refused and requirement.level != "negated" else requirement


def _reached(sentence: Sentence, cues: Mapping[int, Sequence[Cue]], means: str) -> dict[Skill, None]:
    """The skills that such a cue reaches, in order."""
    return {sentence.mentions[index].skill: None for index in sorted(cues) if any(cue.means == means for cue in cues[index])}


def _skills(sentence: Sentence) -> frozenset[Skill]:
    return frozenset(mention.skill for mention in sentence.mentions)


def _adjoins(before: Sentence, sentence: Sentence) -> bool:
    """Whether one sentence stands right behind another: in its paragraph, or as the next item of its list."""
    first, last = before.unit, sentence.unit
    between = sentence.tokens.plain[first.end : last.start]
    return (
        first.section == last.section and first.kind != "heading" and not between.strip("-*•· \t\r\n") and "\n\n" not in between
    )
