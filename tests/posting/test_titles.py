"""The title of a posting: the role that it names, never a heading or a sentence."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.extraction.spelt import spelt

from . import rows

TABLE = rows.load("titles")


def test_the_table_holds_each_beginning_once() -> None:
    assert len({line["text"] for line in TABLE}) == len(TABLE) >= 20


def test_the_title_is_the_role(analyzer: Analyzer) -> None:
    outcomes = []
    for line in TABLE:
        got = rows.read(analyzer, line["text"]).title
        outcomes.append(rows.Outcome(line["text"], line["expect"], got, int(got == line["expect"]), 1))
    rows.check(outcomes)


@pytest.mark.parametrize("place", spelt("departments"))
def test_where_in_a_firm_a_role_is_belongs_to_no_title(analyzer: Analyzer, place: str) -> None:
    text = f"Go Developer for our payments {place} in Leipzig\n\nRequirements:\n- Go"
    assert analyzer.read_posting(text).title == "Go Developer"
