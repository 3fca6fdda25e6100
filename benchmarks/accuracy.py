"""Precision, recall and F1 against the labelled documents, with the labels' own scorer.

    python -m benchmarks.accuracy SHARED [--sets postings résumés ...] [--no-fuzzy] [--no-senses] [--predictions FILE]
                                         [--resamples 200] [--errors FILE] [--json FILE]

Mentions (hard and soft skills, mention and document level), traps, misspellings, and for postings the requirements. Intervals are
the middle 95 % of a bootstrap over documents. With `--predictions`, another extractor's output is scored instead: a JSON line a
document, {"id", "mentions": [{"start", "end", "skill"}]}.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.common import SETS, gold, parser, scorer, table, write
from skillgap import Taxonomy
from skillgap.documents import from_text
from skillgap.extraction import Extractor
from skillgap.posting import understand_posting

HEADING = ["", "docs", "mention P", "R", "F1", "95 %", "document F1", "95 %", "traps"]
REQUIREMENTS = {
    "requirements F1": ("requirements", "f1"),
    "level accuracy": ("level_accuracy_matched",),
    "alternatives F1": ("or_groups", "set_f1"),
    "years recall": ("min_years", "recall"),
    "years precision": ("min_years", "precision"),
    "required skills F1": ("required_skills", "f1"),
}


def main() -> None:
    """Print the tables."""
    arguments = parser(__doc__)
    arguments.add_argument("--sets", nargs="+", choices=list(SETS), default=list(SETS))
    arguments.add_argument("--no-fuzzy", action="store_true", help="without reading misspelt names")
    arguments.add_argument("--no-senses", action="store_true", help="without deciding ambiguous names")
    arguments.add_argument("--predictions", type=Path, metavar="FILE", help="score these instead of skillgap")
    arguments.add_argument("--resamples", type=int, default=200, metavar="N", help="of the bootstrap")
    arguments.add_argument("--errors", type=Path, metavar="FILE", help="write a JSON line for each error")
    options = arguments.parse_args()
    score = scorer(options.shared)
    equivalents = str(options.shared / "eval" / "equivalents.json")
    extractor = Extractor(Taxonomy.load(), fuzzy=not options.no_fuzzy, senses=not options.no_senses)
    rows: list[list[object]] = []
    asked: list[list[object]] = []
    figures: dict[str, Any] = {}
    errors: list[dict[str, Any]] = []
    for name in options.sets:
        documents = gold(options.shared, SETS[name])
        predictions = from_file(options.predictions) if options.predictions else [predict(extractor, d) for d in documents]
        result = score.evaluate(documents, predictions, None, equivalents, errors=errors)
        figures[name] = result
        for kind in ("hard", "soft"):
            part = result["scores"][f"all/{kind}"]
            low = intervals(score, documents, predictions, equivalents, kind, options.resamples)
            mention, traps = part["mention"], part["traps"]
            trapped = f"{traps['hit']}/{traps['total']}" if kind == "hard" else None
            of_kind = [mention["p"], mention["r"], mention["f1"], low["mention"], part["doc"]["f1"], low["doc"], trapped]
            rows.append([f"{name}, {kind}", result["docs"], *of_kind])
        misspelt = result["scores"]["all/hard+soft"].get("misspelt_recall")
        if misspelt:
            rows.append([f"{name}, misspelt", None, None, misspelt["found"] / misspelt["gold"], *[None] * 5])
        if result.get("requirements"):
            asked.append([name, *(reached(result["requirements"], path) for path in REQUIREMENTS.values())])
    print(table(rows, HEADING))
    if asked:
        print()
        print(table(asked, ["postings", *REQUIREMENTS]))
    print()
    for name, result in figures.items():
        whole = result["scores"]["all/hard+soft"]
        print(f"{name}: missed " + ", ".join(f"{skill} {n}" for skill, n in whole["top_missed"]))
        print(f"{name}: false  " + ", ".join(f"{skill} {n}" for skill, n, _ in whole["top_false"]))
    if options.errors:
        options.errors.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in errors), encoding="utf-8")
    write(figures, options.json)


def predict(extractor: Extractor, labelled: dict[str, Any]) -> dict[str, Any]:
    """What skillgap finds in a labelled document, as the scorer reads it."""
    document = from_text(labelled["text"])
    extraction = extractor.extract(document, labelled["kind"])
    result: dict[str, Any] = {
        "id": labelled["id"],
        "mentions": [
            {
                "start": m.start,
                "end": m.end,
                "text": m.text,
                "skill": m.skill.name,
                "type": "soft" if m.skill.kind == "soft" else "hard",
            }
            for m in extraction.mentions
        ],
    }
    if labelled["kind"] == "posting":
        result["requirements"] = [
            {"any_of": [skill.name for skill in r.any_of], "level": r.level, "min_years": r.min_years}
            for r in understand_posting(document, extraction).requirements
        ]
    return result


def from_file(path: Path) -> list[dict[str, Any]]:
    """Another extractor's predictions."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def intervals(
    score: ModuleType, documents: list[Any], predictions: list[Any], equivalents: str, kind: str, resamples: int
) -> dict[str, str | None]:
    """The middle 95 % of mention F1 and document F1 over documents drawn with replacement."""
    drawn: dict[str, list[float]] = {"mention": [], "doc": []}
    dice = random.Random(0)
    by_id = {prediction["id"]: prediction for prediction in predictions}
    for _ in range(resamples):
        sample = [{**document, "id": str(n)} for n, document in enumerate(dice.choices(documents, k=len(documents)))]
        dice_state = [by_id.get(original["id"], {"mentions": []}) for original in _originals(sample, documents)]
        guesses = [{**guess, "id": str(n), "requirements": None} for n, guess in enumerate(dice_state)]
        part = score.evaluate(sample, guesses, None, equivalents, check=False)["scores"][f"all/{kind}"]
        for level, values in drawn.items():
            if part[level]["f1"] is not None:
                values.append(part[level]["f1"])
    return {level: _middle(sorted(values)) for level, values in drawn.items()}


def _originals(sample: list[Any], documents: list[Any]) -> list[Any]:
    by_text = {document["sha256"]: document for document in documents}
    return [by_text[document["sha256"]] for document in sample]


def _middle(values: list[float]) -> str | None:
    if not values:
        return None
    return f"{values[int(0.025 * len(values))]:.2f}-{values[min(len(values) - 1, int(0.975 * len(values)))]:.2f}"


def reached(figures: dict[str, Any], path: tuple[str, ...]) -> Any:
    """A figure in nested ones."""
    for key in path:
        figures = figures[key]
    return figures


if __name__ == "__main__":
    main()
