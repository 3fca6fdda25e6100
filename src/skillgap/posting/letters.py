"""A letter that is quoted behind a posting asks for nothing: "> are you still looking for a Django person?".

In: the units of a posting. Out: the same, those of the letter in a section that asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from skillgap.model import Unit

QUOTED = "> "
"""Begins a line of a letter that is quoted."""


def without_quoted(units: Iterable[Unit], text: str) -> Iterable[Unit]:
    """The units, the quoted ones in no section that asks; all as they are where the posting itself is what is quoted."""
    if f"\n{QUOTED}" not in text:
        return units
    known = list(units)
    quoted = [text.startswith(QUOTED, text.rfind("\n", 0, unit.start) + 1) for unit in known]
    if not known or quoted[0] or 2 * sum(quoted) > len(quoted):
        return known
    return [replace(unit, section="process") if each else unit for unit, each in zip(known, quoted, strict=True)]
