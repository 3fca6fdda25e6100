"""Two small helps for regular expressions that list words: the words stand in a plain string, or in a data file."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(words: str) -> str:
    """A pattern for any of the words or phrases in a string, which are separated by `|` with white space around it.

    A space matches any white space; other characters keep the meaning that they have in a pattern.
    """
    phrases = [r"\s+".join(phrase.split()) for phrase in words.split(" | ")]
    return f"(?:{'|'.join(phrases)})"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words or phrases, the longest that stands there, which mean nothing but themselves; a space
    matches any white space."""
    phrases = [r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(words, key=len, reverse=True)]
    return f"(?:{'|'.join(phrases)})"
