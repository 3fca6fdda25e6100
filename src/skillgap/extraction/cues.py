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
from skillgap.extraction.tokens import plain
from skillgap.taxonomy.forms import TOKEN, split

REACH = 6
"""How many words may stand between a cue and the first mention that it reaches."""

_BOUNDARY = re.compile(
    r"[;:.!?]\s|[;!?]|\b(?:but|however|although|though|while|whereas|instead|because|since|except|yet)\b|\s[-–—]\s"
)
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


class CueSet:
    """The rules of one data file, by the first token of their words."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = tuple(cues)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for tokens, cue in sorted(((split(cue.words), cue) for cue in cues), key=lambda pair: -len(pair[0])):
            self._by_first.setdefault(tokens[0], []).append((tokens, cue))

    def reached(self, text: str, spans: Sequence[tuple[int, int]], kind: str) -> dict[int, list[Cue]]:
        """Index of span -> the cues that reach it, in order. `text` is a unit; `spans` are relative to it, in order."""
        lowered = plain(text).lower()
        result: dict[int, list[Cue]] = {}
        for cue, start, end in self._found(lowered, kind):
            if any(a <= start and end <= b and b - a > end - start for a, b in spans):
                continue  # a part of a name ("No" of "No SQL")
            for index in _reach(lowered, spans, start, end, cue):
                result.setdefault(index, []).append(cue)
        return result

    def _found(self, text: str, kind: str) -> Iterator[tuple[Cue, int, int]]:
        """The cues in a text, the longest at each place, none inside another; one wording may be a cue in both directions."""
        matches = list(TOKEN.finditer(text))
        words = [match[0] for match in matches]
        index = 0
        while index < len(words):
            step = 0
            for tokens, cue in self._by_first.get(words[index], ()):
                if len(tokens) >= step and cue.of in ("both", kind) and _matches(tokens, words[index : index + len(tokens)]):
                    step = len(tokens)
                    yield cue, matches[index].start(), matches[index + step - 1].end()
            index += step or 1


def _matches(tokens: tuple[str, ...], words: list[str]) -> bool:
    """Whether words are those of a cue, in which `*` stands for any one."""
    return len(words) == len(tokens) and all(token in ("*", word) for token, word in zip(tokens, words, strict=True))


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
    direction, reach = cue.direction, cue.reach
    if direction == "clause":
        return [index for index, (a, b) in enumerate(spans) if not _BOUNDARY.search(text, min(b, end), max(a, start))]
    if direction == "forward":
        order = [index for index, (a, _) in enumerate(spans) if a >= end]
        gaps = [text[(end if n == 0 else spans[order[n - 1]][1]) : spans[index][0]] for n, index in enumerate(order)]
    else:
        order = [index for index, (_, b) in reversed(list(enumerate(spans))) if b <= start]
        gaps = [text[spans[index][1] : (start if n == 0 else spans[order[n - 1]][0])] for n, index in enumerate(order)]
    reached: list[int] = []
    short = reach < REACH  # "no API, Terraform elsewhere" takes one; "no Java, PHP or Perl" all
    depth = 0
    for n, index in enumerate(order):
        gap = gaps[n]
        # "Python (Java not needed)", "Java (no longer), Docker": what is said inside a bracket reaches nothing outside
        depth += (gap.count(")") - gap.count("(")) * (1 if direction == "backward" else -1)
        if depth < 0 and (reached or direction == "forward"):
            break
        if n == 0:
            if _BOUNDARY.search(f"{_without_mark(gap, direction)} ") or len(gap.split()) > reach:
                break
        elif cue.far:
            if _BOUNDARY.search(f"{gap} ") or len(gap.split()) > reach:
                break
        elif not _JOIN.fullmatch(gap) or (short and not _CHOICE.search(" ".join(gaps[n:]))):
            break
        reached.append(index)
    return reached


def _without_mark(gap: str, direction: str) -> str:
    """A gap without the colon that joins a cue to its list: `Currently learning: Go`, `Docker: not needed`."""
    return re.sub(r"^\s*:", "", gap) if direction == "forward" else re.sub(r"[:?]\s*$", "", gap)
