"""Keeps what was made of YAML files in the user's cache folder: columns of text and of numbers, quick to read back.

The cache is only a shortcut: unreadable, damaged or unwritable, it is passed over. A file is written as a whole or not at all, so
two processes may start at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from skillgap._version import __version__

Column = list[str] | array  # type: ignore[type-arg]
"""Texts without line breaks, or numbers (`array("I")`)."""


def fetch(digest: str) -> dict[str, Column] | None:
    """The columns that were stored under a digest, or None."""
    try:
        checksum, _, content = _file(digest).read_bytes().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest().encode() != checksum:
        return None
    header, _, body = content.partition(b"\n")
    columns: dict[str, Column] = {}
    position = 0
    for name, kind, length in json.loads(header):
        piece = body[position : position + length]
        position += length
        if kind == "text":
            columns[name] = piece.decode().split("\n") if piece else []
        else:
            columns[name] = array("I")
            columns[name].frombytes(piece)  # type: ignore[union-attr]
    return columns


def store(digest: str, columns: Mapping[str, Column]) -> None:
    """Write columns under a digest; what cannot be written is not kept."""
    pieces = [
        (name, "text", "\n".join(column).encode()) if isinstance(column, list) else (name, "numbers", column.tobytes())
        for name, column in columns.items()
    ]
    header = json.dumps([(name, kind, len(piece)) for name, kind, piece in pieces]).encode()
    content = b"\n".join([header, b"".join(piece for _, _, piece in pieces)])
    target = _file(digest)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".taxonomy-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError:
        return


def _file(digest: str) -> Path:
    folder = os.environ.get("SKILLGAP_CACHE")
    if not folder:
        import platformdirs

        folder = platformdirs.user_cache_dir("skillgap")
    return Path(folder) / f"taxonomy-{digest[:32]}-{_code()}"


@cache
def _code() -> str:
    """A short name for the code that makes what is kept: other code must not read it."""
    digest = hashlib.sha256(__version__.encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
