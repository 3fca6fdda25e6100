"""Make the PDF and Word samples from the words in `content/`.

    python samples/generate.py            write the files into samples/
    python samples/generate.py --check    say whether the words of the files differ from content/

The same content gives the same bytes, as long as reportlab and python-docx stay the same versions; `--check` therefore
compares words, not bytes. Needs `pip install "skillgap[samples]"`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

import docx
import pypdfium2
import yaml
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

HERE: Final = Path(__file__).resolve().parent
CONTENT: Final = HERE / "content"
WRITTEN: Final = datetime(2026, 11, 20, 9, 0)
"""When every generated file claims to have been written."""

WIDTH, HEIGHT = A4
INK: Final = HexColor("#22303c")
QUIET: Final = HexColor("#5b6b79")
ACCENT: Final = HexColor("#1f6f78")
TINT: Final = HexColor("#eaf1f2")

Content = dict[str, Any]
Story = list[Flowable]


# --- PDF: parts ---------------------------------------------------------------------------------------------------------


def _style(
    name: str, size: float, *, bold: bool = False, color: HexColor = INK, leading: float = 1.38, **more: Any
) -> ParagraphStyle:
    font = "Helvetica-Bold" if bold else "Helvetica"
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * leading, textColor=color, **more)


NAME: Final = _style("name", 23, bold=True, leading=1.2)
HEADLINE: Final = _style("headline", 12, color=ACCENT, spaceAfter=3)
CONTACT: Final = _style("contact", 9, color=QUIET)
HEADING: Final = _style("heading", 11.5, bold=True, color=ACCENT, spaceBefore=11, spaceAfter=2, keepWithNext=1)
ENTRY: Final = _style("entry", 10.3, bold=True)
DATES: Final = _style("dates", 9.3, color=QUIET, alignment=TA_RIGHT, leading=1.52)
NOTE: Final = _style("note", 9.6, color=QUIET, spaceAfter=2)
BODY: Final = _style("body", 9.8, leading=1.42, spaceAfter=2)
BULLET: Final = _style("bullet", 9.8, leading=1.42, spaceAfter=2.2, leftIndent=12, bulletIndent=2)
SIDE_HEADING: Final = _style("side-heading", 10.5, bold=True, color=ACCENT, spaceBefore=12, spaceAfter=3)
SIDE_LABEL: Final = _style("side-label", 8.8, bold=True, spaceBefore=3)
SIDE: Final = _style("side", 8.8, spaceAfter=1.5)


def _text(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(words), style)


def _bullets(items: Iterable[str]) -> Story:
    return [Paragraph(escape(item), BULLET, bulletText="•") for item in items]


def _heading(words: str) -> Story:
    rule = HRFlowable(width="100%", thickness=0.6, color=ACCENT, spaceBefore=0, spaceAfter=5)
    rule.keepWithNext = 1
    return [_text(words, HEADING), rule]


def _labelled(label: str, words: str) -> Paragraph:
    return Paragraph(f"<b>{escape(label)}:</b> {escape(words)}", BODY)


def _entry_line(title: str, dates: str, width: float) -> Table:
    """A title, with its dates on the same line at the right margin."""
    row = Table([[_text(title, ENTRY), _text(dates, DATES)]], colWidths=[width - 38 * mm, 38 * mm])
    row.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                  ("TOPPADDING", (0, 0), (0, -1), 0), ("TOPPADDING", (1, 0), (1, -1), 1),  # both on one baseline
                  ("BOTTOMPADDING", (0, 0), (-1, -1), 0)])  # fmt: skip
    return row


def _job(job: Content, width: float) -> Story:
    bullets = _bullets(job["bullets"])
    head: Story = [_entry_line(job["title"], job["dates"], width), _text(job["employer"], NOTE)]
    if "about" in job:
        head.append(_text(job["about"], BODY))
    # The head stays with its first bullet; the rest may go to the next page.
    return [KeepTogether([*head, bullets[0]]), *bullets[1:], Spacer(0, 6)]


def _school(school: Content, width: float) -> Story:
    note = [_text(school["note"])] if "note" in school else []
    return [KeepTogether([_entry_line(school["title"], school["dates"], width), _text(school["school"], NOTE), *note])]


# --- PDF: documents -----------------------------------------------------------------------------------------------------


def _build(story: Story, title: str, author: str, frames: list[Frame], decorate: Callable[[Canvas, Any], None]) -> bytes:
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=title, author=author, invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    document.build(story)
    return out.getvalue()


def _frame(left: float, bottom: float, width: float, height: float) -> Frame:
    return Frame(left, bottom, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _page_footer(words: str) -> Callable[[Canvas, Any], None]:
    def draw(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.setFillColor(QUIET)
        canvas.drawCentredString(WIDTH / 2, 11 * mm, f"{words} · Page {document.page}")

    return draw


def resume_pdf(person: Content) -> bytes:
    """A résumé in one column."""
    width = WIDTH - 44 * mm
    story: Story = [
        _text(person["name"], NAME),
        _text(person["headline"], HEADLINE),
        _text("  |  ".join(person["contact"]), CONTACT),
        *_heading("Summary"),
        _text(person["summary"]),
        *_heading("Skills"),
        *(_labelled(group["label"], ", ".join(group["items"])) for group in person["skills"]),
        *_heading("Experience"),
    ]
    story += _career(person, width)
    story += [*_heading("Talks and community"), *_bullets(person["talks"])]
    story += [*_heading("Certificates"), *_bullets(person["certificates"]), *_heading("Languages"), _text(person["languages"])]
    frame = _frame(22 * mm, 20 * mm, width, HEIGHT - 38 * mm)
    return _build(story, f"Résumé of {person['name']}", person["name"], [frame], _page_footer(person["name"]))


def _career(person: Content, width: float) -> Story:
    """The jobs below the heading before them, then projects and education."""
    story = [part for job in person["jobs"] for part in _job(job, width)]
    story += _heading("Projects")
    story += [_labelled(project["title"], project["about"]) for project in person["projects"]]
    story += _heading("Education")
    return story + [part for school in person["education"] for part in _school(school, width)]


def _side_block(block: Content) -> Story:
    story: Story = [_text(block["heading"], SIDE_HEADING)]
    story += [_text(line, SIDE) for line in block.get("lines", [])]
    for group in block.get("groups", []):
        story += [_text(group["label"], SIDE_LABEL), _text(", ".join(group["items"]), SIDE)]
    return story


def two_column_pdf(person: Content) -> bytes:
    """A résumé with a coloured band at the top, a sidebar at the left and the jobs at the right, on one page."""
    band, side = 30 * mm, 64 * mm
    width = WIDTH - side - 22 * mm
    body_height = HEIGHT - band - 17 * mm

    def decorate(canvas: Canvas, _document: Any) -> None:
        canvas.setFillColor(TINT)
        canvas.rect(0, 0, side, HEIGHT - band, stroke=0, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.rect(0, HEIGHT - band, WIDTH, band, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.setFont("Helvetica-Bold", 23)
        canvas.drawString(12 * mm, HEIGHT - 16 * mm, person["name"])
        canvas.setFont("Helvetica", 12)
        canvas.drawString(12 * mm, HEIGHT - 23.5 * mm, person["headline"])

    story: Story = [part for block in person["sidebar"] for part in _side_block(block)]
    story += [FrameBreak(), *_heading("Profile"), _text(person["summary"]), *_heading("Experience")]
    story += _career(person, width)
    frames = [_frame(12 * mm, 10 * mm, side - 18 * mm, body_height), _frame(side + 10 * mm, 10 * mm, width, body_height)]
    return _build(story, f"Résumé of {person['name']}", person["name"], frames, decorate)


def posting_pdf(posting: Content) -> bytes:
    """A job posting in one column."""
    story: Story = [
        _text(posting["company"], HEADLINE),
        _text(posting["title"], NAME),
        Spacer(0, 4),
        _text("  |  ".join(posting["facts"]), CONTACT),
        Spacer(0, 8),
        _text(posting["intro"]),
    ]
    for section in posting["sections"]:
        story += [*_heading(section["heading"]), *_bullets(section.get("items", []))]
        if "text" in section:
            story.append(_text(section["text"]))
    frame = _frame(24 * mm, 18 * mm, WIDTH - 48 * mm, HEIGHT - 40 * mm)
    return _build(story, posting["title"], posting["company"], [frame], lambda _canvas, _document: None)


# --- Word ---------------------------------------------------------------------------------------------------------------


def resume_docx(person: Content) -> bytes:
    """A résumé with Word's own styles for title, headings, bullets and a table."""
    word = docx.Document()
    _set_up_word(word, person["name"])
    word.add_paragraph(person["name"], style="Title")
    word.add_paragraph(person["headline"], style="Subtitle")
    word.add_paragraph("  |  ".join(person["contact"]))
    word.add_heading("Profile", level=1)
    word.add_paragraph(person["summary"])
    word.add_heading("Skills", level=1)
    _add_skills_table(word, person["skills"])
    word.add_heading("Experience", level=1)
    for job in person["jobs"]:
        _add_entry(word, f"{job['title']}, {job['employer']}", job["dates"], job["bullets"])
    word.add_heading("Projects", level=1)
    for project in person["projects"]:
        _add_entry(word, project["title"], project["dates"], project["bullets"])
    word.add_heading("Education", level=1)
    for school in person["education"]:
        _add_entry(word, f"{school['title']}, {school['school']}", school["dates"], [school["note"]])
    word.add_heading("Certificates", level=1)
    for certificate in person["certificates"]:
        word.add_paragraph(certificate, style="List Bullet")
    out = BytesIO()
    word.save(out)
    return _with_fixed_times(out.getvalue())


