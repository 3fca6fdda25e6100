"""The lists of a doc: whether a name stands in one as an item of its own or is a tag, and where the words of an item begin.

In: a candidate, its sentence and what was taken so far. Whether a place in a list is enough is for `senses` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from skillgap.extraction.bearers import bearer_words
from skillgap.extraction.cells import is_measure, is_rating
from skillgap.extraction.data import wordings
from skillgap.extraction.durations import YEARS
from skillgap.extraction.headings import heading_kind
from skillgap.extraction.marks import MARKS
from skillgap.extraction.units import behind_bullet
from skillgap.extraction.wordings import VERSION
from skillgap.extraction.workspace import LIST_SECTIONS, Candidate, Found, Workspace
from skillgap.model import Unit

DELIMITERS = MARKS | {",", ";", "|", "/", "(", ")", "&", ":", "and", "or", "`"}
"""What parts the items of a list."""
_LABEL = re.compile(r"[*_]*(?P<words>[^\n:.,;!?|]{2,40}?)[*_]*(?::|\s-\s)[*_\s]*")
"""What stands before the items of a line."""
_TAGS = re.compile(r"\b(?i:technologies|tags|tech(?: stack)?|skills|keywords)\b\W*?(?:[:\-–—]\s*|\s+|$)")
"""What stands before the tags of a page of jobs, on their line or the one before."""
_NO_TAGS = frozenset(
    {".", "!", "?", "a", "an", "the", "and", "or", "to", "of", "in", "on", "at", "by", "as", "with", "for", "from", "we", "you"}
)
"""What sentences have: where one stands, the line is none of tags."""
_FIELDS = DELIMITERS - {"and", "or", "&"}
"""What parts what is told of a project."""
_BEHIND_PROJECTS = frozenset({":", "(", "-", "–", "—", "|", ","})
_WORDS_BEFORE_COMMA = 2
"""What stands before a comma has so many words, if it is the name of a project."""
_PROJECTS = "projects"
"""The section in which a name behind that of a project is what it is made with."""
_COURSES = "education"
"""The section in which a concept alone is what somebody was taught."""
_STOPS = frozenset({".", ";", "-"})
"""What may stand behind an item that has a line or a sentence of its own."""
_OURS = frozenset({"about", "benefits", "process"})
"""Sections of a posting in which years are the company's."""
_SO_LONG = re.compile(
    rf"(?::|-|=|\.{{3,}})\s*(?:about\s+)?{YEARS.pattern}"
    r"(?:,? (?:ideally|preferably|better|or more|at least|minimum|min|required|preferred|needed|expected|a must)"
    r"(?: \d{1,2}| more)?)?[.;]?",
    re.IGNORECASE,
)
"""What stands behind a name of which only is told how long it has to be known."""
_CAMEL = re.compile(r"\b[A-Z][a-z]+[A-Z]\w+")
"""A name that only a technology has, known or not (`RequireJS`)."""


