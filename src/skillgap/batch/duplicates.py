"""Labels rows that are the same document, or versions of one; nothing is dropped for it.

Rows meet through clues that few share (an address, words in a row), and are then compared as a whole; so the cost grows with the
table and not with its square, and the order of rows makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from skillgap.batch.sketch import similar
from skillgap.batch.store import Store

COMMON = 12
"""A clue that more rows have is no clue: an agency's address, a template's sentence."""
_NAMED = 4
"""So many others are named in a row."""


def label(store: Store) -> None:
    """Say in the work file of each row which others are the same document or another version of it."""
    same = {number: group for group in _same(store) for number in group}
    versions: dict[int, set[int]] = defaultdict(set)
    for one, other, contact in store.clues(COMMON):
        if store.document(one) != store.document(other) and similar(store.words(one), store.words(other), bool(contact)):
            versions[one].add(other)
            versions[other].add(one)
    told = [
        (number, _told(store, number, same.get(number, ()), sorted(versions.get(number, ()))))
        for number in sorted({*same, *versions})
    ]
    store.set_doubles(told)


def _same(store: Store) -> Iterator[tuple[int, ...]]:
    """Groups of rows with one document, each in the order of their ids."""
    for _, group in groupby(store.same_documents(), key=lambda pair: pair[0]):
        yield tuple(number for _, number in group)


def _told(store: Store, number: int, same: Sequence[int], versions: Sequence[int]) -> str:
    return "; ".join(
        f"{what} {_names(store, number, numbers)}"
        for what, numbers in (("same document as", same), ("another version of", versions))
        if numbers
    )


def _names(store: Store, number: int, numbers: Sequence[int]) -> str:
    others = [other for other in numbers[: _NAMED + 1] if other != number]
    more = len(numbers) - (number in numbers) - len(others[:_NAMED])
    return ", ".join(store.names(others[:_NAMED])) + (f" and {more} more" if more else "")
