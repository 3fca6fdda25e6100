"""What a report finally says, against a careful reader: the verdict on each requirement, and the order of several résumés.

    python -m benchmarks.verdicts [--pairs PAIRS.json --documents FILE ...] [--errors FILE] [--json FILE]

In: invented postings and résumés with verdicts on pairs of them and rankings, in `labels/`, or files of the same form. Somebody
who knew no rule wrote and judged them (the `legend` tells what a verdict means). `read`: 58 pairs with 1,179 verdicts and 20
rankings, which have been read since. `unread`: 10 pairs with 222 verdicts and 5 rankings, whose texts and errors nobody who
writes rules reads. Out: a table for each, and with `--errors` a line for each verdict that differs, of those that have been read.

A labelled requirement is judged by what the report asks with the most skills in common; one that the report does not ask for at
all counts as not read, and in no other figure. Shares, in brackets of what:

    exact           the same verdict; met, and met by another of the alternatives, are one [read]
    tolerant        the same, or one that the labels call defensible [read]
    have or not     whether the skill is there (however it is shown), partly there, or missing [read]
    false missing   the résumé has it, and the report calls it missing [had]
    false met       it is missing or partly there, and the report calls it met [not had]
    months          within what the labels allow [both tell]
    right order     of two résumés in different tiers; equal scores count half [such pairs]
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.common import objects, parser, table, write
from benchmarks.labels import FOLDER
from benchmarks.scorer import Names, matching, one_to_one, ratio
from skillgap.analyzer import Analyzer
from skillgap.model import GapReport, Posting, Resume, Verdict

HAD = frozenset({"met", "alternative", "implied", "listed_only"})
MET = frozenset({"met", "alternative"})
UNREAD = "unread"
SETS = {
    "read": ("verdicts.json", "verdicts_documents.jsonl"),
    UNREAD: ("verdicts_unread.json", "verdicts_unread_documents.jsonl"),
}
"""The files of each set in `labels/`."""
FIGURES = ("requirements", "read", "exact", "tolerant", "have or not", "false missing", "false met", "months")


class Judged(NamedTuple):
    """One labelled verdict, and what the report says; None where it does not ask for it."""

    label: Mapping[str, Any]
    said: str | None
    months: int | None


class Measured(NamedTuple):
    """What a set of labels gives.

    Attributes:
        figures: by how well the résumés fit, `all` first.
        rankings, order: how many, and the share of résumés in the right order.
        differing: each verdict that differs, with its pair.
    """

    figures: Mapping[str, Mapping[str, float | None]]
    rankings: int
    order: float | None
    differing: Sequence[Mapping[str, Any]]


def main() -> None:
    """Print the figures by how well the résumés fit, and the share of résumés in the right order."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("--pairs", type=Path, metavar="PAIRS.json", help="measure these alone")
    arguments.add_argument("--documents", type=Path, nargs="+", metavar="FILE", help="the texts of --pairs")
    arguments.add_argument("--errors", type=Path, metavar="FILE", help="write a JSON line for each verdict that differs")
    given = arguments.parse_args()
    if (given.pairs is None) != (given.documents is None):
        arguments.error("--pairs and --documents go together")
    if given.pairs is not None:
        sets = {given.pairs.stem: measured(given.pairs, given.documents)}
    else:
        sets = {name: measured(FOLDER / pairs, [FOLDER / documents]) for name, (pairs, documents) in SETS.items()}
    for name, found in sets.items():
        rows = [(fit, *(row[figure] for figure in FIGURES)) for fit, row in found.figures.items()]
        print(table(rows, (name, *FIGURES)))
        print(f"{found.rankings} rankings, right order: {found.order:.3f}" if found.order is not None else "no rankings")
    if given.errors:
        # nobody reads the errors of what stays unread
        differing = [row for name, found in sets.items() if name != UNREAD for row in found.differing]
        given.errors.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in differing), encoding="utf-8")
    write({name: {**found.figures, "right order": found.order} for name, found in sets.items()}, given.json)


def measured(pairs: Path, documents: Sequence[Path]) -> Measured:
    """What a file of labelled pairs and rankings gives, and the files of their texts."""
    labels = json.loads(pairs.read_text(encoding="utf-8"))
    analyzer = Analyzer(today=date.fromisoformat(labels["today"]))
    names = Names(analyzer.taxonomy)
    postings, resumes = read(analyzer, documents)
    by_fit: dict[str, list[Judged]] = {"all": []}
    differing = []
    for pair in labels["pairs"]:
        judged = list(compared(pair["verdicts"], analyzer.compare(resumes[pair["resume"]], postings[pair["posting"]]), names))
        by_fit.setdefault(f"{pair['fit']} fit", []).extend(judged)
        by_fit["all"].extend(judged)
        differing += [{"pair": f"{pair['posting']}, {pair['resume']}", **each._asdict()} for each in judged if differs(each)]
    counts = [ordered(each, analyzer, postings, resumes) for each in labels["rankings"]]
    order = ratio(sum(right for right, _ in counts), sum(number for _, number in counts))
    return Measured({fit: figures(judged) for fit, judged in by_fit.items()}, len(counts), order, differing)


