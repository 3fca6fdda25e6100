"""Checked entries seen as skills: a `Skill` comes into being when somebody looks at it.

A start that meets fifty skills does not pay for a thousand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, overload

from skillgap.model import MatchRule, Related, Resource, Skill


class SkillRows(Sequence[Skill]):
    """A sequence of skills over checked entries, which may still be the JSON that the cache keeps."""

    def __init__(self, rows: Sequence[Mapping[str, Any] | str]) -> None:
        self._rows = rows
        self._made: dict[int, Skill] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, position: int) -> Skill: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Skill]: ...
    def __getitem__(self, position: int | slice) -> Skill | Sequence[Skill]:
        """The skill at a position; the same object each time."""
        if isinstance(position, slice):
            return [self[index] for index in range(*position.indices(len(self)))]
        if position not in self._made:
            # two threads may both make it; setdefault lets one of the two win
            row = self._rows[position]
            return self._made.setdefault(position, _skill(json.loads(row) if isinstance(row, str) else row))
        return self._made[position]


def with_both_sides(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with `related` as a map to plain shares, and each symmetric pair written out on both sides."""
    related: dict[str, dict[str, float]] = {row["id"]: {} for row in rows}
    for row in rows:
        for other, share in row.get("related", {}).items():
            one_way = isinstance(share, dict) and share.get("one_way", False)
            value = share["share"] if isinstance(share, dict) else share
            related.setdefault(other, {}).setdefault(row["id"], value)
            if not one_way:
                related[row["id"]].setdefault(other, value)
    return [{**row, "related": related[row["id"]]} for row in rows]


def _skill(row: Mapping[str, Any]) -> Skill:
    match = row.get("match", {})
    examples = match.get("examples", {})
    return Skill(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        area=row["area"],
        category=row["category"],
        aliases=tuple(row.get("aliases", ())),
        typos=tuple(row.get("typos", ())),
        weak=tuple(row.get("weak", ())),
        match=MatchRule(
            case=match.get("case", "any"),
            doubt=tuple(match.get("doubt", ())),
            cues=tuple(match.get("cues", ())),
            in_list=match.get("in_list", True),
            near=match.get("near", True),
            not_before=tuple(match.get("not_before", ())),
            not_after=tuple(match.get("not_after", ())),
            not_with=tuple(match.get("not_with", ())),
            yes=tuple(examples.get("yes", ())),
            no=tuple(examples.get("no", ())),
        ),
        broader=tuple(row.get("broader", ())),
        implies=tuple(row.get("implies", ())),
        prerequisites=tuple(row.get("prerequisites", ())),
        related=tuple(Related(other, share) for other, share in row["related"].items()),
        generic=row.get("generic", False),
        released=row.get("released"),
        hours=tuple(row["hours"]) if row.get("hours") else None,
        proof=row.get("proof"),
        resources=tuple(
            Resource(r["title"], r["url"], r["kind"], r["cost"], r["seen"], r.get("level")) for r in row.get("resources", ())
        ),
        external=row.get("external", {}),
    )
