"""The score is a sum of points, and nothing but what the posting asks and the résumé shows moves it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.analyzer import Analyzer
from skillgap.comparison.compare import headline
from skillgap.comparison.score import share_out, weight_of, weights
from skillgap.model import STRENGTHS, Entry, Evidence, GapReport, LearningPlan, LearningStep, Requirement, Resume

from .conftest import SKILLS, asks, job, judged, resume, shows, with_skill

NAMES = sorted(SKILLS)
JOBS = [job((2010 + n, 1), (2010 + n + n % 3, 6)) for n in range(6)]


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    name = draw(st.sampled_from(NAMES))
    strength = draw(st.sampled_from(STRENGTHS[:-1]))
    entries: list[Entry] = draw(st.lists(st.sampled_from(JOBS), max_size=3, unique=True)) if strength.endswith("job") else []
    months = draw(st.none() | st.integers(1, 120)) if not entries else None
    return shows(name, strength, *entries, months=months)


@st.composite
def resumes(draw: st.DrawFn) -> Resume:
    found = draw(st.lists(evidences(), max_size=6, unique_by=lambda evidence: evidence.skill.id))
    return resume(found, draw(st.sampled_from([(), JOBS])), draw(st.lists(st.sampled_from(NAMES), max_size=2)))


@st.composite
def requirements(draw: st.DrawFn) -> Requirement:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    return asks(
        *names,
        level=draw(st.sampled_from(["required", "preferred"])),
        at_least=draw(st.integers(1, len(names))),
        min_years=draw(st.none() | st.integers(1, 8)),
        or_similar=draw(st.booleans()),
    )


ASKED = st.lists(requirements(), min_size=1, max_size=6)


@given(value=resumes(), asked=ASKED)
def test_points_sum_to_the_score(value: Resume, asked: list[Requirement]) -> None:
    report = judged(value, *asked)
    assert report.score == round(sum(v.points for v in report.verdicts), 1)
    assert round(sum(v.of_points for v in report.verdicts), 6) == 100
    assert all(0 <= v.points <= v.of_points for v in report.verdicts)


@given(value=resumes(), more=evidences(), asked=ASKED)
def test_a_skill_more_never_lowers_a_score(value: Resume, more: Evidence, asked: list[Requirement]) -> None:
    before, after = judged(value, *asked), judged(with_skill(value, more), *asked)
    assert before.score is not None
    assert after.score is not None
    assert after.score >= before.score


@given(value=resumes(), asked=ASKED)
def test_nothing_is_met_without_evidence(value: Resume, asked: list[Requirement]) -> None:
    for verdict in judged(value, *asked).verdicts:
        if verdict.verdict in {"met", "partly"}:
            assert verdict.path[0].id in value.evidence
            assert verdict.quotes[-1].document == "resume"
        else:
            assert verdict.points == 0
            assert verdict.path == ()
    assert judged(resume(), *asked).score == 0


@given(value=resumes(), asked=ASKED, seed=st.randoms(use_true_random=False))
def test_order_does_not_matter(value: Resume, asked: list[Requirement], seed: random.Random) -> None:
    """Of skills, of entries, of requirements; the tenths of a point go to the first ones."""
    evidence = list(value.evidence.items())
    entries, others = list(value.entries), list(asked)
    for items in (evidence, entries, others):
        seed.shuffle(items)
    shuffled = replace(value, evidence=dict(evidence), entries=tuple(entries))
    assert judged(shuffled, *asked).score == judged(value, *asked).score
    assert judged(value, *others).score == pytest.approx(judged(value, *asked).score, abs=0.1 * len(asked) + 1e-9)


@given(value=resumes(), asked=ASKED)
def test_required_met_counts_met_only(value: Resume, asked: list[Requirement]) -> None:
    report = judged(value, *asked)
    required = [v for v in report.verdicts if v.requirement.level == "required"]
    assert report.required_total == len(required)
    assert report.required_met == sum(v.verdict == "met" for v in required)


@given(shares=st.lists(st.floats(0, 10), min_size=1, max_size=40), total=st.integers(1, 100))
def test_shares_are_tenths_that_sum_up(shares: list[float], total: int) -> None:
    points = share_out(shares, total)
    assert all(round(point * 10, 6) == round(point * 10) for point in points)
    if sum(shares) > 0:
        assert round(sum(points), 6) == total
        assert all(abs(p - s / sum(shares) * total) < 0.1 + 1e-6 for p, s in zip(points, shares, strict=True))
    else:
        assert not any(points)


def test_weights_come_from_the_data_file() -> None:
    numbers = weights()
    required, preferred = numbers.level["required"], numbers.level["preferred"]
    assert required > preferred > 0
    assert weight_of(asks("kafka")) == required
    assert weight_of(asks("kafka", level="preferred")) == preferred
    assert weight_of(asks("teamwork")) == required * numbers.soft
    assert weight_of(asks("testing")) == required * numbers.generic
    assert weight_of(asks("testing", "kafka")) == required
    assert weight_of(asks("kafka", level="context")) == weight_of(asks("kafka", level="negated")) == 0


def test_points_are_in_proportion_to_the_weights() -> None:
    report = judged([], asks("kafka"), asks("go", level="preferred"))
    assert [v.of_points for v in report.verdicts] == [80, 20]


RESUME = """Jo Doe
Experience
Developer, Acme, Jan 2020 - Dec 2023
- Built Django services on PostgreSQL
- Ran Kafka

