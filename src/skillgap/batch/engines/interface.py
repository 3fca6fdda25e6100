"""What an engine is: it takes tasks, each some rows, and gives back each with its results, in any order, none lost.

A row that ends or hangs the process that scores it costs itself: an engine finds it, and `lost` is what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

import pandas as pd

from skillgap.analyzer import Analyzer
from skillgap.batch.asked import Asked
from skillgap.batch.frame import failed_frame, score_frame
from skillgap.comparison import Options
from skillgap.taxonomy import Taxonomy

ROW_SECONDS = 60.0
"""A row may take so long; reading its file has a limit of its own below that."""
ROW_BYTES = 2_000_000_000
"""A process that scores rows may take so much memory beyond what it has when it begins; 16 times a text of the allowed size."""
LOST = (
    f"it ends the process that scores it, or takes more than {ROW_SECONDS:g} seconds or {ROW_BYTES // 1_000_000_000} GB of memory"
)


@dataclass(frozen=True, slots=True)
class Setup:
    """All that scoring a row needs beside the row; it travels to other processes.

    Attributes:
        name: tells setups apart; a process builds the engine for each once.
    """

    name: str
    asked: Asked
    taxonomy: Taxonomy
    today: date
    fuzzy: bool
    options: Options | None
    text: str | None
    path: str | None
    folder: str
    outside: bool
    blind: bool


@dataclass(frozen=True, slots=True)
class Task:
    """Some rows, numbered by the index of the frame, which has the columns for texts and paths and no others."""

    first: int
    frame: pd.DataFrame


Score = Callable[[Setup, pd.DataFrame, Callable[[Hashable], object] | None], pd.DataFrame]
"""Scores the rows of a frame and gives the columns of results alone; told each row's number before it is scored."""


class Engine(Protocol):
    """Scores tasks."""

    def __call__(self, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """Each task with its results, as soon as they are there. Tasks are taken when they can be worked at, not before."""
        ...


def score(setup: Setup, frame: pd.DataFrame, before_row: Callable[[Hashable], object] | None = None) -> pd.DataFrame:
    """The results of some rows, by `score_frame`, without the columns that were given."""
    scored = score_frame(
        frame,
        setup.asked,
        analyzer=_analyzer(_Named(setup.name, setup)),
        text_column=setup.text,
        path_column=setup.path,
        folder=setup.folder,
        allow_outside=setup.outside,
        blind=setup.blind,
        details=True,
        before_row=before_row,
    )
    return scored.drop(columns=list(frame.columns))


def lost(setup: Setup, frame: pd.DataFrame, cause: str = LOST) -> pd.DataFrame:
    """The results of rows that nothing comes of."""
    causes = [cause] * len(frame)
    return failed_frame(frame, causes, setup.asked, failure="ends its process", details=True).drop(columns=list(frame.columns))


@dataclass(frozen=True, slots=True)
class _Named:
    """A setup that equals any other of its name."""

    name: str
    setup: Setup

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


@lru_cache(maxsize=2)
def _analyzer(named: _Named) -> Analyzer:
    setup = named.setup
    return Analyzer(setup.taxonomy, today=setup.today, fuzzy=setup.fuzzy, options=setup.options)
