"""Warm extraction as a ratio to what spaCy alone does with the same names: its default tokenizer and one `PhraseMatcher`.

    python -m benchmarks.speed SHARED [--rounds 5] [--json FILE]

Both read every labelled posting and résumé, in one process, in turns; the least CPU time of the rounds counts. spaCy's own
reading decides nothing (no context, no sections, no requirements): it is a floor to compare with, not an equal.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher

from benchmarks.common import POSTINGS, RESUMES, gold, parser, table, write
from skillgap import Taxonomy
from skillgap.documents import from_text
from skillgap.extraction import Extractor
from skillgap.model import Document, Kind
from skillgap.posting import understand_posting


def main() -> None:
    """Print the table."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=5, help="of each kind")
    options = arguments.parse_args()
    labelled = [d for name in (POSTINGS, RESUMES) for d in gold(options.shared, name)]
    documents = [(from_text(d["text"]), d["kind"]) for d in labelled]
    taxonomy = Taxonomy.load()
    extractor = Extractor(taxonomy)

    def understood(document: Document, kind: Kind) -> None:
        extraction = extractor.extract(document, kind)
        if kind == "posting":
            understand_posting(document, extraction)

    kinds: dict[str, Callable[[Document, Kind], Any]] = {
        "spaCy's tokenizer and PhraseMatcher": floor(taxonomy),
        "extract": extractor.extract,
        "extract, and requirements of postings": understood,
    }
    seconds: dict[str, list[float]] = {kind: [] for kind in kinds}
    for round_ in range(options.rounds + 1):
        for kind, work in kinds.items():
            taken = cpu(work, documents)
            if round_:  # the first one warms
                seconds[kind].append(taken)
    best = {kind: min(values) for kind, values in seconds.items()}
    least = next(iter(best.values()))
    characters = sum(len(document.text) for document, _ in documents)
    rows = [[kind, value, value / least, round(characters / value)] for kind, value in best.items()]
    print(table(rows, [f"{len(documents)} documents", "CPU seconds", "of spaCy's", "characters a second"]))
    write({"seconds": best, "documents": len(documents), "characters": characters}, options.json)


def floor(taxonomy: Taxonomy) -> Callable[[Document, Kind], Any]:
    """spaCy alone: every name, alias, weak form and misspelling of the taxonomy in one matcher."""
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in taxonomy:
        matcher.add(skill.id, [nlp.make_doc(name) for name in (skill.name, *skill.aliases, *skill.weak, *skill.typos)])
    return lambda document, _: matcher(nlp.make_doc(document.text))


def cpu(work: Callable[[Document, Kind], Any], documents: list[tuple[Document, Kind]]) -> float:
    """CPU seconds that one reading of all documents takes."""
    start = time.process_time()
    for document, kind in documents:
        work(document, kind)
    return time.process_time() - start


if __name__ == "__main__":
    main()
