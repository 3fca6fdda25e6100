"""Scores few rows in one process beside this and many in several: to start more costs more than some hundred rows do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import pandas as pd

from skillgap.batch.engines.interface import Score, Setup, Task, score
from skillgap.batch.engines.processes import Processes

FEW = 2
"""Tasks for which one process is enough."""
MOST = 8
"""Processes that are started where nobody says how many."""


class Fitting:
    """The engine.

    Args:
        call: what scores rows; `score` unless a test has its own, which every process can import.
    """

    def __init__(self, call: Score = score) -> None:
        self._call = call

    def __call__(self, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """See `Engine`."""
        coming = iter(tasks)
        begun = list(islice(coming, FEW + 1))
        workers = min(MOST, os.cpu_count() or 1) if len(begun) > FEW else 1
        yield from Processes(workers, call=self._call)(chain(begun, coming), setup)
