"""Runs that were interrupted: a new run goes on with the work file of one that was about the same; else it says why it does not.

In: where the work file lies, and what the new run is about. Out: the work file, open. Nothing in that of another run is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from skillgap.batch import outputs
from skillgap.batch.store import Store, purpose_of
from skillgap.errors import OutputError

_AFRESH = "to begin anew remove {}"


def interrupted(written: tuple[Path, ...]) -> dict[str, str] | None:
    """What the interrupted run of those outputs was about, if there is one: its `today`, `posting` and so on."""
    return purpose_of(outputs.work_file(written)) if written else None


def opened(work: Path, purpose: dict[str, str], *, go_on: bool) -> Store:
    """The work file of a run.

    Args:
        purpose: what the run is about, by names that a message can use.
        go_on: take over what an interrupted run has scored.

    Raises:
        OutputError: there is an interrupted run, and it is not to be gone on with or was about something else; or another run
            is writing the file.
    """
    store = Store(work)
    try:
        begun = store.purpose
        if begun:
            _expect_same(begun, purpose, work, go_on)
        else:
            store.set_purpose(purpose)
    except BaseException:
        store.close()
        raise
    return store


def _expect_same(begun: Mapping[str, str], purpose: Mapping[str, str], work: Path, go_on: bool) -> None:
    if not go_on:
        remedy = f"go on with it by --continue, or {_AFRESH.format(work.name)}"
        raise OutputError("an earlier run of this output was interrupted", where=work.name, remedy=remedy)
    other = next((name for name in purpose if begun.get(name) != purpose[name]), None)
    if other:
        what = f"the interrupted run had {'other' if other in {'options', 'files'} else 'another'} {other}"
        begin = f"give --today {begun[other]}" if other == "today" else "run it as it was begun"
        raise OutputError(what, where=work.name, remedy=f"{begin}, or {_AFRESH.format(work.name)}")
