"""What cells of a table answer to the question in the head of their column: "Do you need it on day one?", "Yes, but X will do".

In: the text of a head or a cell, with plain characters. Out: whether the head asks how much something is needed, and what a cell
answers (`data/answers.yaml`). Which column it is and whose skills are meant is told in `tables`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.headings import cleaned
from skillgap.extraction.phrases import Node
from skillgap.extraction.tokens import tokenize
from skillgap.taxonomy.forms import split

_QUESTION = "question"
_LONGEST = 60
"""A longer head (characters) asks something else besides."""
_ANSWERING = frozenset({"yes", "no"})
"""Words that answer whatever goes on behind them; any other single word, and a must, only where a sign or nothing does."""


class Answer(NamedTuple):
    """The kind of section of what a row names, and where in its cell the answer ends (characters); a remark may go on there."""

    kind: str
    end: int


def asks_need(text: str) -> bool:
    """Whether the head of a column asks how much what stands in its rows is needed."""
    if len(text) > _LONGEST or not text.endswith("?"):
        return False
    words = split(cleaned(text))
    stops = _wordings().stops(words, 0, 0, len(words))
    return any(stop == len(words) and _QUESTION in node.ends for stop, node in stops)


@lru_cache(maxsize=5000)
def answer_said(text: str) -> Answer | None:
    """What a cell answers to such a question, or None."""
    tokens = tokenize(text)
    places = [index for index, word in enumerate(tokens.words) if word != ","]
    words = [tokens.words[index] for index in places]
    best: Answer | None = None
    for stop, node in _wordings().stops(words, 0, 0, len(words)):
        kinds = [kind for kind in node.ends if kind != _QUESTION]
        end = tokens.ends[places[stop - 1]]
        goes_on = stop < len(words) and places[stop] == places[stop - 1] + 1 and words[stop][0].isalnum()
        answers = not goes_on or words[0] in _ANSWERING or (stop > 1 and "required" not in kinds)
        if kinds and answers and (best is None or end > best.end):
            best = Answer(kinds[0], end)
    return best


@cache
def _wordings() -> Node[str]:
    """The wordings of `data/answers.yaml`, and what they are."""
    tree: Node[str] = Node()
    for rule in rules("answers"):
        for wording in rule["wordings"]:
            tree.add(wording, rule["kind"])
    return tree
