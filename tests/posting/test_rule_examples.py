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
from skillgap.posting.items import begins_asking, begins_telling, is_choice, is_held, is_perk, is_rated, tells_of_others
from skillgap.posting.unasked import without_categories

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


def _examples(*parts: str) -> list[tuple[str, str]]:
    chosen = [rule for rule in rules("items", "skillgap.posting") if rule["part"] in parts]
    return [(rule["part"], text) for rule in chosen for text in rule["examples"]]


@pytest.mark.parametrize(("part", "example"), _examples("counted", "such", "alike", "used", "theirs"))
def test_an_item_that_is_a_choice_and_nothing_else_is_known(analyzer: Analyzer, part: str, example: str) -> None:
    places = [mention.start for mention in analyzer.extract(example, "posting").mentions]
    assert is_choice(example, places[0], places[-1]) == (part != "theirs")


@pytest.mark.parametrize(("part", "example"), _examples("rated", "liked"))
def test_an_item_that_says_how_much_it_is_wanted_is_known(part: str, example: str) -> None:
    assert is_rated(example)


@pytest.mark.parametrize(("part", "example"), _examples("perk", "others"))
def test_what_is_given_and_what_is_others_is_known(part: str, example: str) -> None:
    assert (is_perk(example), tells_of_others(example)) == (part == "perk", part == "others")


@pytest.mark.parametrize(("part", "example"), _examples("held", "some"))
def test_an_item_that_says_how_well_a_name_is_to_be_known_is_known(part: str, example: str) -> None:
    assert is_held(example)


@pytest.mark.parametrize(("part", "example"), _examples("grade", "leads", "knows", "able", "able_in", "craft", "about", "does"))
def test_what_asks_and_what_tells_is_known_by_its_beginning(part: str, example: str) -> None:
    tells = part in {"about", "does"}
    assert (begins_telling().match(example) is not None, begins_asking().match(example) is not None) == (
        tells or part == "knows",
        not tells,
    )
