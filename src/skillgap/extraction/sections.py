"""Finds the sections of a résumé or posting by their headings (`headings`).

In: text, kind of document, lines. Out: sections in order, which cover the text from end to end. A heading nobody knows breaks
nothing: deeper than the last known one it belongs to that section; on the same level it opens an `other` one.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from skillgap.extraction.headings import SECOND, cleaned, heading_kind, headings
from skillgap.extraction.marks import ENDING
from skillgap.extraction.run_in import MAX_CLAUSE, MAX_HEADING, run_in
from skillgap.extraction.units import BULLET, Line
from skillgap.extraction.wraps import goes_on
from skillgap.model import Kind, Section

_LABELS = frozenset(
    {"environment", "technologies", "technologies used", "tech stack", "stack", "tech", "tools", "tools and technologies"}
)
"""What the tools of a single job may be headed with."""
_PICTURES = "\u2600"
"""The first of the signs that are small pictures."""
_QUESTIONS = 3
"""So many short questions on lines of their own make a posting of questions and answers."""
_BRIEF = frozenset({"negated", "wanted"})
"""Sections of a résumé that are wrong about whatever else falls into them: what is denied, and what is only wished for."""
_GLUED = re.compile(r"[a-z][A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$")
"""A heading glued to the end of a line: `8 monthsCompany Details`."""
_HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+\S")
_LEAD_IN = re.compile(r"\*\*(?P<head>[^*\n]{3,60}?)[.:]?\*\*[.:]?\s")
"""A heading in bold at the beginning of its paragraph."""
_LIST_BEHIND = re.compile(rf":?\s*[*{ENDING}-]\s")
"""Behind a heading, the first of several items."""
_INLINE = re.compile(r"^(?P<head>[^\n:|.;!?]{3,60}?)\s*(?P<end>:|\s[-–—]\s|\.{4,}|_{4,}|={4,}|-{4,})")
_PARTED = re.compile(r":|\s-\s|([._=-])\1{3}")
"""What parts a heading from its content; quick to look for."""
_TERMS = re.compile(
    r"[^:\n]{4,30}:\s*(?:open\s+to\b"
    r"|(?:permanent|(?:full|part)[- ]time|b2b|uop|contract(?:ing)?|freelance|remote|hybrid|on-?site)\b"
    r"(?:\s+(?:contract|employment|role|position|work))?\s*(?:$|[,;/(.+|]|(?:or|and|only|preferred|preferably|possible)\b))"
    r"(?!.*\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""The terms on which somebody works or would: `Employment: permanent or B2B` tells of no job."""
_LEGEND = re.compile(r"\s*\([^()]*\d\s*=[^()]*\)$")
"""What the numbers below a heading mean: `IT skills (1 = basics, 5 = expert)`."""
_ASKING = frozenset({"required", "preferred", "negated", SECOND})
OPENING: dict[Kind, str] = {"posting": "opening", "resume": "summary"}
"""What the text before the first heading is."""


class _Mark(NamedTuple):
    """Where a section begins: its kind, its heading `[start, end)`, and the level of the heading (0 if it has none)."""

    start: int
    kind: str
    end: int
    level: int


