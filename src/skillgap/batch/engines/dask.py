"""Scores rows on a Dask cluster: one that runs already, or one of this machine that is begun for the run.

Dask itself gives the tasks of a worker that ends to another one. A task that ends several is done row by row, so that only the
row that is to blame is given up.
"""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import Any

import pandas as pd

from skillgap.batch.engines.interface import ROW_SECONDS, Score, Setup, Task, lost, score
from skillgap.batch.engines.watch import watching
from skillgap.errors import SkillgapError

_AHEAD = 2
"""Tasks in work or waiting for each thread of the cluster."""
_SECONDS = 20
"""A cluster has so long to answer."""
_WORKERLESS_SECONDS = 120
"""A cluster that has lost its last worker has so long to begin another: one that grows when asked takes its time."""
_GREETING_SECONDS = 10
"""A scheduler says something by then."""
_LONGEST_GREETING = 1 << 20
_ADDRESS = re.compile(r"(?:(?P<way>tcp|tls|ws|wss|ucx)://)?(?P<host>\[[\da-fA-F:.]+\]|[\w.-]+):(?P<port>\d{1,5})/?", re.ASCII)
_FORM = "write it as tcp://10.0.0.1:8786"
_AGAIN = "see that it has workers and run it again with --continue"
_INSTALL = "install it with: pip install 'skillgap[dask]'"


