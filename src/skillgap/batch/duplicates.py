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
_SAME, _VERSION, _ALIKE = range(3)
"""Kinds of likeness."""


def label(store: Store) -> None:
    """Say in the work file of each row which others are the same document or another version of it."""
    store.add_doubles(_SAME, _same(store))
    store.add_pairs(_alike(store))
    for kind, what in ((_VERSION, "another version of"), (_ALIKE, "nearly the same text as")):
        store.add_doubles(kind, _told(store, what, contact=kind == _VERSION))
    store.settle()


def _same(store: Store) -> Iterator[tuple[int, str]]:
    """Each row whose document another has too, with the names of those."""
    for _, group in groupby(store.same_documents(), key=lambda pair: pair[0]):
        numbers = [number for _, number in group]
        yield from ((number, f"same document as {_names(store, number, numbers)}") for number in numbers)


def _alike(store: Store) -> Iterator[tuple[int, int, bool]]:
    """Pairs of rows whose documents are much alike, and whether an address says that they are one person's."""
    for one, other, contact in store.clues(COMMON):
        if store.document(one) != store.document(other) and similar(store.words(one), store.words(other), bool(contact)):
            yield one, other, bool(contact)


def _told(store: Store, what: str, *, contact: bool) -> Iterator[tuple[int, str]]:
    for number, group in groupby(store.pairs(contact), key=lambda pair: pair[0]):
        yield number, f"{what} {_names(store, number, [other for _, other in group])}"


def _names(store: Store, number: int, numbers: Sequence[int]) -> str:
    others = [other for other in numbers[: _NAMED + 1] if other != number]
    more = len(numbers) - (number in numbers) - len(others[:_NAMED])
    return ", ".join(store.names(others[:_NAMED])) + (f" and {more} more" if more else "")
