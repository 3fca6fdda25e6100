"""Joins a word that a line end broke: `scal-` + `able` is `scalable`, `cross-` + `functional` keeps its hyphen.

A hyphen stays where the rest begins with a capital or a digit, where the first part has a hyphen already, where the document
writes the compound elsewhere, or where compounds are known to begin so (`compounds.txt`). Programs that break words themselves
often write U+2010 there, which no keyboard has: it goes, unless the document has it within words too. A web address goes on as it
is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

_TYPESET = "\u2010"
_ENDS = ("-", _TYPESET)
_BROKEN = re.compile(rf"(?P<head>[^\W\d_][\w’'{_TYPESET}-]*)[{_TYPESET}-]$")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+/)\S*[/-]$", re.IGNORECASE)
_LONGEST_WORD = 60
_LONGEST_ADDRESS = 200
_REST = re.compile(r"[^\W\d_][\w’']*(?:-[\w’'-]+)?")


def is_broken(line: str) -> bool:
    """Whether a line ends in the middle of a word, or at the hyphen of a compound."""
    return _broken(line) is not None


def _broken(line: str) -> re.Match[str] | None:
    return _BROKEN.search(line, max(len(line) - _LONGEST_WORD, 0)) if line.endswith(_ENDS) else None


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
    if rest and rest[0][0].islower() and line.endswith(_TYPESET) and not any(_TYPESET in word for word in known):
        return line[:-1] + following
    if not rest or _keeps_hyphen(broken["head"], rest[0], known):
        return line + following if following[:1].isalnum() and not _is_suspended(following) else f"{line} {following}"
    return line[:-1] + following


def _keeps_hyphen(head: str, rest: str, known: Collection[str]) -> bool:
    head, folded = head.lower(), rest.lower()
    if head + folded in known:
        return False
    compounds = _compounds()
    whole = f"{head}-{folded}"
    return not rest[0].islower() or "-" in head or whole in known or not compounds.isdisjoint((head, whole, f"-{folded}"))


def _is_suspended(following: str) -> bool:
    """`front- and back-end`: the hyphen stands for a word to come."""
    return following.split(maxsplit=1)[0].lower() in ("and", "or", "to", "und", "oder")


@cache
def _compounds() -> frozenset[str]:
    text = files("skillgap.documents.pdf").joinpath("compounds.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