class Dask:
    """The engine.

    Args:
        scheduler: the address of a running cluster, as `tcp://10.0.0.1:8786`, whose workers have skillgap and see the same files;
            a cluster of this machine if None.
        workers: processes of a cluster of this machine; as many as it has cores if None.
        seconds: a worker that takes longer for a row is ended; Dask begins another. A process has one such clock, so it holds in
            workers of one thread.
        patience: seconds that a cluster without any worker has to begin one.
        call: what scores rows; `score` unless a test has its own, which every worker can import.

    Raises:
        SkillgapError: Dask is not installed, or the address is none.
    """

    def __init__(
        self,
        scheduler: str | None = None,
        workers: int | None = None,
        *,
        seconds: float = ROW_SECONDS,
        patience: float = _WORKERLESS_SECONDS,
        call: Score = score,
    ) -> None:
        try:
            import distributed  # noqa: F401
        except ImportError as error:
            raise SkillgapError("Dask is not installed", where="--engine dask", remedy=_INSTALL) from error
        self._scheduler = _address(scheduler) if scheduler is not None else None
        self._workers = workers
        self._seconds = seconds
        self._patience = patience
        self._call = call

    def __call__(self, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        """See `Engine`.

        Raises:
            SkillgapError: the cluster cannot be reached, or is lost on the way.
        """
        with self._client() as client, client.as_current():
            try:
                yield from self._score(client, tasks, setup)
            except (OSError, CancelledError) as error:
                if client.status == "running":  # it is not about the cluster
                    raise
                raise SkillgapError("the cluster answers no more", where=self._where, remedy=_AGAIN) from error

    @property
    def _where(self) -> str:
        return self._scheduler.string if self._scheduler else "--engine dask"

    @contextmanager
    def _client(self) -> Iterator[Any]:
        import distributed
        from distributed.utils import silence_logging_cmgr

        with ExitStack() as opened:
            # what is lost is told by us, once
            opened.enter_context(silence_logging_cmgr(logging.CRITICAL))
            try:
                cluster: Any
                if self._scheduler is None:
                    options = {"threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
                    cluster = opened.enter_context(distributed.LocalCluster(n_workers=self._workers, **options))
                else:
                    _expect_answer(self._scheduler)
                    cluster = self._scheduler.string
                client = opened.enter_context(distributed.Client(cluster, timeout=_SECONDS, set_as_default=False))
            except (OSError, OverflowError, ValueError) as error:
                raise SkillgapError(
                    f"the cluster cannot be reached ({error})", where=self._where, remedy="check --scheduler"
                ) from error
            yield client

    def _score(self, client: Any, tasks: Iterable[Task], setup: Setup) -> Iterator[tuple[Task, pd.DataFrame]]:
        # a plugin, not data: a worker that takes the place of one that ended gets it too
        client.register_plugin(_prepared(setup, self._call, self._seconds), name=setup.name)
        coming = iter(tasks)
        working: dict[Any, Task] = {}
        threads = max(1, sum(client.nthreads().values()))
        try:
            while True:
                while len(working) < _AHEAD * threads and (task := next(coming, None)) is not None:
                    working[self._submit(client, task, setup)] = task
                if not working:
                    return
                for future in self._finished(client, working):
                    yield (task := working.pop(future)), self._result(client, future, task, setup)
        finally:
            client.unregister_worker_plugin(setup.name)

    def _submit(self, client: Any, task: Task, setup: Setup) -> Any:
        return client.submit(_work, setup.name, task.frame, pure=False)

    def _finished(self, client: Any, futures: Iterable[Any]) -> list[Any]:
        """Those that are ready, one at least: waits for it as long as the cluster has workers.

        Raises:
            SkillgapError: it has none.
        """
        import distributed

        while True:
            try:
                return list(distributed.wait(list(futures), timeout=_SECONDS, return_when="FIRST_COMPLETED").done)
            except distributed.TimeoutError:
                self._expect_workers(client)

    def _received(self, client: Any, future: Any) -> pd.DataFrame:
        """What a task gave. Where its worker goes before it is fetched, Dask has it done again."""
        while True:
            self._finished(client, [future])
            try:
                return future.result(timeout=_SECONDS)  # type: ignore[no-any-return]
            except TimeoutError:
                if future.status == "error":  # the task's own
                    raise

    def _expect_workers(self, client: Any) -> None:
        import distributed

        try:
            client.wait_for_workers(1, timeout=self._patience)
        except distributed.TimeoutError as error:
            problem = f"the cluster has had no worker for {self._patience:g} seconds"
            raise SkillgapError(problem, where=self._where, remedy=_AGAIN) from error

    def _result(self, client: Any, future: Any, task: Task, setup: Setup) -> pd.DataFrame:
        from distributed import KilledWorker

        try:
            return self._received(client, future)
        except KilledWorker:
            if len(task.frame) == 1:
                return lost(setup, task.frame)
        # one after the other: rows that are worked at beside the one that is to blame would be blamed with it
        rows = [Task(number, task.frame.loc[[number]]) for number in task.frame.index]
        return pd.concat([self._result(client, self._submit(client, row, setup), row, setup) for row in rows])


def _address(scheduler: str) -> re.Match[str]:
    """The parts of an address. A client that is given none tries for long, and complains again when it is thrown away.

    Raises:
        SkillgapError: it is none.
    """
    found = _ADDRESS.fullmatch(scheduler)
    if found is None:
        raise SkillgapError("no address of a cluster", where=f"--scheduler {scheduler}", remedy=_FORM)
    return found


def _expect_answer(address: re.Match[str]) -> None:
    """See that a scheduler listens there: a client finds out after many tries that none does, or hangs at what another one says.

    Over `tcp` a scheduler speaks first: the length of a short greeting. Of other ways only the connection is looked at.

    Raises:
        OSError: nothing answers.
        ValueError: something else does.
    """
    if address["way"] == "ucx":
        return
    with socket.create_connection((address["host"].strip("[]"), int(address["port"])), timeout=_GREETING_SECONDS) as link:
        if address["way"] not in (None, "tcp"):
            return
        greeting = link.recv(8)
        if not 0 < int.from_bytes(greeting, "little") < _LONGEST_GREETING:
            raise ValueError("what answers there is no scheduler")


def _prepared(setup: Setup, call: Score, seconds: float) -> Any:
    """What each worker of a cluster has beside its tasks."""
    from distributed.diagnostics.plugin import WorkerPlugin

    class Prepared(WorkerPlugin):  # type: ignore[misc]
        """How to score."""

        def __init__(self) -> None:
            self.score_with = (setup, call, seconds)

    return Prepared()


def _work(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    from distributed import get_worker

    setup, call, seconds = get_worker().plugins[name].score_with
    with watching(seconds) as watch:
        return call(setup, frame, watch)  # type: ignore[no-any-return]
