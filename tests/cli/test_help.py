"""Help: quick, complete, with an example each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from skillgap import __version__

from .conftest import environment, skillgap

COMMANDS = ["compare", "batch", "extract", "read", "taxonomy"]
SUBCOMMANDS = ["list", "show", "search", "lint", "export"]
HEAVY = {"spacy", "pandas", "numpy", "pydantic", "pdfplumber", "pypdfium2", "lxml", "rich", "jinja2", "rapidfuzz", "yaml"}


def imported(*arguments: str, cwd: Path) -> set[str]:
    """The heavy modules that a run imports."""
    code = (
        f"import sys; sys.argv = ['skillgap', *{list(arguments)!r}]\n"
        "from skillgap.cli import main\n"
        "try: main()\n"
        f"finally: print('\\nimported', *({HEAVY!r} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), cwd=cwd, check=False)
    return set(done.stdout.rpartition("\nimported")[2].split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["--version"], ["compare"], ["compare", "a", "b", "--bogus"], ["nonsense"]]
)
def test_help_and_wrong_arguments_import_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert imported(*arguments, cwd=tmp_path) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_imports_neither_spacy_nor_pandas(command: str, tmp_path: Path) -> None:
    assert imported(command, "--help", cwd=tmp_path) & {"spacy", "pandas", "numpy"} == set()


def test_a_missing_file_is_told_before_spacy_is_loaded(tmp_path: Path) -> None:
    assert imported("compare", "nothing.pdf", "nothing.html", cwd=tmp_path) & {"spacy", "pandas"} == set()


@pytest.mark.parametrize("command", [[name] for name in COMMANDS] + [["taxonomy", name] for name in SUBCOMMANDS])
def test_every_command_has_help_with_an_example(command: list[str]) -> None:
    run = skillgap(*command, "--help")
    assert run.code == 0
    assert run.err == ""
    assert "Example" in run.out
    assert f"  skillgap {command[0]}" in run.out


def test_the_help_names_all_commands_and_the_exit_codes() -> None:
    out = skillgap("--help").out
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert "Exit codes" in out


def test_the_version_is_the_package_s() -> None:
    run = skillgap("--version")
    assert run.code == 0
    assert __version__ in run.out


def test_without_arguments_the_help_is_shown_and_nothing_was_done() -> None:
    run = skillgap()
    assert (run.code, run.out) == (2, "")
    assert "Usage: skillgap" in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command 'nonsense'; see: skillgap --help"),
        (["compare"], "Missing argument 'RESUME'; see: skillgap compare --help"),
        (["compare", "a", "b", "--bogus"], "'--bogus'"),
        (["compare", "a", "b", "--format", "docx"], "'docx'"),
        (["compare", "a", "b", "--today", "tomorrow"], "'tomorrow' is no date; write it as 2026-11-01"),
        (["compare", "a", "b", "--fail-under", "120"], "120"),
        (["compare", "-", "-"], "only one of RESUME and POSTING can be standard input"),
        (["compare", "-cv.md", "b"], "No such option '-c'; for a file of that name write ./-cv.md; see: "),
        (["read", "-n.pdf"], "for a file of that name write ./-n.pdf"),
        (["extract"], "Missing argument 'FILE...'"),
        (["batch", "a.csv"], "Missing option '-p' / '--posting'"),
        (["taxonomy", "show"], "see: skillgap taxonomy show --help"),
    ],
)
def test_wrong_arguments_are_told_in_one_line(arguments: list[str], said: str) -> None:
    assert said in skillgap(*arguments).refused()
