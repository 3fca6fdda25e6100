"""The YAML loader: data and nothing else, in bounded time, with the file and the line in every error."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from skillgap.errors import TaxonomyError
from skillgap.taxonomy.yaml import MAX_CHARACTERS, MAX_DEPTH, Item, load_list


def values(text: str) -> list[object]:
    return [item.value for item in load_list(text, "made.yaml")]


def refusal(text: str) -> str:
    with pytest.raises(TaxonomyError) as caught:
        load_list(text, "made.yaml")
    return str(caught.value)


ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("taxonomy/*.yaml"), *ROOT.glob("src/**/*.yaml"), *ROOT.glob("tests/**/*.yaml")])


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML has no libyaml here: there is only one parser")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_reads_alike_where_there_is_no_libyaml(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, yaml.BaseLoader) == yaml.load(text, yaml.CBaseLoader)


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML has no libyaml here: there is only one parser")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_question_mark_stands_in_a_list_without_quotes(path: Path) -> None:
    """What the parser without libyaml refuses; the quick part of the test above."""
    depth, found = 0, []
    for token in yaml.scan(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
        depth += isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken)
        depth -= isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken)
        if depth and isinstance(token, yaml.ScalarToken) and token.plain and "?" in token.value:
            found.append((token.start_mark.line + 1, token.value))
    assert not found


def test_items_have_the_lines_on_which_they_begin() -> None:
    assert load_list("# first\n- a\n\n- b: 1\n  c: 2\n", "made.yaml") == [Item(2, "a"), Item(4, {"b": 1, "c": 2})]


def test_an_empty_file_is_an_empty_list() -> None:
    assert load_list("", "made.yaml") == load_list("# nothing yet\n", "made.yaml") == []


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "No",
        "NO",
        "yes",
        "on",
        "off",
        "y",
        "n",
        "2020-01-01",
        "1:30",
        "0x1F",
        "010",
        "1_000",
        "1e9",
        ".nan",
        ".inf",
        "=",
        "<<",
    ],
)
def test_a_word_that_yaml_1_1_would_convert_stays_as_written(word: str) -> None:
    assert values(f"- {word}\n- {{key: {word}}}\n- {{{word}: key}}") == [word, {"key": word}, {word: "key"}]


def test_numbers_true_false_and_null_are_values() -> None:
    assert values("- 3\n- -2\n- 0.5\n- true\n- false\n- null\n- ~\n-") == [3, -2, 0.5, True, False, None, None, None]


def test_a_number_of_any_length_is_read() -> None:
    assert values(f"- {'9' * 6000}") == ["9" * 6000]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n- &x b\n- *x", "made.yaml:2: anchors and aliases are not allowed"),
        ("- a\n- [&x b]", "made.yaml:2: anchors and aliases are not allowed"),
        ("- a\n- *x", "made.yaml:2: anchors and aliases are not allowed"),
        ("- a\n- &x {b: c}", "made.yaml:2: anchors and aliases are not allowed"),
        ("- a\n- !!python/object/apply:os.system [ls]", "made.yaml:2: the tag "),
        ("- a\n- !!binary aGk=", "made.yaml:2: the tag "),
        ("- a\n- !!set {b}", "made.yaml:2: the tag "),
        ("- a\n- !mine b", "made.yaml:2: the tag '!mine' is not allowed"),
        ("- a\n- b: 1\n  c: 2\n  b: 3", "made.yaml:4: not valid YAML (the key 'b' is given twice)"),
        ("- {a: {b: 1, 'b': 2}}", "made.yaml:1: not valid YAML (the key 'b' is given twice)"),
        ("- a\n- {? [b]: c}", "made.yaml:2: not valid YAML (a key must be a plain word)"),
        ("- a\n- {? {b: c}: d}", "made.yaml:2: not valid YAML (a key must be a plain word)"),
        ("- a\n- [", "made.yaml:3: not valid YAML"),
        ("- a\n- b: c\n   d: e", "made.yaml:3: not valid YAML"),
        ("- a\n---\n- b", "made.yaml:2: not valid YAML (but found another document)"),
        ("- a\n- b\x00", "made.yaml:2: not valid YAML (a character that YAML does not allow)"),
        ('- "\\ud800"', "made.yaml:1: not valid YAML"),
        ("id: a", "made.yaml: the top level must be a list of skills"),
        ("hello", "made.yaml: the top level must be a list of skills"),
    ],
)
def test_what_is_refused_names_the_file_and_the_line(text: str, said: str) -> None:
    message = refusal(text)
    assert message.startswith(said)
    assert "\n" not in message


def test_a_bomb_of_aliases_is_refused_before_it_is_built() -> None:
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x]"] + [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert "anchors" in refusal("\n".join(lines))


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "{a: " * 20_000, "- " * 20_000 + "a", "\n".join("  " * n + "- a:" for n in range(500))]
)
def test_nesting_is_limited(text: str) -> None:
    assert "nest" in refusal(text)


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = MAX_DEPTH - 1
    (value,) = values(f"- {'[' * depth}{']' * depth}")
    for _ in range(depth - 1):
        (value,) = value  # type: ignore[misc]
    assert value == []


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert "larger than" in refusal("#" * (MAX_CHARACTERS + 1))


@given(st.text(max_size=200))
def test_any_text_is_data_or_one_error(text: str) -> None:
    with suppress(TaxonomyError):
        load_list(text, "made.yaml")


PRINTABLE = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20)


@given(
    st.recursive(
        PRINTABLE | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PRINTABLE, inner, max_size=3),
        max_leaves=12,
    )
)
def test_json_is_read_as_json(value: object) -> None:
    assert values(json.dumps([value], ensure_ascii=False)) == [value]
