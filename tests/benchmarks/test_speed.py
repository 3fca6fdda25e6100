"""The speed benchmark, without a clock: what is compared, and how a figure is judged."""

from __future__ import annotations

import pytest
from benchmarks.speed import Row, least, renamed

from skillgap import Taxonomy
from skillgap.taxonomy.forms import forms_of


def test_a_renamed_copy_shares_no_form_with_any_skill(taxonomy: Taxonomy) -> None:
    known = {form.tokens for skill in taxonomy for form in forms_of(skill)}
    named = [skill for skill in taxonomy if any(map(str.isalpha, skill.name))]
    for skill in named[::20]:
        copy = renamed(skill, 3)
        assert copy != skill
        assert not known & {form.tokens for form in forms_of(copy)}, skill.name


@pytest.mark.parametrize(
    ("ratio", "bar", "verdict"),
    [(1.2, 1.25, "holds"), (1.25, 1.25, "holds"), (1.3, 1.25, "FAILS"), (1.3, None, None), (None, 2.0, None)],
)
def test_a_ratio_is_judged_by_its_bar(ratio: float | None, bar: float | None, verdict: str | None) -> None:
    assert Row("what", 1.0, "that", ratio, bar).cells()[-1] == verdict


def test_the_kinds_take_turns_and_the_first_round_does_not_count() -> None:
    done: list[tuple[str, int]] = []
    best = least({"a": lambda number: done.append(("a", number)), "b": lambda number: done.append(("b", number))}, 2)
    assert done == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert best.keys() == {"a", "b"}
