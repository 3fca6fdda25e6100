"""What is said about a document whose words are not what a person sees: hidden, in look-alike letters, said over and over.

In: a `Document` as its reader made it. Out: the same with a notice for each of these. Nothing is judged here: whose trick it is,
or whether it is one, a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from skillgap.documents import lookalikes, repetition
from skillgap.documents.quoted import shortened
from skillgap.model import Document, Hidden, Notice

HIDDEN: Final = "hidden-text"
"""The code of the notice about hidden words."""
_PAGES: Final = frozenset(("html",))
"""Formats in which hidden words are everyday: menus, dialogs, what opens at a click."""


def told(document: Document) -> Document:
    """The document with what is to be said about its tricks."""
    notices = (
        *_about_hidden(document),
        *lookalikes.remark(document.readable),
        *repetition.remark(document.readable),
    )
    return replace(document, warnings=(*document.warnings, *notices)) if notices else document


def where(part: Hidden) -> str:
    """`white text, p. 1`."""
    return part.reason if part.page is None else f"{part.reason}, p. {part.page}"


def _about_hidden(document: Document) -> Iterator[Notice]:
    """A notice for each way of hiding."""
    for reason in dict.fromkeys(part.reason for part in document.hidden):
        parts = [part for part in document.hidden if part.reason == reason]
        text = " ".join(part.text for part in parts)
        pages = ", ".join(map(str, dict.fromkeys(part.page for part in parts if part.page is not None)))
        count = len(text.split())
        message = (
            f"{count} hidden word{'s' if count > 1 else ''} ({reason}{f', p. {pages}' if pages else ''}), "
            f'not scored: "{shortened(text)}"'
        )
        if document.format in _PAGES:
            yield Notice(HIDDEN, message, "info", "look at the page, and copy them into the text if they count")
        else:
            yield Notice(HIDDEN, message, "warning", "show them or take them out")
