"""The values of a page's geometry: words with boxes, segments of a line, lines.

Units are PDF points; y grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from skillgap.documents.pdf.rules import Rules

SAME_ROW: Final = 0.35
"""Difference of baselines, in font heights, within which words stand in one row; covers raised signs as in C++."""
HOLE: Final = 0.8
"""A gap, in font heights, that no space between words has; also the narrowest gutter."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the box of its font (not of its ink), so that `bottom - top` is near the size of the font."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    bold: bool = False

    @property
    def size(self) -> float:
        """Height of the font."""
        return max(self.bottom - self.top, 0.1)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one baseline that stand as close as words of a sentence do."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    first_width: float

    @property
    def width(self) -> float:
        """Extent in x."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Line:
    """Segments of one baseline in one column, from left to right. Lines with the same `column` flow into each other.

    `limit`: where the room for it ends, if that is known, as in a ruled cell.
    """

    segments: tuple[Segment, ...]
    column: int
    limit: float | None = None

    @property
    def text(self) -> str:
        """The words; a tab where the line has a hole."""
        return "\t".join(segment.text for segment in self.segments)

    @property
    def x0(self) -> float:
        """Left end."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.segments[-1].x1

    @property
    def baseline(self) -> float:
        """Where the letters stand, from the top of the page."""
        return self.segments[0].baseline

    @property
    def size(self) -> float:
        """Height of the largest font in it."""
        return max(segment.size for segment in self.segments)

    @property
    def bold(self) -> bool:
        """Whether what the line begins with is bold, and what stands behind its holes is no longer than that."""
        first, *others = self.segments
        return first.bold and sum(len(segment.text) for segment in others) <= len(first.text)

    @property
    def first_width(self) -> float:
        """Width of the first word."""
        return self.segments[0].first_width


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader took from one page.

    Attributes:
        width, height: of the page.
        words: in the order of the content stream.
        pictures: how many images and drawn shapes it has; on a page with words, how many large images stand beside them.
        unreadable: how many characters have no Unicode value.
        cut: whether there were more characters than are read.
        hidden: words that a person does not see, and why.
        looked_through: whether each word was looked at for that.
        rules: the lines of its tables.
    """

    width: float
    height: float
    words: Sequence[Word] = field(default=())
    pictures: int = 0
    unreadable: int = 0
    cut: bool = False
    hidden: Sequence[tuple[Word, str]] = field(default=())
    looked_through: bool = True
    rules: Rules = field(default_factory=Rules)


def by_baseline(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments of one region by baseline, from the top; each row from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.baseline):
        if rows and segment.baseline - rows[-1][0].baseline <= SAME_ROW * min(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.x0) for row in rows]
