"""Documents that are being read while the caller does something else, as loading spaCy.

In come contents; what is plain text becomes a document at once, the others are read by a process apart, one after the other.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from skillgap.documents import here
from skillgap.model import Document


class Reading:
    """Documents on their way.

    Args:
        contents: each the bytes and how to call them in messages.

    Raises:
        InputError: one of them is text, or nothing that a reader knows, and cannot be read.
    """

    def __init__(self, contents: Sequence[tuple[bytes, str]]) -> None:
        self._documents: list[Document | None] = []
        self._waiting: dict[int, tuple[bytes, str]] = {}
        self._error: BaseException | None = None
        for place, (data, where) in enumerate(contents):
            format = here.harmless_format(data, where)
            self._documents.append(here.read(data, where, format) if format else None)
            if not format:
                self._waiting[place] = (data, where)
        # a daemon, so that nobody who leaves has to wait for it
        self._thread = threading.Thread(target=self._read, name="skillgap-reading", daemon=True)
        if self._waiting:
            self._thread.start()

    def result(self) -> tuple[Document, ...]:
        """The documents in the order of the contents; waits until they are read.

        Raises:
            InputError: one of them cannot be read; the first of such errors.
        """
        if self._waiting:
            self._thread.join()
        if self._error is not None:
            raise self._error
        return tuple(document for document in self._documents if document is not None)

    def _read(self) -> None:
        from skillgap.documents import apart

        try:
            for place, (data, where) in self._waiting.items():
                self._documents[place] = apart.read(data, where)
        except BaseException as error:
            self._error = error
