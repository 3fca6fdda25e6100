"""How names are written: signs, versions, gluing, line ends, misspellings, near neighbours (tables/names.yaml)."""

from __future__ import annotations

from typing import Any

from skillgap import Analyzer

METHODS = {"misspelt": {"typo", "fuzzy"}, "variant": {"variant"}}


def test_each_line_gives_exactly_its_names(analyzer: Analyzer, skill_id: Any, table: Any, judge: Any) -> None:
    rows = table("names")
    failures = []
    for row in rows:
        listed = {entry[1] for entry in row["expect"]}
        unknown = {skill for skill in listed if skill_id(skill) is None}
        mentions = [
            mention
            for mention in analyzer.extract(row["text"], row.get("kind", "posting")).mentions
            if mention.skill.kind == "technology" or mention.skill.id in {skill_id(skill) for skill in listed}
        ]
        got = [(mention.text, mention.skill.id) for mention in mentions]
        expected = [(entry[0], skill_id(entry[1])) for entry in row["expect"]]
        if got != expected:
            note = f"; not in the taxonomy: {unknown}" if unknown else ""
            failures.append(f"{row['text']!r}: {got} instead of {expected}{note}")
            continue
        methods = [
            f"{mention.text!r} by {mention.method} instead of {entry[2]}"
            for mention, entry in zip(mentions, row["expect"], strict=True)
            if len(entry) > 2 and mention.method not in METHODS[entry[2]]
        ]
        if methods:
            failures.append(f"{row['text']!r}: {'; '.join(methods)}")
    judge(failures, len(rows), 0.02)


def test_the_table_is_wide(table: Any) -> None:
    rows = table("names")
    assert len({row["text"] for row in rows}) == len(rows) >= 120
