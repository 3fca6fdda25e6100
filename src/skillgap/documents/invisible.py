"""Letters that take no room: between the letters of a word they keep it from being found, though a person reads it as ever.

They are taken out for matching everywhere; here is which they are, and in which words they stood. Soft hyphens and what stands
between words is ordinary typesetting and not worth a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from skillgap.documents.quoted import quoted
from skillgap.model import Notice

_SOFT_HYPHEN = "\u00ad"
SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""They choose between the forms of an emoji."""
INVISIBLE = SELECTORS | frozenset(
    map(
        chr,
        (
            *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2070),
            *range(0xE0000, 0xE0080),
            *range(0xE0100, 0xE01F0),
        ),
    )
)
_SUSPECT = INVISIBLE - {_SOFT_HYPHEN}
_LATIN = 0x250


def invisible_letters(text: str) -> list[str]:
    """The words of Latin letters with an invisible one between two others, without it."""
    present = frozenset() if text.isascii() else _SUSPECT.intersection(text)
    if not present:
        return []
    words: list[str] = []
    end = 0
    for found in re.finditer(f"[{''.join(sorted(present))}]", text):
        if found.start() < end:
            continue
        start, end = found.start(), found.end()
        while start and _belongs(text[start - 1]):
            start -= 1
        while end < len(text) and _belongs(text[end]):
            end += 1
        word = text[start:end].strip("".join(INVISIBLE))
        shown = "".join(char for char in word if char not in INVISIBLE)
        if len(word.replace(_SOFT_HYPHEN, "")) > len(shown) > 1:
            words.append(shown)
    return words


def remark(words: Iterable[str]) -> tuple[Notice, ...]:
    """What to say about words with invisible letters in them."""
    split = list(words)
    if not split:
        return ()
    message = f"invisible letters inside words, which were taken out: {quoted(split)}"
    return (Notice("invisible-letters", message, remedy="type these words anew"),)


def _belongs(char: str) -> bool:
    return char in INVISIBLE or (char.isalnum() and ord(char) < _LATIN)
