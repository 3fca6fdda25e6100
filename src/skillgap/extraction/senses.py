"""Decides which candidates are mentions. The longest wins; a clear name is taken; a weak one (`Go`, `Spring`) needs support.

The rules are the taxonomy's (`match` of a skill); their order stands in docs/taxonomy.md. What they leave open is unsure and
counts nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from skillgap.extraction.data import rules
from skillgap.extraction.workspace import Candidate, Found, Rejected, Workspace
from skillgap.model import MatchRule, Method, Unit
from skillgap.model.skill import Case
from skillgap.taxonomy.forms import split

NEAR = 6
"""How near (tokens) a technology supports a capitalised weak form."""
LIST_SECTIONS = frozenset({"skills", "stack", "required", "preferred", "certifications"})

_DELIMITERS = frozenset(
    {",", ";", "•", "|", "/", "·", "(", ")", "&", ":", "●", "▪", "■", "◦", "*", "-", "+", "and", "or", "–", "`"}
)
_METHODS: dict[str, tuple[Method, float]] = {
    "name": ("exact", 1.0),
    "alias": ("exact", 1.0),
    "weak": ("exact", 0.8),
    "typo": ("typo", 0.95),
    "variant": ("variant", 0.95),
}
_FUZZY: tuple[Method, float] = ("fuzzy", 0.8)
_VERSION = re.compile(r"[\d.]+|x")
_UNDECIDED = "an ambiguous word, and nothing around it decides"
_PREPOSITIONS = frozenset({"in", "with", "using", "on"})
_VERB_REACH = 11


class Senses:
    """Pipeline component: candidates -> found and unsure."""

    def __init__(self, on: bool = True) -> None:
        self._on = on
        self._rules: dict[str, _Rule] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        if workspace.candidates:
            _Judge(workspace, self._rules, self._on).run()
        return doc


@dataclass(frozen=True, slots=True)
class _Rule:
    """The `match` of a skill, its phrases as tokens and by the token that stands beside the name."""

    case: Case
    in_list: bool
    cues: tuple[tuple[str, str], ...]
    """Of each cue, the words with a space around each, and the cue as it is written."""
    cue_words: frozenset[str]
    """The first words of the cues."""
    before: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Phrases that the name must not stand before, by their first word."""
    after: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Phrases that the name must not stand after, by their last word."""


def _compiled(match: MatchRule) -> _Rule:
    before: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    after: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase in match.not_before:
        words = split(phrase)
        before[words[0]].append((words, phrase))
    for phrase in match.not_after:
        words = split(phrase)
        after[words[-1]].append((words, phrase))
    cues = tuple((f" {' '.join(split(cue))} ", cue) for cue in match.cues)
    return _Rule(match.case, match.in_list, cues, frozenset(split(cue)[0] for cue in match.cues), before, after)


class _Judge:
    """The decision for one doc: clear ones first, then the weak ones that these support, twice (they support each other)."""

    def __init__(self, workspace: Workspace, rules: dict[str, _Rule], on: bool) -> None:
        self._workspace = workspace
        self._rules = rules
        self._text = workspace.text
        self._starts = workspace.tokens.starts
        self._tokens = workspace.tokens.words
        self._on = on
        self._owner: dict[int, Found] = {}
        self._named: set[str] = set()
        """The ids of skills that a form which is not weak has named."""

    def run(self) -> None:
        ordered = sorted(self._workspace.candidates, key=_longest_first)
        weak = [candidate for candidate in ordered if candidate.form.origin == "weak"]
        clear = [candidate for candidate in ordered if candidate.form.origin != "weak"]
        covering: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in weak:
            for index in range(candidate.first, candidate.last):
                covering[index].append(candidate)
        waiting: list[Candidate] = []
        for candidate in clear:
            if candidate.first in covering and self._under_a_weak_one(candidate, covering[candidate.first]):
                waiting.append(candidate)
            else:
                self._take(candidate, "a clear name")
        refused: list[Rejected] = []
        for last_round in (False, True):
            for candidate in weak:
                if self._free(candidate):
                    verdict = self._support(candidate) if self._on else "senses are off"
                    if verdict:
                        self._take(candidate, verdict)
                    elif last_round:
                        why = self._blocked(candidate)
                        refused.append(Rejected(candidate.first, candidate.last, candidate.form, why or _UNDECIDED, not why))
        for candidate in waiting:
            self._take(candidate, "a clear name")
        workspace = self._workspace
        workspace.found = tuple(found for index, found in sorted(self._owner.items()) if found.first == index)
        workspace.rejected += tuple(sorted((each for each in refused if self._free(each)), key=lambda each: each.first))

    def _under_a_weak_one(self, candidate: Candidate, weak: Sequence[Candidate]) -> bool:
        """Whether an ambiguous form covers it ("Web API", clearly an API, may be ASP.NET's): that one is decided first."""
        return any(
            w.first <= candidate.first and candidate.last <= w.last and w.form.skill.id != candidate.form.skill.id for w in weak
        )

    def _free(self, candidate: Candidate | Rejected) -> bool:
        owner = self._owner
        if candidate.last - candidate.first == 1:
            return candidate.first not in owner
        return not any(index in owner for index in range(candidate.first, candidate.last))

    def _take(self, candidate: Candidate, why: str) -> None:
        if not self._free(candidate):
            return
        first, last, form, corrected = candidate
        method, confidence = _FUZZY if corrected else _METHODS[form.origin]
        found = Found(first, last, form, method, confidence, why)
        for index in range(first, last):
            self._owner[index] = found
        if form.origin != "weak":
            self._named.add(form.skill.id)

    # the rule of a weak form, in the order of docs/taxonomy.md

    def _rule(self, candidate: Candidate) -> _Rule:
        skill = candidate.form.skill
        rule = self._rules.get(skill.id)
        if rule is None:
            rule = self._rules[skill.id] = _compiled(skill.match)
        return rule

    def _support(self, candidate: Candidate) -> str | None:
        """Why a weak form is taken, or None."""
        if self._blocked(candidate):
            return None
        skill = candidate.form.skill
        unit = self._workspace.unit_of(candidate.first)
        first, last = self._workspace.tokens.within(unit.start, unit.end) if unit else (candidate.first, candidate.last)
        cue = self._cue(candidate, first, last)
        if cue:
            return f"the cue {cue!r} in the same sentence"
        wording = self._wording(candidate, first, last)
        if wording:
            return f"the wording {wording!r} directly beside it"
        neighbour = self._neighbour(candidate, first, last)
        if neighbour:
            return f"{neighbour} beside it"
        if skill.id in self._named and self._capital(candidate):
            return "named clearly elsewhere in the document"
        if skill.match.in_list and unit is not None and self._whole_item(candidate, unit, first, last):
            return "an item of a list of skills"
        return None

    def _blocked(self, candidate: Candidate) -> str | None:
        """Why a weak form cannot be the skill here, or None."""
        rule = self._rule(candidate)
        tokens, first, last = self._tokens, candidate.first, candidate.last
        if not self._case_fits(candidate):
            return f"its letters are not written as {rule.case}"
        for words, phrase in rule.before.get(tokens[last], ()) if last < len(tokens) else ():
            if len(words) == 1 or tuple(tokens[last : last + len(words)]) == words:
                return f"it stands before {phrase!r}"
        for words, phrase in rule.after.get(tokens[first - 1], ()) if first else ():
            if phrase == "to" and first - 2 in self._owner and self._capital(candidate):
                continue  # "from Perl to Go"
            if first >= len(words) and tuple(tokens[first - len(words) : first]) == words:
                return f"it stands after {phrase!r}"
        return None

    def _case_fits(self, candidate: Candidate) -> bool:
        case = candidate.form.skill.match.case
        if case == "any":
            return True
        surface = self._workspace.surface(candidate.first, candidate.last)
        if case == "exact":
            return surface == candidate.form.text or (surface.isupper() and self._shouting(candidate))
        letters = [char for char in surface if char.isalpha()]
        if case == "upper":
            return all(char.isupper() for char in letters)
        return bool(letters) and letters[0].isupper()

    def _shouting(self, candidate: Candidate) -> bool:
        """Whether the whole unit is in capitals."""
        unit = self._workspace.unit_of(candidate.first)
        return unit is not None and self._workspace.text[unit.start : unit.end].isupper()

    def _capital(self, candidate: Candidate) -> bool:
        return self._text[self._starts[candidate.first]].isupper()

    def _cue(self, candidate: Candidate, first: int, last: int) -> str | None:
        rule = self._rule(candidate)
        if rule.cue_words.isdisjoint(self._tokens[first:last]):
            return None
        sentence = f" {' '.join([*self._tokens[first : candidate.first], '|', *self._tokens[candidate.last : last]])} "
        return next((cue for words, cue in rule.cues if words in sentence), None)

    def _wording(self, candidate: Candidate, first: int, last: int) -> str | None:
        """Words directly beside a capitalised form that only a technology has there ("learn Rust", "Helm knowledge")."""
        if candidate.form.skill.kind != "technology" or not self._workspace.english or not self._capital(candidate):
            return None
        tokens, wordings = self._tokens, _wordings()
        left = tokens[candidate.first - 1] if candidate.first > first else ""
        right = tokens[candidate.last] if candidate.last < last else ""
        for words in wordings.before.get(left, ()):
            start = candidate.first - len(words)
            if first <= start and tuple(tokens[start : candidate.first]) == words:
                return " ".join(words)
        for words in wordings.after.get(right, ()):
            end = candidate.last + len(words)
            if end <= last and tuple(tokens[candidate.last : end]) == words:
                return " ".join(words)
        if left in _PREPOSITIONS:
            for index in range(candidate.first - 2, max(first, candidate.first - _VERB_REACH) - 1, -1):
                if tokens[index] in wordings.made:
                    return f"{tokens[index]} ... {left}"
        return None

    def _neighbour(self, candidate: Candidate, first: int, last: int) -> str | None:
        """The name of a technology near enough, or None."""
        skill = candidate.form.skill
        if skill.kind == "soft":
            return None
        owner, capital = self._owner, self._capital(candidate)
        for distance in range(1, (NEAR if capital else 2) + 1):
            for index in (candidate.first - distance, candidate.last - 1 + distance):
                found = owner.get(index)
                if found is None or not first <= index < last:
                    continue
                named = found.form.skill
                if named.kind != "technology" or named.id == skill.id:
                    continue
                if distance == 1 or capital or self._only_delimiters(candidate, index):
                    return named.name
        return None

    def _only_delimiters(self, candidate: Candidate, index: int) -> bool:
        low, high = (index + 1, candidate.first) if index < candidate.first else (candidate.last, index)
        return all(token in _DELIMITERS for token in self._tokens[low:high])

    def _whole_item(self, candidate: Candidate, unit: Unit, first: int, last: int) -> bool:
        """Whether the form stands alone between the delimiters of a list, in company of skills or in a section of skills."""
        while first < candidate.first and self._tokens[first] in _DELIMITERS:
            first += 1
        left = candidate.first - 1
        right = candidate.last
        while right < last and _VERSION.fullmatch(self._tokens[right]):
            right += 1
        opens = left < first or self._tokens[left] in _DELIMITERS
        closes = right >= last or self._tokens[right] in _DELIMITERS or (self._tokens[right] == "." and right + 1 == last)
        if not (opens and closes):
            return False
        company = {self._owner[index].skill.id for index in range(first, last) if index in self._owner}
        alone = left < first  # "Ruby (18 months)" on a line of its own
        return len(company) >= 2 or (unit.section in LIST_SECTIONS and (alone or bool(company)))


@dataclass(frozen=True, slots=True)
class _Wordings:
    """`data/wordings.yaml`: what stands before a name, by its last word, and after it, by its first, the longest first; and the
    verbs of making."""

    before: Mapping[str, Sequence[tuple[str, ...]]]
    after: Mapping[str, Sequence[tuple[str, ...]]]
    made: frozenset[str]


@cache
def _wordings() -> _Wordings:
    phrases = {
        rule["stands"]: sorted((split(phrase) for phrase in rule["words"]), key=len, reverse=True) for rule in rules("wordings")
    }
    before: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    after: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in phrases["before"]:
        before[words[-1]].append(words)
    for words in phrases["after"]:
        after[words[0]].append(words)
    return _Wordings(before, after, frozenset(word for (word,) in phrases["made"]))


def _longest_first(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.first - candidate.last, candidate.first, candidate.form.skill.id
