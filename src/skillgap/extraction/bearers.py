"""The words that tell who or what else bears the name of a technology, made ready for `namesakes`.

In: the data files (`data/namesakes.yaml`; the names that people bear, `data/people.yaml`). Out: words as sets, phrases by the
word that stands beside the name. What they mean for a name is told in `namesakes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from skillgap.extraction.beside import Phrases, by_first, by_last
from skillgap.extraction.data import rules, wordings

_MADE = ("noun", "made of")
"""The wordings that hold what is made with a technology: `Client: React Dashboard` is no firm."""


@dataclass(frozen=True, slots=True)
class BearerWords:
    """The data files: words as sets, phrases by the word that stands beside the name."""

    people: frozenset[str]
    given_too: frozenset[str]
    honorific: frozenset[str]
    given: frozenset[str]
    no_surname: frozenset[str]
    firm: frozenset[str]
    makers: frozenset[str]
    """All whose names technologies have, in the lines that open a job."""
    titles: frozenset[str]
    """Words for what somebody is, in such lines."""
    no_employer: frozenset[str]
    role: frozenset[str]
    legal: frozenset[str]
    firm_word: frozenset[str]
    firm_of_job: frozenset[str]
    firm_of_line: frozenset[str]
    of_titles: frozenset[str]
    no_firm: frozenset[str]
    employer_before: Phrases
    legal_letters: Phrases
    person_before: Phrases
    person_after: Phrases
    firm_before: Phrases
    firm_after: Phrases
    place_after: frozenset[str]
    place_noun: frozenset[str]
    behind_place: frozenset[str]
    place_before: frozenset[str]
    season: frozenset[str]
    thing_after: Phrases
    thing_before: Phrases


@cache
def bearer_words() -> BearerWords:
    """The words, made ready once."""
    parts = {rule["part"]: tuple(rule["words"]) for rule in rules("namesakes")}
    return BearerWords(
        people=frozenset(name.lower() for rule in rules("people") for name in rule["names"]),
        given_too=frozenset(name.lower() for rule in rules("people") if rule["part"] == "given" for name in rule["names"]),
        honorific=frozenset(parts["honorific"]),
        given=frozenset(parts["given"]),
        no_surname=frozenset(parts["no surname"]),
        firm=frozenset(parts["firm"]),
        makers=frozenset((*parts["firm"], *parts["maker"])),
        titles=frozenset((*parts["role"], *parts["role of a head"])),
        no_employer=frozenset(parts["no employer"]),
        role=frozenset(parts["role"]),
        legal=frozenset(parts["legal form"]),
        firm_word=frozenset(parts["firm word"]),
        firm_of_job=frozenset(parts["firm word of a job"]),
        firm_of_line=frozenset(parts["firm word of a line"]),
        of_titles=frozenset(parts["of titles"]),
        no_firm=frozenset((*parts["no firm"], *parts["no surname"], *wordings(*_MADE))),
        employer_before=by_last(parts["employer before"]),
        legal_letters=by_first(parts["legal letters"]),
        person_before=by_last(parts["person before"]),
        person_after=by_first(parts["person after"]),
        firm_before=by_last(parts["firm before"]),
        firm_after=by_first(parts["firm after"]),
        place_after=frozenset(parts["place after"]),
        place_noun=frozenset(parts["place noun"]),
        behind_place=frozenset(parts["behind place"]),
        place_before=frozenset(parts["place before"]),
        season=frozenset(parts["season"]),
        thing_after=by_first(parts["thing after"]),
        thing_before=by_last(parts["thing before"]),
    )