def find_sections(text: str, plain: str, kind: Kind, lines: list[Line], rows: Container[int] = ()) -> tuple[Section, ...]:
    """The sections of a text; see the module. `plain` is the text with typographic characters as plain ones; at `rows` begin the
    lines of tables that say themselves what they ask, which are items and head nothing."""
    marks: list[_Mark] = []
    levels = [_marked_level(text, line) for line in lines]
    several = sum(level > 0 for level in levels) > 1
    questions = kind == "posting" and sum(_is_question(plain, line) for line in lines) >= _QUESTIONS
    depth = 0
    bullets = 0
    lasting = OPENING[kind]
    held = False
    for index, line in enumerate(lines):
        if line.start in rows:
            bullets += 1
            continue
        piece = plain[line.start : line.end]
        if piece[-1] == ")" and "=" in piece:
            piece = _LEGEND.sub("", piece) or piece
        following = lines[index + 1] if index + 1 < len(lines) else None
        level = levels[index]
        marked = level > 0 or (line.block is not None and line.block.kind == "heading")
        titled = _is_numbered_title(piece) or _is_banner(plain, lines[index : index + 3])
        found = None
        inline = False
        if len(piece) <= MAX_CLAUSE or marked:
            looks = marked or titled or _looks_like_heading(piece, line, following)
            bullet = line.bullet and not marked and piece[0] != "#" and not titled
            found = heading_kind(piece, kind, looks and not bullet)
            if found in _BRIEF and kind == "resume" and (bullet or not looks):
                found = None
            if found and bullet and piece[-1] not in ":?" and not _is_title(text[line.start : line.end], line):
                found = None
        lead_in = _LEAD_IN.match(piece) if found is None and kind == "posting" and not line.bullet and piece[0] == "*" else None
        if lead_in:
            found = heading_kind(lead_in["head"], kind) or "other"
        elif found is None and not line.bullet:
            found = _inline_heading(piece, line.gap, kind, marks[-1].kind if marks else OPENING[kind])
            inline = found is not None
        if found == "experience" and _TERMS.match(piece):
            found, inline = None, False
        bullets = 0 if found and not inline else bullets + line.bullet
        if found:
            marks.append(_Mark(line.start, found, line.end, level))
            depth = level or depth
        elif questions and _is_question(plain, line):
            marks.append(_Mark(line.start, "other", line.end, 0))
        elif kind == "posting" and bullets and line.gap and not line.bullet and _is_prose(piece) and _asks(marks):
            if not goes_on(text, lines[index - 1], line):  # it is no answer to a question
                marks.append(_Mark(line.start, "other", line.start, 0))
        elif marked and level and level <= depth and several:
            marks.append(_Mark(line.start, "other", line.end, level))
        elif kind == "resume" and line.gap and not line.bullet and _is_over(marks, lines[index - 1]):
            marks.append(_Mark(line.start, "other", line.start, 0))
        if not (marked or titled) and (len(piece) > MAX_HEADING or ". " in piece or _GLUED.search(piece)):
            inside = _inside(piece, line, kind, bool(found))
            if kind == "resume":
                # "• Technologies: Python, Django" among the items of a job belongs to it
                inside = [] if line.bullet else [mark for mark in inside if not _belongs_to_a_job(mark, marks, plain)]
            marks.extend(inside)
            if inside:
                inline = _ends_with_its_line(inside[-1], piece, line, inline)
        inline = inline or (held and marks[-1].start < line.start)
        held = inline and following is not None and goes_on(text, line, following)
        if inline and not held and kind == "posting" and following and (line.bullet or not following.bullet):
            # "Good to have: Angular" speaks of its own line; what follows belongs to the section around it
            if not _tells_on(marks[-1], piece, plain[following.start : following.end], following):
                marks.append(_Mark(following.start, lasting, following.start, 0))
        elif marks and not inline:
            lasting = marks[-1].kind
    return _cover(text, kind, _in_turn(marks))


def _in_turn(marks: list[_Mark]) -> list[_Mark]:
    """The marks, those of kind `SECOND` as what is preferred behind what is required, and else as what is required."""
    first = next((mark.kind for mark in marks if mark.kind in {SECOND, "required"}), SECOND)
    second = "preferred" if first == "required" else "required"
    return [mark._replace(kind=second) if mark.kind == SECOND else mark for mark in marks]


def _is_over(marks: list[_Mark], before: Line) -> bool:
    """Whether what a résumé denies or wishes for ends at a blank line: nobody means all that follows, whatever it is."""
    return bool(marks) and marks[-1].kind in _BRIEF and marks[-1].level == 0 and before.start > marks[-1].start


def _is_question(plain: str, line: Line) -> bool:
    """Whether a line is a short question that stands for itself, as headings do in a posting of questions and answers."""
    return line.gap and not line.bullet and plain[line.end - 1] == "?" and line.end - line.start <= MAX_HEADING


def _is_numbered_title(piece: str) -> bool:
    """`3. PERSON SPECIFICATION - ESSENTIAL`: a number makes no item of a line in capitals."""
    return piece[0].isdigit() and piece.isupper() and len(piece) <= MAX_HEADING


def _is_banner(plain: str, lines: list[Line]) -> bool:
    """`✨ Bonus XP`: the first of some lines has a sign of its own, above items that share another one."""
    line, items = lines[0], lines[1:]
    if not (line.bullet and line.gap and plain[line.start] >= _PICTURES and items):
        return False
    signs = {plain[item.start] for item in items if item is items[0] or not item.gap}
    short = line.end - line.start <= MAX_HEADING and plain[line.end - 1] not in ",;."
    return short and not items[0].gap and len(signs) == 1 and min(signs) >= _PICTURES and plain[line.start] not in signs


