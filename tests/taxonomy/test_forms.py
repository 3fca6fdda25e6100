"""Forms: how names are cut, when two are the same, and in which variants each is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.model import Skill, SkillKind
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.forms import Form, forms_of, key, owners, split


def skill(name: str, kind: SkillKind = "technology", **more: tuple[str, ...]) -> Skill:
    return Skill("made-up", name, kind, "databases", "databases", **more)  # type: ignore[arg-type]


def forms(name: str, kind: SkillKind = "technology", **more: tuple[str, ...]) -> dict[str, Form]:
    return {" ".join(form.tokens): form for form in forms_of(skill(name, kind, **more))}


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("C++", ["c", "++"]),
        ("C#", ["c", "#"]),
        ("Node.js", ["node", ".", "js"]),
        ("CI/CD", ["ci", "/", "cd"]),
        ("Python3", ["python", "3"]),
        (".NET", [".", "net"]),
        ("ASP.NET Core", ["asp", ".", "net", "core"]),
        ("K8s", ["k", "8", "s"]),
        ("snake_case", ["snake", "_", "case"]),
        ("a__b", ["a", "__", "b"]),
        ("naïve Café", ["naïve", "café"]),
        ("", []),
    ],
)
def test_names_are_cut_at_each_change_of_character_class(name: str, tokens: list[str]) -> None:
    assert split(name) == tuple(tokens)


@given(st.text())
def test_cutting_loses_nothing_but_white_space(text: str) -> None:
    assert "".join(split(text)) == "".join(text.lower().split())


@given(st.text())
def test_cutting_what_was_cut_changes_nothing(text: str) -> None:
    tokens = split(text)
    assert all(split(token) == (token,) for token in tokens)


@pytest.mark.parametrize(
    "names",
    [
        ("Node.js", "nodejs", "NODE JS", "node-js", " Node/JS "),
        ("CI/CD", "CI CD", "ci-cd", "cicd"),
        ("snake_case", "Snake Case"),
        (".NET", ".net", " .NET "),
    ],
)
def test_names_that_differ_in_case_and_separators_are_one(names: tuple[str, ...]) -> None:
    assert len({key(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C", "C#"), (".NET", "net"), ("A+", "A"), ("K8s", "Ks")])
def test_names_that_differ_in_other_characters_are_two(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text())
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Node.js", "technology", ["node . js", "node js", "node - js", "nodejs"]),
        ("CI/CD", "technology", ["ci / cd", "ci cd", "ci - cd"]),
        ("GitHub Actions", "technology", ["github actions", "github - actions", "githubactions"]),
        ("Ruby on Rails", "technology", ["ruby on rails", "ruby - on - rails", "rubyonrails"]),
        (".NET Core", "technology", [". net core", ". net - core"]),
        ("FastAPI", "technology", ["fastapi", "fast api", "fast - api"]),
        ("REST API", "technology", ["rest api", "rest apis", "restapi"]),
        ("REST APIs", "technology", ["rest apis", "rest api"]),
        ("design pattern", "concept", ["design pattern", "design patterns"]),
        ("API keys", "concept", ["api keys", "api key"]),
        ("Search & Rescue", "concept", ["search & rescue", "search and rescue"]),
    ],
)
def test_variants_that_are_looked_for(name: str, kind: SkillKind, expected: list[str]) -> None:
    assert set(expected) <= set(forms(name, kind))


@pytest.mark.parametrize(
    ("name", "kind", "absent"),
    [
        ("Sass", "technology", "sas"),
        ("Redis", "technology", "redi"),
        ("Rails", "technology", "rail"),
        ("Kafka", "technology", "kafkas"),
        ("analysis", "concept", "analysi"),
        ("robotics", "concept", "robotic"),
        ("debugging", "practice", "debuggings"),
        ("ETL", "concept", "etls"),
        ("Go", "technology", "gos"),
        ("A B", "technology", "ab"),
    ],
)
def test_variants_that_are_not_looked_for(name: str, kind: SkillKind, absent: str) -> None:
    assert absent not in forms(name, kind)


def test_pieces_of_a_joined_name_are_marked_as_maybe_ordinary_words() -> None:
    found = forms("FastAPI")
    assert found["fast api"].parted
    assert not found["fastapi"].parted


def test_the_origin_of_a_form_is_told() -> None:
    found = forms("Alpha", aliases=("Alfa One",), typos=("Alhpa",), weak=("AL",))
    origins = {text: form.origin for text, form in found.items()}
    assert origins["alpha"] == "name"
    assert origins["alfa one"] == "alias"
    assert origins["alfa - one"] == "variant"
    assert origins["alhpa"] == "typo"
    assert origins["al"] == "weak"
    assert found["alfa - one"].text == "Alfa One"


def test_a_name_listed_as_weak_is_weak_in_all_its_variants() -> None:
    assert {form.origin for form in forms("Spring Time", weak=("Spring Time",)).values()} == {"weak"}
    assert [holder[2] for holder in owners([skill("Go", weak=("Go",))])["go"]] == ["weak"]


def test_forms_have_tokens_and_none_stands_twice(taxonomy: Taxonomy) -> None:
    for one in taxonomy:
        tokens = [form.tokens for form in forms_of(one)]
        assert all(tokens)
        assert len(tokens) == len(set(tokens)), one.id


def test_every_listed_name_is_a_form(taxonomy: Taxonomy) -> None:
    for one in taxonomy:
        tokens = {form.tokens for form in forms_of(one)}
        assert {split(text) for text in (one.name, *one.aliases, *one.typos, *one.weak)} <= tokens, one.id
