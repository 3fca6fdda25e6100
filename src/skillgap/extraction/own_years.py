"""Whether years behind a name are its own: "Kafka in production, 5 years", "Kafka has been your daily bread for 5 years".

In: what stands between a name and the years behind it (plain text). Out: yes or no. Years before a name, and which of several
names they speak of, are for `years`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from skillgap.extraction.patterns import either
from skillgap.extraction.spelt import pattern

MANNER = either(
    "in production | in prod | in anger | in live systems? | in real life | for a living | for money | for pay | professionally"
    " | commercially | at work | on the job | to (?:paying )?(?:customers|clients|users|production) | full-time"
)
"""How something is used that is more than tried out."""
_DOING = either("design | development | administration | implementation | operations? | maintenance | integration | tuning")
_USED = re.compile(rf"^(?:\s+{MANNER}\b)+", re.I)
"""How something was used, between its name and years that are closed: "Java in production, 5 years"."""
_DONE = re.compile(
    rf"^\s+{_DOING}(?:(?:\s*(?:,|/|&|\band\b)\s*){_DOING})*(?=\s*(?:[,:(–—-]|$|\b(?:for|at|min|over|more)\b))", re.I
)
"""What was done with something, there: "Kafka design and administration - 5 years"."""
_SKILLS = re.compile(r"^\s+(?:programming\s+|coding\s+)?(?:skills?|knowledge|know-?how|expertise|background|proficiency)\b", re.I)
"""What somebody has of a skill, before years that are its own: "C++ skills, 5+ years"."""
_LASTED = re.compile(
    r"^(?:\s+(?:has|have|had)(?:\s+(?!not\b|never\b|hardly\b)[\w-]+){0,3}?|\s+(?:is|was)(?:\s+(?:a|part|of|in)\b){0,3}"
    r"|\s+(?:in|on|under|at|by)(?=\s+your\b))"
    r"\s+(?:your|his|her|their|you|them)\b(?!\s+(?:future|new|predecessors?|colleagues?|team|customers?|users|company|employer)\b)"
    r"(?:\s+(?:bread\s+and\s+butter\b|(?!not\b|and\b|but\b|or\b)[\w'’-]+)){0,4}?\s+(?:for|since)(?:\s+(?:the\s+)?(?:last|past))?(?=\s)",
    re.I,
)
"""What something was to somebody, before years for which it was: "has been your daily bread for"."""
_HOW_WELL = r"(?:hands-on|in[ -]depth|deep(?:ly)?|thorough|solid|strong|profound|in production)"
"""How well something is known, between its name and its years: "Kafka, hands-on and in depth, 3 years"."""
_BETWEEN = either(
    "ideally | no less | not less | no fewer | not fewer |"
    " expert | advanced | proficient | intermediate | basic | about | around | nearly | almost | ca | approx | several | years |"
    " experience | exp | development | developer | at | least | atleast | minimum | min | more | than |"
    f" {_HOW_WELL}(?:\\s+and\\s+{_HOW_WELL})?(?!\\.\\s) | or (?:similar|comparable|equivalent)"
    " | over | of | for | since | with | programming | preferably | is | required | a | living | commercially"
    " | professionally | daily |"
    " programmers? | engineers? | (?:i|we)(?:['’]d| would)? (?:say|guess|think|hope for|want|mean|expect|ask for|need|require)"
    " | we(?:['’]re| are) thinking(?: of)?"
    " | for (?:a|quite a) while(?!\\.\\s) | for some time(?!\\.\\s)"
    " | let['’]s say | say | (?:i|we) (?:think|guess|reckon)(?: of)?"
    " | something like | roughly | approximately"
    " | you(?:['’]ve| have| bring)(?: had)?"
    " | (?:(?:which|that) you(?:['’]ve| have)|you (?:should|must|need to|have to|ought to) have)(?: already)?"
    " (?:used|written|run|operated|maintained|worked (?:with|in))"
    " | well | - | services? | applications? | apps? | backends? | back ends? | systems? | projects? | code"
)
_BACKWARD = re.compile(rf"(?:\s*\.{{3,}})?[\s,:(*_`\"|\[/=~>≥–—-]*(?:\b(?:{_BETWEEN}\b|w/)[\s,.:(*_`\"~=>≥–—-]*)*", re.I)
_ASKED = re.compile(r",\s*(?:where|(?:of which |where )?you need)(?=\s)", re.I)
"""What asks for years behind a name and its comma, where nothing follows them: "Kafka, where two years would be fine"."""
_PURPOSE = r"(?:\s+for(?!\s+(?:an?|the|our|us|your?|some)\b)(?:\s+[a-z/-]+){1,3}(?=\s*[,:(|–—]))?"
"""What for, where something else than the years closes it: "Python for data analysis, 3 years"."""
_RELEASE = r"v?\d[\d.]*(?:\.?x\b|[cgi]\b)?"
_VERSION = re.compile(
    rf"^\s*[(/]?{_RELEASE}(?:\s*/\s*{_RELEASE})*\+?(?:\s+lts\b)?(?:\s+\(?(?:or|and)\s+(?:above|higher|later|newer|up)\b)?\)?"
    rf"(?![\w+]|\s*(?:[+-]\s*)?(?:\d|ye?a?rs?|yoe|m))",
    re.I,
)
"""A version behind a name."""
_ASIDE = re.compile(r"\([^()]{1,12}\)")
"""A short aside behind a name."""
_PERSON = re.compile(r"(?:developer|programmer|engineer|coder)s?")
"""Who works with what stands before: "a Go programmer, say three years"."""
_LEADS = re.compile(r"\W*(?:\d+[.)])?\W*(?:[a-z-]+\s+){0,5}", re.I)
"""What may stand before a list that is all of an item."""
_SHUT = re.compile(r"[^()]*\)\W*$")
"""Behind years in a bracket that ends an item."""


def without_version(gap: str) -> str:
    """What stands behind a name, without a version of it: " 17 and " is " and "."""
    return _VERSION.sub("", gap, count=1)


def are_its_own(gap: str, *, closed: bool, own: bool) -> bool:
    """Whether years that stand behind this text are those of the name before it.

    Args:
        closed: nothing follows the years that they may be of.
        own: nor are they told to be somebody's experience.
    """
    gap = _ASIDE.sub("", without_version(gap))
    if closed:
        gap = _ASKED.sub(",", _LASTED.sub("", _DONE.sub("", _USED.sub("", _instances().sub("", gap)))))
    if own:
        gap = _SKILLS.sub("", gap)
    return _BACKWARD.fullmatch(gap) is not None


def says_more(text: str, start: int, end: int) -> bool:
    """Whether a word that ends at `end`, behind a name that ends at `start`, only says who works with that, what there is of it
    or what for: "a Go programmer, say three years", "Postgres databases, 3 years", "Python for scripting, 3 years"."""
    word = text[start:end].removeprefix(" ").lower()
    return word.startswith("for ") or _PERSON.fullmatch(word) is not None or re.fullmatch(pattern("instances"), word) is not None


@cache
def _instances() -> re.Pattern[str]:
    """What is run or written of a technology, and where, before years that are closed: "Kafka clusters at scale, 3 years"."""
    one = pattern("instances")
    some = rf"(?:\s+{pattern('sized')})?\s+{one}(?:(?:\s*(?:,|/|&|\band\b)\s*){one})*\b"
    return re.compile(rf"^(?:[\s-]+based)?(?:{some})?(?:\s+{pattern('settings')}\b)*{_PURPOSE}", re.I)


def are_of_all(text: str, names: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether years stand in a bracket behind a list that is all of an item: "Docker, Kafka and Kotlin (4 years)".

    `names` are the spans of those in the list. Without "and" the bracket is for the last: "Linux, Docker, Kubernetes (2 years)".
    """
    *gaps, last = [without_version(text[end:start]).strip() for (_, end), (start, _) in pairwise(names)] or [""]
    listed = last.removeprefix(",").strip().lower() in {"and", "&"} and all(gap == "," for gap in gaps)
    if not (listed and gaps and text[names[-1][1] : years.start()].lstrip().startswith("(")):
        return False
    return _LEADS.fullmatch(text, 0, names[0][0]) is not None and _SHUT.match(text, years.end()) is not None
