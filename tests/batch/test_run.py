"""A batch from table to ranking: every row once, the same bytes for the same people, best bucket first."""

from __future__ import annotations

import csv
import json
import random
import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from skillgap.analyzer import Analyzer
from skillgap.batch import OUTPUT_COLUMNS, Asked, Options, Progress, ask, run
from skillgap.batch.candidate import BUCKETS
from skillgap.errors import OutputError, TableError

from .conftest import Batch

PEOPLE = [
    ("007", "NA", "Experience with Python, PostgreSQL and Kubernetes."),
    ("1", "Null", "Experience with Python."),
    ("2", "Ann", "Skills: Java, MySQL"),
    ("3", "Bob", "Experience with Python."),
    ("3", "Bob", "Experience with Kubernetes."),
    ("4", "Cy", ""),
    ("5", "Di", "I like gardening."),
    ("6", 'Eve "E"', "Python,\nDocker"),
]


def test_every_row_stands_once(batch: Batch) -> None:
    result = batch(PEOPLE)
    assert sorted(result.column("name")) == sorted(name for _, name, _ in PEOPLE)
    assert [*result.rows[0]][: 3 + len(OUTPUT_COLUMNS)] == ["rank", "row", "id", "name", *OUTPUT_COLUMNS[1:]]
    assert (result.summary.rows, result.summary.statuses) == (8, {"scored": 6, "empty": 1, "no skills": 1})
    assert result.summary.failures == {"empty row": 1, "no skills": 1}
    assert sum(result.summary.buckets.values()) == 8


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 8, 9])
def test_the_size_of_a_chunk_does_not_change_the_bytes(batch: Batch, chunk: int) -> None:
    assert batch(PEOPLE, chunk=chunk).content == batch(PEOPLE).content


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_does_not_change_the_bytes(batch: Batch, seed: int) -> None:
    people = [(str(number), name, text) for number, (_, name, text) in enumerate(PEOPLE)]
    shuffled = random.Random(seed).sample(people, len(people))
    assert batch(shuffled).content == batch(people).content


def test_buckets_come_before_scores_and_equal_scores_share_a_rank(batch: Batch) -> None:
    rows = batch(PEOPLE).rows
    places = [(BUCKETS.index(row["bucket"]), -(row["score"] or 0)) for row in rows]
    assert places == sorted(places)
    ranked = [row for row in rows if row["rank"] is not None]
    assert [row["rank"] for row in ranked] == [
        1 + sum((BUCKETS.index(b["bucket"]), -b["score"]) < (BUCKETS.index(a["bucket"]), -a["score"]) for b in ranked)
        for a in ranked
    ]
    assert [row["rank"] is None for row in rows] == [row["bucket"] == "could not be judged" for row in rows]


def test_a_must_have_goes_before_a_score(batch: Batch, asked: Asked, analyzer: Analyzer) -> None:
    people = [("1", "x", "Skills: Docker"), ("2", "x", PEOPLE[0][2])]
    must = ask(asked.posting, analyzer.skill, ["docker"])
    rows = batch(people, asked=must).rows
    assert [(row["id"], row["bucket"]) for row in rows] == [("1", BUCKETS[0]), ("2", BUCKETS[2])]
    assert rows[0]["score"] < rows[1]["score"]


def test_equals_stand_in_the_order_of_their_ids_as_numbers(batch: Batch) -> None:
    texts = ("Experience with Python.", "I like gardening.", "")
    people = [(f"cv{i}", "x", texts[i % 3]) for i in (13, 2, 11, 9, 5, 30, 1, 100)]
    assert batch(people).column("id") == ["cv9", "cv30", "cv1", "cv2", "cv5", "cv11", "cv13", "cv100"]


@pytest.mark.parametrize(
    ("heading", "options"),
    [(("name", "ID", "text"), {}), (("x", "No", "text"), {"id_column": "No"}), (("x", "No ", "text"), {"id_column": "No"})],
)
def test_the_id_is_the_column_of_that_name_or_the_one_named(
    batch: Batch, heading: tuple[str, ...], options: dict[str, str]
) -> None:
    people = [("a", "10", ""), ("b", "9", ""), ("c", "9" * 5000, "")]
    assert batch(people, heading, **options).column(heading[0]) == ["b", "a", "c"]


