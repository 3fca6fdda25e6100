"""What a report format is: a function from a report and a page to a string.

Each format is one file with one such function, named `render`. It reads nothing but its arguments, so the same report on the
same page is always the same string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from skillgap.model import GapReport

NARROWEST, WIDEST = 40, 200


@dataclass(frozen=True, slots=True)
class Page:
    """What a report is shown on: `width` in columns, and whether it has `color`. Formats without columns ignore both."""

    width: int = 100
    color: bool = False

    @property
    def columns(self) -> int:
        """The width that is used: a page narrower than 40 columns is taken as 40, one wider than 200 as 200."""
        return min(max(self.width, NARROWEST), WIDEST)


class Format(Protocol):
    """A report format."""

    def __call__(self, report: GapReport, page: Page) -> str:
        """The whole report, ending in a newline."""
        ...
