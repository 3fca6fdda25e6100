"""Where names and the phrases beside them end, whatever stands behind: at lines that begin something new, and at sentences.

In: the lines, sections and units of a text. Out: `Breaks`. What a name or a phrase is, is not known here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from skillgap.extraction.marks import MARKS
from skillgap.extraction.units import Line
from skillgap.model import Section, Unit

_MARKS = MARKS | frozenset("#|")
"""What opens an item or a heading at the beginning of a line, even without a blank behind it."""
_ENDS = frozenset(".!?:;|")
"""Behind one of these no sentence goes on in the next line."""
_PARTED = re.compile(r":|\s[-–—]\s")
"""Parts a heading from content on its own line."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Offsets in order: the lines into which no name runs, and where no phrase about a name runs on."""

    names: Sequence[int] = ()
    phrases: Sequence[int] = ()

    def parts(self, end: int, start: int) -> bool:
        """Whether two tokens, of which one ends and the next starts there, cannot be one name."""
        return bisect_right(self.names, start) > bisect_left(self.names, end)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The text around `[start, end)` in which phrases may speak of what stands there; its end may lie far behind the text."""
        before, behind = bisect_right(self.phrases, start), bisect_left(self.phrases, end)
        low = self.phrases[before - 1] if before else 0
        return low, self.phrases[behind] if behind < len(self.phrases) else 1 << 62


def find_breaks(text: str, lines: Sequence[Line], titles: Set[int], units: Iterable[Unit]) -> Breaks:
    """The breaks of a text; see the module. `titles`: where sections with a title of their own start."""
    new: set[int] = set()
    running: set[int] = set()
    for line, following in pairwise(lines):
        apart = following.gap or following.bullet or text[following.start] in _MARKS or _other_block(line, following)
        if apart or line.start in titles or following.start in titles:
            new.add(following.start)
        elif text[following.start].islower() and text[line.end - 1] not in _ENDS:
            running.add(following.start)  # a line that is too short for `units` to tell that it was full
    # a unit that begins with a mark inside its line needs no break: the mark stands between
    begun = {unit.start for unit in units if text[unit.start] not in MARKS}
    return Breaks(sorted(new), sorted((begun | new) - running))


def is_titled(section: Section) -> bool:
    """Whether a section has a heading that stands for itself, without content on its line."""
    return bool(section.heading) and not _PARTED.search(section.heading.rstrip(" :-–—"))


def _other_block(line: Line, following: Line) -> bool:
    """Whether a heading, an item or a cell ends or begins between two lines. In a PDF each line may be a paragraph of its own."""
    blocks = (line.block, following.block)
    return blocks[0] is not blocks[1] and any(block is not None and block.kind != "paragraph" for block in blocks)
