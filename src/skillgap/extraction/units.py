"""Cuts a text into units: headings, list items, cells and sentences, the reach of every rule that speaks of "the same sentence".

In: the text and the blocks that its format marks (none for plain text). Out: its lines, and the sentences of a stretch of lines.
Which lines make a stretch is for `wraps` to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from skillgap.extraction.data import rules
from skillgap.extraction.marks import ARROWS, ENDING, SIGNS, SIGNS_AND_BLANK
from skillgap.extraction.patterns import either
from skillgap.model import Block

BULLET = re.compile(
    rf"[ \t]*(?:(?:[{SIGNS_AND_BLANK}]|[=-]{{1,2}}>|\(?\d{{1,2}}[.)]|\(?[a-z]\)|#{{1,6}})[ \t]+"
    rf"|(?:[{SIGNS}][\ufe0f\u200d]*)+[ \t]*|\d\ufe0f?\u20e3[ \t]*|o[ \t]+(?=[A-Z]))"
)
"""What opens an item at the beginning of a line."""
_ENDS = re.compile(rf"[.!?;{ENDING}]+")
"""What may end a sentence; quick to look for."""
_LABEL = r"[*_]*(?:A(?:nswer)?[*_]*[:.][*_]*\s*)?"
"""What may stand before an answer: "A:", or signs of bold letters."""
_NOT_NEEDED = (
    r"(?:You|We) (?:won['’]t|don['’]t|will not|do not|never)",
    r"(?:need|use|require|expect|ask for|have to know) (?:it|that|them|those)",
)
_WELCOME = (
    r"(?:a |an |very |really )*"
    r"(?:plus|bonus|advantage|asset|nice(?:[ -]to[ -]have)?|helpful|useful|good|great|ideal|optional|preferred|welcome)"
)
_GLADLY = (
    r"(?:Ideally|Preferably|Optional|Helpful|Useful|Nice to have|A (?:plus|bonus)"
    rf"|(?:It|That|This|Some|A (?:bit|little)|The basics) (?:helps?|(?:would|will) (?:help|be {_WELCOME}))"
    rf"|It(?:['’]s| is) {_WELCOME})(?=[.!]|\s*(?:\n|$)|,? (?:but|though|yet)\b)"
)
"""What an answer says of what is welcome and no must; nothing but a reservation goes on behind it."""
_OATH = (
    r"(?:(?:Oh,? )?(?:God|Lord|Hell|Heck|Heavens|Gosh|Goodness|Dear)|Oh|Absolutely|Certainly|Definitely|Of course|Please),?"
    r" n(?:o|ot|ope|ever)"
)
"""A denial with all the heart."""
_REPLY = rf"{_LABEL}(?:(?:No|Not|Never|Nope|Yes|{_OATH}|{' '.join(_NOT_NEEDED)})\b|{_GLADLY})"
_UNWRITTEN = r"(?:(?:but|and) )?(?:I )?(?:wrote (?:no|none|nothing|not)|(?:did not|didn['’]t|never) (?:write|wrote))\b"
"""Takes back what stands before a semicolon: "reviewed a PHP shop; wrote no code"."""
_SENTENCE_END = re.compile(
    rf"(?!\?\s+{_REPLY})[.!?]+[)\"']?(?=\s+[^\sa-z0-9])|;(?=\s)(?!\s+{_UNWRITTEN})|(?<=\s)[{ENDING}](?=\s)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|resp|vs|no|nr|mr|mrs|ms|mx|dr|prof|rev|st|sr|jr|ca|min|max|yrs|inc|ltd|[a-z]))$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:or|(?:e\.? ?g|i\.? ?e)\.)$", re.IGNORECASE)
"""The end of a line that goes on in the next, even in the next item: "Kafka, or", "Build tools (e.g."."""
_OPEN_WIDTH = 5
"""The longest of them (characters)."""
_COUNTED = re.compile(
    r"\b(?:one|two|three|[123]|any|either|some)(?: or more)?(?: of)?(?: (?:the following|these|those)(?: [a-z-]+){0,2})?:$"
    r"|\b(?:one|two|three|[123]|any|either|some) of$"
    r"|\b(?:one|two|three|[123]|any|either|some)(?: or more)? of (?:the )?(?:below|following)$",
    re.IGNORECASE,
)
"""The end of a line that asks for some of the items below it: one choice, and one sentence."""
_SOME_OF = re.compile(
    r"\b(?:one|two|three|[123]|any|some)(?: or more)? of(?: (?:the following|these|those)(?: [a-z]+)?)?:\s", re.IGNORECASE
)
"""The same inside a line: the list goes on behind a semicolon, until something is asked anew."""
ASKS_ANEW = re.compile(
    r"\b(?:experience|knowledge|skills?|understanding|ability|able|familiar\w*|proficien\w*|expertise|strong|solid|good|excellent|very|deep"
    r"|plus|also|you|your|we|must|years?|yrs|degree|willing\w*|eager|desire|fluen\w+|nice|ideally|preferably|bonus|preferred|required|optional|no|not|without|work|is|are)\b"
)
"""What begins another thing asked for."""
_TO_SEMICOLON = re.compile(r"(?:[^;.!?]|[.!?](?!\s))*")
_INLINE_BULLET = re.compile(
    rf"[*+{SIGNS}-](?<!\S.)(?<![·∙{ENDING}])\ufe0f?(?=\s+(?:[A-Z]|\d(?!\d?\s*\+?\s*(?:-\s*\d|ye?a?r|m))))"
)
LEADING = ("the", "a", "an", "and", "or", "of", "with", "in", "your", "our", "to", "for", "no", "No", "as", "if", "that", "when")
"""Words behind which no item begins."""
_SHORTEST = 12
"""An item that words alone begin is no shorter (characters)."""
_NAME = 3
"""A name has hardly more words."""
ANSWER = re.compile(_REPLY, re.IGNORECASE)
"""Begins the answer to a question: "Do I need Kotlin?", "No."; the two are one unit."""
MAX_UNIT = 3000
"""A longer sentence is cut (characters)."""


class Line(NamedTuple):
    """A line with text: `[start, end)`, whether a bullet opens it, whether a blank line stands before it, and its block."""

    start: int
    end: int
    bullet: bool
    gap: bool
    block: Block | None = None


def lines_of(text: str, blocks: tuple[Block, ...] = (), lost: Sequence[int] = ()) -> list[Line]:
    """The lines of a text that hold more than white space. A block's bullet, if any, counts as one.

    `lost`: where lines begin, in order, before which the line's end was lost.
    """
    result: list[Line] = []
    previous_end = 0
    index = 0
    pieces = text.splitlines(keepends=True) if not lost else _split(text, lost)
    for end, piece in zip(accumulate(map(len, pieces)), pieces, strict=True):
        stripped = piece.strip()
        if not stripped:
            continue
        indent = len(piece) - len(piece.lstrip())
        start = end - len(piece) + indent
        end = start + len(stripped)
        while index < len(blocks) and blocks[index].end <= start:
            index += 1
        block = blocks[index] if index < len(blocks) and blocks[index].start < end else None
        bullet = not stripped[0].isupper() and BULLET.match(piece) is not None
        bullet = bullet or (block is not None and block.kind == "list_item" and block.start >= start)
        gap = not result or text.count("\n", previous_end, start) > 1
        result.append(Line(start, end, bullet, gap, block))
        previous_end = end
    return result


def _split(text: str, lost: Sequence[int]) -> list[str]:
    """The lines of a text, cut where line ends were lost too."""
    return [line for a, b in pairwise([0, *lost, len(text)]) for line in text[a:b].splitlines(keepends=True)]


def behind_bullet(text: str, start: int) -> int:
    """Where the words of what begins at `start` do, behind its bullet if it has one."""
    match = None if text[start].isalpha() and text[start + 1 : start + 2] != ")" else BULLET.match(text, start)
    return match.end() if match else start


def is_open(text: str, start: int, end: int) -> bool:
    """Whether the text `[start, end)` ends with what goes on in the next line."""
    return text[end - 1] in "rR." and _OPEN.search(text, max(start, end - _OPEN_WIDTH), end) is not None


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the text `[start, end)` ends with the head of a list of which some are asked."""
    return text[end - 1] in ":fFwWgG" and _COUNTED.search(text, start, end) is not None


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `[start, end)`, without the white space around them. Items run together on one line are cut apart."""
    cuts = [cut for a, b in pairwise(_items(text, start, end)) for cut in (a, *_ends(text, a, b))]
    for first, last in pairwise([*cuts, end]):
        trimmed = _trimmed(text, first, last)
        if trimmed is not None:
            yield from _pieces(text, *trimmed) if last - first > MAX_UNIT else (trimmed,)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch that is too long for a sentence, cut at white space: what is done within a sentence must stay bounded."""
    cuts = [start]
    while end - cuts[-1] > MAX_UNIT:
        space = text.rfind(" ", cuts[-1] + MAX_UNIT // 2, cuts[-1] + MAX_UNIT)
        cuts.append(space if space > 0 else cuts[-1] + MAX_UNIT)
    pieces = (_trimmed(text, first, last) for first, last in pairwise([*cuts, end]))
    yield from (piece for piece in pieces if piece is not None)


def _items(text: str, start: int, end: int) -> list[int]:
    """The bounds of the items of a line: cut at bullets inside it, where it shows at least two of the same sign, or at words that
    begin items."""
    marks = _bullets(text, start, end)
    if marks and is_counted(text, start, _stripped(text, start, next((mark for mark in marks if mark > start), end))):
        return [start, end]
    marks = marks or _opened(text, start, end)
    if marks and text[marks[0]] == "+" and all(len(piece.split()) <= _NAME for piece in text[start : marks[-1]].split("+")):
        return [start, end]  # "Backbone + Marionette + RequireJS" adds names up
    return [start, *(mark for mark in marks if mark > start), end]


def _bullets(text: str, start: int, end: int) -> list[int]:
    """The bullets inside a line of which it has two of the same sign or more, but for those behind what goes on."""
    found = [match.start() for match in _INLINE_BULLET.finditer(text, start, end)]
    found = [mark for mark in found if text[mark] not in ARROWS or text[mark] == text[start]]  # "Java → Kotlin" is one thing
    if len(found) < 2:
        return []
    signs = Counter(text[mark] for mark in found)
    return [mark for mark in found if signs[text[mark]] > 1 and not is_open(text, start, _stripped(text, start, mark))]


def _stripped(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the white space behind it."""
    return start + len(text[start:end].rstrip())


def _opened(text: str, start: int, end: int) -> list[int]:
    """Where items begin in a line in which they were run together, if there are two of them or more."""
    found: list[int] = []
    for match in _opening().finditer(text, start, end):
        if match.start() >= (found[-1] if found else start) + _SHORTEST:
            found.append(match.start())
        elif match.start() == start:
            found.append(start)
    return found if len(found) > 1 else []


def begins_item(text: str, start: int) -> bool:
    """Whether what begins at `start` has the words of an item: "Strong communication skills"."""
    return _opening().match(text, start) is not None


@cache
def _opening() -> re.Pattern[str]:
    """Words that begin an item (`data/openers.yaml`), behind a word that leads to nothing."""
    things = either(" | ".join(next(rule["thing"] for rule in rules("openers") if "thing" in rule)))
    kinds: list[str] = []
    leading = set(LEADING)
    for rule in rules("openers"):
        if "openers" in rule:
            then = either(" | ".join(rule["then"])).replace("{thing}", things).replace("*", r"[\w-]+")
            place = "|".join(rf"(?<=\b{word} )" for word in rule.get("behind", ()))
            kinds.append(rf"(?:{place}){either(' | '.join(rule['openers']))} (?i:{then})")
            leading.update(words.split()[-1] for words in rule["openers"] if "behind" not in rule)
    behind = "".join(rf"(?<!\b{word} )" for word in sorted(leading))
    return re.compile(rf"(?=[A-Z\d])(?:^|(?<=[\w)+#%>] ))(?=(?:{'|'.join(kinds)})\b)(?:^|{behind})", re.MULTILINE)


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where the sentences inside a stretch end, but for the last one."""
    found: list[int] = []
    position = start
    listing = False
    for candidate in _ENDS.finditer(text, start, end):
        for place in range(candidate.start(), candidate.end()):
            if place < position or (place > candidate.start() and text[place] in ".!?" and text[place - 1] in ".!?"):
                continue  # in a run of marks the first one decides
            match = _SENTENCE_END.match(text, place, end)
            begin = found[-1] if found else start
            if match is None or (match[0] == ";" and _lists_on(text, begin, place, end)):
                continue
            if match[0] in ENDING and (listing or is_counted(text, begin, _stripped(text, begin, place))):
                listing = True
                continue
            if not (match[0] == "." and _ABBREVIATION.search(text, max(start, place - 8), place)):
                position = match.end()
                found.append(position)
    return found


def _lists_on(text: str, start: int, semicolon: int, end: int) -> bool:
    """Whether a list of which some are asked for goes on behind a semicolon of the sentence that begins at `start`."""
    if not _SOME_OF.search(text, start, semicolon):
        return False
    following = _TO_SEMICOLON.match(text, semicolon + 1, end)
    return following is not None and not ASKS_ANEW.search(following[0].lower())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the white space around it, or None if it is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
