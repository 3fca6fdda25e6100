"""Every rule in a data file says in an example what it does; here each example is run."""

from __future__ import annotations

import re

import pytest

from skillgap import Analyzer
from skillgap.extraction.answers import answer_said, asks_need
from skillgap.extraction.cells import column_said
from skillgap.extraction.cues import cue_set
from skillgap.extraction.data import rules
from skillgap.extraction.headings import cleaned, heading_kind
from skillgap.extraction.legends import legend_of
from skillgap.extraction.phrases import phrase
from skillgap.extraction.reach import Cue, reach
from skillgap.extraction.run_in import asks, asks_apart, asks_at
from skillgap.extraction.sayings import wordings
from skillgap.extraction.spelt import spelt
from skillgap.extraction.units import sentences
from skillgap.taxonomy.forms import split

PACKAGES = {"status": "skillgap.extraction", "levels": "skillgap.posting"}
PART = re.compile(r"\{(?P<but>!?)(?P<name>\w+)\}\??|(?<!\S)(?:\*|\.\.\.)(?!\S)")
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


def cue_examples() -> list[tuple[str, str, str, str, str]]:
    return [
        (name, package, rule["example"], rule["means"], rule.get("of", "both"))
        for name, package in PACKAGES.items()
        for rule in rules(name, package)
    ]


@pytest.mark.parametrize(("name", "package", "example", "means", "of"), cue_examples())
def test_a_cue_reaches_the_names_in_brackets_of_its_example(name: str, package: str, example: str, means: str, of: str) -> None:
    text, spans = marked(example)
    kind = of if of != "both" else "resume"
    reached = cue_set(name, package).reached(text, spans, kind)
    assert spans
    assert all(means in {cue.means for cue in reached.get(index, ())} for index in range(len(spans)))


def spelt_out(wording: str) -> str:
    """A wording with the first phrase of each name, and a word for each `*`."""
    while match := PART.search(wording):
        phrases = [phrase for rule in rules("phrases") if rule["name"] == match["name"] for phrase in rule["phrases"]]
        word = "zorpq" if match[0] in {"*", "..."} or match["but"] else "" if match["name"] in {"start", "end"} else phrases[0]
        wording = f"{wording[: match.start()]}{word}{wording[match.end() :]}"
    return " ".join(wording.split())


@pytest.mark.parametrize(
    "cue",
    [cue for cue in cue_set("status").cues if cue.direction in {"forward", "backward"}],
    ids=lambda cue: f"{cue.direction}-{cue.words}",
)
def test_every_cue_of_a_rule_reaches_what_stands_beside_it(cue: Cue) -> None:
    words = spelt_out(cue.words)
    text, span = (f"{words} Kafka", (len(words) + 1, len(words) + 6))
    if cue.direction == "backward":
        text, span = f"Kafka {words}", (0, 5)
    text += "".join(f" / {word}" for word in sorted(cue.beside)[:1])
    kind = "resume" if cue.of == "both" else cue.of
    assert cue.means in {found.means for found in cue_set("status").reached(text, [span], kind).get(0, ())}


@pytest.mark.parametrize("rule", [rule for rule in rules("namesakes") if rule["example"]], ids=lambda rule: rule["part"])
def test_the_name_in_brackets_is_no_skill_where_somebody_else_bears_it(analyzer: Analyzer, rule: dict) -> None:  # type: ignore[type-arg]
    text, [span] = marked(rule["example"])
    found = analyzer.extract(text, "resume")
    assert span not in {(mention.start, mention.end) for mention in found.mentions}
    assert rule["part"] != "season" or not found.unsure


@pytest.mark.parametrize("rule", [rule for rule in rules("wordings") if rule["example"]], ids=lambda rule: rule["stands"])
def test_a_wording_supports_the_name_in_brackets(analyzer: Analyzer, rule: dict) -> None:  # type: ignore[type-arg]
    text, [span] = marked(rule["example"])
    assert span in {(mention.start, mention.end) for mention in analyzer.extract(text, "resume").mentions}


