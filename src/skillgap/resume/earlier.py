"""Finds sentences below a job that tell of a time before it: "Earlier: 2010-2023 permanent jobs, mostly Scala.", "Between 2010
and 2023 I wrote Scala at two banks.", "Previously ten years of Scala.".

In: a line of a stretch of jobs (`body`), and the dates of the job above it. Out: the dates of that time, or that it has none.
"""

from __future__ import annotations

import re
from datetime import date

from skillgap.extraction.durations import YEARS
from skillgap.resume.body import Body
from skillgap.resume.dates import DateRange

_BEFORE = r"(?:even\s+)?(?:(?:before|prior\s+to)\s+(?:that|this|then)|earlier(?:\s+on)?|previously|formerly|before|until\s+then)"
_OPENS = re.compile(rf"\W*(?:{_BEFORE}\s*[,:]?\s*)?(?:(?:from|between|in)\s+)?", re.IGNORECASE)
"""Before the dates of an earlier time."""
_OPENS_EARLIER = re.compile(rf"\W*{_BEFORE}\b", re.IGNORECASE)
_SENTENCE = re.compile(rf"\W*(?:{_BEFORE}|from|between)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\s*[,:–-]?\s*(?:I\s+(?:mostly\s+|mainly\s+)?(?:worked\s+(?!as\b)|wrote|built|ran|programmed|coded|developed|maintained)"
    r"|worked\s+(?!as\b)|wrote\b|freelanc\w+\b|self-employed\b|(?:[\w-]+\s+){0,3}(?:jobs|positions|roles|employers|employment|contracts|assignments)\b)",
    re.IGNORECASE,
)
"""Behind such dates: what somebody did then, or where."""
_OF_OTHERS = re.compile(
    r"\s*[,:]?\s*(?:(?:the|it|its|this|that|these|they|their|he|she|a|an|we\s+had|our|there|nobody|no\s+one|none|everybody|everyone)\b"
    r"|(?!(?:[\w'’-]+\s+){0,4}(?:I|my)\b)(?:[\w'’-]+\s+){1,5}(?:was|were|had|has|took|ran|went)\b)",
    re.IGNORECASE,
)
"""Behind such dates, or what stands for them: what was so then, with others and with things."""
_STUDIES = re.compile(r"\b(?:studied|studies|university|college|school|degree|bsc|msc|phd|course)\b", re.IGNORECASE)
_BEFORE_YEAR = re.compile(r"\W*(?:before|until|prior\s+to|up\s+to)\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_IN_YEARS = re.compile(
    r"\W*in\s+(?P<first>(?:19|20)\d\d)(?:\s*(?:and|or|/|to|[-–])\s*(?P<last>(?:19|20)\d\d))?\s*(?:\([^()]*\))?,?\s+I\b",
    re.IGNORECASE,
)
_LONGEST = 140
"""So early in a line its dates stand (characters)."""


def earlier_dates(body: Body, index: int, today: date, job: DateRange) -> DateRange | None:
    """The dates with which a line opens that tells of a time before a job, or None."""
    if not _stands_free(body, index):
        return None
    piece = body.piece(index)
    found = body.first_range(piece[:_LONGEST], today, single=False)
    opens = _OPENS.match(piece)
    if (
        found is None
        or found.since
        or opens is None
        or found.start > opens.end()
        or found.ended > job.begun
        or _STUDIES.search(piece)
    ):
        return None
    sequel = _OPENS_EARLIER.match(piece) is not None and not _OF_OTHERS.match(piece, found.end)
    return found if sequel or _TELLS.match(piece, found.end) else None


def begins_sentence(piece: str) -> bool:
    """Whether a line with dates begins as such a sentence does, so that nothing above it is its heading."""
    return _SENTENCE.match(piece) is not None


def tells_of_before(body: Body, index: int, job: DateRange) -> bool:
    """Whether a line tells of years before a job and has no dates: "Previously ten years of Scala", "In 2016 I was a trainee"."""
    if not _stands_free(body, index):
        return False
    piece = body.piece(index)
    if year := _BEFORE_YEAR.match(piece):
        return int(year["year"]) <= job.begun.year and _OF_OTHERS.match(piece, year.end()) is None
    if years := _IN_YEARS.match(piece):
        return int(years["first"]) < job.begun.year >= int(years["last"] or years["first"])
    opens = _OPENS_EARLIER.match(piece)
    return opens is not None and YEARS.search(piece, opens.end()) is not None and _OF_OTHERS.match(piece, opens.end()) is None


def _stands_free(body: Body, index: int) -> bool:
    """Whether a line begins a sentence of its own and is no item of a list."""
    if body.kind != "job" or index == 0 or body.bullet(index) or body.level(index) or not body.piece(index)[0].isupper():
        return False
    return body.lines[index].gap or body.bullet(index - 1) or not body.piece(index - 1).endswith((",", "-", "and", "the", "of"))
