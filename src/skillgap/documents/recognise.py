"""Tells the format of a document by its content; the ending of its name decides only where content cannot.

In come the first bytes and the name, out goes the name of a reader. A format that no reader knows is refused here, by its
own name, with the way to turn it into one that is read.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from skillgap.documents.markdown import is_markdown
from skillgap.documents.text import decode
from skillgap.errors import DamagedFile, EncryptedFile, UnsupportedFormat

_SAVE = "save it as PDF or DOCX and give that"
_OCR = "make it a PDF with text (`ocrmypdf in.pdf out.pdf` for a scan) and give that"
_UNPACK = "unpack it and give the documents in it"

_ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: Final = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*", "an image", _OCR),
    (rb"RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif)|AT&TFORM", "an image", _OCR),
    (rb"%!PS", "a PostScript file", "turn it into PDF (`ps2pdf in.ps`) and give that"),
    (rb"MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe", "a program", "give a résumé or a posting"),
    (rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh[1-9]|\xfd7zXZ\0|\x28\xb5\x2f\xfd", "a compressed archive", _UNPACK),
    (rb"SQLite format 3\0", "a database", "export the documents in it"),
    (rb"PAR1", "a Parquet table", "give it to `skillgap batch`"),
    (rb"\xffWPC", "a WordPerfect file", _SAVE),
)
_ZIP_CONTENTS: Final = (
    (r"word/document\d*\.xml", "docx", ""),
    (r"xl/workbook\.(?:xml|bin)", "an Excel workbook", "give a table to `skillgap batch`, or save the document as PDF or DOCX"),
    (r"ppt/presentation\.xml", "a PowerPoint presentation", _SAVE),
    (r"Index/.*\.iwa|Index\.zip|index\.xml\.gz", "an Apple Pages document", _SAVE),
    (r"META-INF/container\.xml", "an e-book (EPUB)", _SAVE),
)
_OPEN_DOCUMENT: Final = {b"text": "an OpenDocument text (ODT)", b"spreadsheet": "an OpenDocument spreadsheet (ODS)"}

_HTML_START = re.compile(
    r"(?>(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|meta|title|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"</?(?:p|div|ul|ol|li|br|h[1-6]|table|tr|td|section|span|strong|b)\b[^<>]*>", re.IGNORECASE)
_XML_START = re.compile(r"\s*<\?xml\b")
_ENDINGS: Final = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}
_SAMPLE = 65_536
_START = 100


def recognise(data: bytes, source: str) -> str:
    """The format of a document: `pdf`, `docx`, `rtf`, `html`, `markdown`, `json_resume` or `text`.

    Args:
        data: the content, not empty.
        source: its name, whose ending is looked at last.

    Raises:
        UnsupportedFormat: no reader knows it.
        EncryptedFile: it is an encrypted Office document.
        DamagedFile: it is a broken archive.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_ARCHIVE):
        return _recognise_archive(data, source)
    if _is_rtf(data):
        return "rtf"
    if data.startswith(_COMPOUND):
        _refuse_compound(data, source)
    for signature, what, remedy in _SIGNATURES:
        if re.match(signature, data, re.DOTALL):
            raise _unsupported(what, remedy, source)
    return _recognise_text(data, source)


def is_container(data: bytes) -> bool:
    """Whether only a parser can tell what is in it: a PDF, RTF, an archive, an old Office file."""
    return b"%PDF-" in data[:1024] or data.startswith((*_ARCHIVE, _COMPOUND)) or _is_rtf(data)


def _is_rtf(data: bytes) -> bool:
    """Whether it is RTF: behind a byte order mark and white space too, as some programs write it."""
    return data[:_START].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{\\rtf")


def _recognise_archive(data: bytes, source: str) -> str:
    """What an archive holds. zipfile says by `NotImplementedError` that it does not know a compression."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise DamagedFile(
            "the archive is damaged or cut off", where=source, remedy="get the file again, or open it and save it anew"
        ) from error
    if mimetype.startswith(b"application/vnd.oasis.opendocument."):
        raise _unsupported(_OPEN_DOCUMENT.get(mimetype.rpartition(b".")[2].strip(), "an OpenDocument file"), _SAVE, source)
    for pattern, what, remedy in _ZIP_CONTENTS:
        if any(re.fullmatch(pattern, name) for name in names):
            if what == "docx":
                return what
            raise _unsupported(what, remedy, source)
    raise _unsupported("a ZIP archive", _UNPACK, source)


def _refuse_compound(data: bytes, source: str) -> None:
    """An OLE container: what Office wrote until 2003, and what it puts around an encrypted file."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile("the document is protected by a password", where=source, remedy="save it without a password")
    what = "a Word document of the old kind (DOC)" if "WordDocument".encode("utf-16-le") in data else "an old Office file"
    raise _unsupported(what, _SAVE, source)


TYPESET = "typeset it and give the PDF"
"""What to do with LaTeX source."""
_LATEX = re.compile(r"(?:%[^\n]*\n|\s)*+\\(?:documentclass\b|begin\{document\}|(?:sub)*section\*?\{)")


def is_latex(text: str) -> bool:
    """Whether a text begins as LaTeX source does."""
    return _LATEX.match(text.lstrip("\ufeff")) is not None


def latex(source: str) -> UnsupportedFormat:
    """The error for LaTeX source."""
    return _unsupported("LaTeX source", TYPESET, source)


_EDITED = re.compile(r"^schema:[ \t]*['\"]?skillgap\.", re.MULTILINE)
"""A file that skillgap wrote for editing: its signs are YAML's, not Markdown's."""


def _recognise_text(data: bytes, source: str) -> str:
    text, _ = decode(data[:_SAMPLE], source)
    ending = _ENDINGS.get(PurePath(source).suffix.lower(), "text")
    start = text.lstrip("\ufeff \t\r\n")
    if _HTML_START.match(start):
        return "html"
    if start.startswith(("{", "[{")) and _is_json(data, source):
        return "json_resume"
    if _XML_START.match(start):
        raise _unsupported("an XML file", _SAVE, source)
    if is_latex(start):
        raise latex(source)
    if re.match(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:", start, re.IGNORECASE) and "multipart/related" in start:
        raise _unsupported("a web archive (MHTML)", "save the page as HTML and give that", source)
    if ending != "text":
        return ending
    if _EDITED.search(text):
        return "text"
    if is_markdown(text):
        return "markdown"
    return "html" if start.startswith("<") and len(_HTML_TAG.findall(start)) >= 3 else "text"


def _is_json(data: bytes, source: str) -> bool:
    """Whether the content is JSON, or by its name is meant to be."""
    import json

    try:
        return isinstance(json.loads(decode(data, source)[0], strict=False), dict | list)
    except RecursionError:
        return True
    except ValueError:
        return PurePath(source).suffix.lower() == ".json"


def _unsupported(what: str, remedy: str, source: str) -> UnsupportedFormat:
    return UnsupportedFormat(f"{what}, which is not read", where=source, remedy=remedy)
