"""Puts words with boxes into reading order: columns one after the other, whole lines, tracked headings as words.

In come the words of one page in any order, out go its lines. Rows are rebuilt from baselines; the page is then cut
recursively: a vertical gutter through the whole region first, else the tallest band of rows that has one. A thin side whose
rows share the baselines of the other side and are few or short is dates or labels, and stays in their lines. Fonts, colours
and the order of the content stream are not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from skillgap.documents.builder import BULLETS
from skillgap.documents.geometry import Line, Segment, Word

_SAME_ROW: Final = 0.35
"""Difference of baselines, in font heights, within which words stand in one row; covers raised signs as in C++."""
_ALIGNED: Final = 0.12
"""Difference within which two columns are taken to have been set on the same baseline: 18 % of rows are so by chance."""
_HOLE: Final = 0.8
"""A gap, in font heights, that no space between words has; also the narrowest gutter."""
_WIDE_HOLE: Final = 1.5
"""A gap that is one even within a column: less may be the stretched space of justified text."""
_TOUCHING: Final = 0.07
"""A gap, in font heights, that is none: pieces of one word."""
_DEEPEST: Final = 12
_CANDIDATES: Final = 40


@dataclass(frozen=True, slots=True)
class _Cut:
    """Two columns among the segments of a region, and what stands above and below them."""

    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]
    height: float


def lines(words: Iterable[Word]) -> list[Line]:
    """The lines of a page in reading order."""
    segments = [segment for row in _rows(words) for segment in _segments(row)]
    return [
        Line(tuple(_closed(_bullets_joined(row))), column)
        for column, region in enumerate(_columns(segments, 0))
        for row in _clustered(region)
    ]


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words by baseline, each row from left to right."""
    row: list[Word] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        if row and word.baseline - row[0].baseline > _SAME_ROW * min(word.size, row[0].size):
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _segments(row: Sequence[Word]) -> Iterator[Segment]:
    """A row, broken where it has holes."""
    part: list[Word] = []
    for word in _untracked(_pieced(row)):
        if part and word.x0 - part[-1].x1 > _HOLE * min(part[-1].size, word.size):
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


