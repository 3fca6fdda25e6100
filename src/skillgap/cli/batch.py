"""`skillgap batch`: the candidates of a table or a folder against one posting."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgap.cli.console import (
    DONE,
    INTERRUPTED,
    TOLD,
    check_output,
    emit_file,
    make_analyzer,
    overlay,
    today_option,
    warn,
    warn_of,
)
from skillgap.cli.numbers import Whole
from skillgap.cli.progress import reporting

if TYPE_CHECKING:
    from skillgap.batch import Asked, Summary
    from skillgap.batch.engines import Engine


class SkillYears(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.3 on
    """A skill and years, as python=3."""

    name = "skill=years"

    def convert(
        self, value: str | tuple[str, float], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, float]:
        """The name and the number."""
        if isinstance(value, tuple):
            return value
        name, _, years = value.rpartition("=")
        try:
            number = float(years)
        except ValueError:
            self.fail(f"{value!r} is no skill with years; write it as python=3", param, ctx)
        if not name.strip():
            self.fail(f"{value!r} names no skill; write it as python=3", param, ctx)
        return name.strip(), number


@click.command("batch", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("candidates", type=click.Path(path_type=Path), metavar="CANDIDATES")
@click.option(
    "-p", "--posting", required=True, metavar="FILE", help="What to score against: a posting, or a file of `skillgap posting`."
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    callback=lambda ctx, param, value: tuple(check_output(ctx, param, path) for path in value),
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a .csv, .tsv, .xlsx, .jsonl or .html (shortlist); may be given for each. Left out, CSV is printed.",
)
@click.option("--must", multiple=True, metavar="SKILLS", help='A must-have, also scored, as "python and (kafka or rabbitmq)".')
@click.option(
    "--min-years", multiple=True, type=SkillYears(), metavar="SKILL=YEARS", help="A must-have, also scored, as python=3."
)
@click.option("--top", type=Whole(min=1), metavar="N", help="Write only the best N candidates.")
@click.option("--blind", is_flag=True, help="Write no columns but the id; hide who it is in quotes, as far as rules can.")
@click.option("--text-column", metavar="NAME", help="The column with résumé texts; guessed if left out.")
@click.option("--path-column", metavar="NAME", help="The column with paths, relative to the table's folder; guessed if left out.")
@click.option(
    "--id-column",
    metavar="NAME",
    help="The column with ids; `id` if left out. Where they do not tell rows apart, a column `row` has their numbers.",
)
@click.option("--allow-outside", is_flag=True, help="Also read files that lie outside the table's folder.")
@click.option("--workers", type=Whole(0, 256), metavar="N", help="Processes; 0 is this one, left out it fits the table.")
@click.option("--engine", type=click.Choice(["processes", "dask"]), default="processes", help="Where to score.")
@click.option("--scheduler", metavar="ADDRESS", help="A running Dask cluster, as tcp://10.0.0.1:8786; else one is begun here.")
@click.option("--continue", "go_on", is_flag=True, help="Go on with an interrupted run of the same output.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
@today_option
@overlay
def command(
    candidates: Path,
    posting: str,
    outputs: tuple[Path, ...],
    must: tuple[str, ...],
    min_years: tuple[tuple[str, float], ...],
    top: int | None,
    blind: bool,
    text_column: str | None,
    path_column: str | None,
    id_column: str | None,
    allow_outside: bool,
    workers: int | None,
    engine: str,
    scheduler: str | None,
    go_on: bool,
    quiet: bool,
    today: date | None,
    extra: tuple[Path, ...],
) -> int:
    """Rank the CANDIDATES of a table (CSV, TSV, XLSX, JSONL) or a folder against a posting.

    Each row has the résumé's text, or the path of its file. Every row stands in the output once: with its bucket, rank, score and
    reasons, or with the cause why it could not be judged (the exit code is then 1, as for a table without rows). Buckets are by
    must-haves: those named here, else what the posting requires; "most" are met where more than half are of those that are not
    unsure (partly is not met). A must-have named here is scored like what the posting requires, and added where that does not ask
    it in the same words. Columns of your own come through as they are, but for an apostrophe in CSV and TSV before what a
    spreadsheet would run; where one is called like one of the results, the result is called skillgap_score and so on. The
    shortlist shows the id of a candidate and no other column. Beside the first output a run record says with what it was made.

    \b
    Examples:
      skillgap batch candidates.csv --posting posting.html -o ranked.xlsx -o shortlist.html
      skillgap batch resumes/ -p posting.txt --must "python and (kafka or rabbitmq)" --min-years python=3 -o ranked.csv
      skillgap batch people.csv -p posting.txt --text-column resume > ranked.csv
      skillgap batch candidates.csv -p posting.html -o ranked.xlsx --continue      (after an interruption)
    """
    from skillgap import documents
    from skillgap.batch import Options, ask, run
    from skillgap.batch.outputs import check, work_file
    from skillgap.batch.unfinished import interrupted
    from skillgap.errors import MissingFile

    sources = (Path(posting), *extra)
    check(outputs, (candidates, *sources))
    if not candidates.exists():
        raise MissingFile("no such file or folder", where=str(candidates), remedy="check the path")
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler is for --engine dask")
    chosen = _engine(engine, workers, scheduler)
    begun = interrupted(outputs) if go_on else None
    if go_on and not begun and not quiet:
        warn("there is no interrupted run of this output; beginning one")
    if begun and today is None:
        # the run ends as it began, though it be another day
        today = date.fromisoformat(begun["today"])
    reading = documents.begin(posting)
    analyzer = make_analyzer(extra, today)
    analyzer.prepare()
    (document,) = reading.result()
    read = analyzer.read_posting(document)
    warn_of(read.warnings, posting)
    asked = ask(read, analyzer.skill, must, dict(min_years))
    options = Options(text_column, path_column, id_column, allow_outside, blind, top)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="skillgap-") as nowhere, reporting(quiet) as progress:
        written = outputs or (Path(nowhere) / "ranked.csv",)
        try:
            summary = run(
                candidates, asked, analyzer, written, options, engine=chosen, go_on=go_on, read=sources, progress=progress
            )
        except KeyboardInterrupt:
            kept = bool(outputs) and work_file(outputs).exists()
            warn("interrupted" + ("; what is scored is kept, go on with it by --continue" if kept else ""))
            return INTERRUPTED
        if not outputs:
            emit_file(written[0])
    warn_of(summary.notices)
    if not quiet:
        _tell(summary, asked, outputs, time.monotonic() - started)
    return DONE if set(summary.statuses) == {"scored"} else TOLD


def _engine(name: str, workers: int | None, scheduler: str | None) -> Engine:
    if name == "dask":
        from skillgap.batch.engines.dask import Dask

        return Dask(scheduler, workers or None)
    if workers == 0:
        from skillgap.batch.engines.local import Local

        return Local()
    if workers:
        from skillgap.batch.engines.processes import Processes

        return Processes(workers)
    from skillgap.batch.engines.fitting import Fitting

    return Fitting()


def _tell(summary: Summary, asked: Asked, outputs: tuple[Path, ...], seconds: float) -> None:
    """The end of a run on standard error: numbers only, nobody's name."""
    scored = summary.statuses.get("scored", 0)
    failed = f", {summary.rows - scored} not ({_listed(summary.failures)})" if scored < summary.rows else ""
    again = f", {summary.continued} of them in the run before" if summary.continued else ""
    where = f"; written to {', '.join(map(str, outputs))}" if outputs else ""
    warn(f"{summary.rows} candidates read in {seconds:.0f} s{again}: {scored} scored{failed}{where}")
    if summary.rows:
        warn(f"{_listed(summary.buckets)}; must-haves: {'; '.join(asked.labels) or 'none'}")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())
