"""What of one list of names is a choice: a small grammar of lists.

    list  side "and" side ...
    side  part, part ...
    part  name "or" name ...   a choice
          name/name            a pair: one item
          name

In: the mentions of a list (by index), what joins them, their skills. Out: the choices; a choice of one is asked for.

The names before an "or" part belong to its choice: "Kafka, RabbitMQ or NATS". Two things speak against it. What others build on
is no choice beside them: "message brokers, Kafka or RabbitMQ", "Python, Django or Flask". And in a mixed list, a name belongs to
the choice only if it is like what stands there: "Java, Kotlin or Scala, Docker" offers three, "Java, Kafka or RabbitMQ, Docker"
two. A list is mixed where something else stands behind the "or" part, or where there is another pair. An "and" beside it is a
weaker sign, and so is a name on which another builds ("Java, Spring Boot, Oracle or MySQL"): it tells only where those that the
"or" joins are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations
from typing import Literal, NamedTuple

from skillgap.model import Skill
from skillgap.posting.kinship import alike, any_alike, is_ground, share

_PAIRS = frozenset({"or", "slash", "swap"})
"""Links that make a pair."""

Choice = Sequence[int]
"""Mentions (by index) one of which is asked for."""


Meant = Literal["any", "first", "owner"]
"""What of a group is meant: any of its members alike; the first, as it is only said of the others that they would do as well; or
what they exemplify, which will do without any of them ("Kubernetes (EKS or self-hosted)")."""


class Group(NamedTuple):
    """Mentions (by index) that are one requirement; `at_least` of them are asked for. `of`: the mention that they exemplify."""

    members: tuple[int, ...]
    at_least: int = 1
    or_similar: bool = False
    of: int | None = None
    meant: Meant = "any"


def choices(members: Choice, links: Sequence[str], skills: Sequence[Skill], *, open_end: bool = False) -> list[Choice]:
    """The choices of a list. `open_end`: its last side ends in "or something similar"."""
    sides = split(members, links, "and")
    alone = len(sides) == 1
    return [choice for side in sides for choice in _of_side(side, links, skills, open_end and side is sides[-1], alone)]


def closed_choice(members: Choice, links: Sequence[str], skills: Sequence[Skill]) -> list[Choice]:
    """The choice that "either" opens, and what is asked for besides: "either Kafka or NATS, Docker and Git" ends at its "or".

    What follows alone and would do for one of the choice is of it ("either React or Angular, Vue"), and so is all of "either Java
    and Spring or C#".
    """
    side, *besides = split(members, links, "and")
    parts = split(side, links, "list")
    last = max((at for at, part in enumerate(parts) if "or" in {links[index] for index in part[:-1]}), default=None)
    if last is None:
        return [members]
    choice, rest = [*chain.from_iterable(parts[: last + 1])], [*chain.from_iterable(parts[last + 1 :])]
    if not rest or (not besides and any(share(skills[a], skills[b]) for a in choice for b in rest)):
        return [side, *besides]
    return [choice, rest, *besides]


def _of_side(side: Choice, links: Sequence[str], skills: Sequence[Skill], open_end: bool, alone: bool) -> Sequence[Choice]:
    if "wide" in {links[index] for index in side[:-1]}:
        return [side]
    parts = split(side, links, "list")
    joined = [{links[index] for index in part[:-1]} for part in parts]
    pairs = sum(not each.isdisjoint(_PAIRS) for each in joined)
    if open_end and not any("or" in each for each in joined):
        if not pairs:
            return [side]
        pairs += 1
        joined[-1].add("or")  # "NATS (or Kafka), Kubernetes or similar"
    found: list[Choice] = []
    before: list[list[int]] = []
    for at, part in enumerate(parts):
        before.append(part)
        if "or" in joined[at]:
            mixed = pairs > 1 or at + 1 < len(parts)
            first = _begin(before, skills, mixed=mixed, alone=alone)
            found += _items(before[:first], links)
            found.append([*chain.from_iterable(before[first:])])
            before = []
    return [*found, *_items(before, links)]


def split(members: Choice, links: Sequence[str], *at: str) -> list[list[int]]:
    """The members, parted at these links."""
    parts: list[list[int]] = [[members[0]]]
    for index in members[1:]:
        if links[index - 1] in at:
            parts.append([])
        parts[-1].append(index)
    return parts


def unique(members: Choice, skills: Sequence[Skill]) -> tuple[int, ...]:
    """The first mention of each skill: "Google Cloud (GCP)" is no choice."""
    seen: dict[str, int] = {}
    for index in members:
        seen.setdefault(skills[index].id, index)
    return tuple(seen.values())


def _items(parts: Sequence[Choice], links: Sequence[str]) -> list[Choice]:
    return [item for part in parts for item in split(part, links, "pair")]


def _begin(parts: Sequence[Choice], skills: Sequence[Skill], *, mixed: bool, alone: bool) -> int:
    """The first of these parts that belongs to the choice of the last, an "or" part. `alone`: the list has no other side."""
    if len(parts) == 1:
        return 0
    *before, last = ([skills[index] for index in part] for part in parts)
    first = 0
    while first < len(before) and all(is_ground(a, b) for a in before[first] for b in chain(*before[first + 1 :], last)):
        first += 1
    hinted = (not alone or _is_stack(before, last)) and any(alike(*pair) for pair in combinations(last, 2))
    if not (mixed or hinted):
        return first
    begin, offered = len(before), last
    while begin > first and any_alike(before[begin - 1], offered):
        begin -= 1
        offered = [*before[begin], *offered]
    return begin


def _is_stack(before: Sequence[Sequence[Skill]], last: Sequence[Skill]) -> bool:
    """Whether something in a list builds on another thing before it: "Java, Spring Boot, Oracle or MySQL"."""
    return any(
        a.category != b.category and is_ground(a, b)
        for at, part in enumerate(before)
        for a in part
        for b in chain(*before[at + 1 :], last)
    )
