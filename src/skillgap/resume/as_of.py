"""The date that a résumé says it is of: `(last updated: March 2016)`, `Stand: 03/2016`, `CV as of 1 March 2016`.

In: a résumé's lines, its entries, and today. Out: the month of that date if what runs "until now" is to run until then. It stands
near the top or at the end, as a line or in a part of one; what else was updated (`wiki, last updated in 2016`) dates no résumé.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from skillgap.model import Entry, Notice
from skillgap.resume.body import Sheet
from skillgap.resume.dates import find_ranges, months_between

CODE = "as-of"
_FIRST, _LAST = 8, 3
"""In so many lines at the top and at the end of a résumé its date may stand."""
_LONGEST = 140
_STALE = 6
"""One that is no older (months) may be taken for one of today."""
_OWN = r"(?:cv|curriculum\s+vitae|r[ée]sum[ée]|lebenslauf)"
_SAYS = re.compile(
    rf"(?:^|[(|·•]|\s{{3,}}|\t)\W*(?P<own>(?:{_OWN}|this\s+{_OWN}|document)\W+)?(?:was\s+)?(?:(?:last|latest)\s+)?"
    r"(?:updated?|revised|revision|modified|edited|changed|stand(?=\s*:)|aktualisiert|status\s+as\s+of|as\s+of)\b"
    r"(?:\s+(?:on|in|am|im))?\s*:?\s*",
    re.IGNORECASE,
)
_SPEAKS_OF_ITSELF = re.compile(rf"\b(?:{_OWN}|page\s+\d+)\b", re.IGNORECASE)
_NAMED = 3
"""In so many lines at the top the date may stand behind the name of the person."""
_ENDS = re.compile(r"\s*\.?\s*(?:[)|·•]|\s{3}|\t|$)")


def own_date(sheet: Sheet, entries: Iterable[Entry], today: date) -> date | None:
    """The month up to which a job runs in a résumé that is older than today; None where no job runs, or one began later."""
    known = tuple(entries)
    of = _said(sheet, [(entry.start, entry.end) for entry in known if entry.kind in {"job", "project"}], today)
    if of is None or months_between(of, today) <= _STALE:
        return None
    dated = [entry for entry in known if entry.begun]
    # a certificate may be valid for years to come
    later = any(
        (entry.begun or of) > of or (not entry.current and entry.kind != "certificate" and (entry.ended or of) > of)
        for entry in dated
    )
    return of if any(entry.current for entry in dated) and not later else None


def remark_own_date(of: date | None) -> tuple[Notice, ...]:
    """What to say of a résumé that is read as of its own date."""
    if of is None:
        return ()
    return (
        Notice(
            CODE, f"it says that it is of {of:%Y-%m}: what runs until now was counted until then", remedy="ask for a newer one"
        ),
    )


def _said(sheet: Sheet, told: Sequence[tuple[int, int]], today: date) -> date | None:
    """The date that the résumé says it is of. `told`: where its jobs and projects stand, in which something else was updated."""
    few = len(sheet.lines) <= _FIRST + _LAST
    for number, line in enumerate(sheet.lines):
        if not (few or number < _FIRST or number >= len(sheet.lines) - _LAST) or line.end - line.start > _LONGEST:
            continue
        piece = sheet.text[line.start : line.end]
        for label in _SAYS.finditer(piece):
            before = piece[: label.start()]
            itself = label["own"] is not None or _SPEAKS_OF_ITSELF.search(before) is not None
            if not itself and (line.bullet or (before.strip() and (number >= _NAMED or _inside(line.start, told)))):
                continue
            found = next(find_ranges(piece[label.end() :], today, single=True, days_first=sheet.days_first), None)
            if found and found.lone and found.start == 0 and _ENDS.match(piece, label.end() + found.end):
                return min(found.ended, today.replace(day=1))
    return None


def _inside(start: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in spans)