def leading() -> set[str]:
    """The words that lead to technologies."""
    kinds = [rule for rule in rules("wordings") if rule["stands"] in {"knowing", "before"}]
    return {" ".join(split(f"{w} {then}")) for rule in kinds for w in rule["words"] for then in rule.get("then", [""])}


def test_all_words_that_lead_to_technologies_support_one(analyzer: Analyzer) -> None:
    text = "\n".join(f"I say: {words} Zig." for words in sorted(leading()) if " ." not in words)
    ends = {text[: mention.start].count("\n") for mention in analyzer.extract(text, "posting").mentions if mention.text == "Zig"}
    assert [line for at, line in enumerate(text.split("\n")) if at not in ends] == []


def test_what_asks_for_knowledge_in_a_posting_leads_to_technologies() -> None:
    cues = {" ".join(split(cue.words)) for cue in cue_set("levels", "skillgap.posting").cues if cue.means == "asks"}
    knowing = {cue for cue in cues if cue.split()[-1] in {"with", "in", "of", "on", "using"}} - {"capable of", "in search of"}
    assert len(knowing) > 50
    assert {cue for cue in knowing if not any(f" {cue}".endswith(f" {words}") for words in leading())} == set()


def test_every_phrase_is_one_and_named_once() -> None:
    names = [rule["name"] for rule in rules("phrases")]
    assert len(set(names)) == len(names)
    used = {
        match["name"]
        for name in ("status", "levels")
        for cue in cue_set(name, PACKAGES[name]).cues
        for match in PART.finditer(cue.words)
    }
    worded = [rule["wordings"] for name in ("headings", "columns", "answers") for rule in rules(name)] + [
        [*wordings(rule)] for rule in rules("sayings")
    ]
    used |= {match["name"] for each in worded for wording in each for match in PART.finditer(wording)}
    used |= {match["name"] for rule in rules("phrases") for wording in rule["phrases"] for match in PART.finditer(wording)}
    by_code = {"people", "boasts", "given", "speaker", "wanted", "looking", "departments", "ratings"}
    by_code |= {
        "particulars",
        "modestly",
        "deeds",
        "instances",
        "sized",
        "settings",
        "mightbe",
        "asksnonetheless",
        "keywordfields",
    }
    assert set(names) - used == by_code
    for rule in rules("phrases"):
        assert len(set(rule["phrases"])) == len(rule["phrases"])
        for wording in rule["phrases"]:
            words = split(spelt_out(wording))
            assert len(words) in phrase(rule["name"]).stops(words, 0, 0, len(words)), (rule["name"], wording)


@pytest.mark.parametrize("rule", [rule for rule in rules("openers") if "openers" in rule], ids=lambda rule: rule["openers"][0])
def test_words_that_begin_items_part_those_that_were_run_together(rule: dict) -> None:  # type: ignore[type-arg]
    text, spans = marked(rule["example"])
    assert list(sentences(text, 0, len(text))) == spans


@pytest.mark.parametrize("word", [word for rule in rules("openers") for word in rule.get("glued", ())])
def test_a_name_is_seen_before_a_word_that_is_glued_to_it(analyzer: Analyzer, word: str) -> None:
    assert analyzer.extract(f"We use Docker{word} it", "posting").mentions[0].text == "Docker"
    assert not analyzer.extract(f"We use Docker{word}ism", "posting").mentions


@pytest.mark.parametrize("key", ["glued", "ends_names"])
def test_the_names_in_brackets_of_the_example_are_seen(analyzer: Analyzer, key: str) -> None:
    (rule,) = (rule for rule in rules("openers") if key in rule)
    text, spans = marked(rule["example"])
    assert [(mention.start, mention.end) for mention in analyzer.extract(text, "posting").mentions] == spans


