"""Reads JSONL: an object a line, whose keys are the columns; a line that is none is a broken row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from skillgap.batch.tables.interface import CHUNK, WESTERN, Chunk, ReadRow, in_chunks, name_columns
from skillgap.errors import TableError


class _Number(str):
    """A number as it was spelt."""

    __slots__ = ()


def read_lines(path: Path, chunk: int = CHUNK) -> Iterator[Chunk]:
    """The objects of a JSONL file in UTF-8, at most `chunk` at a time; blank lines are no rows.

    Numbers are the text that they were; what is neither text nor number is written as JSON. The columns are the keys of all
    objects, in the order in which they first come.

    Raises:
        TableError: no line is an object with a key, or there are too many keys.
    """
    keys: dict[str, None] = {}
    for row, _, _ in _objects(path):
        keys |= dict.fromkeys(row)
    if not keys:
        raise TableError(
            "no line is a JSON object", where=path.name, remedy="write a line a candidate, as JSON with a key a column"
        )
    try:
        columns = name_columns(list(keys))
    except TableError as error:
        raise error.located(path.name) from error
    size, read = max(1, path.stat().st_size), 0

    def rows() -> Iterator[ReadRow]:
        nonlocal read
        for row, cause, read in _objects(path):  # noqa: B007 - `share` looks at how much has been read
            yield ReadRow([row.get(key, "") for key in keys], cause)

    yield from in_chunks(rows(), columns, chunk, lambda: read / size)


def _objects(path: Path) -> Iterator[tuple[dict[str, str], str, int]]:
    """Each object with its cells, what is wrong with its line, if anything, and how many bytes have been read behind it."""
    read = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            read += len(line)
            text = line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").decode("utf-8", errors=WESTERN).strip()
            if text:
                row, cause = _object(text)
                yield row, f"(line {number}) {cause}; correct it there" if cause else "", read


def _object(text: str) -> tuple[dict[str, str], str]:
    try:
        row = json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_Number, object_pairs_hook=_unambiguous)
        if isinstance(row, dict):
            return {key: _cell(value) for key, value in row.items()}, ""
    except (ValueError, RecursionError) as error:
        told = "nested too deeply" if isinstance(error, RecursionError) else getattr(error, "msg", str(error))
        return {}, f"is no JSON that can be read ({told})"
    return {}, "is no JSON object"


def _unambiguous(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = {_whole(key): value for key, value in pairs}
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in it")
    return found


def _cell(value: object) -> str:
    return "" if value is None else _whole(value if isinstance(value, str) else _json(value))


def _json(value: object) -> str:
    """A value as JSON, with numbers as they were."""
    if isinstance(value, _Number):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(key)}: {_json(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _whole(text: str) -> str:
    """A text without half surrogate pairs, which JSON can spell and no file can hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
