"""What a reader hands on: text in reading order, with the structure that the file itself marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "cell"]
Severity = Literal["info", "warning", "serious"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Document.text`, `[start, end)` in characters. `level` is 1-6 for headings, nesting depth for list items,
    the column (from 1) for cells."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a document. `code` is stable; `remedy` says what to do about it."""

    code: str
    message: str
    severity: Severity = "warning"
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.message}; {self.remedy}" if self.remedy else self.message


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words of a file that a person who looks at it does not see, and why not, as `white text`."""

    text: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Text in reading order.

    Attributes:
        text: all of it; every offset in skillgap is an index into this string.
        blocks: the structure that the file marks, in order, not overlapping; empty where it marks none (plain text).
        pages: the offset at which each page begins; empty where the format has no pages.
        warnings: what may have gone wrong in reading.
        format: short name of the format, as `pdf`.
        source: how to call the document in messages: a file name, `standard input`, `text`.
        title: the title that the file itself gives, as the job title of a JobPosting.
        hidden: what the file holds but does not show; no part of `text`, and never scored.
        plain: for a string with markup, the same string with the markup blanked, character for character.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    warnings: tuple[Notice, ...] = ()
    format: str = "text"
    source: str = "text"
    title: str | None = None
    hidden: tuple[Hidden, ...] = ()
    plain: str | None = None

    @property
    def readable(self) -> str:
        """The text to be read: `text`, or where that holds markup, `plain`. Offsets are the same."""
        return self.plain or self.text

    def page_of(self, offset: int) -> int | None:
        """The page (from 1) on which the character at `offset` stands, or None where there are no pages."""
        return bisect_right(self.pages, offset) or 1 if self.pages else None
