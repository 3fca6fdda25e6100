"""What stands beside a name and hardly beside anything else than a technology: "written in Rust", "a Slack bot", "Ember 2.x".

The words are data, made ready by `wording_lists`. In: a candidate and the tokens of its sentence. Out: the wording that supports
it, or None. Whether a wording is enough is for `senses` to say.
"""

from __future__ import annotations

import re
from collections.abc import Container

from skillgap.extraction.beside import begins_with, ends_with
from skillgap.extraction.namesakes import Namesakes
from skillgap.extraction.wording_lists import wording_lists
from skillgap.extraction.workspace import Candidate, Workspace
from skillgap.model import Unit

VERSION = re.compile(r"[\d.]+|x")
"""A token of a version."""
_RELEASE = re.compile(r"(?P<dotted>\d{1,2}\.(?:\d+|x)\b)|\d{1,2}\b(?![.,]\d|[ ]?[%$€£])")
"""What stands behind a name as its version."""
_VERSION_REACH = 4
"""How many tokens of a version may stand between a name and its noun (`Play 2.6 application`)."""
_SHORTEST = 2
"""A name of fewer letters is no name before a version (`grade C 3.0`)."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONSISTS = frozenset({"in", "is", "are"})
_PREPOSITIONS = frozenset({"in", "with", "using", "on", "through", "by", "into", "to", "from"})
_VERB_REACH = 11
_MOVE_REACH = 6
"""How far before "to" a technology may stand that something is moved from."""
_PLAIN_VERBS = frozenset({"work", "worked", "working", "run", "runs", "kept", "made", "done", "handled", "collected"})
"""Verbs of making that say nothing of a name in lower case ("social work with vagrant youths")."""
_ENDS_CLAUSE = frozenset({*".,;()/&+|:!", "and", "or", "but", "plus", "with", "ideally", "preferably", "though"})
_BEGINS_CLAUSE = frozenset({".", ";", ":", "("})
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "another", "one", "its", "our", "their", "his", "her"})
_NUMBER = re.compile(r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten")
_YEARS = frozenset({"years", "yrs", "yoe", "year", "yr", "months"})
_IS_FOR = frozenset({"for", "that", "which", "to"})
"""Behind a program, before what it is for."""
_WITH = frozenset({".", ";", "(", "with", "using"})
"""Behind a language, where a sentence about a program ends or goes on."""
_LEADS = 2
"""A wording of fewer words may lead to anything ("via", "we love"): only longer ones reach over the items before a name."""
_LIST_REACH = 8
"""How far behind a wording (tokens) an item of the list that it leads to may stand."""
_JOINS = frozenset({",", "or", "/", "and"})
_ENDS_ANSWER = frozenset({".", ",", ";", "!"})


class Surroundings:
    """The wordings around the names of one doc."""

    def __init__(self, workspace: Workspace, namesakes: Namesakes) -> None:
        self._workspace = workspace
        self._namesakes = namesakes
        self._tokens = workspace.tokens.words
        self._lists = wording_lists()

    def wording(self, candidate: Candidate, first: int, last: int) -> str | None:
        """The words directly beside a technology, in the sentence `[first, last)`, that support it."""
        tokens, lists = self._tokens, self._lists
        before = ends_with(tokens, candidate.first, lists.before, first)
        personal = before in lists.personal and self._namesakes.is_of_people(candidate.first)
        if before and (not personal or self.known(candidate, first, last)):  # "You know Ruby.", not "you know Ruby from ..."
            return " ".join(before)
        after = begins_with(tokens, candidate.last, lists.after, last)
        if after:
            return " ".join(after)
        if self._since(candidate, last):
            return "since"
        noun = self.noun_behind(candidate, last)
        if noun and (candidate.first > first or tokens[candidate.first] not in lists.verbs):
            return noun
        left = tokens[candidate.first - 1] if candidate.first > first else ""
        second = tokens[candidate.first - 2] if candidate.first - 2 >= first else ""
        if left in _CONSISTS and second in lists.things:
            return f"{second} {left}"
        if left == "in" and (program := self._program_for(candidate, first, last)):
            return f"{program} ... in"
        if left == "by" and second.endswith("ed") and self._acts(candidate, second):
            return f"{second} by"  # "issued by Vault": nobody has to be a person to do that
        if left not in _PREPOSITIONS:
            return self._led_list(candidate, first) if left in _JOINS and self._ends(candidate.last, last) else None
        if before and left == "with":
            return None  # "worked with Ray": whoever that is
        return self._made(candidate, left, first) or self._measured(second, first, candidate.first - 2)

    def _program_for(self, candidate: Candidate, first: int, last: int) -> str | None:
        """The program of which a résumé says what it is for, before "in" and the language ("a parser for dates in Rust"), where
        the sentence ends or tells with what else."""
        if self._workspace.kind != "resume" or candidate.form.skill.category != "languages" or self._workspace.lowered(candidate):
            return None
        if candidate.last < last and self._tokens[candidate.last] not in _WITH:
            return None
        for index in range(candidate.first - 3, max(first, candidate.first - 2 - _VERB_REACH) - 1, -1):
            if self._tokens[index] in self._lists.programs and self._tokens[index + 1] in _IS_FOR:
                return self._tokens[index]
        return None

    def _since(self, candidate: Candidate, last: int) -> bool:
        """Whether the year since when somebody uses it follows: "Rust since 2021"; a person is known since then."""
        since = candidate.last
        if since + 1 >= last or self._tokens[since] != "since" or self._namesakes.is_of_people(candidate.first):
            return False
        return _YEAR.fullmatch(self._tokens[since + 1]) is not None

    def judged(self, candidate: Candidate, begins: int, first: int, last: int, asked: bool) -> str | None:
        """The words that say how good it has to be, or how welcome it is, beside a name that they can only mean as a whole.

        `begins`: where the words of the sentence `[first, last)` do; `asked`: whether it stands where skills are listed, and is
        one that a list may support.
        """
        tokens, lists = self._tokens, self._lists
        at = candidate.first
        quality = ends_with(tokens, at, lists.quality, begins)
        start = at - len(quality or ())
        if quality is not None and self._ends(candidate.last, last):
            title = self._workspace.capital(start)  # "Strong Teams": a title, but where skills are asked
            if (asked if title else True) and not (start > first and tokens[start - 1] in _ARTICLES):
                return " ".join(quality)
        welcome = self.welcome(candidate, last) if start == begins or tokens[start - 1] in _BEGINS_CLAUSE else None
        return " ".join(welcome) if welcome and (asked or len(welcome) > 1) else None

    def welcome(self, candidate: Candidate, last: int) -> tuple[str, ...] | None:
        """The words behind a name that say how welcome it is, if a clause of the sentence up to token `last` ends with them."""
        words = begins_with(self._tokens, candidate.last, self._lists.welcome, last)
        return words if words and self._ends(candidate.last + len(words), last) else None

    def _ends(self, index: int, last: int) -> bool:
        """Whether a clause ends before a token: nothing goes on there that a name could belong to."""
        if index >= last or self._tokens[index] in _ENDS_CLAUSE:
            return True
        tokens = self._workspace.tokens
        return self._tokens[index] == "-" and tokens.starts[index] > tokens.ends[index - 1]

    def _measured(self, second: str, first: int, number: int) -> str | None:
        """A number before "with Spark" in a sentence that has spoken of years: "5 years in data, thereof 3 with Spark"."""
        if not _NUMBER.fullmatch(second) or _YEARS.isdisjoint(self._tokens[first:number]):
            return None
        return "years ... with"

    def _led_list(self, candidate: Candidate, first: int) -> str | None:
        """The wording that leads to a list of names with capitals, of which this is a later one ("versed in Ash or Spark")."""
        tokens, index = self._tokens, candidate.first - 1
        while index > max(first, candidate.first - _LIST_REACH):
            if tokens[index] not in _JOINS or not self._workspace.capital(index - 1):
                return None
            index -= 1
            while index > first and self._workspace.capital(index - 1):
                index -= 1
            before = ends_with(tokens, index, self._lists.before, first)
            if before:
                return " ".join(before) if len(before) >= _LEADS else None
            index -= 1
        return None

    def known(self, candidate: Candidate, first: int, last: int, lowered: bool = False) -> str | None:
        """The words of knowing before a name with which the clause ends: what is known may be a concept, too. Before one that has
        lost its capital, only those that hardly stand before an ordinary word count."""
        well = candidate.last < last and self._tokens[candidate.last] == "well"  # "You know IAM well enough to ..."
        if not (well or self._ends(candidate.last, last) or self.welcome(candidate, last)):
            return None
        phrases = self._lists.used if lowered else self._lists.knowing
        return " ".join(ends_with(self._tokens, candidate.first, phrases, first) or ()) or None

    def asked_alone(self, candidate: Candidate, begins: int, last: int) -> str | None:
        """What somebody is to have of a concept, where a clause that begins at `begins` asks for nothing else ("Solid testing
        experience required")."""
        if not (behind := begins_with(self._tokens, candidate.last, self._lists.known, last)):
            return None
        end = candidate.last + len(behind)
        end += len(begins_with(self._tokens, end, self._lists.welcome, last) or ())
        quality = ends_with(self._tokens, candidate.first, self._lists.quality, begins) or ()
        return " ".join(behind) if self._ends(end, last) and candidate.first - len(quality) == begins else None

    def led(self, candidate: Candidate, low: int) -> bool:
        """Whether words that lead to technologies, not before token `low`, stand directly before one: "exposure to"."""
        return ends_with(self._tokens, candidate.first, self._lists.before, low) is not None

    def leads_here(self, candidate: Candidate, low: int, owned: Container[int]) -> bool:
        """Whether such words, or other technologies in one list with it, leave no doubt what it is ("Use Go to ...").

        `owned`: the tokens that name skills already.
        """
        before = ends_with(self._tokens, candidate.first, self._lists.before, low)
        if (before and before not in self._lists.personal) or self._led_list(candidate, low):
            return True
        joined, index = self._tokens[candidate.first - 1] in _JOINS - {","}, candidate.first - 1
        while index > low and self._tokens[index] in _JOINS:
            index -= 1
        return joined and index >= low and index in owned

    def _acts(self, candidate: Candidate, verb: str) -> bool:
        """Whether a technology may be the one that does something."""
        return verb not in self._lists.persons and not self._namesakes.may_act(candidate.first)

    def _made(self, candidate: Candidate, left: str, first: int) -> str | None:
        """A verb of making before "in Rust", of moving before "to Rust"."""
        verbs = self._lists.moved if left in {"to", "from"} else self._lists.made
        plain = _PLAIN_VERBS if self._workspace.lowered(candidate) else frozenset()
        for index in range(candidate.first - 2, max(first, candidate.first - _VERB_REACH) - 1, -1):
            if self._tokens[index] in verbs and self._tokens[index] not in plain:
                return f"{self._tokens[index]} ... {left}"
        return None

    def noun_behind(self, candidate: Candidate, last: int) -> str:
        """The noun behind a name ("a Slack bot", "Mule 4 flows"), what is glued to it ("a Rust-based agent"), or nothing."""
        index = candidate.last
        if self._workspace.tokens.hyphened(index):
            return " ".join(begins_with(self._tokens, index, self._lists.compound, last) or ())
        stop = min(last, index + _VERSION_REACH)
        while index < stop and VERSION.fullmatch(self._tokens[index]):
            index += 1
        if index >= last or self._tokens[index] not in self._lists.nouns:
            return ""
        surface = self._workspace.surface(index, index + 1)
        return "" if surface.istitle() else surface  # "AEM Tools" is a name of its own

    def release(self, candidate: Candidate, first: int, last: int, owned: Container[int]) -> str | None:
        """The version behind a capitalised name: `Ember 2.x`; one without a dot (`Mule 4`) in a sentence about software.

        `owned`: the tokens that name skills already.
        """
        tokens = self._workspace.tokens
        if candidate.last >= last or candidate.form.letters < _SHORTEST or not self._tokens[candidate.last][0].isdigit():
            return None
        match = _RELEASE.match(self._workspace.text, tokens.starts[candidate.last])
        if match is None or tokens.starts[candidate.last] - tokens.ends[candidate.last - 1] > 1:
            return None
        if match["dotted"] or any(index in owned for index in range(first, last)):
            return match[0]
        return match[0] if not self._lists.sentence.isdisjoint(self._tokens[first:last]) else None

    def answers(self, candidate: Candidate, first: int, last: int) -> bool:
        """Whether a name opens the answer to a question about software: `Which HTTP layer? Gin.`"""
        if candidate.first != first or (candidate.last < last and self._tokens[candidate.last] not in _ENDS_ANSWER):
            return False
        question = self._workspace.unit_of(first - 1) if first else None
        if question is None or not self._asks(question):
            return False
        asked = self._tokens[slice(*self._workspace.tokens.within(question.start, question.end))]
        return not (self._lists.sentence.isdisjoint(asked) and self._lists.nouns.isdisjoint(asked))

    def _asks(self, unit: Unit) -> bool:
        return self._workspace.text[unit.start : unit.end].rstrip().endswith("?")

    def moved(self, to: int, low: int, owned: Container[int]) -> bool:
        """Whether something is moved "to" a technology, the word at `to`: code, or from another one, not before token `low`."""
        reach = range(to - 1, max(low - 1, to - 1 - _MOVE_REACH), -1)
        before = {self._tokens[index] for index in reach}
        sure = self._lists.moved if "over" in before else self._lists.recoded  # "ported the shop to Go"
        if (reach and to - 1 in owned) or not before.isdisjoint(sure):
            return True
        return any(index in owned for index in reach) and ("from" in before or not before.isdisjoint(self._lists.moved))

    def made_of(self, index: int, low: int) -> bool:
        """Whether a token, not before `low`, is a thing that is made of a technology ("a backend in Phoenix")."""
        return index >= low and self._tokens[index] in self._lists.things
