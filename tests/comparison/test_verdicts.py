"""Each way in which a résumé can show what a posting asks, and what it is worth."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from skillgap.analyzer import Analyzer
from skillgap.comparison import Options
from skillgap.comparison.compare import WORDS, headline
from skillgap.comparison.score import weights
from skillgap.extraction.cues import cue_set
from skillgap.extraction.data import rules
from skillgap.model import GapReport, Related, Strength, Verdict
from skillgap.reports import FORMATS, render
from skillgap.resume import assume

from .conftest import SKILLS, UNDATED, asks, job, judged, resume, shows


def only(report: GapReport) -> Verdict:
    (verdict,) = report.verdicts
    return verdict


def facts(verdict: Verdict) -> tuple[str, str, str, list[str]]:
    return verdict.verdict, verdict.via, verdict.strength, [skill.id for skill in verdict.path]


def test_named() -> None:
    verdict = only(judged([shows("kafka")], asks("kafka")))
    assert facts(verdict) == ("met", "named", "recent_job", ["kafka"])
    assert (verdict.points, verdict.of_points, verdict.gain, verdict.share) == (100, 100, 0, None)
    assert verdict.reason == "in a recent job"


@pytest.mark.parametrize("strength", ["recent_job", "older_job", "project", "course", "listed", "claimed"])
def test_points_follow_the_strength(strength: Strength) -> None:
    verdict = only(judged([shows("kafka", strength)], asks("kafka")))
    assert verdict.verdict == "met"
    assert verdict.points == round(100 * weights().credit[strength], 1)


def test_stronger_evidence_is_worth_more() -> None:
    credits = [weights().credit[s] for s in ("recent_job", "older_job", "project", "course", "listed", "claimed", "none")]
    assert credits == sorted(credits, reverse=True)
    assert (credits[0], credits[-1]) == (1, 0)


def test_alternative() -> None:
    verdict = only(judged([shows("postgres")], asks("mysql", "postgres")))
    assert facts(verdict) == ("met", "alternative", "recent_job", ["postgres"])
    assert verdict.skill == SKILLS["postgres"]
    assert verdict.reason == "PostgreSQL in a recent job"


@pytest.mark.parametrize(
    ("loads", "chosen"), [("Loads of 40 sources into BigQuery", "google-bigquery"), ("Loads of 40 sources", "postgresql")]
)
def test_of_alternatives_that_are_worth_the_same_the_one_that_more_places_show(
    loads: str, chosen: str, analyzer: Analyzer
) -> None:
    cv = f"Jo Doe\n\nExperience\nDeveloper, Foo, 2020 - 2023\n- A trial of PostgreSQL against BigQuery\n- {loads}\n"
    verdict = only(analyzer.compare(cv, "Developer\n\nRequirements\n- PostgreSQL or BigQuery\n"))
    assert [skill.id for skill in verdict.path] == [chosen]


def test_the_alternative_that_is_shown_best_is_judged() -> None:
    verdict = only(judged([shows("mysql", "listed"), shows("postgres")], asks("mysql", "postgres")))
    assert verdict.skill == SKILLS["postgres"]
    assert verdict.points == 100


def test_implied_is_met_with_its_path() -> None:
    verdict = only(judged([shows("fastapi")], asks("python")))
    assert facts(verdict) == ("met", "implied", "recent_job", ["fastapi", "python"])
    assert verdict.points == round(100 * weights().implied, 1)
    assert verdict.reason == "implied by FastAPI, in a recent job"


def test_a_name_in_an_older_job_is_told_with_what_implies_it_in_a_recent_one() -> None:
    old = shows("python", "older_job", job((2010, 1), (2011, 12)))
    verdict = only(judged([old, shows("fastapi", "recent_job", job((2020, 1), (2021, 12)))], asks("python")))
    assert facts(verdict) == ("met", "named", "older_job", ["python"])
    assert (verdict.months, verdict.last_used) == (48, "2021-12")
    assert verdict.reason == "in an older job, implied by FastAPI in a recent job"
    assert only(judged([old, shows("fastapi", "older_job")], asks("python"))).reason == "in an older job"
    assert only(judged([old, shows("mysql")], asks("python"))).reason == "in an older job"


def test_a_job_that_was_the_last_and_is_long_over_is_not_called_recent() -> None:
    over = shows("python", "recent_job", job((1998, 1), (2009, 6)))
    verdict = only(judged([over], asks("python")))
    assert (verdict.strength, verdict.points, verdict.reason) == ("recent_job", 100, "in a job until 2009")
    implied = only(judged([shows("fastapi", "recent_job", job((2004, 1), (2012, 3)))], asks("python")))
    assert implied.reason == "implied by FastAPI, in a job until 2012"
    assert only(judged([shows("python", "recent_job", job((2018, 1), (2023, 6)))], asks("python"))).reason == "in a recent job"
    assert only(judged([shows("python", "recent_job", UNDATED)], asks("python"))).reason == "in an undated job"


def test_a_technology_shows_the_concept_that_it_is_one_of() -> None:
    assert facts(only(judged([shows("rabbitmq")], asks("queues")))) == ("met", "implied", "recent_job", ["rabbitmq", "queues"])


def test_a_concept_does_not_show_its_technologies() -> None:
    assert only(judged([shows("queues")], asks("rabbitmq"))).verdict == "missing"


def test_what_the_posting_names_as_an_example_shows_what_it_exemplifies() -> None:
    broker = replace(asks("queues"), examples=(SKILLS["kafka"],))
    assert facts(only(judged([shows("kafka")], broker))) == ("met", "implied", "recent_job", ["kafka", "queues"])
    assert only(judged([shows("kafka")], asks("queues"))).verdict == "missing"
    assert only(judged([shows("go")], broker)).verdict == "missing"


def test_related_alone_is_partly_with_its_share() -> None:
    verdict = only(judged([shows("rabbitmq")], asks("kafka")))
    assert facts(verdict) == ("partly", "related", "recent_job", ["rabbitmq", "kafka"])
    assert (verdict.share, verdict.points) == (0.6, 60)
    assert verdict.reason == "60 % carries over from RabbitMQ, in a recent job"


def test_what_shares_too_little_for_a_substitute_is_a_neighbour_that_shows_nothing() -> None:
    near, far = SKILLS["kafka"], SKILLS["go"]
    asked = replace(SKILLS["python"], related=(Related(near.id, 0.5), Related(far.id, 0.4)))
    for shown, named in ((["kafka"], "Kafka"), (["go"], "Go"), (["go", "kafka"], "Kafka")):
        verdict = only(judged([shows(SKILLS[each].id) for each in shown], replace(asks("python"), any_of=(asked,))))
        assert facts(verdict) == ("missing", "none", "none", [])
        assert (verdict.points, verdict.reason) == (0, f"not shown, but its neighbour {named} is shown")


@pytest.mark.parametrize("admitted", [True, False])
def test_a_posting_may_admit_what_is_similar(admitted: bool) -> None:
    verdict = only(judged([shows("mariadb")], asks("mysql", or_similar=admitted)))
    assert facts(verdict) == (
        "met" if admitted else "partly",
        "alternative" if admitted else "related",
        "recent_job",
        ["mariadb", "mysql"],
    )


def test_what_the_posting_refuses_in_place_of_a_skill_shows_nothing_of_it() -> None:
    refusing = replace(asks("kafka"), refused=(SKILLS["rabbitmq"],))
    verdict = only(judged([shows("rabbitmq")], refusing))
    assert facts(verdict) == ("missing", "none", "none", [])
    assert verdict.reason == "not shown, and the posting takes no RabbitMQ for it"
    assert only(judged([shows("rabbitmq")], replace(refusing, or_similar=True))).verdict == "missing"


def test_but_what_a_refused_skill_brings_along_is_there() -> None:
    """ "Python, not FastAPI": who has worked with FastAPI has Python."""
    implied = only(judged([shows("fastapi")], replace(asks("python"), refused=(SKILLS["fastapi"],))))
    assert facts(implied)[:2] == ("met", "implied")


def test_a_refusal_takes_nothing_from_what_the_resume_shows_otherwise() -> None:
    refusing = replace(asks("mysql"), refused=(SKILLS["postgres"],))
    verdict = only(judged([shows("postgres"), shows("mariadb")], refusing))
    assert verdict.reason == "90 % carries over from MariaDB, in a recent job"
    assert only(judged([shows("postgres"), shows("mysql")], refusing)) == replace(
        only(judged([shows("postgres"), shows("mysql")], asks("mysql"))), requirement=refusing
    )
    assert only(judged([], refusing)).reason == "not shown"


def test_what_is_less_similar_than_that_is_not_admitted() -> None:
    asked = replace(SKILLS["python"], related=(Related(SKILLS["go"].id, 0.5),))
    assert only(judged([shows("go")], replace(asks("python", or_similar=True), any_of=(asked,)))).verdict == "missing"


def test_missing() -> None:
    verdict = only(judged([shows("go")], asks("kubernetes")))
    assert facts(verdict) == ("missing", "none", "none", [])
    assert (verdict.points, verdict.gain, verdict.months, len(verdict.quotes)) == (0, 100, None, 1)


def test_unsure_counts_nowhere_and_lowers_certainty() -> None:
    report = judged(resume([shows("kafka")], unsure=["go"]), asks("go"), asks("kafka"))
    assert [v.verdict for v in report.verdicts] == ["unsure", "met"]
    assert (report.score, report.certainty, report.required_met) == (50, 0.5, 1)


def test_a_substitute_hides_no_question() -> None:
    """A résumé that shows MySQL, and may name PostgreSQL: the neighbour counts, and the question stays."""
    verdict = only(judged(resume([shows("mysql")], unsure=["postgres"]), asks("postgres")))
    assert (verdict.verdict, verdict.via, verdict.open) == ("partly", "related", True)
    assert "say it more clearly if it is meant" in verdict.reason
    assert judged(resume([shows("mysql")], unsure=["postgres"]), asks("postgres")).certainty == 0
    assert not only(judged(resume([shows("mysql")], unsure=["go"]), asks("postgres"))).open


def test_an_ambiguous_word_among_hobbies_is_no_question(analyzer: Analyzer) -> None:
    jobs = "Jo Doe\n\nExperience\nDeveloper, Acme, Jan 2020 - Present\n- PHP\n\n"
    for hobbies in ("Interests\nGo (the board game, 3 dan)", "Hobbies: chess, Go, cooking", "Interests\nSpring, and walks in it"):
        report = analyzer.compare(f"{jobs}{hobbies}\n", "Requirements:\n- Go\n- Spring\n")
        assert not any(verdict.open for verdict in report.verdicts)
        assert "Go" in [step.skill.name for step in report.plan.steps]
    report = analyzer.compare(f"{jobs}Summary\nGo and me.\n", "Requirements:\n- Go\n")
    assert only(report).open


def test_unsure_is_forgotten_where_the_skill_is_shown() -> None:
    assert only(judged(resume([shows("go")], unsure=["go"]), asks("go"))).verdict == "met"


class TestDenied:
    def verdict(self, analyzer: Analyzer, text: str, skill: str) -> Verdict:
        return only(analyzer.compare(f"Jo Doe\n\nSummary\n{text}\nI lead with Docker.\n", f"Requirements:\n- {skill}\n"))

    @pytest.mark.parametrize(
        ("text", "skill"),
        [
            ("I am interested in Rust.", "Rust programming"),
            ("Never touched React.", "ReactJS"),
            ("I have never used Go.", "Golang"),
            ("Would like to learn Rust.", "Rust programming"),
        ],
    )
    def test_what_is_denied_or_wished_is_missing(self, text: str, skill: str, analyzer: Analyzer) -> None:
        assert self.verdict(analyzer, text, skill).verdict == "missing"

    @pytest.mark.parametrize(
        ("text", "skill", "reason"),
        [
            ("Never used MongoDB in production.", "MongoDB", "denied in the résumé"),
            ("Would like to learn Kafka.", "Kafka", "only wished for"),
            ("I have never used Go.", "Golang", "denied in the résumé"),
        ],
    )
    def test_it_is_told_as_such_with_its_words_in_each_format(
        self, text: str, skill: str, reason: str, analyzer: Analyzer
    ) -> None:
        report = analyzer.compare(f"Jo Doe\n\nSummary\n{text}\nI lead with Docker.\n", f"Requirements:\n- {skill}\n")
        verdict = only(report)
        assert (verdict.verdict, verdict.reason, verdict.quotes[-1].text, verdict.points) == ("missing", reason, text, 0)
        for form in FORMATS:
            shown = re.sub(r"<[^>]*>|\*\*", "", render(report, form, width=160))
            assert text in " ".join(shown.split())
            assert reason in unescape(" ".join(shown.split()))

    def test_what_is_neither_stays_unsure(self, analyzer: Analyzer) -> None:
        assert self.verdict(analyzer, "Rust is in the air.", "Rust programming").verdict == "unsure"

    def test_the_examples_of_the_cues(self) -> None:
        for rule in rules("wishes", "skillgap.comparison"):
            text = rule["example"].replace("[", "").replace("]", "")
            begun = rule["example"].index("[")
            spans = [(begun, rule["example"].index("]") - 1)]
            (cue,) = cue_set("wishes", "skillgap.comparison").reached(text, spans, "resume")[0]
            assert cue.means == rule["means"]


def test_of_equal_credit_the_words_that_name_the_skill_are_shown() -> None:
    for evidence in ([shows("fastapi"), shows("python", "older_job")], [shows("python", "older_job"), shows("fastapi")]):
        assert facts(only(judged(evidence, asks("python")))) == ("met", "named", "older_job", ["python"])


def test_where_what_implies_a_skill_is_worth_more_the_words_that_name_it_stand_beside() -> None:
    verdict = only(judged([shows("python", "claimed"), shows("fastapi")], asks("python")))
    assert facts(verdict) == ("met", "implied", "recent_job", ["fastapi", "python"])
    assert verdict.reason == "implied by FastAPI, in a recent job, itself only claimed"
    assert [quote.document for quote in verdict.quotes] == ["posting", "resume", "resume"]


def test_a_substitute_never_hides_what_is_listed() -> None:
    verdict = only(judged([shows("mysql", "listed"), shows("postgres")], asks("mysql")))
    assert facts(verdict) == ("met", "named", "listed", ["mysql"])
    assert verdict.points == 70
    assert verdict.reason == "only listed, with help from PostgreSQL"


def test_nor_an_alternative_that_is_listed() -> None:
    verdict = only(judged([shows("postgres", "listed"), shows("mariadb")], asks("mysql", "postgres")))
    assert facts(verdict) == ("met", "alternative", "listed", ["postgres"])
    assert verdict.points == 90


class TestYears:
    def test_enough(self) -> None:
        first = job()
        verdict = only(judged(resume([shows("kafka", "recent_job", first)], [first]), asks("kafka", min_years=2)))
        assert (verdict.verdict, verdict.months, verdict.last_used, verdict.points) == ("met", 24, "2021-12", 100)

    def test_short_is_partly_with_both_numbers(self) -> None:
        first = job()
        verdict = only(judged(resume([shows("kafka", "recent_job", first)], [first]), asks("kafka", min_years=5)))
        assert (verdict.verdict, verdict.months, verdict.points) == ("partly", 24, 40)
        assert verdict.reason == "in a recent job, 2.0 of 5 years shown"

    def test_claimed_years_count_where_no_job_tells(self) -> None:
        assert only(judged([shows("kafka", "listed", months=60)], asks("kafka", min_years=5))).verdict == "met"

    @pytest.mark.parametrize("strength", ["recent_job", "older_job", "project", "course", "listed", "claimed"])
    def test_years_that_nothing_tells_are_partly_and_a_question_wherever_the_skill_stands(self, strength: Strength) -> None:
        long = job((2010, 1), (2021, 12))
        for value in (resume([shows("kafka", strength)]), resume([shows("kafka", strength)], [long])):
            report = judged(value, asks("kafka", min_years=5))
            verdict = only(report)
            assert (verdict.verdict, verdict.months, verdict.open, report.certainty) == ("partly", None, True, 0)
            assert verdict.points == round(100 * weights().credit[strength] * weights().untold, 1)
            assert verdict.reason == f"{WORDS[strength]}, years not shown"
            assert "is missing" not in headline(report)

    def test_a_job_without_dates_is_neither_recent_nor_old(self) -> None:
        value = resume([shows("kafka", "recent_job", UNDATED)], [UNDATED])
        assert only(judged(value, asks("kafka"))).reason == "in an undated job"
        assert only(judged(value, asks("kafka", min_years=5))).reason == "in an undated job, years not shown"

    def test_who_leaves_the_dates_away_is_not_worth_more_than_who_shows_the_years(self) -> None:
        four = job((2016, 1), (2019, 12))
        shown = only(judged(resume([shows("kafka", "recent_job", four)], [four]), asks("kafka", min_years=5)))
        untold = only(judged(resume([shows("kafka", "recent_job", UNDATED)], [UNDATED]), asks("kafka", min_years=5)))
        assert shown.points > untold.points
        assert (shown.open, untold.open) == (False, True)

    def test_an_alternative_with_untold_years_is_a_question_and_a_substitute_is_none(self) -> None:
        assert only(judged([shows("go")], asks("python", "go", min_years=5))).open
        assert not only(judged([shows("rabbitmq")], asks("kafka", min_years=5))).open

    def test_of_two_one_with_untold_years_leaves_both_open(self) -> None:
        five = job((2016, 1), (2020, 12))
        value = resume([shows("go"), shows("kafka", "recent_job", five)], [five])
        assert only(judged(value, asks("go", "kafka", at_least=2, min_years=5))).open
        assert not only(judged(value, asks("go", "python", at_least=2, min_years=5))).open

    def test_but_not_longer_than_all_jobs_together(self) -> None:
        verdict = only(judged(resume([shows("kafka", "listed")], [job()]), asks("kafka", min_years=4)))
        assert (verdict.verdict, verdict.open, verdict.points) == ("partly", False, 22.5)

    @pytest.mark.parametrize("strength", ["project", "course", "listed", "claimed"])
    @pytest.mark.parametrize("asked", [3, 5])
    def test_the_years_of_other_jobs_are_shown_of_no_skill(self, strength: Strength, asked: int) -> None:
        value = resume([shows("kafka", strength)], [job()])
        verdict = only(judged(value, asks("kafka", min_years=asked)))
        assert (verdict.verdict, verdict.months, verdict.reason) == ("partly", None, f"{WORDS[strength]}, years not shown")

    def test_nor_those_of_dated_jobs_of_a_skill_in_an_undated_one(self) -> None:
        value = resume([shows("kafka", "recent_job", UNDATED)], [UNDATED, job()])
        verdict = only(judged(value, asks("kafka", min_years=3)))
        assert (verdict.months, verdict.reason) == (None, "in an undated job, years not shown")

    def test_jobs_with_what_implies_a_skill_add_to_its_years(self) -> None:
        first, second = job((2016, 1), (2017, 12)), job((2020, 1), (2020, 12))
        value = resume([shows("python", "recent_job", second), shows("fastapi", "older_job", first)], [first, second])
        verdict = only(judged(value, asks("python", min_years=3)))
        assert (verdict.verdict, verdict.months) == ("met", 36)

    def test_listed_with_a_short_job_of_what_implies_it_is_short(self) -> None:
        first, other = job((2020, 1), (2020, 12)), job((2010, 1), (2019, 12))
        value = resume([shows("python", "listed"), shows("fastapi", "recent_job", first)], [first, other])
        verdict = only(judged(value, asks("python", min_years=3)))
        assert (verdict.verdict, verdict.months) == ("partly", 12)
        assert verdict.points == 30

    def test_claimed_years_of_what_implies_it_count(self) -> None:
        assert only(judged([shows("fastapi", "listed", months=60)], asks("python", min_years=5))).verdict == "met"

    def test_a_short_substitute_is_short_in_both(self) -> None:
        first = job()
        verdict = only(judged(resume([shows("rabbitmq", "recent_job", first)], [first]), asks("kafka", min_years=4)))
        assert (verdict.verdict, verdict.via, verdict.points) == ("partly", "related", 30)

    def test_an_assumed_skill_has_its_years(self) -> None:
        value = assume(resume([], [job()]), [SKILLS["kafka"]])
        verdict = only(judged(value, asks("kafka", min_years=5)))
        assert (verdict.verdict, verdict.points, verdict.reason) == ("met", 100, "assumed")


class TestAtLeast:
    def test_enough_of_them(self) -> None:
        verdict = only(judged([shows("go"), shows("kafka", "project")], asks("python", "go", "kafka", at_least=2)))
        assert (verdict.verdict, verdict.points) == ("met", 90)
        assert verdict.reason.startswith("2 of 2 shown")

    def test_too_few_is_partly(self) -> None:
        verdict = only(judged([shows("go")], asks("python", "go", "kafka", at_least=2)))
        assert (verdict.verdict, verdict.points) == ("partly", 50)
        assert verdict.reason.startswith("1 of 2 shown")

    def test_a_substitute_for_the_second_is_partly(self) -> None:
        verdict = only(judged([shows("go"), shows("rabbitmq")], asks("go", "kafka", at_least=2)))
        assert (verdict.verdict, verdict.points) == ("partly", 80)

    def test_none(self) -> None:
        assert only(judged([], asks("python", "go", at_least=2))).verdict == "missing"


class TestOptions:
    def test_implied_off(self) -> None:
        assert only(judged([shows("fastapi")], asks("python"), options=Options(implied=False))).verdict == "missing"

    def test_implied_off_adds_no_years(self) -> None:
        first, second = job((2016, 1), (2017, 12)), job((2020, 1), (2020, 12))
        value = resume([shows("python", "recent_job", second), shows("fastapi", "older_job", first)], [first, second])
        verdict = only(judged(value, asks("python", min_years=3), options=Options(implied=False)))
        assert (verdict.verdict, verdict.months) == ("partly", 12)

    @pytest.mark.parametrize("similar", [True, False])
    def test_related_off(self, similar: bool) -> None:
        verdict = only(judged([shows("mariadb")], asks("mysql", or_similar=similar), options=Options(related=False)))
        assert verdict.verdict == "missing"

    def test_both_off_leaves_what_is_named(self) -> None:
        options = Options(implied=False, related=False)
        assert only(judged([shows("python"), shows("fastapi")], asks("python"), options=options)).points == 100


def test_context_is_shown_and_not_scored() -> None:
    report = judged([shows("kafka")], asks("kafka"), asks("go", level="context"), asks("python", level="negated"))
    assert (len(report.verdicts), len(report.context), len(report.not_needed)) == (1, 1, 1)
    assert (report.score, report.context[0].of_points) == (100, 0)


def test_what_would_do_instead_does_not_show_a_thing_of_the_stack() -> None:
    """ "EKS, GKE or similar" in a stack: who has the one does not have the other, only a part of it."""
    report = judged([shows("mariadb")], *(asks(name, level="context", or_similar=True) for name in ("mariadb", "mysql")))
    assert [verdict.verdict for verdict in report.context] == ["met", "partly"]
    assert report.context[1].requirement.or_similar, "it is told as the posting has it"


def test_what_is_not_needed_earns_nothing() -> None:
    assert judged([shows("python")], asks("kafka"), asks("python", level="negated")).score == 0


def test_a_posting_that_asks_nothing_has_no_score() -> None:
    report = judged([shows("kafka")], asks("kafka", level="context"))
    assert (report.score, report.certainty, report.required_total) == (None, None, 0)
    assert report.context[0].verdict == "met"


@pytest.mark.parametrize(
    ("work", "asked", "verdict"),
    [
        ("Spring Boot services on PostgreSQL", "Back-end development", "met"),
        ("Screens in React", "Front-end development", "met"),
        ("Jobs in Airflow", "Data engineering", "met"),
        ("A shop in Laravel", "Web development", "met"),
        ("Reports from MySQL", "Databases", "met"),
        ("Programs in Java", "Back-end development", "missing"),  # a language alone may be of anything
        ("Screens for Android in Kotlin", "Back-end development", "missing"),
        ("Reports from MySQL", "Back-end development", "missing"),
        ("Manual tests of microservices with Postman", "Back-end development", "missing"),  # testers and clients name these too
        ("A Swift app that talks gRPC to the server", "Back-end development", "missing"),
        ("Checked ETL jobs by hand", "Data engineering", "missing"),
        ("Scripts in JavaScript", "Front-end development", "missing"),
        ("Models with pandas", "Data engineering", "missing"),
    ],
)
def test_work_with_its_own_tools_shows_a_field_and_what_others_use_too_does_not(
    work: str, asked: str, verdict: str, analyzer: Analyzer
) -> None:
    report = analyzer.compare(
        f"Jo Doe\n\nExperience\nDeveloper, Foo\n2020 - 2026\n- {work}\n", f"Requirements:\n- {asked}\n- Git\n"
    )
    found = next(each for each in report.verdicts if each.requirement.label == asked)
    assert (found.verdict, found.via) == (verdict, "implied" if verdict == "met" else "none")
