"""Tables with ruled lines in PDF: a cell is read whole, whatever stands beside it."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest

from skillgap.documents.pdf import words
from skillgap.documents.pdf.layout import lines
from tests.documents.samples import Sheet, attempt, marked

CELLS = (
    (50, ("Senior Backend", "Engineer")),
    (170, ("Acme Pay,", "Oslo")),
    (230, ("Wrote the ledger service in Python", "and kept it running for another", "seven years.")),
)
EDGES = (46, 166, 226, 396)


def ruled_by_lines(sheet: Sheet, top: float, bottom: float) -> None:
    for x in EDGES:
        sheet.canvas.line(x, 842 - top, x, 842 - bottom)
    for y in (top, bottom):
        sheet.canvas.line(EDGES[0], 842 - y, EDGES[-1], 842 - y)


def ruled_by_boxes(sheet: Sheet, top: float, bottom: float) -> None:
    for left, right in pairwise(EDGES):
        sheet.canvas.rect(left, 842 - bottom, right - left, bottom - top)


def ruled_by_thin_shapes(sheet: Sheet, top: float, bottom: float) -> None:
    """As browsers draw borders."""
    for x in EDGES:
        sheet.canvas.rect(x, 842 - bottom, 0.75, bottom - top, stroke=0, fill=1)
    for y in (top, bottom):
        sheet.canvas.rect(EDGES[0], 842 - y, EDGES[-1] - EDGES[0], 0.75, stroke=0, fill=1)


def moved(sheet: Sheet, top: float, bottom: float) -> None:
    """In coordinates of their own, as table programs draw."""
    sheet.canvas.saveState()
    sheet.canvas.translate(20, 10)
    sheet.canvas.scale(2, 2)
    for left, right in pairwise(EDGES):
        sheet.canvas.rect((left - 20) / 2, (842 - bottom - 10) / 2, (right - left) / 2, (bottom - top) / 2)
    sheet.canvas.restoreState()


def filled(sheet: Sheet, top: float, bottom: float) -> None:
    """Coloured boxes, which are no rules."""
    sheet.canvas.setFillColor("#eeeeee")
    for left, right in pairwise(EDGES):
        sheet.canvas.rect(left, 842 - bottom, right - left, bottom - top, stroke=0, fill=1)
    sheet.canvas.setFillColor("#000000")


def a_row(rule: Callable[[Sheet, float, float], None], order: random.Random | None = None) -> bytes:
    sheet = Sheet()
    sheet.line(50, 80, "Employment so far in the order of the calendar", size=12)
    rule(sheet, 90, 140)
    drawn = [(x, 104 + 13 * number, text) for x, texts in CELLS for number, text in enumerate(texts)]
    if order:
        order.shuffle(drawn)
    for x, y, text in drawn:
        sheet.line(x, y, text)
    sheet.line(50, 170, "and a line below the table that is wider than a cell of it")
    return sheet.pdf()


@pytest.mark.parametrize("rule", [ruled_by_lines, ruled_by_boxes, ruled_by_thin_shapes, moved])
def test_cells_of_several_lines_are_read_one_after_the_other(rule: Callable[[Sheet, float, float], None]) -> None:
    document = attempt(a_row(rule))
    assert document == attempt(a_row(rule, random.Random(3)))
    assert [text for _, _, text in marked(document)][1:4] == [
        "Senior Backend Engineer",
        "Acme Pay, Oslo",
        "Wrote the ledger service in Python and kept it running for another seven years.",
    ]


def test_a_row_of_single_lines_stays_a_line() -> None:
    sheet = Sheet()
    for number, (label, items) in enumerate((("Languages", "Python, Go"), ("Storage", "PostgreSQL, Redis"))):
        sheet.canvas.grid([46, 166, 300], [842 - 90 - 20 * number, 842 - 110 - 20 * number])
        sheet.line(50, 104 + 20 * number, label)
        sheet.line(170, 104 + 20 * number, items)
    (page,) = words.pages(sheet.pdf())
    assert [line.text for line in lines(page.words, page.rules)] == ["Languages\tPython, Go", "Storage\tPostgreSQL, Redis"]


def test_entries_of_a_cell_that_would_fit_on_one_line_are_not_joined() -> None:
    sheet = Sheet()
    sheet.canvas.grid([46, 166, 300], [842 - 90, 842 - 150])
    sheet.lines(50, 104, ["Python", "Go", "SQL"])
    sheet.lines(170, 104, ["every day", "now and then"])
    assert [text for _, _, text in marked(attempt(sheet.pdf()))] == ["Python", "Go", "SQL", "every day", "now and then"]


def test_an_empty_cell_does_not_part_a_row() -> None:
    sheet = Sheet()
    sheet.canvas.grid(list(EDGES), [842 - 90, 842 - 140])
    for x, texts in (CELLS[0], CELLS[2]):
        sheet.lines(x, 104, texts)
    assert marked(attempt(sheet.pdf()))[0][2] == "Senior Backend Engineer"


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(lambda sheet: sheet.canvas.rect(40, 700, 480, 80), id="a frame around a section"),
        pytest.param(lambda sheet: sheet.canvas.line(40, 735, 520, 735), id="a line across the page"),
        pytest.param(lambda sheet: [sheet.canvas.roundRect(x, 727, 30, 12, 3) for x in (48, 118, 188)], id="labels in frames"),
        pytest.param(lambda sheet: filled(sheet, 100, 125), id="coloured boxes"),
    ],
)
def test_what_is_no_table_changes_nothing(draw: Callable[[Sheet], None]) -> None:
    plain, drawn = Sheet(), Sheet()
    draw(drawn)
    for sheet in (plain, drawn):
        sheet.lines(50, 112, ["Wrote the ledger service in Python and a number of other things, and kept it",
                              "running for seven years with nobody else to help."])  # fmt: skip
    assert attempt(drawn.pdf()).text == attempt(plain.pdf()).text
