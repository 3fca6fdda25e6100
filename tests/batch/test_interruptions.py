"""A run that ends in whatever way can be gone on with, and ends with the bytes of one that nobody disturbed."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch import Asked, Options, Progress, run
from skillgap.batch.store import Store
from skillgap.errors import OutputError

SOURCE = str(Path(__file__).resolve().parents[2] / "src")
TEXTS = ["Experience with Python.", "Skills: Java, MySQL", "", "Kubernetes and PostgreSQL in production", "gardening"]
ENDINGS = (".csv", ".xlsx", ".jsonl", ".html")


def table(folder: Path, rows: int) -> Path:
    file = folder / "people.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        people = ((str(number), f"N{number}", f"{TEXTS[number % 5]} {number}") for number in range(rows))
        csv.writer(target).writerows([("id", "name", "text"), *people])
    return file


class Disturbed(BaseException):
    """Ends a run where it is."""


def disturbed_after(rows: int) -> object:
    def progress(told: Progress) -> None:
        if told.rows >= rows:
            raise Disturbed

    return progress


def test_what_was_scored_is_kept_and_the_rest_is_done(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people, written = table(tmp_path, 30), (tmp_path / "r.csv",)
    run(people, asked, analyzer, (tmp_path / "whole.csv",), chunk=4)
    with pytest.raises(Disturbed):
        run(people, asked, analyzer, written, chunk=4, progress=disturbed_after(12))  # type: ignore[arg-type]
    assert sorted(path.name for path in tmp_path.glob("r.*")) == ["r.csv.unfinished"]
    told: list[Progress] = []
    summary = run(people, asked, analyzer, written, chunk=4, go_on=True, progress=told.append)
    assert (summary.rows, summary.continued, told[0].rows, told[-1].new) == (30, 12, 16, 18)
    assert written[0].read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert sorted(path.name for path in tmp_path.glob("r.*")) == ["r.csv", "r.csv.run.json"]


def test_an_interrupted_run_is_not_lost_by_beginning_anew(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people, written = table(tmp_path, 9), (tmp_path / "r.csv",)
    with pytest.raises(Disturbed):
        run(people, asked, analyzer, written, chunk=2, progress=disturbed_after(4))  # type: ignore[arg-type]
    with pytest.raises(
        OutputError, match=r"interrupted; go on with it by --continue, or to begin anew remove r\.csv\.unfinished"
    ):
        run(people, asked, analyzer, written, chunk=2)
    assert run(people, asked, analyzer, written, chunk=2, go_on=True).continued == 4


def test_a_run_is_gone_on_with_only_as_it_was_begun(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people, written = table(tmp_path, 9), (tmp_path / "r.csv",)
    with pytest.raises(Disturbed):
        run(people, asked, analyzer, written, chunk=2, progress=disturbed_after(4))  # type: ignore[arg-type]
    with pytest.raises(OutputError, match="had other options"):
        run(people, asked, analyzer, written, Options(blind=True), chunk=2, go_on=True)
    other = Analyzer(analyzer.taxonomy, today=analyzer.today.replace(year=2020))
    with pytest.raises(OutputError, match=f"had another today; give --today {analyzer.today}, or to begin anew remove r"):
        run(people, asked, other, written, chunk=2, go_on=True)
    table(tmp_path, 10)
    with pytest.raises(OutputError, match="had another table"):
        run(people, asked, analyzer, written, chunk=2, go_on=True)


def test_two_runs_on_one_output_are_refused(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people, written = table(tmp_path, 9), (tmp_path / "r.csv",)
    refused: list[str] = []

    def meanwhile(_: Progress) -> None:
        for go_on in (False, True):
            with pytest.raises(OutputError) as caught:
                run(people, asked, analyzer, written, go_on=go_on)
            refused.append(str(caught.value))

    run(people, asked, analyzer, written, progress=meanwhile)
    assert refused == ["r.csv.unfinished: another run is writing this result; wait for it, or choose another -o"] * 2


def test_the_second_output_of_another_run_is_refused_too(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people, first, second = table(tmp_path, 9), tmp_path / "a.csv", tmp_path / "b.csv"
    with pytest.raises(Disturbed):
        run(people, asked, analyzer, (first, second), chunk=2, progress=disturbed_after(4))  # type: ignore[arg-type]
    with pytest.raises(OutputError, match=r"a\.csv: another run is writing it, or was interrupted"):
        run(people, asked, analyzer, (second, first), chunk=2)


def test_files_that_changed_since_are_told(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    folder = tmp_path / "resumes"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text("Experience with Python.", encoding="utf-8")
    written = (tmp_path / "r.csv",)
    with pytest.raises(Disturbed):
        run(folder, asked, analyzer, written, chunk=2, progress=disturbed_after(4))  # type: ignore[arg-type]
    (folder / "1.txt").write_text("Experience with Golang.", encoding="utf-8")
    os.utime(folder / "1.txt", (1, 1))
    with pytest.raises(OutputError, match="had other files"):
        run(folder, asked, analyzer, written, chunk=2, go_on=True)


def test_what_is_no_work_file_is_left_alone(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people = table(tmp_path, 3)
    (tmp_path / "r.csv.unfinished").write_text("notes of mine, and not a database, " * 40)
    with pytest.raises(OutputError, match="is no work file of a run"):
        run(people, asked, analyzer, (tmp_path / "r.csv",), go_on=True)
    assert (tmp_path / "r.csv.unfinished").read_text().startswith("notes of mine")


def test_a_run_that_fails_before_its_first_row_leaves_nothing(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    people = table(tmp_path, 3)
    people.write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "r.csv").write_text("old")
    with pytest.raises(Exception, match="no column with résumé texts"):
        run(people, asked, analyzer, (tmp_path / "r.csv",))
    assert (tmp_path / "r.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv", "r.csv"]


def test_a_store_keeps_a_chunk_wholly_or_not(tmp_path: Path) -> None:
    store = Store(tmp_path / "work")
    store.set_purpose({"a": "b"})
    store.close()
    again = Store(tmp_path / "work")
    assert (again.purpose, again.done, len(again)) == ({"a": "b"}, frozenset(), 0)
    again.remove()
    assert list(tmp_path.iterdir()) == []


def command(folder: Path, output: str, *more: str) -> list[str]:
    outputs = [part for ending in ENDINGS for part in ("-o", f"{output}{ending}")]
    options = ["--today", "2026-11-01", "--workers", "2", "--quiet", *outputs, *more]
    return [sys.executable, "-m", "skillgap", "batch", "people.csv", "-p", "posting.txt", *options]


def started(folder: Path, output: str, *more: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    return subprocess.Popen(
        command(folder, output, *more),
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # as a terminal does: its Ctrl-C is for the command and all that it has started
        start_new_session=os.name == "posix",
        # a shell starts what it runs in the background deaf to Ctrl-C, and its children inherit that
        preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)) if os.name == "posix" else None,
    )


def finished(running: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Its exit code and what it told."""
    _, told = running.communicate(timeout=300)
    return running.returncode, told.decode()


