"""Reads a content in this process: recognises it, calls the reader of its format, and sees that there is text in what it gives.

In come bytes and how to call them, out goes a `Document`. A process apart does this for files whose parsers may hang or crash;
`harmless_format` tells those for which that is not needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from skillgap.documents.limits import MEMORY_BYTES, QUICK_BYTES, TEXT_CHARACTERS
from skillgap.documents.recognise import is_container, recognise
from skillgap.errors import DamagedFile, EmptyDocument, ReaderCrashed, SkillgapError, TooLarge
from skillgap.model import Document

if TYPE_CHECKING:
    from skillgap.documents.interface import Reader


class _Format(NamedTuple):
    """How a format is called in messages, and the module that reads it."""

    name: str
    module: str


_FORMATS: Final = {
    "pdf": _Format("PDF", "pdf.reader"),
    "docx": _Format("DOCX", "docx.reader"),
    "rtf": _Format("RTF", "rtf.reader"),
    "html": _Format("HTML", "html.reader"),
    "markdown": _Format("Markdown", "markdown"),
    "json_resume": _Format("JSON", "json_resume"),
    "text": _Format("text", "text"),
}
_HARMLESS: Final = frozenset(("text", "markdown"))


def harmless_format(data: bytes, where: str) -> str | None:
    """`text` or `markdown` where the content is a little of that and so may be read in any process; None for all else.

    Raises:
        EmptyDocument, UnsupportedFormat: it is nothing that a reader knows.
    """
    if len(data) > QUICK_BYTES or is_container(data):
        return None
    format = recognise(_filled(data, where), where)
    return format if format in _HARMLESS else None


def read(data: bytes, where: str, format: str | None = None) -> Document:
    """Read a content.

    Args:
        data: the content.
        where: how to call it in messages.
        format: what it is, if that is known already.

    Raises:
        InputError: it cannot be read, or there is no letter in it; `skillgap.documents.read` lists which.
    """
    document = _read_as(format or recognise(_filled(data, where), where), data, where)
    if not any(character.isalpha() for character in document.text):
        raise _empty(document, where)
    expect_readable_size(document.text, where)
    return document


def _empty(document: Document, where: str) -> EmptyDocument:
    """The error of a document without a letter that is seen."""
    if not document.hidden:
        return EmptyDocument("there is no text in it", where=where, remedy="check that it is the right file")
    reasons = ", ".join(sorted({part.reason for part in document.hidden}))
    return EmptyDocument(
        f"nothing in it can be seen ({reasons})", where=where, remedy="show the words, save it anew and give that"
    )


def expect_readable_size(text: str, where: str) -> None:
    """Refuse a text of more than `TEXT_CHARACTERS` characters.

    Raises:
        TooLarge: it is one.
    """
    if len(text) > TEXT_CHARACTERS:
        raise TooLarge(
            f"{len(text):,} characters of text, more than {TEXT_CHARACTERS:,}",
            where=where,
            remedy="give the résumé or posting alone",
        )


def _filled(data: bytes, where: str) -> bytes:
    if not data or data.isspace():
        raise EmptyDocument("the file is empty", where=where, remedy="check that it was saved")
    return data


def _read_as(format: str, data: bytes, where: str) -> Document:
    from skillgap.documents.tricks import told

    reader: Reader = import_module(f"skillgap.documents.{_FORMATS[format].module}").read
    try:
        return told(reader(data, where))
    except SkillgapError:
        raise
    except MemoryError as error:
        raise out_of_memory(where) from error
    except Exception as error:
        # The libraries below raise whatever a broken file makes of them; a person is helped by none of it.
        raise DamagedFile(
            f"the {_FORMATS[format].name} file is damaged", where=where, remedy="open it, save it anew and give that"
        ) from error


def out_of_memory(where: str) -> ReaderCrashed:
    """The error of a file for which the memory of this process does not do."""
    return ReaderCrashed(
        f"reading it takes more than {MEMORY_BYTES // 1_000_000:,} MB of memory",
        where=where,
        remedy="open it, save it anew or copy its text into a file, and give that",
    )
