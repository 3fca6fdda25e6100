"""What a schema (pydantic) finds wrong in an entry of a file, in the words of somebody who edits that file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

_WORDS: Mapping[str, str] = {
    "missing": "it is missing",
    "list_type": "it must be a list, as [Go, Rust]",
    "dict_type": "it must hold fields, as name: value",
    "model_type": "it must hold fields, as name: value",
    "model_attributes_type": "it must hold fields, as name: value",
    "string_type": "it must be a text; put it in quotation marks",
    "string_too_short": "it must not be empty",
    "string_too_long": "it must have at most {max_length} characters",
    "bool_type": "it must be true or false",
    "bool_parsing": "it must be true or false",
    "int_type": "it must be a whole number",
    "int_from_float": "it must be a whole number",
    "int_parsing": "it must be a whole number",
    "float_type": "it must be a number",
    "float_parsing": "it must be a number",
    "finite_number": "it must be a number",
    "literal_error": "it must be {expected}",
    "greater_than": "it must be above {gt:g}",
    "greater_than_equal": "it must be at least {ge:g}",
    "less_than": "it must be below {lt:g}",
    "less_than_equal": "it must be at most {le:g}",
    "too_short": "it must have at least {min_length}",
    "too_long": "it must have at most {max_length}",
}
"""By pydantic's names of what can be wrong; what is not here is told in its own words."""


_BRANCHES = frozenset({"constrained-float", "float"})
"""What pydantic adds to a place to say which of several forms it tried."""


def first_fault(error: ValidationError, fields: Iterable[str]) -> str:
    """The first thing that is wrong: `min_years: it must be a number`; `fields` are those that an entry can have."""
    first = error.errors(include_url=False)[0]
    *above, last = [part for part in first["loc"] if part not in _BRANCHES] or ["entry"]
    if first["type"] == "extra_forbidden":
        known = f"; it has {', '.join(fields)}" if not above else ""
        return f"{_place(above)}there is no field {str(last)!r}{known}"
    context: Mapping[str, Any] = first.get("ctx", {})
    words = _WORDS.get(first["type"])
    return f"{_place([*above, last])}{words.format(**context) if words else first['msg']}"


def _place(parts: Iterable[int | str]) -> str:
    """`resources, entry 2, url: `; entries count from 1."""
    named = [f"entry {part + 1}" if isinstance(part, int) else part for part in parts]
    return f"{', '.join(named)}: " if named else ""
