from __future__ import annotations

import io
import re
import zlib

import pytest

from skillgap.documents import read
from skillgap.documents.pdf import reader as pdf
from skillgap.errors import DamagedFile, EmptyDocument, EncryptedFile, ScanWithoutText, UnreadableFonts
from skillgap.model import Document

from .samples import Sheet, attempt, marked

pytest.importorskip("reportlab")

PROSE = [
    "Built the ledger service in Python and PostgreSQL with a team of seven engineers, handling four",
    "million events a day, and moved cross-functional reporting to Kafka; the affiliate portal is effi-",
    "cient now.",
]


def one_column(sheet: Sheet | None = None) -> Sheet:
    sheet = sheet or Sheet()
    sheet.line(50, 60, "Jane Example", size=22, bold=True)
    sheet.line(50, 100, "EXPERIENCE", size=10, bold=True)
    sheet.line(50, 120, "Senior Engineer, Acme", bold=True)
    sheet.line(460, 120, "Jan 2019 – Mar 2021")
    sheet.lines(50, 134, PROSE)
    sheet.lines(
        50,
        190,
        [
            "• Led the migration of every service of the company to Kubernetes on AWS, which took a year and",
            "   halved the bill.",
        ],
    )
    sheet.line(50, 216, "• Mentored juniors.")
    return sheet


def test_one_column_comes_out_in_whole_sentences_with_its_structure() -> None:
    prose = "".join(PROSE).replace("fourmillion", "four million").replace("effi-cient", "efficient")
    assert marked(read(one_column().pdf())) == [
        ("heading", 1, "Jane Example"),
        ("heading", 2, "EXPERIENCE"),
        ("heading", 3, "Senior Engineer, Acme\tJan 2019 – Mar 2021"),
        ("paragraph", 0, prose),
        (
            "list_item",
            1,
            "Led the migration of every service of the company to Kubernetes on AWS, which took a year and halved the bill.",
        ),
        ("list_item", 1, "Mentored juniors."),
    ]


def test_a_sidebar_is_read_apart_from_the_main_column() -> None:
    sheet = Sheet()
    sheet.line(50, 60, "Jane Example", size=22, bold=True)
    sheet.line(50, 100, "Skills", size=13, bold=True)
    sheet.lines(50, 120, ["Python", "Django REST framework", "PostgreSQL", "Docker", "Kubernetes"], leading=15)
    sheet.line(220, 100, "Experience", size=13, bold=True)
    main = [
        "Built the ledger service in Python with a team of seven people who",
        "handled four million events daily and more of them every month.",
    ] * 4
    sheet.lines(220, 118, main)
    text = read(sheet.pdf()).text
    assert text.startswith(
        "Jane Example\n\nSkills\nPython\nDjango REST framework\nPostgreSQL\nDocker\nKubernetes\n\nExperience\n"
    )
    assert text.count("of seven people who handled four million events daily") == 4


def test_tracked_headings_are_words() -> None:
    sheet = Sheet()
    sheet.line(50, 60, "WORK EXPERIENCE", size=12, bold=True, tracking=4)
    sheet.line(50, 60 + 30, "S K I L L S", size=12, bold=True)
    sheet.line(50, 110, "Python and Go")
    assert read(sheet.pdf()).text == "WORK EXPERIENCE\n\nSKILLS\nPython and Go"


def test_pages_are_kept_and_their_numbers_and_repeated_headers_are_not() -> None:
    sheet = Sheet()
    for number in range(1, 4):
        sheet.line(50, 30, "Jane Example - CV")
        sheet.lines(50, 200, [f"Page {number} tells of Python.", "More words follow."])
        sheet.line(290, 820, f"Page {number} of 3")
        if number < 3:
            sheet.page()
    document = read(sheet.pdf())
    assert document.text.count("Jane Example - CV") == 1
    assert " of 3" not in document.text
    assert [document.page_of(document.text.index(f"Page {number} tells")) for number in (1, 2, 3)] == [1, 2, 3]


def test_a_rotated_page_is_read_upright() -> None:
    sheet = one_column()
    # reportlab turns the page's size with it
    sheet.canvas.setPageSize((842, 595))
    sheet.canvas.setPageRotation(90)
    assert "Built the ledger service" in read(sheet.pdf()).text


