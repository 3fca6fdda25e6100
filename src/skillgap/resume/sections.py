"""Puts the sections of a résumé right by what is dated in them: a heading nobody knows is told by what stands below it.

In: the text and its sections by known headings. Out: sections that cover the same text. A part of a job that is headed like a
section (`Key achievements`, `Skills: Java`) is joined to it, jobs below an unknown heading become a section of experience, and
an unknown heading behind the last job ends it. What is below a heading that the file marks as one is not parted further.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from skillgap.extraction.data import words
from skillgap.extraction.headings import cleaned, heading_kind
from skillgap.extraction.tokens import plain
from skillgap.extraction.units import behind_bullet
from skillgap.model import Extraction, Mention, Section, Unsure
from skillgap.resume.body import BREAK, LABEL, TITLE, Body, Sheet, heads_a_part, may_head, names_break, opening
from skillgap.resume.dated import DONE, dated_lines

Word = TypeVar("Word", Mention, Unsure)

_ENVIRONMENT = re.compile(
    r"\W*(?:(?:technical\s+|technology\s+|tech\s+|work(?:ing)?\s+)?environment|(?:technologies|tools|skills|stack|tech)(?:\s+(?:and|&)\s+tools)?\s+used)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?P<label>[^:]*):\s*\w")
"""A heading with its content on the same line."""
_LONGEST = 40
"""A longer line is no heading (characters)."""
_MOST_WORDS = 6
_ABOUT_ONESELF = frozenset({"i", "my", "me", "myself", "what", "where", "how"})
"""Words of a heading, and of no name of a client or project."""
_PLAIN_WORDS = 3
_DOING = re.compile(r"\w+ing\s+\w", re.IGNORECASE)
_Style = Literal["marked", "loud", "quiet"]
"""Whether the file marks the headings of a résumé, or they are in capitals, or neither."""
_LISTS = frozenset({"summary", "skills", "other"})
"""Kinds of section in which jobs are no entries yet."""
_DEGREES = frozenset({"education", "certifications"})
"""Kinds of section in which dates are those of other entries."""


def correct(sheet: Sheet, sections: Sequence[Section], today: date) -> tuple[Section, ...]:
    """The sections put right; see the module."""
    joined = list(_joined(sections, sheet, today))
    any_jobs = any(section.kind == "experience" for section in joined) or _begins_with_jobs(joined, sheet, today)
    opened = [part for section in joined for part in _opened(section, sheet, today, alone=not any_jobs)]
    style = _style(opened, sheet)
    return tuple(part for section in opened for part in _closed(section, sheet, today, style=style))


def with_sections(extraction: Extraction, sections: tuple[Section, ...]) -> Extraction:
    """An extraction with other sections; what was found is moved where its own has changed."""
    if sections == extraction.sections:
        return extraction
    before = {(section.start, section.end, section.kind) for section in extraction.sections}
    changed = [section for section in sections if (section.start, section.end, section.kind) not in before]

    def moved(word: Word) -> Word:
        new = next((section for section in changed if section.start <= word.start < section.end), None)
        return replace(word, section=new.kind) if new and word.section != new.kind else word

    mentions, unsure = tuple(map(moved, extraction.mentions)), tuple(map(moved, extraction.unsure))
    return replace(extraction, sections=sections, mentions=mentions, unsure=unsure)


def _joined(sections: Sequence[Section], sheet: Sheet, today: date) -> Iterator[Section]:
    """The sections, those joined that are a part of the job before them, or the time between two."""
    pending: Section | None = None
    parts: set[str] = set()
    told: set[str] = set()
    """Those of `parts` that the last job has: no job has one twice."""
    for section, leads in zip(sections, _leading(sections, sheet, today), strict=True):
        if pending is not None and pending.kind in {"experience", "projects"}:
            head = _head(section.heading)
            part = False
            if pending.kind == "experience" and leads is not None:
                part = leads or (head in parts and head not in told)
                if part:
                    parts.add(head)
                    told = set() if leads else told | {head}
            if (
                part
                or _is_environment(section)
                or (section.kind == pending.kind == "experience" and names_break(section.heading))
            ):
                pending = replace(pending, end=section.end)
                continue
        if pending is not None:
            yield pending
        pending = replace(section, heading="") if section.kind == "experience" and names_break(section.heading) else section
    if pending is not None:
        yield pending


def _leading(sections: Sequence[Section], sheet: Sheet, today: date) -> list[bool | None]:
    """For each section that may be a part of a job by its heading, whether jobs stand below it, or below the parts behind it
    where it is not the only one with this heading; None of any other. Projects are a part only if they are not the only ones."""
    heads = Counter(_head(section.heading) for section in sections)
    result: list[bool | None] = []
    behind = False
    for section in reversed(sections):
        head = _head(section.heading)
        several = heads[head] > 1
        may_part = section.kind in _LISTS or (section.kind == "projects" and several)
        if may_part and heads_a_part(head) and not _is_marked(section, sheet):
            own = bool(_jobs(sheet.body(section, "job"), today))
            result.append(own or (several and behind))
            behind = own or behind
        else:
            result.append(None)
            behind = False
    return result[::-1]


def _head(heading: str) -> str:
    """What a heading is told by: `skills` of "Skills: Java, Kafka"."""
    label = _LABEL.match(heading)
    return cleaned(plain(label["label"] if label else heading))


def _is_environment(section: Section) -> bool:
    """Whether only the line of a job's technologies (`Environment: Java, Oracle`) opens the section."""
    return section.kind == "skills" and not section.heading.isupper() and bool(_ENVIRONMENT.match(section.heading))


