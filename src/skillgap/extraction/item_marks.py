"""Letters at the ends of items that say how much each is asked: "Docker (D)", "Kafka - E".

In: the lines of a posting, and what its legend says of letters. Out: for each such item the part of it that is read, with the
section that it belongs to. Without a legend, only the E and D of public offices (essential, desirable) are known, where both
stand behind several items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from skillgap.extraction.legends import LETTERS
from skillgap.extraction.units import Line, behind_bullet

_MARKED = re.compile(r"[ \t]+(?:[(\[](?P<in>[A-Z]{1,2})[)\]]|[-–—][ \t]*(?P<behind>[A-Z]{1,2}))[.;,]?$")
_MARKED_SOMEWHERE = re.compile(r"(?:[(\[][A-Z]{1,2}[)\]]|[-–—] ?[A-Z]{1,2})[.;,]?[ \t]*$", re.MULTILINE)
_WIDTH = 8
"""No mark and the blanks before it are longer (characters)."""
_SEVERAL = 3
"""Of fewer items, nobody can tell without a legend that letters are marks."""


def may_mark(plain: str) -> bool:
    """Whether letters may be marks in a text; quick to ask."""
    return _MARKED_SOMEWHERE.search(plain) is not None


def marked_items(plain: str, lines: Iterable[Line], legend: Mapping[str, str]) -> dict[int, tuple[int, int, str]]:
    """The items with a mark, by their starts: what is read of them, and the kind of section (empty: the one around them)."""
    found: dict[int, tuple[int, int, str]] = {}
    for line in lines:
        if not line.bullet:
            continue
        mark = _MARKED.search(plain, max(line.start, line.end - _WIDTH), line.end)
        if mark is not None:
            found[line.start] = (behind_bullet(plain, line.start), mark.start(), mark["in"] or mark["behind"])
    letters = {letter for _, _, letter in found.values()}
    if not legend:
        legend = LETTERS if len(found) >= _SEVERAL and letters == LETTERS.keys() else {}
    return {start: (a, b, legend[letter]) for start, (a, b, letter) in found.items() if letter in legend}
