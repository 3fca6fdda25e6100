"""Joins groups, levels and years of all sentences to the requirements of a posting; each thing asked stands once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from skillgap.extraction.cues import CueSet, cue_set
from skillgap.extraction.durations import Bound
from skillgap.extraction.language import remark
from skillgap.extraction.reach import Cue
from skillgap.model import Condition, Document, Extraction, Level, Mention, Posting, Requirement, Skill
from skillgap.posting.choices import Group, unique
from skillgap.posting.conditions import find_conditions
from skillgap.posting.groups import group
from skillgap.posting.levels import ASKS, RANK, SILENT, are_technologies, level_in_title, level_of, settled, singles_out
from skillgap.posting.ranks import telling
from skillgap.posting.refusals import Refusal, refusals, with_refused
from skillgap.posting.remarks import in_doubt, odd, too_young
from skillgap.posting.sentences import ASKED, Sentence, sentences, units_of
from skillgap.posting.tails import graded, tail
from skillgap.posting.titles import find_title, role_sought
from skillgap.posting.unread import with_unread
from skillgap.posting.years import TRADE, by_mention, least, with_examples, years_asked

_OF_A_ROLE = re.compile(rf"{TRADE.pattern}s?\s*\(\s*$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(")
LEARNING = "continuous-learning"
"""The id of the wish to learn."""
NEAR = 40
"""No more than this (characters) stands between an idea and the first of its examples."""


@cache
def _level_cues() -> CueSet:
    return cue_set("levels", "skillgap.posting")


def understand_posting(document: Document, extraction: Extraction, today: date | None = None) -> Posting:
    """What a posting asks. Never fails: a posting that asks nothing has no requirements, and the comparison says so.

    Args:
        today: for the remark that a technology is younger than the years asked for; without it, none is made.
    """
    units = units_of(extraction)
    title = find_title(document, extraction)
    conditions = find_conditions(extraction.readable, extraction.tokens, units) if extraction.english else ()
    degrees = [(condition.start, condition.end) for condition in conditions if condition.kind == "degree"]
    titled: list[Requirement] = []
    found: list[Requirement] = []
    bound: set[int] = set()
    refused: list[Refusal] = []
    before: Sentence | None = None
    for sentence in sentences(extraction, units, degrees):
        if title.start <= sentence.unit.start < title.end:
            titled.extend(asked := _of_title(sentence))
            refused += refusals(sentence, _cues(sentence), asked, None)
        elif sentence.unit.section not in SILENT and extraction.english:
            sentence, cues = _marked(sentence)
            years = years_asked(sentence)
            bound |= {sentence.unit.start + each.start for each in years}
            found.extend(asked := _requirements(sentence, cues, years, _told_behind(sentence)))
            refused += refusals(sentence, cues, asked, before)
            before = sentence
        elif sentence.unit.section not in SILENT:
            found.extend(_requirements(sentence, {}))
    found = [*_not_chosen(titled, found), *found]
    requirements = with_refused(_once(found), refused)
    return Posting(
        document=document,
        title=title.text,
        requirements=requirements,
        conditions=tuple(_each_once(c for c in conditions if c.kind != "experience" or c.start not in bound)),
        extraction=replace(extraction, requirements=requirements),
        warnings=(
            *remark(extraction.language),
            *in_doubt(extraction),
            *odd(requirements, found),
            *(too_young(requirements, today) if today else ()),
        ),
    )


def _each_once(conditions: Iterable[Condition]) -> Iterable[Condition]:
    """The conditions without those of a kind that were quoted before in the same words."""
    seen: dict[tuple[str, str], Condition] = {}
    for condition in conditions:
        seen.setdefault((condition.kind, condition.quote.lower()), condition)
    return seen.values()


def _of_title(sentence: Sentence) -> list[Requirement]:
    """A technology that names the job is asked for; a trade ("DevOps Engineer") only says what the job is."""
    result = []
    sentence = _opened(sentence)
    cues = _cues(sentence)
    years = by_mention(years_asked(sentence))
    for members in group(sentence.joining, sentence.spans, [mention.skill for mention in sentence.mentions]):
        chosen = [sentence.mentions[index] for index in members.members]
        level = level_in_title(chosen, [cue for index in members.members for cue in cues.get(index, ())])
        asked = least(years, members) if level == "required" else 0.0
        result.extend(_as_requirements(members, chosen, level, sentence, asked))
    return result


def _opened(sentence: Sentence) -> Sentence:
    """A title, parted where a bracket tells what the job is about; that exemplifies nothing: "Backend Engineer (Go, Kafka)"."""
    named = {end: mention.skill for (_, end), mention in zip(sentence.spans, sentence.mentions, strict=True)}
    for bracket in _BRACKET.finditer(sentence.text):
        owner = named.get(bracket.start())
        if owner is None or owner.kind != "technology":
            sentence = sentence.parted(bracket.end() - 1)
    return sentence


def _marked(sentence: Sentence) -> tuple[Sentence, Mapping[int, Sequence[Cue]]]:
    """A sentence, parted before what alone is welcome or is told one by one, and the cues that reach each mention in it."""
    cues = _cues(sentence)
    place = tail(sentence.joining, sentence.spans, [mention.skill for mention in sentence.mentions], cues)
    places = [*graded(sentence.joining, sentence.spans, cues), *(() if place is None else (place,))]
    for each in places:
        sentence = sentence.parted(each)
    if places:
        cues = _cues(sentence)
    return sentence, settled(cues)


def _cues(sentence: Sentence) -> Mapping[int, Sequence[Cue]]:
    unit, places = sentence.unit, [(mention.start, mention.end) for mention in sentence.mentions]
    return _level_cues().reached_in(sentence.tokens, unit.start, unit.end, places, "posting", sentence.joining)


def _requirements(
    sentence: Sentence, cues: Mapping[int, Sequence[Cue]], bound: Sequence[Bound] = (), told: Level = "context"
) -> list[Requirement]:
    """What a sentence asks. `bound`: the years in it; `told`: what the sentence behind says of all that this one only names."""
    mentions = sentence.mentions
    negated = {mention.skill.id for mention in mentions if mention.status == "negated"}
    unit = sentence.unit
    years = by_mention(bound)
    role = role_sought(sentence.tokens.plain, sentence.tokens, unit)
    preferred: set[str] = set()
    offered: dict[str, Sequence[Cue]] = {}
    result: list[Requirement] = []
    silent = all(mark.means not in ASKS for marks in cues.values() for mark in marks)
    groups = _groups(sentence, any_of=told in ASKED and silent)
    years = with_examples(years, groups, sentence)
    examples = _examples(groups, sentence)
    for found in groups:
        members = _without_learning(found, mentions)
        learnable = len(members.members) < len(found.members)
        chosen = [mentions[index] for index in members.members]
        asked = least(years, members)
        near = {*members.members, *(() if members.of is None else (members.of,))}
        marks = [cue for index in near for cue in cues.get(index, ()) if not singles_out(cue, members, cues)]
        again = all(mention.skill.id in negated and mention.status != "negated" for mention in chosen)
        if again and all(mark.means != "preferred" for mark in marks):
            continue  # "no Java needed: our last Java service is gone" does not ask for it
        level = level_of(unit, chosen, marks, asked)
        if members.meant == "owner" and level in ASKED:
            level = "context"
        if learnable and level == "required" and not asked:
            level = "preferred"
        if role and level == "required" and not asked and all(_is_trade(mention, role) for mention in chosen):
            level = "context"
        ids = {mention.skill.id for mention in chosen}
        if level == "required" and not asked:
            if not marks and ids <= preferred:
                continue  # "Kafka would be nice, as we use Kafka daily"
            told_of = [mark for mark in marks if mark.means not in ASKS or not _is_aside(sentence, members)]
            if all(skill in offered and all(mark in offered[skill] for mark in told_of) for skill in ids):
                continue  # "strong Rust, or C++ and the wish to learn Rust"; "Rust or C++ (you should like Rust)"
        if level == "preferred":
            preferred |= ids
        elif len(ids) > 1:
            offered |= dict.fromkeys(ids, marks)
        if level == "context" and (told != "negated" or are_technologies(chosen)):
            level = told
        named = tuple(examples.get(members.members[0], ())) if len(members.members) == 1 else ()
        result.extend(_as_requirements(members, chosen, level, sentence, asked, named))
    return result


def _without_learning(choice: Group, mentions: Sequence[Mention]) -> Group:
    """A choice without the wish to learn: who may lack what else it names is not asked for it: "Go, or the will to learn"."""
    known = tuple(index for index in choice.members if mentions[index].skill.id != LEARNING)
    return choice._replace(members=known) if known else choice


def _is_aside(sentence: Sentence, members: Group) -> bool:
    """Whether names stand in a bracket."""
    before = sentence.text[: sentence.spans[members.members[0]][0]]
    return before.count("(") > before.count(")")


def _is_trade(mention: Mention, role: tuple[int, int]) -> bool:
    """Whether a name in a role only says what the job is: "DevOps" of "We are hiring a DevOps engineer"."""
    return mention.skill.kind != "technology" and role[0] <= mention.start < role[1]


def _told_behind(sentence: Sentence) -> Level:
    """What the sentence behind says of all that is named in this one: "Experience with these technologies is a plus."."""
    if sentence.back is None:
        return "context"
    unit, place = sentence.back.unit, sentence.back.place
    if not sentence.back.asked:
        return "negated"
    cues = _level_cues().reached_in(sentence.tokens, unit.start, unit.end, [place], "posting")
    marks = [cue for cue in cues.get(0, ()) if cue.means in {"required", "preferred"}]
    return level_of(unit, sentence.mentions, marks) if marks else "context"


def _groups(sentence: Sentence, *, any_of: bool) -> list[Group]:
    """The groups of a sentence. `any_of`: it is one choice if the sentence behind says so: "Experience with either helps."."""
    skills = [mention.skill for mention in sentence.mentions]
    if any_of and sentence.back is not None and sentence.back.any and are_technologies(sentence.mentions):
        return [Group(unique(range(len(skills)), skills))]
    return with_unread(group(sentence.joining, sentence.spans, skills), sentence)


def _examples(groups: Sequence[Group], sentence: Sentence) -> dict[int, list[Skill]]:
    """By mention of an idea, the technologies right behind it that exemplify it: "a message broker such as NATS"."""
    result: dict[int, list[Skill]] = defaultdict(list)
    for found in groups:
        if found.of is None:
            continue
        idea, first = sentence.mentions[found.of], sentence.mentions[found.members[0]]
        begin, end = (place - sentence.unit.start for place in (idea.end, first.start))
        role = TRADE.match(sentence.text, begin) or _OF_A_ROLE.search(sentence.text, 0, end)
        if idea.skill.kind != "technology" and first.start - idea.end <= NEAR and not role:
            named = (sentence.mentions[index].skill for index in found.members)
            result[found.of].extend(skill for skill in named if skill.kind == "technology")
    return result


def _as_requirements(
    members: Group,
    mentions: Sequence[Mention],
    level: Level,
    sentence: Sentence,
    years: float = 0.0,
    examples: tuple[Skill, ...] = (),
) -> list[Requirement]:
    """One requirement, or one for each skill where alternatives mean nothing: what is only context, and what is not needed."""
    skills = tuple(mention.skill for mention in mentions)
    choices = [(skill,) for skill in skills] if level in {"context", "negated"} else [skills]
    return [
        Requirement(
            any_of=choice,
            level=level,
            quote=sentence.quote,
            start=sentence.unit.start,
            end=sentence.unit.end,
            at_least=min(members.at_least, len(choice)),
            min_years=years or None,
            or_similar=members.or_similar and len(choice) == len(skills),
            examples=examples,
        )
        for choice in choices
    ]


def _not_chosen(titled: Sequence[Requirement], found: Sequence[Requirement]) -> list[Requirement]:
    """What the title names and the text does not make one of a choice: "Python developer", where "Python or Go" is asked."""
    chosen = {skill for r in found if len(r.any_of) > 1 and r.level in {"required", "preferred"} for skill in r.any_of}
    return [requirement for requirement in titled if not chosen.issuperset(requirement.any_of)]


def _once(found: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """Each thing once, at its strongest level, with the most years; none for what is not asked and an alternative covers."""
    best: dict[tuple[frozenset[str], int], Requirement] = {}
    for requirement in found:
        key = (frozenset(skill.id for skill in requirement.any_of), requirement.at_least)
        known = best.get(key)
        if known is None:
            best[key] = requirement
        else:
            stronger = requirement if RANK[requirement.level] > RANK[known.level] else known
            alike = [r for r in (known, requirement) if r.level == stronger.level]
            asking = [r for r in alike if r.min_years]
            told = telling(asking) if asking else stronger
            best[key] = replace(
                stronger,
                quote=told.quote,
                start=told.start,
                end=told.end,
                min_years=told.min_years if asking else None,
                or_similar=any(r.or_similar for r in alike),
                examples=tuple(dict.fromkeys((*known.examples, *requirement.examples))),
            )
    in_groups = {skill.id for r in best.values() if len(r.any_of) > 1 and r.level in ASKED for skill in r.any_of}
    kept = [r for r in best.values() if not (r.level not in ASKED and len(r.any_of) == 1 and r.any_of[0].id in in_groups)]
    place: dict[tuple[int, tuple[Skill, ...]], int] = {}
    for index, requirement in enumerate(found):
        place.setdefault((requirement.start, requirement.any_of), index)
    return tuple(sorted(kept, key=lambda r: (r.start, place.get((r.start, r.any_of), 0))))
