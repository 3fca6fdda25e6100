"""What stands at the front of an RTF file and is referred to by number: fonts with their code pages, colours, styles.

In come the entries as they are read, out go answers: with which codec the bytes of a font are letters, which colour a number
stands for, which level of heading a style is.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from skillgap.documents.colours import BLACK, WHITE, Colour
from skillgap.documents.office import heading_level_of
from skillgap.documents.rtf.state import Shading

SYMBOLS: Final = "symbols"
"""In place of a codec: the bytes are signs of a font like Wingdings."""
_LATIN: Final = "sloppy-windows-1252"
_CHARSETS: Final = {
    2: SYMBOLS,
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""What `\\fcharset` means; 0 and 1 are left to the document."""
_PAGES: Final = {1252: _LATIN, 10_000: "mac-roman", 10_007: "mac-cyrillic", 65_001: "utf-8", 936: "gbk", 42: SYMBOLS}
CHARACTER_SETS: Final = {"ansi": _LATIN, "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
"""Control words that name the character set of a whole document."""
_NO_OUTLINE: Final = 9
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, its outline level from 0, and the number of the style it is based on."""

    name: str
    outline: int | None
    based_on: int | None


@dataclass(slots=True)
class Front:
    """The tables, filled while a file is read."""

    codec: str = _LATIN
    usual_font: int = 0
    fonts: dict[int, str] = field(default_factory=dict)
    colours: list[Colour | None] = field(default_factory=list)
    styles: dict[int, Style] = field(default_factory=dict)
    _font: int = 0
    _colour: dict[str, int] = field(default_factory=dict)

    def tell_font(self, word: str, number: int | None) -> None:
        """Take a control word of the font table."""
        if word == "f":
            self._font = number or 0
        elif number is not None and word in ("fcharset", "cpg"):
            codec = _CHARSETS.get(number) if word == "fcharset" else codec_of_page(number)
            if codec:
                self.fonts[self._font] = codec

    def tell_colour(self, word: str, number: int | None) -> None:
        """Take a control word of the colour table."""
        if word in ("red", "green", "blue"):
            self._colour[word] = min(max(number or 0, 0), 255)

    def end_colour(self) -> None:
        """A colour of the table is complete; one without a word is the automatic one."""
        told, self._colour = self._colour, {}
        self.colours.append((told.get("red", 0), told.get("green", 0), told.get("blue", 0)) if told else None)

    def codec_of(self, font: int) -> str:
        """With which codec the bytes of a font are letters, or `SYMBOLS`."""
        return self.fonts.get(font, self.codec)

    def colour(self, number: int) -> Colour | None:
        """A colour by its number; None for the automatic one and for one that there is not."""
        return self.colours[number] if 0 <= number < len(self.colours) else None

    def filling(self, shading: Shading) -> Colour | None:
        """The colour of a shading, None where there is none; a pattern without colours is black on white."""
        fore, back = (self.colour(number) if number else None for number in (shading.fore, shading.back))
        if shading.share <= 0:
            return back
        part = min(shading.share, 10_000) / 10_000
        red, green, blue = (
            round(part * one + (1 - part) * other) for one, other in zip(fore or BLACK, back or WHITE, strict=True)
        )
        return (red, green, blue)

    def heading_level(self, style: int, outline: int | None) -> int:
        """1-6 for a paragraph of a style and an outline level, 0 where it is no heading."""
        if outline is not None and 0 <= outline < _NO_OUTLINE:
            return min(outline + 1, 6)
        number: int | None = style
        for _ in range(_DEEPEST):
            found = self.styles.get(number) if number is not None else None
            if found is None:
                return 0
            if level := heading_level_of(found.name):
                return level
            if found.outline is not None:
                return min(found.outline + 1, 6) if 0 <= found.outline < _NO_OUTLINE else 0
            number = found.based_on
        return 0


def codec_of_page(page: int) -> str | None:
    """The codec of a Windows code page, None where it is not known."""
    name = _PAGES.get(page, f"cp{page}")
    try:
        return name if name in _PAGES.values() else codecs.lookup(name).name
    except LookupError:
        return None


def decode(data: bytes, codec: str) -> str:
    """Bytes as letters; those of a symbol font that are no ASCII move to the private area of Unicode, as Word has them."""
    if codec == SYMBOLS:
        return "".join(chr(byte if byte < 0x80 else 0xF000 + byte) for byte in data)
    if codec == _LATIN:
        import ftfy.bad_codecs

        ftfy.bad_codecs.ok()
    return data.decode(codec, "replace")


SIGNS: Final[Mapping[str, str]] = {
    "line": "\n",
    "lbr": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "~": "\u00a0",
    "_": "-",
    "-": "\u00ad",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "\t": "\t",
}
"""Control words and symbols that stand for a character."""
