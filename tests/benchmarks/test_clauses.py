"""The pieces of postings that outside writers labelled: that the labels are sound, and how they are counted."""

from __future__ import annotations

from typing import get_args

from benchmarks.clauses import CLAUSES, Tally, labelled
from benchmarks.common import Asked, objects

from skillgap import Taxonomy
from skillgap.model import Level


def asked(name: str, level: str, years: float = 0.0) -> Asked:
    return Asked(frozenset({name}), level, years)


LACKING = 9
"""So many names of the labels the taxonomy lacks: they count as missed, and are not listed to please the benchmark."""


def test_every_label_has_a_level_and_names_what_the_taxonomy_has_or_is_known_to_lack() -> None:
    taxonomy = Taxonomy.load()
    rows = objects(CLAUSES)
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows) == 440
    lacking = {name for row in rows for each in row["expect"] for name in each["any_of"] if taxonomy.find(name) is None}
    assert len(lacking) == LACKING
    for row in rows:
        assert row["expect"], row["id"]
        assert all(each["level"] in get_args(Level) for each in row["expect"]), row["id"]


def test_a_label_is_known_by_any_of_its_names() -> None:
    rows = [{"any_of": ["K8s", "Nomad"], "level": "required", "min_years": 2}]
    assert labelled(rows, Taxonomy.load()) == {Asked(frozenset({"kubernetes", "hashicorp-nomad"}), "required", 2.0)}


def test_a_wrong_level_or_year_counts_twice_and_context_that_nobody_labelled_not_at_all() -> None:
    labels = {asked("go", "required", 3.0), asked("rust", "preferred")}
    read = {asked("go", "required"), asked("rust", "preferred"), asked("kafka", "context")}
    tally = Tally().with_piece(labels, read)
    assert tally == Tally(pieces=1, whole=0, right=1, found=2, labels=2)
    assert tally.figures() == {"all right": 0.0, "p": 0.5, "r": 0.5, "f1": 0.5}
    assert tally.with_piece(labels, labels).figures()["all right"] == 0.5
