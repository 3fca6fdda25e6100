"""Why a skill was found or not: each answer names the rule that decided (`Analyzer.explain`, `Analyzer.why`, `skillgap why`)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap import Analyzer, SkillgapError
from skillgap.documents import from_text, read
from skillgap.reports.why import as_json, as_text

SAMPLES = Path(__file__).parents[1] / "samples"
RESUME, POSTING = SAMPLES / "resume.pdf", SAMPLES / "posting.html"

MENTIONS = [
    ("Ran 40 services on K8s", "Kubernetes", "K8s", "exact", "a clear name"),
    ("Experience with Elasticsarch and Docker", "Elasticsearch", "Elasticsearch", "fuzzy", "a clear name"),
    ("Kotlin or Go", "Go", "Go", "exact", "beside it"),
]
REJECTED = [
    ("We go live with Kotlin in May", "Go", "has a capital"),
    ("Wrote services in Spring Boot", "Spring", 'a part of "Spring Boot"'),
    ("See github.com/kafka for more", "Apache Kafka", "a part of an address"),
    ("John C. Smith\nDeveloper", "C", "something longer"),
    ("The rest of the express team", "Express", "nothing around it decides"),
]
NEAREST = [
    ("Knows Javva well", "Java", "Javva", 1, "less than 5 letters"),
    ("Good at marketing containers", "Docker", None, 0, ""),
    ("Kubernetical thinking", "Kubernetes", "Kubernetical", 4, "2 letters may differ"),
    ("Knows Dock\u0435r well", "Docker", "Dock\u0435r", 1, "another alphabet"),
    ("Bubernetis runs here", "Kubernetes", "Bubernetis", 2, "the first has to be right"),
    ("He packs a tourniquet", "Terraform", None, 0, ""),
    ("The pictures were staples", "Tableau", None, 0, ""),
]


@pytest.mark.parametrize(("text", "skill", "form", "method", "why"), MENTIONS)
def test_a_mention_tells_its_alias_and_rule(analyzer: Analyzer, text: str, skill: str, form: str, method: str, why: str) -> None:
    told = analyzer.explain(text, skill)
    (mention,) = told.mentions
    assert (mention.form, mention.method) == (form, method)
    assert why in mention.why
    assert told.rejected == ()
    assert told.nearest is None


@pytest.mark.parametrize(("text", "skill", "why"), REJECTED)
def test_what_was_not_taken_tells_the_rule_that_rejected_it(analyzer: Analyzer, text: str, skill: str, why: str) -> None:
    told = analyzer.explain(text, skill, "resume")
    assert not told.mentions
    assert any(why in rejected.why for rejected in told.rejected), told.rejected
    assert all(text[rejected.start : rejected.end] == rejected.text for rejected in told.rejected)


@pytest.mark.parametrize(("text", "skill", "nearest", "distance", "why"), NEAREST)
def test_an_absent_skill_tells_the_nearest_words_and_why_they_are_too_far(
    analyzer: Analyzer, text: str, skill: str, nearest: str | None, distance: int, why: str
) -> None:
    told = analyzer.explain(text, skill)
    assert not told.mentions
    assert not told.rejected
    if nearest is None:
        assert told.nearest is None
    else:
        assert told.nearest is not None
        assert (told.nearest.text, told.nearest.distance) == (nearest, distance)
        assert why in told.nearest.why


def test_without_fuzzy_matching_an_absence_says_so() -> None:
    told = Analyzer(fuzzy=False).explain("Experience with Elasticsarch", "Elasticsearch")
    assert told.nearest is not None
    assert "fuzzy matching is off" in told.nearest.why


def test_what_is_told_is_what_extraction_found(analyzer: Analyzer) -> None:
    document = read(RESUME)
    extraction = analyzer.extract(document, "resume")
    for skill in {mention.skill for mention in extraction.mentions}:
        told = analyzer.explain(document, skill.name, "resume")
        assert told.mentions == tuple(m for m in extraction.mentions if m.skill == skill)


@pytest.mark.parametrize(
    ("skill", "told"),
    [
        ("Kafka", "Apache Kafka (required): partly"),
        ("Python", "7/7 points"),
        ("Haskell", "not counted: the posting does not ask for it"),
        ("Tableau", "no words come near any of its names"),
    ],
)
def test_the_comparison_says_what_was_made_of_it(analyzer: Analyzer, skill: str, told: str) -> None:
    assert told in as_text(analyzer.why(RESUME, POSTING, skill))


def test_what_a_posting_does_not_want_is_told(analyzer: Analyzer) -> None:
    posting = from_text("Backend Developer\nRequirements\n- Python\n- No Java needed\n")
    assert "Java: the posting says that it is not needed" in as_text(
        analyzer.why(from_text("Skills: Java, Python"), posting, "Java")
    )


@pytest.mark.parametrize("columns", [40, 72, 120])
def test_no_line_is_wider_than_the_page(analyzer: Analyzer, columns: int) -> None:
    why = analyzer.why(RESUME, POSTING, "Python")
    assert max(map(len, as_text(why, columns).splitlines())) <= columns


DATED = """Ann Lee

Skills
Rust (2 years)

Experience
Engineer, Acme, Jan 2020 - Dec 2023
- Python services; introduced Kotlin in 2022
Developer, Globex, Mar 2016 - Dec 2019
- Python pages
"""


def test_the_jobs_that_make_the_months_are_named(analyzer: Analyzer) -> None:
    posting = from_text("Requirements\n- Python\n- Kotlin\n- Rust\n")
    why = {skill: analyzer.why(from_text(DATED), posting, skill) for skill in ("Python", "Kotlin", "Rust")}
    assert "2020-01 to 2023-12: Engineer, Acme" in as_text(why["Python"])
    assert "2016-03 to 2019-12: Developer, Globex" in as_text(why["Python"])
    assert "used for 7 y 10 m, overlaps counted once:" in as_text(why["Python"])
    assert "2022-01 to 2023-12: Engineer, Acme" in as_text(why["Kotlin"])
    assert "used for 2 y, as the résumé says" in as_text(why["Rust"])
    assert json.loads(as_json(why["Kotlin"]))["shown"]["jobs"] == [
        {"heading": "Engineer, Acme, Jan 2020 - Dec 2023", "from": "2022-01", "to": "2023-12"}
    ]


def test_both_forms_say_the_same(analyzer: Analyzer) -> None:
    why = analyzer.why(RESUME, POSTING, "Go")
    told = json.loads(as_json(why))
    assert told["schema"] == "skillgap.why/1"
    assert [m["start"] for m in told["resume"]["mentions"]] == [m.start for m in why.resume.mentions]
    assert told["posting"]["nearest"] is None or told["posting"]["nearest"]["text"] in as_text(why)


def test_a_wrong_name_gets_a_suggestion(analyzer: Analyzer) -> None:
    with pytest.raises(SkillgapError, match="did you mean"):
        analyzer.explain("Java", "Kubernets clusters")


def test_the_command_prints_the_answer() -> None:
    command = [sys.executable, "-m", "skillgap", "why", str(RESUME), str(POSTING), "k8s"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Kubernetes\n")
