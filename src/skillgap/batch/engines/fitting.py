"""Scores few rows in this process and many in several: to start processes costs more than some hundred rows do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import pandas as pd

from skillgap.batch.engines.interface import Setup, Task
from skillgap.batch.engines.local import Local
from skillgap.batch.engines.processes import Processes

FEW = 2
"""Tasks that are scored in this process."""
MOST = 8
"""Processes that are started where nobody says how many."""


class Fitting:
    """The engine."""

    def __call__(self, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """See `Engine`."""
        coming = iter(tasks)
        begun = list(islice(coming, FEW + 1))
        engine = Processes(min(MOST, os.cpu_count() or 1)) if len(begun) > FEW else Local()
        yield from engine(chain(begun, coming), setup)
