"""Ten thousand rows, one in twenty with a fault of some kind: as many rows come out as went in, each fault at its own row."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch import Asked, run
from skillgap.batch.engines.processes import Processes

from .poison import score_or_die

ROWS = 10_000
TEXT = "Experience\nDeveloper, Acme, 2019 - 2023\n- Services in Python and PostgreSQL on Kubernetes\n"
FAULTS = {
    "empty": ("", "", "empty"),
    "nothing": ("NULL", "", "empty"),
    "no skills": ("I like gardening.", "", "no skills"),
    "missing": ("", "gone.pdf", "unreadable"),
    "damaged": ("", "damaged.pdf", "unreadable"),
    "bomb": ("", "endless.pdf", "unreadable"),
    "outside": ("", "../../etc/passwd", "unreadable"),
    "address": ("", "https://example.org/cv.pdf", "unreadable"),
    "too long": ("Python " * 200_000, "", "unreadable"),
    "poison": ("POISON", "", "unreadable"),
    "nul": ("Python\0 and\0 Go", "", "scored"),
}
CHEAP = ("empty", "nothing", "no skills", "missing", "damaged", "outside", "address", "nul")


@pytest.mark.slow
def test_as_many_rows_come_out_as_went_in(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    dice = random.Random(11)
    faulty = dict(zip(dice.sample(range(ROWS), ROWS // 20), dice.choices(CHEAP, k=ROWS // 20), strict=True))
    # of the faults that cost a process or seconds a few are enough
    faulty |= dict(zip(dice.sample(sorted(faulty), 12), ["bomb", "too long", "poison"] * 4, strict=True))
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "endless.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer<</Root 1 0 R>>\n")
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "path"])
        for number in range(ROWS):
            text, path, _ = FAULTS[faulty[number]] if number in faulty else (f"{TEXT}{number}", "", "scored")
            writer.writerow([str(number), text, path])
    written = tmp_path / "r.jsonl"
    run(tmp_path / "people.csv", asked, analyzer, (written,), engine=Processes(2, call=score_or_die))
    with written.open(encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    assert sorted(map(int, rows)) == list(range(ROWS))
    for number in range(ROWS):
        row = rows[str(number)]
        assert row["status"] == (FAULTS[faulty[number]][2] if number in faulty else "scored"), (faulty.get(number), row["cause"])
        assert bool(row["cause"]) == (row["status"] != "scored")
