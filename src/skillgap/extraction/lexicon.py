"""The forms of a taxonomy, arranged for matching: by first token, and as a vocabulary for spelling.

A `PhraseMatcher` over all forms takes long to build, and a document meets few of them. So a form is added to the matcher when a
document first shows its first token; from then on it stays.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.extraction.data import words
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.forms import Form

MIN_FUZZY = 5
"""Shorter tokens are never corrected (letters)."""
REACH = 4
"""A misspelt word of a name stands at most so many words from its beginning, and from its end."""
_MIN_WORD = 8
"""An ordinary English word is a target of correction only from this length on."""
_MIN_NAME = 6
"""The name of a technology that is such a word too (Python, Django) is one from this length on."""


class _Spelling(NamedTuple):
    """What misspelt tokens may have been meant as: names of technologies, all targets, and names without their first letter."""

    names: frozenset[str]
    targets: dict[tuple[str, int], list[str]]
    by_ending: dict[str, str]


class Lexicon:
    """Forms by first token, with a matcher that grows by what the documents need. May be used from several threads."""

    def __init__(self, taxonomy: Taxonomy, vocab: Vocab) -> None:
        self.taxonomy = taxonomy
        self._vocab = vocab
        self._index = taxonomy.index
        self._met: set[str] = set()
        self._forms: dict[int, Form] = {}
        self._matcher = PhraseMatcher(vocab, attr="ORTH")
        self._likes: dict[tuple[str, int], list[str]] = {}
        self._lock = threading.Lock()

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
        """The tokens that a misspelt one may have been meant as, names of technologies first: same first letter, given length."""
        return self._spelling.targets.get((initial, length), [])

    def with_ending(self, ending: str) -> str | None:
        """The name of a technology that goes on like this after its first letter, or None."""
        return self._spelling.by_ending.get(ending)

    def spelled_like(self, initial: str, length: int) -> list[str]:
        """The tokens of all forms, ordinary words too, with this first letter and length."""
        if (initial, length) not in self._likes:
            vocabulary = self._index.vocabulary
            stretch = range(bisect_left(vocabulary, initial), bisect_left(vocabulary, chr(ord(initial) + 1)))
            self._likes[initial, length] = [vocabulary[number] for number in stretch if len(vocabulary[number]) == length]
        return self._likes[initial, length]

    def but_for_the_first_letter(self, token: str) -> tuple[str, ...]:
        """The tokens of all forms whose first letter is wrong, missing, needless or in the second place in this one."""
        others = (letter + rest for rest in (token, token[1:]) for letter in ascii_lowercase)
        likes = (token[1] + token[0] + token[2:], token[1:], *others)
        return tuple(like for like in likes if len(like) >= MIN_FUZZY and like in self.tokens and like != token)

    def completes(self, words: Sequence[str], index: int, token: str) -> bool:
        """Whether a form of several words stands in `words` if `token` is read at `index`."""
        low = max(0, index - REACH)
        read = [*words[low:index], token, *words[index + 1 : index + 1 + REACH]]
        for first in range(index - low + 1):
            for number in self._index.beginning_with(" ".join(read[first : first + 2])):
                tokens = self._index.tokens[number].split(" ")
                if index - low < first + len(tokens) > first + 1 and tokens == read[first : first + len(tokens)]:
                    return True
        return False

    def named(self, tokens: tuple[str, ...]) -> Form | None:
        """The form of exactly these tokens, or None."""
        joined = " ".join(tokens)
        numbers = self._index.beginning_with(" ".join(tokens[:2]))
        number = next((number for number in numbers if self._index.tokens[number] == joined), None)
        return None if number is None else self.taxonomy.form(number)

    def is_name(self, token: str) -> bool:
        """Whether a token is the whole name of a technology and long enough to be recognised where it is misspelt."""
        return token in self._spelling.names

    @cached_property
    def _spelling(self) -> _Spelling:
        ordinary = words()
        names = frozenset(
            token
            for token in self._index.names
            if token.isalpha() and len(token) >= (_MIN_NAME if token in ordinary else MIN_FUZZY)
        )
        targets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for token in sorted(names) + sorted(set(self._index.clear) - names):
            minimum = _MIN_WORD if token in ordinary and token not in names else MIN_FUZZY
            if len(token) >= minimum and token.isalpha():
                targets[token[0], len(token)].append(token)
        return _Spelling(names, targets, {name[1:]: name for name in sorted(names) if len(name) >= _MIN_NAME})
