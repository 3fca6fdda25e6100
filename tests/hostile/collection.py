"""All hostile files by name. A module of files registers the functions that make them; each is the name of a way to do harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

_ROOMS = ("pdfs", "docxs", "rtfs", "pages", "texts")


@dataclass(frozen=True, slots=True)
class Hostile:
    """A hostile file: how it would be called, what makes its content, and whether that or reading it takes long."""

    name: str
    make: Callable[[], bytes]
    heavy: bool = False


_files: dict[str, Hostile] = {}


def hostile(ending: str, *, heavy: bool = False) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a function that makes a file, under its own name."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        add(f"{make.__name__}.{ending}", make, heavy=heavy)
        return make

    return register


def add(name: str, make: Callable[[], bytes], *, heavy: bool = False) -> None:
    """Register what makes a file."""
    assert name not in _files, name
    _files[name] = Hostile(name, make, heavy)


def everything() -> list[Hostile]:
    """All of them, in order."""
    for room in _ROOMS:
        import_module(f"tests.hostile.{room}")
    return list(_files.values())
