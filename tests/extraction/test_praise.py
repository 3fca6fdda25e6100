"""Soft skills that a firm says of itself, or offers, are asked of nobody."""

from __future__ import annotations

import pytest

from skillgap import Analyzer
from skillgap.extraction.spelt import spelt

POSTING = """About us
We value teamwork. You should be a team player.

Benefits
- mentoring and teamwork

Requirements
- teamwork, Java"""


def test_what_a_firm_says_of_itself_or_offers_is_no_mention(analyzer: Analyzer) -> None:
    mentions = analyzer.extract(POSTING, "posting").mentions
    assert [(mention.text, mention.section) for mention in mentions] == [
        ("team player", "about"),
        ("teamwork", "required"),
        ("Java", "required"),
    ]


@pytest.mark.parametrize("heading", ["About us", "Benefits", "About me"])
def test_a_resume_praises_nobody_else(analyzer: Analyzer, heading: str) -> None:
    assert analyzer.extract(f"{heading}\nI value teamwork.\n", "resume").mentions


@pytest.mark.parametrize("speaker", spelt("speaker"))
def test_a_firm_that_speaks_of_its_teams_praises_itself(analyzer: Analyzer, speaker: str) -> None:
    said = f"{speaker.capitalize()} offices in Leeds live for teamwork"
    assert not analyzer.extract(f"Developer\n{said}.\n", "posting").mentions
    assert analyzer.extract(f"Developer\nAll {said}.\n", "posting").mentions


@pytest.mark.parametrize("word", [*spelt("wanted"), *spelt("looking")])
def test_a_sentence_with_a_word_of_whom_it_looks_for_is_no_praise(analyzer: Analyzer, word: str) -> None:
    assert analyzer.extract(f"Developer\nOur offices in Leeds live for teamwork and {word}.\n", "posting").mentions


@pytest.mark.parametrize("word", spelt("wanted"))
def test_so_it_is_where_a_firm_tells_of_itself(analyzer: Analyzer, word: str) -> None:
    text = "About us\nOur offices in Leeds live for teamwork"
    assert not analyzer.extract(f"{text}.\n", "posting").mentions
    assert analyzer.extract(f"{text} and {word}.\n", "posting").mentions
