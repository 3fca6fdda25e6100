"""A batch from file to file: chunks of rows -> `score_frame` -> one ranked table, written as a whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from skillgap.analyzer import Analyzer
from skillgap.batch.frame import RESULT_COLUMNS, find_columns, score_frame
from skillgap.batch.tables import CHUNK, read_chunks
from skillgap.model import Posting

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The ranked table (index: row number in the input), and how many rows ended in which status."""

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

    Columns of the input that are called like one of ours (`rank`, `score`, ...) give way to it.

    Args:
        progress: called with the number of rows done after each chunk.

    Raises:
        InputError: the table cannot be read; no row is lost, since none is written.
    """
    parts: list[pd.DataFrame] = []
    done = 0
    for frame in read_chunks(candidates, chunk):
        text, _ = find_columns(list(frame.columns), text_column, path_column)
        scored = score_frame(
            frame, posting, analyzer=analyzer, text_column=text_column, path_column=path_column, folder=candidates.parent
        )
        parts.append(scored.drop(columns=[text]) if text else scored)
        done += len(frame)
        if progress:
            progress(done)
    table = pd.concat(parts)
    columns = [column for column in table.columns if column not in {"rank", *RESULT_COLUMNS}]
    counts = dict(sorted(Counter(table["status"]).items()))
    return BatchResult(rank(table)[["rank", *columns, *RESULT_COLUMNS]], counts)


def rank(table: pd.DataFrame) -> pd.DataFrame:
    """Best first, equal scores with one rank; rows without a score last, without rank. Ties stand in order of their content."""
    place = table["score"].astype("float64").rank(method="min", ascending=False).astype("Int64")
    ranked = table.assign(rank=place)
    content = ["\x1f".join(map(str, row)) for row in table.drop(columns="score").itertuples(index=False, name=None)]
    scores = table["score"].tolist()
    order = sorted(range(len(table)), key=lambda i: (pd.isna(scores[i]), 0.0 if pd.isna(scores[i]) else -scores[i], content[i]))
    return ranked.iloc[order]


def to_csv(table: pd.DataFrame) -> str:
    """The table as CSV text. A cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    inert = table.copy()
    for column in inert.columns:
        if column not in {"rank", "score", "certainty"}:
            inert[column] = [_inert(str(value)) for value in inert[column]]
    inert.columns = pd.Index([_inert(str(column)) for column in inert.columns])
    text: str = inert.to_csv(index=False, lineterminator="\n")
    return text


def _inert(cell: str) -> str:
    cleaned = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return f"'{cleaned}" if cell.startswith(_FORMULA) or cleaned.lstrip().startswith(_FORMULA) else cleaned
