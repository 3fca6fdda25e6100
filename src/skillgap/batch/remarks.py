"""What is wrong with a table as a whole, though its rows could be read: told behind a run, with numbers and nobody's name."""

from __future__ import annotations

from skillgap.batch.columns import Columns
from skillgap.batch.store import Store
from skillgap.model import Notice


def remarks(store: Store, columns: Columns) -> tuple[Notice, ...]:
    """What is to be told of a table whose rows are all in the work file."""
    again, without = store.unclear_ids() if columns.id is not None else (0, 0)
    if not again + without:
        return ()
    none = f"{without} {'has' if without == 1 else 'have'} none"
    parts = [f"{again} rows have one that another row has too"] * bool(again) + [none] * bool(without)
    what = f"the ids do not tell all candidates apart: {', '.join(parts)}"
    remedy = f"the column {columns.row!r} does, and --id-column names another one"
    return (Notice("ids", what, "serious", remedy),)
