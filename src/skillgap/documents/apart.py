"""Reads contents in processes apart, which a hostile file may hang, fill or crash without harm to the calling process.

In come bytes and how to call them, out goes what `here.read` makes of them, as the same document or the same error. A process
is a plain child of the same interpreter (`worker`), so that it needs no main guard and starts from a thread or a daemonic
process too; it reads one file after the other and is replaced when it ends, hangs or grows. The calling process keeps the time.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

from skillgap.documents import here, wire
from skillgap.documents.limits import ANSWER_BYTES, MEMORY_BYTES, SECONDS
from skillgap.errors import ReaderCrashed, SkillgapError, TimedOut
from skillgap.model import Document, Notice

_PACKAGE: Final = str(Path(__file__).resolve().parents[1])
START: Final = """
import sys
folder, *sys.path = sys.argv[1:]
package = type(sys)("skillgap")
package.__path__ = [folder]
sys.modules["skillgap"] = package
"""
"""How the child finds what the parent has: this very package, and libraries where the parent looks for them."""
SERVE: Final = "from skillgap.documents.worker import serve; serve()"
_WINDOWS_FLAGS: Final[int] = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
_REMEDY: Final = "open it, save it anew or copy its text into a file, and give that"


def read(data: bytes, where: str) -> Document:
    """Read a content in a process apart; here, with a notice, where the program has no interpreter that could be started.

    Raises:
        TimedOut, ReaderCrashed: it takes too long or too much memory, or ends the process.
        InputError: what `here.read` raises.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        document = here.read(data, where)
        notice = Notice(
            "unprotected",
            "read in the program itself, which has no Python interpreter to start",
            "info",
            "give it files that you trust",
        )
        return replace(document, warnings=(*document.warnings, notice))
    return _shared().read(data, where)


class Workers:
    """Some processes that read, each one file at a time; they may be used from several threads.

    Args:
        size: how many of them there may be; who comes when all are busy waits.
        seconds: for one file.
        program: what the child runs, in Python.
    """

    def __init__(self, size: int = min(4, os.cpu_count() or 1), *, seconds: float = SECONDS, program: str = SERVE) -> None:
        self._places = threading.BoundedSemaphore(size)
        self._seconds = seconds
        self._program = program
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()

    def read(self, data: bytes, where: str) -> Document:
        """Read a content.

        Raises:
            TimedOut, ReaderCrashed, InputError: see `read` of this module.
        """
        with self._places:
            deadline = time.monotonic() + self._seconds
            worker = self._take()
            if worker.used:
                try:
                    return self._ask(worker, data, where, deadline)
                except ReaderCrashed:
                    # it may have been the file before that broke the process
                    worker = self._new()
            return self._ask(worker, data, where, deadline)

    def close(self) -> None:
        """End all processes."""
        for worker in list(self._all):
            worker.end()
        self._all.clear()
        self._idle.clear()

    def forget(self) -> None:
        """Let go of the processes without ending them: in a forked child they are those of its parent."""
        for worker in self._all:
            worker.forget()

    def _take(self) -> _Worker:
        with suppress(IndexError):
            while True:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                self._end(worker)
        return self._new()

    def _new(self) -> _Worker:
        worker = _Worker(self._program, self._seconds)
        self._all.add(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.end()

    def _ask(self, worker: _Worker, data: bytes, where: str, deadline: float) -> Document:
        try:
            outcome, last = worker.ask(data, where, deadline)
        except BaseException:
            self._end(worker)
            raise
        if last or isinstance(outcome, ReaderCrashed):
            self._end(worker)
        else:
            self._idle.append(worker)
        if isinstance(outcome, SkillgapError):
            raise outcome
        return outcome


class _Worker:
    """One process, used by one thread at a time."""

    def __init__(self, program: str, seconds: float) -> None:
        # `-I`: neither the folder that the caller happens to be in nor the user's environment adds code
        folders = [folder for folder in sys.path if isinstance(folder, str) and Path(folder).is_absolute()]
        options = ["-I", "-B"] if sys.dont_write_bytecode else ["-I"]
        try:
            self._process = subprocess.Popen(
                [sys.executable, *options, "-c", START + program, _PACKAGE, *folders],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                # Ctrl-C goes to all of a terminal's processes; what it means is the parent's to say
                start_new_session=True,
                creationflags=_WINDOWS_FLAGS,
            )
        except OSError as error:
            raise _not_started(None) from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout
        self._seconds = seconds
        self._late = False
        self.used = False

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def ask(self, data: bytes, where: str, deadline: float) -> tuple[Document | SkillgapError, bool]:
        """What comes of a content, and whether this was the last one to ask.

        Raises:
            TimedOut, ReaderCrashed: nothing comes of it; the process is of no more use.
        """
        # a timer that ends the process unblocks whatever waits for it, on every system
        timer = threading.Timer(max(0.0, deadline - time.monotonic()), self._expire)
        timer.daemon = True
        timer.start()
        greeted = self.used
        try:
            wire.send(self._requests, where.encode("utf-8", "surrogatepass"))
            wire.send(self._requests, data)
            greeted = greeted or wire.receive(self._answers, len(wire.GREETING)) == wire.GREETING
            outcome, last = wire.unpack(wire.receive(self._answers, ANSWER_BYTES))
        except (OSError, EOFError, ValueError, RecursionError) as error:
            if self._late:
                raise TimedOut(f"reading it takes more than {self._seconds:g} seconds", where=where, remedy=_REMEDY) from error
            if not greeted:
                raise _not_started(where) from error
            what = f"it crashes the reader or takes more than {MEMORY_BYTES // 1_000_000:,} MB of memory"
            raise ReaderCrashed(what, where=where, remedy=_REMEDY) from error
        finally:
            timer.cancel()
        self.used = True
        return outcome, last or self._late

    def end(self) -> None:
        """End the process, whatever it does, and leave nothing of it behind."""
        self._process.kill()
        self._close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)

    def forget(self) -> None:
        """Let go of a process that is not a child of this one."""
        self._close()
        # else the destructor would warn of a child that still runs
        self._process.returncode = 0

    def _expire(self) -> None:
        self._late = True
        self._process.kill()

    def _close(self) -> None:
        for stream in (self._requests, self._answers):
            with suppress(OSError):
                stream.close()


def _not_started(where: str | None) -> ReaderCrashed:
    return ReaderCrashed(
        "the process that reads files does not start",
        where=where,
        remedy="run it with a Python interpreter, or read files that you trust with documents.read(..., isolated=False)",
    )


_workers: Workers | None = None
_making = threading.Lock()


def _shared() -> Workers:
    """The processes of this one, begun at first use."""
    global _workers
    with _making:
        if _workers is None:
            _workers = Workers()
        return _workers


def _forget() -> None:
    global _workers, _making
    _making = threading.Lock()
    if _workers is not None:
        _workers.forget()
        _workers = None


@atexit.register
def _close() -> None:
    if _workers is not None:
        _workers.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
