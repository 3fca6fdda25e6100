"""Ctrl-C ends a command with 130, pressed once or twice, wherever it is; a second one does not break off what the first begun."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process cannot press Ctrl-C for itself")

BEGIN = """
import os, signal, sys, time
from skillgap.cli import interrupt

def press():
    os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
interrupt.heed_once()
"""


def end_of(folder: Path, script: str) -> tuple[int, str]:
    """The exit code of a module, and what it has printed."""
    (folder / "pressed.py").write_text(BEGIN + script, encoding="utf-8")
    command = [sys.executable, "-m", "pressed"]
    done = subprocess.run(command, capture_output=True, cwd=folder, env=environment(), timeout=60, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_a_second_one_is_not_heard_while_the_first_is_tidied_up_after(tmp_path: Path) -> None:
    script = "try:\n  press()\nexcept KeyboardInterrupt:\n  press()\n  print('tidied')\n"
    assert end_of(tmp_path, script) == (0, "tidied\n")


def test_one_that_a_library_has_swallowed_can_be_pressed_again(tmp_path: Path) -> None:
    script = (
        "interrupt._TIDYING_SECONDS = 0.1\n"
        "for _ in range(2):\n  try:\n    press()\n  except KeyboardInterrupt:\n    print('heard')\n  time.sleep(0.2)\n"
    )
    assert end_of(tmp_path, script) == (0, "heard\nheard\n")


def test_one_within_code_that_a_library_made_does_not_end_the_process_by_a_signal(tmp_path: Path) -> None:
    script = "try:\n  exec('press()')\nexcept KeyboardInterrupt:\n  interrupt.heed_no_more()\n  press()\n  sys.exit(130)\n"
    assert end_of(tmp_path, script) == (130, "")


def test_who_has_been_told_not_to_hear_it_does_not(tmp_path: Path) -> None:
    script = "signal.signal(signal.SIGINT, signal.SIG_IGN)\ninterrupt.heed_once()\npress()\nprint('went on')\n"
    assert end_of(tmp_path, script) == (0, "went on\n")
