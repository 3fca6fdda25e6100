"""Small taxonomies made by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from skillgap.taxonomy import Taxonomy

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[[str], Taxonomy]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files (name -> text) into a new folder."""

    def make(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "made"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(dedent(text), encoding="utf-8")
        return folder

    return make


@pytest.fixture
def make(write: Write) -> Make:
    """A taxonomy from the text of one file; kind and area may be left out."""

    def build(text: str) -> Taxonomy:
        lines = []
        for line in dedent(text).strip().splitlines():
            lines.append(line)
            if line.startswith("- id:"):
                lines.append("  kind: technology")
                lines.append("  area: databases")
                lines.append(f"  name: {line.removeprefix('- id:').strip().capitalize()}")
        return Taxonomy.load(write({"made.yaml": "\n".join(lines)}))

    return build