def _set_up_word(word: WordDocument, author: str) -> None:
    properties = word.core_properties
    properties.author = properties.last_modified_by = author
    properties.title, properties.comments = f"Résumé of {author}", ""
    properties.created = properties.modified = WRITTEN
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(1.8)
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Calibri", Pt(10.5)
    word.styles["Normal"].paragraph_format.space_after = Pt(4)
    word.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    for name in ("Heading 1", "Heading 2", "Title"):
        word.styles[name].font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)


def _add_skills_table(word: WordDocument, rows: list[Content]) -> None:
    columns = list(rows[0])
    table = word.add_table(rows=1, cols=len(columns), style="Light Grid Accent 1")
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        cell.text = column.capitalize()
    for row in rows:
        for cell, words in zip(table.add_row().cells, row.values(), strict=True):
            cell.text = words
    for column, width in zip(table.columns, (Cm(3.4), Cm(8.6), Cm(4.4)), strict=True):
        for cell in column.cells:
            cell.width = width


def _add_entry(word: WordDocument, title: str, dates: str, bullets: Iterable[str]) -> None:
    heading = word.add_heading(f"{title}\t{dates}", level=2)
    heading.paragraph_format.tab_stops.add_tab_stop(Cm(16.4), WD_TAB_ALIGNMENT.RIGHT)
    for bullet in bullets:
        word.add_paragraph(bullet, style="List Bullet")


