"""`skillgap compare`: the formats, the ways in and out, and what the options change."""

from __future__ import annotations

import contextlib
import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from skillgap.cli.console import colourful

from .conftest import POSTING, RESUME, Run, environment, here, skillgap

FILES = ("compare", "cv.md", "posting.txt", "--today", "2026-11-01")
JSON = (*FILES, "--format", "json")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the runs below write to; `old.json` stands there already, and `link.json` leads to it."""
    folder = tmp_path_factory.mktemp("out")
    (folder / "old.json").write_text("old " * 100_000)
    (folder / "old.json").chmod(0o640)
    (folder / "link.json").symlink_to(folder / "old.json")
    (folder / "cv.json").write_text(
        '{"basics": {"name": "Maya \\ud800"}, "skills": [{"name": "Python \\udfff", "keywords": ["Docker"]}]}'
    )
    (folder / "past.md").write_text("# Maya\n\n## Experience\n\n### Engineer, Acme, 2016 - 2019\n\n- Python and Kafka\n")
    return folder


@pytest.fixture(scope="module")
def runs(inputs: Path, out: Path) -> dict[str, Run]:
    """Each run of the command that a test below looks at."""
    started = {"plain": FILES, "json": JSON, "to device": (*JSON, "-o", "/dev/stderr")}
    runs = {name: skillgap(*arguments, cwd=inputs) for name, arguments in started.items()}
    options: dict[str, tuple[str | Path, ...]] = {
        "md": (*FILES, "--format", "md"),
        "md to html": (*FILES, "--format", "md", "-o", out / "named.html"),
        "to md": (*FILES, "-o", out / "report.md"),
        "to html": (*FILES, "-o", out / "report.html"),
        "to link": (*FILES, "-o", out / "link.json"),
        "assumed": (*JSON, "--assume", "k8s", "--assume", "Kafka"),
        "unknown": (*JSON, "--assume", "kubernetos"),
        "strict": (*JSON, "--no-implied", "--no-related", "--fail-under", "99"),
        "early": (*JSON, "--today", "2022-06-01"),
        "too early": (*JSON, "--today", "1990-01-01"),
        "between": ("compare", out / "past.md", "posting.txt", "--today", "2018-01-01"),
        "after": ("compare", out / "past.md", "posting.txt", "--today", "2019-01-01"),
        "swapped": ("compare", "posting.txt", "cv.md"),
        "surrogate": ("compare", out / "cv.json", "posting.txt", "-o", out / "surrogate.html"),
    }
    return runs | {name: here(*arguments, cwd=inputs) for name, arguments in options.items()}


def score(run: Run) -> float:
    report: dict[str, Any] = json.loads(run.out)
    assert isinstance(report["score"], float)
    return float(report["score"])


def test_the_report_goes_to_standard_output_and_nothing_else_does(runs: dict[str, Run]) -> None:
    run = runs["plain"]
    assert (run.code, run.err) == (0, "")
    assert "Backend Engineer" in run.out
    assert "/ 100" in run.out
    assert "Kubernetes" in run.out
    assert "\x1b" not in run.out


@pytest.mark.parametrize(("form", "sign"), [("md", "|"), ("html", "<!doctype html>")])
def test_the_format_follows_the_ending_of_the_file(runs: dict[str, Run], out: Path, form: str, sign: str) -> None:
    run = runs[f"to {form}"]
    assert (run.code, run.err, run.out) == (0, "", "")
    written = (out / f"report.{form}").read_text(encoding="utf-8")
    assert sign in written.lower()
    assert "Kubernetes" in written


def test_the_format_can_be_named_and_goes_before_the_ending(runs: dict[str, Run], out: Path) -> None:
    assert runs["md to html"].code == 0
    assert (out / "named.html").read_text(encoding="utf-8") == (out / "report.md").read_text(encoding="utf-8") == runs["md"].out


def test_a_file_is_replaced_as_a_whole_where_it_lies_and_keeps_its_mode(runs: dict[str, Run], out: Path) -> None:
    assert runs["to link"].code == 0
    assert (out / "old.json").read_text(encoding="utf-8") == runs["json"].out
    assert (out / "link.json").is_symlink()
    assert stat.S_IMODE((out / "old.json").stat().st_mode) == 0o640
    assert not [path.name for path in out.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("-o", "x.docx"), "x.docx: .docx cannot be written; choose a name that ends with .txt, .text, .md,"),
        (("-o", "x.PDF", "--format", "html"), "x.PDF: .pdf cannot be written"),
        (("-o", "x.log"), ".log cannot be written"),
    ],
)
def test_an_ending_that_is_not_written_is_refused(inputs: Path, more: tuple[str, ...], said: str) -> None:
    assert said in here(*FILES, *more, cwd=inputs).refused()
    assert not [path for path in inputs.iterdir() if path.stem == "x"]


@pytest.mark.parametrize("more", [("-o", "x.txt"), ("-o", "x"), ("-o", "x.log", "--format", "text")])
def test_a_text_may_have_the_ending_of_one_or_none_or_any_with_a_format(
    inputs: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    assert here("compare", inputs / "cv.md", inputs / "posting.txt", *more, cwd=tmp_path).code == 0
    assert "/ 100" in (tmp_path / more[1]).read_text(encoding="utf-8")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_gets_colours_unless_the_environment_says_no(
    env: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert colourful(Terminal()) is coloured
    assert not colourful(io.StringIO())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize(("env", "coloured"), [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)])
def test_what_a_terminal_shows_has_colours_only_where_they_are_wanted(inputs: Path, env: dict[str, str], coloured: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    kept = {name: value for name, value in environment(**env).items() if name != "NO_COLOR" or "NO_COLOR" in env}
    command = [sys.executable, "-m", "skillgap", *FILES]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, cwd=inputs, env=kept) as started:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux tells that the other end is closed
            while piece := os.read(ours, 65536):
                shown += piece
        os.close(ours)
    assert started.returncode == 0
    assert b"Kubernetes" in shown
    assert (b"\x1b" in shown) is coloured


@pytest.mark.parametrize(("wanted", "width"), [("60", 60), ("150", 150), ("", 100), ("0", 100), ("wide", 100)])
def test_a_piped_report_is_as_wide_as_the_environment_says_else_100(
    inputs: Path, wanted: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", wanted)
    assert max(map(len, here(*FILES, cwd=inputs).out.splitlines())) in range(width - 8, width + 1)


@pytest.mark.parametrize("name", ["folder.json", "nowhere/report.json", "file/report.json", "x" * 300 + ".json"])
def test_a_place_that_cannot_be_written_is_told_and_nothing_changes(inputs: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_text("old")
    line = skillgap("read", "cv.md", "-o", tmp_path / name, cwd=inputs).refused()
    assert "cannot be written" in line
    assert "-o" in line
    assert (tmp_path / "file").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_a_device_is_written_to_and_not_replaced(runs: dict[str, Run]) -> None:
    assert (runs["to device"].code, runs["to device"].err) == (0, runs["json"].out)


@pytest.mark.parametrize(("first", "second", "text"), [("-", "posting.txt", RESUME), ("cv.md", "-", POSTING)])
def test_either_document_may_come_from_standard_input(
    inputs: Path, runs: dict[str, Run], first: str, second: str, text: str
) -> None:
    run = skillgap("compare", first, second, *JSON[3:], cwd=inputs, stdin=text.encode())
    assert score(run) == score(runs["json"])


def test_an_assumed_skill_raises_the_score(runs: dict[str, Run]) -> None:
    assert score(runs["assumed"]) > score(runs["json"])


def test_an_assumed_skill_that_is_not_known_is_told_with_the_nearest(runs: dict[str, Run]) -> None:
    line = runs["unknown"].refused()
    assert "kubernetos: no such skill" in line
    assert "did you mean Kubernetes" in line


def test_less_credit_gives_a_lower_score_and_a_low_score_can_fail(runs: dict[str, Run]) -> None:
    assert score(runs["strict"]) < score(runs["json"])
    assert (runs["strict"].code, runs["json"].code) == (1, 0)


def test_the_day_ends_the_running_job(runs: dict[str, Run]) -> None:
    assert score(runs["early"]) < score(runs["json"])


def test_a_day_before_the_end_of_a_job_is_warned_of(runs: dict[str, Run]) -> None:
    warning = "--today {} lies before {}, the date of a job; "
    assert warning.format("1990-01-01", "2022-03") in runs["too early"].err
    assert warning.format("2018-01-01", "2019-06") in runs["between"].err
    assert runs["too early"].err.startswith("skillgap: warning: ")
    assert "early_today" in runs["too early"].out
    assert (runs["early"].err, runs["after"].err, runs["json"].err) == ("", "", "")


def test_documents_that_are_swapped_are_warned_of(runs: dict[str, Run]) -> None:
    run = runs["swapped"]
    assert run.code == 0
    assert "Certain" not in run.out
    assert "this résumé reads like a posting" in run.err
    assert "this posting reads like a résumé" in run.err
    assert all(line.startswith("skillgap: warning: ") for line in run.err.splitlines())


def test_half_a_surrogate_pair_does_not_stop_a_report(runs: dict[str, Run], out: Path) -> None:
    assert (runs["surrogate"].code, runs["surrogate"].out) == (0, ""), runs["surrogate"].err
    assert "Python" in (out / "surrogate.html").read_text(encoding="utf-8")
    assert skillgap("read", out / "cv.json").code == 0


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_output_is_utf8_whatever_the_console(inputs: Path, env: dict[str, str]) -> None:
    run = skillgap("read", "cv.md", cwd=inputs, env=env)
    assert run.code == 0
    assert "café ☕".encode() in run.raw
    assert "this is a directory" in skillgap("read", inputs, env=env).refused()


@pytest.mark.skipif(sys.platform == "win32", reason="head is of POSIX")
def test_a_closed_pipe_is_silent(inputs: Path) -> None:
    command = f"'{sys.executable}' -m skillgap taxonomy export | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment(), check=False)
    assert (done.stdout, done.stderr) == ("[", "")


@pytest.mark.parametrize("score", ["abc", "-1", "100.5", "nan", ""])
def test_a_score_that_is_none_is_told(inputs: Path, score: str) -> None:
    line = here(*FILES, "--fail-under", score, cwd=inputs).refused()
    assert f"'--fail-under': '{score}' is no number from 0 to 100; see: skillgap compare --help" in line


def test_a_skill_without_a_name_is_told(inputs: Path) -> None:
    for arguments in (("why", "cv.md", "posting.txt", ""), (*FILES, "--assume", " ")):
        assert '"": no such skill in the taxonomy; see: skillgap taxonomy list' in here(*arguments, cwd=inputs).refused()
