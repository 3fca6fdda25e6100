"""Tells a misspelt technology from a person or a place whose name is only spelled like one (`Torino`, Trino; `Gatlin`, Gatling).

In: a candidate that was read as misspelt. Out: whether what is written may be such a name, and whether what stands around it
says that it is the technology all the same. Names that are a technology's to the letter are the matter of `namesakes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from skillgap.extraction.beside import Phrases, by_last, ends_with
from skillgap.extraction.data import names, rules
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.lists import DELIMITERS
from skillgap.extraction.workspace import LIST_SECTIONS, Candidate, Found, Workspace

_ITEM_ENDS = DELIMITERS | {"."}
_SHORT = 7
"""A word of so few letters that is one letter from a name is as often a firm or a word of another language (`Papier`, Zapier)."""


@cache
def _towns() -> Phrases:
    return by_last(next(rule["words"] for rule in rules("namesakes") if rule["part"] == "town before"))


class Strangers:
    """The names of one doc that are spelled like technologies."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._tokens = workspace.tokens.words

    def is_name(self, candidate: Candidate) -> bool:
        """Whether a word that was read as misspelt may be the name of a person or a place: it is known as one, stands behind
        words that lead to a town, or beside another capitalised word that is as strange."""
        if not candidate.corrected and candidate.form.origin != "typo":
            return False
        first = candidate.first
        if candidate.last - first != 1 or not self._workspace.capital(first):
            return False
        if self._tokens[first] in names():
            return True
        if not candidate.corrected:
            return False
        low, _ = self._workspace.stretch(first, candidate.last)
        if ends_with(self._tokens, first, _towns(), low):
            return True
        return (first > low and self._strange(first - 1, first)) or self._strange(first + 1, first + 1)

    def is_short(self, candidate: Candidate) -> bool:
        """Whether so short a word was read as misspelt, with a capital or in a text of another language, that something around it
        has to say that the skill is meant. Two such words in a list are no accident."""
        if not candidate.corrected or candidate.last - candidate.first != 1 or len(self._tokens[candidate.first]) > _SHORT:
            return False
        if any(self._misspelt_item(candidate.first, step) for step in (-1, 1)):
            return False
        return self._workspace.capital(candidate.first) or not self._workspace.english

    def _misspelt_item(self, index: int, step: int) -> bool:
        """Whether the item of a list before or behind the one at `index` was read as misspelt."""
        sign, other = index + step, index + 2 * step
        return sign > 0 and other in self._workspace.corrected and self._tokens[sign] in DELIMITERS

    def _strange(self, index: int, second: int) -> bool:
        """Whether a token is a capitalised word that nobody knows; a blank stands before token `second`, one of the two."""
        tokens, workspace = self._workspace.tokens, self._workspace
        if index >= len(tokens.words) or workspace.text[tokens.ends[second - 1] : tokens.starts[second]] != " ":
            return False
        word = tokens.words[index]
        unknown = word.isalpha() and index not in workspace.corrected and not is_word(word)
        return unknown and workspace.surface(index, index + 1).istitle() and not self._named(index)

    def _named(self, index: int) -> bool:
        """Whether some skill's name stands there."""
        return any(each.first <= index < each.last for each in self._workspace.candidates)

    def listed(self, candidate: Candidate, owner: Mapping[int, Found]) -> bool:
        """Whether it stands between two technologies of a list, or at the end of one in a section of skills."""
        unit = self._workspace.unit_of(candidate.first)
        if unit is None:
            return False
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        sides = self._side(candidate, -1, first, last, owner), self._side(candidate, 1, first, last, owner)
        if sides == ("technology", "technology"):
            return True
        return unit.section in LIST_SECTIONS and "technology" in sides and "end" in sides

    def _side(self, candidate: Candidate, step: int, first: int, last: int, owner: Mapping[int, Found]) -> str:
        """What stands on one side of it: a technology of the list, the end of the list, or something else."""
        index = candidate.first + step
        if first <= index < last and self._tokens[index] not in _ITEM_ENDS:
            return "other"
        while first <= index < last and self._tokens[index] in _ITEM_ENDS:
            if self._tokens[index] == ":":
                return "end"
            index += step
        if not first <= index < last:
            return "end"
        found = owner.get(index)
        return "technology" if found is not None and found.skill.kind == "technology" else "other"
