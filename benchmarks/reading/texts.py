"""The texts that the corpus is made of, and the truth about them: their units, each with its section.

In: `texts.yaml`. Out: `Text` values for the makers, which lay them out, and `units` for the metrics, which ask what arrived.
A unit is what a person reads in one go: a heading, a bullet, a paragraph, a cell, a line. Nothing here knows a layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("texts.yaml")
HEADING, LINE, PROSE, CELL, DATES = "heading", "line", "prose", "cell", "dates"


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that belong together. Units of one section follow each other; dates stand where the layout likes them."""

    text: str
    kind: str
    section: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A job or a degree."""

    title: str
    place: str
    dates: str
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading. `rows`: pairs of a label and what is listed for it. `side`: fit for a sidebar."""

    heading: str
    paragraphs: tuple[str, ...]
    entries: tuple[Entry, ...]
    rows: tuple[tuple[str, str], ...]
    bullets: tuple[str, ...]
    side: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A résumé or a posting."""

    name: str
    headline: str
    contact: tuple[str, ...]
    sections: tuple[Section, ...]
    posting: bool

    @property
    def main(self) -> tuple[Section, ...]:
        """The sections beside the sidebar."""
        return tuple(section for section in self.sections if not section.side)

    @property
    def side(self) -> tuple[Section, ...]:
        """The sections in the sidebar."""
        return tuple(section for section in self.sections if section.side)


@cache
def texts() -> tuple[Text, ...]:
    """All texts: the résumés, then the postings."""
    return tuple(map(_text, yaml.safe_load(FILE.read_text(encoding="utf-8"))))


def units(text: Text) -> tuple[Unit, ...]:
    """The truth about a text: what is to be read of it."""
    return tuple(unit for unit in _units(text) if unit.text)


def _units(text: Text) -> Iterator[Unit]:
    yield Unit(text.name, LINE, 0)
    yield Unit(text.headline, LINE, 0)
    for item in text.contact:
        yield Unit(item, LINE, 1)
    for number, section in enumerate(text.sections, start=2):
        yield Unit(section.heading, HEADING, number)
        for words in section.paragraphs:
            yield Unit(words, PROSE, number)
        for entry in section.entries:
            yield Unit(entry.title, LINE, number)
            yield Unit(entry.place, LINE, number)
            yield Unit(entry.dates, DATES, number)
            for bullet in entry.bullets:
                yield Unit(bullet, PROSE, number)
        for row in section.rows:
            for cell in row:
                yield Unit(cell, CELL, number)
        for bullet in section.bullets:
            yield Unit(bullet, PROSE, number)


def _text(raw: dict[str, Any]) -> Text:
    sections = tuple(map(_section, raw["sections"]))
    return Text(raw["name"], raw["headline"], tuple(raw["contact"]), sections, raw.get("posting", False))


def _section(raw: dict[str, Any]) -> Section:
    return Section(
        heading=raw["heading"],
        paragraphs=tuple(raw.get("paragraphs", ())),
        entries=tuple(Entry(e["title"], e["place"], e["dates"], tuple(e["bullets"])) for e in raw.get("entries", ())),
        rows=tuple((label, items) for label, items in raw.get("rows", ())),
        bullets=tuple(raw.get("bullets", ())),
        side=raw.get("side", False),
    )
