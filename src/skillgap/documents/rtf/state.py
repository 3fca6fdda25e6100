"""What holds at a place of an RTF file until the brace closes: how letters and paragraphs look, and where words go.

All of it is frozen: a group begins with the state around it and leaves that as it was. In come control words, out go changed
states; what is not about looks is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Shading:
    """How something is filled: two colours by their number, and hundredths of a per cent of the first on the second."""

    fore: int = 0
    back: int = 0
    share: int = 0


PLAIN: Final = Shading()


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; sizes in half points, width in per cent, colours by their number."""

    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    size: int = 24
    width: int = 100
    colour: int = 0
    highlight: int = 0
    ground: int = 0
    shading: Shading = PLAIN


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What holds for a whole paragraph; lengths in twentieths of a point, those that a file does not say are 0."""

    style: int = 0
    based_on: int | None = None
    outline: int | None = None
    list: int = 0
    list_level: int = 0
    in_table: bool = False
    itap: int = 1
    line: int = 0
    left: int = 0
    top: int = 0
    shading: Shading = PLAIN

    @property
    def table_depth(self) -> int:
        """In how many tables it stands."""
        return max(self.itap, 1) if self.in_table or self.itap > 1 else 0


LETTERS: Final = Look()
PARAGRAPH: Final = ParagraphLook()
"""How letters and a paragraph look of which nothing is said."""

_SWITCHES: Final = {"v": "hidden", "deleted": "deleted", "b": "bold"}
_LETTERS: Final = {
    "fs": ("size", 24),
    "charscalex": ("width", 100),
    "cf": ("colour", 0),
    "highlight": ("highlight", 0),
    "cb": ("ground", 0),
}
_PARAGRAPHS: Final = {
    "s": ("style", 0),
    "sbasedon": ("based_on", 0),
    "outlinelevel": ("outline", 0),
    "ls": ("list", 0),
    "ilvl": ("list_level", 0),
    "itap": ("itap", 1),
    "sl": ("line", 0),
    "posx": ("left", 0),
    "posy": ("top", 0),
}
_NEGATIVE: Final = {"posnegx": "left", "posnegy": "top"}
_LETTER_SHADING: Final = {"chcfpat": "fore", "chcbpat": "back", "chshdng": "share"}
_PARAGRAPH_SHADING: Final = {"cfpat": "fore", "cbpat": "back", "shading": "share"}
CELL_SHADING: Final = {"clcfpat": "fore", "clcbpat": "back", "clshdng": "share"}
ROW_SHADING: Final = {"trcfpat": "fore", "trcbpat": "back", "trshdng": "share"}
"""Control words, the field that they set, and its value where they have no number."""


def shaded(shading: Shading, field: str, number: int | None) -> Shading:
    """The shading with one field set."""
    return replace(shading, **_one(field, number or 0))


def changed_letters(look: Look, word: str, number: int | None) -> Look | None:
    """How letters look behind a control word, None where it does not say how they look."""
    if word == "plain":
        return LETTERS
    if field := _SWITCHES.get(word):
        return replace(look, **_one(field, number != 0))
    if word in _LETTERS:
        return replace(look, **_value(_LETTERS, word, number))
    if field := _LETTER_SHADING.get(word):
        return replace(look, shading=shaded(look.shading, field, number))
    return None


def changed_paragraph(look: ParagraphLook, word: str, number: int | None) -> ParagraphLook | None:
    """How a paragraph looks behind a control word, None where it does not say how one looks."""
    if word == "pard":
        return PARAGRAPH
    if word == "intbl":
        return replace(look, in_table=number != 0)
    if field := _NEGATIVE.get(word):
        return replace(look, **_one(field, number or 0))
    if word in _PARAGRAPHS:
        return replace(look, **_value(_PARAGRAPHS, word, number))
    if field := _PARAGRAPH_SHADING.get(word):
        return replace(look, shading=shaded(look.shading, field, number))
    return None


def _one(field: str, value: object) -> dict[str, Any]:
    return {field: value}


def _value(fields: Mapping[str, tuple[str, int]], word: str, number: int | None) -> dict[str, Any]:
    field, usual = fields[word]
    return _one(field, usual if number is None else number)
