from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.model import Quote
from skillgap.reports import wording
from skillgap.reports.quoting import excerpt, place


@pytest.mark.parametrize(
    ("months", "said"), [(0, "0 m"), (8, "8 m"), (12, "1 y"), (62, "5 y 2 m"), (120, "10 y")]
)  # fmt: skip
def test_durations(months: int, said: str) -> None:
    assert wording.duration(months) == said


@pytest.mark.parametrize(("value", "said"), [(71.0, "71"), (71.46, "71.5"), (0.0, "0"), (100.0, "100"), (10, "10")])
def test_numbers_have_no_needless_decimals(value: float, said: str) -> None:
    assert wording.number(value) == said


@pytest.mark.parametrize(("share", "said"), [(0, "0 %"), (0.001, "1 %"), (0.94, "94 %"), (0.999, "99 %"), (1, "100 %")])
def test_only_the_whole_is_a_hundred_percent(share: float, said: str) -> None:
    assert wording.percent(share) == said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://evil.test\x07link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;never ended", "0;never ended"),
        ("a\r\nb\tc\u2028d", "a b c d"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\ue000 icon", "icon"),
        ("\ud800", "\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_clean_keeps_letters_only(text: str, shown: str) -> None:
    assert wording.clean(text) == shown


@given(st.text(st.characters()))
def test_clean_is_done_once(text: str) -> None:
    assert wording.clean(wording.clean(text)) == wording.clean(text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "javascript://h/%0aalert(1)", "data:,x", "//host/x", "ftp://h/x", "https://", "http://[x"]
)
def test_addresses_of_other_kinds_are_none(address: str) -> None:
    assert wording.web_address(address) is None


@pytest.mark.parametrize("address", ["https://docs.python.org/3/?a=1&b=%20#x", "http://host:8080/a_b~c", "HTTPS://host/"])
def test_web_addresses_stay(address: str) -> None:
    assert (wording.web_address(address) or "").lower() == address.lower()


def test_an_address_cannot_end_its_link() -> None:
    assert wording.web_address('https://h/a"b<c>(d) e') == "https://h/a%22b%3Cc%3E%28d%29%20e"


def test_an_excerpt_marks_the_mention_and_not_the_same_word_before_it() -> None:
    cut = excerpt(Quote("resume", "go-ledgerlet: a ledger in  Go", 950, 952, "projects", 2, (27, 29)), 80)
    assert (cut.before, cut.skill, cut.after, cut.place) == ("go-ledgerlet: a ledger in ", "Go", "", "projects, p. 2")


def test_an_excerpt_of_no_mention_marks_nothing() -> None:
    assert excerpt(Quote("resume", "Java and JavaScript", 0, 4), 80).skill == ""


def test_a_page_is_said_once() -> None:
    assert place(Quote("resume", "x", 0, 1, "experience, p. 1", 1)) == "experience, p. 1"
    assert place(Quote("resume", "x", 0, 1, "", 1)) == "p. 1"
    assert place(Quote("resume", "x", 0, 1, "skills")) == "skills"


@given(before=st.text("ab ", max_size=300), after=st.text("ab ", max_size=300), limit=st.integers(20, 120))
def test_an_excerpt_is_short_and_holds_the_skill(before: str, after: str, limit: int) -> None:
    text = f"{before} Python {after}"
    mark = (len(before) + 1, len(before) + 7)
    cut = excerpt(Quote("resume", text, 0, 6, mark=mark), limit)
    assert cut.skill == "Python"
    assert len(cut.text) <= limit
    assert cut.text.strip("…") in wording.clean(text)
