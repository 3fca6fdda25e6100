"""Lists of words that the rooms here read (`data/*.txt`)."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`, in small letters."""
    return frozenset((resources.files("skillgap.batch") / "data" / f"{name}.txt").read_text(encoding="utf-8").split())
