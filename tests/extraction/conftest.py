"""What the tables share: loading them, finding a skill by id or name, and judging by the share of rows that fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from skillgap.taxonomy import Taxonomy

TABLES = Path(__file__).parent / "tables"


@pytest.fixture(scope="session")
def skill_id(taxonomy: Taxonomy) -> Any:
    """A skill's id from its id or name; None where the taxonomy has no such skill."""
    ids = {skill.id for skill in taxonomy.skills}

    def find(name: str) -> str | None:
        if name in ids:
            return name
        skill = taxonomy.find(name)
        return skill.id if skill else None

    return find


@pytest.fixture(scope="session")
def table() -> Any:
    """The rows of a table; YAML's own yes/no words stay words."""

    def load(name: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = yaml.load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return rows

    return load


@pytest.fixture(scope="session")
def judge() -> Any:
    """Prints all rows that fail and asserts that they are few: `limit` is a share of all rows."""

    def check(failures: list[str], total: int, limit: float) -> None:
        report = "\n".join(failures)
        print(f"{len(failures)} of {total} rows fail\n{report}")
        assert len(failures) <= limit * total, f"{len(failures)} of {total} rows fail, allowed {limit:.1%}:\n{report}"

    return check
