"""The words with which a résumé dates the use of a skill, or a job in a sentence (`data/claims.yaml`): made ready for `claims`
and `periods`.

In: the data file. Out: a pattern for each thing that stands beside a name or its dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from skillgap.extraction.durations import YEARS
from skillgap.resume.said import in_any_case, pattern

VERSION = r"(?:\s*v?\d[\d.]*\+?)?"
"""May stand behind a name."""
PAIR = re.compile(rf"{VERSION}\s*(?:and|&|\+|/|plus)\s*", re.IGNORECASE)
"""Between two names whose dates stand behind the second: "Kotlin + Kafka since 2020". A comma may part what has other dates."""
FIRM = r"(?-i:[A-Z][\w&.'’-]*(?:\s+[A-Z&][\w&.'’-]*){0,3})"
"""The name of an employer."""
_PLACE = rf"(?:\s+(?:at|for|with)\s+{FIRM})?"
"""Between a name and its dates: for whom it was."""
_AWAY = r"(?:into|from|to|out|off|stored|loaded|moved|kept|held|migrated|imported)"
"""Behind data that nobody worked for: "3 years of data into Kafka"."""
_SAYS = r"(?:has|have|had|is|was|were|ran|runs|uses|grew|knew|brings?|[a-z]+ed)"
"""The verb of a sentence, as far as one has to be told from the next word of a name."""


@dataclass(frozen=True, slots=True)
class UseWords:
    """The patterns.

    Attributes:
        since: between a name and "since".
        spell: between a name and "from 2019 to 2022", "between 2019 and 2022".
        not_ours: before a name, says that dates behind it are no time of use: "out of Java since 2019", "at Elastic since 2019".
        no_work_with: right before a name: neither dates nor years are those of work with it.
        amount: right behind years, what there is so much of.
        others: opens a sentence about others.
        employed: right before a name that is an employer.
        last_use: before the date of the last use.
        last_did: before a name, behind which the date of its last use may stand.
        lone: before the one date until which (`end`) or from which on something was used, or at which it came (`event`).
        before_lone: between a name and such a date.
        came: before a name, behind which the date may stand from which on it was used.
        then: behind the date until which something was used, leads to what came after it.
        thereafter: the same, behind what came.
        share: "in the first two years" of a job.
        small_thing: what is made once, from its article on: "an exporter", "a small PHP page".
        opens: what stands before names that are what a line or a part of it is about.
        behind: between dates and the names behind them.
        deed: begins a sentence about oneself that has no "I".
        private: begins a word of a sentence that tells of no work.
        spare_time: in a sentence of a job, tells that it is of no job.
        told: begins one that tells what was done, maybe behind when or where: "At Acme, moved ...".
        no_work: begins a word of a sentence that tells of something else too, or of no work.
        by_theme: in a heading, says that deeds stand below it by theme.
        another_time: leads to a sentence about another time.
    """

    since: re.Pattern[str]
    spell: re.Pattern[str]
    not_ours: re.Pattern[str]
    no_work_with: re.Pattern[str]
    amount: re.Pattern[str]
    others: re.Pattern[str]
    employed: re.Pattern[str]
    last_use: re.Pattern[str]
    last_did: re.Pattern[str]
    lone: re.Pattern[str]
    before_lone: re.Pattern[str]
    came: re.Pattern[str]
    then: re.Pattern[str]
    thereafter: re.Pattern[str]
    share: re.Pattern[str]
    small_thing: re.Pattern[str]
    opens: re.Pattern[str]
    behind: re.Pattern[str]
    deed: re.Pattern[str]
    private: re.Pattern[str]
    spare_time: re.Pattern[str]
    told: re.Pattern[str]
    no_work: re.Pattern[str]
    by_theme: re.Pattern[str]
    another_time: re.Pattern[str]


@cache
def use_words() -> UseWords:
    """The patterns, made once."""
    doing = rf"{VERSION}(?:\s+{_words('doing')})?"
    employer = rf"(?<!responsible\s)\b{_words('employer')}\s+$"
    elsewhere = _words("no work with")
    using = rf"(?:{_words('using')}\s+)*"
    once = rf"(?:[\w.+#/-]+\s+){{0,3}}?{_words('made once')}"
    small = rf"(?:\w+\s+)?{_words('small')}\s+(?:[\w.+#/-]+\s+){{0,2}}?{_words('made small')}"
    opening = r"(?:(?:at|for|in|over|during|within|as|since)\s[^,;:.]{3,60},\s+)?(?:I\s+)?"
    return UseWords(
        since=in_any_case(rf"{doing}{_PLACE}[\s,:(-]{{1,3}}(?=since\b)"),
        spell=in_any_case(rf"{doing}{_PLACE}[\s,(-]{{1,3}}(?=(?:from|between)\b)"),
        not_ours=in_any_case(rf"(?:\b{_words('no use')}|n['’]t)\b[^,;:.]*$|{employer}"),
        no_work_with=in_any_case(
            rf"(?<!machine\s)(?<!deep\s)\b{elsewhere}(?:\s+(?:about|from|how|to|use|write|the|of|projects?\s+in))*\s+$"
        ),
        amount=in_any_case(
            rf"\s+of\s+(?:(?!experience|work|hands)[\w-]+\s+){{0,2}}(?:{_words('amount')}\s+(?:in|{_AWAY})|data\s+{_AWAY})\b"
        ),
        others=in_any_case(rf"\W*(?:the|my|our|their|his|her)\s+(?:\w+\s+){{0,2}}{_words('others')}\s+{_SAYS}\b"),
        employed=in_any_case(employer),
        last_use=in_any_case(rf"\b{_words('last use')}[\s:]+(?:in\s+)?"),
        last_did=in_any_case(rf"\b{_words('last did')}\s+$"),
        lone=in_any_case(
            rf"\b(?:{_words('from when')}|(?P<end>{_words('until when')})|(?P<event>in))\s+(?:the\s+{_words('part')}\s+of\s+)?"
        ),
        before_lone=in_any_case(rf"{doing}\s*(?:[,(\[–-]\s*)?(?:{_words('used')}\s+)?"),
        then=in_any_case(rf"(?:[,;]|\band\b|\bbut\b)\s*(?:(?:and|but)\s+)?{_words('then')}\b\s*{using}"),
        thereafter=in_any_case(rf"\s+{_words('thereafter')}\s*(?=[,;.)]|$)"),
        share=in_any_case(
            rf"\b(?:in|for|during|over)\s+(?:the|my)\s+(?:(?P<first>first)|last|final)\s+(?P<length>{YEARS.pattern})"
        ),
        came=in_any_case(rf"(?:\b{_words('came')}|->|→)\s+(?:the\s+|using\s+)?$"),
        small_thing=in_any_case(rf"\b(?:an?|one|two|three|some)\s+(?:{once}|{small})\b"),
        opens=in_any_case(rf"(?:^|[,;:|(/]|\band\b|&)[^\w\n]*{using}$"),
        behind=in_any_case(rf"\s*[)\]]?(?:\s*[:–-])?\s*{using}"),
        deed=in_any_case(rf"\W*{_words('deed')}\b"),
        private=in_any_case(rf"\b{pattern('claims', 'no work', key='begins')}"),
        spare_time=in_any_case(rf"\b{_words('spare time')}\b|^\W*{_words('spare time first')}(?:\s*[:,–]|\s+-\s|\s+I\b)"),
        told=in_any_case(rf"\W*{opening}{pattern('claims', 'deed', 'told')}\b(?!\s*:)"),
        no_work=in_any_case(rf"\b{pattern('claims', 'no work', 'more than work', key='begins')}"),
        by_theme=in_any_case(rf"\b{_words('by theme')}\b"),
        another_time=in_any_case(rf"\W*{_words('another time')}(?:\s+(?:that|this))?\b"),
    )


def _words(of: str) -> str:
    return pattern("claims", of)
