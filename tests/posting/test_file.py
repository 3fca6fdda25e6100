"""A posting as an editable file: it compares as the posting itself, edited as edited, and what is wrong is told."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from skillgap import Analyzer, score_frame
from skillgap.comparison.compare import fingerprint
from skillgap.documents import from_text, read
from skillgap.errors import PostingFileError
from skillgap.model import GapReport, Posting, Requirement
from skillgap.posting.file import dump, is_posting_file

from . import rows

SAMPLES = Path(__file__).parents[2] / "samples"
POSTINGS = sorted(path for path in SAMPLES.iterdir() if path.name.startswith("posting"))
FILE = """# mine
schema: skillgap.posting/1
title: Backend Engineer
requirements:
- any_of: [golang, Rust]
  level: required
  min_years: 2.5
  quote: Two and a half years of Go or Rust
- any_of: [k8s]
  level: preferred
- {any_of: [PHP], level: negated}
conditions:
- {kind: degree, quote: A degree}
unknown: [Zorpq]
"""


def plain(requirement: Requirement) -> Requirement:
    return replace(requirement, quote="", start=0, end=0)


def told(report: GapReport) -> list[tuple[object, ...]]:
    every = (*report.verdicts, *report.context)
    return [(v.requirement.label, v.verdict, v.via, v.strength, v.points, v.of_points, v.reason) for v in every]


def again(analyzer: Analyzer, posting: Posting) -> Posting:
    return analyzer.read_posting(from_text(dump(posting, "1"), source="asked.yaml"))


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.name)
def test_what_is_written_compares_as_the_posting_itself(analyzer: Analyzer, path: Path) -> None:
    posting = analyzer.read_posting(path)
    written = again(analyzer, posting)
    assert list(map(plain, written.requirements)) == list(map(plain, posting.requirements))
    assert written.title == posting.title
    assert [(c.kind, " ".join(c.quote.split())) for c in written.conditions] == [
        (c.kind, " ".join(c.quote.split())) for c in posting.conditions
    ]
    resume = analyzer.read_resume(SAMPLES / "resume.pdf")
    first, second = analyzer.compare(resume, posting), analyzer.compare(resume, written)
    assert (first.score, first.certainty, first.headline) == (second.score, second.certainty, second.headline)
    assert told(first) == told(second)


def test_every_clause_of_the_tables_comes_back(analyzer: Analyzer) -> None:
    for line in rows.load("clauses"):
        posting = analyzer.read_posting(from_text(f"Backend Engineer, Java\n\n{rows.posting_of(line)}"))
        assert list(map(plain, again(analyzer, posting).requirements)) == list(map(plain, posting.requirements))


def test_offsets_point_at_the_quotes(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting(from_text(FILE, source="asked.yaml"))
    text = posting.document.text
    assert [text[r.start : r.end] for r in posting.requirements] == [r.quote for r in posting.requirements]
    assert [text[c.start : c.end] for c in posting.conditions] == ["A degree"]
    assert [text[u.start : u.end] for u in posting.extraction.unknown] == ["Zorpq"]


def test_names_are_those_of_the_taxonomy_or_its_aliases(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting(from_text(FILE))
    assert [[skill.id for skill in r.any_of] for r in posting.requirements] == [["go", "rust"], ["kubernetes"], ["php"]]
    assert [r.label for r in posting.requirements] == ["Go or Rust, 2.5+ years", "Kubernetes", "PHP"]


def test_what_does_not_stand_in_for_a_skill_is_kept(analyzer: Analyzer) -> None:
    posting = analyzer.read_posting(from_text(FILE.replace("level: preferred", "level: preferred\n  refused: [docker swarm]")))
    assert [[skill.name for skill in r.refused] for r in posting.requirements] == [[], ["Docker Swarm"], []]
    assert list(map(plain, again(analyzer, posting).requirements)) == list(map(plain, posting.requirements))


def test_an_edit_is_what_counts(analyzer: Analyzer) -> None:
    resume = from_text("Skills: Rust, PHP\n\nExperience\n2019 - 2024 Developer, Acme\n- services in Rust")
    before = analyzer.compare(resume, from_text(FILE))
    after = analyzer.compare(resume, from_text(FILE.replace("[k8s]", "[Rust]")))
    assert [v.verdict for v in before.verdicts] == ["met", "missing"]
    assert [v.verdict for v in after.verdicts] == ["met", "met"]
    assert [r.label for r in before.not_needed] == ["PHP"]


def test_the_hash_of_the_file_stands_in_every_result(analyzer: Analyzer) -> None:
    edited = FILE.replace("preferred", "required")
    for content in (FILE, edited):
        report = analyzer.compare(from_text("Skills: Rust, PHP"), from_text(content))
        assert report.provenance.posting == fingerprint(content)
        scored = score_frame(pd.DataFrame({"text": ["Skills: Rust, PHP", ""]}), from_text(content), analyzer=analyzer)
        assert set(scored["posting"]) == {fingerprint(content)}
    assert fingerprint(FILE) != fingerprint(edited)


@pytest.mark.parametrize("name", ["asked.yaml", "asked.yml", "asked.txt", "asked"])
def test_a_file_is_known_by_its_schema(tmp_path: Path, analyzer: Analyzer, name: str) -> None:
    (tmp_path / name).write_text(FILE, encoding="utf-8")
    document = read(tmp_path / name)
    assert document.text == FILE.strip()
    assert is_posting_file(document.text)
    assert analyzer.read_posting(tmp_path / name).title == "Backend Engineer"


def test_a_posting_that_speaks_of_a_schema_is_no_such_file() -> None:
    assert not is_posting_file("Requirements\n- database schema: you design it\nschema: any")
    assert not is_posting_file("requirements:\n- any of: Go, Rust\n- any_of is a function that you know: of JSON Schema\n")
    assert not is_posting_file("We ask:\n- any_of: [Go]\n")


@pytest.mark.parametrize("lost", ["schema: skillgap.posting/1\n", FILE[: FILE.index("requirements")]])
def test_a_file_that_lost_its_first_lines_is_not_read_as_prose(tmp_path: Path, analyzer: Analyzer, lost: str) -> None:
    for name in ("asked.yaml", "asked.txt", "asked"):
        (tmp_path / name).write_text(FILE.replace(lost, ""), encoding="utf-8")
        with pytest.raises(PostingFileError, match=f"^{name}: its schema line is missing; begin it with: schema: skillgap"):
            analyzer.read_posting(tmp_path / name)


WRONG = [
    ("[golang, Rust]", "[golnag]", "asked.yaml:5: no such skill", "did you mean Go"),
    ("[golang, Rust]", "[]", "asked.yaml:5: any_of: it must have at least 1; see", ""),
    ("[golang, Rust]", "golang", "asked.yaml:5: any_of: it must be a list, as [Go, Rust]; see", ""),
    ("[golang, Rust]", "[golang, 3]", "asked.yaml:5: any_of, entry 2: it must be a text; put it in quotation marks", ""),
    ("[golang, Rust]", "[golang, '']", "asked.yaml:5: any_of, entry 2: it must not be empty; see", ""),
    (
        "level: preferred",
        "level: maybe",
        "asked.yaml:9: level: it must be 'required', 'preferred', 'context' or 'negated'; see",
        "",
    ),
    ("  level: preferred\n", "", "asked.yaml:9: level: it is missing; see", ""),
    ("min_years: 2.5", "min_years: -1", "asked.yaml:5: min_years: it must be above 0; see", ""),
    ("min_years: 2.5", "min_years: 99", "asked.yaml:5: min_years: it must be at most 60; see", ""),
    ("min_years: 2.5", "min_years: three", "asked.yaml:5: min_years: it must be a number; see", ""),
    ("min_years: 2.5", "at_least: 1.5", "asked.yaml:5: at_least: it must be a whole number; see", ""),
    ("min_years: 2.5", "or_similar: maybe", "asked.yaml:5: or_similar: it must be true or false; see", ""),
    ("- {any_of: [PHP], level: negated}", "- PHP", "asked.yaml:11: entry: it must hold fields, as name: value; see", ""),
    ("schema: skillgap.posting/1\n", "", "asked.yaml: its schema line is missing", "begin it with: schema: skillgap.posting/1"),
    ("schema:", "shema:", "asked.yaml: its schema line is missing", "begin it with"),
    ("min_years: 2.5", "at_least: 3", "asked.yaml:5: at_least is 3, and any_of has 2 skills", "lower it"),
    ("min_years: 2.5", "years: 3", "asked.yaml:5: there is no field 'years'; it has any_of, level, at_least, min_years", ""),
    ("posting/1", "posting/2", "asked.yaml: its schema is not skillgap.posting/1", ""),
    ("title: Backend Engineer", "titel: Backend Engineer", "asked.yaml: there is no field 'titel'", ""),
    ("title: Backend Engineer", "title: [a]", "asked.yaml: title must be a text", ""),
    ("unknown: [Zorpq]", "unknown: Zorpq", "asked.yaml: unknown must be a list", ""),
    ("unknown: [Zorpq]", "unknown: [[Zorpq]]", "asked.yaml:14: unknown must hold texts", ""),
    ("- any_of: [k8s]", "- any_of: [k8s", "asked.yaml:", "correct that line"),
    ("[k8s]", "&a [k8s]", "asked.yaml:9: anchors", ""),
]


@pytest.mark.parametrize(("old", "new", "message", "remedy"), WRONG, ids=[new for _, new, _, _ in WRONG])
def test_what_is_wrong_is_told_with_its_line(analyzer: Analyzer, old: str, new: str, message: str, remedy: str) -> None:
    assert old in FILE
    with pytest.raises(PostingFileError) as caught:
        analyzer.read_posting(from_text(FILE.replace(old, new), source="asked.yaml"))
    assert str(caught.value).startswith(message)
    assert remedy in str(caught.value)


def test_a_file_that_asks_nothing_is_scored_as_such(analyzer: Analyzer) -> None:
    report = analyzer.compare(from_text("Skills: Rust, PHP"), from_text("schema: skillgap.posting/1\nrequirements: []\n"))
    assert report.score is None


def test_the_command_writes_what_compare_and_batch_accept(tmp_path: Path) -> None:
    def skillgap(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "skillgap", *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    asked = str(tmp_path / "asked.yaml")
    assert skillgap("posting", str(SAMPLES / "posting.html"), "-o", asked).returncode == 0
    compared = skillgap("compare", str(SAMPLES / "resume.pdf"), asked, "--format", "json")
    assert (compared.returncode, compared.stderr) == (0, "")
    ranked = skillgap("batch", str(SAMPLES / "candidates.csv"), "--posting", asked)
    assert ranked.returncode == 1  # some rows of the sample cannot be read
    assert fingerprint(read(asked).text) in ranked.stdout
    assert fingerprint(read(asked).text) in compared.stdout
