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

from skillgap.documents import hyphens
from skillgap.documents.builder import strip_bullet
from skillgap.documents.geometry import Line
from skillgap.model import BlockKind

_HEADING_LENGTH: Final = 80
_UNFINISHED = re.compile(r"(?:[,&/(–]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|using|via|with))$", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_USUAL_LEADING: Final = 1.3


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
    """What is usual in one column: the right end of its lines and the distance of their baselines."""

    right: float
    leading: float


def parts(pages: Sequence[Sequence[Line]]) -> Iterator[Part]:
    """The blocks of a document, from the lines of its pages."""
    known = _vocabulary(pages)
    body = _body_size(pages)
    part: Part | None = None
    last: Line | None = None
    for number, page in enumerate(pages):
        columns = _measured(page)
        for line in page:
            measures = columns[line.column]
            gap = last is None or last.column != line.column or line.baseline - last.baseline > 1.35 * measures.leading
            new_page = part is not None and part.page != number and last is page[0]
            del new_page
            if part and last and _continues(part, last, line, measures, flows=number == part.page and last.column == line.column):
                part = replace(part, text=hyphens.join(part.text, line.text, known))
            else:
                if part:
                    yield part
                part = _part(line, gap, body, number)
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


def _continues(part: Part, last: Line, line: Line, column: _Column, *, flows: bool) -> bool:
    """Whether `line` is the next line of the sentence that `last` ends in."""
    if strip_bullet(line.text) or part.kind == "heading" or abs(line.size - last.size) > 0.15 * last.size:
        return False
    first = line.text[0]
    if not flows:
        return part.text[-1] not in ".:;!?" and first.islower() and len(part.text) > 40 and not line.bold
    if not 0 < line.baseline - last.baseline <= max(1.35 * column.leading, 1.2 * last.size):
        return False
    if _NUMBERED.match(line.text) or (line.bold and not last.bold):
        return False
    indented = line.x0 >= last.x0 - 0.3 * line.size if part.kind == "list_item" else abs(line.x0 - _text_start(last)) < 3 * line.size
    if not indented:
        return False
    if hyphens.is_broken(last.text) and first.islower():
        return True
    full = last.x1 + 0.25 * last.size + line.first_width > column.right
    long = len(last.segments[-1].text) >= 45
    if not full:
        return first.islower() and long and last.x1 > column.right - 0.3 * (column.right - last.x0) and part.text[-1] not in ".:;!?"
    if part.kind == "list_item" and line.x0 > last.x0 + 0.3 * line.size and strip_bullet(last.text):
        return True
    return long or bool(_UNFINISHED.search(last.text)) or (first.islower() and len(last.segments[-1].text.split()) > 1)


def _text_start(line: Line) -> float:
    return line.segments[-1].x0


def _measured(page: Sequence[Line]) -> dict[int, _Column]:
    columns: dict[int, list[Line]] = {}
    for line in page:
        columns.setdefault(line.column, []).append(line)
    return {number: _measure(lines) for number, lines in columns.items()}


def _measure(lines: Sequence[Line]) -> _Column:
    prose = [line for line in lines if len(line.segments) == 1]
    size = median(line.size for line in lines)
    steps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    usual = [step for step in steps if 0.8 * size < step < 1.8 * size]
    return _Column(
        right=max(line.x1 for line in (prose if len(prose) > 2 else lines)),
        leading=_low_median(usual) if usual else _USUAL_LEADING * size,
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
            words.update(re.findall(r"[^\W\d_][\w’'-]*", line.text.lower())[:-1])
    return words
