"""The files that a run writes: checked before any work is done, written as a whole or not at all, never over what is read."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path

from skillgap.batch.writers import ENDINGS, Ranking, writer_for
from skillgap.errors import OutputError

_BLOCK = 1 << 20


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


def check(outputs: Collection[Path], inputs: Iterable[Path]) -> None:
    """What can be told before any work is done.

    Raises:
        OutputError: an output has an ending that is not written, is one of the inputs, or stands twice.
    """
    read = [path for path in inputs if path.exists()]
    for output in outputs:
        if output.suffix.lower() not in ENDINGS:
            *most, last = ENDINGS
            remedy = f"choose a name that ends with {', '.join(most)} or {last}"
            raise OutputError(f"only {', '.join(most)} and {last} can be written", where=str(output), remedy=remedy)
        for place in made_by([output]):
            if place.exists() and any(place.samefile(path) for path in read):
                raise OutputError("is the input itself", where=str(place), remedy="choose another name for the result")
    if len({output.resolve() for output in outputs}) < len(outputs):
        raise OutputError("stands twice behind -o", where=str(next(iter(outputs))), remedy="name each file once")


def write(ranking: Ranking, outputs: Iterable[Path]) -> dict[str, str]:
    """Write a ranking to each output; what stood there is replaced when all of it is written. Gives the hash of each by its name.

    Raises:
        OutputError: one cannot be written; what stood there is untouched.
    """
    hashes: dict[str, str] = {}
    for output in outputs:
        with _Whole(output.resolve()) as target:
            try:
                writer_for(output)(ranking, target)
            except OutputError as error:
                raise error.located(str(output)) from error
            hashes[output.name] = hash_of(target)
    return hashes


def write_text(text: str, output: Path) -> None:
    """Write a text likewise."""
    with _Whole(output) as target:
        target.write_text(text, encoding="utf-8", errors="replace")


def hash_of(path: Path) -> str:
    """The sha256 of a file's content."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


class _Whole:
    """A file beside the target that takes its place if all goes well."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __enter__(self) -> Path:
        try:
            handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=".skillgap-")
        except OSError as error:
            raise self._failed(error) from error
        os.close(handle)
        self._made = Path(name)
        return self._made

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if kind is None:
                with self._made.open("rb+") as file:
                    os.fsync(file.fileno())
                mask = os.umask(0)
                os.umask(mask)
                self._made.chmod(self._target.stat().st_mode & 0o777 if self._target.exists() else 0o666 & ~mask)
                self._made.replace(self._target)
            elif isinstance(error, OSError):
                raise self._failed(error) from error
        except OSError as failed:
            raise self._failed(failed) from failed
        finally:
            self._made.unlink(missing_ok=True)

    def _failed(self, error: OSError) -> OutputError:
        reason = error.strerror or str(error)
        return OutputError(f"cannot be written ({reason})", where=str(self._target), remedy="choose another place with -o")
