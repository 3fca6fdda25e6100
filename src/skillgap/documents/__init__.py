"""Files, bytes and text become a `Document`: text in reading order with the structure that the file itself marks.

`read` takes PDF, DOCX, HTML, Markdown, plain text and JSON Resume, told apart by content; `from_text` takes a string as it
is. Nothing is fetched from a network, nothing is written, and nothing here knows what a skill is.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Final

from skillgap.documents.limits import TEXT_CHARACTERS
from skillgap.errors import DamagedFile, EmptyDocument, SkillgapError, TooLarge
from skillgap.model import Document

if TYPE_CHECKING:
    from skillgap.documents.interface import Reader

__all__ = ["from_text", "read"]

_FORMATS: Final = {
    "pdf": "PDF",
    "docx": "DOCX",
    "html": "HTML",
    "markdown": "Markdown",
    "json_resume": "JSON",
    "text": "text",
}
"""Each format is read by the module of its name; the values are how to call it in messages."""


def read(source: str | os.PathLike[str] | bytes, *, name: str | None = None) -> Document:
    """Read a document.

    Args:
        source: a path (`-` is standard input), or the content as bytes.
        name: how to call the document in messages; the name of the file if not given.

    Returns:
        The document, with at least one letter in it. Its warnings say what may have gone wrong.

    Raises:
        MissingFile, WebAddress: there is no such file here.
        UnsupportedFormat, DamagedFile, EncryptedFile, TooLarge: the file cannot be read.
        ScanWithoutText, UnreadableFonts, EmptyDocument: it can, but there is no text in it.
    """
    from skillgap.documents.recognise import recognise
    from skillgap.documents.sources import fetch

    data, where = fetch(source, name)
    if not data.strip():
        raise EmptyDocument("the file is empty", where=where, remedy="check that it was saved")
    document = _read_as(recognise(data, where), data, where)
    if not any(character.isalpha() for character in document.text):
        raise EmptyDocument("there is no text in it", where=where, remedy="check that it is the right file")
    _expect_readable_size(document.text, where)
    return document


def from_text(text: str, *, source: str = "text") -> Document:
    """A string as a document, unchanged, so that offsets are indices into `text` itself.

    Args:
        text: the words; headings, list items and cells are marked as blocks where it evidently is Markdown. Of HTML the markup
            is blanked in `Document.readable`.
        source: how to call it in messages.

    Raises:
        TooLarge: it has more than `limits.TEXT_CHARACTERS` characters.
    """
    _expect_readable_size(text, source)
    from skillgap.documents import invisible
    from skillgap.documents.markdown import blocks
    from skillgap.documents.markup import without_hidden, without_markup
    from skillgap.documents.tricks import told

    pure = without_markup(text)
    plain, hidden = pure or without_hidden(text) or (None, ())
    marked = () if pure else blocks(text)
    notices = invisible.remark(invisible.invisible_letters(text))
    return told(Document(text, marked, warnings=notices, source=source, hidden=hidden, plain=plain))


def _expect_readable_size(text: str, where: str) -> None:
    if len(text) > TEXT_CHARACTERS:
        raise TooLarge(
            f"{len(text):,} characters of text, more than {TEXT_CHARACTERS:,}",
            where=where,
            remedy="give the résumé or posting alone",
        )


def _read_as(format: str, data: bytes, where: str) -> Document:
    from skillgap.documents.tricks import told

    reader: Reader = import_module(f"skillgap.documents.{format}").read
    try:
        return told(reader(data, where))
    except SkillgapError:
        raise
    except Exception as error:
        # The libraries below raise whatever a broken file makes of them; a person is helped by none of it.
        raise DamagedFile(
            f"the {_FORMATS[format]} file is damaged", where=where, remedy="open it, save it anew and give that"
        ) from error
