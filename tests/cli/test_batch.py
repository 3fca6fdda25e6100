"""`skillgap batch`: every row once, ranked, with a status; the input and its formulas are left alone."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from .conftest import POSTING, RESUME, Run, here, skillgap

DAY = ("--today", "2026-11-01")
ROWS = [
    {"id": "007", "name": "NA", "text": "Experience with Python and PostgreSQL, Kafka and Kubernetes.", "path": ""},
    {"id": "2", "name": "Null", "text": "", "path": "cv.md"},
    {"id": "3", "name": "=HYPERLINK(1)", "text": 'Skills:\nPython,\n"Docker"', "path": ""},
    {"id": "4", "name": "-1+1", "text": "", "path": "missing.pdf"},
    {"id": "5", "name": " @SUM(A1)", "text": "", "path": ""},
    {"id": "6", "name": "+49 30 1", "text": "I like gardening and long walks.", "path": ""},
    {"id": "7", "name": "out\rside", "text": "", "path": "../cv.md"},
]


@pytest.fixture(scope="module")
def folder(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch") / "with spaces"
    folder.mkdir()
    (folder / "cv.md").write_text(RESUME, encoding="utf-8")
    (folder.parent / "cv.md").write_text(RESUME, encoding="utf-8")
    (folder / "ad.txt").write_text(POSTING, encoding="utf-8")
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]))
        writer.writeheader()
        writer.writerows(ROWS)
    return folder


@pytest.fixture(scope="module")
def run(folder: Path, inputs: Path) -> Run:
    return skillgap("batch", folder / "people.csv", "--posting", inputs / "posting.txt", "-o", folder / "ranked.csv", *DAY)


@pytest.fixture(scope="module")
def ranked(run: Run, folder: Path) -> list[dict[str, str]]:
    with (folder / "ranked.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_that_failed_give_one_as_exit_code_and_a_summary(run: Run, folder: Path) -> None:
    assert (run.code, run.out) == (1, "")
    first, second = run.err.splitlines()
    assert re.sub(r"in \d+ s", "in 0 s", first).startswith(
        "skillgap: 7 candidates read in 0 s: 3 scored, 4 not "
        "(empty row 1, missing file 1, no skills 1, outside folder 1); written to "
    )
    assert second.startswith("skillgap: ")
    assert "could not be judged 4; must-haves: " in second


def test_nobodys_name_is_told(run: Run) -> None:
    for word in ("Null", "HYPERLINK", "missing.pdf", "cv.md"):
        assert word not in run.err


def test_every_row_stands_once_with_its_status(ranked: list[dict[str, str]]) -> None:
    assert {row["id"]: row["status"] for row in ranked} == {
        "007": "scored",
        "2": "scored",
        "3": "scored",
        "4": "unreadable",
        "5": "empty",
        "6": "no skills",
        "7": "unreadable",
    }
    assert len(ranked) == len(ROWS)


def test_a_row_without_a_score_has_a_cause_and_no_rank(ranked: list[dict[str, str]]) -> None:
    for row in ranked:
        assert bool(row["score"]) == bool(row["rank"]) == (row["status"] == "scored") == (not row["cause"])
    causes = {row["id"]: row["cause"] for row in ranked}
    assert "missing.pdf: no such file" in causes["4"]
    assert "outside the table's folder" in causes["7"]


def test_the_best_stands_first(ranked: list[dict[str, str]]) -> None:
    assert [row["rank"] for row in ranked[:3]] == ["1", "2", "3"]
    assert [row["bucket"] for row in ranked[3:]] == ["could not be judged"] * 4
    assert "Kafka" not in {row["id"]: row for row in ranked}["007"]["missing"]
    assert "Kafka" in {row["id"]: row for row in ranked}["3"]["missing"]


def test_names_are_kept_and_texts_left_out(ranked: list[dict[str, str]]) -> None:
    assert {"NA", "Null"} <= {row["name"] for row in ranked}
    assert "text" not in ranked[0]


def test_a_cell_that_a_spreadsheet_would_run_is_inert(ranked: list[dict[str, str]]) -> None:
    names = {row["id"]: row["name"] for row in ranked}
    assert names["3"] == "'=HYPERLINK(1)"
    assert names["4"] == "'-1+1"
    assert names["5"] == "' @SUM(A1)"
    assert names["6"] == "'+49 30 1"
    assert "\r" not in "".join("".join(row.values()) for row in ranked)


def test_without_a_file_the_table_goes_to_standard_output(run: Run, folder: Path, inputs: Path) -> None:
    printed = here("batch", "people.csv", "-p", inputs / "posting.txt", "--quiet", *DAY, cwd=folder)
    assert (printed.code, printed.err) == (1, "")
    assert printed.raw == (folder / "ranked.csv").read_bytes()


def test_the_input_is_never_written_over(folder: Path, inputs: Path, tmp_path: Path) -> None:
    before = (folder / "people.csv").read_bytes()
    (folder / "link.csv").symlink_to(folder / "people.csv")
    for target in ("people.csv", "link.csv", "../with spaces/people.csv"):
        line = here("batch", "people.csv", "-p", inputs / "posting.txt", "-o", target, cwd=folder).refused()
        assert "is the input itself" in line
    assert (folder / "people.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing.csv", "-p", "ad.txt"], "nothing.csv: no such file"),
        (["people.csv", "-p", "nothing.txt"], "nothing.txt: no such file"),
        (["people.csv", "-p", "ad.txt", "-o", "ranked.pdf"], "only .csv, .tsv, .xlsx, .jsonl and .html can be written"),
        (["people.csv", "-p", "ad.txt", "-o", "people.csv"], "is the input itself"),
        (["people.csv", "-p", "ad.txt", "--must", "pyton"], "pyton: no such skill in the taxonomy; did you mean Python?"),
        (["people.csv", "-p", "ad.txt", "--must", "python and (kafka"], "a parenthesis is not closed"),
        (["people.csv", "-p", "ad.txt", "--min-years", "python"], "'python' is no skill with years; write it as python=3"),
        (["people.csv", "-p", "ad.txt", "--min-years", "python=many"], "is no skill with years"),
        (["people.csv", "-p", "ad.txt", "--id-column", "no"], "no column 'no'; the columns are: id, name, text, path"),
        (["people.csv", "-p", "ad.txt", "--top", "0"], "'--top': '0' is no whole number from 1 on; see"),
        (["people.csv", "-p", "ad.txt", "--top", "x"], "'--top': 'x' is no whole number from 1 on; see"),
        (["people.csv", "-p", "ad.txt", "--workers", "257"], "'--workers': '257' is no whole number from 0 to 256; see"),
        (["people.csv", "-p", "ad.txt", "--min-years", "=3"], "'=3' names no skill; write it as python=3"),
        (["people.csv", "-p", "ad.txt", "--min-years", "go=99"], "go: 99 years; give a number above 0 and at most 60"),
        (["people.csv", "-p", "ad.txt", "--scheduler", "tcp://127.0.0.1:1"], "--scheduler is for --engine dask"),
        (["people.csv", "-p", "ad.txt", "-o", "nowhere/ranked.csv"], "nowhere/ranked.csv: cannot be written"),
        (["people.csv", "-p", "https://example.org"], "a web address"),
        (["people.csv", "-p", "ad.txt", "--text-column", "cv"], "no column 'cv'; the columns are: id, name, text, path"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(folder: Path, arguments: list[str], said: str) -> None:
    assert said in here("batch", *arguments, cwd=folder).refused()


def test_a_table_that_breaks_leaves_the_old_result(folder: Path, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("# Go engineer\n\n- Python, Docker\n")
    (tmp_path / "ranked.csv").write_text("old")
    line = here("batch", "bad.csv", "-p", inputs / "posting.txt", "-o", "ranked.csv", cwd=tmp_path).refused()
    assert "bad.csv: this is no CSV" in line
    assert (tmp_path / "ranked.csv").read_text() == "old"


def test_must_haves_make_the_buckets(folder: Path, inputs: Path) -> None:
    must = ("--must", "python and (kafka or rabbitmq)", "--min-years", "python=3", "--top", "2")
    run = here("batch", "people.csv", "-p", inputs / "posting.txt", "-o", "must.jsonl", *must, *DAY, cwd=folder)
    assert run.code == 1
    rows = [json.loads(line) for line in (folder / "must.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["bucket"]) for row in rows] == [("2", "meets all must-haves"), ("007", "meets most must-haves")]
    assert "must-haves: Python, 3+ years; Apache Kafka or RabbitMQ" in run.err


def test_one_run_may_write_several_files_and_go_on_with_none(folder: Path, inputs: Path) -> None:
    outputs = ("-o", "all.xlsx", "-o", "all.html", "--continue", "--workers", "0")
    run = here("batch", "people.csv", "-p", inputs / "posting.txt", *outputs, *DAY, cwd=folder)
    assert run.code == 1
    assert run.err.splitlines()[0] == "skillgap: there is no interrupted run of this output; beginning one"
    assert {path.name for path in folder.glob("all.*")} == {"all.xlsx", "all.html", "all.xlsx.run.json"}


def test_blind_prints_the_id_and_no_name(folder: Path, inputs: Path) -> None:
    run = here("batch", "people.csv", "-p", inputs / "posting.txt", "--blind", *DAY, cwd=folder)
    heading, *rows = csv.reader(run.out.splitlines())
    assert heading[:3] == ["rank", "id", "bucket"]
    assert len(rows) == len(ROWS)
    for word in ("Maya", "Acme", "HYPERLINK", "missing.pdf"):
        assert word not in run.out


def test_ids_that_do_not_tell_rows_apart_are_told_though_quiet(folder: Path, inputs: Path) -> None:
    (folder / "twice.csv").write_text("no,id,text\n7,1,Python\n7,2,Kafka\n,3,Docker\n", encoding="utf-8")
    command = ("batch", "twice.csv", "-p", inputs / "posting.txt", "--quiet", *DAY)
    run = here(*command, "--id-column", "no", cwd=folder)
    assert run.err == (
        "skillgap: warning: the ids do not tell all candidates apart: 2 rows have one that another row has too, 1 has none;"
        " the column 'row' does, and --id-column names another one\n"
    )
    assert run.out.startswith("rank,row,no,id,bucket,")
    plain = here(*command, cwd=folder)
    assert (plain.code, plain.err, plain.out[:16]) == (0, "", "rank,no,id,bucke")


def test_a_folder_of_resumes_is_ranked(folder: Path, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    run = here("batch", tmp_path, "-p", inputs / "posting.txt", *DAY, cwd=folder)
    rows = list(csv.DictReader(run.out.splitlines()))
    assert [(row["file"], row["status"]) for row in rows] == [("cv.md", "scored"), ("empty.txt", "empty")]


@pytest.mark.parametrize(("name", "looks"), [("cv.md", "résumé"), ("people.csv", "table")])
def test_a_posting_that_is_none_is_warned_of(folder: Path, inputs: Path, tmp_path: Path, name: str, looks: str) -> None:
    posting = folder / name if name == "people.csv" else inputs / name
    for command in (("batch", folder / "people.csv", "-p", posting, "--quiet"), ("posting", posting)):
        run = here(*command, cwd=tmp_path)
        assert run.err.splitlines()[0].startswith(f"skillgap: warning: {posting}: this posting reads like a {looks}; ")


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_a_table_without_rows_is_told(folder: Path, inputs: Path, quiet: tuple[str, ...]) -> None:
    (folder / "none.csv").write_text("id,text\n", encoding="utf-8")
    run = here("batch", "none.csv", "-p", inputs / "posting.txt", *quiet, *DAY, cwd=folder)
    said = "skillgap: warning: the table has a heading and no rows; check that it is the right file"
    assert (run.code, run.err.splitlines()[0], run.out.count("\n")) == (1, said, 1)


def test_of_a_posting_in_another_language_it_is_said_which_file(folder: Path) -> None:
    german = (
        "Wir suchen zum nächsten Sommer einen erfahrenen Entwickler für unsere Abteilung in Hamburg.\n\nDeine Aufgaben\n\n"
        "- Du entwickelst gemeinsam mit deinen Kollegen neue Dienste in Python und betreust die bestehenden.\n"
        "- Du sprichst mit den Fachabteilungen und schreibst auf, was sie wirklich brauchen.\n\nDas bringst du mit\n\n"
        "- Mehrere Jahre Erfahrung mit PostgreSQL, Docker und Kafka\n- Sehr gute Kenntnisse der deutschen Sprache\n"
    )
    (folder / "stelle.txt").write_text(german, encoding="utf-8")
    for command in (("batch", "people.csv", "-p", "stelle.txt", "--quiet"), ("posting", "stelle.txt")):
        assert here(*command, cwd=folder).err.startswith("skillgap: warning: stelle.txt: it is in German; ")
    piped = skillgap("posting", "-", cwd=folder, stdin=german.encode())
    assert piped.err.startswith("skillgap: warning: standard input: it is in German; ")


def test_an_interrupted_run_keeps_its_day(folder: Path, tmp_path: Path) -> None:
    from skillgap.batch import ask, run
    from skillgap.cli.console import make_analyzer

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    written = tmp_path / "r.csv"
    begun = make_analyzer(today=date(2024, 2, 29))
    asked = ask(begun.read_posting(folder / "ad.txt"), begun.skill)
    with pytest.raises(KeyboardInterrupt):
        run(folder / "people.csv", asked, begun, (written,), progress=interrupt)
    command = ("batch", "people.csv", "-p", "ad.txt", "-o", written, "--workers", "0", "--continue")
    line = here(*command, "--today", "2026-11-01", cwd=folder).refused()
    assert "r.csv.unfinished: the interrupted run had another today; give --today 2024-02-29, or to begin anew remove" in line
    assert "7 of them in the run before" in here(*command, cwd=folder).err
    assert json.loads((tmp_path / "r.csv.run.json").read_text(encoding="utf-8"))["today"] == "2024-02-29"
