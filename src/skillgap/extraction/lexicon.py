"""The forms of a taxonomy, arranged for matching: by first token, and as a vocabulary for spelling.

A `PhraseMatcher` over all forms takes long to build, and a document meets few of them. So a form is added to the matcher when a
document first shows its first token; from then on it stays.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cached_property

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.extraction.data import words
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.forms import Form

MIN_FUZZY = 5
"""Shorter tokens are never corrected (letters)."""
_MIN_WORD = 8
"""An ordinary English word is a target of correction only from this length on."""


class Lexicon:
    """Forms by first token, with a matcher that grows by what the documents need. May be used from several threads."""

    def __init__(self, taxonomy: Taxonomy, vocab: Vocab) -> None:
        self.taxonomy = taxonomy
        self._vocab = vocab
        self._index = taxonomy.index
        self._met: set[str] = set()
        self._forms: dict[int, Form] = {}
        self._matcher = PhraseMatcher(vocab, attr="ORTH")
        self._lock = threading.Lock()
        self._targets: dict[tuple[str, int], list[str]] | None = None

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Every token of every form."""
        return frozenset(self._index.vocabulary)

    def match(self, doc: Doc, words: Set[str], corrected: Mapping[int, str]) -> list[tuple[Form, int, int]]:
        """All forms in a doc: (form, first token, last token + 1), overlaps included.

        Args:
            words: the different tokens of the doc that are known.
            corrected: what misspelt tokens were meant as, by index.
        """
        if corrected:
            words = {*words, *corrected.values()}
            doc = Doc(self._vocab, words=[corrected.get(token.i, token.text) for token in doc])
        with self._lock:
            for word in words - self._met:
                self._learn(word)
            hits = self._matcher(doc)
        forms = self._forms
        return [(forms[key], first, last) for key, first, last in hits]

    def _learn(self, word: str) -> None:
        """Add the forms that begin with a token to the matcher."""
        self._met.add(word)
        for number in self._index.beginning_with(word):
            form = self.taxonomy.form(number)
            self._forms[self._vocab.strings.add(str(number))] = form
            self._matcher.add(str(number), [Doc(self._vocab, words=list(form.tokens))])

    def targets(self, initial: str, length: int) -> list[str]:
        """The tokens that a misspelt one may have been meant as: same first letter, given length."""
        if self._targets is None:
            buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
            ordinary = words()
            for token in self._index.clear:
                minimum = _MIN_WORD if token in ordinary else MIN_FUZZY
                if len(token) >= minimum and token.isalpha():
                    buckets[token[0], len(token)].append(token)
            self._targets = buckets
        return self._targets.get((initial, length), [])