def _is_marked(section: Section, sheet: Sheet) -> bool:
    """Whether the file marks the heading of a section as one."""
    line = next((line for line in sheet.lines if line.start >= section.start), None)
    return section.heading.startswith("#") or (line is not None and line.block is not None and line.block.kind == "heading")


def _jobs(body: Body, today: date) -> list[int]:
    """The indexes of the lines with the dates of jobs: ranges, with a title on the line, on the next, or on the two above."""

    def goes_on(index: int) -> bool:
        return (not body.lines[index].gap or body.level(index - 1) > 0) and may_head(body, index - 1)

    def titled(index: int) -> bool:
        first = index
        while first > max(0, index - 2) and goes_on(first):
            first -= 1
        below = index + 1 < len(body.lines) and not body.lines[index + 1].gap and may_head(body, index + 1)
        near = range(first, index + below + 1)
        return any(TITLE.search(body.piece(at)) for at in near) and not any(BREAK.search(body.piece(at)) for at in near)

    return [index for index, found in dated_lines(body, today) if not found.lone and titled(index)]


def _begins_with_jobs(sections: Sequence[Section], sheet: Sheet, today: date) -> bool:
    """Whether jobs stand before the first heading, where `entries` looks for them."""
    first = opening(sections)
    return first is not None and bool(_jobs(sheet.body(first, "job"), today))


def _opened(section: Section, sheet: Sheet, today: date, *, alone: bool) -> Iterator[Section]:
    """A section, parted where jobs begin in it. `alone`: there are no other jobs, so that these need no heading over them."""
    if not (section.kind in _LISTS or (section.kind in _DEGREES and alone)):
        yield section
        return
    body = sheet.body(section, "job")
    jobs = _jobs(body, today)
    if not jobs:
        yield section
        return
    if section.kind == "other" and heading_kind(plain(section.heading), "resume") is None:
        yield replace(section, kind="experience")
        return
    strict = section.kind not in {"summary", "skills"} or not section.heading
    begin = _heading_above(body, jobs, apart=strict)
    if begin is None and (strict or not alone):
        yield section
        return
    first = _block_start(body, jobs[0]) if begin is None else begin
    start = body.lines[first].start
    yield replace(section, end=start)
    yield Section("experience", start, section.end, "" if begin is None else body.piece(begin))


