"""A file that is replaced as a whole or not at all: what is written goes beside it first, and takes its place at the end."""

from __future__ import annotations

import os
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
