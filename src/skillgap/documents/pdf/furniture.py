"""Takes out what stands on pages but is not part of the text: page numbers, and headers and footers that repeat.

In come the lines of all pages, out go the same lines without them. The first occurrence of a header stays unless it counts
pages and says nothing that is not said elsewhere, so that no word is lost, only repetitions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from skillgap.documents.pdf.geometry import Line

_PAGE_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*[-–|]?\s*(\d{1,3})\s*(?:(?:of|/|von|\|)\s*\d{1,3})?\s*[-–|]?", re.IGNORECASE)
_COUNTING: Final = frozenset(("page", "seite", "of", "von"))
_MARGIN: Final = 0.09
"""Share of the height of a page in which headers and footers stand."""
_SAME_PLACE: Final = 6
"""How far, in points, the place of a repeated line may differ."""


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without page numbers and repeated headers and footers.

    Args:
        pages: lines per page.
        heights: of the pages, in points.
    """
    margins = [[line for line in page if _in_margin(line, height)] for page, height in zip(pages, heights, strict=True)]
    repeated = {key for key, count in Counter(_key(line) for lines in margins for line in lines).items() if count > 1}
    marginal = {id(line) for lines in margins for line in lines}
    said = {word for page in pages for line in page if id(line) not in marginal for word in _words(line.text)}
    seen: set[tuple[str, int]] = set()
    kept: list[list[Line]] = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True), start=1):
        rest: list[Line] = []
        for line in page:
            if _in_margin(line, height):
                counts = str(number) in re.findall(r"\d+", line.text) and said.issuperset(_words(line.text))
                if _is_page_number(line.text, number) or _key(line) in seen or (_key(line) in repeated and counts):
                    continue
                seen.add(_key(line))
            rest.append(line)
        kept.append(rest)
    return kept


def _in_margin(line: Line, height: float) -> bool:
    return not _MARGIN * height < line.baseline < (1 - _MARGIN) * height


def _key(line: Line) -> tuple[str, int]:
    """What a line says but for its numbers, and where it stands."""
    return re.sub(r"\d+", "0", line.text.casefold()), round(line.baseline / _SAME_PLACE)


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in _COUNTING)


def _is_page_number(text: str, number: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(text.strip())
    return match is not None and int(match[1]) == number
