"""`score_frame`: candidates in a pandas frame, scored against a posting, row by row.

The scorer sees a row's text, or the file that it names, and nothing else of it. A row that cannot be scored has no score, a
status and a cause; it never costs another row.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from skillgap import documents
from skillgap.analyzer import Analyzer, Source, default_analyzer
from skillgap.comparison.compare import fingerprint
from skillgap.errors import EmptyDocument, InputError, MissingFile, NoSkills, TableError
from skillgap.model import Document, GapReport, Posting

if TYPE_CHECKING:
    from collections.abc import Hashable

RESULT_COLUMNS: tuple[str, ...] = (
    "score",
    "required_met",
    "certainty",
    "missing",
    "partly",
    "next",
    "warnings",
    "status",
    "cause",
    "posting",
)
"""What `score_frame` adds, in this order; see `result_columns` for a frame that has columns of such names."""
STATUSES: tuple[str, ...] = ("scored", "not scored", "no skills", "empty", "unreadable")
"""How a row can end."""
TEXT_NAMES = ("text", "resume_text", "resume", "cv", "cv_text", "content")
PATH_NAMES = ("path", "file", "filename", "resume_path", "cv_path", "document")
_OF_RESUME = "résumé: "
"""How a report begins a warning about the résumé; those about the posting would stand in every row."""
_NOTHING = frozenset({"null", "nan", "none", "nil", "na", "n/a", "<na>", "-", "--"})
"""What other programs write into a cell without a value; no résumé and no path is called so."""
_FILE_NAME = re.compile(r"\S[^\n]{0,250}\.(?:pdf|docx?|odt|rtf|html?|md|txt|json)", re.IGNORECASE)
"""A text that can only be meant as the name of a file."""


def score_frame(
    frame: pd.DataFrame,
    posting: Posting | Source,
    *,
    analyzer: Analyzer | None = None,
    text_column: str | None = None,
    path_column: str | None = None,
    folder: str | os.PathLike[str] | None = None,
) -> pd.DataFrame:
    """Score each row of a frame against a posting.

    Args:
        frame: one candidate a row, with the résumé's text or the path of its file.
        posting: a `Posting`, or what `Analyzer.read_posting` takes.
        analyzer: the engine; a shared one with the defaults if None.
        text_column, path_column: their names; guessed from usual names if None. A text that is the name of a file is read as a
            path.
        folder: what paths are relative to, and stay inside of; the current folder if None.

    Returns:
        A new frame with the same index and columns plus `RESULT_COLUMNS` (as `result_columns` calls them): `score` 0-100 or NaN,
        `required_met` as `6/9`, `certainty` 0-1, `missing` and `partly` (names of required skills, `; ` between), `next` (what to
        learn first), `warnings` (about the résumé, as hidden words), `status` (one of `STATUSES`), `cause` in one line, `posting`
        (hash of what was asked).

    Raises:
        TableError: there is no column with a text or a path.
        InputError: the posting cannot be read.
    """
    engine = analyzer or default_analyzer()
    asked = posting if isinstance(posting, Posting) else engine.read_posting(posting)
    text, path = find_columns(list(frame.columns), text_column, path_column)
    base = Path(folder) if folder is not None else Path()
    texts = frame[text].tolist() if text else [None] * len(frame)
    paths = frame[path].tolist() if path else [None] * len(frame)
    rows = [_score(_cell(t), _cell(p), base, engine, asked) for t, p in zip(texts, paths, strict=True)]
    return _with_results(frame, rows, asked)


def unreadable(frame: pd.DataFrame, causes: Iterable[str], posting: Posting) -> pd.DataFrame:
    """What `score_frame` makes of rows that cannot be read, given the cause for each."""
    return _with_results(frame, [_failed("unreadable", cause) for cause in causes], posting)


def result_columns(columns: Iterable[Hashable], wanted: Iterable[str] = RESULT_COLUMNS) -> dict[str, str]:
    """How our columns are called in a frame that has those `columns`, which stay: `score`, else `skillgap_score`."""
    taken = {str(column).strip().lower() for column in columns}
    names: dict[str, str] = {}
    for name in wanted:
        free, copies = name, 1
        while free in taken:
            free = f"skillgap_{name}" if copies == 1 else f"skillgap_{name}_{copies}"
            copies += 1
        names[name] = free
    return names


def _with_results(frame: pd.DataFrame, rows: list[tuple[object, ...]], posting: Posting) -> pd.DataFrame:
    results = pd.DataFrame(rows, columns=list(RESULT_COLUMNS[:-1]), index=frame.index)
    results["posting"] = fingerprint(posting.identity)
    results = results.astype({"score": "float64", "certainty": "float64"})
    return pd.concat([frame, results.rename(columns=result_columns(frame.columns))], axis=1)


def find_columns(columns: list[Hashable], text: str | None = None, path: str | None = None) -> tuple[str | None, str | None]:
    """The columns that hold texts and paths: those named, else those with a usual name.

    Raises:
        TableError: a named column is not there, or none is found.
    """
    names = [column for column in columns if isinstance(column, str)]
    listed = ", ".join(names[:12])
    for wanted in (text, path):
        if wanted is not None and wanted not in names:
            raise TableError(f"no column {wanted!r}", remedy=f"the columns are: {listed}")
    by_lower = {name.strip().lower(): name for name in reversed(names)}
    if text is None and path is None:
        text = next((by_lower[name] for name in TEXT_NAMES if name in by_lower), None)
        path = next((by_lower[name] for name in PATH_NAMES if name in by_lower), None)
    if text is None and path is None:
        raise TableError(
            "no column with résumé texts or paths" + ("; is this a CSV?" if len(columns) == 1 else ""),
            remedy=f"name it with --text-column or --path-column; the columns are: {listed}",
        )
    for chosen in (text, path):
        # pandas and `read_chunks` number a name that occurs again: `resume.1`
        if chosen is not None and (names.count(chosen) > 1 or f"{chosen}.1" in names):
            raise TableError(f"more than one column {chosen!r}", remedy="rename or remove one")
    return text, path


def _cell(value: object) -> str:
    missing = value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
    text = "" if missing else str(value)
    return "" if text.strip().lower() in _NOTHING else text


def _score(text: str, path: str, folder: Path, analyzer: Analyzer, posting: Posting) -> tuple[object, ...]:
    try:
        if _FILE_NAME.fullmatch(text.strip()):
            report = analyzer.compare(_named(folder, text.strip()), posting)
        elif text.strip():
            report = analyzer.compare(text, posting)
        elif path.strip():
            report = analyzer.compare(documents.read(_inside(folder, path.strip()), name=path.strip()), posting)
        else:
            raise EmptyDocument("neither a text nor a path in this row")
    except InputError as error:
        status = "no skills" if isinstance(error, NoSkills) else "empty" if isinstance(error, EmptyDocument) else "unreadable"
        return _failed(status, str(error))
    except Exception as error:
        # one row must not cost the others theirs, whatever it makes of the libraries below
        cause = f"something unforeseen ({type(error).__name__}: {error})"
        return _failed("unreadable", " ".join(cause.split()))
    return _row(report)


def _failed(status: str, cause: str) -> tuple[object, ...]:
    return (None, "", None, "", "", "", "", status, cause)


def _named(folder: Path, name: str) -> Document:
    """The file whose name stands where a text is expected.

    Raises:
        InputError: it cannot be read; where there is none, in the words of the table.
    """
    target = _inside(folder, name)
    if not target.exists():
        raise MissingFile(
            "the cell for the text holds the name of a file, and there is none beside the table",
            where=name,
            remedy="put the file there, or its text into the cell",
        )
    return documents.read(target, name=name)


def _inside(folder: Path, name: str) -> Path:
    """The file that a row names; only below the table's folder.

    Raises:
        MissingFile: it lies elsewhere.
    """
    if "\0" in name:
        raise MissingFile("no such file", where=name.replace("\0", " "), remedy="check the path")
    if "://" in name:
        raise MissingFile("an address, not a file", where=name, remedy="save it and give the file")
    target = (folder / name).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise MissingFile("outside the table's folder", where=name, remedy="move the file beside the table")
    return target


def _row(report: GapReport) -> tuple[object, ...]:
    required = report.at("required")
    step = next((step for step in report.plan.steps if step.gain > 0), None)
    return (
        report.score,
        f"{report.required_met}/{report.required_total}",
        report.certainty,
        "; ".join(v.requirement.label for v in required if v.verdict == "missing"),
        "; ".join(v.requirement.label for v in required if v.verdict == "partly"),
        f"{step.skill.name} (+{step.gain:g})" if step else "",
        "; ".join(n.message.removeprefix(_OF_RESUME) for n in report.warnings if n.message.startswith(_OF_RESUME)),
        "scored" if report.score is not None else "not scored",
        "" if report.score is not None else report.headline,
    )
