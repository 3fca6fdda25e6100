"""Cue words and what they reach: "no need for X, Y or Z", "X is a plus". The cues are data; this is the mechanism.

A cue reaches the mention nearest to it in its direction, if no clause ends between them, and every mention joined to that one by
nothing but list words; a `far` one all mentions up to the end of the clause. In: the text of a unit and the mentions in it.
Out: for each mention, the cues that reach it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.patterns import either
from skillgap.extraction.tokens import tokenize
from skillgap.model import Tokens
from skillgap.taxonomy.forms import split

REACH = 6
"""How many words may stand between a cue and the first mention that it reaches."""

_BOUNDARY = re.compile(
    r"[;:.!?]\s|[;!?]|\b(?:but|however|although|though|while|whereas|instead|because|since|except|yet)\b|\s[-–—]\s"
)
_MARK_BEHIND = re.compile(r"^\s*:")
_MARK_BEFORE = re.compile(r"[:?]\s*$")
_CHOICE = re.compile(r"\b(?:or|nor)\b")
_LIST_MARKS = r"[\s,/&()\d.+x*_`'\"-]*"
_LIST_WORDS = either(r"and | or | nor | and/or | as well as | plus | of | with | e\.g | like | such as | any | a | the")
_JOIN = re.compile(rf"{_LIST_MARKS}(?:\b{_LIST_WORDS}\b{_LIST_MARKS})*", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule: its words, what they mean, which way they reach, and a sentence with the reached names in brackets."""

    words: str
    means: str
    direction: str
    of: str
    example: str
    reach: int = REACH
    far: bool = False


class _Node:
    """A node of a tree of cues by their words: what may follow, and the cues that end here. `*` stands for any word."""

    __slots__ = ("cues", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.cues: list[Cue] = []


class CueSet:
    """The rules of one data file, as a tree by their words for each kind of document."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = tuple(cues)
        self._roots: dict[str, dict[str, _Node]] = {"posting": {}, "resume": {}}
        for kind, root in self._roots.items():
            for cue in cues:
                if cue.of in ("both", kind):
                    words = split(cue.words)
                    node = root.setdefault(words[0], _Node())
                    for word in words[1:]:
                        node = node.next.setdefault(word, _Node())
                    node.cues.append(cue)

    def reached(self, text: str, spans: Sequence[tuple[int, int]], kind: str) -> dict[int, list[Cue]]:
        """Index of span -> the cues that reach it, in order. `text` is a unit; `spans` are relative to it, in order."""
        return self.reached_in(tokenize(text), 0, len(text), spans, kind)

    def reached_in(
        self, tokens: Tokens, start: int, end: int, spans: Sequence[tuple[int, int]], kind: str
    ) -> dict[int, list[Cue]]:
        """The same in the unit `[start, end)` of a text that is cut already; `spans` are those of the text."""
        result: dict[int, list[Cue]] = {}
        lowered = ""
        for cue, first, last in self._found(tokens.words, *tokens.within(start, end), kind):
            a, b = tokens.starts[first] - start, tokens.ends[last - 1] - start
            if not lowered:
                lowered = tokens.plain[start:end].lower()
                spans = [(x - start, y - start) for x, y in spans]
            if any(x <= a and b <= y and y - x > b - a for x, y in spans):
                continue  # a part of a name ("No" of "No SQL")
            for index in _reach(lowered, spans, a, b, cue):
                result.setdefault(index, []).append(cue)
        return result

    def _found(self, words: Sequence[str], first: int, last: int, kind: str) -> Iterator[tuple[Cue, int, int]]:
        """The cues in tokens `[first, last)`, with their own tokens: the longest at each place, none inside another; one wording
        may be a cue in both directions."""
        root = self._roots[kind]
        taken = first
        for index in range(first, last):
            node = root.get(words[index])
            if node is None or index < taken:
                continue
            if not node.cues and "*" not in node.next and (index + 1 == last or words[index + 1] not in node.next):
                continue
            best, end = _longest(node, words, index + 1, last)
            if best:
                taken = end
                for cue in best:
                    yield cue, index, end


def _longest(node: _Node, words: Sequence[str], index: int, last: int) -> tuple[list[Cue], int]:
    """The cues of the longest wording that goes on from a node with `words[index]`, and where it ends."""
    best, end = node.cues, index
    if index < last and node.next:
        for following in (node.next.get(words[index]), node.next.get("*")):
            if following is not None:
                longer, stop = _longest(following, words, index + 1, last)
                if longer and (stop > end or not best):
                    best, end = longer, stop
    return best, end


@cache
def cue_set(name: str, package: str = "skillgap.extraction") -> CueSet:
    """The cues of a package's `data/<name>.yaml`."""
    return CueSet(
        [
            Cue(
                words,
                rule["means"],
                rule["direction"],
                rule.get("of", "both"),
                rule["example"],
                rule.get("reach", REACH),
                rule.get("far", False),
            )
            for rule in rules(name, package)
            for words in rule["cues"]
        ]
    )


def _reach(text: str, spans: Sequence[tuple[int, int]], start: int, end: int, cue: Cue) -> list[int]:
    if cue.direction == "clause":
        return [index for index, (a, b) in enumerate(spans) if not _BOUNDARY.search(text, min(b, end), max(a, start))]
    forward = cue.direction == "forward"
    if forward:
        order = [index for index, (a, _) in enumerate(spans) if a >= end]
        gaps = [text[(end if n == 0 else spans[index - 1][1]) : spans[index][0]] for n, index in enumerate(order)]
    else:
        order = [index for index in range(len(spans) - 1, -1, -1) if spans[index][1] <= start]
        gaps = [text[spans[index][1] : (start if n == 0 else spans[index + 1][0])] for n, index in enumerate(order)]
    reached: list[int] = []
    short = cue.reach < REACH  # "no API, Terraform elsewhere" takes one; "no Java, PHP or Perl" all
    depth = 0
    for n, (index, gap) in enumerate(zip(order, gaps, strict=True)):
        # "Python (Java not needed)", "Java (no longer), Docker": what is said inside a bracket reaches nothing outside
        depth += (gap.count("(") - gap.count(")")) * (1 if forward else -1)
        if depth < 0 and (reached or forward):
            break
        if not reached:
            if len(gap.split()) > cue.reach or _BOUNDARY.search(f"{_without_mark(gap, forward)} "):
                break
        elif cue.far:
            if len(gap.split()) > cue.reach or _BOUNDARY.search(f"{gap} "):
                break
        elif not _joins(gap) or (short and not _CHOICE.search(" ".join(gaps[n:]))):
            break
        reached.append(index)
    return reached


_COMMON_JOINS = frozenset({", ", ",", " and ", " or ", "/", " / ", " & ", " ", ", and ", ", or "})


def _joins(gap: str) -> bool:
    return gap in _COMMON_JOINS or _JOIN.fullmatch(gap) is not None


def _without_mark(gap: str, forward: bool) -> str:
    """A gap without the colon that joins a cue to its list: `Currently learning: Go`, `Docker: not needed`."""
    return _MARK_BEHIND.sub("", gap) if forward else _MARK_BEFORE.sub("", gap)
