"""What every format promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.errors import OutputError
from skillgap.model import GapReport
from skillgap.reports import FORMATS, render

from .conftest import asked, empty_report, full_report, hostile_report, missing, unscored_report

REPORTS = [full_report(), empty_report(), unscored_report(), hostile_report()]


def readable(report: GapReport, format: str) -> str:
    """A report without markup, in one line, so that words can be looked for."""
    text = render(report, format, width=200)
    if format == "html":
        text = unescape(re.sub(r"<[^>]*>", "", text))
    if format == "md":
        text = re.sub(r"\\([^\w\s])", r"\1", text)
    return " ".join(text.split())


@pytest.mark.parametrize("format", FORMATS)
class TestEveryFormat:
    def test_shows_every_requirement(self, format: str, full: GapReport) -> None:
        text = readable(full, format)
        for verdict in (*full.verdicts, *full.context):
            assert verdict.requirement.label in text

    def test_shows_what_was_asked_beside_the_score(self, format: str, full: GapReport) -> None:
        text = readable(full, format)
        for words in ("Temporal Cloud", "PHP", "EU work permit", "the résumé has two columns", full.headline, "0123456789ab"):
            assert words in text

    def test_shows_the_plan_with_its_addresses(self, format: str, full: GapReport) -> None:
        text = render(full, format, width=200)
        for step in full.plan.steps:
            assert step.skill.name in text
            assert all(resource.url in text for resource in step.resources)

    @pytest.mark.parametrize("report", REPORTS, ids=["full", "empty", "unscored", "hostile"])
    def test_is_the_same_every_time_and_ends_in_one_newline(self, format: str, report: GapReport) -> None:
        text = render(report, format)
        assert text == render(report, format)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")

    def test_hides_everything_that_could_act(self, format: str, hostile: GapReport) -> None:
        assert_inert(render(hostile, format))

    @given(text=st.text(st.characters(), min_size=1, max_size=60))
    @settings(max_examples=20, deadline=None)
    def test_any_text_of_a_stranger_is_inert(self, format: str, text: str) -> None:
        assert_inert(render(hostile_report(text), format))


@pytest.mark.parametrize("format", ["text", "md", "html"])
class TestFormatsForPeople:
    def test_the_points_of_the_verdicts_add_up_to_the_score(self, format: str, full: GapReport) -> None:
        text = readable(full, format)
        each = [f"{verdict.points:g}/{verdict.of_points:g}" for verdict in full.verdicts]
        printed = re.findall(r"(?<![\w./])([\d.]+)/([\d.]+)(?![\w/])", text)
        rows = [f"{got}/{of}" for got, of in printed if (got, of) not in {("63.5", "86"), ("8", "14")}]
        assert rows == each
        assert sum(float(row.split("/")[0]) for row in rows) == full.score
        assert "63.5/86" in text
        assert "8/14" in text
        assert text.count("71.5 / 100") >= 2

    def test_a_step_without_an_address_says_so(self, format: str, full: GapReport) -> None:
        assert "no resource known yet" in readable(full, format)

    def test_says_once_what_showing_a_skill_would_add_and_only_if_it_was_used(self, format: str, full: GapReport) -> None:
        text = readable(full, format)
        assert text.count("Say where you used it, if you did") == 1
        assert "Docker (+2), Helm (+0.8). Only listed or claimed now;" in text

    def test_gaps_without_a_step_have_a_reason(self, format: str, full: GapReport) -> None:
        line = "No step for: Communication, Teamwork (hours do not teach it); Databases (too broad for one step)"
        assert line in readable(full, format)
        alone = replace(full, plan=replace(full.plan, steps=()))
        assert line in readable(alone, format)
        assert "Learn next" not in readable(alone, format)

    def test_only_marks_that_occur_are_explained(self, format: str, full: GapReport) -> None:
        assert "comes with the skill that is named" in readable(full, format)
        assert "no place shows it" not in readable(full, format)
        one = replace(full, verdicts=full.verdicts[:1])
        assert "comes with the skill that is named" not in readable(one, format)

    def test_what_is_empty_is_left_out(self, format: str, empty: GapReport) -> None:
        text = readable(empty, format)
        assert "not scored" in text
        for heading in (
            "Required",
            "Learn next",
            "No step",
            "Say it",
            "Say where",
            "stack",
            "Sum of points",
            "Not needed",
            "taxonomy",
        ):
            assert heading not in text

    def test_why_there_is_no_score_is_said(self, format: str, unscored: GapReport) -> None:
        assert unscored.headline in readable(unscored, format)
        assert "/ 100" not in readable(unscored, format)

    def test_a_long_quote_keeps_the_skill(self, format: str, full: GapReport) -> None:
        quote = "much is said here about other things " * 20 + "and Erlang too " + "and then it goes on and on " * 20
        text = readable(replace(full, verdicts=(missing(asked("Erlang", quote=quote), 100),)), format).replace("**", "")
        assert "and Erlang too" in text
        assert "…" in text
        assert quote not in text

    def test_the_quotes_say_where(self, format: str, full: GapReport) -> None:
        assert "experience, p. 1" in readable(full, format)


def test_an_unknown_format_is_refused_with_the_choice(full: GapReport) -> None:
    with pytest.raises(OutputError, match="choose one of text, md, html, json"):
        render(full, "docx")


def test_rich_and_jinja2_wait_until_they_are_needed() -> None:
    code = "import sys, skillgap.reports; print(sorted({'rich', 'jinja2', 'markupsafe'} & set(sys.modules)))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def assert_inert(text: str) -> None:
    """No control or direction characters but newlines, and nothing that cannot be encoded."""
    text.encode()
    assert not {unicodedata.category(char) for char in set(text) - set("\n\u200c\u200d")} & {"Cc", "Cf", "Cs", "Co", "Cn"}
