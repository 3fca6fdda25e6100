"""Which mentions of one sentence are alternatives: "Python, Java or Go", "X/Y", "such as A, B", "at least two of A, B, C".

In: the text of a unit and the mentions in it. Out: groups of mentions, each one requirement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from skillgap.extraction.patterns import either
from skillgap.extraction.tokens import plain
from skillgap.model import Skill

Link = Literal["or", "and", "list", "slash", "examples", "break"]

TOGETHER = frozenset({frozenset({"html", "css"}), frozenset({"html", "javascript"}), frozenset({"css", "javascript"})})
"""Pairs that a slash joins without making them alternatives."""

_MARKS = r"[\s,*_`'\"\d.+x)-]*"
_FILLER = r"(?:[\s\d.,+x*_`'\"\[\]-]|\bv?\d[\w.]*)*"
_OTHER = either("similar | equivalents? | comparable | related | another | others? | the like | both | alternatives?")
_BESIDE_OR = either("in | with | a | an | even | maybe | any | another | the | other | equivalent | similar")
_OR = re.compile(rf"[\s,*_`'\"\d.+x()-]*(?:/\s*)?\b(?:or|and/or)\b(?:\s+{_BESIDE_OR})*{_FILLER}\(?{_FILLER}", re.I)
_AND = re.compile(
    rf"{_MARKS}(?:\b(?:and|as well as|plus|along with)\b|&|\+)(?:\s+(?:also|in|with|a|an|the|some))*{_FILLER}", re.I
)
_LIST = re.compile(rf"[\s,*_`'\"·•|]*{_FILLER}[,·•|]?{_FILLER}", re.I)
_SLASH = re.compile(r"[\s\d.+x]*/\s*", re.I)
_SUCH_AS = either(r"such as | like | e\.?g\.? | for example | for instance | i\.e\. | ideally | preferably")
_EXAMPLES = re.compile(rf"\b{_SUCH_AS}(?![\w])|\(\s*$", re.I)
_COUNT = re.compile(
    r"\b(?:(?:at least|any)\s+)?(?P<count>one|two|three|1|2|3)(?:\s+or more)?\s+(?:or\s+more\s+)?"
    r"(?:(?!years?|yrs?|months?)\w+\s+){0,3}?(?:of|from)\b|\b(?:either|any of|some of)\b|\bone or more\b",
    re.I,
)
_OR_TAIL = re.compile(rf"[\s,*_`)-]*(?:or|and/or)\s+(?:(?:an?|any|some)\s+)?{_OTHER}\b", re.I)
"""What closes a list of alternatives although no name follows the "or"."""
_CATEGORY = re.compile(r"\b(?:or|and/or)\s+(?:(?:an?|any)\s+)?(?:similar|equivalent|comparable|another|other)\b", re.I)
_SIMILAR = re.compile(
    r"\b(?:or|and|any)\s+(?:\w+\s+)?(?:similar|equivalent|comparable|related|another|other)\b"
    r"|\b(?:etc|or the like|equivalents?|similar)\b",
    re.I,
)
_CATEGORY_NOUN = either(
    r"such as | e\.?g\.? | like | databases? | tools? | languages? | frameworks? | systems? | services? |"
    r" platforms? | brokers? | queues? | clouds? | providers? | technolog\w+ | concepts? | librar\w+"
)
_BRACKET_OF_EXAMPLES = re.compile(rf"{_CATEGORY_NOUN}\W*\($", re.I)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions (by index) that are one requirement; `at_least` of them are asked for."""

    members: tuple[int, ...]
    at_least: int = 1
    or_similar: bool = False


