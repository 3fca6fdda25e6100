"""How much a posting wants something: required, preferred, context or negated.

The words of the sentence decide first (`data/levels.yaml`), then the section. What stands only in the stack, the duties or the
title is context, and so is what others do and what the candidate would be taught. Where a posting has no section that asks, a
sentence that does ("experience with ...") makes it required.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skillgap.extraction.cues import Cue
from skillgap.model import Level, Mention, Unit

OF_SECTION: dict[str, Level] = {"required": "required", "preferred": "preferred", "negated": "negated"}
SILENT = frozenset({"benefits"})
"""Sections that say nothing about the work: what they name is not even context."""
ASKS_NOTHING = frozenset({"process"})
"""Sections that ask for nothing, whatever their words."""
ASKING = frozenset({"opening", "duties", "about", "other"})
"""Sections in which a sentence may ask although the section does not."""
RANK: dict[Level, int] = {"required": 3, "preferred": 2, "negated": 1, "context": 0}


def level_of(unit: Unit, mentions: Sequence[Mention], cues: Iterable[Cue], years: float = 0) -> Level:
    """The level of a group of mentions in a unit; `cues` are those that reach any of them. To name years is to ask."""
    if all(mention.status == "negated" for mention in mentions):
        return "negated"
    if any(mention.status in {"other", "wanted"} for mention in mentions) or unit.section in ASKS_NOTHING:
        return "context"
    means = {cue.means for cue in cues}
    if "negated" in means:
        return "negated"
    if "preferred" in means:
        return "preferred"
    if "context" in means and "required" not in means:
        return "context"
    if "required" in means and unit.section not in {"stack", "about"}:
        return "required"
    if unit.kind != "heading" and ("asks" in means or years) and unit.section in ASKING:
        return "required"
    return OF_SECTION.get(unit.section, "context")
