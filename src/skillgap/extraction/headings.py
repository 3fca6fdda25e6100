"""What headings mean: the kind of section that a line opens, by phrases and wordings that are data (`data/sections.yaml`,
`data/headings.yaml`; `data/otherwise.yaml` is how else they may be said)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.phrases import Node
from skillgap.extraction.tokens import plain
from skillgap.model import Kind
from skillgap.taxonomy.forms import split

PART = "part"
"""The kind of a heading that goes on with the stack where one stands before it, and else asks: "Core technologies"."""
EXPECTED = "expected"
"""The kind of a heading below which stands the work where another one says what is required, and else what is: "Expectations"."""
SECOND = "second"
"""The kind of a heading that only the sections before it tell: what "should" be had is no must behind what "must"."""
SHOULD = "should"
"""The kind of a heading that asks, but for no must behind one that says "must": "You should have"."""
MAY = "may"
"""The kind of a heading that says what is welcome behind one that says "must", and else goes on with the section: "You may"."""
LEGACY = "legacy"
"""The kind of a heading that is a label among what is asked, and else tells what the company has: "Legacy systems"."""

OF_ANYTHING = frozenset({"keywords", "key words", "process"})
"""Headings that only name what their line is about where it goes on behind them: `Keywords: opera`, `Process: Scrum`."""
_SPACED = re.compile(r"(?:[a-z] ){2,}[a-z]")
"""Letters set apart: `S K I L L S`."""
_ASIDE = re.compile(r"[,()<>\[\]]")
_REMARK = re.compile(r"\((?P<said>[^()]+)\)\W*$")
_IN_ORDER = re.compile(
    r"(?<=\w),? (?:(?:listed|sorted|named) )?in (?:(?:no|any|random|alphabetical|descending|ascending) )?"
    r"(?:(?:particular|special|specific) )?order(?: of (?:importance|priority|preference|relevance|weight))?$"
)
"""At the end of a heading: how what stands below is sorted, "Pluses, in no particular order"."""
_SORTED = ("order", "importance", "priority", "preference", "relevance", "weight")
"""How such an end ends; quick to look for."""
_WORD_ENDS = re.compile(r"\W")
_REST = " ..."
"""At the end of a wording: whatever else the line says."""
_LATIN = "\u024f"
"""The last Latin letter."""
_BROKEN = 4
"""A picture that was wrongly decoded leaves no more characters than it had bytes: "πŸŽ“ Skills"."""
_LANGUAGES = 2
_WORDS = 3
"""A heading in two languages has no more words in either."""
_REMARKED = frozenset({"required", "stack", SECOND, SHOULD, PART, EXPECTED})
"""Kinds of headings of which a remark in brackets may say more: "Technologies (nice to have)" ..."""
_REMARKS = frozenset({"required", "preferred", "negated"})
"""... and what it makes of them."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a kind of document: whole phrases, patterns that headings contain, and wordings (`data/headings.yaml`)."""

    exact: dict[str, str]
    contains: tuple[tuple[str, str], ...]
    """Patterns, compiled where one may fit, and the kinds of section that they mean."""
    contains_any: re.Pattern[str]
    """Finds whatever one of `contains` does."""
    whole: frozenset[str]
    """Exact phrases that head nothing where more stands in their line: "University of Oslo"."""
    longest: dict[str, int]
    """First word of an exact phrase -> words in the longest phrase that begins with it."""
    wordings: Node[_Wording]
    firsts: frozenset[str]
    """The words with which wordings begin."""


class _Wording(NamedTuple):
    """One of `data/headings.yaml`: its place there, the kind of section, and whether any words may follow."""

    place: int
    kind: str
    open: bool


@cache
def headings(kind: Kind) -> Headings:
    """The known headings; see the module."""
    exact: dict[str, str] = {}
    contains: list[tuple[str, str]] = []
    whole: set[str] = set()
    for rule in rules("sections"):
        if rule["of"] == kind:
            for phrase in (*rule["phrases"], *rule.get("whole", ())):
                exact.setdefault(cleaned(plain(phrase)), rule["kind"])
            whole.update(cleaned(plain(phrase)) for phrase in rule.get("whole", ()))
            if rule["contains"]:
                contains.append(("|".join(re.escape(cleaned(plain(phrase))) for phrase in rule["contains"]), rule["kind"]))
    longest: dict[str, int] = defaultdict(int)
    for phrase in exact:
        words = phrase.split()
        longest[words[0]] = max(longest[words[0]], len(words))
    wordings: Node[_Wording] = Node()
    for place, rule in enumerate(rules("headings")):
        for wording in rule["wordings"] if rule.get("of", "posting") == kind else ():
            wordings.add(wording.removesuffix(_REST), _Wording(place, rule["kind"], wording.endswith(_REST)))
    return Headings(
        exact,
        tuple((rf"\b(?:{pattern})", found) for pattern, found in contains),
        re.compile(rf"\b(?:{'|'.join(pattern for pattern, _ in contains)})"),
        frozenset(whole),
        dict(longest),
        wordings,
        frozenset(wordings.opening().words),
    )


_compiled = cache(re.compile)
_KNOWING = frozenset(
    {"background", "experience", "expertise", "exposure", "familiarity", "interest", "knowledge", "proficiency", "understanding"}
)
"""Words that ask for what stands behind them: "Experience with our tech stack: Kotlin" is no stack."""


