"""Reads the items behind the name of a family, in brackets, behind a sign or "such as", with that name: `Spring (MVC, Boot)`.

In: the hits of the phrase matcher. Out: for each such item that is a product with the family's name before it, the form of the
product and the item's tokens. An item that is a technology by its own clear name stays that: `Azure (Docker)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from skillgap.extraction.data import wordings
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.workspace import Workspace
from skillgap.taxonomy.forms import Form, split

Hit = tuple[Form, int, int]
_OPENS = frozenset("(:")
_DASHES = frozenset("-–—")
_CLOSES = frozenset("().;")
_PARTS = frozenset({",", "/", ";", "|", "and", "&", "•", "·"})
_LONGEST = 3
"""An item has no more tokens."""
_FAR = 60
"""So far behind the name of the family the last item may stand (tokens)."""


def with_families(workspace: Workspace, lexicon: Lexicon, hits: Sequence[Hit]) -> tuple[list[Hit], dict[int, Hit]]:
    """The hits and the products of families among them, and of each token of such an item, the product's hit."""
    words = workspace.tokens.words
    technologies = [hit for hit in hits if hit[0].skill.kind == "technology"]
    heads = [(hit[0], at) for hit in technologies if (at := _opening(workspace, hit[1], hit[2])) is not None]
    clear = {(first, last) for form, first, last in hits if _is_clear(form)} if heads else set()
    products: list[Hit] = []
    for family, opening in heads:
        for first, stop in items_behind(workspace, opening):
            form = None if (first, stop) in clear else _product(lexicon, family, tuple(words[first:stop]))
            if form is not None:
                products.append((form, first, stop))
    return [*hits, *products], {at: product for product in products for at in range(product[1], product[2])}


def _opening(workspace: Workspace, first: int, last: int) -> int | None:
    """The token that opens the list behind the name of a family, tokens `[first, last)`, if one does."""
    words = workspace.tokens.words
    if last < len(words) and words[last] in _DASHES:
        return last if _is_headed(workspace, first, last) else None
    if last < len(words) and words[last] in _goods():
        last += 1
    if last >= len(words):
        return None
    if words[last] in _OPENS or words[last] in {"like", "including"}:
        return last
    return last + 1 if words[last] == "such" and last + 1 < len(words) and words[last + 1] == "as" else None


def _is_headed(workspace: Workspace, first: int, dash: int) -> bool:
    """Whether a dash parts the name of a family that opens an item from a list of two things or more: "AWS - Lambda, SQS"."""
    tokens, unit, listed = workspace.tokens, workspace.unit_of(first), workspace.unit_of(dash)
    if unit is None or listed is None or dash + 1 >= len(tokens.words):
        return False
    before, behind = (tokens.plain[tokens.ends[at] : tokens.starts[at + 1]] for at in (dash - 1, dash))
    opens = not any(map(str.isalnum, tokens.plain[unit.start : tokens.starts[first]]))
    if not (opens and before and behind) or "\n" in before + behind:
        return False
    _, high = tokens.within(listed.start, listed.end)
    return "," in tokens.words[dash:high]


@cache
def _goods() -> frozenset[str]:
    """What may stand between the name of a family and what opens the list of its items: "AWS services such as"."""
    return frozenset(wordings("goods"))


def _is_clear(form: Form) -> bool:
    """Whether a form is a technology wherever it stands."""
    return form.skill.kind == "technology" and form.origin != "weak"


def items_behind(workspace: Workspace, opening: int, longest: int = _LONGEST) -> Iterator[tuple[int, int]]:
    """The items of the bracket, or of the sentence behind the colon, that opens at a token: first token, last token + 1."""
    unit = workspace.unit_of(opening)
    if unit is None:
        return
    words = workspace.tokens.words
    _, high = workspace.tokens.within(unit.start, unit.end)
    first = opening + 1
    for index in range(first, min(high, opening + _FAR) + 1):
        ends = index == high or words[index] in _CLOSES
        if ends or words[index] in _PARTS:
            if 0 < index - first <= longest:
                yield first, index
            first = index + 1
        if ends:
            return


def _product(lexicon: Lexicon, family: Form, item: tuple[str, ...]) -> Form | None:
    """The form of one of a family's products that is the family's name and the item, or None."""
    skill = family.skill
    for name in dict.fromkeys((family.tokens, *map(split, (skill.name, *skill.aliases)))):
        form = lexicon.named((*name, *item))
        if form is not None and form.skill.id != skill.id and form.origin != "weak":
            return form
    return None
