"""Tells paid work from other projects: a dated project with a client or an employer, with a role and a duration, or of somebody
who works for clients (`Freelance developer`), is a job.

In: the entries of a résumé, and what was found in its text. Out: the same entries, such projects as jobs. What is headed as
personal, academic or open source stays a project, as does what was done in the years of one's studies and in none of a job's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from skillgap.extraction.patterns import either
from skillgap.model import Entry, Extraction, Section
from skillgap.resume.body import Sheet, opening
from skillgap.resume.dates import find_ranges, months_between

_STUDIES = 4
"""Years of studies of which only the last is told."""
_LONGEST = 60
"""A longer line is no title (characters)."""
_LONGEST_HEAD = 140
"""A longer line belongs to a story (characters)."""
_TOP = 8
"""So many lines of a project may say that it is one's own."""


def _labels(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|\t]|\s\s)[^\w\n]{{0,8}}(?:{names})[*_\s]{{0,8}}(?::|\t|\||\s-\s)[*_\s]*(?=\w)", re.IGNORECASE | re.MULTILINE
    )


_CLIENT = _labels(r"(?:end\s+)?(?:client|customer|employer)(?:\s+name)?|company|organi[sz]ation")
_ROLE = _labels("role|designation|position")
_DURATION = _labels("duration|period|dates?|timeline")
_TITLE = _labels(r"(?:project|title)(?:[\s-]*(?:name|title|\d+|#\s*\d+))?\s*")
_LABELLED = re.compile(r"\W*\w[\w /&.#-]{1,30}?(?:[*_]|\s)*(?::|\t|\||\s-\s)")
_OTHER_END = _labels("server|back[ -]?end|front[ -]?end")
"""Beside one of these a client is a program."""
_NOBODY = re.compile(rf"{either('none | n/?a | self | myself | me | personal | own | private | academic')}\b", re.IGNORECASE)
_PART = re.compile(
    rf"\b(?:{either('responsibilit | dut | task | achievement | accomplishment | result | highlight | contribution | outcome')}"
    rf"|{either('key | environment | technolog | tool | stack | skill | description | overview | scope | challenge | solution')}"
    rf"|{either('what | my')})",
    re.IGNORECASE,
)
"""Begins a word of a line that heads a part of a project."""
_PAID = re.compile(rf"\b{either('freelance | client | customer | commercial | consulting')}\b", re.IGNORECASE)
_UNPAID = re.compile(
    rf"\b{either('personal | side | pet | own | private | academic | university | college | school | student | study')}\b|"
    rf"\b{either('open[ -]source | hobby | volunteer | hackathon | course | bootcamp | things')}\b",
    re.IGNORECASE,
)
"""What the heading of a section says of unpaid projects."""
_OF_ONESELF = re.compile(
    r"\b(?:(?:personal|own|private|side|pet|academic|university|college|school|student)[\s-]+(?:projects?|developer)"
    r"|hobby|solo|open[\s-]source|volunteer(?:ing)?|final[\s-]year|semester|coursework|thesis|capstone|hackathon|bootcamp)\b",
    re.IGNORECASE,
)
"""What the first lines of a project say if nobody paid for it."""
_FREELANCE = re.compile(
    r"\b(?:free-?lancer?|freelancing|self[\s-]employed|(?:independent|it|software)\s+(?:contractor|consultant))\b", re.IGNORECASE
)
"""Who has clients instead of an employer."""
_CONTRACTOR = re.compile(r"\bcontractor\b", re.IGNORECASE)
"""The same at the head of a résumé; in a job it may be one client."""
_I_AM = re.compile(
    r"\bI(?:['’]m|['’]ve\s+been|\s+am|\s+have\s+been|\s+work|\s+have\s+worked)\s+(?:working\s+)?(?:as\s+)?(?:an?\s+)?"
    r"(?:(?!not\b|no\b|never\b|seeking\b|looking\b|hiring\b|open\b|available\b|considering\b)\w+\s+)?"
    r"(?:free-?lanc(?:er?|ing)|self[\s-]employed|independent\s+(?:contractor|consultant))\b",
    re.IGNORECASE,
)
_UNLESS_BEFORE = re.compile(
    rf"\b(?:{either('not | no | never | former | formerly | ex | looking | seeking | open | available | prefer | want | become')}"
    rf"|{either('to | for | of | with | via | or | manage | managing | managed | hire | hired | was')})\b",
    re.IGNORECASE,
)
_UNLESS_BEHIND = re.compile(
    rf"\s+(?:{either('platform | marketplace | portal | role | roles | position | positions | work | job | jobs | contract')}"
    rf"|{either('contracts | project | projects | preferred | welcome | possible | or | developers | engineers')})\b",
    re.IGNORECASE,
)
"""What stands beside such a word where it does not say what somebody is."""
_BESIDE = re.compile(r"\s[|·•]\s")
_TITLE_WORDS = 8
"""A line with more words tells something, and does not name what somebody is."""
_LEGAL = re.compile(
    r"(?:.*\d{4}\s+)?(?:[A-Z][\w.-]*|&)(?:\s+(?:[A-Z][\w.-]*|&)){0,4}\s+(?:GmbH|mbH|AG|KG|Ltd|LLC|LLP|PLC|Inc|Corp|Pty|Pvt|B\.V|S\.A|Oy|ApS|A/S)\.?"
)
"""A firm, by the sign behind its name, and nothing else: no "Clone of Apple Inc"."""
_TRADE = re.compile(
    r"(?:insurer|insurance|reinsurer|retailer|wholesaler|manufacturer|carmaker|airline|airport|utility|broadcaster|authority|ministry"
    r"|hospital|telco)",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"(?:(?!Piggy|Food|Blood|Power|Data|Test|Word|Question|Memory)[A-Z]\w+\s+)?Bank"
    r"|(?:(?i:private|retail|large|big|major|savings|national|state|central)|[A-Z]\w+(?:an|ss|sh|ch|ese))\s+bank"
)
"""What a client is whose name is not told: `Bank: Docker`, `Car manufacturer, Essen`; no word that a program may be, either
(`Kubernetes operator`, `Message broker`)."""
_CLIENT_ENDS = re.compile(r"[,:;|(\n\t]|\s[-–—]\s|\s{2,}")
_CLIENT_WORDS = 3


