"""Hides in a quote what tells who somebody is: names, addresses, employers, schools.

Nobody can list all names, so it is the other way round: a word with a capital letter stays only if it belongs to a skill that the
résumé names, tells a role, or is an ordinary English word at the beginning of a sentence; no name stays that is above the first
section or in the heading of a job or a course. Addresses, links and numbers of many digits are hidden wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources

from skillgap.extraction.data import words
from skillgap.model import Resume

MASK = "[…]"
_LINE = 80
"""Characters of the first line that may be a name, where no heading follows."""
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S*|\+?\d[\d ()/.-]{6,}\d|\w+(?:['’]\w+)*")
_BEGINS = re.compile(r"[.:;!?•…]\s+\Z")
_REPEATED = re.compile(re.escape(MASK) + r"(?:[\s,.&'’-]{0,3}" + re.escape(MASK) + ")+")


@cache
def _roles() -> frozenset[str]:
    """Words of headings that tell a role or a time, and nobody's name (`data/roles.txt`)."""
    return frozenset((resources.files("skillgap.batch") / "data" / "roles.txt").read_text(encoding="utf-8").split())


def masking(resume: Resume) -> Callable[[str], str]:
    """What hides the person in words of a résumé."""
    text = resume.document.readable
    first = next((section.start for section in resume.extraction.sections if section.heading), None)
    above = text[:first] if first else text.strip().partition("\n")[0][:_LINE]
    ordinary, roles = words(), _roles()
    headings = [above, *(entry.heading for entry in resume.entries)]
    skills = {word.casefold() for mention in resume.extraction.mentions for word in _WORD.findall(mention.text)}
    told = {word.casefold() for heading in headings for word in _WORD.findall(heading) if word != word.lower()} - roles

    def hide(match: re.Match[str]) -> str:
        token = match.group()
        low = token.casefold()
        stem = re.split("['’]", low)[0]
        if not token.replace("'", "").replace("’", "").isalnum():
            return MASK
        if stem in skills or token == token.lower():
            return token
        begins = not match.string[: match.start()].strip() or _BEGINS.search(match.string, 0, match.start()) is not None
        return token if stem not in told and (stem in roles or (begins and stem in ordinary)) else MASK

    def mask(quote: str) -> str:
        return _REPEATED.sub(MASK, _TOKEN.sub(hide, quote))

    return mask
