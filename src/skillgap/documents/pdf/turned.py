"""Turns the words of a page upright whose letters run up, down or upside down, as on a landscape page set on a portrait one.

In come a few letters of pdfium's text page, out goes a `Turn`, or None where they run from left to right. Words that run another
way than most of their page are left as they are.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Final

from skillgap.documents.pdf.geometry import Word
from skillgap.documents.pdf.ink import Box

_LETTERS: Final = 25
"""How many letters are asked."""
_SLANT: Final = 0.05
"""Quarters of a circle by which letters may miss a direction."""
_UPSIDE_DOWN, _UP = 2, 3


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page of `width` and `height` is turned: `quarters` of a circle, clockwise, in which its letters run."""

    quarters: int
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page once its letters run from left to right."""
        return (self.width, self.height) if self.quarters == _UPSIDE_DOWN else (self.height, self.width)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as it lies on the upright page; y grows upwards in both."""
        if self.quarters == _UP:
            return bottom, self.width - right, top, self.width - left
        if self.quarters == _UPSIDE_DOWN:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        return self.height - top, left, self.height - bottom, right

    def back(self, word: Word) -> Word:
        """A word of the upright page where it lies on the page itself; y grows downwards in both."""
        if self.quarters == _UP:
            return replace(word, x0=word.top, x1=word.bottom, top=self.height - word.x1, bottom=self.height - word.x0)
        if self.quarters == _UPSIDE_DOWN:
            x0, x1 = self.width - word.x1, self.width - word.x0
            return replace(word, x0=x0, x1=x1, top=self.height - word.bottom, bottom=self.height - word.top)
        return replace(word, x0=self.width - word.bottom, x1=self.width - word.top, top=word.x0, bottom=word.x1)


def find_turn(text_page: Any, size: tuple[float, float]) -> Turn | None:
    """The turn of most of the letters of a page."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page)
    asked = range(0, count, max(count // _LETTERS, 1))
    indices = [index for index in asked if pdfium.FPDFText_GetUnicode(text_page, index) > 0x20]
    angles = [pdfium.FPDFText_GetCharAngle(text_page, index) / (math.pi / 2) for index in indices]
    quarters = Counter(round(angle) % 4 for angle in angles if abs(angle - round(angle)) < _SLANT)
    usual, times = quarters.most_common(1)[0] if quarters else (0, 0)
    return Turn(usual, *size) if usual and 2 * times > len(indices) else None
