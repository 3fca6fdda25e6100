"""The report as GitHub Markdown: tables for verdicts, lists for the rest.

In: a report. Out: Markdown in which no character of the documents is markup: whatever a template prints is escaped, unless this
module made it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillgap.model import GapReport
from skillgap.reports.interface import Page
from skillgap.reports.quoting import Excerpt
from skillgap.reports.view import WORDS, Link, view

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_QUOTE_LIMIT = 160
_MARKUP = re.compile(r"[\\`*_\[\]<|~$]|&(?=#?\w)")
_BLOCK_START = re.compile(r"^(\d*)(?=>|(?:#+|[+\-]+|=+|[.)])(?:\s|$))")
_AUTOLINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)


def render(report: GapReport, page: Page) -> str:
    """The report as Markdown; the page is not looked at."""
    text = _template().render(report=view(report, _QUOTE_LIMIT), words=WORDS)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escape(text: str) -> str:
    r"""One line of text as Markdown that shows just that text: `a\|b`, `\# not a heading`, `https\://not-a-link`."""
    text = _MARKUP.sub(r"\\\g<0>", text)
    text = _AUTOLINK.sub(r"\\\g<0>", text)
    return _BLOCK_START.sub(r"\1\\", text)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=PackageLoader("skillgap.reports"),
        autoescape=False,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"quoted": _quoted, "link": _link}
    return templates.get_template("report.md.j2")


def _finalize(value: object) -> object:
    return value if hasattr(value, "__html__") else escape(str(value))


def _quoted(quote: Excerpt) -> Markup:
    """`"built in **Python**" (experience, p. 1)`."""
    skill = f"**{escape(quote.skill)}**" if quote.skill else ""
    where = f" ({escape(quote.place)})" if quote.place else ""
    return _made(f'"{_inner(quote.before)}{skill}{_inner(quote.after)}"{where}')


def _link(link: Link) -> Markup:
    if link.address is None:
        return _made(escape(link.title))
    return _made(f"[{escape(link.title)}](<{link.address.replace('&', '&amp;')}>)")


def _made(markdown: str) -> Markup:
    from markupsafe import Markup

    return Markup(markdown)


def _inner(text: str) -> str:
    """Escaped text that does not begin a block."""
    return escape(f"x{text}")[1:]
