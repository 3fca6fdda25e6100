"""What of a text arrived: five shares, each by counting against the units of the truth.

In: the units, and a reader's text. Out: `Figures`. Words are compared without case, marks at their ends and ligatures, so that
no reader is blamed for the form of a letter; an inner hyphen counts. Words that are read beyond the truth cost nothing by
themselves, only where they stand between what belongs together.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from benchmarks.reading.texts import DATES, HEADING, Unit

UNBROKEN = 4
"""Words from which on a unit counts as one that can be broken."""
SEAM = 4
"""Words at the end of one unit and the beginning of the next by which their places are found."""
_EDGES = re.compile(r"^[^\w+#]+|[^\w+#]+$")


@dataclass(frozen=True, slots=True)
class Share:
    """Hits of a total."""

    hits: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.hits + other.hits, self.total + other.total)

    @property
    def value(self) -> float | None:
        """From 0 to 1; None of nothing."""
        return self.hits / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What arrived.

    Attributes:
        words: of the truth that were read, each as often as it is written.
        pairs: neighbours within a unit that are neighbours in what was read.
        unbroken: units of `UNBROKEN` words or more that were read as one run of words.
        order: units of a section directly followed by the next one, but for dates and what a page repeats.
        headings: on a line of their own.
    """

    words: Share = Share()
    pairs: Share = Share()
    unbroken: Share = Share()
    order: Share = Share()
    headings: Share = Share()

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def values(self) -> dict[str, float | None]:
        """The shares by name."""
        return {field.name: getattr(self, field.name).value for field in fields(self)}


COLUMNS = tuple(field.name for field in fields(Figures))


def measure(units: Sequence[Unit], text: str, furniture: str = "") -> Figures:
    """What of the units arrived in a text.

    Args:
        units: the truth.
        text: as a reader gives it.
        furniture: what the layout repeats on its pages, and so may stand anywhere.
    """
    read = words(text)
    written = [words(unit.text) for unit in units]
    every = [word for unit in written for word in unit]
    inner = [pair for unit in written for pair in pairwise(unit)]
    long = [unit for unit in written if len(unit) >= UNBROKEN]
    run = f" {' '.join(read)} "
    lines = {tuple(words(line)) for line in text.splitlines()}
    headings = [words(unit.text) for unit in units if unit.kind == HEADING]
    return Figures(
        words=_common(every, read),
        pairs=_common(inner, list(pairwise(read))),
        unbroken=Share(sum(f" {' '.join(unit)} " in run for unit in long), len(long)),
        order=_order(units, read, furniture),
        headings=Share(sum(tuple(heading) in lines for heading in headings), len(headings)),
    )


def words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    plain = unicodedata.normalize("NFKC", text).casefold().split()
    return [word for word in (_EDGES.sub("", word) for word in plain) if any(map(str.isalnum, word))]


def _common(wanted: Sequence[object], found: Sequence[object]) -> Share:
    return Share((Counter(wanted) & Counter(found)).total(), len(wanted))


def _order(units: Sequence[Unit], read: Sequence[str], furniture: str) -> Share:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(read):
        places.setdefault(word, []).append(place)
    free = Counter(words(furniture))
    for unit in units:
        if unit.kind == DATES:
            free.update(words(unit.text))
    ordered = [unit for unit in units if unit.kind != DATES]
    seams = [(one, other) for one, other in pairwise(ordered) if one.section == other.section]
    hits = 0
    for one, other in seams:
        ending, opening = words(one.text)[-SEAM:], words(other.text)[:SEAM]
        ends = [place + len(ending) for place in _occurrences(ending, read, places)]
        begins = list(_occurrences(opening, read, places))
        hits += any(end <= begin and Counter(read[end:begin]) <= free for end in ends for begin in begins)
    return Share(hits, len(seams))


def _occurrences(run: Sequence[str], read: Sequence[str], places: dict[str, list[int]]) -> Iterator[int]:
    for place in places.get(run[0], ()):
        if list(read[place : place + len(run)]) == list(run):
            yield place
