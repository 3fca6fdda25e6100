"""A rule is tried only where one of its words stands; here it is shown that this hides nothing that the rule would find."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from skillgap.documents import from_text, read
from skillgap.extraction.durations import YEAR_WORDS, YEARS
from skillgap.extraction.tokens import tokenize
from skillgap.posting.conditions import _rules
from skillgap.posting.connectors import NEAR, connectors
from skillgap.posting.sentences import _BACK, _BACK_WORDS
from skillgap.posting.titles import _CUT, _LABEL, _MARKS, _SEEK_WORDS, _SOUGHT
from skillgap.taxonomy.yaml import load_list

ROOT = Path(__file__).parents[2]
PLACES = ("between", "admits", "before", "behind")


@cache
def lines() -> tuple[str, ...]:
    """Every line of the tables of postings and of the samples."""
    tables = [
        item.value for path in sorted(ROOT.glob("tests/*/tables/*.yaml")) for item in load_list(path.read_text("utf-8"), "")
    ]
    texts = [row["text"] for row in tables if isinstance(row, dict) and isinstance(row.get("text"), str)]
    texts += [read(path).readable for path in sorted(ROOT.glob("samples/*")) if path.suffix in {".md", ".txt", ".html", ".pdf"}]
    found = {line for text in texts for line in from_text(text).readable.splitlines() if line.strip()}
    assert len(found) > 1500
    return tuple(sorted(found))


def _words(text: str) -> set[str]:
    return set(tokenize(text).words)


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.kind)
def test_of_conditions(rule) -> None:  # type: ignore[no-untyped-def]
    finds = YEARS if rule.years else rule.pattern
    found = [
        line
        for line in lines()
        if (match := finds.search(line)) and rule.words.isdisjoint(_words(match[0] + line[match.end() :]))
    ]
    assert any(finds.search(line) for line in lines())
    assert not found


@pytest.mark.parametrize(
    "connector",
    [c for place in PLACES for c in connectors(place) if c.needs],
    ids=lambda c: f"{c.means}-{c.pattern.pattern[:12]}",
)
def test_of_connectors(connector) -> None:  # type: ignore[no-untyped-def]
    parts = {part for line in lines() for part in re.split(r"(?<=\w)(?=[ ,/(])", line.lower())} | {
        line.lower() for line in lines()
    }
    if connector in connectors("admits"):  # such a gap is no longer than this
        parts = {part[start : start + NEAR] for part in parts for start in range(0, len(part), NEAR // 3)}
    assert not [part for part in parts if connector.pattern.search(part) and not connector.may_stand_in(part)]


@pytest.mark.parametrize("gap", ["a" * (NEAR - 2) + ";!", "a," * (NEAR // 2 - 1) + ";!", "a " * (NEAR // 2 - 1) + ";!"])
def test_no_connector_tries_a_gap_for_ever(gap: str) -> None:
    """A pattern that may part a word in many ways took minutes here."""
    assert not [c for place in PLACES for c in connectors(place) if c.pattern.fullmatch(gap)]


def test_of_titles() -> None:
    assert not [line for line in lines() if _SOUGHT.search(line) and _SEEK_WORDS.isdisjoint(_words(line))]
    assert not [line for line in lines() if (_LABEL.search(line) or _CUT.search(line)) and not _MARKS.search(line)]


def test_of_what_speaks_of_names_before() -> None:
    said = ("any of these", "either", "both", "them", "our tech stack", "the above tools", "such systems")
    told = [f"Experience with {words} is a plus." for words in said]
    assert all(_BACK.search(line) for line in told)
    assert not [line for line in (*lines(), *told) if _BACK.search(line) and _BACK_WORDS.isdisjoint(_words(line))]


def test_of_years() -> None:
    assert not [line for line in lines() if YEARS.search(line) and YEAR_WORDS.isdisjoint(_words(line))]
