"""Finds the lines of a stretch that date an entry: a range at the edge of a short line, no range in a story, and none of a step
inside the job that the lines above head (`Team lead since 2022`).

In: a stretch (`body`). Out: indexes of lines with their dates. Where the entry begins is decided in `entries`. Who tells of each
job in a paragraph has the dates in its first words: `Acme, developer, 2014-2019. A shop in Kotlin ...`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from skillgap.extraction.employers import SEQUEL
from skillgap.extraction.wraps import leads_on
from skillgap.resume.body import BREAK, LABEL, TITLE, Body, may_head, names_a_firm, names_a_part
from skillgap.resume.clients import client_words
from skillgap.resume.dates import DateRange
from skillgap.resume.earlier import earlier_dates

_LONGEST = 140
"""A longer line is prose, and a range in it is part of a story (characters)."""

_LEAD = 8
"""So many words at most may stand before the dates with which a paragraph begins."""
_SEQUEL = re.compile(rf"{SEQUEL}[,:]?\s*", re.IGNORECASE)
_PARTED = re.compile(r"[,|(–—-]\s*$")
_PARTS = re.compile(r"\s*[,|(–—]\s*|\s+-\s+")
_SAYS = re.compile(r"[.:;!?]\s|\b(?:i|we|my|our|me|us|is|are|was|were|had|have|has|in|from|with)\b", re.IGNORECASE)
"""Words of a sentence, and of no name or title."""
_FIRM_BEHIND = re.compile(r"\)?,\s+[^\W\d_a-z][^.:;!?()]{0,60}[.:](?=\s|$)")
_BEING = re.compile(
    r"(?P<colon>\s*[:–—]\s+(?!(?:i|we)\b))|,?\s+I(?:['’]ve|\s+have|\s+had)?(?:\s+(?:been|was|am|worked|work|working|served|acted))+"
    r"(?:\s+(?:as|an?|the))*\s",
    re.IGNORECASE,
)
"""Between the dates with which a paragraph begins and what somebody was then: "Since 2021 I have been ...", "2017-2020: ..."."""
_WORKED = re.compile(r"\bwork(?:ed|ing)?\s$", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,.;:()]{3,90}(?=[,.;:(]|$)")
_AT_A_FIRM = re.compile(r"\s(?:at|with|for|in)\s", re.IGNORECASE)
_FIRM = r"[A-Z][^\s.,:;!?()]*(?:\s+(?:[A-Z&][^\s.,:;!?()]*|and|of|de)){0,4}"
_AT = r"(?:,\s*|\s+(?:at|with|for)\s+)"
_ROLE = re.compile(
    r"(?!(?:[\w+#/&-]+\s)*(?i:the|an?|our|my|as|your|their|his|her|who)\s)"
    rf"(?P<title>[A-Z][\w+#/& -]{{1,50}}?)(?P<firm>{_AT}{_FIRM})?,?\s*\(?(?:from\s+)?$"
)
"""Before the dates of a job that is told in a phrase: "Kotlin developer at Acme", "Kotlin developer"."""
_ENDS_DEV = re.compile(rf"(?:{TITLE.pattern}|\bdev)$", re.IGNORECASE)
_CLOSED = re.compile(r"\)?\.(?:\s|$)")
_FIRM_CLOSED = re.compile(rf"\)?{_AT}{_FIRM}(?:[.:](?:\s|$)|$)")
_ROLE_BEHIND = re.compile(rf",?\s+(?:an?\s+)?(?P<title>[\w+#/& -]{{2,50}}?){_AT}{_FIRM}(?:[.:](?:\s|$)|$)")
"""The same behind them: "Since 2019 Kotlin developer at Acme."."""
_FOR_A_FIRM = re.compile(rf"(?:for|at)\s+{_FIRM}(?=[,.;:(]|\s+(?:in|as|on)\b|$)")
"""Behind "I work": an employer, and what follows tells more of it."""
_LEAD_ENDS = re.compile(r"\)?[.:](?=\s|$)")
_LIST_LABEL = re.compile(r"\W*[^\W\d_][\w &/-]{1,30}:\s")
_BREAKS_OFF = re.compile(r"(?:[-–—]|\b(?:to|until|till))$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[-–—]|(?:to|until|till)\b|end(?:ed|\s+date)?\s*:)", re.IGNORECASE)
_TELLS = re.compile(r"\W*(?:from|between|since|in|during)\b", re.IGNORECASE)
_TELLER = re.compile(r"\W*(?:i|we|my|our|the|it|this)\b", re.IGNORECASE)
_PROSE = re.compile(r"(?:\S+\s+){3,}\S+[.!?]\s+[A-Z]")
"""A sentence, and the beginning of another one."""
_SENTENCE_BEFORE = re.compile(r"(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\bSt)(?<!\b[A-Z])[.!?]\s+[A-Z]")
"""The end of a sentence, however short, and of no firm's abbreviation: "Java and Kafka. Living in Leeds since 2012."."""
_TITLE_LINE = 40
"""A line with more characters is no title alone."""
_COLUMN = re.compile(r"(?:\s*\(\w+\))?(?:(?P<room>\s{2,}|\s*\t\s*)|\s*[,|·–—]\s*|\s+-\s+)")
DONE = re.compile(
    r"(?!embedded|distributed|applied|chartered)\w+ed\b"
    r"|(?:led|became|won|(?:re)?built|(?:re)?wrote|ran|made|set|cut|kept|took|brought|grew|taught|held|oversaw|the|a|an|i|we|my|our)\b",
    re.IGNORECASE,
)
"""The first word of what was done, and of no job."""
_ALONE = re.compile(r"(?:^\W*|[,(|·\t–—-]\s*|\s{2,})$")

