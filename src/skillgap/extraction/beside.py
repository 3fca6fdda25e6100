"""Phrases of data files, arranged by the word that stands beside a name: one look-up a name, and no regular expression."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from skillgap.taxonomy.forms import split

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""Phrases as tokens, the longest first, by their first or their last one."""


def by_first(phrases: Iterable[str]) -> Phrases:
    """Phrases that stand behind a name."""
    return _arranged(phrases, 0)


def by_last(phrases: Iterable[str]) -> Phrases:
    """Phrases that stand before a name."""
    return _arranged(phrases, -1)


def ends_with(tokens: Sequence[str], stop: int, phrases: Phrases, start: int = 0) -> tuple[str, ...] | None:
    """The phrase of `by_last` that ends directly before token `stop`, or None."""
    for words in phrases.get(tokens[stop - 1], ()) if stop > start else ():
        first = stop - len(words)
        if first >= start and tuple(tokens[first:stop]) == words:
            return words
    return None


def begins_with(tokens: Sequence[str], start: int, phrases: Phrases, stop: int | None = None) -> tuple[str, ...] | None:
    """The phrase of `by_first` that begins with token `start`, or None."""
    stop = len(tokens) if stop is None else stop
    for words in phrases.get(tokens[start], ()) if start < stop else ():
        last = start + len(words)
        if last <= stop and tuple(tokens[start:last]) == words:
            return words
    return None


def _arranged(phrases: Iterable[str], place: int) -> Phrases:
    result: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(map(split, phrases), key=len, reverse=True):
        result[words[place]].append(words)
    return dict(result)
