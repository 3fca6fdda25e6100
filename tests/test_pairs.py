"""Written résumés against written postings: what a careful person expects of the report, line by line.

A pair is a file of `tests/pairs/`:

    about              what the pair is for
    resume, posting    the two texts; `as: bytes` gives the résumé as the content of a file
    verdicts           label: [verdict, via, strength], every line that is scored and no other
    context            the same for lines that are shown and not scored; others may be there
    score, headline    [lowest, highest] or null; what the headline starts with

and where they matter:

    preferred          labels in their order; all other scored ones are required
    not_needed         skills that the posting says it does not need; others may be there
    reasons            label: words of its reason
    hints, warnings    [yours, theirs] each; codes: all there are
    unbacked           skills that are only said: all there are
    plan               steps: all of them; has: a skill, or a list of which one is enough; has_not; order
    same_score         name: a résumé that must get the score of the first

Where the program is wrong the expectation stays, and `known_wrong` holds what the program says instead: for a label (null where
the line is not there), for a name of `same_score`, or for one of these keys (`plan`: what it "lacks" and "has"). A test fails
when that is no longer so; then the entry goes.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import GapReport
from skillgap.taxonomy.yaml import load_list

Pair = dict[str, Any]


def read_pair(path: Path) -> Pair:
    """A file's content; a key given twice is an error."""
    pair: Pair = load_list("-\n" + indent(path.read_text(encoding="utf-8"), "  "), path.name)[0].value
    return pair


PAIRS = {path.stem: read_pair(path) for path in sorted((Path(__file__).parent / "pairs").glob("*.yaml"))}
TOLD = {"score", "headline", "preferred", "not_needed", "reasons", "hints", "warnings", "unbacked", "plan"}
"""Keys that are expected as a whole, and not member by member."""
KEYS = {"about", "as", "resume", "posting", "verdicts", "context", "same_score", "known_wrong", *TOLD}

pytestmark = pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)


def report_on(pair: Pair, analyzer: Analyzer, resume: str | None = None) -> GapReport:
    text = pair["resume"] if resume is None else resume
    return analyzer.compare(text.encode() if pair.get("as") == "bytes" else text, pair["posting"])


def agree(pair: Pair, expected: dict[str, Any], said: dict[str, Any]) -> None:
    """Every line is as expected, or known to be wrong and still what it was."""
    wrong = {key: value for key, value in pair.get("known_wrong", {}).items() if key in expected or key in said}
    assert said == {**dict.fromkeys(said), **expected, **wrong}
    assert all(expected.get(key) != value for key, value in wrong.items()), "known to be wrong, and right"


def lines(report: GapReport) -> dict[str, Any]:
    """Every line of a report by its label; what is not scored says so at its end."""
    return {
        **{v.requirement.label: [v.verdict, v.via, v.strength, "context"] for v in report.context},
        **{v.requirement.label: [v.verdict, v.via, v.strength] for v in report.verdicts},
    }


def test_a_file_says_what_it_must_and_nothing_else(pair: Pair) -> None:
    assert len(PAIRS) >= 12
    assert {"about", "resume", "posting", "verdicts", "score", "headline"} <= set(pair) <= KEYS
    assert set(pair.get("known_wrong", {})) & TOLD <= set(pair)


def test_the_verdicts_line_by_line(pair: Pair, analyzer: Analyzer) -> None:
    report = report_on(pair, analyzer)
    expected = {**pair["verdicts"], **{label: [*line, "context"] for label, line in pair.get("context", {}).items()}}
    said = {label: line for label, line in lines(report).items() if label in expected or "context" not in line}
    wrong = set(pair.get("known_wrong", {})) - TOLD - set(pair.get("same_score", {}))
    agree(pair, expected, {**dict.fromkeys([*expected, *wrong]), **said})


def test_the_reasons(pair: Pair, analyzer: Analyzer) -> None:
    for verdict in report_on(pair, analyzer).verdicts:
        assert pair.get("reasons", {}).get(verdict.requirement.label, "") in verdict.reason


def test_the_score_and_the_headline(pair: Pair, analyzer: Analyzer) -> None:
    report = report_on(pair, analyzer)
    score = report.score
    if score is not None and pair["score"] and pair["score"][0] <= score <= pair["score"][1]:
        score = pair["score"]
    starts = [pair["headline"], pair.get("known_wrong", {}).get("headline", pair["headline"])]
    headline = next((start for start in starts if report.headline.startswith(start)), report.headline)
    said = {"score": score, "headline": headline}
    agree(pair, {"score": pair["score"], "headline": pair["headline"]}, said)


def test_another_resume_gets_the_same_score(pair: Pair, analyzer: Analyzer) -> None:
    others = pair.get("same_score", {})
    score = report_on(pair, analyzer).score if others else None
    agree(pair, dict.fromkeys(others, score), {name: report_on(pair, analyzer, text).score for name, text in others.items()})


def test_what_else_the_report_says(pair: Pair, analyzer: Analyzer) -> None:
    report = report_on(pair, analyzer)
    not_needed = {skill.name for requirement in report.not_needed for skill in requirement.any_of}
    said = {
        "preferred": [v.requirement.label for v in report.at("preferred")],
        "not_needed": [name for name in pair.get("not_needed", []) if name in not_needed],
        "hints": [[hint.yours.text, hint.theirs.text] for hint in report.hints],
        "warnings": [notice.code for notice in report.warnings],
        "unbacked": sorted(item.skill.name for item in report.unbacked),
    }
    expected = {key: sorted(pair[key]) if key == "unbacked" else pair[key] for key in said if key in pair}
    agree(pair, expected, {key: value for key, value in said.items() if key in pair})


def test_the_plan(pair: Pair, analyzer: Analyzer) -> None:
    steps = report_on(pair, analyzer).plan.steps
    names, plan = [step.skill.name for step in steps], pair.get("plan", {})
    choices = [[wanted] if isinstance(wanted, str) else wanted for wanted in plan.get("has", [])]
    lacks = [f"lacks {' or '.join(choice)}" for choice in choices if not set(choice) & set(names)]
    agree(pair, {"plan": []}, {"plan": [*lacks, *(f"has {name}" for name in plan.get("has_not", []) if name in names)]})
    assert [name for name in names if name in plan.get("order", [])] == plan.get("order", [])
    assert names == plan.get("steps", names)
    assert all(step.reason for step in steps)


def test_every_quote_stands_in_its_document(pair: Pair, analyzer: Analyzer) -> None:
    report = report_on(pair, analyzer)
    resume = analyzer.read_resume(pair["resume"].encode()).document.text if pair.get("as") == "bytes" else pair["resume"]
    for verdict in (*report.verdicts, *report.context):
        for quote in verdict.quotes:
            text = resume if quote.document == "resume" else pair["posting"]
            assert text[quote.start : quote.end]
            assert " ".join(text[quote.start : quote.end].split()) in quote.text
