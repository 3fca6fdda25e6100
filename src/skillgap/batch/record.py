"""The run record beside a ranking: with what it was made, so that it can be made again and two rankings can be told apart.

No time, no machine and no person stands in it; the same run gives the same record.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version

from skillgap.batch.asked import Asked
from skillgap.batch.store import Store

SCHEMA = "skillgap.run/1"
_LIBRARIES = ("spacy", "rapidfuzz", "pdfplumber", "pypdfium2")


def purpose(
    *, table: str, files: str, asked: str, taxonomy: str, today: str, skillgap: str, options: Mapping[str, object]
) -> dict[str, str]:
    """What a run is about, by names that a message can use; two runs with the same purpose give the same ranking."""
    return {
        "table": table,
        "files": files,
        "posting": asked,
        "taxonomy": taxonomy,
        "today": today,
        "version": skillgap,
        "options": json.dumps(options, sort_keys=True, ensure_ascii=False),
    }


def in_a_line(purpose: Mapping[str, str]) -> str:
    """With what a ranking was made, for its readers."""
    return f"skillgap {purpose['version']}, taxonomy {purpose['taxonomy'][:16]}, posting {purpose['posting']}, {purpose['today']}"


def record(store: Store, asked: Asked, buckets: Mapping[str, int], outputs: Mapping[str, str]) -> str:
    """The record, as JSON.

    Args:
        buckets: how many candidates are in each.
        outputs: sha256 of each file, by its name.
    """
    made_with = store.purpose
    content = {
        "schema": SCHEMA,
        "versions": {"skillgap": made_with["version"], **{name: version(name) for name in _LIBRARIES}},
        "today": made_with["today"],
        "taxonomy": made_with["taxonomy"],
        "posting": {
            "hash": made_with["posting"],
            "title": asked.posting.title,
            "must_haves": list(asked.labels),
            "requirements": [
                {"asked": requirement.label, "level": requirement.level} for requirement in asked.posting.requirements
            ],
        },
        "table": {"sha256": made_with["table"], "rows": len(store), "documents": store.documents()},
        "options": json.loads(made_with["options"]),
        "counts": {"status": store.statuses(), "bucket": dict(buckets), "failures": store.failures()},
        "outputs": dict(outputs),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
