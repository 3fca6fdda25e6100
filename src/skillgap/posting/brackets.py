"""Names in brackets behind another one: which stand there, and whether they belong to the choice that this one is in.

In: the text of a unit (lower case), and the mentions in it. Out: for each bracket the mention before it, and those inside. How
they bind to each other is told in `groups`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import pairwise

from skillgap.model import Skill
from skillgap.posting.choices import Group
from skillgap.posting.connectors import ASIDE, comes_from, is_instead, takes, will_do
from skillgap.posting.kinship import alike, is_part

_BEHIND = re.compile(r"[^,;:.()/\n]{0,30}")
"""May stand between a name and the bracket behind it."""
_LISTS = frozenset({",", "and", "&"})
_PLAIN = frozenset({"", "/", "or", *_LISTS})
"""What joins the names in a bracket that holds nothing else."""
_OPENING = frozenset({*_PLAIN, "with", "using"})
"""What opens it."""
_GOES_ON = re.compile(r"\(\s*(?:or|and|and/or)\b")
"""A bracket that goes on with the list instead of opening one: "Go (or Rust)"."""


def brackets(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[tuple[int, list[int]]]:
    """The mentions in brackets that stand right behind another one, with that one: they are a list of their own, and what comes
    behind the bracket goes on from what stands before it ("Java (Spring, Hibernate) or Kotlin")."""
    found: list[tuple[int, list[int]]] = []
    if "(" not in text:
        return found
    for aside in ASIDE.finditer(text):
        inner = list(range(bisect_left(spans, (aside.start(), 0)), bisect_left(spans, (aside.end(), 0))))
        if not inner or not inner[0] or not _BEHIND.fullmatch(text, spans[inner[0] - 1][1], aside.start()):
            continue
        if is_instead(text[spans[inner[0] - 1][1] : spans[inner[0]][0]]):
            continue
        kin = alike(skills[inner[0] - 1], skills[inner[0]])
        if not _GOES_ON.match(aside[0]) and not _would_do(text, spans[inner[0] - 1 : inner[-1] + 1], aside.end(), kin=kin):
            found.append((inner[0] - 1, inner))
    return found


def _would_do(text: str, spans: Sequence[tuple[int, int]], end: int, *, kin: bool) -> bool:
    """Whether a bracket that ends at `end` says that what it names would do as well as the first of these names."""
    behind = text[spans[-1][1] : end]
    if will_do("", behind, kin=kin):
        return True
    gaps = [text[last:first].strip() for (_, last), (first, _) in pairwise(spans)]
    if kin and len(gaps) > 1 and gaps[0] == "(" and will_do("(", text[spans[1][1] : spans[2][0]], kin=kin):
        return True  # "Gradle (Maven is fine, Ant is not)"
    return (gaps[0] == "(" or comes_from(gaps[0]) or takes(gaps[0])) and _PLAIN.issuperset(gaps[1:]) and will_do(gaps[0], behind)


def home_of(
    owner: int,
    inner: Sequence[int],
    groups: Sequence[Group],
    text: str,
    spans: Sequence[tuple[int, int]],
    skills: Sequence[Skill],
    owners: Set[int],
) -> int | None:
    """The choice to which what stands in a bracket belongs: nobody who takes another way needs it: "Java (Spring) or Go (Gin)".

    A list in the only bracket of a choice is asked for besides: "AWS (EC2, S3), Azure or GCP".
    """
    home = next((at for at, found in enumerate(groups) if owner in found.members), None)
    if home is None or len(groups[home].members) == 1 or groups[home].at_least > 1 or skills[owner].kind != "technology":
        return None
    end = text.index(")", spans[inner[-1]][1])
    names = [spans[owner], *(spans[index] for index in inner), (end, end)]
    between = [text[last:first].strip(" (") for (_, last), (first, _) in pairwise(names)]
    if (
        between[0] not in _OPENING
        or not _PLAIN.issuperset(between[1:])
        or not all(is_part(skills[index], skills[owner]) for index in inner)
    ):
        return None
    lone = owners.isdisjoint({*groups[home].members} - {owner})
    return None if lone and not _LISTS.isdisjoint(between) else home
