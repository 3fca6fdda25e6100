"""What an item of a list says by its form, whatever heads the list: that it asks, tells, is a choice, or how much it is wanted.

In: the words of an item, behind its sign. Out: yes or no. Which words do so is data (`data/items.yaml`); what follows for the
list is told in `unheaded`.
"""

from __future__ import annotations

import re
from functools import cache

from skillgap.extraction.data import rules
from skillgap.extraction.durations import YEARS
from skillgap.extraction.patterns import any_of
from skillgap.extraction.spelt import pattern
from skillgap.extraction.wraps import judged

_LONG = 80
"""So many characters without a sign are a sentence."""
_STOPS = ".;,! "
"""Signs that may end an item."""
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_TELLS = re.compile(r"[?!;]|\b(?:we|our|us|you|your|i|is|are|was|were|will|has|have|for|to|from|into|not|no)\b", re.IGNORECASE)
"""Between the names of an item that is more than a choice."""


def is_rated(said: str) -> bool:
    """Whether an item says how much it is wanted: "Helm is a plus", "nice: Helm", "Docker, ideally Podman"."""
    if _rating().match(said) is not None:
        return True
    return judged().search(said.rstrip(_STOPS)) is not None and _of_somebody().match(said) is None


def is_held(said: str) -> bool:
    """Whether an item says of the name before a sign how well or how long it is to be known: "Erlang: you can read it"."""
    return _holding().match(said) is not None


def is_perk(said: str) -> bool:
    """Whether an item speaks of what somebody is given to work with, or to rest: "Windows or Linux laptop"."""
    return _perk().search(said) is not None


def tells_of_others(heading: str) -> bool:
    """Whether what heads a list says that it tells of customers, products or the work: "What our customers run"."""
    return _of_others().search(heading) is not None


def is_choice(said: str, first: int, last: int) -> bool:
    """Whether an item is a choice of names and nothing else. `first`, `last`: where its first name and its last one begin."""
    opening = _before_names().fullmatch(said, 0, first)
    if opening is None or _TELLS.search(said, first, last) or not _last_name().fullmatch(said, last):
        return False
    return bool(opening["count"] or opening["such"] or _OR.search(said, first))


@cache
def begins_asking() -> re.Pattern[str]:
    """Begins an item that asks for something."""
    part = _parts()
    had = _had()
    grade, name = part["grade"], r"(?-i:[A-Z])[\w+#.]*"
    of_it = rf"(?: (?:{had}|{part['craft']}))?"
    return re.compile(
        rf"(?:an? )?(?:very )?(?:{grade}(?: and {grade})? (?:[\w./+#-]+ ){{0,2}}?)?{had} {part['leads']}\b|{part['knows']}\b"
        rf"|{part['able']} {part['able_in']}\b|(?:an? )?{grade} {name}(?: (?:and|or) {name})?{of_it}\s*(?:$|[,.;(])"
        rf"|(?:at least |minimum |min\.? |more than |over )?(?:of )?{YEARS.pattern}\+? (?:of|with|in)\b",
        re.IGNORECASE,
    )


@cache
def begins_telling() -> re.Pattern[str]:
    """Begins an item that tells something."""
    few = r"(?:[\w-]+(?:,| and)? ){0,4}?"
    return re.compile(rf"{_of_somebody().pattern}|{few}{_parts()['does']}\b|[^,.:;(]{{{_LONG}}}", re.IGNORECASE)


@cache
def _of_somebody() -> re.Pattern[str]:
    """Begins what is told of somebody or something."""
    return re.compile(rf"{_parts()['about']}\b", re.IGNORECASE)


@cache
def _rating() -> re.Pattern[str]:
    """Says at the beginning of an item how much it is wanted, or in it what part of it is liked better."""
    part = _parts()
    return re.compile(rf"{part['rated']}: |[^.;:]*[,(] ?{part['liked']}\b", re.IGNORECASE)


@cache
def _holding() -> re.Pattern[str]:
    """A name, a sign and what is told of it, which is all that an item says."""
    part = _parts()
    return re.compile(
        rf"[^:\n]{{1,40}}?(?::|\s-|\s?\.{{3,}})\s*(?:{YEARS.pattern}|{part['held']}\b"
        rf"|(?:very )?{part['grade']}(?: {_had()})?\W*$|{part['some']}\W*$)",
        re.IGNORECASE,
    )


@cache
def _perk() -> re.Pattern[str]:
    return re.compile(rf"\b{_parts()['perk']}\b", re.IGNORECASE)


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(rf"\b{_parts()['others']}\b", re.IGNORECASE)


@cache
def _before_names() -> re.Pattern[str]:
    """Before the first name of an item that is a choice: a label, a count, "a broker such as"."""
    part = _parts()
    label = rf"(?!{part['counted']}\b|(?:\S+ )?\S*\b{part['theirs']}\b)[A-Za-z][\w/&-]*(?: [\w/&-]+){{0,2}}: "
    count = rf"(?:{pattern('coded')} )?(?P<count>{part['counted']}(?: (?:these|the following|those)(?: [\w-]+){{0,2}}:)? )"
    such = rf"an? (?P<such>(?:[\w-]+,? ){{0,3}}{part['such']},? )?"
    return re.compile(rf"(?:{label})?(?:{count})?(?:{such})?", re.IGNORECASE)


@cache
def _last_name() -> re.Pattern[str]:
    """The last name of an item that is a choice, and what may stand behind it: "or similar", "at scale"."""
    part = _parts()
    name = r"[\w.+#-]*\w(?:[ /](?:on )?(?-i:[A-Z\d])[\w.+#-]*)*[+#]*"
    other = r"(?:an?|any|some) (?:other )?[\w -]{3,30}|(?:another|something) [\w -]{3,30}|(?-i:[A-Z])[\w.+#-]*"
    return re.compile(
        rf"{name}(?:,? or (?:{part['alike']}|{other}))?(?: {part['used']}| for \w+)?(?: \([^()]*\))?\s*[.;,!]?\s*", re.IGNORECASE
    )


@cache
def _had() -> str:
    """What one has ("experience", "knowledge"), as a pattern."""
    return any_of(next(rule["thing"] for rule in rules("openers") if "thing" in rule))


@cache
def _parts() -> dict[str, str]:
    """The words of `data/items.yaml`, as patterns."""
    return {rule["part"]: any_of(rule["words"]).replace("'", "['’]") for rule in rules("items", "skillgap.posting")}
