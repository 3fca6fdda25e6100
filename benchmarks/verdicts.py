"""What a report finally says, against a careful reader: the verdict on each requirement, and the order of several résumés.

    python -m benchmarks.verdicts [--pairs PAIRS.json --documents FILE ...] [--errors FILE] [--json FILE]

In: 48 pairs of the invented postings and résumés of `labels/verdicts_documents.jsonl` with 982 verdicts, and 16 rankings
(`labels/verdicts.json`; its `legend` tells what a verdict means), or files of the same form. Somebody who knew no rule wrote and
judged them, and they have been read since. Out: a table, and with `--errors` a line for each verdict that differs.

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
FIGURES = ("requirements", "read", "exact", "tolerant", "have or not", "false missing", "false met", "months")


class Judged(NamedTuple):
    """One labelled verdict, and what the report says; None where it does not ask for it."""

    label: Mapping[str, Any]
    said: str | None
    months: int | None


def main() -> None:
    """Print the figures by how well the résumés fit, and the share of résumés in the right order."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("--pairs", type=Path, metavar="PAIRS.json", default=FOLDER / "verdicts.json")
    arguments.add_argument("--documents", type=Path, nargs="+", metavar="FILE", default=[FOLDER / "verdicts_documents.jsonl"])
    arguments.add_argument("--errors", type=Path, metavar="FILE", help="write a JSON line for each verdict that differs")
    given = arguments.parse_args()
    labels = json.loads(given.pairs.read_text(encoding="utf-8"))
    analyzer = Analyzer(today=date.fromisoformat(labels["today"]))
    names = Names(analyzer.taxonomy)
    postings, resumes = read(analyzer, given.documents)

    by_fit: dict[str, list[Judged]] = {"all": []}
    differing = []
    for pair in labels["pairs"]:
        judged = list(compared(pair["verdicts"], analyzer.compare(resumes[pair["resume"]], postings[pair["posting"]]), names))
        by_fit.setdefault(f"{pair['fit']} fit", []).extend(judged)
        by_fit["all"].extend(judged)
        differing += [{"pair": f"{pair['posting']}, {pair['resume']}", **each._asdict()} for each in judged if differs(each)]
    found = {fit: figures(judged) for fit, judged in by_fit.items()}
    print(table([(fit, *(row[name] for name in FIGURES)) for fit, row in found.items()], ("", *FIGURES)))
    order = ratio(*map(sum, zip(*(ordered(each, analyzer, postings, resumes) for each in labels["rankings"]), strict=True)))
    print(f"{len(labels['rankings'])} rankings, right order: {order:.3f}" if order is not None else "no rankings")
    if given.errors:
        given.errors.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in differing), encoding="utf-8")
    write({**found, "right order": order}, given.json)


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
