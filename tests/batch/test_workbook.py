"""Reading an XLSX workbook: each cell is the text that a person means, each row is there once, or it is said why not."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from skillgap.batch.tables import read_chunks, workbook
from skillgap.errors import EmptyDocument, TableError

from .workbooks import text, write_workbook

HEADING = f'<row r="1">{text("A1", "id")}{text("B1", "text")}</row>'


def save(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def cells(path: Path) -> list[list[str]]:
    """The heading and all rows, none of them broken."""
    parts = list(read_chunks(path))
    assert not any(part.broken for part in parts)
    return [list(parts[0].frame.columns), *(row for part in parts for row in part.frame.to_numpy().tolist())]


def refusal(path: Path) -> str:
    with pytest.raises(TableError) as caught:
        list(read_chunks(path))
    assert str(caught.value).startswith(path.name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("007", "007"),
        ("NA", "NA"),
        ("Null", "Null"),
        (" padded ", " padded "),
        ("two\nlines", "two\nlines"),
        ("two_x000D_\nlines", "two\r\nlines"),
        ("_x0041_", "_x0041_"),
        (7, "7"),
        (7.0, "7"),
        (1.5, "1.5"),
        (-3, "-3"),
        (123456789012345, "123456789012345"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, 3, 4, 5), "2020-01-02 03:04:05"),
        (time(9, 30), "09:30:00"),
        (None, ""),
    ],
)
def test_a_cell_is_the_text_that_a_person_means(tmp_path: Path, cell: object, read: str) -> None:
    found = cells(save(tmp_path / "people.xlsx", ["id", "text"], [cell, "x"]))
    assert found == [["id", "text"], [read, "x"]]


def test_of_a_formula_the_value_is_taken(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2"><f>6*7</f><v>42</v></c><c r="B2" t="str"><f>"a"</f><v>Python</v></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="4"><c r="A4"><f t="shared" si="0"/><v>1</v></c><c r="B4" t="b"><f>TRUE()</f><v>1</v></c></row>'
    )
    path = write_workbook(tmp_path / "people.xlsx", HEADING + rows)
    assert cells(path)[1:] == [["42", "Python"], ["", "#DIV/0!"], ["1", "TRUE"]]


UNCOMPUTED = [
    '<c r="B3"><f>A1&amp;"x"</f></c>',
    '<c r="B3" s="1"><f aca="false">1+1</f><v/></c>',
    '<c r="B3"><f>1+1</f>\n<v></v></c>',
    '<c r="B3"><f t="shared" si="0"/></c>',
    "<c r='B3'><f>1+1</f></c>",
]


@pytest.mark.parametrize("cell", UNCOMPUTED)
def test_a_formula_that_was_never_computed_is_told_with_its_place(tmp_path: Path, cell: str) -> None:
    rows = (
        f'<row r="2">{text("A2", "x" * 3_000_000)}</row><row r="3">{text("A3", "1")}{cell}</row>'
        f'<row r="4">{text("A4", "2")}{text("B4", "b")}</row>'
    )
    for chunk, first in ((1, 2), (100, 1)):
        path = write_workbook(tmp_path / "people.xlsx", HEADING + rows)
        part = next(part for part in read_chunks(path, chunk) if 2 in part.frame.index)
        assert part.frame.index[0] == first
        assert (part.uncomputed, part.broken) == ({2: {"text": "B3"}}, {})
        assert part.frame.loc[2].tolist() == ["1", ""]
        broken = {2: "row 2 has a formula without a value in B3; open the workbook in Excel or LibreOffice and save it"}
        assert part.needing(["text"]).broken == broken
        assert part.needing(["id", "text"]).broken == part.needing(["id"]).broken == {}


def test_a_formula_that_nobody_needs_breaks_nothing(tmp_path: Path) -> None:
    formula = '<c r="{}"><f>TODAY()</f></c>'
    title, beside = f'<row r="1">{formula.format("A1")}</row>', formula.format("C3")
    rows = f'<row r="2">{text("A2", "id")}{text("B2", "text")}</row><row r="3">{text("A3", "1")}{text("B3", "a")}{beside}</row>'
    (part,) = read_chunks(write_workbook(tmp_path / "people.xlsx", title + rows))
    assert (part.frame.to_numpy().tolist(), part.broken, part.uncomputed) == ([["1", "a"]], {}, {})


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        (f'<row r="1">{text("A1", "text")}<c r="B1"><f>"id"</f></c></row>', "B1"),
        (f'{HEADING}<row r="2"><c><f>1+1</f></c></row>', "S1"),
    ],
)
def test_a_formula_of_the_heading_or_without_a_place_is_refused(tmp_path: Path, rows: str, where: str) -> None:
    said = refusal(write_workbook(tmp_path / "people.xlsx", rows))
    assert said == f"people.xlsx, {where}: a formula without a value; open the workbook in Excel or LibreOffice and save it"


def test_a_row_with_nothing_but_a_formula_is_not_blank(tmp_path: Path) -> None:
    rows = '<row r="3"><c r="A3"><f>1+1</f></c></row>'
    (part,) = read_chunks(write_workbook(tmp_path / "people.xlsx", HEADING + rows))
    assert (part.frame.to_numpy().tolist(), part.uncomputed) == ([["", ""], ["", ""]], {2: {"id": "A3"}})


def test_a_blank_row_counts_between_others_and_not_at_either_end(tmp_path: Path) -> None:
    path = save(
        tmp_path / "people.xlsx", [], ["id", None, "text"], [], [1, None, "a"], [None, " "], [2], [3, 4, "c", " "], [], [" "]
    )
    assert cells(path) == [["id", "column 2", "text"], ["", "", ""], ["1", "", "a"], ["", "", ""], ["2", "", ""], ["3", "4", "c"]]


def test_the_first_visible_sheet_that_holds_something_is_read(tmp_path: Path) -> None:
    other = f'<row r="1">{text("A1", "city")}</row>'
    path = write_workbook(tmp_path / "a.xlsx", other, "", HEADING, other, states=("hidden", "visible", "visible", "visible"))
    assert cells(path) == [["id", "text"]]
    path = write_workbook(tmp_path / "b.xlsx", "", HEADING, states=("visible", "hidden"))
    assert cells(path) == [["id", "text"]]


def test_a_cell_behind_the_heading_breaks_its_row_alone(tmp_path: Path) -> None:
    path = save(tmp_path / "people.xlsx", ["id", "text", None], [1, "a", None, "note"], [2, "b"])
    (part,) = read_chunks(path)
    assert part.frame.to_numpy().tolist() == [["1", "a"], ["2", "b"]]
    assert part.broken == {1: "row 1 has 4 cells, the heading 2; give every column a heading"}


def test_a_title_above_the_heading_is_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Candidates, May"], ["for the platform team"], [], ["id", "text"], [1, "a"]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    book.save(tmp_path / "people.xlsx")
    assert cells(tmp_path / "people.xlsx") == [["id", "text"], ["1", "a"]]


def test_an_only_column_with_a_usual_name_is_no_title(tmp_path: Path) -> None:
    (part,) = read_chunks(save(tmp_path / "people.xlsx", [" Text"], ["a", "note"], ["b"]))
    assert (list(part.frame.columns), part.frame[" Text"].tolist(), list(part.broken)) == ([" Text"], ["a", "b"], [1])


def test_columns_with_one_name_are_told_apart(tmp_path: Path) -> None:
    assert cells(save(tmp_path / "people.xlsx", ["id", "id", "text"], [1, 2, "a"]))[0] == ["id", "id.1", "text"]


@pytest.mark.parametrize("ref", ["A1", "A1:A1", "A1:XFD1048576", "B5:C9", "nonsense"])
def test_what_the_file_says_of_its_size_is_not_believed(tmp_path: Path, ref: str) -> None:
    rows = f'{HEADING}<row r="2">{text("A2", "1")}{text("B2", "a")}</row><row r="4">{text("A4", "2")}{text("B4", "b")}</row>'
    sheet = (
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="{ref}"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    path = write_workbook(tmp_path / "people.xlsx", "", more={"xl/worksheets/sheet1.xml": sheet})
    if ref == "nonsense":
        assert "a damaged workbook" in refusal(path)
    else:
        assert cells(path) == [["id", "text"], ["1", "a"], ["", ""], ["2", "b"]]


def test_rows_and_cells_without_their_places_are_read_in_their_order(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "people.xlsx", *["<row><c t='str'><v>text</v></c></row><row><c><v>5</v></c></row>"])
    assert cells(path) == [["text"], ["5"]]


@pytest.mark.parametrize("places", [(3, 2), (2, 2)])
def test_rows_that_the_library_would_pass_over_are_not_lost(tmp_path: Path, places: tuple[int, int]) -> None:
    rows = "".join(f'<row r="{place}">{text(f"A{place}", "x")}</row>' for place in places)
    assert "rows out of order" in refusal(write_workbook(tmp_path / "people.xlsx", HEADING + rows))


def test_a_row_at_a_place_that_no_sheet_has_ends_in_a_refusal_and_not_in_an_endless_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 1000)
    rows = f'{HEADING}<row r="{10**15}">{text(f"A{10**15}", "x")}</row>'
    assert "a damaged workbook" in refusal(write_workbook(tmp_path / "people.xlsx", rows))


def test_what_is_another_file_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    (tmp_path / "cv.docx").write_bytes(buffer.getvalue())
    assert "this is no workbook but a DOCX or another archive" in refusal(tmp_path / "cv.docx")
    (tmp_path / "cut.xlsx").write_bytes(save(tmp_path / "whole.xlsx", ["id", "text"]).read_bytes()[:-300])
    assert "a damaged workbook or archive" in refusal(tmp_path / "cut.xlsx")
    (tmp_path / "locked.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    assert "one with a password" in refusal(tmp_path / "locked.xlsx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("content", ["", "<a", "<a/>"])
def test_a_damaged_part_gives_one_line(tmp_path: Path, part: str, content: str) -> None:
    path = write_workbook(tmp_path / "people.xlsx", HEADING, more={part: content})
    if (part, content) == ("xl/styles.xml", "<a/>"):
        assert cells(path) == [["id", "text"]]
    else:
        with pytest.raises((TableError, EmptyDocument), match=r"^people.xlsx: .*$"):
            list(read_chunks(path))


def test_a_damaged_stream_is_told_and_no_row_is_made_up(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "people.xlsx", HEADING + f'<row r="2">{text("A2", "abc" * 5000)}</row>')
    content = bytearray(path.read_bytes())
    at = content.index(b"sheet1.xml", content.index(b"xl/styles.xml")) + 60
    content[at : at + 20] = bytes(20)
    path.write_bytes(content)
    assert "a damaged workbook" in refusal(path)


def test_a_workbook_that_unpacks_to_very_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "UNPACKED", 2_000_000)
    path = write_workbook(tmp_path / "people.xlsx", HEADING, more={"xl/media/zeros": "0" * 2_000_000})
    assert path.stat().st_size < 10_000
    assert "it unpacks to more than 2 MB" in refusal(path)


def test_entities_are_not_multiplied(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "laugh" * 100}">' for n in range(9))
    sheet = (
        f'<!DOCTYPE worksheet [{entities}]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData><row r="1">{text("A1", "&e8;")}</row></sheetData></worksheet>'
    )
    assert "a damaged workbook" in refusal(write_workbook(tmp_path / "people.xlsx", "", more={"xl/worksheets/sheet1.xml": sheet}))


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    for path in (save(tmp_path / "people.xlsx"), save(tmp_path / "people.xlsx", [None, " "], [])):
        with pytest.raises(EmptyDocument, match=r"people.xlsx: an empty workbook"):
            list(read_chunks(path))


def test_a_heading_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    (part,) = read_chunks(save(tmp_path / "people.xlsx", ["id", "text"]))
    assert (list(part.frame.columns), len(part.frame), part.share) == (["id", "text"], 0, 1)


def test_a_date_that_no_calendar_has_warns_nobody(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2" s="1"><v>4915112345678</v></c><c r="B2" t="str"><v>a</v></c></row>'
    chunks = read_chunks(write_workbook(tmp_path / "people.xlsx", HEADING + row * 1))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (part,) = chunks
    assert part.frame["text"].tolist() == ["a"]


def test_warnings_are_as_they_were_while_rows_are_waited_for(tmp_path: Path) -> None:
    before = list(warnings.filters)
    chunks = read_chunks(save(tmp_path / "people.xlsx", ["text"], *(["a"] for _ in range(5))), 1)
    for _ in chunks:
        assert warnings.filters == before


@pytest.mark.parametrize("chunk", [1, 2, 3, 8])
def test_the_share_that_is_read_grows_and_ends_at_all(tmp_path: Path, chunk: int) -> None:
    rows = [["id", "text"], *([n, "a"] if n % 3 else [] for n in range(1, 10)), [], []]
    parts = list(read_chunks(save(tmp_path / "people.xlsx", *rows), chunk))
    shares = [part.share for part in parts]
    assert [number for part in parts for number in part.frame.index] == list(range(1, 9))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert chunk == 8 or shares[0] < 1


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff_"), max_size=12)


@settings(max_examples=40)
@given(table=st.lists(st.tuples(CELL, CELL), max_size=6), chunk=st.integers(1, 4))
def test_what_a_workbook_holds_is_read_in_chunks_of_any_size(tmp_path: Path, table: list[tuple[str, str]], chunk: int) -> None:
    path = save(tmp_path / "people.xlsx", ["id", "text", "x"], *([*(c or None for c in row), "x"] for row in table))
    found = [tuple(row)[:2] for part in read_chunks(path, chunk) for row in part.frame.to_numpy().tolist()]
    assert found == [tuple(row) for row in table]
