"""Makes what LinkedIn's "Save to PDF" makes of a profile: a dark sidebar, a wide column, a footer that counts pages.

The person and the companies are fictional. Nothing here is read from a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from .samples import Sheet

_SIDEBAR = (0.16, 0.24, 0.29)
_GREY = (0.69, 0.69, 0.69)
_DARK = (0.09, 0.09, 0.09)
_LEFT, _RIGHT = 22, 224
_BOTTOM = 780

_Drawn = tuple[float, float, str, tuple[float, float, float]]
"""A line: where it stands from the top, its size, its text and its colour."""

SIDEBAR = {
    "Contact": ("+47 555 0142 (Mobile)", "noor@example.org", ""),
    "Top Skills": ("Kubernetes", "Go (Programming Language)", "Event-Driven Architecture"),
    "Languages": ("English (Full Professional)", "Norwegian (Native or Bilingual)"),
    "Certifications": ("AWS Certified Developer –", "Associate", "Certified Kubernetes", "Administrator"),
}
ADDRESS = ("www.linkedin.com/in/noor-", "halvorsen-0b1 (LinkedIn)")
SUMMARY = (
    "Backend engineer who likes payment systems that nobody has to",
    "think about. I write Python and Go, and I keep PostgreSQL fast.",
)
JOBS = (
    ("company", "Fjordlight Systems"),
    ("total", "6 years 2 months"),
    ("title", "Senior Backend Engineer"),
    ("dates", "January 2022 - Present (4 years 11 months)"),
    ("place", "Oslo, Norway"),
    ("text", "Lead the booking service: Django, Kafka and PostgreSQL on"),
    ("text", "Kubernetes, for 400 hotels."),
    ("text", "- Cut the nightly run from 5 h to 40 min"),
    ("text", "- Moved the reports to ClickHouse"),
    ("title", "Backend Engineer"),
    ("dates", "October 2020 - December 2021 (1 year 3 months)"),
    ("text", "Wrote the invoicing API in FastAPI."),
    ("company", "Café Polaris"),
    ("title", "Junior Developer"),
    ("dates", "June 2018 - September 2020 (2 years 4 months)"),
    ("place", "Tromsø, Troms, Norway"),
    ("text", "Ran the web shop on Flask and MySQL, and wrote its"),
    ("text", "stock-keeping jobs in Celery and RabbitMQ."),
    ("company", "Nordvik Data AS"),
    ("title", "Intern"),
    ("dates", "May 2017 - August 2017 (4 months)"),
    ("place", "Bergen, Norway"),
    ("text", "Tests in Java with JUnit."),
)
EDUCATION = (
    ("company", "University of Tromsø"),
    ("degree", "Bachelor's degree, Computer Science · (2014 - 2018)"),
    ("company", "Bodø Upper Secondary School"),
    ("degree", "Natural sciences · (2011 - 2014)"),
)
_SIZES = {"company": 12.0, "total": 10.5, "title": 11.5, "dates": 10.5, "place": 10.5, "text": 10.5, "degree": 10.5}
_BEFORE = {"company": 14, "title": 5}


def linkedin(*, jobs: tuple[tuple[str, str], ...] = JOBS, address: tuple[str, ...] = ADDRESS, bottom: float = 400) -> bytes:
    """The export of a profile. `bottom`: where pages end, in points from the top; a low one makes few pages."""
    sheet = Sheet()
    pages = list(_pages(jobs, bottom))
    for number, lines in enumerate(pages, start=1):
        sheet.canvas.setFillColorRGB(*_SIDEBAR)
        sheet.canvas.rect(0, 0, 204, 842, stroke=0, fill=1)
        if number == 1:
            _sidebar(sheet, address)
        for y, size, text, colour in lines:
            sheet.canvas.setFillColorRGB(*colour)
            sheet.line(_RIGHT, y, text, size=size)
        sheet.canvas.setFillColorRGB(*_GREY)
        sheet.line(385, 806, f"Page {number} of {len(pages)}", size=9)
        if number < len(pages):
            sheet.page()
    return sheet.pdf()


def _sidebar(sheet: Sheet, address: tuple[str, ...]) -> None:
    y = 46.0
    for heading, items in SIDEBAR.items():
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.line(_LEFT, y, heading, size=13)
        sheet.canvas.setFillColorRGB(0.88, 0.88, 0.88)
        if heading == "Contact":
            items = (*items, *address, "noor.example.org (Portfolio)")
        y = sheet.lines(_LEFT, y + 20, items, leading=14, size=10.5) + 18


def _pages(
    jobs: tuple[tuple[str, str], ...], bottom: float
) -> Iterator[list[tuple[float, float, str, tuple[float, float, float]]]]:
    """The lines of the wide column, page by page."""
    lines = [(58.0, 26.0, "Noor Halvorsen", _DARK), (80.0, 12.0, "Senior Backend Engineer at Fjordlight Systems", _DARK)]
    lines.append((97.0, 12.0, "Oslo, Norway", _GREY))
    y = 97.0
    parts = (("Summary", tuple(("text", line) for line in SUMMARY)), ("Experience", jobs), ("Education", EDUCATION))
    for heading, content in parts:
        for kind, text in (("heading", heading), *content):
            y += 34 if kind == "heading" else 16 + _BEFORE.get(kind, 0)
            if y > bottom:
                yield lines
                lines, y = [], 46.0
            colour = _GREY if kind == "place" else _DARK
            lines.append((y, 15.75 if kind == "heading" else _SIZES[kind], text, colour))
    yield lines
