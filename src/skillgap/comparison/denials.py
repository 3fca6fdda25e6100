"""Whether a résumé denies a skill or only wishes for it, so that an ambiguous word is no question: "never touched React".

A word that extraction leaves undecided has no status, as a mention has. Here it gets one, by the same cues, and by a few more
(`data/wishes.yaml`) that say enough of a word which may not be meant at all, though not of a clear name.
"""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.comparison.quotes import unit_around
from skillgap.extraction.context import OF_SECTION, decisive, status_of
from skillgap.extraction.cues import cue_set
from skillgap.model import Extraction, Mention, Skill, Status, Unsure

_ORDER: tuple[Status, ...] = ("negated", "wanted", "other")


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that name a skill, and say that it is not the person's."""

    words: Mention | Unsure
    status: Status


def find_denial(extraction: Extraction, skill: Skill) -> Denial | None:
    """Where a skill is denied, wished for or somebody else's. Clear words win; unsure ones count if they all say so."""
    clear = [Denial(mention, mention.status) for mention in extraction.mentions if mention.skill.id == skill.id]
    clear = [denial for denial in clear if denial.status != "asserted"]
    if clear:
        return min(clear, key=lambda denial: _ORDER.index(denial.status))
    unsure = [Denial(item, _status(extraction, item)) for item in extraction.unsure if item.skill.id == skill.id]
    return unsure[0] if unsure and all(denial.status != "asserted" for denial in unsure) else None


def _status(extraction: Extraction, item: Unsure) -> Status:
    unit = unit_around(extraction, item.start, item.end)
    if unit is None:
        return "asserted"
    if unit.section in OF_SECTION:
        return OF_SECTION[unit.section]
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
    return "asserted" if cue is None else status_of(cue)
