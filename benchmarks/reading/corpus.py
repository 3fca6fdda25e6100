"""The files that are read: which layout is made of which text by which tool, and the truth about each.

In: a folder, and the tools that the machine has. Out: the files in it, a `manifest.json`, and `Case` values. A folder that has
a manifest is used as it is. Everything drawn by lot is seeded by the name of the file.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.reading import altered, converted, pages, planted, scattered, sheets, typeset, web, word
from benchmarks.reading.texts import PROSE, Text, Unit, texts, units

MANIFEST = "manifest.json"
REPEATED = "page heads"
"""The layout whose pages repeat `sheets.furniture`."""
_MOST_PAGES = 9
_WITH_FONT = "ReportLab, DejaVu Sans"

Maker = Callable[[Text, Random], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """A file and the truth about it.

    Attributes:
        file: its name; the ending is its format.
        layout: how it is laid out, or how words are hidden in it.
        tool: what it was made by.
        units: what a person reads in it.
        furniture: what its pages repeat.
        planted: the words that no one sees, in a file made for that.
        about_hiding: whether it was made for that.
    """

    file: str
    layout: str
    tool: str
    units: tuple[Unit, ...]
    furniture: str = ""
    planted: str = ""
    about_hiding: bool = False

    @property
    def format(self) -> str:
        """`pdf`, `docx` or `html`."""
        return self.file.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Plan:
    """One layout by one tool: the maker, and how many texts it is given."""

    format: str
    layout: str
    tool: str
    make: Maker
    texts: int = 1
    choose: Callable[[Text], bool] = bool
    as_written: Callable[[Text], Text] = lambda text: text
    hiding: bool = False


def plans() -> Iterator[Plan]:
    """All that is made: PDF, DOCX, web pages, and files with hidden words."""
    yield from _pdf_plans()
    yield from _docx_plans()
    yield from _html_plans()
    yield from _hiding_plans()


def missing_tools() -> dict[str, str]:
    """The tools that this machine does not have, with what is lacking. ReportLab and python-docx are needed for anything."""
    modules = {"WeasyPrint": "weasyprint", "Typst": "typst", "pikepdf": "pikepdf"}
    missing = {tool: f"pip install {module}" for tool, module in modules.items() if importlib.util.find_spec(module) is None}
    if web.chromium() is None:
        missing["Chromium"] = "no Chromium in the path"
    for tool, program in (("LibreOffice", converted.OFFICE), ("pandoc", converted.PANDOC)):
        if shutil.which(program) is None:
            missing[tool] = f"no {program} in the path"
    if not Path(sheets.LIGATURE_FONT).is_file():
        missing[_WITH_FONT] = f"no {sheets.LIGATURE_FONT}"
    return missing


def build(
    folder: Path,
    told: Callable[[str], None],
    chosen: Sequence[Plan] | None = None,
    missing: Mapping[str, str] | None = None,
) -> list[Case]:
    """Write the corpus into a folder, unless it is there.

    Args:
        folder: where; it has to exist.
        told: called with a line for each plan that is left out, and why.
        chosen: a part of the plans; all if None.
        missing: the tools that are not there, with the reason; looked for if None.
    """
    manifest = folder / MANIFEST
    if manifest.is_file():
        return [_case(raw) for raw in json.loads(manifest.read_text(encoding="utf-8"))]
    missing = missing_tools() if missing is None else missing
    cases: list[Case] = []
    for number, plan in enumerate(plans() if chosen is None else chosen):
        lacking = [tool for tool in missing if tool in plan.tool]
        if lacking:
            told(f"left out: {plan.layout} ({plan.format}) by {plan.tool}: {missing[lacking[0]]}")
            continue
        cases += _made(plan, number, folder)
    manifest.write_text(json.dumps([asdict(case) for case in cases], ensure_ascii=False, indent=1), encoding="utf-8")
    return cases


def _made(plan: Plan, number: int, folder: Path) -> Iterator[Case]:
    """The files of one plan, of texts taken in turn."""
    fit = [text for text in texts() if plan.choose(text)]
    for turn in range(plan.texts):
        text = plan.as_written(fit[(2 * number + 3 * turn) % len(fit)])
        file = (
            "-".join([f"{number:03}", *f"{plan.layout} {plan.tool} {turn}".lower().replace(":", "").replace(",", "").split()])
            + f".{plan.format}"
        )
        (folder / file).write_bytes(plan.make(text, Random(file)))
        yield Case(file, plan.layout, plan.tool, *_truth(plan, text), about_hiding=plan.hiding)


def _truth(plan: Plan, text: Text) -> tuple[tuple[Unit, ...], str, str]:
    """Units, furniture and planted words."""
    written = units(text)
    if plan.hiding and plan.layout.startswith(planted.CONTROL):
        return (*written, Unit(planted.WORDS, PROSE, -1)), "", ""
    if plan.hiding:
        return written, "", planted.WORDS
    if plan.layout != REPEATED:
        return written, "", ""
    head, foot = sheets.furniture(text)
    return written, " ".join([head, *(foot.format(number) for number in range(1, _MOST_PAGES + 1))]), ""


def _pdf_plans() -> Iterator[Plan]:
    add = partial(Plan, "pdf")
    for layout in sheets.LAYOUTS:
        yield add(layout, _WITH_FONT if layout == "ligatures" else "ReportLab", partial(sheets.make, layout), 2)
    yield from (add(layout, "ReportLab", partial(scattered.make, layout), 2) for layout in scattered.LAYOUTS)
    for tool, print_page in (("WeasyPrint", web.with_weasyprint), ("Chromium", web.with_chromium)):
        for look in web.LOOKS:
            layout = "two columns" if look == "two boxes" else look
            yield add(layout, tool, partial(print_page, look))
    yield from (add(layout, "Typst", partial(typeset.make, layout)) for layout in typeset.LAYOUTS)
    yield from (add(layout, "LibreOffice", partial(_printed, layout)) for layout in word.PRINTED)
    for source, shuffle in (("two columns", "shuffled columns"), ("single column", "shuffled stream")):
        yield add(shuffle, "ReportLab, pikepdf", partial(_shuffled, partial(sheets.make, source)))
        yield add(shuffle, "WeasyPrint, pikepdf", partial(_shuffled, partial(web.with_weasyprint, source)))
    for name, turn in (("90", partial(altered.turned, degrees=90)), ("270", partial(altered.turned, degrees=270)),
                       ("180", partial(altered.turned, degrees=180)), ("across", altered.drawn_across)):  # fmt: skip
        yield add("rotated pages", f"ReportLab, pikepdf {name}", partial(_altered, partial(sheets.make, "single column"), turn))
    yield add(
        "rotated pages", "Typst, pikepdf across", partial(_altered, partial(typeset.make, "sidebar left"), altered.drawn_across)
    )


def _docx_plans() -> Iterator[Plan]:
    add = partial(Plan, "docx")
    yield from (add(layout, "python-docx", partial(word.make, layout), 2) for layout in word.LAYOUTS)
    for tool, convert in (("pandoc", partial(converted.by_pandoc, source="html", target="docx")),
                          ("LibreOffice", partial(converted.by_office, source="html", target="docx"))):  # fmt: skip
        yield add("paragraphs", tool, partial(_from_page, convert, "single column"))
        yield add("tables", tool, partial(_from_page, convert, "tables"))


def _html_plans() -> Iterator[Plan]:
    add = partial(Plan, "html")
    for layout in pages.LAYOUTS:
        posting = layout.startswith("JSON-LD")
        choose = (lambda text: text.posting) if posting else bool
        written = partial(pages.as_written, layout)
        yield add(layout, "by hand", partial(pages.make, layout), 2, choose=choose, as_written=written)
    for tool, convert in (("pandoc", partial(converted.by_pandoc, source="docx", target="html")),
                          ("LibreOffice", partial(converted.by_office, source="docx", target="html"))):  # fmt: skip
        yield add("block structure", tool, partial(_from_docx, convert, "paragraphs"))
        yield add("tables", tool, partial(_from_docx, convert, "tables"))


def _hiding_plans() -> Iterator[Plan]:
    made: tuple[tuple[str, str, Mapping[str, Maker]], ...] = (
        ("pdf", "ReportLab", planted.DRAWN),
        ("pdf", "ReportLab, pikepdf", planted.SCANNED),
        ("pdf", "WeasyPrint", planted.BY_WEASYPRINT),
        ("pdf", "Chromium", planted.BY_CHROMIUM),
        ("pdf", "LibreOffice", planted.BY_OFFICE),
        ("docx", "python-docx", planted.TYPED),
        ("html", "by hand", planted.PAGES),
    )
    for format, tool, ways in made:
        yield from (Plan(format, way, tool, make, hiding=True) for way, make in ways.items())


def _printed(layout: str, text: Text, chance: Random) -> bytes:
    return converted.by_office(word.make(layout, text, chance), "docx", "pdf")


def _shuffled(make: Maker, text: Text, chance: Random) -> bytes:
    return altered.shuffled(make(text, chance), chance)


def _altered(make: Maker, turn: Callable[[bytes], bytes], text: Text, chance: Random) -> bytes:
    return turn(make(text, chance))


def _from_page(convert: Callable[[bytes], bytes], layout: str, text: Text, _: Random) -> bytes:
    return convert(web.page(layout, text).encode())


def _from_docx(convert: Callable[[bytes], bytes], layout: str, text: Text, chance: Random) -> bytes:
    return convert(word.make(layout, text, chance))


def _case(raw: dict[str, object]) -> Case:
    values = dict(raw)
    values["units"] = tuple(Unit(**unit) for unit in values["units"])  # type: ignore[attr-defined]
    return Case(**values)  # type: ignore[arg-type]
