"""What a degree is in ("a degree in computer science or machine learning"): skills that are named, and not asked for as such.

In: a text, where a degree stands in it, and the mentions. Out: the mentions that are its subjects, and the text without the years
that the degree takes. What else a sentence with a degree asks for is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.posting.unasked import blanked

FAR = 60
"""So far (characters) a subject stands from the degree, or from another subject."""
_MAJOR = (
    r"(?: an?)?(?: strong| major| minor| relevant)?"
    r" (?:major|minor|course ?work|courses?|concentration|speciali[sz]ation|emphasis|focus)\b"
)
"""Behind "with": what of a degree the subject is."""
_OTHERS = (
    f"experience\\w*|know\\w*|years?|yrs|months|with(?!{_MAJOR})|skills?|understanding|ability|proficien\\w+|famil\\w+|plus"
    "|(?:and|or) an?|interest\\w*|expertise|fluen\\w+"
)
_OWN = rf"(?!.*\b(?:{_OTHERS})\b)"
"""Nothing that begins another thing asked for."""
_WORDS = r"(?:e\.g\.|[^.;\d])*"
_BEHIND = re.compile(
    rf"\.?(?:\s*\([^()]*\))?{_OWN}(?:(?!\s*(?:,|and\b|or\b))|(?=.*\b(?:in|of)\s*$)){_WORDS}", re.IGNORECASE | re.DOTALL
)
"""Between a degree and its first subject: `degree in`, `Master of Science (`."""
_BETWEEN = re.compile(rf"{_OWN}(?=.*(?:[,/&(]|\b(?:or|and)\b)){_WORDS}", re.IGNORECASE | re.DOTALL)
_BEFORE = re.compile(rf"\)?{_OWN}(?:(?=.*\bor\b)|(?=[^,]*$))[^.;:()\d]*", re.IGNORECASE | re.DOTALL)
"""Between a subject and the degree: `computer science degree`, `informatics, maths or physics degree`."""
_LENGTH = re.compile(r"[^.;,()]*\((?P<years>[^()]*\b(?:years?|yrs)\b[^()]*)\)", re.IGNORECASE)
_LONG = re.compile(r"(?P<years>[\w-]+[- ]years?)(?: [\w'-]+){0,2} $", re.IGNORECASE)
"""How long a degree takes, behind it and before it: `degree in physics (3 years)`, `three-year university degree`."""


def subjects(text: str, degree: tuple[int, int], spans: Sequence[tuple[int, int]]) -> set[int]:
    """The mentions (by index into `spans`, in order) that a degree at `degree` is in; all offsets are those of `text`."""
    found: set[int] = set()
    start, end = degree
    place, fits = end, _BEHIND
    for index, (first, last) in enumerate(spans):
        if first < end:
            continue
        if first - place > FAR or not fits.fullmatch(text, place, first):
            break
        found.add(index)
        place, fits = last, _BETWEEN
    place, fits = start, _BEFORE
    for index in range(len(spans) - 1, -1, -1):
        first, last = spans[index]
        if last > start:
            continue
        if place - last > FAR or not fits.fullmatch(text, last, place):
            break
        found.add(index)
        place, fits = first, _BETWEEN
    return found


def without_length(text: str, degree: tuple[int, int]) -> str:
    """A text in which the years that a degree takes are blanked, so that offsets stay."""
    start, end = degree
    for found in (_LENGTH.match(text, end, end + 2 * FAR), _LONG.search(text, max(0, start - FAR), start)):
        if found is not None:
            text = blanked(text, *found.span("years"))
    return text
