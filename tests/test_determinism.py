"""The same bytes for the same input: on any machine, in any order, in any company, from any number of threads."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from threading import Barrier
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import Taxonomy, read, render
from skillgap.analyzer import Analyzer
from skillgap.model import Kind
from tests.texts import is_text

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
TODAY = date(2026, 11, 1)
PAIRS = {
    "resume.pdf": "posting.html",
    "resume-devops.pdf": "posting-devops.txt",
    "resume-junior.docx": "posting-junior.md",
    "resume-career-changer.md": "posting-fullstack.pdf",
}
MISSPELT = "Kubernets, Postgress, Pyhton and Javascipt; Djago, Elasticsarch or RabitMQ\n"
BETWEEN_TWO = "Asyna, Activemy, Analytis, Asara, Architecturea\n"
"""Each is as near to one known word as to another."""
OPEN = "Go, Spring, REST, Rust, Chef, Swift, Express\n- the rest of us go on in spring\n- R, C, D and Q\n- React to events\n"

Case = tuple[str, Kind]


def extracted(analyzer: Analyzer, text: str, kind: Kind) -> str:
    return json.dumps(asdict(analyzer.extract(text, kind)), ensure_ascii=False)


def compared(analyzer: Analyzer, resume: str, posting: str) -> str:
    return render(analyzer.compare(SAMPLES / resume, SAMPLES / posting), "json")


def cases() -> list[Case]:
    """The texts of the samples, and some in which much has to be decided, each as what it is."""
    with (SAMPLES / "candidates.csv").open(encoding="utf-8", newline="") as file:
        candidates = [row["text"] for row in csv.DictReader(file) if row["text"]]
    resumes = [*(read(SAMPLES / name).text for name in PAIRS), *candidates, MISSPELT, BETWEEN_TWO, OPEN]
    postings = [*(read(SAMPLES / name).text for name in PAIRS.values()), MISSPELT, BETWEEN_TWO, OPEN]
    return [*((text, "resume") for text in resumes), *((text, "posting") for text in postings)]


def everything(order: int) -> bytes:
    """What is found in every case and said of every pair, worked out in an order of its own and then sorted."""
    analyzer = Analyzer(today=TODAY)
    work: list[Callable[[], str]] = [
        *(partial(extracted, analyzer, *case) for case in cases()),
        *(partial(compared, analyzer, *pair) for pair in PAIRS.items()),
    ]
    numbers = list(range(len(work)))
    Random(order).shuffle(numbers)
    done = {number: work[number]() for number in numbers}
    return "\n".join(done[number] for number in sorted(done)).encode()


@pytest.fixture(scope="module")
def here() -> bytes:
    return everything(0)


@pytest.mark.parametrize(
    ("seed", "surroundings"),
    [
        ("0", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "America/Los_Angeles"}),
        ("1", {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "SKILLGAP_CACHE": "a new one"}),
        ("2", {"LC_ALL": "tr_TR.UTF-8", "TZ": ""}),
    ],
    ids=["ASCII and west", "first start and east", "Turkish and no zone"],
)
def test_another_process_gives_the_same_bytes(seed: str, surroundings: dict[str, str], here: bytes, tmp_path: Path) -> None:
    script = f"import sys; from tests.test_determinism import everything; sys.stdout.buffer.write(everything({seed}))"
    path = os.pathsep.join([str(ROOT), *(str(Path(entry).resolve()) for entry in sys.path if entry)])
    environment = {**os.environ, **surroundings, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", script], env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == here


@pytest.fixture(scope="module")
def alone(taxonomy: Taxonomy) -> dict[Case, str]:
    """What an analyzer finds that has never seen another text."""
    return {case: extracted(Analyzer(taxonomy, today=TODAY), *case) for case in cases()}


@settings(max_examples=15)
@given(data=st.data())
def test_what_was_read_before_changes_nothing(data: st.DataObject, alone: dict[Case, str], analyzer: Analyzer) -> None:
    sequence = data.draw(st.lists(st.sampled_from(list(alone)), min_size=2, max_size=6))
    assert [extracted(analyzer, *case) for case in sequence] == [alone[case] for case in sequence]


PARTS = [
    "Python",
    "Go",
    "go",
    "REST",
    "Kubernets",
    "Kubernetis",
    "no ",
    "- ",
    "\n\n",
    "Skills: ",
    ", ",
    "3+ years of ",
    "C",
    "é",
    "node.js",
]


@settings(max_examples=15)
@given(
    text=st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=15).map("".join).filter(is_text),
    kind=st.sampled_from(get_args(Kind)),
)
def test_an_analyzer_in_use_finds_what_a_new_one_finds(text: str, kind: Kind, taxonomy: Taxonomy, analyzer: Analyzer) -> None:
    assert extracted(analyzer, text, kind) == extracted(Analyzer(taxonomy), text, kind)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_many_in_any_order_are_as_each_alone(kind: Kind, batch_size: int, alone: dict[Case, str], analyzer: Analyzer) -> None:
    texts = [text for text, of_kind in alone if of_kind == kind]
    Random(batch_size).shuffle(texts)
    found = analyzer.extract_many(texts, kind, batch_size)
    assert [json.dumps(asdict(each), ensure_ascii=False) for each in found] == [alone[text, kind] for text in texts]


@pytest.fixture
def _restless() -> Iterator[None]:
    """Threads take turns much more often than they would."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("_restless")
def test_eight_threads_find_at_their_first_use_what_one_finds(alone: dict[Case, str], analyzer: Analyzer) -> None:
    shared = Analyzer(Taxonomy.load(), today=TODAY)
    together = Barrier(8)

    def work(number: int) -> tuple[dict[Case, str], dict[tuple[str, str], str]]:
        chance = Random(number)
        together.wait()
        found = {case: extracted(shared, *case) for case in chance.sample(list(alone), 6)}
        return found, {pair: compared(shared, *pair) for pair in chance.sample(list(PAIRS.items()), 2)}

    with ThreadPoolExecutor(8) as pool:
        for found, reports in pool.map(work, range(8)):
            assert found == {case: alone[case] for case in found}
            assert reports == {pair: compared(analyzer, *pair) for pair in reports}
