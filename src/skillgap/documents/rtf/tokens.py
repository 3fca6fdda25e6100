"""Cuts RTF into tokens: braces, control words with their number, control symbols, and text as bytes.

What a token does is not known here. A group or a binary part that is of no use is jumped over without being cut, in a time that
grows with its length and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]+)(?P<number>-?[0-9]+)?\x20?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_INSIDE = re.compile(rb"[\\{}](?:(?<=\\)(?:bin([0-9]+)\x20?|.))?", re.DOTALL)
"""What matters in a group that is jumped over: braces, those that are escaped, and binary parts, which may hold any byte."""
_NO_TEXT: Final = b"\r\n\0"
"""Line ends of the file are none of the document."""
_LONGEST_WORD: Final = 32
_LONGEST_NUMBER: Final = 10
"""Letters and digits beyond which a word or number is cut: longer ones mean nothing to anyone."""


class Token(NamedTuple):
    """`word` is the name of a control word or the sign of a control symbol; `number` what stands behind a word, if anything."""

    kind: Literal["open", "close", "word", "symbol", "text"]
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN: Final = Token("open")
_CLOSE: Final = Token("close")


class Tokens:
    """The tokens of a content, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = 0

    def __iter__(self) -> Iterator[Token]:
        while (found := _TOKEN.match(self._data, self._position)) is not None:
            self._position = found.end()
            kind = found.lastgroup
            if kind == "text":
                yield Token("text", data=found[0].translate(None, _NO_TEXT))
            elif kind == "brace":
                yield _OPEN if found[0] == b"{" else _CLOSE
            elif kind == "hex":
                yield Token("text", data=bytes((int(found["hex"], 16),)))
            elif kind == "symbol":
                yield Token("symbol", found["symbol"].decode("latin-1"))
            elif found["word"] == b"bin":
                self._position += max(_number(found["number"]) or 0, 0)
            else:
                yield Token("word", found["word"][:_LONGEST_WORD].decode("ascii"), _number(found["number"]))

    def skip_group(self) -> None:
        """Go on with the brace that closes the group in which the last token stood."""
        depth = 0
        while (found := _INSIDE.search(self._data, self._position)) is not None:
            if found[0] == b"}" and depth == 0:
                self._position = found.start()
                return
            self._position = found.end() + (_number(found[1]) or 0)
            depth += {b"{": 1, b"}": -1}.get(found[0], 0)
        self._position = len(self._data)


def _number(digits: bytes | None) -> int | None:
    return None if digits is None else int(digits[:_LONGEST_NUMBER])
