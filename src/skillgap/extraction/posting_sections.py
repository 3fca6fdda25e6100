"""What only postings have: a title above all headings, questions and answers, several roles, prose behind lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from skillgap.extraction.heading_lines import HeadingLine
from skillgap.extraction.headings import LEGACY, MAY, PART, SHOULD, cleaned, heading_kind, headings
from skillgap.extraction.roles import needs_at, roles_of
from skillgap.extraction.run_in import MAX_HEADING, asks, asks_apart
from skillgap.extraction.section_walk import ASKING, OPENING, Mark, SectionWalk, ends_a_heading
from skillgap.extraction.spelt import pattern, spelt
from skillgap.extraction.units import Line, begins_item, behind_bullet, is_counted
from skillgap.extraction.wraps import goes_on

_QUESTIONS = 3
"""So many short questions on lines of their own make a posting of questions and answers."""
_TELLS = re.compile(r"(?=.*\b(?:you|we|our|your|this|is|are|will|has)\b)(?:[^\s:]+\s+){7}.*\.(?:\s|$)", re.IGNORECASE)
"""A sentence, not a list of names."""
_MANY = 3
"""A list of what is required has so many items."""
_MUST = re.compile(r"\bmust\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
"""Between two sentences."""
_OF_A_COMPANY = re.compile(
    r"Our(?: (?!(?:ideal|new|next|for|in|to|with)\b)[\w/&-]+){0,3} (?:team|company|group|department|business|people|firm)\b"
    r"(?! (?:members?|mates?|needs?|expects?|wants?|seeks?|requires?|looks|is (?:looking|searching|seeking))\b)"
    r"|Join (?:us|our)\b|We are (?:an?|the|one of)\b|At [^\s,]+,? we\b"
)
"""Begins what a company says of itself, even right below its list."""
_GIVING = frozenset({"benefits", "process"})
"""Sections that ask for nothing, and may be over where something is asked."""
_LEARNED = re.compile(r"\b(?:training|trained|course|courses|certified|learn\w*|grow|growth|workshops?|quiz)\b", re.IGNORECASE)
"""Tells what somebody is taught."""
_BETWEEN = re.compile(r"[,;|·•/]|\([^()]*\)")
"""Between the names of a field, and what explains one."""
_GIVEN = re.compile(r"(?:You|Benefits|Ability)\b")
"""Begins what is given as well: "You have 30 days off", "Ability to work from home"."""
_SUM = re.compile(r"[$€£¥]\s?\d|\d\s?[$€£¥kK]\b|\d\s?€|\b(?:EUR|USD|GBP|CHF|PLN)\b")
_OF_US = re.compile(
    r"(?:We|Our (?!ideal|new|next)(?:[\w-]+ ){1,3}?)\s?"
    r"(?:(?:['’]re|are|is)(?! (?:looking|searching|seeking|after|hoping|interested)\b)"
    r"|work|works|use|uses|run|runs|build|builds|develop|develops|host|hosts|deploy|deploys|follow|follows|plan|have)\b"
)
"""Begins what a company says of how it works, below words that nobody knows: "Our process", "We work by SAFe"."""
_DENYING = frozenset({"negated", "unwanted"})
"""Sections that are over at a heading nobody knows: what it heads would be read the wrong way round."""
_PROSE = frozenset({"opening", "about", "other", "stack"})
"""Sections in which a paragraph may say what one of several roles needs."""


class PostingWalk(SectionWalk):
    """The walk through a posting."""

    kind = "posting"

    def __init__(self, text: str, plain: str, lines: list[Line]) -> None:
        super().__init__(text, plain, lines)
        self._title = _title_at(self._levels)
        self._questions = sum(_is_question(plain, line) for line in lines) >= _QUESTIONS
        self._roles = roles_of(plain[lines[0].start : lines[0].end]) if lines else ()

    def _heads_nothing(self, index: int, seen: HeadingLine, found: str) -> bool:
        """The title of a whole posting heads nothing: "# We need another Kotlin person" asks for nobody who stands below it."""
        return index == self._title and heading_kind(seen.piece, self.kind, False) is None

    def _open(self, index: int, seen: HeadingLine, found: str, inline: bool) -> None:
        if found == "stack" and self._tells(index, inline):
            found = OPENING[self.kind]
        elif found == "required" and inline and self._repeats(index):
            found = "stack"
        super()._open(index, seen, found, inline)

    def _go_on(self, index: int, seen: HeadingLine, current: str) -> bool:
        place = needs_at(seen.piece, self._roles) if current in _PROSE else None
        if place is not None:
            self._mark(seen.line.start + place, "required", seen.line.start + place)
            return True
        line = seen.line
        if self._questions and _is_question(self._plain, line):
            self._mark(line.start, "other", line.end)
        elif self._is_prose_behind_items(index, seen):
            if not goes_on(self._text, self._lines[index - 1], line):  # it is no answer to a question
                self._mark(line.start, "other", line.start)
        elif current == "required" and self._heads_another_list(seen):
            self._mark(line.start, "preferred", line.end)
        elif self._asks_behind_tools(seen) or (current in _GIVING and self._is_behind_benefits(index, seen)):
            self._mark(line.start, "other", line.start)
        elif current in _DENYING and seen.heads_more and self._lines[index - 1].start != self.marks[-1].start:
            self._mark(line.start, "other", line.end)
        else:
            return super()._go_on(index, seen, current)
        return False

    def _inside(self, seen: HeadingLine, headed: bool) -> list[Mark]:
        """The headings inside a line; one that denies, in the middle of a paragraph, speaks of its own sentence only."""
        found = super()._inside(seen, headed)
        if not found or _DENYING.isdisjoint(mark.kind for mark in found):
            return found
        result: list[Mark] = []
        for mark, stop in zip(found, [*(mark.start for mark in found[1:]), seen.line.end], strict=True):
            result.append(mark)
            over = _SENTENCE.search(self._plain, mark.end, stop) if mark.kind in _DENYING else None
            if over is not None and not seen.line.bullet and mark.start > seen.line.start:
                result.append(Mark(over.end(), "other", over.end(), 0))
        return result

    def _told(self, kind: str, level: int = 0) -> str:
        """The kind of section that a heading opens here: a part of the stack right below one, no must behind what "must", a
        label among what is asked."""
        last = self.marks[-1] if self.marks else None
        if kind in {SHOULD, MAY} and self._behind_must():
            return "preferred"
        if kind == SHOULD:
            return "required"
        if kind == MAY:
            return last.kind if last else OPENING[self.kind]
        if kind not in {LEGACY, PART}:
            return kind
        inside = last.kind if last and not 0 < level <= last.level else None
        if kind == LEGACY:
            return inside if inside in {"required", "preferred"} else "about"
        return "stack" if inside == "stack" else "required"

    def _behind_must(self) -> bool:
        """Whether the last heading is one of what is required, and says "must"."""
        last = next((mark for mark in reversed(self.marks) if not ends_a_heading(mark)), None)
        return last is not None and last.kind == "required" and _MUST.search(self._plain, last.start, last.end) is not None

    def _tells(self, index: int, inline: bool) -> bool:
        """Whether sentences on the work stand below "Environment" or behind it, and no names of what is used."""
        line = self._lines[index]
        behind = self._plain[line.start : line.end].partition(":")[2]
        if self._label(line) != "environment":
            return False
        if not inline and index + 1 < len(self._lines):
            behind = self._plain[self._lines[index + 1].start : self._lines[index + 1].end]
        return _TELLS.match(behind.strip()) is not None

    def _repeats(self, index: int) -> bool:
        """Whether a label of skills is one of the fields below a posting, in which its board repeats what was asked above."""
        line, asked = self._lines[index], any(mark.kind in ASKING for mark in self.marks)
        if not asked or self._label(line) not in spelt("keywordfields"):
            return False
        above = self._plain[: line.start].lower()
        names = [
            name
            for each in _BETWEEN.split(self._plain[line.start : line.end].partition(":")[2].lower())
            if (name := each.strip())
        ]
        if 2 * sum(name in above for name in names) <= len(names):
            return False  # it says more than what stands above
        beside = [self._lines[index - 1]] if index and not line.gap else []
        beside += [each for each in self._lines[index + 1 : index + 2] if not each.gap]
        return any(headings(self.kind).exact.get(self._label(each)) == OPENING[self.kind] for each in beside)

    def _label(self, line: Line) -> str:
        """What stands before the colon of a line, as headings are looked up."""
        return cleaned(self._plain[line.start : line.end].partition(":")[0])

    def _is_prose_behind_items(self, index: int, seen: HeadingLine) -> bool:
        """Whether a posting speaks of something else than what it asked in a list: in a paragraph behind its items."""
        if not self.items or seen.line.bullet:
            return False
        if seen.heads_more and seen.following is not None and _OF_US.match(self._plain, seen.following.start):
            return not any(line.bullet for line in self._lines[index + 1 : index + 3])
        bullets = seen.following is not None and seen.following.bullet
        if not seen.line.gap and (bullets or not _OF_A_COMPANY.match(seen.piece)):
            return False
        current = self.marks[-1].kind if self.marks else ""
        prose = len(seen.piece) > MAX_HEADING or seen.piece[-1] == "." or current == "unwanted"  # nobody means what comes next
        return prose and current in ASKING

    def _heads_another_list(self, seen: HeadingLine) -> bool:
        """Whether words that nobody knows head a list of their own behind one of what is required, and only say what might be:
        "What would speak for you". All others ("Databases:", "You need as well:", "You are at home in:") go on with it."""
        if self.items < _MANY or not seen.heads_more or seen.following is None or not seen.following.bullet:
            return False
        return _might().search(seen.piece) is not None and not _asks().search(seen.piece)

    def _asks_behind_tools(self, seen: HeadingLine) -> bool:
        """Whether a posting asks for something in a paragraph behind what it works with: no heading has to part the two."""
        if seen.line.bullet or not seen.line.gap:
            return False
        return bool(self.marks) and self.marks[-1].kind == "stack" and asks_apart(seen.piece)

    def _is_behind_benefits(self, index: int, seen: HeadingLine) -> bool:
        """Whether something else begins behind what is given: what stands behind a sum, a paragraph that asks, or words that
        nobody knows above a list in which something is asked."""
        if seen.line.bullet or not seen.line.gap:
            return False
        lines = self._lines
        if index > 1 and lines[index - 2].start == self.marks[-1].start and not lines[index - 1].gap:
            line = lines[index - 1]
            if not line.bullet and _SUM.search(self._plain, line.start, line.end):
                return True
        below = takewhile(lambda line: not line.gap, lines[index + 1 : index + 1 + _MANY]) if seen.heads_more else ()
        return not _LEARNED.search(seen.piece) and any(self._asks(line) for line in (seen.line, *below))

    def _asks(self, line: Line) -> bool:
        """Whether a line asks for something, and does not tell what is given."""
        said = self._plain[behind_bullet(self._plain, line.start) : line.end]
        given = self.marks[-1].kind == "benefits" and _GIVEN.match(said)
        return not _LEARNED.search(said) and ((begins_item(said, 0) and not given) or asks(said))

    def _go_back(self, seen: HeadingLine, following: Line) -> None:
        below = following.bullet or is_counted(self._text, seen.line.start, seen.line.end)
        lists = below and not seen.line.bullet and not ends_a_heading(self.marks[-1])
        if lists or self._tells_on(seen.piece, following):
            return
        given = self.marks[-1].kind == "benefits" and self._lasting in ASKING  # "Salary: 70k", and what else is given
        self._mark(following.start, "other" if given else self._lasting, following.start)

    def _tells_on(self, piece: str, following: Line) -> bool:
        """Whether what the company says of itself on one line goes on in the next: "Company description: We make money."."""
        if self.marks[-1].kind != "about" or piece[-1] != "." or following.bullet or following.gap:
            return False
        return self._plain[following.end - 1] == "."


@cache
def _might() -> re.Pattern[str]:
    """Says of what stands below that nothing depends on it ..."""
    return re.compile(rf"(?:\b{pattern('mightbe')}|\w['’]d)\b", re.IGNORECASE)


@cache
def _asks() -> re.Pattern[str]:
    """... unless it asks all the same: "It would break us if you did not have"."""
    return re.compile(rf"\b{pattern('asksnonetheless')}\b", re.IGNORECASE)


def _title_at(levels: Sequence[int]) -> int | None:
    """The line of the title of a whole posting: its first heading, above others of which none is as high."""
    first = next((index for index, level in enumerate(levels) if level), None)
    return first if first is not None and levels[first] == 1 and levels.count(1) == 1 and max(levels) > 1 else None


def _is_question(plain: str, line: Line) -> bool:
    """Whether a line is a short question that stands for itself, as headings do in a posting of questions and answers."""
    return line.gap and not line.bullet and plain[line.end - 1] == "?" and line.end - line.start <= MAX_HEADING
