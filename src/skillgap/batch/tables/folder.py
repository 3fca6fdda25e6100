"""Reads a folder of résumés: each file in it and below is a candidate, named by its path from there."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from skillgap.batch.tables.interface import CHUNK, Chunk, ReadRow, in_chunks
from skillgap.errors import EmptyDocument, MissingFile

COLUMN = "file"
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".jsonl")
_NO_RESUMES = frozenset({"thumbs.db", "desktop.ini"})


def read_folder(path: Path, chunk: int = CHUNK, without: Collection[Path] = ()) -> Iterator[Chunk]:
    """The files of a folder in the order of their names, at most `chunk` at a time; those that begin with a dot are none.

    What cannot be read as a file is a row too, so that it is told: files that no reader knows, links to folders (which are not
    followed), pipes. A name that a cell cannot hold breaks its row.

    Raises:
        MissingFile: the folder cannot be read.
        EmptyDocument: there is no file in it.
    """
    left_out = {os.path.realpath(file) for file in without}
    names = sorted(name for name in _files(path) if os.path.realpath(path / name) not in left_out)
    if not names:
        raise EmptyDocument("there is no file in this folder", where=str(path), remedy="put the résumés there")
    done = 0

    def rows() -> Iterator[ReadRow]:
        nonlocal done
        for done, name in enumerate(names, 1):  # noqa: B007 - `share` looks at how far it is
            yield _row(name)

    yield from in_chunks(rows(), [COLUMN], chunk, lambda: done / len(names))


def _row(name: str) -> ReadRow:
    written = name.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")
    if written != name:
        return ReadRow([written], "has a name that is no UTF-8; rename the file")
    if name.strip() != name:
        return ReadRow([name], "has a name with blanks around it; rename the file")
    if name.lower().endswith(_TABLES):
        return ReadRow([name], "is a table and no résumé; rank it by itself")
    return ReadRow([name])


def _files(path: Path) -> Iterator[str]:
    def fail(error: OSError) -> None:
        raise MissingFile(
            (error.strerror or "it cannot be read").lower(), where=str(error.filename), remedy="check the permissions"
        )

    for folder, folders, files in os.walk(path, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(folder).relative_to(path)
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*files, *links):
            if not name.startswith((".", "~$")) and name.lower() not in _NO_RESUMES:
                yield (inside / name).as_posix()
