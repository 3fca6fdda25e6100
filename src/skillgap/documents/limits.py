"""How much of a document is read before it is refused or cut; a résumé or a posting is far below each of them."""

from __future__ import annotations

from typing import Final

FILE_BYTES: Final = 50_000_000
"""Size of a file as it lies on disk."""

UNPACKED_BYTES: Final = 200_000_000
"""Size of all that is taken out of a compressed file, counted while it is taken out."""

TEXT_CHARACTERS: Final = 1_000_000
"""Characters of a whole document; the longest résumés have some ten thousand."""

PAGES: Final = 200
"""Pages of a PDF that are read; the rest is cut with a notice."""

PAGE_CHARACTERS: Final = 40_000
"""Characters of one PDF page that are read; a densely set A3 page has about 20,000."""

CELL_COLUMNS: Final = 100
"""Columns that one cell of a table may be said to span."""

TAG_ATTRIBUTES: Final = 2_000
"""Attributes of one HTML tag; libxml2 takes quadratic time over them."""

QUICK_BYTES: Final = 200_000
"""Size up to which plain text and Markdown are read in the calling process: nothing that they can do there takes long."""

SECONDS: Final = 18.0
"""Time that a process apart may take for one file, by the clock on the wall: with the start of a command it stays below 20."""

MEMORY_BYTES: Final = 1_000_000_000
"""Address space of a process that reads; at rest it takes some 100 MB of it."""

ANSWER_BYTES: Final = 64_000_000
"""What such a process may hand back: a document of `TEXT_CHARACTERS` with a block a word stays below."""