@pytest.mark.parametrize("words", [words for rule in rules("openers") for words in rule.get("asks", ())])
def test_a_sentence_that_asks_is_found_behind_a_label_that_does_not(words: str) -> None:
    assert asks_at(f"Salary: 70k. {words} Java.", 0) == len("Salary: 70k. ")
    assert asks_at(f"Salary: 70k, and {words} Java.", 0) is None


@pytest.mark.parametrize("words", [words for rule in rules("openers") for words in rule.get("ends", ())])
def test_a_sentence_that_ends_so_asks_unless_it_only_says_when(words: str) -> None:
    assert asks(f"Knowledge of Java {words}.")
    assert not asks(f"Knowledge of Java {words} of nobody.")
    for rule in rules("openers"):
        assert not any(asks(f"{unless.capitalize()} knowledge of Java {words}.") for unless in rule.get("unless", ()))


def test_the_sentence_in_brackets_of_the_example_asks() -> None:
    (rule,) = (rule for rule in rules("openers") if "asks" in rule)
    text, ((start, _),) = marked(rule["example"])
    assert asks_at(text, 0) == start


@pytest.mark.parametrize(
    "text",
    [
        "We look for Strong Experience with Docker and for a Deep Understanding of SQL",
        "At Acme You will write Go",
        "No Experience with Docker and no Knowledge of SQL is asked for",
        "You know Docker, and You have used Go",
        "Good Java and Strong coffee",
    ],
)
def test_a_capital_alone_begins_no_item(text: str) -> None:
    assert list(sentences(text, 0, len(text))) == [(0, len(text))]


@pytest.mark.parametrize("rule", rules("sections"), ids=lambda rule: f"{rule['of']}-{rule['kind']}")
def test_a_section_is_known_by_its_example_and_all_its_phrases(rule: dict) -> None:  # type: ignore[type-arg]
    assert heading_kind(rule["example"], rule["of"]) == rule["kind"]
    wrong = {phrase for phrase in rule["phrases"] if heading_kind(phrase, rule["of"]) != rule["kind"]}
    assert not wrong


@pytest.mark.parametrize("rule", rules("headings"), ids=lambda rule: f"{rule['kind']}-{rule['examples'][0]}")
def test_a_heading_is_known_by_every_wording_of_its_kind(rule: dict) -> None:  # type: ignore[type-arg]
    kind = rule.get("of", "posting")
    assert {example: heading_kind(example, kind) for example in rule["examples"]} == dict.fromkeys(rule["examples"], rule["kind"])
    wrong = {w for w in map(spelt_out, rule["wordings"]) if heading_kind(w, kind) != rule["kind"]}
    assert not wrong


@pytest.mark.parametrize("rule", rules("otherwise"), ids=lambda rule: rule["example"][0])
def test_a_heading_said_otherwise_is_of_the_same_kind(rule: dict) -> None:  # type: ignore[type-arg]
    otherwise, known = (heading_kind(heading, "posting") for heading in rule["example"])
    assert otherwise == known is not None


@pytest.mark.parametrize("rule", rules("columns"), ids=lambda rule: str(rule["kind"]))
def test_the_head_of_a_column_is_known_by_every_wording_of_its_kind(rule: dict) -> None:  # type: ignore[type-arg]
    wrong = {w for w in (*map(spelt_out, rule["wordings"]), *rule["examples"]) if column_said(w) != rule["kind"]}
    assert not wrong


@pytest.mark.parametrize("rule", rules("legends"), ids=lambda rule: str(rule["kind"]))
def test_an_entry_of_a_legend_is_known_by_one_of_its_words(rule: dict) -> None:  # type: ignore[type-arg]
    for said in (*rule["words"], *rule["examples"]):
        other = "preferred" if rule["kind"] == "required" else "required"
        assert legend_of(f"A = {said}, B = {'nice' if other == 'preferred' else 'a must'}").get("A") == rule["kind"], said


