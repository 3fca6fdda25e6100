"""The report for a terminal: dense lines, aligned columns, colours only on request.

In: a report and a page. Out: lines none of which is wider than the page. From 112 columns on, a verdict is one row with its quote
beside it; on a narrower page the quote stands below, and below 76 columns the label as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillgap.model import GapReport
from skillgap.reports.interface import Page
from skillgap.reports.quoting import Excerpt
from skillgap.reports.view import NO_ADDRESS, NO_STEP, SAY_WHERE, SAY_WHERE_WHY, Level, Link, Row, Step, View, view

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_STYLES = {"met": "green", "partly": "yellow", "missing": "red", "unsure": "yellow"}
_INDENT = 4


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which parts of a verdict have a column of their own on a page of that many `columns`."""

    columns: int

    @property
    def quote_beside(self) -> bool:
        return self.columns >= 112

    @property
    def label_beside(self) -> bool:
        return self.columns >= 76

    @property
    def narrow_columns(self) -> tuple[int, ...]:
        """The greatest widths of the columns for label and reason, as far as there are such columns."""
        return (24, 26) if self.quote_beside else (24,) if self.label_beside else ()

    @property
    def blanks(self) -> tuple[str, ...]:
        """Empty cells between verdict and points."""
        return ("", "") if self.label_beside else ("",)

    @property
    def quote_limit(self) -> int:
        """Characters that fill about two lines of the column in which quotes stand."""
        return 2 * (self.columns - (71 if self.quote_beside else 42 if self.label_beside else 20))


@dataclass(frozen=True, slots=True)
class _Slash:
    """How points are padded so that their slashes stand below each other: characters left and right of it."""

    left: int
    right: int

    @classmethod
    def of(cls, shown: View) -> _Slash:
        """As wide as the widest points of a report."""
        every = [_total(shown), *(points for level in shown.levels for points in (level.points, *(r.points for r in level.rows)))]
        halves = [points.partition("/") for points in every]
        return cls(max(len(got) for got, _, _ in halves), max(len(of) for _, _, of in halves))

    def pad(self, points: str) -> str:
        """The points, or nothing, as wide as all others."""
        got, slash, of = points.partition("/")
        return f"{got.rjust(self.left)}{slash}{of.ljust(self.right)}" if points else ""

    def head(self, name: str) -> str:
        """The heading above them."""
        return name.rjust(self.left + 1 + self.right)


def _total(shown: View) -> str:
    return shown.total.replace("/", " / ")


def render(report: GapReport, page: Page) -> str:
    """The report as lines of at most `page.columns` cells."""
    from io import StringIO

    from rich.console import Console

    layout = _Layout(page.columns)
    out = StringIO()
    console = Console(
        file=out,
        width=page.columns,
        height=100,
        color_system="standard" if page.color else None,
        force_terminal=page.color,
        force_jupyter=False,
        force_interactive=False,
        no_color=not page.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in _parts(view(report, layout.quote_limit), layout):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().rstrip().split("\n"))


def _parts(shown: View, layout: _Layout) -> Iterator[RenderableType]:
    yield _ends(_text(shown.title, "bold"), _text(shown.score, "bold"))
    if shown.summary:
        facts = [f"{name} {value}" for name, value in shown.summary]
        line = "    ".join(facts)
        yield _text(line if len(line) <= layout.columns else "\n".join(facts))
    if shown.headline:
        yield _text(shown.headline)
    if shown.levels:
        yield ""
        yield _verdicts(shown, layout)
    if shown.legend:
        yield _text("; ".join(f"{mark}: {meaning}" for mark, meaning in shown.legend), "dim")
    yield ""
    yield from _after(shown)