@pytest.mark.parametrize(
    ("quarters", "corner", "rotation"),
    [(1, (595, 0), 90), (2, (595, 842), 180), (3, (0, 842), 270), (1, (595, 0), 0)],
    ids=["drawn up", "drawn upside down", "drawn down", "drawn up and shown so"],
)
def test_a_page_that_is_drawn_across_is_read_upright(quarters: int, corner: tuple[int, int], rotation: int) -> None:
    sheet = Sheet()
    if rotation % 180:  # reportlab turns the page's size with it
        sheet.canvas.setPageSize((842, 595))
    sheet.canvas.setPageRotation(rotation)
    sheet.canvas.translate(*corner)
    sheet.canvas.rotate(90 * quarters)
    sheet.canvas.translate(0, 595 - 842 if quarters % 2 else 0)
    assert read(one_column(sheet).pdf()).text == read(one_column().pdf()).text


def test_hidden_words_of_a_page_that_is_drawn_across_are_told() -> None:
    sheet = Sheet()
    sheet.canvas.translate(595, 0)
    sheet.canvas.rotate(90)
    sheet.line(50, 500, "Wrote the ledger service in Python.")
    sheet.canvas.setFillColor("#ffffff")
    sheet.line(50, 600, "Kubernetes and Kafka")
    document = read(sheet.pdf())
    assert document.text == "Wrote the ledger service in Python."
    assert [part.text for part in document.hidden] == ["Kubernetes and Kafka"]


def test_a_password_is_asked_for() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    sheet = Sheet(encrypt=StandardEncryption("secret", ownerPassword="owner"))
    sheet.line(50, 50, "Python")
    with pytest.raises(EncryptedFile, match="password"):
        read(sheet.pdf())


def picture() -> Sheet:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheet = Sheet()
    file = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(file, "PNG")
    sheet.canvas.drawImage(ImageReader(file), 0, 0, 595, 842)
    return sheet


def test_a_scan_is_announced_with_the_way_out() -> None:
    with pytest.raises(ScanWithoutText, match="ocrmypdf"):
        read(picture().pdf())


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    sheet = picture()
    sheet.page()
    sheet.line(50, 50, "Python developer")
    (notice,) = read(sheet.pdf()).warnings
    assert (notice.code, notice.severity) == ("page-without-text", "serious")
    assert "page 1" in notice.message


def test_an_empty_page_is_empty() -> None:
    with pytest.raises(EmptyDocument):
        read(Sheet().pdf())


def test_letters_without_a_meaning_are_announced() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    sheet = Sheet(pageCompression=0)
    sheet.canvas.setFont("Vera", 12)
    sheet.canvas.drawString(50, 700, "éàüöäçñêèôûîâ ÉÀÜÖÄ Python")
    with pytest.raises(UnreadableFonts, match="ocrmypdf"):
        read(re.sub(rb"/ToUnicode \d+ 0 R", b"", sheet.pdf()))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_file_that_is_cut_off_is_damaged_or_still_read(share: float) -> None:
    whole = one_column().pdf()
    outcome = attempt(whole[: int(share * len(whole))])
    assert isinstance(outcome, DamagedFile | EmptyDocument) or (isinstance(outcome, Document) and "Jane" in outcome.text)


def test_the_second_engine_reads_what_the_first_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(one_column().pdf()).text
    monkeypatch.setattr(pdf.words, "pages", lambda data: [])
    assert read(one_column().pdf(), isolated=False).text == expected


def bare(content: bytes, to_unicode: bytes = b"") -> bytes:
    """A page of one font without programs or names for its letters."""
    compressed = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(compressed), compressed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 127/ToUnicode 6 0 R/Widths["
        + b"500 " * 128
        + b"]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(to_unicode), to_unicode),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (number, text) for number, text in enumerate(objects, start=1))
    return body + b"trailer<</Root 1 0 R/Size 7>>"


def test_ligatures_of_old_tex_fonts_are_letters() -> None:
    """pdfium gives the slots 0x1B-0x1F of T1 fonts as they are; Python takes four of them for white space."""
    assert read(bare(b"BT /F 12 Tf 50 700 Td (e\x1bective o\x1ece \x1crst) Tj ET")).text == "effective office first"


def test_characters_in_pairs_and_without_a_value_shift_no_other_ones_and_are_no_hyphens() -> None:
    cmap = b"1 begincodespacerange<00><7f>endcodespacerange 2 beginbfchar<01><D83DDE80><02><0000>endbfchar"
    # pdfium makes two characters of the first
    document = read(bare(b"BT /F 12 Tf 50 700 Td (Go \x01 up\x02 and on) Tj 0 -40 Td (Ship it) Tj ET", cmap))
    assert document.text == "Go up and on\n\nShip it"
    (notice,) = document.warnings
    assert notice.message == "3 characters cannot be read, since their font does not say which they are"
