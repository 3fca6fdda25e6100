"""Misspelt names: how many are read as meant, and how many ordinary words are taken for a name.

    python -m benchmarks.typos [--words FILE ...] [--show 15] [--json FILE]

In: the shipped taxonomy and its list of English words; with `--words`, further word lists, one word a line. Of every clear
one-word name or alias of a technology (six letters or more, letters only, found without context), three edits of each kind
are drawn, every place of the name as likely as another, by a seed of its own: so the set changes only where the taxonomy
does; and of every such name of several words likewise, in a word of six letters or more. What gives another known token or an
English word is passed over; how often, is told for names of one word. Out: recall (found as the skill meant) and wrong (found
as another), by kind and position; and the share of words, in lower case and capitalised, that are taken for a skill by their
likeness to a name.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from benchmarks.common import held, parser, table, write
from skillgap import Taxonomy
from skillgap.documents import from_text
from skillgap.extraction import Extractor
from skillgap.extraction.data import words
from skillgap.model import Mention, Skill

BEFORE, AFTER = "Experience with ", " and Docker."
SHORTEST_NAME = 6
SHORTEST_WORD = 5
PER_KIND = 3
RECALL = 0.90
TAKEN = 0.005

KINDS: dict[str, Callable[[str, int], list[str]]] = {
    "deletion": lambda name, at: [name[:at] + name[at + 1 :]],
    "insertion": lambda name, at: [name[:at] + letter + name[at:] for letter in ascii_lowercase],
    "substitution": lambda name, at: [name[:at] + letter + name[at + 1 :] for letter in ascii_lowercase],
    "transposition": lambda name, at: [name[:at] + name[at + 1] + name[at] + name[at + 2 :]],
}
"""Kind of edit -> all its results at a place of a name."""
POSITIONS = ("first letter", "inside", "last letter")


@dataclass(frozen=True, slots=True)
class Typo:
    """A name with one edit."""

    text: str
    name: str
    skill: Skill
    kind: str
    position: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a typo: the mention found in its place, or none."""

    typo: Typo
    found: Mention | None

    @property
    def right(self) -> bool:
        """Whether the skill meant was found."""
        return self.found is not None and self.found.skill == self.typo.skill

    @property
    def wrong(self) -> bool:
        """Whether another skill was found."""
        return self.found is not None and not self.right


