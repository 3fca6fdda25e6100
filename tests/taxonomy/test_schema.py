"""The schema: what a skill may say, and errors that name file, line, skill and field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skillgap.errors import TaxonomyError
from skillgap.taxonomy.schema import check_entry, json_schema
from skillgap.taxonomy.yaml import Item

GOOD: dict[str, Any] = {"id": "made-up", "name": "Made up", "kind": "technology", "area": "databases"}
RESOURCE = {"title": "Docs", "url": "https://example.org/docs", "kind": "docs", "cost": "free", "seen": "devdocs"}


def check(**fields: object) -> dict[str, Any]:
    return check_entry(Item(7, {**GOOD, **fields}), "made.yaml")


def test_the_least_that_a_skill_says() -> None:
    assert check() == GOOD


def test_defaults_are_left_out_and_the_rest_is_plain_json() -> None:
    entry = check(
        related={"other": 0.5, "third": {"share": 0.7, "one_way": True}},
        hours=[5, 10],
        resources=[RESOURCE],
        match={"case": "any", "in_list": True, "cues": []},
        aliases=[],
    )
    assert json.loads(json.dumps(entry)) == entry
    assert entry["related"] == {"other": 0.5, "third": {"share": 0.7, "one_way": True}}
    assert "aliases" not in entry
    assert "match" not in entry


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"aliasses": ["x"]}, "there is no field 'aliasses'"),
        ({"match": {"cue": ["x"]}}, "match: there is no field 'cue'"),
        ({"id": "Made Up"}, "id"),
        ({"id": "made_up"}, "id"),
        ({"id": "-made"}, "id"),
        ({"id": "a" * 61}, "id"),
        ({"id": ""}, "id"),
        ({"id": "made\n"}, "id"),
        ({"name": ""}, "name"),
        ({"name": 7}, "name"),
        ({"name": None}, "name"),
        ({"kind": "tool"}, "kind"),
        ({"area": "messaging"}, "area"),
        ({"aliases": "one"}, "aliases"),
        ({"aliases": [" "]}, "aliases, entry 1"),
        ({"aliases": [None]}, "aliases, entry 1"),
        ({"related": {"other": 0.39}}, "related, other"),
        ({"related": {"other": 1}}, "related, other"),
        ({"related": {"other": "much"}}, "related, other"),
        ({"related": {"other": {"share": 2}}}, "related, other"),
        ({"related": {"Other": 0.5}}, "related, Other"),
        ({"related": ["other"]}, "related"),
        ({"implies": ["Not an id"]}, "implies, entry 1"),
        ({"hours": [1]}, "hours"),
        ({"hours": [1, 2, 3]}, "hours"),
        ({"hours": [0, 2]}, "hours, entry 1"),
        ({"hours": [10, 5]}, "hours"),
        ({"released": 1850}, "released"),
        ({"resources": [{**RESOURCE, "url": "ftp://example.org"}]}, "resources, entry 1, url"),
        ({"resources": [{**RESOURCE, "url": "javascript:alert(1)"}]}, "resources, entry 1, url"),
        ({"resources": [{**RESOURCE, "url": "docs"}]}, "resources, entry 1, url"),
        ({"resources": [{**RESOURCE, "kind": "video"}]}, "resources, entry 1, kind"),
        ({"resources": [{k: v for k, v in RESOURCE.items() if k != "seen"}]}, "resources, entry 1, seen"),
        ({"match": {"case": "lower"}}, "match, case"),
        ({None: "x"}, ""),
        ({7: "x"}, ""),
    ],
)
def test_what_breaks_the_schema_names_file_line_skill_and_field(fields: dict[str, Any], field: str) -> None:
    entry = {**GOOD, **fields}
    with pytest.raises(TaxonomyError) as caught:
        check_entry(Item(7, entry), "made.yaml")
    message = str(caught.value)
    assert message.startswith(f"made.yaml:7: skill {entry['id']!r}, {field}")
    assert "\n" not in message


@pytest.mark.parametrize("value", ["text", 7, None, ["list"], True])
def test_an_entry_that_is_no_mapping_is_refused(value: object) -> None:
    with pytest.raises(TaxonomyError, match=r"made.yaml:7: skill '\?', entry"):
        check_entry(Item(7, value), "made.yaml")


@pytest.mark.parametrize("missing", GOOD)
def test_what_a_skill_must_have(missing: str) -> None:
    with pytest.raises(TaxonomyError, match=f", {missing}: it is missing"):
        check_entry(Item(7, {key: value for key, value in GOOD.items() if key != missing}), "made.yaml")


def test_editors_get_a_json_schema() -> None:
    schema = json_schema()
    assert schema["type"] == "array"
    assert set(GOOD) <= set(schema["$defs"]["SkillEntry"]["properties"])
