"""One candidate against what is asked: from the cells of a row to an `Outcome`, whatever is in them.

The row's text, or the file that it names, is all that is looked at. A row that cannot be scored has no score, but a status and a
cause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from skillgap import documents
from skillgap.analyzer import Analyzer
from skillgap.batch.asked import Asked
from skillgap.batch.blind import masking, unquoted
from skillgap.batch.files import Files
from skillgap.batch.sketch import Sketch, sketch
from skillgap.comparison.compare import SAY_IT
from skillgap.documents.recognise import is_latex, latex
from skillgap.errors import EmptyDocument, EmptyRow, InputError, NoSkills, SkillgapError
from skillgap.model import Document, GapReport, Quote, Verdict
from skillgap.reports.wording import clean, duration

Status = Literal["scored", "not scored", "no skills", "empty", "unreadable"]
"""How a row can end."""
Bucket = Literal["meets all must-haves", "meets most must-haves", "misses must-haves", "could not be judged"]
BUCKETS: tuple[Bucket, ...] = ("meets all must-haves", "meets most must-haves", "misses must-haves", "could not be judged")
"""In which group a row stands, best first; the last is no failure but a question."""
REASONS = 3
"""So many of the verdicts that are worth most stand in a row."""
_QUOTE = 90
"""Characters of a quote in a row."""
_ASK = "ask whether it is meant"
"""What a report tells the candidate to say more clearly is for who reads a ranking to ask."""
_OF_RESUME = "résumé: "
"""How a report begins a warning about the résumé; those about the posting would stand in every row."""
_FILE_NAME = re.compile(r"\S[^\n]{0,250}\.(?:pdf|docx?|odt|rtf|html?|md|txt|json)", re.IGNORECASE)
"""A text that can only be meant as the name of a file."""
_NO_SKETCH = Sketch("", "", (), ())

Mask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Judged:
    """One requirement in a row: what is asked, whether it is a must-have, and what the résumé shows of it, in words.

    `open` says that nobody knows: an ambiguous word, or years that are not told.
    """

    asked: str
    level: str
    must: bool
    verdict: str
    open: bool
    reason: str
    months: int | None
    points: float
    of_points: float
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of one row.

    Attributes:
        score: 0-100, or None.
        certainty: 0-1, or None.
        next: what to learn first, and what it adds.
        warnings: about the résumé, as hidden words.
        cause: why there is no score, or why the must-haves could not be judged, in one line.
        failure: the same as a kind, as `encrypted file`; it names nothing that the row holds.
        judged: required and preferred ones, in the posting's order.
    """

    status: Status
    bucket: Bucket = "could not be judged"
    score: float | None = None
    required: tuple[int, int] | None = None
    certainty: float | None = None
    next: str = ""
    warnings: tuple[str, ...] = ()
    cause: str = ""
    failure: str = ""
    judged: tuple[Judged, ...] = ()
    sketch: Sketch = _NO_SKETCH

    @property
    def missing(self) -> tuple[str, ...]:
        """The required ones that are not shown; with what is partly met, where that alone keeps a row in its bucket."""
        named = [j.asked for j in self.judged if j.verdict == "missing" and j.level == "required"]
        short = [j for j in self.judged if j.must and j.verdict == "partly" and not j.open]
        musts = [j for j in self.judged if j.must]
        met = sum(j.verdict == "met" for j in musts)
        if self.bucket == "misses must-haves" and _is_most(met + len(short), musts):
            named += [f"{j.asked} (partly)" for j in short]
        return tuple(named)

    @property
    def partly(self) -> tuple[str, ...]:
        """The required ones of which something is shown and something is missing."""
        return tuple(j.asked for j in self.judged if j.verdict == "partly" and not j.open and j.level == "required")

    @property
    def unsure(self) -> tuple[str, ...]:
        """The required ones that are open."""
        return tuple(j.asked for j in self.judged if j.open and j.level == "required")

    @property
    def reasons(self) -> tuple[str, ...]:
        """What counts most for the candidate, must-haves first, each with the words that show it."""
        shown = [j for j in self.judged if j.points > 0]
        shown.sort(key=lambda j: (not j.must, -j.points))
        return tuple(_reason(j) for j in shown[:REASONS])


def judge(text: str, path: str, asked: Asked, analyzer: Analyzer, files: Files, blind: bool = False) -> Outcome:
    """What comes of a row with that text, or else that path. A text that is the name of a file is read as a path."""
    document: Document | None = None
    try:
        document = _document(text, path, files)
        resume = analyzer.read_resume(document)
        report = analyzer.compare(resume, asked.posting)
        mask, unquote = (masking(resume), unquoted) if blind else (_as_it_is, _as_it_is)
        return _judged(report, asked, mask, unquote, sketch(document.readable))
    except InputError as error:
        status: Status = (
            "no skills" if isinstance(error, NoSkills) else "empty" if isinstance(error, EmptyDocument) else "unreadable"
        )
        return _failed(status, _told(error, blind), _kind(error), document)
    except Exception as error:
        # one row must not cost the others theirs, whatever it makes of the libraries below
        told = type(error).__name__ if blind else f"{type(error).__name__}: {error}"
        return _failed("unreadable", " ".join(f"something unforeseen ({told})".split()), "unforeseen", document)


