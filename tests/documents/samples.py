"""Makes the small real files that the tests read: DOCX from XML, RTF from its words, PDF through reportlab."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from skillgap.documents import read
from skillgap.errors import SkillgapError
from skillgap.model import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="My Section"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


_COLOURS = ((255, 255, 255), (31, 56, 100), (217, 217, 217), (252, 252, 252), (0, 0, 0))


def p(text: str, *, style: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run; `text` may hold elements."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:p><w:pPr>{style}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{content}</w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table; the cells are XML."""
    body = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{body}</w:tbl>"


def docx(*body: str, header: str = "", footer: str = "", styles: str = "", **parts: bytes) -> bytes:
    """A DOCX file with the given elements in its body, and `styles` beside those that it has."""
    references, relations = "", ""
    contents: dict[str, bytes] = {f"word/{name}.xml": content for name, content in parts.items()}
    for kind, xml in (("header", header), ("footer", footer)):
        if xml:
            references += f'<w:{kind}Reference r:id="{kind}"/>'
            relations += f'<Relationship Id="{kind}" Type="{_R}/{kind}" Target="{kind}1.xml"/>'
            contents[f"word/{kind}1.xml"] = f"<w:hdr {_NAMESPACES}>{xml}</w:hdr>".encode()
    relations += f'<Relationship Id="styles" Type="{_R}/styles" Target="styles.xml"/>'
    document = f"<w:document {_NAMESPACES}><w:body>{''.join(body)}<w:sectPr>{references}</w:sectPr></w:body></w:document>"
    contents |= {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": document.encode(),
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{_STYLES}{styles}</w:styles>".encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'.encode(),
    }
    return archive(contents)


def rtf(body: str) -> bytes:
    """An RTF file of a body; font 1 is Symbol, colours are 1 white, 2 dark blue, 3 grey, 4 almost white, 5 black."""
    colours = ";".join(f"\\red{red}\\green{green}\\blue{blue}" for red, green, blue in _COLOURS)
    return (
        f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Arial;}}{{\\f1\\fcharset2 Symbol;}}}}{{\\colortbl;{colours};}}{body}}}".encode()
    )


def archive(contents: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in contents.items():
            zipped.writestr(name, content)
    return file.getvalue()


class Sheet:
    """A PDF that is drawn line by line; `y` is measured from the top, in points."""

    def __init__(self, **options: Any) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(595, 842), **options)

    def line(self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False, tracking: float = 0) -> None:
        """Draw one line of text."""
        drawn = self.canvas.beginText(x, 842 - y)
        drawn.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        drawn.setCharSpace(tracking)
        drawn.textOut(text)
        self.canvas.drawText(drawn)

    def lines(self, x: float, y: float, texts: Sequence[str], *, leading: float = 13, size: float = 10) -> float:
        """Draw lines below each other; return where the next one would stand."""
        for text in texts:
            self.line(x, y, text, size=size)
            y += leading
        return y

    def page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()

    def pdf(self) -> bytes:
        """The file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()


def attempt(data: bytes, *, name: str | None = None) -> Document | SkillgapError:
    """What `read` returns or raises; anything but a `SkillgapError` fails the test."""
    try:
        return read(data, name=name)
    except SkillgapError as error:
        return error


def marked(document: Document) -> list[tuple[str, int, str]]:
    """The blocks as (kind, level, text)."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def expect_hidden(found: Document, words: str) -> None:
    """Those words are hidden and told, and those around them are read."""
    assert [part.text for part in found.hidden] == [words]
    assert not any(word in found.text for word in words.split())
    assert "Backend engineer" in found.text
    assert "in Berlin" in found.text
    (notice,) = found.warnings
    assert (notice.code, notice.severity) == ("hidden-text", "warning")
    assert words in notice.message
