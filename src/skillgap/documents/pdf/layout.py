"""Puts words with boxes into reading order: columns one after the other, whole lines, tracked headings as words.

In come the words of one page in any order, out go its lines. Rows are rebuilt from baselines and broken where they have
holes, `tables` takes ruled tables apart, `columns` finds what belongs side by side, and each column is put together into lines
again. The order of the content stream is not asked, since it is often not that of reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, pairwise
from typing import Final

from skillgap.documents.builder import BULLETS
from skillgap.documents.pdf.columns import columns
from skillgap.documents.pdf.geometry import HOLE, SAME_ROW, Line, Segment, Word, by_baseline
from skillgap.documents.pdf.rules import Rules
from skillgap.documents.pdf.tables import Row, take_apart

_REAL_HOLE: Final = 1.5
"""A gap, in font heights, that is a hole even within a column; a smaller one may be the space of justified text."""
_TOUCHING: Final = 0.07
"""A gap, in font heights, that is none: pieces of one word."""
_SPACE: Final = 0.3
"""Width of a space, in font heights, that a wide one between tracked words is taken for."""
_CELL_PADDING: Final = 8.0
"""Points between a rule and the words beside it, at most."""
_LONE_BULLETS: Final = frozenset((*BULLETS, "-", "–", "o", "*"))


def lines(words: Iterable[Word], rules: Rules | None = None) -> list[Line]:
    """The lines of a page in reading order; of a ruled table row by row, and cell by cell where a cell has several lines."""
    rows, rest = take_apart(words, rules) if rules else ([], words)
    # a row of a table takes part in the search for columns as one wide segment
    tables = {_as_segment(row): row for row in rows}
    segments = [segment for row in _rows(rest) for segment in _segments(row)]
    numbers = count()
    laid: list[Line] = []
    for region in columns([*segments, *tables]):
        number = next(numbers)
        plain = by_baseline(segment for segment in region if segment not in tables)
        parts: list[list[Line]] = [[Line(tuple(_closed(list(_with_bullets(row)))), number)] for row in plain]
        parts += [_in_cells(tables[segment], number, numbers) for segment in region if segment in tables]
        laid += chain(*(sorted(parts, key=_top) if tables else parts))
    return laid


def _top(part: Sequence[Line]) -> float:
    return part[0].baseline


def _as_segment(row: Row) -> Segment:
    top = min(word.baseline for word in row.words)
    return replace(_segment(row.words), x0=row.cells[0][0].left, x1=row.cells[-1][0].right, baseline=top)


def _in_cells(row: Row, number: int, numbers: Iterator[int]) -> list[Line]:
    """A row whose cells have a line each is a line; else each cell is a column of its own."""
    cells = [(cell, lines(words)) for cell, words in row.cells]
    if all(len(inside) == 1 for _, inside in cells):
        return [Line(tuple(segment for _, (line,) in cells for segment in line.segments), number)]
    laid: list[Line] = []
    for cell, inside in cells:
        own: dict[int, int] = {}
        padding = min(_CELL_PADDING, min(line.x0 for line in inside) - cell.left)
        for line in inside:
            if line.column not in own:
                own[line.column] = next(numbers)
            laid.append(replace(line, column=own[line.column], limit=cell.right - padding))
    return laid


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words by baseline, each row from left to right."""
    row: list[Word] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        if row and word.baseline - row[0].baseline > SAME_ROW * min(word.size, row[0].size):
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _segments(row: Sequence[Word]) -> Iterator[Segment]:
    """A row, broken where it has holes."""
    part: list[Word] = []
    for word in _untracked(_pieced(row)):
        if part and word.x0 - part[-1].x1 > HOLE * min(part[-1].size, word.size):
            yield _segment(part)
            part = []
        part.append(word)
    if part:
        yield _segment(part)


def _segment(words: Sequence[Word]) -> Segment:
    letters = sum(len(word.text) for word in words)
    return Segment(
        text=" ".join(word.text for word in words),
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        baseline=max(words, key=lambda word: len(word.text)).baseline,
        size=max(word.size for word in words),
        bold=2 * sum(len(word.text) for word in words if word.bold) > letters,
        first_width=words[0].x1 - words[0].x0,
    )


def _pieced(row: Sequence[Word]) -> list[Word]:
    """Pieces of a word that touch become one; the same word painted twice (a poor man's bold) is kept once."""
    words: list[Word] = []
    for word in row:
        last = words[-1] if words else None
        if last and word.text == last.text and abs(word.x0 - last.x0) < 0.3 * word.size:
            continue
        if last and abs(word.x0 - last.x1) < _TOUCHING * word.size and last.text[-1] not in BULLETS:
            words[-1] = replace(last, text=last.text + word.text, x1=word.x1)
        else:
            words.append(word)
    return words


def _untracked(row: Sequence[Word]) -> Iterator[Word]:
    """`S K I L L S` becomes `SKILLS`: runs of single letters at even gaps; a wider gap is a space between words."""
    run: list[Word] = []
    for word in row:
        if run and (len(word.text) > 1 or word.x0 - run[-1].x1 > 1.5 * word.size):
            yield from _joined_letters(run)
            run = []
        if len(word.text) == 1 and word.text not in BULLETS:
            run.append(word)
        else:
            yield word
    yield from _joined_letters(run)


def _joined_letters(run: Sequence[Word]) -> Iterator[Word]:
    letters = sum(word.text.isalpha() for word in run)
    if len(run) < 4 or letters < 0.75 * len(run):
        yield from run
        return
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = sorted(gaps)[len(gaps) // 3]
    word = run[0]
    for gap, letter in zip(gaps, run[1:], strict=True):
        if gap > max(1.6 * usual, usual + 0.15 * letter.size):
            yield replace(word, x1=letter.x0 - _SPACE * letter.size)
            word = letter
        else:
            word = replace(word, text=word.text + letter.text, x1=letter.x1)
    yield word


def _with_bullets(row: Iterable[Segment]) -> Iterator[Segment]:
    """A bullet belongs to the words behind it, however wide the gap; `x0` stays that of the bullet."""
    bullet: Segment | None = None
    for segment in row:
        if bullet is None and segment.text in _LONE_BULLETS:
            bullet = segment
        elif bullet:
            yield replace(segment, text=f"{bullet.text} {segment.text}", x0=bullet.x0)
            bullet = None
        else:
            yield segment
    if bullet:
        yield bullet


def _closed(row: Sequence[Segment]) -> Iterator[Segment]:
    """Segments of one line as words of one sentence again, where the hole between them turned out to be no gutter."""
    justified = _is_justified(row)
    last = row[0]
    for segment in row[1:]:
        if justified or segment.x0 - last.x1 < _REAL_HOLE * min(segment.size, last.size):
            bold = (last if len(last.text) >= len(segment.text) else segment).bold
            text, size = f"{last.text} {segment.text}", max(last.size, segment.size)
            last = replace(last, text=text, x1=segment.x1, size=size, bold=bold)
        else:
            yield last
            last = segment
    yield last


def _is_justified(row: Sequence[Segment]) -> bool:
    """Whether a line is three words or more with the same hole between all of them."""
    holes = [after.x0 - before.x1 for before, after in pairwise(row)]
    return len(holes) > 1 and max(holes) < 1.1 * min(holes) and all(len(segment.text.split()) < 3 for segment in row)
