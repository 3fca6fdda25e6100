"""`skillgap extract`: the mentions of skills in files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from skillgap.cli.console import DONE, TOLD, check_name, emit, make_analyzer, output_option, overlay, printable, warn

if TYPE_CHECKING:
    from skillgap.model import Document, Extraction, Kind


@click.command("extract", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--kind", type=click.Choice(["auto", "resume", "posting"]), default="auto", show_default=True, help="What the files are."
)
@click.option("-f", "--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
@output_option
@overlay
def command(files: tuple[str, ...], kind: str, form: str, output: Path | None, extra: tuple[Path, ...]) -> int:
    """List the skills that each FILE mentions, with their offsets in its text.

    A FILE that cannot be read is told on standard error; the others are listed (the exit code is then 1, or 2 if none was good).

    \b
    Examples:
      skillgap extract cv.pdf
      skillgap extract postings/*.html --kind posting --format jsonl > mentions.jsonl
    """
    check_name(output, (*files, *extra))
    from skillgap import documents
    from skillgap.errors import InputError
    from skillgap.extraction.kind import guess_kind

    read: list[Document] = []
    failed: list[InputError] = []
    for file in files:
        try:
            read.append(documents.read(file))
        except InputError as error:
            failed.append(error)
    # the last one is told, with its traceback if that is asked for, by whoever ends the run
    for told in failed if read else failed[:-1]:
        warn(f"error: {told}")
    if not read:
        raise failed[-1]
    analyzer = make_analyzer(extra)
    results = []
    for document in read:
        chosen: Kind = guess_kind(document) if kind == "auto" else cast("Kind", kind)
        results.append((document, analyzer.extract(document, chosen)))
    rows = [_as_dict(document, extraction) for document, extraction in results]
    if form == "json":
        emit(json.dumps(rows, ensure_ascii=False, indent=2), output)
    elif form == "jsonl":
        emit("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), output)
    else:
        emit("\n\n".join(_as_table(document, extraction) for document, extraction in results), output)
    return TOLD if failed else DONE


def _as_dict(document: Document, extraction: Extraction) -> dict[str, Any]:
    result: dict[str, Any] = {
        "file": document.source,
        "kind": extraction.kind,
        "language": extraction.language,
        "mentions": [
            {
                "start": m.start,
                "end": m.end,
                "text": m.text,
                "skill": m.skill.name,
                "id": m.skill.id,
                "kind": m.skill.kind,
                "area": m.skill.area,
                "method": m.method,
                "confidence": m.confidence,
                "status": m.status,
                "section": m.section,
                "why": m.why,
            }
            for m in extraction.mentions
        ],
        "unsure": [
            {"start": u.start, "end": u.end, "text": u.text, "skill": u.skill.name, "why": u.why} for u in extraction.unsure
        ],
        "unknown": [asdict(u) for u in extraction.unknown],
    }
    if extraction.kind == "posting":
        result["requirements"] = [
            {
                "any_of": [s.name for s in r.any_of],
                "at_least": r.at_least,
                "level": r.level,
                "min_years": r.min_years,
                "start": r.start,
                "end": r.end,
                "quote": r.quote,
            }
            for r in extraction.requirements
        ]
    return result


def _as_table(document: Document, extraction: Extraction) -> str:
    from skillgap.extraction.language import remark

    head = f"{printable(document.source)} ({extraction.kind}): {len(extraction.mentions)} mentions"
    rows = [("offsets", "text", "skill", "area", "method", "status", "section")]
    rows += [
        (f"{m.start}-{m.end}", printable(m.text), m.skill.name, m.skill.area, m.method, m.status, m.section)
        for m in extraction.mentions
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [head, *("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)]
    lines += [str(notice) for notice in remark(extraction.language)]
    if extraction.unsure:
        lines.append("unsure, counted nowhere: " + ", ".join(f"{printable(u.text)} ({u.start})" for u in extraction.unsure))
    if extraction.unknown:
        lines.append("looks like a technology, not in the taxonomy: " + ", ".join(printable(u.text) for u in extraction.unknown))
    return "\n".join(lines)
