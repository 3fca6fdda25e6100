"""Words of the documents as a report shows them: cut to a length, with the skill marked and the place named.

In: a `Quote`. Out: an `Excerpt` of clean strings. A quote that is too long loses words at its ends,
never the skill itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from skillgap.model import Quote
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


def excerpt(quote: Quote, limit: int) -> Excerpt:
    """At most `limit` characters of a quote, around its skill."""
    first, last = quote.mark or (0, 0)
    before, skill, after = _part(quote.text[:first]), clean(quote.text[first:last]), _part(quote.text[last:])
    text = f"{before.lstrip()}{skill}{after.rstrip()}" if skill else clean(quote.text)
    start = len(before.lstrip()) if skill else 0
    end = start + len(skill)
    begin, stop = _window(text, start, end, limit)
    before = (ELLIPSIS if begin else "") + text[begin:start]
    after = text[end:stop] + (ELLIPSIS if stop < len(text) else "")
    return Excerpt(before, text[start:end], after, place(quote))


def _part(text: str) -> str:
    """Clean, with one space for white space at either end."""
    words = clean(text)
    return f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}" if words else " " * text[:1].isspace()


def place(quote: Quote) -> str:
    """`experience, p. 1`; empty where nothing is known."""
    where = clean(quote.place)
    page = f"p. {quote.page}" if quote.page else ""
    if page and re.search(rf"{re.escape(page)}\b", where):
        page = ""
    return ", ".join(part for part in (where, page) if part)


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
