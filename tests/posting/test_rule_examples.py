"""Every pattern of a condition and every connector of names has an example; here each is run."""

from __future__ import annotations

import re

import pytest

from skillgap.analyzer import Analyzer
from skillgap.extraction.data import rules
from skillgap.extraction.tokens import tokenize
from skillgap.model import Unit
from skillgap.posting.conditions import find_conditions
from skillgap.posting.connectors import link
from skillgap.posting.groups import group
from skillgap.posting.unasked import without_categories
from skillgap.posting.unheaded import begins_asking, begins_telling, rates

CONDITIONS = rules("conditions", "skillgap.posting")


@pytest.mark.parametrize("rule", [rule for rule in CONDITIONS if "negates" in rule], ids=lambda rule: rule["negates"])
def test_what_is_negated_is_no_condition(rule: dict) -> None:  # type: ignore[type-arg]
    text = rule["example"]
    assert find_conditions(text, tokenize(text), [Unit(0, len(text), "item", "required")]) == ()


@pytest.mark.parametrize("rule", [rule for rule in CONDITIONS if "kind" in rule], ids=lambda rule: rule["kind"])
def test_a_condition_is_found_in_its_example(rule: dict) -> None:  # type: ignore[type-arg]
    text = rule["example"]
    found = find_conditions(text, tokenize(text), [Unit(0, len(text), "item", "required")])
    assert rule["kind"] in {condition.kind for condition in found}


@pytest.mark.parametrize(
    "rule", [rule for rule in rules("connectors", "skillgap.posting") if "example" in rule], ids=lambda rule: rule["example"]
)
def test_a_connector_joins_the_names_of_its_example(analyzer: Analyzer, rule: dict) -> None:  # type: ignore[type-arg]
    names = re.findall(r"\[(.+?)\]", rule["example"])
    skills = [skill for name in names if (skill := analyzer.taxonomy.find(name)) is not None]
    assert len(skills) == len(names)
    parts = re.split(r"\[.+?\]", rule["example"])
    text, spans = parts[0], []
    for name, part in zip(names, parts[1:], strict=True):
        spans.append((len(text), len(text) + len(name)))
        text += name + part
    groups = group(text, spans, skills)
    if "between" in rule:
        assert link(parts[1].lower(), *skills) == rule["between"]
    elif "slash" in rule:
        assert len(groups) == (1 if rule["slash"] == "or" else len(names))
    elif "each" in (rule.get("before"), rule.get("behind")):
        assert len(groups) == len(names)
    elif "family" in rule:
        assert [len(found.members) for found in groups] == [len(names) - 1, 1]
    elif rule.get("behind") == "kind":
        assert without_categories(text.lower(), spans, skills) == [0]
    elif "own" in (rule.get("behind"), rule.get("before")):
        assert [found.meant for found in groups] == ["any", "owner"]
    elif rule.get("behind") == "similar":
        assert groups[0].or_similar
    else:
        assert len(groups) == 1
        assert groups[0].at_least == (2 if "count" in (rule.get("before"), rule.get("behind")) else 1)


@pytest.mark.parametrize(
    ("part", "example"), [(rule["part"], text) for rule in rules("unheaded", "skillgap.posting") for text in rule["examples"]]
)
def test_what_asks_and_what_tells_is_known_by_its_beginning(part: str, example: str) -> None:
    if part in {"rated", "some"}:
        assert rates().match(f"Erlang: {example}"), example
        return
    tells = part in {"about", "does"}
    assert (begins_telling().match(example) is not None, begins_asking().match(example) is not None) == (
        tells or part == "knows",
        not tells,
    )
