"""Work that a résumé tells outside its jobs: a functional one has its deeds by theme, and its jobs as a bare list of dates.

In: what was found, and the entries. Out: for the mentions in sentences that begin with a deed ("Built the meter service at Hooli
in C#"), or stand under a heading that says so ("What I have done, by theme"), the job that the sentence names, or None where it
names none. What was learned or done at home is no work, and a list of names tells no deed. A sentence among the jobs that tells
of spare time is of none, and what was programmed in a trade without technologies is no part of its months.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from skillgap.extraction.workplaces import is_trade
from skillgap.model import Entry, Extraction, Mention, Section, Unit
from skillgap.resume.body import TITLE
from skillgap.resume.use import use_words

_OUTSIDE = "skills"
"""The section in which deeds may stand by theme."""
_ABOUT = frozenset({"skills", "summary"})
"""Those in which a sentence may open with the employer of whom it tells."""
_TELLING = 5
"""A deed has so many words besides the names in it ..."""
_THEMED = 3
"""... and under a heading that says that deeds stand below it."""
_WORD = re.compile(r"\b(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\W+(?:19|20)\d\d)[A-Z][\w&'’-]+")
"""A word with a capital, and no month of a year."""
_OF_OFFICES = frozenset({"enterprise", "communication", "process", "data", "problem-solving", "learning"})
"""The categories of what people work with who write no programs."""
_HEAD = 2
"""So many lines at most say what somebody was where ..."""
_HEAD_LENGTH = 200
"""... in so many characters."""
_FIELDS = re.compile(r"\s*[\n,;|·()—–]\s*|\s+-\s+|\s{2,}|\s+at\s+")
_OF_PROGRAMS = re.compile(
    r"\b(?:develop\w+|engineer\w*|program\w+|software|web\w*|sre|sde|sdet|cto|dba|qa|coder|coding|devops|back\s?-?end|data|it|product|team)\b",
    re.IGNORECASE,
)
"""In the head of a job: it was one with technologies, too."""
_NEAR = 12
"""What leads to a name is no longer (characters)."""
_LISTED = re.compile(r"\b(?:skill|competen|technolog|tool|knowledge|know-how|stack|language|software)", re.IGNORECASE)
"""In a heading: that names stand below it, and no deeds."""
_LABEL = re.compile(r"\W*[^.:]{1,30}:\s")
_OWN_PROJECT = re.compile(
    r"^[ \t]*(?:[-*+•–][ \t]+)?[*_]{0,2}[A-Z\d][\w .'’-]{1,40}[*_]{0,2}\s*(?:,|\(|[–—:-]\s)\s*(?:an? |my )?(?:small |little )?"
    r"(?:own|side|personal|private|pet|hobby) project\b\)?[:.,;–—-].*(?:\n(?!\s*(?:[-*+•#]|\n)).+)*",
    re.IGNORECASE | re.MULTILINE,
)
"""An item that opens with the name of a project of one's own, to its end."""
_AT_FIRST = re.compile(
    r"\W*(?:at|for|with)\s+(?:the\s+)?(?P<firm>[A-Z][\w&'’-]+(?:\s+[A-Z][\w&'’-]+)?)(?:(?!\b(?:we|they|and)\b)[^.;:]){0,40}?\s+I\s",
    re.IGNORECASE,
)
"""What a sentence opens with that tells of a job by its employer: "At Acme I brought the shop to Kubernetes"."""
_AT = re.compile(r"\b(?:at|for)\s+(?:the\s+)?$", re.IGNORECASE)


def told_work(extraction: Extraction, entries: Sequence[Entry]) -> dict[int, Entry | None]:
    """The job of each mention in such a sentence, by where the mention begins; nothing in a résumé without jobs."""
    jobs = [entry for entry in entries if entry.kind == "job"]
    if not jobs:
        return {}
    employers = _employers(jobs, {mention.text.lower() for mention in extraction.mentions})
    spans = sorted((entry.start, entry.end) for entry in entries)
    themes = _themes(extraction.sections)
    result: dict[int, Entry | None] = {}
    for unit, mentions in extraction.by_unit():
        text = extraction.tokens.plain[unit.start : unit.end]
        outside = unit.kind != "heading" and not _is_inside(unit, spans)
        if outside and mentions[0].section == _OUTSIDE and _tells_a_deed(text, mentions, themed=_is_inside(unit, themes)):
            result |= dict.fromkeys((mention.start for mention in mentions), _named(text, employers))
        elif outside and mentions[0].section in _ABOUT and (job := _opens_with(text, employers)) is not None:
            result |= dict.fromkeys((mention.start for mention in mentions), job)
    return result


