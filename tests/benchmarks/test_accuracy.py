"""The accuracy benchmark: which documents it takes, and that another extractor's file is scored as our own output is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.accuracy import arguments, documents, flat, intervals, middle, own_scorer, predict_all
from benchmarks.common import objects
from benchmarks.labels import FORMATTED

NAME = "formatted postings"


def test_the_sets_of_the_repository() -> None:
    sets = documents(arguments().parse_args([]))
    assert {name: len(labelled) for name, labelled in sets.items()} == {
        "formatted postings": 12,
        "résumés": 10,
        "unread postings": 24,
        "unread résumés": 10,
    }


def test_only_some_documents(tmp_path: Path) -> None:
    (tmp_path / "ids.txt").write_text("dev-fmt-002\n", encoding="utf-8")
    options = arguments().parse_args(["--documents", "dev-fmt-001", "--only", str(tmp_path / "ids.txt")])
    assert {name: [d["id"] for d in labelled] for name, labelled in documents(options).items()} == {
        NAME: ["dev-fmt-001", "dev-fmt-002"]
    }


def test_another_labelled_file_is_a_set_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(objects(FORMATTED)[0]), encoding="utf-8")
    assert len(documents(arguments().parse_args(["--labelled", str(path)]))["mine"]) == 1


def test_predictions_from_a_file_give_the_same_figures(tmp_path: Path) -> None:
    labelled = objects(FORMATTED)[:2]
    predictions = predict_all({NAME: labelled})[NAME]
    path = tmp_path / "predictions.jsonl"
    path.write_text("".join(json.dumps(p) + "\n" for p in predictions), encoding="utf-8")
    evaluate = own_scorer()
    figures = flat(evaluate(labelled, predictions, None))
    assert flat(evaluate(labelled, objects(path), None)) == figures
    low, high = intervals(evaluate, labelled, predictions, 5)["hard F1"]
    assert 0 < low <= high <= 1


@pytest.mark.parametrize(("values", "expected"), [([0.5], (0.5, 0.5)), ([n / 100 for n in range(100)], (0.02, 0.97))])
def test_the_middle(values: list[float], expected: tuple[float, float]) -> None:
    assert middle(values) == expected
