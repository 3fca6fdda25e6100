"""A posting as an editable file: what was read of it, in YAML that a person corrects and gives in place of the posting.

    schema: skillgap.posting/1
    title: Backend Engineer
    requirements:
      - any_of: [PostgreSQL, MySQL]    # any name or alias of the taxonomy
        level: required                # required, preferred, context, negated
        at_least: 1                    # of any_of
        min_years: 3
        or_similar: true
        refused: [SQLite]              # what does not stand in for it
        quote: "3+ years of PostgreSQL or MySQL"
    conditions:
      - {kind: degree, quote: A degree in computer science}
    unknown: [Zorpq]                   # asked, not in the taxonomy

`dump` writes a `Posting`, with what there is to remark on it as comments; `load` reads one back, and that compares as the first.
All but `schema` and `requirements`, and in these all but `any_of` and `level`, may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from skillgap.errors import PostingFileError, SkillgapError
from skillgap.model import Condition, Document, Extraction, Posting, Requirement, Skill, Unknown

if TYPE_CHECKING:
    from pydantic import BaseModel

    from skillgap.posting.file_schema import RequirementEntry

    Entry = TypeVar("Entry", bound=BaseModel)

SCHEMA = "skillgap.posting/1"
_IS_ONE = re.compile(r"^schema:[ \t]*['\"]?skillgap\.posting/", re.MULTILINE)
_HAS_SCHEMA = re.compile(r"^schema[ \t]*:", re.MULTILINE)
_HAS_REQUIREMENTS = re.compile(r"^requirements[ \t]*:", re.MULTILINE)
_HAS_CHOICE = re.compile(r"^[ \t]*(?:-[ \t]+|requirements[ \t]*:.*?)?[{]?[ \t]*any_of[ \t]*:", re.MULTILINE)
"""The two fields that no prose has."""
_START = 4000
"""The schema stands within so many characters of the beginning."""
_REMEDY = "see: skillgap posting --help"

Find = Callable[[str], Skill]
"""A skill by name, alias or id; raises SkillgapError with a suggestion where there is none."""


def is_posting_file(text: str) -> bool:
    """Whether a text is such a file, or was one before its first lines were lost."""
    start = text[:_START]
    return bool(_IS_ONE.search(start) or (_HAS_REQUIREMENTS.search(start) and _HAS_CHOICE.search(start)))


def dump(posting: Posting, version: str) -> str:
    """The file of a posting; `version` is skillgap's own, for the first line."""
    import yaml

    head: dict[str, Any] = {"schema": SCHEMA, "title": posting.title}
    content: dict[str, Any] = {"requirements": [_entry(requirement) for requirement in posting.requirements]}
    if posting.conditions:
        content["conditions"] = [{"kind": c.kind, "quote": _line(c.quote)} for c in posting.conditions]
    if posting.extraction.unknown:
        content["unknown"] = list(dict.fromkeys(_line(unknown.text) for unknown in posting.extraction.unknown))
    lead = (
        f"# What this posting asks, as skillgap {version} reads it. Correct it and give it in place of the posting.\n"
        "# level: required, preferred, context (shown, not scored) or negated; at_least: how many of any_of.\n"
    )
    remarks = "".join(f"# {_line(notice.message)}\n" for notice in posting.warnings)

    def written(fields: dict[str, Any]) -> str:
        return str(yaml.dump(fields, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=120))

    return lead + written(head) + remarks + written(content)


class _Names(list[str]):
    """Names on one line: `[PostgreSQL, MySQL]`."""


