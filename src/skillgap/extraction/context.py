"""Gives each mention its status: asserted, negated, wanted, or somebody else's. The cue words are data (`data/status.yaml`)."""

from __future__ import annotations

from itertools import groupby
from typing import cast

from spacy.tokens import Doc

from skillgap.extraction.cues import cue_set
from skillgap.extraction.workspace import Found, Workspace
from skillgap.model import Status, Unit


class Context:
    """Pipeline component: sets the status of what was found."""

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        if not workspace.english:
            return doc
        cues = cue_set("status")

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
            whole = "negated" if unit.section == "negated" else None
            for index, found in enumerate(members):
                cues_here = reached.get(index, [])
                # "without Kubernetes we could not have": what a cue asserts, no other takes back
                cue = next((cue for cue in cues_here if cue.means == "asserted"), next(iter(cues_here), None))
                status = cue.means if cue else whole
                if status is None or status == "asserted":
                    result.append(found)
                else:
                    why = f"the cue {cue.words!r}" if cue else "a section of what is not needed"
                    result.append(found._replace(status=cast(Status, status), why=f"{found.why}; {status} by {why}"))
        workspace.found = tuple(result)
        return doc
