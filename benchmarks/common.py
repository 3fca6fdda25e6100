"""What the benchmarks share: the labelled documents and their scorer (given as a path), what a posting asks in values that can be
compared, and how a figure is shown."""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from skillgap import Posting

POSTINGS = "postings_dev.jsonl"
FORMATTED = "postings_formatted_dev.jsonl"
RESUMES = "resumes_dev.jsonl"
SETS = {"postings": POSTINGS, "formatted postings": FORMATTED, "résumés": RESUMES}


def parser(doc: str | None, *, shared: bool = True) -> argparse.ArgumentParser:
    """A parser with the options that all benchmarks have."""
    result = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    if shared:
        result.add_argument("shared", type=Path, help="the folder with gold/ and eval/")
    result.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    return result


def scorer(shared: Path) -> ModuleType:
    """The scorer of the labelled documents, `eval/score.py`."""
    path = shared / "eval" / "score.py"
    if not path.is_file():
        sys.exit(f"{path}: no such file; give the folder that holds eval/ and gold/")
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: cannot be loaded")
    sys.dont_write_bytecode = True
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(shared: Path, name: str) -> list[dict[str, Any]]:
    """The labelled documents of one file of SHARED."""
    return objects(shared / "gold" / name)


def objects(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file that has one a line."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


class Asked(NamedTuple):
    """One requirement: the ids of its alternatives, its level, and its years (0 if none are asked)."""

    any_of: frozenset[str]
    level: str
    years: float


def asked(posting: Posting, *, soft: bool = True) -> set[Asked]:
    """The requirements that were read. `soft`: those of soft skills alone among them."""
    return {
        Asked(frozenset(skill.id for skill in found.any_of), found.level, found.min_years or 0.0)
        for found in posting.requirements
        if soft or any(skill.kind != "soft" for skill in found.any_of)
    }


def table(rows: Sequence[Sequence[object]], heading: Sequence[str]) -> str:
    """Rows as aligned columns: the first to the left, numbers to the right."""
    cells = [[shown(cell) for cell in row] for row in [heading, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heading))]
    lines = [
        "  ".join(c.ljust(w) if n == 0 else c.rjust(w) for n, (c, w) in enumerate(zip(row, widths, strict=True))) for row in cells
    ]
    return "\n".join(line.rstrip() for line in lines)


def shown(value: object) -> str:
    """A figure as it is printed: three decimals for a share, four for a small one, a dash for none."""
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.4f}" if 0 < value < 0.01 else f"{value:.3f}"
    return str(value)


def held(what: str, value: float | None, *, at_least: float | None = None, at_most: float | None = None) -> str:
    """A figure with its bar, and whether it holds; where there is no figure, it does not."""
    bars = {"at least": at_least, "at most": at_most}
    holds = value is not None and (at_least is None or value >= at_least) and (at_most is None or value <= at_most)
    asked = " and ".join(f"{side} {bar:g}" for side, bar in bars.items() if bar is not None)
    return f"{what} {shown(value)}, bar {asked}: {'holds' if holds else 'FAILS'}"


def write(figures: Mapping[str, Any] | Iterable[Any], path: Path | None) -> None:
    """Write the figures as JSON, where that is asked for."""
    if path is not None:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
