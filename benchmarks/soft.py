"""Soft skills in one to three sentences: how many of those that a careful reader sees are found, and how many invented.

    python -m benchmarks.soft [--json FILE]

In: `labels/soft.jsonl`, invented pieces of postings and résumés by people who knew no rule, of the six soft skills that are
labelled everywhere; a third of them only have the words ("mentoring programme for you", "communication protocols"). `read` says
whether those who write rules have seen a piece. Out: precision, recall and F1 by skill and piece, where a skill on which careful
readers differ is neutral; and the share of the pieces without any in which none is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from benchmarks.common import objects, parser, table, write
from benchmarks.labels import FOLDER
from benchmarks.scorer import SOFT, rates, ratio
from skillgap.analyzer import Analyzer

PIECES = FOLDER / "soft.jsonl"


class Tally(NamedTuple):
    """Sums over pieces: skills that are right, that were found, that are labelled; pieces without any, and such left alone."""

    pieces: int = 0
    right: int = 0
    found: int = 0
    labels: int = 0
    empty: int = 0
    spared: int = 0

    def with_piece(self, piece: Mapping[str, Any], found: set[str]) -> Tally:
        """The sums with one more piece, in which some of the six were found."""
        wanted = set(piece["skills"])
        counted = found - (set(piece["optional"]) - wanted)
        empty = not wanted
        more = Tally(1, len(wanted & counted), len(counted), len(wanted), empty, empty and not counted)
        return Tally(*map(sum, zip(self, more, strict=True)))

    def figures(self) -> dict[str, float | None]:
        """Precision, recall, F1, and the share of the pieces without any skill in which none was found."""
        return {**rates(self.right, self.found, self.labels), "none invented": ratio(self.spared, self.empty)}


def main() -> None:
    """Print the figures, apart for what has been read."""
    given = parser(__doc__, shared=False).parse_args()
    analyzer = Analyzer()
    tallies: dict[str, Tally] = {}
    for piece in objects(PIECES):
        mentions = analyzer.extract(piece["text"], piece["kind"]).mentions
        found = {mention.skill.name for mention in mentions if mention.status in {"asserted", "wanted"}}
        name = f"{'postings' if piece['kind'] == 'posting' else 'résumés'}, {'read' if piece['read'] else 'unread'}"
        tallies[name] = tallies.get(name, Tally()).with_piece(piece, found & {*SOFT})
    rows = [(name, tally.pieces, *tally.figures().values()) for name, tally in sorted(tallies.items())]
    print(table(rows, ("", "pieces", "precision", "recall", "F1", "none invented")))
    write({name: tally.figures() for name, tally in tallies.items()}, given.json)


if __name__ == "__main__":
    main()
