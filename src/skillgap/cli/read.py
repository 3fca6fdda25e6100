"""`skillgap read`: a file's text as a parser sees it."""

from __future__ import annotations

from pathlib import Path

import click

from skillgap.cli.console import check_ending, emit, output_option, warn


@click.command("read", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE")
@output_option
def command(file: str, output: Path | None) -> int:
    """Show the text of a FILE in reading order, and on standard error what is wrong with it.

    \b
    Example:
      skillgap read cv.pdf
    """
    check_ending(output)
    from skillgap import documents

    document = documents.read(file)
    for notice in document.warnings:
        warn(f"{notice.severity}: {notice}")
    text = "".join(char for char in document.text if char.isprintable() or char in "\n\t") if output is None else document.text
    emit(text, output)
    return 0
