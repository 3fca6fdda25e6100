"""The words that stand beside names and hardly beside anything else than a technology, made ready for `wordings`.

In: the data file (`data/wordings.yaml`). Out: words as sets, phrases by the word that stands beside the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from skillgap.extraction.beside import Phrases, by_first, by_last
from skillgap.extraction.data import wordings
from skillgap.taxonomy.forms import split


@dataclass(frozen=True, slots=True)
class WordingLists:
    """The data file."""

    before: Phrases
    knowing: Phrases
    """Those of `before` that say what somebody knows."""
    used: Phrases
    after: Phrases
    personal: frozenset[tuple[str, ...]]
    """Those of `before` that may stand before a person too."""
    known: Phrases
    """What somebody has of a concept, behind it."""
    quality: Phrases
    """What says how good something has to be."""
    welcome: Phrases
    """What says how welcome something is."""
    made: frozenset[str]
    moved: frozenset[str]
    recoded: frozenset[str]
    nouns: frozenset[str]
    compound: Phrases
    """What says of a thing, glued to a name, that the technology is in it."""
    verbs: frozenset[str]
    """Names that are verbs before such a noun."""
    sentence: frozenset[str]
    """Words of a sentence about software."""
    things: frozenset[str]
    """What is made of a technology."""
    programs: frozenset[str]
    persons: frozenset[str]
    """What only people and firms do."""


@cache
def wording_lists() -> WordingLists:
    """The lists, made ready once."""
    return WordingLists(
        before=by_last([*wordings("knowing"), *wordings("before")]),
        knowing=by_last(wordings("knowing")),
        used=by_last(wordings("used")),
        after=by_first(wordings("after")),
        personal=frozenset(map(split, wordings("before people"))),
        known=by_first(wordings("known")),
        quality=by_last(wordings("quality")),
        welcome=by_first(wordings("welcome")),
        made=frozenset(wordings("made")),
        moved=frozenset(wordings("moved")),
        recoded=frozenset(wordings("recoded")),
        nouns=frozenset(wordings("noun")),
        compound=by_first(wordings("compound")),
        verbs=frozenset(wordings("no verb")),
        sentence=frozenset(wordings("sentence")),
        things=frozenset(wordings("made of")),
        programs=frozenset(wordings("program")),
        persons=frozenset(wordings("done by people")),
    )
