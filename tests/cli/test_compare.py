"""`skillgap compare`: the formats, the ways in and out, and what the options change."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import POSTING, RESUME, environment, skillgap

DAY = ("--today", "2026-11-01")


@pytest.fixture(scope="module")
def plain(inputs: Path) -> dict[str, Any]:
    """The report without options, as JSON."""
    return report(inputs)


def report(folder: Path, *options: str | Path, stdin: bytes = b"", files: tuple[str, str] = ("cv.md", "posting.txt")) -> dict[str, Any]:
    run = skillgap("compare", *files, *DAY, "--format", "json", *options, cwd=folder, stdin=stdin)
    assert (run.code, run.err) == (0, "")
    value: dict[str, Any] = json.loads(run.out)
    return value


def test_the_report_goes_to_standard_output_and_nothing_else_does(inputs: Path) -> None:
    run = skillgap("compare", "cv.md", "posting.txt", *DAY, cwd=inputs)
    assert run.code == 0
    assert run.err == ""
    assert "Backend Engineer" in run.out
    assert "/ 100" in run.out
    assert "Kubernetes" in run.out
    assert "\x1b" not in run.out


@pytest.mark.parametrize(("form", "sign"), [("md", "|"), ("html", "<!doctype html>"), ("json", '"score"')])
def test_the_format_follows_the_ending_of_the_file(inputs: Path, tmp_path: Path, form: str, sign: str) -> None:
    target = tmp_path / f"report.{form}"
    run = skillgap("compare", "cv.md", "posting.txt", *DAY, "-o", target, cwd=inputs)
    assert (run.code, run.err, run.out) == (0, "", "")
    written = target.read_text(encoding="utf-8")
    assert sign in written.lower()
    assert "Kubernetes" in written


def test_the_format_can_be_named_and_goes_before_the_ending(inputs: Path, tmp_path: Path) -> None:
    named = skillgap("compare", "cv.md", "posting.txt", *DAY, "--format", "md", cwd=inputs)
    skillgap("compare", "cv.md", "posting.txt", *DAY, "--format", "md", "-o", tmp_path / "report.html", cwd=inputs)
    assert named.out == (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "|" in named.out


def test_a_file_is_replaced_as_a_whole_and_keeps_its_mode(inputs: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "report.json", tmp_path / "link.json"
    target.write_text("old " * 100_000)
    target.chmod(0o640)
    link.symlink_to(target)
    assert skillgap("compare", "cv.md", "posting.txt", "-o", link, cwd=inputs).code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["score"] > 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "report.json"]


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_behind(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_text("old")
    for target in (tmp_path / "folder.json", tmp_path / "nowhere" / "report.json", tmp_path / "file" / "report.json"):
        line = skillgap("compare", "cv.md", "posting.txt", "-o", target, cwd=inputs).refused()
        assert f"{target}: cannot be written" in line
    assert (tmp_path / "file").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_a_device_is_written_to_and_not_replaced(inputs: Path) -> None:
    run = skillgap("compare", "cv.md", "posting.txt", "-o", "/dev/stderr", "--format", "json", cwd=inputs)
    assert run.code == 0
    assert json.loads(run.err)["score"] > 0


def test_either_document_may_come_from_standard_input(inputs: Path, plain: dict[str, Any]) -> None:
    assert report(inputs, stdin=RESUME.encode(), files=("-", "posting.txt"))["score"] == plain["score"]
    assert report(inputs, stdin=POSTING.encode(), files=("cv.md", "-"))["score"] == plain["score"]


def test_an_assumed_skill_raises_the_score(inputs: Path, plain: dict[str, Any]) -> None:
    assert report(inputs, "--assume", "k8s", "--assume", "Kafka")["score"] > plain["score"]


def test_an_assumed_skill_that_is_not_known_is_told_with_the_nearest(inputs: Path) -> None:
    line = skillgap("compare", "cv.md", "posting.txt", "--assume", "kubernetos", cwd=inputs).refused()
    assert "kubernetos: no such skill" in line
    assert "did you mean Kubernetes" in line


def test_less_credit_gives_a_lower_score_and_a_low_score_can_fail(inputs: Path, plain: dict[str, Any]) -> None:
    options = ("--no-implied", "--no-related", "--fail-under", str(plain["score"]))
    strict = skillgap("compare", "cv.md", "posting.txt", *DAY, "--format", "json", *options, cwd=inputs)
    assert strict.code == 1
    assert json.loads(strict.out)["score"] < plain["score"]


def test_the_day_ends_the_running_job(inputs: Path, plain: dict[str, Any]) -> None:
    assert report(inputs, "--today", "2022-06-01")["score"] < plain["score"]


def test_documents_that_are_swapped_are_warned_of(inputs: Path) -> None:
    run = skillgap("compare", "posting.txt", "cv.md", *DAY, cwd=inputs)
    assert run.code == 0
    assert "this résumé reads like a posting" in run.err
    assert "this posting reads like a résumé" in run.err
    assert all(line.startswith("skillgap: warning: ") for line in run.err.splitlines())


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_output_is_utf8_whatever_the_console(inputs: Path, env: dict[str, str]) -> None:
    run = skillgap("read", "cv.md", cwd=inputs, env=env)
    assert run.code == 0
    assert "café ☕".encode() in run.raw
    missing = skillgap("read", "caf\u00e9 ☕.pdf", cwd=inputs, env=env)
    assert "café ☕.pdf: no such file" in missing.refused() or env.get("LC_ALL") == "C"


@pytest.mark.skipif(sys.platform == "win32", reason="head is of POSIX")
def test_a_closed_pipe_is_silent(inputs: Path) -> None:
    command = f"'{sys.executable}' -m skillgap taxonomy export | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment(), check=False)
    assert (done.stdout, done.stderr) == ("[", "")


def test_half_a_surrogate_pair_does_not_stop_a_report(inputs: Path, tmp_path: Path) -> None:
    cv = tmp_path / "cv.json"
    cv.write_text('{"basics": {"name": "Maya \\ud800"}, "skills": [{"name": "Python \\udfff", "keywords": ["Docker"]}]}')
    run = skillgap("compare", cv, "posting.txt", "-o", tmp_path / "report.html", cwd=inputs)
    assert run.code == 0, run.err
    assert skillgap("read", cv).code == 0
