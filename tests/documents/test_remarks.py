"""What `skillgap read` tells a job seeker: this file, this notice, of this severity, and always with a remedy."""

from __future__ import annotations

import json

import pytest

from skillgap.documents import read

from .samples import Sheet, docx, p, rtf, table

LINES = tuple(f"Line {number} of many plain words" for number in range(8))
SPLIT = "Ku\u200bbernetes"
MIXED = "J\u0430va"
STUFFED = "Kafka " * 12
MOJIBAKE = "R\u00c3\u00a9sum\u00c3\u00a9"
HTML = "<html><body><h1>Developer</h1><p>Python and Go</p>{}</body></html>"
SECTION = '<w:p><w:pPr><w:sectPr><w:cols w:num="{}"/></w:sectPr></w:pPr></w:p>'
PICTURE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{size}" cy="{size}"/><a:graphic xmlns:a="a"><pic:pic xmlns:pic="p"/></a:graphic></wp:inline></w:drawing>'
)


def sheet(*lines: str, columns: bool = False, picture: tuple[int, int] | None = None, second: bool = False) -> bytes:
    """A PDF of some lines, beside others, beside a picture, before a page that is one."""
    made = Sheet()
    if picture:
        made.canvas.drawImage(image(), 60, 100, *picture)
    made.lines(60, 80, lines or LINES)
    if columns:
        made.lines(330, 80, LINES)
    if second:
        made.page()
        made.canvas.drawImage(image(), 0, 0, 595, 842)
    return made.pdf()


def image() -> object:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    return ImageReader(Image.new("RGB", (30, 30), "lightblue"))


def hidden_sheet() -> bytes:
    made = Sheet()
    made.lines(60, 80, LINES)
    made.canvas.setFillColorRGB(1, 1, 1)
    made.line(60, 400, "Kubernetes Kafka")
    return made.pdf()


