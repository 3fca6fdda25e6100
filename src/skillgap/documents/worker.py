"""The process that reads: takes contents from its standard input, one after the other, and answers each with what came of it.

It is started by `apart`, imports no more than the readers need, and ends when its input does, so it never outlives the process
that started it. It ends after an answer too when it has read many files or has grown: what a parser leaks goes with it.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Final

from skillgap.documents import here, wire
from skillgap.documents.confine import confine
from skillgap.documents.limits import FILE_BYTES, MEMORY_BYTES, SECONDS
from skillgap.errors import ReaderCrashed, SkillgapError
from skillgap.model import Document

FILES: Final = 500
"""How many files one process reads."""
GROWN: Final = 250_000_000
"""Bytes of memory in use after a file from which on a process is not used again."""
_NAME_BYTES: Final = 100_000
_GRACE: Final = 5.0


def serve(read: Callable[[bytes, str], Document] = here.read, *, memory: int = MEMORY_BYTES, files: int = FILES) -> None:
    """Answer until the input ends; this does not return.

    Args:
        read: what makes a document of a content and how to call that.
        memory: address space of this process, in bytes.
        files: how many files to read.
    """
    requests, answers = os.fdopen(os.dup(0), "rb", 0), os.fdopen(os.dup(1), "wb", 0)
    # what a library prints must not come between the answers
    os.dup2(2, 1)
    size = _open_size()
    confine(memory)
    try:
        wire.send(answers, wire.GREETING)
        for number in range(1, files + 1):
            where = wire.receive(requests, _NAME_BYTES).decode("utf-8", "surrogatepass")
            data = wire.receive(requests, FILE_BYTES)
            # where the caller is gone nobody else ends a parser that hangs
            faulthandler.dump_traceback_later(SECONDS + _GRACE, exit=True, file=2)
            outcome = _outcome(read, data, where)
            answer = wire.pack(outcome, last=number == files or _resident(size) > GROWN)
            faulthandler.cancel_dump_traceback_later()
            wire.send(answers, answer)
    except (EOFError, OSError):
        pass
    finally:
        os._exit(0)


def _outcome(read: Callable[[bytes, str], Document], data: bytes, where: str) -> Document | SkillgapError:
    try:
        return read(data, where)
    except SkillgapError as error:
        return error
    except MemoryError:
        return here.out_of_memory(where)
    except Exception as error:
        what = f"reading it failed in an unforeseen way ({type(error).__name__}: {error})"
        return ReaderCrashed(what, where=where, remedy="report it, with the file if you may")


def _open_size() -> IO[bytes] | None:
    """Where the system says how large this process is, opened while that is still allowed; None where it does not say."""
    with suppress(OSError):
        return open("/proc/self/statm", "rb", buffering=0)  # noqa: PTH123
    return None


def _resident(size: IO[bytes] | None) -> int:
    """Bytes of memory that this process has in use, 0 where the system does not say."""
    if size is None:
        return 0
    size.seek(0)
    return int(size.read(200).split()[1]) * os.sysconf("SC_PAGE_SIZE")
