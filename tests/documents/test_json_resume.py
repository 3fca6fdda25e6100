from __future__ import annotations

import json

import pytest

from skillgap.documents import read
from skillgap.errors import DamagedFile, UnsupportedFormat

JOBS = [
    {
        "name": "Acme",
        "position": "Engineer",
        "startDate": "2019-01-15",
        "endDate": "2021-03",
        "summary": "Ledger.",
        "highlights": ["Python"],
    },
    {"company": "Globex", "position": "Developer", "startDate": "2021"},
]
BASICS = {
    "name": "Jane Doe",
    "label": "Engineer",
    "email": "jane@example.org",
    "location": {"city": "Berlin"},
    "summary": "Builds.",
}
RESUME = {
    "basics": BASICS,
    "work": JOBS,
    "skills": [{"name": "Databases", "level": "Master", "keywords": ["PostgreSQL", "Redis"]}, "Go"],
    "projects": [{"name": "Tool", "description": "A tool.", "keywords": ["Rust"]}],
    "education": [{"institution": "TU", "studyType": "BSc", "area": "CS", "endDate": "2012-07-01", "courses": ["Compilers"]}],
    "certificates": [{"name": "CKA", "issuer": "CNCF", "date": "2020-05-01"}],
    "languages": "wrong type",
}

TEXT = """\
Jane Doe
Engineer
jane@example.org | Berlin

Summary
Builds.

Experience

Engineer, Acme
Jan 2019 – Mar 2021
Ledger.
- Python

Developer, Globex
2021 – Present

Skills
- Databases (Master): PostgreSQL, Redis
- Go

Projects

Tool
A tool.
Keywords: Rust

Education

BSc CS, TU
Jul 2012
- Compilers

Certifications

CKA, CNCF
May 2020"""


def test_a_resume_is_rendered_as_one_reads_it() -> None:
    document = read(json.dumps(RESUME).encode(), name="cv.json")
    assert document.text == TEXT
    assert (document.format, document.title) == ("json_resume", "Engineer")
    headings = [document.text[block.start : block.end] for block in document.blocks if block.kind == "heading"]
    assert headings[:4] == ["Jane Doe", "Summary", "Experience", "Engineer, Acme"]


def test_a_job_posting_in_json_is_read_too() -> None:
    value = {"@type": "JobPosting", "title": "Go Engineer", "description": "<p>Write Go.</p>"}
    assert read(json.dumps(value).encode()).text == "Go Engineer\nWrite Go."


def test_other_json_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="no JSON Resume"):
        read(b'{"name": "x"}', name="x.json")


def test_fields_of_the_wrong_type_are_passed_over() -> None:
    text = '{"basics": {"name": "Jane"}, "work": [1, null, "Acme", {"startDate": 2019, "highlights": {"a": 1}}], "skills": {}}'
    assert read(text.encode()).text == "Jane\n\nExperience\n\nAcme\n2019 – Present"


def test_broken_json_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="JSON"):
        read(b'{"work": [', name="cv.json")


def test_nesting_without_end_is_no_crash() -> None:
    with pytest.raises((DamagedFile, UnsupportedFormat)):
        read(b'{"work": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", name="x.json")
