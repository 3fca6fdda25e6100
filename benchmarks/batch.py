"""What a batch costs beside the extraction and the comparison of its rows, in how far two processes halve it, and its memory.

    python -m benchmarks.batch                    10,000 candidates: one process against two
    python -m benchmarks.batch --memory           the largest process for 100,000 candidates against that for 10,000
    python -m benchmarks.batch --engines          Dask against processes too

Each run is a process of its own. CPU is that of it and its children; figures are ratios of runs that follow each other.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import common

LABELS = Path(__file__).with_name("labels")
POSTING = Path(__file__).resolve().parents[1] / "samples" / "posting.html"
SHORT = "Experience\nDeveloper, Acme, 2019 - 2023\n- Services in Python with PostgreSQL on Kubernetes, release {number}\n"


def main() -> None:
    """Print the figures."""
    parser = common.parser(__doc__, shared=False)
    parser.add_argument("--rows", type=int, default=10_000, metavar="N", help="candidates (default 10,000)")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="times; the least figure counts (default 1)")
    parser.add_argument("--memory", action="store_true", help="measure memory")
    parser.add_argument("--engines", action="store_true", help="measure Dask too")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(_one(**json.loads(arguments.one))))
        return
    with tempfile.TemporaryDirectory(prefix="skillgap-bench-") as folder:
        if arguments.memory:
            figures = _memory(Path(folder), arguments.rows)
        else:
            figures = _speed(Path(folder), arguments.rows, arguments.rounds, arguments.engines)
    common.write(figures, arguments.json)


def _speed(folder: Path, rows: int, rounds: int, engines: bool) -> dict[str, Any]:
    table = _write(folder / "people.csv", _texts(rows))
    names = ["one process", "two processes", *(["Dask, two workers"] if engines else [])]
    measured: dict[str, dict[str, float]] = {}
    for _ in range(rounds):
        for name in names:
            found = _run(table, folder / "ranked.csv", name)
            best = measured.setdefault(name, found)
            measured[name] = {key: min(value, best[key]) for key, value in found.items()}
    one = measured["one process"]
    shown = [
        (name, m["cpu"] / one["cpu"], one["wall"] / m["wall"], rows / m["wall"], m["peak"] / 1e6) for name, m in measured.items()
    ]
    print(f"{rows:,} candidates, some {sum(map(len, _texts(100))) // 100:,} characters each")
    print(common.table(shown, ["", "CPU", "times as quick", "rows a second", "MB of the largest process"]))
    two = measured["two processes"]
    print(common.held("CPU of two processes / one", two["cpu"] / one["cpu"], at_most=1.15))
    print(common.held("wall of one process / wall of two, of 2", one["wall"] / two["wall"] / 2, at_least=0.85))
    print(common.held("time outside extraction and comparison", one["outside"], at_most=0.10))
    return {"rows": rows, "measured": measured}


def _memory(folder: Path, rows: int) -> dict[str, Any]:
    measured = {}
    for count in (rows, 10 * rows):
        table = _write(folder / f"{count}.csv", (SHORT.format(number=number) for number in range(count)))
        measured[count] = _run(table, folder / "ranked.xlsx", "two processes")
    growth = (measured[10 * rows]["peak"] - measured[rows]["peak"]) / 1e6
    print(common.table([(f"{count:,}", m["peak"] / 1e6) for count, m in measured.items()], ["rows", "MB of the largest process"]))
    print(common.held(f"MB more for {10 * rows:,} rows than for {rows:,}", growth, at_most=40))
    return {"rows": rows, "measured": measured}


def _run(table: Path, written: Path, engine: str) -> dict[str, float]:
    """A run in a process of its own."""
    asked = json.dumps({"table": str(table), "written": str(written), "engine": engine})
    done = subprocess.run([sys.executable, "-m", "benchmarks.batch", "--one", asked], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return {key: float(value) for key, value in json.loads(done.stdout).items()}


def _one(table: str, written: str, engine: str) -> dict[str, float]:
    """One run: CPU and wall seconds, the share of time outside both halves of the work, bytes of the largest process."""
    import resource

    from skillgap import documents
    from skillgap.analyzer import Analyzer
    from skillgap.batch import ask, run
    from skillgap.batch.engines import Engine, Local
    from skillgap.batch.engines.processes import Processes

    analyzer = Analyzer(today=date(2026, 11, 1))
    asked = ask(analyzer.read_posting(POSTING), analyzer.skill)
    chosen: Engine
    if engine == "two processes":
        chosen = Processes(2)
    elif engine == "one process":
        chosen = Local()
    else:
        from skillgap.batch.engines.dask import Dask

        chosen = Dask(workers=2)
    inside = [0.0]
    for holder, name in ((Analyzer, "read_resume"), (Analyzer, "compare"), (documents, "from_text")):
        setattr(holder, name, _timed(getattr(holder, name), inside))
    cpu, wall = _cpu(), time.monotonic()
    run(Path(table), asked, analyzer, (Path(written),), engine=chosen)
    cpu, wall = _cpu() - cpu, time.monotonic() - wall
    peaks = [resource.getrusage(who).ru_maxrss * 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {"cpu": cpu, "wall": wall, "outside": 1 - inside[0] / cpu, "peak": float(max(peaks))}


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _timed(call: Callable[..., Any], total: list[float]) -> Callable[..., Any]:
    """A function that adds its CPU seconds to `total`; none of those that are timed calls another."""

    def timed(*arguments: Any, **options: Any) -> Any:
        begun = time.process_time()
        try:
            return call(*arguments, **options)
        finally:
            total[0] += time.process_time() - begun

    return timed


def _texts(rows: int) -> Iterator[str]:
    """Fictional résumés, each with a line of its own, so that no two are the same."""
    texts = [entry["text"] for entry in common.objects(LABELS / "resumes.jsonl")]
    return (f"{texts[number % len(texts)]}\nReference {number}\n" for number in range(rows))


def _write(table: Path, texts: Iterator[str]) -> Path:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "text"), *((str(number), text) for number, text in enumerate(texts))])
    return table


if __name__ == "__main__":
    main()
