"""Every way of hiding words in a DOCX that we know of, and every look-alike that a person does see."""

from __future__ import annotations

import pytest

from skillgap.documents import read
from skillgap.model import Document

from .samples import docx, expect_hidden, p, table

WORDS = "Kubernetes Kafka Terraform"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Ghost"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="White"><w:name w:val="White"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Banner"><w:name w:val="Banner"/><w:pPr><w:shd w:fill="1F3864"/></w:pPr>'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Speck"><w:name w:val="Speck"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr><w:tcPr><w:shd w:fill="4472C4"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
SHADED = '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
WHITE = '<w:color w:val="FFFFFF"/>'


def run(properties: str) -> str:
    return p(WORDS, run=properties)


def box(text: str, *, filling: str, place: str = "", named: str = "") -> str:
    """A paragraph with a floating text box."""
    return p(
        f'<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor xmlns:wp="{WP}"><wp:extent cx="2000000" cy="900000"/>'
        f'{place}<wp:docPr id="1" name="x" {named}/><wps:wsp><wps:spPr xmlns:a="{A}">{filling}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )


def behind(size: int) -> str:
    """A shape behind the text."""
    return p(f'<w:drawing><wp:anchor xmlns:wp="{WP}" behindDoc="1"><wp:extent cx="{size}" cy="{size}"/></wp:anchor></w:drawing>')


def offset(place: int) -> str:
    return f"<wp:positionH><wp:posOffset>{place}</wp:posOffset></wp:positionH>"


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


HIDDEN = {
    "hidden run": run("<w:vanish/>"),
    "hidden by the style": p(WORDS, style="Ghost"),
    "hidden by the style's style": p(WORDS, style="Child"),
    "white": run(WHITE),
    "almost white": run('<w:color w:val="FCFCFC"/>'),
    "white by the style": p(WORDS, style="White"),
    "white on white": run(f'{WHITE}<w:shd w:fill="FFFFFF"/>'),
    "blue on blue": run('<w:color w:val="1F3864"/><w:shd w:fill="1F3864"/>'),
    "blue in a blue paragraph": p(WORDS, properties='<w:shd w:fill="1F3864"/>', run='<w:color w:val="1F3864"/>'),
    "blue in a blue cell": table([p("x"), SHADED + p(WORDS, run='<w:color w:val="1F3864"/>')]),
    "white under a white marker": run(f'{WHITE}<w:highlight w:val="white"/>'),
    "black under a black marker": run('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "one point": run('<w:sz w:val="2"/>'),
    "two points": run('<w:sz w:val="4"/>'),
    "small by the style": run('<w:rStyle w:val="Speck"/>'),
    "squeezed": run('<w:w w:val="1"/>'),
    "a line without height": p(WORDS, properties='<w:spacing w:line="20" w:lineRule="exact"/>'),
    "filled with nothing": run("<w14:textFill xmlns:w14='x'><w14:noFill/></w14:textFill>"),
    "transparent": run(
        "<w14:textFill xmlns:w14='x'><w14:solidFill><w14:srgbClr w14:val='000000'><w14:alpha w14:val='100000'/></w14:srgbClr>"
        "</w14:solidFill></w14:textFill>"
    ),
    "in a hidden row": f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(WORDS)}</w:tc><w:tc>{p('')}</w:tc></w:tr></w:tbl>",
    "in a white box": box(p(WORDS, run=WHITE), filling=solid("FFFFFF")),
    "in a box without filling": box(p(WORDS, run=WHITE), filling="<a:noFill/>"),
    "in a hidden box": box(p(WORDS), filling="<a:noFill/>", named='hidden="1"'),
    "in a box off the page": box(p(WORDS), filling="<a:noFill/>", place=offset(-9_000_000)),
    "white, with a speck behind": behind(9_000) + run(WHITE),
}


def document(body: str, **options: str) -> Document:
    return read(docx(p("Backend engineer"), body, p("in Berlin"), styles=STYLES, **options))


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_words_are_found_and_no_others(way: str) -> None:
    expect_hidden(document(HIDDEN[way]), WORDS)


SHOWN = {
    "plain": p(WORDS),
    "automatic colour": run('<w:color w:val="auto"/>'),
    "not hidden after all": p(WORDS, style="Ghost", run='<w:vanish w:val="0"/>'),
    "hidden on the web": run("<w:webHidden/>"),
    "light grey": run('<w:color w:val="D9D9D9"/>'),
    "coloured": run('<w:color w:val="2E74B5"/>'),
    "black in a white style": p(WORDS, style="White", run='<w:color w:val="000000"/>'),
    "footnote of five points": run('<w:sz w:val="10"/>'),
    "white on a dark paragraph": p(WORDS, style="Banner"),
    "white on a dark run": run(f'{WHITE}<w:shd w:fill="1F3864"/>'),
    "white in a dark cell": table([p("x"), SHADED + p(WORDS, run=WHITE)]),
    "white in a table with a coloured style": (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc>{p(WORDS, run=WHITE)}</w:tc></w:tr></w:tbl>'
    ),
    "white under a dark marker": run(f'{WHITE}<w:highlight w:val="darkBlue"/>'),
    "marked": run('<w:highlight w:val="yellow"/>'),
    "white in a dark box": box(p(WORDS, run=WHITE), filling=solid("1F3864")),
    "white in a box of the theme's colour": box(
        p(WORDS, run=WHITE), filling="<a:solidFill><a:schemeClr val='accent1'/></a:solidFill>"
    ),
    "white with a shape behind": behind(3_000_000) + run(WHITE),
    "in a box in the margin": box(p(WORDS), filling="<a:noFill/>", place=offset(-700_000)),
    "half transparent": run(
        "<w14:textFill xmlns:w14='x'><w14:solidFill><w14:srgbClr w14:val='000000'><w14:alpha w14:val='40000'/></w14:srgbClr>"
        "</w14:solidFill></w14:textFill>"
    ),
    "a tight line": p(WORDS, properties='<w:spacing w:line="200" w:lineRule="exact"/>'),
}


@pytest.mark.parametrize("way", SHOWN)
def test_words_that_are_seen_stay(way: str) -> None:
    found = document(SHOWN[way])
    assert found.hidden == ()
    assert WORDS in found.text


def test_hidden_words_of_a_row_and_of_a_header_are_told_once() -> None:
    row = table([p("Area"), p("Python", run="<w:vanish/>"), p("Go")])
    found = document(row, header=p("Jane Example") + p("Rust", run="<w:vanish/>"))
    assert [part.text for part in found.hidden] == ["Rust Python"]


def test_white_words_written_by_python_docx_are_found() -> None:
    made = pytest.importorskip("docx")
    import io

    from docx.shared import Pt, RGBColor

    paper = made.Document()
    paper.add_heading("Skills", 1)
    words = paper.add_paragraph("Python, ")
    white = words.add_run("Kubernetes ")
    white.font.color.rgb = RGBColor(255, 255, 255)
    small = words.add_run("Kafka ")
    small.font.size = Pt(1)
    gone = words.add_run("Terraform")
    gone.font.hidden = True
    file = io.BytesIO()
    paper.save(file)
    found = read(file.getvalue())
    assert found.text == "Skills\nPython,"
    assert [(part.text, part.reason) for part in found.hidden] == [
        ("Kubernetes", "white text"),
        ("Kafka", "tiny text"),
        ("Terraform", "hidden text"),
    ]


def test_an_address_that_stands_only_in_the_header_is_told() -> None:
    (notice,) = document(p(WORDS), header=p("jane@example.org")).warnings
    assert (notice.code, notice.severity) == ("contact-in-header", "info")
    assert document(p("mail: jane@example.org"), header=p("jane@example.org")).warnings == ()
