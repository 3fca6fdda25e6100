"""Notices a text that was laid out in columns, whose lines run on into those of the part beside them:

    Experience            Learning now
    Developer, Acme       Rust
    2020 - present        Kubernetes

In: the text (plain). Out: a notice, or none. Who reads such a text takes what stands on the right for a part of what stands on
the left, and which words belong together is not to be told without the page; so it is only said. (The columns of a PDF are put in
order by `documents`, from where its words stand.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillgap.extraction.headings import heading_kind
from skillgap.model import Notice
from skillgap.resume.claims import ratings

CODE = "columns"
_ROOM = re.compile(r" {3,}|[ ]*\t\s*")
"""What parts columns."""
_BELOW = 5
"""In so many lines below two headings something has to stand below the second."""
_OF_SKILLS = frozenset({"experience", "projects"})
"""Beside the heading of skills, one of these kinds may be that of another column of a table ..."""
_WORDS = 4
"""... where fewer words say what somebody has of one: "Python    professional use"."""
_ROWS = 3
"""So many lines go on below a heading that stands beside a name."""
_SHIFT = 4
"""So far (characters) from the beginning of a heading what stands below it may begin."""


def remark_columns(plain: str) -> tuple[Notice, ...]:
    """What to say of a résumé in columns; nothing of another."""
    heads = next(_side_by_side(plain), None)
    if heads is None:
        return ()
    return (
        Notice(
            CODE,
            f'it has columns side by side ("{heads[0]}" beside "{heads[1]}"), each line is read across them: what stands in'
            " one may count for the other",
            "serious",
            "give the PDF, or a text with one part below the other",
        ),
    )


def _side_by_side(plain: str) -> Iterator[tuple[str, str]]:
    """Headings of two kinds on one line with room between them, and with something below both."""
    if "   " not in plain and "\t" not in plain:
        return
    lines = [line.rstrip() for line in plain.split("\n")]
    yield from _apart(lines)
    for number, line in enumerate(lines):
        cells = _cells(line)
        kinds = [heading_kind(words, "resume", False) for _, words in cells]
        if len(set(kinds)) < 2 or None in kinds:
            continue
        least = _WORDS if kinds[0] == "skills" and kinds[1] in _OF_SKILLS else 1
        if any(_continues(cells[1][0], below, least) for below in lines[number + 1 : number + 1 + _BELOW]):
            yield cells[0][1], cells[1][1]


def _apart(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A heading beside something else and one of another kind below it on the left, with something beside that one too."""
    beside: tuple[int, int, str] | None = None
    for number, line in enumerate(lines):
        if "\t" in line:
            continue
        cells = _cells(line)
        if len(cells) == 2 and heading_kind(cells[1][1], "resume", False) and not heading_kind(cells[0][1], "resume", False):
            beside = number, *cells[1]
        elif beside and line and _heads_below(lines, number, beside):
            yield cells[0][1], beside[2]
            return


def _heads_below(lines: Sequence[str], number: int, beside: tuple[int, int, str]) -> bool:
    """Whether the left part of a line heads what stands below it beside what goes on below a heading on the right."""
    above, column, heading = beside
    kind = heading_kind(_cells(lines[number])[0][1], "resume", False)
    if number - above > _BELOW or kind in (None, heading_kind(heading, "resume", False)):
        return False
    rows = [line for line in lines[above + 1 : number + 1 + _BELOW] if line.strip()]
    return sum(_continues(column, row, 1) for row in rows) >= _ROWS


def _cells(line: str) -> list[tuple[int, str]]:
    """The parts of a line that room stands between, with where they begin; a line without it has one."""
    start = len(line) - len(line.lstrip())
    result = []
    for room in _ROOM.finditer(line, start):
        result.append((start, line[start : room.start()]))
        start = room.end()
    return [*result, (start, line[start:])]


def _continues(column: int, line: str, least: int) -> bool:
    """Whether something of `least` words stands below the second heading of a line: no years and no rating of what stands on the
    left."""
    cells = _cells(line)
    beside = next((words for start, words in cells[1:] if "\t" in line or abs(start - column) <= _SHIFT), "")
    return len(beside.split()) >= least and not any(map(str.isdecimal, beside)) and not ratings().fullmatch(beside)
