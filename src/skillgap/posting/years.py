"""The years that a sentence asks for in the skills that it names, by its words or by what stands beside it in a table.

In: a `Sentence`. Out: years bound to its mentions. How years bind at all is told in `extraction.years`; here is told what they
may bind to: a named skill, but no role ("5 years in backend development", "in DevOps roles", "as a tester in a Scrum team") and
nothing that is done in a technology. An idea and its examples have the same years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from skillgap.extraction.durations import YEAR_WORDS, YEARS, Bound
from skillgap.extraction.years import JOINING, bind, runs_of
from skillgap.posting.choices import Group
from skillgap.posting.connectors import link, without_thing
from skillgap.posting.examples import are_of
from skillgap.posting.kinship import is_ground
from skillgap.posting.sentences import Sentence
from skillgap.posting.unasked import blanked

OWN = frozenset({"about", "benefits", "process"})
"""Sections that speak of the company: years there are its own."""
TRADE = re.compile(
    r"\s+(?:engineer|developer|programmer|manager|lead|consultant|specialist|analyst|architect(?!ur))", re.IGNORECASE
)
DONE_IN = re.compile(rf"(?:(?:\s+\w+)?|\s*[–—-]\s*{YEARS.pattern})\s+(?:in|with|using|on)\s+", re.IGNORECASE)
_EXPERIENCE_IN = re.compile(
    r"\b(?:years?|yrs)\b['’]?(?:\s+of)?(?:\s+[\w-]+){0,3}?\s+(?:experience|expertise|background)\s+(?:with|in|of|using|on)(?:\s+(?:an?|the))?\s+$",
    re.IGNORECASE,
)
_AMONG = re.compile(rf"{TRADE.pattern}|\s+(?:teams?|roles?|compan|environments?|context|department|startups?)\b", re.IGNORECASE)
"""Behind an idea: what somebody was among, not what was done."""
_OWN_TRADE = re.compile(rf"{TRADE.pattern}s?$", re.IGNORECASE)
"""The end of an idea that is itself who works in it: "data engineer"."""
_TEAM = re.compile(r"\s+(?:teams?|squads?|crews?|departments?)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\s+(?:and|or)\s+(?P<the>the)\s+", re.IGNORECASE)
_ON = re.compile(r"\s+(?P<on>on)\s+", re.IGNORECASE)
_HEADING = re.compile(r"(?:\s+(?:in\s+(?:production|anger|the\s+cloud)|at\s+scale))?\s*(?::|\s[–—-])\s+", re.IGNORECASE)
"""Between an idea and the alternatives that it heads: "serverless in production: AWS Lambda or Azure Functions"."""
_WORLD = re.compile(r"\s+(?:ecosystem|framework|platform|stack|family|suite|cloud|language|database)s?\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\s+(?:(?:or|and)\s+(?:(?:similar|comparable|equivalent|related)\s+"
    r"|(?:[a-z-]+\s+){1,2}?(?:engineering|development|administration|operations|support)\s+))?(?:roles?|positions?)\b",
    re.IGNORECASE,
)
_AS = re.compile(
    rf"(?:\bas (?:an?|the)\b|\broles?\b|{TRADE.pattern})[^.;:]{{0,40}}"
    r"\b(?:in|on|within|inside)\s+(?:(?:an?|the|our)\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""What somebody was, right before what that was among: "as a developer in a"."""
LEAD = 80
"""What leads from years to an idea is no longer (characters)."""


def years_asked(sentence: Sentence) -> list[Bound]:
    """The years that the sentence asks for in a skill, by its words or by what stands beside it in a table."""
    if sentence.unit.section in OWN:
        return []
    said = _said(sentence)
    if not sentence.unit.years:
        return said
    known = {index for bound in said for index in bound.members}
    rest = tuple(i for i in range(len(sentence.mentions)) if i not in known and not sentence.mentions[i].skill.generic)
    return [*said, Bound(rest, sentence.unit.years, 0)] if rest else said


def by_mention(bound: Iterable[Bound]) -> dict[int, float]:
    """The years by mention (index), the first where several are told."""
    years: dict[int, float] = {}
    for each in bound:
        for index in each.members:
            years.setdefault(index, each.years)
    return years


def least(years: Mapping[int, float], members: Group) -> float:
    """The fewest years that are told of any of a group, 0 if none are."""
    return min((years[index] for index in members.members if index in years), default=0.0)


def with_examples(years: Mapping[int, float], groups: Iterable[Group], sentence: Sentence) -> dict[int, float]:
    """The years by mention; what is said of an idea or of its examples holds for both: "3 years with brokers such as NATS"."""
    result = dict(years)
    skills = [mention.skill for mention in sentence.mentions]
    for found in groups if years else ():
        heading = _heading(found, sentence)
        if heading in years:
            result |= {index: result.get(index, years[heading]) for index in found.members}
        if found.of is None or not are_of(found, sentence.text, sentence.spans, skills):
            continue
        idea, (start, end) = skills[found.of], sentence.spans[found.of]
        if (idea.generic and idea.kind != "concept") or _is_trade(sentence.text, start, end) or _AMONG.match(sentence.text, end):
            continue  # "5 years in backend development (Java, Go)"
        told = [years[index] for index in (found.of, *found.members) if index in years]
        if told:
            result |= {index: result.get(index, min(told)) for index in (found.of, *found.members)}
    return result