def with_paid_work(entries: Sequence[Entry], extraction: Extraction, sheet: Sheet, today: date) -> tuple[Entry, ...]:
    """The entries of a résumé, those projects that are paid work as jobs."""
    if all(entry.kind != "project" or entry.begun is None for entry in entries):
        return tuple(entries)
    result: list[Entry] = []
    own = _is_freelancer(extraction.sections, sheet)
    free = [entry for entry in entries if entry.kind == "job" and _names(_FREELANCE, _heading(entry, sheet, today))]
    for entry in entries:
        section = next(section for section in extraction.sections if section.start <= entry.start < section.end)
        head = _head(entry, section, sheet, today) if entry.kind == "project" and entry.begun else None
        if head is None or not _is_paid(entry, head, section, entries, extraction, _is_for_clients(entry, entries, free, own)):
            result.append(entry)
            continue
        start = min(entry.start, head[0])
        before = [replace(other, end=min(other.end, start)) for other in result if other.start < start]
        heading = " ".join(sheet.text[start : head[1]].splitlines()[0].split()) if start < entry.start else entry.heading
        result = [*before, *_parted(replace(entry, kind="job", start=start, heading=heading), head, sheet)]
    return tuple(result)


def _parted(job: Entry, head: tuple[int, int], sheet: Sheet) -> Iterator[Entry]:
    """A paid project, ended where one without dates begins behind it: nobody knows when that was."""
    lines = [index for index, line in enumerate(sheet.lines) if head[1] < line.start < job.end]
    for index in lines[:-1]:
        words, start = _words(sheet, index), sheet.lines[index].start
        if _TITLE.match(words) or (sheet.lines[index].gap and not sheet.lines[index + 1].gap and _is_title(words)):
            yield replace(job, end=start)
            yield Entry("project", start, job.end, " ".join(words.split()))
            return
    yield job


def _is_title(words: str) -> bool:
    """Whether a line looks like the title of a project, and of no part of one."""
    short = len(words) <= _LONGEST and words[0].isupper() and words[-1] not in ".:;,"
    return short and "," not in words and not _LABELLED.match(words) and not _PART.search(words)


def _is_paid(
    entry: Entry, head: tuple[int, int], section: Section, entries: Sequence[Entry], extraction: Extraction, for_clients: bool
) -> bool:
    """Whether a dated project is paid work. `head`: where the lines around its dates stand; `for_clients`: a freelancer's."""
    if _UNPAID.search(section.heading):
        return False
    text = extraction.tokens.plain[slice(*head)]
    if any(
        _OF_ONESELF.search(line)
        for line in (*text.splitlines(), *extraction.readable[entry.start : entry.end].splitlines()[:_TOP])
    ):
        return False
    if _is_beside_studies(entry, entries) and not _is_beside_a_job(entry, entries):
        return False
    if _PAID.search(section.heading) or _has_client(text, {mention.start - head[0] for mention in extraction.mentions}):
        return True
    if for_clients or _has_firm(text, entries):
        return True
    told = _ROLE.search(text) is not None and _DURATION.search(text) is not None
    return told and any(other.kind == "job" for other in entries)


def _head(entry: Entry, section: Section, sheet: Sheet, today: date) -> tuple[int, int] | None:
    """Where the lines begin and end that stand with labels around the dates of a project, the title above them too; None where
    no line says from when until when it was."""
    inside = [index for index, line in enumerate(sheet.lines) if section.start <= line.start < entry.end]
    dated = next(
        (index for index in inside if sheet.lines[index].start >= entry.start and _says(entry, sheet, index, today)), None
    )
    if dated is None:
        return None
    first = last = dated
    while first - 1 > inside[0] and not _TITLE.match(_words(sheet, first)) and _is_above(sheet, first - 1, today):
        first -= 1
        if not _LABELLED.match(_words(sheet, first)):
            break
    while last + 1 < len(sheet.lines) and _is_below(sheet, last + 1):
        last += 1
    return sheet.lines[first].start, sheet.lines[last].end


