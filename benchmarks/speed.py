"""How long reading takes, as ratios: against spaCy's floor, with more names, with longer texts, with hostile ones; and memory.

    python -m benchmarks.speed [SHARED] [--rounds 5] [--json FILE]
    python -m benchmarks.speed --memory [--json FILE]

In: the invented postings and résumés of `labels/`, or the real postings and the résumés of SHARED. Everything is read of
each: mentions, unsure and unknown names, and of postings the requirements. Out: a table of CPU times in one process, the
kinds in turns, the least of the rounds; each with what it is compared with, and its bar. What is read a second time is warm;
«every word new» is without the memory for misspelt words. The floor is spaCy's default tokenizer and one `PhraseMatcher`
over the same names: it decides nothing (no context, no sections, no requirements), so it is no equal; to
be as quick all the same is the aim, and missed so far. With `--memory`: the
size of a process after 5,000 and after 100,000 short documents, each with words that no other has, and of one in which
spaCy's tokenizer alone reads them, since spaCy keeps every word that it meets (minutes).
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher

from benchmarks.common import POSTINGS, gold, held, objects, parser, table, write
from benchmarks.common import RESUMES as SHARED_RESUMES
from benchmarks.labels import FORMATTED, RESUMES
from skillgap import Taxonomy
from skillgap.documents import from_text
from skillgap.extraction import Extractor
from skillgap.extraction.fuzzy import FuzzyTokens
from skillgap.model import Document, Kind, Skill
from skillgap.posting import understand_posting

FLOOR = 1.0
FUZZY = 1.25
WIDE = 1.3
LONG = 2.0
HOSTILE = 8.0
GROWTH = 1.1
TIMES = 100
SIZE = 100_000
"""Of a hostile text (characters)."""
FEW, MANY = 5_000, 100_000
MEMORY_HEADING = ["MB of a process that reads", f"{FEW} documents", f"{MANY} documents", "growth"]
STATUS = Path("/proc/self/status")

Work = Callable[[int], Any]
"""Done once a round; told the number of the round."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what took how long, what it is compared with, and the ratio that it may have."""

    what: str
    seconds: float
    against: str = ""
    ratio: float | None = None
    bar: float | None = None

    def cells(self) -> list[object]:
        """As it is printed."""
        verdict = None if self.bar is None or self.ratio is None else "holds" if self.ratio <= self.bar else "FAILS"
        bar = None if self.bar is None else f"at most {self.bar:g}"
        return [self.what, self.seconds, self.against or None, self.ratio, bar, verdict]


