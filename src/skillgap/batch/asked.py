"""What a batch asks: a posting, and which of its requirements are must-haves, with what the recruiter adds to them.

    python and (kafka or rabbitmq)     names of skills, `and`, `or`, parentheses; `and` binds more closely
    "spring boot" or c++               quotation marks around a name that holds one of those words or a parenthesis

Every must-have is a requirement: it is added to the posting or, where that asks it already, made required there. So it counts in
the score as any other, and the posting's hash, which stands in every result, tells it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from numbers import Real

from skillgap.errors import SkillgapError
from skillgap.model import Posting, Requirement, Skill

Find = Callable[[str], Skill]
"""A skill by name, alias or id; raises SkillgapError with a suggestion where there is none."""
_MOST = 32
"""More alternatives are no must-have that a person could oversee."""
_LONGEST = 60
"""Years that anybody has worked."""
_TOKEN = re.compile(r'"([^"]*)"|([()])|([^\s()"]+)')
_NEGATED = re.compile(r"(?:not|no|without)\b", re.IGNORECASE)
_OTHER_SIGN = re.compile(r"[,;&|/+!]")
"""What people write for `and` and `or`."""
_EXAMPLE = "write it as: python and (kafka or rabbitmq)"
_SCORED = frozenset({"required", "preferred"})

Clause = tuple[Skill, ...]
"""Skills of which one is a must."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A posting, and its must-haves: their places (from 0) among its scored requirements, as a report's verdicts stand."""

    posting: Posting
    musts: frozenset[int]

    @property
    def labels(self) -> tuple[str, ...]:
        """The must-haves in words, in the posting's order."""
        scored = [requirement for requirement in self.posting.requirements if requirement.level in _SCORED]
        return tuple(requirement.label for place, requirement in enumerate(scored) if place in self.musts)


def ask(posting: Posting, find: Find, must: Iterable[str] = (), min_years: Mapping[str, float] | None = None) -> Asked:
    """A posting with must-haves.

    Args:
        find: a skill by its name.
        must: expressions, or one; all of them have to hold.
        min_years: years of a skill that are a must, by its name.

    Returns:
        The posting; its must-haves are what the expressions name, else what it requires, else all that it scores.

    Raises:
        SkillgapError: an expression cannot be read, or names no skill of the taxonomy; years are not above 0 and at most 60.
    """
    wanted: dict[Clause, float | None] = {}
    for expression in [must] if isinstance(must, str) else must:
        for clause in _Expression(expression, find).clauses():
            if not any(set(clause) == set(other) for other in wanted):
                wanted[clause] = None
    for name, years in (min_years or {}).items():
        if not isinstance(years, Real) or not 0 < years <= _LONGEST:
            told = f"{years:g}" if isinstance(years, Real) else repr(years)
            remedy = f"give a number above 0 and at most {_LONGEST}, as python=3"
            raise SkillgapError(f"{told} years", where=f"--min-years {name}", remedy=remedy)
        wanted[(find(name),)] = years
    changed = _with(posting, wanted) if wanted else posting
    scored = [requirement for requirement in changed.requirements if requirement.level in _SCORED]
    required = [place for place, requirement in enumerate(scored) if requirement.level == "required"]
    named = [place for place, requirement in enumerate(scored) if requirement.any_of in wanted and requirement.at_least == 1]
    return Asked(changed, frozenset(named or required or range(len(scored))))


