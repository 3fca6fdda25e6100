"""`score_frame`: a pure function over a frame, row by row."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import skillgap
from skillgap.analyzer import Analyzer
from skillgap.batch import RESULT_COLUMNS, score_frame
from skillgap.batch.columns import result_columns
from skillgap.documents import apart
from skillgap.errors import NoSkills, SkillgapError, TableError
from skillgap.model import Document, Posting, Resume

ASKED = "Requirements\n- Python\n- PostgreSQL or MySQL\n- Kubernetes\nNice to have\n- Kafka\n"
TEXTS = [
    "Experience with Python, PostgreSQL and Kubernetes.",
    "Experience with Python.",
    "",
    "I like gardening and long walks.",
    "Skills: Java, MySQL",
    "   \n",
]


@pytest.fixture(scope="module")
def posting(analyzer: Analyzer) -> Posting:
    return analyzer.read_posting(ASKED)


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame({"id": list("abcdef"), "text": TEXTS}, index=[7, 3, 3, 0, -1, 9])


def test_the_frame_that_is_given_is_unchanged(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    before = frame.copy(deep=True)
    score_frame(frame, posting, analyzer=analyzer)
    pd.testing.assert_frame_equal(frame, before)


def test_index_and_columns_are_kept_and_the_results_come_behind(
    frame: pd.DataFrame, posting: Posting, analyzer: Analyzer
) -> None:
    scored = score_frame(frame, posting, analyzer=analyzer)
    assert scored.index.tolist() == frame.index.tolist()
    assert tuple(scored.columns) == ("id", "text", *RESULT_COLUMNS)
    pd.testing.assert_frame_equal(scored[["id", "text"]], frame)
    assert scored["score"].dtype == scored["certainty"].dtype == np.float64


def test_every_row_has_a_status_and_only_a_scored_one_a_score(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    scored = score_frame(frame, posting, analyzer=analyzer)
    assert scored["status"].tolist() == ["scored", "scored", "empty", "no skills", "scored", "empty"]
    assert scored["score"].notna().tolist() == [status == "scored" for status in scored["status"]]
    assert [bool(cause) for cause in scored["cause"]] == [status != "scored" for status in scored["status"]]


def test_a_row_says_what_is_met_and_what_is_missing(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    first, second = score_frame(frame, posting, analyzer=analyzer).iloc[:2].to_dict("records")
    assert (first["required_met"], first["missing"]) == ("3/3", "")
    assert second["required_met"] == "1/3"
    assert second["missing"].split("; ") == ["PostgreSQL or MySQL", "Kubernetes"]
    assert second["next"]
    assert first["score"] > second["score"]


def test_a_row_is_scored_as_a_comparison_scores_it(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    scored = score_frame(frame, posting, analyzer=analyzer)
    assert scored["score"].iloc[1] == analyzer.compare(TEXTS[1], posting).score


def test_the_order_of_rows_does_not_matter(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    forward = score_frame(frame, posting, analyzer=analyzer).set_index("id").sort_index()
    backward = score_frame(frame.iloc[::-1], posting, analyzer=analyzer).set_index("id").sort_index()
    pd.testing.assert_frame_equal(forward, backward)


def test_a_posting_may_be_text(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    by_text = score_frame(frame, ASKED, analyzer=analyzer)
    pd.testing.assert_frame_equal(by_text, score_frame(frame, posting, analyzer=analyzer))


def test_the_package_offers_it() -> None:
    assert skillgap.score_frame is score_frame


def test_a_frame_without_rows_gives_one_without_rows(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    scored = score_frame(frame.iloc[:0], posting, analyzer=analyzer)
    assert len(scored) == 0
    assert tuple(scored.columns) == ("id", "text", *RESULT_COLUMNS)
    assert scored["score"].dtype == np.float64


def test_missing_values_are_empty_rows(posting: Posting, analyzer: Analyzer) -> None:
    frame = pd.DataFrame({"text": [None, float("nan"), pd.NA, 7]})
    assert score_frame(frame, posting, analyzer=analyzer)["status"].tolist() == ["empty", "empty", "empty", "no skills"]


@pytest.mark.parametrize("cell", ["NULL", "nan", "None", " N/A ", "NA", "-"])
def test_what_other_programs_write_for_nothing_is_nothing(posting: Posting, analyzer: Analyzer, cell: str) -> None:
    scored = score_frame(pd.DataFrame({"text": [cell], "path": [cell]}), posting, analyzer=analyzer)
    assert scored["status"].tolist() == ["empty"]
    assert scored["text"].tolist() == [cell]


def test_results_of_an_earlier_run_stay_and_the_new_ones_stand_beside_them(
    frame: pd.DataFrame, posting: Posting, analyzer: Analyzer
) -> None:
    once = score_frame(frame, posting, analyzer=analyzer)
    twice = score_frame(once, posting, analyzer=analyzer)
    pd.testing.assert_frame_equal(twice[list(once.columns)], once)
    assert tuple(twice.columns) == (*once.columns, *(f"skillgap_{name}" for name in RESULT_COLUMNS))
    assert twice["skillgap_score"].tolist()[:2] == once["score"].tolist()[:2]
    thrice = score_frame(twice, posting, analyzer=analyzer)
    assert tuple(thrice.columns[-2:]) == ("skillgap_cause_2", "skillgap_posting_2")
    assert thrice.columns.is_unique


def test_only_a_name_that_is_taken_is_prefixed_whatever_its_case() -> None:
    names = result_columns(["id", " Status "], RESULT_COLUMNS)
    assert (names["status"], names["score"]) == ("skillgap_status", "score")


def test_a_path_is_relative_to_the_folder_and_stays_inside(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    inside, outside = tmp_path / "table", tmp_path / "secret.txt"
    (inside / "cvs").mkdir(parents=True)
    (inside / "cvs" / "one.txt").write_text(TEXTS[0], encoding="utf-8")
    outside.write_text(TEXTS[0], encoding="utf-8")
    (inside / "link.txt").symlink_to(outside)
    paths = [
        "cvs/one.txt",
        " cvs/../cvs/one.txt ",
        "../secret.txt",
        str(outside),
        "link.txt",
        "no\0where",
        "x" * 5000,
        "cvs",
        "file:///etc/passwd",
    ]
    scored = score_frame(pd.DataFrame({"path": paths}), posting, analyzer=analyzer, folder=inside)
    assert scored["status"].tolist() == ["scored", "scored", *["unreadable"] * 7]
    assert [("outside the table's folder" in cause) for cause in scored["cause"]] == [
        False,
        False,
        True,
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_text_goes_before_a_path(tmp_path: Path, posting: Posting, analyzer: Analyzer) -> None:
    frame = pd.DataFrame({"path": ["missing.pdf", "missing.pdf"], "text": [TEXTS[0], ""]})
    assert score_frame(frame, posting, analyzer=analyzer, folder=tmp_path)["status"].tolist() == ["scored", "unreadable"]


def test_the_name_of_a_file_in_the_column_for_texts_is_read_as_a_path(
    tmp_path: Path, posting: Posting, analyzer: Analyzer
) -> None:
    (tmp_path / "one.md").write_text(TEXTS[0], encoding="utf-8")
    frame = pd.DataFrame({"text": [" one.md\n", "two.pdf", "../one.md", TEXTS[0]]})
    scored = score_frame(frame, posting, analyzer=analyzer, folder=tmp_path)
    assert scored["status"].tolist() == ["scored", "unreadable", "unreadable", "scored"]
    assert scored["score"].iloc[0] == scored["score"].iloc[3]
    assert scored["cause"].iloc[1] == (
        "two.pdf: the cell for the text holds the name of a file, and there is none beside the table; "
        "put the file there, or its text into the cell"
    )
    assert "outside the table's folder" in scored["cause"].iloc[2]


def test_a_row_that_breaks_the_engine_does_not_cost_the_others(
    frame: pd.DataFrame, posting: Posting, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Analyzer.read_resume

    def breaks(self: Analyzer, source: Document) -> Resume:
        if source.text == TEXTS[1]:
            raise RecursionError("too\ndeep")
        return read(self, source)

    monkeypatch.setattr(Analyzer, "read_resume", breaks)
    scored = score_frame(frame, posting, analyzer=analyzer)
    assert scored["status"].tolist() == ["scored", "unreadable", "empty", "no skills", "scored", "empty"]
    assert scored["cause"].iloc[1] == "something unforeseen (RecursionError: too deep)"


def test_latex_source_in_a_cell_breaks_its_row_as_a_file_of_it_does(posting: Posting, analyzer: Analyzer) -> None:
    texts = ["% cv\n\\documentclass{cv}\n\\begin{document}\n\\item Python", "Taught LaTeX (\\section{...}) and Python"]
    scored = score_frame(pd.DataFrame({"text": texts}), posting, analyzer=analyzer)
    assert scored["status"].tolist() == ["unreadable", "scored"]
    assert scored["cause"].iloc[0] == "LaTeX source, which is not read; typeset it and give the PDF"


@pytest.mark.parametrize(
    "name", ["text", "Resume", " CV ", "resume_text", "Résumé Text", "Resume Text", "cv text", "CV-Text", "Re\u0301sume\u0301"]
)
def test_usual_names_of_columns_are_known(posting: Posting, analyzer: Analyzer, name: str) -> None:
    assert score_frame(pd.DataFrame({"id": [1], name: TEXTS[:1]}), posting, analyzer=analyzer)["status"].tolist() == ["scored"]


@pytest.mark.parametrize("heading", ["mine", " mine\t"])
def test_columns_can_be_named(posting: Posting, analyzer: Analyzer, heading: str) -> None:
    frame = pd.DataFrame({"text": ["ignored"], heading: TEXTS[:1]})
    assert score_frame(frame, posting, analyzer=analyzer, text_column="mine")["status"].tolist() == ["scored"]


@pytest.mark.parametrize(
    ("columns", "options", "said"),
    [
        (["id", "name"], {}, "no column with résumé texts or paths"),
        (["id", "text"], {"text_column": "cv"}, "no column 'cv'; the columns are: id, text"),
        (["id", "text"], {"path_column": "cv"}, "no column 'cv'"),
        (["mine ", " mine"], {"text_column": "mine"}, "no column 'mine'"),
        (["text", "text"], {}, "more than one column 'text'"),
        (["text", "text"], {"text_column": "text"}, "more than one column 'text'"),
        (["text", "text.1"], {}, "more than one column 'text'; rename or remove one"),
        (["notes"], {}, "no column with résumé texts or paths; name it by text_column or path_column; the columns are: notes"),
        (["Anna Weber", "Python developer"], {}, "the first row of the table must be its heading"),
        ([0, 1], {}, "no column with résumé texts or paths"),
    ],
)
def test_a_frame_without_the_column_is_told(
    posting: Posting, analyzer: Analyzer, columns: list[object], options: dict[str, str], said: str
) -> None:
    frame = pd.DataFrame([["a", "b"][: len(columns)]], columns=columns)
    with pytest.raises(TableError) as caught:
        score_frame(frame, posting, analyzer=analyzer, **options)  # type: ignore[arg-type]
    assert said in str(caught.value)


def test_one_must_have_may_be_a_bare_string(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    one, many = (score_frame(frame, posting, analyzer=analyzer, must=must) for must in ("go and docker", ["go and docker"]))
    pd.testing.assert_frame_equal(one, many)


@pytest.mark.parametrize("frame", [[1], None, "people.csv", {"text": ["Python"]}])
def test_what_is_no_frame_is_told(frame: object, posting: Posting, analyzer: Analyzer) -> None:
    with pytest.raises(TableError, match=r"a pandas frame is needed, not \w+; give a pandas.DataFrame"):
        score_frame(frame, posting, analyzer=analyzer)  # type: ignore[arg-type]


@pytest.mark.parametrize("years", ["3", None, [3]])
def test_years_that_are_no_number_are_told(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer, years: object) -> None:
    with pytest.raises(SkillgapError, match="years; give a number above 0 and at most 60, as python=3"):
        score_frame(frame, posting, analyzer=analyzer, min_years={"go": years})  # type: ignore[dict-item]


def test_a_posting_that_asks_nothing_is_told(frame: pd.DataFrame, analyzer: Analyzer) -> None:
    with pytest.raises(NoSkills):
        score_frame(frame, "Apples and pears.", analyzer=analyzer)


def test_one_process_reads_the_files_of_all_rows_and_a_broken_one_costs_only_its_own(
    posting: Posting, analyzer: Analyzer, tmp_path: Path
) -> None:
    (tmp_path / "good.html").write_text("<html><body><p>Experience with Python and Kafka.</p></body></html>")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    frame = pd.DataFrame({"path": ["good.html", "bad.pdf", "good.html"] * 20})
    before = apart._shared()._all.copy()
    scored = score_frame(frame, posting, analyzer=analyzer, folder=tmp_path)
    assert scored["status"].tolist() == ["scored", "unreadable", "scored"] * 20
    assert len(apart._shared()._all - before) <= 1


def test_a_frame_in_parts_is_as_the_whole(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    parts = [score_frame(frame.iloc[at : at + 2], posting, analyzer=analyzer) for at in range(0, len(frame), 2)]
    pd.testing.assert_frame_equal(pd.concat(parts), score_frame(frame, posting, analyzer=analyzer))


def test_a_row_is_in_a_bucket_and_says_its_reasons(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    first, second, third, *_ = score_frame(frame, posting, analyzer=analyzer).to_dict("records")
    assert [row["bucket"] for row in (first, second, third)] == [
        "meets all must-haves",
        "misses must-haves",
        "could not be judged",
    ]
    assert second["reasons"] == 'Python: only claimed ("Experience with Python.")'
    must = score_frame(frame, posting, analyzer=analyzer, must=["python"])
    assert must["bucket"].tolist()[:2] == ["meets all must-haves"] * 2


def test_what_is_unsure_is_a_question_and_no_miss(analyzer: Analyzer) -> None:
    asked = "Requirements\n- Spring\n- Python\n- Docker\n"
    frame = pd.DataFrame({"text": ["Python and Docker. Spring came early."]})
    (row,) = score_frame(frame, asked, analyzer=analyzer).to_dict("records")
    assert (row["unsure"], row["missing"], row["required_met"]) == ("Spring", "", "2/3")
    assert row["bucket"] == "meets most must-haves"


def test_details_are_what_other_programs_need(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    told = json.loads(score_frame(frame, posting, analyzer=analyzer, details=True)["details"].iloc[0])
    assert [judged["asked"] for judged in told["judged"] if judged["must"]] == ["Python", "PostgreSQL or MySQL", "Kubernetes"]
    assert told["judged"][0]["quote"] == "Experience with Python, PostgreSQL and Kubernetes."


def test_what_is_partly_met_and_decides_the_bucket_stands_in_missing(analyzer: Analyzer) -> None:
    text = "Mira\n\nExperience\nDeveloper, Acme, 2022 - 2023\n- Python services\n"
    for asked, missing in (
        ("Requirements\n- 9 years of Python\n", "Python, 9+ years (partly)"),
        ("Requirements\n- 9 years of Python\n- Kafka\n- Docker\n", "Apache Kafka; Docker"),
    ):
        (row,) = score_frame(pd.DataFrame({"text": [text]}), asked, analyzer=analyzer).to_dict("records")
        assert (row["bucket"], row["missing"], row["partly"]) == ("misses must-haves", missing, "Python, 9+ years")


def test_where_years_are_asked_the_reason_says_how_many_were_found(analyzer: Analyzer) -> None:
    text = "Mira\n\nExperience\nDeveloper, Acme, 2018-01 - 2023-02\n- Python services\n"
    (row,) = score_frame(pd.DataFrame({"text": [text]}), "Requirements\n- 3 years of Python\n", analyzer=analyzer).to_dict(
        "records"
    )
    assert row["reasons"] == 'Python, 3+ years: in a recent job, 5 y 2 m ("Python services")'


def test_each_row_is_announced_before_it_is_scored(frame: pd.DataFrame, posting: Posting, analyzer: Analyzer) -> None:
    seen: list[object] = []
    score_frame(frame, posting, analyzer=analyzer, before_row=seen.append)
    assert seen == frame.index.tolist()


@pytest.mark.parametrize(
    "shown",
    ["Experience\nDeveloper, Foo Ltd\n- Built Golang services", "Skills\nGolang", "Projects\nledger (2023): a ledger in Golang"],
)
def test_years_that_nothing_tells_are_a_question_wherever_the_skill_stands(shown: str, analyzer: Analyzer) -> None:
    asked = analyzer.read_posting("Requirements\n- Golang\n- Docker\n- Kafka\n")
    frame = pd.DataFrame({"text": [f"Mira\n\n{shown}\n\nSkills\nDocker, Kafka\n"]})
    (row,) = score_frame(frame, asked, analyzer=analyzer, min_years={"go": 10}).to_dict("records")
    assert (row["bucket"], row["unsure"], row["partly"], row["missing"]) == ("could not be judged", "Go, 10+ years", "", "")
    assert row["certainty"] < 1
    assert row["cause"].startswith("a question: Go, 10+ years (")
    (row,) = score_frame(frame, asked, analyzer=analyzer, must=["docker", "kafka"], min_years={"go": 10}).to_dict("records")
    assert (row["bucket"], row["unsure"], row["cause"]) == ("meets most must-haves", "Go, 10+ years", "")


def test_who_is_unsure_in_all_must_haves_is_not_judged(analyzer: Analyzer) -> None:
    frame = pd.DataFrame({"text": ["Python and Docker. Spring came early."]})
    asked = "Requirements\n- Spring\n- Python\n- Docker\n"
    scored = score_frame(frame, asked, analyzer=analyzer, must=["spring"])
    assert scored["bucket"].tolist() == ["could not be judged"]
