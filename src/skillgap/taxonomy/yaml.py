"""YAML as data and nothing else: plain values with their line numbers, or one clear error.

Files may come from strangers. Tags, anchors and aliases are refused, nesting is limited, a key given twice is an error, and
`yes`, `no` and dates stay the strings they were written as (YAML 1.2 has no such types).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import yaml

from skillgap.errors import TaxonomyError

Read = TypeVar("Read")
MAX_DEPTH = 20
MAX_CHARACTERS = 20_000_000

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """A safe loader with the scalar types of YAML 1.2 (null, true/false, numbers) and unique keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a plain word", key_node.start_mark)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} is given twice", key_node.start_mark)
            seen.add(key)
        result: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return result


_SCALARS = (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", list("-+0123456789")),
    ("float", r"[-+]?[0-9]{1,18}\.[0-9]{1,18}", list("-+0123456789")),
)
_Loader.yaml_implicit_resolvers = {}
for _name, _pattern, _first in _SCALARS:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), _first)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a top-level list, with the line (from 1) on which it begins."""

    line: int
    value: Any


def load_list(text: str, where: str) -> list[Item]:
    """Read a YAML file whose top level is a list.

    Raises:
        TaxonomyError: not YAML, not a list, or one of the things that are refused; names file and line.
    """
    return _load(text, where, _entries)


def load_mapping(text: str, where: str) -> dict[str, Any]:
    """Read a YAML file whose top level is a mapping; each list in it becomes a list of `Item`.

    Raises:
        TaxonomyError: not YAML, not a mapping, or one of the things that are refused; names file and line.
    """
    return _load(text, where, _fields)


def _entries(root: yaml.Node | None, loader: _Loader, where: str) -> list[Item]:
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise TaxonomyError("the top level must be a list of skills", where=where, remedy="begin each skill with '- id:'")
    return [Item(node.start_mark.line + 1, loader.construct_object(node, deep=True)) for node in root.value]


def _fields(root: yaml.Node | None, loader: _Loader, where: str) -> dict[str, Any]:
    if not isinstance(root, yaml.MappingNode):
        raise TaxonomyError("the top level must be a mapping", where=where, remedy="begin it with 'schema:'")
    values = loader.construct_mapping(root, deep=True)
    lists = {key.value: _entries(node, loader, where) for key, node in root.value if isinstance(node, yaml.SequenceNode)}
    return {**values, **lists}


def _load(text: str, where: str, read: Callable[[yaml.Node | None, _Loader, str], Read]) -> Read:
    if len(text) > MAX_CHARACTERS:
        raise TaxonomyError(f"larger than {MAX_CHARACTERS:,} characters", where=where, remedy="split the file")
    try:
        _refuse_bombs(text, where)
        loader = _Loader(text)
        try:
            return read(loader.get_single_node(), loader, where)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}:{mark.line + 1}" if mark else where
        problem = getattr(error, "problem", None) or str(error)
        if isinstance(error, yaml.reader.ReaderError):
            place = f"{where}:{text.count(chr(10), 0, int(error.position)) + 1}"
            problem = "a character that YAML does not allow"
        raise TaxonomyError(f"not valid YAML ({problem})", where=place, remedy="correct that line") from error


def _refuse_bombs(text: str, where: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Base):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            depth += isinstance(event, yaml.CollectionStartEvent)
            tag = event.tag if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) else None
            if event.anchor:
                what, remedy = "anchors and aliases are not allowed", "write the value out"
            elif tag:
                what, remedy = f"the tag {tag!r} is not allowed", "write the plain value"
            elif depth > MAX_DEPTH:
                what, remedy = f"nested deeper than {MAX_DEPTH}", "flatten it"
            else:
                continue
            line = f":{event.start_mark.line + 1}" if event.start_mark else ""
            raise TaxonomyError(what, where=f"{where}{line}", remedy=remedy)
