"""Short pieces of postings, written and labelled by people who knew no rule: how many are read as a careful reader reads them.

    python -m benchmarks.clauses [--json FILE]

In: `labels/clauses.jsonl`, 440 invented pieces of a few lines, about alternatives and examples, levels, and years.
`read` says whether those who write rules have seen one: half of the alternatives were not, of the first levels all were, and of
each theme of the last 160 (`y-`) a third was not. A requirement is right if its alternatives, its level and its years are; one of
context that nobody labelled is neutral, and so are soft skills. Out: by theme, the share of the pieces in which everything is
right, and precision, recall and F1 of the requirements.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.common import Asked, asked, objects, parser, table, write
from benchmarks.scorer import rates, ratio
from skillgap import Taxonomy
from skillgap.analyzer import Analyzer

CLAUSES = Path(__file__).parent / "labels" / "clauses.jsonl"


def labelled(rows: Iterable[Mapping[str, Any]], taxonomy: Taxonomy) -> set[Asked]:
    """The requirements of a labelled piece. A name that the taxonomy does not have stands for itself."""
    return {
        Asked(frozenset(_id(name, taxonomy) for name in row["any_of"]), row["level"], row.get("min_years") or 0.0) for row in rows
    }


def _id(name: str, taxonomy: Taxonomy) -> str:
    skill = taxonomy.find(name)
    return skill.id if skill else name


class Tally(NamedTuple):
    """Sums over pieces: pieces, those in which all is right, requirements that are right, that were read, that are labelled."""

    pieces: int = 0
    whole: int = 0
    right: int = 0
    found: int = 0
    labels: int = 0

    def with_piece(self, labels: set[Asked], found: set[Asked]) -> Tally:
        """The sums with one more piece."""
        counted = {each for each in found if each in labels or each.level != "context"}
        more = Tally(1, labels == counted, len(labels & counted), len(counted), len(labels))
        return Tally(*map(sum, zip(self, more, strict=True)))

    def figures(self) -> dict[str, float | None]:
        """The share of pieces in which all is right, and precision, recall and F1 of the requirements."""
        return {"all right": ratio(self.whole, self.pieces), **rates(self.right, self.found, self.labels)}


def main() -> None:
    """Print the figures of each theme, apart for what has been read."""
    given = parser(__doc__, shared=False).parse_args()
    analyzer = Analyzer()
    tallies: dict[str, Tally] = {}
    for row in objects(CLAUSES):
        name = f"{row['about']}, {'read' if row['read'] else 'unread'}"
        found = asked(analyzer.read_posting(row["text"]), soft=False)
        tallies[name] = tallies.get(name, Tally()).with_piece(labelled(row["expect"], analyzer.taxonomy), found)
    rows = [(name, tally.pieces, *tally.figures().values()) for name, tally in sorted(tallies.items())]
    print(table(rows, ("about", "pieces", "all right", "precision", "recall", "F1")))
    write({name: tally.figures() for name, tally in tallies.items()}, given.json)


if __name__ == "__main__":
    main()
