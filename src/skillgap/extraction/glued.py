"""Words between which a blank or a line's end was lost: `UnixEducation`, `DockerKubernetesTerraform`, `What you bring5+ years`.

A word that nobody knows is parted at its capitals if every piece of it is something known: the name of a technology or an idea,
the end or the beginning of one of several words (`Amazon Web ServicesDocker`), a heading before all others or a word that begins
headings or lines behind them. One piece at least is a name that has no other sense. So `HibernateLink`, `KafkaTemplate` and
`getRedisClient` stay as they are.

Where two such words begin in one line, its line ends were lost: there each glued word begins a line, and the pieces of a word
may be English too (`tasksDesign`).

Names glued behind a number (`HTML5CSS3`) are tokens of their own already; `exact` lets them stand.

In: the tokens of a text. Out: which of them are several words, and where lines begin that nothing shows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.lexicon import REACH, Lexicon
from skillgap.model import Tokens

_INNER = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=[A-Z].)(?=[a-z]))")
"""A capital inside a word, where another may begin."""
_CAPITAL = re.compile(r"[A-Z]")
_LONGEST = 80
"""A longer word (characters) is no row of names but something unbroken."""
_MOST = 25
"""No row of names has more capitals."""
_SHORTEST = 3
"""Between two capitals (`HTMLCSSJavaScript`) a name ends and begins only if both have so many letters."""


_MORE_YEARS = r"\+?(?: ?(?:-|to) ?\d{1,2}\+?)? ?(?:years?|yrs?|months?|days?)\b"
_YEARS = rf"\d{{1,2}}{_MORE_YEARS}"
_SEAM = re.compile(rf"[a-z](?={_YEARS})|[a-z][.!?](?=[A-Z][a-z]|{_YEARS})|[a-z]:(?=[A-Z]|{_YEARS})|\w\)(?=[A-Z])")
"""A place between two lines, where something else than a letter stands at it."""
_START = re.compile(rf"[A-Z\d](?:(?<=[A-Za-z0-9.!?:)][A-Z])[a-z]{{2,}}|(?<=[a-z.:)]\d)\d?{_MORE_YEARS})")
"""What begins in mid-word and may begin a line."""
_LAST_OF_HEADINGS = frozenset({"us", "me", "do"})
"""Short words with which headings end: `About usWe run`."""
_MANY = 2
"""So many beginnings of lines are glued to other words where line ends were lost."""
_LETTERS = re.compile(r"[A-Za-z]*")


@cache
def _last_words() -> frozenset[str]:
    """Words with which names of events and firms end."""
    return frozenset(word.lower() for rule in rules("openers") for word in rule.get("ends_names", ()))


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


def _seams(text: str, start: int, end: int) -> Iterator[int]:
    """Where lines begin in `[start, end)`, in which line ends were lost, but for those between two letters."""
    return (match.end() for match in _SEAM.finditer(text, start, end) if _begins_line(text, match.end()))


def _begins_line(text: str, place: int) -> bool:
    """Whether what stands behind a mark may begin a line: years, anything behind a label or a bracket, or an English word."""
    if text[place].isdigit() or text[place - 1] in ":)":
        return True
    match = _LETTERS.match(text, place)
    word = match[0] if match else ""
    inner = _INNER.search(word)
    return is_word(word.lower()) or word[: inner.start() if inner else None].lower() in _first_words()


def _may_be_words(word: str, begin: int, end: int) -> bool:
    """Whether a stretch may be the words at which two lines meet: before others anything in small letters (the end of a line), or
    an English word in capitals (that of a heading); behind others an English word, but for the end of the name of an event or a
    firm (`RustFest`)."""
    piece = word[begin:end]
    if (
        begin == 0
        and end < len(word)
        and (len(piece) >= _SHORTEST or piece in _LAST_OF_HEADINGS)
        and (piece.islower() or (piece.isupper() and is_word(piece.lower())))
    ):
        return True
    return piece in {"A", "I"} or (piece[1:].islower() and is_word(piece.lower()) and piece.lower() not in _last_words())


class Parted(NamedTuple):
    """What was glued together in a text.

    Attributes:
        words: the tokens that are several words, in order, each with the offsets (characters) where all but the first begin.
        lines: where lines begin whose ends before them were lost, in order.
    """

    words: list[tuple[int, list[int]]]
    lines: tuple[int, ...]


_NOTHING = Parted([], ())


class Glue:
    """Finds the words that were glued together, by the names of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def parted(self, tokens: Tokens, text: str) -> Parted:
        """The words of a text that were glued together."""
        unknown = list(self._unknown(tokens, text))
        if not unknown:
            return _NOTHING
        runs = self._run_together(unknown, text)
        words = []
        lines = [place for start, end in runs for place in _seams(text, start, end)]
        seen = list(tokens.words)
        for index, start, word in unknown:
            run = bisect_right(runs, (start, len(text))) - 1
            lost = run >= 0 and start < runs[run][1]
            cuts = self._cuts(word, seen, index, lost=lost)
            if cuts:
                words.append((index, [start + cut for cut in cuts]))
                lines += [start + cut for cut in cuts if lost]
                seen[index] = word[cuts[-1] :].lower()
        return Parted(words, tuple(sorted(set(lines))))

    def _unknown(self, tokens: Tokens, text: str) -> Iterator[tuple[int, int, str]]:
        """The words with a capital inside that nobody knows: token, offset and as it is written."""
        done = 0
        for match in _INNER.finditer(text):
            if match.start() < done:
                continue
            index = bisect_right(tokens.starts, match.start()) - 1
            start, done = tokens.starts[index], tokens.ends[index]
            word = text[start:done]
            if len(word) == len(tokens.words[index]) <= _LONGEST and tokens.words[index] not in self._lexicon.tokens:
                yield index, start, word

    def _run_together(self, unknown: Sequence[tuple[int, int, str]], text: str) -> list[tuple[int, int]]:
        """The lines of a text in which line ends were lost: no such line is without a word that begins inside another."""
        if not any(self._may_begin(match[0]) for _, _, word in unknown for match in _START.finditer(word)):
            return []
        runs: list[tuple[int, int]] = []
        start = end = count = 0
        for match in _START.finditer(text):
            if not (match[0][0].isdigit() or (self._may_begin(match[0]) and self._is_glued(text, *match.span()))):
                continue
            if match.start() >= end:
                start, end, count = text.rfind("\n", end, match.start()) + 1 or end, text.find("\n", match.start()), 0
                end = end if end >= 0 else len(text)
            count += 1
            if count == _MANY:
                runs.append((start, end))
        return runs

    def _may_begin(self, word: str) -> bool:
        """Whether a word may begin a line."""
        return word.lower() in _first_words() or self._lexicon.is_name(word.lower())

    def _is_glued(self, text: str, start: int, end: int) -> bool:
        """Whether what begins inside a word is no part of a known name, nor of a field's name in quotes."""
        low = max(0, start - _LONGEST)
        while start > low and text[start - 1].isalpha():
            start -= 1
        return text[start:end].lower() not in self._lexicon.tokens and text[end : end + 1] not in {'"', "'", "`", "("}

    def _cuts(self, word: str, words: Sequence[str], index: int, *, lost: bool) -> list[int]:
        """Where the pieces of a word begin, but for the first: the fewest of which all are known, or none.

        `lost`: line ends were lost around it, so that the pieces may be English words.
        """
        places = [0, *(match.start() for match in _CAPITAL.finditer(word, 1)), len(word)]
        if len(places) > _MOST:
            return []
        best: dict[int, list[int]] = {0: []}
        """By the end of a piece: where the pieces up to there begin."""
        for end in places[1:]:
            ways = [
                [*best[begin], begin]
                for begin in places
                if begin in best and begin < end and self._is_piece(word, begin, end, words, index, lost=lost)
            ]
            if ways:
                best[end] = min(ways, key=len)
        begins = best.get(len(word), [])
        pieces = pairwise([*begins, len(word)])
        return begins[1:] if lost or any(self._is_clear(word, begin, end, words, index) for begin, end in pieces) else []

    def _is_piece(self, word: str, begin: int, end: int, words: Sequence[str], index: int, *, lost: bool) -> bool:
        """Whether a stretch of a word is something known."""
        piece = word[begin:end].lower()
        if begin == 0 and end == len(word):
            return False
        if self._completes(word, begin, end, words, index) or (lost and _may_be_words(word, begin, end)):
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
