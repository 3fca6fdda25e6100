"""Rankings as files: nothing in them runs, nothing is lost, and the same ranking is the same bytes at any time and place."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from skillgap.batch import OUTPUT_COLUMNS
from skillgap.batch.candidate import BUCKETS
from skillgap.batch.columns import result_columns
from skillgap.batch.rows import Ranked, Row
from skillgap.batch.tables import read_chunks
from skillgap.batch.writers import ENDINGS, Ranking, delimited, shortlist, workbook, writer_for
from skillgap.batch.writers.delimited import inert
from skillgap.errors import OutputError

NASTY = "<script>alert(1)</script>\"'&<b>"
JUDGED = [
    {
        "asked": "Python",
        "level": "required",
        "must": True,
        "verdict": "met",
        "reason": "in a recent job",
        "quote": "Ran Python; well",
    },
    {"asked": "Docker", "level": "required", "must": True, "verdict": "missing", "reason": "not shown", "quote": ""},
    {"asked": "Kafka", "level": "preferred", "must": False, "verdict": "unsure", "reason": "may be another", "quote": ""},
]
LISTS: dict[str, list[str]] = {
    "missing": ["Docker"],
    "partly": [],
    "unsure": [],
    "reasons": ['Python: in a recent job ("Ran Python; well")'],
    "warnings": ["hidden words; not read"],
}
NO_LISTS: dict[str, list[str]] = {name: [] for name in LISTS}


def person(number: int, *own: str, bucket: int = 0, name: str = "", **results: object) -> Ranked:
    """A candidate in place `number`."""
    judged = bucket < 3
    given: dict[str, object] = {
        **dict.fromkeys(OUTPUT_COLUMNS, ""),
        **({name: "; ".join(parts) for name, parts in LISTS.items()} if judged else {}),
        "score": 50.5 if judged else None,
        "certainty": 1.0 if judged else None,
        "required_met": "1/2" if judged else "",
        "bucket": BUCKETS[bucket],
        "status": "scored" if judged else "unreadable",
        **results,
    }
    details = {
        "judged": [{"place": "", **j} for j in JUDGED] if judged else [],
        "lists": LISTS if judged else NO_LISTS,
    }
    score = 50.5 if judged else None
    row = Row(number, name, bucket, score, str(given["status"]), own, given, json.dumps(details))
    return Ranked(number if judged else None, row, name or f"row {number}", "same document as 9" if number == 1 else "")


def ranking(
    people: Sequence[Ranked], own: tuple[str, ...] = ("id", "name"), title: str = "Backend engineer", *, row: str | None = None
) -> Ranking:
    counts = {name: sum(p.row.bucket == place for p in people) for place, name in enumerate(BUCKETS)}
    return Ranking(
        title,
        ("Python", "Docker"),
        own,
        result_columns(own, OUTPUT_COLUMNS),
        lambda: iter(people),
        counts,
        "skillgap 1.0",
        row,
    )


def written(folder: Path, ending: str, *args: object, **options: object) -> Path:
    path = folder / f"ranked{ending}"
    writer_for(path)(ranking(*args, **options), path)  # type: ignore[arg-type]
    return path


def sheet(path: Path) -> list[tuple[object, ...]]:
    return list(load_workbook(path).active.iter_rows(values_only=True))


ANY = st.text(st.characters(codec="utf-8"), max_size=20)
NEAR = st.text("=+-@＝＋－＠ \t\r\n;,\"'|\0a\ufeff\u200b", max_size=8)


# comma- and tab-separated


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\ufeff=1",
    "\x00=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    '"=1',
    "a\r=1",
    "a\r\n=1",
    "a\n=1",
    "a;=1",
    "a; @x;",
    "a;=cmd|'/C calc'!A0;",
]


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_is_a_formula_whatever_delimiter_the_spreadsheet_is_set_to(tmp_path: Path, ending: str, cell: str) -> None:
    content = written(tmp_path, ending, [person(1, cell, cell)], own=("id", cell)).read_bytes().decode()
    assert "\r" not in content
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter):
            for read in row:
                assert not re.match(r'[\s"\ufeff\u200b]*[=+\-@＝＋－＠]', read)


@pytest.mark.parametrize("cell", ["a=1", "a-b; c+d", "1-2", "a@b.org", "%0A=1", "", "'=1", "x;y", "C++, C#", "2020-01-01", "NA"])
def test_other_cells_are_as_they_were(cell: str) -> None:
    assert inert(cell, ",") == inert(cell, "\t") == cell


@settings(max_examples=50)
@given(cell=ANY | NEAR, delimiter=st.sampled_from(",\t"))
def test_what_is_written_is_read_back_but_for_apostrophes_and_line_ends(tmp_path: Path, cell: str, delimiter: str) -> None:
    people = [person(1, cell, "x")]
    (tmp_path / "ranked.csv").touch()
    delimited.write(ranking(people), tmp_path / "ranked.csv", delimiter)
    content = (tmp_path / "ranked.csv").read_bytes().decode()
    _, row = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    meant = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    assert row[1].replace("'", "") == meant.replace("'", "")
    assert len(row[1]) - len(meant) == sum(row[1].count(sign) - meant.count(sign) for sign in "'")
    assert row[2] == "x"


@given(cell=NEAR, delimiter=st.sampled_from(",\t"), other=st.sampled_from(",;\t"))
def test_no_reading_of_a_line_begins_a_cell_with_a_formula(cell: str, delimiter: str, other: str) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter, lineterminator="\n").writerow(["1", inert(cell, delimiter), "x"])
    for row in csv.reader(io.StringIO(target.getvalue(), newline=""), delimiter=other):
        assert not any(re.match(r"\s*[=+\-@＝＋－＠]", read) for read in row)


def test_numbers_are_numbers_and_nothing_is_nothing(tmp_path: Path) -> None:
    people = [person(1, "007", "NA"), person(2, "008", "Null", bucket=3, cause="it is broken")]
    first, second = next(read_chunks(written(tmp_path, ".csv", people))).frame.to_dict("records")
    assert [first[name] for name in ("rank", "id", "name", "score", "certainty", "required_met", "missing")] == [
        *("1", "007", "NA", "50.5", "1.0", "1/2", "Docker")
    ]
    assert [second[name] for name in ("rank", "name", "score", "certainty", "cause")] == ["", "Null", "", "", "it is broken"]


# workbook


def test_every_cell_of_the_recruiter_is_text_and_our_numbers_are_numbers(tmp_path: Path) -> None:
    own = ("007", "NA", "Null", "1.5", "TRUE", "2020-01-01", "#N/A", " x ", "http://example.org", *FORMULAS)
    path = written(tmp_path, ".xlsx", [person(1, *own), person(2, *own, bucket=3)], own=tuple(f"c{n}" for n in range(len(own))))
    heading, first, second = load_workbook(path).active.iter_rows()
    types = {str(name.value): cell.data_type for name, cell in zip(heading, first, strict=True)}
    assert {types[f"c{n}"] for n in range(len(own))} == {"s"}
    assert types["rank"] == types["score"] == types["certainty"] == "n"
    assert [cell.value for cell in first[1:10]] == list(own[:9])
    assert first[0].value == 1
    assert second[0].value is None
    content = ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert b"<f" not in content
    assert b"hyperlink" not in content.replace(b"HYPERLINK", b"")


@settings(max_examples=40)
@given(cells=st.lists(ANY | NEAR, min_size=2, max_size=2))
def test_any_text_survives_a_workbook(tmp_path: Path, cells: list[str]) -> None:
    path = written(tmp_path, ".xlsx", [person(1, *cells)], title=cells[0])
    frame = next(read_chunks(path)).frame
    # XML has one line end for all; openpyxl reads what stands for other control characters as it is spelt, our reader does not
    read = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in frame.iloc[0, 1:3]]
    assert read == [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_763 + " […]"),
        ("😀" * 16_383, "😀" * 16_383),
        ("😀" * 16_384, "😀" * 16_381 + " […]"),
        ("x" * 2_000_000, "x" * 32_763 + " […]"),
    ],
)
def test_a_cell_that_is_too_long_for_a_workbook_is_cut_with_a_mark(tmp_path: Path, cell: str, kept: str) -> None:
    _, row = sheet(written(tmp_path, ".xlsx", [person(1, "1", cell)]))
    assert row[2] == kept
    assert len(kept.encode("utf-16-le")) <= 2 * 32_767


def test_a_workbook_tells_no_time(tmp_path: Path) -> None:
    with ZipFile(written(tmp_path, ".xlsx", [person(1, "1", "Ann")])) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}
        dates = set(re.findall(r"20\d\d-\d\d-\d\dT[\d:]*", archive.read("docProps/core.xml").decode()))
    assert dates == {"2000-01-01T00:00:00"}


def test_more_than_a_workbook_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_ROWS", 2)
    people = [person(n, str(n), "Ann") for n in (1, 2, 3)]
    assert len(sheet(written(tmp_path, ".xlsx", people[:2]))) == 3
    with pytest.raises(OutputError, match=r"more rows than a workbook holds; write .csv, or use --top"):
        written(tmp_path, ".xlsx", people)
    own = tuple(f"c{n}" for n in range(16_384))
    with pytest.raises(OutputError, match=r"more columns than a workbook holds; write .csv"):
        written(tmp_path, ".xlsx", [], own=own)


# lines


def test_lists_are_lists_also_where_their_parts_hold_what_stands_between_them(tmp_path: Path) -> None:
    path = written(tmp_path, ".jsonl", [person(1, "007", "NA"), person(2, "008", "Null", bucket=3)])
    first, second = map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])
    assert {name: first[name] for name in LISTS} == LISTS
    assert {name: second[name] for name in LISTS} == NO_LISTS
    assert (first["rank"], first["id"], first["score"], second["rank"], second["score"]) == (1, "007", 50.5, None, None)
    assert [j["asked"] for j in first["requirements"]] == ["Python", "Docker", "Kafka"]


def test_columns_called_like_ours_are_kept(tmp_path: Path) -> None:
    own = ("score", "Requirements", "missing")
    (line,) = written(tmp_path, ".jsonl", [person(1, "1", "2", "3")], own=own).read_text().splitlines()
    row = json.loads(line)
    assert [row[name] for name in own] == ["1", "2", "3"]
    assert (row["skillgap_score"], row["skillgap_missing"]) == (50.5, ["Docker"])
    assert len(row["skillgap_requirements"]) == 3


@settings(max_examples=50)
@given(cells=st.lists(ANY | NEAR, min_size=2, max_size=2))
def test_any_text_survives_jsonl(tmp_path: Path, cells: list[str]) -> None:
    content = written(tmp_path, ".jsonl", [person(1, *cells)]).read_bytes().decode()
    (line, rest) = content.split("\n")
    assert rest == ""
    row = json.loads(line)
    assert [row["id"], row["name"]] == cells


# shortlist


class Page(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and the words that it shows."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)


def page(folder: Path, *args: object, **options: object) -> Page:
    return Page(written(folder, ".html", *args, **options))


def test_everything_is_escaped_and_nothing_runs_or_is_loaded(tmp_path: Path) -> None:
    people = [person(1, NASTY, NASTY, name=NASTY), person(2, "x", NASTY, bucket=3, name=NASTY, cause=NASTY, status=NASTY)]
    shown = page(tmp_path, people, own=(NASTY, "name"), title=NASTY)
    allowed = (
        "html head meta title style body main header section article footer div dl dt dd h1 h2 h3 p ul li a b i q small span bdi"
    )
    assert {tag for tag, _ in shown.tags} <= set(allowed.split())
    attributes = {name: value for _, attrs in shown.tags for name, value in attrs.items()}
    assert not any(name.startswith("on") or name in {"src", "srcset", "action"} for name in attributes)
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in shown.tags)
    assert shown.text.count(NASTY) >= 6
    assert "://" not in (tmp_path / "ranked.html").read_text(encoding="utf-8")
    assert "url(" not in (tmp_path / "ranked.html").read_text(encoding="utf-8")
    policy = next(attrs["content"] for tag, attrs in shown.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'")


def test_links_lead_to_the_buckets(tmp_path: Path) -> None:
    shown = page(tmp_path, [person(1, "1", "Ann"), person(2, "2", "Bo", bucket=3)])
    places = {attrs["id"] for _, attrs in shown.tags if "id" in attrs}
    assert {str(attrs["href"])[1:] for _, attrs in shown.tags if "href" in attrs} == places
    assert len(places) == 2


def test_a_candidate_is_shown_with_what_counts(tmp_path: Path) -> None:
    text = page(tmp_path, [person(1, "007", "Ann", name="007"), *(person(n, "x", "Bo") for n in (2, 3))]).text
    assert text.startswith("Backend engineer: shortlist Shortlist Backend engineer 3 candidates compared. meet all must-haves 3")
    assert "Must-haves Python; Docker" in text
    assert "No. 1 007 50.5 of 100, required 1/2 Python in a recent job: Ran Python; well Not shown Docker" in text
    assert "Beside the must-haves Kafka hidden words; not read same document as 9 No. 2 " in text


def test_the_numbers_of_a_candidate_say_what_they_are(tmp_path: Path) -> None:
    shown = page(tmp_path, [person(22, "Ann")], own=("name",), row="row").text
    assert "No. 22 row 22 50.5 of 100" in shown
    assert "meets all must-haves 1 meet most must-haves 0 miss must-haves 0" in shown


def test_ids_from_right_to_left_do_not_turn_what_stands_beside_them(tmp_path: Path) -> None:
    path = written(tmp_path, ".html", [person(1, name="محمد"), person(2, name="\u202eعلي", bucket=3)], own=())
    content = path.read_text(encoding="utf-8")
    for name, before in (("محمد", "<bdi>"), ("علي", "<bdi><b>")):
        places = [match.start() for match in re.finditer(name, content)]
        assert places
        assert all(content[:place].endswith(before) for place in places)
    assert "\u202e" not in content


def test_of_the_recruiters_columns_only_the_id_stands_beside_a_rank(tmp_path: Path) -> None:
    own = ("id", "name", "age", "photo")
    people = [person(n, str(n), "Ann Lee", "24", "http://x.example/p.jpg", bucket=n % 4, name=str(n)) for n in range(1, 9)]
    content = written(tmp_path, ".html", people, own=own).read_text(encoding="utf-8")
    for word in ("Ann", "Lee", "24", "photo", "p.jpg", "age"):
        assert not re.search(rf">[^<]*\b{re.escape(word)}\b[^<]*<", content.split("</style>")[1])


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b[31m", "\u200b", "\u202e", "\x9f"])
def test_signs_that_only_steer_are_no_words_of_a_page(tmp_path: Path, sign: str) -> None:
    people = [person(1, name=f"7{sign}7"), person(2, bucket=3, name="x", cause=f"it{sign} is{sign} broken")]
    content = written(tmp_path, ".html", people, own=(), title=f"Back{sign}end").read_text(encoding="utf-8")
    assert sign not in content
    for words in ("77", "it is broken", "Backend"):
        assert words in content


def test_a_page_without_candidates_and_one_with_none_that_was_judged(tmp_path: Path) -> None:
    assert "0 candidates compared." in page(tmp_path, []).text
    text = page(tmp_path, [person(1, "1", "Ann", bucket=3, name="1", cause="a password is needed")]).text
    assert "0 candidates compared. 1 could not be judged and needs a look." in text
    assert "Could not be judged 1 1 unreadable: a password is needed" in text


def test_a_page_ends_behind_so_many_candidates_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortlist, "SHOWN", 3)
    people = [person(n, f"p{n}", "x", bucket=(n > 2) + (n > 6), name=f"p{n}") for n in range(1, 9)]
    people += [person(n, f"u{n}", "x", bucket=3, name=f"u{n}") for n in range(5)]
    text = page(tmp_path, people).text
    assert re.findall(r"\b[pu]\d\b", text) == ["p1", "p2", "p3", "u0", "u1", "u2"]
    assert "8 candidates compared; the first 3 are here, all are in the table. 5 could not be judged" in text
    assert "Meets most must-haves 4" in text
    assert re.findall(r"(\d) more in the table", text) == ["3", "2", "2"]


def test_long_cells_do_not_make_a_long_page(tmp_path: Path) -> None:
    content = written(tmp_path, ".html", [person(1, "x" * 100_000, "y" * 100_000, name="x" * 100_000)]).read_text()
    assert len(content) < 40_000
    assert "x…" in content


# all of them


MIXED = [
    person(1, "007", "Žofie 😀", name="007"),
    person(2, "i", "İıß", name="i"),
    person(3, "x", "1,5", bucket=3, name="x", cause="it is broken"),
]


def test_the_bytes_depend_neither_on_the_time_nor_on_the_place(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from tests.batch.test_writers import MIXED, written;"
        "time.sleep(1.1); [written(Path(sys.argv[1]), ending, MIXED) for ending in sys.argv[2:]]"
    )
    first, other = tmp_path / "first", tmp_path / "other"
    first.mkdir()
    other.mkdir()
    for ending in ENDINGS:
        written(first, ending, MIXED)
    places = {"LC_ALL": "tr_TR.ISO-8859-9", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    where = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script, str(other), *ENDINGS], env={**os.environ, **places}, cwd=where, check=True)
    for file in first.iterdir():
        assert (other / file.name).read_bytes() == file.read_bytes(), file.name


@pytest.mark.parametrize("ending", ENDINGS)
def test_half_characters_stop_no_writer(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending, [person(1, "a\ud83db", "\udce9", name="\udc00")], title="\ud800")
    assert path.stat().st_size > 100


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx"])
def test_a_ranking_can_be_read_again_as_a_table(tmp_path: Path, ending: str) -> None:
    (part,) = read_chunks(written(tmp_path, ending, MIXED))
    assert not part.broken
    assert part.frame["id"].tolist() == ["007", "i", "x"]
    assert part.frame["name"].tolist() == ["Žofie 😀", "İıß", "1,5"]
    assert list(part.frame.columns) == list(ranking(MIXED).heading)
