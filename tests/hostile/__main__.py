"""Reads every hostile file as a program would and prints what came of it: `python -m tests.hostile [NAME...]`.

A line a file: seconds by the clock on the wall, highest memory of the process that read it (MB, Linux), the outcome.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from tests.hostile.collection import everything
from tests.hostile.outcome import outcome


def main() -> None:
    """Print the table."""
    counts: Counter[str] = Counter()
    for file in everything():
        if sys.argv[1:] and not any(word in file.name for word in sys.argv[1:]):
            continue
        begun = time.monotonic()
        content = file.make()
        made = time.monotonic() - begun
        result = outcome(content, file.name)
        counts[result.kind] += 1
        mark = "heavy" if file.heavy else ""
        print(
            f"{result.seconds:6.2f} s {made:6.2f} s {result.megabytes:6.0f} MB {result.kind:20} {mark:6}{file.name}: {result.told[:90]}",
            flush=True,
        )
    print(f"{sum(counts.values())} files:", ", ".join(f"{kind} {count}" for kind, count in counts.most_common()))


if __name__ == "__main__":
    main()
