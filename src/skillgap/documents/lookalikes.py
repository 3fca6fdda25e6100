"""Finds words in which a letter of another alphabet stands for the Latin one that it looks like, as in `Jаva` with a Cyrillic а.

Such a word is not what it seems and is matched with nothing; here is what is said about it. A word with an ending of another
alphabet that no one takes for Latin (a Russian one, `µs`, `kΩ`) is meant as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from skillgap.documents.quoted import quoted
from skillgap.model import Notice

_ALPHABETS: Final = {"Greek": "\u0370-\u03ff\u1f00-\u1fff", "Cyrillic": "\u0400-\u052f", "Armenian": "\u0531-\u0587"}
_FOREIGN = re.compile(f"[{''.join(_ALPHABETS.values())}]")
_TWINS: Final = dict(
    zip(
        "АВСЕНІЈКМОРЅТХУаеорсухіјѕԁһӏкԛԝүΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονικρυօոսհՕՍ",
        "ABCEHIJKMOPSTXYaeopcyxijsdhlkqwyABEZHIKMNOPTYXaovikpuonuhOU",
        strict=True,
    )
)
"""Letters that pass for Latin ones, and for which."""
_NAME_SIGNS: Final = ("+", "#")
"""Behind a single letter they make a name: `C#`, `C++`."""


def lookalikes(text: str) -> list[str]:
    """The words that are not what they look like, in order."""
    if text.isascii() or not _FOREIGN.search(text):
        return []
    written = {_alphabet(char) for char in set(_FOREIGN.findall(text)) if char not in _TWINS}
    return [word for word in _words(text) if _pretends(word, written)]


def remark(text: str) -> tuple[Notice, ...]:
    """What to say about such words of a text."""
    words = dict.fromkeys(lookalikes(text))
    if not words:
        return ()
    found = list(dict.fromkeys(_FOREIGN.findall(" ".join(words))))
    letters = ", ".join(f"{_alphabet(char)} {char}" for char in found[:8])
    message = f"words in mixed alphabets, which are not read as what they look like: {quoted(words)} ({letters})"
    return (Notice("mixed-alphabets", message, "serious", "type these words anew in Latin letters"),)


def _words(text: str) -> Iterator[str]:
    """The words with a foreign letter."""
    end = 0
    for found in _FOREIGN.finditer(text):
        if found.start() < end:
            continue
        start, end = found.span()
        while start and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        while end - start < 3 and text[end : end + 1] in _NAME_SIGNS:
            end += 1
        yield text[start:end]


def _pretends(word: str, written: set[str]) -> bool:
    """Whether a word pretends to be a Latin one. `written`: the alphabets in which the document has words of its own."""
    runs = [(bool(foreign), list(letters)) for foreign, letters in groupby(word, _is_foreign)]
    own = [letters for foreign, letters in runs if foreign]
    if len(own) == len(runs) or not any(char.isalpha() for char in word if not _is_foreign(char)):
        twins = all(char in _TWINS for letters in own for char in letters)
        return twins and len(word) > 1 and _alphabet(own[0][0]) not in written
    if len(runs) > 2:
        return True
    return all(char in _TWINS for char in own[0])


def _is_foreign(char: str) -> bool:
    return _FOREIGN.match(char) is not None


def _alphabet(char: str) -> str:
    return next(name for name, letters in _ALPHABETS.items() if re.match(f"[{letters}]", char))
