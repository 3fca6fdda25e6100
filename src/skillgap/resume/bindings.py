"""Binds the dates of a line in a job to the names in it: `Docker since 2024`, `Perl until 2020, then Go`, `Since 2023: Kafka`.

In: a line, its names and its dates. Out: which names the dates are of, and whether they tell of a name or only of the line. What
that means for the months of a job is for `periods` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from skillgap.model import Entry, Mention, Period
from skillgap.resume.claims import named_by_year
from skillgap.resume.use import PAIR, VERSION, use_words

Spans = Sequence[tuple[int, int]]

Binding = tuple[Mention, "Dates", bool]
"""A name, dates that are of it, and whether they tell of the name itself."""

_BEFORE_RANGE = re.compile(rf"{VERSION}\s*(?:[(\[,:|–-]\s*)?", re.IGNORECASE)
_CLOSES = re.compile(r"[)\]]?\s*(?:[,;|.]|$|and\b)", re.IGNORECASE)
_LIST = re.compile(rf"{VERSION}\s*(?:,\s*(?:and\s+)?|/|&|\+|\band\s)\s*", re.IGNORECASE)
_ALONE = re.compile(rf"{VERSION}\s*(?:[.,;)\](|]|$|(?:then|there|here|and|before|until|since|from)\b)", re.IGNORECASE)
_LIVED_ON = re.compile(r"\b(?:since|which|then|later|still|maintain\w*|led|lead|leading|joined)\b", re.IGNORECASE)
"""In a sentence about what was made once: that it went on."""
_MADE_IN = re.compile(r"(?:\s+(?!and\b|that\b|which\b)[\w’'-]+){0,5}?\s+(?:in|using|with)\s+", re.IGNORECASE)
"""Between what was made and the technologies that it was made in."""
_LABEL = re.compile(r"\s*[)\]]?\s*[:–-]")
_OF_A_VERSION = re.compile(r"\s*v?\d{1,2}(?:\.\w+)*\+?(?![\w/.-])", re.IGNORECASE)
"""Stands behind a name where dates tell of a version: who has used Java 17 since 2022 may have used Java before, and who used it
until then goes on with another."""
_HEADED = re.compile(
    r"\W*(?!\w+ed\b)[A-Z][\w&.'’-]*(?:\s+(?:[A-Z&(][\w&.'’)-]*|and|of|for|the)){0,5}(?:,\s+(?!\w+ed\b)[A-Z][\w&.'’-]*){0,2}(?:,|:)?\s*[(–-]?\s*"
)
"""A firm or a title before dates and what was done then: "Hooli Services, Leeds (2019-2021): Kotlin"."""
_HEAD_ENDS = re.compile(r"\s*[)\]]?\s*[:,–-]\s")
_CLAUSE_OPENS = re.compile(r"[;.]\s+$")
_CLAUSE_ENDS = re.compile(r"[;.](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates at `[start, end)` of a line; `begun` or `ended` is None where they only say until or from when.

    `event`: where they say when something came or was made (`in 2021`), the end of that time. It was used from then on only if it
    is what came.
    """

    start: int
    end: int
    begun: date | None
    ended: date | None
    event: date | None = None

    @property
    def lone(self) -> bool:
        """Whether they are one date, with a word that tells what it is of."""
        return self.begun is None or self.ended is None

    def inside(self, entry: Entry) -> Iterator[Period]:
        """The part of the times of a job."""
        for begun, ended in entry.periods:
            first, last = max(self.begun or begun, begun), min(self.ended or ended, ended)
            if first <= last:
                yield first, last


def bindings(
    text: str, spans: Spans, mentions: Sequence[Mention], dates: Sequence[Dates]
) -> Iterator[tuple[Mention, Dates, bool]]:
    """Of which names of a line (plain text) its dates tell; and whether of the name, or only of the line in which it stands.

    Args:
        spans: where the mentions stand in the line.
        dates: those of the line that are not those of the job.
    """
    bound: set[int] = set()
    ahead: list[Dates] = []
    for found in dates:
        names = _names_before(text, spans, found)
        if not names:
            ahead.append(found)
        bound.update(names)
        for name in names:
            version = _OF_A_VERSION.match(text, spans[name][1])
            if not (_is_named_by_year(mentions[name], found) or (version and found.begun is None)):
                yield mentions[name], found, not version
    for found in dates:
        names = [name for name in _names_after(text, spans, found) if name not in bound]
        bound.update(names)
        yield from ((mentions[name], replace(found, begun=found.ended, ended=None), True) for name in names)
    for found in ahead:
        names = [name for name in _names_behind(text, spans, found, dates) if name not in bound]
        bound.update(names)
        yield from ((mentions[name], found, not _OF_A_VERSION.match(text, spans[name][1])) for name in names)
    for found, end in _of_stretches(text, ahead):
        others = [name for name, (start, _) in enumerate(spans) if name not in bound and found.start <= start < end]
        bound.update(others)
        yield from ((mentions[name], found, False) for name in others)
    for found in ahead:
        if found.event:
            once = replace(found, ended=found.event)
            yield from ((mentions[name], once, False) for name in _made_then(text, spans, found) if name not in bound)


