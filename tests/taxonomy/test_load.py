"""Loading: folders and overlays to entries, through a cache that is only a shortcut."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.errors import MissingFile, TaxonomyError
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.load import find, slug

from .conftest import Write

ALPHA = "- {id: alpha, name: Alpha, kind: technology, area: databases, aliases: [Alfa], hours: [5, 10]}\n"
BETA = "- {id: beta, name: Beta, kind: concept, area: apis, related: {alpha: 0.5}}\n"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("SKILLGAP_CACHE", str(folder))
    return folder


@pytest.fixture
def folder(write: Write) -> Path:
    return write({"one.yaml": ALPHA, "two.yaml": "# a comment\n\n" + BETA})


def test_the_category_is_the_file_and_places_are_known(folder: Path) -> None:
    taxonomy = Taxonomy.load(folder)
    assert [(skill.id, skill.category) for skill in taxonomy] == [("alpha", "one"), ("beta", "two")]
    assert taxonomy.places == {"alpha": "one.yaml:1", "beta": "two.yaml:3"}


def test_the_second_load_comes_from_the_cache_and_is_the_same(
    folder: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Taxonomy.load(folder)
    assert len(list(own_cache.iterdir())) == 1
    monkeypatch.setattr("skillgap.taxonomy.load._parse", None)
    second = Taxonomy.load(folder)
    assert [asdict(skill) for skill in second] == [asdict(skill) for skill in first]
    assert (second.hash, second.places, second.index) == (first.hash, first.places, first.index)


def test_a_start_from_the_cache_imports_neither_yaml_nor_pydantic(folder: Path, own_cache: Path) -> None:
    Taxonomy.load(folder)
    code = f"import sys; from skillgap.taxonomy import Taxonomy; Taxonomy.load({str(folder)!r})"
    code += "; print({'yaml', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b"\xff\xfe", b"0" * 64 + b"\n[]", b"[" * 100_000])
def test_a_damaged_cache_is_passed_over_and_mended(folder: Path, own_cache: Path, damage: bytes) -> None:
    first = [asdict(skill) for skill in Taxonomy.load(folder)]
    (file,) = own_cache.iterdir()
    good = file.read_bytes()
    for content in (damage, good[:-5], good.replace(b"Alpha", b"Omega")):
        file.write_bytes(content)
        assert [asdict(skill) for skill in Taxonomy.load(folder)] == first
        assert file.read_bytes() == good


def test_a_cache_folder_that_cannot_be_made_is_passed_over(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for place in (blocked, blocked / "below"):
        monkeypatch.setenv("SKILLGAP_CACHE", str(place))
        assert len(Taxonomy.load(folder)) == 2
    assert blocked.read_text() == "in the way"


def test_a_change_of_content_is_seen_at_once(folder: Path, own_cache: Path) -> None:
    before = find(folder)
    (folder / "one.yaml").write_text(ALPHA.replace("Alfa", "Alpha One"), encoding="utf-8")
    after = find(folder)
    assert after.hash != before.hash
    assert after.entries()[0]["aliases"] == ["Alpha One"]


def test_two_processes_at_once_get_the_same_and_leave_one_file(folder: Path, own_cache: Path) -> None:
    code = f"from skillgap.taxonomy import Taxonomy; print(Taxonomy.load({str(folder)!r}).hash)"
    started = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment()) for _ in range(4)
    ]
    hashes = {process.communicate()[0].strip() for process in started}
    assert hashes == {find(folder).hash}
    assert [path.name[:9] for path in own_cache.iterdir()] == ["taxonomy-"]


def test_an_overlay_replaces_by_id_and_adds(folder: Path, write: Write) -> None:
    write({"mine.txt": ALPHA.replace("Alpha,", "Alpha Two,") + "- {id: gamma, name: Gamma, kind: soft, area: learning}\n"})
    taxonomy = Taxonomy.load(folder, extra=[folder / "mine.txt"])
    assert [skill.name for skill in taxonomy] == ["Alpha Two", "Beta", "Gamma"]
    assert taxonomy["alpha"].category == "mine"
    assert taxonomy.places["alpha"] == "mine.txt:1"


def test_a_later_overlay_goes_over_an_earlier_one(folder: Path, write: Write) -> None:
    write({"a.yml": ALPHA.replace("Alpha,", "First,"), "b.yml": ALPHA.replace("Alpha,", "Second,")})
    assert Taxonomy.load(folder, extra=[folder / "a.yml", folder / "b.yml"])["alpha"].name == "Second"
    assert Taxonomy.load(folder, extra=[folder / "b.yml", folder / "a.yml"])["alpha"].name == "First"


def test_a_csv_of_names_adds_skills_with_aliases(folder: Path, write: Write) -> None:
    write({"names.csv": 'Name,also\nTurboTool,TT Server,"Turbo, Tool"\n\n  ,\nC+-+\n名前\n别名\n'})
    taxonomy = Taxonomy.load(folder, extra=[folder / "names.csv"])
    added = [skill for skill in taxonomy if skill.category == "names"]
    assert [(skill.name, skill.aliases) for skill in added] == [
        ("TurboTool", ("TT Server", "Turbo, Tool")),
        ("C+-+", ()),
        ("名前", ()),
        ("别名", ()),
    ]
    assert taxonomy.places["turbotool"] == "names.csv:2"


def test_a_csv_name_that_is_known_keeps_its_skill_and_adds_aliases(folder: Path, write: Write) -> None:
    write({"names.csv": "alfa,The Alpha,Alpha\nBeta\n"})
    taxonomy = Taxonomy.load(folder, extra=[folder / "names.csv"])
    assert [skill.id for skill in taxonomy] == ["alpha", "beta"]
    assert taxonomy["alpha"].aliases == ("Alfa", "The Alpha")
    assert taxonomy["alpha"].hours == (5, 10)
    assert taxonomy["alpha"].category == "one"


def test_a_csv_overlay_has_no_names_with_two_owners(folder: Path, write: Write) -> None:
    from skillgap.taxonomy import lint

    write({"names.csv": "Delta,Alfa,DELTA\nEpsilon,delta\ndelta,Dee\n"})
    taxonomy = Taxonomy.load(folder, extra=[folder / "names.csv"])
    assert lint(taxonomy) == []
    assert taxonomy["delta"].aliases == ("Dee",)


@pytest.mark.parametrize(
    ("files", "extra", "said"),
    [
        ({"a.yaml": ALPHA + ALPHA}, [], "a.yaml:2: skill 'alpha' stands already at a.yaml:1"),
        ({"a.yaml": ALPHA, "b.yaml": ALPHA}, [], "b.yaml:1: skill 'alpha' stands already at a.yaml:1"),
        ({"a.yaml": ALPHA, "b.yml": BETA + BETA}, ["b.yml"], "b.yml:2: skill 'beta' stands already at b.yml:1"),
        ({"a.yaml": ALPHA, "b.yml": "- {id: beta}"}, ["b.yml"], "b.yml:1: skill 'beta', name: it is missing"),
        ({"a.yaml": ALPHA, "b.csv": 'x\n"y' + "y" * 200_000}, ["b.csv"], "b.csv"),
        ({"a.yaml": ALPHA, "b.csv": "x" * 500}, ["b.csv"], "b.csv:1: skill"),
        ({}, [], "made: no *.yaml file in it"),
    ],
)
def test_a_broken_file_is_one_error_with_file_and_line(write: Write, files: dict[str, str], extra: list[str], said: str) -> None:
    folder = write(files)
    with pytest.raises(TaxonomyError) as caught:
        find(folder, [folder / name for name in extra]).entries()
    assert said in str(caught.value)


def test_a_file_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "one.yaml").write_bytes(b"- {id: caf\xe9}")
    with pytest.raises(TaxonomyError, match=r"one.yaml: not UTF-8; save it as UTF-8"):
        find(folder).entries()


def test_a_mark_at_the_beginning_is_no_part_of_the_text(folder: Path) -> None:
    (folder / "one.yaml").write_bytes(b"\xef\xbb\xbf" + ALPHA.encode())
    assert find(folder).entries()[0]["id"] == "alpha"


def test_missing_folders_and_overlays_are_told(folder: Path) -> None:
    with pytest.raises(MissingFile, match="no such folder"):
        find(folder / "nothing")
    for overlay in (folder / "nothing.yaml", folder):
        with pytest.raises(MissingFile, match="cannot be read"):
            find(folder, [overlay])


@given(st.text(min_size=1))
def test_every_name_has_an_id_of_the_schema(name: str) -> None:
    import re

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


@pytest.mark.parametrize(
    ("name", "expected"), [("C++", "cpp"), ("C#", "csharp"), ("Node.js", "nodejs"), (" Apache  Kafka ", "apache-kafka")]
)
def test_ids_are_those_that_a_person_would_choose(name: str, expected: str) -> None:
    assert slug(name) == expected


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
