"""Everything that can be wrong with an input: one line on standard error, exit code 2, nothing on standard output."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.documents.samples import Sheet, docx, p
from tests.hostile import pdfs

from .conftest import here, skillgap


def pdf(encrypted: bool = False, picture: bool = False) -> bytes:
    """A PDF with a line of text, or with a picture of it, or under a password."""
    pytest.importorskip("reportlab")
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", ownerPassword="owner") if encrypted else None)
    if picture:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "white")), 0, 0, 595, 842)
    else:
        canvas.drawString(72, 700, "Python developer, Docker, Kubernetes")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def unreadable() -> bytes:
    """A PDF whose only font does not say which letters it shows."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    sheet = Sheet(pageCompression=0)
    sheet.canvas.setFont("Vera", 12)
    sheet.canvas.drawString(50, 700, "éàüöäçñêèôûîâ ÉÀÜÖÄ Python")
    return sheet.pdf().replace(b"/ToUnicode", b"/ToNothing")


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken")
    whole = pdf()
    files = {
        "program.exe": b"MZ\x90\x00" + bytes(range(256)) * 4,
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600),
        "damaged.pdf": whole[:60] + bytes(200),
        "cut.docx": b"PK\x03\x04" + bytes(50),
        "cut.rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Ari",
        "broken.json": b'{"basics": {"name": ',
        "encrypted.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        "scan.docx": docx(p('<w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict>')),
        "scan.rtf": rb"{\rtf1\ansi{\pict\pngblip 89504e470d0a1a0a}}",
        "fonts.pdf": unreadable(),
        "blank.docx": docx(p("")),
        "blank.rtf": rb"{\rtf1\ansi\par}",
        "blank.html": b"<!doctype html><html><body><script>var python</script></body></html>",
        "blank.pdf": Sheet().pdf(),
        "hidden.rtf": rb"{\rtf1\ansi{\v Python and Go}}",
        "hidden.docx": docx(p("Python and Go", run="<w:vanish/>")),
        "long.txt": b"Python developer\n" * 70_000,
        "long.rtf": rb"{\rtf1\ansi " + b"Python developer" * 70_000 + b"}",
        "encrypted.pdf": pdf(encrypted=True),
        "scan.pdf": pdf(picture=True),
        "empty.txt": b"",
        "blank.md": b" \n\t\n",
        "signs.txt": b"--- *** 123 ---\n",
        "shopping.txt": b"Two pounds of apples, a loaf of bread and some cheese for the weekend.\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "folder.pdf").mkdir()
    return folder


CASES = [
    ("nothing.pdf", "no such file", "check the path"),
    ("folder.pdf", "this is a directory", "give a file"),
    ("program.exe", "a program", "give a"),
    ("picture.png", "an image", "give that"),
    ("old.doc", "DOC", "save it as PDF or DOCX"),
    ("damaged.pdf", "damaged", ""),
    ("cut.docx", "damaged", ""),
    ("encrypted.pdf", "password", ""),
    ("cut.rtf", "the RTF file is damaged or cut off", "save it anew"),
    ("broken.json", "the JSON is not valid", "validator"),
    ("encrypted.docx", "password", "save it without"),
    ("scan.pdf", "", "ocrmypdf"),
    ("scan.docx", "pictures and no text", "ocrmypdf"),
    ("scan.rtf", "pictures and no text", "ocrmypdf"),
    ("fonts.pdf", "fonts do not say which letters", "ocrmypdf"),
    ("blank.docx", "no text", "right file"),
    ("blank.rtf", "no text", "right file"),
    ("blank.html", "no text", "right file"),
    ("blank.pdf", "empty", "export it again"),
    ("hidden.rtf", "nothing in it can be seen (hidden text)", "show the words"),
    ("hidden.docx", "nothing in it can be seen (hidden text)", "show the words"),
    ("long.txt", "characters of text, more than 1,000,000", "alone"),
    ("long.rtf", "characters of text, more than 1,000,000", "alone"),
    ("empty.txt", "empty", ""),
    ("blank.md", "empty", ""),
    ("signs.txt", "no text", ""),
    ("http://example.org/job", "a web address", "save the page and give the file"),
    ("https://example.org/job.html", "a web address", "save the page and give the file"),
]


