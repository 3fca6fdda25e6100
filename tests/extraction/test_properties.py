"""Promises of extraction that hold for any text whatever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import Analyzer
from skillgap.model import Extraction, Kind
from tests.texts import is_text

KINDS: st.SearchStrategy[Kind] = st.sampled_from(["posting", "resume"])
NAMES = [
    "Python",
    "Java",
    "JavaScript",
    "C++",
    "C#",
    ".NET",
    "Go",
    "R",
    "Spring",
    "Spring Boot",
    "Node.js",
    "CI/CD",
    "Kuberntes",
    "My SQL",
]
WORDS = [
    "Requirements:",
    "## Skills",
    "Nice to have:",
    "no need for",
    "eager to learn",
    "our data team uses",
    "not only",
    "3+ years of",
]
SPACES = ["\n", "\n\n", "\r\n", "\r", "\t", " ", "\u00a0", "\u200b", "\u00ad", "\u2028", "\x1c", "\x00"]
SIGNS = [
    "â€¢",
    "•",
    "- ",
    "1. ",
    "(",
    ")",
    ",",
    "/",
    ".",
    ";",
    "|",
    "____",
    "((((",
    "====",
    "😀",
    "e\u0301",
    "İ",
    "ß",
    "ﬁ",
    "Ｊａｖａ",
]
OTHERS = ["https://", "github.com/x", "a@b.co", "John C. Smith", "2021"]
PIECES = [*NAMES, *WORDS, *SPACES, *SIGNS, *OTHERS]
SKILL_TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join).filter(is_text)
ANY_TEXTS = st.one_of(st.text(max_size=200).filter(is_text), SKILL_TEXTS)


def _facts(extraction: Extraction, shift: int = 0) -> list[tuple[object, ...]]:
    mentions = [(m.start - shift, m.end - shift, m.text, m.skill.id, m.method, m.status, m.why) for m in extraction.mentions]
    return mentions + [(u.start - shift, u.end - shift, u.text, u.skill.id) for u in extraction.unsure]


@given(text=ANY_TEXTS, kind=KINDS)
@settings(max_examples=300)
def test_every_offset_gives_its_text(analyzer: Analyzer, text: str, kind: Kind) -> None:
    result = analyzer.extract(text, kind)
    assert result.text == text
    for item in (*result.mentions, *result.unsure, *result.unknown):
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.text


@given(text=ANY_TEXTS, kind=KINDS)
@settings(max_examples=300)
def test_mentions_stand_in_order_and_never_overlap(analyzer: Analyzer, text: str, kind: Kind) -> None:
    result = analyzer.extract(text, kind)
    for items in (result.mentions, result.unsure, result.unknown, result.units):
        assert all(a.end <= b.start for a, b in pairwise(items))
    known = sorted([(m.start, m.end) for m in result.mentions] + [(u.start, u.end) for u in result.unsure])
    assert all(a[1] <= b[0] for a, b in pairwise(known))


@given(text=ANY_TEXTS, kind=KINDS)
@settings(max_examples=200)
def test_sections_cover_the_text(analyzer: Analyzer, text: str, kind: Kind) -> None:
    sections = analyzer.extract(text, kind).sections
    assert [0, *(section.end for section in sections)] == [*(section.start for section in sections), len(text)]


@given(first=SKILL_TEXTS, other=ANY_TEXTS, kind=KINDS)
@settings(max_examples=150)
def test_what_was_read_before_does_not_matter(analyzer: Analyzer, first: str, other: str, kind: Kind) -> None:
    before = analyzer.extract(first, kind)
    analyzer.extract(other, kind)
    assert analyzer.extract(first, kind) == before


@given(text=SKILL_TEXTS)
@settings(max_examples=60)
def test_a_fresh_engine_finds_what_a_used_one_finds(analyzer: Analyzer, fresh: Analyzer, text: str) -> None:
    assert fresh.extract(text, "resume") == analyzer.extract(text, "resume")


@pytest.fixture(scope="module")
def fresh(analyzer: Analyzer) -> Analyzer:
    """An engine that has read nothing that other tests have read."""
    return Analyzer(analyzer.taxonomy, today=analyzer.today)


PARAGRAPHS = [
    "We sell shoes and have a garden behind the house.",
    "Our founders met on a boat, in the summer, and never looked back.",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
    "Tea at four. Dogs are welcome! Who waters the plants?",
]
DOCUMENTS = [
    "Requirements\n- 3+ years of Python and Go\n- Kuberntes, Docker\n\nNice to have\n- Rust, no need for Java\n",
    "You write Go services, and react quickly.\n\nStack: PostgreSQL, Kafka, Spring Boot (Java)\n",
    "Skills: C, C++, C#, R, SQL\n\nSpring 2021: course in Scala. Not only Python, also Bash.\n",
]


@given(lead=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), document=st.sampled_from(DOCUMENTS), kind=KINDS)
@settings(max_examples=60)
def test_paragraphs_before_it_only_shift_what_is_found(analyzer: Analyzer, lead: list[str], document: str, kind: Kind) -> None:
    prefix = "\n\n".join(lead) + "\n\n"
    alone, behind = analyzer.extract(document, kind), analyzer.extract(prefix + document, kind)
    assert _facts(behind, len(prefix)) == _facts(alone)


@pytest.mark.parametrize("broken", ["\ud83d", "Python \udcff Java", "- Kafka\n\ud83d- Go\n"])
def test_half_characters_of_a_bad_decoding_do_not_stop_it(analyzer: Analyzer, broken: str) -> None:
    for mention in analyzer.extract(broken, "resume").mentions:
        assert broken[mention.start : mention.end] == mention.text
