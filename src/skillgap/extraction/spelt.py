"""The phrases of `data/phrases.yaml` as plain words and as regular expressions, for what looks at characters or at single tokens.

In: the name of phrases that hold nothing but words and other such phrases. Out: each of them, spelt out. As wordings over tokens
they are the matter of `phrases`.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from skillgap.extraction.data import rules
from skillgap.extraction.patterns import any_of


@cache
def spelt(name: str) -> tuple[str, ...]:
    """The phrases of a name as plain words: where they name others in braces, each of those stands in turn."""
    wordings = (wording for rule in rules("phrases") if rule["name"] == name for wording in rule["phrases"])
    return tuple(" ".join(pieces) for wording in wordings for pieces in product(*map(_of_piece, wording.split())))


def _of_piece(piece: str) -> tuple[str, ...]:
    return spelt(piece[1:-1]) if (piece[0], piece[-1]) == ("{", "}") else (piece,)


@cache
def single(*names: str) -> frozenset[str]:
    """The phrases of some names, where each is one word."""
    return frozenset(word for name in names for word in spelt(name))


@cache
def pattern(name: str) -> str:
    """A regular expression for any phrase of a name."""
    return any_of(spelt(name))
