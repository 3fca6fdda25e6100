"""`skillgap batch`: the candidates of a CSV against one posting."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from skillgap.cli.console import DONE, TOLD, emit, make_analyzer, output_option, overlay, today_option, warn


@click.command("batch", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("candidates", type=click.Path(path_type=Path), metavar="CANDIDATES")
@click.option("-p", "--posting", required=True, metavar="FILE", help="The posting to score against.")
@output_option
@click.option("--text-column", metavar="NAME", help="The column with résumé texts; guessed if left out.")
@click.option("--path-column", metavar="NAME", help="The column with paths, relative to the table's folder; guessed if left out.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
@today_option
@overlay
def command(
    candidates: Path,
    posting: str,
    output: Path | None,
    text_column: str | None,
    path_column: str | None,
    quiet: bool,
    today: date | None,
    extra: tuple[Path, ...],
) -> int:
    """Rank the CANDIDATES of a CSV against a posting.

    Each row has the résumé's text, or the path of its file. Every row stands in the output once: with its rank, score, required
    met and what is missing, or with the cause why it could not be scored (the exit code is then 1). Columns of your own come
    through as they are; where one is called like one of the results, the result is called skillgap_score and so on.

    \b
    Examples:
      skillgap batch candidates.csv --posting posting.html -o ranked.csv
      skillgap batch people.csv -p posting.txt --text-column resume > ranked.csv
    """
    from skillgap import documents
    from skillgap.batch.run import run, to_csv
    from skillgap.errors import MissingFile, OutputError

    if output is not None and output.suffix.lower() != ".csv":
        raise OutputError("only .csv can be written", where=str(output), remedy="choose a name that ends with .csv")
    if output is not None and output.exists() and candidates.exists() and output.samefile(candidates):
        raise OutputError("is the input itself", where=str(output), remedy="choose another name for the result")
    if not candidates.is_file():
        raise MissingFile("no such file", where=str(candidates), remedy="check the path")
    reading = documents.begin(posting)
    analyzer = make_analyzer(extra, today)
    analyzer.prepare()
    (document,) = reading.result()
    asked = analyzer.read_posting(document)
    with _progress(quiet) as progress:
        result = run(candidates, asked, analyzer, text_column=text_column, path_column=path_column, progress=progress)
    emit(to_csv(result.table), output)
    failed = sum(count for status, count in result.counts.items() if status != "scored")
    if not quiet:
        told = ", ".join(f"{count} {status}" for status, count in result.counts.items())
        warn(f"{len(result.table)} candidates: {told or 'none'}" + (f"; written to {output}" if output else ""))
    return TOLD if failed else DONE


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """A counter on standard error where that is a terminal that can redraw a line."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} candidates"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("scoring", total=None)
        yield lambda done: bar.update(task, completed=done)
