"""A ranking as JSONL for other programs: an object a candidate, with lists as lists and each verdict with its quote."""

from __future__ import annotations

import json
from pathlib import Path

from skillgap.batch.columns import result_columns
from skillgap.batch.writers.interface import Ranking


def write(ranking: Ranking, target: Path) -> None:
    """See `Writer`."""
    requirements = result_columns(ranking.heading, ["requirements"])["requirements"]
    with target.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for ranked in ranking.rows():
            cells = dict(zip(ranking.heading, ranking.cells(ranked), strict=True))
            details = json.loads(ranked.row.details)
            for name, parts in details["lists"].items():
                cells[ranking.results[name]] = parts
            cells[requirements] = details["judged"]
            file.write(json.dumps(cells, ensure_ascii=False) + "\n")
