"""A text that is not English is said to be so: names are found in it, and no wording is trusted (tables/languages.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from skillgap import Analyzer
from skillgap.documents import from_text, read

SAMPLES = Path(__file__).parents[2] / "samples"


def rows(table: Any) -> list[dict[str, Any]]:
    return list(table("languages"))


def test_the_language_is_told_and_technologies_are_found(analyzer: Analyzer, table: Any, skill_id: Any) -> None:
    for row in rows(table):
        extraction = analyzer.extract(row["text"], "posting")
        found = {mention.skill.id for mention in extraction.mentions}
        assert extraction.language == row["language"], row["text"]
        assert {skill_id(name) for name in row["found"]} <= found, row["text"]


@pytest.mark.parametrize(
    "path", sorted(p for p in SAMPLES.iterdir() if p.name.startswith(("resume", "posting"))), ids=lambda p: p.name
)
def test_the_samples_are_english(analyzer: Analyzer, path: Path) -> None:
    assert analyzer.extract(read(path)).english


def test_no_wording_is_trusted_in_another_language(analyzer: Analyzer, table: Any) -> None:
    for row in (row for row in rows(table) if row["language"] != "en"):
        posting = analyzer.read_posting(from_text(row["text"]))
        assert {mention.status for mention in posting.extraction.mentions} == {"asserted"}
        assert not posting.conditions
        assert not any(requirement.min_years for requirement in posting.requirements)
        assert [notice.severity for notice in posting.warnings if notice.code == "language"] == ["serious"]


def test_the_report_says_so(analyzer: Analyzer, table: Any) -> None:
    german, resume = rows(table)[:2]
    report = analyzer.compare(from_text(resume["text"]), from_text(german["text"]))
    told = [str(notice) for notice in report.warnings if notice.code == "language"]
    assert len(told) == 2
    assert all("in German" in line for line in told)


def test_an_english_document_gets_no_remark(analyzer: Analyzer) -> None:
    report = analyzer.compare(read(SAMPLES / "resume.pdf"), read(SAMPLES / "posting.html"))
    assert not [notice for notice in report.warnings if notice.code == "language"]