_HEADING = 3
"""So many lines below the dates of a job its heading may go on."""
_PART_TIME = re.compile(r"\b(?:part|full|half)[\s-]time\b|\d\s?%", re.IGNORECASE)


def dated_lines(body: Body, today: date) -> list[tuple[int, DateRange]]:
    """The lines with the dates of an entry, by index."""
    result: list[tuple[int, DateRange]] = []
    taken = -1
    for index, line in enumerate(body.lines):
        if index <= taken:
            continue
        above = result[-1][1] if result else None
        found = _dates_of(body, index, today) or _dates_of_paragraph(body, index, today, above)
        found = found or (earlier_dates(body, index, today, above) if above else None)
        if found is None or (
            result
            and not _same_list(body, _item(body, index), _item(body, result[0][0]))
            and not _is_engagement(body, index, result[0], today)
        ):
            continue
        result.append((index, found))
        taken = index + (line.start + found.end > line.end)
    kept: list[tuple[int, DateRange]] = []
    for number, dated in enumerate(result):
        if not (number and (_is_step(body, result, number) or _tells_of_skills(body, kept[-1][1], *dated))):
            kept.append(dated)
    return kept


def _tells_of_skills(body: Body, job: DateRange, index: int, found: DateRange) -> bool:
    """Whether dates inside a job are those of what a line lists (`Tools: Ansible (2013-2015), Git`, `Since 2023: Kafka`)."""
    piece = body.piece(index)
    if body.kind != "job" or body.lines[index].gap or not job.holds(found) or TITLE.search(piece) or names_a_firm(piece):
        return False
    label = _LIST_LABEL.match(piece)
    listed = label is not None and not LABEL.match(piece) and any(map(str.isalpha, piece[label.end() : found.start]))
    return listed or (found.since and piece.startswith(":", found.end) and not any(map(str.isalpha, piece[: found.start])))


def _is_step(body: Body, dated: Sequence[tuple[int, DateRange]], number: int) -> bool:
    """Whether dates in the heading of a job are no others: a new title or fewer hours there, with no title that came before."""
    (above, job), (index, found) = dated[number - 1], dated[number]
    if body.kind not in {"job", "project"} or index - above > _HEADING or body.bullet(index) or not job.holds(found):
        return False
    before = body.piece(index)[: found.start]
    bracket = before.rfind("(") + 1 if before.count("(") > before.count(")") else 0
    if found.since:
        step = bracket > 0 or (bool(TITLE.search(before)) and not TITLE.search(body.piece(above)))
    else:
        step = bracket > 0 and bool(_PART_TIME.search(before, bracket) or BREAK.search(before, bracket))
    heading = range(above + 1, index + 1)
    if not step or any(body.lines[line].gap and not body.level(line - 1) for line in heading):
        return False
    following = dated[number + 1] if number + 1 < len(dated) else None
    return all(may_head(body, line) for line in heading[:-1]) and (following is None or not job.holds(following[1]))


