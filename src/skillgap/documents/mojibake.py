"""Puts right letters that were decoded wrongly somewhere on their way into a document (`RÃ©sumÃ©`), and says so.

In: any text. Out: the same where nothing is wrong with it, which a pattern tells before a library is asked; and notices about
what was repaired, and about letters that are lost for good.
"""

from __future__ import annotations

import re
from typing import Final

from skillgap.model import Notice

_REMEDY: Final = "type them anew, or save it as UTF-8"
_SUSPECT = re.compile(r"[\x80-\x9f]|[\xac\xc2-\u04ff\u221a][^\x00-\x7f]|[\u2000-\u2122][\xa0-\u04ff]|[\xc2\xc3] ")
"""What every wrongly decoded letter has: two signs or more beyond ASCII in a row, or a control character for a quotation mark."""


def repaired(text: str) -> str:
    """The text with such letters put right, line by line."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    import ftfy

    return "".join(
        ftfy.fix_encoding(line) if not line.isascii() and _SUSPECT.search(line) else line
        for line in text.splitlines(keepends=True)
    )


def remark(text: str, *, mended: bool) -> tuple[Notice, ...]:
    """What to say about a text: whether letters were put right (`mended`), and how many are lost."""
    notices: list[Notice] = []
    if mended:
        notices.append(Notice("mojibake", "wrongly encoded characters were repaired", "info", _REMEDY))
    if lost := text.count("\ufffd"):
        notices.append(Notice("lost-characters", f"{lost} characters cannot be read", remedy=_REMEDY))
    return tuple(notices)
