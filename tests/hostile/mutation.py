"""Spoils good files by chance that can be repeated: bytes turned, cut, doubled, taken from elsewhere, numbers made large."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

_NUMBER = re.compile(rb"\d+")
_LARGE = (b"0", b"-1", b"2147483647", b"4294967296", b"99999999999999999999", b"1e999")
_ODD = (
    b"\0",
    b"\xff\xfe",
    b"<",
    b">",
    b"&",
    b'"',
    b"(",
    b"]",
    b"<<",
    b"%PDF-",
    b"PK\x03\x04",
    b"\xef\xbb\xbf",
    b"`",
    b"{",
    b"endobj",
    b"}",
    b"\\",
    b"\\bin9",
)


def spoil(data: bytes, chance: random.Random) -> bytes:
    """A file with some mistakes in it. Of an archive the parts are spoilt as often as the archive itself."""
    if data.startswith(b"PK") and chance.random() < 0.6:
        return _spoil_part(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _spoil_part(data: bytes, chance: random.Random) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, spoil(content, chance) if name == chosen else content)
    return file.getvalue()


def _turned(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 32))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 8, 64, 1024, 16_384)))


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _ended(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 10, 100)) + data[end:] if len(data) < 1_000_000 else data


def _moved(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    place = chance.randrange(len(data) + 1)
    return data[:place] + data[start:end] + data[place:]


def _enlarged(data: bytes, chance: random.Random) -> bytes:
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    number = chance.choice(numbers)
    return data[: number.start()] + chance.choice(_LARGE) + data[number.end() :]


def _odd(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_ODD) * chance.choice((1, 1, 50)) + data[place:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_turned, _cut, _ended, _doubled, _moved, _enlarged, _odd)
