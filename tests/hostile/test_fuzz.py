"""Files spoilt by chance: whatever is wrong with one, it ends in text or in one clear error.

`SKILLGAP_FUZZ_SECONDS` makes the long run longer and `SKILLGAP_FUZZ_SEED` begins it elsewhere; a failure names the seed of its
file, with which `spoilt` makes it again.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from skillgap import errors
from tests.hostile import docxs, pages, pdfs, rtfs, texts
from tests.hostile.mutation import spoil
from tests.hostile.outcome import outcome

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
MADE = Path(__file__).resolve().parents[1] / "documents" / "files"
ENDINGS = frozenset((".pdf", ".docx", ".html", ".md", ".txt"))
SECONDS = float(os.environ.get("SKILLGAP_FUZZ_SECONDS", "60"))
SEED = int(os.environ.get("SKILLGAP_FUZZ_SEED", "0"))


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Good files of every format, by name."""
    own = {
        "own.pdf": pdfs.good(),
        "own.docx": docxs.good(),
        "own.rtf": rtfs.good(),
        "own.html": pages.good(),
        "own.json": texts.good_json(),
        "own.md": texts.good_markdown(),
        "wide.txt": "Résumé: Python developer\n".encode("utf-16"),
    }
    made = {path.name: path.read_bytes() for path in MADE.iterdir()}
    samples = {path.name: path.read_bytes() for path in SAMPLES.iterdir() if path.suffix in ENDINGS and path.stem != "README"}
    return tuple(sorted({**own, **made, **samples}.items()))


def spoilt(seed: int) -> tuple[str, bytes]:
    """A spoilt file and its name."""
    chance = random.Random(seed)
    name, data = chance.choice(seeds())
    return name, spoil(data, chance)


def expect_an_end(seed: int) -> str:
    """Read a spoilt file; give back what came of it."""
    name, data = spoilt(seed)
    try:
        result = outcome(data, name)
    except Exception as error:
        raise AssertionError(f"the file of seed {seed} ({name})") from error
    assert result.seconds < 20, f"the file of seed {seed} ({name})"
    if result.kind != "text":
        assert issubclass(getattr(errors, result.kind), errors.InputError), seed
        assert "\n" not in result.told, seed
        assert "unforeseen" not in result.told, f"the file of seed {seed} ({name}): {result.told}"
    return result.kind


def test_a_hundred_spoilt_files_end_in_text_or_one_clear_error() -> None:
    kinds = Counter(expect_an_end(seed) for seed in range(100))
    assert kinds["text"] >= 20
    assert kinds["text"] < 100


@pytest.mark.slow
def test_as_many_as_can_be_read_in_a_minute_do_so() -> None:
    end = time.monotonic() + SECONDS
    kinds: Counter[str] = Counter()
    seed = SEED
    while time.monotonic() < end:
        kinds[expect_an_end(seed)] += 1
        seed += 1
    print(f"{sum(kinds.values())} spoilt files:", dict(kinds.most_common()))
    assert sum(kinds.values()) > SECONDS
