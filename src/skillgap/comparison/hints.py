"""Says where the résumé shows a skill in other words than the posting's. Never names a skill that is not shown.

Only names are worth it: those of technologies, and acronyms (`IaC` for "infrastructure as code"); that one writes "unit tests"
where the other has "unit testing" is no news. A misspelling in the posting is nobody's model, one in the résumé is worth a word.
Who writes the official name (the taxonomy's) is never told to shorten it to an alias: only a fuller name is worth a change.
Releases and editions of one product are no wordings of each other: nobody is told to write one that they do not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from skillgap.comparison.quotes import word
from skillgap.extraction.data import rules
from skillgap.extraction.tokens import tokenize
from skillgap.model import Hint, Mention, Posting, Resume, Skill

LONGEST_ACRONYM = 6
"""Letters."""
_NUMBER = re.compile(r"(?:(?<=[ /-])v?\d[\d.]*[a-z]{0,2}|(?<=[a-z])v\d[\d.]*[a-z]?|(?<=[a-z+])\d[\d.]*)$", re.IGNORECASE)
"""The number of a release at the end of a name: `Oracle 19c`, `SNMPv2c`, `HTML5`, `C++17`."""


@cache
def _editions() -> frozenset[str]:
    return frozenset(word for rule in rules("editions", "skillgap.comparison") for word in rule["words"])


def find_hints(posting: Posting, resume: Resume, skills: Iterable[Skill]) -> Iterator[Hint]:
    """A hint for each of the skills (those that the posting asks for) that the two documents call by different names."""
    for skill in skills:
        theirs = [m for m in _mentions(posting.extraction.mentions, skill) if m.method in {"exact", "variant"}]
        yours = _mentions(resume.extraction.mentions, skill)
        if not theirs or not yours or any(_same(a, b) for a in yours for b in theirs):
            continue
        first = yours[0]
        models = [m for m in theirs if _releases(m) <= _releases(first)]
        if not models:
            continue
        second = next((m for m in models if _is_official(m)), models[0])
        if any(map(_is_official, yours)) and not (_is_official(second) or _letters(second.text) > _letters(skill.name)):
            continue
        if skill.kind == "technology" or _is_acronym(first.text) != _is_acronym(second.text):
            yield Hint(
                skill,
                yours=word("resume", first, resume.document.page_of(first.start)),
                theirs=word("posting", second, posting.document.page_of(second.start)),
            )


def _mentions(mentions: Iterable[Mention], skill: Skill) -> list[Mention]:
    return [mention for mention in mentions if mention.skill.id == skill.id and mention.status == "asserted"]


def _same(yours: Mention, theirs: Mention) -> bool:
    """Whether who looks for the one name finds the other: they are equal, or one is the other with a word more."""
    first, second = _words(yours.text), _words(theirs.text)
    if "".join(first) == "".join(second):
        return True
    shorter, longer = sorted((first, second), key=len)
    return any(longer[i : i + len(shorter)] == shorter for i in range(len(longer) - len(shorter) + 1))


def _is_official(mention: Mention) -> bool:
    return "".join(_words(mention.text)) == "".join(_words(mention.skill.name))


def _releases(mention: Mention) -> set[str]:
    """What in a name says which release or edition is meant; no number or word that the official name has, too (`Amazon EC2`)."""
    number = _NUMBER.search(mention.text)
    marks = {number[0].lower()} if number else set()
    marks |= _editions().intersection(tokenize(mention.text).words)
    own = tokenize(mention.skill.name).words
    return {mark for mark in marks if mark not in own}


def _letters(name: str) -> int:
    return sum(map(str.isalnum, name))


def _words(name: str) -> list[str]:
    """The words of a name in lower case, without release, edition, plural and the ending of JavaScript libraries."""
    words = [word for word in tokenize(_NUMBER.sub("", name)).words if word[0].isalpha() or word in {"+", "++", "#"}]
    return [_stem(word) for word in words if word != "js" and word not in _editions()] or [name.lower()]


def _stem(word: str) -> str:
    if len(word) > 4:
        return word.removesuffix("js").removesuffix("s")
    return word


def _is_acronym(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return 2 <= len(letters) <= LONGEST_ACRONYM and sum(map(str.isupper, letters)) >= 2 and " " not in name.strip()
