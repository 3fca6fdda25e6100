from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.documents.builder import TextBuilder, clean, strip_bullet

from .samples import marked

KINDS = st.sampled_from(["heading", "paragraph", "list_item"])


@given(st.lists(st.tuples(KINDS, st.text(), st.booleans())))
def test_a_block_spans_exactly_what_was_added(added: list[tuple[str, str, bool]]) -> None:
    builder = TextBuilder()
    for kind, text, page in added:
        if page:
            builder.page()
        builder.add(text, kind)  # type: ignore[arg-type]
    document = builder.build("text", "test")
    assert len(document.pages) == sum(page for _, _, page in added)
    assert len(builder) == len(document.text)
    assert all(content == content.strip() != "" for _, _, content in marked(document))


def test_items_have_a_mark_outside_their_block_and_rows_a_bar() -> None:
    builder = TextBuilder()
    builder.add("Skills", "heading", 2)
    builder.add("Python", "list_item", 1)
    builder.add("asyncio", "list_item", 2)
    builder.add_row(["Go", "", "2 years"])
    document = builder.build("text", "test")
    assert document.text == "Skills\n- Python\n  - asyncio\n\nGo | 2 years"
    assert [text for _, _, text in marked(document)] == ["Skills", "Python", "asyncio", "Go", "2 years"]


def test_pages_begin_where_their_text_does() -> None:
    builder = TextBuilder()
    for text in ("one", "", "three"):
        builder.page()
        builder.add(text)
    document = builder.build("pdf", "test")
    assert document.pages == (0, 5, 5)
    assert document.page_of(0) == 1
    assert document.page_of(document.text.index("three")) == 3


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_bullets_are_told_from_words() -> None:
    assert [strip_bullet(line) for line in ("• Go", "•Go", "- Go", "o Go", "▪ Go", "-Go", "ok Go", "•")] == [
        *("Go", "Go", "Go", "Go", "Go"),
        *(None, None, None),
    ]
