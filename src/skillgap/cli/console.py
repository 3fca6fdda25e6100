"""What the commands share: streams in UTF-8, errors in one line, results to standard output or whole into a file."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgap.errors import OutputError, SkillgapError

if TYPE_CHECKING:
    from skillgap.analyzer import Analyzer

DONE, TOLD, FAILED, INTERRUPTED = 0, 1, 2, 130


def guarded(command: click.Command) -> None:
    """Run a command. Errors of ours are one line on standard error and exit code 2; a closed pipe is silent."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    debug = "--debug" in sys.argv
    try:
        code = command.main(standalone_mode=False, prog_name="skillgap")
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(FAILED)
    except (click.Abort, KeyboardInterrupt):
        warn("interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # the reader has gone; without this the interpreter complains once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except SkillgapError as error:
        if debug:
            raise
        warn(f"error: {error}")
        sys.exit(FAILED)
    except Exception as error:
        if debug:
            raise
        warn(f"error: something unforeseen ({type(error).__name__}: {error}); run again with --debug and report what it prints")
        sys.exit(FAILED)
    sys.exit(code if isinstance(code, int) else DONE)


def warn(message: str) -> None:
    """One line on standard error."""
    click.echo(f"skillgap: {printable(message)}", err=True)


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal would obey (names of files come from strangers)."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def emit(text: str, output: Path | None) -> None:
    """Print a result, or write it into a file that is replaced as a whole.

    Raises:
        OutputError: the file cannot be written; what stood there is untouched.
    """
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text if text.endswith("\n") else f"{text}\n")
            if not output.exists():
                Path(name).chmod(0o666 & ~_umask())
            else:
                Path(name).chmod(output.stat().st_mode & 0o777)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=str(output), remedy="choose another place with -o") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def make_analyzer(taxonomy: tuple[Path, ...] = (), today: date | None = None, implied: bool = True, related: bool = True) -> Analyzer:
    """The engine with a command's options."""
    from skillgap.analyzer import Analyzer
    from skillgap.comparison import Options
    from skillgap.taxonomy import Taxonomy

    return Analyzer(Taxonomy.load(extra=taxonomy), today=today, options=Options(implied, related))


class Day(click.ParamType):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date that was written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2026-11-01", param, ctx)


overlay = click.option(
    "--taxonomy", "extra", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Add or replace skills from a YAML or CSV file."
)
output_option = click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file instead of the terminal.")
today_option = click.option("--today", type=Day(), metavar="DATE", help="The day that ends running jobs (YYYY-MM-DD); today if left out.")
