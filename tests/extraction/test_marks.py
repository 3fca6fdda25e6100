"""Whatever sign opens the lines of a list, the list reads as it does behind hyphens."""

from __future__ import annotations

import pytest

from skillgap import Analyzer
from skillgap.extraction.marks import MARKS
from skillgap.model import Extraction, Unit

ITEMS = ("Go (3 years)", "Rust", "Express", "Spring", "Swift", "React", "R", "Kafka")


def _list(sign: str) -> str:
    return "Requirements\n" + "\n".join(f"{sign}{item}" for item in ITEMS)


def _read(extraction: Extraction) -> list[tuple[str, str, str]]:
    return [(m.text, m.skill.id, m.section) for m in extraction.mentions]


@pytest.mark.parametrize("sign", [*"-–—•*+▪►➤→⇒➔✔✓✅☑»›>🔹👉⭐🚀◆❖○·■▶⮞❶", "=>", "->", "-->", "☑️", "1️⃣", "1.", "2)", "✅✅"])
def test_a_list_reads_the_same_behind_any_sign(analyzer: Analyzer, sign: str) -> None:
    assert _read(analyzer.extract(_list(f"{sign} "), "posting")) == _read(analyzer.extract(_list("- "), "posting"))


@pytest.mark.parametrize("sign", "•▪►➤→✔✅🔹👉")
def test_signs_need_no_blank_behind_them(analyzer: Analyzer, sign: str) -> None:
    assert _read(analyzer.extract(_list(sign), "posting")) == _read(analyzer.extract(_list("- "), "posting"))


@pytest.mark.parametrize("sign", "→🔹✅•")
def test_items_run_together_behind_a_sign_are_items(analyzer: Analyzer, sign: str) -> None:
    text = "Requirements\n" + " ".join(f"{sign} {item}" for item in ("Go", "Rust", "Kafka"))
    assert [m.text for m in analyzer.extract(text, "posting").mentions] == ["Go", "Rust", "Kafka"]


def test_an_arrow_between_two_things_parts_no_items(analyzer: Analyzer) -> None:
    text = "You will move us from Java → Kotlin → Scala"
    assert len(analyzer.extract(text, "posting").units) == 1


def test_letters_and_digits_are_no_marks() -> None:
    assert not [mark for mark in MARKS if mark.isascii() and mark.isalnum()]


@pytest.mark.parametrize("numbers", [("E1.", "E2."), ("R1", "R2"), ("SK-4:", "SK-5:"), ("d9)", "d10)")])
def test_an_item_ends_before_the_next_number(analyzer: Analyzer, numbers: tuple[str, str]) -> None:
    first, second = numbers
    item = "Years of looking after large services that many people use at once, in Kotlin or Scala"
    text = f"Requirements\n{first} {item}\n{second} Docker, and whatever else it takes to keep them up\n"
    assert text.index(second) not in {place for unit in _units(analyzer, text) for place in range(unit.start + 1, unit.end)}


def test_a_number_that_does_not_count_on_ends_no_sentence(analyzer: Analyzer) -> None:
    text = "Requirements\nYears of looking after large services that many people use at once, on top of EC2 and\nS3 and Kotlin\n"
    assert any(unit.start < text.index("S3") < unit.end for unit in _units(analyzer, text))


def _units(analyzer: Analyzer, text: str) -> tuple[Unit, ...]:
    return tuple(analyzer.extract(text, "posting").units)