def _is_prose(piece: str) -> bool:
    return len(piece) > MAX_HEADING or piece[-1] == "."


def _asks(marks: list[_Mark]) -> bool:
    return bool(marks) and marks[-1].kind in _ASKING


def _marked_level(text: str, line: Line) -> int:
    """The level (1-6) of a line that the file marks as a heading, by a block or by hashes; 0 of any other."""
    if line.block is not None:
        return line.block.level if line.block.kind == "heading" else 0
    match = _HASHES.match(text, line.start) if text[line.start] == "#" else None
    return len(match["hashes"]) if match else 0


def _ends_with_its_line(last: _Mark, piece: str, line: Line, inline: bool) -> bool:
    """Whether the last heading inside a line speaks of that line only. `inline`: whether the line begins with one that does."""
    if line.bullet:
        return inline or not _LIST_BEHIND.match(piece, last.end - line.start)
    return inline and last.kind in _ASKING


def _inside(piece: str, line: Line, kind: Kind, headed: bool) -> list[_Mark]:
    """The headings inside a line; `headed`: the one that it begins with is known."""
    found = run_in(piece, kind)
    if kind == "resume":
        terms = {start for start, _, section in found if section == "experience" and _TERMS.match(piece, start)}
        found = [each for each in found if each[0] not in terms and each[2] not in _BRIEF]
    marks = (_Mark(line.start + start, section, line.start + end, 0) for start, end, section in found)
    return [mark for mark in marks if not (headed and mark.start == line.start)]


def _tells_on(last: _Mark, piece: str, following: str, line: Line) -> bool:
    """Whether what the company says of itself on one line goes on in the next: "Company description: We make money."."""
    return last.kind == "about" and piece[-1] == "." and not line.bullet and not line.gap and following[-1] == "."


def _belongs_to_a_job(mark: _Mark, before: list[_Mark], plain: str) -> bool:
    in_a_job = bool(before) and before[-1].kind in {"experience", "projects"}
    return mark.kind == "other" or (mark.kind == "skills" and in_a_job and cleaned(plain[mark.start : mark.end]) in _LABELS)


def _is_title(piece: str, line: Line) -> bool:
    """A numbered, dotted or emoji-led line may be a heading; a plain bullet is an item."""
    return not re.match(r"\s*[-*+•·]\s", piece) or line.gap


def _inline_heading(piece: str, gap: bool, kind: Kind, current: str) -> str | None:
    """A heading with its content on the same line: `Technical skills: Python, Go`.

    "Languages: Python" is no section of its own, and "Environment: Java, Oracle" inside a job belongs to the job.
    """
    match = _INLINE.match(piece) if _PARTED.search(piece, 0, MAX_CLAUSE) else None
    if match is None:
        return None
    head = cleaned(match["head"])
    found = headings(kind).exact.get(head)
    if found is None and kind == "posting" and match["end"] == ":":
        found = heading_kind(match["head"], kind)
    of_a_job = current in {"experience", "projects"} and (not gap or head in _LABELS)
    brief = kind == "resume" and found in _BRIEF  # a label, and the cues know how far it reaches
    return None if found == "other" or brief or (found == "skills" and of_a_job) else found


def _looks_like_heading(piece: str, line: Line, following: Line | None) -> bool:
    if piece[-1] == ":" and len(piece) <= MAX_CLAUSE and not (line.bullet and BULLET.match(piece)):
        return True
    if len(piece) > MAX_HEADING or piece[-1] in ",;.":
        return False
    words = piece.split()
    if len(words) > 8:
        return False
    if piece[-1] in ":?" or piece[0] == "#":
        return True
    if piece.isupper() and sum(map(str.isalpha, piece)) > 3:
        return True
    underlined = following is not None and following.start - line.end <= 2
    many = 8 if following is not None and underlined and following.bullet else 5
    return line.gap and underlined and len(words) <= many and piece[0].isupper() and "," not in piece


def _cover(text: str, kind: Kind, marks: list[_Mark]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if not marks or marks[0].start > 0:
        end = marks[0].start if marks else len(text)
        sections.append(Section(OPENING[kind], 0, end))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start if index + 1 < len(marks) else len(text)
        sections.append(Section(mark.kind, mark.start, end, text[mark.start : mark.end].strip()))
    return tuple(sections)
