"""Finds the sections of a résumé or posting by their headings, which are data (`data/sections.yaml`).

In: text, kind of document, lines. Out: sections in order, which cover the text from end to end. A heading nobody knows breaks
nothing: deeper than the last known one it belongs to that section; on the same level it opens an `other` one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.tokens import plain
from skillgap.extraction.units import BULLET, Line
from skillgap.model import Kind, Section

MAX_HEADING = 60
"""A line longer than this (characters) is no heading by its looks."""

MAX_CLAUSE = 100
"""A line that ends with a colon may be longer (characters): "In addition it would be good if you had experience in:"."""
_SENTENCE_STARTS = frozenset({"we", "you", "it", "i", "this", "as", "in"})
"""A phrase that begins with one of these may be a sentence; in mid-line it needs its colon."""
_NOISE = re.compile(r"^[\W\d_]+|[\W_]+$")
_CAPITAL = re.compile(r"(?:^|(?<=\s))[A-Z]")
_WORD = re.compile(r"[^\s:]+")
_CLAUSE = re.compile(rf"(?P<clause>[A-Z][^.!?:;\n]{{3,{MAX_CLAUSE}}}):(?=\s)")
_INLINE = re.compile(r"^(?P<head>[^\n:|]{3,40}?)\s*(?::|\s[-–—]\s|\.{4,}|_{4,}|={4,}|-{4,})")
OPENING: dict[Kind, str] = {"posting": "opening", "resume": "summary"}
"""What the text before the first heading is."""


@dataclass(frozen=True, slots=True)
class _Headings:
    exact: dict[str, str]
    contains: tuple[tuple[re.Pattern[str], str], ...]
    longest: int
    """Words in the longest exact phrase."""


@cache
def _headings(kind: Kind) -> _Headings:
    exact: dict[str, str] = {}
    contains: list[tuple[re.Pattern[str], str]] = []
    for rule in rules("sections"):
        if rule["of"] == kind:
            for phrase in rule["phrases"]:
                exact.setdefault(_clean(phrase), rule["kind"])
            if rule["contains"]:
                pattern = "|".join(re.escape(_clean(phrase)) for phrase in rule["contains"])
                contains.append((re.compile(rf"\b(?:{pattern})"), rule["kind"]))
    return _Headings(exact, tuple(contains), max(len(phrase.split()) for phrase in exact))


def _clean(line: str) -> str:
    """A line as headings are looked up: lower case, `&` as `and`, no bullets, numbers or punctuation around it."""
    text = _NOISE.sub("", plain(line)).lower().replace("&", "and").replace("-", " ").replace("/", " and ")
    return " ".join(text.split())


def heading_kind(line: str, kind: Kind, looks: bool = True) -> str | None:
    """The kind of section that a line opens, or None. `looks`: whether it looks like a heading."""
    headings = _headings(kind)
    cleaned = _clean(line)
    if re.fullmatch(r"(?:[a-z] ){2,}[a-z]", cleaned):
        cleaned = cleaned.replace(" ", "")
    if cleaned in headings.exact:
        return headings.exact[cleaned]
    if looks and cleaned:
        return next((found for pattern, found in headings.contains if pattern.search(cleaned)), None)
    return None


def find_sections(text: str, kind: Kind, lines: list[Line]) -> tuple[Section, ...]:
    """The sections of a text; see the module."""
    marks: list[tuple[int, str, str, int]] = []
    levels = [line.block.level for line in lines if line.block and line.block.kind == "heading" and line.block.level]
    depth = 0
    for index, line in enumerate(lines):
        piece = text[line.start : line.end]
        marked = line.block is not None and line.block.kind == "heading"
        level = line.block.level if marked and line.block else 0
        looks = marked or _looks_like_heading(piece, line, lines[index + 1 : index + 2])
        found = None
        if len(piece) <= MAX_CLAUSE or marked:
            bullet = line.bullet and not marked and not piece.lstrip().startswith("#")
            found = heading_kind(piece, kind, looks and not bullet)
            if found and bullet and not piece.rstrip().endswith((":", "?")) and not _is_title(piece, line):
                found = None
        if found is None and not line.bullet:
            found = _inline_heading(piece, kind)
        if found:
            marks.append((line.start, found, piece, level))
            depth = level or depth
        elif marked and level and level <= depth and len(levels) > 1:
            marks.append((line.start, "other", piece, level))
        if len(piece) > MAX_HEADING and not marked:
            marks.extend(_run_in(piece, line.start, kind))
    return _cover(text, kind, marks)


def _run_in(piece: str, offset: int, kind: Kind) -> list[tuple[int, str, str, int]]:
    """Headings in the middle of a long line, where a page's lines were run together: a known phrase with its colon; a longer one that
    no sentence begins with, before a capital; a clause with a colon behind the end of a sentence."""
    headings = _headings(kind)
    text = plain(piece)
    marks: list[tuple[int, str, str, int]] = []
    end = 0
    for opening in _CAPITAL.finditer(text):
        start = opening.start()
        if start == 0 or start < end:
            continue
        match = _phrase_at(text, start, headings) or _clause_at(text, start)
        if match:
            found = heading_kind(match, kind, looks=text[start + len(match)] == ":")
            if found:
                marks.append((offset + start, found, match, 0))
                end = start + len(match)
    return marks


def _phrase_at(text: str, start: int, headings: _Headings) -> str | None:
    """The longest known phrase at `start`, if what follows makes it a heading."""
    words = list(_WORD.finditer(text, start, start + MAX_HEADING))[: headings.longest]
    for count in range(len(words), 0, -1):
        phrase = text[start : words[count - 1].end()]
        cleaned = _clean(phrase)
        if cleaned in headings.exact:
            rest = text[start + len(phrase) :]
            colon = rest.lstrip()[:1] == ":" and len(rest) > 1
            title = " " in cleaned and cleaned.split()[0] not in _SENTENCE_STARTS and re.match(r"\s+[A-Z*•-]", rest)
            if colon or title:
                return phrase
    return None


def _clause_at(text: str, start: int) -> str | None:
    """A clause that ends with a colon, behind the end of a sentence."""
    if text[:start].rstrip()[-1:] not in {".", "!", "?", ";", ">", ")"}:
        return None
    match = _CLAUSE.match(text, start)
    return match["clause"] if match else None


def _is_title(piece: str, line: Line) -> bool:
    """A numbered, dotted or emoji-led line may be a heading; a plain bullet is an item."""
    return not re.match(r"\s*[-*+•·]\s", piece) or line.gap


def _inline_heading(piece: str, kind: Kind) -> str | None:
    """A heading with its content on the same line: `Technical skills: Python, Go`. "Languages: Python" is no section of its own."""
    match = _INLINE.match(piece)
    found = _headings(kind).exact.get(_clean(match["head"])) if match else None
    return None if found == "other" else found


def _looks_like_heading(piece: str, line: Line, following: list[Line]) -> bool:
    words = piece.split()
    if piece.rstrip().endswith(":") and len(piece) <= MAX_CLAUSE and not BULLET.match(piece):
        return True
    if len(piece) > MAX_HEADING or len(words) > 8 or piece.rstrip().endswith((",", ";", ".")):
        return False
    if piece.rstrip().endswith((":", "?")) or BULLET.match(piece) and piece.lstrip().startswith("#"):
        return True
    letters = [char for char in piece if char.isalpha()]
    if letters and all(char.isupper() for char in letters) and len(letters) > 3:
        return True
    underlined = bool(following) and following[0].start - line.end <= 2
    return bool(line.gap and underlined and len(words) <= 5 and words[0][:1].isupper() and "," not in piece)


def _cover(text: str, kind: Kind, marks: list[tuple[int, str, str, int]]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if not marks or marks[0][0] > 0:
        end = marks[0][0] if marks else len(text)
        sections.append(Section(OPENING[kind], 0, end))
    for index, (start, found, heading, _) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        sections.append(Section(found, start, end, heading.strip()))
    return tuple(sections)
