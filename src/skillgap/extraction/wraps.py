"""Joins wrapped lines to the stretches in which sentences run on. A blank line, a bullet or a heading ends a stretch.

In: the lines of a text. Out: stretches in order. Whether a line goes on in the next is told by its width, by the words on both
sides of the break, and by the blocks that the format marks.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from skillgap.extraction.data import wordings
from skillgap.extraction.patterns import either
from skillgap.extraction.units import ANSWER, ASKS_ANEW, LEADING, Line, behind_bullet, is_counted, is_open

_QUESTION = 160
"""A question is no longer (characters)."""
_BOLD = "*_ "
"""Signs of bold letters that may stand behind a question."""
WRAP_WIDTH = 60
"""A line at least this long may go on in the next (characters)."""
_NARROW = 40
"""A text in narrow lines is hardly narrower: so far into its page a line ends that was full (characters)."""
_PAGE = 200
"""No line begins further in (characters)."""
_FINAL = ".!?:|;"
"""Behind one of these no line goes on."""
_JOINING = frozenset(
    {
        "and",
        "or",
        "nor",
        "with",
        "of",
        "in",
        "by",
        "for",
        "from",
        "to",
        "on",
        "at",
        "as",
        "than",
        "that",
        "which",
        "who",
        "whose",
        "since",
        "until",
    }
)
"""Words in lower case with which hardly a line of its own begins."""
_LEADING = frozenset({*LEADING, "on", "by", "from", "used", "using"})
"""Words with which a full line goes on in the next, and an item of any width below its bullet."""
_DANGLING = frozenset({"and", "nor", "no", "the", "an", "of"})
"""Words in lower case with which no line ends that is all ..."""
_DANGLING_WIDTH = 6
"""... and more characters than they have."""
_OPENERS = frozenset(
    {"ability", "advanced", "basic", "deep", "degree", "excellent", "experience", "experienced", "familiar", "familiarity"}
    | {"fluent", "good", "knowledge", "never", "no", "not", "proficiency", "proficient", "proven", "skills", "solid", "strong"}
    | {"understanding", "very", "we", "willing", "willingness", "working", "years", "you"}
)
"""Words with which items begin in lower case too, though a line was full."""
_NAME = 3
"""A name has hardly more words."""
_AROUND = 1500
"""So much of the text (characters) before and behind a line is looked at for the paragraph in which it stands."""
_FEW = 3
"""So few lines do not show whether they are items ..."""
_EARLY = 0.6
"""... some of which end before this share of the longest."""
_BELOW = 8
"""So many lines show whether a text was wrapped."""
_LISTS = re.compile(r"[,:]|\band\b", re.IGNORECASE)
"""In a line that is more than a name."""
_JUDGED_WIDTH = 40
"""No such end is longer (characters)."""
_NUMBER = re.compile(r"(?P<kind>[A-Za-z]{1,3}[ .-]?)(?P<at>\d{1,2})[.):]?\s")
"""Letters and a number that open an item."""
_FIRST_WORD = re.compile(r"[^\s,;:]+")
_LABEL = re.compile(r"[^\W\d_][\w-]*(?: [\w-]+)?: ")
"""A line under another one that begins so too is one of a list with labels: "fluent: PHP, Go", "never: Java"."""
_OWN_LINE = re.compile(r"[^\s:]+(?:(?: [^\s:]+){0,3}:| [-–—])\s|.*\S(?:[ ]{2,}|[ ]*\t)\S")
"""A line that begins with a label or has columns: it goes on from no other."""


def goes_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence may run from one line into the next."""
    of_a_list = line.bullet and following.gap and not line.gap
    if not (following.bullet or of_a_list) and _asks(text, line) and ANSWER.match(text, following.start):
        return True
    if (following.bullet or not following.gap) and is_open(text, line.start, line.end):
        return line.block is None or following.block is None or line.block.kind == following.block.kind != "heading"
    if following.gap or following.bullet:
        return False
    if line.block is not None or following.block is not None:
        return line.block is following.block and line.block is not None and line.block.kind != "heading"
    last = text[line.end - 1]
    if last in _FINAL:
        return False
    first = text[following.start]
    if first == "(" and line.bullet and _column(text, following) > _column(text, line):
        return True
    width = line.end - line.start
    if last in ",(/&-" or first in ",)/&":
        return width >= WRAP_WIDTH / 2
    if first.islower():
        return width >= WRAP_WIDTH and not (_LABEL.match(text, line.start) and _LABEL.match(text, following.start))
    if width < WRAP_WIDTH + 15 or _is_all(text, line):
        return False
    return _was_full(text, line, following) and not _are_items(text, line)


