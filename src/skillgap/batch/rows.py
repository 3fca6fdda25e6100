"""A candidate as the work file keeps it and as it stands in a ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate with all that is known of it.

    Attributes:
        number: of the row in the table, from 1.
        id: as the table has it; empty where there is none.
        own: the cells of the recruiter's columns.
        results: by the names of `RESULT_COLUMNS`.
        details: JSON of `score_frame`.
        document, words, clues: of its `Sketch`; clues are pairs of a key and whether it is a contact.
    """

    number: int
    id: str
    bucket: int
    score: float | None
    status: str
    own: tuple[str, ...]
    results: Mapping[str, object]
    details: str
    document: str = ""
    words: str = ""
    clues: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate in its place.

    Attributes:
        rank: from 1, equal for equals, None without a score.
        called: its id if no other has it, with the number of its row if another has, and that number alone if it has none.
        doubles: names others like it.
    """

    rank: int | None
    row: Row
    called: str
    doubles: str


def called(name: str, number: int, repeated: bool) -> str:
    """What a candidate is called by: see `Ranked`; `repeated`, if another row has its id."""
    if not name:
        return f"row {number}"
    return f"{name} (row {number})" if repeated else name
