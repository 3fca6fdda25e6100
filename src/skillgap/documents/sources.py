"""Gets the bytes of a document from a path, from standard input or from the caller, and how to call it in messages.

Nothing is ever fetched from a network, and nothing but a regular file is opened, so a pipe or a device cannot block.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

from skillgap.documents.limits import FILE_BYTES
from skillgap.errors import FolderOrDevice, InputError, MissingFile, TooLarge, WebAddress

_WEB_ADDRESS = re.compile(r"\s*(?:https?:/|www\.)", re.IGNORECASE)


def fetch(source: str | os.PathLike[str] | bytes, name: str | None) -> tuple[bytes, str]:
    """The content of `source` and its name in messages: `name`, else the name of the file, `standard input` or `document`.

    Raises:
        InputError: it is none of these.
        MissingFile: no such file, or it cannot be opened.
        WebAddress: the path is a web address.
        FolderOrDevice: the path is a directory or no regular file.
        TooLarge: there is more than `FILE_BYTES` of it.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return _checked(bytes(source), name or "document")
    if not isinstance(source, str | os.PathLike):
        what, remedy = f"this is no document: {type(source).__name__}", "give a text, a pathlib.Path, bytes or a Document"
        raise InputError(what, where=name, remedy=remedy)
    path = os.fspath(source)
    if path == "-":
        return _checked(_standard_input(name), name or "standard input")
    if _WEB_ADDRESS.match(path):
        raise WebAddress("a web address, and nothing is fetched", where=name or path, remedy="save the page and give the file")
    return _checked(_file(path, name or path), name or Path(path).name)


def _standard_input(name: str | None) -> bytes:
    if sys.stdin is None:
        raise MissingFile("there is no standard input", where=name, remedy="give a file")
    return sys.stdin.buffer.read(FILE_BYTES + 1)


def _file(path: str, where: str) -> bytes:
    try:
        _expect_regular(os.stat(path), where)  # noqa: PTH116 - a Path would drop the trailing slash of `file/`
        with open(path, "rb", opener=_without_waiting) as file:
            # once more: by now it may be another one
            _expect_regular(os.fstat(file.fileno()), where)
            return file.read(FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise MissingFile("no such file", where=_shortened(where), remedy="check the path") from error
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise MissingFile(reason, where=_shortened(where), remedy="check the path and the permissions") from error


def _without_waiting(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _expect_regular(status: os.stat_result, where: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FolderOrDevice("this is a directory", where=where, remedy="give a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise FolderOrDevice("not a regular file", where=where, remedy="give a file, or `-` to read standard input")


def _checked(data: bytes, where: str) -> tuple[bytes, str]:
    if len(data) > FILE_BYTES:
        raise TooLarge(f"larger than {FILE_BYTES // 1_000_000} MB", where=where, remedy="save it without large pictures")
    return data, where


def _shortened(where: str) -> str:
    """A text given for a path by mistake would fill the screen."""
    return where if len(where) <= 200 else f"{where[:60]}..."
