"""A file that is replaced as a whole or not at all: what is written goes beside it first, and takes its place at the end.

Whether that is meant is for who writes to say; `is_same_file` tells whether it would be a file that is read.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new empty file beside `target` to write to; it takes the place of that when the block ends, and goes if that fails.

    Raises:
        OSError: one of the two cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".skillgap-")
    os.close(handle)
    made = Path(name)
    try:
        yield made
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        made.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)


def is_same_file(target: str | os.PathLike[str], source: str | os.PathLike[str]) -> bool:
    """Whether two names lead to one file, however they are spelt and through whatever links; `-` as source is standard input.

    A device or a pipe is never one: it can be read and written at once, as a terminal is.
    """
    try:
        one = os.stat(target)  # noqa: PTH116 - a Path raises where the name is too long
        other = os.fstat(0) if os.fspath(source) == "-" else os.stat(source)  # noqa: PTH116
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(one.st_mode) and os.path.samestat(one, other)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
