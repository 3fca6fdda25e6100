"""What the words around names make of them: `or`, `and`, `examples` ... The words are data (`data/connectors.yaml`).

In: the text between two names, before the first of a list, or behind the last; lower case. Out: what it means, if anything. How
that binds the names of a sentence is told in `groups`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from typing import Any, NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.patterns import either
from skillgap.model import Skill
from skillgap.posting.kinship import alike, is_ground

FAR = 300
"""Of a longer text between two names, only the end is looked at (characters)."""
NEAR = 60
"""How far before a list its count may stand ("at least two of the following"), or behind a name what admits it (characters)."""
ASIDE = re.compile(r"\([^()]*\)")
_NOISE = re.compile(r"[*_`'\"\[\]]|\bv?\d[\w.]*(?:\+(?=\W|$))?|(?<=\S)\+(?=[\s,/]|$)|\.(?=\s|$)(?<!e\.g\.)(?<!i\.e\.)")
_NOISY = re.compile(r"[*_`'\"\[\]+.\d]")
"""What all noise has; quick to look for."""
SPACE = re.compile(r"\s+")
_SHORT = 12
"""What a gap up to this long (characters) means is remembered: most are one of a few."""
_OPENING_ASIDE = re.compile(r" ?\([^()]*\)")
_OF_ONE_KIND = frozenset({"kin", "coming", "taken"})
"""What admits only what is of one kind with the name before."""
_STOP = re.compile(r"\.\s")
"""Ends a sentence between a name and what would do as well."""
_APART = (";", "–", "—", " -")
"""Before a name of which something is said that is not said of what stands before it."""
_CLAUSE = re.compile(r"[.;:)]|\b(?:and|with|for|in)\b \w+ \w+")


@cache
def _words() -> dict[str, str]:
    return {rule["word"]: either(rule["any"]) for rule in _rules("word")}


class Connector(NamedTuple):
    """One wording, and what it means."""

    means: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]

    def may_stand_in(self, text: str) -> bool:
        """Whether it is worth trying; quick."""
        for need in self.needs:  # a loop, since this is asked more often than anything else here
            if need in text:
                return True
        return not self.needs


@cache
def connectors(place: str) -> tuple[Connector, ...]:
    """The connectors of a place (`between`, `admits`, `before`, `behind`)."""
    return tuple(
        Connector(rule[place], tuple(rule.get("needs", ())), re.compile(_filled(rule["pattern"]))) for rule in _rules(place)
    )


@cache
def _meaning(place: str, what: str) -> tuple[Connector, ...]:
    return tuple(connector for connector in connectors(place) if connector.means == what)


def _rules(key: str) -> list[dict[str, Any]]:
    return [rule for rule in rules("connectors", "skillgap.posting") if key in rule]


def _filled(pattern: str) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: _filled(_words()[match[1]]), pattern)


def last_of(place: str, what: str, text: str) -> re.Match[str] | None:
    """The last place where a connector of this meaning stands in a text."""
    tried = (connector for connector in _meaning(place, what) if connector.may_stand_in(text))
    found = [match for connector in tried for match in connector.pattern.finditer(text)]
    return found[-1] if found else None


def count_behind(behind: str) -> re.Match[str] | None:
    """Where the text behind a list says how many of it are asked for: "(any two)", ": two of these are enough", "are the likely
    suspects", of which one is."""
    tried = (connector for means in ("count", "one") for connector in _meaning("behind", means) if connector.may_stand_in(behind))
    return next(filter(None, (connector.pattern.match(behind) for connector in tried)), None)


def link(gap: str, left: Skill, right: Skill) -> str:
    """What the text between two names makes of them: one of the links in `groups` (`or`, `and`, `examples` ...)."""
    between, means = _of_short_gap(gap) if len(gap) <= _SHORT else _of_gap(gap)
    if means == "examples" and between.endswith("(") and not last_of("before", "examples", between.removesuffix("(")):
        # a bracket behind a product lists its parts; behind a category or a platform, examples of it
        family = left.kind != "technology" or left.id in right.implies or left.id in right.broader
        return "examples" if family else "break"
    if means == "slash" and _both_meant(left, right):
        return "pair"
    if means == "list" and between.endswith(("in", "from")) and not alike(left, right):
        return "break"  # "in operations, in Java or Kotlin"; not "in Java, in Kotlin or in Scala"
    if means in {"list", "and"} and (left.kind == "soft") != (right.kind == "soft"):
        return "break"  # "tools such as Docker, Helm, communication skills"
    return means


def is_instead(gap: str) -> bool:
    """Whether a gap says that what follows would do instead: "or similar tools ("."""
    return _of_gap(gap)[1] == "instead"


def admits(gap: str, left: Skill, right: Skill) -> bool:
    """Whether a gap may lead to what would do as well as the name before it."""
    between = _without_noise(_STOP.sub("; ", ASIDE.sub(" ", gap) if "(" in gap else gap))
    if len(between) > NEAR:
        return False
    means = {c.means for c in connectors("admits") if c.may_stand_in(between) and c.pattern.fullmatch(between)}
    return bool(means - _OF_ONE_KIND) or (bool(means) and alike(left, right))


def will_do(gap: str, behind: str, *, kin: bool = False) -> bool:
    """Whether the text behind a name says that it would do as well: "... is fine too", or behind a concession "... is fine".

    `kin`: whether it is of one kind with the name before the gap.
    """
    if leads("too", behind) or (kin and leads("also", behind)) or _says("same", gap):
        return True
    if takes(gap) and leads("ends", behind):
        return True
    if leads("gladly", behind) and comes_from(gap):
        return True
    if leads("okay", behind) and (gap.rstrip().endswith(("(", *_APART) if kin else "(") or _says("liking", gap)):
        return True
    return leads("fine", behind) and _says("concession", gap)


