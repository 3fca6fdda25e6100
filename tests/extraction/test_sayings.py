"""Skills that are said rather than named (data/sayings.yaml, tables/sayings.yaml)."""

from __future__ import annotations

from typing import Any

import pytest

from skillgap import Analyzer
from skillgap.extraction.data import rules
from skillgap.extraction.sayings import wordings
from tests.extraction.test_rule_examples import marked, spelt_out


def test_what_people_say_is_read_as_a_careful_reader_would(analyzer: Analyzer, table: Any) -> None:
    wrong = []
    for row in table("sayings"):
        mentions = analyzer.extract(row["text"], row.get("kind", "posting")).mentions
        if row["found"] != any(mention.skill.id == row["skill"] for mention in mentions):
            wrong.append(f"{row['skill']}: {'missed' if row['found'] else 'false'} in {row['text']!r}")
    assert wrong == []


def test_half_of_the_table_are_traps(table: Any) -> None:
    rows = table("sayings")
    assert 0.4 <= sum(not row["found"] for row in rows) / len(rows) <= 0.6
    assert len({row["text"] for row in rows if row["found"]}) >= 60


@pytest.mark.parametrize("rule", rules("sayings"), ids=lambda rule: rule["example"])
def test_a_saying_is_found_in_the_brackets_of_its_example(analyzer: Analyzer, rule: dict[str, Any]) -> None:
    text, [span] = marked(rule["example"])
    found = [(m.start, m.end) for m in analyzer.extract(text, "resume").mentions if m.skill.id == rule["skill"]]
    assert span in found


@pytest.mark.parametrize("rule", rules("sayings"), ids=lambda rule: rule["example"])
def test_every_wording_of_a_rule_says_the_skill(analyzer: Analyzer, rule: dict[str, Any]) -> None:
    silent = []
    for wording in wordings(rule):
        text = spelt_out(wording.replace("[", "").replace("]", ""))
        if rule["skill"] not in {mention.skill.id for mention in analyzer.extract(text, "resume").mentions}:
            silent.append((wording, text))
    assert silent == []


@pytest.mark.parametrize("rule", rules("doers"), ids=lambda rule: rule["before"])
def test_what_somebody_does_is_found_behind_all_that_leads_to_it(analyzer: Analyzer, rule: dict[str, Any]) -> None:
    text, [span] = marked(rule["example"])
    assert span in [(m.start, m.end) for m in analyzer.extract(text, "resume").mentions]


def test_a_technology_inside_a_saying_is_found_too(analyzer: Analyzer) -> None:
    found = {m.skill.id for m in analyzer.extract("You can explain Kafka and Redis to a lawyer", "posting").mentions}
    assert found == {"apache-kafka", "redis"}
    found = {m.skill.id for m in analyzer.extract("I explain Kafka to people who never used it", "resume").mentions}
    assert found == {"apache-kafka", "communication"}


def test_what_listeners_have_not_done_denies_nothing(analyzer: Analyzer) -> None:
    mentions = analyzer.extract("I explain numbers to people who did not ask for them", "resume").mentions
    assert [mention.status for mention in mentions] == ["asserted"]
