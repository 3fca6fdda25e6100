"""Tells a technology from the employer who bears its name, where a résumé tells of a job: `Okta, Toronto. 2019 - 2021`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from skillgap.extraction.around import Around
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.job_heads import names_employer

_AT = 6
"""How far (tokens) before "at" a word says that no employer follows ("hosted the prototype at Heroku")."""
_NEXT = 40
"""Where a job's years may stand behind its line (characters)."""
_BEHIND_PLACE = frozenset({"", ".", ",", "|", "-", "–", "(", ":"})
_BEHIND_FIRM = frozenset({"(", ",", "|", "-", "–"})
_BEFORE_FIRM = frozenset({",", "|", "-", "–", "at", "@"})
_ROLE_LINE = 4
"""How many tokens the line below that of an employer may have before the word for a role."""
_OF_JOBS = frozenset({"experience", "summary", "other"})
"""Sections of a résumé in which a line may begin with an employer."""
SEQUEL = r"(?:(?:(?:and\s+)?before|prior\s+to|after)\s+(?:that|this|then)|earlier|previously|then|now|currently|first)\b"
"""What leads from one job to the next."""
_SEQUEL = re.compile(rf"{SEQUEL},?\s+(?:[^.;:!?]{{0,30}}\d{{4}},\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Employers:
    """The employers of one doc."""

    def __init__(self, around: Around) -> None:
        self._around, self._tokens, self._words = around, around.tokens, around.words
        self._workspace, self._text = around.workspace, around.text
        self._behind: dict[str, set[str]] | None = None

    def name(self, first: int, last: int, low: int, high: int) -> bool:
        """Whether what stands before the name of a firm says that somebody worked there."""
        words, tokens = self._words, self._tokens
        if self._opens_a_job(first, last, high):
            return True
        if first == low:
            return False
        before = tokens[first - 1]
        if self._around.preceded(first, words.firm_before, low):
            return before != "at" or words.no_employer.isdisjoint(tokens[max(low, first - _AT) : first - 1])
        # "Software engineer, Cloudflare, Lisbon, 2018": behind a role, and what follows is no technology
        if before not in {",", "-", "|"} or first - 2 < low or tokens[first - 2] not in words.role:
            return False
        return (
            last + 1 < high and tokens[last] in {",", "|", "(", "-"} and not self._around.covered(last + 1) and self._dated(first)
        )

    def goes_on(self, first: int, last: int, low: int, high: int) -> bool:
        """Whether the word behind it makes a firm of it, where one stands: `Client: Kafka Nurseries`, `at Spring Health`."""
        words, following = self._words, self._around.surface(last)
        if last >= high or not self._around.joined(last) or not following.istitle() or self._around.covered(last):
            return False
        if following in words.firm_of_line and self._begins_a_line(first, last + 1):
            return True
        if self._around.preceded(first, words.employer_before, low):
            return self._tokens[last] not in words.no_firm and self._tokens[last] not in words.role
        return following in words.firm_of_job and self.name(first, last + 1, low, high)

    def may_head(self, first: int, last: int) -> bool:
        """Whether the lines that open a job of a résumé have the name of a firm as that of the employer."""
        places = self._around.starts[first], self._around.ends[last - 1]
        if self._workspace.kind != "resume" or self._text[slice(*places)].lower() not in self._words.makers:
            return False
        unit = self._workspace.unit_of(first)
        if unit is None or unit.section not in _OF_JOBS:
            return False
        return names_employer(self._text, *places, self._words.titles, self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words that are names of technologies."""
        named = (each.form for each in self._workspace.candidates if each.form.skill.kind == "technology")
        words = (word for form in named for word in form.tokens)
        return frozenset(word for word in words if word.isalpha())

    def may_be_one(self, first: int, last: int, high: int) -> bool:
        """Whether the word behind it makes the name of an employer of it, though it may as well say what it is of."""
        if last >= high or last - first != 1 or not self._around.joined(last):
            return False
        if not self._around.surface(last).istitle() or self._around.covered(last):
            return False
        if not is_word(self._tokens[first]) or self._tokens[first] in self._words.of_titles:
            return False
        return self._in_a_job_line(first, last + 1)

    def _in_a_job_line(self, first: int, last: int) -> bool:
        """`Data engineer, Kestrel Weather, Leeds, 2019`: where a dated line of a résumé names role and employer, two words with
        capitals of which the first is an ordinary one, that stands nowhere else in the document without the second."""
        tokens, second = self._tokens, self._tokens[last - 1]
        unit = self._workspace.unit_of(first) if self._workspace.kind == "resume" else None
        if unit is None or unit.section not in _OF_JOBS or second in self._words.no_firm or second in self._words.role:
            return False
        low, high = self._workspace.tokens.within(unit.start, unit.end)
        before = next(
            (at for at in range(first - 1, low - 1, -1) if tokens[at].strip("*") and tokens[at] not in _BEFORE_FIRM), -1
        )
        near = (before, before + 1) if before >= low else (max(low - 1, 0), high + _ROLE_LINE)
        goes_on = last < len(tokens) and tokens[last].isalpha() and self._around.joined(last)
        if goes_on or self._words.role.isdisjoint(tokens[slice(*near)]) or not self._dated(first):
            return False
        return self._following()[tokens[first]] == {second}

    def _following(self) -> Mapping[str, set[str]]:
        """What stands behind each token of the document, gathered once somebody has asked."""
        if self._behind is None:
            self._behind = {}
            for token, behind in pairwise(self._tokens):
                self._behind.setdefault(token, set()).add(behind)
        return self._behind

    def _begins_a_line(self, first: int, last: int) -> bool:
        """`Elixir Labs - developer, 2015-2018`, `Before that, Elixir Labs: Java`: where a résumé tells of a job."""
        unit = self._workspace.unit_of(first) if self._workspace.kind == "resume" and last < len(self._tokens) else None
        if unit is None or unit.section not in _OF_JOBS:
            return False
        behind, start = self._tokens[last], self._around.starts[first]
        if unit.start == start:
            return behind in _BEHIND_FIRM and self._dated(first)
        return (behind == ":" or behind in _BEHIND_FIRM) and _SEQUEL.fullmatch(self._text, unit.start, start) is not None

    def _opens_a_job(self, first: int, last: int, high: int) -> bool:
        """`Okta, Toronto. 2019 - 2021`: a line of a résumé that begins with a firm, a place and years behind it."""
        unit = self._workspace.unit_of(first) if self._workspace.kind == "resume" else None
        if unit is None or unit.start != self._around.starts[first] or last + 1 >= high or self._tokens[last] != ",":
            return False
        place, behind = self._around.surface(last + 1), self._around.surface(last + 2)
        return place.istitle() and behind in _BEHIND_PLACE and not self._around.covered(last + 1) and self._dated(first)

    def _dated(self, index: int) -> bool:
        """Whether a year stands in the same unit or the next."""
        unit = self._workspace.unit_of(index)
        if unit is None:
            return False
        return _YEAR.search(self._text, unit.start, min(len(self._text), unit.end + _NEXT)) is not None
