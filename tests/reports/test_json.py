from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.model import GapReport
from skillgap.reports import render

from .conftest import empty_report, full_report, hostile_report


def loaded(report: GapReport) -> Any:
    return json.loads(render(report, "json"))


def test_the_schema_comes_first_and_the_keys_are_declared(full: GapReport) -> None:
    data = loaded(full)
    assert next(iter(data)) == "schema"
    assert data["schema"] == "skillgap.report/1"
    assert list(data) == [
        *("schema", "title", "headline", "score", "certainty", "required", "preferred", "verdicts", "context", "hints"),
        *("unbacked", "plan", "unknown", "not_needed", "conditions", "warnings", "provenance"),
    ]


def test_the_keys_do_not_depend_on_the_report() -> None:
    reports = [loaded(r) for r in (full_report(), empty_report(), hostile_report())]
    assert all(list(data) == list(reports[0]) for data in reports)
    keys = {tuple(verdict) for data in reports for verdict in data["verdicts"]}
    assert len(keys) == 1


def test_numbers_come_back(full: GapReport) -> None:
    data = loaded(full)
    assert data["score"] == full.score == sum(v["points"] for v in data["verdicts"])
    assert data["certainty"] == full.certainty
    assert data["required"] == {"met": 6, "partly": 1, "missing": 1, "unsure": 1, "total": 9, "points": 63.5, "of_points": 86}
    for verdict, value in zip(full.verdicts, data["verdicts"], strict=True):
        assert (value["points"], value["of_points"], value["gain"]) == (verdict.points, verdict.of_points, verdict.gain)
        assert value["months"] == verdict.months
        assert value["requirement"]["label"] == verdict.requirement.label
    assert data["plan"]["hours"] == {"low": 45, "high": 50}


@given(score=st.floats(0, 100), certainty=st.floats(0, 1))
@settings(max_examples=50, deadline=None)
def test_numbers_are_rounded(score: float, certainty: float) -> None:
    data = loaded(replace(full_report(), score=score, certainty=certainty))
    assert data["score"] == round(score, 1)
    assert data["certainty"] == round(certainty, 4)


def test_what_is_not_known_is_null(empty: GapReport) -> None:
    data = loaded(empty)
    assert data["score"] is None
    assert data["certainty"] is None
    assert data["plan"] == {"hours": None, "steps": [], "unplanned": []}


def test_skills_are_an_id_and_a_name(full: GapReport) -> None:
    assert loaded(full)["verdicts"][2]["path"] == [{"id": "fastapi", "name": "FastAPI"}, {"id": "rest", "name": "REST"}]


def test_what_is_only_said_and_what_has_no_step_are_values(full: GapReport) -> None:
    data = loaded(full)
    assert data["unbacked"][0] == {"skill": {"id": "docker", "name": "Docker"}, "strength": "listed", "gain": 2.0}
    assert [(gap["requirement"]["label"], gap["reason"]) for gap in data["plan"]["unplanned"]] == [
        ("Communication", "hours do not teach it"),
        ("Databases", "too broad for one step"),
        ("Teamwork", "hours do not teach it"),
    ]


def test_letters_stay_letters(full: GapReport) -> None:
    assert "résumé" in render(full, "json")


def test_an_address_that_is_none_is_null(hostile: GapReport) -> None:
    urls = [resource["url"] for resource in loaded(hostile)["plan"]["steps"][0]["resources"]]
    assert urls[0] is None
    assert urls[1].startswith("https://ok.test/")
    assert urls[2] is None
