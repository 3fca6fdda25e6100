"""A small scorer of our own, by the conventions in `labels/README.md`, so that everybody can measure.

In: labelled documents, predictions, and the names that mean the same. Out: the figures as nested dicts, `scores` by kind of skill
(`all/hard`, `all/soft`, `all/hard+soft`) and `requirements`; where a list is given, a row for each error is added to it.

    mention       a prediction is right on the place (a character in common) of a label of the same skill; one to one
    document      the same for the sets of skills of each document
    neutral       optional labels, what is predicted on them, and soft skills other than the six that the labels cover
    trap          hit by a prediction that is on no label
    requirements  rows one to one, those with the most skills in common first
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.labels import FOLDER
from skillgap import Taxonomy
from skillgap.taxonomy.forms import key

SOFT = ("Communication", "Collaboration", "Problem solving", "Lifelong learning", "Mentoring", "Leadership")
"""The soft skills that are labelled everywhere."""
TOP = 15
CONTEXT = 40
STRENGTH = {"required": 3, "preferred": 2, "context": 1, "negated": 0}


class Names:
    """Which names mean the same skill: those of one skill of the taxonomy, corrected and widened by `names.json`.

    There, `same` are groups of one meaning, `apart` names that the taxonomy files under a wider skill and the labels do not; of a
    group of `near`, a reader would accept the first for each other one, and the other way round.
    """

    def __init__(self, taxonomy: Taxonomy, path: Path = FOLDER / "names.json") -> None:
        table = json.loads(path.read_text(encoding="utf-8"))
        self._taxonomy = taxonomy
        self._own: dict[str, str] = {key(name): key(name) for name in table["apart"]}
        for first, *others in table["same"]:
            self._own |= {key(name): self.of(first) for name in others}
        self._near = {frozenset((self.of(a), self.of(b))) for a, *others in table["near"] for b in others}
        self._labelled_soft = {self.of(name) for name in SOFT}

    def of(self, name: str) -> str:
        """What stands for all names of a skill."""
        if key(name) not in self._own:
            skill = self._taxonomy.find(name)
            self._own[key(name)] = skill.id if skill else key(name)
        return self._own[key(name)]

    def agree(self, one: str, other: str) -> bool:
        """Whether two names, as `of` gives them, are as good as the same."""
        return one == other or frozenset((one, other)) in self._near

    def kind(self, name: str) -> str:
        """`hard` or `soft`, of a name as `of` gives it."""
        skill = self._taxonomy.get(name)
        return "soft" if skill and skill.kind == "soft" else "hard"

    def counted(self, name: str, kind: str) -> bool:
        """Whether a prediction off all labels counts: a hard skill, or one of the soft skills that are labelled everywhere."""
        return kind == "hard" or any(self.agree(name, soft) for soft in self._labelled_soft)


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled or predicted mention, its name as `Names.of` gives it."""

    start: int
    end: int
    name: str
    kind: str
    shown: str
    optional: bool = False
    misspelt: bool = False

    def touches(self, other: Span | Mapping[str, Any]) -> bool:
        """Whether two stretches have a character in common."""
        start, end = (other.start, other.end) if isinstance(other, Span) else (other["start"], other["end"])
        return bool(start < self.end and self.start < end)

    def likeness(self, other: Span) -> float:
        """The characters in common, as a share of those in either."""
        common = min(self.end, other.end) - max(self.start, other.start)
        return common / (max(self.end, other.end) - min(self.start, other.start))


@dataclass(slots=True)
class Tally:
    """What is counted for one kind of skill."""

    counts: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    example: dict[str, str] = field(default_factory=dict)

    def report(self) -> dict[str, Any]:
        """The figures of this kind."""
        counts = self.counts
        result = {
            "mention": rates(counts["right"], counts["right"] + counts["wrong"], counts["labels"]),
            "doc": rates(counts["doc right"], counts["doc right"] + counts["doc wrong"], counts["doc labels"]),
            "traps": {"total": counts["traps"], "hit": counts["traps hit"]},
            "top_missed": self.missed.most_common(TOP),
            "top_false": [(name, count, self.example[name]) for name, count in self.false.most_common(TOP)],
        }
        if counts["misspelt"]:
            result["misspelt_recall"] = {"gold": counts["misspelt"], "found": counts["misspelt right"]}
        return result


