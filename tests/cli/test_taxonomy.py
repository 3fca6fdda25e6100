"""`skillgap taxonomy`: list, show, search, lint, export."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from skillgap.taxonomy import Taxonomy

from .conftest import skillgap

MINE = "- {id: turbotool, name: TurboTool, kind: technology, area: devops, implies: [docker]}\n"


def test_list_has_a_line_a_skill(taxonomy: Taxonomy) -> None:
    run = skillgap("taxonomy", "list")
    assert (run.code, run.err) == (0, "")
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert [row[0] for row in rows] == [skill.id for skill in taxonomy]
    assert {len(row) for row in rows} == {5}


def test_list_of_an_area_and_counts(taxonomy: Taxonomy) -> None:
    listed = skillgap("taxonomy", "list", "--area", "databases").out.splitlines()
    assert len(listed) == sum(skill.area == "databases" for skill in taxonomy)
    assert f"{len(taxonomy):,}  skills" in skillgap("taxonomy", "list", "--counts").out


def test_show_is_a_page_about_a_skill_found_by_any_name() -> None:
    run = skillgap("taxonomy", "show", "k8s")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Kubernetes  (technology, ")
    assert "also called" in run.out
    assert "https://" in run.out


def test_show_of_an_unknown_skill_names_the_nearest() -> None:
    assert "did you mean Kubernetes" in skillgap("taxonomy", "show", "kubernetos").refused()


def test_search_finds_misspelt_names() -> None:
    assert skillgap("taxonomy", "search", "postgre").out.startswith("postgresql ")
    assert (
        skillgap("taxonomy", "search", "message", "broker", "-n", "1").out
        == "message-queues  Message queues  (as 'message broker')\n"
    )


def test_search_without_a_hit_says_so() -> None:
    run = skillgap("taxonomy", "search", "qqqqzzzzxxxx")
    assert (run.code, run.out) == (1, "")
    assert "nothing like 'qqqqzzzzxxxx'" in run.err


def test_lint_of_what_ships_finds_nothing(taxonomy: Taxonomy) -> None:
    run = skillgap("taxonomy", "lint")
    assert (run.code, run.out) == (0, "")
    assert f"{len(taxonomy)} skills, 0 problems" in run.err


def test_lint_of_a_folder_prints_its_problems(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE)
    run = skillgap("taxonomy", "lint", tmp_path)
    assert run.code == 1
    assert run.out == "mine.yaml:1: turbotool: implies: there is no skill 'docker'\n"
    assert "1 skills, 1 problems" in run.err


def test_an_overlay_adds_a_skill_everywhere(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE)
    run = skillgap("taxonomy", "show", "TurboTool", "--taxonomy", tmp_path / "mine.yaml")
    assert run.code == 0
    assert "Docker" in run.out
    (tmp_path / "names.csv").write_text("name\nZebraTool,ZT Server\n")
    assert "ZT Server" in skillgap("taxonomy", "show", "zebratool", "--taxonomy", tmp_path / "names.csv").out


def test_export_as_json_and_csv_has_every_skill(taxonomy: Taxonomy, tmp_path: Path) -> None:
    exported = json.loads(skillgap("taxonomy", "export").out)
    assert [entry["id"] for entry in exported] == [skill.id for skill in taxonomy]
    assert exported[0]["name"] == next(iter(taxonomy)).name
    assert skillgap("taxonomy", "export", "--format", "csv", "-o", tmp_path / "skills.csv").out == ""
    rows = list(csv.DictReader(io.StringIO((tmp_path / "skills.csv").read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == [skill.id for skill in taxonomy]
