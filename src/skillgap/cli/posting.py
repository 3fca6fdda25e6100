"""`skillgap posting`: what a posting asks, as a file to edit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skillgap.cli.console import DONE, check_name, emit, make_analyzer, output_option, overlay, printable, warn_of

if TYPE_CHECKING:
    from skillgap.model import Posting, Requirement


@click.command("posting", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("posting", metavar="POSTING")
@click.option("-f", "--format", "form", type=click.Choice(["yaml", "json", "text"]), default="yaml", show_default=True)
@output_option
@overlay
def command(posting: str, form: str, output: Path | None, extra: tuple[Path, ...]) -> int:
    """Write what a POSTING asks as a file that can be edited and given in its place.

    In the YAML each requirement has: any_of (names of the taxonomy), level (required, preferred, context or negated) and, where
    they are meant, at_least, min_years, or_similar, examples, refused (what does not stand in for it) and quote. Its content hash
    stands in every result made with it.

    \b
    Examples:
      skillgap posting job.html -o asked.yaml    # then edit it
      skillgap compare cv.pdf asked.yaml
      skillgap batch candidates.csv --posting asked.yaml -o ranked.csv
    """
    check_name(output, (posting, *extra), (".yaml", ".yml", ".json", ".txt"))
    from skillgap import __version__, documents
    from skillgap.posting.file import dump

    read = make_analyzer(extra).read_posting(documents.read(posting))
    warn_of(read.warnings, posting)
    text = {"yaml": lambda: dump(read, __version__), "json": lambda: _as_json(read), "text": lambda: _as_text(read)}[form]()
    emit(text, output)
    return DONE


def _as_json(posting: Posting) -> str:
    rows: list[dict[str, Any]] = [
        {
            "any_of": [skill.name for skill in r.any_of],
            "ids": [skill.id for skill in r.any_of],
            "level": r.level,
            "at_least": r.at_least,
            "min_years": r.min_years,
            "or_similar": r.or_similar,
            "examples": [skill.name for skill in r.examples],
            "refused": [skill.name for skill in r.refused],
            "quote": r.quote,
            "start": r.start,
            "end": r.end,
        }
        for r in posting.requirements
    ]
    result = {
        "title": posting.title,
        "requirements": rows,
        "conditions": [{"kind": c.kind, "quote": c.quote, "start": c.start, "end": c.end} for c in posting.conditions],
        "unknown": list(dict.fromkeys(unknown.text for unknown in posting.extraction.unknown)),
        "warnings": [str(notice) for notice in posting.warnings],
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


def _without(requirement: Requirement) -> str:
    """What does not stand in for it: `, not Azure`."""
    return "".join(f", not {printable(skill.name)}" for skill in requirement.refused)


def _as_text(posting: Posting) -> str:
    lines = [printable(posting.title)]
    for level in ("required", "preferred", "context", "negated"):
        asked = [r for r in posting.requirements if r.level == level]
        if asked:
            lines += ["", level, *(f"  {printable(r.label)}{' or similar' * r.or_similar}{_without(r)}" for r in asked)]
    if posting.conditions:
        lines += ["", "conditions, not scored", *(f"  {c.kind}: {printable(c.quote)}" for c in posting.conditions)]
    unknown = dict.fromkeys(printable(each.text) for each in posting.extraction.unknown)
    if unknown:
        lines += ["", "asked, not in the taxonomy", *(f"  {name}" for name in unknown)]
    if posting.warnings:
        lines += ["", *(f"warning: {printable(str(notice))}" for notice in posting.warnings)]
    return "\n".join(lines)
