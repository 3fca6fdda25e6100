"""Gives each mention its status: asserted, negated, wanted, or somebody else's. The cue words are data (`data/status.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Doc

from skillgap.extraction.cues import CueSet, cue_set
from skillgap.extraction.reach import Cue
from skillgap.extraction.workspace import Found, Workspace
from skillgap.extraction.zeros import without_years
from skillgap.model import Status, Unit

_STATUS: dict[str, Status] = {
    "asserted": "asserted",
    "negated": "negated",
    "lacking": "negated",
    "wanted": "wanted",
    "other": "other",
}
_TURNED = frozenset({"undone", "barred"})
OF_SECTION: dict[str, Status] = {"negated": "negated", "unwanted": "negated", "wanted": "wanted"}
"""What stands in such a section has this status unless a cue says more."""
_WHY = {
    "negated": "a section of what is not needed",
    "unwanted": "a section of who is not wanted",
    "wanted": "a section of wishes",
}
_BARRING = frozenset({"unwanted", "dealbreakers"})
"""Sections that turn a negation round: "Not for you if you have never used Git"."""


NO_CUES = CueSet(())
"""For a language that we do not read: its headings may be known, and nothing else is."""


class Context:
    """Pipeline component: sets the status of what was found."""

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        cues = cue_set("status") if workspace.english else NO_CUES

        def unit_of(found: Found) -> Unit | None:
            return workspace.unit_of(found.first)

        result: list[Found] = []
        for unit, group in groupby(workspace.found, key=unit_of):
            members = list(group)
            if unit is None:
                result.extend(members)
                continue
            spans = [workspace.span(f.first, f.last) for f in members]
            reached = cues.reached_in(workspace.tokens, unit.start, unit.end, spans, workspace.kind)
            whole = OF_SECTION.get(unit.section)
            zeros: frozenset[int] = frozenset()
            if workspace.kind == "resume" and workspace.english:
                zeros = without_years(workspace.tokens.plain[unit.start : unit.end], unit.start, spans)
            for index, found in enumerate(members):
                cues_here = reached.get(index, ())
                cue = decisive(cues_here, unit.section)
                # what is not needed stays so, whoever does it
                cue = None if cue and whole and cue.means == "other" else cue
                status = status_of(cue) if cue else "negated" if index in zeros else whole
                if cue and status == "negated" and unit.section in _BARRING:
                    status = "asserted"
                if status is None or status == "asserted":
                    result.append(found)
                else:
                    why = f"the cue {cue.words!r}" if cue else "a zero behind it" if index in zeros else _WHY[unit.section]
                    result.append(found._replace(status=status, why=f"{found.why}; {status} by {why}"))
        workspace.found = tuple(result)
        return doc


def decisive(cues: Sequence[Cue], section: str) -> Cue | None:
    """Which of the cues that reach a name says whose it is; None if none does, or one takes back what another says.

    `section` is the kind of section in which the name stands: some cues count in some sections only.
    """
    cues = [cue for cue in cues if not cue.within or section in cue.within]
    if len(cues) < 2:
        return cues[0] if cues and cues[0].means in _STATUS else None
    means = {cue.means for cue in cues}
    if "asserted" in means:
        if section == "negated" and "negated" in means:  # "We use no Java", below "What we don't use"
            return next(cue for cue in cues if cue.means == "negated")
        return next(cue for cue in cues if cue.means == "asserted")
    # "without Git nothing works here", "candidates who do not know Git need not apply"
    if ("lacking" in means and means & _TURNED) or ("barred" in means and any(_denied_before(cue) for cue in cues)):
        return None
    told = [cue for cue in cues if cue.means in _STATUS and not ("own" in means and cue.means in {"other", "wanted"})]
    # "no knowledge of Git needed (we teach you)"
    taught = (cue for cue in told if cue.means == "wanted" and cue.direction == "backward")
    # "they write Perl, which you do not need to know"
    unasked = (cue for cue in told if cue.means == "negated" and cue.direction == "backward" and told[0].means == "other")
    return next(taught, next(unasked, next(iter(told), None)))


def status_of(cue: Cue) -> Status:
    """The status that a decisive cue gives."""
    return _STATUS[cue.means]


def _denied_before(cue: Cue) -> bool:
    return cue.means in {"negated", "lacking"} and cue.direction == "forward"
