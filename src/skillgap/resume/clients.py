"""The words that tell who works for clients and what a client is (`data/paid.yaml`), made ready for `paid`.

In: the data file. Out: a pattern for each thing that a line or a heading may say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from skillgap.resume.said import in_any_case, pattern


@dataclass(frozen=True, slots=True)
class ClientWords:
    """The patterns. Those of a line begin at a label, those of `names` find what somebody is called."""

    client: re.Pattern[str]
    role: re.Pattern[str]
    duration: re.Pattern[str]
    title: re.Pattern[str]
    nobody: re.Pattern[str]
    other_end: re.Pattern[str]
    part: re.Pattern[str]
    paid: re.Pattern[str]
    unpaid: re.Pattern[str]
    of_oneself: re.Pattern[str]
    open_to_all: re.Pattern[str]
    freelance: re.Pattern[str]
    contractor: re.Pattern[str]
    i_am: re.Pattern[str]
    unless_before: re.Pattern[str]
    unless_behind: re.Pattern[str]
    legal: re.Pattern[str]
    trade: re.Pattern[str]
    bank: re.Pattern[str]


@cache
def client_words() -> ClientWords:
    """The patterns, made once."""
    adjective = rf"(?:(?!{_words('being none')}\b)\w+\s+)?"
    return ClientWords(
        client=_label(_words("client")),
        role=_label(_words("role")),
        duration=_label(_words("duration")),
        title=_label(rf"{_words('title')}(?:[\s-]*(?:{pattern('paid', 'title', key='then')}|\d+|#\s*\d+))?\s*"),
        nobody=in_any_case(rf"{_words('nobody')}\b"),
        other_end=_label(_words("other end")),
        part=in_any_case(rf"\b{_begins('part')}"),
        paid=in_any_case(rf"\b{_words('paid heading')}\b"),
        unpaid=in_any_case(rf"\b{_words('unpaid heading')}\b"),
        of_oneself=in_any_case(
            rf"\b(?:{_words('own project')}[\s-]+{pattern('paid', 'own project', key='then')}|{_words('own work')})\b"
        ),
        open_to_all=in_any_case(rf"\b{_words('open to all')}\b"),
        freelance=in_any_case(rf"\b{_words('freelancer', 'freelancer in a title')}\b"),
        contractor=in_any_case(rf"\b{_words('freelancer of a résumé')}\b"),
        i_am=in_any_case(rf"\b{_words('being one')}\s+(?:working\s+)?(?:as\s+)?(?:an?\s+)?{adjective}{_words('freelancer')}\b"),
        unless_before=in_any_case(rf"\b{_words('not before')}\b"),
        unless_behind=in_any_case(rf"\s+{_words('not behind')}\b"),
        legal=re.compile(rf"(?:.*\d{{4}}\s+)?(?:[A-Z][\w.-]*|&)(?:\s+(?:[A-Z][\w.-]*|&)){{0,4}}\s+{_words('legal form')}\.?"),
        trade=in_any_case(_words("trade")),
        bank=re.compile(
            rf"(?:(?!{_begins('no bank')})[A-Z]\w+\s+)?Bank"
            rf"|(?:(?i:{_words('kind of bank')})|[A-Z]\w+{pattern('paid', 'bank of a country', key='ends')})\s+bank"
        ),
    )


def _words(*of: str) -> str:
    return pattern("paid", *of)


def _begins(of: str) -> str:
    return pattern("paid", of, key="begins")


def _label(names: str) -> re.Pattern[str]:
    """Names of labels, at the beginning of a line or of a part of it."""
    return re.compile(
        rf"(?:^|[|\t]|\s\s)[^\w\n]{{0,8}}(?:{names})[*_\s]{{0,8}}(?::|\t|\||\s-\s)[*_\s]*(?=\w)", re.IGNORECASE | re.MULTILINE
    )
