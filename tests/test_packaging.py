"""What is built is whole: a wheel, an sdist, an editable install and the checkout all work, from any folder, with their own data.

Nothing is fetched: hatchling and pip run without an index, and what skillgap needs comes from the environment of the tests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = sysconfig.get_paths()["purelib"]

pytestmark = pytest.mark.slow

CODE = """
import json, skillgap
from skillgap.taxonomy.load import default_folder
report = skillgap.Analyzer().compare("Experience with Python and Docker.", "Requirements: Python, Kubernetes")
print(json.dumps({
    "code": skillgap.__file__,
    "data": str(default_folder()),
    "skills": len(skillgap.Taxonomy.load()),
    "score": report.score,
    "html": "<html" in skillgap.render(report, "html"),
    "read": skillgap.read(b"<html><body><p>Python developer</p></body></html>").text,
}))
"""


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    environment = {**kept, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_CONFIG_FILE": os.devnull, **more}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", folder, cwd=ROOT)
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder to run in that has nothing of the checkout."""
    folder = tmp_path / "an empty folder"
    folder.mkdir()
    return folder


def installed(package: Path, target: Path, cwd: Path) -> Path:
    """Install into a folder of its own, as pip does."""
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--target", target, package, cwd=cwd)
    return target


def seen(path: Path, cwd: Path) -> dict[str, object]:
    """What a program sees that has skillgap from `path` and the libraries of this environment."""
    result: dict[str, object] = json.loads(
        run(sys.executable, "-c", CODE, cwd=cwd, PYTHONPATH=os.pathsep.join([str(path), PACKAGES]))
    )
    return result


def expect_whole(found: dict[str, object], code: Path, data: Path) -> None:
    assert Path(str(found["code"])).is_relative_to(code)
    assert Path(str(found["data"])) == data
    assert found["skills"] == seen(ROOT / "src", ROOT)["skills"]
    assert found["score"]
    assert found["html"]
    assert found["read"] == "Python developer"


def files_of(package: Path) -> set[str]:
    """The files of the package in the source tree, as they should stand below `src/`."""
    tree = package.rglob("*")
    return {path.relative_to(package.parent).as_posix() for path in tree if path.is_file() and "__pycache__" not in path.parts}


def test_the_wheel_has_all_code_data_and_licences(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(next(name for name in names if name.endswith(".dist-info/METADATA"))).decode()
        entry_points = archive.read(next(name for name in names if name.endswith(".dist-info/entry_points.txt"))).decode()
    assert files_of(ROOT / "src" / "skillgap") <= names
    assert "skillgap/py.typed" in names
    assert {f"skillgap/data/taxonomy/{path.name}" for path in (ROOT / "taxonomy").glob("*.yaml")} <= names
    licences = {name.partition(".dist-info/licenses/")[2] for name in names}
    assert {"LICENSE", "taxonomy/LICENSE"} <= licences
    assert "License-Expression: MIT AND CC-BY-4.0" in metadata
    assert "skillgap = skillgap.cli:main" in entry_points
    assert "[spacy_factories]" in entry_points


def test_the_wheel_has_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        roots = {name.split("/")[0] for name in archive.namelist()}
        assert not [name for name in archive.namelist() if "__pycache__" in name]
    assert roots == {"skillgap", wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"}


def test_the_sdist_has_what_it_takes_to_build_and_test(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"src/{name}" for name in files_of(ROOT / "src" / "skillgap")} <= names
    assert {f"taxonomy/{path.name}" for path in (ROOT / "taxonomy").iterdir()} <= names
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "Makefile",
        "tools/venv.sh",
        "tests/test_packaging.py",
        "samples/posting.html",
    } <= names


def test_an_installed_wheel_works_from_anywhere(built: Path, tmp_path: Path, empty: Path) -> None:
    (wheel,) = built.glob("*.whl")
    target = installed(wheel, tmp_path / "site packages", empty)
    expect_whole(seen(target, empty), target, target / "skillgap" / "data" / "taxonomy")


def test_an_installed_sdist_works_from_anywhere(built: Path, tmp_path: Path, empty: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    target = installed(sdist, tmp_path / "site packages", empty)
    expect_whole(seen(target, empty), target, target / "skillgap" / "data" / "taxonomy")


def test_the_checkout_works_from_anywhere(empty: Path) -> None:
    expect_whole(seen(ROOT / "src", empty), ROOT / "src", ROOT / "taxonomy")


def test_an_editable_install_works_from_anywhere(built: Path, tmp_path: Path, empty: Path) -> None:
    pytest.importorskip("editables", reason="hatchling needs it for an editable install without an index")
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        # the argument `filter` is new in 3.11.4, and Debian's Python is older
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(tmp_path / "a checkout")
    (checkout,) = (tmp_path / "a checkout").iterdir()
    environment = tmp_path / "an environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=empty)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    (packages,) = [
        Path(line) for line in run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=empty).splitlines()
    ]
    (packages / "of-the-tests.pth").write_text(PACKAGES, encoding="utf-8")
    pip = ("-m", "pip", "--python", python, "install", "--no-deps", "--no-build-isolation", "--editable", checkout)
    run(sys.executable, *pip, cwd=empty)
    found = json.loads(run(python, "-c", CODE, cwd=empty))
    expect_whole(found, checkout / "src", checkout / "taxonomy")
    assert "skillgap" in run(next(scripts.glob("skillgap*")), "--version", cwd=empty)
