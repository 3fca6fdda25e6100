"""`skillgap extract` and `skillgap read`: offsets that hold in the text that is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from skillgap.documents import read

from .conftest import Run, here, skillgap


@pytest.fixture(scope="module")
def runs(inputs: Path) -> dict[str, Run]:
    """The two inputs in each format."""
    return {
        form: skillgap("extract", "cv.md", "posting.txt", "--format", form, cwd=inputs) for form in ("table", "json", "jsonl")
    }


def test_offsets_are_those_of_the_document_s_text(runs: dict[str, Run], inputs: Path) -> None:
    for entry in json.loads(runs["json"].out):
        text = read(inputs / entry["file"]).text
        assert entry["mentions"]
        for mention in entry["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]


def test_offsets_of_requirements_hold_too(runs: dict[str, Run], inputs: Path) -> None:
    resume, posting = json.loads(runs["json"].out)
    text = read(inputs / "posting.txt").text
    assert "requirements" not in resume
    assert {"PostgreSQL", "MySQL"} in [set(requirement["any_of"]) for requirement in posting["requirements"]]
    for requirement in posting["requirements"]:
        assert text[requirement["start"] : requirement["end"]] == requirement["quote"]


def test_lines_of_json_are_the_entries_of_the_list(runs: dict[str, Run]) -> None:
    assert [json.loads(line) for line in runs["jsonl"].out.splitlines()] == json.loads(runs["json"].out)


def test_the_kind_is_told_apart(runs: dict[str, Run]) -> None:
    assert [(entry["file"], entry["kind"]) for entry in json.loads(runs["json"].out)] == [
        ("cv.md", "resume"),
        ("posting.txt", "posting"),
    ]


def test_the_table_has_a_row_a_mention(runs: dict[str, Run]) -> None:
    rows = re.findall(r"^(\d+)-(\d+) ", runs["table"].out, re.MULTILINE)
    mentions = [mention for entry in json.loads(runs["json"].out) for mention in entry["mentions"]]
    assert rows == [(str(mention["start"]), str(mention["end"])) for mention in mentions]
    assert "cv.md (resume): " in runs["table"].out
    assert "posting.txt (posting): " in runs["table"].out


def test_nothing_else_is_said(runs: dict[str, Run]) -> None:
    assert {(run.code, run.err) for run in runs.values()} == {(0, "")}


def test_the_kind_can_be_given(inputs: Path) -> None:
    (entry,) = json.loads(here("extract", "cv.md", "--kind", "posting", "--format", "json", cwd=inputs).out)
    assert entry["kind"] == "posting"


def test_read_shows_the_text_that_offsets_refer_to(inputs: Path, tmp_path: Path) -> None:
    run = skillgap("read", inputs / "cv.md")
    assert run.code == 0
    assert run.out.rstrip("\n") == read(inputs / "cv.md").text.rstrip("\n")
    assert skillgap("read", inputs / "cv.md", "-o", tmp_path / "text.txt").out == ""
    assert (tmp_path / "text.txt").read_text(encoding="utf-8") == run.out


def test_read_tells_the_worst_first_then_the_sections(tmp_path: Path) -> None:
    page = "<h1>Jane</h1><h2>Education</h2><p>Jаva, Python</p><p hidden>Kafka</p><p hidden>and then some</p>"
    (tmp_path / "cv.html").write_text(f"<!doctype html><meta charset=utf-8><body>{page}</body>", encoding="utf-8")
    lines = skillgap("read", tmp_path / "cv.html").err.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["serious", "serious", "info", "sections"]
    assert "Jаva" in lines[0]
    assert "Apache Kafka (hidden element)" in lines[1]
    assert "Kafka and then some" in lines[2]
    assert lines[3] == "skillgap: sections: Education (education)"


def test_read_keeps_the_terminal_from_obeying_the_document(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Python \x1b[31m\x07 Docker", encoding="utf-8")
    assert "\x1b" not in skillgap("read", tmp_path / "cv.txt").out


def test_a_bad_file_costs_itself_and_is_told(inputs: Path) -> None:
    run = here("extract", "missing.pdf", "cv.md", "https://example.org/job", "posting.txt", "--format", "jsonl", cwd=inputs)
    assert run.code == 1
    assert [json.loads(line)["file"] for line in run.out.splitlines()] == ["cv.md", "posting.txt"]
    first, second = run.err.splitlines()
    assert first.startswith("skillgap: error: missing.pdf: no such file")
    assert second.startswith("skillgap: error: https://example.org/job: a web address")


def test_where_no_file_is_good_each_is_told_and_nothing_printed(inputs: Path, tmp_path: Path) -> None:
    run = here("extract", "one.pdf", "two.pdf", "-o", tmp_path / "out.txt", cwd=inputs)
    assert (run.code, run.out) == (2, "")
    assert [line.split(": ")[2] for line in run.err.splitlines()] == ["one.pdf", "two.pdf"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments", [("extract", "cv.md", "-o", "x.docx"), ("read", "cv.md", "-o", "x.docx"), ("taxonomy", "export", "-o", "x.docx")]
)
def test_an_ending_that_is_not_written_is_refused(inputs: Path, arguments: tuple[str, ...]) -> None:
    assert "x.docx: .docx cannot be written" in here(*arguments, cwd=inputs).refused()
    assert not (inputs / "x.docx").exists()


def test_read_tells_columns_side_by_side(tmp_path: Path) -> None:
    text = "Ann Lee\n\nExperience          Learning now\nDeveloper, Hooli    Rust\n2020 - present      Docker\n- Python\n"
    (tmp_path / "cv.txt").write_text(text, encoding="utf-8")
    assert "columns side by side" in skillgap("read", tmp_path / "cv.txt").err
