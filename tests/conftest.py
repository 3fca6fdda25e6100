"""What all tests share: hypothesis without chance, a cache of the session's own, one taxonomy and one analyzer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from skillgap.analyzer import Analyzer
from skillgap.taxonomy import Taxonomy

TODAY = date(2026, 11, 1)

settings.register_profile(
    "skillgap",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("skillgap")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of the session's own in place of the user's cache; processes that tests start inherit it."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("SKILLGAP_CACHE")
    os.environ["SKILLGAP_CACHE"] = str(folder)
    yield folder
    if before is None:
        del os.environ["SKILLGAP_CACHE"]
    else:
        os.environ["SKILLGAP_CACHE"] = before


@pytest.fixture(scope="session")
def taxonomy(cache: Path) -> Taxonomy:
    """The taxonomy that ships."""
    return Taxonomy.load()


@pytest.fixture(scope="session")
def analyzer(taxonomy: Taxonomy) -> Analyzer:
    """An analyzer with the taxonomy that ships, on a fixed day."""
    return Analyzer(taxonomy, today=TODAY)