def _same_list(body: Body, item: int | None, first: int | None) -> bool:
    """Whether a list item may be an entry: where the first entry is one of the same list. What is deeper tells of that entry."""
    if body.kind != "job" or item is None:
        return True
    return first is not None and body.indent(item) <= body.indent(first)


def _is_engagement(body: Body, index: int, first: tuple[int, DateRange], today: date) -> bool:
    """Whether a list item begins with the dates of what somebody did for a client, as the first of its list does, below the line
    that says since when they have had clients: "Freelance developer since 2012", then "- 05/2025 - today: Bank"."""
    above, since = first
    if not (body.bullet(index) and since.current and client_words().freelance.search(body.piece(above))):
        return False
    top = next(line for line in range(above + 1, index + 1) if body.bullet(line))
    return all(_opens_with_times(body, line, today) for line in {top, index})


def _opens_with_times(body: Body, index: int, today: date) -> bool:
    piece = body.piece(index)
    found = body.first_range(piece, today, single=False)
    return found is not None and not found.since and not any(map(str.isalpha, piece[: found.start]))


def _item(body: Body, index: int) -> int | None:
    """The line with the bullet of the list item to which a line belongs, be it one into which a sentence runs on, or None."""
    if body.bullet(index):
        return index
    depth = body.indent(index)
    while index > 0 and not (body.lines[index].gap or body.level(index) or body.lines[index].block) and _runs_on(body, index):
        index -= 1
        if body.bullet(index):
            return index if body.indent(index) < depth else None
    return None


def _runs_on(body: Body, index: int) -> bool:
    """Whether a sentence runs on into a line from the one above."""
    return body.piece(index)[0].islower() or leads_on(body.text, body.lines[index - 1], body.lines[index])


def _dates_of(body: Body, index: int, today: date) -> DateRange | None:
    line, piece = body.lines[index], body.piece(index)
    if len(piece) > _LONGEST:
        return None
    if index + 1 < len(body.lines) and not body.lines[index + 1].gap:
        following = body.lines[index + 1]
        if _BREAKS_OFF.search(piece) or _GOES_ON.match(body.piece(index + 1)):
            found = body.first_range(body.text[line.start : following.end], today, single=False)
            if found and found.start < len(piece) < found.end:
                return found
    found = body.first_range(piece, today, single=True)
    if found is None or (found.lone and body.kind == "job" and not _lone_is_of_a_job(body, index, found)):
        return None
    if body.kind == "job" and not body.bullet(index) and _is_phrase(piece, found):
        return found
    after = piece[found.end :]
    if _TELLS.match(piece[found.start :]) and (_TELLER.match(after) or (piece.endswith(".") and _is_told(piece, found))):
        return None
    at_edge = found.start <= 4 or not any(char.isalpha() for char in after)
    return found if at_edge or not (body.bullet(index) or piece.endswith(".")) else None


def _is_phrase(piece: str, found: DateRange) -> bool:
    """Whether a line begins with a job, its employer and its dates, and nothing else before a full stop: "Kotlin developer
    (2018-2026), Acme.", "Kotlin developer at Acme since 2019. Kafka daily."."""
    behind = _ROLE_BEHIND.match(piece, found.end) if found.since and not any(map(str.isalpha, piece[: found.start])) else None
    if behind is not None:
        return _ENDS_DEV.search(behind["title"]) is not None and not _SAYS.search(behind["title"])
    role = _ROLE.match(piece[: found.start])
    if role is None or not _ENDS_DEV.search(role["title"]) or _SAYS.search(role["title"]) or DONE.match(piece):
        return False
    return (_CLOSED if role["firm"] else _FIRM_CLOSED).match(piece, found.end) is not None