class Lists:
    """The lists of one doc; `owner` holds what was taken, by token, and grows."""

    def __init__(self, workspace: Workspace, owner: Mapping[int, Found]) -> None:
        self._workspace = workspace
        self._owner = owner
        self._text = workspace.text
        self._starts = workspace.tokens.starts
        self._tokens = workspace.tokens.words
        self._tags: dict[int, list[tuple[int, int]]] = {}
        self._at: dict[int, list[Candidate]] = {}
        """The candidates by their first token."""
        for each in workspace.candidates:
            self._at.setdefault(each.first, []).append(each)

    def tagged(self, candidate: Candidate) -> bool:
        """Whether a name in lower case stands in a line of such names and nothing else: "Tags go rest python", "go, python"."""
        if self._workspace.capital(candidate.first):
            return False
        unit = self._workspace.unit_of(candidate.first)
        if unit is None:
            return False
        if unit.start not in self._tags:
            self._tags[unit.start] = [*self._of_tags(unit), *self._of_names(unit), *self._of_hashtags(unit)]
        return any(first <= candidate.first and candidate.last <= last for first, last in self._tags[unit.start])

    def _of_tags(self, unit: Unit) -> Iterator[tuple[int, int]]:
        """The tokens of the lines of tags in a unit: behind a label with a capital, or that begins it."""
        text, tokens, before = self._text, self._workspace.tokens, self._workspace.unit_at(unit.start - 2)
        starts = [m.end() for m in _TAGS.finditer(text, unit.start, unit.end) if m[0][0].isupper() or m.start() == unit.start]
        if before is not None and _TAGS.fullmatch(text, before.start, before.end):
            starts.append(unit.start)
        for start in starts:
            first, high = tokens.within(start, unit.end)
            last = next((at for at in range(first, high) if self._workspace.capital(at)), high)
            if self._only_tags(first, last):
                yield first, last

    def _of_names(self, unit: Unit) -> Iterator[tuple[int, int]]:
        """The tokens of a unit, if it is a list of names in lower case with signs, "and" or "or" between them."""
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        first = self.begins(unit.start, first)
        signs = {at for at in range(first, last) if self._tokens[at] in DELIMITERS}
        if signs and not any(self._workspace.capital(at) for at in range(first, last)):
            named, clear = self._names(first, last)
            if clear and len(named | signs) == last - first:
                yield first, last

    def _of_hashtags(self, unit: Unit) -> Iterator[tuple[int, int]]:
        """The tokens of the names behind "#" in a unit, if one of them is clearly a technology: "#go #kubernetes #remote"."""
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        if "#" in self._tokens[first:last]:
            signs = [at for at in range(first, last - 1) if self._tokens[at] == "#"]
            ends = self._workspace.tokens.ends
            tags = (at + 1 for at in signs if ends[at] == self._starts[at + 1])
            names = [each for tag in tags for each in self._at.get(tag, ())]
            if any(self._clear(each) for each in names):
                yield from ((each.first, each.last) for each in names)

    def _only_tags(self, first: int, last: int) -> bool:
        """Whether tokens `[first, last)` are names and nothing else, but for a few that nobody knows."""
        words = {at for at in range(first, last) if self._tokens[at].isalnum()}
        named, clear = self._names(first, last)
        strange = words - named
        if len(words & named) < 2 or any(self._tokens[at] in _NO_TAGS for at in range(first, last) if at not in named):
            return False
        return not strange or (clear and len(strange) < len(words & named))

    def _names(self, first: int, last: int) -> tuple[set[int], bool]:
        """The tokens of the names among tokens `[first, last)`, and whether one of them is clearly a technology."""
        names = [each for at in range(first, last) for each in self._at.get(at, ()) if each.last <= last]
        return {at for each in names for at in range(each.first, each.last)}, any(map(self._clear, names))

    @staticmethod
    def _clear(candidate: Candidate) -> bool:
        """Whether it is a technology by a name of its own."""
        return candidate.form.origin != "weak" and candidate.form.skill.kind == "technology"

    def joined(self, candidate: Candidate, index: int) -> bool:
        """Whether nothing but delimiters stands between a form and the token at `index`."""
        low, high = (index + 1, candidate.first) if index < candidate.first else (candidate.last, index)
        capital = self._workspace.capital(candidate.first)  # "Oracle to PostgreSQL"
        return all(token in DELIMITERS or (token == "to" and capital) for token in self._tokens[low:high])

    def whole_item(self, candidate: Candidate, unit: Unit, first: int, last: int) -> bool:
        """Whether the form stands alone between the delimiters of a list: with other skills, in a section of them, or behind a
        label of them."""
        first = self.begins(unit.start, first)
        taught = unit.section == _COURSES and candidate.form.skill.kind == "concept"
        listed = taught or unit.section in LIST_SECTIONS
        behind = self._behind_label(unit, first) if taught or self._workspace.named(candidate) else first
        labelled, first = behind > first, behind
        left = candidate.first - 1
        right, last = candidate.last, self._ends(last)
        if right < last and left < first and unit.section in LIST_SECTIONS and is_measure(self._rest(right, unit)):
            right = last  # "Rust ★★★★☆" on a line of its own
        elif left < first and self._asked_long(right, unit):
            return self._workspace.named(candidate)
        while right < last and VERSION.fullmatch(self._tokens[right]):
            right += 1
        opens = left < first or self._tokens[left] in DELIMITERS
        closes = right >= last or self._tokens[right] in DELIMITERS
        if not (opens and closes):
            return False
        capital = self._workspace.capital(candidate.first)
        if unit.section in LIST_SECTIONS and capital and self._names_only(first, last):
            return True
        if unit.section == _PROJECTS and capital and self._is_told_of_a_project(candidate, first, last):
            return True
        company = {self._owner[index].skill.id for index in range(first, last) if index in self._owner}
        if len(company) < 2 and capital:
            named = {self._starts[index] for index in range(first, last) if index in self._owner}
            company |= {m[0] for m in _CAMEL.finditer(self._text, unit.start, unit.end) if m.start() not in named}
        alone = left < first  # "Ruby (18 months)" on a line of its own
        if len(company) >= 2 or (listed and (alone or bool(company))):
            return True
        if not alone:
            return False
        if right < last and self._tokens[right] == "|":
            return labelled or self._heads_a_row(unit, first, -1) or self._heads_a_row(unit, last, 1)
        return labelled or (
            right >= last and (self._is_topic(unit, right) or self._stands_alone(first - 1) or self._stands_alone(last))
        )

    def _is_told_of_a_project(self, candidate: Candidate, first: int, last: int) -> bool:
        """Whether a name follows directly on that of a project, whose line begins at token `first`, alone or in a list of nothing
        but technologies and of what has no capital: "raytracer: Go, 2k stars"; not "Team: Ruby, Tom", nor a time of the year."""
        sign = candidate.first - 1
        if sign <= first or self._tokens[sign] not in _BEHIND_PROJECTS or self._tokens[candidate.first] in bearer_words().season:
            return False
        if any(self._tokens[at] in _FIELDS for at in range(first, sign)):
            return False
        if self._tokens[sign - 1] in _no_projects():
            return False
        if self._tokens[sign] == "," and sign - first < _WORDS_BEFORE_COMMA:
            return False  # "Winner, Spark, 2019"
        if candidate.last < last and self._tokens[candidate.last] not in _FIELDS:
            return False
        strange = (at for at in range(candidate.last, last) if at not in self._owner and self._workspace.capital(at))
        return not any(
            len(self._tokens[at]) > 1 and not self._workspace.may_be_technology(at) and not self._shouts(at) for at in strange
        )

    def _shouts(self, index: int) -> bool:
        """Whether a token is all in capitals, as the short names of technologies are."""
        return self._workspace.surface(index, index + 1).isupper()

    def _asked_long(self, token: int, unit: Unit) -> bool:
        """Whether a posting says nothing but years from a token on, behind a sign: "Elixir: 3 years, ideally 5"."""
        if self._workspace.kind != "posting" or unit.section in _OURS or token >= len(self._starts):
            return False
        years = _SO_LONG.fullmatch(self._workspace.tokens.plain, self._starts[token], unit.end)
        return years is not None and not years["unit"].lower().startswith("mo")  # "Spring: 3 months"

    def _is_topic(self, unit: Unit, right: int) -> bool:
        """Whether a unit that ends at the token `right` only says what its item is about: "- Jest. From 12 tests to 900"."""
        ends = self._workspace.tokens.ends
        bulleted = behind_bullet(self._text, unit.start) > unit.start
        return bulleted and right < len(ends) and self._tokens[right] == "." and self._text.startswith(" ", ends[right])

    def _behind_label(self, unit: Unit, first: int) -> int:
        """The first token behind the label with which a unit begins at token `first`, if skills stand behind such a label."""
        tokens = self._workspace.tokens
        label = _LABEL.match(tokens.plain, tokens.starts[first], unit.end) if first < len(tokens.starts) else None
        if label is None or not self._labels_skills(label["words"], unit):
            return first
        return tokens.within(label.end(), unit.end)[0]

    def _labels_skills(self, label: str, unit: Unit) -> bool:
        """Whether a label names a kind of technology, is the heading of a section in which skills are listed, or says in one how
        well they are known ("Expert: Rust"); any label does that among what was taught ("Focus: compilers")."""
        if (
            unit.section == _COURSES
            or label.split()[-1].lower() in _kinds()
            or heading_kind(label, self._workspace.kind, False) in LIST_SECTIONS
        ):
            return True
        return unit.section in LIST_SECTIONS and is_rating(label)

    def _names_only(self, first: int, last: int) -> bool:
        """Whether tokens `[first, last)` are a choice between words with capitals and nothing else ("Gleam or Rust")."""
        tokens = self._tokens[first:last]
        if "or" not in tokens and "/" not in tokens:
            return False
        return all(token in DELIMITERS or self._workspace.capital(first + at) for at, token in enumerate(tokens))

    def _stands_alone(self, index: int) -> bool:
        """Whether a token names a technology that has a line of its own, as the items of a list have."""
        if 0 <= index < len(self._tokens) and self._tokens[index] in _STOPS:
            index -= 1
        found = self._owner.get(index)
        unit = self._workspace.unit_of(index) if found and found.skill.kind == "technology" else None
        if found is None or unit is None:
            return False
        first, last = self._workspace.tokens.within(unit.start, unit.end)
        return found.last == self._ends(last) and found.first == self.begins(unit.start, first)

    def _heads_a_row(self, unit: Unit, index: int, step: int) -> bool:
        """Whether the row above (`step` -1) or below (1) has a technology alone in its first cell: `| Terraform | servers |`."""
        if index >= len(self._tokens):
            return False  # no row is below the last one
        other = self._workspace.unit_at(unit.start - 2) if step < 0 else self._workspace.unit_of(index)
        if other is None:
            return False
        first = self.begins(other.start, self._workspace.tokens.within(other.start, other.end)[0])
        found = self._owner.get(first)
        if found is None or found.skill.kind != "technology" or found.first != first:
            return False
        return found.last < len(self._tokens) and self._tokens[found.last] == "|"

    def _rest(self, token: int, unit: Unit) -> str:
        """What stands from a token to the end of its unit."""
        return self._workspace.tokens.plain[self._starts[token] : unit.end]

    def _ends(self, last: int) -> int:
        """The end of a unit's tokens `[.., last)` without the stop behind them."""
        return last - 1 if self._tokens[last - 1] in _STOPS else last

    def begins(self, start: int, first: int) -> int:
        """The first token behind the bullet and other signs of a unit that begins at the character `start`, token `first`."""
        content = behind_bullet(self._text, start)
        while first < len(self._tokens) and (self._starts[first] < content or self._tokens[first] in DELIMITERS):
            first += 1
        return first


@cache
def _no_projects() -> frozenset[str]:
    """Words that head people, firms and pastimes, and no project."""
    return frozenset(wordings("no project"))


@cache
def _kinds() -> frozenset[str]:
    """The last words of labels behind which technologies stand."""
    return frozenset(wordings("label"))
