"""Ours and the others: functions from a file to its text, by format.

`OURS` reads in this process, as the others do. Each of the others is called as its documentation shows it first. One that is
not installed is left out, and said to be.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

from skillgap.documents import read

Reader = Callable[[Path], str]
OURS = "skillgap"
PDFPLUMBER = "pdfplumber"
PDFTOTEXT = "pdftotext"


def ours(path: Path) -> str:
    """The text as this project reads it."""
    return read(path, isolated=False).text


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _pypdfium2(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _pdftotext(path: Path) -> str:
    return subprocess.run([PDFTOTEXT, str(path), "-"], check=True, capture_output=True).stdout.decode()


def _python_docx(path: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _mammoth(path: Path) -> str:
    import mammoth

    text: str = mammoth.extract_raw_text(io.BytesIO(path.read_bytes())).value
    return text


def _docx2txt(path: Path) -> str:
    import docx2txt

    text: str = docx2txt.process(str(path))
    return text


def _beautiful_soup(path: Path) -> str:
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML is a web page too
        text: str = BeautifulSoup(path.read_bytes(), "lxml").get_text()
    return text


def _inscriptis(path: Path) -> str:
    """inscriptis takes a string: decoded as BeautifulSoup would."""
    from bs4 import UnicodeDammit
    from inscriptis import get_text

    text: str = get_text(UnicodeDammit(path.read_bytes(), is_html=True).unicode_markup or "")
    return text


_READERS: Mapping[str, Mapping[str, Reader]] = {
    "pdf": {OURS: ours, PDFPLUMBER: _pdfplumber, "pypdf": _pypdf, "pypdfium2": _pypdfium2, PDFTOTEXT: _pdftotext},
    "docx": {OURS: ours, "python-docx": _python_docx, "mammoth": _mammoth, "docx2txt": _docx2txt},
    "html": {OURS: ours, "BeautifulSoup": _beautiful_soup, "inscriptis": _inscriptis},
}
_MODULES = {"python-docx": "docx", "BeautifulSoup": "bs4", OURS: "skillgap"}


def readers(format: str) -> dict[str, Reader]:
    """The readers of a format that are there, ours first."""
    return {name: reader for name, reader in _READERS[format].items() if _is_there(name)}


def missing() -> list[str]:
    """The readers that are not there."""
    return [name for named in _READERS.values() for name in named if not _is_there(name)]


def _is_there(name: str) -> bool:
    if name == PDFTOTEXT:
        return shutil.which(name) is not None
    return importlib.util.find_spec(_MODULES.get(name, name)) is not None
