"""Ordinary English words are never read as misspelt technologies (tables/ordinary.txt)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from skillgap import Analyzer

WORDS = (Path(__file__).parent / "tables" / "ordinary.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("frame", ["We value {} and Python.", "Skills: Python, {}, Docker", "{}"])
def test_ordinary_words_are_no_misspelt_names(analyzer: Analyzer, judge: Any, frame: str) -> None:
    failures = []
    for word in WORDS:
        for form in (word, word.capitalize()):
            text = frame.format(form)
            start = text.index(form)
            failures += [
                f"{text!r}: {mention.text!r} taken as {mention.skill.name} by {mention.method}"
                for mention in analyzer.extract(text, "posting").mentions
                if mention.method in {"typo", "fuzzy"} and mention.start < start + len(form) and start < mention.end
            ]
    judge(failures, 2 * len(WORDS), 0.005)


def test_the_list_is_long() -> None:
    assert len(set(WORDS)) == len(WORDS) >= 400


@pytest.mark.parametrize(
    "text",
    [
        "Wyrażam zgodę na przetwarzanie moich danych osobowych zawartych w CV.",
        "Talen\nNederlands, Engels, Python",
        "Datalog på universitetet, Docker",
        "Firma: Acme, Java",
        "Sprachen, Kenntnisse, Fähigkeiten und Werkzeuge, Docker",
        "Compétences, langues et outils, Docker",
        "Habilidades, idiomas y herramientas, Docker",
    ],
)
def test_words_of_other_languages_are_no_misspelt_names(analyzer: Analyzer, text: str) -> None:
    assert [mention.text for mention in analyzer.extract(text, "resume").mentions if mention.method in {"typo", "fuzzy"}] == []
