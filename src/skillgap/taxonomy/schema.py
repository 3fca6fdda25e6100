"""The schema of a taxonomy file (pydantic), and the way from a checked entry to a `Skill`.

Errors name file, line, skill and what is wrong. Relations are only names here; `lint` checks that they lead somewhere.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, TypeAdapter, ValidationError

from skillgap.errors import TaxonomyError
from skillgap.model import AREAS
from skillgap.taxonomy.faults import first_fault
from skillgap.taxonomy.yaml import Item

SkillId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Share = Annotated[float, Field(ge=0.4, le=0.95)]
Area = Literal[AREAS]  # type: ignore[valid-type]

_URL = TypeAdapter(HttpUrl)


def _address(text: str) -> str:
    try:
        _URL.validate_python(text)
    except ValidationError as error:
        raise ValueError(f"no web address ({error.errors(include_url=False)[0]['msg']})") from error
    return text


Address = Annotated[Text, AfterValidator(_address)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Examples(_Strict):
    """Sentences in which the weak form is (`yes`) and is not (`no`) the skill; tests run them."""

    yes: list[Text] = []
    no: list[Text] = []


class Match(_Strict):
    """When a weak form is taken. `doubt`: clear forms that are ordinary words or names too; the rule holds for them as well."""

    case: Literal["any", "capital", "upper", "exact", "own"] = "any"
    doubt: list[Text] = []
    cues: list[Text] = []
    in_list: bool = True
    near: bool = True
    not_before: list[Text] = []
    not_after: list[Text] = []
    not_with: list[Text] = []
    examples: Examples = Examples()


class OneWay(_Strict):
    """The long form of a related share: having this skill gives `share` of the named one, not the other way round."""

    share: Share
    one_way: bool = False


class ResourceEntry(_Strict):
    """Something to learn from; `seen` says where its address was met."""

    title: Text
    url: Address
    kind: Literal["docs", "tutorial", "course", "book", "practice"]
    level: Literal["beginner", "intermediate", "advanced"] | None = None
    cost: Literal["free", "free to audit", "paid"]
    seen: Text


class SkillEntry(_Strict):
    """One skill as it stands in a file."""

    id: SkillId
    name: Text
    kind: Literal["technology", "concept", "practice", "soft"]
    area: Area
    aliases: list[Text] = []
    typos: list[Text] = []
    weak: list[Text] = []
    match: Match = Match()
    broader: list[SkillId] = []
    implies: list[SkillId] = []
    prerequisites: list[SkillId] = []
    related: dict[SkillId, Share | OneWay] = {}
    generic: bool = False
    released: Annotated[int, Field(ge=1950, le=2030)] | None = None
    hours: Annotated[list[Annotated[int, Field(ge=1, le=10000)]], Field(min_length=2, max_length=2)] | None = None
    proof: Text | None = None
    resources: list[ResourceEntry] = []
    external: dict[str, Text] = {}


def check_entry(item: Item, file: str) -> dict[str, Any]:
    """Check one entry against the schema and return it as plain JSON data with defaults left out.

    Raises:
        TaxonomyError: names file, line, skill, field and what is wrong.
    """
    where = f"{file}:{item.line}"
    name = item.value.get("id", "?") if isinstance(item.value, dict) else "?"
    try:
        entry = SkillEntry.model_validate(item.value)
    except ValidationError as error:
        fault = first_fault(error, SkillEntry.model_fields)
        raise TaxonomyError(f"skill {name!r}, {fault}", where=where, remedy="see docs/taxonomy.md") from error
    if entry.hours and entry.hours[0] > entry.hours[1]:
        raise TaxonomyError(f"skill {name!r}, hours: the first is larger than the second", where=where)
    return entry.model_dump(mode="json", exclude_defaults=True)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a taxonomy file, for editors."""
    return TypeAdapter(list[SkillEntry]).json_schema()
