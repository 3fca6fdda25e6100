"""Whether a résumé denies a skill or only wishes for it, so that an ambiguous word is no question: "never touched React".

A word that extraction leaves undecided has no status, as a mention has. Here it gets one, by the same cues, and by a few more
(`data/wishes.yaml`) that say enough of a word which may not be meant at all, though not of a clear name.
"""

from __future__ import annotations

from skillgap.comparison.quotes import unit_around
from skillgap.extraction.context import OF_SECTION, decisive, status_of
from skillgap.extraction.cues import cue_set
from skillgap.model import Extraction, Skill, Unsure


def is_denied(extraction: Extraction, skill: Skill) -> bool:
    """Whether a skill is mentioned only to deny it or to wish for it; a clear denial wins over words that are unsure."""
    if any(mention.skill.id == skill.id and mention.status != "asserted" for mention in extraction.mentions):
        return True
    unsure = [item for item in extraction.unsure if item.skill.id == skill.id]
    return bool(unsure) and all(_is_reached(extraction, item) for item in unsure)


def _is_reached(extraction: Extraction, item: Unsure) -> bool:
    unit = unit_around(extraction, item.start, item.end)
    if unit is None:
        return False
    if unit.section in OF_SECTION:
        return True
    found = [(m.start, m.end) for m in extraction.mentions] + [(u.start, u.end) for u in extraction.unsure]
    inside = {(start, end) for start, end in found if unit.start <= start and end <= unit.end}
    spans = sorted((start - unit.start, end - unit.start) for start, end in inside)
    place = spans.index((item.start - unit.start, item.end - unit.start))
    text = extraction.readable[unit.start : unit.end]
    cues = [
        *cue_set("status").reached(text, spans, "resume").get(place, ()),
        *cue_set("wishes", "skillgap.comparison").reached(text, spans, "resume").get(place, ()),
    ]
    cue = decisive(cues, unit.section)
    return cue is not None and status_of(cue) != "asserted"
