"""How well and how cheaply documents are read, against the libraries that others use.

    python -m benchmarks.reading [--corpus DIR] [--rounds 3] [--pages 100] [--show FILE] [--json FILE]

Builds résumés and postings of our own as PDF, DOCX and web pages, by the tools of others, and reads them with `skillgap`
(in this process) and with other readers. Out: per layout the shares of words, of neighbours within a unit, of units of four
words or more that are unbroken, of units followed by the next one of their section, and of headings on a line of their own;
CPU time; what of hidden words is told; a long PDF with its peak of memory; and which bars hold. Tools and readers that this
machine does not have are named, with what is left out for that.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

from benchmarks.common import parser, write
from benchmarks.reading import report, sheets
from benchmarks.reading.corpus import Case, build
from benchmarks.reading.cost import peak, seconds
from benchmarks.reading.metrics import Figures, Share, measure, words
from benchmarks.reading.readers import Reader, missing, ours, readers
from benchmarks.reading.report import Cost, Hiding
from benchmarks.reading.texts import texts
from skillgap.documents import read

FORMATS = ("pdf", "docx", "html")
LONG = "long.pdf"


def main() -> None:
    """Print the tables."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("--corpus", type=Path, metavar="DIR", help="keep the files here, or use those that are here")
    arguments.add_argument("--rounds", type=int, default=3, help="of CPU time")
    arguments.add_argument("--pages", type=int, default=100, help="of the long PDF")
    arguments.add_argument("--show", metavar="FILE", help="print what is read of one file, and what is missed, instead")
    options = arguments.parse_args()
    with nullcontext(options.corpus) if options.corpus else tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        cases = build(folder, print)
        if options.show:
            show(folder, next(case for case in cases if case.file == options.show))
            return
        for reader in missing():
            print(f"left out: the reader {reader}, which is not installed")
        figures = {format: quality(cases, folder, format) for format in FORMATS}
        milliseconds = {format: times(cases, folder, format, options.rounds) for format in FORMATS}
        ways, false = hiding(cases, folder)
        long = long_pdf(folder / LONG, options.pages, options.rounds)
    print(f"{len(cases)} files of {len({case.tool for case in cases})} ways of making them\n")
    for lines in (
        report.quality(figures, milliseconds),
        report.hidden(ways),
        report.costs(long, options.pages),
        report.bars(figures, ways, false, long),
    ):
        for line in lines:
            print(line)
    everything = {
        "figures": {f: {la: {r: v.values() for r, v in rs.items()} for la, rs in las.items()} for f, las in figures.items()},
        "milliseconds": milliseconds,
        "hidden": {way: asdict(value) for way, value in ways.items()},
        "called_hidden": asdict(false),
        "long": {name: asdict(cost) for name, cost in long.items()},
    }
    write(everything, options.json)


def plain(cases: Sequence[Case], format: str) -> dict[str, list[Case]]:
    """The files of a format by layout, without those about hiding."""
    layouts: dict[str, list[Case]] = {}
    for case in cases:
        if case.format == format and not case.about_hiding:
            layouts.setdefault(case.layout, []).append(case)
    return layouts


def quality(cases: Sequence[Case], folder: Path, format: str) -> dict[str, dict[str, Figures]]:
    """What each reader gets of each layout."""
    return {
        layout: {
            name: sum((figures_of(case, folder, reader) for case in group), Figures()) for name, reader in readers(format).items()
        }
        for layout, group in plain(cases, format).items()
    }


def figures_of(case: Case, folder: Path, reader: Reader) -> Figures:
    """What a reader gets of a file."""
    return measure(case.units, reader(folder / case.file), case.furniture)


def times(cases: Sequence[Case], folder: Path, format: str, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds a page, or a file that has none, by layout and reader; and of all."""
    result: dict[str, dict[str, float]] = {}
    spent: dict[str, float] = defaultdict(float)
    pages = 0
    for layout, group in plain(cases, format).items():
        files = [folder / case.file for case in group]
        count = sum(max(len(read(file, isolated=False).pages), 1) for file in files)
        taken = {name: sum(each) for name, each in seconds(readers(format), files, rounds).items()}
        result[layout] = {name: 1000 * value / count for name, value in taken.items()}
        pages += count
        for name, value in taken.items():
            spent[name] += value
    result["all"] = {name: 1000 * value / max(pages, 1) for name, value in spent.items()}
    return result


def hiding(cases: Sequence[Case], folder: Path) -> tuple[dict[str, Hiding], Share]:
    """What is told of hidden words, by format and way; and how many visible words of all files are called hidden."""
    ways: dict[str, Hiding] = {}
    every = Share()
    for case in cases:
        document = read(folder / case.file, isolated=False)
        told = Counter(word for part in document.hidden for word in words(part.text))
        shown = Counter(words(document.text))
        secret = Counter(words(case.planted))
        visible = sum(len(words(unit.text)) for unit in case.units)
        false = Share((told - secret).total(), visible)
        every += false
        if case.about_hiding:
            found = Share((secret & told - shown).total(), secret.total())
            way = f"{case.format}, {case.layout}"
            ways[way] = ways.get(way, Hiding()) + Hiding(found, false)
    return ways, every


def long_pdf(file: Path, pages: int, rounds: int) -> dict[str, Cost]:
    """CPU time and memory for a PDF of many pages."""
    if not file.is_file():
        file.write_bytes(sheets.book(texts(), pages))
    taken = seconds(readers("pdf"), [file], rounds)
    return {name: Cost(values[0], peak(name, file)) for name, values in taken.items()}


def show(folder: Path, case: Case) -> None:
    """What is read of a file, and which units are broken or not followed by the next."""
    text = ours(folder / case.file)
    print(text)
    print("-" * 60)
    print(values(measure(case.units, text, case.furniture).values()))
    run = f" {' '.join(words(text))} "
    for unit in case.units:
        if f" {' '.join(words(unit.text))} " not in run:
            print(f"broken: {unit.text}")


def values(shares: Mapping[str, float | None]) -> str:
    """Shares on one line."""
    return ", ".join(f"{name} {value:.3f}" for name, value in shares.items() if value is not None)


if __name__ == "__main__":
    main()
