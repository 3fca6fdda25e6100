"""Words of a document as a notice quotes them: each once, cut where they are many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_MOST: Final = 400
"""Characters that a notice quotes."""


def quoted(words: Iterable[str]) -> str:
    """`"one", "two" and 3 more`."""
    distinct = list(dict.fromkeys(words))
    shown: list[str] = []
    length = 0
    for word in distinct:
        length += len(word) + 4
        if shown and length > _MOST:
            return f"{', '.join(shown)} and {len(distinct) - len(shown)} more"
        shown.append(f'"{shortened(word)}"')
    return ", ".join(shown)


def shortened(text: str, most: int = _MOST) -> str:
    """A text on one line, cut behind a word where it is longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} ..."
