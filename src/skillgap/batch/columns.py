"""Which columns of a frame hold texts, paths and ids, and how the results are called beside columns that are there already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from skillgap.batch.wordlists import word_list
from skillgap.errors import TableError

TEXT_NAMES = ("text", "resume_text", "resume", "cv", "cv_text", "content")
PATH_NAMES = ("path", "file", "filename", "resume_path", "cv_path", "document")
_SHOWN = 12
"""So many columns are named in a message."""
_LONG = 40
"""Characters of a column's name in a message."""
_NO_NAME = re.compile(r"[@\n]|\d{5}|^\s*\d+\s*$|.{120}")
"""What stands in a candidate's cells rather than in a heading; a person's data does not belong into a message."""
ROW = "row"
"""The column with the number of the row, where a table has no ids or these do not tell its rows apart."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and of the ranking that is made of it.

    Attributes:
        text, path, id: of the table, as far as it has them.
        kept: columns of the table that come through.
        row: how the number of the row is called in the ranking, where that is needed.
        results: how each result is called in the ranking.
    """

    text: str | None
    path: str | None
    id: str | None
    kept: tuple[str, ...]
    row: str
    results: Mapping[str, str]

    @property
    def read(self) -> list[str]:
        """Those that the scorer sees."""
        return [column for column in (self.text, self.path) if column is not None]


def lay_out(
    names: list[str], named: tuple[str | None, str | None, str | None], results: Iterable[str], *, ids_only: bool = False
) -> Columns:
    """The columns of a table whose heading is `names`; `named` are those for text, path and id, if somebody says which.

    Raises:
        TableError: a named column is not there, or none for texts or paths is found.
    """
    by_option = "name it with --text-column or --path-column"
    text, path = find_columns(names, *named[:2], how=f"is this a CSV? Else {by_option}" if len(names) <= 1 else by_option)
    name = find_id(names, named[2])
    if name is None and names == [path] and not ids_only:
        # files are called by their paths; where only ids are wanted that would tell who somebody is
        name = path
    kept = tuple(column for column in names if (column == name if ids_only else column != text))
    return Columns(text, path, name, kept, result_columns(kept, [ROW])[ROW], result_columns(kept, results))


def find_columns(
    columns: Iterable[Hashable],
    text: str | None = None,
    path: str | None = None,
    *,
    how: str = "name it by text_column or path_column",
) -> tuple[str | None, str | None]:
    """The columns that hold texts and paths: those named, else those with a usual name; `how` says how to name one.

    Raises:
        TableError: a named column is not there or twice there, or none is found.
    """
    names = [column for column in columns if isinstance(column, str)]
    text, path = _named(names, text), _named(names, path)
    if text is None and path is None:
        text, path = _usual(names, TEXT_NAMES), _usual(names, PATH_NAMES)
    if text is None and path is None:
        raise TableError("no column with résumé texts or paths", remedy=f"{how}; {_told(names)}")
    for chosen in (text, path):
        # pandas and the readers of tables number a name that occurs again: `resume.1`
        if chosen is not None and (names.count(chosen) > 1 or f"{chosen}.1" in names):
            raise TableError(f"more than one column {chosen!r}", remedy="rename or remove one")
    return text, path


def find_id(columns: Iterable[str], wanted: str | None = None) -> str | None:
    """The column with the ids of candidates: the one named, else `id` in any case, else None.

    Raises:
        TableError: the named column is not there.
    """
    names = list(columns)
    return _usual(names, ("id",)) if wanted is None else _named(names, wanted)


def result_columns(columns: Iterable[Hashable], wanted: Iterable[str]) -> dict[str, str]:
    """How results are called in a frame that has those `columns`, which stay: `score`, else `skillgap_score`."""
    taken = {str(column).strip().lower() for column in columns}
    names: dict[str, str] = {}
    for name in wanted:
        free, copies = name, 1
        while free in taken:
            free = f"skillgap_{name}" if copies == 1 else f"skillgap_{name}_{copies}"
            copies += 1
        names[name] = free
    return names


def _named(names: list[str], wanted: str | None) -> str | None:
    """The column that somebody means, whatever blanks around it the table has, which nobody sees.

    Raises:
        TableError: it is not there.
    """
    if wanted is None or wanted in names:
        return wanted
    found = [name for name in names if name.strip() == wanted.strip()]
    if len(found) != 1:
        raise TableError(f"no column {wanted!r}", remedy=_told(names))
    return found[0]


def _told(names: list[str]) -> str:
    words = {word for name in names for word in re.findall(r"[^\W\d_]+", name.lower())}
    # a first row without any word that headings have may be somebody's data
    if not words & word_list("headings") or any(map(_NO_NAME.search, names)):
        return "the first row of the table must be its heading"
    shown = (name if len(name) <= _LONG else f"{name[:_LONG]}…" for name in names[:_SHOWN])
    return f"the columns are: {', '.join(shown)}"


def _usual(names: list[str], usual: Iterable[str]) -> str | None:
    by_plain = {_plain(name): name for name in reversed(names)}
    return next((by_plain[name] for name in usual if name in by_plain), None)


def _plain(name: str) -> str:
    """A name as programs write it: `Résumé Text` is `resume_text`."""
    letters = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    return re.sub(r"[\s_-]+", "_", letters.strip().lower())
