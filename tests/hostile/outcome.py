"""What comes of a file, and what that costs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from skillgap.documents import apart, read
from skillgap.errors import SkillgapError


@dataclass(frozen=True, slots=True)
class Outcome:
    """The kind is `text` or the class of an error; `told` its message or the beginning of the text.

    The memory is the highest of the processes that read (megabytes, 0 where the system does not say or they have ended).
    """

    kind: str
    told: str
    seconds: float
    megabytes: float


def outcome(data: bytes, name: str) -> Outcome:
    """Read a file. Anything but a document or an error of ours goes through."""
    begun = time.monotonic()
    try:
        kind, told = "text", read(data, name=name).text
    except SkillgapError as error:
        kind, told = type(error).__name__, str(error)
    return Outcome(kind, told, time.monotonic() - begun, _highest())


def _highest() -> float:
    workers = apart._workers._all if apart._workers else ()
    return max((_peak(worker._process.pid) for worker in workers), default=0.0)


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
