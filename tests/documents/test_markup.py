"""HTML given as a string keeps its offsets: the markup is blanked, character for character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.documents import from_text
from skillgap.documents.markup import without_markup

PAGE = """<html><head><title>Jobs</title><script>var x = "PHP";</script></head><body>
<!-- Perl --><h2>You have</h2><ul><li>3 years of <b>Python</b></li><li>Spring&nbsp;Boot &amp; Kafka</li></ul>
<p>C&#43;&#43; is a plus</p></body></html>"""


def blanked(text: str) -> str | None:
    found = without_markup(text)
    return found and found[0]


def test_words_keep_their_places() -> None:
    plain = blanked(PAGE)
    assert plain is not None
    assert len(plain) == len(PAGE)
    for word in ("You have", "Python", "Boot", "Kafka"):
        assert plain.index(word) == PAGE.index(word)


def test_scripts_comments_and_the_head_are_blank() -> None:
    plain = blanked(PAGE) or ""
    assert not any(word in plain for word in ("PHP", "Perl", "Jobs", "<", "nbsp"))


def test_structure_becomes_lines_bullets_and_headings() -> None:
    lines = [line.strip() for line in (blanked(PAGE) or "").splitlines() if line.strip()]
    assert lines[0].startswith("#")
    assert [line[0] for line in lines[1:3]] == ["-", "-"]


def test_an_entity_does_not_part_a_name() -> None:
    assert "C+\u2060\u2060\u2060\u2060+" in (blanked(PAGE) or "")


def test_the_document_keeps_the_string_itself() -> None:
    document = from_text(PAGE)
    assert document.text == PAGE
    assert document.readable == blanked(PAGE)


def test_text_without_html_is_left_alone() -> None:
    text = "if a < b and c > d then <br> maybe List<String>"
    assert blanked(text) is None
    assert from_text(text).readable == text


@given(st.text(alphabet="<>/!-&;abhlipsurt# \n", max_size=300))
def test_the_length_never_changes(text: str) -> None:
    plain = blanked("<p><p><p>" + text)
    assert plain is not None
    assert len(plain) == len(text) + 9
