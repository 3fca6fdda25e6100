"""The words that a verdict rests on, and in them the very mention that counted."""

from __future__ import annotations

import json

import pytest

from skillgap.analyzer import Analyzer
from skillgap.reports import render

ASKED = "Requirements\n- Golang (Go) services\n"
SHOWN = "Mira\n\nProjects\ngo-ledgerlet (2023): a ledger in Go and Docker\n"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("md", '"go-ledgerlet (2023): a ledger in **Go** and Docker"'),
        ("html", "go-ledgerlet (2023): a ledger in <mark>Go</mark> and Docker"),
    ],
)
def test_the_mention_that_counted_is_marked_and_not_the_same_word_before_it(analyzer: Analyzer, form: str, words: str) -> None:
    assert words in render(analyzer.compare(SHOWN, ASKED), form)


def test_programs_get_both_offsets_of_it(analyzer: Analyzer) -> None:
    quotes = json.loads(render(analyzer.compare(SHOWN, ASKED), "json"))["verdicts"][0]["quotes"]
    for quote, text in zip(quotes, (ASKED, SHOWN), strict=True):
        first, last = quote["mark"]
        assert quote["text"][first:last] == text[quote["start"] : quote["end"]]
    assert quotes[1]["text"][: quotes[1]["mark"][0]] == "go-ledgerlet (2023): a ledger in "


@pytest.mark.parametrize(("line", "words"), [("- Services in C#", "Services in C#"), ("* C++, C#;", "C++, C#"), ("- C#", "C#")])
def test_a_quote_loses_the_marks_of_a_list_and_no_letter_of_a_name(analyzer: Analyzer, line: str, words: str) -> None:
    report = analyzer.compare(f"Mira\n\nExperience\nDeveloper, Acme, 2019 - 2023\n{line}\n", "Requirements\n- C#\n")
    quote = report.verdicts[0].quotes[-1]
    assert quote.text == words
    assert quote.mark is not None
    assert quote.text[slice(*quote.mark)] == "C#"


def test_a_long_sentence_is_cut_around_the_mention(analyzer: Analyzer) -> None:
    line = f"{'Wrote it all down ' * 20}with Kafka {'and wrote it again ' * 20}"
    report = analyzer.compare(f"Mira\n\nExperience\nDeveloper, Acme, 2019 - 2023\n- {line}\n", "Requirements\n- Kafka\n")
    quote = report.verdicts[0].quotes[-1]
    assert quote.mark is not None
    assert quote.text[slice(*quote.mark)] == "Kafka"
    assert quote.text[0] == quote.text[-1] == "…"
    assert len(quote.text) < 220


@pytest.mark.parametrize(
    ("posting", "name", "place"),
    [
        ("Requirements\n- Python\n- Solr is desirable", "apache-solr", "required, but preferred by its words"),
        ("Nice to have\n- Python\n- Kafka is a must", "apache-kafka", "preferred, but required by its words"),
        ("Tasks\n- Run things\n- You need experience with Kafka", "apache-kafka", "duties, but required by its words"),
        ("Requirements\n- Python\n- Solr", "apache-solr", "required"),
        ("Nice to have\n- Solr", "apache-solr", "preferred"),
        ("Requirements\n- Python\nNice to have: Solr", "apache-solr", "preferred"),
        ("We need somebody with Python.", "python", ""),
    ],
)
@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_the_section_of_what_is_asked_does_not_speak_against_its_level(
    analyzer: Analyzer, posting: str, name: str, place: str, form: str
) -> None:
    report = analyzer.compare("Mira\n\nSkills\nErlang\n", f"Developer\n\n{posting}\n")
    (verdict,) = (verdict for verdict in report.verdicts if verdict.skill.id == name)
    assert verdict.quotes[0].place == place
    printed = " ".join(render(report, form, width=200).split())
    assert ("by its words" in printed) == ("by its words" in place)
    assert place in printed


def test_an_edited_posting_has_no_sections(analyzer: Analyzer) -> None:
    edited = (
        "schema: skillgap.posting/1\nrequirements:\n"
        "- {any_of: [Solr], level: required, quote: 'Nice to have: Solr'}\n"
        "- {any_of: [Kafka], level: preferred, quote: Kafka}\n"
    )
    report = analyzer.compare("Mira\n\nSkills\nErlang\n", edited)
    assert [verdict.quotes[0].place for verdict in report.verdicts] == ["", ""]


def test_a_quote_of_a_job_on_one_line_has_its_dates_and_not_those_of_the_next(analyzer: Analyzer) -> None:
    jobs = (
        "Feb 26 - date      Tier 1 bank        Java trade capture, Solace messaging",
        "Aug 25 - Jan 26    Insurer            PySpark jobs on Databricks, dbt models",
        "Feb 25 - Jul 25    Energy trader      Redis, low latency tuning",
    )
    resume = analyzer.read_resume("Key skills: Scala\n\nASSIGNMENTS\n" + "\n".join(jobs) + "\n")
    report = analyzer.compare(resume, analyzer.read_posting("Requirements\n- Java\n- Databricks\n- Redis\n"))
    quotes = [quote.text for verdict in report.verdicts for quote in verdict.quotes if quote.document == "resume"]
    assert quotes == [" ".join(job.split()) for job in jobs]
