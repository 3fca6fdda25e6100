"""Decides which candidates are mentions. The longest wins; a clear name is taken; a weak one (`Go`, `Spring`) needs support.

A clear name is weak too where it is written as the ordinary word that it also is (`match.doubt`), or where people list their
hobbies; and no name is taken where somebody or something else bears it (`namesakes`). The rules are the taxonomy's (`match` of a
skill): `objections` and `support` apply them, and their order stands in docs/taxonomy.md. What they leave open is unsure and
counts nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from spacy.tokens import Doc

from skillgap.extraction.match_rules import Rules
from skillgap.extraction.namesakes import FIRM, MAYBE_FIRM, PLACE
from skillgap.extraction.objections import Objections
from skillgap.extraction.scene import Scene
from skillgap.extraction.support import Support
from skillgap.extraction.workspace import Candidate, Found, Rejected, Workspace
from skillgap.model import Method

_METHODS: dict[str, tuple[Method, float]] = {
    "name": ("exact", 1.0),
    "alias": ("exact", 1.0),
    "weak": ("exact", 0.8),
    "typo": ("typo", 0.95),
    "variant": ("variant", 0.95),
    "saying": ("exact", 0.8),
}
_FUZZY: tuple[Method, float] = ("fuzzy", 0.8)
_CLEAR = "a clear name"
_SEASON = "here the season"
_UNDECIDED = "an ambiguous word, and nothing around it decides"


class Senses:
    """Pipeline component: candidates -> found, rejected and unsure."""

    def __init__(self, on: bool = True) -> None:
        self._on = on
        self._rules = Rules()

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        if workspace.candidates:
            _Judge(Scene.of(workspace, self._rules), self._on).run()
        return doc


class _Judge:
    """The decision for one doc: clear ones first, then the weak ones that these support, twice (they support each other)."""

    def __init__(self, scene: Scene, on: bool) -> None:
        self._scene = scene
        self._on = on
        self._objections = Objections(scene)
        self._support = Support(scene, self._objections)
        self._owner = scene.owner
        self._refused: list[Rejected] = []

    def run(self) -> None:
        workspace = self._scene.workspace
        clear, weak = self._parted(sorted(workspace.candidates, key=_longest_first))
        waiting = self._take_clear(clear, weak)
        self._take_supported([candidate for candidate in weak if not self._refuse(candidate)])
        for candidate in waiting:
            self._take(candidate, _CLEAR)
        workspace.found = tuple(found for index, found in sorted(self._owner.items()) if found.first == index)
        workspace.rejected += tuple(sorted((each for each in self._refused if self._free(each)), key=lambda each: each.first))

    def _parted(self, candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
        """The clear ones and the weak ones; what is out of the question is refused."""
        clear: list[Candidate] = []
        weak: list[Candidate] = []
        for candidate in candidates:
            standing = self._standing(candidate)
            if standing == "clear":
                clear.append(candidate)
            elif standing == "weak":
                weak.append(candidate)
            else:
                self._refused.append(standing)
        return clear, weak

    def _take_clear(self, clear: Iterable[Candidate], weak: Iterable[Candidate]) -> list[Candidate]:
        """Take the clear ones, but for those which an ambiguous form covers: they wait until that one is decided."""
        covering: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in weak:
            for index in range(candidate.first, candidate.last):
                covering[index].append(candidate)
        waiting: list[Candidate] = []
        for candidate in clear:
            if candidate.first in covering and _is_covered(candidate, covering[candidate.first]):
                waiting.append(candidate)
            else:
                self._take(candidate, _CLEAR)
        return waiting

    def _take_supported(self, weak: Iterable[Candidate]) -> None:
        for last_round in (False, True):
            for candidate in weak:
                if self._free(candidate):
                    why = self._support.of(candidate) if self._on else "senses are off"
                    if why:
                        self._take(candidate, why)
                    elif last_round:
                        season = self._objections.in_season(candidate)
                        self._refused.append(_rejected(candidate, _SEASON if season else _UNDECIDED, unsure=not season))

    def _standing(self, candidate: Candidate) -> Literal["clear", "weak"] | Rejected:
        """Whether a candidate is clear or weak, or why it is out of the question."""
        weak = candidate.weak
        if not self._on:
            return "weak" if weak else "clear"
        if candidate.form.skill.kind == "technology":
            bearer = self._scene.namesakes.bearer(candidate.first, candidate.last)
            bearer = bearer or (PLACE if self._scene.workplaces.name(candidate.first) else None)
            if bearer:
                unsure = bearer == MAYBE_FIRM or (bearer == FIRM and not weak)
                return _rejected(candidate, f"here the name of {bearer}", unsure=unsure)
        elif self._scene.namesakes.trades(candidate.first, candidate.last):
            return _rejected(candidate, f"here the name of {FIRM}")
        if self._objections.praise(candidate):
            return _rejected(candidate, "here the firm says it of itself, or offers it")
        if (weak or candidate.form.skill.kind == "concept") and self._objections.of_a_project(candidate):
            return _rejected(candidate, "here the name of a project")
        if weak or self._scene.strangers.is_name(candidate) or self._scene.strangers.is_short(candidate):
            return "weak"
        if candidate.form.skill.match.doubt and candidate.form.text in self._scene.rule(candidate).doubt:
            return self._doubted(candidate)
        if self._scene.namesakes.is_of_people(candidate.first) and self._objections.private(candidate):
            return "weak"
        return "clear"

    def _doubted(self, candidate: Candidate) -> Literal["clear", "weak"] | Rejected:
        """The same for a clear name that is an ordinary word too."""
        beside = self._objections.beside(candidate)
        if beside:
            return _rejected(candidate, beside)
        other = self._objections.other_sense(candidate)
        if other:
            return _rejected(candidate, other, unsure=True)
        fits = self._objections.case_fits(candidate)
        return "weak" if not fits or self._objections.private(candidate) or self._objections.common_noun(candidate) else "clear"

    def _refuse(self, candidate: Candidate) -> bool:
        """Whether something is final against a weak form."""
        why = self._objections.final(candidate) if self._on else None
        if why:
            self._refused.append(_rejected(candidate, why))
        return why is not None

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
        if not candidate.weak:
            self._scene.named.add(form.skill.id)
        elif self._scene.capital(candidate):
            self._scene.supported.add(form.skill.id)


def _is_covered(candidate: Candidate, weak: Sequence[Candidate]) -> bool:
    """Whether an ambiguous form covers it: "Web API", clearly an API, may be ASP.NET's."""
    others = (each for each in weak if each.form.skill.id != candidate.form.skill.id)
    return any(each.first <= candidate.first and candidate.last <= each.last for each in others)


def _rejected(candidate: Candidate, why: str, *, unsure: bool = False) -> Rejected:
    return Rejected(candidate.first, candidate.last, candidate.form, why, unsure)


def _longest_first(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.first - candidate.last, candidate.first, candidate.form.skill.id
