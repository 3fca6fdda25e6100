"""The schema of an editable posting (pydantic); it is imported only where such a file is read."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from skillgap.model import Level

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Quoted = Annotated[str, StringConstraints(max_length=5000)]


class RequirementEntry(BaseModel):
    """One requirement. `min_years` are years, 0-60."""

    model_config = ConfigDict(extra="forbid", strict=True)

    any_of: Annotated[list[Name], Field(min_length=1, max_length=50)]
    level: Level
    at_least: Annotated[int, Field(ge=1, le=50)] = 1
    min_years: Annotated[float, Field(gt=0, le=60)] | None = None
    or_similar: bool = False
    examples: list[Name] = []
    refused: list[Name] = []
    quote: Quoted = ""


class ConditionEntry(BaseModel):
    """One condition: shown, never scored."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Name
    quote: Quoted
