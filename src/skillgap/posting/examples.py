"""Whose examples names are, where examples end, and what is made of them where they are of one of several alternatives.

In: what joins the names of a list; or the groups of a sentence, with what they exemplify. Out: the same, but for this: "Kafka or
a queue like RabbitMQ" asks for Kafka or RabbitMQ, and "SQL databases (MySQL) or NoSQL (MongoDB)" for MySQL or MongoDB, besides
one of the ideas. Which words lead to examples is told in `connectors`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from skillgap.model import Skill
from skillgap.posting.choices import Group, unique
from skillgap.posting.connectors import NEAR, has_noun, names_example
from skillgap.posting.kinship import is_ground

PARTING = frozenset({"break", "examples", "also"})
"""Links between which a list ends."""
SIDE = frozenset({"and", "list"})
"""Links behind which something else may be asked for."""
_GOES_ON = re.compile(r"[\s,]*(?:and|or|&)\b")
_OR = re.compile(r"\bor\b")
_LEADS_ON = re.compile(
    r"\b(?:and|or|with|using|in|on|by|via|through|under|including|for(?! example| instance))\b|&", re.IGNORECASE
)
"""Between an idea and names: these may be examples of other words."""


def part_ideas(links: list[str], text: str, spans: Sequence[tuple[int, int]], names: Sequence[Skill], *, lists: bool) -> None:
    """Part, in a list of examples, an idea with examples of its own: "databases such as MySQL and queues such as Kafka" are two.

    `lists`: the first name is an example.
    """
    if "examples" not in links[1:]:
        return
    lists = lists or names_example(text[: spans[0][0]][-NEAR:])
    for index, means in enumerate(links):
        if means == "examples":
            if lists and index and links[index - 1] in SIDE and names[index].kind != "technology":
                links[index - 1] = "also"
            lists = True
        elif means in PARTING:
            lists = names_example(text[: spans[index + 1][0]][-NEAR:])


def end_examples(links: list[str], gaps: Sequence[str], *, lists: bool) -> None:
    """Let examples end where a comma and an "and" follow the "or" of the last: "brokers like NATS or Kafka, and Docker".

    `lists`: the first name is an example.
    """
    closed = False
    for index, means in enumerate(links):
        if means in PARTING:
            lists, closed = means == "examples", False
        elif means == "or":
            closed = lists
        elif means == "and" and closed and gaps[index].lstrip().startswith(","):
            links[index], lists, closed = "also", False, False


def with_owners(groups: Sequence[Group], text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[Group]:
    """The groups; what exemplifies a word that an "and" joins to a name is not of that name: "coding and test tools (JUnit)"."""

    def is_of(found: Group, owner: int) -> bool:
        if _GOES_ON.match(text, spans[owner][1], spans[found.members[0]][0]) is None:
            return True
        return any(is_ground(skills[owner], skills[index]) for index in found.members)

    return [found if found.of is None or is_of(found, found.of) else found._replace(of=None) for found in groups]


def are_of(found: Group, text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> bool:
    """Whether a group exemplifies nothing but an idea: "brokers like NATS", not "services with brokers like NATS"."""
    if found.of is None or skills[found.of].kind == "technology":
        return False
    return _LEADS_ON.search(text, spans[found.of][1], spans[found.members[0]][0]) is None


def of_alternatives(groups: Sequence[Group], text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[Group]:
    """The groups; where an idea is one of several alternatives, its examples are offered with the others."""
    examples: dict[int, list[Group]] = defaultdict(list)
    for found in groups:
        if found.of is not None and are_of(found, text, spans, skills):
            examples[found.of].append(found)
    result = list(groups)
    for choice in groups if examples else ():
        ideas = [index for index in choice.members if len(examples.get(index, ())) == 1]
        if not ideas or len(choice.members) == 1 or choice.at_least > 1:
            continue
        if choice.of is not None and not all(_OR.search(text, spans[idea - 1][1], spans[idea][0]) for idea in ideas):
            continue  # "clouds such as AWS, with containers (Docker)"
        if len(ideas) == 1 and all(_has_too(index, ideas[0], examples, text, spans, skills) for index in choice.members):
            continue  # "DevOps or automation tools (Terraform)"
        offered = unique([*_offered(choice, {idea: examples[idea][0] for idea in ideas}, text, spans)], skills)
        result = [found for found in result if all(found is not examples[idea][0] for idea in ideas)]
        if len([index for index in choice.members if index in offered]) > 1:  # several names would stand in two choices
            offered = unique(sorted({*choice.members, *offered}), skills)
            result = [found for found in result if found is not choice]
        result.append(Group(offered, 1, True, ideas[0] if choice.of is None else choice.of))
        if choice.of is not None:  # "clouds such as AWS or containers like Docker"
            result = [_joined(found, choice.of, ideas, skills) for found in result if found is not choice]
    return result


def _has_too(
    index: int, idea: int, examples: dict[int, list[Group]], text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]
) -> bool:
    """Whether what exemplifies an idea does the same for another one of a choice: by the noun that they share ("relational or
    NoSQL databases such as MySQL"), or by what the taxonomy knows."""
    named = examples[idea][0].members
    if index == idea or skills[index].kind == "technology":
        return index == idea
    if any(is_ground(skills[index], skills[each]) for each in named):
        return True
    own, shared = text[slice(*spans[index])], text[spans[idea][0] : spans[named[0]][0]]
    return index < idea and has_noun(shared) and not has_noun(own)


def _offered(choice: Group, examples: dict[int, Group], text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """What a choice offers by name; not what only says of which sort an idea is: the "SQL" of "SQL databases (MySQL)"."""
    for index in choice.members:
        if index in examples:
            yield from examples[index].members
        elif index + 1 not in examples or text[spans[index][1] : spans[index + 1][0]].strip():
            yield index


def _joined(found: Group, idea: int, others: Sequence[int], skills: Sequence[Skill]) -> Group:
    """A group that has an idea, with others beside it."""
    if found.of is not None or idea not in found.members or found.at_least > 1:
        return found
    return found._replace(members=unique(sorted({*found.members, *others}), skills))
