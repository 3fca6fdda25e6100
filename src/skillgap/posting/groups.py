"""Which mentions of one sentence are alternatives: "Python, Java or Go", "X/Y", "such as A, B", "at least two of A, B, C".

In: the text of a unit and the mentions in it. Out: groups of mentions, each one requirement. What the words that join names mean
is told in `connectors`; this is how they bind. Strongest first:

    break     nothing joins the names; each side stands for itself
    also      neither does "as well as": what follows is asked for besides
    examples  what follows exemplifies the name before: one choice
    and       both sides are asked for
    or        its side of an "and" is one choice
    wide      so is it across "or working with", whatever else joins its names
    instead   what follows "or similar" would do as well, each for what it is like: "Kafka, MySQL or similar (NATS, MariaDB)"
    offered   so would what a clause of its own offers: "Kafka, MySQL; NATS is fine too"
    swap      an "or" in brackets speaks of the name before it alone: "Git, React (or Vue)"; so does "though Vue is fine too"
    list, /   as the rest of its side: "A, B or C" is a choice, "A, B" are two (see `choices`)
    pair      both are meant, and stay on their side of an "or": "Ruby/Rails or PHP/Laravel" is one choice, "Ruby/Rails" are two

A bracket behind a name is a list of its own, and the sentence goes on behind it as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from skillgap.extraction.own_years import without_version
from skillgap.extraction.units import ASKS_ANEW
from skillgap.model import Skill
from skillgap.posting.brackets import brackets, home_of
from skillgap.posting.choices import Group, Meant, choices, closed_choice, unique
from skillgap.posting.connectors import (
    ASIDE,
    FAR,
    NEAR,
    SPACE,
    admits,
    count_behind,
    go_together,
    last_of,
    leads,
    link,
    names_example,
    says_own,
    says_similar,
    will_do,
    without_noun,
)
from skillgap.posting.examples import PARTING, SIDE, end_examples, of_alternatives, part_ideas, with_owners
from skillgap.posting.instead import INSTEAD, with_instead
from skillgap.posting.kinship import alike, is_stack, share
from skillgap.posting.ways import ways

_BESIDE = frozenset({"or", "slash", "pair"})
"""Links between names of which the same is said."""
_LISTING = _BESIDE | SIDE
"""Links inside a list of what would do as well."""
_RANKED = re.compile(r"\b(?:required|mandatory|essential|an? (?:absolute )?must)\b")
"""Says in a bracket that some of what it names is a must: these are no examples."""
_UNKNOWN = re.compile(r"[ ,/]*(?:[\w.#+-]+[ ,/]+){1,3}")
"""Names that nobody knows, between two examples in brackets."""
_INSIDE = re.compile(r"\s*[ ,;/&-]*(?:[\w.#+'’-]+[\s,;/&*•·–-]+){0,3}\s*")
"""Words inside the items of a list that says how many of it are asked for: "one of these areas: Kafka with Java, Nomad"."""
_OF_ANYTHING = re.compile(r"\b(?:of|following|these|those)(?: (?:skills|technologies|areas|topics|fields|things|points))? ?:")
"""The end of the head of a list that may hold things of any kind."""
_NEW_SENTENCE = re.compile(r"[.;]\s")
_NUMBERS = {"one": 1, "more than one": 2, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}


def group(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[Group]:
    """The groups of a unit. `text` is plain; `spans` are offsets into it, in order; `skills[i]` is what stands at `spans[i]`."""
    lowered = text.lower()
    if len(spans) == 1:
        behind = lowered[spans[0][1] :]
        return [Group((0,), 1, says_similar(behind) or leads("any", behind[:FAR]))]
    asides = brackets(lowered, spans, skills)
    inside = {index for _, inner in asides for index in inner}
    groups = _level([i for i in range(len(spans)) if i not in inside], lowered, spans, skills)
    owners = {owner for owner, _ in asides}
    for owner, inner in asides:
        opening = lowered[spans[owner][1] : spans[inner[0]][0]]
        ranked = _RANKED.search(lowered, spans[inner[0]][1], lowered.find(")", spans[inner[-1]][1]))
        exemplifies = not ranked and any(link(opening, skills[owner], skills[index]) == "examples" for index in inner)
        listed = _level(inner, lowered, spans, skills, owner if exemplifies else None)
        if skills[owner].kind == "technology" and says_own(opening, lowered[spans[inner[-1]][1] :][:NEAR]):
            groups.extend(found._replace(meant="owner") for found in listed)
            continue
        home = home_of(owner, inner, groups, lowered, spans, skills, owners)
        if home is None:
            groups.extend(listed)
        else:
            groups[home] = groups[home]._replace(members=unique(sorted({*groups[home].members, *inner}), skills))
    groups = of_alternatives(with_owners(groups, lowered, spans, skills), lowered, spans, skills)
    return sorted(groups, key=lambda found: found.members[0])


def _level(
    members: Sequence[int], text: str, all_spans: Sequence[tuple[int, int]], all_skills: Sequence[Skill], owner: int | None = None
) -> list[Group]:
    """The groups of the mentions that stand in no bracket, or in the same one; `owner`: what all of these exemplify."""
    spans, names = [all_spans[i] for i in members], [all_skills[i] for i in members]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    links = [link(gap, *pair) for gap, pair in zip(gaps, pairwise(names), strict=True)]
    if owner is None and (offered := _ways(links, gaps, text, spans, names)):
        return [Group(tuple(members[i] for i in choice), 1, says_similar(text[spans[-1][1] :][:FAR])) for choice in offered]
    conceded: set[int] = set()
    for index, gap in enumerate(gaps):
        if gap.startswith(")") and links[index] == "break" and "swap" in links[:index]:
            links[index] = link(gap[1:], names[index], names[index + 1])  # "MySQL (or MariaDB), PostgreSQL"
        if owner is not None and links[index] == "break" and _UNKNOWN.fullmatch(gap):
            links[index] = "list"
        elif admits(gap, names[index], names[index + 1]):
            joining = {"or"} if gap.isspace() or gap.strip() == "," else _LISTING
            last = next((at for at in range(index + 1, len(links)) if links[at] not in joining), len(links))
            kin = alike(names[index], names[index + 1])
            if will_do(gap, text[spans[last][1] :][:NEAR], kin=kin):
                links[index:last] = ["offered" if _NEW_SENTENCE.search(gap) else "swap"] * (last - index)
                conceded.update(members[index + 1 : last + 1])
    _set_off(links, gaps, names)
    part_ideas(links, text, spans, names, lists=owner is not None)
    end_examples(links, gaps, lists=names_example(text[: spans[0][0]][-NEAR:]))
    groups: list[Group] = []
    first = 0
    while first < len(spans):
        last = first
        begin = members[first]
        before = text[_lead_in(begin, all_spans, all_skills) : spans[first][0]]
        counted = _opens_choice(before) if "break" in links[first:] else ""
        while last < len(links) and (
            links[last] not in PARTING or (counted and _is_inside(gaps[last], names, last, links[last], counted))
        ):
            last += 1
        end = members[last]
        behind = text[spans[last][1] : (all_spans[end + 1][0] if end + 1 < len(all_spans) else len(text))]
        of = members[first - 1] if first and links[first - 1] == "examples" else owner
        on = members[first - 1] if first and gaps[first - 1].strip() == "on" else of
        own = on is not None and all_skills[on].kind == "technology" and says_own(before[-NEAR:], behind[:NEAR])
        for found in _chain(range(first, last + 1), links, before, behind, names, None if of is None else all_skills[of]):
            chosen = tuple(members[i] for i in found.members)
            meant: Meant = "owner" if own else "any" if conceded.isdisjoint(chosen[1:]) else "first"
            groups.append(found._replace(members=chosen, of=of, meant=meant))
        first = last + 1
    return groups


def _ways(
    links: Sequence[str], gaps: Sequence[str], text: str, spans: Sequence[tuple[int, int]], names: Sequence[Skill]
) -> list[list[int]] | None:
    """The choices of a level that holds nothing but ways that are several things at once, and is no count of a list."""
    found = ways(links, gaps, names)
    count = last_of("before", "count", SPACE.sub(" ", text[: spans[0][0]][-NEAR:])) if found else None
    return None if count and count[0] != "either" else found


def _set_off(links: list[str], gaps: Sequence[str], names: Sequence[Skill]) -> None:
    """Let a choice go on behind a comma before its first "or", if what follows is of one kind: "Go, or C#, Java or C++"."""
    for index in range(len(links) - 2):
        if links[index] == "or" and links[index + 1] == "list" and gaps[index].lstrip().startswith(","):
            end = next((at for at in range(index + 1, len(links)) if links[at] != "list"), len(links))
            if end < len(links) and links[end] == "or" and alike(names[index + 1], names[index + 2]):
                links[index] = "list"


def _opens_choice(before: str) -> str:
    """The head of a list that follows, of which some are asked for: "one or more of the following:"; else nothing."""
    head = SPACE.sub(" ", before[-FAR:])[-NEAR:]
    count = last_of("before", "count", head) if ":" in head else None
    return head if count is not None and count[0] != "either" and ":" in head[count.end() :] else ""


def _is_inside(gap: str, names: Sequence[Skill], index: int, means: str, head: str) -> bool:
    """Whether the list goes on across a gap that nothing else joins. Across a semicolon it does so if its head says of no one
    kind what is listed, or what stands on both sides is of one kind."""
    left, right = names[index], names[index + 1]
    if means != "break" or (left.kind == "soft") != (right.kind == "soft"):
        return False
    gap = ASIDE.sub(" ", gap)
    if ";" in gap and not (_OF_ANYTHING.search(head) or alike(left, right)):
        return False
    return _INSIDE.fullmatch(gap) is not None and not ASKS_ANEW.search(gap)


def _lead_in(begin: int, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> int:
    """Where what leads to a list begins: behind the technology before it; ideas may say what it lists ("one testing tool of")."""
    while begin and skills[begin - 1].kind != "technology":
        begin -= 1
    return spans[begin - 1][1] if begin else 0


def _stand_together(skills: Sequence[Skill], of: Skill | None, links: Set[str]) -> bool:
    """Whether examples are all meant, not one of them: what needs each other or goes together (HTML and CSS, Spring and Spring
    Boot), and ideas that an "and" joins and that are no kinds of what they exemplify ("fundamentals like data structures")."""
    ids = {skill.id for skill in skills}
    built = "slash" not in links and any(ids <= {skill.id, *skill.implies} for skill in skills)
    if "or" not in links and (built or go_together(ids) or (links == {"pair"} and is_stack(skills))):
        return len(ids) > 1
    if "and" not in links or any(skill.kind == "technology" for skill in skills):
        return False
    return of is None or not any(of.id in skill.broader for skill in skills)


def _are_apart(members: Sequence[int], links: Sequence[str], skills: Sequence[Skill]) -> bool:
    """Whether nothing of a list would do for another item of it: "a database and a cache (PostgreSQL or MySQL, Redis)"."""
    return not any(share(skills[a], skills[b]) for a, b in pairwise(members) if links[a] not in _BESIDE)


def _chain(
    members: Sequence[int], links: Sequence[str], before: str, behind: str, skills: Sequence[Skill], of: Skill | None
) -> list[Group]:
    """One run of mentions joined by list words -> its groups. `of`: what is named before, if they stand as its examples."""
    similar = says_similar(behind[:FAR])
    if len(members) == 1:
        return [Group((members[0],), 1, similar)]
    head = SPACE.sub(" ", before[-FAR:])[-NEAR:]
    tail = without_noun(without_version(SPACE.sub(" ", behind[:FAR])))
    count = last_of("before", "count", head) or count_behind(tail)
    if count:
        number = _NUMBERS.get(count["count"] or "one", 1)
        counted, *besides = closed_choice(members, links, skills) if count[0] == "either" else [members]
        others = (Group(unique(choice, skills), 1, similar) for side in besides for choice in choices(side, links, skills))
        return [Group(unique(counted, skills), min(number, len(counted)), similar), *others]
    if leads("each", tail) and "or" not in {links[index] for index in members[:-1]}:
        return [Group((index,), 1, similar) for index in unique(members, skills)]
    open_list = last_of("before", "kind", head) and leads("open", tail)
    if of is not None or open_list or last_of("before", "examples", head):
        joined = {links[i] for i in members[:-1]}
        if "and" in joined and last_of("before", "wish", head):
            return [Group(unique(choice, skills), 1, similar) for choice in choices(members, links, skills)]
        if last_of("before", "each", head) and _are_apart(members, links, skills):
            return [Group(unique(choice, skills), 1, similar) for choice in choices(members, links, skills)]
        if _stand_together([skills[i] for i in members], of, joined):
            return [Group((index,), 1, True) for index in unique(members, skills)]
        parts = of is not None and of.kind == "technology" and head.strip() == "("  # "AWS (S3, RDS)": nothing similar is a part
        return [Group(unique(members, skills), 1, similar or not parts)]
    cut = next((at for at, index in enumerate(members[:-1], 1) if links[index] in INSTEAD), 0)
    if cut:
        similar = similar or links[members[cut - 1]] == "instead"
        found = with_instead(members[:cut], members[cut:], links, skills, closed=behind.lstrip().startswith(")"))
        return [Group(unique(choice, skills), 1, similar) for choice in found]
    open_end = leads("or", tail) or leads("any", tail) or last_of("before", "any", head) is not None
    if not open_end and (leads("unnamed", tail) or last_of("before", "kindof", head)):
        open_end = all(alike(skills[a], skills[b]) for a, b in pairwise(members))
        open_end = open_end and not (last_of("before", "each", head) and _are_apart(members, links, skills))
    return [Group(unique(choice, skills), 1, similar) for choice in choices(members, links, skills, open_end=open_end)]
