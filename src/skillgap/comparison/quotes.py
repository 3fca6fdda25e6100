"""The words of the two documents that a verdict rests on: the sentence around a skill, with the offsets of the skill itself."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Literal

from skillgap.model import Extraction, Level, Mention, Posting, Quote, Requirement, Resume, Sighting, Unit, Unsure
from skillgap.posting.levels import OF_SECTION

WIDTH = 160
"""A quote is at most about this long (characters)."""

_TORN = 12
"""So little (characters) of a job before a sentence is the beginning of its dates: `Aug 25` of "Aug 25 - Jan 26"."""
_EDGES = " -*•·#|"
"""What may stand at the ends of a sentence and is none of its words."""
_PLACES = {"opening": "", "other": ""}


def of_posting(posting: Posting, requirement: Requirement) -> Quote:
    """The posting's words for a requirement."""
    extraction = posting.extraction
    mention = next(
        (m for m in extraction.mentions if requirement.start <= m.start < requirement.end and m.skill in requirement.any_of), None
    )
    if mention is None:
        return Quote("posting", requirement.quote, requirement.start, requirement.end)
    quote = _quote("posting", extraction, mention, posting.document.page_of(mention.start))
    # in an edited posting the quotes of all sections stand in one row, and the level is what somebody says
    return replace(quote, place=_asked_in(quote.place, requirement.level) if posting.content is None else "")


def _asked_in(section: str, level: Level) -> str:
    """The section that asks; where it does not say the level that was read, that as well, and that the words beside it do."""
    if not section or OF_SECTION.get(section, "context") == level:
        return section
    told = {"context": "only mentioned", "negated": "not needed"}.get(level, level)
    return f"{section}, but {told} by its words"


def of_resume(resume: Resume, sighting: Sighting) -> Quote:
    """The résumé's words for a sighting: those of the sentence that stand in its own job."""
    within = (sighting.entry.start, sighting.entry.end) if sighting.entry else None
    return _quote("resume", resume.extraction, sighting.mention, sighting.page, within)


def around(resume: Resume, words: Mention | Unsure) -> Quote:
    """The résumé's words around a name that is no sighting."""
    return _quote("resume", resume.extraction, words, resume.document.page_of(words.start))


def _quote(
    document: Literal["resume", "posting"],
    extraction: Extraction,
    mention: Mention | Unsure,
    page: int | None,
    within: tuple[int, int] | None = None,
) -> Quote:
    text, mark = sentence_around(extraction, mention, within)
    return Quote(document, text, mention.start, mention.end, _place(mention), page, mark)


def word(document: Literal["resume", "posting"], mention: Mention, page: int | None) -> Quote:
    """The skill's name alone, as it stands."""
    name = " ".join(mention.text.split())
    return Quote(document, name, mention.start, mention.end, _place(mention), page, (0, len(name)))


def sentence_around(
    extraction: Extraction, mention: Mention | Unsure, within: tuple[int, int] | None = None
) -> tuple[str, tuple[int, int]]:
    """The sentence that holds a mention, cut to `WIDTH` around it, on one line; and where in it the mention stands.

    `within`: bounds `[start, end)` of what it is part of, where it holds the mention.
    """
    unit = unit_around(extraction, mention.start, mention.end)
    start, end = (unit.start, unit.end) if unit else (mention.start, mention.end)
    if within and within[0] <= mention.start and mention.end <= within[1]:
        start, end = within[0] if start - within[0] <= _TORN else start, min(end, within[1])
    left, right = start, end
    if end - start > WIDTH:
        left = max(start, min(mention.start - WIDTH // 2, end - WIDTH))
        right = max(mention.end, min(end, left + WIDTH))
        left, right = _to_word(extraction.readable, left, start, -1), _to_word(extraction.readable, right, end, 1)
    text = extraction.readable
    before = _one_line(text[left : mention.start]).lstrip(_EDGES)
    name = " ".join(text[mention.start : mention.end].split())
    behind = _one_line(text[mention.end : right]).rstrip(_EDGES).removesuffix(";")
    lead = f"{'… ' if left > start else ''}{before}"
    return f"{lead}{name}{behind}{' …' if right < end else ''}", (len(lead), len(lead) + len(name))


def _one_line(text: str) -> str:
    """On one line, with one space for white space at either end."""
    return f"{' ' * text[:1].isspace()}{' '.join(text.split())}{' ' * text[-1:].isspace()}" if text.strip() else " " * bool(text)


def unit_around(extraction: Extraction, start: int, end: int) -> Unit | None:
    """The sentence, list item or heading that holds `[start, end)`."""
    index = bisect_right(extraction.units, start, key=lambda unit: unit.start) - 1
    unit = extraction.units[index] if index >= 0 else None
    return unit if unit and unit.end >= end else None


def _to_word(text: str, position: int, limit: int, step: int) -> int:
    """The next place between words, not further than 20 characters."""
    for _ in range(20):
        if position == limit or text[position - (step < 0) : position + (step > 0)].isspace():
            return position
        position += step
    return position


def _place(mention: Mention | Unsure) -> str:
    return _PLACES.get(mention.section, mention.section)
