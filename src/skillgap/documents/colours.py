"""Colours as documents write them, and whether one can be told from another.

In: what CSS or Word calls a colour. Out: red, green and blue, 0-255 each; None where there is none or it lets through what is
behind it.
"""

from __future__ import annotations

import re
from typing import Final

Colour = tuple[int, int, int]

WHITE: Final[Colour] = (255, 255, 255)
BLACK: Final[Colour] = (0, 0, 0)
_TELLABLE: Final = 12
"""Difference in one of the three from which on a person sees a word, if with effort."""
_TRANSPARENT: Final = 0.05
_LONGEST: Final = 100
_NAMES: Final = {
    "white": "ffffff",
    "snow": "fffafa",
    "ivory": "fffff0",
    "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0",
    "mintcream": "f5fffa",
    "azure": "f0ffff",
    "aliceblue": "f0f8ff",
    "seashell": "fff5ee",
    "whitesmoke": "f5f5f5",
    "gainsboro": "dcdcdc",
    "lightgray": "d3d3d3",
    "lightgrey": "d3d3d3",
    "silver": "c0c0c0",
    "darkgray": "a9a9a9",
    "darkgrey": "a9a9a9",
    "gray": "808080",
    "grey": "808080",
    "black": "000000",
    "red": "ff0000",
    "darkred": "8b0000",
    "maroon": "800000",
    "orange": "ffa500",
    "yellow": "ffff00",
    "green": "008000",
    "darkgreen": "006400",
    "lime": "00ff00",
    "teal": "008080",
    "cyan": "00ffff",
    "aqua": "00ffff",
    "blue": "0000ff",
    "darkblue": "00008b",
    "navy": "000080",
    "purple": "800080",
    "magenta": "ff00ff",
    "fuchsia": "ff00ff",
}
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")


def parse(text: str) -> Colour | None:
    """A colour from its name, `#fff`, `FFFFFF`, `rgb(255 255 255 / 1)` or `hsl(0, 0%, 100%)`."""
    word = text[:_LONGEST].strip().lower()
    digits = _HEX.fullmatch(_NAMES.get(word, word))
    if digits:
        code = digits[1]
        pairs = [digit * 2 for digit in code] if len(code) < 6 else [code[at : at + 2] for at in range(0, len(code), 2)]
        red, green, blue, *opacity = (int(pair, 16) for pair in pairs)
        return None if opacity and opacity[0] / 255 <= _TRANSPARENT else (red, green, blue)
    function = _FUNCTION.fullmatch(word)
    if not function:
        return None
    parts = [value for value in re.split(r"[\s,/]+", function[2].strip()) if value]
    try:
        numbers = [_number(value, 1.0 if index == 3 or function[1] == "hsl" else 255.0) for index, value in enumerate(parts)]
    except ValueError:
        return None
    if len(numbers) < 3 or (len(numbers) > 3 and numbers[3] <= _TRANSPARENT):
        return None
    if function[1] == "hsl":
        import colorsys

        rgb = colorsys.hls_to_rgb(numbers[0] / 360 % 1, numbers[2], numbers[1])
        return (round(rgb[0] * 255), round(rgb[1] * 255), round(rgb[2] * 255))
    return (round(numbers[0]), round(numbers[1]), round(numbers[2]))


def is_transparent(text: str) -> bool:
    """Whether a colour is named that lets everything through."""
    word = text[:_LONGEST].strip().lower()
    return word == "transparent" or (
        parse(word) is None and (_HEX.fullmatch(word) is not None or word.startswith(("rgba(", "hsla(", "rgb(", "hsl(")))
    )


def alike(one: Colour, other: Colour) -> bool:
    """Whether words in one of the colours cannot be seen on the other."""
    return all(abs(a - b) <= _TELLABLE for a, b in zip(one, other, strict=True))


def _number(text: str, whole: float) -> float:
    """A number, or a share of `whole`; degrees without their unit."""
    return float(text[:-1]) / 100 * whole if text.endswith("%") else float(text.removesuffix("deg"))
