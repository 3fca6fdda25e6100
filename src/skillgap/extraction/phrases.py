"""Wordings as a tree over tokens: plain words, and parts that stand for many (`data/phrases.yaml`).

A wording is a string of pieces with spaces between them. A piece is plain text, or a part:

    {name}       any phrase of that name; its phrases are wordings themselves
    {!name}      one word that is none of these
    *            one word
    ...          up to eight words within a clause
    {start}      nothing, but a clause begins here
    {end}        nothing, but a clause ends here

A `?` behind `{name}` makes it optional.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, reduce
from itertools import product
from typing import Any, Generic, NamedTuple, Protocol, TypeVar
from unicodedata import category

from skillgap.documents.builder import BULLETS
from skillgap.extraction.data import rules
from skillgap.taxonomy.forms import split

T = TypeVar("T")
_STARTS = frozenset(".:;!?(-*|") | frozenset(BULLETS)
_ENDS = frozenset(".,;:!?)|/")
GAP = 8
"""So many words `...` may stand for."""


class Part(Protocol):
    """What stands for many words."""

    firsts: frozenset[str] | None
    """The words with which it may begin; None if any."""

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        """The places behind it if it begins at `index` of a stretch `[first, last)`."""


def _words(piece: str) -> Sequence[str]:
    """The tokens of plain text; most wordings are letters and spaces, and need no pattern for it."""
    return piece.lower().split(" ") if piece.replace(" ", "").isalpha() else split(piece)


class Node(Generic[T]):
    """A node of a tree of wordings: the words and parts that may follow, and what ends here."""

    __slots__ = ("_by_first", "_open", "ends", "joined", "next", "parts")

    def __init__(self) -> None:
        self.next: dict[str, Node[T]] = {}
        self.parts: dict[str, tuple[Part, Node[T]]] = {}
        self.ends: list[T] = []
        self.joined: Node[T] | None = None
        self._by_first: dict[str, list[tuple[Part, Node[T]]]] | None = None
        self._open: list[tuple[Part, Node[T]]] = []

    def add(self, wording: str, what: T) -> None:
        """Hang a wording into the tree that begins here."""
        if not has_parts(wording):
            self._behind(wording).ends.append(what)
            return
        for pieces in product(*map(_choices, wording.split())):
            node = self
            for piece in filter(None, pieces):
                node = node._behind(piece)
            node.ends.append(what)

    def join(self, wording: str, tree: Node[T]) -> None:
        """Let all wordings of another tree follow on a wording, of parts without `?`."""
        node = self
        for piece in wording.split():
            node = node._behind(piece)
        node.joined = tree

    def _behind(self, piece: str) -> Node[T]:
        if piece not in {"*", "..."} and (piece[0], piece[-1]) != ("{", "}"):
            node = self
            for word in _words(piece):
                following = node.next.get(word)
                if following is None:  # a node is too dear to be made for nothing: there are thousands of wordings
                    following = node.next[word] = Node()
                node = following
            return node
        if piece not in self.parts:
            self.parts[piece] = _part(piece), Node()
            self._by_first = None
        return self.parts[piece][1]

    def _beginning_with(self, word: str) -> list[tuple[Part, Node[T]]]:
        """The parts that may begin with a word, in order."""
        if self._by_first is None:
            self._by_first, self._open = {}, []
            for each in self.parts.values():
                if each[0].firsts is None:
                    for parts in (self._open, *self._by_first.values()):
                        parts.append(each)
                else:
                    for first in each[0].firsts:
                        self._by_first.setdefault(first, [*self._open]).append(each)
        return self._by_first.get(word, self._open)

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> list[tuple[int, Node[T]]]:
        """The nodes where something ends that stands in a stretch `[first, last)` from `index`, and the places behind it."""
        found: list[tuple[int, Node[T]]] = []
        self._gather(words, index, first, last, found)
        return found

    def _gather(self, words: Sequence[str], index: int, first: int, last: int, found: list[tuple[int, Node[T]]]) -> None:
        if self.ends:
            found.append((index, self))
        word = words[index] if index < last else ""
        following = self.next.get(word)
        if following is not None:
            following._gather(words, index + 1, first, last, found)
        for part, following in self._beginning_with(word) if self.parts else ():
            for stop in part.stops(words, index, first, last):
                following._gather(words, stop, first, last, found)
        if self.joined is not None:
            self.joined._gather(words, index, first, last, found)

    def opening(self) -> Opening:
        """What may come next."""
        result = Opening(set(self.next), False, bool(self.ends))
        for part, following in self.parts.values():
            if part.firsts is not None:
                result.words.update(part.firsts)
            else:
                result = result.or_(following.opening() if isinstance(part, _Edge) else _ANY)
        return result if self.joined is None else result.or_(self.joined.opening())

    def behind(self, word: str) -> Opening:
        """What may come next behind a word."""
        result = self.next[word].opening() if word in self.next else Opening(set(), False, False)
        for part, following in self.parts.values():
            if isinstance(part, Phrase):
                inside = part.tree.behind(word)
                result = result.or_(Opening(inside.words, inside.any, False))
                if inside.done:
                    result = result.or_(following.opening())
            else:
                result = result.or_(following.behind(word) if isinstance(part, _Edge) else following.opening())
        return result if self.joined is None else result.or_(self.joined.behind(word))


class Opening(NamedTuple):
    """The words with which a wording may go on, whether any may come, and whether it may be at its end."""

    words: set[str]
    any: bool
    done: bool

    def or_(self, other: Opening) -> Opening:
        """What may come in one or the other."""
        return Opening(self.words | other.words, self.any or other.any, self.done or other.done)


_ANY = Opening(set(), True, False)


class Beginnings:
    """With which words the wordings of trees may begin; quick to ask.

    Raises:
        ValueError: a wording begins with no word of its own.
    """

    def __init__(self, *trees: Node[Any]) -> None:
        opening = reduce(Opening.or_, [tree.opening() for tree in trees])
        if opening.any or opening.done:
            raise ValueError("a wording must begin with a word of its own")
        self.firsts = frozenset(opening.words)
        self._trees = trees
        self._seconds: dict[str, frozenset[str] | None] = {}

    def stand_at(self, words: Sequence[str], index: int) -> bool:
        """Whether a wording may begin with the words at `index`."""
        word = words[index]
        if word not in self.firsts:
            return False
        if word not in self._seconds:
            behind = reduce(Opening.or_, [tree.behind(word) for tree in self._trees])
            self._seconds[word] = None if behind.any or behind.done else frozenset(behind.words)
        seconds = self._seconds[word]
        return seconds is None or (index + 1 < len(words) and words[index + 1] in seconds)


class Phrase:
    """Any phrase of a name."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self.tree: Node[bool] = Node()
        for wording in wordings:
            self.tree.add(wording, True)
        opening = self.tree.opening()
        if opening.any or opening.done:
            raise ValueError("a phrase must begin with a word of its own")
        self.firsts: frozenset[str] | None = frozenset(opening.words)

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        """The places behind the phrases that begin at `index`."""
        return {stop for stop, _ in self.tree.stops(words, index, first, last)}


