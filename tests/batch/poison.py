"""Rows that do to the process that scores them what a hostile row could do; every process can import it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Hashable

import pandas as pd

from skillgap.batch.engines.interface import Setup, score

_BACKTRACKS = re.compile(r"(a+)+b")


def score_or_die(setup: Setup, frame: pd.DataFrame, before_row: Callable[[Hashable], object] | None) -> pd.DataFrame:
    """`score`, but a row may ask for the end of the process, for a regular expression that never comes back, or for memory."""
    texts = dict(zip(frame.index, frame["text"], strict=True))

    def before(number: Hashable) -> None:
        if before_row:
            before_row(number)
        if "POISON" in texts[number]:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in texts[number]:
            _BACKTRACKS.match("a" * 64)

    return score(setup, frame, before)
