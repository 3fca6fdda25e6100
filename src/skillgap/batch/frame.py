"""`score_frame`: candidates in a pandas frame, scored against a posting, row by row.

The scorer sees a row's text, or the file that it names, and nothing else of it. A row that cannot be scored has no score, a
status and a cause; it never costs another row.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from skillgap import documents
from skillgap.analyzer import Analyzer, Source, default_analyzer
from skillgap.errors import EmptyDocument, InputError, MissingFile, NoSkills, TableError
from skillgap.model import GapReport, Posting

if TYPE_CHECKING:
    from collections.abc import Hashable

RESULT_COLUMNS: tuple[str, ...] = ("score", "required_met", "certainty", "missing", "partly", "next", "status", "cause")
"""What `score_frame` adds, in this order."""
TEXT_NAMES = ("text", "resume_text", "resume", "cv", "cv_text", "content")
PATH_NAMES = ("path", "file", "filename", "resume_path", "cv_path", "document")


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
        text_column, path_column: their names; guessed from usual names if None.
        folder: what paths are relative to, and stay inside of; the current folder if None.

    Returns:
        A new frame with the same index and columns plus `RESULT_COLUMNS`: `score` 0-100 or NaN, `required_met` as `6/9`,
        `certainty` 0-1, `missing` and `partly` (names of required skills, `; ` between), `next` (what to learn first), `status`
        (`scored`, `not scored`, `empty`, `no skills`, `unreadable`), `cause` in one line.

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
    results = pd.DataFrame(rows, columns=list(RESULT_COLUMNS), index=frame.index)
    results = results.astype({"score": "float64", "certainty": "float64"})
    kept = frame.drop(columns=[c for c in RESULT_COLUMNS if c in frame.columns])
    return pd.concat([kept, results], axis=1)


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
            "no column with résumé texts or paths",
            remedy=f"name it with --text-column or --path-column; the columns are: {listed}",
        )
    for chosen in (text, path):
        if chosen is not None and names.count(chosen) > 1:
            raise TableError(f"more than one column {chosen!r}", remedy="rename one")
    return text, path


def _cell(value: object) -> str:
    missing = value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
    return "" if missing else str(value)


def _score(text: str, path: str, folder: Path, analyzer: Analyzer, posting: Posting) -> tuple[object, ...]:
    try:
        if text.strip():
            report = analyzer.compare(text, posting)
        elif path.strip():
            report = analyzer.compare(documents.read(_inside(folder, path.strip()), name=path.strip()), posting)
        else:
            raise EmptyDocument("neither a text nor a path in this row")
    except InputError as error:
        status = "no skills" if isinstance(error, NoSkills) else "empty" if isinstance(error, EmptyDocument) else "unreadable"
        return (None, "", None, "", "", "", status, str(error))
    except Exception as error:
        # one row must not cost the others theirs, whatever it makes of the libraries below
        cause = f"something unforeseen ({type(error).__name__}: {error})"
        return (None, "", None, "", "", "", "unreadable", " ".join(cause.split()))
    return _row(report)


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
        "scored" if report.score is not None else "not scored",
        "" if report.score is not None else report.headline,
    )
