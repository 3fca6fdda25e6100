"""What passes between the calling process and the one that reads: values as JSON behind their length, and nothing that runs.

In come values of `skillgap.model` and errors of ours, out go bytes, and back. A value is the list of its fields; what comes
back is checked against the types of the fields, so that a process which a file has taken over can say wrong things but make
nothing but a `Document` or an error.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import IO, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from skillgap import errors
from skillgap.errors import SkillgapError
from skillgap.model import Document

GREETING: Final = b"skillgap reads"
"""What a process that reads says before anything else."""
_HEAD: Final = 8
_PART: Final = 1 << 20


def send(stream: IO[bytes], content: bytes) -> None:
    """Write one message, whole.

    Raises:
        OSError: nobody reads it any more.
    """
    for piece in (len(content).to_bytes(_HEAD, "big"), content):
        rest = memoryview(piece)
        while rest:
            rest = rest[stream.write(rest) :]


def receive(stream: IO[bytes], limit: int) -> bytes:
    """Read one message, whole.

    Args:
        limit: how long it may be, in bytes.

    Raises:
        EOFError: the other side has ended.
        ValueError: it is longer.
    """
    length = int.from_bytes(_exactly(stream, _HEAD), "big")
    if length > limit:
        raise ValueError(f"a message of {length} bytes")
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = bytearray()
    while len(content) < length:
        part = stream.read(min(length - len(content), _PART))
        if not part:
            raise EOFError
        content += part
    return bytes(content)


def pack(outcome: Document | SkillgapError, *, last: bool = False) -> bytes:
    """What came of a file, as a message. `last` says that its process ends now."""
    if isinstance(outcome, SkillgapError):
        content: dict[str, object] = {"error": [type(outcome).__name__, outcome.what, outcome.where, outcome.remedy]}
    else:
        content = {"document": _plain(outcome)}
    # ASCII, since half a surrogate pair is no UTF-8
    return json.dumps({**content, "last": last}, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def unpack(message: bytes) -> tuple[Document | SkillgapError, bool]:
    """What `pack` was given.

    Raises:
        ValueError: it was not made by `pack`.
    """
    content = json.loads(message)
    if not isinstance(content, dict) or not isinstance(content.get("last"), bool):
        raise ValueError("no answer")
    if "error" in content:
        return _error(content["error"]), content["last"]
    document: Document = _maker(Document)(content.get("document"))
    return document, content["last"]


def _error(value: object) -> SkillgapError:
    name, what, where, remedy = _maker(tuple[str, str, str | None, str | None])(value)
    kind = getattr(errors, name, None)
    if not isinstance(kind, type) or not issubclass(kind, SkillgapError):
        raise ValueError("no error of ours")
    return kind(what, where=where, remedy=remedy)


def _plain(value: object) -> object:
    """A value as lists, strings and numbers."""
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@cache
def _maker(kind: Any) -> Callable[[object], Any]:
    """What makes values of a type out of those of `_plain`; it raises `ValueError` for anything else."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return _sequence(kind, [_maker(hints[field.name]) for field in fields(kind)])
    if origin is tuple and arguments[-1] is ...:
        return _many(_maker(arguments[0]))
    if origin is tuple:
        return _sequence(lambda *items: items, [_maker(argument) for argument in arguments])
    if origin is Literal:
        return _checked(lambda value: value in arguments)
    if origin in (UnionType, Union):
        (some,) = (_maker(argument) for argument in arguments if argument is not type(None))
        return lambda value: None if value is None else some(value)
    return _checked(lambda value: type(value) is kind)


def _sequence(make: Callable[..., Any], makers: list[Callable[[object], Any]]) -> Callable[[object], Any]:
    def made(value: object) -> Any:
        if not isinstance(value, list) or len(value) != len(makers):
            raise ValueError("another number of fields")
        return make(*[maker(item) for maker, item in zip(makers, value, strict=True)])

    return made


def _many(maker: Callable[[object], Any]) -> Callable[[object], Any]:
    def made(value: object) -> Any:
        if not isinstance(value, list):
            raise ValueError("no list")
        return tuple([maker(item) for item in value])

    return made


def _checked(fits: Callable[[object], bool]) -> Callable[[object], Any]:
    def made(value: object) -> Any:
        if not fits(value):
            raise ValueError("another type")
        return value

    return made
