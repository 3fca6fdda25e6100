"""The labels in the repository: they fit their texts, and texts can be made from a clone that is the right one."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from benchmarks.common import objects
from benchmarks.labels import FORMATTED, RESUMES, SKILLSPAN, TRAIN, WrongText, joined, rebuilt

ROWS = [
    {"idx": 1, "tokens": ["Senior", "Engineer", "(", "m/f/d", ")"], "source": "tech"},
    {"idx": 1, "tokens": ["another", "posting"], "source": "house"},
    {"idx": 1, "tokens": ["You", "know", "Python", "(", "Django", "etc.)", "."], "source": "tech"},
]
TEXT = "Senior Engineer (m/f/d)\nYou know Python (Django etc.).\n"


def sample(folder: Path, rows: list[dict[str, Any]], text: str = TEXT) -> Path:
    """A clone with these rows, and labels for a text."""
    (folder / TRAIN).parent.mkdir(parents=True)
    (folder / TRAIN).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    mention = {"start": 33, "end": 39, "skill": "Python", "type": "hard"}
    label = {"id": "one", "idx": 1, "sha256": sha256(text.encode()).hexdigest(), "mentions": [mention], "traps": []}
    (folder / "labels.jsonl").write_text(json.dumps(label), encoding="utf-8")
    return folder / "labels.jsonl"


@pytest.mark.parametrize("path", [FORMATTED, RESUMES])
def test_offsets_and_sums_of_the_texts_kept_here_are_right(path: Path) -> None:
    for document in objects(path):
        text = document["text"]
        assert sha256(text.encode()).hexdigest() == document["sha256"], document["id"]
        for span in (*document["mentions"], *document["traps"]):
            assert text[span["start"] : span["end"]] == span["text"], document["id"]


def test_of_the_real_postings_only_labels_are_kept() -> None:
    for document in objects(SKILLSPAN):
        assert "text" not in document
        assert all("text" not in span for span in (*document["mentions"], *document["traps"]))
        assert document["id"] == f"ss-train-{document['idx']:03}"


@pytest.mark.parametrize(
    ("tokens", "line"),
    [
        ("Design ( and build ) tests .", "Design (and build) tests."),
        ("work / home & office - 3+ years", "work / home & office - 3+ years"),
        (". starts a line", ". starts a line"),
        ("team(s) etc.) .", "team(s) etc.)."),
        (".net and C#", ".net and C#"),
        ("( e.g . AWS )", "(e.g. AWS)"),
    ],
)
def test_tokens_become_a_line(tokens: str, line: str) -> None:
    assert joined(tokens.split()) == line


def test_a_text_is_made_from_its_rows(tmp_path: Path) -> None:
    (document,) = rebuilt(tmp_path, sample(tmp_path, ROWS))
    assert document["text"] == TEXT
    assert document["mentions"][0]["text"] == "Python"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ROWS[:1], r"the 1 rows of one give another text .* commit 2ccf3de5"),
        (ROWS[1:2], '"idx": 1, which one is made of'),
        ([{"idx": 1, "words": []}], "train.json: not the rows of SkillSpan at commit 2ccf3de5 .KeyError: 'source'"),
    ],
)
def test_what_is_wrong_with_a_clone_is_said(tmp_path: Path, rows: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(WrongText, match=said):
        rebuilt(tmp_path, sample(tmp_path, rows))


def test_a_folder_that_is_no_clone_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongText, match="no such file; give the folder of a clone"):
        rebuilt(tmp_path)