def leads_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence may run from one line into the next, or the last word of a narrow one leads there."""
    return text[line.end - 1] == "," or text[line.start : line.end].split()[-1] in _LEADING or goes_on(text, line, following)


def _is_all(text: str, line: Line) -> bool:
    """Whether a line ends in what is said of all before it ("... is nice to have"): no name belongs to it behind that."""
    return judged().search(text, max(line.start, line.end - _JUDGED_WIDTH), line.end) is not None


@cache
def judged() -> re.Pattern[str]:
    """How welcome something is, at the end of a line."""
    words = " | ".join(wordings("welcome")).replace(" - ", "-")
    return re.compile(rf"\b(?:{either(words)}|(?:an?|of) (?:\w+ )?(?:advantage|asset|benefit|bonus|must|plus))$", re.IGNORECASE)


def _was_full(text: str, line: Line, following: Line) -> bool:
    """Whether the next word did not fit into a line, as the lines beside it show."""
    above = max(text.rfind("\n", 0, max(line.start - 1, 0)) + 1, line.start - _PAGE)
    widest = max(_edge(text, following), line.start - above - 1)
    return _edge(text, line) + 1 + len(_first_word(text, following)) > widest


def _are_items(text: str, line: Line) -> bool:
    """Whether the lines of a paragraph are items that lost their bullets: hardly one begins in lower case, and some end early."""
    above = text[max(line.start - _AROUND, 0) : line.start].split("\n")[:-1]
    below = text[line.end : line.end + _AROUND].split("\n")[1:]
    upwards = list(takewhile(bool, map(str.strip, reversed(above))))
    lines = [*reversed(upwards), text[line.start : line.end], *takewhile(bool, map(str.strip, below))]
    early = _EARLY * max(map(len, lines))
    few = len(lines) <= _FEW or sum(each[0].islower() for each in lines) > 1
    return not few and any(len(each) < early for each in lines[1:-1])


def _runs_on(text: str, lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the words tell that a narrow line, `last` of a stretch that begins with `first`, goes on in the next one."""
    head, line, following = lines[first], lines[last], lines[last + 1]
    if following.gap or following.bullet or line.block or following.block or text[line.end - 1] in _FINAL:
        return False
    lower = text[following.start].islower()
    end = text[max(line.start, line.end - _DANGLING_WIDTH) : line.end].rpartition(" ")[2]
    leads = end in _LEADING or end[-1] == ","
    if not (lower or leads) or _OWN_LINE.match(text, following.start, following.end):
        return False
    word = _first_word(text, following)
    if end in _DANGLING or word in _JOINING or (leads and head.bullet and _column(text, following) > _column(text, head)):
        return True
    begin = behind_bullet(text, head.start)
    if end[-1] == "," or end[-1].isdigit() or word in _OPENERS or text[begin : begin + 1].islower():
        return False
    return _were_full(text, lines, first, last)


def _were_full(text: str, lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the next word fitted neither into the line `last` nor into those below it that begin in lower case.

    In a list of one thing a line it hardly ever looks like that.
    """
    if _edge(text, lines[last]) < _NARROW:
        return False
    stop = last + 2
    while stop < len(lines) and stop < last + _BELOW and text[lines[stop].start].islower() and not lines[stop].gap:
        stop += 1
    widest = max(_edge(text, lines[index]) for index in (first, *range(last, stop)))
    pairs = pairwise(lines[last:stop])
    return all(_edge(text, line) + 1 + len(_first_word(text, following)) >= widest for line, following in pairs)


def _first_word(text: str, line: Line) -> str:
    match = _FIRST_WORD.match(text, line.start, line.end)
    return match[0] if match else ""


def _edge(text: str, line: Line) -> int:
    """How far into the page a line goes."""
    return _column(text, line) + line.end - line.start


def _column(text: str, line: Line) -> int:
    """How far into the page a line begins."""
    low = max(line.start - _PAGE, 0)
    return line.start - max(text.rfind("\n", low, line.start) + 1, low)


def _asks(text: str, line: Line) -> bool:
    """Whether a line is a question: in bold letters, a heading, or as it is."""
    words = text[line.start : line.end].rstrip(_BOLD)
    return words.endswith("?") and len(words) <= _QUESTION


def paragraphs(
    text: str, lines: list[Line], alone: Container[int] = (), running: Container[int] = (), titles: Container[int] = ()
) -> Iterator[tuple[Line, int]]:
    """Lines joined to the stretches in which sentences run on: (first line, end).

    `alone`: where lines start that are joined to none. `running`: where lines start into which a word runs from the line before.
    `titles`: where headings start.
    """
    index = 0
    while index < len(lines):
        last = index
        counted = is_counted(text, lines[index].start, lines[index].end)
        while (
            last + 1 < len(lines)
            and lines[last].start not in alone
            and lines[last + 1].start not in alone
            and not _counts_on(text, lines[index], lines[last + 1])
            and (
                lines[last + 1].start in running
                or goes_on(text, lines[last], lines[last + 1])
                or (lines[last].start not in titles and _runs_on(text, lines, index, last))
                or (counted and _is_below(text, lines[last + 1], lines[last], lines[index]))
            )
        ):
            last += 1
        yield lines[index], lines[last].end
        index = last + 1


def _counts_on(text: str, head: Line, line: Line) -> bool:
    """Whether a line has the number behind that of another: `E1. Java`, `E2. Kafka`."""
    if text[line.start] != text[head.start] or not text[line.start].isalpha():
        return False
    first, second = _NUMBER.match(text, head.start, head.end), _NUMBER.match(text, line.start, line.end)
    if first is None or second is None:
        return False
    return first["kind"] == second["kind"] and int(second["at"]) == int(first["at"]) + 1


def _is_below(text: str, line: Line, before: Line, head: Line) -> bool:
    """Whether a line is an item of the list that another one heads; where all items stand at one depth, or no sign opens any, it
    is a name alone."""
    if not line.bullet and not head.bullet:
        return not line.gap and _is_name(text, line) and not _LISTS.search(text, line.start, line.end)
    depth = _depth(text, head)
    if not line.bullet or _depth(text, line) > depth:
        return line.bullet
    flat = head.bullet and not line.gap and _depth(text, line) == _depth(text, before) == depth
    return flat and _is_name(text, line)


def _is_name(text: str, line: Line) -> bool:
    """Whether an item is no more than a name."""
    words = text[behind_bullet(text, line.start) : line.end]
    return 0 < len(words.split()) <= _NAME and words[-1] not in _FINAL and not ASKS_ANEW.search(words.lower())


def _depth(text: str, line: Line) -> int:
    if line.block is not None:
        return line.block.level if line.block.kind == "list_item" else 0
    return _column(text, line) + line.bullet
