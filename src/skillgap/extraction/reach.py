"""What a cue reaches: "no need for X, Y or Z", "X is a plus".

A cue reaches the mention nearest to it in its direction, if no clause ends between them, and every mention joined to that one by
nothing but list words, or by a second verb of what would be welcome; a `far` one all mentions up to the end of the clause, one
that reaches `inside` those that begin behind the first of its own words, one of a `title` all the names of that.
In: the text of a unit in lower case, where the mentions in it stand, and a cue (`cues` finds them). Out: the mentions reached.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from skillgap.extraction.patterns import either
from skillgap.extraction.phrases import has_parts
from skillgap.extraction.spelt import pattern

REACH = 6
"""How many words may stand between a cue and the first mention that it reaches."""
_BOUNDARY = re.compile(
    r"[;:.!?]\s|[;!?]|\b(?:but|however|although|though|while|whereas|instead|because|since|except|yet(?!\s*[,.)]))\b|\s[-–—]\s"
    r"|\bto (?:[\w-]+ ){1,3}who\b"  # "taught Kafka to people who had never used it"
)
_TAKEN_OVER = re.compile(rf"{_BOUNDARY.pattern}|(?<!for )(?<!with )(?<!to )\b(?:i|we|you|my|mine|ours|myself|who)\b(?!/)")
"""Ends what is said of somebody: the clause, or a word of those who write or are written to."""
_OF_SOMEBODY = frozenset({"other", "context"})
_ASIDE = re.compile(r",(?!\s*(?:such as|like|e\.?g|including|for example)\b)")
"""A comma that leads on to something else, not to examples."""
_BESIDES = re.compile(r"\b(?:without|w/o|lacking)\b|^\s*(?:a|an|any|the)\s.*\bto\s+\w")
"""Between a denial and a name: "never shipped a service without Git", "you don't need a degree to write Java"."""
_MARK_BEHIND = re.compile(r"^\s*:")
_MARK_BEFORE = re.compile(r"(?:[:?]|\s[-–—])\s*$")
_CHOICE = re.compile(r"\b(?:or|nor)\b")
_LIST_MARKS = r"(?:[\s,/&()\d+x*_`'\"-]|\.(?!\s))*"
_LIST_WORDS = either(
    "and | or | nor | and/or | as well as | plus | of | with | e\\.g | like | such as | any | a | the | basics | on | etc"
    " | wider | broader | other | another | similar | comparable | equivalent"
)
_ENDS_TITLE = re.compile(r"[,;:()|\n]|\s[-–—]\s")
"""Between two names: they belong to no title of one course."""
_NARROW = frozenset({"negated", "lacking", "wanted", "other"})
"""What is not said of a name across a comma: "no agencies, just Java"."""
_NOTHING_ELSE = re.compile(r"[\W_]*(?:(?:and|or|nor|but)\b[\W_]*)*")
_JOIN = re.compile(rf"{_LIST_MARKS}(?:\b{_LIST_WORDS}\b{_LIST_MARKS})*", re.I)
_THINGS = r"(?: (?!(?:you|we|i|must|and|or|but|experience|knowledge|skills?|expertise|background)\b)[\w-]+){0,2}"
_AGAIN = r"(?:(?:(?<=or )(?:if )?|if )you(?:'ve| have| can)? |(?:have|has|having|can) )?(?:also |even |ever )?"
_OBJECT = r"(?: (?!(?:you|we|i|must|should|is|are|but|and|or)\b)[\w'-]+){0,4}"
_FOR_WHAT = re.compile(
    r" ?\((?![^)]*\b(?:we|you|our|must|required|mandatory|essential|needed|core|main|expert|advanced|fluent|strong)\b)"
    r"[a-z][a-z /-]{0,24}\)"
)
"""A bracket that says what a name is for, not how well it has to be known; in a list only."""
_HOW_LONG = re.compile(r"\([^()]*\b(?:years?|yrs?|months?)\b[^()]*\)")
"""A bracket that says how long what stands before it is known."""
_KINDS = re.compile(r" (?!(?:developers|engineers|programmers|skills)\b)[a-z-]{3,}s ?\( ?")
"""Between a name and the bracket with what there is of its kind: "IoT protocols (MQTT, AMQP)"."""
_LISTED = re.compile(r"\b(?:and|or)\b|&")
_WITH_IT = re.compile(r" and (?:its|their) \w+ (?:with|in|on|into|for|by) ")
"""Between a name and what it is used with: "GitLab and its integration with Jenkins"."""
_LEADING = " (?:with|in|of|to|on|using)"
"""From a word for what one knows to its name."""
_OF_BOTH = ("would ", "will ", "are ")
"""How a mark behind two such things begins; "is a plus" is said of the last."""
_ADDED = re.compile(r"\s*(?:,|and\b|or\b)")
"""Between a mark and what it speaks of by mistake, maybe: "Kafka preferred and knowledge of Redis"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule: its words, what they mean, which way they reach, and a sentence with the reached names in brackets.

    `few`: it takes one name, or all of a choice ("no Java, PHP or Perl"). `title`: it takes the names of one title ("Go for
    Python developers"). `beside`: words one of which the unit must have. `within`: kinds of section in which alone it counts;
    all if empty. `most`: so many names it takes at most, 0 for any. `whole`: it and names are all that the unit says.
    """

    words: str
    means: str
    direction: str
    of: str
    example: str
    reach: int = REACH
    far: bool = False
    few: bool = False
    title: bool = False
    beside: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    most: int = 0
    whole: bool = False

    @property
    def plain(self) -> bool:
        """Whether its words stand in the text as they stand in the rule."""
        return not has_parts(self.words)


def reach(text: str, spans: Sequence[tuple[int, int]], start: int, end: int, cue: Cue) -> list[int]:
    """The mentions that a cue at `[start, end)` reaches."""
    if cue.whole and not _is_all(text, [*spans, (start, end)]):
        return []
    if cue.direction == "clause":
        return [index for index, (a, b) in enumerate(spans) if not _BOUNDARY.search(text, min(b, end), max(a, start))]
    if cue.direction == "inside":
        return [index for index, (a, b) in enumerate(spans) if start < a < end]
    forward = cue.direction == "forward"
    if forward:
        order = [index for index, (a, _) in enumerate(spans) if a >= end]
        gaps = [text[(end if n == 0 else spans[index - 1][1]) : spans[index][0]] for n, index in enumerate(order)]
    else:
        order = [index for index in range(len(spans) - 1, -1, -1) if spans[index][1] <= start]
        gaps = [text[spans[index][1] : (start if n == 0 else spans[index + 1][0])] for n, index in enumerate(order)]
    reached: list[int] = []
    depth = 0
    for n, (index, gap) in enumerate(zip(order, gaps, strict=True)):
        # "Python (Java not needed)", "Java (no longer), Docker": what is said inside a bracket reaches nothing outside
        depth += (gap.count("(") - gap.count(")")) * (1 if forward else -1)
        if depth < 0 and (forward or (reached and not _is_slash(gap))):
            break
        if not reached:
            if not _touches(_without_mark(gap, forward), cue):
                break
        elif cue.far:
            if len(_HOW_LONG.sub("", gap).split()) > cue.reach or (_ends_before(gap, cue) and not _tells_parts(gap, cue)):
                break
        elif cue.title:
            if not _shares_title(gap, gaps[0], forward):
                break
        elif not (_belongs(gap, cue, gaps[1 : n + 1]) or _is_welcome_too(gap, cue, gaps[0], text[: spans[index][0]])) or (
            cue.few and not _is_offered(gaps[n:])
        ):
            break
        reached.append(index)
        if len(reached) == cue.most:
            break
    return reached


def _is_all(text: str, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether there is nothing in a text but these parts, list words and signs: "PHP and Perl are not."."""
    for start, end in parts:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return _NOTHING_ELSE.fullmatch(text) is not None


def _touches(gap: str, cue: Cue) -> bool:
    """Whether a cue reaches across the gap between it and the mention nearest to it."""
    if len(gap.split()) > cue.reach or _ends_before(gap, cue):
        return False
    if cue.means == "negated" and cue.direction == "forward" and _BESIDES.search(gap):
        return False
    if "," not in gap or cue.means not in _NARROW or (cue.far and cue.means != "other"):
        return True
    if cue.direction == "forward":
        return not _ASIDE.search(gap)
    if cue.means == "other":  # "Kafka, which is maintained by another team"
        return "," not in gap.strip(" ,")
    # "Kafka, which I have never used"; not "Kafka is a plus, not a must"
    return cue.means == "wanted" or gap.lstrip().startswith(",")


def _ends_before(gap: str, cue: Cue) -> bool:
    return (_TAKEN_OVER if cue.means in _OF_SOMEBODY else _BOUNDARY).search(f"{gap} ") is not None


def _tells_parts(gap: str, cue: Cue) -> bool:
    """Whether a gap that would end a clause only leads to the parts of what is asked for, or to a choice besides."""
    return cue.means == "asks" and _particulars().fullmatch(gap) is not None


def _shares_title(gap: str, gap_to_cue: str, forward: bool) -> bool:
    """Whether two names stand in one title: "Kafka and Docker bootcamp (planned)", but not "Kafka and Docker (planned)"."""
    if _ENDS_TITLE.search(gap):
        return False
    return forward or " and " not in gap or any(map(str.isalpha, gap_to_cue))


def _belongs(gap: str, cue: Cue, gaps: Sequence[str]) -> bool:
    """Whether what reaches one name reaches the next one across a gap between them; `gaps`: all up to this one."""
    if _joins(gap):
        return True
    if cue.means != "preferred":
        return False
    if cue.direction == "forward":
        return _goes_on().fullmatch(gap) is not None
    if "(" in gap and _LISTED.search(" ".join(gaps)):
        return _joins(_FOR_WHAT.sub("", gap))
    return gap == " for " or _KINDS.fullmatch(gap) is not None or _WITH_IT.fullmatch(gap) is not None


def _is_welcome_too(gap: str, cue: Cue, gap_to_cue: str, before: str) -> bool:
    """Whether two names stand in two things of which one mark says that they are welcome: "experience with Kafka and knowledge
    of Redis is a plus". `before`: the text before the name that is farther from the mark."""
    if cue.means != "preferred" or not _and_skill_in().fullmatch(gap):
        return False
    if cue.direction == "forward":
        return _ADDED.match(gap_to_cue) is None
    return cue.words.startswith(_OF_BOTH) and _skill_first().search(before) is not None


@cache
def _goes_on() -> re.Pattern[str]:
    """Between two names: a second verb of what would be welcome ("ideally you've used Kafka or written Terraform modules")."""
    return re.compile(rf"{_THINGS}(?: (?:in|using)|(?:, | )(?:(?:and|or|and/or) )?{_AGAIN}{pattern('deeds')}{_OBJECT}) ")


@cache
def _particulars() -> re.Pattern[str]:
    """Between what is asked for and its parts or a choice: "AWS services: S3, RDS", "SQL and at least one of: Kafka, NATS"."""
    kind = pattern("particulars")
    return re.compile(
        rf"(?: {kind}){{0,2}}(?: ?:| [-–—]|,? \(?incl\.| \(?e\.g\.) ?|[^.;:!?]*\b(?:of|following|these|those)(?: {kind})? ?: ?"
    )


@cache
def _and_skill_in() -> re.Pattern[str]:
    """Between two names: the second thing that is welcome ("experience with Kafka and knowledge of Redis")."""
    return re.compile(
        r"(?: (?!(?:you|we|must|is|are|but|required|mandatory|essential|needed|preferred|desired|plus)\b)[\w-]+){0,2}"
        rf" (?:and|or|and/or) (?:(?!(?:must|you|we)\b)[\w-]+ ){{0,2}}?{pattern('acquaintance')}{_LEADING} (?:(?:an?|the) )?"
    )


@cache
def _skill_first() -> re.Pattern[str]:
    """Before the first of two such things, where no more is said of it."""
    first = rf"(?:{pattern('modestly')}\s)*{pattern('acquaintance')}{_LEADING}"
    return re.compile(rf"(?:^|[.;:!?•*-])\s*{first}\s(?:[\w.#+/-]+,?\s){{0,5}}$")


def _is_offered(gaps: Sequence[str]) -> bool:
    """Whether a list goes on as a choice: "no Java, PHP or Perl", "no Java/Spring"."""
    return _is_slash(gaps[0]) or _CHOICE.search(" ".join(gaps)) is not None


def _is_slash(gap: str) -> bool:
    """Whether two names are said in one breath, so that a bracket behind them is for both: "Java/Spring (nice to have)"."""
    return gap.strip() == "/"


_COMMON_JOINS = frozenset({", ", ",", " and ", " or ", "/", " / ", " & ", " ", ", and ", ", or "})


def _joins(gap: str) -> bool:
    """Whether nothing but list words stands between two names; a line break alone is none: "never used Scala / Docker daily"."""
    return gap in _COMMON_JOINS or (_JOIN.fullmatch(gap) is not None and not ("\n" in gap and gap.isspace()))


def _without_mark(gap: str, forward: bool) -> str:
    """A gap without the colon that joins a cue to its list: `Currently learning: Go`, `Docker: not needed`."""
    return _MARK_BEHIND.sub("", gap) if forward else _MARK_BEFORE.sub("", gap)
