"""No command writes its result over a file that it reads, however the two names are spelt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import POSTING, RESUME, environment, here, skillgap

TAXONOMY = "- id: mine\n  name: Mine\n  kind: tool\n  area: apis\n"
COMMANDS = [
    ("compare", "cv.md", "ad.txt"),
    ("compare", "cv.md", "ad.txt", "--format", "md", "--taxonomy", "mine.yaml"),
    ("why", "cv.md", "ad.txt", "Python"),
    ("posting", "ad.txt"),
    ("extract", "ad.txt", "cv.md"),
    ("read", "cv.md"),
    ("batch", "people.csv", "-p", "ad.txt", "--quiet"),
    ("taxonomy", "export", "--taxonomy", "mine.yaml"),
]
READ = {"cv.md": RESUME, "ad.txt": POSTING, "people.csv": "id,text\n1,Python\n", "mine.yaml": TAXONOMY}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with something of every kind that a command reads."""
    for name, content in READ.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "there").symlink_to(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_input_is_never_written_over(desk: Path, command: tuple[str, ...]) -> None:
    for name in set(command) & set(READ):
        # batch writes tables only: it is given its other inputs by a name with such an ending
        link = desk / f"{name}.csv"
        link.symlink_to(name)
        plain = (
            [] if command[0] == "batch" and not name.endswith(".csv") else [name, f"./{name}", str(desk / name), f"there/{name}"]
        )
        for target in (*plain, link.name):
            line = here(*command, "-o", target, cwd=desk).refused()
            assert line.endswith("is the input itself; choose another name for the result")
        link.unlink()
    assert {name: (desk / name).read_text(encoding="utf-8") for name in READ} == READ


def test_nor_is_the_file_behind_standard_input(desk: Path) -> None:
    with (desk / "cv.md").open("rb") as file:
        command = [sys.executable, "-m", "skillgap", "compare", "-", "ad.txt", "-o", "cv.md"]
        done = subprocess.run(command, stdin=file, capture_output=True, cwd=desk, env=environment(), timeout=60, check=False)
    assert done.returncode == 2
    assert b"cv.md: is the input itself" in done.stderr
    assert (desk / "cv.md").read_text(encoding="utf-8") == RESUME


def test_a_file_that_is_not_read_is_replaced(desk: Path) -> None:
    (desk / "report.md").write_text("old")
    assert here("compare", "cv.md", "ad.txt", "-o", "report.md", cwd=desk).code == 0
    assert (desk / "report.md").read_text(encoding="utf-8").startswith("# Backend Engineer")


@pytest.mark.skipif(os.name == "nt", reason="there is no such device")
def test_a_device_may_be_read_and_written_at_once(desk: Path) -> None:
    run = skillgap("read", "-", "-o", "/dev/stdout", cwd=desk, stdin=b"Python developer\n")
    assert (run.code, run.out) == (0, "Python developer\n")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("there", "there: cannot be written (it is a folder); add the name of a file to -o"),
        ("", ".: cannot be written (it is a folder)"),
        ("nowhere/cv.txt", "nowhere/cv.txt: cannot be written (there is no such folder)"),
        ("nowhere/../cv.md", "nowhere/../cv.md: cannot be written (there is no such folder)"),
        ("cv.md/report.txt", "cv.md/report.txt: cannot be written (there is no such folder)"),
        ("x" * 300 + ".txt", ".txt: cannot be written (File name too long)"),
    ],
)
@pytest.mark.parametrize(
    "command", [("compare", "cv.md", "ad.txt"), ("read", "cv.md"), ("posting", "ad.txt")], ids=lambda c: c[0]
)
def test_what_cannot_be_written_is_one_clear_line(desk: Path, command: tuple[str, ...], target: str, said: str) -> None:
    assert said in here(*command, "-o", target, cwd=desk).refused()
