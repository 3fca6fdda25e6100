"""The taxonomy as the rest of skillgap asks it: by id, by name, by relation."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from skillgap.model import Skill
from skillgap.taxonomy import cache
from skillgap.taxonomy.forms import Form, key
from skillgap.taxonomy.index import FormIndex, build
from skillgap.taxonomy.load import find
from skillgap.taxonomy.rows import SkillRows

_SLIPS = ((14, 3), (8, 2), (4, 1))
"""Letters of a name, and how many slips (letters more, less, other, or swapped) still make it the same name, written badly."""


_LONG_WORD = 6
"""A shorter word of a search is near to too much (letters)."""


class Taxonomy:
    """A set of skills and the relations between them. Immutable once built; iterate over it to get its skills in file order.

    Attributes:
        skills: all of them.
        hash: sha256 (hex) of the files that it was read from.
    """

    def __init__(
        self,
        skills: Iterable[Skill],
        hash: str = "",
        places: Sequence[str] = (),
        index: FormIndex | None = None,
        ids: Sequence[str] | None = None,
    ) -> None:
        self.skills: Sequence[Skill] = skills if isinstance(skills, SkillRows) else tuple(skills)
        self.hash = hash
        self._places = places
        self._index = index
        self._ids = ids if ids is not None else [skill.id for skill in self.skills]
        self._position = {skill_id: position for position, skill_id in enumerate(self._ids)}
        self._paths: dict[str, dict[str, tuple[Skill, ...]]] = {}

    @classmethod
    def load(cls, folder: str | os.PathLike[str] | None = None, *, extra: Sequence[str | os.PathLike[str]] = ()) -> Taxonomy:
        """Read the taxonomy that ships with skillgap, or the one in `folder`, with `extra` files over it.

        Raises:
            MissingFile, TaxonomyError: which file, line and skill, and what is wrong.
        """
        source = find(folder, extra)
        columns: Mapping[str, Any] | None = cache.fetch(source.hash)
        if columns is not None:
            return cls(SkillRows(columns["rows"]), source.hash, columns["places"], FormIndex.of(columns), columns["ids"])
        rows = source.entries()
        ids, places = [row["id"] for row in rows], [f"{row['file']}:{row['line']}" for row in rows]
        taxonomy = cls(SkillRows(rows), source.hash, places, ids=ids)
        kept = {"ids": ids, "places": places, "rows": [json.dumps(row, ensure_ascii=False) for row in rows]}
        cache.store(source.hash, {**kept, **taxonomy.index.columns()})
        return taxonomy

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Skill id -> `file:line`, for messages."""
        return dict(zip(self._ids, self._places, strict=False))

    def __iter__(self) -> Iterator[Skill]:
        return iter(self.skills)

    def __len__(self) -> int:
        return len(self.skills)

    def __contains__(self, skill_id: object) -> bool:
        return skill_id in self._position

    def __getitem__(self, skill_id: str) -> Skill:
        return self.skills[self._position[skill_id]]

    def get(self, skill_id: str) -> Skill | None:
        """The skill with that id, or None."""
        return self[skill_id] if skill_id in self._position else None

    @cached_property
    def _by_name(self) -> dict[str, Skill]:
        names: dict[str, Skill] = {}
        ordered = [(s.name, s) for s in self.skills] + [(s.id, s) for s in self.skills]
        ordered += [(form, s) for s in self.skills for form in (*s.aliases, *s.typos, *s.weak)]
        for name, skill in ordered:
            names.setdefault(key(name), skill)
        return names

    def find(self, name: str) -> Skill | None:
        """The skill with that id, name or alias (case and separators do not matter), or None."""
        return self.get(name) or self._by_name.get(key(name))

    def search(self, text: str, limit: int = 8) -> list[tuple[Skill, str, float]]:
        """Skills whose name or alias is near to `text`: (skill, the form that is near, similarity 0-100), best first.

        Near is a misspelling, a name that begins or ends with the text, or one that stands in it; nothing rather than a guess.
        Where several words together are near to nothing, each long one is looked for alone.
        """
        hits = self._near(text)
        if not hits:
            hits = [hit for word in text.split() if len(word) >= _LONG_WORD for hit in self._near(word)] if " " in text else []
        return sorted({hit[0].id: hit for hit in hits}.values(), key=lambda hit: (-hit[2], hit[0].id))[:limit]

    def _near(self, text: str) -> list[tuple[Skill, str, float]]:
        from rapidfuzz import fuzz, process

        forms = [(form, skill) for skill in self.skills for form in (skill.name, *skill.aliases, *skill.weak)]
        query = key(text)
        hits = process.extract(query, [key(form) for form, _ in forms], scorer=fuzz.WRatio, limit=None, score_cutoff=55)
        best: dict[str, tuple[Skill, str, float]] = {}
        for candidate, score, index in hits:
            form, skill = forms[index]
            if not _is_near(text, form):
                continue
            # WRatio scores a short form inside a long query like an equal one; the plain ratio breaks such ties
            value = round(0.5 * score + 0.5 * fuzz.ratio(query, candidate), 1)
            if value >= 50 and (skill.id not in best or value > best[skill.id][2]):
                best[skill.id] = (skill, form, value)
        return list(best.values())

    def implied(self, skill_id: str) -> dict[str, tuple[Skill, ...]]:
        """All that having a skill shows: id -> shortest path of skills, from it to the implied one.

        An edge is `implies`; or `broader` from a technology to what it is an instance or a means of (Kafka -> message queues,
        Terraform -> infrastructure as code), and from anything to an everyday word (relational databases -> databases).
        """
        if skill_id not in self._paths:
            paths: dict[str, tuple[Skill, ...]] = {skill_id: (self[skill_id],)}
            queue = deque([skill_id])
            while queue:
                current = queue.popleft()
                for target in self._shows(self[current]):
                    if target not in paths:
                        paths[target] = (*paths[current], self[target])
                        queue.append(target)
            del paths[skill_id]
            self._paths[skill_id] = paths
        return self._paths[skill_id]

    def _shows(self, skill: Skill) -> Iterator[str]:
        yield from (target for target in skill.implies if target in self)
        for target in skill.broader:
            if target in self and (self[target].generic or (skill.kind == "technology" and self[target].kind != "technology")):
                yield target

    @cached_property
    def _narrower(self) -> dict[str, tuple[Skill, ...]]:
        children: dict[str, list[Skill]] = {}
        for skill in self.skills:
            for parent in skill.broader:
                children.setdefault(parent, []).append(skill)
        return {parent: tuple(skills) for parent, skills in children.items()}

    def narrower(self, skill_id: str) -> tuple[Skill, ...]:
        """The skills directly under a concept, in file order."""
        return self._narrower.get(skill_id, ())

    def direct_prerequisites(self, skill_id: str) -> tuple[str, ...]:
        """Ids of what to learn directly before a skill; a language that it implies is part of it (Java, before JUnit)."""
        skill = self[skill_id]
        languages = (named for named in skill.implies if named in self and _is_language(self[named]))
        return tuple(dict.fromkeys((*languages, *skill.prerequisites)))

    def prerequisites(self, skill_id: str) -> list[Skill]:
        """What to learn before a skill, all the way down, first things first."""
        order: list[Skill] = []
        seen = {skill_id}

        def visit(current: str) -> None:
            for needed in self.direct_prerequisites(current):
                if needed in self and needed not in seen:
                    seen.add(needed)
                    visit(needed)
                    order.append(self[needed])

        visit(skill_id)
        return order

    @property
    def index(self) -> FormIndex:
        """Every way to write every skill; made at its first use, unless the cache had it."""
        if self._index is None:
            self._index = build(self.skills)
        return self._index

    def form(self, number: int) -> Form:
        """Form `number` of the index."""
        return self.index.form(number, self.skills)


def _is_near(text: str, form: str) -> bool:
    """Whether a form of a skill can be what is meant by a text."""
    from rapidfuzz.distance import OSA

    query, name = key(text), key(form)
    if query == name:
        return True
    wanted, words = [key(word) for word in text.split()], [key(word) for word in form.split()]
    if len(query) <= 2:
        return query in words
    if any(word.startswith(query) or word.endswith(query) for word in (*words, name)):
        return True
    if len(name) > 2 and any(wanted[i : i + len(words)] == words for i in range(len(wanted))):
        return True
    allowed = next((slips for letters, slips in _SLIPS if min(len(query), len(name)) >= letters), 0)
    return bool(allowed) and OSA.distance(query, name, score_cutoff=allowed) <= allowed


def _is_language(skill: Skill) -> bool:
    return skill.kind == "technology" and skill.area == "languages"
