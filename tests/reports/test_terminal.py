from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from skillgap.analyzer import Analyzer
from skillgap.model import GapReport
from skillgap.reports import render

from .conftest import full_report, hostile_report


@given(width=st.integers(60, 200))
@settings(max_examples=25, deadline=None)
def test_no_line_is_wider_than_the_page(width: int) -> None:
    for report in (full_report(), hostile_report()):
        assert max(map(cell_len, render(report, width=width).splitlines())) <= width


@pytest.mark.parametrize("width", [0, 1, 40])
def test_a_page_that_is_far_too_narrow_still_shows_everything(width: int, full: GapReport) -> None:
    lines = render(full, width=width).splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert all(v.requirement.any_of[0].name in " ".join(lines) for v in full.verdicts)


def test_wide_characters_count_double() -> None:
    assert max(map(cell_len, render(hostile_report("日本語のポスト" * 20), width=80).splitlines())) <= 80


def test_no_line_ends_in_a_space(full: GapReport) -> None:
    assert not re.search(r" $", render(full), re.MULTILINE)


def test_without_colour_there_are_no_codes(full: GapReport) -> None:
    assert "\x1b" not in render(full)


def test_colours_change_nothing_but_the_colour(full: GapReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = render(full, color=True)
    assert re.search(r"\x1b\[\d*;?32m met", coloured)
    assert re.search(r"\x1b\[\d*;?31m missing", coloured)
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == render(full).splitlines()


def test_the_environment_does_not_matter(full: GapReport, monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(full)
    for name, value in (("COLUMNS", "60"), ("FORCE_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert render(full) == before


def test_on_a_wide_page_a_verdict_is_one_line(full: GapReport) -> None:
    text = render(full, width=140)
    assert re.search(r'^ met +Python, 3\+ years +5 y 2 m, last 2026-10 +11/11 +"built .* Python" \(exp.*, p\. 1\)$', text, re.M)
    assert re.search(r'^ missing +Kubernetes +not shown +0/11 +asked: "You run .* Kubernetes"$', text, re.M)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_slashes_of_all_points_stand_below_each_other(full: GapReport, width: int) -> None:
    text = render(full, width=width)
    points = list(re.finditer(r"^.* (?P<got>[\d.]+)/[\d.]+\b", text, re.MULTILINE))
    assert len({match["got"] for match in points}) > 3
    assert len({match.end("got") - match.start() for match in points}) == 1


def test_on_a_narrow_page_only_the_label_and_the_skill_are_bold(full: GapReport) -> None:
    line = next(line for line in render(full, width=60, color=True).splitlines() if "5 y 2 m" in line)
    assert not re.search(r"\x1b\[[\d;]*\b1m[^\x1b]*5 y 2 m", line)


def test_the_legend_explains_the_words_that_stand_there_and_no_others(analyzer: Analyzer) -> None:
    resume = "Ann Lee\n\nExperience\nSRE, Fjord, Jan 2023 - Dec 2024\n- Bash on Linux\n"
    report = analyzer.compare(resume, "SRE\n\nRequirements\n- Linux\n\nYour tasks\n- scripts in Ruby or Bash\n")
    assert "implied:" not in render(report, "text")
    implied = analyzer.compare(resume, "SRE\n\nRequirements\n- Scripting languages\n")
    assert "implied by Bash" in " ".join(render(implied, "text").split())
    assert "implied: comes with" in render(implied, "text")
