"""Whether a person sees a run of a DOCX: hidden by Word, too small, without colour, or in the colour of what is behind it.

In come the properties of a run and of its paragraph, and the ground they stand on; out goes why the run is not seen, or
nothing. Where a shape or a picture may be behind the text, no colour is judged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from skillgap.documents import colours, office
from skillgap.documents.colours import WHITE, Colour
from skillgap.documents.docx.styles import Styles, attribute, child, children, flag, local_name, value_of
from skillgap.documents.office import Ground

if TYPE_CHECKING:
    from lxml.etree import _Element

_CLEAR: Final = 95_000
"""Thousandths of a per cent of transparency."""
_LARGE: Final = 700_000
"""Size in EMU, two centimetres, from which on a shape may be the ground of text."""
_NOTHING: Final = 12_700
"""A point in EMU."""
_FAR: Final = 20_000_000
"""EMU, more than half a metre; a tenth of it to the left or above is more than any margin."""
_MARKERS: Final = {
    **dict.fromkeys(("black", "darkBlue", "darkCyan", "darkGreen", "darkMagenta", "darkRed"), (0, 0, 0)),
    "white": WHITE,
}


def fill_of(shading: _Element | None) -> Colour | None:
    """The colour of a shading, if it has one."""
    return colours.parse(attribute(shading, "fill")) if shading is not None else None


def ground_of(root: _Element) -> Ground:
    """The page that a part is printed on."""
    background = child(root, "background")
    colour = colours.parse(attribute(background, "color")) if background is not None else None
    return Ground(colour or WHITE)


def has_shapes_behind(root: _Element) -> bool:
    """Whether a shape or picture of some size lies behind the text of a part."""
    for element in root.iter("{*}anchor"):
        extent = child(element, "extent")
        sizes = [attribute(extent, name) for name in ("cx", "cy")] if extent is not None else []
        if attribute(element, "behindDoc") in ("1", "true") and all(size.isdecimal() and int(size) > _LARGE for size in sizes):
            return True
    return any(
        "z-index:-" in attribute(shape, "style").replace(" ", "") for shape in root.iter("{urn:schemas-microsoft-com:vml}*")
    )


def in_box(content: _Element, ground: Ground) -> Ground:
    """The ground of a text box: its own filling, where it says which."""
    if why := _why_gone(content):
        return Ground(hidden=why)
    shape = content.getparent()
    shape = shape.getparent() if shape is not None and local_name(shape) in ("txbx", "textbox") else shape
    if shape is None:
        return ground.unknown()
    properties = child(shape, "spPr")
    if properties is not None:
        if child(properties, "noFill") is not None:
            return ground
        solid = child(properties, "solidFill")
        plain = child(solid, "srgbClr") if solid is not None else None
        colour = colours.parse(attribute(plain, "val")) if plain is not None else None
        return replace(ground, colour=colour)
    if attribute(shape, "filled") in ("f", "false"):
        return ground
    return replace(ground, colour=colours.parse(attribute(shape, "fillcolor").split(" ")[0]))


def _why_gone(content: _Element) -> str:
    """Why a text box is not seen, whatever is in it; empty where it may be."""
    holder = next(content.iterancestors("{*}anchor", "{*}inline"), None)
    if holder is None:
        return ""
    named = child(holder, "docPr")
    if named is not None and attribute(named, "hidden") in ("1", "true"):
        return "hidden text box"
    extent = child(holder, "extent")
    for position, side in (("positionH", "cx"), ("positionV", "cy")):
        offset = child(child(holder, position), "posOffset")
        size = attribute(extent, side) if extent is not None else ""
        if size.isdecimal() and int(size) < _NOTHING:
            return "no room on the page"
        if offset is not None and re.fullmatch(r"-?\d+", offset.text or ""):
            start = int(offset.text or 0)
            if start > _FAR or (size.isdecimal() and start + int(size) < -_FAR / 10):
                return "outside the page"
    return ""


def why_hidden(run: _Element | None, paragraph: _Element | None, styles: Styles, ground: Ground) -> str:
    """Why a run is not seen; empty where it is.

    Args:
        run, paragraph: their properties, `rPr` and `pPr`.
    """
    if ground.hidden:
        return ground.hidden
    look = styles.look(run, paragraph)
    squeezed = value_of(run, "w").rstrip("%")
    spacing = child(paragraph, "spacing")
    fixed = attribute(spacing, "line") if spacing is not None and attribute(spacing, "lineRule") == "exact" else ""
    ground = ground.within(fill_of(look.paragraph_shading)).within(fill_of(look.shading))
    marker = value_of(run, "highlight")
    why = office.why_unseen(
        hidden=look.hidden,
        size=look.size,
        width=int(squeezed) if squeezed.isdecimal() else None,
        line=int(fixed) if fixed.isdecimal() else None,
        colour=colours.parse(look.colour),
        behind=_MARKERS.get(marker, (255, 255, 0)) if marker and marker != "none" else ground.colour,
    )
    return why or ("transparent text" if _is_clear(child(run, "textFill")) else "")


def row_is_hidden(row: _Element) -> bool:
    """Whether a row of a table is hidden, or no higher than nothing."""
    properties = child(row, "trPr")
    if flag(properties, "hidden"):
        return True
    height = child(properties, "trHeight")
    size = attribute(height, "val") if height is not None else ""
    return height is not None and attribute(height, "hRule") == "exact" and size.isdecimal() and int(size) < office.FLAT


def _is_clear(filling: _Element | None) -> bool:
    """Whether letters are filled with nothing."""
    if filling is None:
        return False
    if child(filling, "noFill") is not None:
        return True
    for part in children(child(filling, "solidFill")):
        opacity = value_of(part, "alpha")
        if opacity.isdecimal() and int(opacity) >= _CLEAR:
            return True
    return False
