"""From files to checked entries, once: the result is kept in the user's cache under a hash of the content.

In: a folder of `*.yaml` (category = file name) and overlays (YAML files, or a CSV list of names). Out: `Entries`, plain data.
The cache is only a shortcut: unreadable, damaged or unwritable, it is passed over.
"""

from __future__ import annotations

import csv
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

from skillgap.errors import MissingFile, TaxonomyError

CACHE_FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Entries:
    """Checked entries (each with `category`, `file`, `line`) and the hash (sha256, hex) of what they were read from."""

    rows: tuple[dict[str, Any], ...]
    hash: str


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
    digest = hashlib.sha256(CACHE_FORMAT.encode())
    for path, content in sources:
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    key = digest.hexdigest()
    rows = _from_cache(key)
    if rows is None:
        rows = _parse(sources)
        _to_cache(key, rows)
    return Entries(tuple(rows), key)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingFile("cannot be read", where=str(path), remedy="check the path") from error


def _parse(sources: Sequence[tuple[Path, bytes]]) -> list[dict[str, Any]]:
    # here, not above: a start from the cache needs neither YAML nor the schema
    from skillgap.taxonomy.schema import check_entry
    from skillgap.taxonomy.yaml import load_list

    rows: dict[str, dict[str, Any]] = {}
    seen: dict[str, dict[str, int]] = {}
    for path, content in sources:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise TaxonomyError("not UTF-8", where=path.name, remedy="save it as UTF-8") from error
        own = seen.setdefault(str(path), {})
        if path.suffix.lower() == ".csv":
            entries = _names_as_entries(text)
        else:
            entries = [(item.line, check_entry(item, path.name)) for item in load_list(text, path.name)]
        for line, entry in entries:
            if entry["id"] in own:
                raise TaxonomyError(f"skill {entry['id']!r} stands already at line {own[entry['id']]}", where=f"{path.name}:{line}")
            own[entry["id"]] = line
            rows[entry["id"]] = {**entry, "category": path.stem, "file": path.name, "line": line}
    return list(rows.values())


def _names_as_entries(text: str) -> list[tuple[int, dict[str, Any]]]:
    """A CSV list of names: the first column is the name, further ones are aliases; a heading `name` is passed over."""
    entries = []
    reader = csv.reader(io.StringIO(text))
    for row in reader:
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells or (reader.line_num == 1 and cells[0].lower() in {"name", "skill"}):
            continue
        entry: dict[str, Any] = {"id": slug(cells[0]), "name": cells[0], "kind": "technology", "area": "frameworks"}
        if cells[1:]:
            entry["aliases"] = cells[1:]
        entries.append((reader.line_num, entry))
    return entries


def slug(name: str) -> str:
    """An id from a name: `C++` is `cpp`, `Node.js` is `nodejs`."""
    text = name.lower().replace("++", "pp").replace("#", "sharp").replace(".", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "skill"


def _cache_file(key: str) -> Path:
    import platformdirs

    return Path(os.environ.get("SKILLGAP_CACHE") or platformdirs.user_cache_dir("skillgap")) / f"taxonomy-{key[:32]}.json"


def _from_cache(key: str) -> list[dict[str, Any]] | None:
    try:
        data = json.loads(_cache_file(key).read_bytes())
        return data["rows"] if data["hash"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _to_cache(key: str, rows: list[dict[str, Any]]) -> None:
    target = _cache_file(key)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".taxonomy-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"hash": key, "rows": rows}, file, ensure_ascii=False)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError:
        return
