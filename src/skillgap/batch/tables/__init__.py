"""Reads candidates from a table or a folder, each kind in a file of its own, told apart by content.

delimited   CSV and the like; every row, or why not        workbook   the first sheet of an XLSX file
lines       a JSON object a line (JSONL)                   folder     the files in a folder, one candidate each
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from skillgap.batch.tables.interface import CHUNK, FILES, Chunk
from skillgap.errors import MissingFile

__all__ = ["CHUNK", "FILES", "Chunk", "read_chunks"]

_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*["}]')
_LINES = frozenset({".jsonl", ".ndjson"})
"""Names of files whose lines may be objects even where the first one is broken."""


def read_chunks(path: Path, chunk: int = CHUNK, without: Collection[Path] = ()) -> Iterator[Chunk]:
    """The rows of a table or the files of a folder, at most `chunk` at a time.

    Args:
        without: files that are no candidates though they lie in the folder, as the results of an earlier run.

    Raises:
        MissingFile, EmptyDocument: there is no such file or folder, or nothing in it.
        TableError: it is no table of a known kind.
    """
    if path.is_dir():
        from skillgap.batch.tables.folder import read_folder

        return read_folder(path, chunk, without)
    if not path.is_file():
        raise MissingFile("no such file", where=str(path), remedy="check the path")
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise MissingFile(
            (error.strerror or "it cannot be opened").lower(), where=str(path), remedy="check the permissions"
        ) from error
    if start.startswith(b"PK\x03\x04"):
        from skillgap.batch.tables.workbook import read_workbook

        return read_workbook(path, chunk)
    if _OBJECT.match(start) or (path.suffix.lower() in _LINES and start.strip()):
        from skillgap.batch.tables.lines import read_lines

        return read_lines(path, chunk)
    from skillgap.batch.tables.delimited import read_delimited

    return read_delimited(path, chunk)
