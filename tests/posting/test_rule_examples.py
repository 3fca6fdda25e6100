"""Every pattern of a condition has an example; here each is run."""

from __future__ import annotations

import pytest

from skillgap.extraction.data import rules
from skillgap.model import Unit
from skillgap.posting.conditions import find_conditions


@pytest.mark.parametrize("rule", rules("conditions", "skillgap.posting"), ids=lambda rule: rule["kind"])
def test_a_condition_is_found_in_its_example(rule: dict) -> None:  # type: ignore[type-arg]
    text = rule["example"]
    found = find_conditions(text, [Unit(0, len(text), "item", "required")])
    assert rule["kind"] in {condition.kind for condition in found}
