"""What extraction finds in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skillgap.model.skill import Skill

Kind = Literal["posting", "resume"]
Method = Literal["exact", "typo", "variant", "fuzzy"]
Status = Literal["asserted", "negated", "wanted", "other"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under one heading. `kind` is a word of the section data, or `other`.

    `[start, end)` begins at the heading; `heading` is its text, empty where the text begins without one.
    """

    kind: str
    start: int
    end: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or heading: `[start, end)` in characters, inside one section. `kind`: `heading`, `item` or `text`.

    `years`: those that stand beside it in a table or at the head of its list, 0 without.
    """

    start: int
    end: int
    kind: str
    section: str
    years: float = 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a known skill: `text[start:end] == mention.text`.

    Attributes:
        method: how the form was recognised; `typo` is a listed misspelling, `fuzzy` one never seen before.
        confidence: 0-1; 1 for a clear name, less for context, variants and misspellings.
        status: `asserted`; `negated` ("no Java needed"); `wanted` ("eager to learn Go", "we teach you Go"); `other` ("our data
            team uses Spark").
        section: the kind of section it stands in.
        form: the form of the taxonomy that matched.
        why: the rule or cue that decided, in words.
    """

    start: int
    end: int
    text: str
    skill: Skill
    method: Method
    confidence: float
    status: Status
    section: str
    form: str
    why: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """An ambiguous word that nothing around it decides. It counts nowhere."""

    start: int
    end: int
    text: str
    skill: Skill
    section: str
    why: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A term that looks like a technology and is not in the taxonomy."""

    start: int
    end: int
    text: str
    section: str
