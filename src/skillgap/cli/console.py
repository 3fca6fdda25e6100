"""What the commands share: streams in UTF-8, errors in one line, results to standard output or whole into a file."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from skillgap.cli.interrupt import heed_no_more, heed_once
from skillgap.errors import OutputError, SkillgapError
from skillgap.replacing import is_same_file, replacing

if TYPE_CHECKING:
    from skillgap.analyzer import Analyzer
    from skillgap.model import Notice

DONE, TOLD, FAILED, INTERRUPTED = 0, 1, 2, 130
_FOREIGN = (
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".xls", ".xlsx", ".ods", ".ppt", ".pptx"),
    *(".png", ".jpg", ".jpeg", ".zip", ".gz", ".parquet"),
)
"""Endings of formats that nothing here writes, whatever the options."""


def guarded(command: click.Command) -> None:
    """Run a command. Errors of ours are one line on standard error and exit code 2; a closed pipe is silent."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments, debug = _take_debug(sys.argv[1:])
    heed_once()
    try:
        code = command.main(arguments, standalone_mode=False, prog_name="skillgap")
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        if type(error).__name__ == "NoArgsIsHelpError":  # of click 8.2 and later; its message is the whole help
            error.show()
        else:
            more = _dash_hint(error, arguments) + (f"; see: {context.command_path} --help" if context else "")
            warn(f"error: {error.format_message().rstrip('.')}{more}")
        sys.exit(FAILED)
    except (click.Abort, KeyboardInterrupt):
        heed_no_more()
        warn("interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # the reader has gone; without this the interpreter complains once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except SkillgapError as error:
        if debug:
            traceback.print_exc()
        else:
            warn(f"error: {error}")
        sys.exit(FAILED)
    except Exception as error:
        if debug:
            traceback.print_exc()
            sys.exit(FAILED)
        warn(f"error: something unforeseen ({type(error).__name__}: {error}); run again with --debug and report what it prints")
        sys.exit(FAILED)
    if code == INTERRUPTED:
        heed_no_more()
    sys.exit(code if isinstance(code, int) else DONE)


def _take_debug(arguments: list[str]) -> tuple[list[str], bool]:
    """The arguments without `--debug`, which may stand anywhere before a `--`: one adds it to a line that has failed."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return [*(a for a in arguments[:end] if a != "--debug"), *arguments[end:]], "--debug" in arguments[:end]


def _dash_hint(error: click.ClickException, arguments: list[str]) -> str:
    """What to do where the name of a file was taken for an option."""
    if not isinstance(error, click.NoSuchOption):
        return ""
    names = (a for a in arguments if a.startswith(error.option_name) and (Path(a).suffix or os.path.lexists(a)))
    name = next(names, None)
    return f"; for a file of that name write ./{name}" if name else ""


def warn(message: str) -> None:
    """One line on standard error."""
    click.echo(f"skillgap: {printable(message)}", err=True)


def warn_of(notices: Iterable[Notice], source: str = "") -> None:
    """The serious ones, a line each on standard error: they may mean that the result is worth nothing.

    Args:
        source: the file that they are about, `-` for standard input, where they do not say it themselves.
    """
    where = "standard input: " if source == "-" else f"{source}: " if source else ""
    for notice in notices:
        if notice.severity == "serious":
            warn(f"warning: {where}{notice}")


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal would obey (names of files come from strangers)."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def colourful(stream: TextIO) -> bool:
    """Whether a stream is a terminal that may be sent colours: not with `NO_COLOR` set, nor where `TERM` is `dumb`."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns(terminal: bool) -> int:
    """How wide a text may be: `COLUMNS` where that is set, else what the terminal has, else 100."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    return shutil.get_terminal_size((100, 24)).columns if terminal else 100


def check_name(output: Path | None, read: Iterable[str | Path], ours: Collection[str] = ()) -> None:
    """Refuse a name for the result that would cost a file, or promises what is not written.

    Args:
        output: the name; None is the terminal.
        read: the files that the command reads, `-` for standard input; none of them is written over.
        ours: the only endings that may be; if empty, any but those of other formats.

    Raises:
        OutputError: with what to do.
    """
    if output and any(is_same_file(output, path) for path in read):
        raise OutputError("is the input itself", where=str(output), remedy="choose another name for the result")
    ending = output.suffix.lower() if output else ""
    if ending in _FOREIGN or (ours and ending and ending not in ours):
        remedy = f"choose a name that ends with {', '.join(ours)}" if ours else "choose another ending, as .txt"
        raise OutputError(f"{ending} cannot be written", where=str(output), remedy=remedy)


def emit(text: str, output: Path | None) -> None:
    """Print a result, or write it into a file that is replaced as a whole.

    Raises:
        OutputError: the file cannot be written; what stood there is untouched.
    """
    if output is None:
        try:
            click.echo(text, nl=not text.endswith("\n"))
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"cannot be written ({error.strerror})", where="standard output") from error
        return
    # a character that UTF-8 cannot hold (half a surrogate pair from a JSON file) becomes `?`, as on the terminal
    content = (text if text.endswith("\n") else f"{text}\n").encode("utf-8", errors="replace")
    try:
        if os.path.exists(output) and not output.is_file():  # noqa: PTH110 - a Path raises where the name is too long
            # a device or a pipe is written to, not replaced
            output.write_bytes(content)
        else:
            with replacing(output.resolve()) as beside:
                beside.write_bytes(content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"cannot be written ({reason})", where=str(output), remedy="choose another place with -o") from error


def emit_file(path: Path) -> None:
    """Print what is in a file.

    Raises:
        OutputError: it cannot be printed.
    """
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                click.echo(block, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where="standard output") from error


def make_analyzer(
    taxonomy: tuple[Path, ...] = (), today: date | None = None, implied: bool = True, related: bool = True
) -> Analyzer:
    """The engine with a command's options."""
    from skillgap.analyzer import Analyzer
    from skillgap.comparison import Options
    from skillgap.taxonomy import Taxonomy

    return Analyzer(Taxonomy.load(extra=taxonomy), today=today, options=Options(implied, related))


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.3 on
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


def check_output(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """What can be told about the place of the result before any work is done."""
    if value is not None and os.path.isdir(value):  # noqa: PTH112 - a Path raises where the name is too long
        raise OutputError("cannot be written (it is a folder)", where=str(value), remedy="add the name of a file to -o")
    if value is not None and not os.path.isdir(value.parent):  # noqa: PTH112
        raise OutputError("cannot be written (there is no such folder)", where=str(value), remedy="choose another place with -o")
    return value


overlay = click.option(
    "--taxonomy",
    "extra",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Add or replace skills from a YAML or CSV file.",
)
output_option = click.option(
    "-o",
    "--output",
    callback=check_output,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to a file instead of the terminal.",
)
today_option = click.option(
    "--today", type=Day(), metavar="DATE", help="The day that ends running jobs (YYYY-MM-DD); today if left out."
)
