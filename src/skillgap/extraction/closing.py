"""Whether nothing follows years that they may be of: "Python (3 years)", "Java, 5 years", "Kafka - two years - and Redis".

In: a text, the spans of the names in it, and years. Out: yes or no. Whether they then are those of the name before them is told
in `own_years`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.extraction.own_years import MANNER
from skillgap.extraction.patterns import either

_SORT = either("commercial | professional | practical | hands-on | industrial | real-world | paid")
_WISHED = either(
    "please | ideally | preferably | preferred | required | needed | expected | desired | desirable | wanted | asked for"
    " | or longer | or thereabouts | give or take | more or less | in all | in total | all told"
    " | would be (?:really )?(?:great|nice|ideal|perfect|good|lovely|welcome|best|enough|plenty|fine|a plus|an advantage|helpful)"
    " | (?:is|are) (?:ideal|enough|plenty|fine|good|required|preferred|expected|needed|(?:the|a) minimum|a must)"
    " | will do | (?:i|we) (?:guess|think|say|hope|mean|reckon) | (?:i|we)(?:['’]d| would) say"
    r" | of (?:it|that|this|practice|(?:daily |regular |practical |real )?(?:use|usage|work)|hands-on (?:work|use|practice))"
    r" | (?:in|on) (?:an? )?(?:real|paid|live|commercial|serious|larger?|big|actual) (?:projects?|teams?|products?|systems?|work)"
)
"""What is said of years that stand behind their skill: "Kafka (3 years, please)", "Kafka, two years of it"."""
_CLOSED = re.compile(
    rf"(?:\s+(?:of\s+)?(?:{_SORT}\s+)?(?:experience|exp\.?)|\s+{_SORT}|\s+in\s+industry|\s+{MANNER})?(?:\s+(?:(?:at|as)\s+(?:the\s+|an?\s+)?(?:very\s+|bare\s+)?(?:least|minimum)|minimum|min\.?))?(?:,?\s+{_WISHED}\b)*\s*"
    r"(?:[(),;|/\]]|\.(?!\w)|$|\bin production\b)",
    re.I,
)
"""What closes years that stand behind their skill: "Python (3 years)", "Java, 5 years"."""
_FOR = re.compile(rf"(?:\s+{MANNER}\b)?\s+for\s+(?:(?:over|more than|about|almost|nearly|at least|the (?:last|past))\s+)*", re.I)
_GOES_ON_WITH = re.compile(r"\s+(?:and|but|plus|while|then)\b", re.I)
"""What stands before and behind years of the name before them, whatever follows: "Java for 6 years and Kafka for 2"."""
_OPENS = re.compile(r"\W*(?:\d+[.)])?\W*")
_DASH = re.compile(r"\s*[–—-]\s*(?:(?:at least|over|min\.|minimum)\s+)?", re.I)
_DASHES = re.compile(r"\s+[–—-]\s", re.I)
_DASHED = re.compile(rf"(?:,?\s+{_WISHED}\b)*\s+[–—-](?:\s|$)", re.I)
"""Before and behind what is said of years in between."""
_GOES_ON_BY = re.compile(r"\s+(?:with|using|including|incl\.?)\s", re.I)
"""What stands before and behind years of the name that opens an item: "- Java – 5+ yrs with a little Spring"."""


def is_closed(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether what stands behind years ends what is said of them; see the module."""
    if _CLOSED.match(text, years.end()):
        return True
    return _is_lasting(text, spans, years) or _heads_item(text, spans, years) or _is_aside(text, spans, years)


def _is_lasting(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether years are those for which the name right before them was used, and the sentence goes on with another."""
    if not _GOES_ON_WITH.match(text, years.end()):
        return False
    return any(_FOR.fullmatch(text, end, years.start()) for _, end in spans)


def _is_aside(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether years stand between dashes behind a name: "Kafka - at least two years - and Redis"."""
    if not _DASHED.match(text, years.end()):
        return False
    return any(_DASHES.match(text, end, years.start()) for _, end in spans if end < years.start())


def _heads_item(text: str, spans: Sequence[tuple[int, int]], years: re.Match[str]) -> bool:
    """Whether years stand behind a dash in an item that a name opens: "- Java – 5+ yrs with a little Spring"."""
    if not _GOES_ON_BY.match(text, years.end()):
        return False
    return any(_DASH.fullmatch(text, end, years.start()) and _OPENS.fullmatch(text, 0, start) for start, end in spans[:1])
