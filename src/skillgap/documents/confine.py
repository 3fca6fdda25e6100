"""Limits what this process may do from now on, for good: its memory, the files it may open, and that it starts or calls nothing.

It is called by a process that reads files of strangers, once its own code is loaded. The limit of memory is the system's and
holds for every parser; on Windows there is none, and macOS does not keep it. What Python code may open is checked by a hook:
this is no wall against a program that has taken over the process, but no parser follows a reference that a file contains.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

from skillgap.documents.limits import MEMORY_BYTES

_FORBIDDEN: Final = (
    *("socket.", "urllib.", "webbrowser.", "pickle."),
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile"),
)
"""Beginnings of the names of audit events."""


def confine(memory: int = MEMORY_BYTES) -> None:
    """Limit this process.

    Args:
        memory: its address space, in bytes.
    """
    if sys.platform == "win32":
        import msvcrt

        # a crash ends the process instead of opening a window that waits for someone
        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)
    else:
        import resource

        _limit(resource.RLIMIT_AS, memory)
        _limit(resource.RLIMIT_CORE, 0)
    folders = {os.path.realpath(folder) for folder in (*sys.path, sys.prefix, sys.base_prefix) if folder}
    folders |= {os.path.realpath(folder) for folder in sys.modules["skillgap"].__path__}
    code = tuple(os.path.join(folder, "") for folder in folders if folder != os.path.dirname(folder))  # noqa: PTH118, PTH120

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and not isinstance(arguments[0], int):
            if not os.path.realpath(os.fsdecode(arguments[0])).startswith(code):  # type: ignore[arg-type]
                raise PermissionError(f"not opened: {arguments[0]!r}")
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(f"not done: {event}")

    sys.addaudithook(refuse)


def _limit(what: int, wanted: int) -> None:
    """Set a limit, never above one that is there already."""
    import resource

    hard = resource.getrlimit(what)[1]
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(what, (allowed, allowed))
