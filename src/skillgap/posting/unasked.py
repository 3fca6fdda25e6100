"""Names in a sentence that ask for nothing of their own: what else would do, and the same name again.

In: the text of a sentence (plain, lower case), and where skills stand in it. Out: those that ask for something, or the text with
blanks in place of the others. What a degree is in is told in `degrees`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.model import Skill
from skillgap.posting.connectors import FAR, last_of, leads

_PARTED = re.compile(r"[,;:&+]|\band\b")
_OPENS = re.compile(r"\s*\(\s*")
_CLOSES = re.compile(r"\s*\)")


def blanked(text: str, first: int, last: int) -> str:
    """A text with blanks at `[first, last)`, so that offsets stay."""
    return text[:first] + " " * (last - first) + text[last:]


def without_categories(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> list[int]:
    """The mentions without those that only name what else would do: "AWS or another cloud", "Java or any other JVM language"."""

    def names_a_kind(index: int) -> bool:
        start, end = spans[index]
        other = last_of("behind", "or", text[spans[index - 1][1] : start][-FAR:]) if index else None
        if other is None or _PARTED.search(other["noun"]):
            return False  # "Docker or similar, CI/CD"
        return skills[index].kind != "technology" or any(
            leads("kind", text, place) for place in (end, text.rfind(" ", start, end)) if place >= 0
        )

    return [index for index in range(len(spans)) if not names_a_kind(index)]


def again(text: str, spans: Sequence[tuple[int, int]], skills: Sequence[Skill]) -> dict[int, tuple[int, int]]:
    """The mentions that stand alone in brackets behind another name of the same skill, and the brackets: "Google Cloud (GCP)"."""
    found: dict[int, tuple[int, int]] = {}
    if "(" not in text:
        return found
    for index in range(1, len(spans)):
        start, end = spans[index - 1][1], spans[index][0]
        closing = _CLOSES.match(text, spans[index][1])
        if skills[index].id == skills[index - 1].id and closing and _OPENS.fullmatch(text, start, end):
            found[index] = (start, closing.end())
    return found
