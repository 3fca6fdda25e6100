"""What of the layout of a DOCX other parsers read wrongly or not at all: columns side by side, large pictures.

In comes the root of the body, out go notices. What the text is, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from skillgap.documents import office
from skillgap.documents.docx.styles import attribute, child, children, local_name
from skillgap.model import Notice

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGE: Final = 0.05 * 7_560_000 * 10_692_000
"""A twentieth of an A4 page, in square EMU: a picture from this size on may hold text."""
_PICTURES: Final = frozenset(("pic", "imagedata"))


def remarks(root: _Element) -> Iterator[Notice]:
    """What to say about the layout of a body."""
    if _has_columns(root):
        yield office.about_columns()
    if any(map(_is_large, root.iter("{*}anchor", "{*}inline"))):
        yield office.about_pictures()


def has_pictures(root: _Element) -> bool:
    """Whether there is any picture."""
    return any(local_name(element) in _PICTURES for element in root.iter())


def _has_columns(root: _Element) -> bool:
    """Whether the page is set in columns, or a table stands for them: cells of several paragraphs beside each other."""
    if any(attribute(columns, "num") not in ("", "0", "1") for columns in root.iter("{*}cols")):
        return True
    return any(office.are_columns(_paragraphs(cell) for cell in children(row)) for row in root.iter("{*}tr"))


def _paragraphs(cell: _Element) -> int:
    """How many paragraphs with text stand directly in a cell."""
    return sum(local_name(part) == "p" and _has_text(part) for part in children(cell))


def _has_text(paragraph: _Element) -> bool:
    return any(text.text and text.text.strip() for text in paragraph.iter("{*}t"))


def _is_large(drawing: _Element) -> bool:
    extent = child(drawing, "extent")
    sizes = [attribute(extent, side) for side in ("cx", "cy")] if extent is not None else []
    large = len(sizes) == 2 and all(size.isdecimal() for size in sizes) and int(sizes[0][:12]) * int(sizes[1][:12]) >= _LARGE
    return large and attribute(drawing, "behindDoc") not in ("1", "true") and has_pictures(drawing)
