"""What speaks against an ambiguous name: how it is written, the words beside it, another sense in its sentence, hobbies.

In: a candidate of a `scene`. Out: why it cannot be the skill, or whether something casts doubt on it. Namesakes (people, firms,
places, things that bear a name) are the matter of `namesakes`, what speaks for a name that of `support`.
"""

from __future__ import annotations

import re

from skillgap.extraction import phrases
from skillgap.extraction.bearers import bearer_words
from skillgap.extraction.beside import begins_with
from skillgap.extraction.sayings import followed, led
from skillgap.extraction.scene import Scene
from skillgap.extraction.spelt import single
from skillgap.extraction.workspace import Candidate
from skillgap.model.skill import Case

_CASES: dict[Case, str] = {
    "capital": "an ambiguous word, and the name has a capital",
    "upper": "an ambiguous word, and the name is written in capitals",
    "exact": "an ambiguous word, and the name is written otherwise",
    "own": "an ambiguous word, and the name is written otherwise",
}
_ARTICLES = frozenset({"a", "an", "the", "our", "its", "and"})
_KNOWN = frozenset({"with", "of"})
"""What words of knowing end with, too."""
_NOUN_BEFORE = frozenset({"a", "an", "one", "every", "each", "his", "her", "my"})
_SAYS_WHAT = frozenset("-–—:")
"""Between the name of a project and what it is."""
_NOUN_BEHIND = frozenset({"called", "named", "in", "on", "of", "at", "that", "which", "who", "from", "is", "was", "has", "had"})
_HOBBIES = re.compile(
    r"\W*(?:personal |other |my )?(?:interests?|hobb(?:y|ies)|leisure|sports?|free time|spare time|outside work)\b"
    r"[^:.]{0,30}(?:[:\-–—]|[ ]{3}|\t)",
    re.I,
)
_HYPHENATED = re.compile(r"-\s*\n\s*")
"""Inside a name, where a line end parts it."""