class _Word:
    firsts: frozenset[str] | None = None

    def __init__(self, but: frozenset[str] = frozenset()) -> None:
        self.but = but

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        return (index + 1,) if index < last and words[index][0].isalnum() and words[index] not in self.but else ()


class _Edge:
    firsts: frozenset[str] | None = None

    def __init__(self, start: bool) -> None:
        self.start = start

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        if self.start:
            return (index,) if begins_clause(words, index, first) else ()
        return (index,) if index == last or words[index][0] in _ENDS else ()


_PICTURES = "\u2500"
"""From here on a sign is a picture; those before it belong to a word: "Java®", "20 °C"."""


class _Gap:
    firsts: frozenset[str] | None = None

    def __init__(self, ends: frozenset[str]) -> None:
        self.ends = ends

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        for stop in range(index, min(index + GAP, last) + 1):
            yield stop
            if stop == last or words[stop] in self.ends or not (words[stop][0].isalnum() or words[stop] in "'-"):
                return


def begins_clause(words: Sequence[str], index: int, first: int) -> bool:
    """Whether a clause begins with the word at `index` of a stretch from `first` on."""
    return index == first or _begins_anew(words[index - 1][0]) or _is_numbered(words, index, first)


def _is_numbered(words: Sequence[str], index: int, first: int) -> bool:
    """Whether nothing stands before a word but what numbers an item: "1)", "(b)"."""
    return 2 <= index - first <= 3 and words[index - 1] == ")" and len(words[index - 2]) <= 2


def _begins_anew(char: str) -> bool:
    """Whether a clause begins behind a sign: a mark between clauses, or a picture before an item."""
    return char in _STARTS or (char >= _PICTURES and category(char) == "So")


def has_parts(wording: str) -> bool:
    """Whether a wording has pieces that stand for several words."""
    return "{" in wording or "*" in wording or "..." in wording


def _choices(piece: str) -> tuple[str, ...]:
    return (piece[:-1], "") if piece.endswith("}?") else (piece,)


@cache
def _part(piece: str) -> Part:
    name = piece.strip("{}")
    if piece == "*":
        return _Word()
    if piece == "...":
        return _Gap(phrase("stop").firsts or frozenset())
    if name in {"start", "end"}:
        return _Edge(name == "start")
    return _Word(phrase(name[1:]).firsts or frozenset()) if name[0] == "!" else phrase(name)


@cache
def phrase(name: str) -> Phrase:
    """The phrases of a name in `data/phrases.yaml`."""
    return Phrase(wording for rule in rules("phrases") if rule["name"] == name for wording in rule["phrases"])
