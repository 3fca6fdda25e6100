"""Bullets of a PDF that are drawn, as browsers do: each begins an item; dots of ratings and of time lines are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.documents import read
from tests.documents.samples import Sheet, marked

pytest.importorskip("reportlab")

ITEMS = (
    "Broke the shop into six services; events go over Amazon SQS and SNS",
    "Terraform for all of it, with deployments on ECS by GitHub Actions",
    "Introduced mypy and pytest",
)
Draw = Callable[[Sheet, float, float], None]


def disc(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.circle(x, 842 - y, 1.2, stroke=0, fill=1)


def ring(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.circle(x, 842 - y, 1.4, stroke=1, fill=0)


def square(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.rect(x - 1.2, 842 - y - 1.2, 2.4, 2.4, stroke=0, fill=1)


def items(draw: Draw | None, *, left: float = 50) -> list[tuple[str, int, str]]:
    """The blocks of a page with a line above a list of three items."""
    sheet = Sheet()
    sheet.line(left, 80, "Wrote what follows with two others, from the first line to the last one of all.")
    for index, item in enumerate(ITEMS):
        y = 104 + 13 * index
        sheet.line(left + 14, y, item)
        if draw:
            draw(sheet, left + 6, y - 3)
    return marked(read(sheet.pdf(), name="a.pdf"))


@pytest.mark.parametrize("draw", [disc, ring, square])
def test_each_begins_an_item(draw: Draw) -> None:
    assert items(draw)[1:] == [("list_item", 1, item) for item in ITEMS]


def test_without_them_there_are_no_items() -> None:
    assert not [kind for kind, _, _ in items(None) if kind == "list_item"]


def test_beside_another_column() -> None:
    sheet = Sheet()
    for index in range(8):
        sheet.line(40, 84 + 17 * index, f"Side note {index}")
        sheet.line(220, 80 + 13 * index, f"Item number {index}, which is told at some length here")
        disc(sheet, 212, 77 + 13 * index)
    found = marked(read(sheet.pdf(), name="a.pdf"))
    assert [text[:13] for kind, _, text in found if kind == "list_item"] == [f"Item number {index}" for index in range(8)]


def test_ratings_stay_what_they_are() -> None:
    sheet = Sheet()
    for index, name in enumerate(("Python", "Go", "Rust")):
        for dot in range(5):
            disc(sheet, 120 + 7 * dot, 97 + 13 * index)
        sheet.line(50, 100 + 13 * index, name)
        sheet.line(158, 100 + 13 * index, "daily")
    found = marked(read(sheet.pdf(), name="a.pdf"))
    assert not [kind for kind, _, _ in found if kind == "list_item"]


def test_time_lines_stay_what_they_are() -> None:
    sheet = Sheet()
    for index in range(3):
        y = 100 + 60 * index
        sheet.canvas.circle(44, 842 - y + 3, 4, stroke=0, fill=1)
        sheet.line(56, y, f"Engineer, Orrin Foods {index}", bold=True)
        sheet.line(56, y + 14, "Kept the ledger running and wrote its tests.")
        disc(sheet, 50, y - 3)
    found = marked(read(sheet.pdf(), name="a.pdf"))
    assert not [kind for kind, _, _ in found if kind == "list_item"]


def test_a_full_stop_that_is_drawn_once_is_no_bullet() -> None:
    sheet = Sheet()
    sheet.line(50, 80, "A line of its own")
    disc(sheet, 44, 77)
    assert marked(read(sheet.pdf(), name="a.pdf")) == [("paragraph", 0, "A line of its own")]
