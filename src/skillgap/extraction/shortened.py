"""Reads an item of a list with the word that only the last one has: "unit and functional tests", "front- and back-end"; or that
stands before all of them: "tests at all levels (unit, contract)".

In: the hits of the phrase matcher. Out: for each such item that is a skill with that word behind it, the form of the skill and
the item's tokens. An item that is a technology by its own clear name stays that ("SQL and NoSQL databases"), and so does any
skill that a comma parts from the last one. The words are data (`data/wordings.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from skillgap.extraction.data import wordings
from skillgap.extraction.families import Hit, items_behind
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.workspace import Workspace
from skillgap.taxonomy.forms import Form

_JOINS = frozenset({"and", "or", "&", "/", "and/or"})
_PARTS = _JOINS | {","}
_LONGEST = 3
"""An item has no more tokens ("object - oriented")."""
_BEFORE_HEAD = 6
"""So many tokens may stand between the shared word and the "and" before it ("end - to - end")."""
_MOST = 6
"""A list has no more items."""
_BEFORE_LIST = 6
"""So many tokens may stand between a word that items share and the bracket or colon that opens their list."""
_LONGEST_BEHIND = 5
"""An item there has no more tokens ("end - to - end")."""
_OPENS = frozenset("(:")
_ENDS = frozenset(".;)") | {"environment", "environments", "system", "systems", "stage", "stages", "server", "servers"}
"""What ends the search for the bracket: a sentence, and what is only used for tests."""
_BETWEEN = frozenset({"automation", "automated"})
"""Words that may stand between the last item and the shared word ("functional automated tests")."""


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """Words that items share, and as what else each is read in the names of skills."""
    shared = {word: (word,) for word in wordings("shared")}
    tests = ("testing", "tests", "test")
    return {word: tests if word in tests else read for word, read in shared.items()}


@cache
def _leaders() -> frozenset[str]:
    return frozenset(wordings("shared before"))


@cache
def _openers() -> frozenset[str]:
    return frozenset(wordings("before shared"))


def with_shortened(workspace: Workspace, lexicon: Lexicon, hits: Sequence[Hit]) -> tuple[list[Hit], dict[int, Hit]]:
    """The hits and the shortened names among them, and of each token of such an item, its hit."""
    heads = workspace.distinct & _heads().keys()
    if not heads:
        return [*hits], {}
    words = workspace.tokens.words
    found: list[Hit] = []
    for at in (index for index, word in enumerate(words) if word in heads):
        for place, first, last in _items(workspace, at):
            form = _form(lexicon, tuple(words[first:last]), words[at])
            if form is not None and not any(_stays(hit, form, place, first, last) for hit in hits):
                found.append((form, first, last))
        found.extend(_listed_behind(workspace, lexicon, at, hits) if words[at] in _leaders() else ())
    return [*hits, *found], {at: hit for hit in found for at in range(hit[1], hit[2])}


def _listed_behind(workspace: Workspace, lexicon: Lexicon, head: int, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of the items in the list that opens behind the token `head` and names nothing but what has that word behind it."""
    words = workspace.tokens.words
    reach = range(head + 1, min(len(words), head + 2 + _BEFORE_LIST))
    opening = next((at for at in reach if words[at] in _OPENS or words[at] in _ENDS), None)
    if opening is None or words[opening] in _ENDS or workspace.unit_of(opening) is not workspace.unit_of(head):
        return []
    found: list[Hit] = []
    for first, last in items_behind(workspace, opening, _LONGEST_BEHIND):
        form = _form(lexicon, tuple(words[first:last]), words[head])
        if form is not None and not any(_stays(hit, form, 0, first, last) for hit in hits):
            found.append((form, first, last))
    return found if len(found) > 1 else []


def _stays(hit: Hit, form: Form, place: int, first: int, last: int) -> bool:
    """Whether a name holds the item of tokens `[first, last)`, so that it is not read as the shortened `form`."""
    named, start, stop = hit
    if not (start <= first and last <= stop):
        return False
    if form.skill.generic:
        return True
    longer = stop - start > 1 or place > 0
    return named.origin != "weak" and (longer or named.skill.kind == "technology" or named.skill.id == form.skill.id)


def _items(workspace: Workspace, head: int) -> Iterator[tuple[int, int, int]]:
    """The items of a list that ends with the token `head`, and need that word, backwards: how many items that need it stand
    behind them, first token, last token + 1."""
    unit = workspace.unit_of(head)
    if unit is None:
        return
    words = workspace.tokens.words
    low, _ = workspace.tokens.within(unit.start, unit.end)
    stop = next((at for at in range(head - 1, max(low, head - 1 - _BEFORE_HEAD), -1) if words[at] in _PARTS), None)
    if stop is None or stop == head - 1 or words[stop] not in _JOINS:
        return
    if words[head - 1] in _BETWEEN and stop + 1 < head - 1:
        yield 0, stop + 1, head - 1
    for place in range(_MOST):
        while stop > low and words[stop - 1] in _PARTS:
            stop -= 1
        last = stop - 1 if stop > low and words[stop - 1] == "-" else stop
        first = max(low, last - 1)
        while first > low and last - first < _LONGEST and not _begins(workspace, first):
            first -= 1
        if first == last or words[first] in _PARTS or not (first == low or _begins(workspace, first)):
            return
        yield place, first, last
        if first == low or words[first - 1] not in _PARTS:
            return
        stop = first


def _begins(workspace: Workspace, index: int) -> bool:
    """Whether an item begins with a token: what stands before it parts items, or belongs to none."""
    before = workspace.tokens.words[index - 1]
    if before == "-":
        return workspace.tokens.ends[index - 1] < workspace.tokens.starts[index]
    return not before.isalnum() or before.endswith("ing") or before in _openers()


def _form(lexicon: Lexicon, item: tuple[str, ...], head: str) -> Form | None:
    """The form of a skill that is an item and the word it shares, or None."""
    forms = (lexicon.named((*item, word)) for word in _heads()[head])
    return next((form for form in forms if form is not None and _may_be_shortened(form)), None)


def _may_be_shortened(form: Form) -> bool:
    return form.origin != "typo" and form.skill.kind != "technology"
