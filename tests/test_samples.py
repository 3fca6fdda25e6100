"""The samples: every one can be read, says what it is there to say, and is made from its content."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.documents import read
from skillgap.errors import MissingFile
from skillgap.model import Document

SAMPLES = Path(__file__).resolve().parent.parent / "samples"

PHRASES = {
    "resume.pdf": [
        "Maya Lindqvist",
        "Summary",
        "Data: Postgres, MySQL, Redis, Elasticsearch",
        "Platform: Docker, K8s, AWS",
        "Experience",
        "Mar 2022 – present",
        "Built the ledger service in Python with FastAPI and Postgres",
        "RabbitMQ events, which cut the time to payout from 26 hours to 40 minutes.",
        "Jun 2019 – Feb 2022",
        "Sharded MySQL to 40 nodes",
        "Sep 2016 – May 2019",
        "Projects",
        "tallybook",
        "Education",
        "BSc Computer Science",
        "Certificates",
        "AWS Certified Developer",
    ],
    "resume-devops.pdf": [
        "Dario Okonjo-Velten",
        "Contact",
        "Kubernetes, Helm, Docker",
        "GitHub Actions, Argo CD, Jenkins",
        "Administrator (CKA), 2025",
        "Experience",
        "Apr 2023 – present",
        "Run six Kubernetes clusters on AWS EKS with 340 workloads; availability was 99.97 % over the last twelve months.",
        "Jan 2021 – Mar 2023",
        "Built the on-call practice for 25 developers with error budgets and blameless reviews; night pages fell by 80 %.",
        "Aug 2019 – Dec 2020",
        "Education",
    ],
    "resume-junior.docx": [
        "Priya Haldane",
        "Skills",
        "Spring Boot, Hibernate, JUnit 5, Mockito",
        "Experience",
        "September 2025 – present",
        "Rewrote a slow Hibernate query",
        "Projects",
        "Allotment Planner",
        "Education",
        "Oracle Certified Professional",
    ],
    "resume-career-changer.md": [
        "Jonas Abernathy-Ruiz",
        "Eager to learn Kubernetes",
        "Node.js, Express, REST APIs",
        "Shiftswap",
        "Full-Stack Web Development Bootcamp",
        "Registered Nurse",
    ],
    "posting.html": [
        "What you'll do",
        "Requirements",
        "3+ years of Python in production",
        "PostgreSQL or MySQL",
        "Event streaming with Kafka",
        "Kubernetes",
        "Ledgerwhisk",
        "A degree in computer science",
        "EU work permit",
        "No Java needed",
        "Nice to have",
        "Our stack",
        "Benefits",
    ],
    "posting-devops.txt": [
        "DEVOPS ENGINEER",
        "MUST HAVE",
        "4+ years of experience",
        "Terraform or Pulumi",
        "PREFERRED",
        "NOT REQUIRED",
        "CONDITIONS",
    ],
    "posting-junior.md": [
        "Junior Java Developer",
        "What you need",
        "Maven or Gradle",
        "Nice to have",
        "Not needed",
        "You do not need Kubernetes",
    ],
    "posting-fullstack.pdf": [
        "Full-Stack Developer",
        "What you bring",
        "At least 3 years of professional experience with TypeScript and Node.js.",
        "a year or more with Postgres",
        "A plus",
        "What we offer",
        "How to apply",
    ],
}


def sample(name: str) -> Document:
    return read(SAMPLES / name)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def candidates() -> list[dict[str, str]]:
    with (SAMPLES / "candidates.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", PHRASES)
def test_phrases_come_in_reading_order(name: str) -> None:
    text, position = flat(sample(name).text), 0
    for phrase in PHRASES[name]:
        found = text.find(phrase, position)
        assert found >= 0, f"{phrase!r} is not where it should be in {name}:\n{text[position:]}"
        position = found + len(phrase)


@pytest.mark.parametrize("name", PHRASES)
def test_nothing_is_wrong_with_a_sample(name: str) -> None:
    """But for what every web page hides, as the link that skips its menu."""
    assert [notice for notice in sample(name).warnings if notice.severity != "info"] == []


def test_resume_has_its_peculiarities() -> None:
    text = sample("resume.pdf").text
    assert "Kafka" not in text
    assert "PostgreSQL" not in text
    assert "Kubernetes" not in text
    assert text.count("K8s") == 1


def test_lines_of_two_columns_are_not_joined() -> None:
    lines = [line.lstrip("-• ").rstrip() for line in sample("resume-devops.pdf").text.splitlines()]
    for side in ("AWS, Azure basics", "Linux, nginx, PostgreSQL", "Contact", "Skills", "Dutch – native"):
        assert side in lines
    for main in ("Profile", "Experience", "Windlass Freight Systems", "Pellucid Tickets", "Stadsarchief Zuiderwolde"):
        assert main in lines


def test_posting_is_taken_from_the_job_posting_and_not_from_the_page() -> None:
    text = sample("posting.html").text
    for furniture in ("cookies", "Angular", "PHP", "Swift)", "Snowflake", "Log in", "Apply now", "BreadcrumbList", "<li>"):
        assert furniture not in text
    assert text.count("Event streaming with Kafka") == 1


def test_posting_page_shows_what_its_json_says() -> None:
    page = (SAMPLES / "posting.html").read_text(encoding="utf-8")
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)]
    (posting,) = [block for block in blocks if block["@type"] == "JobPosting"]
    shown = page[page.index('<div class="description">') : page.index("<form")]
    assert re.findall(r"<(?:li|p)>(.*?)</", posting["description"]) == re.findall(r"<(?:li|p)>(.*?)</", shown)


def test_cells_of_the_table_in_word_are_read() -> None:
    document = sample("resume-junior.docx")
    cells = [document.text[block.start : block.end].strip() for block in document.blocks if block.kind == "cell"]
    assert cells[:6] == ["Area", "Skills", "Experience", "Languages", "Java 21, SQL, JavaScript", "two years, daily"]
    assert len(cells) == 18


def test_headings_and_bullets_of_word_are_marked() -> None:
    document = sample("resume-junior.docx")
    headings = [document.text[block.start : block.end].strip() for block in document.blocks if block.kind == "heading"]
    sections = ["Profile", "Skills", "Experience", "Projects", "Education", "Certificates"]
    assert [heading for heading in headings if heading in sections] == sections
    assert sum(block.kind == "list_item" for block in document.blocks) >= 9


def test_candidates_have_the_promised_rows() -> None:
    rows = candidates()
    assert list(rows[0]) == ["id", "name", "text", "path"]
    assert len(rows) == len({row["id"] for row in rows}) == 12
    assert not any(row["text"] and row["path"] for row in rows)
    assert sum(not row["text"] and not row["path"] for row in rows) == 1
    assert "007" in [row["id"] for row in rows]
    assert "Null" in [row["name"] for row in rows]
    assert any("\n" in row["text"] for row in rows)


def test_one_candidate_has_a_file_that_is_missing() -> None:
    missing = []
    for path in filter(None, (row["path"] for row in candidates())):
        try:
            read(SAMPLES / path)
        except MissingFile:
            missing.append(path)
    assert missing == ["resumes/samuel-ostrander.pdf"]


def test_files_have_the_words_of_their_content() -> None:
    pytest.importorskip("reportlab")
    pytest.importorskip("docx")
    command = [sys.executable, str(SAMPLES / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_sample_is_described() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    for path in SAMPLES.iterdir():
        if path.is_file() and path.name != "README.md":
            assert f"`{path.name}`" in readme
