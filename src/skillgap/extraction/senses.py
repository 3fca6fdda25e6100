"""Decides which candidates are mentions. The longest wins; a clear name is taken; a weak one (`Go`, `Spring`) needs support.

The rules are the taxonomy's (`match` of a skill); their order stands in docs/taxonomy.md. What they leave open is unsure and
counts nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc

from skillgap.extraction.data import rules
from skillgap.extraction.workspace import Candidate, Found, Workspace
from skillgap.model import Method, Skill, Unit

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
_FUZZY = 0.8
_LONGEST_WORDING = 4
_PREPOSITIONS = frozenset({"in", "with", "using", "on"})
_VERB_REACH = 11


class Senses:
    """Pipeline component: candidates -> found and unsure."""

    def __init__(self, on: bool = True) -> None:
        self._on = on

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        if workspace.candidates:
            _Judge(workspace, self._on).run()
        return doc


class _Judge:
    """The decision for one doc: clear ones first, then the weak ones that these support, twice (they support each other)."""

    def __init__(self, workspace: Workspace, on: bool) -> None:
        self._workspace = workspace
        self._tokens = workspace.words
        self._on = on
        self._owner: dict[int, Found] = {}
        self._refused: list[tuple[Candidate, str]] = []

    def run(self) -> None:
        ordered = sorted(self._workspace.candidates, key=lambda c: (c.first - c.last, c.first, c.form.skill.id))
        weak = [candidate for candidate in ordered if candidate.weak]
        covering: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in weak:
            for index in range(candidate.first, candidate.last):
                covering[index].append(candidate)
        for candidate in ordered:
            if not candidate.weak and not self._under_a_weak_one(candidate, covering.get(candidate.first, ())):
                self._take(candidate, "a clear name")
        for last_round in (False, True):
            for candidate in weak:
                if self._free(candidate):
                    verdict = self._support(candidate) if self._on else "senses are off"
                    if verdict:
                        self._take(candidate, verdict)
                    elif last_round:
                        self._refused.append((candidate, self._refusal(candidate)))
        for candidate in ordered:
            if not candidate.weak:
                self._take(candidate, "a clear name")
        workspace = self._workspace
        workspace.found = tuple(sorted(set(self._owner.values()), key=lambda found: found.first))
        workspace.unsure = tuple(
            sorted(((c, why) for c, why in self._refused if self._free(c) and why), key=lambda pair: pair[0].first)
        )

    def _under_a_weak_one(self, candidate: Candidate, weak: Sequence[Candidate]) -> bool:
        """Whether an ambiguous form covers it ("Web API", clearly an API, may be ASP.NET's): that one is decided first."""
        return any(
            w.first <= candidate.first and candidate.last <= w.last and w.form.skill.id != candidate.form.skill.id for w in weak
        )

    def _free(self, candidate: Candidate) -> bool:
        return not any(index in self._owner for index in range(candidate.first, candidate.last))

    def _take(self, candidate: Candidate, why: str) -> None:
        if not self._free(candidate):
            return
        method, confidence = _METHODS[candidate.form.origin]
        if candidate.corrected:
            method, confidence = "fuzzy", _FUZZY
        found = Found(candidate.first, candidate.last, candidate.form, method, confidence, why)
        for index in range(candidate.first, candidate.last):
            self._owner[index] = found

    # the rule of a weak form, in the order of docs/taxonomy.md

    def _support(self, candidate: Candidate) -> str | None:
        """Why a weak form is taken, or None."""
        if self._blocked(candidate):
            return None
        skill = candidate.form.skill
        unit = self._workspace.unit_at(self._workspace.starts[candidate.first])
        cue = self._cue(candidate, unit)
        if cue:
            return f"the cue {cue!r} in the same sentence"
        wording = self._wording(candidate, unit)
        if wording:
            return f"the wording {wording!r} directly beside it"
        neighbour = self._neighbour(candidate, unit)
        if neighbour:
            return f"{neighbour} beside it"
        if self._elsewhere(skill) and self._capital(candidate):
            return "named clearly elsewhere in the document"
        if skill.match.in_list and self._whole_item(candidate, unit):
            return "an item of a list of skills"
        return None

    def _blocked(self, candidate: Candidate) -> str | None:
        """Why a weak form cannot be the skill here, or None."""
        rule = candidate.form.skill.match
        surface = self._workspace.surface(candidate.first, candidate.last)
        if not self._case_fits(candidate, surface):
            return f"its letters are not written as {rule.case}"
        for phrase in rule.not_before:
            words = _words(phrase)
            if tuple(self._tokens[candidate.last : candidate.last + len(words)]) == words:
                return f"it stands before {phrase!r}"
        for phrase in rule.not_after:
            words = _words(phrase)
            if phrase == "to" and self._capital(candidate) and candidate.first - 2 in self._owner:
                continue  # "from Perl to Go"
            if candidate.first >= len(words) and tuple(self._tokens[candidate.first - len(words) : candidate.first]) == words:
                return f"it stands after {phrase!r}"
        return None

    def _refusal(self, candidate: Candidate) -> str:
        return "" if self._blocked(candidate) else "an ambiguous word, and nothing around it decides"

    def _case_fits(self, candidate: Candidate, surface: str) -> bool:
        case = candidate.form.skill.match.case
        if case == "any":
            return True
        if case == "exact":
            return surface == candidate.form.text or (surface.isupper() and self._shouting(candidate))
        letters = [char for char in surface if char.isalpha()]
        if case == "upper":
            return all(char.isupper() for char in letters)
        return bool(letters) and letters[0].isupper()

    def _shouting(self, candidate: Candidate) -> bool:
        """Whether the whole unit is in capitals."""
        unit = self._workspace.unit_at(self._workspace.starts[candidate.first])
        return unit is not None and self._workspace.text[unit.start : unit.end].isupper()

    def _capital(self, candidate: Candidate) -> bool:
        return self._workspace.text[self._workspace.starts[candidate.first]].isupper()

    def _bounds(self, unit: Unit | None, candidate: Candidate) -> tuple[int, int]:
        if unit is None:
            return candidate.first, candidate.last
        return self._workspace.tokens_in(unit.start, unit.end)

    def _cue(self, candidate: Candidate, unit: Unit | None) -> str | None:
        first, last = self._bounds(unit, candidate)
        sentence = f" {' '.join([*self._tokens[first : candidate.first], '|', *self._tokens[candidate.last : last]])} "
        return next((cue for cue in candidate.form.skill.match.cues if f" {' '.join(_words(cue))} " in sentence), None)

    def _wording(self, candidate: Candidate, unit: Unit | None) -> str | None:
        """Words directly beside a capitalised form that only a technology has there ("learn Rust", "Helm knowledge")."""
        if candidate.form.skill.kind != "technology" or not self._capital(candidate):
            return None
        first, last = self._bounds(unit, candidate)
        wordings = _wordings()
        for stands in ("before", "after"):
            for length in range(_LONGEST_WORDING, 0, -1):
                start = candidate.first - length if stands == "before" else candidate.last
                if first <= start and start + length <= last and tuple(self._tokens[start : start + length]) in wordings[stands]:
                    return " ".join(self._tokens[start : start + length])
        if candidate.first > first and self._tokens[candidate.first - 1] in _PREPOSITIONS:
            for index in range(candidate.first - 2, max(first, candidate.first - _VERB_REACH) - 1, -1):
                if (self._tokens[index],) in wordings["made"]:
                    return f"{self._tokens[index]} ... {self._tokens[candidate.first - 1]}"
        return None

    def _neighbour(self, candidate: Candidate, unit: Unit | None) -> str | None:
        """The name of a technology near enough, or None."""
        if candidate.form.skill.kind == "soft":
            return None
        first, last = self._bounds(unit, candidate)
        reach = NEAR if self._capital(candidate) else 2
        for distance in range(1, reach + 1):
            for index in (candidate.first - distance, candidate.last - 1 + distance):
                found = self._owner.get(index) if first <= index < last else None
                if found is None or found.skill.kind != "technology" or found.skill.id == candidate.form.skill.id:
                    continue
                if distance == 1 or self._capital(candidate) or self._only_delimiters(candidate, index):
                    return found.skill.name
        return None

    def _only_delimiters(self, candidate: Candidate, index: int) -> bool:
        low, high = (index + 1, candidate.first) if index < candidate.first else (candidate.last, index)
        return all(token in _DELIMITERS for token in self._tokens[low:high])

    def _elsewhere(self, skill: Skill) -> bool:
        return any(found.skill.id == skill.id and found.form.origin != "weak" for found in self._owner.values())

    def _whole_item(self, candidate: Candidate, unit: Unit | None) -> bool:
        """Whether the form stands alone between the delimiters of a list, in company of skills or in a section of skills."""
        if unit is None:
            return False
        first, last = self._bounds(unit, candidate)
        while first < candidate.first and self._tokens[first] in _DELIMITERS:
            first += 1
        left = candidate.first - 1
        right = candidate.last
        while right < last and re.fullmatch(r"[\d.]+|x", self._tokens[right]):
            right += 1
        opens = left < first or self._tokens[left] in _DELIMITERS
        closes = right >= last or self._tokens[right] in _DELIMITERS or (self._tokens[right] == "." and right + 1 == last)
        if not (opens and closes):
            return False
        company = {self._owner[index].skill.id for index in range(first, last) if index in self._owner}
        alone = left < first  # "Ruby (18 months)" on a line of its own
        return len(company) >= 2 or (unit.section in LIST_SECTIONS and (alone or bool(company)))


@cache
def _wordings() -> dict[str, frozenset[tuple[str, ...]]]:
    """`data/wordings.yaml`: what stands before and after, as token sequences."""
    return {rule["stands"]: frozenset(_words(phrase) for phrase in rule["words"]) for rule in rules("wordings")}


@lru_cache(maxsize=20_000)
def _words(phrase: str) -> tuple[str, ...]:
    from skillgap.taxonomy.forms import split

    return split(phrase)
