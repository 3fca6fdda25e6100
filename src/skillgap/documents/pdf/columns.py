"""Finds the columns of a page: a vertical gutter through the whole region first, else the tallest band of rows that has one.

In come segments of lines, out go regions one column wide, in reading order. A thin side whose rows share the baselines of
the other side and are few or short is dates, labels, bullets or cells, and stays with its lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from skillgap.documents.pdf.geometry import HOLE, Segment, by_baseline

_ALIGNED: Final = 0.12
"""Difference of baselines, in font heights, within which two columns stand on the same one: 18 % of rows do so by chance."""
_BLOCK_GAP: Final = 1.7
"""Distance of baselines, in font heights, from which on rows belong to different blocks."""
_NEAR_GUTTER: Final = 0.2
"""Share of the width of a column in which its wrapped lines end."""
_WRAPPED: Final = 3
_LARGER: Final = 1.1
"""Size of a heading, of what is usual in its column."""
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


def columns(segments: list[Segment], depth: int = 0) -> Iterator[list[Segment]]:
    """The regions of a page in reading order, each one column wide."""
    cut = _best_cut(segments) if depth < _DEEPEST and len(segments) > 4 else None
    if cut is None:
        if segments:
            yield segments
        return
    for region in (cut.above, cut.left, cut.right, cut.below):
        yield from columns(region, depth + 1)


def _best_cut(segments: list[Segment]) -> _Cut | None:
    """The cut whose columns stand side by side over the greatest height."""
    ordered = sorted(segments, key=lambda segment: segment.baseline)
    gap = HOLE * median(segment.size for segment in ordered)
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
    """The cut at `x` of the rows from `begin` to `end`, without what at their ends is no column; None where nothing is."""
    begin, end = _without_notes(x, ordered, begin, end)
    left, right = _sides(x, ordered[begin:end])
    if len(left) < 2 or len(right) < 2 or len(left) + len(right) < 5:
        return None
    top, bottom = max(left[0].baseline, right[0].baseline), min(left[-1].baseline, right[-1].baseline)
    if bottom <= top or _is_side_note(left, right):
        return None
    begin += _one_sided_above(ordered[begin:end], top)
    short = bottom - top < 0.4 * (ordered[-1].baseline - ordered[0].baseline)
    if end < len(ordered) or (short and not _wraps_at(x, [segment for segment in left if segment.baseline > bottom])):
        end -= _one_sided_below(ordered[begin:end], bottom)
    left, right = _sides(x, ordered[begin:end])
    return _Cut(list(ordered[:begin]), left, right, list(ordered[end:]), bottom - top)


def _wraps_at(x: float, rest: Sequence[Segment]) -> bool:
    """Whether what the left column has below the end of the right one is set in its width: some lines end near the gutter."""
    if not rest:
        return False
    edge = x - _NEAR_GUTTER * (x - min(segment.x0 for segment in rest))
    return sum(segment.x1 > edge for segment in rest) >= _WRAPPED


def _sides(x: float, segments: Iterable[Segment]) -> tuple[list[Segment], list[Segment]]:
    left: list[Segment] = []
    right: list[Segment] = []
    for segment in segments:
        (left if segment.x0 < x - 1 else right).append(segment)
    return left, right


def _without_notes(x: float, ordered: Sequence[Segment], begin: int, end: int) -> tuple[int, int]:
    """A run of rows without the blocks at its ends whose right side is only dates, or whose left side is only labels."""
    starts = [begin]
    for index in range(begin + 1, end):
        before, segment = ordered[index - 1], ordered[index]
        if segment.baseline - before.baseline > _BLOCK_GAP * max(segment.size, before.size):
            starts.append(index)
    starts.append(end)
    real = [
        number
        for number, (first, last) in enumerate(pairwise(starts))
        if all(sides := _sides(x, ordered[first:last])) and not _is_side_note(*sides)
    ]
    if not real:
        return begin, begin
    notes = [
        number
        for number, (first, last) in enumerate(pairwise(starts))
        if number not in real and all(sides := _sides(x, ordered[first:last])) and not _are_headings(*sides)
    ]
    above = [number for number in notes if number < real[0]]
    below = [number for number in notes if number > real[-1]]
    return (starts[above[-1] + 1] if above else begin), (starts[below[0]] if below else end)


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
        if abs(farther.baseline - nearer.baseline) > _BLOCK_GAP * max(nearer.size, farther.size):
            return len(outward) - index
    return 0


def _is_side_note(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether one side is not a column but the dates, labels, bullets or cells of the other."""
    thin, wide = sorted((left, right), key=lambda side: sum(segment.width for segment in side))
    if all(len(segment.text) <= 3 for segment in thin):
        return True
    baselines = sorted({round(segment.baseline, 2) for segment in wide})
    # headings above dates stand in their column, with nothing beside them
    usual = median(segment.size for segment in thin)
    plain = [segment for segment in thin if segment.size <= _LARGER * usual]
    aligned = sum(_has_near(baselines, segment.baseline, _ALIGNED * segment.size) for segment in plain)
    if aligned < 0.8 * len(plain) and (aligned < 2 or len(plain) - aligned > 1):
        return False
    extent = max(segment.x1 for segment in (*left, *right)) - min(segment.x0 for segment in (*left, *right))
    if median(segment.width for segment in thin) > 0.4 * extent:
        return False
    beside = [base for base in baselines if thin[0].baseline - 1 <= base <= thin[-1].baseline + 1]
    rows = len(by_baseline(thin))
    if rows <= 0.6 * len(beside):
        return True
    # the heading above a table stands on the side of its labels, and makes no column of them
    begun = [segment for segment in thin if segment.baseline >= wide[0].baseline - 1]
    return median(len(segment.text) for segment in thin) <= 25 and not _has_headings(begun or thin)


def _has_headings(side: Sequence[Segment]) -> bool:
    """Whether some rows of a side are set apart by their font, as the headings of a sidebar are."""
    usual = median(segment.size for segment in side)
    bold = sum(segment.bold for segment in side)
    return any(segment.size > _LARGER * usual for segment in side) or 0 < bold < 0.5 * len(side)


def _are_headings(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether a block is nothing but the headings of two columns, which often stand on one baseline."""
    one, other = left[0], right[0]
    alike = one.bold == other.bold and abs(one.size - other.size) < 0.05 * one.size
    return len(left) == len(right) == 1 and alike and (one.bold or (one.text.isupper() and other.text.isupper()))


def _has_near(ordered: Sequence[float], value: float, distance: float) -> bool:
    index = bisect_left(ordered, value - distance)
    return index < len(ordered) and ordered[index] <= value + distance
