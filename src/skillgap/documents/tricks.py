"""What is said about a document whose words are not what a person sees: hidden, in look-alike letters, said over and over.

In: a `Document` as its reader made it. Out: the same with a notice for each of these. Nothing is judged here: whose trick it is,
or whether it is one, a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from skillgap.documents import lookalikes, repetition
from skillgap.documents.quoted import shortened
from skillgap.model import Document, Hidden, Notice, Skill

HIDDEN: Final = "hidden-text"
HIDDEN_SKILLS: Final = "hidden-skills"
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


def with_hidden_skills(document: Document, found: Iterable[tuple[Hidden, Iterable[Skill]]]) -> Document:
    """The document with a serious notice that lists the skills in its hidden parts, where there are any."""
    parts = [f"{', '.join(skill.name for skill in skills)} ({where(part)})" for part, skills in found]
    if not parts:
        return document
    remedy = (
        "look at the page; what counts can be copied into the text" if _may_be_opened(document) else "show them or take them out"
    )
    notice = Notice(HIDDEN_SKILLS, f"hidden, and not scored: {'; '.join(parts)}", "serious", remedy)
    return replace(document, warnings=(*document.warnings, notice))


def where(part: Hidden) -> str:
    """`white text, p. 1`."""
    return part.reason if part.page is None else f"{part.reason}, p. {part.page}"


def _may_be_opened(document: Document) -> bool:
    return document.format in _PAGES or document.plain is not None


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
        if _may_be_opened(document):
            yield Notice(HIDDEN, message, "info", "look at the page, and copy them into the text if they count")
        else:
            yield Notice(HIDDEN, message, "warning", "show them or take them out")
