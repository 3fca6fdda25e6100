"""The scorer: the conventions of the labels, one small document each."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.scorer import Names, evaluate, matching

from skillgap import Taxonomy

TEXT = "Python, Kubernetes and spring cleaning in AWS"


@pytest.fixture(scope="module")
def names(taxonomy: Taxonomy) -> Names:
    return Names(taxonomy)


def mention(surface: str, skill: str | None = None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "text": surface, "skill": skill or surface, "type": "hard", **more}


def document(**more: Any) -> dict[str, Any]:
    labels = [mention("Python"), mention("Kubernetes"), mention("AWS", optional=True)]
    return {"id": "one", "text": TEXT, "mentions": labels, "traps": [mention("spring")], **more}


def scored(names: Names, *predicted: dict[str, Any], **more: Any) -> dict[str, Any]:
    result = evaluate([document()], [{"id": "one", "mentions": list(predicted)}], names, **more)
    hard: dict[str, Any] = result["scores"]["all/hard"]
    return hard


def test_all_right(names: Names) -> None:
    hard = scored(names, mention("Python"), mention("Kubernetes"))
    assert hard["mention"] == hard["doc"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert hard["traps"] == {"total": 1, "hit": 0}


def test_nothing_found(names: Names) -> None:
    assert scored(names)["mention"] == {"p": None, "r": 0.0, "f1": None}


def test_another_name_of_the_skill_is_right(names: Names) -> None:
    assert scored(names, mention("Kubernetes", "k8s"))["mention"] == {"p": 1.0, "r": 0.5, "f1": pytest.approx(2 / 3)}


def test_another_skill_on_the_place_is_a_miss_and_a_false_alarm(names: Names) -> None:
    errors: list[dict[str, Any]] = []
    hard = scored(names, mention("Python", "Java"), mention("Kubernetes"), errors=errors)
    assert (hard["mention"]["p"], hard["mention"]["r"]) == (0.5, 0.5)
    assert [(row["error"], row["text"]) for row in errors] == [("wrong name", "Python")]


@pytest.mark.parametrize("skill", ["AWS", "Docker"])
def test_what_is_predicted_on_an_optional_label_is_neutral(names: Names, skill: str) -> None:
    assert scored(names, mention("Python"), mention("AWS", skill))["mention"]["p"] == 1.0


def test_a_prediction_in_a_trap_is_counted(names: Names) -> None:
    errors: list[dict[str, Any]] = []
    hard = scored(names, mention("spring", "Spring"), errors=errors)
    assert hard["traps"]["hit"] == 1
    assert hard["mention"]["p"] == 0.0
    assert "trap" in {row["error"] for row in errors}


def test_soft_skills_that_are_not_labelled_are_neutral(names: Names) -> None:
    found = [mention("cleaning", skill, type="soft") for skill in ("Adaptability", "Mentoring")]
    result = evaluate([document()], [{"id": "one", "mentions": found}], names)
    assert result["scores"]["all/soft"]["top_false"] == [("Mentoring", 1, "one: cleaning")]


def test_a_document_without_predictions_is_one_in_which_nothing_was_found(names: Names) -> None:
    assert evaluate([document()], [], names)["scores"]["all/hard"]["mention"]["r"] == 0.0


def test_requirements(names: Names) -> None:
    asked = [
        {"any_of": ["Python"], "level": "required", "min_years": 3},
        {"any_of": ["Docker", "Kubernetes"], "level": "preferred", "min_years": None},
    ]
    found = [
        {"any_of": ["Python"], "level": "preferred", "min_years": 3},
        {"any_of": ["Kubernetes"], "level": "preferred", "min_years": None},
        {"any_of": ["AWS"], "level": "required", "min_years": None},
    ]
    result = evaluate([document(requirements=asked)], [{"id": "one", "mentions": [], "requirements": found}], names)[
        "requirements"
    ]
    assert result["requirements"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert result["level_accuracy_matched"] == 0.5
    assert result["or_groups"]["set_f1"] == pytest.approx(2 / 3)
    assert result["min_years"] == {"recall": 1.0, "precision": 1.0}
    assert result["required_skills"]["r"] == 0.0


def test_a_matching_gives_way_where_that_makes_one_pair_more() -> None:
    near = {("a", "a"), ("b", "a"), ("a", "c")}
    assert matching({"a", "b"}, {"a", "c"}, lambda one, other: (one, other) in near) == {"b": "a", "a": "c"}
