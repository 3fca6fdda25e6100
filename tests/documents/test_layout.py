from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.layout import lines

LETTER = 5.0


def words(x: float, y: float, text: str, *, size: float = 10, bold: bool = False) -> list[Word]:
    """A line of words as wide as a fixed pitch makes them."""
    made: list[Word] = []
    for word in text.split(" "):
        width = len(word) * LETTER
        if word:
            made.append(Word(word, x, x + width, y - 0.8 * size, y + 0.2 * size, y, bold))
        x += width + 0.3 * size
    return made


def texts(page: list[Word]) -> list[str]:
    return [line.text for line in lines(page)]


def two_columns() -> list[Word]:
    page = words(50, 40, "Jane Doe, engineer, with a line that runs across the whole of the page to its end")
    for row in range(12):
        page += words(50, 80 + 13 * row, f"left line {row} of a narrow side")
        page += words(300, 86 + 13 * row, f"right line {row} of the wide side with more")
    return page


def test_columns_are_read_one_after_the_other_whatever_the_order_of_the_stream() -> None:
    page = two_columns()
    expected = [f"left line {row} of a narrow side" for row in range(12)]
    expected += [f"right line {row} of the wide side with more" for row in range(12)]
    assert texts(page)[1:] == expected
    random.Random(1).shuffle(page)
    assert texts(page)[1:] == expected


def test_dates_at_the_right_stay_in_their_lines() -> None:
    page: list[Word] = []
    for row in range(4):
        page += words(50, 100 + 60 * row, f"Engineer, Acme {row}") + words(480, 100 + 60 * row, "2019 – 2021")
        page += words(50, 113 + 60 * row, "built the ledger and other things that take a line")
        page += words(50, 126 + 60 * row, "and wrote more of them")
    assert texts(page)[0::3] == [f"Engineer, Acme {row}\t2019 – 2021" for row in range(4)]


def test_labels_at_the_left_stay_in_their_lines() -> None:
    page: list[Word] = []
    for row, label in enumerate(("Languages", "Databases", "Cloud", "Tools")):
        page += words(50, 100 + 26 * row, label, bold=True)
        page += words(140, 100 + 26 * row, "Python, Go, and a number of others that fill")
        page += words(140, 113 + 26 * row, "two lines")
    assert texts(page)[0] == "Languages\tPython, Go, and a number of others that fill"


def test_dates_in_a_margin_with_the_headings_of_the_page_stay_in_their_lines() -> None:
    page = words(50, 40, "Experience", size=14)
    for row in range(3):
        page += words(50, 60 + 60 * row, "2019 - 2021") + words(150, 60 + 60 * row, f"Engineer at the firm {row} of many")
        for line in range(3):
            page += words(150, 73 + 60 * row + 13 * line, f"wrote the part {line} of a thing that took a year")
    page += words(50, 250, "Education", size=14)
    page += words(50, 270, "2010 - 2013") + words(150, 270, "Informatics at a university")
    read = texts(page)
    assert (read[0], read[-2]) == ("Experience", "Education")
    assert [line for line in read if "\t" in line] == [
        *(f"2019 - 2021\tEngineer at the firm {row} of many" for row in range(3)),
        "2010 - 2013\tInformatics at a university",
    ]


def test_a_column_goes_on_below_the_end_of_a_short_one() -> None:
    page = words(50, 40, "Jane Doe, engineer, with a line that runs across the whole of the page to its end")
    long = [f"line {row} of a column that is filled to its edge" for row in range(20)]
    for row, text in enumerate(long):
        page += words(50, 80 + 13 * row + 10 * (row > 6), text)
    page += [word for row in range(4) for word in words(280, 86 + 13 * row, f"short line {row} of the rest")]
    assert texts(page)[1:] == [*long, *(f"short line {row} of the rest" for row in range(4))]


def test_a_heading_above_labels_makes_no_column_of_them() -> None:
    page = words(50, 40, "Wrote the incident handbook that new engineers read in their first week")
    page += words(50, 84, "Toolbox", size=14)
    rows = (("Front end", "TypeScript, React"), ("Back end", "Python, FastAPI"), ("Data", "PostgreSQL"), ("Practice", "CI/CD"))
    for row, (label, items) in enumerate(rows):
        page += words(50, 100 + 15 * row, label) + words(205, 100 + 15 * row, items)
    assert texts(page)[1:] == ["Toolbox", *(f"{label}\t{items}" for label, items in rows)]


def test_headings_of_two_columns_on_one_line_are_not_joined() -> None:
    page = words(50, 100, "SKILLS", bold=True) + words(250, 100, "EXPERIENCE", bold=True)
    for row in range(8):
        page += words(50, 140 + 15 * row, f"skill {row}") + words(250, 146 + 13 * row, f"line {row} of the experience")
    assert texts(page)[0] == "SKILLS"


def test_tracked_headings_become_words() -> None:
    tracked = [word for index, letter in enumerate("WORK") for word in words(50 + 9 * index, 50, letter)]
    tracked += [word for index, letter in enumerate("HISTORY") for word in words(94 + 9 * index, 50, letter)]
    assert texts(tracked) == ["WORK HISTORY"]
    assert texts(words(50, 50, "C R and Go")) == ["C R and Go"]


def test_a_word_in_pieces_or_painted_twice_is_one() -> None:
    pieces = [*words(50, 50, "Postgre"), *words(85, 50, "SQL")]
    assert texts(pieces) == ["PostgreSQL"]
    assert texts(words(50, 50, "Bold") + words(50.5, 50, "Bold")) == ["Bold"]


def test_a_bullet_belongs_to_its_words() -> None:
    page = words(50, 50, "•") + words(80, 50, "Python") + words(50, 65, "•") + words(80, 65, "Go")
    assert texts(page) == ["• Python", "• Go"]


PLACES = st.tuples(st.floats(0, 500), st.floats(0, 800), st.text("ab", min_size=1, max_size=9), st.floats(1, 40))


@given(st.lists(PLACES, max_size=60))
@settings(deadline=None)
def test_no_letter_is_lost_or_made_up(places: list[tuple[float, float, str, float]]) -> None:
    numbered = [f"{word}{number}" for number, (_, _, word, _) in enumerate(places)]
    page = [word for text, (x, y, _, size) in zip(numbered, places, strict=True) for word in words(x, y, text, size=size)]
    assert sorted("".join("".join(texts(page)).split())) == sorted("".join(numbered))
