"""What a cell of a table says if it says nothing else: how much is asked, whose its column is, that it is a head or a rating.

In: the text of a cell, with plain characters. Out: a kind of section, or whether it is one of these. Where the cell stands is for
`rows` and `tables` to weigh.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from skillgap.extraction.data import rules
from skillgap.extraction.durations import years_of
from skillgap.extraction.headings import SECOND, SHOULD, cleaned, heading_kind
from skillgap.extraction.own_years import MANNER
from skillgap.extraction.patterns import either
from skillgap.extraction.phrases import Node, phrase
from skillgap.taxonomy.forms import split

_LEVELS = frozenset({"required", "preferred", "negated"})
LONGEST = 40
"""A cell that is longer (characters) is no head and no level."""
_MUST = re.compile(r"\b(?:must|requir|mandatory|essential|need|minimum|non negotiable)")
"""What says of a heading that is asked for that it is a level: "skills" and "experience" are heads of columns too."""
_NOUNS = re.compile(r"^(?:highly |strongly )|(?<=\w) (?:skills?|technologies|tools|experience|knowledge|qualifications)$")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
"""What a head adds in brackets: "Never (honestly)"."""
_SAID = {"untouched": "negated", "denies": "negated", "learningnow": "wanted", "wished": "wanted"}
"""Names of phrases, and what the columns are that they head."""
_MOST_WORDS = 7
"""A head of a column has no more words ..."""
_LISTS = re.compile(r"[,;:/]")
"""... and none of these signs, as what stands below heads does, and "Must / Nice"."""
_SPEAKS = re.compile(r"\b(?:you|your|we|us|our|i|me|they|what|who|have)\b")
"""What makes a level of a heading that is asked for: "experience" and "skills" head columns that say nothing of the kind."""
_SHORTEST = 5
"""A denial that is shorter (characters) may be the answer to anything, or "No." for a number."""
_OF_YEARS = re.compile(r"(?:\w+ ){0,2}(?:years|yrs|yoe)(?: (?:of )?\w+){0,2}")
"""The head of a column of years: "Years", "Min. years", "Years of experience"."""
_STOPS = re.compile(r"[(.]")
"""What such a head may hold besides its words: "Min. years", "Experience (years)"."""
_OF_SKILLS = re.compile(r"\b(?:skills?|technolog(?:y|ies)|tools?|languages?|competenc(?:y|ies)|requirements?)\b")
_OF_LEVELS = re.compile(r"(?:\w+ )?(?:level|proficiency|importance|priority|rating|grade|seniority)(?: \w+)?|must and nice|need")
"""The head of a column of levels, whichever: "Level", "Proficiency level", "Must/Nice"."""
STARS = "★☆✩⭐●○•◦■□▮▯"
"""Signs that show by their number how well somebody knows a thing."""
_RATING = re.compile(
    either(
        "(?:very )?(?:good|strong|solid) | expert | experienced | advanced | proficient | professional | confident | fluent |"
        " intermediate | medium | competent | working knowledge | familiar | basics? | beginner | novice | junior | mid |"
        " excellent | deep | thorough | sound | hands-on |"
        " middle | senior"
    )
)
"""How well somebody knows a thing, and nothing else."""
_MEASURE = re.compile(
    rf"[\[(]?(?:[{STARS}*]{{2,}}|[=>_.|#\[\] -]{{4,}}|\d{{1,3}}\s?%|\d+(?:[.,]\d)?\+?\s?(?:y|yrs?|years?|months?)\.?)[\])]?\s*",
    re.IGNORECASE,
)
"""The same in place of words: stars, a bar, a share, years."""
_BESIDE_YEARS = re.compile(
    r"\s+[–—-]\s+|[,;/()]|(?<!least)(?<!min)(?<!minimum)(?<!\.)(?<!over)(?<!than)"
    r"\s(?=(?:(?:at least|min(?:imum|\.)?|over|more than)\s+)?\d)",
    re.IGNORECASE,
)
"""Parts years in a cell from what it says besides."""
_IN_USE = re.compile(MANNER, re.IGNORECASE)


@lru_cache(maxsize=5000)
def level_said(text: str) -> str | None:
    """The level that a cell says, if it says nothing else."""
    if len(text) > LONGEST or not any(map(str.isalpha, text)):
        return None
    words = cleaned(text)
    if is_level_head(text):
        return None  # "Need": of what stands below it
    found = heading_kind(words, "posting", False) or heading_kind(_NOUNS.sub("", words), "posting", False)
    return found if found in _LEVELS and (found != "required" or _MUST.search(words)) else None


def column_said(text: str) -> str | None:
    """What the head of a column says of all below it, as a heading would: a level, what is taught, or what "should" be had.

    Such words say it only beside another head that parts its column from this one: "What you bring | What would delight us".
    """
    words = cleaned(text)
    if len(text) > LONGEST or _LISTS.search(text) or words.count(" ") >= _MOST_WORDS or is_level_head(text):
        return None
    tokens = split(words)
    for stop, node in _columns().stops(tokens, 0, 0, len(tokens)):
        if node.ends and stop == len(tokens):
            return node.ends[0]
    found = heading_kind(words, "posting")
    if found == "required" and not (_SPEAKS.search(words) or _MUST.search(words)):
        return None
    return found if found in _LEVELS or found in {SECOND, SHOULD} else None


@lru_cache(maxsize=5000)
def status_said(text: str) -> str | None:
    """Whether a head says that its column is denied or only wished for, as in a table of what somebody knows how well."""
    text = _ASIDE.sub("", text)
    if not _SHORTEST <= len(text) <= LONGEST:
        return None
    words = split(cleaned(text))
    return next((said for name, said in _SAID.items() if len(words) in phrase(name).stops(words, 0, 0, len(words))), None)


@cache
def _columns() -> Node[str]:
    """The wordings of `data/columns.yaml`, and the kinds of section that they mean."""
    tree: Node[str] = Node()
    for rule in rules("columns"):
        for wording in rule["wordings"]:
            tree.add(wording, rule["kind"])
    return tree


def is_years_head(text: str) -> bool:
    """Whether a cell heads a column of years; "5 years" is no head."""
    return _OF_YEARS.fullmatch(_STOPS.sub("", cleaned(text))) is not None and not years_of(text)


def is_level_head(text: str) -> bool:
    """Whether a cell heads a column of levels or ratings."""
    return _OF_LEVELS.fullmatch(cleaned(text)) is not None


def names_skills(text: str) -> bool:
    """Whether a cell may head a column of names."""
    return _OF_SKILLS.search(cleaned(text)) is not None


@lru_cache(maxsize=5000)
def years_said(text: str, *, bare: bool = False) -> float:
    """The years that a cell says if it says nothing else, or how well besides: "Good, 4+ years". `bare` as for `years_of`."""
    years = years_of(text, bare=bare)
    if years or len(text) > LONGEST or not any(map(str.isalnum, text)):
        return years
    parts = [part.strip() for part in _BESIDE_YEARS.split(text) if part.strip()]
    told = [years for part in parts if (years := years_of(part))]
    others = sum(is_rating(part) or _IN_USE.fullmatch(part) is not None for part in parts)
    return told[0] if len(told) == 1 and others == len(parts) - 1 else 0.0


def is_measure(text: str) -> bool:
    """Whether a text says how well or how long a thing is known, in words or signs, and only that."""
    return _MEASURE.fullmatch(text) is not None or is_rating(text)


def is_rating(text: str) -> bool:
    """Whether a cell says how well a thing is known."""
    return _RATING.fullmatch(cleaned(text)) is not None
