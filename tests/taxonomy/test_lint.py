"""Lint: each thing that the schema cannot see, in a taxonomy of two or three skills that has just that fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.taxonomy import lint

from .conftest import Make

EXAMPLES = "match: {examples: {yes: [With AB], no: [An ab]}}"


def problems(make: Make, text: str) -> list[str]:
    return [str(problem) for problem in lint(make(text))]


def test_a_sound_taxonomy_has_no_problems(make: Make) -> None:
    text = f"""
        - id: alpha
          aliases: [Alfa]
          weak: [AB]
          {EXAMPLES}
          implies: [beta]
          prerequisites: [beta]
          related: {{beta: 0.5}}
        - id: beta
    """
    assert problems(make, text) == []


@pytest.mark.parametrize("field", ["broader: [gamma]", "implies: [gamma]", "prerequisites: [gamma]", "related: {gamma: 0.5}"])
def test_a_reference_that_leads_nowhere(make: Make, field: str) -> None:
    name = field.split(":")[0]
    assert problems(make, f"- id: alpha\n  {field}") == [f"made.yaml:1: alpha: {name}: there is no skill 'gamma'"]


@pytest.mark.parametrize("field", ["broader: [alpha]", "implies: [alpha]", "prerequisites: [alpha]", "related: {alpha: 0.5}"])
def test_a_skill_that_refers_to_itself(make: Make, field: str) -> None:
    name = field.split(":")[0]
    assert f"made.yaml:1: alpha: {name}: refers to itself" in problems(make, f"- id: alpha\n  {field}")


@pytest.mark.parametrize(
    ("there", "back", "graph"),
    [
        ("broader: [beta]", "broader: [alpha]", "broader"),
        ("implies: [beta]", "implies: [alpha]", "implies and prerequisites"),
        ("prerequisites: [beta]", "prerequisites: [alpha]", "implies and prerequisites"),
        ("implies: [beta]", "prerequisites: [alpha]", "implies and prerequisites"),
    ],
)
def test_a_cycle_is_told_with_its_way(make: Make, there: str, back: str, graph: str) -> None:
    text = f"- id: alpha\n  {there}\n- id: beta\n  {back}"
    assert problems(make, text) == [f"made.yaml:1: alpha: {graph}: a cycle: alpha -> beta -> alpha"]


def test_a_cycle_that_does_not_lead_back_to_the_first_skill(make: Make) -> None:
    text = "- id: alpha\n  implies: [beta]\n- id: beta\n  implies: [gamma]\n- id: gamma\n  implies: [beta]"
    assert problems(make, text) == ["made.yaml:6: beta: implies and prerequisites: a cycle: beta -> gamma -> beta"]


def test_two_ways_to_one_skill_are_no_cycle(make: Make) -> None:
    text = "- id: alpha\n  implies: [beta, gamma]\n- id: beta\n  implies: [delta]\n- id: gamma\n  implies: [delta]\n- id: delta"
    assert problems(make, text) == []


def test_an_alias_with_two_owners(make: Make) -> None:
    (problem,) = problems(make, "- id: alpha\n  aliases: [Same Thing]\n- id: beta\n  aliases: [same-thing]")
    assert "beta: 'same-thing' (alias) belongs to alpha too (its alias 'Same Thing')" in problem


def test_an_alias_that_is_the_name_of_another(make: Make) -> None:
    (problem,) = problems(make, "- id: alpha\n- id: beta\n  aliases: [Alpha]")
    assert "beta: 'Alpha' (alias) belongs to alpha too (its name 'Alpha')" in problem


def test_a_misspelling_that_is_the_name_of_another(make: Make) -> None:
    (problem,) = problems(make, "- id: alpha\n- id: beta\n  typos: [alpha]")
    assert "beta: 'alpha' (typo) belongs to alpha too" in problem


def test_a_form_given_twice(make: Make) -> None:
    assert "alpha: 'one two' is given twice (as 'One-Two')" in problems(make, "- id: alpha\n  aliases: [One-Two, one two]")[0]


def test_a_weak_form_may_have_two_owners(make: Make) -> None:
    assert problems(make, f"- id: alpha\n  weak: [AB]\n  {EXAMPLES}\n- id: beta\n  weak: [AB]\n  {EXAMPLES}") == []


def test_a_name_may_be_weak_itself(make: Make) -> None:
    assert problems(make, f"- id: alpha\n  weak: [Alpha]\n  {EXAMPLES}") == []


@pytest.mark.parametrize(("given", "lacking"), [("yes: [With AB]", "no"), ("no: [An ab]", "yes")])
def test_a_weak_form_without_an_example(make: Make, given: str, lacking: str) -> None:
    text = f"- id: alpha\n  weak: [AB]\n  match: {{examples: {{{given}}}}}"
    assert problems(make, text) == [f"made.yaml:1: alpha: weak forms without an example of '{lacking}'"]


def test_a_rule_without_weak_forms(make: Make) -> None:
    assert "alpha: a match rule without weak forms has no effect" in problems(make, "- id: alpha\n  match: {cues: [x]}")[0]


def test_an_address_given_twice(make: Make) -> None:
    resource = "{title: T, kind: docs, cost: free, seen: here, url: 'https://example.org/a%s'}"
    text = f"- id: alpha\n  resources:\n  - {resource % ''}\n  - {resource % '/'}"
    assert "alpha: resources: https://example.org/a is given twice" in problems(make, text)[0]


def test_problems_stand_in_file_order(make: Make) -> None:
    text = "- id: alpha\n  implies: [zeta]\n- id: beta\n  implies: [yota]\n  broader: [xi]\n- id: gamma\n  implies: [omega]"
    assert [problem.skill_id for problem in lint(make(text))] == ["alpha", "beta", "beta", "gamma"]


def test_lint_does_not_depend_on_the_folder(make: Make, tmp_path: Path) -> None:
    assert str(tmp_path) not in "".join(problems(make, "- id: alpha\n  implies: [zeta]"))


def test_a_skill_that_nothing_can_find(make: Make) -> None:
    rule = "match: {in_list: false, examples: {yes: [An alpha], no: [An alpha]}}"
    (problem,) = problems(make, f"- id: alpha\n  weak: [Alpha]\n  {rule}")
    assert "unreachable" in problem
    assert problems(make, f"- id: alpha\n  weak: [Alpha]\n  aliases: [Alfa]\n  {rule}") == []


def test_the_json_schema_names_every_field_of_a_skill() -> None:
    from skillgap.taxonomy.schema import SkillEntry, json_schema

    schema = json_schema()
    fields = schema["$defs"]["SkillEntry"]["properties"]
    assert schema["type"] == "array"
    assert set(fields) == set(SkillEntry.model_fields)
