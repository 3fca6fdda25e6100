"""Soft skills that a firm says of itself, or offers, are asked of nobody."""

from __future__ import annotations

import pytest

from skillgap import Analyzer

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
