"""The pieces of which the wordings of cues are made."""

from __future__ import annotations

import pytest

from skillgap.extraction.cues import CueSet
from skillgap.extraction.phrases import GAP, Beginnings, Node
from skillgap.extraction.reach import Cue
from skillgap.extraction.tokens import tokenize


def found(wording: str, text: str) -> list[str]:
    """What a wording may take of a text, from its first word on."""
    tree: Node[bool] = Node()
    tree.add(wording, True)
    words = tokenize(text).words
    return [" ".join(words[:stop]) for stop, _ in tree.stops(words, 0, 0, len(words))]


@pytest.mark.parametrize(
    ("wording", "text", "taken"),
    [
        ("no need for", "no need for it", ["no need for"]),
        ("the * stack", "the whole stack", ["the whole stack"]),
        ("the * stack", "the ( stack", []),
        ("{lacking}", "w/o Java", ["w / o"]),
        ("{weteach}? teach", "we teach", ["we teach"]),
        ("{weteach}? teach", "teach", ["teach"]),
        ("the {!own} {teams}", "the mobile team", ["the mobile team"]),
        ("the {!own} {teams}", "the backend team", []),
        ("nobody ... without", "nobody here works without", ["nobody here works without"]),
        ("nobody ... without", "nobody works, without", []),
        ("nobody ... without", "nobody works and without", []),
        ("nobody ... without", f"nobody {'very ' * (GAP + 1)}without", []),
        ("no {end}", "no, never", ["no"]),
        ("no {end}", "no", ["no"]),
        ("no {end}", "no way", []),
        ("{start} without", "without", ["without"]),
    ],
)
def test_a_piece_takes_what_it_says(wording: str, text: str, taken: list[str]) -> None:
    assert found(wording, text) == taken


def test_wordings_of_another_tree_may_follow() -> None:
    tree: Node[bool] = Node()
    other: Node[bool] = Node()
    other.add("play well", True)
    tree.add("you {nothing}", True)
    tree.join("you", other)
    words = tokenize("you play well, you play").words
    assert [stop for stop, _ in tree.stops(words, 0, 0, len(words))] == [3]
    assert not tree.stops(words, 4, 0, len(words))
    assert Beginnings(tree).stand_at(words, 0)
    assert not Beginnings(tree).stand_at(words, 1)


@pytest.mark.parametrize("bullet", ["•", "·", "▪", "✓", "→"])
def test_a_clause_begins_behind_a_bullet(bullet: str) -> None:
    tree: Node[bool] = Node()
    tree.add("{start} without", True)
    words = tokenize(f"{bullet} without").words
    assert tree.stops(words, 1, 0, len(words))


def test_a_clause_begins_at_a_mark() -> None:
    tree: Node[bool] = Node()
    tree.add("{start} without", True)
    words = tokenize("it works: without, and without").words
    assert [index for index in range(len(words)) if tree.stops(words, index, 0, len(words))] == [3]


def test_a_cue_must_begin_with_a_word() -> None:
    cues = CueSet([Cue("* need", "negated", "forward", "both", "")])
    with pytest.raises(ValueError, match="a word of its own"):
        cues.reached("no need", [], "resume")


def test_the_longest_wording_counts_in_both_directions() -> None:
    cues = CueSet(
        [
            Cue("no", "negated", "forward", "both", ""),
            Cue("no longer", "negated", "forward", "both", ""),
            Cue("no longer", "negated", "backward", "both", ""),
        ]
    )
    reached = cues.reached("Java no longer Go", [(0, 4), (15, 17)], "resume")
    assert {index: [(cue.words, cue.direction) for cue in found] for index, found in reached.items()} == {
        0: [("no longer", "backward")],
        1: [("no longer", "forward")],
    }


def test_a_cue_that_reaches_nothing_hides_none_inside_it() -> None:
    cues = CueSet([Cue("you will not", "negated", "backward", "both", ""), Cue("not", "negated", "forward", "both", "")])
    (reached,) = cues.reached("you will not Go", [(13, 15)], "resume").values()
    assert [cue.words for cue in reached] == ["not"]


def test_the_words_of_a_cue_are_told_as_they_stand() -> None:
    cues = CueSet([Cue("the * {teams} {uses}", "other", "forward", "both", "")])
    ((cue,),) = cues.reached("The mobile  crew writes Go", [(24, 26)], "resume").values()
    assert cue.words == "The mobile crew writes"
