"""The lines that open a job may name an employer who makes a technology: a question, no skill. A tool beside one is a skill."""

from __future__ import annotations

import re

import pytest

from skillgap import Analyzer
from skillgap.extraction.job_heads import names_employer


def read_as(analyzer: Analyzer, head: str) -> str:
    """What becomes of the name in braces, in the head of a job."""
    name = re.search(r"\{(.+?)\}", head)
    assert name
    text = f"Ann Lee\n\nEXPERIENCE\n\n{re.sub('[{}]', '', head)}\n- Built services in Go and PostgreSQL\n"
    found = analyzer.extract(text, kind="resume")
    start = text.index(name[1])
    if any(mention.start == start for mention in found.mentions):
        return "skill"
    return "unsure" if any(each.start == start for each in found.unsure) else "nothing"


@pytest.mark.parametrize(
    "head",
    [
        "{MongoDB} | Backend Engineer | 01/2018 - 03/2020",
        "{MongoDB} | Backend Engineer | 2018 - 2020 | full-time",
        "{MongoDB} | Backend Engineer | Jan 2018 - Mar 2020 · 2 yrs 3 mos",
        "{MongoDB} | Backend Engineer (Go, C++) | 2018 - 2020",
        "{MongoDB} | SDE II | 2018 - 2020",
        "{Fivetran} (Backend Developer), 2018 - 2020",
        "Product Owner | {Camunda} | 2018 - 2020",
        "Head of Product, {Camunda}, 2018 - 2020",
        "Backend Engineer / {Recurly}, 2018 - 2020",
        "2018 - 2020  {Recurly}, Backend Engineer",
        "### {Recurly}\n*Backend Engineer*, 2018 - 2020",
        "{Recurly}, San Francisco\nBackend Engineer, 2018 - 2020",
        "Backend Engineer\n{Recurly}\n2018 - 2020",
        "Senior Backend Engineer\n{MongoDB}, Dublin\n01/2018 - 03/2020",
        "Backend Engineer (contract)\n{MongoDB}\nJan '18 - Mar '20",
        "Backend Engineer, 2018 - 2020\n{Recurly}",
    ],
)
def test_an_employer_is_a_question(analyzer: Analyzer, head: str) -> None:
    assert read_as(analyzer, head) == "unsure"


@pytest.mark.parametrize(
    "head",
    [
        "Orrin Foods Ltd | Data Analyst | Jan 2019 - Dec 2021 | {Snowflake}",
        "Data Analyst @ Orrin Foods Ltd · Jan 2019 - Dec 2021 · {Snowflake}",
        "Data Analyst, Orrin Foods Ltd ({Snowflake}), Jan 2019 - Dec 2021",
        "Architect, Orrin Foods, {Camunda}, 2019 - 2021",
        "Orrin Foods\nSenior Consultant - {SAP}\n2018 - 2020",
        "Developer ({Odoo}), 2018 - 2020\nOrrin Foods",
        "Orrin Foods, 2019 - 2021\nSalesforce / {Camunda} Manager",
        "Freelance Developer, {Shopware}, 2019 - 2021",
        "Data Analyst, 2019 - 2021\n{Tableau}\nLooker\nOrrin Foods",
        "Backend Developer, Orrin Foods, 2018 - 2020\n{MongoDB}",
        "Backend Developer, 2018 - 2020\nStore: {MongoDB}",
        "Software tester, {Postman}, regression testing, 2019 - 2021",
        "Workflows at {Camunda}, 2018 - 2020",
    ],
)
def test_a_tool_is_a_skill(analyzer: Analyzer, head: str) -> None:
    assert read_as(analyzer, head) == "skill"


@pytest.mark.parametrize("text", ["\0", ": \0", "- \0", "|\0|", "\n\0\n", "x:\n\0\n:", "(\0)", "\0" + " a" * 500])
def test_whatever_stands_around_a_name_is_read(text: str) -> None:
    start = text.index("\0")
    assert not names_employer(text, start, start + 1, frozenset({"engineer"}), frozenset())