def main() -> None:
    """Print the table."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("shared", type=Path, nargs="?", metavar="SHARED", help="a folder with gold/, to use instead")
    arguments.add_argument("--rounds", type=int, default=5, help="of each kind")
    arguments.add_argument("--memory", action="store_true", help="measure memory instead of time")
    options = arguments.parse_args()
    if options.memory:
        if not STATUS.is_file():
            sys.exit(f"{STATUS}: no such file; memory is measured on Linux only")
        sizes = {kind: apart(memory, kind) for kind in MEMORY}
        print(table([[kind, *map(round, size.values()), size[MANY] / size[FEW]] for kind, size in sizes.items()], MEMORY_HEADING))
        print(held("growth", sizes["everything"][MANY] / sizes["everything"][FEW], at_most=GROWTH))
        write(sizes, options.json)
        return
    if options.shared:
        labelled = [d for name in (POSTINGS, SHARED_RESUMES) for d in gold(options.shared, name)]
    else:
        labelled = [d for path in (FORMATTED, RESUMES) for d in objects(path)]
    rows = [
        *with_names(labelled, options.rounds),
        *with_length(labelled, options.rounds),
        *with_hostile_texts(labelled, options.rounds),
    ]
    print(table([row.cells() for row in rows], ["", "CPU seconds", "against", "ratio", "bar", ""]))
    characters = sum(len(d["text"]) for d in labelled)
    print(f"{len(labelled)} documents, {characters} characters, {round(characters / rows[2].seconds)} read a second")
    write([asdict(row) for row in rows], options.json)


def with_names(labelled: Sequence[Mapping[str, Any]], rounds: int) -> list[Row]:
    """The documents by themselves: spaCy's floor, fuzzy off, ten times the names."""
    taxonomy = Taxonomy.load()
    wide = Taxonomy([*taxonomy, *(renamed(skill, number) for number in range(9) for skill in taxonomy)])
    extractor, exact, wider = Extractor(taxonomy), Extractor(taxonomy, fuzzy=False), Extractor(wide)
    documents: list[tuple[Document, Kind]] = [(from_text(d["text"]), d["kind"]) for d in labelled]
    if any(extractor.extract(*document).mentions != wider.extract(*document).mentions for document in documents):
        sys.exit("a renamed skill was found in a document: like would not be compared with like")
    works: dict[str, Work] = {
        "floor": partial(on_all, documents, floor(taxonomy)),
        "extract": partial(on_all, documents, extractor.extract),
        "read": partial(on_all, documents, partial(read, extractor)),
        "exact": partial(on_all, documents, partial(read, exact)),
        "wide": partial(on_all, documents, partial(read, wider)),
        "read, unseen": partial(on_all, documents, partial(read, extractor), forget=extractor),
        "wide, unseen": partial(on_all, documents, partial(read, wider), forget=wider),
    }
    best = least(works, rounds)
    return [
        Row("spaCy's tokenizer and PhraseMatcher", best["floor"]),
        Row("extract", best["extract"], "spaCy's", best["extract"] / best["floor"], FLOOR),
        Row("read everything", best["read"], "spaCy's", best["read"] / best["floor"], FLOOR),
        Row("fuzzy on", best["read"], "fuzzy off", best["read"] / best["exact"], FUZZY),
        Row("fuzzy on, every word new", best["read, unseen"], "fuzzy off", best["read, unseen"] / best["exact"], FUZZY),
        Row(f"{len(wide)} skills", best["wide"], f"{len(taxonomy)} skills", best["wide"] / best["read"], WIDE),
        Row(
            f"{len(wide)} skills, every word new",
            best["wide, unseen"],
            f"{len(taxonomy)} skills",
            best["wide, unseen"] / best["read, unseen"],
            WIDE,
        ),
    ]