def evaluate(
    documents: Sequence[Mapping[str, Any]],
    predictions: Sequence[Mapping[str, Any]],
    names: Names,
    errors: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """All figures; see the module."""
    by_id = {prediction["id"]: prediction for prediction in predictions}
    tallies = {kinds: Tally() for kinds in (("hard",), ("soft",), ("hard", "soft"))}
    rows = []
    for document in documents:
        prediction = by_id.get(document["id"], {})
        marked = _Marked(document, prediction.get("mentions", []), names)
        for kinds, tally in tallies.items():
            marked.count(kinds, tally)
        if errors is not None:
            errors.extend(marked.errors())
        if document.get("requirements") and prediction.get("requirements") is not None:
            rows.append((document, prediction["requirements"]))
    scores = {f"all/{'+'.join(kinds)}": tally.report() for kinds, tally in tallies.items()}
    return {"docs": len(documents), "scores": scores, "requirements": requirements(rows, names) if rows else None}


class _Marked:
    """One document: its labels and predictions, and which belong together."""

    def __init__(self, document: Mapping[str, Any], predicted: Iterable[Mapping[str, Any]], names: Names) -> None:
        self._document = document
        self._names = names
        self._labels = sorted(_spans(document["mentions"], names), key=lambda span: span.start)
        given = sorted(set(_spans(predicted, names)), key=lambda span: (span.start, span.end, span.shown))
        self._predicted = [
            span for span in given if names.counted(span.name, span.kind) or any(span.touches(label) for label in self._labels)
        ]
        self._placed = _pairs(self._predicted, self._labels, lambda a, b: True)
        self._right = _pairs(self._predicted, self._labels, lambda a, b: names.agree(a.name, b.name))

    def count(self, kinds: tuple[str, ...], tally: Tally) -> None:
        """Add what there is of some kinds to their tally."""
        counts = tally.counts
        labels = [label for label in self._labels if label.kind in kinds and not label.optional]
        found = set(self._right.values())
        counts["labels"] += len(labels)
        counts["right"] += sum(label in found for label in labels)
        counts["misspelt"] += sum(label.misspelt for label in labels)
        counts["misspelt right"] += sum(label.misspelt and label in found for label in labels)
        predicted = [span for span in self._predicted if self._kind(span) in kinds]
        counts["wrong"] += sum(self._wrong(span) for span in predicted)
        self._count_sets(labels, predicted, tally)
        if "hard" in kinds:
            stray = [span for span in self._predicted if span not in self._placed]
            counts["traps"] += len(self._document["traps"])
            counts["traps hit"] += sum(any(span.touches(trap) for span in stray) for trap in self._document["traps"])

    def _count_sets(self, labels: Sequence[Span], predicted: Sequence[Span], tally: Tally) -> None:
        wanted = {label.name for label in labels}
        neutral = {label.name for label in self._labels} - wanted
        given = {span.name for span in predicted}
        matched = matching(given, wanted, self._names.agree)
        wrong = {name for name in given - matched.keys() if not any(self._names.agree(name, other) for other in neutral)}
        tally.counts["doc right"] += len(matched)
        tally.counts["doc wrong"] += len(wrong)
        tally.counts["doc labels"] += len(wanted)
        tally.missed.update(_first(labels, name).shown for name in sorted(wanted - set(matched.values())))
        for name in sorted(wrong):
            span = _first(predicted, name)
            tally.false[span.shown] += 1
            tally.example.setdefault(span.shown, f"{self._document['id']}: {self._text(span)}")

    def _kind(self, span: Span) -> str:
        label = self._right.get(span) or self._placed.get(span)
        return label.kind if label else span.kind

    def _wrong(self, span: Span) -> bool:
        placed = self._placed.get(span)
        return span not in self._right and not (placed and placed.optional)

    def _text(self, span: Span, around: int = 0) -> str:
        return str(self._document["text"])[max(0, span.start - around) : span.end + around].replace("\n", " / ")

    def errors(self) -> Iterator[dict[str, Any]]:
        """A row for each miss and each false alarm."""
        found = set(self._right.values())
        for label in self._labels:
            if label not in found and not label.optional:
                yield self._row("wrong name" if label in self._placed.values() else "missed", label)
        for span in self._predicted:
            if span not in self._placed and span not in self._right:
                yield self._row("trap" if any(span.touches(trap) for trap in self._document["traps"]) else "false", span)

    def _row(self, error: str, span: Span) -> dict[str, Any]:
        place = {"id": self._document["id"], "error": error, "start": span.start, "end": span.end}
        return {**place, "text": self._text(span), "skill": span.shown, "context": self._text(span, CONTEXT)}


def requirements(rows: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]], names: Names) -> dict[str, Any]:
    """The figures of the requirements: pairs of a labelled posting and what was predicted for it."""
    counts: Counter[str] = Counter()
    alternatives: list[float] = []
    for document, predicted in rows:
        labelled, given = _asked(document["requirements"], names), _asked(predicted, names)
        pairs = _most_in_common(labelled, given, names)
        neutral = _only_optional(document, names)
        kept = [
            row for row in given if row in pairs.values() or not all(any(names.agree(a, b) for b in neutral) for a in row.any_of)
        ]
        counts["labels"] += len(labelled)
        counts["given"] += len(kept)
        counts["matched"] += len(pairs)
        counts["level"] += sum(row.level == pairs[row].level for row in pairs)
        counts["years"] += sum(row.years is not None for row in labelled)
        counts["years right"] += sum(row.years is not None and row.years == pairs[row].years for row in pairs)
        counts["years given"] += sum(row.years is not None for row in kept)
        for row in (row for row in labelled if len(row.any_of) > 1):
            other = pairs[row].any_of if row in pairs else frozenset()
            alternatives.append(2 * len(matching(row.any_of, other, names.agree)) / (len(row.any_of) + len(other)))
        wanted, asked = _required(labelled), _required(kept)
        counts["required right"] += len(matching(asked, wanted, names.agree))
        counts["required given"] += len(asked)
        counts["required labels"] += len(wanted)
    return {
        "requirements": rates(counts["matched"], counts["given"], counts["labels"]),
        "level_accuracy_matched": ratio(counts["level"], counts["matched"]),
        "or_groups": {"set_f1": ratio(sum(alternatives), len(alternatives))},
        "min_years": {
            "recall": ratio(counts["years right"], counts["years"]),
            "precision": ratio(counts["years right"], counts["years given"]),
        },
        "required_skills": rates(counts["required right"], counts["required given"], counts["required labels"]),
    }


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement, its names as `Names.of` gives them."""

    any_of: frozenset[str]
    level: str
    years: float | None


def _asked(rows: Iterable[Mapping[str, Any]], names: Names) -> list[Asked]:
    return list(dict.fromkeys(Asked(frozenset(map(names.of, row["any_of"])), row["level"], row["min_years"]) for row in rows))


def _most_in_common(labelled: Sequence[Asked], given: Sequence[Asked], names: Names) -> dict[Asked, Asked]:
    """Labelled row -> given row, one to one, those with the greatest share in common first, then those of one level."""
    candidates = []
    for i, row in enumerate(labelled):
        for j, other in enumerate(given):
            common = len(matching(row.any_of, other.any_of, names.agree))
            if common:
                share = common / (len(row.any_of) + len(other.any_of) - common)
                candidates.append((-share, -len(row.any_of & other.any_of), row.level != other.level, i, j))
    return {labelled[i]: given[j] for i, j in one_to_one((i, j) for *_, i, j in sorted(candidates))}


def _only_optional(document: Mapping[str, Any], names: Names) -> set[str]:
    labels = _spans(document["mentions"], names)
    asked = {name for row in _asked(document["requirements"], names) for name in row.any_of}
    return {span.name for span in labels if span.optional} - {span.name for span in labels if not span.optional} - asked


def _required(rows: Iterable[Asked]) -> set[str]:
    return {name for row in rows if row.level == "required" for name in row.any_of}


def _spans(mentions: Iterable[Mapping[str, Any]], names: Names) -> list[Span]:
    result = []
    for m in mentions:
        shown = m.get("skill") or m["text"]
        name = names.of(shown)
        kind = m.get("type") or names.kind(name)
        result.append(Span(m["start"], m["end"], name, kind, shown, m.get("optional", False), m.get("misspelt", False)))
    return result


def _first(spans: Iterable[Span], name: str) -> Span:
    return next(span for span in spans if span.name == name)


def _pairs(predicted: Sequence[Span], labels: Sequence[Span], fit: Callable[[Span, Span], bool]) -> dict[Span, Span]:
    """Prediction -> label, one to one: labels that count first, then the most alike."""
    candidates = []
    for i, span in enumerate(predicted):
        for j, label in enumerate(labels):
            if span.touches(label) and fit(span, label):
                candidates.append((label.optional, -span.likeness(label), i, j))
    return {predicted[i]: labels[j] for i, j in one_to_one((i, j) for *_, i, j in sorted(candidates))}


def one_to_one(candidates: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The candidates in order, each side of which is still free."""
    left, right = set(), set()
    for i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


def matching(left: Collection[str], right: Collection[str], agree: Callable[[str, str], bool]) -> dict[str, str]:
    """As many pairs as can be made of two sets; equal ones are kept together where that costs none."""
    partner = {name: name for name in left if name in right}

    def place(name: str, tried: set[str]) -> bool:
        for other in sorted(set(right) - tried):
            if agree(name, other) and other not in tried:
                tried.add(other)
                if other not in partner or place(partner[other], tried):
                    partner[other] = name
                    return True
        return False

    for name in sorted(set(left) - partner.keys()):
        place(name, set())
    return {name: other for other, name in partner.items()}


def rates(right: int, given: int, labels: int) -> dict[str, float | None]:
    """Precision, recall and F1."""
    precision, recall = ratio(right, given), ratio(right, labels)
    f1 = None if precision is None or recall is None else ratio(2 * precision * recall, precision + recall) or 0.0
    return {"p": precision, "r": recall, "f1": f1}


def ratio(part: float, whole: float) -> float | None:
    """A share, or None of nothing."""
    return part / whole if whole else None
