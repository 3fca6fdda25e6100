"""Reading a CSV: each cell is the text that it was, each row is there once, or the row that breaks is named."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.tables import read_chunks
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_told_by_content(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path, "id,text\n1,café – naïve\n".encode(encoding)) == [{"id": "1", "text": "café – naïve"}]


def test_a_letter_that_tells_the_encoding_may_stand_far_down(tmp_path: Path) -> None:
    content = "id,text\n" + "1,plain\n" * 200_000 + "2,café\n"
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
        ("people.xlsx", b"PK\x03\x04" + bytes(50), "an Excel workbook"),
        ("page.csv", b"\n<!doctype html><html>", "an HTML or XML page"),
        ("people.csv", b'[{"id": 1, "text": "a"}]', "JSON"),
        ("people.csv", b"id\0,\0t\0e\0x\0t\0\n\0", "a binary file"),
        ("people.csv", b"id,text\n1,a,b\n2,a,b\n3,a\n", "2 of the first 3 rows do not fit the heading"),
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
    for path in (tmp_path / "nothing.csv", tmp_path):
        with pytest.raises(MissingFile):
            next(read_chunks(path))


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
