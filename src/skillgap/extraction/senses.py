"""Decides which candidates are mentions. The longest wins; a clear name is taken; a weak one (`Go`, `Spring`) needs support.

A clear name is weak too where it is written as the ordinary word that it also is (`match.doubt`), or where people list their
hobbies; and no name is taken where somebody or something else bears it (`namesakes`). The rules are the taxonomy's (`match` of a
skill); their order stands in docs/taxonomy.md. What they leave open is unsure and counts nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from skillgap.extraction.data import words
from skillgap.extraction.lists import Lists
from skillgap.extraction.match_rules import Compiled, compiled
from skillgap.extraction.namesakes import FIRM, Namesakes
from skillgap.extraction.strangers import Strangers
from skillgap.extraction.wordings import Surroundings
from skillgap.extraction.workspace import LIST_SECTIONS, Candidate, Found, Rejected, Workspace
from skillgap.model import Method
from skillgap.model.skill import Case

NEAR = 6
"""How near (tokens) a technology supports a capitalised weak form."""

_METHODS: dict[str, tuple[Method, float]] = {
    "name": ("exact", 1.0),
    "alias": ("exact", 1.0),
    "weak": ("exact", 0.8),
    "typo": ("typo", 0.95),
    "variant": ("variant", 0.95),
}
_FUZZY: tuple[Method, float] = ("fuzzy", 0.8)
_CASES: dict[Case, str] = {
    "capital": "an ambiguous word, and the name has a capital",
    "upper": "an ambiguous word, and the name is written in capitals",
    "exact": "an ambiguous word, and the name is written otherwise",
}
_UNDECIDED = "an ambiguous word, and nothing around it decides"
_ARTICLES = frozenset({"a", "an", "the", "our", "its", "and"})
_PLACED = frozenset({"in", "at", "from", "to", "of", "by", "for"})
"""Behind one of these a name may be that of a town or a firm, whatever leads to it ("three years of experience in Torino")."""
_LOWER_REACH = 5
"""How near (tokens) a cue supports a name that is written in lower case though its own spelling has a capital."""
_NOUN_BEFORE = frozenset({"a", "an", "one", "every", "each", "his", "her", "my"})
_NOUN_BEHIND = frozenset({"called", "named", "in", "on", "of", "at", "that", "which", "who", "from", "is", "was", "has", "had"})
_SHORT_WORD = 4
"""A word of so few letters ("With", "Into") is no part of a name even with a capital."""
_HOBBIES = re.compile(
    r"\W*(?:personal |other |my )?(?:interests?|hobb(?:y|ies)|leisure|sports?|free time|spare time|outside work)\b"
    r"[^:.]{0,30}[:\-–—]",
    re.I,
)
_HYPHENATED = re.compile(r"-\s*\n\s*")
"""Inside a name, where a line end parts it."""


class Senses:
    """Pipeline component: candidates -> found and unsure."""

    def __init__(self, on: bool = True) -> None:
        self._on = on
        self._rules: dict[str, Compiled] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        if workspace.candidates:
            _Judge(workspace, self._rules, self._on).run()
        return doc


class _Judge:
    """The decision for one doc: clear ones first, then the weak ones that these support, twice (they support each other)."""

    def __init__(self, workspace: Workspace, rules: dict[str, Compiled], on: bool) -> None:
        self._workspace = workspace
        self._rules = rules
        self._text = workspace.text
        self._starts = workspace.tokens.starts
        self._tokens = workspace.tokens.words
        self._on = on
        self._namesakes = Namesakes(workspace)
        self._strangers = Strangers(workspace)
        self._surroundings = Surroundings(workspace, self._namesakes)
        self._owner: dict[int, Found] = {}
        self._lists = Lists(workspace, self._owner)
        self._named: set[str] = set()
        """The ids of skills that a form which is not weak has named."""

    def run(self) -> None:
        weak: list[Candidate] = []
        clear: list[Candidate] = []
        refused: list[Rejected] = []
        for candidate in sorted(self._workspace.candidates, key=_longest_first):
            standing = self._standing(candidate)
            if standing == "clear":
                clear.append(candidate)
            elif standing == "weak":
                weak.append(candidate)
            else:
                refused.append(standing)
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
        if self._on:
            blocked = {index: why for index, candidate in enumerate(weak) if (why := self._blocked(candidate))}
            refused.extend(_rejected(weak[index], why) for index, why in blocked.items())
            weak = [candidate for index, candidate in enumerate(weak) if index not in blocked]
        for last_round in (False, True):
            for candidate in weak:
                if self._free(candidate):
                    verdict = self._support(candidate) if self._on else "senses are off"
                    if verdict:
                        self._take(candidate, verdict)
                    elif last_round:
                        refused.append(_rejected(candidate, _UNDECIDED, unsure=True))
        for candidate in waiting:
            self._take(candidate, "a clear name")
        workspace = self._workspace
        workspace.found = tuple(found for index, found in sorted(self._owner.items()) if found.first == index)
        workspace.rejected += tuple(sorted((each for each in refused if self._free(each)), key=lambda each: each.first))

    def _standing(self, candidate: Candidate) -> Literal["clear", "weak"] | Rejected:
        """Whether a candidate is clear or weak, or why it is out of the question."""
        form = candidate.form
        weak = form.origin == "weak"
        if form.skill.kind == "technology" and self._on:
            bearer = self._namesakes.bearer(candidate.first, candidate.last)
            if bearer:
                return _rejected(candidate, f"here the name of {bearer}", unsure=bearer == FIRM and not weak)
        if weak:
            return "weak"
        if not self._on:
            return "clear"
        if self._strangers.is_name(candidate):
            return "weak"
        if form.skill.match.doubt and form.text in self._rule(candidate).doubt:
            beside = self._beside(candidate)
            if beside:
                return _rejected(candidate, beside)
            other = self._other_sense(candidate)
            if other:
                return _rejected(candidate, other, unsure=True)
            if not self._case_fits(candidate) or self._private(candidate) or self._common_noun(candidate):
                return "weak"
        elif self._namesakes.is_of_people(candidate.first) and self._private(candidate):
            return "weak"
        return "clear"

    def _common_noun(self, candidate: Candidate) -> bool:
        """Whether it is in lower case behind an article, and nothing that it could qualify follows ("a python called Monty")."""
        tokens, last = self._tokens, candidate.last
        before = tokens[candidate.first - 1] if candidate.first else ""
        if before not in _NOUN_BEFORE or self._capital(candidate):
            return False
        return last >= len(tokens) or not tokens[last].isalpha() or tokens[last] in _NOUN_BEHIND

    def _other_sense(self, candidate: Candidate) -> str | None:
        """The word in the sentence that speaks for another sense, or None."""
        not_with = self._rule(candidate).not_with
        unit = self._workspace.unit_of(candidate.first) if not_with else None
        if unit is None:
            return None
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        other = next((word for word in self._tokens[first:last] if word in not_with), None)
        return f"{other!r} stands in the same sentence" if other else None

    def _private(self, candidate: Candidate) -> bool:
        """Whether it stands where a résumé tells of hobbies."""
        unit = self._workspace.unit_of(candidate.first)
        if unit is None:
            return False
        return unit.section == "private" or _HOBBIES.match(self._text, unit.start, unit.end) is not None

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

    def _rule(self, candidate: Candidate) -> Compiled:
        skill = candidate.form.skill
        rule = self._rules.get(skill.id)
        if rule is None:
            rule = self._rules[skill.id] = compiled(skill.match)
        return rule

    def _support(self, candidate: Candidate) -> str | None:
        """Why a weak form is taken, or None."""
        if self._lists.tagged(candidate):
            return "one of a line of tags"
        skill = candidate.form.skill
        unit = self._workspace.unit_of(candidate.first)
        first, last = self._workspace.tokens.within(unit.start, unit.end) if unit else (candidate.first, candidate.last)
        if self._other_sense(candidate):
            return None
        if self._strangers.is_name(candidate):
            return self._misspelt(candidate, first, last)
        if skill.kind == "technology" and self._private(candidate):
            neighbour = self._neighbour(candidate, first, last)
            return f"{neighbour} beside it" if neighbour else None
        cue = self._cue(candidate, first, last)
        if cue:
            return f"the cue {cue!r} in the same sentence"
        technology = skill.kind == "technology" and self._workspace.english
        if technology and (self._capital(candidate) or candidate.form.origin != "weak"):
            wording = self._surroundings.wording(candidate, first, last)
            if not wording and unit is not None and self._capital(candidate):
                begins = self._lists.begins(unit.start, first)
                asked = skill.match.in_list and unit.section in LIST_SECTIONS
                wording = self._surroundings.judged(candidate, begins, first, last, asked)
            if wording:
                return f"the wording {wording!r} directly beside it"
        neighbour = self._neighbour(candidate, first, last)
        if neighbour:
            return f"{neighbour} beside it"
        if self._capital(candidate):
            if skill.id in self._named:
                return "named clearly elsewhere in the document"
            if skill.kind == "technology":
                release = self._surroundings.release(candidate, first, last, self._owner)
                if release:
                    return f"the version {release!r} behind it"
                if self._workspace.english and self._surroundings.answers(candidate, first, last):
                    return "the answer to a question about software"
        if skill.match.in_list and unit is not None and self._lists.whole_item(candidate, unit, first, last):
            return "an item of a list of skills"
        return None

    def _misspelt(self, candidate: Candidate, first: int, last: int) -> str | None:
        """Why what may be the name of a person or a place is a misspelt technology, or None."""
        led_to = first < candidate.first and self._tokens[candidate.first - 1] in _PLACED
        wording = None if led_to else self._surroundings.wording(candidate, first, last)
        if wording and self._workspace.english:
            return f"the wording {wording!r} directly beside it"
        return "an item of a list of skills" if self._strangers.listed(candidate, self._owner) else None

    def _blocked(self, candidate: Candidate) -> str | None:
        """Why a weak form cannot be the skill here, or None."""
        if self._lists.tagged(candidate):
            return None
        if candidate.form.origin == "weak" and not self._case_fits(candidate):
            return _CASES[self._rule(candidate).case]
        return self._beside(candidate)

    def _beside(self, candidate: Candidate) -> str | None:
        """The phrase directly beside a form because of which it cannot be the skill, or None."""
        rule = self._rule(candidate)
        tokens, first, last = self._tokens, candidate.first, candidate.last
        before = rule.before.get(tokens[last], ()) if last < len(tokens) else ()
        after = rule.after.get(tokens[first - 1], ()) if first else ()
        if not before and not after:
            return None
        low, high = self._workspace.stretch(first, last)
        for following, phrase in before:
            if phrase in _ARTICLES and self._capital(candidate) and self._surroundings.welcome(candidate, high):
                continue  # "Express an advantage"
            if phrase == "to" and self._capital(candidate) and self._surroundings.leads_here(candidate, low, self._owner):
                continue  # "Use Go to write services"
            stop = last + len(following)
            if stop <= high and tuple(tokens[last:stop]) == following:
                return f"it stands before {phrase!r}"
        for leading, phrase in after:
            if phrase == "to" and self._capital(candidate) and self._leads_to(candidate, low):
                continue  # "from Perl to Go", "exposure to Go"
            if phrase in _ARTICLES and self._capital(candidate) and self._surroundings.noun_behind(candidate, high):
                continue  # "the Spark cluster"
            if phrase == "in" and self._capital(candidate) and self._surroundings.made_of(first - 2, low):
                continue  # "a backend in Phoenix"
            if first - len(leading) >= low and tuple(tokens[first - len(leading) : first]) == leading:
                return f"it stands after {phrase!r}"
        return None

    def _leads_to(self, candidate: Candidate, low: int) -> bool:
        """Whether the "to" before a name is that of a move between technologies, or of a wording that leads to one."""
        surroundings = self._surroundings
        return surroundings.moved(candidate.first - 1, low, self._owner) or surroundings.led(candidate, low)

    def _case_fits(self, candidate: Candidate) -> bool:
        case = candidate.form.skill.match.case
        if case == "any":
            return True
        surface = self._workspace.surface(candidate.first, candidate.last)
        if case == "exact":
            whole = _HYPHENATED.sub("", surface) if "\n" in surface else surface
            return whole == candidate.form.text or (surface.isupper() and self._shouting(candidate))
        letters = [char for char in surface if char.isalpha()]
        if case == "upper":
            return all(char.isupper() for char in letters)
        return bool(letters) and letters[0].isupper()

    def _shouting(self, candidate: Candidate) -> bool:
        """Whether the whole unit is in capitals."""
        unit = self._workspace.unit_of(candidate.first)
        return unit is not None and self._workspace.text[unit.start : unit.end].isupper()

    def _capital(self, candidate: Candidate) -> bool:
        return self._workspace.capital(candidate.first)

    def _cue(self, candidate: Candidate, first: int, last: int) -> str | None:
        rule = self._rule(candidate)
        if rule.cue_words.isdisjoint(self._tokens[first:last]):
            return None
        if self._workspace.lowered(candidate) or self._opens(candidate, first):
            first, last = max(first, candidate.first - _LOWER_REACH), min(last, candidate.last + _LOWER_REACH)
        sentence = f" {' '.join([*self._tokens[first : candidate.first], '|', *self._tokens[candidate.last : last]])} "
        return next((cue for words, cue in rule.cues if words in sentence), None)

    def _neighbour(self, candidate: Candidate, first: int, last: int) -> str | None:
        """The name of a technology near enough, or None."""
        skill = candidate.form.skill
        if skill.kind == "soft":
            return None
        owner, capital = self._owner, self._capital(candidate)
        if self._tokens[candidate.first] in words():
            if self._ends_a_name(candidate, first):
                return None
            capital = capital and not self._opens(candidate, first)
        for distance in range(1, (NEAR if capital else 2) + 1):
            for index in (candidate.first - distance, candidate.last - 1 + distance):
                found = owner.get(index)
                if found is None or not first <= index < last:
                    continue
                named = found.form.skill
                if named.kind != "technology" or named.id == skill.id:
                    continue
                if distance == 1 or capital or self._lists.joined(candidate, index):
                    return named.name
        return None

    def _opens(self, candidate: Candidate, first: int) -> bool:
        """Whether an ordinary word has its capital only because it opens the sentence."""
        return candidate.first == first and self._tokens[first] in words() and not self._shouting(candidate)

    def _ends_a_name(self, candidate: Candidate, first: int) -> bool:
        """Whether a capitalised word directly before it makes a longer name of it ("Glacier Express")."""
        before = candidate.first - 1
        if before <= first or before in self._owner:
            return False
        word = self._workspace.surface(before, candidate.first)
        if len(word) <= _SHORT_WORD or not word.istitle():
            return False
        return self._text[self._workspace.tokens.ends[before] : self._starts[candidate.first]] == " "


def _rejected(candidate: Candidate, why: str, *, unsure: bool = False) -> Rejected:
    return Rejected(candidate.first, candidate.last, candidate.form, why, unsure)


def _longest_first(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.first - candidate.last, candidate.first, candidate.form.skill.id
