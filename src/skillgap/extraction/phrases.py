"""Wordings as a tree over tokens: plain words, and parts that stand for many (`data/phrases.yaml`).

A wording is a string of pieces with spaces between them. A piece is plain text, or a part:

    {name}       any phrase of that name; its phrases are wordings themselves
    {!name}      one word that is none of these
    *            one word
    {start}      nothing, but a clause begins here
    {end}        nothing, but a clause ends here

A `?` behind `{name}` makes it optional.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Generic, Protocol, TypeVar

from skillgap.extraction.data import rules
from skillgap.taxonomy.forms import split

T = TypeVar("T")
_STARTS = frozenset(".:;!?(-*|")
_ENDS = frozenset(".,;:!?)|/")


class Part(Protocol):
    """What stands for many words: where it may stop if it begins at `index` of a stretch `[first, last)`."""

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        """The places behind it."""


class Node(Generic[T]):
    """A node of a tree of wordings: the words and parts that may follow, and what ends here."""

    __slots__ = ("ends", "next", "parts")

    def __init__(self) -> None:
        self.next: dict[str, Node[T]] = {}
        self.parts: dict[str, tuple[Part, Node[T]]] = {}
        self.ends: list[T] = []

    def add(self, wording: str, what: T) -> None:
        """Hang a wording into the tree that begins here."""
        for pieces in product(*map(_choices, wording.split())):
            node = self
            for piece in filter(None, pieces):
                node = node._behind(piece)
            node.ends.append(what)

    def _behind(self, piece: str) -> Node[T]:
        if piece == "*" or (piece[0] == "{" and piece[-1] == "}"):
            return self.parts.setdefault(piece, (_part(piece), Node()))[1]
        node = self
        for word in split(piece):
            node = node.next.setdefault(word, Node())
        return node

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterator[tuple[int, Node[T]]]:
        """The nodes where something ends, and the places behind their words; what is spelt out before what any word may be."""
        if self.ends:
            yield index, self
        if index < last and (following := self.next.get(words[index])) is not None:
            yield from following.stops(words, index + 1, first, last)
        for part, following in self.parts.values():
            for stop in part.stops(words, index, first, last):
                yield from following.stops(words, stop, first, last)

    def firsts(self) -> frozenset[str]:
        """The words with which something that hangs here may begin."""
        result = set(self.next)
        for part, following in self.parts.values():
            if isinstance(part, Phrase):
                result |= part.firsts
            elif isinstance(part, _Edge):
                result |= following.firsts()
            else:
                raise ValueError("a wording must not begin with any word")
        return frozenset(result)


class Phrase:
    """Any phrase of a name; `firsts` are the words with which they begin."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self.tree: Node[bool] = Node()
        for wording in wordings:
            self.tree.add(wording, True)
        self.firsts = self.tree.firsts()

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        """The places behind the phrases that begin at `index`."""
        if index >= last or words[index] not in self.firsts:
            return ()
        return {stop for stop, _ in self.tree.stops(words, index, first, last)}


class _Word:
    def __init__(self, but: frozenset[str] = frozenset()) -> None:
        self.but = but

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        return (index + 1,) if index < last and words[index][0].isalnum() and words[index] not in self.but else ()


class _Edge:
    def __init__(self, start: bool) -> None:
        self.start = start

    def stops(self, words: Sequence[str], index: int, first: int, last: int) -> Iterable[int]:
        if self.start:
            return (index,) if index == first or words[index - 1][0] in _STARTS else ()
        return (index,) if index == last or words[index][0] in _ENDS else ()


def _choices(piece: str) -> tuple[str, ...]:
    return (piece[:-1], "") if piece.endswith("}?") else (piece,)


@cache
def _part(piece: str) -> Part:
    name = piece.strip("{}")
    if piece == "*":
        return _Word()
    if name in {"start", "end"}:
        return _Edge(name == "start")
    return _Word(phrase(name[1:]).firsts) if name[0] == "!" else phrase(name)


@cache
def phrase(name: str) -> Phrase:
    """The phrases of a name in `data/phrases.yaml`."""
    return Phrase(wording for rule in rules("phrases") if rule["name"] == name for wording in rule["phrases"])
