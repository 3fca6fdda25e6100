"""Joins a word that a line end broke: `scal-` + `able` is `scalable`, `cross-` + `functional` keeps its hyphen.

A hyphen stays where the rest begins with a capital or a digit, where the first part has a hyphen already, where the document
writes the compound elsewhere, or where compounds are known to begin so (`compounds.txt`). A web address goes on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

_BROKEN = re.compile(r"(?P<head>[^\W\d_][\w’'-]*)-$")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+/)\S*[/-]$", re.IGNORECASE)
_LONGEST_WORD = 60
_LONGEST_ADDRESS = 200
_REST = re.compile(r"[^\W\d_][\w’']*(?:-[\w’'-]+)?")


def is_broken(line: str) -> bool:
    """Whether a line ends in the middle of a word, or at the hyphen of a compound."""
    return _broken(line) is not None


def _broken(line: str) -> re.Match[str] | None:
    return _BROKEN.search(line, max(len(line) - _LONGEST_WORD, 0)) if line.endswith("-") else None


def join(line: str, following: str, known: Collection[str]) -> str:
    """Two lines of a paragraph as one.

    Args:
        line: ends with a hyphen behind a letter, or anywhere.
        following: begins with the rest.
        known: the words of the whole document in lower case, compounds as one word.
    """
    if line.endswith(("/", "-")) and _ADDRESS.match(line[-_LONGEST_ADDRESS:].rpartition(" ")[2]) and following[:1].isalnum():
        return line + following
    broken, rest = _broken(line), _REST.match(following)
    if not broken:
        return f"{line} {following}"
    if not rest or _keeps_hyphen(broken["head"], rest[0], known):
        return line + following if following[:1].isalnum() and not _is_suspended(following) else f"{line} {following}"
    return line[:-1] + following


def _keeps_hyphen(head: str, rest: str, known: Collection[str]) -> bool:
    head, folded = head.lower(), rest.lower()
    if head + folded in known:
        return False
    return not rest[0].islower() or "-" in head or f"{head}-{folded}" in known or head in _compound_heads()


def _is_suspended(following: str) -> bool:
    """`front- and back-end`: the hyphen stands for a word to come."""
    return following.split(maxsplit=1)[0].lower() in ("and", "or", "to", "und", "oder")


@cache
def _compound_heads() -> frozenset[str]:
    text = files("skillgap.documents.pdf").joinpath("compounds.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
