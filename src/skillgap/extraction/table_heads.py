"""What the head of a table says of its columns: how much they ask, years, which has the skills.

In: a row. Out: the levels of columns, by number, or None where the row heads nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from skillgap.extraction.cells import LONGEST, column_said, is_years_head, level_said, names_skills, status_said
from skillgap.extraction.headings import SECOND, SHOULD, cleaned, heading_kind
from skillgap.extraction.rows import Row
from skillgap.model import Kind

_REMARKS = re.compile(r"\b(?:comments?|notes?|remarks?|details?|why|level|years|description)\b")
"""Heads of columns beside one of names."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the columns are, by number: levels, years, the one of skills."""

    levels: Mapping[int, str]
    years: frozenset[int]
    skills: int | None


def head_of(plain: str, row: Row, kind: Kind, opens: bool) -> Head | None:
    """What a row says of the columns below it, if it says anything. `opens`: whether it is the first of its table."""
    texts = {cell.column: plain[cell.start : cell.end] for cell in row.cells}
    said = level_said if kind == "posting" else status_said
    sure = {column: level for column, text in texts.items() if (level := said(text))}
    if kind == "resume" and not _rates(texts, sure):
        sure = {}
    elif len(sure) == 1 and "required" not in sure.values():
        loose = {column: heading_kind(text, "posting", False) for column, text in texts.items() if len(text) <= LONGEST}
        sure |= {column: "required" for column, found in loose.items() if found == "required"}
    if kind == "posting" and opens:
        sure |= _told_apart(texts, sure)
    years = frozenset(column for column, text in texts.items() if is_years_head(text))
    skills = next((column for column, text in texts.items() if names_skills(text)), None)
    if not sure and not years and skills is None:
        return None
    if not years and len(texts) == 2 and _is_row_head(texts, sure):
        return None
    return Head(sure, years, skills)


def _told_apart(texts: Mapping[int, str], sure: Mapping[int, str]) -> dict[int, str]:
    """The levels of columns whose heads say together what is a must and what is not: "What you bring | What would delight us".

    `sure`: those of heads that say theirs alone. The column that names the areas is none of them: "Skills | You bring | ...".
    """
    said = {column: found for column, text in texts.items() if (found := sure.get(column) or column_said(text))}
    musts = [column for column, found in said.items() if found == "required" and not names_skills(texts[column])]
    musts = [column for column, found in sure.items() if found == "required"] or musts
    others = {
        column: "preferred" if found in {SECOND, SHOULD} else found for column, found in said.items() if found != "required"
    }
    return dict.fromkeys(musts, "required") | others if musts and others else {}


def is_head(head: Head, index: int, levels: int | None) -> bool:
    """Whether what looks like a head is one, not a row of a table with a column of levels: "PHP | None needed | Not required"."""
    if len(head.levels) == 1 and levels in head.levels:
        return False
    return index == 0 or len({*head.levels.values()}) > 1


def _rates(texts: Mapping[int, str], said: Mapping[int, str]) -> bool:
    """Whether the columns of a résumé's table part what is known from what is not: "Daily | Now and then | Never".

    "Project | Learning | Stack" does not: "Learning" alone may be what was learned.
    """
    wishes = len(texts) > 2 and any(" " in texts[column] for column in said)
    return list(said) != [min(texts)] and (wishes or "negated" in said.values())


def _is_row_head(texts: Mapping[int, str], levels: Mapping[int, str]) -> bool:
    """Whether the first of two cells names the level of the second and not that of what stands below: "Must have | Python"."""
    first, second = texts
    return list(levels) == [first] and not _REMARKS.search(cleaned(texts[second]))