def _joined_letters(run: list[Word]) -> Iterator[Word]:
    letters = sum(word.text.isalpha() for word in run)
    if len(run) < 4 or letters < 0.75 * len(run):
        yield from run
        return
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = sorted(gaps)[len(gaps) // 3]
    word = run[0]
    for gap, letter in zip(gaps, run[1:], strict=True):
        if gap > max(1.6 * usual, usual + 0.15 * letter.size):
            yield word
            word = letter
        else:
            word = replace(word, text=word.text + letter.text, x1=letter.x1)
    yield word


def _columns(segments: list[Segment], depth: int) -> Iterator[list[Segment]]:
    """The regions of a page in reading order, each one column wide."""
    cut = _best_cut(segments) if depth < _DEEPEST and len(segments) > 4 else None
    if cut is None:
        if segments:
            yield segments
        return
    for region in (cut.above, cut.left, cut.right, cut.below):
        yield from _columns(region, depth + 1)


def _best_cut(segments: list[Segment]) -> _Cut | None:
    """The cut whose columns stand side by side over the greatest height."""
    ordered = sorted(segments, key=lambda segment: segment.baseline)
    gap = _HOLE * median(segment.size for segment in ordered)
    cuts = (cut for x in _left_edges(ordered) for cut in _cuts_at(x, gap, ordered))
    return max(cuts, key=lambda cut: cut.height, default=None)


def _left_edges(segments: Sequence[Segment]) -> list[float]:
    """Where a second column may begin: the left ends of segments, the frequent ones first."""
    counts: dict[int, int] = {}
    for segment in segments:
        edge = round(segment.x0)
        counts[edge] = counts.get(edge, 0) + 1
    frequent = sorted(counts, key=lambda edge: -counts[edge])[:_CANDIDATES]
    leftmost = min(counts)
    return [float(edge) for edge in frequent if edge > leftmost + 1]


def _cuts_at(x: float, gap: float, ordered: Sequence[Segment]) -> Iterator[_Cut]:
    """The cuts with a gutter that ends at `x`: the longest runs of rows that leave it free."""
    begin = 0
    for index in range(len(ordered) + 1):
        crossing = index < len(ordered) and ordered[index].x0 < x - 1 and ordered[index].x1 > x - gap
        if crossing or index == len(ordered):
            if index - begin > 3:
                cut = _cut(x, ordered, begin, index)
                if cut:
                    yield cut
            begin = index + 1


def _cut(x: float, ordered: Sequence[Segment], begin: int, end: int) -> _Cut | None:
    left = [segment for segment in ordered[begin:end] if segment.x0 < x - 1]
    right = [segment for segment in ordered[begin:end] if segment.x0 >= x - 1]
    if len(left) < 2 or len(right) < 2 or len(left) + len(right) < 5:
        return None
    top, bottom = max(left[0].baseline, right[0].baseline), min(left[-1].baseline, right[-1].baseline)
    if bottom <= top or _is_side_note(left, right):
        return None
    begin += _one_sided_above(ordered[begin:end], top)
    if bottom - top < 0.4 * (ordered[-1].baseline - ordered[0].baseline) or end < len(ordered):
        end -= _one_sided_below(ordered[begin:end], bottom)
    kept = ordered[begin:end]
    return _Cut(
        above=list(ordered[:begin]),
        left=[segment for segment in kept if segment.x0 < x - 1],
        right=[segment for segment in kept if segment.x0 >= x - 1],
        below=list(ordered[end:]),
        height=bottom - top,
    )


def _one_sided_above(run: Sequence[Segment], top: float) -> int:
    """How many segments stand above both columns: the last block of rows before a gap begins the columns."""
    return _detached([segment for segment in run if segment.baseline <= top + 0.5], from_the_top=True)


def _one_sided_below(run: Sequence[Segment], bottom: float) -> int:
    """How many segments follow below both columns, behind a gap: the next section, not the rest of the longer column."""
    return _detached([segment for segment in run if segment.baseline >= bottom - 0.5], from_the_top=False)


def _detached(rows: Sequence[Segment], *, from_the_top: bool) -> int:
    """How many of the rows are set off by a gap from the one nearest to the columns."""
    outward = list(reversed(rows)) if from_the_top else list(rows)
    for index, (nearer, farther) in enumerate(pairwise(outward), start=1):
        if abs(farther.baseline - nearer.baseline) > 1.7 * max(nearer.size, farther.size):
            return len(outward) - index
    return 0


def _is_side_note(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether one side is not a column but the dates, labels, bullets or cells of the other."""
    thin, wide = sorted((left, right), key=lambda side: sum(segment.width for segment in side))
    if all(len(segment.text) <= 3 for segment in thin):
        return True
    baselines = sorted({round(segment.baseline, 2) for segment in wide})
    aligned = sum(_has_near(baselines, segment.baseline, _ALIGNED * segment.size) for segment in thin)
    if aligned < 0.8 * len(thin):
        return False
    extent = max(segment.x1 for segment in (*left, *right)) - min(segment.x0 for segment in (*left, *right))
    if median(segment.width for segment in thin) > 0.4 * extent:
        return False
    beside = [base for base in baselines if thin[0].baseline - 1 <= base <= thin[-1].baseline + 1]
    rows = len(_clustered(thin))
    if rows <= 0.6 * len(beside):
        return True
    return median(len(segment.text) for segment in thin) <= 25 and not _has_headings(thin)


def _has_headings(side: Sequence[Segment]) -> bool:
    """Whether some rows of a side are set apart by their font, as the headings of a sidebar are."""
    usual = median(segment.size for segment in side)
    bold = sum(segment.bold for segment in side)
    return any(segment.size > 1.1 * usual for segment in side) or 0 < bold < 0.5 * len(side)


def _has_near(values: Sequence[float], value: float, distance: float) -> bool:
    return any(abs(other - value) <= distance for other in values)


def _clustered(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments of one region by baseline, from the top; each row from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.baseline):
        if rows and segment.baseline - rows[-1][0].baseline <= _SAME_ROW * min(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.x0) for row in rows]


def _bullets_joined(row: Sequence[Segment]) -> Iterator[Segment]:
    """A bullet belongs to the words behind it, however wide the gap; `x0` stays that of the bullet."""
    bullet: Segment | None = None
    for segment in row:
        if bullet:
            segment = replace(segment, text=f"{bullet.text} {segment.text}", x0=bullet.x0)
            bullet = None
        if segment.text in {*BULLETS, "-", "–", "o", "*"}:
            bullet = segment
        else:
            yield segment
    if bullet:
        yield bullet


def _closed(row: Iterable[Segment]) -> Iterator[Segment]:
    """Segments of one line as words of one sentence again, where the hole between them turned out to be no gutter."""
    last: Segment | None = None
    for segment in row:
        if last and segment.x0 - last.x1 < _WIDE_HOLE * min(segment.size, last.size):
            last = replace(last, text=f"{last.text} {segment.text}", x1=segment.x1, size=max(last.size, segment.size))
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last
