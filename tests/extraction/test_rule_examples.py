"""Every rule in a data file says in an example what it does; here each example is run."""

from __future__ import annotations

import re

import pytest

from skillgap import Analyzer
from skillgap.extraction.cues import cue_set
from skillgap.extraction.data import rules
from skillgap.extraction.sections import heading_kind

BRACKETED = re.compile(r"\[([^\]]+)\]")


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The example without its brackets, and the spans that stood in them."""
    spans, text, position = [], "", 0
    for match in BRACKETED.finditer(example):
        text += example[position : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return text + example[position:], spans


def cue_examples() -> list[tuple[str, str, str, str]]:
    return [
        (name, package, rule["example"], rule["means"])
        for name, package in (("status", "skillgap.extraction"), ("levels", "skillgap.posting"))
        for rule in rules(name, package)
    ]


@pytest.mark.parametrize(("name", "package", "example", "means"), cue_examples())
def test_a_cue_reaches_the_names_in_brackets_of_its_example(name: str, package: str, example: str, means: str) -> None:
    text, spans = marked(example)
    kind = "posting" if package.endswith("posting") else "resume"
    reached = cue_set(name, package).reached(text, spans, kind)
    assert spans
    assert all(means in {cue.means for cue in reached.get(index, ())} for index in range(len(spans)))


@pytest.mark.parametrize("cue", [cue for name in ("status",) for cue in cue_set(name).cues], ids=lambda cue: cue.words)
def test_every_cue_of_a_rule_reaches_what_stands_beside_it(cue) -> None:  # type: ignore[no-untyped-def]
    text, span = (f"{cue.words} Kafka", (len(cue.words) + 1, len(cue.words) + 6))
    if cue.direction == "backward":
        text, span = f"Kafka {cue.words}", (0, 5)
    kind = "resume" if cue.of == "both" else cue.of
    assert cue.means in {found.means for found in cue_set("status").reached(text, [span], kind).get(0, ())}


@pytest.mark.parametrize("rule", [rule for rule in rules("namesakes") if rule["example"]], ids=lambda rule: rule["part"])
def test_the_name_in_brackets_is_no_skill_where_somebody_else_bears_it(analyzer: Analyzer, rule: dict) -> None:  # type: ignore[type-arg]
    text, [span] = marked(rule["example"])
    assert span not in {(mention.start, mention.end) for mention in analyzer.extract(text, "resume").mentions}


@pytest.mark.parametrize("rule", [rule for rule in rules("wordings") if rule["example"]], ids=lambda rule: rule["stands"])
def test_a_wording_supports_the_name_in_brackets(analyzer: Analyzer, rule: dict) -> None:  # type: ignore[type-arg]
    text, [span] = marked(rule["example"])
    assert span in {(mention.start, mention.end) for mention in analyzer.extract(text, "resume").mentions}


@pytest.mark.parametrize("rule", rules("sections"), ids=lambda rule: f"{rule['of']}-{rule['kind']}")
def test_a_section_is_known_by_its_example_and_all_its_phrases(rule: dict) -> None:  # type: ignore[type-arg]
    assert heading_kind(rule["example"], rule["of"]) == rule["kind"]
    wrong = {phrase for phrase in rule["phrases"] if heading_kind(phrase, rule["of"]) != rule["kind"]}
    assert not wrong