@cache
def _dumper() -> Any:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Lists of names in brackets; all else as a block."""

    def in_brackets(dumper: Any, names: _Names) -> Any:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", names, flow_style=True)

    Dumper.add_representer(_Names, in_brackets)
    return Dumper


def _entry(requirement: Requirement) -> dict[str, Any]:
    entry: dict[str, Any] = {"any_of": _Names(skill.name for skill in requirement.any_of), "level": requirement.level}
    if requirement.at_least > 1:
        entry["at_least"] = requirement.at_least
    if requirement.min_years is not None:
        entry["min_years"] = int(requirement.min_years) if requirement.min_years.is_integer() else requirement.min_years
    if requirement.or_similar:
        entry["or_similar"] = True
    if requirement.examples:
        entry["examples"] = _Names(skill.name for skill in requirement.examples)
    if requirement.refused:
        entry["refused"] = _Names(skill.name for skill in requirement.refused)
    return {**entry, "quote": _line(requirement.quote).lstrip("-*•·#> ") or requirement.label}


def _line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def load(document: Document, find: Find, extract: Callable[[Document], Extraction]) -> Posting:
    """The posting that a file describes.

    Args:
        document: the file; its text is YAML.
        find: a skill by its name.
        extract: what finds skills in a document; it is given the quotes, so that reports can point into them.

    Raises:
        PostingFileError: names file, line and what is wrong.
    """
    from skillgap.posting.file_schema import ConditionEntry, RequirementEntry

    fields = _fields(document)
    entries = [_checked(document, item.line, item.value, RequirementEntry) for item in fields["requirements"]]
    lines = [item.line for item in fields["requirements"]]
    conditions = [_checked(document, item.line, item.value, ConditionEntry) for item in fields.get("conditions", ())]
    unknown = [_text(document, item.line, item.value) for item in fields.get("unknown", ())]
    requirements = [_requirement(document, line, entry, find) for line, entry in zip(lines, entries, strict=True)]
    quotes = [requirement.quote for requirement in requirements] + [condition.quote for condition in conditions] + unknown
    starts, text = _joined(quotes)
    first, second = len(requirements), len(requirements) + len(conditions)
    quoted = replace(document, text=text or " ", blocks=(), pages=(), plain=None, format="posting file")
    extraction = extract(quoted)
    placed = [replace(r, start=a, end=a + len(r.quote)) for r, a in zip(requirements, starts, strict=False)]
    named = [Unknown(a, a + len(name), name, "required") for name, a in zip(unknown, starts[second:], strict=True)]
    return Posting(
        document=quoted,
        title=_title(fields, document),
        requirements=tuple(placed),
        conditions=tuple(
            Condition(c.kind, c.quote, a, a + len(c.quote)) for c, a in zip(conditions, starts[first:second], strict=True)
        ),
        extraction=replace(extraction, unknown=tuple(named), requirements=tuple(placed)),
        content=document.text,
    )


def _joined(quotes: Iterable[str]) -> tuple[list[int], str]:
    """The quotes, one a line, and where each begins."""
    starts: list[int] = []
    text = ""
    for quote in quotes:
        starts.append(len(text))
        text += f"{quote}\n"
    return starts, text


def _fields(document: Document) -> dict[str, Any]:
    from skillgap.errors import TaxonomyError
    from skillgap.taxonomy.yaml import load_mapping

    if not _HAS_SCHEMA.search(document.text):
        # looked for before it is read as YAML: a file that is not known for one may have been read as Markdown
        raise PostingFileError("its schema line is missing", where=document.source, remedy=f"begin it with: schema: {SCHEMA}")
    try:
        fields = load_mapping(document.text, document.source)
    except TaxonomyError as error:
        raise PostingFileError(error.what, where=error.where, remedy=error.remedy) from error
    known = {"schema", "title", "requirements", "conditions", "unknown"}
    wrong = next((name for name in fields if name not in known), None)
    if wrong is not None:
        raise PostingFileError(f"there is no field {wrong!r}", where=document.source, remedy=f"it has {', '.join(sorted(known))}")
    if fields.get("schema") != SCHEMA:
        raise PostingFileError(f"its schema is not {SCHEMA}", where=document.source, remedy="write it anew: skillgap posting")
    for name in ("requirements", "conditions", "unknown"):
        if not isinstance(fields.get(name, []), list) or (name == "requirements" and name not in fields):
            raise PostingFileError(f"{name} must be a list", where=document.source, remedy=_REMEDY)
    return fields


def _title(fields: Mapping[str, Any], document: Document) -> str:
    title = fields.get("title", "Job posting")
    if not isinstance(title, str) or not title.strip():
        raise PostingFileError("title must be a text", where=document.source, remedy="put it in quotation marks")
    return _line(title)[:200]


def _text(document: Document, line: int, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PostingFileError("unknown must hold texts", where=f"{document.source}:{line}", remedy="put it in quotation marks")
    return _line(value)


def _requirement(document: Document, line: int, entry: RequirementEntry, find: Find) -> Requirement:
    where = f"{document.source}:{line}"
    try:
        skills = tuple(dict.fromkeys(find(name) for name in entry.any_of))
        examples = tuple(dict.fromkeys(find(name) for name in entry.examples))
        refused = tuple(dict.fromkeys(find(name) for name in entry.refused))
    except SkillgapError as error:
        raise PostingFileError(f"{error.what}: {error.where}", where=where, remedy=error.remedy) from error
    if entry.at_least > len(skills):
        message = f"at_least is {entry.at_least}, and any_of has {len(skills)} skill{'s' * (len(skills) > 1)}"
        raise PostingFileError(message, where=where, remedy="lower it")
    requirement = Requirement(
        any_of=skills,
        level=entry.level,
        quote="",
        start=0,
        end=0,
        at_least=entry.at_least,
        min_years=entry.min_years,
        or_similar=entry.or_similar,
        examples=examples,
        refused=refused,
    )
    return replace(requirement, quote=_line(entry.quote or "") or requirement.label)


def _checked(document: Document, line: int, value: object, schema: type[Entry]) -> Entry:
    from pydantic import ValidationError

    from skillgap.taxonomy.faults import first_fault

    try:
        return schema.model_validate(value)
    except ValidationError as error:
        fault = first_fault(error, schema.model_fields)
        raise PostingFileError(fault, where=f"{document.source}:{line}", remedy=_REMEDY) from error