def read(analyzer: Analyzer, paths: Sequence[Path]) -> tuple[dict[str, Posting], dict[str, Resume]]:
    """The postings and the résumés of some files, by id."""
    documents = [document for path in paths for document in objects(path)]
    return (
        {d["id"]: analyzer.read_posting(d["text"]) for d in documents if d["kind"] == "posting"},
        {d["id"]: analyzer.read_resume(d["text"]) for d in documents if d["kind"] == "resume"},
    )


def compared(labels: Sequence[Mapping[str, Any]], report: GapReport, names: Names) -> Iterator[Judged]:
    """Each labelled verdict with that of the report on what has the most skills in common, one of the same level first."""
    asked = [{names.of(name) for name in label["any_of"]} for label in labels]
    given = [{names.of(skill.name) for skill in verdict.requirement.any_of} for verdict in report.verdicts]
    candidates = []
    for i, wanted in enumerate(asked):
        for j, offered in enumerate(given):
            common = len(matching(wanted, offered, names.agree))
            if common:
                share = common / (len(wanted) + len(offered) - common)
                candidates.append((-share, report.verdicts[j].requirement.level != labels[i]["level"], i, j))
    pairs = [(i, j) for *_, i, j in sorted(candidates)]
    partner = dict(one_to_one(pairs))
    for i, j in pairs:
        partner.setdefault(i, j)  # a choice of the report may hold two that are labelled one by one
    for i, label in enumerate(labels):
        verdict = report.verdicts[partner[i]] if i in partner else None
        yield Judged(label, said(verdict) if verdict else None, verdict.months if verdict else None)


def said(verdict: Verdict) -> str:
    """The verdict in the words of the labels, which have one word where a report has verdict, way and strength."""
    if verdict.verdict != "met":
        return verdict.verdict
    if verdict.strength in {"listed", "claimed"}:
        return "listed_only"
    return verdict.via if verdict.via in {"alternative", "implied"} else "met"


def differs(judged: Judged) -> bool:
    """Whether a report says something else than the label, and not what can be defended too."""
    accepted = {_one(word) for word in (judged.label["verdict"], *judged.label.get("accept", ()))}
    return judged.said is None or _one(judged.said) not in accepted


def figures(judged: Sequence[Judged]) -> dict[str, float | None]:
    """The shares; see the module."""
    counts: Counter[str] = Counter()
    for each in judged:
        label, word = each.label["verdict"], each.said
        if word is None:
            continue
        counts["read"] += 1
        counts["exact"] += _one(word) == _one(label)
        counts["tolerant"] += not differs(each)
        counts["have or not"] += _there(word) == _there(label)
        counts["had"] += label in HAD
        counts["false missing"] += label in HAD and word == "missing"
        counts["false met"] += label not in HAD and word in MET
        if each.months is not None and each.label["months"] is not None:
            counts["told"] += 1
            counts["months"] += abs(each.months - each.label["months"]) <= each.label["months_tol"]
    of = {"false missing": counts["had"], "false met": counts["read"] - counts["had"], "months": counts["told"]}
    shares = {name: ratio(counts[name], of.get(name, counts["read"])) for name in FIGURES[2:]}
    return {"requirements": len(judged), "read": ratio(counts["read"], len(judged)), **shares}


def _one(word: str) -> str:
    return "met" if word in MET else word


def _there(word: str) -> str:
    return "had" if word in HAD else word


def ordered(
    ranking: Mapping[str, Any], analyzer: Analyzer, postings: Mapping[str, Posting], resumes: Mapping[str, Resume]
) -> tuple[float, int]:
    """How many pairs of résumés of different tiers are in the right order, and how many there are."""
    tiers = {resume: place for place, tier in enumerate(ranking["tiers"]) for resume in tier}
    scores = {resume: analyzer.compare(resumes[resume], postings[ranking["posting"]]).score or 0.0 for resume in tiers}
    right, pairs = 0.0, 0
    for one, other in combinations(sorted(tiers, key=tiers.__getitem__), 2):
        if tiers[one] < tiers[other]:
            pairs += 1
            right += (scores[one] > scores[other]) + (scores[one] == scores[other]) / 2
    return right, pairs


if __name__ == "__main__":
    main()
