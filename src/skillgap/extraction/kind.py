"""Tells a résumé from a posting by the headings and phrases that only one of them has, and both from a table of many."""

from __future__ import annotations

import csv
import io
import re

from skillgap.extraction.headings import heading_kind
from skillgap.extraction.patterns import either
from skillgap.extraction.units import lines_of
from skillgap.model import Document, Kind

_ADDRESSED = either(
    "we are looking for | we're looking for | we are hiring | we're hiring | you will | you'll | we offer | your"
    " profile | your tasks | your role | your mission | join us | join our | apply now | apply by | apply with |"
    " apply at | about us | our team | our stack | our customers | nice to have | the ideal candidate | equal"
    " opportunity | responsibilities include | salary | competitive"
)
_TOLD = either(
    "built | developed | designed | implemented | led | mentored | migrated | maintained | reduced | introduced | wrote | created"
)
_OBJECT = either(r"a | an | the | and | our | new | several | \d+")
_ABOUT_ONESELF = either(
    "curriculum vitae | résumé | resume | references available | date of birth | i have | i am | i built | i led"
    " | i worked | i like"
)
_POSTING = re.compile(rf"\b{_ADDRESSED}\b", re.I)
_RESUME = re.compile(
    rf"\b(?:{_ABOUT_ONESELF}|{_TOLD}\s+{_OBJECT}\b)|(?:present|till date|to date)\s*$"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w",
    re.I | re.M,
)
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:(?:\w+\s+)?(?:19|20)\d\d\b|present|now|today|current)", re.I)
SAMPLE = 20_000
"""So much of a text (characters) tells what it is."""
_DELIMITERS = ",;\t|"
_FEWEST_ROWS = 3
"""Lines of a table, its heading among them; fewer tell nothing."""
_REGULAR = 0.9
"""So many (share) of a table's rows have as many cells as its heading."""
_TELLING = {
    "posting": frozenset({"required", "preferred", "should", "benefits", "duties", "process", "unwanted"}),
    "resume": frozenset({"experience", "education", "projects", "certifications", "skills", "summary"}),
}


def scores(document: Document) -> dict[Kind, int]:
    """How many signs of each kind a document shows."""
    text = document.readable[:SAMPLE]
    result: dict[Kind, int] = {
        "posting": len(set(map(str.lower, _POSTING.findall(text)))),
        "resume": len(set(map(str.lower, _RESUME.findall(text)))),
    }
    result["resume"] += min(3, len(_PERIOD.findall(text)))
    for line in lines_of(text, document.blocks):
        piece = text[line.start : line.end]
        if len(piece) < 50:
            told = [kind for kind in result if heading_kind(piece, kind, looks=False) in _TELLING[kind]]
            if len(told) == 1:  # "Skills" and "Experience" head both
                result[told[0]] += 1
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


def is_table(document: Document) -> bool:
    """Whether a plain text is a table: a heading without a blank behind its delimiters, and rows with as many cells."""
    if document.format != "text":
        return False
    sample = document.text[:SAMPLE]
    heading = sample.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    if not re.search(rf"\w\"?{re.escape(delimiter)}\"?[^\W_]", heading) or f"{delimiter} " in heading:
        return False
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return False
    # of a long text the last row may be cut
    whole = rows[: len(rows) - (len(sample) < len(document.text))]
    regular = sum(len(row) == len(rows[0]) for row in whole)
    return len(whole) >= _FEWEST_ROWS and regular >= _REGULAR * len(whole)
