"""Runs the command as a person does, in a process of its own, and has small inputs to run it on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"

RESUME = """\
# Maya Example

maya@example.org

## Experience

### Backend engineer, Acme, Mar 2022 - present

- Built the ledger service in Python with FastAPI and Postgres
- Moved settlement to RabbitMQ events

## Skills

Python, FastAPI, Postgres, Docker, café ☕
"""
POSTING = """\
Backend Engineer

We are looking for a backend engineer. You will join our team.

Requirements

- 3+ years of Python
- PostgreSQL or MySQL
- Kubernetes
- Kafka

Nice to have

- GraphQL

We offer a competitive salary. Apply now.
"""


class Run:
    """What a run of the command gave: exit code, standard output and standard error (text)."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code = code
        self.raw = out
        self.out = out.decode("utf-8").replace("\r\n", "\n")
        self.err = err.decode("utf-8").replace("\r\n", "\n")

    def refused(self) -> str:
        """The one line of a run that could not do its work."""
        assert self.code == 2, (self.code, self.out, self.err)
        assert self.out == ""
        assert "Traceback" not in self.err
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("skillgap: error: ")
        return self.err.strip()


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: this checkout, warnings shown, the cache of the test session."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return {**kept, "PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "default", "COLUMNS": "120", **more}


def skillgap(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Run:
    """Run `python -m skillgap`."""
    command = [sys.executable, "-m", "skillgap", *map(str, arguments)]
    done = subprocess.run(
        command, input=stdin, capture_output=True, cwd=cwd, env=environment(**(env or {})), timeout=120, check=False
    )
    return Run(done.returncode, done.stdout, done.stderr)


def here(*arguments: str | Path, cwd: Path) -> Run:
    """The same in this process, where spaCy is loaded already: for tests of options."""
    from skillgap.cli import main

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err), chdir(cwd):
        patch.setattr(sys, "argv", ["skillgap", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
    assert isinstance(ended.value.code, int)
    return Run(ended.value.code, out.buffer.getvalue(), err.buffer.getvalue())  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A folder with a résumé and a posting; tests do not write into it."""
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "cv.md").write_text(RESUME, encoding="utf-8")
    (folder / "posting.txt").write_text(POSTING, encoding="utf-8")
    return folder
