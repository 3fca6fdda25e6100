"""What `read` and `from_text` promise about any document."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.documents import from_text, read
from skillgap.errors import (
    DamagedFile,
    EmptyDocument,
    EncryptedFile,
    MissingFile,
    TooLarge,
    UnsupportedFormat,
    WebAddress,
)
from skillgap.model import Document

from .samples import archive, attempt, marked

PIECES = (
    *("# ", "- ", "* ", "1. ", "\n", "\n\n", "| ", "|-|-|\n", "> ", "```\n", "**", "[a](b)", "---\n", "==\n", "{", '"', "•"),
    *("<p>", "<li>", "<td>", "<br>", "</p>", "<script>", "<!--", "é", "C#", "word ", "    ", "\t", "\r\n", "\u2028", "x" * 70),
)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def check_blocks(document: Document) -> None:
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text)
        position = block.end
    assert list(document.pages) == sorted(document.pages)


@given(st.text() | MARKUP)
def test_text_stays_the_very_string(text: str) -> None:
    document = from_text(text)
    assert document.text == text
    check_blocks(document)


@given(st.binary() | st.text().map(str.encode) | MARKUP.map(str.encode))
@settings(deadline=None)
def test_bytes_give_a_document_or_an_error_a_user_understands(data: bytes) -> None:
    outcome = attempt(data)
    if isinstance(outcome, Document):
        check_blocks(outcome)
        assert any(character.isalpha() for character in outcome.text)
    else:
        assert (outcome.where, bool(outcome.remedy)) == ("document", True)


@given(MARKUP, st.sampled_from([".md", ".html", ".txt"]))
@settings(deadline=None)
def test_blocks_are_in_range_ordered_and_apart_in_every_text_format(text: str, ending: str) -> None:
    outcome = attempt(text.encode(), name=f"cv{ending}")
    if isinstance(outcome, Document):
        check_blocks(outcome)
        assert all(content.strip() == content != "" for _, _, content in marked(outcome))


def test_a_path_is_read_and_named_by_its_file_name(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("Python developer", encoding="utf-8")
    for source in (path, str(path)):
        document = read(source)
        assert (document.text, document.source, document.format) == ("Python developer", "cv.txt", "text")


def test_a_given_name_is_used_in_messages() -> None:
    with pytest.raises(EmptyDocument, match=r"^row 7: "):
        read(b"", name="row 7")


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Go developer\n\n- Go\n- Python")))
    assert read("-").source == "standard input"


@pytest.mark.parametrize("address", ["https://example.org/job", "http://x.org", "www.example.org", "HTTPS://X.ORG"])
def test_a_web_address_is_refused_with_the_way_out(address: str) -> None:
    with pytest.raises(WebAddress, match="save the page"):
        read(address)


def test_what_is_no_readable_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat, match="directory"):
        read(tmp_path)
    for path in (tmp_path / "none.pdf", "a\0b", "Python developer\n" * 100, tmp_path / "x" / "y"):
        with pytest.raises(MissingFile, match=r"no such file|name too long"):
            read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnsupportedFormat, match="not a regular file"):
        read(tmp_path / "pipe")


@pytest.mark.skipif(os.name != "posix", reason="devices and sockets of POSIX")
def test_a_device_and_a_socket_are_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening, chdir(tmp_path):
        listening.bind("socket")
        for path in ("/dev/zero", "/dev/null", "socket"):
            with pytest.raises(UnsupportedFormat, match="not a regular file"):
                read(path)


def test_a_symbolic_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Python developer")
    (tmp_path / "link.txt").symlink_to(tmp_path / "cv.txt")
    assert read(tmp_path / "link.txt").text == "Python developer"


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillgap.documents.sources.FILE_BYTES", 10)
    with pytest.raises(TooLarge):
        read(b"Python and Go")


@pytest.mark.parametrize("data", [b"", b" \n\t", b"123 456 --", b"<html><script>var x</script></html>", b"\xef\xbb\xbf"])
def test_a_document_without_letters_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyDocument):
        read(data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word document of the old kind"),
        (b"\x89PNG\r\n\x1a\n....", "an image"),
        (b"\xff\xd8\xff\xe0....JFIF", "an image"),
        (b"MZ\x90\0\x03", "a program"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"\0\1\2\3" * 20, "binary data"),
        (bytes(range(1, 256)), "binary data"),
        (archive({"a.txt": b"x"}), "a ZIP archive"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "ODT"),
        (archive({"xl/workbook.xml": b"x"}), "Excel"),
        (archive({"Index/Document.iwa": b"x"}), "Pages"),
        (b"<?xml version='1.0'?><resume/>", "XML"),
        (b"\\documentclass{article}\\begin{document}Python", "LaTeX"),
        (b"% my CV\n\n\\begin{document}\n\\textbf{Python}", "LaTeX"),
        (b"\\section{Skills}\n\\cvitem{Languages}{C\\#, Python}", "LaTeX"),
        (b'{"a": "Python"}', "JSON"),
        (b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; x", "MHTML"),
    ],
)
def test_a_format_that_is_not_read_is_called_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(UnsupportedFormat, match=name) as caught:
        read(data)
    assert caught.value.remedy


def test_an_encrypted_office_file_is_told_from_an_old_one() -> None:
    with pytest.raises(EncryptedFile, match="password"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"%PDF-1.7 broken", b"%PDF-"])
def test_a_broken_file_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFile) as caught:
        read(data)
    assert "Traceback" not in str(caught.value)


def test_content_decides_against_the_ending() -> None:
    assert read(b"<!doctype html><p>Python</p>", name="cv.txt").format == "html"
    assert read(b"Python developer", name="cv.pdf").format == "text"
    assert read(b"Python developer", name="cv.md").format == "markdown"
    assert read(b"# CV\n\n## Skills\n\n- Python", name="cv").format == "markdown"


def test_importing_the_package_imports_no_parser() -> None:
    code = (
        "import sys, skillgap.documents as d, skillgap.documents.pdf; d.from_text('# a\\n\\n## b');"
        "print([m for m in ('lxml', 'ftfy', 'pypdfium2', 'pdfplumber', 'json', 'spacy') if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("piece", ["<!---->", "<?xml ?>", "%\n", "a:\n b\n", "`", "<!--", "**a ", "[a]("])
def test_recognising_takes_no_longer_than_the_content_is_long(piece: str) -> None:
    for ending in ("", "x"):
        attempt((piece * (190_000 // len(piece)) + ending).encode())


def test_a_letter_under_a_heap_of_marks_keeps_some_of_them() -> None:
    assert len(read(("Python e" + "\u0301\u0316" * 40_000).encode()).text) < 50


def test_a_text_of_another_encoding_with_a_stray_control_character_is_read() -> None:
    assert "Python" in read("Résumé\n\x07 Python\n\x07 Café manager for many years\n".encode("cp1252")).text
