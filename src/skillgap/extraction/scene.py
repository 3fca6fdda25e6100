"""What the decision about the names of one doc looks at: its words, its lists and namesakes, and what was taken so far."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.extraction.lists import Lists
from skillgap.extraction.match_rules import Compiled, Rules
from skillgap.extraction.namesakes import Namesakes
from skillgap.extraction.parallels import Parallels
from skillgap.extraction.strangers import Strangers
from skillgap.extraction.wordings import Surroundings
from skillgap.extraction.workplaces import Workplaces
from skillgap.extraction.workspace import Candidate, Found, Workspace


@dataclass(frozen=True, slots=True)
class Scene:
    """See the module. `owner` and `named` grow while names are taken."""

    workspace: Workspace
    rules: Rules
    owner: dict[int, Found]
    """What was taken, by token."""
    named: set[str]
    """The ids of skills that a form which is not weak has named."""
    supported: set[str]
    """The ids of skills that a weak form with a capital has named, where something spoke for it."""
    lists: Lists
    namesakes: Namesakes
    strangers: Strangers
    surroundings: Surroundings
    parallels: Parallels
    workplaces: Workplaces

    @classmethod
    def of(cls, workspace: Workspace, rules: Rules) -> Scene:
        """The scene of a doc in which nothing is taken yet."""
        owner: dict[int, Found] = {}
        namesakes = Namesakes(workspace)
        surroundings = Surroundings(workspace, namesakes)
        strangers, parallels = Strangers(workspace), Parallels(workspace, owner, namesakes)
        lists, workplaces = Lists(workspace, owner), Workplaces(workspace)
        return cls(workspace, rules, owner, set(), set(), lists, namesakes, strangers, surroundings, parallels, workplaces)

    def rule(self, candidate: Candidate) -> Compiled:
        """The `match` of its skill."""
        return self.rules.of(candidate.form.skill)

    def capital(self, candidate: Candidate) -> bool:
        """Whether it is written with a capital."""
        return self.workspace.capital(candidate.first)

    def shouting(self, candidate: Candidate) -> bool:
        """Whether the whole unit is in capitals."""
        unit = self.workspace.unit_of(candidate.first)
        return unit is not None and self.workspace.text[unit.start : unit.end].isupper()
