"""Reading JSONL: each object is a row whose cells are the text that it was, and a line that is none is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.tables import read_chunks
from skillgap.errors import EmptyDocument, TableError


def read(folder: Path, content: str | bytes, chunk: int = 500) -> tuple[list[dict[str, str]], dict[int, str]]:
    """The rows, and which are broken."""
    file = folder / "people.jsonl"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    parts = list(read_chunks(file, chunk))
    broken = {number: cause for part in parts for number, cause in part.broken.items()}
    return [row for part in parts for row in part.frame.to_dict("records")], broken


@pytest.mark.parametrize(
    ("spelt", "cell"),
    [
        ('"007"', "007"),
        ('"NA"', "NA"),
        ("7.0", "7.0"),
        ("1.50", "1.50"),
        ("1e5", "1e5"),
        ("-0", "-0"),
        ("12345678901234567890.10", "12345678901234567890.10"),
        ("9" * 5000, "9" * 5000),
        ("true", "true"),
        ("null", ""),
        ('""', ""),
        ("NaN", "NaN"),
        ("[1, 2.50]", "[1, 2.50]"),
        ("[" * 200 + "]" * 200, "[" * 200 + "]" * 200),
        ('{"a":{"b":[null,true,"é\\n\\""]}}', '{"a": {"b": [null, true, "é\\n\\""]}}'),
        ('"a\\u0000b\\r\\n"', "a\0b\r\n"),
        ('"\\ud83d\\ude00"', "😀"),
        ('"\\ud83d x"', "? x"),
        ('"=1+1"', "=1+1"),
    ],
)
def test_a_value_is_the_text_that_it_was(tmp_path: Path, spelt: str, cell: str) -> None:
    assert read(tmp_path, f'{{"id": {spelt}, "text": "x"}}') == ([{"id": cell, "text": "x"}], {})


def test_columns_are_the_keys_of_all_lines_also_of_the_last(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, '{"id":1}\n{"text":"a"}\n{"id":2,"":"x","text":"b"}\n', chunk=1)
    assert rows == [
        {"id": "1", "text": "", "column 3": ""},
        {"id": "", "text": "a", "column 3": ""},
        {"id": "2", "text": "b", "column 3": "x"},
    ]


@pytest.mark.parametrize(
    "content",
    [
        b'\xef\xbb\xbf{"id":1}\r\n\r\n{"id":2}\r\n',
        b'\n  \n{"id": 1}\n\n {"id": 2} ',
        b'{"id":1}\n{"id":2}',
    ],
)
def test_marks_line_ends_and_blank_lines_do_not_matter(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == ([{"id": "1"}, {"id": "2"}], {})


def test_a_byte_that_is_no_utf_8_is_windows_1252(tmp_path: Path) -> None:
    assert read(tmp_path, b'{"text": "caf\xe9"}\n{"text": "caf\xc3\xa9"}')[0] == [{"text": "café"}] * 2


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"id": 2', "is no JSON that can be read (Expecting ',' delimiter)"),
        ("nonsense", "is no JSON that can be read (Expecting value)"),
        ('{"id": 2}{"id": 3}', "is no JSON that can be read (Extra data)"),
        ('{"id": 2, "id": 3}', "is no JSON that can be read (a key stands twice in it)"),
        ('{"id": {"a": 2, "a": 3}}', "is no JSON that can be read (a key stands twice in it)"),
        ("[1, 2]", "is no JSON object"),
        ("null", "is no JSON object"),
        ("[" * 200_000, "is no JSON that can be read (nested too deeply)"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_broken_line_costs_itself_and_says_where_and_why(tmp_path: Path, line: str, cause: str, first: bool) -> None:
    good = '{"id": 1, "text": "a"}'
    rows, broken = read(tmp_path, "\n".join(["", line, good] if first else [good, "", line]))
    place, number = (1, 2) if first else (2, 3)
    assert len(rows) == 2
    assert rows[2 - place] == {"id": "1", "text": "a"}
    assert broken == {place: f"row {place} (line {number}) {cause}; correct it there"}


def test_a_very_long_line_is_one_row(tmp_path: Path) -> None:
    content = '{"text": "' + "word " * 2_000_000 + '"}\n{"text": "b"}'
    rows, _ = read(tmp_path, content)
    assert [len(row["text"]) for row in rows] == [10_000_000, 1]


def test_an_empty_file_and_one_without_an_object_are_told(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocument):
        read(tmp_path, "")
    for content in ("[1]\n2\n", "{}\n{}\n", '{"id":\n'):
        with pytest.raises(TableError, match=r"people.jsonl: no line is a JSON object"):
            read(tmp_path, content)


def test_objects_that_are_keyed_by_person_are_no_table(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"people.jsonl: more than 16,384 columns"):
        read(tmp_path, json.dumps({f"p{n}": "x" for n in range(20_000)}))


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text('{"id": 1, "text": "a,b"}\n')
    (part,) = read_chunks(tmp_path / "people.csv")
    assert part.frame.to_dict("records") == [{"id": "1", "text": "a,b"}]


@pytest.mark.parametrize("chunk", [1, 2, 3, 4])
def test_the_share_that_is_read_grows_and_ends_at_all(tmp_path: Path, chunk: int) -> None:
    (tmp_path / "people.jsonl").write_text('{"id": 1}\n' * 4 + "\n" * 10)
    shares = [part.share for part in read_chunks(tmp_path / "people.jsonl", chunk)]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert all(0 < share < 1 for share in shares[:-1])


WHOLE = st.characters(exclude_categories=["Cs"])


@given(
    table=st.lists(
        st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=4), st.text(st.characters(exclude_categories=["Cs"]))
        ),
        max_size=5,
    ),
    chunk=st.integers(1, 4),
    ascii_only=st.booleans(),
)
def test_no_text_is_lost(tmp_path: Path, table: list[dict[str, str]], chunk: int, ascii_only: bool) -> None:
    table = [{"key": "x"}, *table]
    rows, broken = read(tmp_path, "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in table), chunk)
    assert not broken
    assert [sorted(filter(None, row.values())) for row in rows] == [sorted(filter(None, row.values())) for row in table]
