"""The files that rows name: below the table's folder, unless that is lifted, and never a pipe, a device or an address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from skillgap import documents
from skillgap.errors import InputError, MissingFile, OutsideFolder, WebAddress
from skillgap.model import Document

_LONG = 200
"""Characters of a name in a message."""


@dataclass(frozen=True, slots=True)
class Files:
    """Reads what rows name.

    Attributes:
        folder: what paths are relative to.
        outside: also read what lies elsewhere: absolute paths, `..`, links that lead out.
    """

    folder: Path
    outside: bool = False

    def read(self, name: str) -> Document:
        """The file of that name.

        Raises:
            InputError: it lies elsewhere, or cannot be read.
        """
        return documents.read(self._locate(name), name=_shown(name))

    def read_cell(self, name: str) -> Document:
        """The file whose name stands where a text is expected.

        Raises:
            InputError: it lies elsewhere or cannot be read; where there is none, in the words of the table.
        """
        target = self._locate(name)
        if not target.exists():
            raise MissingFile(
                "the cell for the text holds the name of a file, and there is none beside the table",
                where=_shown(name),
                remedy="put the file there, or its text into the cell",
            )
        return documents.read(target, name=_shown(name))

    def _target(self, name: str) -> Path:
        target = (self.folder / name).resolve()
        if "\\" in name and not target.exists():
            # a table that was made on Windows
            target = (self.folder / name.replace("\\", "/")).resolve()
        return target

    def _locate(self, name: str) -> Path:
        if "\0" in name:
            raise MissingFile("no such file", where=_shown(name.replace("\0", " ")), remedy="check the path")
        if "://" in name:
            raise WebAddress("an address, not a file", where=_shown(name), remedy="save it and give the file")
        try:
            target = self._target(name)
        except (OSError, RuntimeError, ValueError) as error:
            raise InputError("no path that can be followed", where=_shown(name), remedy="check the path") from error
        if not self.outside and not target.is_relative_to(self.folder.resolve()):
            raise OutsideFolder(
                "outside the table's folder",
                where=_shown(name),
                remedy="move the file beside the table, or allow it with --allow-outside",
            )
        return target


def _shown(name: str) -> str:
    return name if len(name) <= _LONG else f"{name[:_LONG]}…"
