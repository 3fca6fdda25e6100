"""The generated misspellings: what is drawn, and that it is the same each time."""

from __future__ import annotations

import pytest
from benchmarks.typos import KINDS, POSITIONS, Reading, edits, figures, generate
from rapidfuzz.distance import OSA

from skillgap import Taxonomy
from skillgap.model import Skill

NAME = "Kubernetes"


@pytest.fixture(scope="module")
def skill(taxonomy: Taxonomy) -> Skill:
    return taxonomy["kubernetes"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_edit_is_one_slip_with_the_capital_kept(kind: str) -> None:
    drawn = edits(NAME, kind)
    assert {position for _, position in drawn} == set(POSITIONS)
    assert all(text[0].isupper() and OSA.distance(text.lower(), NAME.lower()) == 1 for text, _ in drawn)


@pytest.mark.parametrize(
    ("kind", "text", "position"),
    [
        ("deletion", "Ubernetes", "first letter"),
        ("deletion", "Kubernete", "last letter"),
        ("insertion", "Xkubernetes", "first letter"),
        ("insertion", "Kubernetesx", "last letter"),
        ("substitution", "Kubernetex", "last letter"),
        ("transposition", "Ukbernetes", "first letter"),
        ("transposition", "Kubernetse", "last letter"),
        ("transposition", "Kubenretes", "inside"),
    ],
)
def test_where_an_edit_lies(kind: str, text: str, position: str) -> None:
    assert (text, position) in edits(NAME, kind)


def test_the_set_is_the_same_each_time_and_has_every_kind(skill: Skill) -> None:
    typos, _ = generate([(NAME, skill)], frozenset())
    assert typos == generate([(NAME, skill)], frozenset())[0]
    assert {typo.kind for typo in typos} == set(KINDS)


def test_a_known_word_is_passed_over_and_counted(skill: Skill) -> None:
    everything = frozenset(text.lower() for text, _ in edits(NAME, "deletion"))
    typos, passed_over = generate([(NAME, skill)], everything)
    assert "deletion" not in {typo.kind for typo in typos}
    assert passed_over == len(edits(NAME, "deletion"))


def test_a_typo_that_is_not_found_is_neither_right_nor_wrong(skill: Skill) -> None:
    typos, _ = generate([(NAME, skill)], frozenset())
    rows = figures([Reading(typo, None) for typo in typos])
    assert rows[0] == ("all", len(typos), 0.0, 0.0)
