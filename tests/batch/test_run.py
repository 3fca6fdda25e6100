"""A batch from file to ranked table: the same bytes for the same people, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pandas as pd
import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch import RESULT_COLUMNS, BatchResult, run
from skillgap.batch.run import rank, to_csv
from skillgap.errors import TableError
from skillgap.model import Posting

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


@pytest.fixture(scope="module")
def posting(analyzer: Analyzer) -> Posting:
    return analyzer.read_posting("Requirements\n- Python\n- PostgreSQL or MySQL\n- Kubernetes\n")


def batch(folder: Path, people: list[tuple[str, ...]], posting: Posting, analyzer: Analyzer, **options: object) -> BatchResult:
    heading = options.pop("heading", ("id", "name", "text"))
    file = folder / "people.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([heading, *people])
    return run(file, posting, analyzer, **options)  # type: ignore[arg-type]


def test_every_row_stands_once(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    result = batch(tmp_path, PEOPLE, posting, analyzer)
    assert sorted(result.table.index) == list(range(1, 9))
    assert tuple(result.table.columns) == ("rank", "id", "name", *RESULT_COLUMNS)
    assert list(result.counts.items()) == [("scored", 6), ("no skills", 1), ("empty", 1)]


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 8, 9])
def test_the_size_of_a_chunk_does_not_change_the_bytes(tmp_path: Path, posting: Posting, analyzer: Analyzer, chunk: int) -> None:
    whole = to_csv(batch(tmp_path, PEOPLE, posting, analyzer).table)
    assert to_csv(batch(tmp_path, PEOPLE, posting, analyzer, chunk=chunk).table) == whole


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_does_not_change_the_bytes(tmp_path: Path, posting: Posting, analyzer: Analyzer, seed: int) -> None:
    whole = to_csv(batch(tmp_path, PEOPLE, posting, analyzer).table)
    shuffled = random.Random(seed).sample(PEOPLE, len(PEOPLE))
    assert to_csv(batch(tmp_path, shuffled, posting, analyzer).table) == whole


def test_equal_scores_share_a_rank_and_those_without_stand_last(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    table = batch(tmp_path, PEOPLE, posting, analyzer).table
    assert table["rank"].iloc[0] == 1
    assert table["rank"].iloc[-2:].isna().all()
    by_score = table[table["score"].notna()].groupby("score")["rank"].nunique()
    assert (by_score == 1).all()
    assert table["score"].dropna().is_monotonic_decreasing


def test_ranks_count_those_that_are_better() -> None:
    results = dict.fromkeys(RESULT_COLUMNS, "")
    table = pd.DataFrame([{"id": i, **results, "score": score} for i, score in enumerate([10.0, 30.0, None, 30.0, 20.0])])
    assert rank(table)["rank"].tolist() == [1, 1, 3, 4, pd.NA]


def test_rows_with_one_score_or_none_stand_in_the_order_of_their_ids_as_numbers(
    tmp_path: Path, posting: Posting, analyzer: Analyzer
) -> None:
    texts = ("Experience with Python.", "I like gardening.", "")
    people = [(f"cv{i}", "x", texts[i % 3]) for i in (13, 2, 11, 9, 5, 30, 1, 100)]
    ids = batch(tmp_path, people, posting, analyzer).table["id"].tolist()
    assert ids == ["cv9", "cv30", "cv1", "cv2", "cv5", "cv11", "cv13", "cv100"]


def test_the_order_is_that_of_the_id_wherever_it_stands(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    people = [("a", "10", ""), ("b", "9", ""), ("c", "9" * 5000, "")]
    table = batch(tmp_path, people, posting, analyzer, heading=("name", "ID", "text")).table
    assert table["name"].tolist() == ["b", "a", "c"]


def test_a_broken_row_costs_itself(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    (tmp_path / "people.csv").write_text('id,text\n1,"Python"\n2,Python,Docker,extra\n', encoding="utf-8")
    for chunk in (1, 500):
        table = run(tmp_path / "people.csv", posting, analyzer, chunk=chunk).table
        assert table["id"].tolist() == ["1", "2"]
        assert table["status"].tolist() == ["scored", "unreadable"]
        assert table["cause"].tolist()[1].startswith("row 2 has 4 cells, the heading 2")


def test_a_second_column_for_texts_is_not_passed_over(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    with pytest.raises(TableError, match="more than one column 'resume'; rename or remove one"):
        batch(tmp_path, [("Python", "Docker")], posting, analyzer, heading=("resume", "resume"))


def test_columns_called_like_ours_stay_and_ours_are_prefixed(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    heading = ("rank", "score", "status", "_content", "text")
    people = [("9", "1", "hired", "x", "Experience with Python.")]
    table = batch(tmp_path, people, posting, analyzer, heading=heading).table
    ours = ["skillgap_" + name if name in heading else name for name in RESULT_COLUMNS]
    assert tuple(table.columns) == ("skillgap_rank", "rank", "score", "status", "_content", *ours)
    assert table[["rank", "score", "status"]].to_numpy().tolist() == [["9", "1", "hired"]]
    assert (table["skillgap_rank"].iloc[0], table["skillgap_status"].iloc[0]) == (1, "scored")


def test_a_score_of_the_recruiter_is_as_inert_as_any_cell(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    result = batch(tmp_path, [("=1+1", "Python")], posting, analyzer, heading=("score", "text"))
    assert "'=1+1" in to_csv(result.table)


def test_a_table_without_rows_gives_one_without_rows(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    result = batch(tmp_path, [], posting, analyzer)
    assert result.counts == {}
    assert to_csv(result.table) == ",".join(["rank", "id", "name", *RESULT_COLUMNS]) + "\n"


def test_progress_is_told_after_each_chunk(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    told: list[int] = []
    batch(tmp_path, PEOPLE, posting, analyzer, chunk=3, progress=told.append)
    assert told == [3, 6, 8]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "  @x", "\x00=1"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    table = pd.DataFrame({"rank": [1], "score": [-5.0], cell: [cell], "b": ["a=1"]})
    ((_, _, heading, _), (place, score, value, plain)) = csv.reader(io.StringIO(to_csv(table), newline=""))
    assert heading.startswith("'")
    assert value.startswith("'")
    assert (place, score, plain) == ("1", "-5.0", "a=1")


def test_a_carriage_return_cannot_begin_a_row(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    text = to_csv(batch(tmp_path, [("1", "a\r=cmd()", "Python")], posting, analyzer).table)
    assert "\r" not in text
    assert [len(row) for row in csv.reader(io.StringIO(text, newline=""))] == [13, 13]
