"""A batch from file to file: chunks of rows -> `score_frame` -> one ranked table, written as a whole or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from skillgap.analyzer import Analyzer
from skillgap.batch.frame import RESULT_COLUMNS, STATUSES, find_columns, result_columns, score_frame, unreadable
from skillgap.batch.tables import CHUNK, read_chunks
from skillgap.model import Posting

_OURS = ("rank", *RESULT_COLUMNS)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The ranked table (index: row number in the input), and how many rows ended in which status, the scored ones first."""

    table: pd.DataFrame
    counts: dict[str, int]


def run(
    candidates: Path,
    posting: Posting,
    analyzer: Analyzer,
    *,
    text_column: str | None = None,
    path_column: str | None = None,
    chunk: int = CHUNK,
    progress: Callable[[int], None] | None = None,
) -> BatchResult:
    """Score and rank the candidates of a CSV file. Every row stands in the table once; the texts are left out of it.

    Columns of the input stay as they are; where one is called like one of ours (`rank`, `score`, ...), ours is `skillgap_rank`.
    A row that does not fit the heading, or whose quotes are wrong, costs only itself: it is `unreadable`.

    Args:
        progress: called with the number of rows done after each chunk.

    Raises:
        InputError: the table cannot be read; no row is lost, since none is written.
    """
    parts: list[pd.DataFrame] = []
    names = dict(zip(_OURS, _OURS, strict=True))
    done = 0
    for part in read_chunks(candidates, chunk):
        text, _ = find_columns(list(part.frame.columns), text_column, path_column)
        names = result_columns(part.frame.columns, _OURS)
        broken = list(part.broken)
        scored = score_frame(
            part.frame.drop(index=broken),
            posting,
            analyzer=analyzer,
            text_column=text_column,
            path_column=path_column,
            folder=candidates.parent,
        )
        if broken:
            scored = pd.concat([scored, unreadable(part.frame.loc[broken], part.broken.values(), posting)])
        parts.append(scored.drop(columns=[text]) if text else scored)
        done += len(part.frame)
        if progress:
            progress(done)
    table = pd.concat(parts)
    results = [names[name] for name in RESULT_COLUMNS]
    own = [column for column in table.columns if column not in results]
    found = Counter(table[names["status"]])
    counts = {status: found[status] for status in STATUSES if found[status]}
    ranked = rank(table, names["score"], names["rank"], _id_column(own))
    return BatchResult(ranked[[names["rank"], *own, *results]], counts)


def rank(table: pd.DataFrame, score: str = "score", name: str = "rank", by: str | None = None) -> pd.DataFrame:
    """Best first, equal scores with one rank; rows without a score last, without rank.

    Ties, and rows without a score, stand in the order of column `by`, numbers in it by their value (`2` before `13`), then of
    their content.

    Args:
        score: the column with the scores.
        name: of the column that is added.
    """
    place = table[score].astype("float64").rank(method="min", ascending=False).astype("Int64")
    content = ["\x1f".join(map(str, row)) for row in table.drop(columns=score).itertuples(index=False, name=None)]
    ids = [_natural(str(value)) for value in table[by]] if by else [()] * len(table)
    scores = [None if pd.isna(value) else -value for value in table[score]]
    keys = [(value is None, value or 0.0, *key) for value, *key in zip(scores, ids, content, strict=True)]
    return table.assign(**{name: place}).iloc[sorted(range(len(table)), key=keys.__getitem__)]


def _id_column(own: list[str]) -> str | None:
    """The column by which equals are ordered: `id`, else the first of the recruiter's own."""
    return next((column for column in own if column.strip().lower() == "id"), own[0] if own else None)


def _natural(text: str) -> tuple[object, ...]:
    """A key that orders numbers in a text by their value, of whatever length: text and number take turns in it."""
    parts = re.split(r"([0-9]+)", text.strip())
    return tuple((len(p.lstrip("0")), p.lstrip("0")) if place % 2 else p.casefold() for place, p in enumerate(parts))


def to_csv(table: pd.DataFrame) -> str:
    """The table as CSV text. A cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    inert = table.copy()
    for column in inert.columns:
        if not pd.api.types.is_numeric_dtype(inert[column]):
            inert[column] = [_inert(str(value)) for value in inert[column]]
    inert.columns = pd.Index([_inert(str(column)) for column in inert.columns])
    text: str = inert.to_csv(index=False, lineterminator="\n")
    return text


def _inert(cell: str) -> str:
    cleaned = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return f"'{cleaned}" if cell.startswith(_FORMULA) or cleaned.lstrip().startswith(_FORMULA) else cleaned