def cleaned(line: str) -> str:
    """A line (plain) as headings are looked up: lower case, `&` as `and`, no word stressed by `*`, no bullets, numbers
    or punctuation around it."""
    start, end = 0, len(line)
    while start < end and not (line[start].isalnum() and not line[start].isdecimal()):
        start += 1
    if start < end and line[start] > _LATIN:
        start = _behind_broken(line, start)
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return " ".join(line[start:end].lower().replace("&", "and").replace("*", "").replace("-", " ").replace("/", " and ").split())


def _behind_broken(line: str, start: int) -> int:
    """Where the words of a line begin behind what a picture was wrongly decoded to at `start`, if that is what stands there."""
    blank = line.find(" ", start, start + _BROKEN + 1)
    following = line[blank + 1 : blank + 2]
    return blank + 1 if blank > 0 and following.isascii() and following.isalpha() else start


@lru_cache(maxsize=5000)
def first_word(word: str) -> str:
    """The first word of what a word is as part of a heading: "must" of "Must-have:"."""
    return cleaned(word).partition(" ")[0]


def begins(text: str) -> str:
    """What stands before the first blank or sign: "you" of "you'll bring"."""
    return _WORD_ENDS.split(text, maxsplit=1)[0]


def heading_kind(line: str, kind: Kind, looks: bool = True, otherwise: bool = True) -> str | None:
    """The kind of section that a line opens, or None. `looks`: whether it looks like a heading; `otherwise`: whether it may be
    worded otherwise than is known (`data/otherwise.yaml`), as no name in mid-line may: "The Environment Agency"."""
    known = headings(kind)
    if not looks and line[:2].isalpha() and line[0] <= _LATIN:
        first = first_word(line.split(maxsplit=1)[0])
        if first not in known.longest and begins(first) not in known.firsts:
            return None
    text = cleaned(line)
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    if text.endswith(_SORTED):
        text = _IN_ORDER.sub("", text)
    if text in known.exact:
        return known.exact[text]
    if "/" in line and (found := _in_two_languages(line, known, looks and kind == "resume")):
        return found
    found = _worded(text, known, looks) or _remarked(line, kind, looks)
    if found is None and otherwise and kind == "posting":
        found = _said_otherwise(text, known, looks)
    if found is not None or not (looks and text):
        return found
    if known.contains_any.search(text):
        kinds = (found for pattern, found in known.contains if _compiled(pattern).search(text))
        asks = begins(text) in _KNOWING
        return next((found for found in kinds if not (asks and found == "stack")), None)
    return None


def _said_otherwise(text: str, known: Headings, looks: bool) -> str | None:
    """The kind of section of a heading that is known without its contractions, or without the word before it
    (`data/otherwise.yaml`): "What's a plus", "The profile"."""
    contractions, before = _otherwise()
    spelled = text
    for short, full in contractions if "'" in text else ():
        spelled = spelled.replace(short, full)
    if spelled != text and (found := known.exact.get(spelled) or _worded(spelled, known, looks)):
        return found
    first, _, bare = spelled.partition(" ")
    found = (known.exact.get(bare) or _worded(bare, known, False)) if first in before else None
    return found if found is not None and found in before[first] else None


@cache
def _otherwise() -> tuple[tuple[tuple[str, str], ...], dict[str, frozenset[str]]]:
    """Contractions and what they stand for; words before a heading, and the kinds that it keeps behind them."""
    told = rules("otherwise")
    contractions = tuple((rule["short"], rule["full"]) for rule in told if "short" in rule)
    return contractions, {rule["before"]: frozenset(rule["keeps"]) for rule in told if "before" in rule}


def _in_two_languages(line: str, known: Headings, looks: bool) -> str | None:
    """The kind of section of a heading that says the same twice, `Kenntnisse / Knowledge`. `looks`: whether one of the two may be
    in a language that nobody knows, since it looks like a heading."""
    parts = [cleaned(part) for part in line.split("/")]
    if len(parts) != _LANGUAGES or not all(parts) or any(len(part.split()) > _WORDS for part in parts):
        return None
    kinds = {known.exact[part] for part in parts if part in known.exact}
    both = all(part in known.exact for part in parts)
    spaced = " / " in line and not any(map(str.isdecimal, line))
    return kinds.pop() if len(kinds) == 1 and (both or (looks and spaced)) else None


def _remarked(line: str, kind: Kind, looks: bool) -> str | None:
    """The kind of section of a known heading with a remark in brackets behind it: `Required (4)`, `Technologies (must have)`.

    Where it does not look like a heading, what stands in the brackets has to look like a remark, and like no names.
    """
    remark = _REMARK.search(line) if ")" in line else None
    if remark is None or not (looks or kind == "posting"):
        return None
    said = remark["said"]
    found = heading_kind(line[: remark.start()], kind, False) if remark.start() else None
    if found in _REMARKED or (found is None and looks and kind == "posting"):
        otherwise = next((told for part in said.split(",") if (told := heading_kind(part, kind, looks)) in _REMARKS), None)
        if otherwise is not None and (found is not None or otherwise != "negated"):
            return otherwise
    return found if looks or said[0].islower() or said.isdecimal() else None


def _worded(text: str, known: Headings, looks: bool) -> str | None:
    """The kind of section of the first wording that the whole of a cleaned line is."""
    if begins(text) not in known.firsts:
        return None
    words = split(_ASIDE.sub(" ", text))
    stops = known.wordings.stops(words, 0, 0, len(words))
    fits = [each for stop, node in stops for each in node.ends if (looks if each.open else stop == len(words))]
    return min(fits).kind if fits else None
