"""How much a posting wants something: required, preferred, context or negated.

The words of the sentence decide first (`data/levels.yaml`), then the section. What stands only in the duties, the title or the
stack (where it takes a firm word to ask) is context, and so is what others do and what the candidate would be taught. Where a
posting has no section that asks, a sentence that does ("experience with ...") makes it required. A degree ("solid", "excellent")
does so too, but not where a duty is told: there it praises the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from skillgap.extraction.reach import Cue
from skillgap.model import Level, Mention, Unit
from skillgap.posting.choices import Group

OF_SECTION: dict[str, Level] = {
    "required": "required",
    "preferred": "preferred",
    "dealbreakers": "required",
    "unwanted": "required",  # of what is not negated there: nobody wants those who lack it
}
SILENT = frozenset({"benefits"})
"""Sections that say nothing about the work: what they name is not even context."""
ASKS_NOTHING = frozenset({"process"})
"""Sections that ask for nothing, whatever their words."""
ASKING = frozenset({"opening", "duties", "about", "other"})
"""Sections in which a sentence may ask although the section does not."""
ASKS = frozenset({"asks", "seeks", "degree"})
"""Cues that ask without a word on how much it matters."""
_IDEALLY = frozenset({"ideally", "preferably"})
"""Marks before a choice that say which of it is liked best, where it goes on with what would do."""
_DUTIES = frozenset({"duty", "purpose"})
RANK: dict[Level, int] = {"required": 3, "preferred": 2, "negated": 1, "context": 0}


def settled(cues: Mapping[int, Sequence[Cue]]) -> dict[int, Sequence[Cue]]:
    """The cues that count at each mention: the nearer ones, and none that seeks somebody whose duties stand behind it."""
    return nearest({index: _without_sought(found) for index, found in cues.items()})


def _without_sought(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues that reach a mention, without what seeks somebody and what for: "hiring an engineer to build Kafka pipelines"."""
    duty = max((place for place, cue in enumerate(cues) if cue.means in _DUTIES), default=-1)
    return [cue for place, cue in enumerate(cues) if place > duty or cue.means != "seeks"]


def nearest(cues: Mapping[int, Sequence[Cue]]) -> dict[int, Sequence[Cue]]:
    """The cues of each mention, where a mark before a list and another one behind it share it between them: of "you need Java,
    Kafka is a plus" each marks the name beside it, and the one in the middle of three is no must."""
    result = dict(cues)
    for index in cues:
        for before in _marks(cues, index, "forward"):
            for behind in _marks(cues, index, "backward"):
                if before.means != behind.means:
                    ahead, left = _distance(cues, index, before, -1), _distance(cues, index, behind, 1)
                    farther = behind if ahead < left else before if left < ahead else None
                    result[index] = [cue for cue in result[index] if cue is not farther]
    return result


def _marks(cues: Mapping[int, Sequence[Cue]], index: int, direction: str) -> list[Cue]:
    return [cue for cue in cues[index] if cue.direction == direction and cue.means in {"required", "preferred"}]


def _distance(cues: Mapping[int, Sequence[Cue]], index: int, cue: Cue, step: int) -> int:
    """How many mentions stand between one and a cue that reaches them all."""
    place = index
    while cue in cues.get(place + step, ()):
        place += step
    return abs(place - index)


def singles_out(cue: Cue, alternatives: Group, cues: Mapping[int, Sequence[Cue]]) -> bool:
    """Whether a mark stands between alternatives, so that it says which of them is liked best, or would do, and of none that it
    is only welcome: "Go (preferred), Rust or C++", "MySQL or, ideally, PostgreSQL", "Go, but Rust is welcome too"."""
    members = alternatives.members
    if cue.means == "context" and alternatives.meant == "first":
        return cue in cues.get(members[0], ())  # "Go is our language, Rust is fine too"
    if cue.means != "preferred" or len(members) == 1:
        return False
    conceded = alternatives.meant == "first"
    if conceded and cue.words.lower() in _IDEALLY and cue.direction == "forward":
        return True  # "ideally you know Go, but Rust will do"
    if conceded and cue.direction in {"backward", "inside"} and cue not in cues.get(members[0], ()):
        return True
    if cue.direction not in {"forward", "backward"}:
        return False
    outer = members[0 if cue.direction == "forward" else -1]
    return cue not in cues.get(outer, ()) and any(cue in cues.get(index, ()) for index in members)


def level_of(unit: Unit, mentions: Sequence[Mention], cues: Iterable[Cue], years: float = 0) -> Level:
    """The level of a group of mentions in a unit; `cues` are those that reach any of them. To name years is to ask."""
    if all(mention.status == "negated" for mention in mentions):
        return "negated"
    if any(mention.status in {"other", "wanted"} for mention in mentions) or unit.section in ASKS_NOTHING:
        return "context"
    means = {cue.means for cue in cues if not cue.within or unit.section in cue.within}
    if "negated" in means:
        return "negated"
    if "preferred" in means:
        return "preferred"
    if "context" in means and "required" not in means:
        return "context"
    asked = bool(means & {"asks", "seeks"}) or years > 0
    if "duty" in means and not asked and "required" not in means:
        return "context"
    in_name = unit.kind == "heading" and unit.section == "duties"  # "Essential functions"
    firm = bool(means & {"firm", "asks"})
    if "required" in means and unit.section != "about" and (firm or unit.section != "stack") and not in_name:
        return "required"
    asked = asked or ("degree" in means and unit.section != "duties")
    if unit.kind != "heading" and asked and unit.section in ASKING:
        return "required"
    return OF_SECTION.get(unit.section, "context")  # in a section of what is not needed, whatever is not negated is an aside


def level_in_title(mentions: Sequence[Mention], cues: Iterable[Cue]) -> Level:
    """How much a title wants what it names: "Backend engineer (not Java)" denies it, "Tired of Java?" speaks of those who know
    it. A technology that names the job is asked for; a trade ("DevOps Engineer") only says what the job is."""
    if all(mention.status == "negated" for mention in mentions):
        return "negated"
    asserted = all(mention.status == "asserted" for mention in mentions)
    spoken_of = any(cue.means == "context" for cue in cues)
    return "required" if asserted and not spoken_of and are_technologies(mentions) else "context"


def are_technologies(mentions: Sequence[Mention]) -> bool:
    """Whether all names are of technologies: nobody writes "either" of a field of work."""
    return all(mention.skill.kind == "technology" for mention in mentions)