def _is_told(piece: str, found: DateRange) -> bool:
    """Whether a line that ends like a sentence tells more behind its dates, or has told something before theirs."""
    if len(piece[found.end :].split()) >= 4 or _PROSE.match(piece, 0, found.start):
        return True
    before = _SENTENCE_BEFORE.search(piece, 0, found.start) if found.since else None
    return before is not None and not TITLE.search(piece, 0, before.start())


def _dates_of_paragraph(body: Body, index: int, today: date, before: DateRange | None) -> DateRange | None:
    """The dates in the first words of a paragraph about a job; what was done in a part of the job `before` is no other."""
    if body.kind != "job" or body.bullet(index) or not (body.lines[index].gap or index == 0):
        return None
    piece = body.piece(index)
    found = body.first_range(piece[:_LONGEST], today, single=False)
    lead = lead_end(piece, found) if found else 0
    if found is None or not lead or (before and before.holds(found)):
        return None
    other = body.first_range(piece[lead:], today, single=False) if _role_end(piece, found) else None
    return found if other is None or found.holds(other) else None  # sentences that tell of one job each head none


def lead_end(piece: str, found: DateRange) -> int:
    """Where the words end with which a paragraph names and dates a job, 0 where it does not begin so."""
    sequel = _SEQUEL.match(piece, 0, found.start)
    said = piece[sequel.end() if sequel else 0 : found.start]
    if not said:
        ends = _FIRM_BEHIND.match(piece, found.end)
        return ends.end() - 1 if ends else _role_end(piece, found)
    ends = _LEAD_ENDS.match(piece, found.end) or _FIRM_BEHIND.match(piece, found.end)
    if ends is None or not said[0].isupper() or not _PARTED.search(said) or len(said.split()) > _LEAD:
        return 0
    part = names_a_part(said) and not (TITLE.search(said) or names_a_firm(said))
    if part or _SAYS.search(said) or DONE.match(said) or all(TITLE.search(each) for each in _PARTS.split(said) if each):
        return 0
    return ends.end() - 1


def _role_end(piece: str, found: DateRange) -> int:
    """Where the words end that tell who one was and for whom, behind the dates with which a paragraph begins."""
    being = _BEING.match(piece, found.end)
    clause = _CLAUSE.match(piece, being.end()) if being else None
    title = TITLE.search(clause[0]) if clause else None
    if being is not None and clause is not None and title is None and _WORKED.search(being[0]):
        firm = _FOR_A_FIRM.match(clause[0])
        return being.end() + firm.end() if firm else 0
    if being is None or clause is None or title is None or DONE.match(clause[0]):
        return 0
    return clause.end() if _AT_A_FIRM.search(clause[0], title.end()) else 0


def _lone_is_of_a_job(body: Body, index: int, found: DateRange) -> bool:
    """Whether a lone date dates a job (`Intern, Acme (Summer 2015)`) and is no part of a sentence or of a product's name."""
    piece = body.piece(index)
    if len(piece) > 90 or piece.endswith(".") or (": " in piece and not LABEL.match(piece)):
        return False
    before, after = piece[: found.start], piece[found.end :]
    if not any(char.isalpha() for char in before) and _leads(body, index, after):
        return True
    at_end = not any(char.isalpha() for char in after) and bool(_ALONE.search(before))
    alone = at_end and not any(char.isalpha() for char in before)
    return alone or (at_end and (body.level(index) > 0 or bool(TITLE.search(piece))))


def _leads(body: Body, index: int, after: str) -> bool:
    """Whether what stands behind a lone date is a job (`Summer 2001    Acme, Intern`) and nothing that was done then."""
    column = _COLUMN.match(after)
    if column is None or body.bullet(index) or DONE.match(after, column.end()):
        return False
    room = column["room"] is not None
    if not (room or body.lines[index].gap):
        return False
    below = room and index + 1 < len(body.lines) and not body.lines[index + 1].gap
    title = TITLE.search(after) or (below and len(body.piece(index + 1)) <= _TITLE_LINE and TITLE.search(body.piece(index + 1)))
    return bool(title)
