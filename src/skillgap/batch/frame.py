"""`score_frame`: candidates in a pandas frame, scored against a posting, row by row.

It is pure, and all that a batch does to a row: in this process, in worker processes, on Dask, Spark or Ray. What it gives beside
the columns for people, as `details=True` asks for, is JSON: what shortlists and the search for duplicates are made of.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from skillgap.analyzer import Analyzer, Source, default_analyzer
from skillgap.batch.asked import Asked, ask
from skillgap.batch.candidate import Judged, Outcome, judge, unreadable
from skillgap.batch.columns import find_columns, result_columns
from skillgap.batch.files import Files
from skillgap.batch.sketch import Sketch
from skillgap.comparison.compare import fingerprint
from skillgap.errors import TableError
from skillgap.model import Posting

RESULT_COLUMNS: tuple[str, ...] = (
    "bucket",
    "score",
    "required_met",
    "certainty",
    "missing",
    "partly",
    "unsure",
    "next",
    "reasons",
    "warnings",
    "status",
    "cause",
    "posting",
)
"""What `score_frame` adds, in this order; see `result_columns` for a frame that has columns of such names."""
DETAILS = "details"
"""The column that `details=True` adds behind them."""
BETWEEN = "; "
"""Stands between the parts of a cell."""
_NOTHING = frozenset({"null", "nan", "none", "nil", "na", "n/a", "<na>", "-", "--"})
"""What other programs write into a cell without a value; no résumé and no path is called so."""


def score_frame(
    frame: pd.DataFrame,
    posting: Asked | Posting | Source,
    *,
    analyzer: Analyzer | None = None,
    must: Iterable[str] = (),
    min_years: Mapping[str, float] | None = None,
    text_column: str | None = None,
    path_column: str | None = None,
    folder: str | os.PathLike[str] | None = None,
    allow_outside: bool = False,
    blind: bool = False,
    details: bool = False,
    before_row: Callable[[Hashable], object] | None = None,
) -> pd.DataFrame:
    """Score each row of a frame against a posting.

    Args:
        frame: one candidate a row, with the résumé's text or the path of its file.
        posting: a `Posting`, what `ask` made of one, or what `Analyzer.read_posting` takes.
        analyzer: the engine; a shared one with the defaults if None.
        must, min_years: must-haves (see `skillgap.batch.asked`); not together with an `Asked`, which has them.
        text_column, path_column: their names; guessed from usual names if None. A text that is the name of a file is read as a
            path.
        folder: what paths are relative to, and stay inside of unless `allow_outside`; the current folder if None.
        blind: hide names, addresses, employers and schools in quotes and causes.
        details: add a column `details`: JSON with every verdict and its quote, and what tells duplicates.
        before_row: called with the index of each row before it is scored.

    Returns:
        A new frame with the same index and columns plus `RESULT_COLUMNS` (as `result_columns` calls them): `bucket` (one of
         `candidate.BUCKETS`), `score` 0-100 or NaN, `required_met` as `6/9`, `certainty` 0-1, `missing`, `partly` and `unsure`
         (names of required skills, `; ` between; unsure are ambiguous words, and years that nothing tells), `next` (what to learn
         first), `reasons` (what counts most, with quotes), `warnings` (about the résumé, as hidden words), `status` (one of
         `candidate.Status`), `cause` in one line, `posting` (hash of what was asked).

    Raises:
        TableError: it is no frame, or there is no column with a text or a path.
        InputError: the posting cannot be read.
        SkillgapError: a must-have names no skill of the taxonomy.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TableError(f"a pandas frame is needed, not {type(frame).__name__}", remedy="give a pandas.DataFrame")
    engine = analyzer or default_analyzer()
    asked = posting if isinstance(posting, Asked) else None
    if asked is None:
        read = posting if isinstance(posting, Posting) else engine.read_posting(posting)  # type: ignore[arg-type]
        asked = ask(read, engine.skill, must, min_years)
    text, path = find_columns(frame.columns, text_column, path_column)
    files = Files(Path(folder) if folder is not None else Path(), allow_outside)
    texts = frame[text].tolist() if text else [None] * len(frame)
    paths = frame[path].tolist() if path else [None] * len(frame)
    outcomes: list[Outcome] = []
    for index, t, p in zip(frame.index, texts, paths, strict=True):
        if before_row:
            before_row(index)
        outcomes.append(judge(_cell(t), _cell(p), asked, engine, files, blind))
    return _with_results(frame, outcomes, asked, details)


def failed_frame(
    frame: pd.DataFrame, causes: Iterable[str], asked: Asked, *, failure: str = "broken row", details: bool = False
) -> pd.DataFrame:
    """What `score_frame` makes of rows that cannot be read, given the cause for each, and of which kind these are."""
    return _with_results(frame, [unreadable(cause, failure) for cause in causes], asked, details)


def _with_results(frame: pd.DataFrame, outcomes: list[Outcome], asked: Asked, details: bool = False) -> pd.DataFrame:
    """A frame with the columns for its outcomes, one for each row."""
    wanted = (*RESULT_COLUMNS, DETAILS) if details else RESULT_COLUMNS
    posting = fingerprint(asked.posting.identity)
    cells = [_row(outcome) for outcome in outcomes]
    rows = [
        (*map(_joined, row), posting, *([_details(outcome, row)] if details else []))
        for outcome, row in zip(outcomes, cells, strict=True)
    ]
    results = pd.DataFrame(rows, columns=list(wanted), index=frame.index)
    results = results.astype({"score": "float64", "certainty": "float64"})
    return pd.concat([frame, results.rename(columns=result_columns(frame.columns, wanted))], axis=1)


def _cell(value: object) -> str:
    """A cell as text; empty for what is missing, or stands for nothing in other programs."""
    missing = value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
    text = "" if missing else str(value)
    return "" if text.strip().lower() in _NOTHING else text


def _row(outcome: Outcome) -> tuple[object, ...]:
    return (
        outcome.bucket,
        outcome.score,
        f"{outcome.required[0]}/{outcome.required[1]}" if outcome.required else "",
        outcome.certainty,
        outcome.missing,
        outcome.partly,
        outcome.unsure,
        outcome.next,
        outcome.reasons,
        outcome.warnings,
        outcome.status,
        outcome.cause,
    )


def _joined(value: object) -> object:
    return BETWEEN.join(value) if isinstance(value, tuple) else value


def _fields(value: Judged | Sketch) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}


def _details(outcome: Outcome, cells: tuple[object, ...]) -> str:
    told = {
        "failure": outcome.failure,
        "judged": list(map(_fields, outcome.judged)),
        "lists": {name: value for name, value in zip(RESULT_COLUMNS, cells, strict=False) if isinstance(value, tuple)},
        "sketch": _fields(outcome.sketch),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
