"""One thing that a posting asks: a requirement, which is skills, or a condition, which is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skillgap.model.skill import Skill

Level = Literal["required", "preferred", "context", "negated"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a posting asks: `at_least` of the skills in `any_of`.

    Attributes:
        level: `required`; `preferred` (nice to have); `context` (only stack or duties); `negated` (said not to be needed).
        min_years: years of experience asked for, or None.
        or_similar: the posting admits something equivalent.
        examples: what the posting itself names as examples of its one skill ("a broker such as NATS"): who shows one shows this.
            Empty where there are alternatives, since an example of one of them shows nothing of another.
        refused: what the posting says does not stand in for it ("AWS; Azure doesn't count"), however near it is.
        quote: the sentence or list item, `text[start:end]`.
    """

    any_of: tuple[Skill, ...]
    level: Level
    quote: str
    start: int
    end: int
    at_least: int = 1
    min_years: float | None = None
    or_similar: bool = False
    examples: tuple[Skill, ...] = ()
    refused: tuple[Skill, ...] = ()

    @property
    def label(self) -> str:
        """The requirement in words: `PostgreSQL or MySQL, 3+ years`."""
        names = [skill.name for skill in self.any_of]
        text = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
        if self.at_least > 1:
            text = f"{self.at_least} of {', '.join(names)}"
        if self.min_years is not None:
            text = f"{text}, {self.min_years:g}+ years"
        return text


@dataclass(frozen=True, slots=True)
class Condition:
    """Something asked that is not a skill (degree, language, work permit ...). Shown, never scored."""

    kind: str
    quote: str
    start: int
    end: int
