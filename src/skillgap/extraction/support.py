"""What speaks for an ambiguous name, in the order of docs/taxonomy.md: a line of tags, a cue, a wording, a technology near it, a
clear name elsewhere, a version, a question, a list of skills.

In: a candidate of a `scene`, which holds what was taken so far. Out: the reason for which it is taken, or None. What speaks
against it is the matter of `objections`.
"""

from __future__ import annotations

from typing import NamedTuple

from skillgap.extraction.data import words
from skillgap.extraction.objections import Objections
from skillgap.extraction.scene import Scene
from skillgap.extraction.workspace import LIST_SECTIONS, Candidate
from skillgap.model import Unit

NEAR = 6
"""How near (tokens) a technology supports a capitalised weak form."""
_LOWER_REACH = 5
"""How near (tokens) a cue supports a name that is written in lower case though its own spelling has a capital."""
_SHORT_WORD = 4
"""A word of so few letters ("With", "Into") is no part of a name even with a capital."""
_TINY = 2
"""Words of so few letters are not in the list of English words ("Go")."""
_PLACED = frozenset({"in", "at", "from", "to", "of", "by", "for"})
"""Behind one of these a name may be that of a town or a firm, whatever leads to it ("three years of experience in Torino")."""


class _Sentence(NamedTuple):
    """The tokens `[first, last)` of a candidate's sentence, and its unit; without one, the candidate's own tokens."""

    unit: Unit | None
    first: int
    last: int


