"""What headings mean: the kind of section that a line opens, by phrases that are data (`data/sections.yaml`)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from skillgap.extraction.data import rules
from skillgap.extraction.tokens import plain
from skillgap.model import Kind

_SPACED = re.compile(r"(?:[a-z] ){2,}[a-z]")
"""Letters set apart: `S K I L L S`."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a kind of document: whole phrases, patterns that headings contain, and how long phrases are."""

    exact: dict[str, str]
    contains: tuple[tuple[str, str], ...]
    """Patterns, compiled where one may fit, and the kinds of section that they mean."""
    contains_any: re.Pattern[str]
    """Finds whatever one of `contains` does."""
    longest: dict[str, int]
    """First word of an exact phrase -> words in the longest phrase that begins with it."""


@cache
def headings(kind: Kind) -> Headings:
    """The known headings (`data/sections.yaml`)."""
    exact: dict[str, str] = {}
    contains: list[tuple[str, str]] = []
    for rule in rules("sections"):
        if rule["of"] == kind:
            for phrase in rule["phrases"]:
                exact.setdefault(cleaned(plain(phrase)), rule["kind"])
            if rule["contains"]:
                contains.append(("|".join(re.escape(cleaned(plain(phrase))) for phrase in rule["contains"]), rule["kind"]))
    longest: dict[str, int] = defaultdict(int)
    for phrase in exact:
        words = phrase.split()
        longest[words[0]] = max(longest[words[0]], len(words))
    return Headings(
        exact,
        tuple((rf"\b(?:{pattern})", found) for pattern, found in contains),
        re.compile(rf"\b(?:{'|'.join(pattern for pattern, _ in contains)})"),
        dict(longest),
    )


_compiled = cache(re.compile)


def cleaned(line: str) -> str:
    """A line (plain) as headings are looked up: lower case, `&` as `and`, no bullets, numbers or punctuation around it."""
    start, end = 0, len(line)
    while start < end and not (line[start].isalnum() and not line[start].isdecimal()):
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return " ".join(line[start:end].lower().replace("&", "and").replace("-", " ").replace("/", " and ").split())


@lru_cache(maxsize=5000)
def first_word(word: str) -> str:
    """The first word of what a word is as part of a heading: "must" of "Must-have:"."""
    return cleaned(word).partition(" ")[0]


def heading_kind(line: str, kind: Kind, looks: bool = True) -> str | None:
    """The kind of section that a line opens, or None. `looks`: whether it looks like a heading."""
    known = headings(kind)
    if not looks and line[:2].isalpha() and first_word(line.split(maxsplit=1)[0]) not in known.longest:
        return None
    text = cleaned(line)
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    if text in known.exact:
        return known.exact[text]
    if looks and text and known.contains_any.search(text):
        return next((found for pattern, found in known.contains if _compiled(pattern).search(text)), None)
    return None
