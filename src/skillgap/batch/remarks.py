"""What is wrong with a table as a whole, though its rows could be read: told behind a run, with numbers and nobody's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skillgap.batch.columns import Columns
from skillgap.batch.store import Store
from skillgap.batch.tables.interface import OPEN_AND_SAVE
from skillgap.model import Notice


def remarks(store: Store, columns: Columns, uncomputed: Mapping[str, int]) -> tuple[Notice, ...]:
    """What is to be told of a table whose rows are all in the work file; `uncomputed` counts formulas by their columns."""
    if not len(store):
        return (Notice("no_rows", "the table has a heading and no rows", "serious", "check that it is the right file"),)
    return (*_of_ids(store, columns), *_of_formulas(uncomputed))


def _of_ids(store: Store, columns: Columns) -> Iterator[Notice]:
    again, without = store.unclear_ids() if columns.id is not None else (0, 0)
    if again or without:
        none = f"{without} {'has' if without == 1 else 'have'} none"
        parts = [f"{again} rows have one that another row has too"] * bool(again) + [none] * bool(without)
        what = f"the ids do not tell all candidates apart: {', '.join(parts)}"
        yield Notice("ids", what, "serious", f"the column {columns.row!r} does, and --id-column names another one")


def _of_formulas(uncomputed: Mapping[str, int]) -> Iterator[Notice]:
    for column, count in sorted(uncomputed.items()):
        cells = "1 cell is" if count == 1 else f"{count} cells are"
        what = f"of the column {column!r} {cells} empty in the result: a formula stands there without a value"
        yield Notice("uncomputed", what, "serious", OPEN_AND_SAVE)
