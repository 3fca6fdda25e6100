"""What may be asked and may be not: a person sees it, in every report and in the file that is to be corrected."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.documents import from_text
from skillgap.posting.file import dump
from skillgap.reports import FORMATS, render

DOUBT = 'in doubt, not counted: Spring ("Never mind the spring"), Rust ("The rust of years")'
ASKED = "Backend developer\n\nRequirements\n- Java\n- Never mind the spring\n- The rust of years\n"


def doubts(analyzer: Analyzer, text: str) -> list[str]:
    return [notice.message for notice in analyzer.read_posting(text).warnings if notice.code == "in-doubt"]


def test_ambiguous_words_that_nothing_decides_are_told_with_their_words(analyzer: Analyzer) -> None:
    assert doubts(analyzer, ASKED) == [DOUBT]


@pytest.mark.parametrize(
    "text",
    [
        "Requirements\n- Java\n- Spring Boot and Spring\n- Never mind the spring\n",
        "Requirements\n- Java\n\nBenefits\n- A party in spring\n",
        "Requirements\n- Java and flexibility\n",
        "ESSENTIAL FUNCTIONS\n\n- Write Java\n\nRequirements\n- Java\n",
        "Requirements\n- Java\n\nPosition functions\n- Write Java\n",
    ],
)
def test_what_is_clear_elsewhere_asked_of_nobody_vague_or_of_a_heading_is_no_doubt(analyzer: Analyzer, text: str) -> None:
    assert doubts(analyzer, text) == []


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_report_shows_them(analyzer: Analyzer, form: str) -> None:
    report = analyzer.compare("Experience\nDeveloper, Acme, 2019 - 2023\n- Java services\n", ASKED)
    written = " ".join(render(report, form).replace("\\", "").replace("&#34;", '"').split())
    assert DOUBT in written


def test_the_editable_file_has_them_as_a_comment_and_is_read_without(analyzer: Analyzer) -> None:
    file = dump(analyzer.read_posting(ASKED), "1")
    assert f"# {DOUBT}\nrequirements:" in file
    assert doubts(analyzer, file) == []
    assert analyzer.read_posting(from_text(file, source="asked.yaml")).title == "Backend developer"
