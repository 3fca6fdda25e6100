"""Every way of hiding words in a PDF that we know of, and every look-alike that a person does see."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from skillgap.documents import read
from skillgap.errors import EmptyDocument

from .samples import Sheet

pytest.importorskip("reportlab")

WORDS = "Kubernetes Kafka Terraform"
SEEN = "Backend engineer in Berlin, nine years of work"
Drawing = Callable[[Sheet], None]


@contextmanager
def state(sheet: Sheet) -> Iterator[Any]:
    """A change of the canvas that ends with the block; reportlab forgets that the render mode ends too."""
    sheet.canvas.saveState()
    yield sheet.canvas
    sheet.canvas.restoreState()
    sheet.canvas._textRenderMode = 0


def coloured(colour: tuple[float, float, float], *, behind: tuple[float, float, float] | None = None) -> Drawing:
    def draw(sheet: Sheet) -> None:
        with state(sheet) as canvas:
            if behind:
                canvas.setFillColorRGB(*behind)
                canvas.rect(40, 842 - 215, 300, 30, stroke=0, fill=1)
            canvas.setFillColorRGB(*colour)
            sheet.line(50, 200, WORDS)

    return draw


def mode(number: int) -> Drawing:
    def draw(sheet: Sheet) -> None:
        with state(sheet) as canvas:
            canvas.setStrokeColorRGB(1, 1, 1)
            drawn = canvas.beginText(50, 642)
            drawn.setFont("Helvetica", 10)
            drawn.setTextRenderMode(number)
            drawn.textOut(WORDS)
            canvas.drawText(drawn)

    return draw


def opacity(share: float) -> Drawing:
    def draw(sheet: Sheet) -> None:
        with state(sheet) as canvas:
            canvas.setFillAlpha(share)
            sheet.line(50, 200, WORDS)

    return draw


def sized(size: float) -> Drawing:
    return lambda sheet: sheet.line(50, 200, WORDS, size=size)


def squeezed(sheet: Sheet) -> None:
    with state(sheet) as canvas:
        canvas.translate(50, 642)
        canvas.scale(0.05, 0.05)
        canvas.drawString(0, 0, WORDS)


def picture(colours: tuple[int, int]) -> Any:
    """A picture of stripes."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    file = io.BytesIO()
    image = Image.new("L", (60, 20), colours[0])
    for x in range(0, 60, 2):
        for y in range(20):
            image.putpixel((x, y), colours[1])
    image.save(file, "PNG")
    return ImageReader(file)


def under_picture(sheet: Sheet) -> None:
    sheet.line(50, 200, WORDS)
    sheet.canvas.drawImage(picture((90, 200)), 40, 842 - 215, 300, 30)


def under_box(*, border: bool) -> Drawing:
    def draw(sheet: Sheet) -> None:
        sheet.line(50, 200, WORDS)
        with state(sheet) as canvas:
            canvas.setFillColorRGB(1, 1, 1)
            canvas.rect(49, 842 - 203, 300, 13, stroke=border, fill=1)

    return draw


def under_form(sheet: Sheet) -> None:
    sheet.line(50, 200, WORDS)
    canvas = sheet.canvas
    canvas.beginForm("cover")
    canvas.setFillColorRGB(0.9, 0.9, 1)
    canvas.rect(40, 842 - 215, 300, 30, stroke=0, fill=1)
    canvas.endForm()
    canvas.doForm("cover")


def in_form(sheet: Sheet) -> None:
    canvas = sheet.canvas
    canvas.beginForm("words")
    canvas.setFillColorRGB(1, 1, 1)
    sheet.line(50, 200, WORDS)
    canvas.endForm()
    canvas.doForm("words")


def cut_away(sheet: Sheet) -> None:
    with state(sheet) as canvas:
        path = canvas.beginPath()
        path.rect(300, 300, 20, 20)
        canvas.clipPath(path, stroke=0, fill=0)
        sheet.line(50, 200, WORDS)


def outside_crop(sheet: Sheet) -> None:
    sheet.canvas.setCropBox((0, 300, 595, 842))
    sheet.line(50, 700, WORDS)