def _block_start(body: Body, index: int) -> int:
    """The first of the lines that stand without a gap above a line."""
    while index > 0 and not body.lines[index].gap and may_head(body, index - 1):
        index -= 1
    return index


def _heading_above(body: Body, jobs: Sequence[int], *, apart: bool) -> int | None:
    """The line that heads jobs: alone above the first, or (not if `apart`) on top of it where the next has no such line."""
    block = _block_start(body, jobs[0])
    above = block - 1
    if body.lines[block].gap and above > 0 and body.lines[above].gap and _looks(body, above, titled=True):
        return above
    if apart:
        return None
    higher = len(jobs) > 1 and jobs[0] - block > jobs[1] - _block_start(body, jobs[1])
    if block < jobs[0] and body.lines[block].gap and _looks(body, block) and (higher or body.piece(block).isupper()):
        return block
    return None


def _looks(body: Body, index: int, *, titled: bool = False) -> bool:
    """Whether a line looks like a heading of its own. `titled`: in capitals, with one at each longer word, or plain."""
    piece = body.piece(index)
    said = piece.rstrip(":").split()
    if len(piece) > _LONGEST or len(said) > _MOST_WORDS or body.level(index) or body.bullet(index):
        return False
    if not piece[0].isupper() or piece[-1] in ".,;)" or any(sign in piece for sign in ",|@") or ": " in piece:
        return False
    if any(char.isdecimal() for char in piece) or TITLE.search(piece) or BREAK.search(piece):
        return False
    return not titled or _is_about_oneself(piece) or _is_plain(piece) or all(word[0].isupper() for word in said if len(word) > 3)


def _is_about_oneself(piece: str) -> bool:
    return not _ABOUT_ONESELF.isdisjoint(piece.lower().rstrip(":").split())


def _style(sections: Sequence[Section], sheet: Sheet) -> _Style:
    """How a résumé shows its headings."""
    named = [section for section in sections if section.heading]
    if any(_is_marked(section, sheet) for section in named):
        return "marked"
    return "loud" if len(named) > 1 and all(section.heading.isupper() for section in named) else "quiet"


def _closed(section: Section, sheet: Sheet, today: date, *, style: _Style) -> Iterator[Section]:
    """A section of jobs, ended at the heading behind the last one."""
    if section.kind != "experience":
        yield section
        return
    body = sheet.body(section, "job")
    dated = [index for index, _ in dated_lines(body, today)]

    def ends(index: int) -> bool:
        piece = body.piece(index)
        if not body.lines[index].gap or not _looks(body, index) or heads_a_part(piece):
            return False
        if _is_about_oneself(piece) or (style == "loud" and piece.isupper()):
            return True
        above = max(line for line in dated if line < index)
        told = any(not _looks(body, line) for line in range(above + 1, index))
        return style == "quiet" and told and _is_plain(piece) and not _tells_of_work(body, index + 1)

    if dated:
        heads = {index for last in dated for index in range(_block_start(body, last) - 1, last + 1)}
        found = [index for index in range(dated[0] + 2, len(body.lines) - 1) if index not in heads and ends(index)]
        # a job before the last one with such a line shows that they are no headings of sections
        if found and found[0] > dated[-1] + 1:
            start = body.lines[found[0]].start
            yield replace(section, end=start)
            yield Section("other", start, section.end, body.piece(found[0]))
            return
    yield section


def _is_plain(piece: str) -> bool:
    """Whether a line has only ordinary words, and few: no name of a firm, product or project."""
    said = cleaned(plain(piece)).split()
    return 0 < len(said) <= _PLAIN_WORDS and all(len(word) <= 2 or word in words() for word in said)


def _tells_of_work(body: Body, index: int) -> bool:
    """Whether the lines from one to the next gap say what was done, by whom or for whom."""
    while True:
        piece = body.piece(index)
        begin = behind_bullet(piece, 0)
        if DONE.match(piece, begin) or LABEL.match(piece) or TITLE.search(piece) or (begin and _DOING.match(piece, begin)):
            return True
        index += 1
        if index == len(body.lines) or body.lines[index].gap:
            return False