def _with_fixed_times(archive: bytes) -> bytes:
    """The same ZIP archive, with each member dated `WRITTEN`."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=WRITTEN.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # the same on every operating system
            new.writestr(member, old.read(name))
    return out.getvalue()


# --- the command --------------------------------------------------------------------------------------------------------

MAKERS: Final[dict[str, Callable[[Content], bytes]]] = {
    "resume.pdf": resume_pdf,
    "resume-devops.pdf": two_column_pdf,
    "resume-junior.docx": resume_docx,
    "posting-fullstack.pdf": posting_pdf,
}
"""Each generated file, made from the YAML file of the same stem."""


def generate(folder: Path) -> list[Path]:
    """Write every generated sample into `folder`."""
    written = []
    for name, make in MAKERS.items():
        content = yaml.safe_load((CONTENT / name).with_suffix(".yaml").read_text(encoding="utf-8"))
        path = folder / name
        path.write_bytes(make(content))
        written.append(path)
    return written


def words_of(path: Path) -> list[str]:
    """The words of a PDF or Word file, in the order of the file."""
    if path.suffix == ".docx":
        return [word for text in docx.Document(str(path)).element.body.itertext() for word in text.split()]
    with pypdfium2.PdfDocument(path) as pdf:
        return [word for page in pdf for word in page.get_textpage().get_text_bounded().split()]


def differing(folder: Path) -> list[str]:
    """Names of the samples whose words are not those of freshly made ones (a missing file differs too)."""
    with tempfile.TemporaryDirectory() as fresh:
        return [
            path.name
            for path in generate(Path(fresh))
            if not (folder / path.name).is_file() or words_of(path) != words_of(folder / path.name)
        ]


def main() -> int:
    """Run the command; the result is its exit code."""
    summary = "Make the PDF and Word samples from the words in content/."
    parser = argparse.ArgumentParser(description=summary)
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the files differ from content/")
    if not parser.parse_args().check:
        for path in generate(HERE):
            print(f"wrote {path.name}")
        return 0
    names = differing(HERE)
    for name in names:
        print(f"{name} differs from content/: run python samples/generate.py", file=sys.stderr)
    if not names:
        print(f"all {len(MAKERS)} files have the words of content/")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
