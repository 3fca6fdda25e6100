"""How far a long run is, on standard error: a bar where that is a terminal that can redraw a line, else a line now and then."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skillgap.cli.console import warn

if TYPE_CHECKING:
    from skillgap.batch import Progress

EVERY = 10.0
"""Seconds between two lines."""


@contextmanager
def reporting(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """What is called with the progress of a run; None where nothing is to be told."""
    if quiet:
        yield None
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with _bar() as show:
            yield show
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[rows]}"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("scoring", total=1.0, rows="scoring")
        started = time.monotonic()

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.share, rows=_rate(progress, time.monotonic() - started))

        yield show


def _lines() -> Callable[[Progress], None]:
    started = told = time.monotonic()
    share = 0.0

    def tell(progress: Progress) -> None:
        nonlocal told, share
        share = max(share, progress.share)
        now = time.monotonic()
        if now - told >= EVERY:
            told = now
            warn(f"{_rate(progress, now - started)}, {share:.0%}")

    return tell


def _rate(progress: Progress, seconds: float) -> str:
    rate = progress.new / max(seconds, 0.1)
    return f"{progress.rows:,} candidates, {rate:,.0f}/s"
