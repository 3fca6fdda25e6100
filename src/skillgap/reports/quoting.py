"""Words of the documents as a report shows them: cut to a length, with the skill marked and the place named.

In: a `Quote` and the skills it is about. Out: an `Excerpt` of clean strings. A quote that is too long loses words at its ends,
never the skill itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from skillgap.model import Quote, Skill
from skillgap.reports.wording import clean

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote in three parts, `before` + `skill` + `after`, and its `place`: `experience, p. 1`. `skill` may be empty."""

    before: str
    skill: str
    after: str
    place: str = ""

    @property
    def text(self) -> str:
        """The quote as one string, without quotation marks."""
        return f"{self.before}{self.skill}{self.after}"


def excerpt(quote: Quote, skills: Iterable[Skill], limit: int) -> Excerpt:
    """At most `limit` characters of a quote, around the first form of `skills` that stands in it (earlier skills first)."""
    text = clean(quote.text)
    start, end = _find(text, skills, quote.end - quote.start)
    begin, stop = _window(text, start, end, limit)
    before = (ELLIPSIS if begin else "") + text[begin:start]
    after = text[end:stop] + (ELLIPSIS if stop < len(text) else "")
    return Excerpt(before, text[start:end], after, place(quote))


def place(quote: Quote) -> str:
    """`experience, p. 1`; empty where nothing is known."""
    where = clean(quote.place)
    page = f"p. {quote.page}" if quote.page else ""
    if page and re.search(rf"{re.escape(page)}\b", where):
        page = ""
    return ", ".join(part for part in (where, page) if part)


def _find(text: str, skills: Iterable[Skill], length: int) -> tuple[int, int]:
    """Where a skill stands, forms as long as the mention first; (0, 0) where none is seen, as after a misspelling."""
    for skill in skills:
        forms = [clean(form) for form in (skill.name, *skill.aliases, *skill.typos, *skill.weak)]
        for form in sorted(filter(None, forms), key=lambda form: (len(form) != length, -len(form), form)):
            if match := re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE):
                return match.span()
    return 0, 0


def _window(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """A stretch of at most `limit` characters around `[start, end)`, ellipses included, that cuts no word if it can help it."""
    if len(text) <= limit:
        return 0, len(text)
    room = max(limit - 2, end - start)
    begin = max(0, min(start - (room - (end - start)) // 2, len(text) - room))
    stop = min(len(text), begin + room)
    if begin:
        gap = text.find(" ", begin - 1, start)
        begin = gap + 1 if gap >= 0 else begin
    if stop < len(text):
        gap = text.rfind(" ", max(end, begin + 1), stop + 1)
        stop = gap if gap >= 0 else stop
    return begin, stop
