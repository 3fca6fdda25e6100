"""Makes files with words that a person does not see, and their controls: words that are seen though a simple rule takes them
for hidden.

In: a `Text` and a way of hiding. Out: the bytes of a file. The planted words stand in no text, so what is told of them is plain.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from benchmarks.reading import converted, pages, sheets, web, word
from benchmarks.reading.texts import Text

WORDS = "Haskell, Erlang, Cassandra; OpenShift, Solidity; Fortran, Hadoop, Clojure"
CONTROL = "control: "
"""What the name of a way begins with where its words are seen."""
_GREY = "#eef2f4"
_OCR_SCALE = 2.0

Maker = Callable[[Text, Random], bytes]


def _drawn(text: Text, chance: Random, *, draw: Callable[[Any], None]) -> bytes:
    """A PDF of ReportLab with something drawn in the margin of its first page."""

    def decorate(canvas: Any, page: int) -> None:
        if page == 1:
            canvas.saveState()
            canvas.setFont("Helvetica", 9)
            draw(canvas)
            canvas.restoreState()

    return sheets.single(text, chance, decorate)


def _plainly(canvas: Any) -> None:
    canvas.drawString(50, 30, WORDS)


def _white(canvas: Any) -> None:
    canvas.setFillColor("#ffffff")
    canvas.drawString(50, 30, WORDS)


def _nearly_white(canvas: Any) -> None:
    canvas.setFillColor("#fdfdfd")
    canvas.drawString(50, 30, WORDS)


def _tiny(canvas: Any) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(50, 30, WORDS)


def _unpainted(canvas: Any) -> None:
    line = canvas.beginText(50, 30)
    line.setTextRenderMode(3)
    line.textOut(WORDS)
    canvas.drawText(line)


def _transparent(canvas: Any) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(50, 30, WORDS)


def _covered(canvas: Any) -> None:
    canvas.drawString(50, 30, WORDS)
    canvas.setFillColor("#ffffff")
    canvas.rect(45, 26, 500, 14, stroke=0, fill=1)


def _on_its_colour(canvas: Any) -> None:
    canvas.setFillColor(_GREY)
    canvas.rect(45, 26, 500, 14, stroke=0, fill=1)
    canvas.drawString(50, 30, WORDS)


def _off_page(canvas: Any) -> None:
    canvas.drawString(50, -40, WORDS)


def _clipped(canvas: Any) -> None:
    path = canvas.beginPath()
    path.rect(300, 300, 4, 4)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(50, 30, WORDS)


def _white_on_dark(canvas: Any) -> None:
    canvas.setFillColor("#102030")
    canvas.rect(45, 24, 500, 17, stroke=0, fill=1)
    _white(canvas)


def _on_white_box(canvas: Any) -> None:
    canvas.setFillColor("#ffffff")
    canvas.rect(45, 24, 500, 17, stroke=0, fill=1)
    canvas.setFillColor("#000000")
    canvas.drawString(50, 30, WORDS)


def _scanned(text: Text, chance: Random) -> bytes:
    """Pictures of pages with the same words unpainted above them, as OCR leaves them."""
    import pikepdf
    import pypdfium2
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    data = _drawn(text, chance, draw=_plainly)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(sheets.WIDTH, sheets.HEIGHT), invariant=1)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        picture = page.render(scale=_OCR_SCALE, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(picture), 0, 0, sheets.WIDTH, sheets.HEIGHT)
        canvas.showPage()
    document.close()
    canvas.save()
    with pikepdf.open(out) as scan, pikepdf.open(io.BytesIO(data)) as layer:
        for page, words in zip(scan.pages, layer.pages, strict=True):
            words.contents_add(b"3 Tr", prepend=True)
            page.add_overlay(words, None)
        result = io.BytesIO()
        scan.save(result, deterministic_id=True)
    return result.getvalue()


def _printed(text: Text, _: Random, *, printer: Callable[[str], bytes], markup: str) -> bytes:
    return printer(web.page("single column", text, markup.format(WORDS)))


def _paged(text: Text, _: Random, *, markup: str) -> bytes:
    return pages.page(pages.lists(text) + markup.format(WORDS)).encode()


def _typed(text: Text, chance: Random, *, style: Callable[[Any], None]) -> bytes:
    """A DOCX file with one more paragraph, whose run `style` changes."""
    import docx

    document = docx.Document(io.BytesIO(word.make("paragraphs", text, chance)))
    style(document.add_paragraph().add_run(WORDS))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _vanished(run: Any) -> None:
    run.font.hidden = True


def _coloured(run: Any, *, colour: str = "FFFFFF", ground: str = "") -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour)
    if ground:
        shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>')
        run._r.getparent().get_or_add_pPr().append(shading)


def _one_point(run: Any) -> None:
    from docx.shared import Pt

    run.font.size = Pt(1)


def _printed_by_office(text: Text, chance: Random, *, style: Callable[[Any], None]) -> bytes:
    return converted.by_office(_typed(text, chance, style=style), "docx", "pdf")


_COVER = '<div style="position: relative"><p>{}</p><div style="position: absolute; inset: 0; background: #fff"></div></div>'
_DARK = '<p style="background: #102030; color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact">{}</p>'
_PRINTED_MARKUP = {
    "white": '<p style="color: #fff">{}</p>',
    "one point": '<p style="font-size: 1pt">{}</p>',
    "covered": _COVER,
    "control: white on dark": _DARK,
}
_PAGE_MARKUP = {
    "display: none": '<p style="display: none">{}</p>',
    "display: none by class": "<style>.secret {{ display: none }}</style><p class=secret>{}</p>",
    "visibility: hidden": '<p style="visibility: hidden">{}</p>',
    "hidden attribute": "<p hidden>{}</p>",
    "white": '<p style="color: white">{}</p>',
    "transparent": '<p style="opacity: 0">{}</p>',
    "no size": '<p style="font-size: 0">{}</p>',
    "one point": '<p style="font-size: 1pt">{}</p>',
    "off page": '<p style="position: absolute; left: -9999px">{}</p>',
    "control: white on dark": '<div style="background: #102030"><p style="color: #fff">{}</p></div>',
    "control: white on a picture": '<div style="background: url(night.jpg)"><p style="color: #fff">{}</p></div>',
}
DRAWN: dict[str, Maker] = {
    "white": partial(_drawn, draw=_white),
    "nearly white": partial(_drawn, draw=_nearly_white),
    "one point": partial(_drawn, draw=_tiny),
    "unpainted": partial(_drawn, draw=_unpainted),
    "transparent": partial(_drawn, draw=_transparent),
    "covered": partial(_drawn, draw=_covered),
    "in the colour behind": partial(_drawn, draw=_on_its_colour),
    "off page": partial(_drawn, draw=_off_page),
    "cut away": partial(_drawn, draw=_clipped),
    "control: white on dark": partial(_drawn, draw=_white_on_dark),
    "control: on a white box": partial(_drawn, draw=_on_white_box),
}
SCANNED: dict[str, Maker] = {"control: OCR over a scan": _scanned}
BY_WEASYPRINT: dict[str, Maker] = {
    way: partial(_printed, printer=web.print_weasyprint, markup=markup) for way, markup in _PRINTED_MARKUP.items()
}
BY_CHROMIUM: dict[str, Maker] = {
    way: partial(_printed, printer=web.print_chromium, markup=markup) for way, markup in _PRINTED_MARKUP.items()
}
PAGES: dict[str, Maker] = {way: partial(_paged, markup=markup) for way, markup in _PAGE_MARKUP.items()}
TYPED: dict[str, Maker] = {
    "hidden run": partial(_typed, style=_vanished),
    "white": partial(_typed, style=_coloured),
    "one point": partial(_typed, style=_one_point),
    "in the colour behind": partial(_typed, style=partial(_coloured, colour="DDDDDD", ground="DDDDDD")),
    "control: white on dark": partial(_typed, style=partial(_coloured, ground="102030")),
}
BY_OFFICE: dict[str, Maker] = {
    "white": partial(_printed_by_office, style=_coloured),
    "control: white on dark": partial(_printed_by_office, style=partial(_coloured, ground="102030")),
}
