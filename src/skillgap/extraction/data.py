"""Reads the data files that stand beside components (headings, cue words), once each."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any


@cache
def rules(name: str, package: str = "skillgap.extraction") -> tuple[dict[str, Any], ...]:
    """The entries of `data/<name>.yaml` in a package."""
    from skillgap.taxonomy.yaml import load_list

    text = (resources.files(package) / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(item.value for item in load_list(text, f"{name}.yaml"))


@cache
def words() -> frozenset[str]:
    """Ordinary English words, lower case (`data/english.txt`, from SCOWL; see docs/data.md)."""
    text = (resources.files("skillgap.extraction") / "data" / "english.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
