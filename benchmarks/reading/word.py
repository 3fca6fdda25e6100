"""Makes DOCX with python-docx, and by hand what it has no call for: text boxes, content controls, tracked changes.

In: a `Text` and a layout. Out: the bytes of a DOCX file. `LAYOUTS` are those that are read as DOCX, `PRINTED` those that
LibreOffice makes PDF of.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import partial
from random import Random
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from benchmarks.reading.texts import Entry, Section, Text

_BOX = """
<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"
 relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="5400000" cy="2400000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Box"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr/><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>
</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
_CHANGE = '<w:{kind} {ns} w:id="{number}" w:author="A. Reviewer" w:date="2026-01-05T10:00:00Z"/>'
_WORD_EVERY = 4
"""One bullet in so many is changed."""


def make(layout: str, text: Text, _: Random) -> bytes:
    """A text in one of `LAYOUTS` or `PRINTED`."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
    (LAYOUTS | PRINTED)[layout](document, text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _head(document: Any, text: Text, *, contact: bool = True) -> None:
    document.add_paragraph(text.name, style="Title")
    document.add_paragraph(text.headline)
    if contact:
        document.add_paragraph(" | ".join(text.contact))


def _fill(
    container: Any,
    sections: Iterable[Section],
    *,
    tables: bool = False,
    grid: bool = False,
    dates: str = "tab",
    width: float = 17,
) -> None:
    """Append sections to a document or a cell that is so many centimetres wide."""
    for section in sections:
        container.add_paragraph(section.heading, style="Heading 1")
        for words in section.paragraphs:
            container.add_paragraph(words)
        for entry in section.entries:
            if grid or dates == "margin":
                _entry_in_cells(container, entry, margin=not grid)
                continue
            title = container.add_paragraph()
            title.add_run(entry.title).bold = True
            title.add_run(f"\t{entry.dates}")
            title.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
            container.add_paragraph(entry.place)
            _bullets(container, entry.bullets)
        if section.rows and (tables or grid):
            table = _table(container, len(section.rows), 2, ruled=grid)
            for row, cells in zip(table.rows, section.rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.paragraphs[0].add_run(words)
        else:
            for label, items in section.rows:
                paragraph = container.add_paragraph()
                paragraph.add_run(f"{label}: ").bold = True
                paragraph.add_run(items)
        _bullets(container, section.bullets)


def _bullets(container: Any, bullets: Iterable[str]) -> None:
    for words in bullets:
        container.add_paragraph(words, style="List Bullet")


def _table(container: Any, rows: int, columns: int, *, ruled: bool = False) -> Any:
    table = container.add_table(rows, columns)
    if ruled:
        table.style = container.part.document.styles["Table Grid"]
    return table


def _entry_in_cells(container: Any, entry: Entry, *, margin: bool) -> None:
    """An entry as a row: dates and the rest, or four cells."""
    if margin:
        cells = _table(container, 1, 2).rows[0].cells
        for cell, width in zip(cells, (Cm(3.5), Cm(13.5)), strict=True):
            cell.width = width
        cells[0].paragraphs[0].add_run(entry.dates)
        cells[1].paragraphs[0].add_run(entry.title).bold = True
        cells[1].add_paragraph(entry.place)
    else:
        cells = _table(container, 1, 4, ruled=True).rows[0].cells
        for cell, words in zip(cells, (entry.title, entry.place, entry.dates), strict=False):
            cell.paragraphs[0].add_run(words)
    _bullets(cells[-1], entry.bullets)


def _everything(document: Any, text: Text, **look: Any) -> None:
    _head(document, text)
    _fill(document, (*text.main, *text.side), **look)


def _two_columns(document: Any, text: Text) -> None:
    _everything(document, text)
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")


def _sidebar(document: Any, text: Text, *, left: bool, nested: bool = False) -> None:
    """A page layout by a table without rules; `nested`: with tables in its cells."""
    _head(document, text, contact=False)
    table = _table(document, 1, 2)
    for column, width in zip(table.columns, (5, 12) if left else (12, 5), strict=True):
        column.width = Cm(width)
        column.cells[0].width = Cm(width)
    side, main = table.rows[0].cells if left else reversed(table.rows[0].cells)
    side.paragraphs[0].add_run(text.contact[0])
    for item in text.contact[1:]:
        side.add_paragraph(item)
    _fill(side, text.side, tables=nested, width=4.5)
    _fill(main, text.main, grid=nested, width=11.5)


def _boxed(document: Any, text: Text) -> None:
    """The sidebar as a text box, in both of the forms that Word writes."""
    _head(document, text)
    anchor = document.add_paragraph()
    before = len(document.element.body)
    _fill(document, text.side)
    moved = list(document.element.body)[before - 1 : -1]  # the last element is the section's
    run = parse_xml(_BOX.format(ns=nsdecls("w", "wp", "a")))
    for content in run.iter(qn("w:txbxContent")):
        content.extend(deepcopy(element) for element in moved)
    for element in moved:
        document.element.body.remove(element)
    anchor._p.append(run)
    _fill(document, text.main)


def _controlled(document: Any, text: Text) -> None:
    """Every other paragraph in a content control, every third one's words in one of their own."""
    _everything(document, text)
    for number, paragraph in enumerate(list(document.paragraphs)):
        if number % 2:
            _wrap([paragraph._p])
        elif number % 3 == 0 and paragraph.runs:
            _wrap([run._r for run in paragraph.runs])