class Objections:
    """What speaks against the names of one doc."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._workspace = scene.workspace
        self._tokens = scene.workspace.tokens.words

    def final(self, candidate: Candidate) -> str | None:
        """Why a weak form cannot be the skill here, or None."""
        if self._scene.lists.tagged(candidate):
            return None
        if candidate.form.origin == "weak" and not self.case_fits(candidate) and not self.used(candidate):
            return _CASES[self._scene.rule(candidate).case]
        return self.beside(candidate)

    def used(self, candidate: Candidate) -> str | None:
        """The words with which somebody knows or makes something in a technology whose name has lost its capital, if the clause
        ends behind it: "experience with go"."""
        if not (self._workspace.english and self._workspace.lowered(candidate)):
            return None
        return self._scene.surroundings.known(candidate, *self._workspace.stretch(candidate.first, candidate.last), lowered=True)

    def of_a_project(self, candidate: Candidate) -> bool:
        """Whether it is the name of a project, which begins a line of them and is told what it is: "Queue - a to-do list"."""
        unit = self._workspace.unit_of(candidate.first) if self._workspace.kind == "resume" else None
        if unit is None or unit.section != "projects" or candidate.last - candidate.first > 1:
            return False
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        stop = candidate.last
        while stop < last and self._tokens[stop] in _SAYS_WHAT:
            stop += 1
        if stop in (candidate.last, last) or self._tokens[stop] not in _NOUN_BEFORE:
            return False
        return not any(word[0].isalnum() for word in self._tokens[first : candidate.first])

    def case_fits(self, candidate: Candidate) -> bool:
        """Whether it is written as the rule of its skill wants it."""
        case = candidate.form.skill.match.case
        if case == "any":
            return True
        surface = self._workspace.surface(candidate.first, candidate.last)
        if case in {"exact", "own"}:
            whole = _HYPHENATED.sub("", surface) if "\n" in surface else surface
            return whole == candidate.form.text or (surface.isupper() and self._scene.shouting(candidate))
        letters = [char for char in surface if char.isalpha()]
        if case == "upper":
            return all(char.isupper() for char in letters)
        return bool(letters) and letters[0].isupper()

    def unmistakable(self, candidate: Candidate) -> bool:
        """Whether it is written as nothing but its skill is (`SAFe`, no "safe")."""
        if candidate.form.skill.match.case != "own":
            return False
        return self._workspace.surface(candidate.first, candidate.last) == candidate.form.text

    def beside(self, candidate: Candidate) -> str | None:
        """The phrase directly beside a form because of which it cannot be the skill, or None."""
        rule = self._scene.rule(candidate)
        tokens, first, last = self._tokens, candidate.first, candidate.last
        if self.unmistakable(candidate):
            return None
        before = rule.before.get(tokens[last], ()) if last < len(tokens) else ()
        after = rule.after.get(tokens[first - 1], ()) if first else ()
        if followed(candidate.form):
            before = ()
        if led(candidate.form):
            after = ()
        if not before and not after:
            return None
        low, high = self._workspace.stretch(first, last)
        capital = self._scene.capital(candidate)
        for following, phrase in before:
            stop = last + len(following)
            stands = stop <= high and tuple(tokens[last:stop]) == following
            if stands and not (capital and self._leads(candidate, phrase, low, high)):
                return f"it stands before {phrase!r}"
        for leading, phrase in after:
            start = first - len(leading)
            stands = start >= low and tuple(tokens[start:first]) == leading
            if stands and not (capital and self._led(candidate, phrase, low, high)):
                return f"it stands after {phrase!r}"
        return None

    def _leads(self, candidate: Candidate, phrase: str, low: int, high: int) -> bool:
        """Whether a phrase behind a name with a capital is one that technologies have behind them too."""
        surroundings = self._scene.surroundings
        if phrase in _ARTICLES or phrase == "is":
            return surroundings.welcome(candidate, high) is not None  # "Express an advantage", "Oracle is a plus"
        return phrase == "to" and surroundings.leads_here(candidate, low, self._scene.owner)  # "Use Go to write services"

    def _led(self, candidate: Candidate, phrase: str, low: int, high: int) -> bool:
        """Whether a phrase before a name with a capital is one that technologies have before them too."""
        surroundings, first = self._scene.surroundings, candidate.first
        if phrase == "to":  # "from Perl to Go", "exposure to Go"
            return surroundings.moved(first - 1, low, self._scene.owner) or surroundings.led(candidate, low)
        if phrase == "in":
            return surroundings.made_of(first - 2, low)  # "a backend in Phoenix"
        if phrase in _KNOWN and surroundings.known(candidate, low, high):
            return True  # "experience with Julia"
        return phrase in _ARTICLES and bool(surroundings.noun_behind(candidate, high))  # "the Spark cluster"

    def in_season(self, candidate: Candidate) -> bool:
        """Whether it is the season that it also is: "we moved in spring"."""
        first = candidate.first
        if self._tokens[first] not in bearer_words().season or self._scene.capital(candidate):
            return False
        return candidate.last == first + 1 and first > 0 and self._tokens[first - 1] == "in"

    def other_sense(self, candidate: Candidate) -> str | None:
        """The words in the sentence that speak for another sense, or None."""
        not_with = self._scene.rule(candidate).not_with
        unit = self._workspace.unit_of(candidate.first) if not_with else None
        if unit is None:
            return None
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        if not_with.keys().isdisjoint(self._tokens[first:last]):
            return None
        found = (begins_with(self._tokens, index, not_with, last) for index in range(first, last))
        other = next(filter(None, found), None)
        return f"{' '.join(other)!r} stands in the same sentence" if other else None

    def private(self, candidate: Candidate) -> bool:
        """Whether it stands where a résumé tells of hobbies."""
        unit = self._workspace.unit_of(candidate.first)
        if unit is None:
            return False
        return unit.section == "private" or _HOBBIES.match(self._workspace.text, unit.start, unit.end) is not None

    def praise(self, candidate: Candidate) -> bool:
        """Whether a posting says a soft skill of the firm, or among its benefits, and not of whom it looks for."""
        if candidate.form.skill.kind != "soft" or self._workspace.kind != "posting":
            return False
        unit = self._workspace.unit_of(candidate.first)
        if unit is None:
            return False
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        if unit.section in {"about", "benefits"}:
            return unit.section == "benefits" or single("wanted").isdisjoint(self._tokens[first:last])
        return self._told(candidate, first, last, asks=unit.section in {"required", "preferred"})

    def _told(self, candidate: Candidate, first: int, last: int, *, asks: bool) -> bool:
        """Whether a sentence outside such sections tells of the firm, or of what it gives ("teamwork makes us strong")."""
        tokens = self._tokens
        if any(phrases.phrase("boasts").stops(tokens, candidate.last, first, last)):
            return True
        while first < candidate.first and not tokens[first][0].isalnum():
            first += 1
        if any(phrases.phrase("given").stops(tokens, first, first, last)):
            return True
        return not asks and tokens[first] in single("speaker") and single("wanted", "looking").isdisjoint(tokens[first:last])

    def common_noun(self, candidate: Candidate) -> bool:
        """Whether it is in lower case behind an article, and nothing that it could qualify follows ("a python called Monty")."""
        tokens, last = self._tokens, candidate.last
        before = tokens[candidate.first - 1] if candidate.first else ""
        if before not in _NOUN_BEFORE or self._scene.capital(candidate):
            return False
        if self._workspace.tokens.hyphened(last):
            return False  # "a java-based platform"
        return last >= len(tokens) or not tokens[last].isalpha() or tokens[last] in _NOUN_BEHIND
