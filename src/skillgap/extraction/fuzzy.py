"""Reads misspelt tokens as what they were meant to be, `Kuberntes` as kubernetes; the phrase matcher then finds them.

Only tokens that are no part of any known name and no English word are looked at, and only changes of one letter (two in long
ones, which keep the first) are allowed: so an ordinary word is never taken, and near neighbours (Java, JavaScript) never merge,
since both are known. A word that is no name by itself is read as misspelt only where the rest of a name stands beside it: the
first of `Sprign Boot`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from skillgap.extraction.data import foreign, words
from skillgap.extraction.lexicon import MIN_FUZZY, Lexicon
from skillgap.extraction.workspace import Workspace

LONG = 9
"""From this length on (letters), two letters may differ."""
CACHE = 20_000
"""So many strange words are remembered with what they were meant as; more would only fill with words that do not come again."""
_BEGINNING = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]*(?=[A-Z])")
"""The first part of a word with capitals inside."""
_HEADED = re.compile(r"(?P<head>[A-Z][a-z]{1,3})(?=[A-Z])|(?P<stem>[A-Za-z]{2,4})(?=[Ss]erver$)")
"""What stands before the last word of a compound: `Map` of MapServer and of Mapserver."""
_PART = 4
"""The shortest word of a compound (letters)."""

_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "d", "ly", "al", "able", "ment", "ness", "ion", "ions", "ize", "ized", "ised")


_INFLECTED = frozenset("aeioukns")
"""What words of one stem end in, in English and its neighbours: Informatica, Informatics, Informatik."""


def is_word(token: str) -> bool:
    """Whether a lower-case token is an ordinary English word, in one of its common endings."""
    ordinary = words()
    return token in ordinary or any(
        token.endswith(end) and (token[: -len(end)] in ordinary or token[: -len(end)] + "e" in ordinary) for end in _ENDINGS
    )


def _is_compound(token: str) -> bool:
    """Whether a lower-case token is made of two English words ("watermill", of Watermill)."""
    ordinary = words()
    return any(token[:at] in ordinary and token[at:] in ordinary for at in range(_PART, len(token) - _PART + 1))


def _has_own_beginning(surface: str) -> bool:
    """Whether a word with capitals inside begins with a letter or an English word that stands for itself: XQuery is no jQuery,
    GenServer no XenServer, but `SngularJS` may be AngularJS."""
    begins = _BEGINNING.match(surface)
    return begins is not None and (len(begins[0]) == 1 or begins[0].lower() in words())


def _has_other_head(surface: str, meant: str) -> bool:
    """Whether a compound is as a name but for the short word before the last one, which is another word, or that before "server",
    which may be any: `MapServer` and `GeoServer` are no MCP server and no GenServer, but `GtiHub` is GitHub."""
    begins = _HEADED.match(surface)
    tail = surface[begins.end() :].lower() if begins else ""
    if begins is None or not meant.endswith(tail):
        return False
    head, other = begins[0].lower(), meant[: -len(tail)]
    if tail != "server" and head not in words():
        return False
    return OSA.distance(head, other) > 1 or (len(head) == len(other) and sorted(head) != sorted(other))


def _other_ending(token: str, meant: str) -> bool:
    """Whether two words differ by another ending, not by a letter too many or too few: another word of the same stem, or the word
    of another language ("Informatics" and Informatica, "Statistik" and statistics)."""
    if abs(len(token) - len(meant)) == 1 and OSA.distance(token, meant) == 1:
        return False
    return token[:-1] == meant[: len(token) - 1] and token[-1] != meant[len(token) - 1 : len(token)]


def _slips(token: str, meant: str) -> bool:
    """Whether the last letter of a name was only mistyped: in no language does one word end in both ways."""
    return meant[-1] not in _INFLECTED and token[-1] not in _INFLECTED


def _inflects(token: str, meant: str) -> bool:
    """Whether a token is another form of a word: its plural (not "Jenkin" for Jenkins), or one with another ending."""
    return token == meant + "s" or (_other_ending(token, meant) and not _slips(token, meant))


class FuzzyTokens:
    """Pipeline component: notes in the workspace what misspelt tokens were meant as."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.readings = lru_cache(maxsize=CACHE)(self._readings)

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        known = self._lexicon.tokens
        strange = [word for word in workspace.distinct if len(word) >= MIN_FUZZY and word not in known and word.isalpha()]
        readings = {word: found for word in strange if (found := self.readings(word))}
        if readings:
            words = workspace.tokens.words
            for index, word in enumerate(words):
                if word in readings:
                    meant, parts = readings[word]
                    read = self._completing(words, index, parts) or meant
                    if read and not self._is_another(workspace.surface(index, index + 1), read):
                        workspace.corrected[index] = read
        return doc

    def _is_another(self, surface: str, read: str) -> bool:
        """Whether a word, as it is written, is the name of something else than what it was read as."""
        return _has_other_head(surface, read) or (read[0] != surface[0].lower() and _has_own_beginning(surface))

    def _completing(self, words: Sequence[str], index: int, parts: Iterable[str]) -> str | None:
        """The first of the words that a misspelt one may be with which a longer name stands there."""
        return next((part for part in parts if self._lexicon.completes(words, index, part)), None)

    def _readings(self, token: str) -> tuple[str | None, tuple[str, ...]] | None:
        """The name that a token was meant as, and the words of longer names that it may have been meant as; None if neither."""
        if not token.isascii() or is_word(token) or token in foreign():
            return None
        meant, parts = self._correct(token), self._parts(token)
        return (meant, parts) if meant or parts else None

    def _parts(self, token: str) -> tuple[str, ...]:
        """What one letter makes of a token: words of names, which are no name by themselves."""
        choices = [like for more in (-1, 0, 1) for like in self._lexicon.spelled_like(token[0], len(token) + more)]
        near = (str(like) for like, *_ in process.extract(token, choices, scorer=OSA.distance, score_cutoff=1, limit=None))
        first_wrong = self._lexicon.but_for_the_first_letter(token)
        return (*(like for like in near if not _inflects(token, like)), *first_wrong)

    def _correct(self, token: str) -> str | None:
        """The name that a token was meant as."""
        reach = 2 if len(token) >= LONG else 1
        # of names as near as each other that with a letter more comes before that with another: letters are left out more often
        lengths = (*range(-reach, 0), *range(1, reach + 1), 0)
        choices = [target for more in lengths for target in self._lexicon.targets(token[0], len(token) + more)]
        best = process.extractOne(token, choices, scorer=OSA.distance, score_cutoff=reach)
        if best is None or (best[1] == 2 and len(best[0]) < LONG):
            return self._first_letter(token)
        if best[1] == 2 and _is_compound(token):
            return None
        meant = str(best[0])
        if _inflects(token, meant) or (_other_ending(token, meant) and not self._lexicon.is_name(meant)):
            return None
        return meant

    def _first_letter(self, token: str) -> str | None:
        """The name of a technology that was written with one wrong, missing or needless first letter."""
        if len(token) < MIN_FUZZY:
            return None
        swapped = token[1] + token[0] + token[2:]
        for name in (swapped, token[1:]):
            if len(name) >= MIN_FUZZY and self._lexicon.with_ending(name[1:]) == name:
                return name
        return self._lexicon.with_ending(token) or self._lexicon.with_ending(token[1:])
