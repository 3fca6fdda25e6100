"""Reading a CSV: each cell is the text that it was, each row is there once, or the row that breaks is named."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.tables import read_chunks
from skillgap.batch.tables.interface import name_columns
from skillgap.errors import EmptyDocument, MissingFile, TableError


def rows(path: Path, content: bytes, chunk: int = 500) -> list[dict[str, str]]:
    file = path / "people.csv"
    file.write_bytes(content)
    result: list[dict[str, str]] = []
    for part in read_chunks(file, chunk):
        frame = part.frame
        assert not part.broken
        assert len(frame) <= chunk
        assert frame.index.tolist() == list(range(len(result) + 1, len(result) + len(frame) + 1))
        result += frame.to_dict("records")
    return result


@pytest.mark.parametrize(
    "cell", ["007", "NA", "Null", "nan", "None", "", "1e5", "TRUE", "1.50", " padded ", "2020-01-01", "N/A", "-", '"']
)
def test_a_cell_stays_the_text_that_it_was(tmp_path: Path, cell: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    assert rows(tmp_path, f"id,text\n{quoted},{quoted}\n".encode()) == [{"id": cell, "text": cell}]


def test_line_ends_in_quotes_are_part_of_the_cell(tmp_path: Path) -> None:
    content = b'id,text\r\n1,"a\nb\r\nc\rd\n\ne"\r\n2,x\r\n'
    assert rows(tmp_path, content) == [{"id": "1", "text": "a\nb\r\nc\rd\n\ne"}, {"id": "2", "text": "x"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_heading(tmp_path: Path, delimiter: str) -> None:
    content = delimiter.join(["id", '"name, first; last"', "text"]) + "\n" + delimiter.join(["1", "x", '"a,b;c\td|e"']) + "\n"
    assert rows(tmp_path, content.encode()) == [{"id": "1", "name, first; last": "x", "text": "a,b;c\td|e"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_the_encoding_is_told_by_content(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path, "id,text\n1,café – naïve\n".encode(encoding)) == [{"id": "1", "text": "café – naïve"}]


def test_a_byte_that_is_no_utf_8_is_windows_1252_and_costs_no_other_its_reading(tmp_path: Path) -> None:
    content = "id,text\n1,Zoë 東京\n".encode() + "2,caf\xe9 \x96 x\n".encode("latin-1") + b"3,\x81\n4,\xe9"
    assert [row["text"] for row in rows(tmp_path, content)] == ["Zoë 東京", "café – x", "\ufffd", "é"]


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;"])
def test_the_line_by_which_excel_is_told_the_delimiter_is_understood(tmp_path: Path, first: str, mark: str) -> None:
    assert rows(tmp_path, f"{mark}{first}\r\nid;text, long\r\n1;a,b\r\n".encode()) == [{"id": "1", "text, long": "a,b"}]


@pytest.mark.parametrize("above", ["\n", "\r\n \r\n", ",,\n", "People\n\n", 'People,,\n"May, 2026",,\n,,\n', "a\nb\nc\n\n\n"])
def test_blank_lines_and_a_title_above_the_heading_are_passed_over(tmp_path: Path, above: str) -> None:
    assert rows(tmp_path, f"{above}id,text\n1,a\n".encode()) == [{"id": "1", "text": "a"}]


@pytest.mark.parametrize(
    ("content", "heading"),
    [
        ("text\nPython\n\nJava\n", "text"),
        ("text\nPython\n", "text"),
        ("a\nb\nc\nd\n\nid,text\n", "a"),
        ('"a\n\nb",text\n1,2\n', "a\n\nb"),
    ],
)
def test_what_may_be_a_heading_is_no_title(tmp_path: Path, content: str, heading: str) -> None:
    (tmp_path / "people.csv").write_text(content)
    assert next(read_chunks(tmp_path / "people.csv")).frame.columns[0] == heading


def test_the_line_of_a_broken_row_counts_what_stands_above_the_heading(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text('People\n\nid,text\n1,a\n2,"b"c\n')
    (part,) = read_chunks(tmp_path / "people.csv")
    assert part.broken[2].startswith("row 2 (line 5) has text behind a closing quote")


@pytest.mark.parametrize("chunk", [30, 100, 125, 250])
@pytest.mark.parametrize("end", ["", "\n\n\n"])
def test_the_share_that_is_read_grows_and_ends_at_all(tmp_path: Path, chunk: int, end: str) -> None:
    (tmp_path / "people.csv").write_text("id,text\n" + f"1,{'word ' * 1000}\n" * 250 + end)
    shares = [part.share for part in read_chunks(tmp_path / "people.csv", chunk)]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert all(0 < share < 1 for share in shares[:-1])


def test_many_columns_of_one_name_are_told_apart_in_no_time() -> None:
    names = name_columns(["a"] * 16_000 + ["a.1", ""])
    assert len(set(names)) == 16_002
    assert names[-3:] == ["a.15999", "a.1.1", "column 16002"]


@given(st.lists(st.sampled_from(["a", "a.1", "a.2", "", "column 2", "column 2.1"]), max_size=8))
def test_no_two_columns_are_called_alike(heading: list[str]) -> None:
    names = name_columns(heading)
    assert len(set(names)) == len(names) == len(heading)
    assert all(name.startswith(cell) for name, cell in zip(names, heading, strict=True))


def test_a_letter_that_tells_the_encoding_may_stand_far_down(tmp_path: Path) -> None:
    content = "id,text\n" + "1,plain\n" * 20_000 + "2,café\n"
    assert rows(tmp_path, content.encode("cp1252"))[-1] == {"id": "2", "text": "café"}
    assert rows(tmp_path, content.encode())[-1] == {"id": "2", "text": "café"}


def test_a_character_may_lie_across_two_blocks(tmp_path: Path) -> None:
    for shift in range(3):
        content = "id,text\n1," + "a" * ((1 << 20) - 11 - shift) + "€uro\n"
        assert rows(tmp_path, content.encode())[0]["text"].endswith("a€uro")


def test_blank_lines_are_no_rows_and_empty_cells_are_one(tmp_path: Path) -> None:
    assert rows(tmp_path, b"id,text\n\n1,a\n\n,\n2,b\n\n") == [
        {"id": i, "text": t} for i, t in (("1", "a"), ("", ""), ("2", "b"))
    ]


def test_a_heading_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,text\n")
    (part,) = read_chunks(tmp_path / "people.csv")
    assert (list(part.frame.columns), len(part.frame)) == (["id", "text"], 0)


@pytest.mark.parametrize("chunk", [1, 2, 500])
@pytest.mark.parametrize(
    ("content", "number", "said"),
    [
        ('1,a\n2,b,c\n3,d\n4,"e\nf"\n', 2, "row 2 has 3 cells, the heading 2; put cells that contain the delimiter into quotes"),
        ('1,a,x\n2,b\n3,d\n4,"e\nf"\n', 1, "row 1 has 3 cells, the heading 2"),
        ('1,a\n2,"b"c\n3,d\n4,"e\nf"\n', 2, "row 2 (line 3) has text behind a closing quote; correct the quotes there"),
        ('1,a\n2,"b\nx"c\n3,d\n4,"e\nf"\n', 2, "row 2 (line 3) has text behind a closing quote"),
        ('1,a\n2,"b\n3,d\n4,"e\nf"\n', 2, "row 2 (line 3) has text behind a closing quote"),
        ('1,a\n2,b\n3,d\n4,"ef\n', 4, "row 4 (line 5) has a quote that is never closed"),
        ('1,"a\n2,b\n3,d\n4,ef\n', 1, "row 1 (line 2) has a quote that is never closed"),
    ],
)
def test_a_broken_row_costs_itself_and_says_why(tmp_path: Path, content: str, number: int, said: str, chunk: int) -> None:
    (tmp_path / "people.csv").write_text(f"id,text\n{content}", encoding="utf-8")
    parts = list(read_chunks(tmp_path / "people.csv", chunk))
    assert [row for part in parts for row in part.frame["id"]] == ["1", "2", "3", "4"]
    broken = {place: cause for part in parts for place, cause in part.broken.items()}
    assert list(broken) == [number]
    assert broken[number].startswith(said)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("go.md", b"# Go engineer\n\nWe ask:\n- Go, Kafka, gRPC, SQL\n", "go.md: this is no CSV: its first line is no heading"),
        ("go.md", b"Go engineer\n", "this is no CSV: its first line is no heading"),
        ("cv.txt", b"I have been a developer for ten years.\nPython, Docker\n", "this is no CSV"),
        ("cv.pdf", b"%PDF-1.7\n1 0 obj\n", "this is no CSV but a PDF"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel or Word file, or one with a password"),
        ("people.csv.gz", b"\x1f\x8b\x08\x00", "a compressed file"),
        ("page.csv", b"\n<!doctype html><html>", "an HTML or XML page"),
        ("export.csv", b"<TABLE border=1><tr><td>id</td></tr></TABLE>", "an HTML or XML page"),
        ("people.csv", b'[{"id": 1, "text": "a"}]', "JSON"),
        ("people.csv", b"id\0,\0t\0e\0x\0t\0\n\0", "a binary file"),
        ("people.csv", b"id,text\n1,a,b\n2,a,b\n3,a\n", "2 of the first 3 rows do not fit the heading"),
        ("people.csv", b"a," * 20_000 + b"a\n", "more than 16,384 columns"),
        ("people.csv", b'"id,text\n1,a\n', "the heading has wrong quotes"),
    ],
)
def test_what_is_no_table_at_all_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableError) as caught:
        list(read_chunks(tmp_path / name))
    assert said in str(caught.value)
    assert name in str(caught.value)


def test_cells_that_are_missing_or_empty_at_the_end_of_a_row_lose_nothing(tmp_path: Path) -> None:
    assert rows(tmp_path, b"id,name,text,\n1,a,b,\n2\n3,a,b, ,\n") == [
        {"id": "1", "name": "a", "text": "b"},
        {"id": "2", "name": "", "text": ""},
        {"id": "3", "name": "a", "text": "b"},
    ]


def test_columns_with_one_name_or_none_are_told_apart(tmp_path: Path) -> None:
    assert rows(tmp_path, b"id,id,,text\n1,2,3,a\n") == [{"id": "1", "id.1": "2", "column 3": "3", "text": "a"}]


def test_a_long_resume_is_one_cell(tmp_path: Path) -> None:
    assert len(rows(tmp_path, b"id,text\n1," + b"word " * 100_000 + b"\n")[0]["text"]) == 500_000


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b",,\n"])
def test_an_empty_table_is_told(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EmptyDocument, match=r"people.csv: an empty table"):
        rows(tmp_path, content)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="no such file"):
        read_chunks(tmp_path / "nothing.csv")


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(table=st.lists(st.tuples(CELL, CELL), max_size=8), chunk=st.integers(1, 4))
def test_what_a_csv_writer_writes_is_read_back_in_chunks_of_any_size(
    tmp_path_factory: pytest.TempPathFactory, table: list[tuple[str, str]], chunk: int
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "text"), *table])
    folder = tmp_path_factory.mktemp("table", numbered=True)
    assert rows(folder, file.getvalue().encode(), chunk) == [{"id": one, "text": other} for one, other in table]
