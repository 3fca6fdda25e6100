"""Precision, recall and F1 against the labelled documents.

    python -m benchmarks.accuracy [SHARED] [--skillspan CLONE] [--labelled FILE ...] [--sets postings résumés ...]
                                  [--documents ID ...] [--only FILE] [--no-fuzzy] [--no-senses] [--predictions FILE]
                                  [--resamples 200] [--errors FILE] [--check-scorer] [--json FILE]

In: the documents of `labels/` (the real postings among them need a clone of SkillSpan), or those of SHARED with the scorer
that is there; further labelled files form sets of their own. `labels/README.md` has the format of documents and predictions.
Out: mentions (hard and soft skills, mention and document level), traps, misspellings, and for postings the requirements,
each with the middle 95 % of a bootstrap over documents; the same without fuzzy reading and without senses; the most frequent
errors.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import scorer as own
from benchmarks.common import SETS, gold, objects, parser, scorer, shown, table, write
from benchmarks.labels import FORMATTED, RESUMES, UNREAD, WrongText, rebuilt
from skillgap import Taxonomy
from skillgap.documents import from_text
from skillgap.extraction import Extractor
from skillgap.posting import understand_posting

Documents = list[dict[str, Any]]
Evaluate = Callable[[Documents, Documents, list[dict[str, Any]] | None], dict[str, Any]]
Figures = dict[str, float | None]

MENTIONS = {"P": ("mention", "p"), "R": ("mention", "r"), "F1": ("mention", "f1"), "document F1": ("doc", "f1")}
REQUIREMENTS = {
    "requirements F1": ("requirements", "f1"),
    "level accuracy": ("level_accuracy_matched",),
    "alternatives F1": ("or_groups", "set_f1"),
    "years recall": ("min_years", "recall"),
    "years precision": ("min_years", "precision"),
    "required skills F1": ("required_skills", "f1"),
}
COUNTS = {"traps": ("traps", "hit", "total"), "misspelt": ("misspelt_recall", "found", "gold")}
ABLATIONS = {"without fuzzy": {"fuzzy": False}, "without senses": {"senses": False}}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one set: the scorer's result, its figures by name, and the middle 95 % of each."""

    result: dict[str, Any]
    figures: Figures
    spread: dict[str, tuple[float, float]]


def main() -> None:
    """Print the tables."""
    options = arguments().parse_args()
    if options.check_scorer and options.shared is None:
        sys.exit("--check-scorer compares with the scorer of SHARED: name that folder")
    try:
        sets = documents(options)
    except WrongText as error:
        sys.exit(str(error))
    if not sets:
        sys.exit("no document is left of what was chosen")
    evaluate = shared_scorer(options.shared) if options.shared else own_scorer()
    settings = {"fuzzy": not options.no_fuzzy, "senses": not options.no_senses}
    if options.predictions:
        given = objects(options.predictions)
        predictions = dict.fromkeys(sets, given)
    else:
        predictions = predict_all(sets, **settings)
    if options.check_scorer:
        print(difference(sets, predictions, evaluate))
        return
    errors: list[dict[str, Any]] = []
    measured = {name: measure(evaluate, sets[name], predictions[name], options.resamples, errors) for name in sets}
    weaker: dict[str, dict[str, Figures]] = {}
    for ablation, change in {} if options.predictions else ABLATIONS.items():
        guesses = predict_all(sets, **{**settings, **change})
        weaker[ablation] = {name: flat(evaluate(sets[name], guesses[name], None)) for name in sets}
    print("\n\n".join(filter(None, (mention_table(measured), requirement_table(measured), ablation_table(measured, weaker)))))
    print()
    for name, of in measured.items():
        whole = of.result["scores"]["all/hard+soft"]
        print(f"{name}: missed " + ", ".join(f"{skill} {n}" for skill, n in whole["top_missed"]))
        print(f"{name}: false  " + ", ".join(f"{skill} {n}" for skill, n, _ in whole["top_false"]))
    if options.errors:
        options.errors.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in errors), encoding="utf-8")
    ablations = {name: {ablation: of[name] for ablation, of in weaker.items()} for name in sets}
    write({name: {**asdict(of), **ablations[name]} for name, of in measured.items()}, options.json)


