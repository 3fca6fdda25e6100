"""The signs that open an item at the beginning of a line: bullets of every kind, arrows, ticks, emoji.

Rules about what opens an item ask here; those about what parts the items of a list add signs of their own. Whether a line is an
item, and where its words begin, is for `units` to say.
Strings are the inside of a character class of a pattern; sets are for looking up a character or a token.
"""

from __future__ import annotations

from skillgap.documents.builder import BULLETS


def _characters(ranges: str) -> frozenset[str]:
    """The characters of the inside of a class: signs, ranges, and a hyphen at the end."""
    found: set[str] = set()
    index = 0
    while index < len(ranges):
        last = index + 2 if ranges[index + 1 : index + 2] == "-" and index + 2 < len(ranges) else index
        found.update(map(chr, range(ord(ranges[index]), ord(ranges[last]) + 1)))
        index = last + 1
    return frozenset(found)


_ARROWS = "←-⇿⟰-⟿⤀-⥿⬀-⮿➔"
ARROWS = _characters(_ARROWS)
"""They open items, and stand between things too ("Java → Kotlin")."""
ENDING = "".join(sign for sign in BULLETS if sign not in ARROWS | set("·∙"))
"""Bullets of which one alone parts items inside a line."""
SIGNS = f"{BULLETS}{_ARROWS}■-➿🀀-\U0001faff"
"""What opens an item even where no blank stands behind it: also geometric shapes, ticks, stars and emoji."""
SIGNS_AND_BLANK = "*+>»›~–—-"
"""What opens an item only where a blank stands behind it."""
MARKS = _characters(SIGNS) | _characters(SIGNS_AND_BLANK)