def without_map() -> bytes:
    """A PDF in which one line is of a font that does not say which letters it shows."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    made = Sheet(pageCompression=0)
    made.lines(60, 80, LINES)
    made.canvas.setFont("Vera", 12)
    made.canvas.drawString(60, 400, "éàüöäçñêèôûîâ ÉÀÜÖÄ")
    return made.pdf().replace(b"/ToUnicode", b"/ToNothing")


def json_resume(text: str) -> bytes:
    return json.dumps({"basics": {"name": "Ada", "label": "Developer"}, "work": [{"name": "Acme", "summary": text}]}).encode()


FILES = {
    "columns of a PDF": (sheet(columns=True), "columns", "info"),
    "columns of a DOCX": (
        docx(p("Python"), SECTION.format(2)),
        "columns",
        "info",
    ),
    "columns of a DOCX that are a table": (docx(table(["".join(map(p, LINES)), "".join(map(p, LINES))])), "columns", "info"),
    "columns of an RTF": (rtf(r"\cols2 Python\par Go"), "columns", "info"),
    "columns of an RTF that are a table": (
        rtf(r"\trowd\intbl " + r"a\par b\par c\par d\cell " * 2 + r"\row"),
        "columns",
        "info",
    ),
    "a picture in a PDF": (sheet(picture=(300, 200)), "text-in-picture", "info"),
    "a picture in a DOCX": (docx(p("Python"), p(PICTURE.format(size=3_000_000))), "text-in-picture", "info"),
    "a picture in an RTF": (rtf(r"Python {\pict\picwgoal6000\pichgoal4000 00}"), "text-in-picture", "info"),
    "letters of a PDF without a map": (without_map(), "lost-characters", "warning"),
    "a page of a PDF that is a picture": (sheet(second=True), "page-without-text", "serious"),
    "white words of a PDF": (hidden_sheet(), "hidden-text", "warning"),
    "white words of a DOCX": (docx(p("Python"), p("Kafka", run='<w:color w:val="FFFFFF"/>')), "hidden-text", "warning"),
    "tiny words of an RTF": (rtf(r"Python {\fs2 Kafka}"), "hidden-text", "warning"),
    "words that a page hides": (HTML.format("<p style='display:none'>Kafka</p>").encode(), "hidden-text", "info"),
    "an address in the header of a DOCX": (docx(p("Python"), header=p("ada@example.org")), "contact-in-header", "info"),
    "an address in the header of an RTF": (rtf(r"{\header ada@example.org\par}Python"), "contact-in-header", "info"),
    "an RTF without its end": (rtf("Python")[:-1], "cut", "serious"),
    "an encoding that is guessed": ("Café Python – Go".encode("cp1252"), "encoding-guessed", "info"),
    "letters that are lost": ("Caf\ufffd Python".encode(), "lost-characters", "warning"),
    "letters of a DOCX that are lost": (docx(p("Caf\ufffd Python")), "lost-characters", "warning"),
}
"""How a file is called here: its content, the code of the notice, and how bad it is."""
WRITTEN = {
    "text": lambda text: f"Developer\n\n{text} in Python".encode(),
    "Markdown": lambda text: f"# Developer\n\n## Skills\n\n- {text} in Python\n".encode(),
    "HTML": lambda text: HTML.format(f"<p>{text}</p>").encode(),
    "JSON Resume": json_resume,
    "DOCX": lambda text: docx(p("Developer"), p(text)),
    "a table of a DOCX": lambda text: docx(p("Developer"), table([p("Area"), p(text)])),
    "RTF": lambda text: rtf(r"Developer\par " + "".join(char if char.isascii() else rf"\u{ord(char)}?" for char in text)),
}
SAID = {
    "mojibake": (MOJIBAKE, "info"),
    "invisible-letters": (SPLIT, "warning"),
    "mixed-alphabets": (MIXED, "serious"),
    "repetition": (STUFFED, "warning"),
}
"""What the words of a text may be, whatever its format."""


@pytest.mark.parametrize("what", FILES)
def test_a_file_is_told_what_is_wrong_with_it(what: str) -> None:
    data, code, severity = FILES[what]
    assert [(notice.code, notice.severity) for notice in read(data).warnings] == [(code, severity)]


@pytest.mark.parametrize("format", WRITTEN)
@pytest.mark.parametrize("code", SAID)
def test_words_that_are_not_what_they_seem_are_told_in_every_format(code: str, format: str) -> None:
    text, severity = SAID[code]
    document = read(WRITTEN[format](text))
    assert [(notice.code, notice.severity) for notice in document.warnings] == [(code, severity)]
    assert {"mojibake": "Résumé", "invisible-letters": "Kubernetes"}.get(code, "") in document.text


@pytest.mark.parametrize("code", ["mojibake", "repetition"])
def test_words_of_a_pdf_that_are_not_what_they_seem_are_told(code: str) -> None:
    pytest.importorskip("reportlab")
    # in Latin letters, since the font of such a sheet has no others
    assert [notice.code for notice in read(sheet(*LINES, SAID[code][0])).warnings] == [code]


@pytest.mark.parametrize("what", FILES)
def test_each_notice_says_what_to_do(what: str) -> None:
    for notice in read(FILES[what][0]).warnings:
        assert notice.remedy
        assert str(notice).endswith(f"; {notice.remedy}")


NOTHING = {
    "a portrait": sheet(picture=(90, 110)),
    "a picture behind the words": sheet(picture=(595, 742)),
    "a portrait in a DOCX": docx(p("Python"), p(PICTURE.format(size=1_000_000))),
    "a portrait in an RTF": rtf(r"Python {\pict\picwgoal1800\pichgoal2200 00}"),
    "one column of a DOCX": docx(p("Python"), SECTION.format(1)),
    "a table of a DOCX": docx(table([p("Area"), p("Known")], [p("Data"), p("PostgreSQL") + p("Redis")])),
    "French words": "Développeur à Orléans, où l’été est « très » beau… – déjà vu, Ærø, Łódź".encode(),
}


@pytest.mark.parametrize("what", NOTHING)
def test_nothing_is_said_of(what: str) -> None:
    assert read(NOTHING[what]).warnings == ()
