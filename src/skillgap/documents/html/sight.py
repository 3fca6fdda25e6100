"""Whether a person sees an HTML element: by its attributes, its style, simple rules in the page and what is around it.

In come elements one inside another, out goes for each a `Sight`: why its words are not seen, if they are not, and what its
children inherit. Scripts are not run, and style sheets elsewhere are not fetched: where there are any, a background that may
come from them is unknown, and words are not taken for hidden by their colour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from skillgap.documents import colours
from skillgap.documents.colours import BLACK, WHITE, Colour
from skillgap.documents.html.css import Declarations, Element, Sheet

_TINY: Final = 2.5
"""Pixels of a font."""
_FAR: Final = 500
"""Pixels outside of the page from which on nothing of an element is left on it."""
_NOTHING: Final = 1.5
"""Pixels that are no room."""
_FONT: Final = 16.0
_UNITS: Final = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "cm": 37.8, "mm": 3.78, "in": 96.0, "rem": _FONT, "vw": 12.0, "vh": 8.0}
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))\s*([a-z%]*)")
_ZERO_CLIP = re.compile(r"rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)")
_ZERO_CLIP_PATH = re.compile(r"inset\(\s*(?:50|100)%\s*\)|circle\(\s*0\D|polygon\(\s*(?:0(?:px|%)?\s+0(?:px|%)?\s*,?\s*)+\)")
_ZERO_SCALE = re.compile(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]")
CLOSED: Final = "closed until clicked"


@dataclass(frozen=True, slots=True)
class Sight:
    """What holds for the words of an element.

    Attributes:
        hidden: why they are not seen; empty where they are.
        whole: whether nothing inside can be seen either.
        colour: of the words; None where they let everything through.
        background: behind them; None where it is not known.
        font: size in pixels.
    """

    hidden: str = ""
    whole: bool = False
    invisible: bool = False
    colour: Colour | None = BLACK
    background: Colour | None = WHITE
    font: float = _FONT


PAGE: Final = Sight()


class Eye:
    """Looks at the elements of one page.

    Args:
        sheet: the rules of the page.
        elsewhere: whether it has style sheets that are not in it.
    """

    def __init__(self, sheet: Sheet, *, elsewhere: bool = False) -> None:
        self._sheet = sheet
        self._elsewhere = elsewhere

    def inside(self, tag: str, attributes: Mapping[str, str], around: Sight, ancestors: list[Element]) -> tuple[Sight, Element]:
        """An element inside of others, of which the last has the sight `around`; what a closed `details` holds is not seen."""
        if ancestors and not ancestors[-1].open and tag != "summary":
            around = replace(around, hidden=CLOSED, whole=True)
        return self._look(tag, attributes, around, ancestors)

    def _look(self, tag: str, attributes: Mapping[str, str], around: Sight, ancestors: list[Element]) -> tuple[Sight, Element]:
        element = Element(
            tag,
            frozenset(attributes.get("class", "").split()),
            attributes.get("id", ""),
            tag != "details" or "open" in attributes,
        )
        if around.whole:
            return around, element
        style = attributes.get("style", "")
        declared = self._sheet.declarations(element, ancestors, style) if style or self._sheet else {}
        if why := _gone(tag, attributes, declared, ancestors):
            return replace(around, hidden=why, whole=True), element
        if not declared and "color" not in attributes and "bgcolor" not in attributes:
            named = bool(element.classes or element.id)
            if self._elsewhere and named and around.background is not None:
                around = replace(around, background=None)
            return around, element
        return self._shown(attributes, declared, around, element), element

    def _shown(self, attributes: Mapping[str, str], declared: Declarations, around: Sight, element: Element) -> Sight:
        font = _font(declared.get("font-size", ""), around.font)
        if font <= _TINY and "font-size" in declared:
            return replace(around, hidden="tiny text", whole=True)
        invisible = around.invisible
        if "visibility" in declared:
            invisible = declared["visibility"] in ("hidden", "collapse")
        known = not (self._elsewhere and (element.classes or element.id))
        background = _background(attributes, declared, around.background if known else None)
        named = declared.get("-webkit-text-fill-color") or declared.get("color", attributes.get("color", ""))
        painted = any("text" in declared.get(f"{prefix}background-clip", "") for prefix in ("", "-webkit-"))
        colour = around.colour
        if painted:
            colour, background = around.colour or BLACK, None
        elif named:
            colour = None if colours.is_transparent(named) else colours.parse(named) or around.colour
        hidden = ""
        if invisible:
            hidden = "visibility: hidden"
        elif colour is None:
            hidden = "transparent text"
        elif background is not None and colours.alike(colour, background):
            hidden = "white text" if colours.alike(colour, WHITE) else "text in the colour of what is behind it"
        return Sight(hidden, False, invisible, colour, background, font)


def _gone(tag: str, attributes: Mapping[str, str], declared: Declarations, ancestors: list[Element]) -> str:
    """Why nothing of an element is seen; empty where something may be."""
    if declared.get("display") == "none":
        return "display: none"
    if "hidden" in attributes and "display" not in declared:
        return "hidden element"
    if tag == "dialog" and "open" not in attributes:
        return CLOSED
    if "popover" in attributes:
        return CLOSED
    if declared.get("content-visibility") == "hidden":
        return "visibility: hidden"
    if _share(declared.get("opacity", "1")) < 0.05 or re.search(r"opacity\(\s*0(?:%|\.0+)?\s*\)", declared.get("filter", "")):
        return "transparent text"
    if _is_clipped(declared):
        return "no room on the page"
    if _is_far(declared):
        return "outside the page"
    return ""


def _is_clipped(declared: Declarations) -> bool:
    if _ZERO_CLIP.search(declared.get("clip", "")) or _ZERO_CLIP_PATH.search(declared.get("clip-path", "")):
        return True
    if _ZERO_SCALE.search(declared.get("transform", "")) or re.fullmatch(r"0(?:\.0+)?", declared.get("scale", "")):
        return True
    cut = any(declared.get(name) in ("hidden", "clip") for name in ("overflow", "overflow-x", "overflow-y"))
    sizes = (_pixels(declared.get(name, "")) for name in ("width", "height", "max-width", "max-height"))
    return cut and any(size is not None and size <= _NOTHING for size in sizes)


def _is_far(declared: Declarations) -> bool:
    """Whether an element is moved off the page; to the right or below one could scroll, unless it is very far."""
    if (indent := _pixels(declared.get("text-indent", ""))) is not None and abs(indent) >= _FAR:
        return True
    moves = [f"margin-{side}" for side in ("left", "top")]
    if declared.get("position") in ("absolute", "fixed", "relative"):
        moves += ["left", "top", "right", "bottom"]
    if any((distance := _pixels(declared.get(name, ""))) is not None and distance <= -_FAR for name in moves):
        return True
    if any((distance := _pixels(declared.get(name, ""))) is not None and distance >= 10 * _FAR for name in moves):
        return True
    shifts = re.findall(r"translate(?:[xy3d]*)?\(([^()]*)\)", declared.get("transform", ""))
    return any((distance := _pixels(part)) is not None and distance <= -_FAR for shift in shifts for part in shift.split(","))


def _font(text: str, around: float) -> float:
    found = _LENGTH.fullmatch(text)
    if not found:
        return around
    size, unit = float(found[1]), found[2]
    if unit in ("em", "%", "ex", "ch"):
        return size * around / (100 if unit == "%" else 1)
    return size * _UNITS.get(unit, 1.0)


def _background(attributes: Mapping[str, str], declared: Declarations, around: Colour | None) -> Colour | None:
    """The colour behind the words of an element; None where a picture is there, or it is not known."""
    if any("url(" in value or "gradient(" in value for name, value in declared.items() if name.startswith("background")):
        return None
    for named in (declared.get("background-color"), declared.get("background"), attributes.get("bgcolor")):
        if named is None or colours.is_transparent(named) or named in ("none", "inherit", "initial", "unset"):
            continue
        whole = colours.parse(named)
        parts = (colours.parse(part) for part in re.findall(r"[\w-]+\([^()]*\)|[^\s()]+", named))
        return whole or next((part for part in parts if part), None)
    return around


def _pixels(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        return None
    unit = found[2]
    return float(found[1]) * (_FONT if unit == "em" else 12.0 if unit == "%" else _UNITS.get(unit, 1.0))


def _share(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return 1.0 if not found else float(found[1]) / (100 if found[2] == "%" else 1)
