"""The sentences of a posting that name skills: units of the text, with the mentions in them.

In: an `Extraction`, and where degrees are asked for. Out: `Sentence` values in order. What they ask is told in `reader`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from skillgap.extraction.run_in import asks
from skillgap.extraction.spelt import pattern
from skillgap.extraction.units import behind_bullet
from skillgap.model import Extraction, Mention, Skill, Tokens, Unit, Unknown
from skillgap.posting.afterthoughts import with_afterthoughts
from skillgap.posting.connectors import leads
from skillgap.posting.degrees import subjects, without_length
from skillgap.posting.lent_years import with_years
from skillgap.posting.letters import without_quoted
from skillgap.posting.levels import SILENT
from skillgap.posting.unasked import again, blanked, without_categories
from skillgap.posting.unheaded import with_unheaded

CLOSING = re.compile(
    r"(?:to apply,?|apply (?:now|today|by|via|at|with|online)|in return|please (?:apply|send)|send (?:us )?your (?:cv|resume))\b"
    r"(?! you (?:need|must|should|have))",
    re.IGNORECASE,
)
"""Begins the end of a posting, where no heading does: nothing is asked from there to the next heading."""
_BACK = re.compile(
    r"\b(?:experience|knowledge|familiarity|proficiency|expertise|skills?|background|understanding)\b[^.;:]{0,40}?\b"
    r"(?P<these>(?:(?:these|those|the) )?(?:above|mentioned|above[- ]mentioned|aforementioned|listed|these|those|such) "
    r"(?:technologies|tools|frameworks|languages|products|services|platforms|systems)\b|them\b"
    r"|(?:any|some|all|one|both|either) of (?:these|those)\b|(?:either|both|these|those)(?= (?:is|are|would|will)\b)"
    r"|our (?:tech(?:nology)? )?stack\b)",
    re.IGNORECASE,
)
"""What speaks of the names in the sentence before: "Experience with these technologies is a plus."."""
_SOME = re.compile(r"(?:any|some|one|either)\b", re.IGNORECASE)
"""Begins what speaks of only some of them."""
_UNASKED = re.compile(
    r"\b(?:you\b[^.;:,]{0,20}?(?:\b(?:not|never)\b|n['’]t\b)[^.;:,]{0,30}?|nobody\b[^.;:,]{0,30}?|no need to) ?"
    r"\b(?:know|write|learn|use|touch|read|do|need|have used|have seen|work with|work in|be fluent in) "
    r"(?P<these>(?:either|any|one) of (?:these|those|them|the two)|either|these|those|them)(?=(?: here)?\s*(?:[.!;]|$))",
    re.IGNORECASE,
)
"""What says that nobody asks for them: "You won't be expected to write either."."""
_NOT_ASKED = re.compile(
    r"\s+(?:(?:is|are)(?: not|n['’]t)|will not be|won['’]t be) "
    r"(?:expected|required|needed|necessary|assumed|asked for|presupposed)\b"
    r"(?!\s*[,;–-]? ?(?:but|though|yet|however)\b)",
    re.IGNORECASE,
)
"""Says of what somebody knows of them that nobody asks for it: "Experience with these tools is not expected."."""
_DENIED = re.compile(r"\b(?:not|no|never)\b|n['’]t\b", re.IGNORECASE)
_ALSO = re.compile(r"\W*(?:(?P<or>or)|although|though|but|while|and)?(?: (?:an?|any|some|even|also))*\s*", re.IGNORECASE)
"""Begins a remark on what would do as well."""
ASKED = frozenset({"required", "preferred"})
"""Levels of what is asked for, and the sections of it."""
_BACK_WORDS = frozenset(
    {"these", "those", "mentioned", "above", "aforementioned", "listed", "such", "them", "our", "either", "both"}
    | {"neither", "none", "it"}
)
"""One of these tokens is in it; quick to look for."""


class Back(NamedTuple):
    """A unit that speaks of all that is named in the one before, where in the text it does, and whether it asks for it at all;
    `any`: or only for some of it ("Experience with either is a plus.")."""

    unit: Unit
    place: tuple[int, int]
    asked: bool = True
    any: bool = False


class Sentence(NamedTuple):
    """A unit with the mentions in it that may ask for something, and their spans relative to it.

    `text` is plain (see `Tokens`), without how long a degree takes and without abbreviations in brackets. `joining` is the text
    without the unknown names in it: "Celery, Dramatiq or RQ" is a choice whichever of them is unknown. `quote` is the text as it
    stands, on one line. `back` is what the unit behind it says of all that is named here.
    """

    unit: Unit
    text: str
    joining: str
    quote: str
    tokens: Tokens
    mentions: Sequence[Mention]
    spans: Sequence[tuple[int, int]]
    back: Back | None = None

    def parted(self, place: int) -> Sentence:
        """The same with a semicolon at a place of its text: nothing that is said before it reaches across."""
        return self._replace(text=_with_semicolon(self.text, place), joining=_with_semicolon(self.joining, place))


def _with_semicolon(text: str, place: int) -> str:
    return f"{text[:place]};{text[place + 1 :]}"


def _start(found: Mention | Unknown) -> int:
    return found.start


def units_of(extraction: Extraction) -> list[Unit]:
    """The units as a posting is read: closed by its closing sentence, open where one asks, and with their afterthoughts."""
    own = without_quoted(_closed(extraction), extraction.readable, [mention.start for mention in extraction.mentions])
    technologies = [mention for mention in extraction.mentions if mention.skill.kind == "technology"]
    reopened = with_afterthoughts(_reopened(own, extraction), extraction)
    units = with_unheaded(reopened, extraction.tokens.plain, [mention.start for mention in technologies])
    return with_years(units, extraction.tokens.plain, technologies)


def sentences(extraction: Extraction, units: Sequence[Unit], degrees: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """The units with mentions, but for the subjects of `degrees` (characters of the text); a cell of a table with the remark of
    its row on what would do as well."""
    before: Sentence | None = None
    for sentence in _each(extraction, units, degrees):
        joined = _with_remark(before, sentence) if before is not None else None
        if before is not None and joined is None:
            yield before
        before = joined or sentence
    if before is not None:
        yield before


def _with_remark(cell: Sentence, remark: Sentence) -> Sentence | None:
    """What a cell names, and what would do as well by a remark in its row: "Helm | deploying | yes, though Kustomize will do"."""
    first, last = cell.unit, remark.unit
    between = cell.tokens.plain[first.end : last.start]
    if first.section not in ASKED or last.section != "other" or last.kind != "item" or not between.strip() or "\n" in between:
        return None
    start, end = remark.spans[0][0], remark.spans[-1][1]
    sign = _ALSO.fullmatch(remark.text, 0, start)
    behind = remark.text[end:].lower()
    if sign is None or not (sign["or"] or leads("too", behind) or leads("fine", behind)):
        return None
    gap = (", or " if sign["or"] else ",but ").rjust(last.start - first.end + start)
    moved = last.start - first.start
    return cell._replace(
        unit=replace(first, end=last.end),
        text=cell.text + gap + remark.text[start:],
        joining=cell.joining + gap + remark.joining[start:],
        quote=f"{cell.quote} {remark.quote}",
        mentions=[*cell.mentions, *remark.mentions],
        spans=[*cell.spans, *((a + moved, b + moved) for a, b in remark.spans)],
        back=None,
    )


def _each(extraction: Extraction, units: Sequence[Unit], degrees: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """The units with mentions, each for itself."""
    mentions = iter(extraction.mentions)
    mention = next(mentions, None)
    for place, unit in enumerate(units):
        members = []
        while mention is not None and mention.start < unit.end:
            if mention.start >= unit.start:
                members.append(mention)
            mention = next(mentions, None)
        if not members:
            continue
        start, end = unit.start, unit.end
        text = extraction.tokens.plain[start:end]
        for degree in [(a - start, b - start) for a, b in degrees if start <= a < end]:
            text = without_length(text, degree)
            named = subjects(text, degree, [(mention.start - start, mention.end - start) for mention in members])
            members = [m for index, m in enumerate(members) if index not in named or m.skill.kind == "technology"]
        text, members = _without_abbreviations(text, start, members)
        joining = _without_unknown(text, unit, extraction.unknown)
        if len(members) > 1:
            asked = without_categories(joining.lower(), *_places(members, start))
            members = [members[index] for index in asked]
        if members:
            yield Sentence(
                unit,
                text,
                joining,
                " ".join(extraction.readable[start:end].split()),
                extraction.tokens,
                members,
                _places(members, start)[0],
                _reference(extraction, members, unit, units[place + 1], mention) if place + 1 < len(units) else None,
            )


def _reference(
    extraction: Extraction, members: Sequence[Mention], unit: Unit, following: Unit, named: Mention | None
) -> Back | None:
    """The unit behind another one, if it names nothing and speaks of what that one names; and where it does.

    `members`: what that one names; "it" is none of several. `named`: the next mention.
    """
    tokens = extraction.tokens
    if named is not None and named.start < following.end:
        return None
    if _BACK_WORDS.isdisjoint(tokens.words[slice(*tokens.within(following.start, following.end))]):
        return None
    if tokens.plain.count("\n", unit.end, following.start) > _is_prose(unit, tokens):
        return None
    place = following.start, following.end
    unasked = _UNASKED.search(tokens.plain, *place) or _unneeded().match(tokens.plain, *place)
    if unasked is not None and not (len(members) > 1 and "it" in unasked.groups()):
        return Back(following, unasked.span(), asked=False)
    found = _BACK.search(tokens.plain, *place) or _rated().match(tokens.plain, *place)
    if found is not None and _NOT_ASKED.match(tokens.plain, found.end()):
        return Back(following, found.span("these"), asked=False)
    if found is None or _DENIED.search(tokens.plain, found.end(), following.end):
        return None
    return Back(following, found.span("these"), any=_SOME.match(found["these"]) is not None)


@cache
def _unneeded() -> re.Pattern[str]:
    """What says of them that they are not needed, at the beginning of a sentence: "No experience with it is required."."""
    known = rf"(?:prior |previous )?{pattern('acquaintance')} (?:of|with|in)"
    these = r"(?:it|(?:either|any)(?: of (?:them|these|those|the two))?|them|these|those)"
    needed = rf"{pattern('needed')}\b(?! to\b)"
    return re.compile(
        rf"\W*(?:(?:neither|none)(?: of (?:them|these|those|the two))? (?:is|are) {needed}"
        rf"|(?:you need )?no {known} (?P<no>{these})(?: (?:is|are) {needed}|\s*(?:[.!;]|$))"
        rf"|{known} (?P<not>{these}) (?:is|are)(?: not|n['’]t)(?: strictly)? {needed})",
        re.IGNORECASE,
    )


@cache
def _rated() -> re.Pattern[str]:
    """What speaks of them at the beginning of a sentence: "Both are essential."."""
    return re.compile(
        r"\W*(?P<these>(?:all of )?(?:both|these|those|them)(?: two| three)?)"
        rf"(?= (?:are|is) (?:all )?{pattern('ratings')}\b)",
        re.IGNORECASE,
    )


def _is_prose(unit: Unit, tokens: Tokens) -> bool:
    """Whether a unit is a sentence that the next line may speak of."""
    return unit.kind == "text" and tokens.plain[unit.end - 1] in ".!"


def _places(members: Sequence[Mention], start: int) -> tuple[list[tuple[int, int]], list[Skill]]:
    """Where mentions stand in a unit that begins at `start`, and what they name."""
    return [(mention.start - start, mention.end - start) for mention in members], [mention.skill for mention in members]


def _without_abbreviations(text: str, start: int, members: list[Mention]) -> tuple[str, list[Mention]]:
    """The text of a unit and its mentions without those that only name again what stands before them: "Google Cloud (GCP)"."""
    dropped = again(text, *_places(members, start))
    for first, last in dropped.values():
        text = blanked(text, first, last)
    return text, [member for index, member in enumerate(members) if index not in dropped]


def _without_unknown(text: str, unit: Unit, unknown: Sequence[Unknown]) -> str:
    """The text of a unit with its unknown names blanked, so that offsets stay."""
    for term in unknown[bisect_left(unknown, unit.start, key=_start) : bisect_left(unknown, unit.end, key=_start)]:
        text = blanked(text, term.start - unit.start, min(term.end, unit.end) - unit.start)
    return text


def _closed(extraction: Extraction) -> Iterable[Unit]:
    """The units, those behind a closing sentence ("To apply, send ...") in no section that asks."""
    text, closed = extraction.readable, False
    for unit in extraction.units:
        closes = unit.start > len(text) / 2 and CLOSING.match(text, unit.start) is not None
        closed = unit.kind != "heading" and (closed or closes)
        yield replace(unit, section="process") if closed else unit


def _reopened(units: Iterable[Unit], extraction: Extraction) -> Iterator[Unit]:
    """The units; one that asks for something among what is given is in a section that does not say what it is."""
    text = extraction.tokens.plain
    for unit in units:
        silent = unit.section in SILENT and unit.kind != "heading"
        open_ = silent and asks(text[behind_bullet(text, unit.start) : unit.end])
        yield replace(unit, section="other") if open_ else unit
