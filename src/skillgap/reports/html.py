"""The report as one HTML file: nothing in it runs, and it loads nothing.

In: a report. Out: a page with its styles inside, for a screen of any width, in light or dark, and for A4 paper. Everything that a
template prints is escaped; the page's own policy forbids scripts and every address but those a reader clicks.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from skillgap.model import GapReport
from skillgap.reports.interface import Page
from skillgap.reports.view import WORDS, view

if TYPE_CHECKING:
    from jinja2 import Template

_QUOTE_LIMIT = 240


def render(report: GapReport, page: Page) -> str:
    """The report as an HTML page; the `page` given is not looked at."""
    return _template().render(report=view(report, _QUOTE_LIMIT), words=WORDS) + "\n"


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=PackageLoader("skillgap.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template("report.html.j2")
