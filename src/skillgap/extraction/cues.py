"""Cue words: "no need for X, Y or Z", "X is a plus". The cues are data; this finds them. What they reach is for `reach`.

Of the cues that begin at one word the longest counts, and none counts inside another that reaches something.
In: the text of a unit and the mentions in it. Out: for each mention, the cues that reach it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

from skillgap.extraction.data import rules
from skillgap.extraction.phrases import Beginnings, Node, phrase
from skillgap.extraction.reach import REACH, Cue, reach
from skillgap.extraction.tokens import tokenize
from skillgap.model import Tokens

OF_PEOPLE = ("{others}", "{peers}", "{property}", "{theirs}", "{foreign}", "{some}", "{togetherwith}")
"""Parts of cues that speak of other people."""
LONGEST = 9
"""The word that speaks of other people is among so many of a cue (tokens) ..."""
NAMED = 5
"""... or so many where the cue begins with them: "the client's own mobile team"."""
STRESSED = 3
"""So many tokens are stressed inside a sentence; what is longer is a heading in bold."""
_EMPHASIS = frozenset({"*", "**", "_", "__"})
_MASKS = frozenset({"asserted", "own"})
"""Cues that keep others out of their words even where they reach nothing: "not only"."""


class CueSet:
    """The rules of one data file, as a tree by their words for each kind of document."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = tuple(cues)
        self._tree = cache(lambda kind, others: _Tree(self.cues, kind, others))

    def reached(self, text: str, spans: Sequence[tuple[int, int]], kind: str) -> dict[int, list[Cue]]:
        """Index of span -> the cues that reach it, in order. `text` is a unit; `spans` are relative to it, in order."""
        return self.reached_in(tokenize(text), 0, len(text), spans, kind)

    def reached_in(
        self, tokens: Tokens, start: int, end: int, spans: Sequence[tuple[int, int]], kind: str, text: str = ""
    ) -> dict[int, list[Cue]]:
        """The same in the unit `[start, end)` of a text that is cut already; `spans` are those of the text.

        `text`: the unit as it is to be read between names, if not as it stands.
        """
        first, last = tokens.within(start, end)
        result: dict[int, list[Cue]] = {}
        lowered = ""
        taken = 0
        words = tokens.words[first:last]
        places = None if _EMPHASIS.isdisjoint(words) else _unstressed(tokens, first, last)
        for index, stop, cues in self._longest(words if places is None else [tokens.words[at] for at in places], kind):
            if index < taken:
                continue
            head, tail = (first + index, first + stop - 1) if places is None else (places[index], places[stop - 1])
            a, b = tokens.starts[head] - start, tokens.ends[tail] - start
            if not lowered:
                lowered = (text or tokens.plain[start:end]).lower()
                spans = [(x - start, y - start) for x, y in spans]
            if any(x <= a and b <= y and y - x > b - a for x, y in spans):
                continue  # a part of a name ("No" of "No SQL")
            forward = False
            for cue in cues:
                if forward and cue.means == "wanted":
                    continue  # "you know Java, and we teach you Kotlin"
                reached = reach(lowered, spans, a, b, cue)
                if (
                    reached
                    and cue.direction == "forward"
                    and lowered.startswith(",", b)
                    and _said_before(cue, cues, lowered, spans, a, b)
                ):
                    continue
                forward = forward or (bool(reached) and cue.direction == "forward")
                if reached or cue.means in _MASKS:
                    taken = stop
                if reached and not cue.plain:
                    cue = replace(cue, words=" ".join(tokens.plain[a + start : b + start].split()))
                for at in reached:
                    result.setdefault(at, []).append(cue)
        return result

    def _longest(self, words: Sequence[str], kind: str) -> Iterator[tuple[int, int, Sequence[Cue]]]:
        """Where the words of cues begin and end, and the cues that they are: the longest at each place, in both directions."""
        named, starts = _people()
        people = [] if named.isdisjoint(words) else [index for index, word in enumerate(words) if word in named]
        plain = self._tree(kind, False)
        tree = self._tree(kind, True) if people else plain
        firsts = tree.beginnings.firsts
        for index, word in enumerate(words):
            if word not in firsts or not tree.beginnings.stand_at(words, index):
                continue
            at = bisect_left(people, index)
            near = at < len(people) and people[at] < index + (NAMED if word in starts else LONGEST)
            stop, cues = (tree if near else plain).longest(words, index)
            if cues:
                yield index, stop, cues


def _unstressed(tokens: Tokens, first: int, last: int) -> Sequence[int]:
    """The tokens `[first, last)` without the signs that stress words: "you do *not* need"."""
    dropped: set[int] = set()
    opener = -1
    for at in range(first, last):
        if tokens.words[at] not in _EMPHASIS:
            continue
        if opener >= 0 and tokens.words[opener] == tokens.words[at] and tokens.ends[at - 1] == tokens.starts[at]:
            dropped.update((opener, at) if at - opener <= STRESSED + 1 else ())
            opener = -1
        else:
            stands_alone = at + 1 == last or tokens.ends[at] < tokens.starts[at + 1]
            opener = -1 if stands_alone or at == first or tokens.ends[at - 1] == tokens.starts[at] else at
    return [at for at in range(first, last) if at not in dropped]


class _Tree:
    """The cues for one kind of document; those that speak of other people only if asked for."""

    def __init__(self, cues: Sequence[Cue], kind: str, others: bool) -> None:
        self.tree: Node[Cue] = Node()
        for cue in cues:
            if cue.of in ("both", kind) and (others or not any(part in cue.words for part in OF_PEOPLE)):
                self.tree.add(cue.words, cue)
        self.beginnings = Beginnings(self.tree)

    def longest(self, words: Sequence[str], index: int) -> tuple[int, Sequence[Cue]]:
        """Where the longest wording that begins at `index` ends, and its cues: it may be one in both directions."""
        end: int = index
        best: list[Cue] = []
        for stop, node in self.tree.stops(words, index, 0, len(words)):
            if stop > end:
                end, best = stop, []
            if stop == end:
                best.extend(cue for cue in node.ends if cue not in best and (not cue.beside or not cue.beside.isdisjoint(words)))
        if len(best) > 1:
            best.sort(key=_backward)
        return end, best


def _backward(cue: Cue) -> bool:
    return cue.direction == "backward"


def _said_before(mark: Cue, cues: Sequence[Cue], text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a mark before a comma is said of the name before it: "Docker desirable, Kubernetes essential"."""
    turned = (cue for cue in cues if cue.direction == "backward" and cue.words == mark.words)
    return any(reach(text, spans, start, end, cue) for cue in turned)


@cache
def _people() -> tuple[frozenset[str], frozenset[str]]:
    """The words without one of which nobody else is spoken of, and those with which it may begin."""
    return phrase("people").firsts or frozenset(), phrase("others").firsts or frozenset()


@cache
def cue_set(name: str, package: str = "skillgap.extraction") -> CueSet:
    """The cues of a package's `data/<name>.yaml`."""
    return CueSet([cue for rule in rules(name, package) for cue in _cues(rule)])


def _cues(rule: dict[str, Any]) -> Iterator[Cue]:
    directions = rule["direction"].split(", ")
    for words, direction in product(rule["cues"], directions):
        yield Cue(
            words,
            rule["means"],
            direction,
            rule.get("of", "both"),
            rule["example"],
            rule.get("reach", REACH),
            rule.get("far", False),
            rule.get("few", False),
            rule.get("title", False),
            frozenset(rule.get("beside", "").split()),
            frozenset(rule.get("within", "").split()),
            rule.get("most", 0),
            rule.get("whole", False),
        )
