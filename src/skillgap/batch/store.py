"""The work file of a run: an SQLite database beside the result, in which rows are safe as soon as they are scored.

A run that ends in whatever way leaves it behind, and one that goes on finds in it what is done and how it was done. It holds the
lock by which a second run on the same result is refused, and rows are ordered in it, so that memory does not grow with them.
"""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from skillgap.batch.rows import Ranked, Row, called
from skillgap.errors import OutputError

_Item = TypeVar("_Item")
_COMMIT_SECONDS = 0.5
"""Rows wait so long before they are safe: each time costs some milliseconds of waiting for the disk."""
_AT_A_TIME = 1000
_SCHEMA = """
create table purpose (name text primary key, value text not null) without rowid;
create table chunk (first integer primary key);
create table candidate (
    number integer primary key, id text not null, place blob not null, content blob not null, bucket integer not null,
    score real, status text not null, own text not null, results text not null, details text not null,
    document text not null, words text not null
);
create index candidate_id on candidate (id);
create table clue (
    name text not null, contact integer not null, number integer not null, primary key (name, number)
) without rowid;
create table pair (
    one integer not null, other integer not null, contact integer not null, primary key (one, other)
) without rowid;
create table double (
    number integer not null, kind integer not null, told text not null, primary key (number, kind)
) without rowid;
"""
_REPEATED = "exists (select 1 from candidate as other where other.id = candidate.id and other.number <> candidate.number)"
_REMEDY_DISK = "make room or choose another place with -o, then run it again with --continue"


