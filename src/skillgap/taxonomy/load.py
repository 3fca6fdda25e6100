"""From files to checked entries, once: what was made of them is kept in the user's cache under a hash of their content.

In: a folder of `*.yaml` (category = file name) and overlays (YAML files, or a CSV list of names). Out: `Entries`, plain data.
A CSV has a name a row, with further names for the same thing behind it; a name that a skill has already adds those to that skill.
The cache is only a shortcut: unreadable, damaged or unwritable, it is passed over.
"""

from __future__ import annotations

import csv
import gc
import hashlib
import io
import json
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skillgap._version import __version__
from skillgap.errors import MissingFile, TaxonomyError
from skillgap.taxonomy.forms import key
from skillgap.taxonomy.rows import with_both_sides


@dataclass(frozen=True, slots=True)
class Entries:
    """Checked entries, each with `category`, `file` and `line`, and `related` written out on both sides.

    `hash` is the sha256 (hex) of what they were read from; `index` the form index as data, where the cache had it.
    """

    rows: tuple[dict[str, Any], ...]
    hash: str
    index: dict[str, Any] | None = None


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


def load(folder: str | os.PathLike[str] | None = None, extra: Sequence[str | os.PathLike[str]] = ()) -> Entries:
    """Read a taxonomy folder and overlays; an overlay's skill replaces the one with its id.

    Raises:
        MissingFile, TaxonomyError: which file, which line, which skill, what is wrong.
    """
    base = Path(folder) if folder is not None else default_folder()
    if not base.is_dir():
        raise MissingFile("no such folder", where=str(base), remedy="give a folder with taxonomy files (*.yaml)")
    files = sorted(base.glob("*.yaml"))
    if not files:
        raise TaxonomyError("no *.yaml file in it", where=str(base), remedy="give a folder with taxonomy files")
    sources = [(path, _read(path)) for path in [*files, *map(Path, extra)]]
    digest = hashlib.sha256()
    for path, content in sources:
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    content_hash = digest.hexdigest()
    cached = _from_cache(content_hash)
    if cached is not None:
        return Entries(tuple(cached["rows"]), content_hash, cached["index"])
    return Entries(tuple(with_both_sides(_parse(sources, len(files)))), content_hash)


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


def _cache_file(digest: str) -> Path:
    import platformdirs

    folder = os.environ.get("SKILLGAP_CACHE") or platformdirs.user_cache_dir("skillgap")
    return Path(folder) / f"taxonomy-{digest[:32]}-{_code()}"


def _code() -> str:
    """A short name for the code that makes what is cached: other code must not read it."""
    digest = hashlib.sha256(__version__.encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _from_cache(digest: str) -> dict[str, Any] | None:
    try:
        checksum, _, content = _cache_file(digest).read_bytes().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest().encode() != checksum:
        return None
    # the collector would look at each of ten thousand new containers again and again, and find none to free
    collecting = gc.isenabled()
    gc.disable()
    try:
        data: dict[str, Any] = json.loads(content.decode())
    finally:
        if collecting:
            gc.enable()
    return data


def keep(entries: Entries, index: dict[str, Any]) -> None:
    """Write entries and their form index into the cache, as a whole; what cannot be written is not kept."""
    target = _cache_file(entries.hash)
    content = json.dumps({"rows": entries.rows, "index": index}, ensure_ascii=False).encode()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".taxonomy-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError:
        return
