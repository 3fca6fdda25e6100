"""What the figures of the reading benchmark mean, on texts small enough to count by hand; and one file through all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from benchmarks.reading import report, scattered
from benchmarks.reading.corpus import Case, build, plans
from benchmarks.reading.metrics import Figures, Share, measure, words
from benchmarks.reading.readers import OURS, PDFPLUMBER, ours
from benchmarks.reading.texts import DATES, HEADING, LINE, PROSE, Unit, texts, units

UNITS = (
    Unit("Work history", HEADING, 0),
    Unit("Site engineer", LINE, 0),
    Unit("2019 – 2021", DATES, 0),
    Unit("Ran per-service budgets for latency.", PROSE, 0),
    Unit("Wrote the incident handbook.", PROSE, 0),
    Unit("Skills", HEADING, 1),
    Unit("Go, C++", LINE, 1),
)
PERFECT = """Work history
Site engineer
2019 – 2021
- Ran per-service budgets
for latency.
- Wrote the incident handbook.

Skills
Go, C++
"""
ALL = {"words": (18, 18), "pairs": (11, 11), "unbroken": (2, 2), "order": (4, 4), "headings": (2, 2)}


def counted(figures: Figures) -> dict[str, tuple[int, int]]:
    return {name: (getattr(figures, name).hits, getattr(figures, name).total) for name in figures.values()}


@pytest.mark.parametrize(
    ("old", "new", "lowered"),
    [
        pytest.param("", "", {}, id="everything"),
        pytest.param("- Ran", "• RAN", {}, id="case and marks do not count"),
        pytest.param("2019 – 2021\n", "", {"words": (16, 18), "pairs": (10, 11)}, id="lost dates"),
        pytest.param("the incident", "incident",
                     {"words": (17, 18), "pairs": (9, 11), "unbroken": (1, 2), "order": (3, 4)}, id="lost word"),
        pytest.param("per-service", "per- service",
                     {"words": (17, 18), "pairs": (9, 11), "unbroken": (1, 2), "order": (2, 4)}, id="broken word"),
        pytest.param("Skills\n", "Skills Go\n", {"headings": (1, 2), "order": (3, 4)}, id="heading with more on its line"),
        pytest.param("\n\nSkills\nGo, C++", " Skills\nGo, C++", {"headings": (1, 2)}, id="heading behind other words"),
        pytest.param("budgets\nfor", "budgets Skills\nfor",
                     {"pairs": (10, 11), "unbroken": (1, 2), "order": (2, 4)}, id="broken unit"),
        pytest.param("handbook.\n\nSkills\nGo, C++", "Skills handbook.\nGo, C++",
                     {"pairs": (10, 11), "unbroken": (1, 2), "order": (2, 4), "headings": (1, 2)}, id="joined columns"),
        pytest.param("Site engineer\n2019 – 2021", "2019 – 2021\nSite engineer", {}, id="dates first"),
        pytest.param("Go, C++", "2019 – 2021 Go, C++", {}, id="dates anywhere"),
    ],
)  # fmt: skip
def test_each_fault_lowers_the_figures_that_it_concerns(old: str, new: str, lowered: dict[str, tuple[int, int]]) -> None:
    assert old in PERFECT
    assert counted(measure(UNITS, PERFECT.replace(old, new) if old else PERFECT)) == ALL | lowered


def test_units_that_change_places_lower_order_alone() -> None:
    one, other = "- Ran per-service budgets\nfor latency.\n", "- Wrote the incident handbook.\n"
    swapped = PERFECT.replace(one + other, other + one)
    assert counted(measure(UNITS, swapped)) == ALL | {"order": (2, 4)}


def test_what_a_page_repeats_may_stand_between_units_and_nothing_else() -> None:
    paged = PERFECT.replace("- Wrote", "A. Person Page 1\n- Wrote")
    assert measure(UNITS, paged, "A. Person Page 1").order == Share(4, 4)
    assert measure(UNITS, paged).order == Share(3, 4)


def test_nothing_read_is_nothing() -> None:
    assert set(measure(UNITS, "").values().values()) == {0.0}


@pytest.mark.parametrize(
    ("text", "expected"), [("C++, C#; (.NET)", ["c++", "c#", "net"]), ("of\ufb01ce – 45 ms.", ["office", "45", "ms"])]
)
def test_words_as_they_are_compared(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_cell_below_the_best_other_reader_is_listed_with_both_figures() -> None:
    good = measure(UNITS, PERFECT)
    bad = measure(UNITS, PERFECT.replace("Skills\n", "Skills Go\n"))
    lines = list(report.bars({"pdf": {"tables": {OURS: bad, PDFPLUMBER: good}}}, {}, Share(0, 10), {}))
    assert "cells below the best other reader: 2: FAILS" in lines
    assert "  pdf, tables, headings: 0.500, pdfplumber 1.000" in lines


def test_every_text_has_two_sections_and_more_and_no_word_that_is_planted() -> None:
    from benchmarks.reading.planted import WORDS

    for text in texts():
        assert len(text.main) >= 2
        assert text.side
        assert set(words(WORDS)).isdisjoint(word for unit in units(text) for word in words(unit.text))


def test_the_plan_is_as_large_as_was_promised() -> None:
    assert sum(plan.texts for plan in plans() if not plan.hiding) >= 60


def test_a_file_of_reportlab_goes_through(tmp_path: Path) -> None:
    plan = next(plan for plan in plans() if (plan.layout, plan.tool) == ("two columns", "ReportLab"))
    told: list[str] = []
    (case,) = build(tmp_path, told.append, [replace(plan, texts=1)])
    assert not told
    assert build(tmp_path, told.append) == [case]
    figures = measure(case.units, ours(tmp_path / case.file), case.furniture)
    assert set(figures.values().values()) == {1.0}


def test_the_same_file_is_made_each_time() -> None:
    text = texts()[0]
    assert scattered.make("shuffled columns", text, Random("a")) == scattered.make("shuffled columns", text, Random("a"))
    assert scattered.make("shuffled columns", text, Random("a")) != scattered.make("shuffled columns", text, Random("b"))


def test_a_plan_whose_tool_is_missing_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    plan = replace(next(plans()), tool="Nonesuch")
    assert build(tmp_path, told.append, [plan], {"Nonesuch": "no nonesuch in the path"}) == []
    assert told == ["left out: single column (pdf) by Nonesuch: no nonesuch in the path"]


def test_a_case_knows_its_format() -> None:
    assert Case("001-a.pdf", "", "", ()).format == "pdf"
