"""How figures are shown and judged, and what of a posting is compared."""

from __future__ import annotations

import pytest
from benchmarks.common import Asked, asked, held, shown, table

from skillgap import Analyzer


@pytest.mark.parametrize(
    ("value", "text"), [(None, "-"), (0.5, "0.500"), (0.0, "0.000"), (0.0016, "0.0016"), (12, "12"), ("a", "a")]
)
def test_a_figure_as_it_is_printed(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("value", "bars", "text"),
    [
        (0.91, {"at_least": 0.9}, "recall 0.910, bar at least 0.9: holds"),
        (0.89, {"at_least": 0.9}, "recall 0.890, bar at least 0.9: FAILS"),
        (0.0016, {"at_most": 0.005}, "recall 0.0016, bar at most 0.005: holds"),
        (1.4, {"at_most": 1.25}, "recall 1.400, bar at most 1.25: FAILS"),
        (None, {"at_least": 0.9}, "recall -, bar at least 0.9: FAILS"),
    ],
)
def test_a_figure_with_its_bar(value: float | None, bars: dict[str, float], text: str) -> None:
    assert held("recall", value, **bars) == text


def test_a_table() -> None:
    assert table([["one", 1], ["three", None]], ["", "n"]) == "       n\none    1\nthree  -"


def test_what_a_posting_asks_with_its_soft_skills_or_without(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting("Requirements:\n- 3 years of Java or Kotlin\n- Communication skills")
    hard = Asked(frozenset({"java", "kotlin"}), "required", 3.0)
    assert asked(posting, soft=False) == {hard}
    assert asked(posting) == {hard, Asked(frozenset({"communication"}), "required", 0.0)}
