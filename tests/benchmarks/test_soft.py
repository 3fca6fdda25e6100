"""The labelled pieces about soft skills: that the labels are sound, and how they are counted."""

from __future__ import annotations

from benchmarks.common import objects
from benchmarks.scorer import SOFT
from benchmarks.soft import PIECES, Tally


def test_the_labels_are_of_the_six_and_a_third_of_the_pieces_has_none() -> None:
    rows = objects(PIECES)
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    assert all({*row["skills"], *row["optional"]} <= {*SOFT} and row["kind"] in {"posting", "resume"} for row in rows)
    assert 0.25 < sum(not row["skills"] for row in rows) / len(rows) < 0.4


def test_what_readers_differ_on_is_neutral() -> None:
    piece = {"skills": ["Mentoring"], "optional": ["Leadership"]}
    tally = Tally().with_piece(piece, {"Mentoring", "Leadership"}).with_piece(piece, {"Communication"})
    assert tally == Tally(pieces=2, right=1, found=2, labels=2)
    assert tally.figures() == {"p": 0.5, "r": 0.5, "f1": 0.5, "none invented": None}


def test_pieces_without_any_skill_tell_what_is_invented() -> None:
    none = {"skills": [], "optional": ["Leadership"]}
    tally = Tally().with_piece(none, {"Leadership"}).with_piece(none, {"Communication"})
    assert (tally.empty, tally.spared, tally.figures()["none invented"]) == (2, 1, 0.5)
