"""A posting and the rankings that batches of it give."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch import Asked, Options, Summary, ask, run

ASKED = "Requirements\n- Python\n- PostgreSQL or MySQL\n- Kubernetes\n"


class Result:
    """What a run gave: its summary, and the rows of its JSONL, best first."""

    def __init__(self, summary: Summary, file: Path) -> None:
        self.summary = summary
        self.content = file.read_bytes()
        self.rows: list[dict[str, Any]] = [json.loads(line) for line in self.content.decode("utf-8").splitlines()]

    def column(self, name: str) -> list[Any]:
        """One column."""
        return [row[name] for row in self.rows]


Batch = Callable[..., Result]


@pytest.fixture(scope="session")
def asked(analyzer: Analyzer) -> Asked:
    return ask(analyzer.read_posting(ASKED), analyzer.skill)


@pytest.fixture
def batch(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> Batch:
    """Ranks rows of a CSV: `batch(rows, heading=(...), id_column=..., engine=...)`."""

    def ranked(
        rows: Iterable[Sequence[str]],
        heading: Sequence[str] = ("id", "name", "text"),
        *,
        asked: Asked = asked,
        analyzer: Analyzer = analyzer,
        **options: Any,
    ) -> Result:
        table, written = tmp_path / "people.csv", tmp_path / "ranked.jsonl"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heading, *rows])
        ours = {name: options.pop(name) for name in ("engine", "chunk", "progress", "go_on") if name in options}
        return Result(run(table, asked, analyzer, (written,), Options(**options), **ours), written)

    return ranked