def with_length(labelled: Sequence[Mapping[str, Any]], rounds: int) -> list[Row]:
    """The posting and the résumé of middle length, a hundred times in one text, against a hundred texts."""
    extractor = Extractor(Taxonomy.load())
    kinds: tuple[Kind, ...] = ("posting", "resume")
    rows = []
    for kind in kinds:
        texts = sorted((d["text"] + "\n" for d in labelled if d["kind"] == kind), key=len)
        text = texts[len(texts) // 2]
        works: dict[str, Work] = {
            "short": partial(read_texts, extractor, [text] * TIMES, kind),
            "long": partial(read_texts, extractor, [text * TIMES], kind),
        }
        best = least(works, rounds)
        what, against = f"{kind} of {TIMES * len(text) / 1000:.0f} KB", f"{TIMES} of {len(text) / 1000:.1f} KB"
        rows.append(Row(what, best["long"], against, best["long"] / best["short"], LONG))
    return rows


def with_hostile_texts(labelled: Sequence[Mapping[str, Any]], rounds: int) -> list[Row]:
    """Texts of runs without words, against one of the same length made of the postings."""
    extractor = Extractor(Taxonomy.load())
    ordinary = "".join(islice(cycle("\n".join(d["text"] for d in labelled if d["kind"] == "posting")), SIZE))
    letters = ["".join(random.Random(n).choices(ascii_lowercase, k=SIZE)) for n in range(rounds + 1)]
    texts = {"ordinary": ordinary, "____": "_" * SIZE, "((((": "(" * SIZE, "====": "=" * SIZE, "emoji": "\N{ROCKET}" * SIZE}
    works: dict[str, Work] = {name: partial(read_texts, extractor, [text], "posting") for name, text in texts.items()}
    # another word each round, or what was remembered of the last one would be measured
    works["letters"] = lambda number: read_texts(extractor, [letters[number]], "posting")
    best = least(works, rounds)
    return [
        Row(f"{SIZE // 1000} KB of {name}", seconds, "ordinary text", seconds / best["ordinary"], HOSTILE)
        for name, seconds in best.items()
        if name != "ordinary"
    ]


def least(kinds: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """The least CPU seconds of each kind of work; the kinds take turns, and the first round only warms."""
    seconds: dict[str, list[float]] = {kind: [] for kind in kinds}
    for number in range(rounds + 1):
        for kind, work in kinds.items():
            start = time.process_time()
            work(number)
            if number:
                seconds[kind].append(time.process_time() - start)
    return {kind: min(values) for kind, values in seconds.items()}


def on_all(
    documents: Sequence[tuple[Document, Kind]],
    work: Callable[[Document, Kind], Any],
    _: int,
    forget: Extractor | None = None,
) -> None:
    """Do the same on every document; first let an extractor forget which misspelt words it has corrected."""
    fuzzy = forget.nlp.get_pipe("fuzzy") if forget else None
    if isinstance(fuzzy, FuzzyTokens):
        fuzzy.readings.cache_clear()
    for document, kind in documents:
        work(document, kind)


def read(extractor: Extractor, document: Document, kind: Kind) -> None:
    """Everything that can be read of a document."""
    extraction = extractor.extract(document, kind)
    if kind == "posting":
        understand_posting(document, extraction)


def read_texts(extractor: Extractor, texts: Sequence[str], kind: Kind, _: int = 0) -> None:
    """Everything that can be read of texts; a `Work` once the first three are given."""
    for text in texts:
        read(extractor, from_text(text), kind)


def renamed(skill: Skill, number: int) -> Skill:
    """A copy of a skill under names that occur nowhere, as long as its own and an ending."""
    ending = f"xq{ascii_lowercase[number]}"

    def other(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(re.sub(r"[^\W\d_]+", lambda word: word[0] + ending, name) for name in names)

    return replace(
        skill,
        id=f"{skill.id}-{ending}",
        name=other([skill.name])[0],
        aliases=other(skill.aliases),
        typos=other(skill.typos),
        weak=other(skill.weak),
    )


def floor(taxonomy: Taxonomy) -> Callable[[Document, Kind], Any]:
    """spaCy alone: every name, alias, weak form and misspelling of the taxonomy in one matcher."""
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in taxonomy:
        matcher.add(skill.id, [nlp.make_doc(name) for name in (skill.name, *skill.aliases, *skill.weak, *skill.typos)])
    return lambda document, _: matcher(nlp.make_doc(document.text))


def apart(work: Callable[[str], dict[int, float]], kind: str) -> dict[int, float]:
    """The result of work that is done in a fresh process."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, kind).result()


def memory(kind: str) -> dict[int, float]:
    """How many MB the process has after how many documents, read by one of `MEMORY`."""
    work = MEMORY[kind]()
    dice = random.Random(0)
    sizes: dict[int, float] = {}
    for number in range(1, MANY + 1):
        made_up = ["".join(dice.choices(ascii_lowercase, k=dice.randint(5, 12))).title() for _ in range(6)]
        work("Requirements\n- Python, {} and {}\n- Experience with {}, Docker or {}\n- You know {} {}\n".format(*made_up))
        if number in (FEW, MANY):
            sizes[number] = int(re.findall(r"VmRSS:\s+(\d+)", STATUS.read_text())[0]) / 1024
    return sizes


def reader() -> Callable[[str], None]:
    """Everything, read as a posting."""
    extractor = Extractor(Taxonomy.load())
    return lambda text: read_texts(extractor, [text], "posting")


MEMORY: dict[str, Callable[[], Callable[[str], Any]]] = {
    "everything": reader,
    "spaCy's tokenizer alone": lambda: spacy.blank("en"),
}


if __name__ == "__main__":
    main()