def test_without_ids_rows_are_called_by_their_number(batch: Batch) -> None:
    people = [("b", "", "Python"), ("a", "9", "Python"), ("c", "", "Java and MySQL")]
    rows = batch(people, ("name", "row", "text")).rows
    assert [(row["skillgap_row"], row["name"], row["row"]) for row in rows] == [("1", "b", ""), ("2", "a", "9"), ("3", "c", "")]


@pytest.mark.parametrize(
    ("heading", "called"),
    [(("row", "id", "text"), "No. 1 7 "), (("row", "name", "text"), "No. 1 row 1 "), (("text",), "No. 1 row 1 ")],
)
def test_a_shortlist_calls_candidates_by_ids_where_the_table_has_them(
    tmp_path: Path, asked: Asked, analyzer: Analyzer, heading: tuple[str, ...], called: str
) -> None:
    table, written = tmp_path / "people.csv", tmp_path / "r.html"
    table.write_text(f"{','.join(heading)}\n{','.join(('3', '7', 'Python')[-len(heading) :])}\n", encoding="utf-8")
    run(table, asked, analyzer, (written,))
    assert called in " ".join(re.sub("<[^>]*>", " ", written.read_text(encoding="utf-8")).split()) + " "


def test_a_broken_row_costs_itself(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    table, written = tmp_path / "people.csv", tmp_path / "r.jsonl"
    table.write_text('id,text\n1,"Python"\n2,Python,Docker,extra\n', encoding="utf-8")
    for chunk in (1, 500):
        summary = run(table, asked, analyzer, (written,), chunk=chunk)
        first, second = map(json.loads, written.read_text(encoding="utf-8").splitlines())
        assert (first["id"], first["status"], second["id"], second["status"]) == ("1", "scored", "2", "unreadable")
        assert second["cause"].startswith("row 2 has 4 cells, the heading 2")
        assert summary.failures == {"broken row": 1}


def test_a_second_column_for_texts_is_not_passed_over(batch: Batch) -> None:
    with pytest.raises(TableError, match="more than one column 'resume'; rename or remove one"):
        batch([("Python", "Docker")], ("resume", "resume"))


def test_columns_called_like_ours_stay_and_ours_are_prefixed(batch: Batch) -> None:
    heading = ("id", "rank", "score", "status", "_content", "text")
    (row,) = batch([("1", "9", "1", "hired", "x", "Experience with Python.")], heading).rows
    assert [row[name] for name in heading[:-1]] == ["1", "9", "1", "hired", "x"]
    assert (row["skillgap_rank"], row["skillgap_status"]) == (1, "scored")
    assert row["skillgap_score"] > 0


def test_the_scorer_sees_nothing_but_text_and_path(batch: Batch) -> None:
    plain = batch([("1", "x", PEOPLE[0][2])]).rows[0]
    loud = batch([("1", "Kubernetes Python Java Kafka expert, 20 years", PEOPLE[0][2])]).rows[0]
    assert {**plain, "name": ""} == {**loud, "name": ""}


def test_blind_leaves_the_id_and_no_name(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "Ann Lee.pdf").write_bytes(b"%PDF-1.7 broken")
    people = [
        ("1", "Ann Lee", "Ann Lee\nann@lee.example\nExperience\nDeveloper, Leeworks, 2020 - today\n- Python at Leeworks", ""),
        ("2", "Ann Lee", "", "Ann Lee.pdf"),
        ("3", "Ann Lee", "", "Ann Lee.docx"),
    ]
    result = batch(people, ("id", "name", "text", "path"), blind=True)
    assert [*result.rows[0]][:2] == ["rank", "id"]
    assert not {"name", "path"} & set(result.rows[0])
    for word in (b"Ann", b"Lee", b"lee"):
        assert word not in result.content
    assert [row["status"] for row in result.rows] == ["scored", "unreadable", "unreadable"]


def test_a_table_without_rows_gives_a_ranking_without_rows(
    batch: Batch, tmp_path: Path, asked: Asked, analyzer: Analyzer
) -> None:
    result = batch([])
    assert (result.rows, result.summary.rows, result.summary.statuses) == ([], 0, {})
    assert [notice.code for notice in result.summary.notices] == ["no_rows"]
    run(tmp_path / "people.csv", asked, analyzer, (tmp_path / "r.csv",))
    assert (tmp_path / "r.csv").read_text(encoding="utf-8") == ",".join(["rank", "id", "name", *OUTPUT_COLUMNS[1:]]) + "\n"


def test_progress_is_told_after_each_chunk(batch: Batch) -> None:
    told: list[Progress] = []
    batch(PEOPLE, chunk=3, progress=told.append)
    assert [(progress.rows, progress.new) for progress in told] == [(3, 3), (6, 6), (8, 8)]
    assert told[-1].share == 1.0


def test_the_best_are_the_first_of_all(batch: Batch) -> None:
    whole, three = batch(PEOPLE), batch(PEOPLE, top=3)
    assert three.rows == whole.rows[:3]
    assert three.summary.rows == 8


def test_one_run_writes_all_formats_from_the_same_rows(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    table = tmp_path / "people.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "name", "text"), *PEOPLE])
    written = tuple(tmp_path / f"r{ending}" for ending in (".csv", ".tsv", ".xlsx", ".jsonl", ".html"))
    run(table, asked, analyzer, written)
    record = json.loads((tmp_path / "r.csv.run.json").read_text(encoding="utf-8"))
    assert set(record["outputs"]) == {path.name for path in written}
    assert record["posting"]["must_haves"] == ["Python", "PostgreSQL or MySQL", "Kubernetes"]
    assert record["counts"]["status"] == {"scored": 6, "empty": 1, "no skills": 1}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["people.csv", "r.csv.run.json", *(path.name for path in written)]
    )
    before = {path: path.read_bytes() for path in (*written, tmp_path / "r.csv.run.json")}
    run(table, asked, analyzer, written)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["people.csv"], "is the input itself"),
        (["posting.jsonl"], "is the input itself"),
        (["hard.csv"], "is the input itself"),
        (["r.csv", "r.csv"], "stands twice"),
        (["r.pdf"], "only .csv, .tsv, .xlsx, .jsonl and .html can be written"),
        (["r"], "only .csv, .tsv, .xlsx, .jsonl and .html can be written"),
        (["nowhere/r.csv"], "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_told_before_any_work(
    tmp_path: Path, asked: Asked, analyzer: Analyzer, names: list[str], said: str
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,text\n1,Python\n", encoding="utf-8")
    (tmp_path / "posting.jsonl").write_text("Python", encoding="utf-8")
    (tmp_path / "hard.csv").hardlink_to(table)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(OutputError) as caught:
        run(table, asked, analyzer, tuple(tmp_path / name for name in names), read=(tmp_path / "posting.jsonl",))
    assert said in str(caught.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_is_a_table_of_its_files_without_the_results_in_it(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.md").write_text("Experience with Python.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Experience with Kubernetes and Python.", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 no text")
    written = tmp_path / "r.jsonl"
    for _ in range(2):
        run(tmp_path, asked, analyzer, (written,))
        rows = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
        assert [(row["file"], row["status"]) for row in rows] == [
            ("two.txt", "scored"),
            ("a/one.md", "scored"),
            ("photo.jpg", "unreadable"),
        ]
    run(tmp_path, asked, analyzer, (written,), Options(blind=True))
    assert b"one.md" not in written.read_bytes()


def test_files_outside_are_read_only_if_that_is_allowed(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    folder = tmp_path / "table"
    folder.mkdir()
    (tmp_path / "cv.md").write_text("Experience with Python.", encoding="utf-8")
    (folder / "link.md").symlink_to(tmp_path / "cv.md")
    names = ["../cv.md", str(tmp_path / "cv.md"), "link.md", "file:///etc/passwd", "/dev/zero", "."]
    (folder / "t.csv").write_text("path\n" + "\n".join(names) + "\n", encoding="utf-8")
    for allowed, scored in ((False, 0), (True, 3)):
        summary = run(folder / "t.csv", asked, analyzer, (folder / "r.csv",), Options(allow_outside=allowed))
        assert summary.statuses.get("scored", 0) == scored
        assert summary.rows == len(names)


def test_a_candidate_is_never_written_over(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    (tmp_path / "anna.html").write_text("<html><body><p>Experience with Python.</p></body></html>", encoding="utf-8")
    table = tmp_path / "people.csv"
    table.write_text("path\nanna.html\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for candidates in (tmp_path, table):
        with pytest.raises(OutputError, match=r"anna\.html: is one of the candidates"):
            run(candidates, asked, analyzer, (tmp_path / "anna.html",))
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_tables_and_results_in_a_folder_are_no_candidates(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    (tmp_path / "one.md").write_text("Experience with Python.", encoding="utf-8")
    (tmp_path / "list.csv").write_text("id,text\n1,Python and PostgreSQL and Kubernetes\n", encoding="utf-8")
    for name in ("first", "second"):
        run(tmp_path, asked, analyzer, (tmp_path / f"{name}.jsonl", tmp_path / f"{name}.html"))
        rows = [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [(row["file"], row["status"]) for row in rows] == [("one.md", "scored"), ("list.csv", "unreadable")]
        assert "is a table and no résumé" in rows[1]["cause"]


def test_all_outputs_are_written_or_none(
    tmp_path: Path, asked: Asked, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "people.csv").write_text("id,text\n1,Python\n2,Python\n", encoding="utf-8")
    (tmp_path / "r.csv").write_text("old", encoding="utf-8")
    monkeypatch.setattr("skillgap.batch.writers.workbook._ROWS", 1)
    with pytest.raises(OutputError, match="more rows than"):
        run(tmp_path / "people.csv", asked, analyzer, (tmp_path / "r.csv", tmp_path / "r.xlsx"))
    assert (tmp_path / "r.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv", "r.csv", "r.csv.unfinished"]


def test_rows_with_one_id_and_one_result_stand_in_the_order_of_what_they_say(batch: Batch) -> None:
    people = [("1", "x", "Experience with Python at sea."), ("1", "x", "Experience with Python on land.")]
    one, other = batch(people), batch(people[::-1])
    assert one.column("reasons") == other.column("reasons")
    assert [{"1": "2", "2": "1"}[number] for number in one.column("row")] == other.column("row")


@pytest.mark.parametrize("blind", [False, True])
@pytest.mark.parametrize(
    ("ids", "told"),
    [
        (["1", "2", "3"], ""),
        (["01", "1", "1.0"], ""),
        (["7", "2", "7 "], "2 rows have one that another row has too"),
        (["7", "7", "7"], "3 rows have one that another row has too"),
        (["a", " ", "3"], "1 has none"),
        (["", "x", "x"], "2 rows have one that another row has too, 1 has none"),
    ],
)
def test_ids_that_do_not_tell_rows_apart_are_told_and_their_numbers_shown(
    batch: Batch, ids: list[str], told: str, blind: bool
) -> None:
    texts = ("Experience with Python at sea.", "Skills: Java, MySQL", "Kubernetes and Docker")
    result = batch([(name, "x", text) for name, text in zip(ids, texts, strict=True)], blind=blind)
    said = [f"the ids do not tell all candidates apart: {told}; the column 'row' does, and --id-column names another one"]
    assert list(map(str, result.summary.notices)) == said * bool(told)
    assert [*result.rows[0]][: 2 + bool(told)] == ["rank", *["row"] * bool(told), "id"]
    if told:
        assert {row["row"]: row["id"] for row in result.rows} == {str(number): name for number, name in enumerate(ids, 1)}


def test_who_shares_an_id_or_has_none_is_called_by_the_row_too(batch: Batch) -> None:
    text = "Experience with Python, Kubernetes and Docker on ships."
    rows = batch([("7", "x", text), ("7", "y", text), ("", "z", text), ("9", "z", text)]).rows
    assert {row["row"]: row["duplicates"] for row in rows}["4"] == "same document as row 3, 7 (row 1), 7 (row 2)"


def test_formulas_that_were_never_computed_cost_what_needs_them(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    (tmp_path / "cv.md").write_text("Experience with Python.", encoding="utf-8")
    book = Workbook()
    book.active.append(["id", "link", "text", "path", "note"])
    for row in (
        ["1", '=HYPERLINK("x")', "Python", None, "=1+1"],
        ["2", '=HYPERLINK("x")', "=A1", "cv.md", "b"],
        ["3", "c", "Kubernetes", '=A1&".md"', "c"],
        ["4", "d", None, '=A1&".md"', "d"],
        ["5", "e", None, "cv.md", "e"],
    ):
        book.active.append(row)
    book.save(tmp_path / "people.xlsx")
    for chunk in (1, 100):
        summary = run(tmp_path / "people.xlsx", asked, analyzer, (tmp_path / "r.jsonl",), chunk=chunk)
        rows = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()]
        assert {row["id"]: row["cause"].split(";")[0] for row in rows} == {
            "1": "",
            "2": "row 2 has a formula without a value in C3",
            "3": "",
            "4": "row 4 has a formula without a value in D5",
            "5": "",
        }
        assert [str(notice).split(":")[0] for notice in summary.notices] == [
            "of the column 'link' 2 cells are empty in the result",
            "of the column 'note' 1 cell is empty in the result",
            "of the column 'path' 2 cells are empty in the result",
        ]
    blind = run(tmp_path / "people.xlsx", asked, analyzer, (tmp_path / "r.jsonl",), Options(blind=True))
    assert blind.notices == ()


@pytest.mark.parametrize("musts", [["rust"], ["rust", "python"]])
def test_what_is_unsure_is_for_the_recruiter_to_ask(batch: Batch, analyzer: Analyzer, musts: list[str]) -> None:
    asked = ask(analyzer.read_posting("Requirements\n- Rust\n- Python\n"), analyzer.skill, musts)
    (row,) = batch([("1", "x", "Skills\nPython\n\nWent to see Rust in concert.")], asked=asked).rows
    told = json.dumps(row, ensure_ascii=False)
    assert "an ambiguous word in the résumé; ask whether it is meant" in told
    assert "say it" not in told
    assert row["cause"].startswith("a question: ") == (musts == ["rust"])


def test_a_question_behind_a_substitute_is_for_the_recruiter_to_ask_too(batch: Batch, analyzer: Analyzer) -> None:
    asked = ask(analyzer.read_posting("Requirements\n- Express.js\n"), analyzer.skill, ["express.js"])
    (row,) = batch([("1", "x", "Skills\nKoa\n\nTook the express to Leeds.")], asked=asked).rows
    told = json.dumps(row, ensure_ascii=False)
    assert "an ambiguous word may be the skill itself: ask whether it is meant" in told
    assert "say it" not in told


def test_signs_that_only_steer_are_no_words_of_a_quote(batch: Batch) -> None:
    result = batch([("1", "x", "Experience with \x07Python\x00 and\x02 Docker")])
    assert "Experience with Python and Docker" in result.rows[0]["reasons"][0]


def test_a_must_have_is_scored_and_added_where_the_posting_asks_it_in_other_words(batch: Batch, analyzer: Analyzer) -> None:
    posting = analyzer.read_posting("Requirements\n- Kafka or NATS\n- Python\n")
    people = [("1", "x", "Skills: Kafka")]
    plain, same, other = (
        batch(people, asked=ask(posting, analyzer.skill, must)).rows[0] for must in ([], ["nats or kafka"], ["kafka"])
    )
    assert (plain["required_met"], same["required_met"], other["required_met"]) == ("1/2", "1/2", "2/3")
    assert plain["score"] == same["score"] < other["score"]
    assert len({plain["posting"], same["posting"], other["posting"]}) == 3


def test_where_there_is_a_column_called_row_the_numbers_have_another_name(batch: Batch) -> None:
    result = batch([("7", "a", "Python"), ("7", "b", "Docker")], ("id", "row", "text"))
    assert [(row["skillgap_row"], row["row"]) for row in result.rows] in ([("1", "a"), ("2", "b")], [("2", "b"), ("1", "a")])
    assert "the column 'skillgap_row' does" in str(result.summary.notices[0])


def test_the_summary_calls_each_kind_of_failure_by_its_name(tmp_path: Path, asked: Asked, analyzer: Analyzer) -> None:
    (tmp_path / "table").mkdir()
    (tmp_path / "table" / "folder").mkdir()
    (tmp_path / "cv.txt").write_text("Python", encoding="utf-8")
    cells = {
        "gone.txt": "missing file",
        "../cv.txt": "outside folder",
        "/etc/hosts": "outside folder",
        "folder": "folder or device",
        "https://example.org/cv.pdf": "web address",
        "": "empty row",
    }
    table = tmp_path / "table" / "people.csv"
    table.write_text("id,path\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(cells)), encoding="utf-8")
    summary = run(table, asked, analyzer, (tmp_path / "r.csv",))
    assert summary.failures == {kind: list(cells.values()).count(kind) for kind in cells.values()}
