"""What the style sheet of a DOCX says about a paragraph: a heading, a list item; and of a run: hidden, its size and colours.

In comes the root of `styles.xml`, out goes a `Styles` value that answers for the properties of a
paragraph or run, following `basedOn`. Names are compared without their namespace, since Word writes two sets of them
(transitional and strict).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skillgap.documents.office import heading_level_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF: Final = frozenset(("0", "false", "off", "none"))
_LIST_NAME = re.compile(r"list (?:bullet|number|paragraph bullet)\s*([2-5])?")
_NO_OUTLINE: Final = 9
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as reading needs it; None or empty where the style it is based on decides."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    numbering: str = ""
    depth: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    colour: str = ""
    shading: _Element | None = None
    paragraph_shading: _Element | None = None
    shades_cells: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: hidden or not, its size in half points, its colour as Word calls it, and what shades it."""

    hidden: bool
    size: int | None
    colour: str
    shading: _Element | None
    paragraph_shading: _Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id; `usual` are what runs and paragraphs have that name none."""

    by_id: Mapping[str, Style]
    usual: tuple[Style, ...] = ()

    def heading_level(self, properties: _Element | None) -> int:
        """1-6 for a heading, 0 for other paragraphs; a `Title` is of level 1."""
        direct = _number(properties, "outlineLvl")
        if direct is not None and direct < _NO_OUTLINE:
            return min(direct + 1, 6)
        for style in self._chain(properties, "pStyle"):
            if level := heading_level_of(style.name):
                return level
            if style.outline is not None:
                return min(style.outline + 1, 6) if style.outline < _NO_OUTLINE else 0
        return 0

    def list_depth(self, properties: _Element | None) -> int:
        """The depth of a list item from 1, 0 where the paragraph is none."""
        direct = child(properties, "numPr")
        if numbering := value_of(direct, "numId"):
            return 0 if numbering == "0" else (_number(direct, "ilvl") or 0) + 1
        for style in self._chain(properties, "pStyle"):
            if style.numbering:
                return 0 if style.numbering == "0" else (style.depth or 0) + 1
            if named := _LIST_NAME.match(style.name):
                return int(named[1] or 1)
        return 0

    def look(self, run: _Element | None, paragraph: _Element | None) -> Look:
        """How a run looks by itself, by its style, by that of its paragraph, or as is usual in the document."""
        own = Style(hidden=_hidden(run), size=_number(run, "sz"), colour=value_of(run, "color"), shading=child(run, "shd"))
        styles = (*self._chain(run, "rStyle"), *(tuple(self._chain(paragraph, "pStyle")) or self.usual[:1]), *self.usual[1:])
        shadings = (child(paragraph, "shd"), *(style.paragraph_shading for style in styles))
        return Look(
            hidden=next((style.hidden for style in (own, *styles) if style.hidden is not None), False),
            size=next((style.size for style in (own, *styles) if style.size is not None), None),
            colour=next((style.colour for style in (own, *styles) if style.colour), ""),
            shading=next((style.shading for style in (own, *styles) if style.shading is not None), None),
            paragraph_shading=next((shading for shading in shadings if shading is not None), None),
        )

    def shades_cells(self, properties: _Element | None) -> bool:
        """Whether the style of a table may give its cells a colour."""
        return any(style.shades_cells for style in self._chain(properties, "tblStyle"))

    def is_bold(self, properties: _Element | None) -> bool:
        """Whether a run is bold, by itself or by its style."""
        direct = flag(properties, "b")
        if direct is not None:
            return direct
        return next((style.bold for style in self._chain(properties, "rStyle") if style.bold is not None), False)

    def _chain(self, properties: _Element | None, kind: str) -> Iterator[Style]:
        """The style of a paragraph or run and those it is based on."""
        name = value_of(properties, kind)
        for _ in range(_DEEPEST):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = style.based_on


def read_styles(styles: _Element | None) -> Styles:
    """The styles of a document from the root of its style sheet, if it has one."""
    found = [style for style in children(styles) if local_name(style) == "style"]
    usual = (
        _style(style)
        for style in found
        if attribute(style, "type") == "paragraph" and attribute(style, "default").lower() in ("1", "true", "on")
    )
    defaults = child(child(styles, "docDefaults"), "rPrDefault")
    return Styles(
        {attribute(style, "styleId"): _style(style) for style in found},
        (next(usual, Style()), Style() if defaults is None else _style(defaults)),
    )


def _style(style: _Element) -> Style:
    paragraph, run = child(style, "pPr"), child(style, "rPr")
    numbered = child(paragraph, "numPr")
    return Style(
        name=value_of(style, "name").lower(),
        based_on=value_of(style, "basedOn"),
        outline=_number(paragraph, "outlineLvl"),
        numbering=value_of(numbered, "numId"),
        depth=_number(numbered, "ilvl"),
        bold=flag(run, "b"),
        hidden=_hidden(run),
        size=_number(run, "sz"),
        colour=value_of(run, "color"),
        shading=child(run, "shd"),
        paragraph_shading=child(paragraph, "shd"),
        shades_cells=attribute(style, "type") == "table" and any(_fills(shading) for shading in style.iter("{*}shd")),
    )


def _hidden(run: _Element | None) -> bool | None:
    vanished = flag(run, "vanish")
    return flag(run, "specVanish") if vanished is None else vanished


def _fills(shading: _Element) -> bool:
    return attribute(shading, "fill").lower() not in ("", "auto", "ffffff")


def local_name(element: _Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def children(element: _Element | None) -> Iterator[_Element]:
    """The elements directly below an element that may be missing."""
    return iter(()) if element is None else element.iterchildren(tag="*")


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a name."""
    return next((found for found in children(element) if local_name(found) == name), None)


def value_of(element: _Element | None, name: str) -> str:
    """The `val` of the first child of a name; empty where there is none."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val")


def _number(element: _Element | None, name: str) -> int | None:
    value = value_of(element, name)
    return int(value) if value.isdecimal() else None


def flag(element: _Element | None, name: str) -> bool | None:
    """What the switch of a name below an element says, None where there is none."""
    found = child(element, name)
    return None if found is None else attribute(found, "val").lower() not in _OFF
