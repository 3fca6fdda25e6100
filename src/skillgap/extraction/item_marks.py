"""Letters at the ends of items that say how much each is asked: "Docker (D)", "Kafka - E".

In: the lines of a posting, and what its legend says of letters. Out: for each such item the part of it that is read, with the
section that it belongs to. Without a legend, only the E and D of public offices (essential, desirable) are known, where both
stand behind several items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from skillgap.extraction.legends import LETTERS
from skillgap.extraction.units import Line, behind_bullet

_MARKED = re.compile(r"[ \t]+(?:[(\[](?P<in>[A-Z]{1,2})[)\]]|[-–—][ \t]*(?P<behind>[A-Z]{1,2}))[.;,]?$")
_MARKED_SOMEWHERE = re.compile(r"(?:[(\[][A-Z]{1,2}[)\]]|[-–—] ?[A-Z]{1,2})[.;,]?[ \t]*$", re.MULTILINE)
_WIDTH = 8
"""No mark and the blanks before it are longer (characters)."""
_MOST_LINES = 4
"""No item with a mark runs on through more lines."""
_SEVERAL = 3
"""Of fewer items, nobody can tell without a legend that letters are marks."""


def may_mark(plain: str) -> bool:
    """Whether letters may be marks in a text; quick to ask."""
    return _MARKED_SOMEWHERE.search(plain) is not None


def marked_items(plain: str, lines: Sequence[Line], legend: Mapping[str, str]) -> dict[int, tuple[int, int, str]]:
    """The lines of marked items, by their starts: what is read of each, and the kind of section (empty: the one around it)."""
    found = list(_marked(plain, lines))
    letters = {letter for _, letter in found}
    if not legend:
        legend = LETTERS if len(found) >= _SEVERAL and letters == LETTERS.keys() else {}
    return {start: (a, b, legend[letter]) for parts, letter in found if letter in legend for start, a, b in parts}


def _marked(plain: str, lines: Sequence[Line]) -> Iterator[tuple[list[tuple[int, int, int]], str]]:
    """The items with a mark at the end of their line, or of one that they run on to: the parts of each, and its letters."""
    for index, first in enumerate(lines):
        if not first.bullet:
            continue
        parts: list[tuple[int, int, int]] = []
        for line in lines[index : index + _MOST_LINES]:
            if parts and (line.bullet or line.gap):
                break
            mark = _MARKED.search(plain, max(line.start, line.end - _WIDTH), line.end)
            parts.append((line.start, behind_bullet(plain, line.start), mark.start() if mark else line.end))
            if mark is not None:
                yield parts, mark["in"] or mark["behind"]
                break