Developer, Globex, Jan 2016 - Dec 2018
- PHP pages on MySQL

Skills
Docker, Git
"""
POSTING = """Backend developer
Requirements
- 3 years of Python
- PostgreSQL or Oracle
- Kafka
- Kubernetes
Nice to have
- Docker
- PHP
"""


def score(analyzer: Analyzer, cv: str = RESUME, ad: str = POSTING) -> float | None:
    return analyzer.compare(cv, ad).score


@pytest.mark.parametrize(
    "line", ["- Built Django services on PostgreSQL\n", "- Ran Kafka\n", "- PHP pages on MySQL\n", "Docker, Git\n"]
)
@pytest.mark.parametrize("times", [2, 9])
def test_repeating_text_changes_nothing(line: str, times: int, analyzer: Analyzer) -> None:
    assert score(analyzer, RESUME.replace(line, line * times)) == score(analyzer)


def test_the_order_of_the_jobs_changes_nothing(analyzer: Analyzer) -> None:
    head, first, second, skills = RESUME.replace("Experience\n", "Experience\n|").replace("\n\n", "\n\n|").split("|")
    assert score(analyzer, head + second + first + skills) == score(analyzer)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Jo Doe", "Maria Kowalska-Nguyen\nmaria@example.org\nBorn 3 May 1961"),
        ("Acme", "Initech"),
        ("Jo Doe", "Jo Doe (she/her)"),
        ("Jan 2020 - Dec 2023", "Jan 2019 - Dec 2022"),
        ("Skills\n", "Education\nBSc, University of Elsewhere, 2012 - 2015\n\nSkills\n"),
    ],
)
def test_who_one_is_changes_nothing(old: str, new: str, analyzer: Analyzer) -> None:
    assert score(analyzer, RESUME.replace(old, new)) == score(analyzer)


@pytest.mark.parametrize("line", ["- Kafka\n", "- Kubernetes\n", "- PostgreSQL or Oracle\n", "- Docker\n"])
def test_the_same_requirement_twice_weighs_once(line: str, analyzer: Analyzer) -> None:
    assert score(analyzer, ad=POSTING.replace(line, line * 3)) == score(analyzer)


def test_to_assume_a_skill_is_to_add_it(analyzer: Analyzer) -> None:
    added = RESUME.replace("- Ran Kafka\n", "- Ran Kafka\n- Ran Kubernetes\n")
    assert analyzer.compare(RESUME, POSTING, assume=["k8s"]).score == score(analyzer, added)


class TestHeadline:
    def report(self, *evidence: Evidence, steps: tuple[LearningStep, ...] = ()) -> GapReport:
        report = judged(evidence, *(asks(name) for name in ("python", "kafka", "go", "docker")))
        return replace(report, plan=LearningPlan(steps))

    @pytest.mark.parametrize(
        ("names", "words"),
        [
            ((), "A long way to go."),
            (("python",), "A long way to go."),
            (("python", "kafka"), "A stretch, not out of reach."),
            (("python", "kafka", "go"), "You can apply."),
            (("python", "kafka", "go", "docker"), "A strong match, nothing is missing."),
        ],
    )
    def test_says_where_one_stands(self, names: tuple[str, ...], words: str) -> None:
        assert headline(self.report(*map(shows, names))) == words

    def test_names_the_first_gap_that_is_worth_points(self) -> None:
        steps = (
            LearningStep(SKILLS["linux"], (20, 40), 0.0, "needed for Docker", ()),
            LearningStep(SKILLS["docker"], (10, 20), 25.0, "required here", ()),
        )
        assert headline(self.report(steps=steps)) == "A long way to go; close Docker first (+25, ~45 h with Linux)."

    def test_invents_no_hours(self) -> None:
        steps = (LearningStep(SKILLS["go"], None, 25.0, "required here", ()),)
        assert headline(self.report(steps=steps)) == "A long way to go; close Go first (+25)."

    def test_without_a_score_says_so(self) -> None:
        assert "nothing that can be scored" in headline(judged([], asks("kafka", level="context")))

    def test_is_about_what_is_required(self) -> None:
        report = judged([shows("kafka")], asks("kafka"), asks("go", level="preferred"), asks("python", level="preferred"))
        assert headline(report) == "A strong match, nothing required is missing."

    def test_no_match_is_strong_with_an_open_must_have(self) -> None:
        shown = [shows(name) for name in ("python", "go", "docker", "postgres", "fastapi")]
        required = [asks(evidence.skill.id) for evidence in shown]
        assert headline(judged(shown, *required, asks("kubernetes"))) == "You can apply with 5 of 6 required met."
        soft = judged(shown, *required, asks("teamwork"))
        assert (soft.score, headline(soft)) == (98.0, "You can apply with 5 of 6 required met.")
        near = judged([*shown, shows("rabbitmq")], *required, asks("kafka"))
        assert (near.score, headline(near)) == (93.4, "You can apply with 5 of 6 required met.")
        untold = judged([*shown, shows("kafka")], *required, asks("kafka", min_years=5))
        assert headline(untold) == "You can apply; say how long you used Kafka (up to +8.3)."

    def test_what_is_only_welcome_is_no_must_have(self) -> None:
        shown = [shows(name) for name in ("python", "go", "docker", "postgres", "fastapi")]
        welcome = [asks(evidence.skill.id, level="preferred") for evidence in shown]
        assert headline(judged(shown, *welcome, asks("kubernetes", level="preferred"))) == "A strong match."

    def test_does_not_speak_against_the_score(self) -> None:
        """One must-have, and five things that are welcome: those weigh as much as it does, or more."""
        welcome = [asks(name, level="preferred") for name in ("go", "docker", "postgres", "linux", "kafka")]
        others = [shows(name) for name in ("go", "docker", "postgres", "linux", "kafka")]
        bare = judged([shows("python")], asks("python"), *welcome)
        assert (bare.score, headline(bare)) == (44.5, "You can apply, nothing required is missing.")
        rest = judged(others, asks("python"), *welcome)
        assert (rest.score, headline(rest)) == (55.5, "A stretch, not out of reach.")
        near = judged([shows("mysql")], asks("postgres"), *(asks(n, level="preferred") for n in SKILLS if n != "postgres"))
        assert near.score is not None
        assert near.score < 35
        assert headline(near) == "A stretch, not out of reach."

    def test_where_nothing_is_missing_a_low_score_is_no_gap(self) -> None:
        report = judged([shows("kafka", "claimed"), shows("go", "claimed")], asks("kafka"), asks("go", level="preferred"))
        assert headline(report) == "You can apply, nothing is missing; if you used Kafka at work, say where (up to +48)."

    def test_years_that_are_not_told_are_asked_for(self) -> None:
        report = judged([shows("kafka"), shows("go")], asks("kafka", min_years=5), asks("go"))
        assert headline(report) == "You can apply; say how long you used Kafka (up to +25)."
        alone = judged([shows("kafka")], asks("kafka", min_years=5))
        assert headline(alone) == "You can apply; say how long you used Kafka (up to +50)."

    def test_where_something_is_missing_the_gap_goes_first(self) -> None:
        steps = (LearningStep(SKILLS["go"], None, 25.0, "required here", ()),)
        assert headline(self.report(shows("kafka", "listed"), steps=steps)) == "A long way to go; close Go first (+25)."
