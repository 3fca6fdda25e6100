"""A text in columns is told, and nothing of it is certain."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer

COLUMNS = """Ann Lee

Experience                 Learning now
Developer, Hooli           Rust
2020 - present             Kubernetes
- Python services
"""


def test_columns_are_told_and_leave_nothing_certain(analyzer: Analyzer) -> None:
    report = analyzer.compare(COLUMNS, "Requirements:\n- Kubernetes\n")
    (notice,) = report.warnings
    assert (notice.code, notice.severity, report.certainty) == ("columns", "serious", None)
    assert '"Experience" beside "Learning now"' in notice.message


@pytest.mark.parametrize(
    "text",
    [
        "EXPERIENCE\t\tSKILLS\nDeveloper, Hooli\t\tPython\n2020 - 2023\t\tDocker\n",
        "  Skills          Education\n\n  Python          BSc, Leeds\n",
        # a heading beside a name, and one of the other column lower
        "BO LIND                TOOLS\nProgrammer             Python, Rust\nEXPERIENCE             Docker\n"
        "Developer, Hooli       Git\n2021 - present\n",
        "Bo Lind                Education\nProgrammer             BSc, Leeds\nYork                   MSc, York\n"
        "Work experience\n"
        "Developer, Hooli       Thesis on Kafka\n2021 - present\n",
    ],
)
def test_columns(text: str, analyzer: Analyzer) -> None:
    assert [notice.code for notice in analyzer.read_resume(f"Ann Lee\n\n{text}").warnings] == ["columns"]


@pytest.mark.parametrize(
    "text",
    [
        # a menu
        "Experience      Skills      Education\n\nSkills\nPython\n",
        # a table of levels or years
        "Skills          Experience\nPython          5 years\nDocker          2 years\n",
        "Skills          Experience\nPython          expert\nDocker          very good\n",
        # dates at the right
        "Experience\nDeveloper, Hooli           2020 - present\n- Python\n",
        # a label and its value
        "Skills          Python, Docker\nEducation       BSc, Leeds\n",
        # an address beside a name, and dates and places at the right
        "Bo Lind                Contact\n12 Elm Road\n\nExperience\nDeveloper, Hooli           2020 - present\n"
        "Lead, Acme           2018 - 2020\n- Python\n",
        "Developer, Hooli                Projects\n\nExperience\n"
        "Developer, Hooli           Leeds\n- Python\nLead, Acme                   York\n- Go\n",
        # parts of one kind
        "Skills          Tools\nPython          Docker\n",
        "Experience and skills\nPython          Docker\n",
    ],
)
def test_no_columns(text: str, analyzer: Analyzer) -> None:
    assert [notice.code for notice in analyzer.read_resume(f"Ann Lee\n\n{text}").warnings] == []


@pytest.mark.parametrize("what", ["Senior", "professional use", "Billing at Acme"])
@pytest.mark.parametrize("head", ["Experience", "Projects"])
def test_a_table_of_skills_is_no_page_in_columns(analyzer: Analyzer, head: str, what: str) -> None:
    assert not analyzer.read_resume(f"Ann Lee\n\nSkills\t{head}\nPython\t{what}\nGo\t{what}\n").warnings