def _as_it_is(words: str) -> str:
    return words


def unreadable(cause: str, failure: str) -> Outcome:
    """The outcome of a row that cannot be read."""
    return Outcome("unreadable", cause=cause, failure=failure)


def _document(text: str, path: str, files: Files) -> Document:
    if _FILE_NAME.fullmatch(text.strip()):
        return files.read_cell(text.strip())
    if text.strip():
        if is_latex(text):
            raise latex("")
        return documents.from_text(text)
    if path.strip():
        return files.read(path.strip())
    raise EmptyRow("neither a text nor a path in this row", remedy="fill the cell; a row that is cut short lacks it too")


def _told(error: SkillgapError, blind: bool) -> str:
    """An error in one line; blind, without the name of the file, which often is the person's."""
    return str(type(error)(error.what, remedy=error.remedy)) if blind else str(error)


def _kind(error: SkillgapError) -> str:
    """The name of its class in words: `encrypted file`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()


def _failed(status: Status, cause: str, failure: str, document: Document | None) -> Outcome:
    return Outcome(status, cause=cause, failure=failure, sketch=sketch(document.readable) if document else _NO_SKETCH)


def _judged(report: GapReport, asked: Asked, mask: Mask, unquote: Mask, kept: Sketch) -> Outcome:
    step = next((step for step in report.plan.steps if step.gain > 0), None)
    musts = [report.verdicts[place] for place in sorted(asked.musts)]
    bucket = _bucket(musts)
    warnings = (n.message.removeprefix(_OF_RESUME) for n in report.warnings if n.message.startswith(_OF_RESUME))
    return Outcome(
        status="scored" if report.score is not None else "not scored",
        bucket=bucket,
        score=report.score,
        required=(report.required_met, report.required_total),
        certainty=report.certainty,
        next=f"{step.skill.name} (+{step.gain:g})" if step else "",
        warnings=tuple(map(unquote, warnings)),
        cause=report.headline if report.score is None else _question(musts) if bucket == BUCKETS[-1] else "",
        failure="" if report.score is not None else "nothing asked",
        judged=tuple(_requirement(v, place in asked.musts, mask) for place, v in enumerate(report.verdicts)),
        sketch=kept,
    )


def _bucket(musts: list[Verdict]) -> Bucket:
    """By the must-haves alone. Of what is open nobody knows, so it does not push a candidate to the bottom."""
    met = sum(verdict.verdict == "met" for verdict in musts)
    unsure = sum(verdict.open for verdict in musts)
    if unsure == len(musts):
        return "could not be judged"
    if met == len(musts):
        return "meets all must-haves"
    return "meets most must-haves" if _is_most(met, musts) else "misses must-haves"


def _is_most(met: int, musts: Sequence[Verdict | Judged]) -> bool:
    """Whether so many are more than half of those that are not open."""
    return 2 * met > sum(not must.open for must in musts)


def _question(musts: list[Verdict]) -> str:
    """What is open of must-haves of which nothing is known."""
    return f"a question: {'; '.join(f'{verdict.requirement.label} ({_reason_of(verdict)})' for verdict in musts)}"


def _requirement(verdict: Verdict, must: bool, mask: Mask) -> Judged:
    requirement = verdict.requirement
    quote: Quote | None = next((quote for quote in verdict.quotes if quote.document == "resume"), None)
    return Judged(
        asked=requirement.label,
        level=requirement.level,
        must=must,
        verdict=verdict.verdict,
        open=verdict.open,
        reason=_reason_of(verdict),
        months=verdict.months,
        points=verdict.points,
        of_points=verdict.of_points,
        quote=clean(mask(quote.text)) if quote else "",
        place=", ".join(filter(None, (quote.place, f"p. {quote.page}" if quote.page else ""))) if quote else "",
    )


def _reason_of(verdict: Verdict) -> str:
    """The reason as a recruiter reads it, with the years that were found where years are asked for."""
    reason = verdict.reason.replace(SAY_IT, _ASK)
    if verdict.requirement.min_years is None or verdict.verdict != "met" or verdict.months is None:
        return reason
    return f"{reason}, {duration(verdict.months)}"


def _reason(judged: Judged) -> str:
    quote = judged.quote if len(judged.quote) <= _QUOTE else f"{judged.quote[:_QUOTE].rsplit(' ', 1)[0]} …"
    return f"{judged.asked}: {judged.reason}" + (f' ("{quote}")' if quote else "")