class Support:
    """What speaks for the names of one doc."""

    def __init__(self, scene: Scene, objections: Objections) -> None:
        self._scene = scene
        self._objections = objections
        self._workspace = scene.workspace
        self._tokens = scene.workspace.tokens.words

    def of(self, candidate: Candidate) -> str | None:
        """Why a weak form is taken, or None."""
        if self._scene.lists.tagged(candidate):
            return "one of a line of tags"
        if self._objections.other_sense(candidate):
            return None
        if candidate.form.origin == "saying":
            return f"the wording {candidate.form.text!r}"
        if self._objections.unmistakable(candidate):
            return "written as no ordinary word is"
        sentence = self._sentence(candidate)
        if self._scene.strangers.is_name(candidate):
            return self._misspelt(candidate, sentence)
        if candidate.form.skill.kind == "technology" and self._objections.private(candidate):
            return self._neighbour(candidate, sentence)
        return (
            self._cue(candidate, sentence)
            or self._wording(candidate, sentence)
            or self._neighbour(candidate, sentence)
            or (self._capitalised(candidate, sentence) if candidate.corrected or self._scene.capital(candidate) else None)
            or self._item(candidate, sentence)
        )

    def _sentence(self, candidate: Candidate) -> _Sentence:
        unit = self._workspace.unit_of(candidate.first)
        span = self._workspace.tokens.within(unit.start, unit.end) if unit else (candidate.first, candidate.last)
        return _Sentence(unit, *span)

    def _misspelt(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        """Why what may be the name of a person or a place is a misspelt technology, or None."""
        beside = None if self._placed(candidate, sentence) else self._scene.surroundings.wording(candidate, *sentence[1:])
        if beside and self._workspace.english:
            return _worded(beside)
        return "an item of a list of skills" if self._scene.strangers.listed(candidate, self._scene.owner) else None

    def _placed(self, candidate: Candidate, sentence: _Sentence) -> bool:
        """Whether it stands behind a word behind which towns and firms do."""
        return sentence.first < candidate.first and self._tokens[candidate.first - 1] in _PLACED

    def _cue(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        rule = self._scene.rule(candidate)
        first, last = sentence.first, sentence.last
        if rule.cue_words.isdisjoint(self._tokens[first:last]):
            return None
        if self._workspace.lowered(candidate) or self._opens(candidate, first):
            first, last = max(first, candidate.first - _LOWER_REACH), min(last, candidate.last + _LOWER_REACH)
        around = f" {' '.join([*self._tokens[first : candidate.first], '|', *self._tokens[candidate.last : last]])} "
        return next((f"the cue {cue!r} in the same sentence" for words, cue in rule.cues if words in around), None)

    def _wording(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        skill, (unit, first, last) = candidate.form.skill, sentence
        if skill.kind == "soft" or not self._workspace.english:
            return None
        if skill.kind != "technology":
            return self._known(candidate, sentence)
        named = self._workspace.named(candidate)
        if not (named or candidate.form.origin != "weak"):
            used = self._objections.used(candidate)
            return _worded(used) if used else None
        wording = self._scene.surroundings.wording(candidate, first, last)
        if not wording and unit is not None and named:
            begins = self._scene.lists.begins(unit.start, first)
            asked = skill.match.in_list and unit.section in LIST_SECTIONS
            wording = self._scene.surroundings.judged(candidate, begins, first, last, asked)
            wording = wording or self._scene.parallels.wording(candidate, first, last)
        return _worded(wording) if wording else None

    def _known(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        """What says that a concept is known or asked for in its own right."""
        unit, first, last = sentence
        asked = unit is not None and unit.section in LIST_SECTIONS
        wording = self._scene.surroundings.known(candidate, first, last) if asked or self._scene.capital(candidate) else None
        if not wording and unit is not None and asked:
            wording = self._scene.surroundings.asked_alone(candidate, self._scene.lists.begins(unit.start, first), last)
        return _worded(wording) if wording else None

    def _neighbour(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        """The name of a technology near enough."""
        skill, first = candidate.form.skill, sentence.first
        if skill.kind == "soft" or not skill.match.near:
            return None
        owner, capital = self._scene.owner, self._scene.capital(candidate)
        if self._tokens[candidate.first] in words():
            if self._ends_a_name(candidate, first):
                return None
            capital = capital and not self._opens(candidate, first)
        if self._scene.strangers.is_short(candidate) and self._placed(candidate, sentence):
            capital = False
        for distance in range(1, (NEAR if capital else 2) + 1):
            for index in (candidate.first - distance, candidate.last - 1 + distance):
                found = owner.get(index)
                if found is None or not first <= index < sentence.last:
                    continue
                named = found.form.skill
                if named.kind != "technology" or named.id == skill.id:
                    continue
                if distance == 1 or capital or self._scene.lists.joined(candidate, index):
                    return f"{named.name} beside it"
        return None

    def _capitalised(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        """What is enough for a name with a capital."""
        if candidate.form.skill.id in self._scene.named:
            return "named clearly elsewhere in the document"
        if candidate.form.skill.kind != "technology":
            return None
        shared = candidate.form.letters > 1 and candidate.form.skill.id in self._scene.supported
        if shared and self._stands_out(candidate, sentence):
            return "meant so elsewhere in the document"
        release = self._scene.surroundings.release(candidate, sentence.first, sentence.last, self._scene.owner)
        if release:
            return f"the version {release!r} behind it"
        if self._workspace.english and self._scene.surroundings.answers(candidate, sentence.first, sentence.last):
            return "the answer to a question about software"
        return None

    def _item(self, candidate: Candidate, sentence: _Sentence) -> str | None:
        unit, first, last = sentence
        if unit is None or not candidate.form.skill.match.in_list:
            return None
        return "an item of a list of skills" if self._scene.lists.whole_item(candidate, unit, first, last) else None

    def _stands_out(self, candidate: Candidate, sentence: _Sentence) -> bool:
        """Whether only the word has a capital, not what is beside it, nor the beginning of the sentence."""
        first, last = sentence.first, candidate.last
        if sentence.unit is not None:
            first = self._scene.lists.begins(sentence.unit.start, first)
        titled = last < sentence.last and self._tokens[last] in words() and self._workspace.capital(last)
        word, listed = self._tokens[first], last < sentence.last and self._tokens[last] == ","
        opens = candidate.first == first and not listed and (word in words() or len(word) <= _TINY)
        return not titled and not opens and not self._ends_a_name(candidate, first)

    def _opens(self, candidate: Candidate, first: int) -> bool:
        """Whether an ordinary word has its capital only because it opens the sentence."""
        if candidate.first != first or self._tokens[first] not in words():
            return False
        loud = candidate.form.letters > 1 and self._workspace.surface(first, candidate.last).isupper()
        return not (loud or self._scene.shouting(candidate))

    def _ends_a_name(self, candidate: Candidate, first: int) -> bool:
        """Whether a capitalised word directly before it makes a longer name of it ("Glacier Express")."""
        before = candidate.first - 1
        if before <= first or before in self._scene.owner:
            return False
        word = self._workspace.surface(before, candidate.first)
        if len(word) <= _SHORT_WORD or not word.istitle():
            return False
        tokens = self._workspace.tokens
        return self._workspace.text[tokens.ends[before] : tokens.starts[candidate.first]] == " "


def _worded(wording: str) -> str:
    return f"the wording {wording!r} directly beside it"