def comes_from(gap: str) -> bool:
    """Whether the text before a name says that somebody may come from there: "if you have only used"."""
    return _says("coming", gap)


def takes(gap: str) -> bool:
    """Whether the text before a name says that somebody who has it would be taken: "(we would take"."""
    return _says("taken", gap)


def _says(what: str, gap: str) -> bool:
    """Whether a gap has what admits in this way."""
    return any(c.may_stand_in(gap) and c.pattern.search(gap) for c in _meaning("admits", what))


def leads(what: str, behind: str, start: int = 0) -> bool:
    """Whether the text behind a name or list begins (at `start`) with a connector of this meaning."""
    return any(c.may_stand_in(behind) and c.pattern.match(behind, start) for c in _meaning("behind", what))


def says_own(before: str, behind: str) -> bool:
    """Whether what stands around names says that what they are of may be one's own: "(EKS, GKE or self-hosted)"."""
    return leads("own", behind) or last_of("before", "own", before) is not None


def _of_gap(gap: str) -> tuple[str, str]:
    """The text of a gap without noise, and what it means by itself."""
    if "\n\n" in gap:
        return "", "break"
    between = gap[-FAR:]
    if "(" in between:
        between = ASIDE.sub(" ", between)
    between = without_noun(_without_noise(between))
    if not between and "(" in gap:
        return "", "break"
    fits = (c.means for c in connectors("between") if c.may_stand_in(between) and c.pattern.fullmatch(between))
    means = next(fits, "break")
    return between, "swap" if means in {"or", "instead"} and between.startswith("(") else means


def _without_noise(text: str) -> str:
    return " ".join((_NOISE.sub(" ", text) if _NOISY.search(text) else text).split())


_of_short_gap = lru_cache(maxsize=1000)(_of_gap)


def _both_meant(left: Skill, right: Skill) -> bool:
    """Whether a slash joins what is meant together: ideas that are not of one kind ("OOP / SOLID", not "Scrum/Kanban"),
    technologies that are not ("Java/Spring Boot", "Go/Kafka"), or names of which the data says so ("Git/GitHub")."""
    if go_together({left.id, right.id}):
        return True
    if _are_named({left.id, right.id}, "or"):
        return False
    kinds = {left.kind, right.kind}
    if "technology" not in kinds:
        return not (alike(left, right) or _is_practised(left, right) or _is_practised(right, left))
    if (left.category != right.category or len(kinds) > 1) and not alike(left, right):
        return True
    built = is_ground(left, right) or is_ground(right, left)
    return built and (len(kinds) > 1 or not _grounds().isdisjoint({left.id, right.id}))


def _is_practised(idea: Skill, other: Skill) -> bool:
    """Whether a practice is a kind of another: "Agile/Scrum" names one thing in two words."""
    return idea.kind == other.kind == "practice" and idea.id in other.broader


def go_together(ids: Set[str]) -> bool:
    """Whether the data says that these skills are asked for together, however they are joined (HTML and CSS)."""
    return _are_named(ids, "list")


def _are_named(ids: Set[str], slash: str) -> bool:
    """Whether one rule of the data names all of these skills and says this of a slash between them."""
    return any(ids <= set(rule["names"]) for rule in _rules("slash") if rule["slash"] == slash)


@cache
def _grounds() -> frozenset[str]:
    """What nothing does for that is built on it, though it is of the same category."""
    return frozenset(name for rule in _rules("slash") if rule["slash"] == "ground" for name in rule["names"])


def names_example(before: str) -> bool:
    """Whether the text before a name says that it is only an example: "a broker like"."""
    return last_of("before", "example", before) is not None


def without_noun(text: str) -> str:
    """The text behind a name without the word for what that is: "Terraform modules or Pulumi"."""
    return _noun().sub("", text, count=1)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"^ ?(?:{_words()['thing']}|{_words()['doing']})\b(?= ?(?:[,/(&]|(?:or|and)\b|$))")


def without_thing(text: str, start: int, end: int) -> int:
    """Where the word for what a name is ends, if one stands between it and the next: "SIEM tools and"; else `start`."""
    match = _thing().match(text, start, end)
    return match.end() if match else start


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf" {_words()['thing']}(?= ?(?:,|&|(?:or|and)\b))", re.IGNORECASE)


def says_similar(behind: str) -> bool:
    """Whether what follows a list says "or similar"."""
    tried = [connector for connector in _meaning("behind", "similar") if connector.may_stand_in(behind)]
    if not tried:
        return False
    behind = SPACE.sub(" ", behind[:FAR])
    aside = _OPENING_ASIDE.match(behind)
    places = (0, aside.end()) if aside else (0,)  # "AWS (preferred) or similar"
    clauses = [_exampled().split(_CLAUSE.split(behind[place:], maxsplit=1)[0], maxsplit=1)[0] for place in places]
    return any(each.pattern.search(clause) for each in tried for clause in clauses)


@cache
def _exampled() -> re.Pattern[str]:
    """Leads to examples: what is similar behind it is similar to these."""
    return re.compile(rf"\b(?<!the ){_words()['such_as']}(?!\w)")


def has_noun(text: str) -> bool:
    """Whether a text has a word for a kind of things: "automation tools such as"."""
    return _kind().search(text) is not None


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"\b{_words()['category']}\b")