class Store:
    """The work file at `path`, opened by one run at a time; closed with `close`, removed with `remove`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._committed = time.monotonic()
        try:
            self._database = sqlite3.connect(path, timeout=0, isolation_level=None)
            # one that is killed cannot hurt the file; what only a loss of power could hurt is made anew
            for setting in ("locking_mode = exclusive", "journal_mode = delete", "synchronous = normal"):
                self._database.execute(f"pragma {setting}").fetchall()
            self._database.execute("begin exclusive")
            if not self._database.execute("select 1 from sqlite_master").fetchone():
                for statement in filter(str.strip, _SCHEMA.split(";")):
                    self._database.execute(statement)
        except sqlite3.Error as error:
            if hasattr(self, "_database"):
                self._database.close()
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> OutputError:
        said = str(error).lower()
        if "locked" in said:
            return OutputError(
                "another run is writing this result", where=self.path.name, remedy="wait for it, or choose another -o"
            )
        if "full" in said or "disk i/o" in said:
            return OutputError(f"cannot be written ({said})", where=self.path.name, remedy=_REMEDY_DISK)
        if "unable to open" in said or "readonly" in said:
            return OutputError(f"cannot be written ({said})", where=self.path.name, remedy="choose another place with -o")
        return OutputError(f"is no work file of a run ({said})", where=self.path.name, remedy="remove it and begin anew")

    @property
    def purpose(self) -> dict[str, str]:
        """What the run is about, as it was set; empty in a new file."""
        return dict(self._all("select name, value from purpose"))

    def set_purpose(self, purpose: Mapping[str, str]) -> None:
        """Say what the run is about, once."""
        self._many("insert into purpose values (?, ?)", purpose.items())
        self._commit()

    @property
    def done(self) -> frozenset[int]:
        """The numbers of the first rows of all chunks that are in it."""
        return frozenset(first for (first,) in self._all("select first from chunk"))

    def __len__(self) -> int:
        return int(self._one("select count(*) from candidate"))

    def add(self, first: int, rows: Iterable[Row]) -> None:
        """Keep a chunk of rows that begins at number `first`: all of it or nothing."""
        kept = list(rows)
        self._many("insert into candidate values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_values, kept))
        clues = ((name, contact, row.number) for row in kept for name, contact in row.clues)
        self._many("insert or ignore into clue values (?, ?, ?)", clues)
        self._many("insert into chunk values (?)", [(first,)])
        if time.monotonic() - self._committed > _COMMIT_SECONDS:
            self._commit()

    def settle(self) -> None:
        """Make all that was added safe."""
        self._commit()

    def statuses(self) -> dict[str, int]:
        """How many rows have which status, the most frequent first."""
        return dict(self._all("select status, count(*) as rows from candidate group by status order by rows desc, status"))

    def buckets(self) -> dict[int, int]:
        """How many rows are in which bucket, by its number."""
        return dict(self._all("select bucket, count(*) from candidate group by bucket order by bucket"))

    def failures(self) -> dict[str, int]:
        """How many rows could not be scored for which kind of cause, the most frequent first."""
        return dict(
            self._all(
                "select json_extract(details, '$.failure') as kind, count(*) as rows from candidate"
                " where status <> 'scored' group by kind order by rows desc, kind"
            )
        )

    def unclear_ids(self) -> tuple[int, int]:
        """How many rows have an id that another has too, and how many have none."""
        again = self._one(f"select count(*) from candidate where id <> '' and {_REPEATED}")
        return int(again), int(self._one("select count(*) from candidate where id = ''"))

    def documents(self) -> str:
        """A hash of all ids with their documents: the same for two runs on the same people."""
        whole = blake2b(digest_size=16)
        for name, document in self._all("select id, document from candidate order by place, id, document"):
            whole.update(f"{name}\x00{document}\n".encode("utf-8", "surrogatepass"))
        return whole.hexdigest()

    def clues(self, most: int) -> Iterator[tuple[int, int, bool]]:
        """Pairs of rows that share a clue which not more than `most` rows have, and whether it is a contact."""
        return self._all(
            "with rare as materialized (select name from clue group by name having count(*) between 2 and ?)"
            " select one.number, other.number, max(one.contact) from rare cross join clue one using (name)"
            " cross join clue other using (name) where one.number < other.number group by one.number, other.number",
            most,
        )

    def same_documents(self) -> Iterator[tuple[str, int]]:
        """Document and number of the rows whose document occurs more than once, those of one document behind each other."""
        return self._all(
            "select document, number from candidate where document in"
            " (select document from candidate where document <> '' group by document having count(*) > 1)"
            " order by document, place, content"
        )

    def words(self, number: int) -> str:
        """The words of a row's `Sketch`."""
        return str(self._one("select words from candidate where number = ?", number))

    def document(self, number: int) -> str:
        """The digest of a row's document."""
        return str(self._one("select document from candidate where number = ?", number))

    def names(self, numbers: Iterable[int]) -> list[str]:
        """What those rows are called by, in the order of their ids."""
        wanted = ",".join(str(int(number)) for number in numbers)
        rows = self._all(f"select id, number, {_REPEATED} from candidate where number in ({wanted}) order by place, content")
        return [called(*row) for row in rows]

    def add_pairs(self, pairs: Iterable[tuple[int, int, bool]]) -> None:
        """Keep pairs of rows that are much alike, and whether they have a contact in common."""
        for part in _parts(pairs):
            both = (*part, *((other, one, contact) for one, other, contact in part))
            self._many("insert or ignore into pair values (?, ?, ?)", both)

    def pairs(self, contact: bool) -> Iterator[tuple[int, int]]:
        """Those pairs of one sort, both ways round, by their first row, then in the order of ids."""
        return self._all(
            "select one, other from pair join candidate on number = other where contact = ? order by one, place, content", contact
        )

    def add_doubles(self, kind: int, told: Iterable[tuple[int, str]]) -> None:
        """Say of rows which others are like them; a `kind` of likeness each row has once, in the order of the kinds."""
        for part in _parts(told):
            self._many("insert or replace into double values (?, ?, ?)", [(number, kind, text) for number, text in part])

    def ranked(self, most: int | None = None) -> Iterator[Ranked]:
        """All rows, or the first `most`, by bucket, then score; equals by id, then content, never by their order in the table."""
        last: tuple[int, float] | None = None
        rank = None
        rows = self._all(
            f"select candidate.number, id, {_REPEATED}, bucket, score, status, own, results, details,"
            " (select group_concat(told, '; ')"
            " from (select told from double where double.number = candidate.number order by kind))"
            " from candidate order by bucket, score is null, score desc, place, content limit ?",
            -1 if most is None else most,
        )
        for place, (number, name, repeated, bucket, score, status, own, results, details, told) in enumerate(rows, 1):
            if score is None:
                rank = None
            elif (bucket, score) != last:
                last, rank = (bucket, score), place
            row = Row(number, name, bucket, score, status, tuple(json.loads(own)), json.loads(results), details)
            yield Ranked(rank, row, called(name, number, repeated), told or "")

    def close(self) -> None:
        """Make safe what was added, and let go of the file."""
        with suppress(sqlite3.Error, OutputError):
            self._commit(again=False)
        self._database.close()

    def remove(self) -> None:
        """Close the file and take it away."""
        self._database.close()
        self.path.unlink(missing_ok=True)
        self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)

    def _commit(self, again: bool = True) -> None:
        try:
            if self._database.in_transaction:
                self._database.execute("commit")
            if again:
                self._database.execute("begin exclusive")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        self._committed = time.monotonic()

    def _many(self, statement: str, values: Iterable[object]) -> None:
        try:
            self._database.executemany(statement, values)  # type: ignore[arg-type]
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _one(self, statement: str, *values: object) -> Any:
        return next(self._all(statement, *values))[0]

    def _all(self, statement: str, *values: object) -> Iterator[tuple]:  # type: ignore[type-arg]
        try:
            with closing(self._database.execute(statement, values)) as cursor:
                yield from cursor
        except sqlite3.Error as error:
            raise self._failed(error) from error


def purpose_of(path: Path) -> dict[str, str] | None:
    """What the interrupted run is about whose work file lies there; None where there is none.

    Raises:
        OutputError: it is in use, or no work file.
    """
    if not path.exists():
        return None
    store = Store(path)
    try:
        return store.purpose
    finally:
        store.close()


def _values(row: Row) -> tuple[object, ...]:
    own, results = _json(row.own), _json(row.results)
    content = blake2b(f"{own}\n{results}\n{row.details}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
    score = None if row.score is None or row.score != row.score else row.score
    return (
        *(row.number, row.id, _place(row.id or str(row.number)), content, row.bucket, score, row.status, own, results),
        *(row.details, row.document, row.words),
    )


def _parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Some at a time: what is read while something is written must not be read from the same statement."""
    coming = iter(items)
    while part := list(islice(coming, _AT_A_TIME)):
        yield part


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _place(name: str) -> bytes:
    """A key whose order is that of names with the numbers in them taken by their value (`cv2` before `cv13`), of any length."""
    parts = re.split(r"([0-9]+)", name.strip())
    keys = (
        f"{len(part.lstrip('0')):08d}{part.lstrip('0')}" if place % 2 else f"{part.casefold()}\x00"
        for place, part in enumerate(parts)
    )
    return "".join(keys).encode("utf-8", "surrogatepass")
