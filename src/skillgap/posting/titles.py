"""The title of a posting: the line that names the role, or the role in the sentence that looks for somebody.

In: the document and its units. Out: the title, and where its line stands. A heading ("Requirements:"), a sentence or an item of a
list is no title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from skillgap.extraction.patterns import either
from skillgap.extraction.spelt import pattern
from skillgap.model import Document, Extraction, Tokens, Unit

NONE = "Job posting"
"""The title of a posting that names none."""
UNITS = 12
"""A title stands in one of the first so many sentences."""
LONGEST = 120
"""A title is not longer than this (characters)."""
LONGEST_UNIT = 400
"""A longer sentence is not looked at (characters)."""
SHORT_LINE = 60
"""A first line that names no role is a title if it is no longer than this (characters)."""
_ROLE = either(
    "engineer | developer | programmer | architect | administrator | devops | sre | consultant | analyst | scientist | tester |"
    " master | lead | manager | specialist | head of | dba | intern | trainee"
)
_NAMES_A_ROLE = re.compile(rf"\b(?!leads (?!for|in|at|of|with|and|or|wanted|sought)(?-i:[a-z])){_ROLE}(?:in|s)?\b", re.I)
"""What somebody leads is no role: "Ann leads design"."""
_FIELD = either("position | job title | role | title | vacancy | job | opening | subject | re")
_LABEL = re.compile(rf"^(?:{_FIELD}|.*\bhiring)\s*[:–-]\s*(?:\[[^]]*\]\s*)?", re.I)
_CUT = re.compile(
    r"\s+[-–—|·•,]\s*(?=[£$€]|\d+\s?k\b)|\s+[-–—|]\s+our\b.*|\s+\|\s.*|\s*\((?=[^)]*\b(?:w2|c2c|1099|only|contract|permanent|full-time|remote)\b)",
    re.I,
)
"""What ends a title: the salary, who the client is, the next cell, the kind of contract."""
_PLACE = r"(?-i:[A-Z])[\w-]+(?:[\s,/]+(?:(?:am|an|der|upon|on|de|la)\s+){0,2}(?-i:[A-Z(])[\w)-]*){0,3}\)?"
_MARKS = re.compile(r"[-–—|·•,:(]")
"""One of these is in any line that has a label or goes on behind the title; quick to look for."""
_SPEAKS = either(
    "we | you | our | your | us | is | are | will | have | has | they | must | please | as an? | seeks | needs | requires |"
    " (?:candidate|applicant|person|who) masters"
)
_SENTENCE = re.compile(rf"\b{_SPEAKS}\b|\w['’]\w|[!?]", re.I)
_SEEK = (
    "seeking | seek | seeks | looking for | looks for | hiring | need | needs | require | requires | recruiting | searching for"
    " | in search of"
)
_SEEKS = either(_SEEK)
_SEEK_WORDS = frozenset(max(phrase.split(), key=len) for phrase in _SEEK.split(" | "))
"""One of these tokens is in any sentence that seeks somebody."""
_SEEKING = re.compile(rf"\b{_SEEKS}\b", re.I)
_SOME = either(
    "an? | our | another | the | one | two | some | more | new | next | first | second | third | experienced | talented |"
    " passionate | skilled | motivated | strong | great | good | enthusiastic"
)
_TRADE = either(
    "engineer | developer | programmer | architect | administrator | consultant | analyst | scientist | tester | specialist"
)
_SOUGHT = re.compile(rf"\b{_SEEKS}\s+(?:{_SOME}\s+)+(?P<role>(?:[\w.#+/-]+\s+){{0,4}}?{_TRADE}s?)\b", re.I)
"""A sentence that looks for somebody: "We are seeking a Senior Go Engineer"."""


class Title(NamedTuple):
    """A title, and the line that it stands in, `[start, end)`; an empty one if it comes from the format or from a sentence."""

    text: str
    start: int = 0
    end: int = 0


def find_title(document: Document, extraction: Extraction) -> Title:
    """The title that the format gives; else that of the first line which names a role; else a first line that looks like one."""
    text = extraction.readable
    first = extraction.units[:UNITS]
    if document.title:
        title = " ".join(document.title.split())[:LONGEST]
        same = (unit for unit in first if unit.section == "opening" and _same(_clean(text[unit.start : unit.end]), title))
        unit = next(same, None)
        return Title(title, unit.start, unit.end) if unit else Title(title)
    for unit in first:
        if unit.section in {"required", "preferred"} or unit.end - unit.start > LONGEST_UNIT:
            continue
        line_end = _line_end(text, unit)
        if unit.kind != "item" and _NAMES_A_ROLE.search(text, unit.start, max(unit.end, line_end)):
            for end in sorted({line_end, unit.end}, reverse=line_end > unit.end):
                line = _without_label(_clean(text[unit.start : end]))
                if _NAMES_A_ROLE.search(line) and _is_line(line, LONGEST):
                    return Title(line, unit.start, end)
        sought = role_sought(text, extraction.tokens, unit)
        if sought is not None:
            role = " ".join(text[slice(*sought)].split())
            return Title(role[0].upper() + role[1:])
    for unit in first[:1]:
        line = _clean(text[unit.start : unit.end])
        headed = text[unit.start] == "#" and len(line) <= SHORT_LINE  # "# We need another Kotlin person"
        plain = unit.kind != "item" and text[unit.end - 1] not in ".:?" and _is_line(line, SHORT_LINE)
        if unit.section == "opening" and " " in line and (headed or plain):
            return Title(line, unit.start, unit.end)
    return Title(NONE)


def role_sought(text: str, tokens: Tokens, unit: Unit) -> tuple[int, int] | None:
    """Where a unit names the role for which somebody is looked for."""
    if _SEEK_WORDS.isdisjoint(tokens.words[slice(*tokens.within(unit.start, unit.end))]):
        return None
    sought = _SOUGHT.search(text, unit.start, unit.end)
    return sought.span("role") if sought else None


def _line_end(text: str, unit: Unit) -> int:
    """The end of the line in which a unit begins."""
    line = text[unit.start : unit.start + LONGEST_UNIT].split("\n", 1)[0]
    return max(unit.start + len(line), unit.end)


def _without_label(line: str) -> str:
    """The title in a line: without "Position:" before it, and what stands behind it."""
    if _MARKS.search(line):
        line = _CUT.split(_LABEL.sub("", line), maxsplit=1)[0]
    if "our" in line and not _SEEKING.search(line):
        line = _of_us().sub("", line)
    return _clean(line)


@cache
def _of_us() -> re.Pattern[str]:
    """Where the role is, at the end of a title: "Developer for our platform team in Leipzig"."""
    return re.compile(
        r"\s+(?:for|in|within|at|on|with|to (?:join|strengthen|support|reinforce|expand))\s+our\s+(?:[\w&/-]+\s+){0,4}?"
        rf"{pattern('departments')}(?:,?\s*(?:\b(?:in|at|near|based in)\s|\(|,|[-–—|]\s)\s*{_PLACE})?$",
        re.I,
    )


def _is_line(text: str, longest: int) -> bool:
    """Whether a text looks like a line of its own, not like a sentence or noise."""
    if not 0 < len(text) <= longest or ": " in text or _SENTENCE.search(text):
        return False
    return sum(char.isalnum() or char.isspace() for char in text) >= 0.7 * len(text)


def _same(line: str, title: str) -> bool:
    return bool(line) and title.startswith(line[:LONGEST])


def _clean(text: str) -> str:
    """A line without marks around it: `# Go Developer`, `=== Go Developer ===`."""
    return re.sub(r"^[^\w.]+|(?:[^\w)+#.]|(?<!\w)\.)+$", "", " ".join(text.split()).replace("**", "")).removesuffix(".")
