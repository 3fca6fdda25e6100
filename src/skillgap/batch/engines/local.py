"""Scores rows in this process: the quickest way for few of them, but a row that ends the process ends the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from skillgap.batch.engines.interface import Score, Setup, Task, score


class Local:
    """The engine.

    Args:
        call: what scores rows; `score` unless a test has its own.
    """

    def __init__(self, call: Score = score) -> None:
        self._call = call

    def __call__(self, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """See `Engine`."""
        for task in tasks:
            yield task, self._call(setup, task.frame, None)
