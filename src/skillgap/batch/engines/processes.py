"""Scores rows in processes of this machine, started afresh (`spawn`), each of which builds its analyzer once.

Each works at one task, has the next one ready, and notes the row that it is at. So where one ends or hangs, the row that is to
blame is known: it is given up, the rest is done again, and another process takes the place. (An executor of the standard library
gives up all that is in work when one of its processes ends, and does not tell what that was at.)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import connection, resource_tracker
from pathlib import Path
from queue import Queue
from typing import Any

import pandas as pd

from skillgap.batch.engines.interface import ROW_BYTES, ROW_SECONDS, Score, Setup, Task, lost, score
from skillgap.batch.engines.watch import watching
from skillgap.errors import SkillgapError

_NONE = -1
"""The row that is noted before the first one."""
_AHEAD = 2
"""Tasks that a process has, the one that it works at among them."""
_TRIES = 3
"""A process that ends before its first row is no row's fault; after so many in a row nothing can be done."""
_GUARD = "in a script call it below `if __name__ == '__main__':`, or use --workers 0"


class Processes:
    """The engine.

    Args:
        workers: how many processes.
        seconds: a process that takes longer for a row is ended.
        call: what scores rows; `score` unless a test has its own, which every process can import.

    Raises (when called):
        SkillgapError: processes do not start.
    """

    def __init__(self, workers: int, *, seconds: float = ROW_SECONDS, call: Score = score) -> None:
        self._workers = workers
        self._seconds = seconds
        self._call = call

    def __call__(self, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """See `Engine`."""
        pieces = _Pieces(iter(tasks))
        workers: list[_Worker] = []
        failed = 0
        try:
            while True:
                while len(workers) < self._workers and (piece := pieces.next()):
                    workers.append(_Worker(setup, self._call, self._seconds))
                    workers[-1].give(piece)
                for worker in workers:
                    while len(worker.pieces) < _AHEAD and (piece := pieces.next()):
                        worker.give(piece)
                busy = {worker.link: worker for worker in workers if worker.pieces}
                if not busy:
                    return
                for link in connection.wait(list(busy)):
                    worker = busy[link]  # type: ignore[index]
                    if (results := worker.take()) is not None:
                        failed = 0
                        yield from pieces.done(worker.pieces.popleft(), results)
                    else:
                        workers.remove(worker)
                        guilty = worker.row
                        piece, *untouched = worker.pieces
                        for other in untouched:
                            pieces.again(other)
                        yield from self._given_up(pieces, piece, guilty, setup)
                        failed = 0 if guilty is not None else failed + 1
                        if failed == _TRIES:
                            raise SkillgapError("processes that score rows do not start", remedy=_GUARD)
        finally:
            for worker in workers:
                worker.end()

    def _given_up(self, pieces: _Pieces, piece: _Piece, row: int | None, setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """What comes of the row that ended a process; the rest of what that was at is to be done again."""
        if row is None:
            pieces.again(piece)
            return
        rest = piece.frame.drop(index=row)
        if len(rest):
            pieces.again(_Piece(piece.task, rest))
        yield from pieces.done(_Piece(piece.task, piece.frame.loc[[row]]), lost(setup, piece.frame.loc[[row]]))


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """All rows of a task, or those that are left of it."""

    task: Task
    frame: pd.DataFrame


@dataclass(slots=True)
class _Pieces:
    """What is to be done, and the parts of tasks that are."""

    coming: Iterator[Task]
    waiting: deque[_Piece] = field(default_factory=deque)
    parts: dict[int, list[pd.DataFrame]] = field(default_factory=dict)

    def next(self) -> _Piece | None:
        """What is to be done next."""
        if self.waiting:
            return self.waiting.popleft()
        task = next(self.coming, None)
        return _Piece(task, task.frame) if task else None

    def again(self, piece: _Piece) -> None:
        """It is to be done once more."""
        self.waiting.append(piece)

    def done(self, piece: _Piece, results: pd.DataFrame) -> Iterator[tuple[Task, pd.DataFrame]]:
        """The task with all its results, if these were the last."""
        task = piece.task
        parts = [*self.parts.pop(task.first, []), results]
        if sum(map(len, parts)) < len(task.frame):
            self.parts[task.first] = parts
        else:
            yield task, parts[0] if len(parts) == 1 else pd.concat(parts).loc[task.frame.index]


class _Worker:
    """A process that scores one piece after the other."""

    def __init__(self, setup: Setup, call: Score, seconds: float) -> None:
        context = multiprocessing.get_context("spawn")
        self._noted: Any = context.RawValue("q", _NONE)
        self.link, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._noted), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()
        self.pieces: deque[_Piece] = deque()
        # not among the arguments: a process that ends before it has read them would let `start` wait for ever
        self._send((setup, call, seconds))

    @property
    def row(self) -> int | None:
        """The row of its first piece that it is at, if it has come to one."""
        noted = int(self._noted.value)
        return noted if noted in self.pieces[0].frame.index else None

    def give(self, piece: _Piece) -> None:
        """Let it work at a piece when those before it are done."""
        self.pieces.append(piece)
        self._send(piece.frame)

    def take(self) -> pd.DataFrame | None:
        """The results of its first piece, or None if it has ended without.

        Raises:
            Exception: what scoring raised.
        """
        try:
            results = self.link.recv()
        except (EOFError, OSError):
            return None
        if isinstance(results, BaseException):
            raise results
        return results  # type: ignore[no-any-return]

    def _send(self, what: object) -> None:
        # where it has ended already, `take` will tell
        with suppress(OSError):
            self.link.send(what)

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join(5)
        self.link.close()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started here hears no Ctrl-C, not even while it imports; what that means is for this process to say, afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # it is started with the first process, and then undoes what is set here
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with _interrupted_afterwards():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _interrupted_afterwards() -> Iterator[None]:
    """Puts off what Ctrl-C raises: a mask is one thread's, and a signal that another one takes is raised in this all the same."""
    means = signal.getsignal(signal.SIGINT)
    if not callable(means) or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, means)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _serve(link: connection.Connection, noted: Any) -> None:
    """What the process does until the other end is closed; what Ctrl-C means is that end's to say.

    First comes how to score, then one frame after the other. A row that takes too long ends the process, even if it never comes
    back to Python.
    """
    with suppress(ValueError):
        # where `_deaf_to_interrupts` has no means, as on Windows
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    with suppress(EOFError, OSError):
        setup, call, seconds = link.recv()
        frames: Queue[pd.DataFrame] = Queue()
        threading.Thread(target=_receive, args=(link, frames), daemon=True).start()
        while True:
            link.send(_results(frames.get(), setup, call, seconds, noted))


def _results(frame: pd.DataFrame, setup: Setup, call: Score, seconds: float, noted: Any) -> pd.DataFrame | Exception:
    """The results of a frame, or what scoring it raised; each row is noted before it is scored."""
    with watching(seconds) as watch:

        def begin(number: Hashable) -> None:
            noted.value = number
            watch(number)

        try:
            return call(setup, frame, begin)
        except Exception as error:
            return error


def _receive(link: connection.Connection, frames: Queue[pd.DataFrame]) -> None:
    """Takes frames while others are worked at, so that who sends them need not wait; ends the process with that."""
    try:
        while True:
            frames.put(link.recv())
    except (EOFError, OSError):
        os._exit(0)


def _limit_memory() -> None:
    """So much more than there is now, on Linux; a row that needs more gets a `MemoryError`, which is its cause."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    wanted = pages * resource.getpagesize() + ROW_BYTES
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, resource.getrlimit(resource.RLIMIT_AS)[1]))
