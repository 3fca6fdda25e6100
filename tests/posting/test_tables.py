"""Tables that name levels or years in their heads or cells, in every format that has tables."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

import pytest

from skillgap.analyzer import Analyzer
from skillgap.documents import from_text, read
from skillgap.model import Document
from skillgap.posting import understand_posting

from ..documents.samples import docx, p, rtf, table
from . import rows

TABLE = rows.load("grids")
Grid = Sequence[Sequence[str]]
BEHIND = "You will work with four colleagues."


def _padded(grid: Grid, sign: str) -> str:
    return "\n".join(sign.join(map(str, row)).rstrip(" ") for row in grid)


def _pipes(grid: Grid, *, rule: bool) -> str:
    lines = [f"| {' | '.join(map(str, row))} |" for row in grid]
    return "\n".join([lines[0], "|" + "---|" * len(grid[0]), *lines[1:]] if rule else lines)


def _blanks(grid: Grid) -> str:
    widths = [max(len(str(row[column])) for row in grid) + 3 for column in range(len(grid[0]))]
    return "\n".join("".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in grid)


def _text(above: str, under: str, body: str) -> str:
    return "\n\n".join(part for part in (above, under, body, BEHIND) if part) + "\n"


def _markdown(under: str, grid: Grid) -> str:
    return _text(f"# {rows.TITLE}", f"## {under}" if under else "", _pipes(grid, rule=True))


def _html(under: str, grid: Grid) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>" for row in grid)
    head = f"<h2>{under}</h2>" if under else ""
    return f"<html><body><h1>{rows.TITLE}</h1>{head}<table>{cells}</table><p>{BEHIND}</p></body></html>"


def _docx(under: str, grid: Grid) -> bytes:
    head = [p(under, style="H1")] if under else []
    return docx(p(rows.TITLE), *head, table(*([p(str(cell)) for cell in row] for row in grid)), p(BEHIND))


def _rtf(under: str, grid: Grid) -> bytes:
    edges = "".join(rf"\cellx{2000 * (column + 1)}" for column in range(len(grid[0])))
    lines = (rf"\trowd{edges}\pard\intbl " + "".join(rf"{cell}\cell " for cell in row) + r"\row\pard" for row in grid)
    head = rf"\pard\outlinelevel0 {under}\par\pard\plain" if under else ""
    return rtf(rf"\pard {rows.TITLE}\par{head} {''.join(lines)} {BEHIND}\par")


FORMATS: dict[str, Callable[[str, Grid], Document]] = {
    "Markdown file": lambda under, grid: read(_markdown(under, grid).encode(), name="posting.md"),
    "Markdown string": lambda under, grid: from_text(_markdown(under, grid)),
    "HTML": lambda under, grid: read(_html(under, grid).encode(), name="posting.html"),
    "DOCX": lambda under, grid: read(_docx(under, grid), name="posting.docx"),
    "RTF": lambda under, grid: read(_rtf(under, grid), name="posting.rtf"),
    "pipes": lambda under, grid: from_text(_text(rows.TITLE, under, _pipes(grid, rule=False))),
    "pipes and a rule": lambda under, grid: read(_text(rows.TITLE, under, _pipes(grid, rule=True)).encode(), name="posting.txt"),
    "bars between": lambda under, grid: from_text(_text(rows.TITLE, under, _padded(grid, " | "))),
    "tabs": lambda under, grid: read(_text(rows.TITLE, under, _padded(grid, "\t")).encode(), name="posting.txt"),
    "blanks": lambda under, grid: read(_text(rows.TITLE, under, _blanks(grid)).encode(), name="posting.txt"),
}


def test_the_table_holds_each_grid_once() -> None:
    assert len({line["id"] for line in TABLE}) == len(TABLE) >= 14
    assert len({str(line["grid"]) + line.get("under", "") for line in TABLE}) == len(TABLE)


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line["id"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_table_is_read_alike_in_every_format(analyzer: Analyzer, format: str, line: dict[str, object]) -> None:
    document = FORMATS[format](str(line.get("under", "")), line["grid"])  # type: ignore[arg-type]
    requirements = understand_posting(document, analyzer.extractor.extract(document, "posting")).requirements
    outcome = rows.judge(analyzer.taxonomy, {"text": document.text, **line}, requirements)
    assert outcome.right == outcome.of, outcome


@pytest.mark.parametrize("line", rows.load("signs"), ids=lambda line: line["text"].split("\n")[0])
def test_signs_part_cells_where_a_table_says_so_itself(analyzer: Analyzer, line: dict[str, object]) -> None:
    document = from_text(f"{rows.TITLE}\n\n{line['text']}\n\n{BEHIND}\n")
    requirements = understand_posting(document, analyzer.extractor.extract(document, "posting")).requirements
    outcome = rows.judge(analyzer.taxonomy, line, requirements)
    assert outcome.right == outcome.of, outcome


@pytest.mark.parametrize(
    "cells",
    [
        "<tr><th>Area<th>Must have<th>Nice to have</tr><tr><td>Data<td><td>Kafka</tr>",
        "<tr><th>Area<th>Must have<th>Nice to have</tr><tr><td colspan=2>Data<td>Kafka</tr>",
    ],
)
def test_a_cell_of_html_stands_in_the_column_that_is_drawn(analyzer: Analyzer, cells: str) -> None:
    document = read(f"<html><body><h1>{rows.TITLE}</h1><table>{cells}</table></body></html>".encode(), name="posting.html")
    (found,) = understand_posting(document, analyzer.extractor.extract(document, "posting")).requirements
    assert ([skill.name for skill in found.any_of], found.level) == (["Apache Kafka"], "preferred")


def test_a_cell_of_word_that_spans_columns_takes_them_up(analyzer: Analyzer) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Data")
    grid = table([p("Area"), p("Must have"), p("Nice to have")], [wide, p("Kafka")])
    document = read(docx(p(rows.TITLE), grid), name="posting.docx")
    (found,) = understand_posting(document, analyzer.extractor.extract(document, "posting")).requirements
    assert ([skill.name for skill in found.any_of], found.level) == (["Apache Kafka"], "preferred")
