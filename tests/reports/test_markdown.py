from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from skillgap.model import GapReport
from skillgap.reports import render
from skillgap.reports.markdown import escape
from skillgap.reports.wording import clean

from .conftest import HOSTILE

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parsed(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(MARKDOWN.render(text), create_parent="body")


@given(text=st.text(st.characters(codec="utf-8"), max_size=80).map(clean))
@example(clean(HOSTILE))
@example("# x")
@example("12. x")
@example("- x")
@example("---")
@example("===")
@example("> x")
@example("+")
@example("&lt; &#35;")
@example("~~x~~")
@settings(max_examples=150, deadline=None)
def test_escaped_text_shows_as_it_was(text: str) -> None:
    """As a paragraph, and as an item of a list."""
    for markdown in (escape(text), f"- {escape(text)}"):
        body = parsed(markdown)
        assert {element.tag for element in body.iter()} <= {"body", "p", "ul", "li"}
        assert " ".join(body.text_content().split()) == " ".join(text.split())


def test_every_requirement_has_its_row(full: GapReport) -> None:
    body = parsed(render(full, "md"))
    assert len(body.findall(".//table")) == 2
    rows = [[cell.text_content() for cell in row] for row in body.iterfind(".//tbody/tr")]
    assert all(len(row) == 4 for row in rows)
    assert [row[1] for row in rows if row[0]] == [v.requirement.label for v in full.verdicts]


def test_strangers_bring_no_markup(hostile: GapReport) -> None:
    body = parsed(render(hostile, "md"))
    known = {"body", "h1", "h2", "p", "strong", "em", "br", "sub", "ul", "ol", "li", "a"}
    known |= {"table", "thead", "tbody", "tr", "th", "td"}
    assert {element.tag for element in body.iter()} <= known
    assert len(body.findall(".//h1")) == 1


def test_only_web_addresses_become_links(hostile: GapReport) -> None:
    links = [a.get("href", "") for a in parsed(render(hostile, "md")).iterfind(".//a")]
    assert len(links) == 1
    assert links[0].startswith("https://ok.test/")


@pytest.mark.parametrize("bare", ["https://evil.test", "http://evil.test", "www.evil.test", "WWW.evil.test"])
def test_bare_addresses_are_broken_for_autolinks(bare: str) -> None:
    assert bare not in escape(f"see {bare} now")