def _wrap(elements: list[Any]) -> None:
    control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="field"/></w:sdtPr><w:sdtContent/></w:sdt>')
    elements[0].addprevious(control)
    control[-1].extend(elements)


def _headed(document: Any, text: Text) -> None:
    """The contact stands in the header only, and the sidebar's last section is the footer."""
    document.sections[0].header.paragraphs[0].text = " | ".join(text.contact)
    _head(document, text, contact=False)
    *sections, last = (*text.main, *text.side)
    _fill(document, sections)
    footer = document.sections[0].footer
    footer.paragraphs[0].text = last.heading
    for words in (*last.paragraphs, *last.bullets, *(cell for row in last.rows for cell in row)):
        footer.add_paragraph(words)


def _changed(document: Any, text: Text) -> None:
    """Words inserted and deleted under review: of some paragraphs a part is an insertion, and what it replaces a deletion."""
    _everything(document, text)
    numbers = iter(range(1, 10_000))
    for paragraph in list(document.paragraphs)[:: _WORD_EVERY - 1]:
        words = paragraph.text.split(" ")
        if len(words) < _WORD_EVERY:
            continue
        half = len(words) // 2
        for run in paragraph.runs:
            run._r.getparent().remove(run._r)
        before, new, old = (
            paragraph.add_run(part) for part in (" ".join(words[:half]) + " ", " ".join(words[half:]), "outdated words ")
        )
        for kind, run in (("ins", new), ("del", old)):
            change = parse_xml(_CHANGE.format(kind=kind, ns=nsdecls("w"), number=next(numbers)))
            run._r.addprevious(change)
            change.append(run._r)
        for element in old._r.iter(qn("w:t")):
            element.tag = qn("w:delText")
        before._r.addnext(old._r.getparent())


def _paged(document: Any, text: Text) -> None:
    """With the head and page numbers of `sheets.furniture` on each page, in letters large enough for two pages."""
    document.styles["Normal"].font.size = Pt(13)
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{text.name} · {text.headline}"
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("Page ")
    for part in _page_field():
        paragraph._p.append(parse_xml(part))
    _everything(document, text)


def _page_field() -> Iterator[str]:
    ns = nsdecls("w")
    yield f'<w:r {ns}><w:fldChar w:fldCharType="begin"/></w:r>'
    yield f"<w:r {ns}><w:instrText>PAGE</w:instrText></w:r>"
    yield f'<w:r {ns}><w:fldChar w:fldCharType="end"/></w:r>'


def _tracked(document: Any, text: Text) -> None:
    """Headings in capitals, 8 points apart."""
    _everything(document, text)
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Heading 1":
            for run in paragraph.runs:
                run.font.all_caps = True
                run._r.get_or_add_rPr().append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="120"/>'))


LAYOUTS: dict[str, Callable[[Any, Text], None]] = {
    "paragraphs": _everything,
    "tables": partial(_everything, tables=True),
    "ruled grid": partial(_everything, grid=True),
    "nested tables": partial(_sidebar, left=True, nested=True),
    "text boxes": _boxed,
    "content controls": _controlled,
    "headers and footers": _headed,
    "tracked changes": _changed,
}
PRINTED: dict[str, Callable[[Any, Text], None]] = {
    "single column": _everything,
    "two columns": _two_columns,
    "sidebar left": partial(_sidebar, left=True),
    "sidebar right": partial(_sidebar, left=False),
    "tables": partial(_everything, tables=True),
    "ruled grid": partial(_everything, grid=True),
    "tracked headings": _tracked,
    "page heads": _paged,
    "dates in the margin": partial(_everything, dates="margin"),
}
