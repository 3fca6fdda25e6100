"""What saying where one used a skill is worth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from skillgap.model import GapReport, Requirement, Resume, Strength

from .conftest import asks, job, judged, resume, shows
from .test_score import ASKED, resumes


def gains(report: GapReport) -> dict[str, float]:
    return {item.skill.id: item.gain for item in report.unbacked}


@given(value=resumes(), asked=ASKED)
def test_a_gain_is_what_the_score_would_really_grow_by(value: Resume, asked: list[Requirement]) -> None:
    """At least: a substitute may grow too, and is not counted."""
    report = judged(value, *asked)
    for item in report.unbacked:
        known = value.evidence[item.skill.id]
        assert known.strength == item.strength
        better = replace(value, evidence={**value.evidence, item.skill.id: replace(known, strength="recent_job")})
        after = judged(better, *asked).score
        assert report.score is not None
        assert after is not None
        assert 0 < item.gain <= round(after - report.score, 1)
    assert [item.gain for item in report.unbacked] == sorted((item.gain for item in report.unbacked), reverse=True)


@pytest.mark.parametrize(("strength", "gain"), [("listed", 55), ("claimed", 60)])
def test_what_is_only_said_is_named_with_what_a_job_would_add(strength: Strength, gain: float) -> None:
    report = judged([shows("kafka", strength)], asks("kafka"))
    (item,) = report.unbacked
    assert (item.skill.id, item.strength, item.gain) == ("kafka", strength, gain)


@pytest.mark.parametrize("strength", ["recent_job", "older_job", "project", "course"])
def test_what_something_shows_is_not(strength: Strength) -> None:
    assert judged([shows("kafka", strength)], asks("kafka")).unbacked == ()


def test_most_points_come_first_and_a_skill_that_serves_twice_stands_once() -> None:
    shown = [shows("go", "listed"), shows("fastapi", "listed")]
    report = judged(shown, asks("go", level="preferred"), asks("fastapi"), asks("python"))
    assert list(gains(report)) == ["fastapi", "go"]
    assert gains(report)["fastapi"] > 80 / 2 * 0.9


def test_a_skill_that_something_else_shows_as_well_gains_only_the_rest() -> None:
    assert gains(judged([shows("mysql", "listed"), shows("postgres")], asks("mysql"))) == {"mysql": 30}


def test_each_of_several_that_are_asked() -> None:
    report = judged([shows("go", "listed"), shows("kafka", "listed")], asks("go", "kafka", "python", at_least=2))
    assert gains(report) == {"go": 27.5, "kafka": 27.5}


def test_years_that_nothing_tells_are_worth_telling_too() -> None:
    value = resume([shows("kafka", "claimed")], [job((2010, 1), (2019, 12))])
    assert gains(judged(value, asks("kafka", min_years=5))) == {"kafka": 30}


def test_what_is_not_shown_or_only_a_substitute_is_not_named() -> None:
    assert judged([shows("rabbitmq", "listed")], asks("kafka"), asks("go"), asks("rabbitmq", level="context")).unbacked == ()
