"""What the components of the pipeline know of one text while they work on it: the bench that they share.

It rides on `Doc.user_data`. Each component reads what those before it have laid there and adds its own part; nobody changes
another's. `Extraction`, the frozen result, is made from it at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from skillgap.extraction.breaks import Breaks
from skillgap.extraction.data import words
from skillgap.model import Block, Kind, Method, Section, Skill, Status, Tokens, Unit, Unknown
from skillgap.taxonomy.forms import Form

LIST_SECTIONS = frozenset({"skills", "stack", "required", "preferred", "dealbreakers", "negated", "certifications"})
"""The sections in which skills are listed."""
_KEY = "skillgap"


class Candidate(NamedTuple):
    """Tokens `[first, last)` that match a form; `corrected` where a misspelt token was read as another."""

    first: int
    last: int
    form: Form
    corrected: bool = False

    @property
    def weak(self) -> bool:
        """Whether the context has to support it."""
        return self.form.origin in {"weak", "saying"}


class Found(NamedTuple):
    """A candidate that was taken, and why."""

    first: int
    last: int
    form: Form
    method: Method
    confidence: float
    why: str
    status: Status = "asserted"

    @property
    def skill(self) -> Skill:
        """The skill found."""
        return self.form.skill


class Rejected(NamedTuple):
    """Tokens `[first, last)` that match a form and are not taken, and why; `unsure` where nothing speaks against it either."""

    first: int
    last: int
    form: Form
    why: str
    unsure: bool = False


@dataclass(slots=True)
class Workspace:
    """See the module."""

    text: str
    tokens: Tokens
    distinct: frozenset[str]
    """The different words of the text."""
    lost: tuple[int, ...] = ()
    """Where lines begin before which the line's end was lost (characters)."""
    kind: Kind = "posting"
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    units: tuple[Unit, ...] = ()
    breaks: Breaks = field(default_factory=Breaks)
    candidates: tuple[Candidate, ...] = ()
    corrected: dict[int, str] = field(default_factory=dict)
    found: tuple[Found, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    _unit_starts: list[int] = field(default_factory=list)
    _technologies: frozenset[int] | None = None
    """The tokens of candidates that are technologies, once somebody has asked."""

    @staticmethod
    def open(doc: Doc, text: str, tokens: Tokens, lost: tuple[int, ...] = ()) -> None:
        """Lay a new bench on a doc."""
        doc.user_data[_KEY] = Workspace(text, tokens, frozenset(tokens.words), lost)

    @staticmethod
    def of(doc: Doc) -> Workspace:
        """The bench of a doc that the pipeline's own tokenizer has made."""
        workspace: Workspace = doc.user_data[_KEY]
        return workspace

    @property
    def english(self) -> bool:
        """Whether the wording rules may be trusted."""
        return self.language == "en"

    @property
    def unsure(self) -> list[Rejected]:
        """The ambiguous words that nothing around them decides, in order."""
        return [rejected for rejected in self.rejected if rejected.unsure]

    def may_be_technology(self, token: int) -> bool:
        """Whether the name of a technology may stand at a token; asked only once all candidates are laid down."""
        if self._technologies is None:
            candidates = (each for each in self.candidates if each.form.skill.kind == "technology")
            self._technologies = frozenset(at for each in candidates for at in range(each.first, each.last))
        return token in self._technologies

    def set_units(self, units: tuple[Unit, ...]) -> None:
        """Lay down the units, in order, not overlapping."""
        self.units = units
        self._unit_starts = [unit.start for unit in units]

    def unit_at(self, offset: int) -> Unit | None:
        """The unit that holds the character at `offset`."""
        index = bisect_right(self._unit_starts, offset) - 1
        return self.units[index] if index >= 0 and offset < self.units[index].end else None

    def unit_of(self, token: int) -> Unit | None:
        """The unit that holds a token's first character."""
        return self.unit_at(self.tokens.starts[token])

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """The tokens `[low, high)` around tokens `[first, last)` in which phrases may speak of them (`breaks`)."""
        return self.tokens.within(*self.breaks.stretch(*self.span(first, last)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of tokens `[first, last)`."""
        return self.tokens.starts[first], self.tokens.ends[last - 1]

    def surface(self, first: int, last: int) -> str:
        """The text of tokens `[first, last)` as it stands."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    def capital(self, token: int) -> bool:
        """Whether a token is written with a capital."""
        return self.text[self.tokens.starts[token]].isupper()

    def lowered(self, candidate: Candidate) -> bool:
        """Whether a technology with a capital in its name is written without."""
        form = candidate.form
        return form.skill.kind == "technology" and form.text[0].isupper() and not self.capital(candidate.first)

    def named(self, candidate: Candidate) -> bool:
        """Whether it is written as a name: with a capital, or as one that has none and is no ordinary word (`dbt`)."""
        if self.capital(candidate.first):
            return True
        text = candidate.form.text
        return text.islower() and text not in words() and self.surface(candidate.first, candidate.last) == text
