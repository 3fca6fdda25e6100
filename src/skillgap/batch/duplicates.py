"""Labels rows that are the same document, or versions of one; nothing is dropped for it.

Rows meet through clues that few share (an address, words in a row), and are then compared as a whole; so the cost grows with the
table and not with its square, and the order of rows makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from skillgap.batch.sketch import similar
from skillgap.batch.store import Store

COMMON = 12
"""A clue that more rows have is no clue: an agency's address, a template's sentence."""
_NAMED = 4
"""So many others are named in a row."""
_SAME, _VERSION = range(2)
"""Kinds of likeness."""


def label(store: Store) -> None:
    """Say in the work file of each row which others are the same document or another version of it."""
    store.add_doubles(_SAME, _same(store))
    store.add_pairs(_versions(store))
    store.add_doubles(_VERSION, _told(store))
    store.settle()


def _same(store: Store) -> Iterator[tuple[int, str]]:
    """Each row whose document another has too, with the names of those."""
    for _, group in groupby(store.same_documents(), key=lambda pair: pair[0]):
        numbers = [number for _, number in group]
        yield from ((number, f"same document as {_names(store, number, numbers)}") for number in numbers)


def _versions(store: Store) -> Iterator[tuple[int, int]]:
    """Pairs of rows whose documents are versions of one."""
    for one, other, contact in store.clues(COMMON):
        if store.document(one) != store.document(other) and similar(store.words(one), store.words(other), bool(contact)):
            yield one, other


def _told(store: Store) -> Iterator[tuple[int, str]]:
    for number, group in groupby(store.pairs(), key=lambda pair: pair[0]):
        yield number, f"another version of {_names(store, number, [other for _, other in group])}"


def _names(store: Store, number: int, numbers: Sequence[int]) -> str:
    others = [other for other in numbers[: _NAMED + 1] if other != number]
    more = len(numbers) - (number in numbers) - len(others[:_NAMED])
    return ", ".join(store.names(others[:_NAMED])) + (f" and {more} more" if more else "")