def beside_seen(sheet: Sheet) -> None:
    """White words that touch a black one."""
    sheet.line(50, 200, "skills:")
    x = 50 + sheet.canvas.stringWidth("skills:", "Helvetica", 10)
    with state(sheet) as canvas:
        canvas.setFillColorRGB(1, 1, 1)
        sheet.line(x, 200, WORDS)


def over_seen(sheet: Sheet) -> None:
    with state(sheet) as canvas:
        canvas.setFillColorRGB(1, 1, 1)
        sheet.line(50, 100, WORDS)


def on_white_scan(sheet: Sheet) -> None:
    """A picture as large as the page does not make words true that it does not show."""
    sheet.canvas.drawImage(picture((255, 255)), 0, 0, 595, 842)
    sheet.line(50, 100, SEEN)
    mode(3)(sheet)


def over_photo(sheet: Sheet) -> None:
    sheet.canvas.drawImage(picture((40, 220)), 40, 842 - 215, 300, 30)
    mode(3)(sheet)


HIDDEN: dict[str, tuple[Drawing, str]] = {
    "white": (coloured((1, 1, 1)), "white text"),
    "almost white": (coloured((0.985, 0.985, 0.985)), "white text"),
    "white on a white box": (coloured((1, 1, 1), behind=(1, 1, 1)), "white text"),
    "blue on the same blue": (coloured((0, 0, 0.4), behind=(0, 0, 0.4)), "colour of what is behind"),
    "blue on almost the same blue": (coloured((0, 0, 0.4), behind=(0, 0.01, 0.41)), "colour of what is behind"),
    "one point": (sized(1), "tiny"),
    "two points": (sized(2), "tiny"),
    "made small by a matrix": (squeezed, "tiny"),
    "render mode 3": (mode(3), "invisible"),
    "render mode 7": (mode(7), "without paint"),
    "outlines in white": (mode(1), "white text"),
    "transparent": (opacity(0), "transparent"),
    "almost transparent": (opacity(0.01), "transparent"),
    "under a box": (under_box(border=False), "covered"),
    "under a box with a border": (under_box(border=True), "covered"),
    "under a picture": (under_picture, "covered"),
    "under a form": (under_form, "covered"),
    "white in a form": (in_form, "white text"),
    "cut away": (cut_away, "cut away"),
    "right of the page": (lambda sheet: sheet.line(700, 200, WORDS), "outside"),
    "above the page": (lambda sheet: sheet.line(50, -20, WORDS), "outside"),
    "outside the crop box": (outside_crop, "outside"),
    "white beside black": (beside_seen, "white text"),
    "white over black": (over_seen, "white text"),
    "invisible over a picture": (over_photo, "invisible"),
    "invisible over an empty page-size picture": (on_white_scan, "invisible"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_words_are_found_and_no_others(way: str) -> None:
    draw, reason = HIDDEN[way]
    sheet = Sheet()
    sheet.line(50, 100, SEEN)
    draw(sheet)
    document = read(sheet.pdf())
    hidden = " ".join(part.text for part in document.hidden)
    assert [word for word in WORDS.split() if word not in hidden] == []
    assert not any(word in document.text for word in WORDS.split())
    assert all(word in document.text for word in SEEN.split())
    assert [reason in part.reason for part in document.hidden] == [True]
    assert [part.page for part in document.hidden] == [1]


def white_in_sidebar(sheet: Sheet) -> None:
    with state(sheet) as canvas:
        canvas.setFillColorRGB(0.1, 0.15, 0.3)
        canvas.rect(380, 0, 215, 842, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        sheet.line(390, 200, WORDS)


def over_picture(sheet: Sheet) -> None:
    sheet.canvas.drawImage(picture((180, 220)), 40, 842 - 215, 300, 30)
    sheet.line(50, 200, WORDS)


def scan(sheet: Sheet, *, text_first: bool = False) -> None:
    """A picture of the page with what is written there, and the layer that a text recognition adds."""
    from PIL import Image, ImageDraw
    from reportlab.lib.utils import ImageReader

    image = Image.new("L", (595, 842), 250)
    drawing = ImageDraw.Draw(image)
    drawing.text((50, 90), SEEN, fill=20)
    drawing.text((50, 190), WORDS, fill=20)
    file = io.BytesIO()
    image.save(file, "PNG")
    if text_first:
        sheet.line(50, 200, WORDS)
    sheet.canvas.drawImage(ImageReader(io.BytesIO(file.getvalue())), 0, 0, 595, 842)
    if not text_first:
        mode(3)(sheet)
        with state(sheet):
            drawn = sheet.canvas.beginText(50, 742)
            drawn.setFont("Helvetica", 10)
            drawn.setTextRenderMode(3)
            drawn.textOut(SEEN)
            sheet.canvas.drawText(drawn)


def stencil(sheet: Sheet) -> None:
    """Letters cut out of a gradient, which are drawn as a clipping and then painted over."""
    with state(sheet) as canvas:
        drawn = canvas.beginText(50, 642)
        drawn.setFont("Helvetica-Bold", 14)
        drawn.setTextRenderMode(7)
        drawn.textOut(WORDS)
        canvas.drawText(drawn)
        canvas.setFillColorRGB(0.2, 0.2, 0.8)
        canvas.rect(0, 600, 595, 100, stroke=0, fill=1)


def drawn_and_searchable(sheet: Sheet) -> None:
    """Letters as shapes with invisible ones over them, as drawing programs write them."""
    with state(sheet) as canvas:
        drawn = canvas.beginText(50, 642)
        drawn.setFont("Helvetica", 10)
        drawn.setTextRenderMode(7)
        drawn.textOut(WORDS)
        canvas.drawText(drawn)
        canvas.setFillColorRGB(0.2, 0.2, 0.2)
        canvas.rect(0, 600, 595, 100, stroke=0, fill=1)
    mode(3)(sheet)


def underlined(sheet: Sheet) -> None:
    sheet.line(50, 200, WORDS)
    sheet.canvas.rect(50, 641, 130, 0.6, stroke=0, fill=1)
    sheet.canvas.linkURL("https://example.org", (50, 640, 180, 652))


def in_table(sheet: Sheet) -> None:
    with state(sheet) as canvas:
        canvas.setFillColorRGB(0.93, 0.95, 1)
        canvas.rect(45, 632, 320, 22, stroke=1, fill=1)
    sheet.line(50, 200, WORDS)


def crossed(sheet: Sheet) -> None:
    sheet.line(50, 200, WORDS)
    with state(sheet) as canvas:
        canvas.setFillAlpha(0.3)
        canvas.setFillColorRGB(1, 1, 0)
        canvas.rect(45, 632, 320, 22, stroke=0, fill=1)


def framed(sheet: Sheet) -> None:
    with state(sheet) as canvas:
        path = canvas.beginPath()
        path.rect(30, 600, 400, 100)
        canvas.clipPath(path, stroke=0, fill=0)
        sheet.line(50, 200, WORDS)


SHOWN: dict[str, Drawing] = {
    "black": lambda sheet: sheet.line(50, 200, WORDS),
    "light grey": coloured((0.85, 0.85, 0.85)),
    "coloured": coloured((0.9, 0.4, 0.1)),
    "yellow": coloured((1, 0.9, 0.2)),
    "footnote of five points": sized(5),
    "four points": sized(4),
    "white on a dark box": coloured((1, 1, 1), behind=(0.1, 0.2, 0.4)),
    "white on a coloured box": coloured((1, 1, 1), behind=(0.9, 0.5, 0.2)),
    "white in a sidebar": white_in_sidebar,
    "blue on a lighter blue": coloured((0.1, 0.2, 0.5), behind=(0.8, 0.85, 1)),
    "over a picture": over_picture,
    "half transparent": opacity(0.5),
    "outlines": lambda sheet: (sheet.canvas.setStrokeColorRGB(0, 0, 0), mode(1)(sheet))[0],
    "in a table cell": in_table,
    "under a marker": crossed,
    "in a clipping that lets it through": framed,
    "a link": underlined,
    "cut out of a gradient": stencil,
    "drawn as shapes, and searchable": drawn_and_searchable,
    "a scan with its text layer": scan,
    "a scan over its text": lambda sheet: scan(sheet, text_first=True),
    "bold by painting twice": lambda sheet: (sheet.line(50, 200, WORDS), sheet.line(50.3, 200, WORDS))[0],
}


@pytest.mark.parametrize("way", SHOWN)
def test_words_that_are_seen_stay(way: str) -> None:
    sheet = Sheet()
    if "scan" not in way:
        sheet.line(50, 100, SEEN)
    if way == "outlines":
        with state(sheet) as canvas:
            drawn = canvas.beginText(50, 642)
            drawn.setFont("Helvetica", 10)
            drawn.setTextRenderMode(1)
            drawn.textOut(WORDS)
            canvas.drawText(drawn)
    else:
        SHOWN[way](sheet)
    document = read(sheet.pdf())
    assert document.hidden == ()
    assert all(word in document.text for word in WORDS.split())


def test_turned_words_stay() -> None:
    sheet = Sheet()
    sheet.line(50, 100, SEEN)
    with state(sheet) as canvas:
        canvas.translate(400, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "illicit still life")
    assert read(sheet.pdf()).hidden == ()


def test_a_small_page_with_small_letters_is_no_trick() -> None:
    sheet = Sheet()
    sheet.canvas.setPageSize((119, 168))
    for number in range(20):
        sheet.line(5, 842 - 160 + 6 * number, SEEN, size=2.4)
    assert read(sheet.pdf()).hidden == ()


def test_a_document_of_nothing_but_hidden_words_is_empty_and_says_why() -> None:
    sheet = Sheet()
    coloured((1, 1, 1))(sheet)
    with pytest.raises(EmptyDocument, match="nothing in it can be seen"):
        read(sheet.pdf())


def test_the_pages_are_named() -> None:
    sheet = Sheet()
    for _ in range(2):
        sheet.line(50, 100, SEEN)
        coloured((1, 1, 1))(sheet)
        sheet.page()
    sheet.line(50, 100, SEEN)
    document = read(sheet.pdf())
    assert [part.page for part in document.hidden] == [1, 2]
    (notice,) = (notice for notice in document.warnings if notice.code == "hidden-text")
    assert notice.message.startswith('6 hidden words (white text, p. 1, 2), not scored: "Kubernetes Kafka')
    assert notice.remedy


def test_letters_that_are_drawn_by_little_programs_stay() -> None:
    """Type 3 fonts, of which only rendering knows what they look like."""
    content = b"0.9 0.9 1 rg 40 690 200 30 re f 0 g BT /F 12 Tf 50 700 Td (abba) Tj ET"
    glyph = b"700 0 0 0 600 700 d1 0 0 600 700 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[]/D<<>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 700 700]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 6 0 R/b 6 0 R>>"
        b"/Encoding<</Differences[97/a/b]>>/FirstChar 97/LastChar 98/Widths[700 700]/Resources<<>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(glyph), glyph),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (number, text) for number, text in enumerate(objects, start=1))
    document = read(body + b"trailer<</Root 1 0 R/Size 7>>")
    assert (document.text, document.hidden) == ("abba", ())


@pytest.mark.parametrize("shapes", [2_000, 60_000])
def test_thousands_of_shapes_cost_little(shapes: int) -> None:
    """Beyond some number the page is not looked through, and its words are kept with a remark."""
    sheet = Sheet(pageCompression=1)
    sheet.line(50, 100, SEEN)
    for number in range(shapes):
        sheet.canvas.rect(number % 500, number % 700, 5, 5, stroke=0, fill=1)
    sheet.line(50, 100, SEEN)
    begun = time.process_time()
    document = read(sheet.pdf())
    assert "Backend" in document.text
    assert [notice.code for notice in document.warnings] == (["not-looked-through"] if shapes > 50_000 else [])
    assert time.process_time() - begun < 10
