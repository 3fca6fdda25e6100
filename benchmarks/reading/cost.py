"""What reading costs: CPU time, the readers in turns, and the peak of memory of a process that does nothing else.

    python -m benchmarks.reading.cost READER FILE      prints the peak of reading a file, in bytes

In: readers and files. Out: seconds and bytes. The CPU time of a program that a reader calls counts as its own. Of the rounds
the least counts.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.reading.readers import Reader, readers

_STATUS = Path("/proc/self/status")
_NOTHING = "nothing"
"""In the place of a reader: what an interpreter takes that reads no file."""


def seconds(named: Mapping[str, Reader], files: Sequence[Path], rounds: int) -> dict[str, list[float]]:
    """The CPU seconds that each reader takes for each file."""
    least: dict[str, list[float]] = {name: [float("inf")] * len(files) for name in named}
    for _ in range(rounds):
        for index, file in enumerate(files):
            for name, reader in named.items():
                start = _spent()
                reader(file)
                least[name][index] = min(least[name][index], _spent() - start)
    return least


def peak(name: str, file: Path) -> int:
    """The most bytes that a fresh process holds that reads one file with one reader."""
    command = [sys.executable, "-m", "benchmarks.reading.cost", name, str(file)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _own_peak() -> int:
    """Of this process. Linux hands `ru_maxrss` on from a parent to what it starts, so its own count of this program is asked."""
    if _STATUS.is_file() and (found := re.search(r"VmHWM:\s*(\d+) kB", _STATUS.read_text())):
        return int(found[1]) * 1024
    return _bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _bytes(size: int) -> int:
    """`ru_maxrss` counts in bytes on macOS, in kilobytes elsewhere."""
    return size if sys.platform == "darwin" else size * 1024


def _main() -> None:
    name, file = sys.argv[1], Path(sys.argv[2])
    if name != _NOTHING:
        readers(file.suffix[1:])[name](file)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(max(_own_peak(), _bytes(children)))


if __name__ == "__main__":
    _main()
