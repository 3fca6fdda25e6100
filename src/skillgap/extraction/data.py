"""Reads the data files that stand beside components (headings, cue words), once each; what was parsed is kept in the cache."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from typing import Any

from skillgap.taxonomy import cache as cached


@cache
def rules(name: str, package: str = "skillgap.extraction") -> tuple[dict[str, Any], ...]:
    """The entries of `data/<name>.yaml` in a package."""
    text = (resources.files(package) / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    kept = cached.fetch(digest)
    if kept is not None:
        return tuple(map(json.loads, kept["rules"]))
    from skillgap.taxonomy.yaml import load_list

    entries = tuple(item.value for item in load_list(text, f"{name}.yaml"))
    cached.store(digest, {"rules": [json.dumps(entry) for entry in entries]})
    return entries


def wordings(*stands: str) -> tuple[str, ...]:
    """The phrases of `data/wordings.yaml` that stand so, each with all of what stands behind it."""
    chosen = [rule for rule in rules("wordings") if rule["stands"] in stands]
    return tuple(f"{phrase} {then}".rstrip() for rule in chosen for phrase in rule["words"] for then in rule.get("then", [""]))


@cache
def words() -> frozenset[str]:
    """Ordinary English words, lower case (`data/english.txt`, from SCOWL; see docs/data.md)."""
    text = (resources.files("skillgap.extraction") / "data" / "english.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def foreign() -> frozenset[str]:
    """Words of résumés in other languages that look like misspelt skills, lower case (`data/foreign.txt`)."""
    text = (resources.files("skillgap.extraction") / "data" / "foreign.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def names() -> frozenset[str]:
    """Names of people and places that look like misspelt skills, lower case (`data/names.txt`, see docs/data.md)."""
    text = (resources.files("skillgap.extraction") / "data" / "names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
