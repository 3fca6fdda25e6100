"""The labelled documents that are kept in `labels/`; see its README for their origin and format.

    python -m benchmarks.labels --skillspan CLONE

In: the files of `labels/`; for the real postings also a clone of SkillSpan, since only their labels are kept here. Out: documents
as the scorers read them, each with its text. As a command: whether the texts made from a clone are those that were labelled.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.common import objects, parser

FOLDER = Path(__file__).parent / "labels"
FORMATTED = FOLDER / "postings_formatted.jsonl"
RESUMES = FOLDER / "resumes.jsonl"
UNREAD = {"unread postings": FOLDER / "postings_unread.jsonl", "unread résumés": FOLDER / "resumes_unread.jsonl"}
"""Documents that nobody who wrote a rule has read, so their figures tell whether classes of errors were fixed or cases."""
SKILLSPAN = FOLDER / "postings_skillspan.jsonl"
TRAIN = "data/json/train.json"
COMMIT = "2ccf3de5"

_OPENING = frozenset("([")
_CLOSING = frozenset(")].,;:!?")


class WrongText(Exception):
    """A text cannot be had, or is not the one that was labelled."""


def main() -> None:
    """Say how many texts could be made."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("--skillspan", type=Path, required=True, metavar="CLONE", help=f"SkillSpan at commit {COMMIT}")
    options = arguments.parse_args()
    try:
        documents = rebuilt(options.skillspan)
    except WrongText as error:
        sys.exit(str(error))
    print(f"{len(documents)} texts are those that were labelled")


def rebuilt(clone: Path, labels: Path = SKILLSPAN) -> list[dict[str, Any]]:
    """The real postings, their texts made from a clone.

    Raises:
        WrongText: there is no such file, or what is in it is not what was labelled.
    """
    path = clone / TRAIN
    if not path.is_file():
        raise WrongText(f"{path}: no such file; give the folder of a clone of kris927b/SkillSpan")
    sentences: dict[int, list[list[str]]] = defaultdict(list)
    try:
        for row in objects(path):
            if row["source"] == "tech":
                sentences[row["idx"]].append(row["tokens"])
    except (ValueError, TypeError, KeyError) as error:
        raise WrongText(f"{path}: not the rows of SkillSpan at commit {COMMIT} ({type(error).__name__}: {error})") from error
    return [with_text(document, sentences[document["idx"]], path) for document in objects(labels)]


def with_text(document: dict[str, Any], sentences: list[list[str]], path: Path) -> dict[str, Any]:
    """A document with the text of its sentences, and of its mentions and traps; its sha256 must be right."""
    if not sentences:
        raise WrongText(f'{path}: no rows with "source": "tech" and "idx": {document["idx"]}, which {document["id"]} is made of')
    text = "".join(f"{joined(tokens)}\n" for tokens in sentences)
    found = sha256(text.encode()).hexdigest()
    if found != document["sha256"]:
        raise WrongText(
            f"{path}: the {len(sentences)} rows of {document['id']} give another text ({len(text)} characters, sha256 {found}) "
            f"than the one that was labelled (sha256 {document['sha256']}); is the clone at commit {COMMIT}?"
        )
    filled = {
        part: [{**span, "text": text[span["start"] : span["end"]]} for span in document[part]] for part in ("mentions", "traps")
    }
    return {**document, "text": text, **filled}


def joined(tokens: Iterable[str]) -> str:
    """The tokens of a sentence as a line."""
    line, before = "", ""
    for token in tokens:
        glued = not line or token in _CLOSING or before in _OPENING
        line += token if glued else f" {token}"
        before = token
    return line


if __name__ == "__main__":
    main()
