"""Finds skills that are said in a sentence rather than named: "explain a trade-off to a lawyer", "mentors associate engineers".

The wordings are data (`data/sayings.yaml`), in the grammar of `phrases`; where only a part of one is the skill, that stands in
square brackets. What somebody does is one wherever a clause tells of whom it is about (`data/doers.yaml`). Out: hits like those
of the phrase matcher, with a form of the words that stand there. `not_before` and `not_after` of the skill hold for them as for
its ambiguous names, but not on a side where the wording itself says what stands there; a wording that fits is all the support
that they need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.phrases import Beginnings, Node, begins_clause
from skillgap.extraction.workspace import Workspace
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.forms import Form

_NAME = re.compile(r"(?P<before>[^\[\]]*)\[(?P<name>[^\[\]]+)\](?P<behind>[^\[\]]*)")

_START = "{start} "
_DOER = "{doer}"
"""Stands for all that leads to what somebody does."""
_PROMISED = frozenset({"you", "will"})
"""Words with which a firm tells what it gives, too."""


class Saying(NamedTuple):
    """A wording of a skill: what leads to the part that is the skill, that part, and what follows."""

    skill: str
    before: str
    name: str
    behind: str


class Sayings:
    """The wordings of the skills of a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    @cached_property
    def _trees(self) -> tuple[Node[Saying], Node[Saying]]:
        """Those that may stand anywhere, and those that open a clause, without the `{start}` that says so."""
        anywhere, opening, does = Node[Saying](), Node[Saying](), Node[Saying]()
        for rule in rules("sayings"):
            if rule["skill"] in self._taxonomy:
                for wording in rule.get("wordings", ()):
                    before, name, behind = _parts(wording)
                    whole = _joined(before, name, behind)
                    tree = opening if whole.startswith(_START) else anywhere
                    tree.add(whole.removeprefix(_START), Saying(rule["skill"], before, name, behind))
                for wording in rule.get("does", ()):
                    before, name, behind = _parts(wording)
                    does.add(_joined(before, name, behind), Saying(rule["skill"], _joined(_DOER, before), name, behind))
        for doer in _doers():
            tree = opening if f"{doer} ".startswith(_START) else anywhere
            tree.join(f"{doer} ".removeprefix(_START), does)
        return anywhere, opening

    @cached_property
    def _beginnings(self) -> tuple[Beginnings, Beginnings, Beginnings]:
        """Those of both trees, and of each."""
        anywhere, opening = self._trees
        return Beginnings(anywhere, opening), Beginnings(anywhere), Beginnings(opening)

    def hits(self, workspace: Workspace) -> Iterator[tuple[Form, int, int]]:
        """What is said in a text, overlaps included: form, first token, last token + 1."""
        if not workspace.english:
            return
        (anywhere, opening), words = self._trees, workspace.tokens.words
        both, free, bound = self._beginnings
        present = both.firsts & workspace.distinct
        for index in [index for index, word in enumerate(words) if word in present]:
            unit = workspace.unit_of(index) if both.stand_at(words, index) else None
            if unit is not None:
                first, last = workspace.tokens.within(unit.start, unit.end)
                if free.stand_at(words, index):
                    yield from self._said(anywhere, words, index, first, last)
                if begins_clause(words, index, first) and bound.stand_at(words, index):
                    yield from self._said(opening, words, index, first, last)

    def _said(
        self, tree: Node[Saying], words: Sequence[str], index: int, first: int, last: int
    ) -> Iterator[tuple[Form, int, int]]:
        """The same of a tree, from the word at `index` on in a unit of tokens `[first, last)`."""
        found = {saying: end for end, node in tree.stops(words, index, first, last) for saying in node.ends}
        for saying, end in found.items():
            text = " ".join(words[index:end])
            for start, stop in _spans(saying, words, index, first, last):
                yield Form(tuple(words[start:stop]), text, self._taxonomy[saying.skill], "saying"), start, stop


def wordings(rule: dict[str, Any]) -> Iterator[str]:
    """The wordings of an entry of `sayings.yaml`: its own, and what somebody does behind all that may lead to it."""
    yield from rule.get("wordings", ())
    for does in rule.get("does", ()):
        yield from (f"{doer} {does}" for doer in _doers())


def _doers() -> Iterator[str]:
    return (rule["before"] for rule in rules("doers"))


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def led(form: Form) -> bool:
    """Whether the wording of a saying says what stands before the part that is the skill, and that is no promise ("you will")."""
    if form.origin != "saying" or form.text.startswith(" ".join(form.tokens)):
        return False
    return _PROMISED.isdisjoint(form.text.split(" ".join(form.tokens))[0].split())


def followed(form: Form) -> bool:
    """Whether it says what stands behind that part."""
    return form.origin == "saying" and not form.text.endswith(" ".join(form.tokens))


def _spans(saying: Saying, words: Sequence[str], index: int, first: int, last: int) -> set[tuple[int, int]]:
    """Where in a wording that begins at `index` the part stands that is the skill."""
    return {
        (start, stop)
        for start, _ in _tree(saying.before).stops(words, index, first, last)
        for stop, _ in _tree(saying.name).stops(words, start, first, last)
        if _tree(saying.behind).stops(words, stop, first, last)
    }


def _parts(wording: str) -> tuple[str, str, str]:
    """What stands before the part of a wording that is the skill, that part, and what stands behind it."""
    match = _NAME.fullmatch(wording)
    return (match["before"].strip(), match["name"], match["behind"].strip()) if match else ("", wording, "")


@cache
def _tree(wording: str) -> Node[bool]:
    """A tree of one wording; `{doer}` is all that leads to what somebody does, and an empty one is everywhere."""
    tree: Node[bool] = Node()
    for each in [wording.replace(_DOER, doer) for doer in _doers()] if _DOER in wording else [wording]:
        if each:
            tree.add(each, True)
        else:
            tree.ends.append(True)
    return tree
