"""Bullets of a PDF that are drawn, as browsers do: each begins an item. Dots of ratings, time lines and margins are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from skillgap.documents import read
from tests.documents.samples import Sheet

pytest.importorskip("reportlab")

ITEMS = (
    "Broke the shop into six services; events go over Amazon SQS and SNS",
    "Terraform for all of it, with deployments on ECS by GitHub Actions",
    "Introduced mypy and pytest",
)
Draw = Callable[[Sheet, float, float], None]


def disc(sheet: Sheet, x: float, y: float, radius: float = 1.2) -> None:
    sheet.canvas.circle(x, 842 - y, radius, stroke=0, fill=1)


def ring(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.circle(x, 842 - y, 1.4, stroke=1, fill=0)


def square(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.rect(x - 1.2, 842 - y - 1.2, 2.4, 2.4, stroke=0, fill=1)


def twice(sheet: Sheet, x: float, y: float) -> None:
    disc(sheet, x, y)
    disc(sheet, x + 0.1, y)


def large(sheet: Sheet, x: float, y: float) -> None:
    disc(sheet, x - 3, y, 3.5)


def speck(sheet: Sheet, x: float, y: float) -> None:
    disc(sheet, x, y, 0.3)


def dash(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.rect(x - 2, 842 - y, 4, 1.2, stroke=0, fill=1)


def light(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.setFillGray(0.9)
    disc(sheet, x, y)
    sheet.canvas.setFillGray(0)


def far(sheet: Sheet, x: float, y: float) -> None:
    disc(sheet, x - 30, y)


def pair(sheet: Sheet, x: float, y: float) -> None:
    disc(sheet, x - 7, y)
    disc(sheet, x, y)


def items(draw: Draw, lines: Sequence[str] = ITEMS, *, bold: bool = False, left: float = 50, leading: float = 13) -> list[str]:
    """The items that are read of lines with a dot before each."""
    sheet = Sheet()
    for index, line in enumerate(lines):
        y = 104 + leading * index
        sheet.line(left + 14, y, line, bold=bold)
        draw(sheet, left + 6, y - 3)
    document = read(sheet.pdf(), name="a.pdf")
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == "list_item"]


@pytest.mark.parametrize("draw", [disc, ring, square, twice])
def test_each_begins_an_item(draw: Draw) -> None:
    assert items(draw) == list(ITEMS)


@pytest.mark.parametrize("draw", [large, speck, dash, light, far, pair])
def test_other_shapes_are_none(draw: Draw) -> None:
    assert items(draw) == []


@pytest.mark.parametrize(
    "lines",
    [
        ITEMS[:1],
        ("Engineer, Orrin Foods, Jan 2010 - Dec 2012", "Engineer, Harrow Mills, Jan 2013 - Dec 2015"),
        ("Developer in Leeds until 2014", "Developer in Hull until 2019"),
        ("I have worked for ten years, the last", "five of them with Kafka and Kotlin, and", "before that with Perl"),
    ],
)
def test_lines_of_another_kind_are_no_items(lines: Sequence[str]) -> None:
    assert items(disc, lines) == []


def test_one_dot_alone_and_dots_before_lines_that_begin_at_different_places_are_none() -> None:
    sheet = Sheet()
    sheet.line(64, 104, ITEMS[0])
    disc(sheet, 56, 101)
    disc(sheet, 300, 600)
    for index, item in enumerate(ITEMS):
        sheet.line(64 + 4 * index, 204 + 13 * index, item)
        disc(sheet, 58, 201 + 13 * index)
    assert "•" not in read(sheet.pdf(), name="a.pdf").text


def test_a_dot_right_behind_a_word_is_none() -> None:
    sheet = Sheet()
    for index, item in enumerate(ITEMS):
        sheet.line(50, 104 + 13 * index, "So")
        disc(sheet, 66, 101 + 13 * index)
        sheet.line(74, 104 + 13 * index, item)
    assert "•" not in read(sheet.pdf(), name="a.pdf").text


def test_titles_in_bold_are_no_items() -> None:
    assert items(disc, ("Engineer, Orrin Foods", "Engineer, Harrow Mills"), bold=True) == []


def test_a_year_inside_an_item_is_none_of_a_job() -> None:
    lines = ("Moved 300 jobs to Airflow and, in 2023, left Hadoop", "Windows Server 2016", "SQL Server 2019", *ITEMS[:2])
    assert items(disc, lines) == list(lines)


def test_a_time_line_stays_what_it_is() -> None:
    sheet = Sheet()
    for index in range(3):
        disc(sheet, 46, 97 + 60 * index)
        sheet.lines(
            56, 100 + 60 * index, ("Engineer", f"Orrin Foods {index}", f"Jan 201{index} - Dec 201{index}", "Kept the ledger.")
        )
    document = read(sheet.pdf(), name="a.pdf")
    assert {block.kind for block in document.blocks} == {"paragraph"}


def test_ratings_between_words_stay_what_they_are() -> None:
    sheet = Sheet()
    for index, name in enumerate(("Python", "Go", "Rust")):
        sheet.line(50, 100 + 13 * index, name)
        disc(sheet, 150, 97 + 13 * index)
        sheet.line(158, 100 + 13 * index, "3 years")
    assert "•" not in read(sheet.pdf(), name="a.pdf").text


def test_beside_another_column() -> None:
    sheet = Sheet()
    for index in range(8):
        sheet.line(40, 84 + 17 * index, f"Side note {index}")
        sheet.line(220, 80 + 13 * index, f"Item number {index}, which is told at some length here")
        disc(sheet, 212, 77 + 13 * index)
    document = read(sheet.pdf(), name="a.pdf")
    found = [document.text[block.start : block.end][:13] for block in document.blocks if block.kind == "list_item"]
    assert found == [f"Item number {index}" for index in range(8)]


def test_no_bullet_before_words_that_nobody_sees() -> None:
    sheet = Sheet()
    sheet.line(50, 80, "A line that can be seen")
    sheet.canvas.setFillGray(1)
    sheet.lines(64, 104, ITEMS)
    sheet.canvas.setFillGray(0)
    for index in range(3):
        disc(sheet, 56, 101 + 13 * index)
    assert "•" not in read(sheet.pdf(), name="a.pdf").text
