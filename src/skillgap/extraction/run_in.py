"""Headings inside a long line, where a page's lines were run together.

In: a line (plain) and the kind of document. Out: where headings stand in it, and the kinds of section that they open: a clause
that ends with a colon, or a known phrase or wording of several words, with capitals, before a capital; and where a sentence asks
for something, whatever the one before was about. What headings mean is told in `headings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from skillgap.extraction.data import rules
from skillgap.extraction.headings import OF_ANYTHING, begins, cleaned, first_word, heading_kind, headings
from skillgap.extraction.patterns import either
from skillgap.model import Kind

MAX_HEADING = 60
"""A line longer than this (characters) is no heading by its looks."""
MAX_CLAUSE = 100
"""A line that ends with a colon may be longer (characters): "In addition it would be good if you had experience in:"."""
SMALL_WORD = 3
"""Words so long (characters) have no capital in a title."""
_SENTENCE_STARTS = frozenset({"we", "you", "it", "i", "this", "as", "in"})
"""A phrase that begins with one of these may be a sentence; in mid-line it needs its colon."""
_CAPITAL = re.compile(r"[A-Z](?<![^\sa-z].)(?=(?P<rest>[^\s:]{0,60}))")
"""A capital at the beginning of a word, or behind the small letter of one that a heading is glued to."""
_WORD = re.compile(r"[^\s:]+")
_BEFORE_CAPITAL = re.compile(r"\s+(?:[A-Z*•-]|\d+\+? ?(?:-|–|to)? ?\d*\+? (?:years|yrs)\b)|\s*$")
"""What stands behind a heading: the beginning of another line, or of an item with years."""
_TITLED = re.compile(r"\s(?:[A-Z]|&|and\s)")
"""Behind the first word of a composed heading."""
_TITLE_WORDS = 8
"""A composed heading in mid-line has no more words ..."""
_TITLE_KINDS = frozenset({"required", "preferred", "duties", "stack"})
"""... and opens one of these; "Core Values Ltd" is a name."""
_COLON = re.compile(r":(?=\s|$)")
_STOP = re.compile(r"[.!?;](?=\s)")
_LEADS_ON = (" for", " if", " if you", " if you know", " if you have")
"""Ends of phrases behind which a sentence goes on: "Bonus points for Kotlin." heads nothing else."""
_OF_US = r"(?!(?<=We need) to\b)"
"""What "We need" does not go on with where it asks: "We need to deploy often"."""
_ALONE = frozenset({"qualifications", "requirements"})
"""Words that are a heading in mid-line even alone ..."""
_SMALL = re.compile(r"[a-z)][.!?]?\s+$")
_OF_A_NOUN = re.compile(
    r"\b(?:the|our|your|their|these|those|my|its|all|of|for|and|or|with|to|from|by|on|in|as)\s+$", re.IGNORECASE
)
"""... behind a word in small letters that is none of these ..."""
_NEAR = 20
"""So many characters tell what stands before a word."""
_COMPOUND = re.compile(r"\s+(?:Engineer|Analy|Manage|Gathering|Elicitation|Specification|Document)")
"""... and before none of these."""


def run_in(piece: str, kind: Kind) -> list[tuple[int, int, str]]:
    """The headings inside a line, in order: where they begin and end, and what they open."""
    found = {start: (end, section) for start, end, section in (*_titles(piece, kind), *_clauses(piece, kind))}
    return [(start, end, section) for start, (end, section) in sorted(found.items())]


def asks_at(piece: str, start: int) -> int | None:
    """Where the first sentence begins, behind `start`, that asks for something (`data/openers.yaml`)."""
    match = _asking().search(piece, start)
    return match.start("sentence") if match else None


def asks(sentence: str) -> bool:
    """Whether a sentence (without a bullet) asks for something, whatever those beside it are about."""
    return _asked().match(sentence) is not None


def asks_apart(paragraph: str) -> bool:
    """Whether a paragraph asks for something, whatever the one before told of what a company works with."""
    return _asked_apart().match(paragraph) is not None


@cache
def _asked_apart() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('asks')}|{_words('opens')})\b{_OF_US}(?!.*\?)")


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"[.!?;|)][\"']?\s+(?:[*•-]\s+)?(?P<sentence>{_words('asks')}\b{_OF_US})")


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"{_words('asks')}\b{_OF_US}(?!.*\?)|(?!(?i:{_words('unless')})\b).*\b{_words('ends')}\W*$", re.DOTALL)


def _words(key: str) -> str:
    """The words of a rule of `data/openers.yaml`, as a pattern."""
    return either(" | ".join(words for rule in rules("openers") for words in rule.get(key, ())))


def _titles(text: str, kind: Kind) -> Iterator[tuple[int, int, str]]:
    """Known phrases of several words that no sentence begins with."""
    known = headings(kind)
    end = 0
    for opening in _CAPITAL.finditer(text):
        start = opening.start()
        first = first_word(opening[0] + opening["rest"])
        if start < end or first in _SENTENCE_STARTS:
            continue
        titled = _TITLED.match(text, opening.end("rest"))
        composed = _composed(text, start, kind) if titled and begins(first) in known.firsts else None
        if composed:
            end = composed[0]
            yield start, *composed
            continue
        if first not in known.longest:
            continue
        words = list(_WORD.finditer(text, start, start + MAX_HEADING))[: known.longest[first] + 1]
        for count in range(len(words), 0, -1):
            stop = words[count - 1].end()
            phrase = cleaned(text[start:stop])
            if (
                count == 1
                and " " not in phrase
                and (start or len(phrase) < 5)
                and not _stands_alone(text, start, stop, phrase, kind)
            ):
                continue
            if phrase.endswith(_LEADS_ON):
                continue
            if phrase in known.exact and phrase not in known.whole and _BEFORE_CAPITAL.match(text, stop):
                end = stop
                yield start, stop, known.exact[phrase]
                break


def _composed(text: str, start: int, kind: Kind) -> tuple[int, str] | None:
    """The end and the kind of a composed heading in title case at `start`: "... for all. Required Skills & Experience Docker"."""
    if _OF_A_NOUN.search(text[max(0, start - _NEAR) : start]):
        return None
    words = list(takewhile(_is_titled, _WORD.finditer(text, start, start + MAX_HEADING)))[:_TITLE_WORDS]
    for word in reversed(words[1:]):
        if text[word.end() - 1] not in ",;." and _BEFORE_CAPITAL.match(text, word.end()):
            found = heading_kind(text[start : word.end()], kind, False, otherwise=False)
            if found in _TITLE_KINDS:
                return word.end(), found
    return None


def _is_titled(word: re.Match[str]) -> bool:
    """Whether a word is written as in a title."""
    return len(word[0]) <= SMALL_WORD or word[0][0].isupper()


def _clauses(text: str, kind: Kind) -> Iterator[tuple[int, int, str]]:
    """Clauses that end with a colon; each begins at the nearest capital from which on it is a heading."""
    end = 0
    exact = headings(kind).exact
    for colon in _COLON.finditer(text):
        stop = colon.start()
        begin = max(end, stop - MAX_CLAUSE)
        stops = list(_STOP.finditer(text, begin, stop))
        begin = stops[-1].end() if stops else begin
        openings = [match.start() for match in _CAPITAL.finditer(text, begin, stop)]
        whole = [start for start in openings if cleaned(text[start:stop]) in exact]
        for start in whole[:1] or reversed(openings):  # "What We Offer:" is no "Offer:"
            section = heading_kind(text[start:stop], kind)
            if section and cleaned(text[start:stop]) not in OF_ANYTHING:
                yield start, stop, section
                break
        end = colon.end()


def _stands_alone(text: str, start: int, stop: int, phrase: str, kind: Kind) -> bool:
    """Whether one word in mid-line is a heading: "... functional tests Qualifications University degree ..."."""
    if kind != "posting" or phrase not in _ALONE or _COMPOUND.match(text, stop):
        return False
    before = text[max(0, start - _NEAR) : start]
    return _SMALL.search(before) is not None and _OF_A_NOUN.search(before) is None
