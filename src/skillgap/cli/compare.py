"""`skillgap compare`: one résumé against one posting."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import click

from skillgap.cli.console import DONE, TOLD, emit, make_analyzer, output_option, overlay, today_option, warn

FORMATS = ("text", "md", "html", "json")
_BY_ENDING = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json"}


@click.command("compare", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("resume", metavar="RESUME")
@click.argument("posting", metavar="POSTING")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Of the report; by the ending of -o, else text.")
@output_option
@today_option
@click.option("--assume", multiple=True, metavar="SKILL", help="Score as if a recent job showed this skill too; may be repeated.")
@click.option("--no-implied", is_flag=True, help="Give no credit for what a named skill implies.")
@click.option("--no-related", is_flag=True, help="Give no credit for substitutes.")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="SCORE", help="Exit with 1 if the score is lower.")
@overlay
def command(
    resume: str,
    posting: str,
    form: str | None,
    output: Path | None,
    today: date | None,
    assume: tuple[str, ...],
    no_implied: bool,
    no_related: bool,
    fail_under: float | None,
    extra: tuple[Path, ...],
) -> int:
    """Compare a RESUME with a POSTING and print a gap report.

    Files may be PDF, DOCX, HTML, Markdown, plain text or JSON Resume; '-' is standard input.

    \b
    Examples:
      skillgap compare cv.pdf posting.html
      skillgap compare cv.pdf posting.html --assume Kafka
      skillgap compare cv.docx posting.txt -o report.html
      pbpaste | skillgap compare cv.pdf - --format md
    """
    if resume == posting == "-":
        raise click.UsageError("only one of RESUME and POSTING can be standard input")
    from skillgap import documents, reports

    # both files are read before anything heavy is loaded: a wrong path is told at once
    documents_read = documents.read(resume), documents.read(posting)
    analyzer = make_analyzer(extra, today, not no_implied, not no_related)
    report = analyzer.compare(*documents_read, assume=assume)
    for notice in report.warnings:
        if notice.severity == "serious":
            warn(f"warning: {notice}")
    chosen = form or (_BY_ENDING.get(output.suffix.lower(), "text") if output else "text")
    terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 120
    emit(reports.render(report, chosen, width=width, color=terminal), output)
    return TOLD if fail_under is not None and (report.score or 0.0) < fail_under else DONE