def _after(shown: View) -> Iterator[RenderableType]:
    """All that follows the verdicts."""
    if shown.context:
        groups = "; ".join(f"{group}: {', '.join(labels)}" for group, labels in shown.context)
        yield _paragraph("Also in their stack or duties (not scored)", groups)
    if shown.hints:
        yield _paragraph("Say it in their words", "; ".join(hint.sentence for hint in shown.hints))
    if shown.unbacked:
        yield _paragraph(SAY_WHERE, f"{', '.join(shown.unbacked)}. {SAY_WHERE_WHY}.")
    if shown.steps:
        yield _text("\n").append(shown.plan_title, "bold").append(":")
        for place, step in enumerate(shown.steps, 1):
            yield from _step(place, step)
    if shown.unplanned:
        yield _paragraph(NO_STEP, "; ".join(shown.unplanned))
    if shown.steps:
        yield ""
    if shown.unknown:
        yield _paragraph("Also asked, not in our taxonomy", ", ".join(f'"{term}"' for term in shown.unknown))
    if shown.not_needed:
        yield _paragraph("Not needed here", ", ".join(shown.not_needed))
    if shown.conditions:
        yield _paragraph("Not scored", "; ".join(shown.conditions))
    for warning in shown.warnings:
        yield _paragraph("Warning", warning.message, "bold red" if warning.severity == "serious" else "bold yellow")
    yield _text(shown.provenance, "dim")


def _verdicts(shown: View, layout: _Layout) -> Table:
    """One grid for all levels, so that their columns align."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    for most in layout.narrow_columns:
        grid.add_column(max_width=most, overflow="fold")
    if not layout.quote_beside:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_column(no_wrap=True)
    if layout.quote_beside:
        grid.add_column(ratio=1, overflow="fold")
    slash = _Slash.of(shown)
    for level in shown.levels:
        for cells in _level(level, layout, slash):
            grid.add_row(*cells)
        if len(shown.levels) > 1:
            grid.add_row(*_sum_cells(f"{level.name} together", slash.pad(level.points), layout))
            grid.add_row()
    if shown.total:
        grid.add_row(*_sum_cells("sum of points", slash.pad(_total(shown)), layout))
    return grid


def _level(level: Level, layout: _Layout, slash: _Slash) -> Iterator[tuple[RenderableType, ...]]:
    yield (_text(level.name, "bold"), *layout.blanks, _text(slash.head("points") if level.points else "", "dim"))
    for row in level.rows:
        yield (_text(f" {row.verdict}", _STYLES[row.verdict]), *_cells(row, layout, slash))


def _cells(row: Row, layout: _Layout, slash: _Slash) -> tuple[RenderableType, ...]:
    """What stands right of the verdict."""
    label, points, evidence = _text(row.label, "bold"), _text(slash.pad(row.points)), _evidence(row)
    if layout.quote_beside:
        return (label, _text(",\n".join(row.basis)), points, evidence)
    body = _text(", ".join(row.basis))
    if evidence:
        body.append("\n").append_text(evidence)
    if layout.label_beside:
        return (label, body, points)
    # a text of its own: what is appended to a bold one is bold
    return (_text("").append_text(label).append(": " if row.basis else "").append_text(body), points)


def _sum_cells(name: str, points: str, layout: _Layout) -> tuple[RenderableType, ...]:
    return ("", _text(name, "dim"), *layout.blanks[1:], _text(points, "bold"))


def _evidence(row: Row) -> Text:
    """The résumé's words; for what is missing or unsure and not in it, the posting's."""
    quote = row.asked if row.asks else row.shown
    return _quoted(quote, "asked: " if row.asks else "") if quote else _text("")


def _quoted(quote: Excerpt, lead: str) -> Text:
    line = _text(f'{lead}"{quote.before}').append(quote.skill, "bold").append(f'{quote.after}"')
    return line.append(f" ({quote.place})" if quote.place else "", "dim")


def _step(place: int, step: Step) -> Iterator[RenderableType]:
    line = _text(f"{place}  ").append(step.skill, "bold").append(f"  {step.hours}")
    line.append(f"  {step.gain} points" if step.gain else "", "green").append(f"  ({step.reason})" if step.reason else "")
    yield _indented(line, 1)
    for link in step.links:
        yield _indented(_resource(link), _INDENT)
    if not step.links:
        yield _indented(_text(NO_ADDRESS, "dim"), _INDENT)
    if step.proof:
        yield _indented(_text(f"show it: {step.proof}"), _INDENT)


def _resource(link: Link) -> Text:
    tail = "".join(f", {part}" for part in (link.address, link.cost) if part)
    return _text(link.title).append(tail, "dim")


def _paragraph(name: str, text: str, style: str = "bold") -> RenderableType:
    return _text(name, style).append(f": {text}", "not bold default")


def _ends(left: Text, right: Text) -> Table:
    """Two texts at the two ends of a line."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    grid.add_row(left, right)
    return grid


def _indented(text: Text, by: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, by))


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style, overflow="fold")
