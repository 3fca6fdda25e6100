"""Tells a technology from the person, firm, place or thing that bears its name, by the words around it.

The words are data, made ready by `bearers`. In: a stretch of tokens with a capital. Out: who or what else it is, or None. A name
in doubt is a technology: only clear signs count here, and only in the stretch around it that no line end, heading or sentence end
cuts (`breaks`). People are told in `persons`, firms in `firms`, employers in the lines of a résumé in `employers`.
"""

from __future__ import annotations

from skillgap.extraction.around import Around
from skillgap.extraction.employers import Employers
from skillgap.extraction.firms import Firms
from skillgap.extraction.persons import Persons
from skillgap.extraction.workspace import Workspace

PERSON, FIRM, PLACE, THING = "a person", "a firm", "a place", "a thing"
MAYBE_FIRM = "a firm, perhaps"


class Namesakes:
    """The words around the names of one doc."""

    def __init__(self, workspace: Workspace) -> None:
        self._around = Around(workspace)
        self._persons, self._firms, self._employers = Persons(self._around), Firms(self._around), Employers(self._around)

    def bearer(self, first: int, last: int) -> str | None:
        """Who or what else tokens `[first, last)` name, or None."""
        around = self._around
        words, tokens = around.words, around.tokens
        name = tokens[first] if last - first == 1 else ""
        low, high = around.workspace.stretch(first, last)
        if around.follows(last, words.thing_after, high):
            return THING
        if not around.text[around.starts[first]].isupper():
            return None
        if around.preceded(first, words.thing_before, low):
            return THING
        partners = last + 1 if last < high and tokens[last] == "&" else last  # "Flask & Barrel BV", "Jenkins & Sons"
        if self._firms.has_legal_form(partners, high) or self._firms.has_trade(partners, high):
            return FIRM
        if self._employers.goes_on(first, last, low, high):
            return FIRM
        if self._employers.may_be_one(first, last, high):
            return MAYBE_FIRM
        if around.joined(last) and (around.surface(last) in words.place_after or self._is_house(last, high)):
            return PLACE
        if name and around.surface(first - 1) in words.place_before and around.joined(first):
            return PLACE
        if name and self._persons.name(first, last, name, low, high):
            return PERSON
        known = self._firms.is_known(first, last)
        if known and (self._employers.name(first, last, low, high) or around.follows(last, words.firm_after, high)):
            return FIRM
        return MAYBE_FIRM if self._employers.may_head(first, last) else None

    def trades(self, first: int, last: int) -> bool:
        """Whether tokens that name an idea are the name of a firm: `Automation Inc.`"""
        if not self._around.text[self._around.starts[first]].isupper():
            return False
        return self._firms.has_legal_form(last, self._around.workspace.stretch(first, last)[1])

    def is_of_people(self, first: int) -> bool:
        """Whether a token is a name that people bear too."""
        return self._persons.may_be(first)

    def may_act(self, first: int) -> bool:
        """Whether a token is a name of people or firms too."""
        token = self._around.tokens[first]
        return token in self._around.words.people or token in self._around.words.firm

    def _is_house(self, index: int, high: int) -> bool:
        """Whether a token is the word for a house where people meet: "the Docker pub afterwards", no "Django cinema site"."""
        words, tokens = self._around.words, self._around.tokens
        if self._around.surface(index) not in words.place_noun:
            return False
        return index + 1 >= min(high, len(tokens)) or tokens[index + 1] in words.behind_place