def private_uses(extraction: Extraction) -> set[int]:
    """Where the mentions begin that stand among the jobs in a sentence about one's spare time, or anywhere in an item that opens
    with a project of one's own: "- Quizly, own project: tables in Kotlin."."""
    plain, spare_time = extraction.tokens.plain, use_words().spare_time
    projects = [match.span() for match in _OWN_PROJECT.finditer(plain)]
    result: set[int] = set()
    for unit, named in extraction.by_unit():
        spare = named[0].section == "experience" and spare_time.search(plain[unit.start : unit.end])
        if spare or (named[0].section != "projects" and _is_inside(unit, projects)):
            result.update(mention.start for mention in named)
    return result


def made_beside(extraction: Extraction, entries: Sequence[Entry]) -> set[int]:
    """Where the mentions begin that stand in a job whose trade has no technologies: a nurse may have written a script in Python,
    but nobody knows how many of the months went into it. What people work with who write no programs counts as it does anywhere.
    """
    jobs = [(entry.start, entry.end) for entry in entries if entry.kind == "job" and _has_no_technologies(entry, extraction)]
    named = extraction.mentions if jobs else ()
    made = (m.start for m in named if m.skill.kind == "technology" and m.skill.category not in _OF_OFFICES)
    return {start for start in made if any(begin <= start < end for begin, end in jobs)}


def _has_no_technologies(job: Entry, extraction: Extraction) -> bool:
    """Whether the head of a job names such a trade, and nothing else that somebody was."""
    head = "\n".join(extraction.tokens.plain[job.start : job.end].split("\n", _HEAD)[:_HEAD])[:_HEAD_LENGTH]
    fields = [field for field in _FIELDS.split(head) if field]
    others = [field for field in fields if not is_trade(field)]
    return len(others) < len(fields) and not any(TITLE.search(field) or _OF_PROGRAMS.search(field) for field in others)


def _is_inside(unit: Unit, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a unit stands in one of these spans, which are in order."""
    at = bisect_right(spans, (unit.start, sys.maxsize)) - 1
    return at >= 0 and unit.start < spans[at][1]


def _themes(sections: Sequence[Section]) -> list[tuple[int, int]]:
    """Where deeds stand by theme: from a heading that says so to the next section of another kind, or that lists names."""
    found: list[tuple[int, int]] = []
    for section in sections:
        if section.kind != _OUTSIDE or _LISTED.search(section.heading):
            continue
        if found and found[-1][1] == section.start:
            found[-1] = found[-1][0], section.end
        elif use_words().by_theme.search(section.heading):
            found.append((section.start, section.end))
    return found


def _tells_a_deed(text: str, mentions: Sequence[Mention], *, themed: bool) -> bool:
    """Whether a sentence begins with a deed that was work, and says more than names. `themed`: a heading says that it is one."""
    known = use_words()
    themed = themed and _LABEL.match(text) is None
    if known.private.search(text) or not (themed or known.told.match(text)):
        return False
    others = len(text.split()) - sum(len(mention.text.split()) for mention in mentions)
    return others >= (_THEMED if themed else _TELLING)


def _employers(jobs: Sequence[Entry], names: set[str]) -> Mapping[str, Entry]:
    """The latest job by what in its heading may be the name of an employer or a part of it: a word with a capital, and two.

    `names`: those of skills, in lower case, which are no employer's.
    """
    found: dict[str, Entry] = {}
    for job in sorted(jobs, key=lambda job: job.ended or date.min):
        words = [m for m in _WORD.finditer(job.heading) if not TITLE.fullmatch(m[0]) and m[0].lower() not in names]
        found |= dict.fromkeys((match[0] for match in words), job)
        for one, other in pairwise(words):
            if other.start() == one.end() + 1:
                found[job.heading[one.start() : other.end()]] = job
    return found


def _opens_with(text: str, employers: Mapping[str, Entry]) -> Entry | None:
    """The job whose employer a sentence about oneself opens with."""
    opens = _AT_FIRST.match(text)
    if opens is None or use_words().private.search(text):
        return None
    firm = opens["firm"]
    return employers.get(firm) or employers.get(firm.split()[0])


def _named(text: str, employers: Mapping[str, Entry]) -> Entry | None:
    """The job whose employer a sentence names: by two words of the name anywhere, by one behind "at"."""
    words = list(_WORD.finditer(text))
    for one, other in pairwise(words):
        if (job := employers.get(text[one.start() : other.end()])) is not None:
            return job
    behind = (match for match in words if _AT.search(text[max(0, match.start() - _NEAR) : match.start()]))
    return next((employers[match[0]] for match in behind if match[0] in employers), None)