def arguments() -> argparse.ArgumentParser:
    """The options."""
    result = parser(__doc__, shared=False)
    result.add_argument("shared", type=Path, nargs="?", metavar="SHARED", help="a folder with gold/ and eval/, to use instead")
    result.add_argument("--skillspan", type=Path, metavar="CLONE", help="SkillSpan, for the texts of the real postings")
    result.add_argument("--labelled", type=Path, nargs="+", default=[], metavar="FILE", help="further labelled documents")
    result.add_argument("--sets", nargs="+", choices=[*SETS, *UNREAD], default=[*SETS, *UNREAD])
    result.add_argument("--documents", nargs="+", default=[], metavar="ID", help="only these")
    result.add_argument("--only", type=Path, metavar="FILE", help="only the documents whose ids it has, one a line")
    result.add_argument("--no-fuzzy", action="store_true", help="without reading misspelt names")
    result.add_argument("--no-senses", action="store_true", help="without deciding ambiguous names")
    result.add_argument("--predictions", type=Path, metavar="FILE", help="score these instead of skillgap")
    result.add_argument("--resamples", type=int, default=200, metavar="N", help="of the bootstrap")
    result.add_argument("--errors", type=Path, metavar="FILE", help="write a JSON line for each error")
    result.add_argument("--check-scorer", action="store_true", help="only compare the scorer of SHARED with our own")
    return result


def documents(options: argparse.Namespace) -> dict[str, Documents]:
    """The chosen documents by set; sets of which nothing is left are left out."""
    if options.shared:
        sets = {name: gold(options.shared, SETS[name]) for name in options.sets if name in SETS}
    else:
        sources: dict[str, Callable[[], Documents]] = {
            "formatted postings": lambda: objects(FORMATTED),
            "résumés": lambda: objects(RESUMES),
        }
        if options.skillspan:
            sources = {"postings": lambda: rebuilt(options.skillspan), **sources}
        elif "postings" in options.sets:
            print("without the real postings, whose texts are made from a clone of SkillSpan: --skillspan CLONE", file=sys.stderr)
        sets = {name: source() for name, source in sources.items() if name in options.sets}
    sets |= {name: objects(path) for name, path in UNREAD.items() if name in options.sets}
    sets |= {path.stem: objects(path) for path in options.labelled}
    wanted = {*options.documents, *(options.only.read_text(encoding="utf-8").split() if options.only else [])}
    chosen = {name: [d for d in labelled if not wanted or d["id"] in wanted] for name, labelled in sets.items()}
    return {name: labelled for name, labelled in chosen.items() if labelled}


def own_scorer() -> Evaluate:
    """The scorer of this repository."""
    names = own.Names(Taxonomy.load())
    return lambda labelled, predictions, errors: own.evaluate(labelled, predictions, names, errors)


def shared_scorer(shared: Path) -> Evaluate:
    """The scorer of SHARED, with its own table of names."""
    module, equivalents = scorer(shared), str(shared / "eval" / "equivalents.json")

    def evaluate(labelled: Documents, predictions: Documents, errors: list[dict[str, Any]] | None) -> dict[str, Any]:
        result: dict[str, Any] = module.evaluate(labelled, predictions, None, equivalents, errors=errors)
        return result

    return evaluate


def predict_all(sets: dict[str, Documents], **settings: bool) -> dict[str, Documents]:
    """What skillgap finds in all sets, with these settings."""
    extractor = Extractor(Taxonomy.load(), **settings)
    return {name: [predict(extractor, document) for document in labelled] for name, labelled in sets.items()}


def predict(extractor: Extractor, labelled: dict[str, Any]) -> dict[str, Any]:
    """What skillgap finds in a labelled document, as the scorers read it."""
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


def flat(result: dict[str, Any]) -> Figures:
    """The figures of a set under one name each."""
    scores = result["scores"]
    figures: Figures = {
        f"{kind} {name}": scores[f"all/{kind}"][level][rate]
        for kind in ("hard", "soft")
        for name, (level, rate) in MENTIONS.items()
    }
    for name, (key, part, whole) in COUNTS.items():
        counts = scores["all/hard+soft"].get(key)
        figures[name] = counts[part] / counts[whole] if counts and counts[whole] else None
    for name, path in REQUIREMENTS.items():
        value = result["requirements"]
        for key in path if value else ():
            value = value[key]
        figures[name] = value
    return figures


