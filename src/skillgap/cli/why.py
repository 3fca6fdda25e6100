"""`skillgap why`: why a skill was found or not, met or not."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from skillgap.cli.console import DONE, check_name, columns, emit, make_analyzer, output_option, overlay, today_option


@click.command("why", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("resume", metavar="RESUME")
@click.argument("posting", metavar="POSTING")
@click.argument("skill", metavar="SKILL")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
@today_option
@overlay
def command(
    resume: str, posting: str, skill: str, form: str, output: Path | None, today: date | None, extra: tuple[Path, ...]
) -> int:
    """Say why a SKILL was or was not found, met or counted.

    For each place where it is named: the alias, the rule and the cue. Where it is not: what could have been it and which rule
    rejected that, or the nearest words and how many letters they differ in.

    \b
    Examples:
      skillgap why cv.pdf posting.html Kubernetes
      skillgap why cv.pdf posting.html go --format json
    """
    if resume == posting == "-":
        raise click.UsageError("only one of RESUME and POSTING can be standard input")
    check_name(output, (resume, posting, *extra))
    from skillgap import documents
    from skillgap.reports import why

    reading = documents.begin(resume, posting)
    analyzer = make_analyzer(extra, today)
    analyzer.prepare()
    candidate, advertised = reading.result()
    told = analyzer.why(candidate, advertised, skill)
    terminal = output is None and sys.stdout.isatty()
    emit(why.as_json(told) if form == "json" else why.as_text(told, columns(terminal)), output)
    return DONE