def group(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[Group]:
    """The groups of a unit. `spans` are offsets into `text`, in order; `skills[i]` is what stands at `spans[i]`."""
    lowered = plain(text).lower()
    kept = _without_categories(lowered, spans, skills)
    if len(kept) < len(spans):
        inner = group(text, [spans[i] for i in kept], [skills[i] for i in kept])
        return [Group(tuple(kept[i] for i in found.members), found.at_least, found.or_similar) for found in inner]
    links = [_link(lowered[end:start], skills[i], skills[i + 1]) for i, ((_, end), (start, _)) in enumerate(pairwise(spans))]
    groups: list[Group] = []
    index = 0
    while index < len(spans):
        last = index
        while last < len(links) and links[last] not in {"break", "examples"}:
            last += 1
        before = lowered[(spans[index - 1][1] if index else 0) : spans[index][0]]
        after = lowered[spans[last][1] : (spans[last + 1][0] if last + 1 < len(spans) else len(lowered))]
        opened = index > 0 and links[index - 1] == "examples"
        groups.extend(_chain(range(index, last + 1), links, before, after, skills, opened))
        index = last + 1
    return groups


def _without_categories(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[int]:
    """The mentions without those that only name what else would do: "AWS or another cloud", "Java or any other JVM language"."""
    return [
        index
        for index, (start, end) in enumerate(spans)
        if index == 0
        or not _CATEGORY.search(text, spans[index - 1][1], start)
        or (
            skills[index].kind == "technology"
            and not re.match(r"\s*(?:language|tool|framework|technolog|platform|system)", text[end:])
        )
    ]


def _link(gap: str, left: Skill, right: Skill) -> Link:
    if _CATEGORY.search(gap) and re.search(r"\b(?:such as|like|e\.?g)\b", gap):
        return "or"
    if _EXAMPLES.search(gap):
        # a bracket behind a product lists its parts; behind a category or a platform, examples of it
        family = left.kind != "technology" or left.id in right.implies or left.id in right.broader
        return "examples" if family or re.search(r"such as|e\.?g|like|ideally|preferably", gap) else "break"
    if _SLASH.fullmatch(gap):
        return "and" if frozenset({left.id, right.id}) in TOGETHER else "slash"
    if _OR.fullmatch(gap):
        return "or"
    if _AND.fullmatch(gap):
        return "break" if ")" in gap else "and"
    if _LIST.fullmatch(gap) and "\n\n" not in gap:
        return "list"
    return "break"


def _chain(indices: range, links: Sequence[Link], before: str, after: str, skills: Sequence[Skill], opened: bool) -> list[Group]:
    """One run of mentions joined by list words -> its groups. `opened`: it stands as examples behind the mention before."""
    members = list(indices)
    tail = re.split(r"[.;:)]|\b(?:and|with|for|in)\b\s+\w+\s+\w+", after, maxsplit=1)[0]
    similar = bool(_SIMILAR.search(tail))
    head = before[-60:]
    count = list(_COUNT.finditer(head))
    if count and len(members) > 1:
        number = _NUMBERS.get(count[-1]["count"] or "one", 1)
        return [Group(_unique(members, skills), min(number, len(members)), similar)]
    if len(members) > 1 and (opened or (_EXAMPLES.search(head[-25:]) and not _names_a_product(head))):
        return [Group(_unique(members, skills), 1, True)]
    groups: list[Group] = []
    for segment in _split(members, links, {"and"}):
        inner = [links[i] for i in segment[:-1]]
        if "or" in inner:
            last = max(n for n, link in enumerate(inner) if link == "or")
            behind = next(
                (n for n in range(last + 1, len(inner)) if inner[n] == "list"), len(inner)
            )  # "A or B, C": C is asked for
            groups.append(Group(_unique(segment[: behind + 1], skills), 1, similar))
            groups.extend(Group((index,), 1, similar) for index in segment[behind + 1 :])
        elif segment[-1] == members[-1] and _OR_TAIL.match(after):
            groups.append(Group(_unique(segment, skills), 1, similar))
        else:
            groups.extend(Group(_unique(part, skills), 1, similar) for part in _split(segment, links, {"list"}))
    return groups


def _names_a_product(head: str) -> bool:
    """A bare bracket behind a product was already a break: its list is of parts, all of them meant."""
    return head.rstrip().endswith("(") and not _BRACKET_OF_EXAMPLES.search(head.rstrip())


def _split(members: Sequence[int], links: Sequence[Link], at: set[str]) -> list[list[int]]:
    parts: list[list[int]] = [[members[0]]]
    for index in members[1:]:
        if links[index - 1] in at:
            parts.append([])
        parts[-1].append(index)
    return parts


def _unique(members: Sequence[int], skills: Sequence[Skill]) -> tuple[int, ...]:
    """The first mention of each skill: "Google Cloud (GCP)" is no choice."""
    seen: dict[str, int] = {}
    for index in members:
        seen.setdefault(skills[index].id, index)
    return tuple(seen.values())
