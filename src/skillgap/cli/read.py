"""`skillgap read`: a file's text as a parser sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from skillgap.cli.console import check_name, emit, make_analyzer, output_option, warn

if TYPE_CHECKING:
    from skillgap.model import Document, Notice


@click.command("read", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE")
@output_option
def command(file: str, output: Path | None) -> int:
    """Show the text of a FILE in reading order, and on standard error what is wrong with it.

    What is wrong stands with the worst first, each with a way to mend it; words that a person does not see are listed with the
    reason and with the skills among them. Last come the sections that were recognised by their headings.

    \b
    Example:
      skillgap read cv.pdf
    """
    check_name(output, (file,))
    from skillgap import documents

    document = documents.read(file)
    for notice in _notices(document):
        warn(f"{notice.severity}: {notice}")
    for line in _hidden(document):
        warn(line)
    text = "".join(char for char in document.text if char.isprintable() or char in "\n\t") if output is None else document.text
    emit(text, output)
    warn(_sections(document))
    return 0


def _notices(document: Document) -> list[Notice]:
    """What is wrong, the worst first; the skills in hidden words are looked for only where there are such words."""
    from skillgap.documents.tricks import with_hidden_skills
    from skillgap.extraction.kind import guess_kind
    from skillgap.extraction.tokens import plain
    from skillgap.model import Severity
    from skillgap.resume.columns import remark_columns

    if document.hidden:
        document = with_hidden_skills(document, make_analyzer().hidden_skills(document, guess_kind(document)))
    severities = get_args(Severity)
    columns = remark_columns(plain(document.readable)) if guess_kind(document) == "resume" else ()
    return sorted((*document.warnings, *columns), key=lambda notice: -severities.index(notice.severity))


def _hidden(document: Document) -> Iterator[str]:
    """The hidden words that a notice does not quote in full."""
    from skillgap.documents.quoted import shortened
    from skillgap.documents.tricks import where

    for part in document.hidden:
        if shortened(part.text) != part.text:
            yield f"hidden ({where(part)}): {part.text}"


def _sections(document: Document) -> str:
    from skillgap.extraction.kind import guess_kind
    from skillgap.extraction.sections import find_sections
    from skillgap.extraction.tables import find_tables
    from skillgap.extraction.tokens import plain
    from skillgap.extraction.units import lines_of

    text, kind = document.readable, guess_kind(document)
    words, lines = plain(text), lines_of(text, document.blocks)
    found = find_sections(text, words, kind, lines, find_tables(words, lines, document.blocks, kind))
    named = [f"{section.heading.strip()} ({section.kind})" for section in found if section.heading]
    if not named:
        return "sections: none; give each part a usual heading, as Experience, Skills, Education"
    return f"sections: {', '.join(named)}"
