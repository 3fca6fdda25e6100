"""Which requirements something similar does for."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer

from . import rows

TABLE = rows.load("similar")


def test_the_table_holds_each_line_once() -> None:
    assert len({line["text"] for line in TABLE}) == len(TABLE) >= 25


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line["text"])
def test_something_similar_does_where_the_text_offers_it(analyzer: Analyzer, line: dict[str, object]) -> None:
    asked = rows.read(analyzer, rows.posting_of({"under": "Requirements:", **line})).requirements
    found = {skill.name: requirement.or_similar for requirement in asked for skill in requirement.any_of}
    expected = {**dict.fromkeys(line["similar"], True), **dict.fromkeys(line["plain"], False)}  # type: ignore[call-overload]
    assert {name: found.get(name) for name in expected} == expected


def test_what_is_only_context_admits_nothing_similar_for_what_is_asked(analyzer: Analyzer) -> None:
    text = "Backend Engineer\n\nRequirements:\n- NATS\n\nYour tasks:\n- Run brokers such as NATS\n"
    (asked,) = [r for r in rows.read(analyzer, text).requirements if r.any_of[0].name == "NATS"]
    assert (asked.level, asked.or_similar) == ("required", False)
