"""Words in which a blank or a line end was lost: `UnixEducation`, `DockerKubernetesTerraform`.

A word that nobody knows is parted at its capitals if every piece of it is something known: the name of a technology or an idea,
the end or the beginning of one of several words (`Amazon Web ServicesDocker`), a heading before all others or a word that begins
headings or lines behind them. One piece at least is a name that has no other sense. So `HibernateLink`, `KafkaTemplate` and
`getRedisClient` stay as they are.

In: the tokens of a text. Out: which of them are several words, and where each begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from skillgap.extraction.data import rules
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.lexicon import REACH, Lexicon
from skillgap.model import Tokens

_INNER = re.compile(r"[a-z][A-Z]|[A-Z][A-Z][a-z]")
"""A capital inside a word, where another may begin."""
_CAPITAL = re.compile(r"[A-Z]")
_LONGEST = 80
"""A longer word (characters) is no row of names but something unbroken."""
_SHORTEST = 3
"""Between two capitals (`HTMLCSSJavaScript`) a name ends and begins only if both have so many letters."""


@cache
def _headings() -> frozenset[str]:
    """The headings of one word, to which a name may be glued: `SkillsPython`."""
    return frozenset(phrase for rule in rules("sections") for phrase in rule["phrases"] if " " not in phrase)


@cache
def _first_words() -> frozenset[str]:
    """Words that begin lines and headings; what else is glued behind a name may be part of it (`HibernateLink`)."""
    trades = ("developer", "engineer", "consultant", "architect")
    begin = [words for rule in rules("openers") for key in ("openers", "glued") for words in rule.get(key, ())]
    head = [phrase for rule in rules("sections") for phrase in rule["phrases"]]
    return frozenset({*trades, *(words.lower().split()[0] for words in (*begin, *head))})


class Glue:
    """Finds the words that were glued together, by the names of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def parts(self, tokens: Tokens, text: str) -> list[tuple[int, list[int]]]:
        """The tokens that are several words, in order, each with the offsets in `text` where all but the first word begin."""
        found = []
        done = 0
        for match in _INNER.finditer(text):
            if match.start() < done:
                continue
            index = bisect_right(tokens.starts, match.start()) - 1
            start, done = tokens.starts[index], tokens.ends[index]
            word = text[start:done]
            if len(word) == len(tokens.words[index]) <= _LONGEST and tokens.words[index] not in self._lexicon.tokens:
                cuts = self._cuts(word, tokens.words, index)
                if cuts:
                    found.append((index, [start + cut for cut in cuts]))
        return found

    def _cuts(self, word: str, words: Sequence[str], index: int) -> list[int]:
        """Where the pieces of a word begin, but for the first: the fewest of which all are known, or none."""
        places = [0, *(match.start() for match in _CAPITAL.finditer(word, 1)), len(word)]
        best: dict[int, list[int]] = {0: []}
        """By the end of a piece: where the pieces up to there begin."""
        for end in places[1:]:
            ways = [
                [*best[begin], begin]
                for begin in places
                if begin in best and begin < end and self._is_piece(word, begin, end, words, index)
            ]
            if ways:
                best[end] = min(ways, key=len)
        begins = best.get(len(word), [])
        pieces = pairwise([*begins, len(word)])
        return begins[1:] if any(self._is_clear(word, begin, end, words, index) for begin, end in pieces) else []

    def _is_piece(self, word: str, begin: int, end: int, words: Sequence[str], index: int) -> bool:
        """Whether a stretch of a word is something known."""
        piece = word[begin:end].lower()
        if begin == 0 and end == len(word):
            return False
        if self._completes(word, begin, end, words, index):
            return True
        if len(piece) < 2 or (len(piece) < _SHORTEST and (word[begin:].isupper() or word[end - 1 : end + 2].isupper())):
            return False
        heads = _headings() if begin == 0 else _first_words() if end == len(word) else ()
        return self._is_name(piece) or piece in heads

    def _completes(self, word: str, begin: int, end: int, words: Sequence[str], index: int) -> bool:
        """Whether a name of several words ends in the first piece, or begins with the last."""
        piece = word[begin:end].lower()
        if begin == 0:
            before = words[max(0, index - REACH) : index]
            return self._lexicon.completes([*before, piece], len(before), piece)
        return end == len(word) and self._lexicon.completes([piece, *words[index + 1 : index + 1 + REACH]], 0, piece)

    def _is_name(self, piece: str) -> bool:
        """Whether a piece is all of a name; an English word is one only as the name of a technology (`Spring`)."""
        form = self._lexicon.named((piece,))
        if form is None or form.origin == "typo" or form.skill.kind == "soft":
            return False
        return form.skill.kind == "technology" or not is_word(piece)

    def _is_clear(self, word: str, begin: int, end: int, words: Sequence[str], index: int) -> bool:
        """Whether a piece has no other sense."""
        form = self._lexicon.named((word[begin:end].lower(),))
        if form is not None and form.origin not in {"typo", "weak"} and end - begin >= _SHORTEST:
            return True
        return self._completes(word, begin, end, words, index)
