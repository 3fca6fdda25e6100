"""What a writer is: a function from a ranking to a file, with no more of it in memory than a row.

Each format is one file with one such function. It reads nothing but its arguments, so the same ranking is always the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from skillgap.batch.rows import Ranked


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates, best first, and what is to be told of all of them.

    Attributes:
        title: of the posting.
        musts: the must-haves in words.
        own: the names of the recruiter's columns.
        results: how each result is called in the output, in the order of the columns; `rank` stands before `row` and `own`.
        rows: begins at the first candidate whenever it is called.
        counts: how many candidates are in which bucket, best first.
        provenance: with what it was made, in one line.
        row: how the number of the row in the table is called; None where that has ids that tell its rows apart.
    """

    title: str
    musts: tuple[str, ...]
    own: tuple[str, ...]
    results: Mapping[str, str]
    rows: Callable[[], Iterator[Ranked]]
    counts: Mapping[str, int]
    provenance: str
    row: str | None = None

    @property
    def heading(self) -> tuple[str, ...]:
        """The names of all columns."""
        rank, *rest = self.results.values()
        return (rank, *([self.row] if self.row else []), *self.own, *rest)

    def cells(self, ranked: Ranked) -> tuple[object, ...]:
        """A row's cells in the order of the heading: texts, numbers, None where there is no number."""
        found = {**ranked.row.results, "duplicates": ranked.doubles}
        rest = (found[name] for name in self.results if name != "rank")
        number = [str(ranked.row.number)] if self.row else []
        return (ranked.rank, *number, *ranked.row.own, *rest)


class Writer(Protocol):
    """Writes one format."""

    def __call__(self, ranking: Ranking, target: Path) -> None:
        """Write all of it to a file that is there and empty.

        Raises:
            OutputError: the format cannot hold it.
        """
        ...
