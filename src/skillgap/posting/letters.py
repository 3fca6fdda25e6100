"""A letter that is quoted behind a posting asks for nothing: "> are you still looking for a Django person?".

In: the units of a posting. Out: the same, those of the letter in a section that asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from skillgap.model import Unit

QUOTED = "> "
"""Begins a line of a letter that is quoted."""
_MARKUP = frozenset("*#-|_")
_SILENT = frozenset({"opening", "other", "process"})


def without_quoted(units: Iterable[Unit], text: str, names: Sequence[int]) -> Iterable[Unit]:
    """The units, those of the letter in no section that asks; all as they are where what is quoted is a part of the posting.

    A letter stands behind all else, has neither headings nor markup, and is shorter than what it answers, which names skills.
    `names`: where names of skills begin, in order.
    """
    if f"\n{QUOTED}" not in text:
        return units
    known = list(units)
    lines = [text.rfind("\n", 0, unit.start) + 1 for unit in known]
    first = next((at for at, line in enumerate(lines) if text.startswith(QUOTED, line)), 0)
    if first == 0 or 2 * (len(known) - first) > len(known) or not names or names[0] >= known[first].start:
        return known
    silent = {known[first - 1].section, *_SILENT}
    if not all(_is_letter(text, line) for line in lines[first:]) or any(unit.section not in silent for unit in known[first:]):
        return known
    return [*known[:first], *(replace(unit, section="process") for unit in known[first:])]


def _is_letter(text: str, line: int) -> bool:
    """Whether a line is quoted, and is none of a callout in Markdown: "> **Must have:** Kafka"."""
    return text.startswith(QUOTED, line) and text[line + len(QUOTED) : line + len(QUOTED) + 1] not in _MARKUP
