from __future__ import annotations

import io
import zipfile

import pytest

from skillgap.documents import read
from skillgap.errors import DamagedFile, EncryptedFile, TooLarge

from .samples import archive, docx, marked, p, table

BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
FALLBACK = "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"


def test_headings_and_lists_are_marked_also_through_styles() -> None:
    document = read(
        docx(
            p("Jane Doe", style="Title"),
            p("Skills", style="Mine"),
            p("Python", style="LB"),
            p("asyncio", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
            p("• Go"),
            p("Acme Corp", run="<w:b/>"),
            p("Plain words."),
        )
    )
    assert marked(document) == [
        ("heading", 1, "Jane Doe"),
        ("heading", 1, "Skills"),
        ("list_item", 1, "Python"),
        ("list_item", 2, "asyncio"),
        ("list_item", 1, "Go"),
        ("heading", 4, "Acme Corp"),
        ("paragraph", 0, "Plain words."),
    ]
    assert document.format == "docx"


def test_a_subtitle_with_half_a_numbering_is_no_list_item() -> None:
    subtitle = p("Java Developer", properties='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert marked(read(docx(subtitle))) == [("paragraph", 0, "Java Developer")]


def test_everything_a_person_sees_is_read_once_and_in_order() -> None:
    choice = f"<mc:Choice>{BOX.format(p('boxed'))}</mc:Choice><mc:Fallback>{FALLBACK.format(p('boxed'))}</mc:Fallback>"
    document = read(
        docx(
            p(f"<w:t>anchor</w:t><mc:AlternateContent>{choice}</mc:AlternateContent>"),
            f"<w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>",
            "<w:p><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>",
            "<w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>",
            p("hidden", run="<w:vanish/>"),
            p("styled away", run='<w:rStyle w:val="Ghost"/>'),
            p("<w:t>left</w:t><w:tab/><w:t>right</w:t><w:br/><w:t>below</w:t>"),
            header=p("Jane | jane@example.org"),
            footer=p("Page 1 of 2"),
        )
    )
    words = "Jane | jane@example.org anchor boxed controlled inserted linked left right below"
    assert " ".join(document.text.split()) == words
    assert "left\tright\nbelow" in document.text


def test_prompts_of_empty_fields_are_not_read() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}</w:sdtContent></w:sdt>"
    assert read(docx(p("Python"), prompt)).text == "Python"


def test_short_rows_are_lines_and_layout_tables_are_read_cell_by_cell() -> None:
    document = read(
        docx(
            table([p("Python"), p("5 years")], [p("Go"), p("")]),
            table([p("Skills", style="H1") + p("Docker", style="LB"), p("Built things.") + table([p("nested"), p("cell")])]),
        )
    )
    assert document.text == "Python | 5 years\n\nGo\n\nSkills\n- Docker\n\nBuilt things.\n\nnested | cell"


def test_tables_nested_deep_are_read_once() -> None:
    cell = p("Python")
    for _ in range(40):
        cell = table([cell])
    assert read(docx(cell)).text == "Python"


def test_strict_documents_are_read_too() -> None:
    strict = (
        b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Python</w:t></w:r></w:p>'
    )
    assert read(archive({"word/document.xml": strict + b"</w:body></w:document>"})).text == "Python"


def test_documents_of_python_docx_are_read() -> None:
    made = pytest.importorskip("docx").Document()
    made.add_heading("Skills", 2)
    made.add_paragraph("Python", style="List Bullet")
    file = io.BytesIO()
    made.save(file)
    assert marked(read(file.getvalue())) == [("heading", 2, "Skills"), ("list_item", 1, "Python")]


def test_entities_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = b'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Python &b;&f;</w:t></w:r></w:p></w:body></w:document>'
    text = read(archive({"word/document.xml": bomb + body})).text
    assert text.startswith("Python")
    assert "AAAA" not in text
    assert "root" not in text


def test_an_archive_that_unpacks_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = docx(p("Python"), media=b"\0" * 100_000)
    monkeypatch.setattr("skillgap.documents.docx.reader.UNPACKED_BYTES", 50_000)
    with pytest.raises(TooLarge):
        read(bomb, isolated=False)


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    honest = docx(p("Python " * 5_000))
    with zipfile.ZipFile(io.BytesIO(honest)) as zipped:
        size = zipped.getinfo("word/document.xml").file_size
    lying = honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(DamagedFile):
        read(lying)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_file_that_is_cut_off_is_damaged(cut: float) -> None:
    whole = docx(p("Python " * 100))
    with pytest.raises(DamagedFile):
        read(whole[: int(cut * len(whole))])


def test_a_broken_part_is_damaged() -> None:
    with pytest.raises(DamagedFile, match=r"word/document\.xml"):
        read(archive({"word/document.xml": b"<w:document>"}))


def test_an_encrypted_archive_needs_its_password() -> None:
    locked = bytearray(docx(p("Python")))
    position = -1
    while (position := locked.find(b"PK\x01\x02", position + 1)) >= 0:
        locked[position + 8] |= 1
    with pytest.raises(EncryptedFile):
        read(bytes(locked))
