from __future__ import annotations

from skillgap.documents.pdf.furniture import without_furniture
from skillgap.documents.pdf.geometry import Line, Segment


def line(text: str, y: float) -> Line:
    return Line((Segment(text, 50, 200, y, 10, False, 20),), 0)


def kept(*pages: list[Line]) -> list[list[str]]:
    return [[line.text for line in page] for page in without_furniture(pages, [800] * len(pages))]


def test_page_numbers_go_and_other_numbers_stay() -> None:
    assert kept([line("2019", 400), line("1", 790)], [line("Page 2 of 2", 790), line("2", 400)]) == [["2019"], ["2"]]
    assert kept([line("2019", 790)]) == [["2019"]]


def test_a_repeated_header_stays_once() -> None:
    assert kept([line("Confidential", 20), line("a", 400)], [line("Confidential", 20), line("b", 400)]) == [
        ["Confidential", "a"],
        ["b"],
    ]


def test_a_footer_that_counts_pages_goes_if_its_words_are_said_elsewhere() -> None:
    pages = [[line("Jane Doe", 100), line("Jane Doe · Page 1", 790)], [line("b", 400), line("Jane Doe · Page 2", 790)]]
    assert kept(*pages) == [["Jane Doe"], ["b"]]
    assert kept(*(page[1:] for page in pages))[0] == ["Jane Doe · Page 1"]


def test_a_line_that_repeats_within_the_page_stays() -> None:
    assert kept([line("Python", 300)], [line("Python", 300)]) == [["Python"], ["Python"]]
