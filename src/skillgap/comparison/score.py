"""Weights and points. The score is the sum of the points, printed with them; the numbers are data (`data/weights.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from skillgap.extraction.data import rules
from skillgap.model import Requirement, Strength


@dataclass(frozen=True, slots=True)
class Options:
    """What counts: skills that others imply, and substitutes."""

    implied: bool = True
    related: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of `data/weights.yaml`; see there."""

    level: dict[str, float]
    soft: float
    generic: float
    credit: dict[str, float]
    implied: float
    untold: float
    similar: float
    headline: dict[str, float]


@cache
def weights() -> Weights:
    """The weights that ship with skillgap."""
    data: dict[str, Any] = {}
    for item in rules("weights", "skillgap.comparison"):
        data |= item
    weight = data["weight"]
    return Weights(
        level=weight["level"],
        soft=weight["soft"],
        generic=weight["generic"],
        credit=data["credit"],
        implied=data["implied"],
        untold=data["untold"],
        similar=data["similar"],
        headline=data["headline"],
    )


def weight_of(requirement: Requirement) -> float:
    """What a requirement weighs before scaling; 0 for what is not scored."""
    numbers = weights()
    weight = numbers.level.get(requirement.level, 0.0)
    if all(skill.kind == "soft" for skill in requirement.any_of):
        return weight * numbers.soft
    if all(skill.generic for skill in requirement.any_of):
        return weight * numbers.generic
    return weight


def credit_of(strength: Strength) -> float:
    """The credit (0-1) of evidence of that strength."""
    return weights().credit[strength]


def share_out(shares: Sequence[float], total: float = 100.0) -> list[float]:
    """`total` split in proportion to `shares`, in tenths that sum to it exactly (largest remainder method)."""
    whole = sum(shares)
    if whole <= 0:
        return [0.0] * len(shares)
    tenths = [share / whole * total * 10 for share in shares]
    floors = [int(value + 1e-9) for value in tenths]
    left = round(total * 10) - sum(floors)
    # equal shares must get equal points as far as tenths allow: by remainder, then in order
    order = sorted(range(len(shares)), key=lambda i: (-round(tenths[i] - floors[i], 9), i))
    for index in order[:left]:
        floors[index] += 1
    return [value / 10 for value in floors]
