"""Reading a folder: each file is a candidate, whatever it is called, and nothing that is no file stops the run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch import Summary, ask, run
from skillgap.batch.tables import read_chunks
from skillgap.errors import EmptyDocument, MissingFile

TEXT = "Experience with Python and Docker."


def names(folder: Path, *without: Path, chunk: int = 500) -> list[str]:
    parts = list(read_chunks(folder, chunk, without))
    assert [number for part in parts for number in part.frame.index] == list(range(1, 1 + sum(len(p.frame) for p in parts)))
    return [name for part in parts for name in part.frame["file"]]


def fill(folder: Path, *files: str) -> Path:
    for file in files:
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(TEXT)
    return folder


def ranked(folder: Path, output: Path, analyzer: Analyzer, **options: object) -> Summary:
    return run(folder, ask(analyzer.read_posting("Requirements\n- Python\n"), analyzer.skill), analyzer, (output,), **options)  # type: ignore[arg-type]


def test_files_of_all_folders_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "B.txt", "é.txt", "a.txt")
    assert names(tmp_path) == ["B.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "é.txt"]
    assert names(tmp_path, chunk=1) == names(tmp_path, chunk=4) == names(tmp_path)


def test_what_systems_and_editors_leave_behind_is_no_candidate(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".hidden", ".git/config", ".DS_Store", "~$a.docx", "Thumbs.db", "sub/desktop.ini")
    assert names(tmp_path) == ["a.txt"]


def test_files_that_are_left_out_are_left_out_by_whatever_name_they_go(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "sub/ranked.csv")
    assert names(tmp_path, tmp_path / "sub" / ".." / "sub" / "ranked.csv", tmp_path / "not-there.csv") == ["a.txt"]


def test_links_and_pipes_are_told_and_cost_only_themselves(tmp_path: Path, analyzer: Analyzer) -> None:
    outside = fill(tmp_path / "outside", "other.txt", "deep/one.txt")
    folder = fill(tmp_path / "people", "a.txt", "sub/b.txt")
    (folder / "file.txt").symlink_to(outside / "other.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "again").symlink_to(folder / "sub")
    (folder / "up").symlink_to(folder)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "pipe.txt")
    assert names(folder) == ["a.txt", "again", "file.txt", "folder", "loop.txt", "nowhere.txt", "pipe.txt", "sub/b.txt", "up"]
    output = tmp_path / "ranked.tsv"
    summary = ranked(folder, output, analyzer)
    assert summary.statuses == {"unreadable": 7, "scored": 2}
    lines = output.read_text().splitlines()
    assert len(lines) == 10
    assert sum("outside the table's folder" in line for line in lines) == 2


def test_a_name_that_a_cell_cannot_hold_breaks_its_row(tmp_path: Path, analyzer: Analyzer) -> None:
    folder = fill(tmp_path / "people", "a.txt", "two\nlines.txt", "tab\there.txt", "=1+1.txt", " blank.txt", 'quote".txt')
    odd = os.fsencode(folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(odd)).write_text(TEXT)
    (part,) = read_chunks(folder)
    assert part.frame["file"].tolist() == [
        " blank.txt",
        "=1+1.txt",
        "a.txt",
        "caf\ufffd.txt",
        'quote".txt',
        "tab\there.txt",
        "two\nlines.txt",
    ]
    assert part.broken == {
        1: "row 1 has a name with blanks around it; rename the file",
        4: "row 4 has a name that is no UTF-8; rename the file",
    }
    assert ranked(folder, tmp_path / "ranked.xlsx", analyzer).statuses == {"scored": 5, "unreadable": 2}


def test_a_run_into_its_own_folder_does_not_meet_its_own_files(tmp_path: Path, analyzer: Analyzer) -> None:
    folder = fill(tmp_path, "a.txt", "b.txt")
    first = ranked(folder, folder / "ranked.csv", analyzer)
    content = (folder / "ranked.csv").read_bytes()
    assert ranked(folder, folder / "ranked.csv", analyzer) == first
    assert first.statuses == {"scored": 2}
    assert (folder / "ranked.csv").read_bytes() == content


def test_an_interrupted_run_into_its_own_folder_can_go_on(tmp_path: Path, analyzer: Analyzer) -> None:
    folder = fill(tmp_path, *(f"{n}.txt" for n in range(6)))

    def stop(progress: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ranked(folder, folder / "ranked.csv", analyzer, chunk=2, progress=stop)
    # what a run that is killed leaves beside its work file
    (folder / "ranked.csv.unfinished-journal").touch()
    summary = ranked(folder, folder / "ranked.csv", analyzer, chunk=2, go_on=True)
    assert (summary.statuses, summary.continued) == ({"scored": 6}, 2)


def test_a_folder_without_files_and_none_at_all_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty" / "sub").mkdir(parents=True)
    fill(tmp_path / "empty", ".hidden")
    with pytest.raises(EmptyDocument, match="there is no file in this folder; put the résumés there"):
        names(tmp_path / "empty")
    with pytest.raises(MissingFile, match="no such file"):
        names(tmp_path / "gone")


@pytest.mark.parametrize("chunk", [1, 2, 3, 4])
def test_the_share_that_is_read_grows_and_ends_at_all(tmp_path: Path, chunk: int) -> None:
    fill(tmp_path, "1.txt", "2.txt", "3.txt", "4.txt")
    shares = [part.share for part in read_chunks(tmp_path, chunk)]
    assert shares == sorted(shares)
    assert shares[-1] == 1