def results(folder: Path, output: str) -> dict[str, bytes]:
    return {ending: (folder / f"{output}{ending}").read_bytes() for ending in ENDINGS}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posting.txt").write_text("Requirements\n- Python\n- PostgreSQL or MySQL\n- Kubernetes\n", encoding="utf-8")
    return tmp_path


def test_control_c_says_how_to_go_on(folder: Path) -> None:
    table(folder, 60_000)
    running = started(folder, "r")
    work = folder / "r.csv.unfinished"
    while running.poll() is None and not (work.exists() and work.stat().st_size > 200_000):
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    assert finished(running) == (130, "skillgap: interrupted; what is scored is kept, go on with it by --continue\n")
    assert [path.name for path in folder.glob("r.*")] == ["r.csv.unfinished"]


@pytest.mark.skipif(os.name != "posix", reason="a group of processes")
@pytest.mark.parametrize(("seconds", "times"), [(0.0, 1), (0.3, 2), (0.8, 3), (1.5, 2)])
def test_control_c_of_a_terminal_is_one_line_however_early_and_often(folder: Path, seconds: float, times: int) -> None:
    table(folder, 2_000)
    running = started(folder, "r")
    work = folder / "r.csv.unfinished"
    while running.poll() is None and not work.exists():
        time.sleep(0.01)
    # workers are being started, or import what they need
    time.sleep(seconds)
    for _ in range(times):
        os.killpg(running.pid, signal.SIGINT)
        time.sleep(0.05)
    code, told = finished(running)
    assert (code, told.count("\n")) == (130, 1), told
    assert told.startswith("skillgap: interrupted")


BETWEEN = """
import os, signal, threading, time
from skillgap.batch.engines.processes import _deaf_to_interrupts

threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
whole = False
try:
    with _deaf_to_interrupts():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.2)
        whole = True
    print("not heard")
except KeyboardInterrupt:
    print("heard afterwards" if whole else "broken off")
"""
"""A signal that another thread takes, since this one's mask does not: what it raises is raised in this one."""


@pytest.mark.skipif(os.name != "posix", reason="masks of signals")
def test_control_c_does_not_break_off_the_start_of_a_process() -> None:
    told = subprocess.run(
        [sys.executable, "-c", BETWEEN],
        env={**os.environ, "PYTHONPATH": SOURCE},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        capture_output=True,
        check=True,
    )
    assert told.stdout == b"heard afterwards\n"


@pytest.mark.slow
def test_a_run_killed_twenty_times_ends_with_the_bytes_of_one_that_was_not(folder: Path) -> None:
    table(folder, 6_000)
    assert finished(started(folder, "whole"))[0] == 1
    dice = random.Random(7)
    for _ in range(20):
        running = started(folder, "r", "--continue")
        time.sleep(dice.uniform(0.2, 6.0))
        running.kill()
        running.communicate()
        for ending in ENDINGS:
            # never half a file under the final name
            assert (
                not (folder / f"r{ending}").exists() or (folder / f"r{ending}").read_bytes() == results(folder, "whole")[ending]
            )
    assert finished(started(folder, "r", "--continue")) == (1, "")
    assert results(folder, "r") == results(folder, "whole")
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    assert names == {"people.csv", "posting.txt"} | {f"{o}{e}" for o in ("r", "whole") for e in (*ENDINGS, ".csv.run.json")}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a file system of a given size")
def test_a_full_disk_is_told_and_the_run_can_be_gone_on_with(folder: Path) -> None:
    small = folder / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", small], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("file systems cannot be mounted here")
    try:
        table(folder, 1_500)
        code, told = finished(started(folder, "small/r"))
        assert (code, told.count("\n")) == (2, 1)
        assert "run it again with --continue" in told
        assert not (small / "r.csv").exists()
        subprocess.run(["mount", "-o", "remount,size=64m", small], check=True, capture_output=True)
        assert finished(started(folder, "small/r", "--continue"))[0] == 1
        assert finished(started(folder, "whole"))[0] == 1
        assert results(folder, "small/r") == results(folder, "whole")
    finally:
        subprocess.run(["umount", small], check=False, capture_output=True)
