"""`skillgap compare`: one résumé against one posting."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgap.cli.console import (
    DONE,
    TOLD,
    check_name,
    colourful,
    columns,
    emit,
    make_analyzer,
    output_option,
    overlay,
    today_option,
    warn_of,
)
from skillgap.cli.numbers import Decimal

if TYPE_CHECKING:
    from skillgap.model import Notice, Resume

FORMATS = ("text", "md", "html", "json")
_BY_ENDING = {".txt": "text", ".text": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json"}
_LATE = date(2049, 12, 1)
"""After every date that is read in a résumé."""


@click.command("compare", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("resume", metavar="RESUME")
@click.argument("posting", metavar="POSTING")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Of the report; by the ending of -o, else text.")
@output_option
@today_option
@click.option("--assume", multiple=True, metavar="SKILL", help="Score as if a recent job showed this skill too; may be repeated.")
@click.option("--no-implied", is_flag=True, help="Give no credit for what a named skill implies.")
@click.option("--no-related", is_flag=True, help="Give no credit for substitutes.")
@click.option("--fail-under", type=Decimal(0, 100), metavar="SCORE", help="Exit with 1 if the score is lower.")
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

    Files may be PDF, DOCX, RTF, HTML, Markdown, plain text or JSON Resume; '-' is standard input.

    \b
    Examples:
      skillgap compare cv.pdf posting.html
      skillgap compare cv.pdf posting.html --assume Kafka
      skillgap compare cv.docx posting.txt -o report.html
      pbpaste | skillgap compare cv.pdf - --format md
    """
    if resume == posting == "-":
        raise click.UsageError("only one of RESUME and POSTING can be standard input")
    check_name(output, (resume, posting, *extra), () if form else tuple(_BY_ENDING))
    from skillgap import documents, reports

    # a wrong path is told at once; files that need a parser are read while the pipeline is loaded
    reading = documents.begin(resume, posting)
    analyzer = make_analyzer(extra, today, not no_implied, not no_related)
    analyzer.prepare()
    candidate, advertised = reading.result()
    asked, shown = analyzer.read_posting(advertised), analyzer.read_resume(candidate)
    early = _before_its_jobs(shown, today) if today else None
    if early:
        shown = replace(shown, warnings=(*shown.warnings, early))
    report = analyzer.compare(shown, asked, assume=assume)
    warn_of(report.warnings)
    chosen = form or (_BY_ENDING.get(output.suffix.lower(), "text") if output else "text")
    terminal = output is None and sys.stdout.isatty()
    color = terminal and colourful(sys.stdout)
    emit(reports.render(report, chosen, width=columns(terminal), color=color), output)
    return TOLD if fail_under is not None and (report.score or 0.0) < fail_under else DONE


def _before_its_jobs(resume: Resume, today: date) -> Notice | None:
    """A warning where the day that was given lies before a job began or ended: its months cannot be counted then."""
    from skillgap.model import Notice
    from skillgap.resume.body import sheet_of
    from skillgap.resume.entries import find_entries

    def jobs(day: date) -> dict[tuple[date, bool], date]:
        """First day of each dated job and whether it runs, read on that day, and the first day of its last month."""
        entries = find_entries(sheet_of(resume.document), resume.extraction.sections, day)
        return {
            (e.begun, e.current): e.begun if e.current else e.ended or e.begun for e in entries if e.kind == "job" and e.begun
        }

    # a range is read by the light of today; on a day after all of them every date is taken as it is written
    written, read = jobs(_LATE), jobs(today)
    late = max((last for job, last in written.items() if job not in read), default=None)
    if late is None:
        return None
    message = f"--today {today} lies before {late:%Y-%m}, the date of a job"
    return Notice("early_today", message, "serious", "its months are not counted rightly; give a later day")