def main() -> None:
    """Print both parts."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("--words", nargs="+", type=Path, default=[], metavar="FILE", help="further words, one a line")
    arguments.add_argument("--show", type=int, default=15, metavar="N", help="how many of the errors to list")
    options = arguments.parse_args()
    extractor = Extractor(Taxonomy.load())
    known = words() | frozenset(extractor.taxonomy.index.vocabulary)
    names = clear_names(extractor)
    typos, passed_over = generate([(name, skill) for name, skill in names if " " not in name], known)
    readings = [Reading(typo, mention_at(extractor, typo.text)) for typo in typos]
    longer, _ = generate([(name, skill) for name, skill in names if " " in name], known)
    several = [Reading(typo, mention_at(extractor, typo.text)) for typo in longer]
    rows = [*figures(readings), ("names of several words", *shares(several))]
    print(table(rows, ["misspelt names", "typos", "recall", "wrong"]))
    print(f"{passed_over} edits passed over: they give a known token or an English word")
    print(held("recall", rows[0][2], at_least=RECALL))
    missed = Counter(r.typo.name for r in readings if r.found is None)
    wrong = [f"{r.typo.text} ({r.typo.name}) as {r.found.skill}" for r in readings if r.found and r.wrong]
    print("missed: " + ", ".join(f"{name} {count}" for name, count in missed.most_common(options.show)))
    print("wrong: " + ", ".join(wrong[: options.show]))
    lists = {"the shipped English words": sorted(words()), **{path.name: read(path) for path in options.words}}
    taken = {name: words_taken(extractor, listed) for name, listed in lists.items()}
    print()
    print(table([[name, r["words"], len(r["taken"]), r["share"]] for name, r in taken.items()], ["", "words", "taken", "share"]))
    for name, result in taken.items():
        print(held(f"{name}, taken", result["share"], at_most=TAKEN))
        print("taken: " + ", ".join(f"{text} as {skill}" for text, skill in result["taken"][: options.show]))
    everything = {
        "typos": [dict(zip(("class", "typos", "recall", "wrong"), row, strict=True)) for row in rows],
        "passed_over": passed_over,
        "missed": [(r.typo.text, r.typo.name) for r in readings if r.found is None],
        "wrong": wrong,
        "words": taken,
    }
    write(everything, options.json)


def clear_names(extractor: Extractor) -> list[tuple[str, Skill]]:
    """The names that typos are made of, in the order of the taxonomy: those found as their skill in the carrier sentence."""
    names: dict[str, tuple[str, Skill]] = {}
    for skill in extractor.taxonomy:
        for name in (skill.name, *skill.aliases) if skill.kind == "technology" else ():
            words_long = max(map(len, name.split(" "))) >= SHORTEST_NAME
            clear = name not in skill.weak and name.isascii() and name.replace(" ", "").isalpha() and words_long
            mention = mention_at(extractor, name) if clear else None
            if mention and mention.skill == skill:
                names.setdefault(name.lower(), (name, skill))
    return list(names.values())


def generate(names: Sequence[tuple[str, Skill]], known: frozenset[str]) -> tuple[list[Typo], int]:
    """The typos of names, and how many edits were passed over because they give a `known` word."""
    typos: list[Typo] = []
    passed_over = 0
    for name, skill in names:
        for kind in KINDS:
            drawn = 0
            for text, edited, position in misspelt(name, kind):
                if drawn == PER_KIND:
                    break
                if edited.lower() in known:
                    passed_over += 1
                else:
                    typos.append(Typo(text, name, skill, kind, position))
                    drawn += 1
    return typos, passed_over


def misspelt(name: str, kind: str) -> list[tuple[str, str, str]]:
    """A name with an edit of a kind in one of its long words, in all ways: the name, the word, and where in it the edit is."""
    parts = name.split(" ")
    drawn = [
        (" ".join([*parts[:at], text, *parts[at + 1 :]]), text, position)
        for at, word in enumerate(parts)
        if len(word) >= SHORTEST_NAME
        for text, position in edits(word, kind)
    ]
    if len(parts) > 1:
        random.Random(f"{name} {kind}").shuffle(drawn)
    return drawn


def edits(name: str, kind: str) -> list[tuple[str, str]]:
    """All edits of a kind with their positions, in an order that only name and kind decide. A capital at the start stays."""
    plain = name[0].lower() + name[1:]
    last = len(name) + {"insertion": 0, "transposition": -2}.get(kind, -1)
    positions = {0: POSITIONS[0], last: POSITIONS[2]}
    results: dict[str, str] = {}
    for at in range(last + 1):
        for text in KINDS[kind](plain, at):
            if text.lower() != plain.lower():
                results.setdefault(text[0].upper() + text[1:] if name[0].isupper() else text, positions.get(at, POSITIONS[1]))
    drawn = list(results.items())
    random.Random(f"{name} {kind}").shuffle(drawn)
    return drawn


def mention_at(extractor: Extractor, word: str) -> Mention | None:
    """The mention that touches the word in the carrier sentence, or None."""
    start, end = len(BEFORE), len(BEFORE) + len(word)
    mentions = extractor.extract(from_text(BEFORE + word + AFTER), "posting").mentions
    return next((mention for mention in mentions if mention.start < end and start < mention.end), None)


def figures(readings: Sequence[Reading]) -> list[tuple[str, int, float | None, float | None]]:
    """Rows (class of edits, typos, recall, wrong): all, by kind, by position, and each pair of them."""
    classes = [(kind, position) for kind in (None, *KINDS) for position in (None, *POSITIONS)]
    rows = []
    for kind, position in sorted(classes, key=lambda pair: (None not in pair, pair[1] is not None)):
        part = [r for r in readings if kind in {None, r.typo.kind} and position in {None, r.typo.position}]
        name = ", ".join(filter(None, (kind, position))) or "all"
        rows.append((name, *shares(part)))
    return rows


def shares(part: Sequence[Reading]) -> tuple[int, float | None, float | None]:
    """How many typos, the share that is found as meant, and the share that is found as something else."""
    return len(part), share([r.right for r in part]), share([r.wrong for r in part])


def share(hits: Sequence[bool]) -> float | None:
    """The share of hits, or None of nothing."""
    return sum(hits) / len(hits) if hits else None


def read(path: Path) -> list[str]:
    """The words of a list, lower case, without those that have anything but letters."""
    lines = path.read_text(encoding="utf-8").split()
    return sorted({word.lower() for word in lines if word.isalpha()})


def words_taken(extractor: Extractor, listed: Sequence[str]) -> dict[str, Any]:
    """How many words were tried, and those taken for a skill by their likeness to a name. Names of the taxonomy are left out."""
    names = frozenset(extractor.taxonomy.index.tokens)
    tried = [word for word in listed if len(word) >= SHORTEST_WORD and word not in names]
    taken = []
    for text in (cased for word in tried for cased in (word, word.capitalize())):
        mention = mention_at(extractor, text)
        if mention is not None and mention.method in {"fuzzy", "typo"}:
            taken.append((text, mention.skill.name))
    return {"words": len(tried), "taken": taken, "share": len(taken) / (2 * len(tried)) if tried else None}


if __name__ == "__main__":
    main()
