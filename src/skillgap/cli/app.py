"""The command `skillgap`: its subcommands are imported when they are called, so that `--help` is quick."""

from __future__ import annotations

import atexit
import gc
from importlib import import_module

import click

from skillgap._version import __version__
from skillgap.cli.console import guarded

COMMANDS: dict[str, str] = {
    "compare": "A résumé against a posting: met, missing, what to learn.",
    "batch": "Rank the candidates of a CSV against a posting.",
    "extract": "List the skills that files mention, with offsets.",
    "posting": "What a posting asks, as a file to edit and give in its place.",
    "why": "Why a skill was or was not found, met or counted.",
    "read": "Show a file's text as a parser sees it.",
    "taxonomy": "Look at the skills: list, show, search, lint, export, schema.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"skillgap.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="skillgap")
@click.option("--debug", is_flag=True, help="Show the traceback of an error; may stand anywhere.")
def skillgap(debug: bool) -> None:
    """What a job posting asks, what a résumé shows, where the gap is and how to close it.

    Offline; the same answer every time; evidence for every statement.

    \b
    Examples:
      skillgap compare cv.pdf posting.html
      skillgap compare cv.docx posting.txt -o report.html
      skillgap batch candidates.csv --posting posting.html -o ranked.csv
      skillgap taxonomy show kafka

    Exit codes: 0 done; 1 done, with something to tell; 2 could not, one line says why; 130 interrupted.
    """


def main() -> None:
    """The entry point: runs the command and turns what goes wrong into one line and an exit code."""
    # what imports make lives to the end: to look through it for garbage again and again is a tenth of a start, at the end another
    gc.set_threshold(100_000, 50, 100)
    atexit.register(gc.freeze)
    guarded(skillgap)
