"""A `GapReport` as a person or a program reads it: one file per format, all made from the same values.

In: a report and the name of a format. Out: a string that ends in a newline. Nothing is judged, counted anew or written to disk
here, and no character of the two documents can act on the reader's terminal, browser or Markdown page.
"""

from __future__ import annotations

from collections.abc import Mapping

from skillgap.errors import OutputError
from skillgap.model import GapReport
from skillgap.reports import html, json, markdown, terminal
from skillgap.reports.interface import Format, Page

__all__ = ["FORMATS", "render"]

_RENDERERS: Mapping[str, Format] = {
    "text": terminal.render,
    "md": markdown.render,
    "html": html.render,
    "json": json.render,
}

FORMATS: tuple[str, ...] = tuple(_RENDERERS)
"""The names that `render` knows."""


def render(report: GapReport, format: str = "text", *, width: int = 100, color: bool = False) -> str:
    """The report in one of `FORMATS`.

    Args:
        report: what a comparison says.
        format: `text` for a terminal, `md`, `html` (one file, no script) or `json` (schema `skillgap.report/1`).
        width: columns of the terminal, 40-200; for `text` only.
        color: colour verdicts with ANSI codes; for `text` only.

    Raises:
        OutputError: there is no such format.
    """
    if format not in _RENDERERS:
        raise OutputError(f"no report format is called {format!r}", remedy=f"choose one of {', '.join(FORMATS)}")
    return _RENDERERS[format](report, Page(width, color))
