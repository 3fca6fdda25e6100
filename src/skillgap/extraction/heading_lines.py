"""The heading with which a line begins: the whole line is one (`Requirements`), or its content follows (`Skills: Python, Go`).

In: a line (plain) and how the file marks it. Out: the kind of section that it opens (`headings` tells what the words mean), and
whether it speaks of its own line only. Headings further inside a line are for `run_in`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from skillgap.extraction.headings import OF_ANYTHING, cleaned, heading_kind, headings
from skillgap.extraction.marks import SIGNS
from skillgap.extraction.run_in import MAX_CLAUSE, MAX_HEADING, SMALL_WORD
from skillgap.extraction.units import BULLET, Line, begins_item
from skillgap.extraction.wraps import leads_on
from skillgap.model import Kind

LABELS = frozenset(
    {"environment", "technologies", "technologies used", "tech stack", "stack", "tech", "tools", "tools and technologies"}
    | {"technologien", "technologie", "tecnologías", "tecnologias", "tecnologie", "technologieën", "environnement technique"}
)
"""What the tools of a single job may be headed with."""
BRIEF = frozenset({"negated", "wanted"})
"""Sections of a résumé that are wrong about whatever else falls into them: what is denied, and what is only wished for."""
_STOPS = ".,;"
"""Ends of sentences and their parts: in lower case such a line is the rest of one, "knowledge and experience."."""
_FRAME = "=*~_ -"
"""Signs that may stand around a heading: "== What we do =="."""
_PICTURES = "\u2600"
"""The first of the signs that are small pictures."""
_HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+\S")
_LEAD_IN = re.compile(r"\*\*(?P<head>[^*\n]{3,60}?)[.:]?\*\*[.:]?\s")
"""A heading in bold at the beginning of its paragraph."""
_INLINE = re.compile(r"^(?P<head>[^\n:|.;!?]{3,60}?)\s*(?P<end>:|\s[-–—]\s|\.{4,}|_{4,}|={4,}|-{4,})")
_SPOKEN = re.compile(r"(?P<head>[A-Z][^\n:|.;!?]*?\s[^\n:|.;!?]{2,50})[.?]\s+(?=[A-Z\d])")
"""A heading that is a sentence at the beginning of its paragraph: "What we hope you bring. About three years of Kotlin."."""
_DASHES = frozenset("-–—")
_PARTED = re.compile(r":|\s-\s|([._=-])\1{3}")
"""What parts a heading from its content; quick to look for."""
_PLAIN_BULLET = re.compile(rf"[-*+•·]\s(?!\s*[{SIGNS}])")
"""A sign of items; a heading with a sign of its own may stand behind one: "- ■ Must-have"."""
_TERMS = re.compile(
    r"[^:\n]{4,30}:\s*(?:open\s+to\b"
    r"|(?:permanent|(?:full|part)[- ]time|b2b|uop|contract(?:ing)?|freelance|remote|hybrid|on-?site)\b"
    r"(?:\s+(?:contract|employment|role|position|work))?\s*(?:$|[,;/(.+|]|(?:or|and|only|preferred|preferably|possible)\b))"
    r"(?!.*\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"[^:\n]{4,30}:[*_\s]*(?:(?:(?:more\s+than|over|about|approx\.?|~)\s*)?\d{1,2}(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|months?)\b"
    r"|(?:\[[^\[\]\n]*\]\(|<)?(?:https?://|www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|dev|io|org|me|app|page|site|tech|co|eu|uk|de|fr|nl|pl|in)"
    r"(?![\w.-]))[^\s|]*\s*(?:$|[|•·]))",
    re.IGNORECASE,
)
_VALUED = re.compile(r"[^:]+:\s+\S")
_PAY = re.compile(r"[^:]*\b(?:salary|compensation|pay|remuneration|rate)\b[^:]*:\s+\S", re.IGNORECASE)
"""A label that speaks of its own line only, since it has its value there: `Salary: 70-80k`."""
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?P<range>\s*(?:-|to\b))?")
_BESIDE = re.compile(r"\s*[|@·•]\s*|\s-\s|,\s|\s+at\s+")
"""What stands between a title, an employer and dates."""
_REMARK = re.compile(r"(?<=[A-Z])\s*\([^()A-Z]*,[^()A-Z]*\)$")
"""What a heading in capitals may have behind it in small letters, with commas: "SKILLS (self-rated, 1-5)"; no place."""
_LEGEND = re.compile(r"\s*(?:\([^()]*\d\s*=[^()]*\)|\[[^\[\]]*\])$")
"""What the numbers below a heading mean: `IT skills (1 = basics, 5 = expert)`, `Skills [years]`."""


class HeadingLine(NamedTuple):
    """A line in which a heading is looked for."""

    piece: str
    """Its text, without the legend behind a heading."""
    line: Line
    following: Line | None
    level: int
    """The level (1-6) of a heading that the file marks by a block or by hashes; 0 of any other line."""
    titled: bool
    """Whether it looks like a heading though a number or a sign opens it."""
    between: bool
    """Whether it looks like one only by standing between the items of two lists."""

    @property
    def marked(self) -> bool:
        """Whether the file marks it as a heading."""
        return self.level > 0 or (self.line.block is not None and self.line.block.kind == "heading")

    @property
    def heads_more(self) -> bool:
        """Whether it looks like a heading set off from what stands before, whatever its words mean; one word may be an item."""
        if (
            self.line.bullet
            or not self.line.gap
            or " " not in self.piece
            or not _looks_like_heading(self.piece, self.line, self.following)
        ):
            return False
        return self.piece.isupper() or (self.following is not None and not self.following.gap)


def heading_line(plain: str, lines: Sequence[Line], index: int, level: int) -> HeadingLine:
    """Line `index` as headings are looked for."""
    line = lines[index]
    piece = plain[line.start : line.end]
    if piece[-1] == "]" or (piece[-1] == ")" and "=" in piece):
        piece = _LEGEND.sub("", piece) or piece
    following = lines[index + 1] if index + 1 < len(lines) else None
    titled = _is_numbered_title(piece) or _is_banner(plain, lines[index : index + 3])
    return HeadingLine(piece, line, following, level, titled, _parts_items(plain, lines, index))


def marked_level(text: str, line: Line) -> int:
    """The level (1-6) of a line that the file marks as a heading, by a block or by hashes; 0 of any other."""
    if line.block is not None:
        return line.block.level if line.block.kind == "heading" else 0
    match = _HASHES.match(text, line.start) if text[line.start] == "#" else None
    return len(match["hashes"]) if match else 0


def opened(seen: HeadingLine, kind: Kind, current: str) -> tuple[str | None, bool]:
    """The kind of section that a line opens at its beginning, or None; and whether its content stands behind the heading.

    `current` is the section before it.
    """
    piece, line = seen.piece, seen.line
    found = _whole(seen, kind)
    inline = found == "benefits" and kind == "posting" and _is_field(seen)
    if found is None and not line.bullet:
        lead_in = _LEAD_IN.match(piece) if kind == "posting" and piece[0] == "*" else None
        if lead_in:
            found = heading_kind(lead_in["head"], kind) or "other"
        else:
            found = _labelled(piece, line.gap, kind, current) or (_spoken(piece) if line.gap and kind == "posting" else None)
            inline = found is not None
    elif found is None and kind == "posting":
        found = _of_item(piece, current)
        inline = found is not None
    if found == "experience" and are_terms(piece):
        return None, False
    return found, inline


def are_terms(piece: str, start: int = 0) -> bool:
    """Whether somebody says how they work or would: `Employment: permanent or B2B` tells of no job."""
    return _TERMS.match(piece, start) is not None


def is_fact(piece: str, start: int = 0) -> bool:
    """Whether a label has no more behind it than years or an address: `Experience: 6 years`, `Portfolio: ann.dev`."""
    return _FACT.match(piece, start) is not None


def is_valued(piece: str) -> bool:
    """Whether a line is a label with its value."""
    return _VALUED.match(piece) is not None


def _whole(seen: HeadingLine, kind: Kind) -> str | None:
    """The kind of section that a line opens which is nothing but a heading."""
    piece, line, marked = seen.piece, seen.line, seen.marked
    if len(piece) > MAX_CLAUSE and not marked:
        return None
    looks = marked or seen.titled or _looks_like_heading(piece, line, seen.following) or (seen.between and kind == "posting")
    bullet = line.bullet and not marked and piece[0] != "#" and not seen.titled
    if not looks and piece[0].islower() and piece[-1] in _STOPS:
        return None
    found = heading_kind(piece, kind, looks and not bullet)
    brief = found in BRIEF and (bullet or not (looks or _stands_over(seen)))
    if kind == "resume" and found and (_dates_an_entry(piece, found) or brief):
        return None
    if found and bullet and piece[-1] not in ":?" and _PLAIN_BULLET.match(piece) and not line.gap:
        return None  # a numbered, dotted or emoji-led line may be a heading; below another line, a plain bullet is an item
    return found


def _stands_over(seen: HeadingLine) -> bool:
    """Whether a line that ends no sentence is set off from what stands before, and not from what follows."""
    following = seen.following
    alone = seen.line.gap and following is not None and not following.gap
    return alone and seen.piece[0].isupper() and seen.piece[-1] not in _STOPS


def names_an_entry(piece: str) -> bool:
    """Whether a line of a résumé says who was what where, whatever words are in the names: `Developer @ Tea Technologies`."""
    parts = [part for part in _BESIDE.split(piece) if part.strip()]
    return len(parts) > 1 and all(heading_kind(part, "resume", False) is None for part in parts)


def _dates_an_entry(piece: str, found: str) -> bool:
    """Whether a line that has a word of a heading is that of an entry: `Developer | Tea Technologies | 2018 - 2021`."""
    dates = _YEARS.search(piece)
    if dates is None or heading_kind(piece, "resume", False) is not None:
        return False
    return names_an_entry(piece) or (found == "skills" and dates["range"] is not None)


def is_pay(piece: str, start: int = 0) -> bool:
    """Whether what is paid stands behind its label: a field of one line, that heads nothing below."""
    return _PAY.match(piece, start) is not None


def _is_field(seen: HeadingLine) -> bool:
    """Whether a line that looks like a heading is all there is of what it names: `Salary: 70-80k`, `Benefits: a pension`."""
    if seen.marked or not is_valued(seen.piece):
        return False
    return is_pay(seen.piece) or (seen.following is not None and seen.following.gap)


def _labelled(piece: str, gap: bool, kind: Kind, current: str) -> str | None:
    """The kind of section of a heading with its content on the same line: `Technical skills: Python, Go`.

    "Languages: Python" is no section of its own, and "Environment: Java, Oracle" inside a job belongs to the job.
    """
    match = _INLINE.match(piece) if _PARTED.search(piece, 0, MAX_CLAUSE) else None
    if match is None:
        return None
    head = cleaned(match["head"])
    found = headings(kind).exact.get(head)
    if found is None and kind == "posting" and match["end"] == ":":
        found = heading_kind(match["head"], kind)
    of_a_job = current in {"experience", "projects"} and (not gap or head in LABELS)
    brief = kind == "resume" and found in BRIEF  # a label, and the cues know how far it reaches
    return None if found == "other" or brief or head in OF_ANYTHING or (found == "skills" and of_a_job) else found


def _spoken(piece: str) -> str | None:
    """The kind of section of a heading that ends like a sentence: `What we look for. Three years of Java.`."""
    match = _SPOKEN.match(piece) if piece[0].isupper() else None
    found = heading_kind(match["head"], "posting", False) if match else None
    return None if found == "other" else found


def _of_item(piece: str, current: str) -> str | None:
    """How an item asks for what stands behind its label: `- Nice to have - Kubernetes`, `- nice: Kubernetes, Helm`."""
    match = _INLINE.match(piece) if _PARTED.search(piece, 0, MAX_CLAUSE) else None
    if match is None or (match["end"] == ":" and current == "benefits"):
        return None
    if match["end"] == ":":
        found = heading_kind(match["head"], "posting", False)
        return found if found == "preferred" else None
    found = headings("posting").exact.get(cleaned(match["head"])) if match["end"].strip() in _DASHES else None
    return found if found in {"required", "preferred"} else None


def _is_numbered_title(piece: str) -> bool:
    """`3. PERSON SPECIFICATION - ESSENTIAL`: a number makes no item of a line in capitals."""
    return piece[0].isdigit() and piece.isupper() and len(piece) <= MAX_HEADING


def _is_banner(plain: str, lines: Sequence[Line]) -> bool:
    """`✨ Bonus XP`: the first of some lines has a sign of its own, above items that share another one."""
    line, items = lines[0], lines[1:]
    if not (line.bullet and line.gap and plain[line.start] >= _PICTURES and items):
        return False
    signs = {plain[item.start] for item in items if item is items[0] or not item.gap}
    short = line.end - line.start <= MAX_HEADING and plain[line.end - 1] not in ",;."
    return short and not items[0].gap and len(signs) == 1 and min(signs) >= _PICTURES and plain[line.start] not in signs


def _parts_items(plain: str, lines: Sequence[Line], index: int) -> bool:
    """`Required Skills`: a line in title case between the items of two lists, in a text without blank lines."""
    line = lines[index]
    if line.bullet or line.gap or not 0 < index < len(lines) - 1 or not (lines[index - 1].bullet and lines[index + 1].bullet):
        return False
    if line.end - line.start > MAX_HEADING or plain[line.end - 1] in ";.":
        return False
    piece = plain[line.start : line.end]
    if "," in piece or not all(word[0].isupper() for word in piece.split() if len(word) > SMALL_WORD):
        return False
    return not begins_item(plain, line.start) and not leads_on(plain, lines[index - 1], line)


def _looks_like_heading(piece: str, line: Line, following: Line | None) -> bool:
    if piece[-1] == ":" and len(piece) <= MAX_CLAUSE and not (line.bullet and BULLET.match(piece)):
        return True
    trails = piece.endswith("...") and following is not None and following.bullet
    if len(piece) > MAX_HEADING or (piece[-1] in ",;." and not trails):
        return False
    if piece[:2] == piece[-2:] == "**":
        piece = piece.strip("*")
    if piece.endswith(")"):
        piece = _REMARK.sub("", piece) or piece
    words = piece.strip(_FRAME).split()
    if not words or len(words) > 8:
        return False
    if piece[-1] in ":?" or piece[0] == "#":
        return True
    if piece.isupper() and sum(map(str.isalpha, piece)) > 3:
        return True
    many = 8 if following is not None and following.bullet else 5
    return line.gap and following is not None and len(words) <= many and piece[0].isupper() and "," not in piece
