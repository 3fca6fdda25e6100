"""Whether a person sees words of an RTF file: hidden, too small, or in the colour of what is behind them.

In come looks and the `Ground` that they stand on; out goes why they are not seen, or nothing. Where a shape may be behind the
text, no colour is judged. Styles are not asked: RTF repeats beside each paragraph how it looks.
"""

from __future__ import annotations

from typing import Final

from skillgap.documents import office
from skillgap.documents.colours import WHITE, Colour
from skillgap.documents.office import Ground
from skillgap.documents.rtf.front import Front
from skillgap.documents.rtf.parse import Content
from skillgap.documents.rtf.state import Look, ParagraphLook, Shading
from skillgap.documents.rtf.story import RowLook, Shape

_LARGE: Final = 1_134
"""Twentieths of a point, two centimetres, from which on a shape may be the ground of text."""
_NOTHING: Final = 20
"""A point."""
_FAR: Final = 31_500
"""More than half a metre; a tenth of it to the left or above is more than any margin."""
_SOLID: Final = 0


def ground_of(content: Content) -> Ground:
    """The page that the text is printed on."""
    if any(map(_is_behind, content.shapes)):
        return Ground(None)
    return Ground() if content.background is None else Ground(_filling(content.background))


def in_box(shape: Shape | None, ground: Ground) -> Ground:
    """The ground in a text box; of one that says nothing of itself no colour is known."""
    if shape is None:
        return ground.unknown()
    if shape.number("fHidden"):
        return Ground(hidden="hidden text box")
    for start, end in (("shpleft", "shpright"), ("shptop", "shpbottom")):
        size = shape.length(start, end)
        if size is None:
            continue
        if size < _NOTHING:
            return Ground(hidden="no room on the page")
        if shape.sides[start] > _FAR or shape.sides[end] < -_FAR / 10:
            return Ground(hidden="outside the page")
    if shape.number("fFilled") == 0:
        return ground
    return Ground(_filling(shape))


def in_row(row: RowLook, ground: Ground, front: Front) -> Ground:
    """The ground in a row of a table."""
    if -office.FLAT < row.height < 0:
        return Ground(hidden="hidden row")
    return ground.within(front.filling(row.shading))


def in_cell(row: RowLook, index: int, ground: Ground, front: Front) -> Ground:
    """The ground in a cell of such a row."""
    return ground.within(front.filling(row.cells[index])) if index < len(row.cells) else ground


def why_hidden(look: Look, paragraph: ParagraphLook, ground: Ground, front: Front) -> str:
    """Why words are not seen; empty where they are."""
    if ground.hidden:
        return ground.hidden
    if any(not -_FAR / 10 < place < _FAR for place in (paragraph.left, paragraph.top)):
        return "outside the page"
    for shading in (paragraph.shading, Shading(back=look.ground), look.shading, Shading(back=look.highlight)):
        ground = ground.within(front.filling(shading))
    return office.why_unseen(
        hidden=look.hidden,
        size=look.size,
        width=look.width,
        line=-paragraph.line if paragraph.line < 0 else None,
        colour=front.colour(look.colour),
        behind=ground.colour,
    )


def _filling(shape: Shape) -> Colour | None:
    """The colour that a shape is filled with, white if it does not say; None for patterns and pictures."""
    if shape.number("fillType") not in (None, _SOLID):
        return None
    filling = shape.number("fillColor")
    if filling is None:
        return WHITE
    return (filling & 0xFF, filling >> 8 & 0xFF, filling >> 16 & 0xFF)


def _is_behind(shape: Shape) -> bool:
    """Whether a shape of some size lies behind the text."""
    sizes = (shape.length("shpleft", "shpright"), shape.length("shptop", "shpbottom"))
    below = shape.sides.get("shpfblwtxt") or shape.number("fBehindDocument")
    return bool(below) and all(size is None or size > _LARGE for size in sizes)