def _made_then(text: str, spans: Spans, dates: Dates) -> Iterator[int]:
    """The names of what was made once, in a sentence that tells when: "In 2024 I wrote an exporter in Go"."""
    first = max((match.end() for match in _CLAUSE_ENDS.finditer(text, 0, dates.start)), default=0)
    ends = _CLAUSE_ENDS.search(text, dates.end)
    last = ends.start() if ends else len(text)
    if _LIVED_ON.search(text, first, last):
        return
    for thing in use_words().small_thing.finditer(text, first, last):
        reach = thing.end()
        for name, (start, end) in enumerate(spans):
            inside = thing.start() <= start < thing.end()
            if inside or (reach <= start < last and (_MADE_IN if reach == thing.end() else _LIST).fullmatch(text, reach, start)):
                yield name
                reach = reach if inside else end


def _of_stretches(text: str, ahead: Sequence[Dates]) -> Iterator[tuple[Dates, int]]:
    """Those of some dates that tell of all that stands behind them, each with where that ends: they open the line or a clause."""
    if ahead and (_opens_line(text, ahead[0]) or _heads_line(text, ahead[0])):
        stop = text.find(". ", ahead[0].end)
        then = use_words().then.search(text, ahead[0].end) if ahead[0].begun is None else None
        yield ahead[0], min(stop if stop >= 0 else len(text), then.start() if then else len(text))
    for found in ahead:
        if found.begun and found.lone and not found.event and _CLAUSE_OPENS.search(text, 0, found.start):
            ends = _CLAUSE_ENDS.search(text, found.end)
            yield found, ends.start() if ends else len(text)


def _is_named_by_year(mention: Mention, dates: Dates) -> bool:
    return mention.skill.id in named_by_year() and not dates.lone


def _names_before(text: str, spans: Spans, dates: Dates) -> list[int]:
    """The names right before some dates: `Docker since 2024`, `Python and Django (2022-2024)`."""
    last = next((index for index in reversed(range(len(spans))) if spans[index][1] <= dates.start), None)
    if last is None or not (use_words().before_lone if dates.lone else _BEFORE_RANGE).fullmatch(
        text, spans[last][1], dates.start
    ):
        return []
    names = _paired(text, spans, last)
    before = text[: spans[names[0]][0]]
    if dates.event and not use_words().came.search(before):
        return []
    if use_words().not_ours.search(before) or not (
        dates.lone or (use_words().opens.search(before) and _CLOSES.match(text, dates.end))
    ):
        return []
    behind = next((start for start, _ in spans if start >= dates.end), None)
    parted = dates.lone and "," in text[spans[last][1] : dates.start]
    if parted and behind is not None and use_words().behind.fullmatch(text, dates.end, behind):
        return []  # "PHP, since 2021 Go", "PHP, from 2021 on with Go"
    return names


def _names_behind(text: str, spans: Spans, dates: Dates, others: Sequence[Dates]) -> list[int]:
    """The names of a list right behind some dates: `Since 2023: Spring Boot, Kafka`, `until 2020 Perl`."""
    first = next((index for index, (start, _) in enumerate(spans) if start >= dates.end), None)
    if first is None or dates.event or not use_words().behind.fullmatch(text, dates.end, spans[first][0]):
        return []
    if not (use_words().opens.search(text[: dates.start]) or _LABEL.match(text, dates.end)):
        return []
    last = _listed(text, spans, first)[-1]
    if not _ALONE.match(text, spans[last][1]) or any(spans[first][0] < other.start < spans[last][1] for other in others):
        last = first if _ALONE.match(text, spans[first][1]) else first - 1
    return list(range(first, last + 1))


def _heads_line(text: str, dates: Dates) -> bool:
    """Whether dates stand behind the name with which a line begins, and head the rest of it."""
    return not dates.lone and bool(_HEADED.fullmatch(text, 0, dates.start) and _HEAD_ENDS.match(text, dates.end))


def _names_after(text: str, spans: Spans, dates: Dates) -> list[int]:
    """The names of what came after a date until which something was used: `Perl until 2020, then Go`, `..., Go afterwards`."""
    if dates.begun is not None:
        return []
    ends = _CLAUSE_ENDS.search(text, dates.end)
    stop = ends.start() if ends else len(text)
    then = use_words().then.search(text, dates.end, stop)
    first = next((name for name, (start, _) in enumerate(spans) if then and start == then.end()), None)
    if first is not None:
        return _listed(text, spans, first)
    behind = (name for name, (start, end) in enumerate(spans) if start >= dates.end and end <= stop)
    last = next((name for name in behind if use_words().thereafter.match(text, spans[name][1])), None)
    return [] if last is None else _paired(text, spans, last)


def _paired(text: str, spans: Spans, last: int) -> list[int]:
    """A name, and those that stand right before it in a pair: `Python and Django`."""
    first = last
    while first > 0 and PAIR.fullmatch(text, spans[first - 1][1], spans[first][0]):
        first -= 1
    return list(range(first, last + 1))


def _listed(text: str, spans: Spans, first: int) -> list[int]:
    """A name, and those that are listed behind it."""
    last = first
    while last + 1 < len(spans) and _LIST.fullmatch(text, spans[last][1], spans[last + 1][0]):
        last += 1
    return list(range(first, last + 1))


def _opens_line(text: str, dates: Dates) -> bool:
    """Whether some dates stand at the beginning of a line, and tell of all of it."""
    return not (dates.event or any(map(str.isalnum, text[: dates.start]))) and (dates.lone or bool(_LABEL.match(text, dates.end)))
