"""What is hidden, in look-alike letters or said over and over is told, and not scored: in résumés, postings and batches."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from skillgap import score_frame
from skillgap.analyzer import Analyzer
from skillgap.documents import from_text, read
from skillgap.documents.lookalikes import lookalikes
from skillgap.model import Notice
from skillgap.reports import render

from .documents.samples import docx, p

POSTING = "Backend Engineer\n\nRequirements\n- Python\n- Kubernetes\n- Kafka\n"
RESUME = "Jane Example\n\nExperience\nEngineer, Acme, 2019 - 2023\n- Built services in Python\n"
WHITE = '<w:color w:val="FFFFFF"/>'


def coded(notices: tuple[Notice, ...], code: str) -> list[Notice]:
    return [notice for notice in notices if notice.code == code]


def test_hidden_skills_of_a_resume_are_listed_and_not_scored(analyzer: Analyzer) -> None:
    body = [p(line) for line in RESUME.splitlines()]
    honest = analyzer.compare(read(docx(*body)), POSTING)
    report = analyzer.compare(read(docx(*body, p("Kubernetes and Kafka", run=WHITE))), POSTING)
    assert report.score == honest.score
    (notice,) = coded(report.warnings, "hidden-skills")
    assert notice.severity == "serious"
    assert notice.message == "résumé: hidden, and not scored: Kubernetes, Apache Kafka (white text)"
    for form in ("text", "md", "html", "json"):
        assert "Kubernetes, Apache Kafka (white text)" in " ".join(render(report, form).split())
    assert [w["code"] for w in json.loads(render(report, "json"))["warnings"]] == ["hidden-text", "hidden-skills"]


def test_hidden_parts_of_a_posting_are_listed_for_a_person_to_decide(analyzer: Analyzer) -> None:
    page = (
        "<html><body><h1>Backend Engineer</h1><h2>Requirements</h2><ul><li>Python</li></ul>"
        "<details><summary>More</summary><ul><li>Kubernetes</li></ul></details></body></html>"
    )
    for posting in (read(page.encode()), from_text(page)):
        report = analyzer.compare(RESUME, posting)
        assert [v.requirement.label for v in report.verdicts] == ["Python"]
        (notice,) = coded(report.warnings, "hidden-skills")
        assert notice.message == "posting: hidden, and not scored: Kubernetes (closed until clicked)"


def test_hidden_words_without_a_skill_are_told_where_nobody_hides_by_habit(analyzer: Analyzer) -> None:
    document = read(docx(*map(p, RESUME.splitlines()), p("the best candidate", run=WHITE)))
    (notice,) = analyzer.read_resume(document).warnings
    assert (notice.code, notice.severity) == ("hidden-text", "warning")
    assert notice.message == '3 hidden words (white text), not scored: "the best candidate"'


LOOKALIKES = {
    "Jаva": ["Jаva"],
    "Kubеrnetes, Pythоn": ["Kubеrnetes", "Pythоn"],
    "Κafka and Scalα": ["Κafka", "Scalα"],
    "Gօ": ["Gօ"],
    "РНР": ["РНР"],
    "С++ and С#": ["С++", "С#"],
    "naïve Łódź façade": [],
    "5 µs, 3 μs, 10 kΩ, ΔT, β-test": [],
    "Опыт работы: Java, C#, SQL-запросы, QAшник": [],
    "Опыт работы с С++": [],
    "Python 的 経験": [],
}


@pytest.mark.parametrize("text", LOOKALIKES)
def test_words_in_mixed_alphabets_are_found(text: str) -> None:
    assert lookalikes(text) == LOOKALIKES[text]


@pytest.mark.parametrize(
    "word", ["Jаva", "Kubеrnetes", "Pоstgres", "Tеrrаform", "РНР", "С++", "Spring Вoot", "Djangо", "Elаsticsearch"]
)
def test_look_alike_words_are_no_skills_and_are_told(analyzer: Analyzer, word: str) -> None:
    text = f"Skills\nPython, {word}, Docker\n"
    for document in (from_text(text), read(text.encode(), name="cv.txt"), read(f"# CV\n\n- {text}".encode(), name="cv.md")):
        extraction = analyzer.extract(document, "resume")
        assert {m.skill.name for m in extraction.mentions} <= {"Python", "Docker", "Spring"}
        assert not extraction.unsure
        (notice,) = coded(document.warnings, "mixed-alphabets")
        assert notice.severity == "serious"
        assert word.split()[-1] in notice.message


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\u2063", "\ufeff", "\u00ad", "\u034f", "\ufe0f", "\U000e0061"]
)
def test_invisible_letters_are_passed_over_and_told(analyzer: Analyzer, sign: str) -> None:
    text = f"Skills\nPython, Kuber{sign}netes, Docker\n"
    for document in (from_text(text), read(text.encode(), name="cv.txt"), read(docx(p("Skills"), p(text.split("\n")[1])))):
        mentions = analyzer.extract(document, "resume").mentions
        assert [m.skill.name for m in mentions] == ["Python", "Kubernetes", "Docker"]
        told = coded(document.warnings, "invisible-letters")
        assert [('"Kubernetes"' in notice.message) for notice in told] == ([] if sign == "\u00ad" else [True])


REPEATED = {
    "a line": "Built services in Kubernetes\n" * 12,
    "a word": "Kubernetes " * 40,
    "a list": "Kubernetes, Kafka, " * 15,
    "lines of one word": "Kubernetes\n" * 20,
    "all over": "\n".join(f"Work {number} with Kubernetes in team {number}." for number in range(40)),
}


@pytest.mark.parametrize("way", REPEATED)
def test_repetition_is_told_and_counts_once(analyzer: Analyzer, way: str) -> None:
    once, often = (analyzer.read_resume(f"{RESUME}\nSkills\nKubernetes\n{more}") for more in ("", REPEATED[way]))
    assert not coded(once.warnings, "repetition")
    assert coded(often.warnings, "repetition")
    assert often.evidence["kubernetes"].strength == once.evidence["kubernetes"].strength
    assert (
        analyzer.compare(often, POSTING.replace("- Kafka\n", "")).score
        == analyzer.compare(once, POSTING.replace("- Kafka\n", "")).score
    )


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Engineer, Company {number}\nTechnologies:\nJava {number}\n\n" for number in range(15)),
        "\n".join(
            f"- Wrote service {number} in Java with tests, reviews and a runbook for the people on call" for number in range(25)
        ),
        "---------- ---------- ----------\n" * 20,
    ],
)
def test_what_many_jobs_have_in_common_is_no_repetition(analyzer: Analyzer, text: str) -> None:
    assert not coded(analyzer.read_resume(f"{RESUME}{text}").warnings, "repetition")


def test_a_batch_says_what_is_hidden_in_each_row(analyzer: Analyzer) -> None:
    texts = [RESUME, f"{RESUME}- Kubеrnetes\n", f"<div><p>{RESUME}</p><p style='color:white'>Kafka</p></div>"]
    warnings = score_frame(pd.DataFrame({"text": texts}), POSTING, analyzer=analyzer)["warnings"].tolist()
    assert warnings[0] == ""
    assert "Kubеrnetes" in warnings[1]
    assert warnings[2] == "hidden, and not scored: Apache Kafka (white text)"
