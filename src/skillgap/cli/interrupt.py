"""Ctrl-C: pressed once it ends the command, pressed again while that tidies up it changes nothing.

Without this a second one breaks off what the first has begun: workers stay, a terminal is left without its cursor, and the exit
code is that of a killed process.
"""

from __future__ import annotations

import signal
import time
from contextlib import suppress

_TIDYING_SECONDS = 5.0
"""Tidying up takes less; who presses again then is heard, since the first one may have been swallowed by some library."""


def heed_once() -> None:
    """From now on Ctrl-C raises `KeyboardInterrupt` once, unless somebody else has taken it (`nohup`, a shell's background)."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    heard = -_TIDYING_SECONDS

    def hear(*_: object) -> None:
        nonlocal heard
        now = time.monotonic()
        if now - heard >= _TIDYING_SECONDS:
            heard = now
            raise KeyboardInterrupt

    with suppress(ValueError):  # in a thread
        signal.signal(signal.SIGINT, hear)


def heed_no_more() -> None:
    """The command has ended; the interpreter, which has yet to, would end by the signal and not by the exit code."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    # one that came while a library ran a text as code (as dataclasses do) counts as unhandled until the next such text
    exec("")
