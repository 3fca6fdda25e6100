"""The labelled verdicts: that they fit their documents, and how a report is compared with them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from benchmarks.common import objects
from benchmarks.labels import FOLDER
from benchmarks.scorer import Names
from benchmarks.verdicts import HAD, SETS, Judged, compared, figures, ordered

from skillgap import Analyzer


def judged(
    label: str, said: str | None, accept: tuple[str, ...] = (), months: tuple[int | None, int | None] = (None, None)
) -> Judged:
    told: dict[str, Any] = {"verdict": label, "accept": accept, "months": months[0], "months_tol": 2}
    return Judged(told, said, months[1])


@pytest.mark.parametrize(("name", "counts"), [("read", (58, 1179, 20)), ("unread", (10, 222, 5))])
def test_the_labels_fit_their_documents(name: str, counts: tuple[int, int, int]) -> None:
    pairs, texts = SETS[name]
    labels = json.loads((FOLDER / pairs).read_text(encoding="utf-8"))
    documents = {document["id"]: document for document in objects(FOLDER / texts)}
    for document in documents.values():
        assert hashlib.sha256(document["text"].encode()).hexdigest() == document["sha256"], document["id"]
    verdicts = [(pair, verdict) for pair in labels["pairs"] for verdict in pair["verdicts"]]
    assert (len(labels["pairs"]), len(verdicts), len(labels["rankings"])) == counts
    for pair, verdict in verdicts:
        row = documents[pair["posting"]]["requirements"][verdict["requirement_index"]]
        assert (row["any_of"], row["level"]) == (verdict["any_of"], verdict["level"])
        assert verdict["verdict"] in HAD | {"partly", "missing"}


def test_a_report_is_compared_with_what_it_asks_with_the_most_in_common(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting("Requirements\n- Kotlin or Scala\n- PostgreSQL\n\nNice to have\n- Docker\n")
    resume = analyzer.read_resume("Ann Lee\n\nExperience\nDeveloper, Acme, 2020 - 2024\n- Scala services\n\nSkills\nDocker\n")
    labels = [
        {"any_of": names, "level": level, "verdict": "met"}
        for names, level in ((["Docker"], "preferred"), (["Kotlin", "Scala"], "required"), (["Rust"], "required"))
    ]
    found = list(compared(labels, analyzer.compare(resume, posting), Names(analyzer.taxonomy)))
    assert [each.said for each in found] == ["listed_only", "alternative", None]


@pytest.mark.parametrize(
    ("each", "name", "share"),
    [
        (judged("met", "alternative"), "exact", 1.0),
        (judged("partly", "missing"), "exact", 0.0),
        (judged("partly", "missing", ("missing",)), "tolerant", 1.0),
        (judged("implied", "listed_only"), "have or not", 1.0),
        (judged("implied", "missing"), "false missing", 1.0),
        (judged("missing", "met"), "false met", 1.0),
        (judged("missing", "implied"), "false met", 0.0),
        (judged("met", None), "read", 0.0),
        (judged("met", "met", months=(24, 26)), "months", 1.0),
        (judged("met", "met", months=(24, 27)), "months", 0.0),
        (judged("met", "met", months=(None, 27)), "months", None),
    ],
)
def test_the_shares(each: Judged, name: str, share: float | None) -> None:
    assert figures([each])[name] == share


def test_the_order_of_tiers(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting("Requirements\n- Kotlin\n- Docker\n")
    texts = {"both": "Kotlin, Docker", "one": "Kotlin", "other": "Docker", "none": "Perl"}
    resumes = {name: analyzer.read_resume(f"Ann Lee\n\nSkills\n{skills}\n") for name, skills in texts.items()}
    tiers = [["both"], ["one", "other"], ["none"]]
    assert ordered({"posting": "p", "tiers": tiers}, analyzer, {"p": posting}, resumes) == (5.0, 5)
    assert ordered({"posting": "p", "tiers": tiers[::-1]}, analyzer, {"p": posting}, resumes) == (0.0, 5)
    assert ordered({"posting": "p", "tiers": [["one"], ["other"]]}, analyzer, {"p": posting}, resumes) == (0.5, 1)
