"""One small help for regular expressions that list words: the words stand in a plain string, the pattern is made from it."""

from __future__ import annotations


def either(words: str) -> str:
    """A pattern for any of the words or phrases in a string, which are separated by `|` with white space around it.

    A space matches any white space; other characters keep the meaning that they have in a pattern.
    """
    phrases = [r"\s+".join(phrase.split()) for phrase in words.split(" | ")]
    return f"(?:{'|'.join(phrases)})"
