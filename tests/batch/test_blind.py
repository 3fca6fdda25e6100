"""Blind: quotes keep what somebody can do and lose who somebody is."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch.blind import MASK, masking

RESUME = """\
Rosalind Okonkwo-Baker
12 Harbour Street, 90210 Greendale
rosalind.ob@example.org | +44 20 7946 0123 | github.com/rosob

Experience

Senior Backend Engineer, Wrenfield Logistics, Mar 2021 - present
- Built Wrenfield's routing engine in Python and Go, with Kafka and PostgreSQL on AWS
- Moved 40 services from Jenkins to GitHub Actions; Rosalind's team of 6 won the Oakmont Prize

Developer, Apple Orchard Software, 2017 - 2021
- Spring Boot services for Orchard's clients in Leeds, 12,000 requests a second

Education

BSc Computer Science, University of Northmoor, 2013 - 2017

Skills

Python, Go, Java, Spring Boot, C++, CI/CD
"""


@pytest.fixture(scope="module")
def mask(analyzer: Analyzer) -> object:
    return masking(analyzer.read_resume(RESUME))


@pytest.mark.parametrize(
    ("quote", "blind"),
    [
        ("Built Wrenfield's routing engine in Python and Go", f"Built {MASK} routing engine in Python and Go"),
        ("with Kafka and PostgreSQL on AWS", "with Kafka and PostgreSQL on AWS"),
        ("Moved 40 services from Jenkins to GitHub Actions", "Moved 40 services from Jenkins to GitHub Actions"),
        ("Rosalind's team of 6 won the Oakmont Prize", f"{MASK} team of 6 won the {MASK}"),
        ("Spring Boot services for Orchard's clients in Leeds", f"Spring Boot services for {MASK} clients in {MASK}"),
        ("12,000 requests a second", "12,000 requests a second"),
        ("write to rosalind.ob@example.org or +44 20 7946 0123", f"write to {MASK} or {MASK}"),
        ("see github.com/rosob or https://rosob.example.org/x?y", f"see {MASK} or {MASK}"),
        ("BSc Computer Science, University of Northmoor", f"BSc Computer Science, {MASK} of {MASK}"),
        ("Python, C++, CI/CD", "Python, C++, CI/CD"),
        ("Rosalind Okonkwo-Baker", MASK),
    ],
)
def test_a_quote_keeps_skills_and_loses_the_person(mask: object, quote: str, blind: str) -> None:
    assert mask(quote) == blind  # type: ignore[operator]


def test_without_headings_the_first_line_is_the_person(analyzer: Analyzer) -> None:
    mask = masking(analyzer.read_resume("Rose Miller\nBuilt payment services in Python. Rose and Miller wrote Go."))
    assert mask("Built payment services in Python") == "Built payment services in Python"
    assert mask("Rose and Miller wrote Go") == f"{MASK} and {MASK} wrote Go"
