"""Puts the figures into tables, and says which bars hold.

In: `Figures` by format, layout and reader, hidden words by way, cost. Out: lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from benchmarks.common import held, shown, table
from benchmarks.reading.metrics import COLUMNS, Figures, Share
from benchmarks.reading.readers import OURS, PDFPLUMBER

BROKEN = 0.60
"""Unit order that pdfplumber keeps at most on two columns; above it the corpus is too easy."""
ERRORS = 1 / 3
CPU = 1 / 6
MEMORY = 1 / 8
FALSE = 0.002
_TITLES = ("words", "pairs", "unbroken", "order", "headings")

ByReader = Mapping[str, Figures]
ByLayout = Mapping[str, ByReader]


@dataclass(frozen=True, slots=True)
class Hiding:
    """What was told of files with hidden words: planted words found, and visible ones called hidden."""

    found: Share = field(default_factory=Share)
    false: Share = field(default_factory=Share)

    def __add__(self, other: Hiding) -> Hiding:
        return Hiding(self.found + other.found, self.false + other.false)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one reader on the long PDF: CPU seconds, bytes."""

    seconds: float
    peak: int


def quality(figures: Mapping[str, ByLayout], milliseconds: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    """A table for each format: a row for each layout and reader."""
    for format, layouts in figures.items():
        rows = [
            [layout if name == OURS else "", name, *values.values().values(), milliseconds[format][layout][name]]
            for layout, readers in (*layouts.items(), ("all", _total(layouts)))
            for name, values in readers.items()
        ]
        unit = "ms a page" if format == "pdf" else "ms a file"
        for index, row in enumerate(rows):
            row[0] = f"{row[0]:24} {row[1]}"
            rows[index] = [row[0], *row[2:]]
        yield table(rows, [f"{format.upper():24} reader", *_TITLES, unit])
        yield ""


def hidden(ways: Mapping[str, Hiding]) -> Iterator[str]:
    """A table of the ways of hiding."""
    rows = [[way, h.found.hits or None, h.found.total or None, h.found.value, h.false.hits] for way, h in ways.items()]
    yield table(rows, ["hidden words", "found", "planted", "share", "false"])
    yield ""


def costs(long: Mapping[str, Cost], pages: int) -> Iterator[str]:
    """A table of what the long PDF costs."""
    plumber = long.get(PDFPLUMBER)
    rows = [
        [
            name,
            1000 * cost.seconds / pages,
            round(cost.peak / 1_000_000, 1),
            plumber and cost.seconds / plumber.seconds,
            plumber and cost.peak / plumber.peak,
        ]
        for name, cost in long.items()
    ]
    yield table(rows, [f"PDF of {pages} pages", "ms a page", "MB", "CPU of pdfplumber", "memory of pdfplumber"])
    yield ""


def bars(figures: Mapping[str, ByLayout], ways: Mapping[str, Hiding], false: Share, long: Mapping[str, Cost]) -> Iterator[str]:
    """What is promised, and whether it holds."""
    pdf = figures.get("pdf", {})
    if plumber := pdf.get("two columns", {}).get(PDFPLUMBER):
        yield held("the corpus is hard: pdfplumber's order on two columns", plumber.order.value, at_most=BROKEN)
    below = list(_below_best(figures))
    yield f"cells below the best other reader: {len(below)}{'' if below else ': holds'}{': FAILS' if below else ''}"
    yield from (f"  {line}" for line in below)
    total = _total(pdf)
    if PDFPLUMBER in total:
        ours, others = total[OURS].values(), total[PDFPLUMBER].values()
        for column in COLUMNS:
            yield held(f"PDF, errors in {column}, of pdfplumber's", _errors(ours[column], others[column]), at_most=ERRORS)
    if "docx" in figures:
        for column, value in _total(figures["docx"])[OURS].values().items():
            yield held(f"DOCX, {column}", value, at_least=1.0)
    found = sum((way.found for way in ways.values()), Share())
    yield held("hidden words found", found.value, at_least=1.0)
    yield held("visible words called hidden, all files", false.value, at_most=FALSE)
    if PDFPLUMBER in long:
        yield held("CPU, of pdfplumber's", long[OURS].seconds / long[PDFPLUMBER].seconds, at_most=round(CPU, 4))
        yield held("memory, of pdfplumber's", long[OURS].peak / long[PDFPLUMBER].peak, at_most=MEMORY)


def _below_best(figures: Mapping[str, ByLayout]) -> Iterator[str]:
    for format, layouts in figures.items():
        for layout, readers in layouts.items():
            ours = readers[OURS].values()
            for column in COLUMNS:
                others = {name: figure.values()[column] for name, figure in readers.items() if name != OURS}
                best = max(others, key=lambda name: others[name] or 0.0, default=None)
                if best is not None and (others[best] or 0.0) > (ours[column] or 0.0):
                    yield f"{format}, {layout}, {column}: {shown(ours[column])}, {best} {shown(others[best])}"


def _errors(ours: float | None, others: float | None) -> float | None:
    if ours is None or others is None:
        return None
    return (1 - ours) / (1 - others) if others < 1 else float(ours < 1)


def _total(layouts: ByLayout) -> dict[str, Figures]:
    pairs = sorted(((name, figure) for readers in layouts.values() for name, figure in readers.items()), key=lambda p: p[0])
    sums = {name: sum((figure for _, figure in group), Figures()) for name, group in groupby(pairs, key=lambda p: p[0])}
    return {name: sums[name] for name in next(iter(layouts.values()), {})}
