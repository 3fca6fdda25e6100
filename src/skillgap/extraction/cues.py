"""Cue words and what they reach: "no need for X, Y or Z", "X is a plus". The cues are data; this is the mechanism.

A cue reaches the mention nearest to it in its direction, if no clause ends between them, and every mention joined to that one by
nothing but list words, or by a second verb of what would be welcome; a `far` one all mentions up to the end of the clause, one
that reaches `inside` those that begin among its own words.
Of the cues that begin at one word the longest counts, and none counts inside another that reaches something.
In: the text of a unit and the mentions in it. Out: for each mention, the cues that reach it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

from skillgap.extraction.data import rules
from skillgap.extraction.patterns import either
from skillgap.extraction.phrases import Node, has_parts, phrase
from skillgap.extraction.tokens import tokenize
from skillgap.model import Tokens

REACH = 6
"""How many words may stand between a cue and the first mention that it reaches."""
OF_PEOPLE = ("{others}", "{theirs}", "{foreign}", "{some}")
"""Parts of cues that speak of other people."""
LONGEST = 9
"""The word that speaks of other people is among so many of a cue (tokens) ..."""
NAMED = 5
"""... or so many where the cue begins with them: "the client's own mobile team"."""

_BOUNDARY = re.compile(
    r"[;:.!?]\s|[;!?]|\b(?:but|however|although|though|while|whereas|instead|because|since|except|yet(?!\s*[,.)]))\b|\s[-–—]\s"
)
_TAKEN_OVER = re.compile(rf"{_BOUNDARY.pattern}|(?<!for )(?<!with )(?<!to )\b(?:i|we|you|my|mine|ours|myself|who)\b(?!/)")
"""Ends what is said of somebody: the clause, or a word of those who write or are written to."""
_OF_SOMEBODY = frozenset({"other", "context"})
_ASIDE = re.compile(r",(?!\s*(?:such as|like|e\.?g|including|for example)\b)")
"""A comma that leads on to something else, not to examples."""
_BESIDES = re.compile(r"\b(?:without|w/o|lacking)\b|^\s*(?:a|an|any|the)\s.*\bto\s+\w")
"""Between a denial and a name: "never shipped a service without Git", "you don't need a degree to write Java"."""
_MARK_BEHIND = re.compile(r"^\s*:")
_MARK_BEFORE = re.compile(r"(?:[:?]|\s[-–—])\s*$")
_CHOICE = re.compile(r"\b(?:or|nor)\b")
_MASKS = frozenset({"asserted", "own"})
"""Cues that keep others out of their words even where they reach nothing: "not only"."""
_LIST_MARKS = r"[\s,/&()\d.+x*_`'\"-]*"
_LIST_WORDS = either(
    "and | or | nor | and/or | as well as | plus | of | with | e\\.g | like | such as | any | a | the | basics | on | etc"
    " | other | another | similar | comparable | equivalent"
)
_NARROW = frozenset({"negated", "lacking", "wanted", "other"})
"""What is not said of a name across a comma: "no agencies, just Java"."""
_JOIN = re.compile(rf"{_LIST_MARKS}(?:\b{_LIST_WORDS}\b{_LIST_MARKS})*", re.I)
_DEEDS = either(
    "used | worked | written | built | run | operated | touched | seen | done | had | tried | developed | maintained"
    " | contributed | deployed | administered | managed | designed | implemented | set up | played | dealt | shipped"
    " | programmed | coded"
    " | configured | automated | know | understand | use | read | write | build | maintain | contribute | speak"
)
_THINGS = r"(?: (?!(?:you|we|i|must|and|or|but|experience|knowledge|skills?|expertise|background)\b)[\w-]+){0,2}"
_AGAIN = r"(?:(?:(?<=or )(?:if )?|if )you(?:'ve| have| can)? |(?:have|has|having|can) )?(?:also |even |ever )?"
_OBJECT = r"(?: (?!(?:you|we|i|must|should|is|are|but|and|or)\b)[\w'-]+){0,4}"
_GOES_ON = re.compile(rf"{_THINGS}(?: (?:in|using)|(?:, | )(?:(?:and|or|and/or) )?{_AGAIN}{_DEEDS}{_OBJECT}) ")
"""Between two names: a second verb of what would be welcome ("ideally you've used Kafka or written Terraform modules")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule: its words, what they mean, which way they reach, and a sentence with the reached names in brackets.

    `few`: it takes one name, or all of a choice ("no Java, PHP or Perl"). `beside`: words one of which the unit must have.
    `within`: kinds of section in which alone it counts; all if empty.
    """

    words: str
    means: str
    direction: str
    of: str
    example: str
    reach: int = REACH
    far: bool = False
    few: bool = False
    beside: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        """Whether its words stand in the text as they stand in the rule."""
        return not has_parts(self.words)


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
        for index, stop, cues in self._longest(tokens.words[first:last], kind):
            if index < taken:
                continue
            a, b = tokens.starts[first + index] - start, tokens.ends[first + stop - 1] - start
            if not lowered:
                lowered = (text or tokens.plain[start:end]).lower()
                spans = [(x - start, y - start) for x, y in spans]
            if any(x <= a and b <= y and y - x > b - a for x, y in spans):
                continue  # a part of a name ("No" of "No SQL")
            forward = False
            for cue in cues:
                if forward and cue.means == "wanted":
                    continue  # "you know Java, and we teach you Kotlin"
                reached = _reach(lowered, spans, a, b, cue)
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
        for index, word in enumerate(words):
            if word not in tree.firsts or not tree.starts(words, index):
                continue
            at = bisect_left(people, index)
            near = at < len(people) and people[at] < index + (NAMED if word in starts else LONGEST)
            stop, cues = (tree if near else plain).longest(words, index)
            if cues:
                yield index, stop, cues


class _Tree:
    """The cues for one kind of document; those that speak of other people only if asked for."""

    def __init__(self, cues: Sequence[Cue], kind: str, others: bool) -> None:
        self.tree: Node[Cue] = Node()
        for cue in cues:
            if cue.of in ("both", kind) and (others or not any(part in cue.words for part in OF_PEOPLE)):
                self.tree.add(cue.words, cue)
        opening = self.tree.opening()
        if opening.any:
            raise ValueError("a cue must begin with a word of its own")
        self.firsts = opening.words
        self._seconds: dict[str, frozenset[str] | None] = {}

    def starts(self, words: Sequence[str], index: int) -> bool:
        """Whether a cue may begin with the words at `index`; quick, for a word of `firsts`."""
        word = words[index]
        if word not in self._seconds:
            behind = self.tree.behind(word)
            self._seconds[word] = None if behind.any or behind.done else frozenset(behind.words)
        seconds = self._seconds[word]
        return seconds is None or (index + 1 < len(words) and words[index + 1] in seconds)

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
            frozenset(rule.get("beside", "").split()),
            frozenset(rule.get("within", "").split()),
        )


def _reach(text: str, spans: Sequence[tuple[int, int]], start: int, end: int, cue: Cue) -> list[int]:
    """The mentions that a cue at `[start, end)` reaches."""
    if cue.direction == "clause":
        return [index for index, (a, b) in enumerate(spans) if not _BOUNDARY.search(text, min(b, end), max(a, start))]
    if cue.direction == "inside":
        return [index for index, (a, b) in enumerate(spans) if start <= a < end]
    forward = cue.direction == "forward"
    if forward:
        order = [index for index, (a, _) in enumerate(spans) if a >= end]
        gaps = [text[(end if n == 0 else spans[index - 1][1]) : spans[index][0]] for n, index in enumerate(order)]
    else:
        order = [index for index in range(len(spans) - 1, -1, -1) if spans[index][1] <= start]
        gaps = [text[spans[index][1] : (start if n == 0 else spans[index + 1][0])] for n, index in enumerate(order)]
    reached: list[int] = []
    depth = 0
    for n, (index, gap) in enumerate(zip(order, gaps, strict=True)):
        # "Python (Java not needed)", "Java (no longer), Docker": what is said inside a bracket reaches nothing outside
        depth += (gap.count("(") - gap.count(")")) * (1 if forward else -1)
        if depth < 0 and (reached or forward):
            break
        if not reached:
            if not _touches(_without_mark(gap, forward), cue):
                break
        elif cue.far:
            if len(gap.split()) > cue.reach or _ends_before(gap, cue):
                break
        elif not _belongs(gap, cue) or (cue.few and not _CHOICE.search(" ".join(gaps[n:]))):
            break
        reached.append(index)
    return reached


def _touches(gap: str, cue: Cue) -> bool:
    """Whether a cue reaches across the gap between it and the mention nearest to it."""
    if len(gap.split()) > cue.reach or _ends_before(gap, cue):
        return False
    if cue.means == "negated" and cue.direction == "forward" and _BESIDES.search(gap):
        return False
    if "," not in gap or cue.means not in _NARROW or (cue.far and cue.means != "other"):
        return True
    if cue.direction == "forward":
        return not _ASIDE.search(gap)
    if cue.means == "other":  # "Kafka, which is maintained by another team"
        return "," not in gap.strip(" ,")
    # "Kafka, which I have never used"; not "Kafka is a plus, not a must"
    return cue.means == "wanted" or gap.lstrip().startswith(",")


def _ends_before(gap: str, cue: Cue) -> bool:
    return (_TAKEN_OVER if cue.means in _OF_SOMEBODY else _BOUNDARY).search(f"{gap} ") is not None


def _belongs(gap: str, cue: Cue) -> bool:
    """Whether what reaches one name reaches the next one across a gap between them."""
    return _joins(gap) or (cue.means == "preferred" and cue.direction == "forward" and _GOES_ON.fullmatch(gap) is not None)


_COMMON_JOINS = frozenset({", ", ",", " and ", " or ", "/", " / ", " & ", " ", ", and ", ", or "})


def _joins(gap: str) -> bool:
    """Whether nothing but list words stands between two names; a line break alone is none: "never used Scala / Docker daily"."""
    return gap in _COMMON_JOINS or (_JOIN.fullmatch(gap) is not None and not ("\n" in gap and gap.isspace()))


def _without_mark(gap: str, forward: bool) -> str:
    """A gap without the colon that joins a cue to its list: `Currently learning: Go`, `Docker: not needed`."""
    return _MARK_BEHIND.sub("", gap) if forward else _MARK_BEFORE.sub("", gap)
