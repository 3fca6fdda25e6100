"""Has LibreOffice and pandoc turn one format into another: DOCX into PDF, web pages into DOCX, DOCX into web pages.

In: the bytes of a file. Out: those of the other.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

OFFICE = "soffice"
PANDOC = "pandoc"
_SECONDS = 180
_WEB_FILTER = "--infilter=HTML (StarWriter)"
_TARGETS = {"pdf": "pdf:writer_pdf_Export", "docx": "docx:MS Word 2007 XML", "html": "html:XHTML Writer File"}


def by_office(data: bytes, source: str, target: str) -> bytes:
    """What LibreOffice makes of a file; `source` and `target` are endings."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"in.{source}").write_bytes(data)
        (folder / "out").mkdir()
        command = [OFFICE, "--headless", f"-env:UserInstallation={_profile()}", *([_WEB_FILTER] if source == "html" else [])]
        command += ["--convert-to", _TARGETS[target], "--outdir", str(folder / "out"), str(folder / f"in.{source}")]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        return (folder / "out" / f"in.{target}").read_bytes()


def by_pandoc(data: bytes, source: str, target: str) -> bytes:
    """What pandoc makes of a file; `source` and `target` are formats of pandoc."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name, "out")
        command = [PANDOC, "--standalone", "-f", source, "-t", target, "-o", str(out)]
        subprocess.run(command, input=data, check=True, capture_output=True, timeout=_SECONDS)
        return out.read_bytes()


@cache
def _profile() -> str:
    """A profile of LibreOffice for this process, so that nothing of the person's own is touched."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder).as_uri()
