"""Jobs in Markdown, pasted and as a file: parted by headings, lines in bold and dates in italics, whatever their names are."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import Resume
from tests.resume.test_entries import dates, of_kind

TWO = [("2022-04", "2026-11", True), ("2019-02", "2022-03", False)]


@pytest.fixture(params=["pasted", "file"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(text: str, way: str, analyzer: Analyzer, folder: Path) -> Resume:
    if way == "pasted":
        return analyzer.read_resume(text)
    path = folder / "cv.md"
    path.write_text(text, encoding="utf-8")
    return analyzer.read_resume(path)


def kinds(resume: Resume) -> list[str]:
    return [section.kind for section in resume.extraction.sections if section.heading]


def of_two(first: str, second: str) -> str:
    return (
        f"# Ann Example\n\n## Experience\n\n{first}\n\n- Kotlin bots\n\n{second}\n\n- Scala jobs\n\n## Education\n\nBSc, 2015\n"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "### {title}\n**{firm}**, Hull\n*{dates}*",
        "### {title}\n\n**{firm}**, Hull\n\n*{dates}*",
        "### {title}\n{firm} – _Hull_\n_{dates}_",
        "### {title}\n\n{firm}\n\n{dates}",
        "### {title}\n**{firm}** | __{dates}__",
        "**{title}**, {firm} (_{dates}_)",
        "#### {title}, {firm} Inc.\n{dates}",
        "### {title}\n**Company:** {firm}\n**City:** Hull\n**Duration:** {dates}",
    ],
)
def test_a_title_above_the_firm_heads_its_own_job(heading: str, way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    first = heading.format(title="Lead developer", firm="Tea House", dates="Apr 2022 – Present")
    second = heading.format(title="Java developer", firm="Mill Works", dates="Feb 2019 – Mar 2022")
    resume = read(of_two(first, second), way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO
    assert ["Lead" in entry.heading or "Java" in entry.heading for entry in of_kind(resume, "job")] == [True, True]
    assert {name: resume.evidence[name].months for name in ("java", "kotlin", "scala")} == {"java": 38, "kotlin": 56, "scala": 38}


@pytest.mark.parametrize(
    "firm", ["Pear Technologies", "Academic Press", "Open Source House", "Career Compass", "Skills Bridge", "Education First"]
)
@pytest.mark.parametrize(
    "heading", ["### Developer @ {firm}", "### Developer, {firm}", "### {firm}\n**Developer**", "#### {firm}"]
)
def test_a_firm_named_like_a_heading_opens_no_section(
    heading: str, firm: str, way: str, analyzer: Analyzer, tmp_path: Path
) -> None:
    first, second = (heading.format(firm=name) for name in (firm, "Mill Works"))
    text = of_two(f"{first}\n*Apr 2022 - Present*", f"{second}\n*Feb 2019 - Mar 2022*")
    resume = read(text, way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO
    assert kinds(resume)[-2:] == ["experience", "education"]
    assert (resume.evidence["kotlin"].months, resume.evidence["scala"].months) == (56, 38)


def test_so_does_a_project_named_like_one(way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    text = (
        "# Ann\n\n## Projects\n\n### Course certificates printer\n\nKotlin.\n\n### Skills wall\n\nScala.\n\n## Education\n\nBSc\n"
    )
    resume = read(text, way, analyzer, tmp_path)
    assert kinds(resume)[-2:] == ["projects", "education"]
    assert [resume.evidence[name].strength for name in ("kotlin", "scala")] == ["project", "project"]


@pytest.mark.parametrize(
    "heading", ["Technologies", "Skills", "Achievements", "Key achievements", "Projects", "Highlights", "Talks"]
)
def test_a_heading_inside_a_job_opens_no_section(heading: str, way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    first = f"### Developer, Tea House\n*Apr 2022 - Present*\n\nTea in Java.\n\n#### {heading}"
    resume = read(of_two(first, "### Developer, Mill Works\n*Feb 2019 - Mar 2022*"), way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO
    assert (resume.evidence["kotlin"].months, resume.evidence["scala"].months) == (56, 38)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # on the level of the jobs, and whole phrases
        ("## Experience\n\n### Developer, Tea\n*2019 - 2021*\n\n### Skills\n\nKotlin\n", ["experience", "skills"]),
        # levels that only the jobs and other sections share
        ("# Experience\n\n## Developer, Tea\n2019 - 2021\n\n## Other skills\n\nKotlin\n", ["experience", "skills"]),
        (
            "# Experience\n\n## Developer, Tea\n2019 - 2021\n\n## Certificates and courses 2020\n\nKotlin\n",
            ["experience", "certifications"],
        ),
        # further sections on the level of the first
        ("## Experience\n\n### Developer, Tea\n2019 - 2021\n\n## Technical skills of mine\n\nKotlin\n", ["experience", "skills"]),
        ("## Experience\n\n### Developer, Tea\n2019 - 2021\n\n#### Education\n\nBSc, Kotlin\n", ["experience", "education"]),
    ],
)
def test_headings_of_sections_stay_such(text: str, expected: list[str], way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    resume = read(f"Ann Example\n\n{text}", way, analyzer, tmp_path)
    assert kinds(resume) == expected
    assert resume.evidence["kotlin"].strength in {"listed", "course"}


def test_a_list_of_skills_may_have_any_headings_inside(way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    text = "# Ann\n\n## Skills\n\n### Languages\n- Kotlin\n\n### Servers\n- Ktor\n\n## Languages\nGerman\n"
    assert kinds(read(text, way, analyzer, tmp_path))[-2:] == ["skills", "other"]


@pytest.mark.parametrize("label", ["**Key Achievements:**", "**Impact**", "**Technologies used:**"])
def test_a_part_in_bold_stays_in_its_job(label: str, way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    first = f"### Developer\n\n**Tea House** | *Apr 2022 - Present*\n\n- Java\n\n{label}"
    second = "### Developer\n\n**Mill Works** | *Feb 2019 - Mar 2022*"
    resume = read(of_two(first, second), way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO
    assert (resume.evidence["kotlin"].months, resume.evidence["scala"].months) == (56, 38)


def test_a_job_in_bold_right_below_a_long_item_is_one(way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    text = (
        "## Experience\n\n**Lead developer** – *Tea House, Apr 2022 – Present*\n"
        "- Moved the whole of the order book and all that hangs on it to Kotlin\n"
        "**Developer** – *Mill Works, Feb 2019 – Mar 2022*\n- Scala jobs\n\n## Education\n\nBSc\n"
    )
    resume = read(text, way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO
    assert (resume.evidence["kotlin"].months, resume.evidence["scala"].months) == (56, 38)


@pytest.mark.parametrize(
    "label", ["**Skills:** ", "**Skills**\n\n- ", "**Projects**\n\n- A bot: ", "Tech skills: ", "**Summary:** "]
)
def test_what_is_headed_without_a_mark_before_the_next_marked_job_is_a_part(
    label: str, way: str, analyzer: Analyzer, tmp_path: Path
) -> None:
    jobs = (
        f"### Developer | Tea House | Apr 2022 - Present\n\nTea.\n\n{label}Kotlin\n\n"
        f"### Developer | Mill Works | Feb 2019 - Mar 2022\n\nMills.\n\n{label}Scala\n"
    )
    resume = read(f"# Ann\n\n## Experience\n\n{jobs}\n## Education\n\nBSc, 2015\n", way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO
    assert (resume.evidence["kotlin"].months, resume.evidence["scala"].months) == (56, 38)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("**Skills**\n\n- Kotlin\n", "listed"),
        ("**Education**\n\n### BSc | Hull | 2012 - 2015\n\nKotlin\n", "course"),
        ("## Skills\n\n**Languages:** Kotlin\n\n### Tools\nGit\n", "listed"),
    ],
)
def test_behind_all_jobs_it_is_none(text: str, strength: str, way: str, analyzer: Analyzer, tmp_path: Path) -> None:
    jobs = "# Ann\n\n## Experience\n\n### Developer | Mill Works | Feb 2019 - Mar 2022\n\n- Scala\n\n"
    resume = read(f"{jobs}{text}", way, analyzer, tmp_path)
    assert dates(of_kind(resume, "job")) == TWO[1:]
    assert resume.evidence["kotlin"].strength == strength
