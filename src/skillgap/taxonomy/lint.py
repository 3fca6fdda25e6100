"""What the schema alone cannot see: references that lead nowhere, cycles, names with two owners, rules without examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from skillgap.model import Skill
from skillgap.taxonomy.forms import key, owners
from skillgap.taxonomy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a skill: where it stands, which it is, what is wrong."""

    where: str
    skill_id: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.skill_id}: {self.message}"


def lint(taxonomy: Taxonomy) -> list[Problem]:
    """All problems of a taxonomy, in file order; an empty list if it is sound."""
    checks = (_references, _cycles, _collisions, _rules, _resources)
    found = [problem for check in checks for problem in check(taxonomy)]
    order = {skill.id: index for index, skill in enumerate(taxonomy)}
    return sorted(found, key=lambda problem: (order.get(problem.skill_id, -1), problem.message))


def _problem(taxonomy: Taxonomy, skill: Skill, message: str) -> Problem:
    return Problem(taxonomy.places.get(skill.id, "?"), skill.id, message)


def _references(taxonomy: Taxonomy) -> Iterator[Problem]:
    for skill in taxonomy:
        groups = {
            "broader": skill.broader,
            "implies": skill.implies,
            "prerequisites": skill.prerequisites,
            "related": tuple(related.skill_id for related in skill.related),
        }
        for field, targets in groups.items():
            for target in targets:
                if target not in taxonomy:
                    yield _problem(taxonomy, skill, f"{field}: there is no skill {target!r}")
                elif target == skill.id:
                    yield _problem(taxonomy, skill, f"{field}: refers to itself")


def _cycles(taxonomy: Taxonomy) -> Iterator[Problem]:
    graphs: dict[str, Callable[[Skill], tuple[str, ...]]] = {
        "broader": lambda skill: skill.broader,
        "implies and prerequisites": lambda skill: skill.implies + skill.prerequisites,
    }
    for name, edges in graphs.items():
        cycle = _first_cycle(taxonomy, edges)
        if cycle:
            yield _problem(taxonomy, taxonomy[cycle[0]], f"{name}: a cycle: {' -> '.join(cycle)}")


def _first_cycle(taxonomy: Taxonomy, edges: Callable[[Skill], tuple[str, ...]]) -> list[str] | None:
    done: set[str] = set()
    for start in taxonomy:
        path: list[str] = []
        stack = [(start.id, iter(edges(start)))] if start.id not in done else []
        path = [start.id]
        while stack:
            current, targets = stack[-1]
            target = next((t for t in targets if t in taxonomy), None)
            if target is None:
                done.add(current)
                stack.pop()
                path.pop()
            elif target in path:
                return [*path[path.index(target) :], target]
            elif target not in done:
                stack.append((target, iter(edges(taxonomy[target]))))
                path.append(target)
    return None


def _collisions(taxonomy: Taxonomy) -> Iterator[Problem]:
    for holders in owners(taxonomy).values():
        first, *others = holders
        for skill, text, origin in others:
            if skill.id == first[0].id:
                if origin == first[2]:
                    yield _problem(taxonomy, skill, f"{text!r} is given twice (as {first[1]!r})")
            elif origin != "weak" or first[2] != "weak":
                yield _problem(taxonomy, skill, f"{text!r} ({origin}) belongs to {first[0].id} too (its {first[2]} {first[1]!r})")


def _rules(taxonomy: Taxonomy) -> Iterator[Problem]:
    for skill in taxonomy:
        rule = skill.match
        if skill.weak and not rule.yes:
            yield _problem(taxonomy, skill, "weak forms without an example of 'yes'")
        if skill.weak and not rule.no:
            yield _problem(taxonomy, skill, "weak forms without an example of 'no'")
        clear = [
            form for form in (skill.name, *skill.aliases, *skill.typos) if key(form) not in {key(weak) for weak in skill.weak}
        ]
        if skill.weak and not (clear or rule.cues or rule.in_list):
            yield _problem(taxonomy, skill, "unreachable: every name is weak, without cues and in_list: false")
        if not skill.weak and not rule.doubt and (rule.yes or rule.no or rule.cues or rule.not_before or rule.not_after):
            yield _problem(taxonomy, skill, "a match rule without weak forms has no effect")
        for form in rule.doubt:
            if form not in clear:
                yield _problem(taxonomy, skill, f"doubt: {form!r} is no name or alias of it that is clear")
        if rule.doubt and not (rule.yes and rule.no):
            yield _problem(taxonomy, skill, "forms in doubt without an example of 'yes' and one of 'no'")


def _resources(taxonomy: Taxonomy) -> Iterator[Problem]:
    for skill in taxonomy:
        urls = [resource.url.rstrip("/") for resource in skill.resources]
        for url in sorted({url for url in urls if urls.count(url) > 1}):
            yield _problem(taxonomy, skill, f"resources: {url} is given twice")
        for resource in skill.resources:
            if not resource.url.startswith(("http://", "https://")):
                yield _problem(taxonomy, skill, f"resources: {resource.url} is no web address")
