"""The address of a Dask scheduler: looked at before any work, and a run does not hang at what answers there."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from skillgap.errors import SkillgapError

from .conftest import Batch

pytest.importorskip("distributed", reason="skillgap[dask] is not installed")
from skillgap.batch.engines.dask import Dask

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
PEOPLE = [("1", "Ann", "Experience with Python.")]


def test_a_cluster_that_is_not_there_is_told_at_once(batch: Batch) -> None:
    begun = time.monotonic()
    with pytest.raises(SkillgapError, match=r"tcp://127.0.0.1:9: the cluster cannot be reached \(.*\); check --scheduler"):
        batch(PEOPLE, engine=Dask("tcp://127.0.0.1:9"))
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("says", [b"HTTP/1.0 400 Bad request", b"", None])
def test_what_is_no_scheduler_does_not_hang_the_run(batch: Batch, monkeypatch: pytest.MonkeyPatch, says: bytes | None) -> None:
    monkeypatch.setattr("skillgap.batch.engines.dask._GREETING_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            link, _ = server.accept()
            with link:
                if says is None:
                    link.recv(1)
                link.sendall(says or b"")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(SkillgapError, match="the cluster cannot be reached"):
            batch(PEOPLE, engine=Dask(f"tcp://127.0.0.1:{server.getsockname()[1]}"))
        thread.join()


@pytest.mark.parametrize(
    "address", ["foo", "", "tcp://", "tcp://10.0.0.1", "http://10.0.0.1:80", "10.0.0.1:x", "a b:1", "tcp://:8786"]
)
def test_what_is_no_address_is_told_before_any_work(address: str) -> None:
    with pytest.raises(SkillgapError, match=r"no address of a cluster; write it as tcp://10.0.0.1:8786"):
        Dask(address)


@pytest.mark.parametrize(
    "address", ["tcp://10.0.0.1:8786", "tls://host.example.org:1", "host_1:8786", "tcp://[::1]:8786", "ws://a:1/"]
)
def test_every_form_of_an_address_is_taken(address: str) -> None:
    assert isinstance(Dask(address), Dask)
