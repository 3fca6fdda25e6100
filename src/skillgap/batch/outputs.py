"""The files that a run writes: checked before any work is done, written as a whole or not at all, never over what is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from skillgap.batch.identity import hash_of
from skillgap.batch.writers import ENDINGS, Ranking, writer_for
from skillgap.errors import OutputError
from skillgap.replacing import is_same_file, replacing

_OTHER = "choose another name for the result"


def work_file(outputs: Iterable[Path]) -> Path:
    """Where the work file of a run with those outputs lies: beside the first."""
    first = next(iter(outputs)).resolve()
    return first.with_name(f"{first.name}.unfinished")


def record_file(outputs: Iterable[Path]) -> Path:
    """Where the run record lies."""
    first = next(iter(outputs)).resolve()
    return first.with_name(f"{first.name}.run.json")


def made_by(outputs: Collection[Path]) -> tuple[Path, ...]:
    """All files that a run with those outputs makes for some time or for good, but for those whose names begin with a dot."""
    work = work_file(outputs)
    return (*outputs, record_file(outputs), work, work.with_name(f"{work.name}-journal"))


def results_in(folder: Path) -> frozenset[Path]:
    """The results of earlier runs in a folder and below, as their run records tell, and those records."""
    found: set[Path] = set()
    for place in folder.rglob("*.run.json"):
        try:
            content = json.loads(place.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(content, dict) and str(content.get("schema", "")).startswith("skillgap.run/"):
            found |= {place.resolve(), *(place.with_name(name).resolve() for name in content.get("outputs", ()))}
    return frozenset(found)


def check(outputs: Collection[Path], inputs: Collection[Path]) -> None:
    """What can be told before any work is done.

    Raises:
        OutputError: an output has an ending that is not written, is one of the inputs or a file in an input folder that is no
            result of an earlier run, belongs to an interrupted run of another kind, or stands twice.
    """
    for output in outputs:
        if output.suffix.lower() not in ENDINGS:
            *most, last = ENDINGS
            remedy = f"choose a name that ends with {', '.join(most)} or {last}"
            raise OutputError(f"only {', '.join(most)} and {last} can be written", where=str(output), remedy=remedy)
        for place in made_by([output]):
            if any(is_same_file(place, path) for path in inputs):
                raise OutputError("is the input itself", where=str(place), remedy=_OTHER)
        for folder in filter(Path.is_dir, inputs):
            place = output.resolve()
            if output.exists() and place.is_relative_to(folder.resolve()) and place not in results_in(folder):
                raise OutputError("is one of the candidates", where=str(output), remedy=_OTHER)
    for other in list(outputs)[1:]:
        if work_file([other]).exists():
            what = "another run is writing it, or was interrupted"
            remedy = f"wait for it, or remove {work_file([other]).name}"
            raise OutputError(what, where=str(other), remedy=remedy)
    if len({output.resolve() for output in outputs}) < len(outputs):
        raise OutputError("stands twice behind -o", where=str(next(iter(outputs))), remedy="name each file once")


def write(ranking: Ranking, outputs: Collection[Path], told: Callable[[Mapping[str, str]], str]) -> None:
    """Write a ranking to each output, and the record beside the first; all take the place of what stood there, or none.

    Args:
        told: the record, given the sha256 of each output by its name.

    Raises:
        OutputError: one cannot be written; what stood there is untouched.
    """
    hashes: dict[str, str] = {}
    with ExitStack() as all_of_them:
        for output in outputs:
            beside = all_of_them.enter_context(_beside(output.resolve()))
            try:
                writer_for(output)(ranking, beside)
            except OutputError as error:
                raise error.located(str(output)) from error
            except OSError as error:
                raise _cannot(error, output) from error
            hashes[output.name] = hash_of(beside)
        place = record_file(outputs)
        all_of_them.enter_context(_beside(place)).write_text(told(hashes), encoding="utf-8", errors="replace")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """`replacing`, with an error in our words where the file cannot be written."""
    try:
        with replacing(target) as beside:
            yield beside
    except OSError as error:
        raise _cannot(error, target) from error


def _cannot(error: OSError, target: Path) -> OutputError:
    remedy = "make room or choose another place with -o; what is scored is kept, go on with it by --continue"
    return OutputError(f"cannot be written ({error.strerror or error})", where=str(target), remedy=remedy)
