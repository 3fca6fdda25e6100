"""Takes out what stands on pages but is not part of the text: page numbers, and headers and footers said before.

In come the lines of all pages, out go the same lines without them. The first occurrence of a header stays, so that no word
is lost, only repetitions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from skillgap.documents.geometry import Line

_PAGE_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*[-–|]?\s*(\d{1,3})\s*(?:(?:of|/|von|\|)\s*\d{1,3})?\s*[-–|]?", re.IGNORECASE)
_MARGIN: Final = 0.09
"""Share of the height of a page in which headers and footers stand."""
_SAME_PLACE: Final = 3.0


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without page numbers and repeated headers and footers.

    Args:
        pages: lines per page.
        heights: of the pages, in points.
    """
    seen: list[tuple[str, float]] = []
    kept: list[list[Line]] = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True), start=1):
        rest: list[Line] = []
        for line in page:
            if not _MARGIN * height < line.baseline < (1 - _MARGIN) * height:
                if _is_page_number(line.text, number):
                    continue
                words = re.sub(r"\d+", "0", line.text.casefold())
                if any(words == other and abs(line.baseline - place) < _SAME_PLACE for other, place in seen):
                    continue
                seen.append((words, line.baseline))
            rest.append(line)
        kept.append(rest)
    return kept


def _is_page_number(text: str, number: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(text.strip())
    return match is not None and int(match[1]) == number
