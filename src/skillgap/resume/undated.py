"""Finds the lines that head a job without dates among jobs that have some: nobody knows when it was, and it was not when the job
above it was.

In: a stretch of jobs (`body`), and where the headings of those with dates stand. Out: indexes of lines. Such a line stands alone
behind a gap and names a title and an employer; below a job that has several titles or customers it is one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillgap.resume.body import LABEL, TITLE, Body, may_head, names_a_firm, names_a_part
from skillgap.resume.dated import DONE

_LONGEST = 80
"""A longer line heads no such job (characters)."""
_NAME = 40
"""A longer line is no title or name of a firm alone."""
_PARTS = re.compile(r"\s*[,|·•]\s*|\s+[-–—@]+\s+|\s+at\s+|\s{3,}|\t")
"""What stands between a title and an employer."""
_OF_NO_JOB = re.compile(r"\b(?:of|for|with|as|by|to|year|award|my|our|his|her)\b", re.IGNORECASE)
"""Words of a line about a job, beside a title."""
_BEFORE = r"\W*(?:(?:even\s+)?earlier|before(?:\s+that)?|previous(?:ly)?|prior|past|older)"
_EARLIER = re.compile(
    rf"{_BEFORE}(?:\s+(?:roles?|jobs?|positions?|employers?|employment|career|stations?)\s*:|\s*:(?=.*{TITLE.pattern}))",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:freelanc\w+|self[\s-]employed|contract(?:or|ing)|consult\w+)\b", re.IGNORECASE)
"""Who works for several, under one heading."""


def undated_heads(body: Body, spans: Sequence[tuple[int, int]], *, first: bool) -> list[int]:
    """The lines that head jobs without dates. `spans`: the first line of each heading with dates, and that with the dates.
    `first`: whether such a job may stand before all of them."""
    return [head for number in range(-1 if first else 0, len(spans)) for head in _behind(body, spans, number)]


def _behind(body: Body, spans: Sequence[tuple[int, int]], number: int) -> Iterator[int]:
    """The heads behind one dated heading and before the next; before the first one if `number` is -1."""
    near = spans[max(number, 0)]
    begin = near[1] + 2 if number >= 0 else 0
    end = spans[number + 1][0] if number + 1 < len(spans) else len(body.lines)
    heading: list[str] | None = None
    for index in range(begin, end):
        if not (body.lines[index].gap or index == 0) or len(body.piece(index)) > _LONGEST or body.bullet(index):
            continue
        if number < 0 and not any(body.bullet(line) for line in range(index + 1, end)):
            return
        heading = heading or _heading(body, *near)
        titled = any(TITLE.search(piece) for piece in heading) and not any(_SEVERAL.search(piece) for piece in heading)
        if _EARLIER.match(body.piece(index)) or (titled and _heads(body, index, parted=_is_parted(heading))):
            yield index


def _heading(body: Body, head: int, dated: int) -> list[str]:
    """The lines of a heading with dates, those below the dates too."""
    last = dated
    while last < min(dated + 2, len(body.lines) - 1) and not body.lines[last + 1].gap and may_head(body, last + 1):
        last += 1
    return [body.piece(index) for index in range(head, last + 1)]


def _is_parted(heading: Sequence[str]) -> bool:
    """Whether a heading has its title and its employer on lines of their own."""
    words = [piece for piece in heading if sum(map(str.isalpha, piece)) > sum(map(str.isdecimal, piece))]
    return len(words) > 1 and not all(TITLE.search(piece) for piece in words[:2])


def _heads(body: Body, index: int, *, parted: bool) -> bool:
    """Whether a line heads a job: with a title and an employer on it or, each on its own, on it and the next."""
    piece = body.piece(index)
    if body.level(index) or not _may_name(body, index):
        return False
    if TITLE.search(piece):
        title, *others = (part for part in _PARTS.split(piece) if part)
        if not TITLE.search(title) and others:
            title, others = next(part for part in others if TITLE.search(part)), [title]
        if others:
            return not _OF_NO_JOB.search(title) and others[0][0].isupper() and not names_a_part(others[0])
    if index + 1 >= len(body.lines) or body.lines[index + 1].gap or not _may_name(body, index + 1):
        return False
    below = body.piece(index + 1)
    title, firm = (piece, below) if TITLE.search(piece) else (below, piece)
    named = len(piece) <= _NAME and len(below) <= _NAME and TITLE.search(title) and not TITLE.search(firm)
    return bool(named) and (parted or names_a_firm(firm)) and firm[0].isupper() and not _OF_NO_JOB.search(title)


def _may_name(body: Body, index: int) -> bool:
    """Whether a line may be of such a heading: no label, no sentence, no part of a job, and nothing that was done."""
    piece = body.piece(index)
    part = names_a_part(piece) and not TITLE.search(piece)
    return may_head(body, index) and not (part or LABEL.match(piece) or DONE.match(piece))