def _with(posting: Posting, wanted: Mapping[Clause, float | None]) -> Posting:
    """The posting with those must-haves among its requirements, and as words behind its text, where they are quoted from."""
    kept: list[Requirement] = []
    lines: list[str] = []
    rest = dict(wanted)
    for requirement in posting.requirements:
        clause = next((c for c in rest if set(c) == set(requirement.any_of)), None)
        if clause is None or requirement.at_least > 1:
            kept.append(requirement)
        elif requirement.level != "negated":
            years = rest.pop(clause) or requirement.min_years
            kept.append(replace(requirement, any_of=clause, level="required", min_years=years))
    text, plain = posting.document.text, posting.document.plain
    for clause, years in rest.items():
        bare = Requirement(clause, "required", "", 0, 0, min_years=years)
        line = f"must-have: {bare.label}"
        start = len(text) + 1 + sum(len(other) + 1 for other in lines)
        kept.append(replace(bare, quote=line, start=start, end=start + len(line)))
        lines.append(line)
    more = "".join(f"\n{line}" for line in lines)
    document = replace(posting.document, text=text + more, plain=plain + more if plain else None)
    told = "".join(f"\nmust-have: {Requirement(c, 'required', '', 0, 0, min_years=y).label}" for c, y in wanted.items())
    return replace(posting, document=document, requirements=tuple(kept), content=posting.identity + told)


class _Expression:
    """Reads one expression from left to right into clauses that must all hold, each a choice of skills."""

    def __init__(self, text: str, find: Find) -> None:
        self._where = f"--must {text!r}"
        self._find = find
        self._tokens = self._split(text)
        self._at = 0

    def clauses(self) -> list[Clause]:
        """All of it."""
        found = self._choice()
        if self._at < len(self._tokens):
            kind, text = self._tokens[self._at]
            raise self._wrong(f"`and` or `or` is missing before {text!r}" if kind == "name" else f"{text!r} is one too many")
        return list(dict.fromkeys(tuple(dict.fromkeys(clause)) for clause in found))

    def _split(self, text: str) -> list[tuple[str, str]]:
        """Kind (`and`, `or`, `(`, `)`, `name`) and text; words that follow each other are one name."""
        tokens: list[tuple[str, str]] = []
        for match in _TOKEN.finditer(text):
            quoted, mark, word = match.groups()
            if mark:
                tokens.append((mark, mark))
            elif quoted is None and word.lower() in {"and", "or"}:
                tokens.append((word.lower(), word))
            elif quoted is None and tokens and tokens[-1][0] == "name":
                tokens[-1] = ("name", f"{tokens[-1][1]} {word}")
            else:
                tokens.append(("name", quoted if quoted is not None else word))
        if text.count('"') % 2:
            raise self._wrong("a quotation mark is not closed")
        return tokens

    def _choice(self) -> list[Clause]:
        found = self._sum()
        while self._take("or"):
            found = [left + right for left, right in product(found, self._sum())]
            if len(found) > _MOST:
                raise self._wrong(f"more than {_MOST} must-haves come of it")
        return found

    def _sum(self) -> list[Clause]:
        found = self._part()
        while self._take("and"):
            found = [*found, *self._part()]
        return found

    def _part(self) -> list[Clause]:
        if self._take("("):
            found = self._choice()
            if not self._take(")"):
                raise self._wrong("a parenthesis is not closed")
            return found
        if self._at == len(self._tokens) or self._tokens[self._at][0] != "name":
            behind = f"behind {self._tokens[self._at - 1][1]!r}" if self._at else "in it"
            raise self._wrong(f"a skill is missing {behind}")
        self._at += 1
        return [(self._skill(self._tokens[self._at - 1][1]),)]

    def _skill(self, name: str) -> Skill:
        try:
            return self._find(name)
        except SkillgapError as error:
            if _NEGATED.match(name):
                raise self._wrong("`not` is not understood, only `and` and `or`") from error
            if _OTHER_SIGN.search(name):
                raise self._wrong(f"no such skill: {name}; only `and` and `or` join names") from error
            if " " in name:
                remedy = f"{error.remedy or ''} Between two skills put `and` or `or`".strip()
                raise SkillgapError(error.what, where=error.where, remedy=remedy) from error
            raise

    def _take(self, kind: str) -> bool:
        taken = self._at < len(self._tokens) and self._tokens[self._at][0] == kind
        self._at += taken
        return taken

    def _wrong(self, what: str) -> SkillgapError:
        return SkillgapError(what, where=self._where, remedy=_EXAMPLE)
