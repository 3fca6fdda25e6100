"""Turns the lines of a page into blocks: wrapped lines become one, headings, list items and gaps are marked.

In come lines in reading order, out go `Part`s with whole sentences. A line was wrapped where the first word of the next one
would not have fitted behind it; columns and pages are bridged only by a sentence that plainly goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from skillgap.documents.builder import strip_bullet
from skillgap.documents.pdf import hyphens
from skillgap.documents.pdf.geometry import Line
from skillgap.model import BlockKind

_HEADING_LENGTH: Final = 80
_UNFINISHED = re.compile(r"(?:[,&/(–]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|using|via|with))$", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_PROSE_LENGTH: Final = 45
_USUAL_LEADING: Final = 1.3
_SAME_PLACE: Final = 4
"""How far, in points, the left ends of one column on two pages may differ."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a page. `gap`: whether the layout leaves room in front of it. `page`: from 0."""

    text: str
    kind: BlockKind
    level: int
    gap: bool
    page: int


@dataclass(frozen=True, slots=True)
class _Column:
    """What is usual in one column: the right end of its lines and the distance of their baselines.

    `ruled`: whether the end is known, not guessed from the lines.
    """

    right: float
    leading: float
    ruled: bool


def parts(pages: Sequence[Sequence[Line]]) -> Iterator[Part]:
    """The blocks of a document, from the lines of its pages."""
    known = _vocabulary(pages)
    body = _body_size(pages)
    part: Part | None = None
    first = last = None
    for number, (page, columns) in enumerate(zip(pages, _measured(pages), strict=True)):
        for line in page:
            column = columns[line.column]
            flows = part is not None and last is not None and part.page == number and last.column == line.column
            if part and first and last and _continues(part, first, last, line, column, flows=flows):
                part = replace(part, text=hyphens.join(part.text, line.text, known))
            else:
                if part:
                    yield part
                gap = not flows or last is None or line.baseline - last.baseline > 1.35 * column.leading
                part, first = _part(line, gap, body, number), line
            last = line
    if part:
        yield part


def _part(line: Line, gap: bool, body: float, page: int) -> Part:
    item = strip_bullet(line.text)
    if item:
        return Part(item, "list_item", 1, gap, page)
    if _NUMBERED.match(line.text) and len(line.segments) == 1 and not line.bold:
        return Part(line.text, "list_item", 1, gap, page)
    level = _heading_level(line, gap, body)
    return Part(line.text, "heading" if level else "paragraph", level, gap, page)


def _heading_level(line: Line, gap: bool, body: float) -> int:
    text = line.text
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 3 or len(text) > _HEADING_LENGTH or text.endswith((".", ",", ";")):
        return 0
    if line.size > 1.5 * body:
        return 1
    capitals = all(character.isupper() for character in letters) and len(letters) > 3
    if line.size > 1.15 * body or (capitals and (gap or line.bold)):
        return 2
    return 3 if line.bold else 0


def _continues(part: Part, first: Line, last: Line, line: Line, column: _Column, *, flows: bool) -> bool:
    """Whether `line` goes on with the sentence of `part`, whose lines so far run from `first` to `last`."""
    if part.kind == "heading" or strip_bullet(line.text) or abs(line.size - last.size) > 0.15 * last.size:
        return False
    begins_small = line.text[0].islower()
    unfinished = part.text[-1] not in ".:;!?"
    if not flows:
        return unfinished and begins_small and len(part.text) > 40 and not line.bold
    if not _follows_closely(last, line, column) or _NUMBERED.match(line.text) or (line.bold and not last.bold):
        return False
    hanging = part.kind == "list_item" and line.x0 > first.x0 + 0.3 * line.size
    if not hanging and abs(line.x0 - _text_start(last)) > 3 * line.size:
        return False
    if hyphens.is_broken(last.text) and begins_small:
        return True
    if last.x1 + 0.25 * last.size + line.first_width > column.right:
        return hanging or column.ruled or _is_prose(last, begins_small=begins_small)
    near = last.x1 > column.right - 0.3 * (column.right - last.x0)
    return begins_small and unfinished and near and len(last.segments[-1].text) >= _PROSE_LENGTH


def _follows_closely(last: Line, line: Line, column: _Column) -> bool:
    return 0 < line.baseline - last.baseline <= max(1.35 * column.leading, 1.2 * last.size)


def _is_prose(last: Line, *, begins_small: bool) -> bool:
    """Whether a line that reaches the right end was wrapped there; the longest entry of a list of names reaches it too."""
    text = last.segments[-1].text
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return (
        len(text) >= _PROSE_LENGTH
        or _UNFINISHED.search(text) is not None
        or (len(words) > 1 and begins_small)
        or (len(words) > 3 and 2 * small >= len(words))
    )


def _text_start(line: Line) -> float:
    return line.segments[-1].x0


def _measured(pages: Sequence[Sequence[Line]]) -> list[dict[int, _Column]]:
    """What is usual in the columns of each page.

    The last column of a page is as wide as that of another which begins at the same place: how wide it is cannot be seen on a
    page of short lines. A column beside others says nothing of one that has the page for itself.
    """
    columns = [_by_column(page) for page in pages]
    measured = [{number: _measure(lines) for number, lines in page.items()} for page in columns]
    last = [max(page, key=lambda number, page=page: _left(page[number]), default=None) for page in columns]  # type: ignore[misc]
    widest: dict[int, float] = {}
    for page, found, number in zip(columns, measured, last, strict=True):
        if number is not None:
            place = round(_left(page[number]) / _SAME_PLACE)
            widest[place] = max(found[number].right, widest.get(place, 0))
    for page, found, number in zip(columns, measured, last, strict=True):
        if number is not None:
            found[number] = replace(found[number], right=widest[round(_left(page[number]) / _SAME_PLACE)])
    return measured


def _by_column(page: Sequence[Line]) -> dict[int, list[Line]]:
    columns: dict[int, list[Line]] = {}
    for line in page:
        columns.setdefault(line.column, []).append(line)
    return columns


def _left(lines: Sequence[Line]) -> float:
    return min(line.x0 for line in lines)


def _measure(lines: Sequence[Line]) -> _Column:
    prose = [line for line in lines if len(line.segments) == 1]
    size = median(line.size for line in lines)
    steps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    usual = [step for step in steps if 0.8 * size < step < 1.8 * size]
    limit = lines[0].limit
    return _Column(
        right=max(line.x1 for line in (prose if len(prose) > 2 else lines)) if limit is None else limit,
        leading=_low_median(usual) if usual else _USUAL_LEADING * size,
        ruled=limit is not None,
    )


def _low_median(values: Sequence[float]) -> float:
    """The value at a third: leading within paragraphs, not between them."""
    return sorted(values)[len(values) // 3]


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The font height of most letters."""
    weights: dict[float, int] = {}
    for page in pages:
        for line in page:
            size = round(line.size, 1)
            weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], -size), default=1.0)


def _vocabulary(pages: Sequence[Sequence[Line]]) -> Collection[str]:
    """The words of the document that no line end can have broken."""
    words: set[str] = set()
    for page in pages:
        for line in page:
            words.update(re.findall(r"[^\W\d_][\w’'\u2010-]*", line.text.lower())[:-1])
    return words
