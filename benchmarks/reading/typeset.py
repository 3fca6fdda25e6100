"""Makes PDF with Typst, from one template (`text.typ`) that knows the layouts.

In: a `Text` and a layout. Out: the bytes of a PDF, in the fonts that Typst brings along.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from random import Random

from benchmarks.reading.texts import Text

_TEMPLATE = Path(__file__).with_name("text.typ")
LAYOUTS = (
    "single column",
    "two columns",
    "sidebar left",
    "sidebar right",
    "tables",
    "ruled grid",
    "tracked headings",
    "ligatures",
    "hyphenated",
    "page heads",
    "links",
    "dates in the margin",
)


def make(layout: str, text: Text, _: Random) -> bytes:
    """A text as Typst sets it."""
    import typst

    inputs = {"text": json.dumps(asdict(text)), "layout": layout}
    pdf: bytes = typst.compile(str(_TEMPLATE), sys_inputs=inputs, ignore_system_fonts=True)
    return pdf
