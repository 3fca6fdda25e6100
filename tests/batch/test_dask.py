"""On a real Dask cluster of two workers the bytes are the same, also where a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from skillgap.batch import Progress
from skillgap.batch.engines import Local
from skillgap.errors import SkillgapError

from .conftest import Batch
from .poison import score_or_die

distributed = pytest.importorskip("distributed", reason="skillgap[dask] is not installed")
from skillgap.batch.engines.dask import Dask  # noqa: E402 - behind the question whether there is Dask

pytestmark = [
    pytest.mark.slow,
    # of its own sockets and files, which it closes in its own time
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
]
TEXTS = ["Experience with Python.", "Skills: Java, MySQL", "", "Kubernetes and PostgreSQL in production", "gardening"]
CLUSTER = os.environ | {"PYTHONPATH": ":".join(sys.path), "DASK_LOGGING__DISTRIBUTED": "critical"}
PEOPLE = [(str(number), f"N{number}", f"{TEXTS[number % 5]} {number}") for number in range(400)]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    import dask

    # a worker finds the module of the tests as this process does
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", env={"PYTHONPATH": ":".join(sys.path)}
        ) as running,
    ):
        yield running


def test_the_bytes_are_those_of_one_process(batch: Batch, cluster: Any) -> None:
    engine = Dask(cluster.scheduler_address)
    assert batch(PEOPLE, engine=engine, chunk=20).content == batch(PEOPLE, engine=Local(), chunk=20).content


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(batch: Batch, cluster: Any) -> None:
    whole = batch(PEOPLE, engine=Local(), chunk=20).content
    killed = threading.Event()

    def kill(progress: Progress) -> None:
        if progress.rows >= 100 and not killed.is_set():
            killed.set()
            with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
                first = sorted(client.run(os.getpid).values())[0]
            os.kill(first, signal.SIGKILL)

    result = batch(PEOPLE, engine=Dask(cluster.scheduler_address), chunk=20, progress=kill)
    assert killed.is_set()
    assert result.content == whole


def test_a_row_that_ends_or_hangs_its_worker_costs_itself(batch: Batch, cluster: Any) -> None:
    bad = {"7": "POISON", "15": "HANG"}
    people = [(name, other, bad.get(name, text)) for name, other, text in PEOPLE[:40]]
    engine = Dask(cluster.scheduler_address, seconds=10, call=score_or_die)
    rows = {row["id"]: row for row in batch(people, engine=engine, chunk=10).rows}
    assert len(rows) == 40
    assert {name for name, row in rows.items() if row["cause"].startswith("it ends the process that scores it")} == set(bad)


def test_a_cluster_is_begun_where_none_is_named(batch: Batch) -> None:
    assert batch(PEOPLE, engine=Dask(workers=2), chunk=50).content == batch(PEOPLE, engine=Local(), chunk=50).content


def test_a_cluster_that_has_lost_its_last_worker_is_given_up(batch: Batch) -> None:
    def end_all(progress: Progress) -> None:
        if progress.rows == 20:
            cluster.scale(0)

    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
        with pytest.raises(SkillgapError, match=r"no worker for 1 seconds.*--continue"):
            batch(PEOPLE, engine=Dask(cluster.scheduler_address, patience=1), chunk=20, progress=end_all)
        cluster.scale(1)
        continued = batch(PEOPLE, engine=Dask(cluster.scheduler_address), chunk=20, go_on=True)
    assert continued.summary.continued >= 20
    assert continued.content == batch(PEOPLE, engine=Local(), chunk=20).content


def test_a_cluster_that_is_gone_is_told(batch: Batch) -> None:
    programs: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str) -> None:
        programs.append(
            subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]], env=CLUSTER)
        )

    def end_scheduler(progress: Progress) -> None:
        if progress.rows == 20:
            programs[0].kill()

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    try:
        begin("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        begin("worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard")
        with distributed.Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=60)
        with pytest.raises(SkillgapError, match=r"answers no more.*--continue"):
            batch(PEOPLE, engine=Dask(address), chunk=20, progress=end_scheduler)
    finally:
        for program in programs:
            program.kill()
            program.wait()
