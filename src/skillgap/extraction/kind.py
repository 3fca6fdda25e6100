"""Tells a résumé from a posting by the headings and phrases that only one of them has."""

from __future__ import annotations

import re

from skillgap.extraction.sections import heading_kind
from skillgap.extraction.units import lines_of
from skillgap.model import Document, Kind

_POSTING = re.compile(
    r"\b(?:we are looking for|we're looking for|we are hiring|we're hiring|you will|you'll|we offer|your (?:profile|tasks|role|mission)|join (?:us|our)|apply (?:now|by|with|at)|"
    r"about us|our (?:team|stack|customers)|nice to have|the ideal candidate|equal opportunity|responsibilities include|salary|competitive)\b",
    re.I,
)
_RESUME = re.compile(
    r"\b(?:curriculum vitae|résumé|resume|references available|date of birth|i (?:have|am|built|led|worked|like)|"
    r"(?:built|developed|designed|implemented|led|mentored|migrated|maintained|reduced|introduced|wrote|created) (?:a|an|the|and|our|new|several|\d+)\b)"
    r"|(?:present|till date|to date)\s*$|[\w.+-]+@[\w-]+\.\w+",
    re.I | re.M,
)
_TELLING = {
    "posting": frozenset({"required", "preferred", "benefits", "duties", "process"}),
    "resume": frozenset({"experience", "education", "projects", "certifications", "skills", "summary"}),
}


def scores(document: Document) -> dict[Kind, int]:
    """How many signs of each kind a document shows."""
    text = document.readable
    result: dict[Kind, int] = {
        "posting": len(set(map(str.lower, _POSTING.findall(text)))),
        "resume": len(set(map(str.lower, _RESUME.findall(text)))),
    }
    for line in lines_of(text, document.blocks):
        piece = text[line.start : line.end]
        if len(piece) < 50:
            for kind in result:
                if heading_kind(piece, kind, looks=False) in _TELLING[kind]:
                    result[kind] += 1
    return result


def guess_kind(document: Document) -> Kind:
    """The kind that a document shows more signs of; a posting where it shows none."""
    found = scores(document)
    return "resume" if found["resume"] > found["posting"] else "posting"


def seems(document: Document, kind: Kind) -> bool:
    """Whether a document clearly is of the other kind than it should be; used for a warning only."""
    found = scores(document)
    other: Kind = "resume" if kind == "posting" else "posting"
    return found[kind] + 2 >= found[other]
