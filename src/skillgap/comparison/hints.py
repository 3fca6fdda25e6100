"""Says where the résumé shows a skill in other words than the posting's. Never names a skill that is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgap.comparison.quotes import word
from skillgap.model import Hint, Mention, Posting, Resume, Skill
from skillgap.taxonomy.forms import key


def find_hints(posting: Posting, resume: Resume, skills: Iterable[Skill]) -> Iterator[Hint]:
    """A hint for each of the skills (those that the posting asks for) that the two documents call by different names."""
    for skill in skills:
        theirs = _mentions(posting.extraction.mentions, skill)
        yours = _mentions(resume.extraction.mentions, skill)
        if theirs and yours and skill.kind != "soft" and not {_name(m) for m in theirs} & {_name(m) for m in yours}:
            first, second = yours[0], theirs[0]
            yield Hint(
                skill,
                yours=word("resume", first, resume.document.page_of(first.start)),
                theirs=word("posting", second, posting.document.page_of(second.start)),
            )


def _mentions(mentions: Iterable[Mention], skill: Skill) -> list[Mention]:
    return [mention for mention in mentions if mention.skill.id == skill.id and mention.status == "asserted"]


def _name(mention: Mention) -> str:
    name = key(mention.text.rstrip("0123456789. "))
    return name[:-1] if name.endswith("s") and len(name) > 4 else name
