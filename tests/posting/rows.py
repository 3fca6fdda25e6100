"""Loads the tables of this folder and compares what a posting was read as with what a careful reader takes from it.

A requirement is compared as a `Row`: names, how many of them, level, years. What is vague (generic in the taxonomy) or a soft
skill counts only where a table names it: the conventions call such rows neutral.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from skillgap.analyzer import Analyzer
from skillgap.model import Posting, Requirement
from skillgap.posting import understand_posting
from skillgap.taxonomy import Taxonomy

TABLES = Path(__file__).parent / "tables"
TITLE = "Colleague wanted (m/f/d)"
"""The title of a posting made of one sentence; it names nothing."""
RIGHT = 0.95
"""The share of a table that must be right."""


class Row(NamedTuple):
    """A requirement as it is compared."""

    names: tuple[str, ...]
    at_least: int
    level: str
    years: float | None

    def __str__(self) -> str:
        count = f"{self.at_least} of " if self.at_least > 1 else ""
        years = f" {self.years:g} y" if self.years else ""
        return f"{self.level} {count}{' | '.join(self.names)}{years}"


class Outcome(NamedTuple):
    """One line of a table: what it says, what was expected and got, how much of it is right."""

    text: str
    expected: str
    got: str
    right: int
    of: int


def load(name: str) -> list[dict[str, Any]]:
    """The lines of `tables/<name>.yaml`."""
    lines: list[dict[str, Any]] = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    return lines


def posting_of(line: Mapping[str, Any]) -> str:
    """The text of a posting that holds this line only: a title, the heading it stands under, the sentence as a bullet."""
    if "title" in line:
        return f"{line['title']}\n\nApply by e-mail.\n"
    if "under" in line:
        return f"{TITLE}\n\n{line['under']}\n- {line['text']}\n"
    return f"{TITLE}\n\n{line['text']}\n"


def read(analyzer: Analyzer, text: str) -> Posting:
    """A posting's requirements and conditions; unlike `read_posting`, also where it names no skill at all."""
    from skillgap.documents import from_text

    document = from_text(text)
    return understand_posting(document, analyzer.extractor.extract(document, "posting"))


def rows_of(taxonomy: Taxonomy, specs: Iterable[Mapping[str, Any]]) -> Counter[Row]:
    """Rows as a table writes them, with canonical names."""
    found: Counter[Row] = Counter()
    for spec in specs:
        names = tuple(sorted(canonical(taxonomy, name) for name in spec["any_of"]))
        found[Row(names, spec.get("at_least", 1), spec["level"], spec.get("min_years"))] += 1
    return found


def canonical(taxonomy: Taxonomy, name: str) -> str:
    """The name that the taxonomy gives a skill."""
    skill = taxonomy.find(str(name))
    assert skill is not None, f"no such skill in the taxonomy: {name}"
    return skill.name


def judge(taxonomy: Taxonomy, line: Mapping[str, Any], requirements: Sequence[Requirement]) -> Outcome:
    """Compares the requirements read with those of a table's line (`expect`, and `may`)."""
    expected = rows_of(taxonomy, line["expect"])
    may = rows_of(taxonomy, line.get("may", ()))
    named = {name for row in expected for name in row.names}
    got: Counter[Row] = Counter()
    for requirement in requirements:
        vague = all(skill.generic or skill.kind == "soft" for skill in requirement.any_of)
        names = tuple(sorted(skill.name for skill in requirement.any_of))
        row = Row(names, requirement.at_least, requirement.level, requirement.min_years)
        if (vague and not named & set(row.names)) or (row in may and row not in expected):
            continue
        got[row] += 1
    common = (expected & got).total()
    text = line.get("title") or f"[{line.get('under', '')}] {line['text']}"
    missing, extra = expected - got, got - expected
    return Outcome(text, _list(missing), _list(extra), common, max(expected.total(), got.total()))


def _list(rows: Counter[Row]) -> str:
    return "; ".join(str(row) for row in sorted(rows.elements(), key=str)) or "nothing"


def check(outcomes: Sequence[Outcome], *, whole: bool = True) -> None:
    """Fails with every wrong line if fewer than `RIGHT` are right. `whole`: a line is right or wrong; else its rows count."""
    wrong = [outcome for outcome in outcomes if outcome.right != outcome.of]
    right, of = sum(o.right for o in outcomes), sum(o.of for o in outcomes)
    if whole:
        right, of = len(outcomes) - len(wrong), len(outcomes)
    lines = [f"{right} of {of} right ({right / of:.1%})"]
    lines += [f"{o.text.strip()}\n    missing: {o.expected}\n    got:     {o.got}" for o in wrong]
    report = "\n".join(lines)
    print(report)
    assert right >= RIGHT * of, report
