"""Cue words and what they reach: "no need for X, Y or Z", "X is a plus". The cues are data; this is the mechanism.

A cue reaches the mention nearest to it in its direction, if no clause ends between them, and every mention joined to that one by
nothing but list words. In: the text of a unit and the mentions in it. Out: for each mention, the cues that reach it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.tokens import plain

REACH = 6
"""How many words may stand between a cue and the first mention that it reaches."""

_BOUNDARY = re.compile(r"[;:.!?]\s|[;!?]|\b(?:but|however|although|though|while|whereas|instead|because|since|except|yet)\b|\s[-–—]\s")
_JOIN = re.compile(r"[\s,/&()\d.+x*_`'\"-]*(?:\b(?:and|or|nor|and/or|as well as|plus|of|with|e\.g|like|such as|any|a|the)\b[\s,/&()\d.+x*_`'\"-]*)*", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule: its words, what they mean, which way they reach, and a sentence with the reached names in brackets."""

    words: str
    means: str
    direction: str
    of: str
    example: str


@dataclass(frozen=True, slots=True)
class CueSet:
    """The rules of one data file, compiled."""

    cues: tuple[Cue, ...]
    pattern: re.Pattern[str]

    def reached(self, text: str, spans: Sequence[tuple[int, int]], kind: str) -> dict[int, list[Cue]]:
        """Index of span -> the cues that reach it, in order. `text` is a unit; `spans` are relative to it, in order."""
        result: dict[int, list[Cue]] = {}
        lowered = plain(text).lower()
        for match in self.pattern.finditer(lowered):
            cue = self.cues[int(match.lastgroup[1:])] if match.lastgroup else None
            if cue is None or cue.of not in ("both", kind):
                continue
            if any(start <= match.start() and match.end() <= end and end - start > len(match[0]) for start, end in spans):
                continue  # a part of a name ("No" of "No SQL")
            for index in _reach(lowered, spans, match.start(), match.end(), cue.direction):
                result.setdefault(index, []).append(cue)
        return result


@cache
def cue_set(name: str, package: str = "skillgap.extraction") -> CueSet:
    """The cues of a package's `data/<name>.yaml`; longer ones are tried first."""
    cues = [
        Cue(words, rule["means"], rule["direction"], rule.get("of", "both"), rule["example"]) for rule in rules(name, package) for words in rule["cues"]
    ]
    cues.sort(key=lambda cue: -len(cue.words))
    parts = [f"(?P<c{index}>{_as_pattern(cue.words)})" for index, cue in enumerate(cues)]
    return CueSet(tuple(cues), re.compile("|".join(parts)))


def _as_pattern(words: str) -> str:
    """Words as a pattern: `*` stands for up to two words, spaces for any white space."""
    pieces = [r"(?:\S+\s+){0,2}?" if word == "*" else re.escape(word) + r"\s+" for word in words.lower().split()]
    body = "".join(pieces).removesuffix(r"\s+")
    left = r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?!\w)" if words[-1].isalnum() else ""
    return f"{left}{body}{right}"


def _reach(text: str, spans: Sequence[tuple[int, int]], start: int, end: int, direction: str) -> list[int]:
    if direction == "clause":
        return [index for index, (a, b) in enumerate(spans) if not _BOUNDARY.search(text, min(b, end), max(a, start))]
    if direction == "forward":
        order = [index for index, (a, _) in enumerate(spans) if a >= end]
        gaps = [text[(end if n == 0 else spans[order[n - 1]][1]) : spans[index][0]] for n, index in enumerate(order)]
    else:
        order = [index for index, (_, b) in reversed(list(enumerate(spans))) if b <= start]
        gaps = [text[spans[index][1] : (start if n == 0 else spans[order[n - 1]][0])] for n, index in enumerate(order)]
    reached: list[int] = []
    for n, index in enumerate(order):
        gap = gaps[n]
        if n == 0:
            if _BOUNDARY.search(f"{gap} ") or len(gap.split()) > REACH:
                break
        elif not _JOIN.fullmatch(gap):
            break
        reached.append(index)
    return reached
