"""What a reader of one format is: a function from the bytes of a file to a `Document`.

A reader is given content, never a path, so it opens nothing. What stops it and a person can do something about, it raises
as a `SkillgapError`; anything else that its libraries raise is turned into `DamagedFile` by `skillgap.documents.read`.
"""

from __future__ import annotations

from typing import Protocol

from skillgap.model import Document


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, data: bytes, source: str) -> Document:
        """Read a whole file.

        Args:
            data: the content.
            source: how to call the document in messages.

        Raises:
            InputError: the content cannot be used; with `where` set to `source`.
        """
        ...
