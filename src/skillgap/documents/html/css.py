"""The simple part of CSS that tells whether a person sees an element: rules in the page, and the style of the element itself.

In come the texts of `<style>` elements, out goes a `Sheet` that answers with the declarations of an element. Selectors of names,
classes and ids are known, also one inside another; what hangs on a state, on the width of the window or on an order of elements
is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_EVERYWHERE = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*$|@layer\b|@supports\b", re.IGNORECASE)
_BRACE = re.compile("[{}]")
_COMPOUND = re.compile(r"(?P<tag>\*|[a-zA-Z][\w-]*)?(?P<rest>(?:[.#][\w-]+)*)")
_TELLING: Final = frozenset(
    (
        *("display", "visibility", "content-visibility", "opacity", "filter", "font-size", "color", "-webkit-text-fill-color"),
        *("background", "background-color", "background-image", "background-clip", "-webkit-background-clip"),
        *("position", "left", "top", "right", "bottom", "margin-left", "margin-top", "text-indent", "transform", "scale"),
        *("clip", "clip-path", "overflow", "overflow-x", "overflow-y", "width", "height", "max-width", "max-height"),
    )
)
"""The properties that may tell whether something is seen."""
_MOST_CHARACTERS: Final = 500_000
_MOST_RULES: Final = 50
"""Rules that end in one name; what has more is made to take long."""
_LONGEST_VALUE: Final = 200
_AROUND: Final = 300
"""Elements around one that a selector is looked for in."""
_IMPORTANT: Final = "!important"

Declarations = Mapping[str, str]
"""The telling properties and their values, lower case."""


@dataclass(frozen=True, slots=True)
class Element:
    """What selectors look at."""

    tag: str
    classes: frozenset[str] = frozenset()
    id: str = ""
    open: bool = True
    """Whether what is in it is shown; only a closed `details` is not."""


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: Element) -> bool:
        return (
            (not self.tag or self.tag == element.tag)
            and self.classes <= element.classes
            and (not self.ids or self.ids == {element.id})
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector, outermost part first, and what it declares."""

    selector: tuple[_Compound, ...]
    weight: tuple[int, int, int]
    declarations: tuple[tuple[str, str], ...]


class Sheet:
    """The rules of a page."""

    def __init__(self, styles: Iterable[str]) -> None:
        self._by_key: dict[str, list[tuple[int, _Rule]]] = {}
        for order, rule in enumerate(_rules("\n".join(styles)[:_MOST_CHARACTERS])):
            last = rule.selector[-1]
            key = next((f"#{name}" for name in last.ids), next((f".{name}" for name in sorted(last.classes)), last.tag))
            rules = self._by_key.setdefault(key, [])
            if len(rules) < _MOST_RULES:
                rules.append((order, rule))

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def declarations(self, element: Element, ancestors: Sequence[Element], style: str) -> Declarations:
        """What holds for an element. `style` is its attribute, `ancestors` are those around it, outermost first."""
        keys = (f"#{element.id}", *(f".{name}" for name in element.classes), element.tag, "")
        rules = [found for key in keys for found in self._by_key.get(key, ()) if _fits(found[1].selector, element, ancestors)]
        rules.sort(key=lambda found: (found[1].weight, found[0]))
        usual: dict[str, str] = {}
        urgent: dict[str, str] = {}
        own = tuple(_declared(style)) if style else ()
        for declarations in (*(rule.declarations for _, rule in rules), own):
            for name, value in declarations:
                if value.endswith(_IMPORTANT):
                    urgent[name] = value.removesuffix(_IMPORTANT).strip()
                else:
                    usual[name] = value
        return usual | urgent


def _fits(selector: Sequence[_Compound], element: Element, ancestors: Sequence[Element]) -> bool:
    if not selector[-1].fits(element):
        return False
    around = iter(ancestors[: -_AROUND - 1 : -1])
    return all(any(compound.fits(outer) for outer in around) for compound in reversed(selector[:-1]))


def _rules(style: str) -> Iterator[_Rule]:
    for rule in _flat(_without_comments(style)).split("}"):
        heads, _, body = rule.rpartition("{")
        declarations = tuple(_declared(body))
        for head in heads.split(",") if declarations else ():
            if selector := _selector(head):
                ids = sum(len(compound.ids) for compound in selector)
                classes = sum(len(compound.classes) for compound in selector)
                yield _Rule(selector, (ids, classes, sum(bool(compound.tag) for compound in selector)), declarations)


def _without_comments(style: str) -> str:
    parts = style.split("/*")
    return " ".join((parts[0], *(part.partition("*/")[2] for part in parts[1:])))


def _flat(style: str) -> str:
    """The style without blocks for other media or for another width; the blocks for every screen are opened."""
    parts: list[str] = []
    position = 0
    while (at := style.find("@", position)) >= 0:
        parts.append(style[position:at])
        opening = style.find("{", at)
        if opening < 0:
            return "".join(parts)
        if (ending := style.find(";", at, opening)) >= 0:
            position = ending + 1
            continue
        closing = _closing(style, opening)
        if _EVERYWHERE.match(style[at:opening].strip()):
            parts.append(style[opening + 1 : closing])
        position = closing + 1
    return "".join((*parts, style[position:]))


def _closing(style: str, opening: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(style, opening):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return len(style)


def _selector(head: str) -> tuple[_Compound, ...]:
    """A selector by its parts; empty where one of them is not simple."""
    parts = [":root" if part == ":root" else part for part in head.replace(">", " ").split()]
    compounds = []
    for part in parts:
        found = _COMPOUND.fullmatch("html" if part == ":root" else part)
        if not found:
            return ()
        names = re.findall(r"([.#])([\w-]+)", found["rest"])
        tag = (found["tag"] or "").lower()
        compounds.append(
            _Compound(
                "" if tag == "*" else tag,
                frozenset(name for mark, name in names if mark == "."),
                frozenset(name for mark, name in names if mark == "#"),
            )
        )
    return tuple(compounds)


def _declared(body: str) -> Iterator[tuple[str, str]]:
    for declaration in body.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in _TELLING:
            words = value.strip()
            urgent = words.lower().endswith("important") and "!" in words[-15:]
            words = words[: words.rindex("!")] if urgent else words
            yield name, words.strip()[:_LONGEST_VALUE].lower() + (_IMPORTANT if urgent else "")
