"""What a clause says of an ambiguous name, often beside others that say the like: "the core is Go, its console is Vue".

In: a candidate with a capital, the tokens of its sentence and what was taken so far. Out: the words that support it, or None.
What stands directly beside a name and needs no more is the matter of `wordings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from skillgap.extraction.data import wordings
from skillgap.extraction.namesakes import Namesakes
from skillgap.extraction.workspace import Candidate, Found, Workspace

_SELF = frozenset({"itself", "themselves"})
_IS = frozenset({"is", "are"})
_ENDS = frozenset({".", ",", ";", ")", "-", "and", "but", "while"})
_BEGINS = frozenset({",", ";", ":", "-", "(", "and", "but", "while"})
_OBJECT_REACH = 6
"""So many tokens behind a verb stands what it acts on."""


class Parallels:
    """The clauses of one doc; `owner` holds what was taken, by token, and grows."""

    def __init__(self, workspace: Workspace, owner: Mapping[int, Found], namesakes: Namesakes) -> None:
        self._workspace = workspace
        self._owner = owner
        self._namesakes = namesakes
        self._tokens = workspace.tokens.words

    def wording(self, candidate: Candidate, first: int, last: int) -> str | None:
        """The words in the sentence `[first, last)` that support a name, or None."""
        return (
            self._consists(candidate, first, last) or self._taught(candidate, first, last) or self._acts(candidate, first, last)
        )

    def _consists(self, candidate: Candidate, first: int, last: int) -> str | None:
        """What something "is", be it a part of software or beside a technology: "the core is Go, its console is Vue"."""
        at = candidate.first
        if at - 1 <= first or self._tokens[at - 1] not in _IS or not self._ends(candidate.last, last):
            return None
        if self._of_software(at - 2, first):
            return f"{self._tokens[at - 2]} {self._tokens[at - 1]}"
        like = (index for index in range(first + 1, last) if self._technology(index) and self._tokens[index - 1] in _IS)
        other = next((index for index in like if self._owner[index].skill.id != candidate.form.skill.id), None)
        return f"{self._tokens[at - 1]}, as {self._tokens[other]} in the same sentence" if other is not None else None

    def _of_software(self, index: int, first: int) -> bool:
        """Whether a word of the sentence is what may be a technology, as no person is ("the broker itself", "the rest")."""
        if index >= first and self._tokens[index] in _SELF:
            return True
        return index > first and self._tokens[index] in shares() and not self._namesakes.is_of_people(index + 2)

    def _taught(self, candidate: Candidate, first: int, last: int) -> str | None:
        """What is "included" in what somebody teaches or learns: "the rest we can teach, Go included"."""
        at, end = candidate.first, candidate.last
        if end >= last or self._tokens[end] != "included" or not self._ends(end + 1, last):
            return None
        if at <= first or self._tokens[at - 1] != "," or taught().isdisjoint(self._tokens[first:at]):
            return None
        return "taught ... included"

    def _acts(self, candidate: Candidate, first: int, last: int) -> str | None:
        """What it does beside other technologies ("Spark does the heavy lifting, Airflow the scheduling"), or to what software
        acts on ("Chef configures the hosts"); no name of people."""
        at, end = candidate.first, candidate.last
        if end >= last or self._tokens[end] not in doings() or (at > first and self._tokens[at - 1] not in _BEGINS):
            return None
        if self._namesakes.may_act(at):
            return None
        technical = any(self._technology(index) for index in range(first, last)) or self._on_software(end + 1, last)
        return self._tokens[end] if technical else None

    def _on_software(self, index: int, last: int) -> bool:
        """Whether what something acts on, from a token on, is what software does."""
        stop = min(last, index + _OBJECT_REACH)
        clause = next((at for at in range(index, stop) if self._ends(at, last)), stop)
        return not acted_on().isdisjoint(self._tokens[index:clause])

    def _technology(self, index: int) -> bool:
        found = self._owner.get(index)
        return found is not None and found.skill.kind == "technology"

    def _ends(self, index: int, last: int) -> bool:
        """Whether a clause ends before a token."""
        return index >= last or self._tokens[index] in _ENDS


@cache
def taught() -> frozenset[str]:
    """Words of teaching and learning."""
    return frozenset(wordings("taught"))


@cache
def shares() -> frozenset[str]:
    """Parts of a software, and what does something in it."""
    return frozenset(wordings("share"))


@cache
def doings() -> frozenset[str]:
    """What a technology does, as a verb directly behind it."""
    return frozenset(wordings("acts"))


@cache
def acted_on() -> frozenset[str]:
    """What software acts on, and hardly anybody else."""
    return frozenset(wordings("acted on"))