def test_a_legend_tells_a_must_from_something_else() -> None:
    assert legend_of("E = essential, D = desirable") == {"E": "required", "D": "preferred"}
    assert legend_of("(M) must have, (C) we use it") == {}
    assert legend_of("**M** = must have; **C** = we use it") == {"M": "required", "C": ""}
    assert legend_of("R = a language\nC = a must") == {}
    assert legend_of("C is essential") == {}


@pytest.mark.parametrize("rule", rules("subheadings", "skillgap.resume"), ids=lambda rule: rule["example"])
def test_a_part_of_a_job_is_known_by_one_of_its_words(rule: dict) -> None:  # type: ignore[type-arg]
    assert not set(cleaned(rule["example"]).split()).isdisjoint(rule["words"])


@pytest.mark.parametrize("words", [w for rule in rules("openers") for key in ("asks", "opens") for w in rule.get(key, ())])
def test_a_paragraph_that_begins_so_asks_behind_what_a_company_works_with(words: str) -> None:
    assert asks_apart(f"{words} Java.")
    assert not asks_apart(f"{words} Java?")


def reached(example: str, means: str, direction: str) -> list[int]:
    """The names in brackets that a cue reaches, which stands between two bars."""
    before, words, behind = example.split("|")
    text, spans = marked(f"{before}{words}{behind}")
    start = len(marked(before)[0])
    return sorted(
        reach(text, spans, start, start + len(words), Cue(words, means, direction, "posting", example, far=means == "asks"))
    )


@pytest.mark.parametrize("kind", spelt("particulars"))
def test_what_asks_for_a_name_asks_for_its_parts(kind: str) -> None:
    assert reached(f"|experience with| [aws] {kind}: [s3], [rds]", "asks", "forward") == [0, 1, 2]
    assert reached(f"|experience with| [sql] and these {kind}: [s3], [rds]", "asks", "forward") == [0, 1, 2]


@pytest.mark.parametrize("has", spelt("acquaintance"))
def test_two_things_may_be_welcome_in_two_breaths(has: str) -> None:
    assert reached(f"|ideally| [kafka] and {has} with [redis]", "preferred", "forward") == [0, 1]
    assert reached(f"{has} with [kafka] and knowledge of [redis] |would be a plus|", "preferred", "backward") == [0, 1]


@pytest.mark.parametrize("some", spelt("modestly"))
def test_so_they_are_however_well_the_first_is_known(some: str) -> None:
    assert reached(f"{some} experience with [kafka] and knowledge of [redis] |would be a plus|", "preferred", "backward") == [
        0,
        1,
    ]
    assert reached(
        f"much {some} experience with [kafka] and knowledge of [redis] |would be a plus|", "preferred", "backward"
    ) == [1]


@pytest.mark.parametrize("did", spelt("deeds"))
def test_two_things_may_be_welcome_by_two_verbs(did: str) -> None:
    assert reached(f"|ideally you have used| [kafka] or {did} [terraform] modules", "preferred", "forward") == [0, 1]


@pytest.mark.parametrize("rule", rules("answers"), ids=lambda rule: rule["kind"])
def test_cells_ask_and_answer_how_much_is_needed(rule: dict) -> None:  # type: ignore[type-arg]
    for example in rule["examples"]:
        if rule["kind"] == "question":
            assert asks_need(example), example
        else:
            found = answer_said(example)
            assert found is not None, example
            assert found.kind == rule["kind"], example


@pytest.mark.parametrize("text", ["Remote?", "Do we use it?", "In use since", "Used for", "Who runs it?", "Do you need a visa?"])
def test_other_heads_ask_for_no_need(text: str) -> None:
    assert not asks_need(text)


@pytest.mark.parametrize("text", ["some people do", "maintained by us", "must have been 2019", "nothing yet"])
def test_other_cells_answer_nothing(text: str) -> None:
    assert answer_said(text) is None
