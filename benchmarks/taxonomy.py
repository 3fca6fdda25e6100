"""How much of what is labelled has a skill in the taxonomy, and how much of what is found is labelled.

    python -m benchmarks.taxonomy SHARED [--show 100] [--json FILE]

1. Of the counted hard mentions of the development labels: how many have their skill in the taxonomy, under a name that the scorer
   takes for the same.
2. Of the Knowledge spans of SkillSpan's own labels (public; long phrases, marked inconsistently): how many hold a mention of a
   known skill, and of what is found, how much lies outside any span; with and without concept words. There is no bar on these
   two: the top misses and false alarms are to be read.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from benchmarks.common import SETS, gold, parser, scorer, table, write
from skillgap import Analyzer, Taxonomy
from skillgap.documents import from_text


def main() -> None:
    """Print both parts."""
    arguments = parser(__doc__)
    arguments.add_argument(
        "--show", type=int, default=15, metavar="N", help="how many of the top misses and false alarms to list"
    )
    options = arguments.parse_args()
    taxonomy = Taxonomy.load()
    rows, missing = coverage(taxonomy, options.shared)
    print(table(rows, ["counted hard mentions", "mentions", "in the taxonomy", "share"]))
    print("not in it: " + ", ".join(f"{name} {count}" for name, count in missing.most_common(options.show)))
    spans = knowledge(taxonomy, options.shared)
    print()
    print(table(spans["rows"], ["SkillSpan, 80 postings", "spans", "with a known skill", "found", "outside any span"]))
    print("top misses: " + ", ".join(f"{text} {count}" for text, count in spans["misses"].most_common(options.show)))
    print("top false alarms: " + ", ".join(f"{text} {count}" for text, count in spans["alarms"].most_common(options.show)))
    write({"coverage": rows, "missing": missing, "skillspan": spans["rows"]}, options.json)


def coverage(taxonomy: Taxonomy, shared: Any) -> tuple[list[list[object]], Counter[str]]:
    """Rows (set, mentions, covered, share) and the names that are lacking, with their mentions."""
    score = scorer(shared)
    labelled = {name: gold(shared, file) for name, file in SETS.items()}
    everything = [m["skill"] for documents in labelled.values() for document in documents for m in document["mentions"]]
    names = score.Names(str(shared / "eval" / "equivalents.json"), extra=everything)
    known = {names.cls(skill.name) for skill in taxonomy}
    known |= {b for a, b in names.lenient if a in known}
    missing: Counter[str] = Counter()
    rows: list[list[object]] = []
    for name, documents in labelled.items():
        counted = [m["skill"] for d in documents for m in d["mentions"] if m["type"] == "hard" and not m.get("optional")]
        lacking = [skill for skill in counted if names.cls(skill) not in known]
        missing.update(lacking)
        rows.append([name, len(counted), len(counted) - len(lacking), 1 - len(lacking) / len(counted)])
    total, have = sum(int(str(r[1])) for r in rows), sum(int(str(r[2])) for r in rows)
    return [*rows, ["all", total, have, have / total]], missing


def knowledge(taxonomy: Taxonomy, shared: Any) -> dict[str, Any]:
    """The comparison with SkillSpan's Knowledge spans."""
    analyzer = Analyzer(taxonomy)
    counts: dict[str, list[int]] = {"all skills": [0, 0, 0, 0], "without concept words": [0, 0, 0, 0]}
    misses: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for document in gold(shared, "skillspan_tech_train.jsonl"):
        found = analyzer.extract(from_text(document["text"]), "posting").mentions
        spans = document["knowledge"]
        skills = document["skill"]
        for name, tally in counts.items():
            mentions = [m for m in found if m.skill.kind != "soft" and (name == "all skills" or not m.skill.generic)]
            hit = [any(m.start < b and a < m.end for m in mentions) for a, b in spans]
            outside = [m for m in mentions if not any(m.start < b and a < m.end for a, b in [*spans, *skills])]
            tally[0] += len(spans)
            tally[1] += sum(hit)
            tally[2] += len(mentions)
            tally[3] += len(outside)
            if name == "all skills":
                misses.update(
                    " ".join(document["text"][a:b].lower().split()) for (a, b), ok in zip(spans, hit, strict=True) if not ok
                )
            else:
                alarms.update(m.text.lower() for m in outside)
    rows = [[name, t[0], t[1] / t[0], t[2], t[3] / t[2]] for name, t in counts.items()]
    return {"rows": rows, "misses": misses, "alarms": alarms}


if __name__ == "__main__":
    main()
