"""What tells one table from another: a run that is gone on with must be about the same one."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from skillgap.batch.tables import read_chunks
from skillgap.errors import MissingFile

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Identity:
    """Of a table or a folder.

    Attributes:
        content: sha256 of a table's content; of a folder that of the names and sizes of its files.
        state: for a folder, a hash of when its files were changed; empty for a table, whose content is looked at.
    """

    content: str
    state: str = ""


def identity_of(candidates: Path, without: tuple[Path, ...]) -> Identity:
    """The identity of a table, or of a folder in which some files are left out.

    Raises:
        InputError: it cannot be read.
    """
    if not candidates.is_dir():
        try:
            return Identity(hash_of(candidates))
        except OSError as error:
            reason = (error.strerror or "it cannot be opened").lower()
            raise MissingFile(reason, where=str(candidates), remedy="check the path and the permissions") from error
    content, state = hashlib.sha256(), hashlib.sha256()
    for part in read_chunks(candidates, without=without):
        for (name,) in part.frame.itertuples(index=False, name=None):
            size = changed = 0
            with suppress(OSError):
                status = (candidates / name).stat()
                size, changed = status.st_size, status.st_mtime_ns
            content.update(f"{name}\x00{size}\n".encode("utf-8", "surrogateescape"))
            state.update(f"{changed}\n".encode())
    return Identity(content.hexdigest(), state.hexdigest())


def hash_of(path: Path) -> str:
    """The sha256 of a file's content."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
