"""From files to checked entries, as plain data.

In: a folder of `*.yaml` (category = file name) and overlays (YAML files, or a CSV list of names). Out: `Source`, the files'
content with its hash, and from it the entries. A CSV has a name a row, with further names for the same thing behind it; a name
that a skill has already adds those to that skill.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skillgap.errors import MissingFile, TaxonomyError
from skillgap.taxonomy.forms import key
from skillgap.taxonomy.rows import with_both_sides


@dataclass(frozen=True, slots=True)
class Source:
    """The files of a taxonomy, read but not parsed: the first `base` are one folder, later ones are overlays.

    `hash` is the sha256 (hex) of their names and content.
    """

    files: tuple[tuple[Path, bytes], ...]
    base: int
    hash: str

    def entries(self) -> list[dict[str, Any]]:
        """The entries, checked, each with `category`, `file` and `line`, and `related` written out on both sides.

        Raises:
            TaxonomyError: which file, which line, which skill, what is wrong.
        """
        return with_both_sides(_parse(self.files, self.base))


def default_folder() -> Path:
    """Where the taxonomy is: beside the package's code in an installed wheel, at the top of a checkout otherwise.

    Raises:
        TaxonomyError: neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "data" / "taxonomy", package.parents[1] / "taxonomy"):
        if any(folder.glob("*.yaml")):
            return folder
    raise TaxonomyError("the taxonomy's files are not installed", remedy="install skillgap again")


def find(folder: str | os.PathLike[str] | None = None, extra: Sequence[str | os.PathLike[str]] = ()) -> Source:
    """The files of a taxonomy folder (the one that ships if None) and of overlays, whose skills replace those with their ids.

    Raises:
        MissingFile, TaxonomyError: a folder or file is not there.
    """
    base = Path(folder) if folder is not None else default_folder()
    if not base.is_dir():
        raise MissingFile("no such folder", where=str(base), remedy="give a folder with taxonomy files (*.yaml)")
    paths = sorted(base.glob("*.yaml"))
    if not paths:
        raise TaxonomyError("no *.yaml file in it", where=str(base), remedy="give a folder with taxonomy files")
    files = tuple((path, _read(path)) for path in [*paths, *map(Path, extra)])
    digest = hashlib.sha256()
    for path, content in files:
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return Source(files, len(paths), digest.hexdigest())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingFile("cannot be read", where=str(path), remedy="check the path") from error


def _parse(sources: Sequence[tuple[Path, bytes]], base: int) -> list[dict[str, Any]]:
    """The entries of all files. The first `base` are one taxonomy, in which an id stands once; later files go over it."""
    # here, not above: a start from the cache needs neither YAML nor the schema
    from skillgap.taxonomy.schema import check_entry
    from skillgap.taxonomy.yaml import load_list

    rows: dict[str, dict[str, Any]] = {}
    seen: dict[str, str] = {}
    for number, (path, content) in enumerate(sources):
        if number >= base:
            seen = {}
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise TaxonomyError("not UTF-8", where=path.name, remedy="save it as UTF-8") from error
        if path.suffix.lower() == ".csv":
            _add_names(_names(text, path.name), rows, path)
            continue
        for item in load_list(text, path.name):
            entry, place = check_entry(item, path.name), f"{path.name}:{item.line}"
            if entry["id"] in seen:
                raise TaxonomyError(
                    f"skill {entry['id']!r} stands already at {seen[entry['id']]}", where=place, remedy="delete one"
                )
            seen[entry["id"]] = place
            rows[entry["id"]] = {**entry, "category": path.stem, "file": path.name, "line": item.line}
    return list(rows.values())


def _names(text: str, file: str) -> list[tuple[int, list[str]]]:
    """The rows of a CSV list of names that are not empty, each with its line; a heading `name` or `skill` is passed over."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        rows = [(reader.line_num, [" ".join(cell.split()) for cell in row if cell.strip()]) for row in reader]
    except csv.Error as error:
        raise TaxonomyError(f"not a CSV ({error})", where=f"{file}:{reader.line_num}", remedy="correct that line") from error
    return [(line, cells) for line, cells in rows if cells and not (line == 1 and cells[0].lower() in {"name", "skill"})]


def _add_names(names: Sequence[tuple[int, list[str]]], rows: dict[str, dict[str, Any]], path: Path) -> None:
    from skillgap.taxonomy.schema import check_entry
    from skillgap.taxonomy.yaml import Item

    owners = {key(form): row["id"] for row in rows.values() for form in (*row.get("aliases", ()), row["name"], row["id"])}
    for line, (name, *others) in names:
        known = owners.get(key(name))
        row = rows[known] if known else {"id": slug(name), "name": name, "kind": "technology", "area": "frameworks"}
        new = list({key(other): other for other in others if key(other) not in {key(name), *owners}}.values())
        entry = {**row, "aliases": [*row.get("aliases", ()), *new]} if new else row
        check_entry(
            Item(line, {field: entry[field] for field in ("id", "name", "kind", "area", "aliases") if field in entry}), path.name
        )
        rows[entry["id"]] = entry if known else {**entry, "category": path.stem, "file": path.name, "line": line}
        owners |= {key(form): entry["id"] for form in (entry["id"], name, *new)}


def slug(name: str) -> str:
    """An id from a name: `C++` is `cpp`, `Node.js` is `nodejs`; a hash where a name has no letter that an id may have."""
    text = name.lower().replace("++", "pp").replace("#", "sharp").replace(".", "")
    plain = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    return (
        plain
        if plain and (plain.isascii() and name.isascii())
        else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")
    )
