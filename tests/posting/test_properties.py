"""What holds for every posting, whatever it says."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from skillgap.analyzer import Analyzer
from skillgap.model import Posting

from . import rows

CLAUSES = [line["text"] for name in ("clauses", "negation", "years", "conditions") for line in rows.load(name) if "text" in line]
HEADINGS = sorted({line["under"] for line in rows.load("clauses") if line.get("under")})

clauses = st.sampled_from(CLAUSES)
lines = st.sampled_from([clause for clause in CLAUSES if "\n" not in clause])  # a heading inside would speak of what follows
pieces = st.one_of(
    clauses,
    st.sampled_from(HEADINGS),
    st.sampled_from(["", " ", "- ", "* ", "| ", "## ", ":", "?", "(", ")", "/", "\u00a0", "👉 ", "\t"]),
    st.sampled_from(["5 years", "no", "or", "and", "of", "at least two"]),
    st.text(max_size=12),
)
texts = st.builds(str.join, st.sampled_from(["\n", " ", "\n\n", ", "]), st.lists(pieces, max_size=10))
postings = st.builds(
    lambda heading, sentences: f"{rows.TITLE}\n\n{heading}\n" + "".join(f"- {sentence}\n" for sentence in sentences),
    st.sampled_from(HEADINGS),
    st.lists(clauses, min_size=1, max_size=6),
)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _asked(posting: Posting) -> list[rows.Row]:
    return [rows.Row(tuple(s.name for s in r.any_of), r.at_least, r.level, r.min_years) for r in posting.requirements]


@given(text=texts)
@example(text="")
@example(text="(((((")
@example(text="one of")
@example(text="5 years")
@settings(max_examples=150)
def test_no_text_makes_it_fail(analyzer: Analyzer, text: str) -> None:
    for requirement in rows.read(analyzer, text).requirements:
        assert 1 <= requirement.at_least <= len(requirement.any_of)
        assert len(set(requirement.any_of)) == len(requirement.any_of)
        assert requirement.min_years is None or requirement.min_years > 0


@given(text=st.one_of(texts, postings))
@settings(max_examples=150)
def test_each_quote_stands_in_the_text_where_it_says(analyzer: Analyzer, text: str) -> None:
    posting = rows.read(analyzer, text)
    for requirement in posting.requirements:
        assert 0 <= requirement.start < requirement.end <= len(text)
        assert _squeezed(requirement.quote) == _squeezed(text[requirement.start : requirement.end])
    for condition in posting.conditions:
        assert 0 <= condition.start < condition.end <= len(text)


@given(heading=st.sampled_from(HEADINGS), sentences=st.lists(lines, min_size=1, max_size=5), data=st.data())
@settings(max_examples=120)
def test_a_sentence_said_twice_asks_once(analyzer: Analyzer, heading: str, sentences: list[str], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(sentences))
    once = "".join(f"- {sentence}\n" for sentence in sentences)
    top = f"{rows.TITLE}\n\n{heading}\n"
    assert _asked(rows.read(analyzer, f"{top}{once}- {again}\n")) == _asked(rows.read(analyzer, f"{top}{once}"))


@given(text=texts)
@settings(max_examples=80)
def test_the_same_text_gives_the_same_value(analyzer: Analyzer, text: str) -> None:
    first, second = rows.read(analyzer, text), rows.read(analyzer, text)
    assert first.requirements == second.requirements
    assert first.conditions == second.conditions
    assert first.warnings == second.warnings


@given(text=texts)
@settings(max_examples=50)
def test_what_was_read_before_changes_nothing(analyzer: Analyzer, text: str) -> None:
    before = rows.read(analyzer, rows.load("postings")[0]["text"]).requirements
    rows.read(analyzer, text)
    assert rows.read(analyzer, rows.load("postings")[0]["text"]).requirements == before
