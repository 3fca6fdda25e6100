"""Writes the real output of commands into README.md, between `<!-- output of: ... -->` and `<!-- end -->`.

`--check` only says by its exit code whether the page is true.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(<!-- output of: (?P<command>[^\n]+) -->\n```text\n).*?(```\n<!-- end -->)", re.DOTALL)


def renewed(text: str) -> str:
    """The text with every block filled by what its command prints now."""
    return BLOCK.sub(lambda match: match[1] + output(match["command"]) + match[3], text)


def output(command: str) -> str:
    """What `skillgap COMMAND` prints when run at the top of the checkout."""
    done = subprocess.run(
        [sys.executable, "-m", "skillgap", *shlex.split(command)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "120"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def main() -> int:
    """0 if README.md is, or now is, true."""
    path = ROOT / "README.md"
    before = path.read_text(encoding="utf-8")
    after = renewed(before)
    if "--check" in sys.argv:
        return int(before != after)
    path.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
