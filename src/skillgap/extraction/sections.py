"""Finds the sections of a résumé or posting by their headings, which are data (`data/sections.yaml`).

In: text, kind of document, lines. Out: sections in order, which cover the text from end to end. A heading nobody knows breaks
nothing: deeper than the last known one it belongs to that section; on the same level it opens an `other` one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.tokens import plain
from skillgap.extraction.units import BULLET, Line
from skillgap.model import Kind, Section

MAX_HEADING = 60
"""A line longer than this (characters) is no heading by its looks."""

_LABELS = frozenset(
    {"environment", "technologies", "technologies used", "tech stack", "stack", "tech", "tools", "tools and technologies"}
)
"""What the tools of a single job may be headed with."""
MAX_CLAUSE = 100
"""A line that ends with a colon may be longer (characters): "In addition it would be good if you had experience in:"."""
_SENTENCE_STARTS = frozenset({"we", "you", "it", "i", "this", "as", "in"})
"""A phrase that begins with one of these may be a sentence; in mid-line it needs its colon."""
_NOISE = re.compile(r"^[\W\d_]+|[\W_]+$")
_CAPITAL = re.compile(r"(?:^|(?<=\s)|(?<=[a-z]))[A-Z]")
_WORD = re.compile(r"[^\s:]+")
_GLUED = re.compile(r"[a-z][A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$")
"""A heading glued to the end of a line: `8 monthsCompany Details`."""
_BEFORE_CAPITAL = re.compile(r"\s+[A-Z*•-]|\s*$")
_COLON = re.compile(r":(?=\s|$)")
_STOP = re.compile(r"[.!?;](?=\s)")
_HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+\S")
_LEAD_IN = re.compile(r"\*\*(?P<head>[^*\n]{3,60}?)[.:]?\*\*[.:]?\s")
"""A heading in bold at the beginning of its paragraph."""
_INLINE = re.compile(r"^(?P<head>[^\n:|.;!?]{3,60}?)\s*(?P<end>:|\s[-–—]\s|\.{4,}|_{4,}|={4,}|-{4,})")
OPENING: dict[Kind, str] = {"posting": "opening", "resume": "summary"}
"""What the text before the first heading is."""


@dataclass(frozen=True, slots=True)
class _Headings:
    exact: dict[str, str]
    contains: tuple[tuple[re.Pattern[str], str], ...]
    longest: int
    """Words in the longest exact phrase."""
    first: frozenset[str]
    """First words of the exact phrases."""


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
    return _Headings(
        exact, tuple(contains), max(len(phrase.split()) for phrase in exact), frozenset(phrase.split()[0] for phrase in exact)
    )


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
    levels = [level for line in lines if (level := _marked_level(text, line))]
    depth = 0
    lasting = OPENING[kind]
    for index, line in enumerate(lines):
        piece = text[line.start : line.end]
        level = _marked_level(text, line)
        marked = level > 0 or (line.block is not None and line.block.kind == "heading")
        looks = marked or _looks_like_heading(piece, line, lines[index + 1 : index + 2])
        found = None
        inline = False
        if len(piece) <= MAX_CLAUSE or marked:
            bullet = line.bullet and not marked and not piece.lstrip().startswith("#")
            found = heading_kind(piece, kind, looks and not bullet)
            if found and bullet and not piece.rstrip().endswith((":", "?")) and not _is_title(piece, line):
                found = None
        lead_in = _LEAD_IN.match(piece) if found is None and kind == "posting" and not line.bullet else None
        if lead_in:
            found = heading_kind(lead_in["head"], kind) or "other"
        elif found is None and not line.bullet:
            found = _inline_heading(piece, line.gap, kind, marks[-1][1] if marks else OPENING[kind])
            inline = found is not None
        if found:
            marks.append((line.start, found, piece, level))
            depth = level or depth
        elif marked and level and level <= depth and len(levels) > 1:
            marks.append((line.start, "other", piece, level))
        if not marked and (len(piece) > MAX_HEADING or ". " in piece or _GLUED.search(piece)):
            run_in = [mark for mark in _run_in(piece, line.start, kind) if not (found and mark[0] == line.start)]
            if kind == "resume":
                # "• Technologies: Python, Django" among the items of a job belongs to it
                run_in = [] if line.bullet else [mark for mark in run_in if not _belongs_to_a_job(mark, marks)]
            marks.extend(run_in)
            inline = inline or (bool(run_in) and line.bullet)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if inline and kind == "posting" and following and (line.bullet or not following.bullet):
            # "Good to have: Angular" speaks of its own line; what follows belongs to the section around it
            marks.append((following.start, lasting, "", 0))
        elif marks and not inline:
            lasting = marks[-1][1]
    return _cover(text, kind, marks)


def _marked_level(text: str, line: Line) -> int:
    """The level (1-6) of a line that the file marks as a heading, by a block or by hashes; 0 of any other."""
    if line.block is not None:
        return line.block.level if line.block.kind == "heading" else 0
    match = _HASHES.match(text, line.start)
    return len(match["hashes"]) if match else 0


def _belongs_to_a_job(mark: tuple[int, str, str, int], before: list[tuple[int, str, str, int]]) -> bool:
    in_a_job = bool(before) and before[-1][1] in {"experience", "projects"}
    return mark[1] == "other" or (mark[1] == "skills" and in_a_job and _clean(mark[2]) in _LABELS)


def _run_in(piece: str, offset: int, kind: Kind) -> list[tuple[int, str, str, int]]:
    """Headings inside a long line, where a page's lines were run together: a clause that ends with a colon, or a known phrase of
    several words, with capitals, before a capital."""
    text = plain(piece)
    found = {start: (words, section) for start, words, section in (*_titles(text, kind), *_clauses(text, kind))}
    return [(offset + start, section, words, 0) for start, (words, section) in sorted(found.items())]


def _titles(text: str, kind: Kind) -> Iterator[tuple[int, str, str]]:
    """Known phrases of several words that no sentence begins with."""
    headings = _headings(kind)
    end = 0
    for opening in _CAPITAL.finditer(text):
        start = opening.start()
        first = _WORD.match(text, start)
        if start < end or first is None or _clean(first[0]).partition(" ")[0] not in headings.first:
            continue
        words = list(_WORD.finditer(text, start, start + MAX_HEADING))[: headings.longest]
        for count in range(len(words), 0 if start == 0 else 1, -1):
            stop = words[count - 1].end()
            cleaned = _clean(text[start:stop])
            if len(cleaned) < 5 and count == 1:
                continue
            if cleaned in headings.exact and cleaned.split()[0] not in _SENTENCE_STARTS and _BEFORE_CAPITAL.match(text, stop):
                end = stop
                yield start, text[start:stop], headings.exact[cleaned]
                break


def _clauses(text: str, kind: Kind) -> Iterator[tuple[int, str, str]]:
    """Clauses that end with a colon; each begins at the nearest capital from which on it is a heading."""
    end = 0
    for colon in _COLON.finditer(text):
        begin = max(end, colon.start() - MAX_CLAUSE)
        stops = list(_STOP.finditer(text, begin, colon.start()))
        begin = stops[-1].end() if stops else begin
        openings = list(_CAPITAL.finditer(text, begin, colon.start()))
        whole = [one for one in openings if _clean(text[one.start() : colon.start()]) in _headings(kind).exact]
        for opening in whole[:1] or reversed(openings):  # "What We Offer:" is no "Offer:"
            words = text[opening.start() : colon.start()]
            section = heading_kind(words, kind)
            if section:
                yield opening.start(), words, section
                break
        end = colon.end()


def _is_title(piece: str, line: Line) -> bool:
    """A numbered, dotted or emoji-led line may be a heading; a plain bullet is an item."""
    return not re.match(r"\s*[-*+•·]\s", piece) or line.gap


def _inline_heading(piece: str, gap: bool, kind: Kind, current: str) -> str | None:
    """A heading with its content on the same line: `Technical skills: Python, Go`.

    "Languages: Python" is no section of its own, and "Environment: Java, Oracle" inside a job belongs to the job.
    """
    match = _INLINE.match(piece)
    if match is None:
        return None
    found = _headings(kind).exact.get(_clean(match["head"]))
    if found is None and kind == "posting" and match["end"] == ":":
        found = heading_kind(match["head"], kind)
    of_a_job = current in {"experience", "projects"} and (not gap or _clean(match["head"]) in _LABELS)
    return None if found == "other" or (found == "skills" and of_a_job) else found


def _looks_like_heading(piece: str, line: Line, following: list[Line]) -> bool:
    words = piece.split()
    if piece.rstrip().endswith(":") and len(piece) <= MAX_CLAUSE and not BULLET.match(piece):
        return True
    if len(piece) > MAX_HEADING or len(words) > 8 or piece.rstrip().endswith((",", ";", ".")):
        return False
    if piece.rstrip().endswith((":", "?")) or (BULLET.match(piece) and piece.lstrip().startswith("#")):
        return True
    letters = [char for char in piece if char.isalpha()]
    if letters and all(char.isupper() for char in letters) and len(letters) > 3:
        return True
    underlined = bool(following) and following[0].start - line.end <= 2
    many = 8 if underlined and following[0].bullet else 5
    return bool(line.gap and underlined and len(words) <= many and words[0][:1].isupper() and "," not in piece)


def _cover(text: str, kind: Kind, marks: list[tuple[int, str, str, int]]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if not marks or marks[0][0] > 0:
        end = marks[0][0] if marks else len(text)
        sections.append(Section(OPENING[kind], 0, end))
    for index, (start, found, heading, _) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        sections.append(Section(found, start, end, heading.strip()))
    return tuple(sections)
