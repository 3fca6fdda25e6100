"""Takes the words of a PDF with their boxes through pdfplumber, for the files from which pdfium gets nothing.

The second opinion costs nine times as much, so it is asked only then. In come bytes, out go the same `Page` values.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from skillgap.documents.limits import PAGES
from skillgap.documents.pdf.geometry import Page, Word

_WITHOUT_MAP = re.compile(r"\(cid:\d+\)")
_BULLET = "(cid:127)"
"""What pdfminer makes of the bullet that reportlab and others write at an unused place of WinAnsi."""
_DESCENT = 0.2


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, the first `PAGES` of them; raises whatever pdfplumber raises."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages[:PAGES]:
            words = page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["fontname"])
            for word in words:
                word["text"] = word["text"].replace(_BULLET, "•")
            unreadable = sum(len(_WITHOUT_MAP.findall(word["text"])) for word in words)
            yield Page(
                float(page.width),
                float(page.height),
                [_word(word) for word in words if not _WITHOUT_MAP.search(word["text"])],
                pictures=0 if words else len(page.images),
                unreadable=unreadable,
            )
            page.close()


def _word(word: dict[str, Any]) -> Word:
    top, bottom = float(word["top"]), float(word["bottom"])
    return Word(
        text=word["text"],
        x0=float(word["x0"]),
        x1=float(word["x1"]),
        top=top,
        bottom=bottom,
        baseline=bottom - _DESCENT * (bottom - top),
        bold="bold" in word["fontname"].lower(),
    )
