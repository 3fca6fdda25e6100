"""Tells a technology from the person, firm, place or thing that bears its name, by the words around it.

The words are data, made ready by `bearers`. In: a stretch of tokens with a capital. Out: who or what else it is, or None. A name
in doubt is a technology: only clear signs count here, and only in the stretch around it that no line end, heading or sentence end
cuts (`breaks`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from skillgap.extraction.bearers import bearer_words
from skillgap.extraction.beside import Phrases, begins_with, ends_with
from skillgap.extraction.data import names
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.workspace import Workspace

PERSON, FIRM, PLACE, THING = "a person", "a firm", "a place", "a thing"
MAYBE_FIRM = "a firm, perhaps"
_INITIALS = 5
"""How many tokens of initials and given names may stand between an honorific and the name (`Prof. D. W. Jenkins`)."""
_AT = 6
"""How far (tokens) before "at" a word says that no employer follows ("hosted the prototype at Heroku")."""
_NEXT = 40
"""Where a job's years may stand behind its line (characters)."""
_FIRM_WORDS = 4
"""How far behind the name of a firm its legal form may stand (`Splunk Services UK Limited`)."""
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


class Namesakes:
    """The words around the names of one doc."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._text = workspace.text
        self._tokens = workspace.tokens.words
        self._starts = workspace.tokens.starts
        self._ends = workspace.tokens.ends
        self._words = bearer_words()
        self._technologies: frozenset[int] | None = None
        """The tokens of candidates that are technologies, once somebody has asked."""
        self._behind: dict[str, set[str]] | None = None

    def bearer(self, first: int, last: int) -> str | None:
        """Who or what else tokens `[first, last)` name, or None."""
        words = self._words
        name = self._tokens[first] if last - first == 1 else ""
        low, high = self._workspace.stretch(first, last)
        if self._follows(last, words.thing_after, high):
            return THING
        if not self._text[self._starts[first]].isupper():
            return None
        if self._preceded(first, words.thing_before, low):
            return THING
        partners = last + 1 if last < high and self._tokens[last] == "&" else last  # "Flask & Barrel BV", "Jenkins & Sons"
        if self._legal_form(partners, high) or self._trade(partners, high) or self._goes_on(first, last, low, high):
            return FIRM
        if self._names_an_employer(first, last, high):
            return MAYBE_FIRM
        if self._joined(last) and (self._surface(last) in words.place_after or self._is_house(last, high)):
            return PLACE
        if name and self._surface(first - 1) in words.place_before and self._joined(first):
            return PLACE
        if name and self._person(first, last, name, low, high):
            return PERSON
        if self._is_firm(first, last) and (self._employer(first, last, low, high) or self._follows(last, words.firm_after, high)):
            return FIRM
        return None

    def trades(self, first: int, last: int) -> bool:
        """Whether tokens that name an idea are the name of a firm: `Automation Inc.`"""
        if not self._text[self._starts[first]].isupper():
            return False
        return self._legal_form(last, self._workspace.stretch(first, last)[1])

    def is_of_people(self, first: int) -> bool:
        """Whether a token is a name that people bear too."""
        return self._tokens[first] in self._words.people or self._tokens[first] in names()

    def may_act(self, first: int) -> bool:
        """Whether a token is a name of people or firms too."""
        return self._tokens[first] in self._words.people or self._tokens[first] in self._words.firm

    def _is_firm(self, first: int, last: int) -> bool:
        """Whether a firm has that name, of one word or several: `Okta`, `Blue Yonder`."""
        return self._text[self._starts[first] : self._ends[last - 1]].lower() in self._words.firm

    def _is_house(self, index: int, high: int) -> bool:
        """Whether a token is the word for a house where people meet: "the Docker pub afterwards", no "Django cinema site"."""
        if self._surface(index) not in self._words.place_noun:
            return False
        return index + 1 >= min(high, len(self._tokens)) or self._tokens[index + 1] in self._words.behind_place

    # people

    def _person(self, first: int, last: int, name: str, low: int, high: int) -> bool:
        words, tokens = self._words, self._tokens
        if first > low and self._named_before(first, low):
            return True
        if name not in words.people:
            return False
        if self._preceded(first, words.person_before, low) or self._follows(last, words.person_after, high):
            return True
        return (
            name in words.given_too
            and self._joined(first)
            and self._joined(last)
            and not self._covered(first - 1)
            and self._surface(last).istitle()
            and tokens[last] not in words.no_surname
            and not is_word(tokens[last])
            and not self._covered(last)
        )

    def _named_before(self, first: int, low: int) -> bool:
        """Whether an honorific or a common given name leads to the name, over initials and one other name (`Mr G. A.-Perl`)."""
        words, tokens = self._words, self._tokens
        if not tokens[first - 1].isalpha() and tokens[first - 1] not in {".", "-"}:
            return False
        if tokens[first - 1] in words.given and self._surface(first - 1).istitle() and self._joined(first):
            return True
        middle = 0
        for index in range(first - 1, max(low - 1, first - 2 - _INITIALS), -1):
            token = tokens[index]
            if not self._adjoins(index + 1):
                return False
            if token in words.honorific and self._surface(index).istitle():
                return True
            if (token == "." and self._shortens(index - 1)) or (token == "-" and self._glued(index)):
                continue
            if len(token) == 1 and self._surface(index).isupper():
                continue
            if not self._surface(index).istitle():
                return False
            if token in words.given and index < first - 1:
                return True
            if middle:
                return False
            middle += 1
        return False

    def _shortens(self, index: int) -> bool:
        """Whether a full stop behind a token ends no sentence: behind an initial or an honorific."""
        return index >= 0 and (len(self._tokens[index]) == 1 or self._tokens[index] in self._words.honorific)

    def _glued(self, index: int) -> bool:
        """Whether no blank stands on either side of a token."""
        return bool(index) and self._ends[index - 1] == self._starts[index] and self._ends[index] == self._starts[index + 1]

    def _adjoins(self, index: int) -> bool:
        """Whether no more than a blank or a line end stands before a token: not the gap between two columns."""
        start, end = self._ends[index - 1], self._starts[index]
        return end - start < 1 or self._text[start:end] == " " or "\n" in self._text[start:end]

    def _covered(self, index: int) -> bool:
        """Whether a technology's name may stand there."""
        if self._technologies is None:
            candidates = (each for each in self._workspace.candidates if each.form.skill.kind == "technology")
            self._technologies = frozenset(at for each in candidates for at in range(each.first, each.last))
        return index in self._technologies

    def _legal_form(self, last: int, high: int) -> bool:
        """`Redis Ltd`, `Maven Analytics Inc.`, `Elastic N.V.`"""
        tokens, words = self._tokens, self._words
        if last >= high:
            return False
        if tokens[last] == ",":
            return last + 1 < high and self._surface(last + 1) in words.legal and self._ends_item(last + 2)
        if not tokens[last].isalpha():
            return False
        index = last
        firm = self._tokens[last - 1] in words.firm
        for _ in range(_FIRM_WORDS if firm else 2):
            if index >= high or not self._joined(index):
                return False
            surface = self._surface(index)
            if surface in words.legal:
                return self._ends_item(index + 1)
            if self._letters(index):
                return True
            if not (surface.istitle() or (firm and surface.isupper())) or (not firm and self._covered(index)):
                return False
            index += 1
        return False

    def _trade(self, last: int, high: int) -> bool:
        """`Kafka Books`, `Azure Bay Hotels`: a word of firms behind it, or behind another capitalised word, no technology."""
        for index in range(last, min(high, last + 2)):
            if not self._joined(index):
                return False
            surface = self._surface(index)
            if surface in self._words.firm_word:
                return True
            if not surface.istitle() or self._covered(index):
                return False
        return False

    def _goes_on(self, first: int, last: int, low: int, high: int) -> bool:
        """Whether the word behind it makes a firm of it, where one stands: `Client: Kafka Nurseries`, `at Spring Health`."""
        words, following = self._words, self._surface(last)
        if last >= high or not self._joined(last) or not following.istitle() or self._covered(last):
            return False
        if following in words.firm_of_line and self._begins_a_line(first, last + 1):
            return True
        if self._preceded(first, words.employer_before, low):
            return self._tokens[last] not in words.no_firm and self._tokens[last] not in words.role
        return following in words.firm_of_job and self._employer(first, last + 1, low, high)

    def _names_an_employer(self, first: int, last: int, high: int) -> bool:
        """Whether the word behind it makes the name of an employer of it, though it may as well say what it is of."""
        if last >= high or last - first != 1 or not self._joined(last):
            return False
        if not self._surface(last).istitle() or self._covered(last):
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
        goes_on = last < len(tokens) and tokens[last].isalpha() and self._joined(last)
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
        behind, start = self._tokens[last], self._starts[first]
        if unit.start == start:
            return behind in _BEHIND_FIRM and self._dated(first)
        return (behind == ":" or behind in _BEHIND_FIRM) and _SEQUEL.fullmatch(self._text, unit.start, start) is not None

    def _letters(self, index: int) -> bool:
        for letters in self._words.legal_letters.get(self._tokens[index], ()):
            stop = index + 2 * len(letters) - 1
            if tuple(self._tokens[index:stop:2]) == letters and set(self._tokens[index + 1 : stop : 2]) == {"."}:
                return self._surface(index).isupper() or len(self._surface(index)) > 1
        return False

    def _ends_item(self, index: int) -> bool:
        """Whether no capitalised word goes on there: `AG` of `AG Grid` is no legal form."""
        return index >= len(self._tokens) or not (self._joined(index) and self._surface(index)[0].isupper())

    def _employer(self, first: int, last: int, low: int, high: int) -> bool:
        words, tokens = self._words, self._tokens
        if self._opens_a_job(first, last, high):
            return True
        if first == low:
            return False
        before = tokens[first - 1]
        if self._preceded(first, words.firm_before, low):
            return before != "at" or words.no_employer.isdisjoint(tokens[max(low, first - _AT) : first - 1])
        # "Software engineer, Cloudflare, Lisbon, 2018": behind a role, and what follows is no technology
        if before not in {",", "-", "|"} or first - 2 < low or tokens[first - 2] not in words.role:
            return False
        return last + 1 < high and tokens[last] in {",", "|", "(", "-"} and not self._covered(last + 1) and self._dated(first)

    def _opens_a_job(self, first: int, last: int, high: int) -> bool:
        """`Okta, Toronto. 2019 - 2021`: a line of a résumé that begins with a firm, a place and years behind it."""
        unit = self._workspace.unit_of(first) if self._workspace.kind == "resume" else None
        if unit is None or unit.start != self._starts[first] or last + 1 >= high or self._tokens[last] != ",":
            return False
        place, behind = self._surface(last + 1), self._surface(last + 2)
        return place.istitle() and behind in _BEHIND_PLACE and not self._covered(last + 1) and self._dated(first)

    def _dated(self, index: int) -> bool:
        """Whether a year stands in the same unit or the next."""
        unit = self._workspace.unit_of(index)
        if unit is None:
            return False
        return _YEAR.search(self._text, unit.start, min(len(self._text), unit.end + _NEXT)) is not None

    # tokens

    def _surface(self, index: int) -> str:
        if not 0 <= index < len(self._tokens):
            return ""
        return self._text[self._starts[index] : self._ends[index]]

    def _joined(self, index: int) -> bool:
        """Whether nothing but one blank stands before a token."""
        return 0 < index < len(self._tokens) and self._text[self._ends[index - 1] : self._starts[index]] == " "

    def _follows(self, last: int, phrases: Phrases, high: int) -> bool:
        return begins_with(self._tokens, last, phrases, high) is not None

    def _preceded(self, first: int, phrases: Phrases, low: int) -> bool:
        return ends_with(self._tokens, first, phrases, low) is not None
