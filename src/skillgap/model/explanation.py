"""Why a skill was found or not, met or not: the answer to one question about one skill."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.model.document import Document
from skillgap.model.mention import Kind, Mention
from skillgap.model.report import Verdict
from skillgap.model.requirement import Requirement
from skillgap.model.resume import Evidence
from skillgap.model.skill import Skill


@dataclass(frozen=True, slots=True)
class Rejection:
    """Words that match a form of the skill and were not taken, `[start, end)`, and the rule that rejected them."""

    start: int
    end: int
    text: str
    form: str
    why: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The words of a text that come nearest to a form of a skill which it does not name.

    `distance` counts the letters that differ (added, left out, replaced or swapped with the next); `why`: why that is too far.
    """

    start: int
    end: int
    text: str
    form: str
    distance: int
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one document says of one skill.

    `rejected` are words that could have been the skill; `nearest` is looked for only where there are neither mentions nor these,
    and None where nothing comes near.
    """

    skill: Skill
    document: Document
    kind: Kind
    mentions: tuple[Mention, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One skill in a comparison: both documents, and the verdicts on every requirement that names it.

    `verdicts` include those of the stack and the duties, which are not scored; `not_needed`: what the posting does not want;
    `shown`: what the résumé shows where it names the skill, None where it does not.
    """

    skill: Skill
    resume: Explanation
    posting: Explanation
    verdicts: tuple[Verdict, ...]
    not_needed: tuple[Requirement, ...]
    shown: Evidence | None = None
