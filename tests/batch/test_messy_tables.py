"""Messy tables as people have them, each with what has to come of it: read rightly, or refused with row and reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from openpyxl import Workbook

from skillgap.analyzer import Analyzer
from skillgap.batch import Asked, ask, run
from skillgap.batch.tables import read_chunks
from skillgap.errors import InputError

from .workbooks import text, write_workbook

OK = "scored"
PYTHON = "Experience with Python."


@dataclass(frozen=True)
class Messy:
    """A table, and what comes of it.

    Attributes:
        content: bytes, or what writes the file.
        own: the recruiter's cells of each row behind the first, which is the row's number where there is no id.
        status: of each row, one for all if there is but one.
        causes: what is said of a row, by its number.
        refused: the one line that is said instead of all this.
    """

    content: bytes | Callable[[Path], object]
    columns: tuple[str, ...] = ("id", "name")
    own: tuple[tuple[str, ...], ...] = ()
    status: tuple[str, ...] = (OK,)
    causes: dict[int, str] = field(default_factory=dict)
    refused: str = ""
    name: str = "people.csv"


def bytes_of(content: str, encoding: str = "utf-8") -> bytes:
    return content.encode(encoding)


def with_file(content: str) -> Callable[[Path], None]:
    """A table beside a folder `cvs` with one file."""

    def write(path: Path) -> None:
        (path.parent / "cvs").mkdir()
        (path.parent / "cvs" / "ann.txt").write_text(PYTHON)
        path.write_text(content, encoding="utf-8")

    return write


def workbook(*rows: list[object]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)

    return write


ANN_AND_BO = (("007", "Ann"), ("008", "Bo"))
TWO = "id,name,text\n007,Ann,Python\n008,Bo,Docker\n"
UMLAUTS = "id,name,text\n1,Zoë Müller – “Z”,Python\n"
ZOE = (("1", "Zoë Müller – “Z”"),)
LONG = "word " * 400_000

TABLES: dict[str, Messy] = {
    # delimiters
    "semicolons": Messy(bytes_of(TWO.replace(",", ";")), own=ANN_AND_BO),
    "tabs": Messy(bytes_of(TWO.replace(",", "\t")), own=ANN_AND_BO, name="people.txt"),
    "bars": Messy(bytes_of(TWO.replace(",", "|")), own=ANN_AND_BO),
    "semicolons with commas in the cells": Messy(
        bytes_of("id;name;text\n1;Lee, Ann;Python, Docker, Go\n"), own=(("1", "Lee, Ann"),)
    ),
    "the line sep=; of Excel": Messy(bytes_of("sep=;\r\n" + TWO.replace(",", ";")), own=ANN_AND_BO),
    "delimiters at the ends of all lines": Messy(bytes_of(TWO.replace("\n", ",,\n")), own=ANN_AND_BO),
    # encodings
    "UTF-8 with a mark": Messy(bytes_of(UMLAUTS, "utf-8-sig"), own=ZOE),
    "UTF-16 LE": Messy(b"\xff\xfe" + bytes_of(UMLAUTS, "utf-16-le"), own=ZOE),
    "UTF-16 BE": Messy(b"\xfe\xff" + bytes_of(UMLAUTS, "utf-16-be"), own=ZOE),
    "Windows-1252": Messy(bytes_of(UMLAUTS, "cp1252"), own=ZOE),
    "Latin-1": Messy(bytes_of("id,name,text\n1,Zoë Müller,Python\n", "latin-1"), own=(("1", "Zoë Müller"),)),
    "two encodings in one file": Messy(
        bytes_of(UMLAUTS) + bytes_of("2,Zoë – 2,Python\n", "cp1252"), own=(*ZOE, ("2", "Zoë – 2"))
    ),
    "UTF-16 without a mark": Messy(bytes_of(TWO, "utf-16-le"), refused="people.csv: this is no CSV but a binary file"),
    "emoji and names from right to left": Messy(
        bytes_of("id,name,text\n1,👩🏽‍💻 Ann,Python 🚀\n2,محمد علي,Python\n3,\u202eevil,Python\n"),
        own=(("1", "👩🏽‍💻 Ann"), ("2", "محمد علي"), ("3", "\u202eevil")),
    ),
    # line ends and blank lines
    "line ends of an old Mac": Messy(bytes_of(TWO.replace("\n", "\r")), own=ANN_AND_BO),
    "mixed line ends": Messy(b"id,name,text\r\n007,Ann,Python\r008,Bo,Docker\n009,Cy,Docker", own=(*ANN_AND_BO, ("009", "Cy"))),
    "blank lines": Messy(bytes_of("\n\n" + TWO.replace("\n", "\n\n \n")), own=ANN_AND_BO),
    "a heading alone": Messy(b"id,name,text\n", own=(), status=()),
    "quoted line ends": Messy(
        b'id,name,text\r\n1,"Ann\r\nLee","Experience\r\n\r\nPython, Docker"\r\n', own=(("1", "Ann\nLee"),)
    ),
    # ragged rows
    "short rows": Messy(
        b"id,name,text\n1,Ann,Python\n2,Bo\n3\n",
        own=(("1", "Ann"), ("2", "Bo"), ("3", "")),
        status=(OK, "empty", "empty"),
        causes={2: "neither a text nor a path in this row; fill the cell; a row that is cut short lacks it too"},
    ),
    "long rows": Messy(
        b"id,name,text\n1,Ann,Python, Docker and Go\n2,Bo,Python\n3,Cy,Docker,\n",
        own=(("1", "Ann"), ("2", "Bo"), ("3", "Cy")),
        status=("unreadable", OK, OK),
        causes={1: "row 1 has 4 cells, the heading 3; put cells that contain the delimiter into quotes"},
    ),
    "a row of commas": Messy(b"id,name,text\n,,\n1,Ann,Python\n", own=(("", ""), ("1", "Ann")), status=("empty", OK)),
    # headings
    "two columns of one name": Messy(
        b"id,name,name,text\n1,Ann,Lee,Python\n", columns=("id", "name", "name.1"), own=(("1", "Ann", "Lee"),)
    ),
    "two columns for texts": Messy(b"id,text,text\n1,Python,Go\n", refused="more than one column 'text'; rename or remove one"),
    "a heading with blanks and capitals": Messy(
        b" ID , Name,\tText \n1,Ann,Python\n", columns=(" ID ", " Name"), own=(("1", "Ann"),)
    ),
    "columns without names or cells": Messy(
        b",id,,text,\n0,1,x,Python\n", columns=("column 1", "id", "column 3"), own=(("0", "1", "x"),)
    ),
    "no heading": Messy(
        b"1,Ann Lee,ann@example.org,Experience with Python\n2,Bo,bo@example.org,Go\n",
        refused="no column with résumé texts or paths; name it with --text-column or --path-column; "
        "the first row of the table must be its heading",
    ),
    "a title and a blank line": Messy(bytes_of("Candidates of May\n\n" + TWO), own=ANN_AND_BO),
    "a title as a spreadsheet saves it": Messy(bytes_of('"May, 2026",,\n,,\n' + TWO), own=ANN_AND_BO),
    "a title without a blank line": Messy(
        bytes_of("Candidates of May\n" + TWO),
        refused="people.csv: 3 of the first 3 rows do not fit the heading; put cells that contain the delimiter into quotes, "
        "and take away what stands above the heading",
    ),
    # quotes
    "an open quote": Messy(
        b'id,name,text\n1,Ann,"Python\n2,Bo,Python\n3,Cy,Docker\n',
        own=(("1", "Ann"), ("2", "Bo"), ("3", "Cy")),
        status=("unreadable", OK, OK),
        causes={1: "row 1 (line 2) has a quote that is never closed; correct the quotes there"},
    ),
    "text behind a closing quote": Messy(
        b'id,name,text\n1,Ann,"Python" Docker\n2,Bo,Python\n',
        own=(("1", "Ann"), ("2", "Bo")),
        status=("unreadable", OK),
        causes={1: "row 1 (line 2) has text behind a closing quote; correct the quotes there"},
    ),
    "quotes that a backslash escapes": Messy(
        b'id,name,text\n1,Ann,"so-called \\"Python\\" expert"\n2,Bo,Python\n',
        own=(("1", "Ann"), ("2", "Bo")),
        status=("unreadable", OK),
        causes={1: "row 1 (line 2) has text behind a closing quote"},
    ),
    "quotes in the middle of a cell": Messy(b'id,name,text\n1,Ann "A" Lee,5" of Python\n', own=(("1", 'Ann "A" Lee'),)),
    # cells
    "NUL bytes": Messy(
        b"id,name,text\n1,Ann\x00Lee and others,Experience with Py\x00thon and Docker\n", own=(("1", "AnnLee and others"),)
    ),
    "NA, Null and 007": Messy(
        b"id,name,text\n007,NA,Python\n0.10,Null,Python\n1e5,None,NaN\n+49,nan,Python\n",
        own=(("007", "NA"), ("0.10", "Null"), ("1e5", "None"), ("'+49", "nan")),
        status=(OK, OK, "empty", OK),
    ),
    "formulas": Messy(
        b"id,name,text\n1,=1+1,=Python()\n2,\"=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\",Python\n",
        own=(("1", "'=1+1"), ("2", "'=HYPERLINK(\"http://example.org\",\"x\")")),
    ),
    "a cell of two million characters": Messy(
        bytes_of(f"id,name,text\n1,Ann,{LONG}\n2,{LONG},Python\n3,Cy,Python\n"),
        own=(("1", "Ann"), ("2", LONG), ("3", "Cy")),
        status=("unreadable", OK, OK),
        causes={1: "characters"},
    ),
    "paths as Windows writes them": Messy(
        with_file("id,name,path\n1,Ann,cvs\\ann.txt\n2,Bo,.\\cvs\\ann.txt\n3,Cy,C:\\cvs\\cy.txt\n4,Di,..\\..\\di.txt\n"),
        columns=("id", "name", "path"),
        own=(
            ("1", "Ann", "cvs\\ann.txt"),
            ("2", "Bo", ".\\cvs\\ann.txt"),
            ("3", "Cy", "C:\\cvs\\cy.txt"),
            ("4", "Di", "..\\..\\di.txt"),
        ),
        status=(OK, OK, "unreadable", "unreadable"),
        causes={3: "C:\\cvs\\cy.txt: no such file", 4: "outside the table's folder"},
    ),
    "one column of prose": Messy(
        b"text\nPython\nI know Python\nPython, Docker and Go\n\"Go, Rust\"\n",
        columns=("row",),
        own=(("1",), ("2",), ("3",), ("4",)),
        status=(OK, OK, "unreadable", OK),
        causes={3: "row 3 has 2 cells, the heading 1"},
    ),
    # other formats
    "prose": Messy(
        b"I have been a developer for ten years. I know Python.\nAnd Docker.\n",
        refused="people.csv: this is no CSV: its first line is no heading; give a CSV with a heading and a row a candidate",
    ),
    "Markdown": Messy(b"# Engineer\n\n- Python, Docker\n", refused="people.csv: this is no CSV: its first line is no heading"),
    "an HTML page": Messy(b"<html><body><table><tr><td>id", refused="people.csv: this is no CSV but an HTML or XML page"),
    "a table as HTML, as some systems save it": Messy(b"\n<table>\n<tr>", refused="this is no CSV but an HTML or XML page"),
    "a JSON list": Messy(
        b'[\n {"id": 1, "text": "Python"}\n]',
        refused="people.csv: this is no CSV but a JSON list (write an object a line, as JSONL)",
    ),
    "JSON lines": Messy(
        b'{"id": 7, "name": "Ann", "text": "Python"}\n{"id": 8, "text": "Docker"\n{"name": "Cy", "text": "Docker", "id": 1.5}\n',
        own=(("7", "Ann"), ("", ""), ("1.5", "Cy")),
        status=(OK, "unreadable", OK),
        causes={2: "row 2 (line 2) is no JSON that can be read (Expecting ',' delimiter)"},
    ),
    "JSON over several lines": Messy(
        json.dumps({"id": 1, "text": "Python"}, indent=1).encode(), refused="people.csv: no line is a JSON object"
    ),
    "a PDF": Messy(b"%PDF-1.7\n", refused="people.csv: this is no CSV but a PDF"),
    "nothing": Messy(b"", refused="people.csv: an empty table"),
    # workbooks
    "a workbook with a title, gaps and numbers": Messy(
        workbook(["Candidates"], [], ["id", None, "name", "text"], ["007", None, "NA", "Python"], [], [8, True, "Bo", "Docker"]),
        columns=("id", "column 2", "name"),
        own=(("007", "", "NA"), ("", "", ""), ("8", "TRUE", "Bo")),
        status=(OK, "empty", OK),
        name="people.xlsx",
    ),
    "a workbook with a row too long": Messy(
        workbook(["id", "name", "text"], [1, "Ann", "Python", "note"], [2, "Bo", "Docker"]),
        own=(("1", "Ann"), ("2", "Bo")),
        status=("unreadable", OK),
        causes={1: "row 1 has 4 cells, the heading 3; give every column a heading"},
        name="people.xlsx",
    ),
    "a workbook that is called CSV": Messy(workbook(["id", "name", "text"], [1, "Ann", "Python"]), own=(("1", "Ann"),)),
    "a workbook whose formulas were never computed": Messy(
        workbook(["id", "name", "text"], [1, "Ann", '="Py"&"thon"'], [2, "Bo", "Docker"]),
        own=(("1", "Ann"), ("2", "Bo")),
        status=("unreadable", OK),
        causes={1: "row 1 has a formula without a value in C2; open the workbook in Excel or LibreOffice and save it"},
        name="people.xlsx",
    ),
    "a workbook with computed formulas": Messy(
        lambda path: write_workbook(
            path,
            f'<row r="1">{text("A1", "id")}{text("B1", "name")}{text("C1", "text")}</row>'
            '<row r="2"><c r="A2"><f>3+4</f><v>7</v></c><c r="B2" t="str"><f>""</f><v></v></c>'
            '<c r="C2" t="str"><f>"Py"&amp;"thon"</f><v>Python</v></c></row>',
        ),
        own=(("7", ""),),
        name="people.xlsx",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def asked(analyzer: Analyzer) -> Asked:
    return ask(analyzer.read_posting("Requirements\n- Python\n- Docker\n"), analyzer.skill)


@pytest.mark.parametrize("messy", TABLES.values(), ids=TABLES.keys())
def test_a_messy_table_is_read_rightly_or_refused_with_the_reason(
    tmp_path: Path, asked: Asked, analyzer: Analyzer, messy: Messy
) -> None:
    table = tmp_path / messy.name
    if isinstance(messy.content, bytes):
        table.write_bytes(messy.content)
    else:
        messy.content(table)
    output = tmp_path / "ranked.csv"
    if messy.refused:
        with pytest.raises(InputError) as caught:
            run(table, asked, analyzer, (output,))
        assert messy.refused in str(caught.value)
        assert len(str(caught.value)) < 300
        assert not output.exists()
        assert [path.name for path in tmp_path.iterdir()] == [messy.name]
        return
    summary = run(table, asked, analyzer, (output,))
    (part,) = read_chunks(output)
    assert not part.broken
    assert summary.rows == len(part.frame) == len(messy.own)
    numbered = "row" in part.frame.columns and "row" not in messy.columns
    assert numbered == any(notice.code == "ids" for notice in summary.notices)
    assert tuple(part.frame.columns[1 + numbered :][: len(messy.columns)]) == messy.columns
    found = part.frame.to_dict("records")
    statuses = messy.status * len(messy.own) if len(messy.status) == 1 else messy.status
    expected = sorted(zip(messy.own, statuses, strict=True))
    assert sorted((tuple(row[name] for name in messy.columns), row["status"]) for row in found) == expected
    for row in found:
        assert (row["score"] != "") == (row["status"] == OK)
        assert (row["cause"] != "") == (row["status"] != OK)
        assert len(row["cause"]) < 300
    for number, cause in messy.causes.items():
        (row,) = (row for row in found if tuple(row[name] for name in messy.columns) == messy.own[number - 1])
        assert cause in row["cause"]


def test_every_kind_of_mess_is_looked_at() -> None:
    assert len(TABLES) > 50