@pytest.mark.parametrize(("name", "what", "remedy"), CASES)
def test_a_document_that_cannot_be_used_is_told_in_one_line(broken: Path, name: str, what: str, remedy: str) -> None:
    line = skillgap("read", name, cwd=broken).refused()
    assert name in line
    assert what in line
    assert remedy in line


@pytest.mark.parametrize("name", ["nothing.pdf", "encrypted.pdf", "https://example.org/job", "empty.txt", "scan.rtf"])
def test_it_is_the_same_line_in_whichever_place_the_document_is_given(broken: Path, inputs: Path, name: str) -> None:
    line = skillgap("read", name, cwd=broken).refused()
    good = inputs / "cv.md"
    for arguments in (("compare", name, good), ("compare", good, name), ("extract", name)):
        assert here(*arguments, cwd=broken).refused() == line


def test_a_document_without_any_skill_has_no_score(broken: Path, inputs: Path) -> None:
    cv, posting = inputs / "cv.md", inputs / "posting.txt"
    assert "shopping.txt: no known skill in this résumé" in skillgap("compare", "shopping.txt", posting, cwd=broken).refused()
    assert "shopping.txt: no known skill in this posting" in here("compare", cv, "shopping.txt", cwd=broken).refused()


def test_nothing_on_standard_input_is_told() -> None:
    assert "standard input: the file is empty" in skillgap("read", "-").refused()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- id: mine\n  name: Mine\n  kind: nonsense\n  area: apis\n", "mine.yaml:1: skill 'mine', kind"),
        ("- id: mine\n  - [\n", "mine.yaml:2: not valid YAML"),
        ("- &a mine\n- *a\n", "mine.yaml:1: anchors and aliases are not allowed"),
        ("mine: 1\n", "mine.yaml: the top level must be a list"),
    ],
)
def test_a_broken_taxonomy_file_is_told_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "mine.yaml").write_text(content)
    assert said in skillgap("taxonomy", "list", "--taxonomy", tmp_path / "mine.yaml").refused()


def test_a_broken_taxonomy_file_stops_a_comparison(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine: 1\n")
    run = here("compare", "cv.md", "posting.txt", "--taxonomy", tmp_path / "mine.yaml", cwd=inputs)
    assert "mine.yaml: the top level must be a list" in run.refused()


def test_a_taxonomy_file_that_is_missing_is_told(tmp_path: Path) -> None:
    assert "nothing.yaml: cannot be read" in skillgap("taxonomy", "list", "--taxonomy", tmp_path / "nothing.yaml").refused()


@pytest.mark.parametrize("arguments", [("--debug", "read", "nothing.pdf"), ("read", "nothing.pdf", "--debug")])
def test_debug_shows_the_traceback_wherever_it_stands(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run = skillgap(*arguments, cwd=tmp_path)
    assert run.code == 2
    assert run.out == ""
    assert "Traceback" in run.err
    assert "MissingFile" in run.err


def test_after_two_dashes_it_is_a_name(tmp_path: Path) -> None:
    assert "--debug: no such file" in skillgap("read", "--", "--debug", cwd=tmp_path).refused()


def test_a_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    line = skillgap("read", "a\x1b[31m\nb.pdf", cwd=tmp_path).refused()
    assert "\x1b" not in line


@pytest.mark.slow
def test_a_file_that_hangs_is_given_up_within_twenty_seconds(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdfs.pdf({**pdfs.page(), 4: b"4 0 R"}))
    begun = time.monotonic()
    message = skillgap("compare", tmp_path / "cv.pdf", inputs / "posting.txt").refused()
    assert time.monotonic() - begun < 20
    assert "cv.pdf: reading it takes more than 18 seconds; " in message