def measure(
    evaluate: Evaluate, labelled: Documents, predictions: Documents, resamples: int, errors: list[dict[str, Any]]
) -> Measured:
    """All there is to say of one set; a row for each error is added to `errors`."""
    result = evaluate(labelled, predictions, errors)
    return Measured(result, flat(result), intervals(evaluate, labelled, predictions, resamples))


def intervals(evaluate: Evaluate, labelled: Documents, predictions: Documents, resamples: int) -> dict[str, tuple[float, float]]:
    """The middle 95 % of every figure over documents drawn with replacement."""
    dice = random.Random(0)
    by_id = {prediction["id"]: prediction for prediction in predictions}
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        sample = dice.choices(labelled, k=len(labelled))
        # a document that is drawn twice counts as two
        guesses = [{**by_id.get(d["id"], {"mentions": []}), "id": str(n)} for n, d in enumerate(sample)]
        for name, value in flat(evaluate([{**d, "id": str(n)} for n, d in enumerate(sample)], guesses, None)).items():
            if value is not None:
                drawn.setdefault(name, []).append(value)
    return {name: middle(sorted(values)) for name, values in drawn.items()}


def middle(values: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of ascending values."""
    return values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]


def with_interval(measured: Measured, name: str) -> str:
    """A figure as it is printed with its interval."""
    interval = " ({:.2f}-{:.2f})".format(*measured.spread[name]) if name in measured.spread else ""
    return shown(measured.figures[name]) + interval


def mention_table(measured: dict[str, Measured]) -> str:
    """A row for each set and kind of skill; traps and misspellings are of both kinds together."""
    rows: list[list[object]] = []
    for name, of in measured.items():
        scores = of.result["scores"]["all/hard+soft"]
        counts = [f"{scores[key][part]}/{scores[key][whole]}" if key in scores else None for key, part, whole in COUNTS.values()]
        for kind in ("hard", "soft"):
            rates = [with_interval(of, f"{kind} {figure}") for figure in MENTIONS]
            rows.append([f"{name}, {kind}", of.result["docs"], *rates, *(counts if kind == "hard" else [None] * len(counts))])
    return table(rows, ["", "docs", *MENTIONS, *COUNTS])


def requirement_table(measured: dict[str, Measured]) -> str | None:
    """A row for each set that has requirements."""
    asked = {name: of for name, of in measured.items() if of.result["requirements"]}
    rows = [[name, *(with_interval(of, figure) for figure in REQUIREMENTS)] for name, of in asked.items()]
    return table(rows, ["postings", *REQUIREMENTS]) if rows else None


def ablation_table(measured: dict[str, Measured], weaker: dict[str, dict[str, Figures]]) -> str | None:
    """The same sets with a part of the extractor left out."""
    compared = [f"hard {figure}" for figure in MENTIONS] + [*COUNTS, "requirements F1"]
    rows: list[list[object]] = []
    for name, of in measured.items():
        kinds = {"as above": of.figures, **{ablation: figures[name] for ablation, figures in weaker.items()}}
        rows += [[f"{name}, {kind}", *(figures[figure] for figure in compared)] for kind, figures in kinds.items()]
    return table(rows, ["", *compared]) if weaker else None


def difference(sets: dict[str, Documents], predictions: dict[str, Documents], shared: Evaluate) -> str:
    """Every figure of every set by both scorers, where they differ in what is printed, and how many do not."""
    ours = own_scorer()
    rows: list[list[object]] = []
    equal = 0
    for name, labelled in sets.items():
        theirs, mine = (flat(evaluate(labelled, predictions[name], None)) for evaluate in (shared, ours))
        unlike = [figure for figure in theirs if shown(theirs[figure]) != shown(mine[figure])]
        equal += len(theirs) - len(unlike)
        rows += [[f"{name}, {figure}", theirs[figure], mine[figure]] for figure in unlike]
    return table(rows, [f"{equal} figures are equal, {len(rows)} not", "SHARED", "own"])


if __name__ == "__main__":
    main()
