"""Files, bytes and text become a `Document`: text in reading order with the structure that the file itself marks.

`read` takes PDF, DOCX, RTF, HTML, Markdown, plain text and JSON Resume, told apart by content; `begin` does so while the caller
does something else; `from_text` takes a string as it is. Files come from strangers, so all that needs a parser is read by a
process apart (`apart`), within limits. Nothing is fetched from a network, nothing is written, and nothing here knows what a
skill is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from skillgap.model import Document, Notice

if TYPE_CHECKING:
    from skillgap.documents.ahead import Reading

__all__ = ["begin", "from_text", "read"]


def read(source: str | os.PathLike[str] | bytes, *, name: str | None = None, isolated: bool = True) -> Document:
    """Read a document.

    Args:
        source: a path (`-` is standard input), or the content as bytes.
        name: how to call the document in messages; the name of the file if not given.
        isolated: have a process apart read what needs a parser. Without it a hostile file can hang or end this process, or fill
            its memory: for files of your own, where it saves the start of that process.

    Returns:
        The document, with at least one letter in it. Its warnings say what may have gone wrong.

    Raises:
        MissingFile, WebAddress: there is no such file here.
        UnsupportedFormat, DamagedFile, EncryptedFile, TooLarge: the file cannot be read.
        TimedOut, ReaderCrashed: it takes more than `limits.SECONDS` or `limits.MEMORY_BYTES`, or ends the process that reads it.
        ScanWithoutText, UnreadableFonts, EmptyDocument: it can be read, but there is no text in it.
    """
    from skillgap.documents import here
    from skillgap.documents.sources import fetch

    data, where = fetch(source, name)
    format = here.harmless_format(data, where)
    if format or not isolated:
        return here.read(data, where, format)
    from skillgap.documents import apart

    return apart.read(data, where)


def begin(*sources: str | os.PathLike[str] | bytes) -> Reading:
    """Begin to read documents, and go on while that is done: `begin("cv.pdf", "job.html").result()` waits for both.

    Args:
        sources: what `read` takes. They are opened, and text is read, before this returns.

    Raises:
        InputError: what `read` raises, where that shows at once; else `Reading.result` raises it.
    """
    from skillgap.documents.ahead import Reading
    from skillgap.documents.sources import fetch

    return Reading([fetch(source, None) for source in sources])


def from_text(text: str, *, source: str = "text") -> Document:
    """A string as a document, unchanged, so that offsets are indices into `text` itself.

    Args:
        text: the words; headings, list items and cells are marked as blocks where it evidently is Markdown. Of HTML the markup
            is blanked in `Document.readable`; LaTeX source is left as it is, with a warning.
        source: how to call it in messages.

    Raises:
        TooLarge: it has more than `limits.TEXT_CHARACTERS` characters.
    """
    from skillgap.documents import invisible
    from skillgap.documents.here import expect_readable_size
    from skillgap.documents.markdown import blocks
    from skillgap.documents.markup import without_hidden, without_markup
    from skillgap.documents.recognise import TYPESET, is_latex
    from skillgap.documents.tricks import told

    expect_readable_size(text, source)
    pure = without_markup(text)
    plain, hidden = pure or without_hidden(text) or (None, ())
    marked = () if pure else blocks(text)
    notices = invisible.remark(invisible.invisible_letters(text))
    if is_latex(text):
        notices = (*notices, Notice("latex", "LaTeX source, of which the commands are read as words", "serious", TYPESET))
    return told(Document(text, marked, warnings=notices, source=source, hidden=hidden, plain=plain))