def _is_above(sheet: Sheet, index: int, today: date) -> bool:
    """Whether a line belongs to the labelled lines that follow, or is the title right above them."""
    words = _words(sheet, index)
    if sheet.lines[index].bullet or len(words) > _LONGEST_HEAD or next(find_ranges(words, today), None) is not None:
        return False
    return not sheet.lines[index + 1].gap or any(label.match(words) for label in (_TITLE, _CLIENT, _ROLE))


def _is_below(sheet: Sheet, index: int) -> bool:
    """Whether a line belongs to the labelled lines before it, and does not begin the next project."""
    words = _words(sheet, index)
    return not sheet.lines[index].gap and _LABELLED.match(words) is not None and not _TITLE.match(words)


def _says(entry: Entry, sheet: Sheet, index: int, today: date) -> bool:
    """Whether a line says the dates of an entry, and no year alone."""
    words = _words(sheet, index)
    ranges = find_ranges(words, today, days_first=sheet.days_first) if len(words) <= _LONGEST_HEAD else ()
    return any((found.begun, found.ended) == (entry.begun, entry.ended) for found in ranges)


def _words(sheet: Sheet, index: int) -> str:
    return sheet.text[sheet.lines[index].start : sheet.lines[index].end]


def _has_client(head: str, names: Collection[int]) -> bool:
    """Whether a project names somebody for whom it was done, and no program ("Client: React"). `names`: where skills stand."""
    client = _CLIENT.search(head)
    if client is None or _NOBODY.match(head, client.end()) or _OTHER_END.search(head):
        return False
    return client.end() not in names


def _is_freelancer(sections: Sequence[Section], sheet: Sheet) -> bool:
    """Whether a résumé says at its head that somebody works for clients, in a line that is no sentence or with "I am"."""
    heads = [section for section in sections if section.kind == "summary"]
    if any(_I_AM.search(sheet.text, section.start, section.end) for section in heads):
        return True
    first = opening(sections)
    lines = (line for line in sheet.lines if first and first.start <= line.start < first.end)
    pieces = (piece for line in lines for piece in _BESIDE.split(sheet.text[line.start : line.end]))
    short = (piece for piece in pieces if len(piece.split()) <= _TITLE_WORDS and not any(map(str.isdecimal, piece)))
    return any(_names(_FREELANCE, piece) or _names(_CONTRACTOR, piece) for piece in short)


def _names(what: re.Pattern[str], words: str) -> bool:
    """Whether words call somebody what a pattern finds."""
    found = what.search(words)
    return (
        found is not None and not _UNLESS_BEFORE.search(words, 0, found.start()) and not _UNLESS_BEHIND.match(words, found.end())
    )


def _heading(job: Entry, sheet: Sheet, today: date) -> str:
    """The first lines of a job, as far as the one with its dates."""
    inside = [index for index, line in enumerate(sheet.lines) if job.start <= line.start < job.end][:_TOP]
    dated = next((number for number, index in enumerate(inside) if _says(job, sheet, index, today)), 0)
    return " ".join(_words(sheet, index) for index in inside[: dated + 1])


def _is_for_clients(entry: Entry, entries: Sequence[Entry], free: Collection[Entry], own: bool) -> bool:
    """Whether a project lies in a time in which somebody worked for clients (at all times, if `own`), and had no employer."""
    times = [period for job in free for period in job.periods]
    within = all(any(begun <= first and last <= ended for begun, ended in times) for first, last in entry.periods)
    return (own or within) and not _is_beside_a_job(entry, [job for job in entries if job not in free])


def _has_firm(head: str, entries: Sequence[Entry]) -> bool:
    """Whether the heading of a project names a firm, or says what the client is where there are no jobs beside the projects."""
    pieces = [piece.strip(" *_#") for piece in _CLIENT_ENDS.split(head)]
    if any(_LEGAL.fullmatch(piece) for piece in pieces):
        return True
    if any(entry.kind == "job" for entry in entries):
        return False
    parts = ([word for word in piece.split() if word.isalpha()] for piece in pieces)
    named = [part for part in parts if 0 < len(part) <= _CLIENT_WORDS]
    return any(_TRADE.fullmatch(part[-1]) or _BANK.fullmatch(" ".join(part[-2:])) for part in named)


def _is_beside_a_job(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a project shares a month with a dated job."""
    return any(
        job.begun <= entry.ended and entry.begun <= job.ended
        for job in entries
        if job.kind == "job" and job.begun and job.ended and entry.begun and entry.ended
    )


def _is_beside_studies(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a project lies in the years of studies; of those that tell only the end, in the years before it."""
    for studies in entries:
        if studies.kind != "education" or not (studies.begun and studies.ended and entry.begun and entry.ended):
            continue
        only_end = months_between(studies.begun, studies.ended) <= 12
        begun = studies.begun.replace(year=studies.begun.year - _STUDIES * only_end)
        if begun <= entry.begun and entry.ended <= studies.ended:
            return True
    return False