def _heading(choice: Group, sentence: Sentence) -> int:
    """The idea right before a colon and the alternatives that it covers, -1 if there is none: "a broker: NATS or Kafka"."""
    idea = choice.members[0] - 1
    if choice.of is not None or len(choice.members) == 1 or idea < 0 or sentence.mentions[idea].skill.kind == "technology":
        return -1
    between = (sentence.spans[idea][1], sentence.spans[idea + 1][0])
    covers = all(is_ground(sentence.mentions[idea].skill, sentence.mentions[index].skill) for index in choice.members)
    return idea if covers and _HEADING.fullmatch(sentence.text, *between) else -1


def _said(sentence: Sentence) -> list[Bound]:
    """The years that the sentence asks for in a skill, by its words."""
    words = sentence.tokens.words[slice(*sentence.tokens.within(sentence.unit.start, sentence.unit.end))]
    if YEAR_WORDS.isdisjoint(words):
        return []
    binds = [_binds(sentence, index) for index in range(len(sentence.mentions))]
    return bind(sentence.text, sentence.spans, runs_of(_without_things(sentence), sentence.spans), binds)


def _without_things(sentence: Sentence) -> str:
    """The text with blanks for the words that say what a name is: years of "SIEM tools and Kafka" are those of both, and so
    are those of "Java and the Spring ecosystem", and of a language on what speaks it: "SQL on PostgreSQL"."""
    text = sentence.text
    for index, ((_, end), (start, last)) in enumerate(pairwise(sentence.spans)):
        text = blanked(text, end, without_thing(text, end, start))
        on = _ON.fullmatch(text, end, start)
        if on and is_ground(sentence.mentions[index].skill, sentence.mentions[index + 1].skill):
            text = blanked(text, *on.span("on"))
        article = _ARTICLE.fullmatch(text, end, start)
        if article and (_WORLD.match(text, last) or _WORLD.search(text, start, last)):
            text = blanked(text, *article.span("the"))
    return text


def _binds(sentence: Sentence, index: int) -> bool:
    """Whether years may bind to a mention: not to a vague word, not to an idea that names a job ("DevOps engineer",
    "programmer"), and not to an idea that is done in a technology ("data pipelines in Python")."""
    mention = sentence.mentions[index]
    if mention.skill.generic and not _is_experience_in(sentence, index):
        return False
    start, end = sentence.spans[index]
    if mention.skill.kind == "technology":
        return _TEAM.match(sentence.text, end) is None
    if _is_trade(sentence.text, start, end) or _is_role(sentence, index):
        return False
    if _TEAM.match(sentence.text, end) and _AS.search(sentence.text, max(0, start - LEAD), start):
        return False
    following = sentence.mentions[index + 1] if index + 1 < len(sentence.mentions) else None
    if following is None or following.skill.kind != "technology":
        return True
    return DONE_IN.fullmatch(sentence.text, end, sentence.spans[index + 1][0]) is None


def _is_trade(text: str, start: int, end: int) -> bool:
    """Whether an idea says who somebody was: "DevOps engineer", "data engineer"."""
    return TRADE.match(text, end) is not None or _OWN_TRADE.search(text, start - 1, end) is not None


def _is_role(sentence: Sentence, index: int) -> bool:
    """Whether an idea, or what such a list goes on with, says in which role somebody was: "DevOps/SRE roles"."""
    end = sentence.spans[index][1]
    if _ROLE.match(sentence.text, end):
        return True
    if index + 1 == len(sentence.spans) or sentence.mentions[index + 1].skill.kind == "technology":
        return False
    gap = sentence.text[end : sentence.spans[index + 1][0]].strip().lower()
    return gap in {"/", "or", "and", ","} and _is_role(sentence, index + 1)


def _is_experience_in(sentence: Sentence, index: int) -> bool:
    """Whether a vague idea, and no practice that is a role, is itself what somebody has experience in: "years of experience with
    machine learning", and what such a list goes on with."""
    mention = sentence.mentions[index]
    if mention.skill.kind != "concept":
        return False
    start, end = sentence.spans[index]
    if _AMONG.match(sentence.text, end):
        return False
    if index + 1 < len(sentence.spans):
        behind = sentence.text[end : sentence.spans[index + 1][0]].lower()
        if behind.strip() != "(" and link(behind, mention.skill, sentence.mentions[index + 1].skill) == "examples":
            return False  # "databases such as PostgreSQL": the years are those of the examples
    if _EXPERIENCE_IN.search(sentence.text, max(0, start - LEAD), start):
        return True
    before = sentence.text[sentence.spans[index - 1][1] : start].strip(" ,/&()").lower() if index else None
    return before in JOINING and sentence.mentions[index - 1].skill.generic and _is_experience_in(sentence, index - 1)
