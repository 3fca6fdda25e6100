"""Where rows are scored makes no difference, and a row that ends or hangs a process costs itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.batch.engines import Local
from skillgap.batch.engines.fitting import Fitting
from skillgap.batch.engines.processes import Processes

from .conftest import Batch
from .poison import score_or_die

TEXTS = ["Experience with Python.", "Skills: Java, MySQL", "", "Kubernetes and PostgreSQL in production", "gardening"]
PEOPLE = [(str(number), f"N{number}", f"{TEXTS[number % 5]}") for number in range(37)]


@pytest.fixture
def processes() -> Processes:
    return Processes(2, seconds=5, call=score_or_die)


@pytest.mark.parametrize("engine", [Processes(2), Fitting()], ids=["processes", "fitting"])
def test_the_bytes_are_those_of_one_process(batch: Batch, engine: Processes | Fitting) -> None:
    assert batch(PEOPLE, engine=engine, chunk=5).content == batch(PEOPLE, engine=Local(), chunk=5).content


@pytest.mark.slow
def test_a_row_that_ends_or_hangs_its_process_costs_itself(batch: Batch, processes: Processes) -> None:
    bad = {"3": "POISON", "17": "HANG", "18": "POISON"}
    people = [(name, other, bad.get(name, text)) for name, other, text in PEOPLE]
    rows = {row["id"]: row for row in batch(people, engine=processes, chunk=8).rows}
    whole = {row["id"]: row for row in batch(PEOPLE, chunk=8).rows}
    assert sorted(rows) == sorted(whole)
    for name in bad:
        assert rows[name]["status"] == "unreadable"
        assert rows[name]["cause"].startswith("it ends the process that scores it, or takes more than 60 seconds")
    ours = ("rank", "duplicates")
    for name in set(rows) - set(bad):
        assert {k: v for k, v in rows[name].items() if k not in ours} == {k: v for k, v in whole[name].items() if k not in ours}


def test_a_batch_of_nothing_but_poison_ends_too(batch: Batch, processes: Processes) -> None:
    result = batch([(str(number), "x", "POISON") for number in range(3)], engine=processes, chunk=2)
    assert result.summary.failures == {"ends its process": 3}


SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from skillgap import Analyzer
from skillgap.batch import ask, run
from skillgap.batch.engines.processes import Processes
analyzer = Analyzer(today=date(2026, 11, 1))
asked = ask(analyzer.read_posting("Requirements\\n- Python\\n"), analyzer.skill)
run(Path("people.csv"), asked, analyzer, (Path("r.csv"),), engine=Processes(1))
"""


@pytest.mark.slow
def test_a_script_without_a_main_guard_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,text\n1,Python\n", encoding="utf-8")
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    source = str(Path(__file__).resolve().parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert done.returncode == 1
    assert "processes that score rows do not start; in a script call it below `if __name__ == '__main__':`" in done.stderr


def test_a_row_costs_itself_in_a_small_table_too(batch: Batch) -> None:
    people = [("1", "x", "Experience with Python."), ("2", "x", "POISON"), ("3", "x", "Kubernetes")]
    rows = {row["id"]: row["status"] for row in batch(people, engine=Fitting(call=score_or_die)).rows}
    assert rows == {"1": "scored", "2": "unreadable", "3": "scored"}
