"""Every way of hiding words in HTML that we know of, in files and in strings, and every look-alike that a person does see."""

from __future__ import annotations

import time

import pytest

from skillgap.documents import from_text, read
from skillgap.model import Document

WORDS = "Kubernetes Kafka Terraform"
SR_ONLY = "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)"


def inline(style: str) -> str:
    return f'<p style="{style}">{WORDS}</p>'


def by_rule(selector: str, element: str, style: str = "display:none") -> str:
    return f"<style>p {{ margin: 0 }} {selector} {{ {style} }}</style>{element.replace('X', WORDS)}"


HIDDEN = {
    "display none": inline("display: none"),
    "display none, shouted": inline("color:red; DISPLAY : NONE !important"),
    "visibility": inline("visibility:hidden"),
    "hidden": f"<p hidden>{WORDS}</p>",
    "opacity": inline("opacity: 0"),
    "filter": inline("filter: opacity(0)"),
    "no size": inline("font-size:0"),
    "one pixel": inline("font-size:1px"),
    "a tenth of a tenth": f'<div style="font-size:10%"><p style="font-size:0.1em">{WORDS}</p></div>',
    "white": inline("color:white"),
    "white, by number": inline("color: #FFF"),
    "white, by parts": inline("color: rgb(255, 255, 255)"),
    "white, by hue": inline("color: hsl(0, 0%, 100%)"),
    "almost white": inline("color:#fdfdfd"),
    "white, inside": f'<div style="color:#fff"><ul><li>{WORDS}</li></ul></div>',
    "white font": f"<font color=white>{WORDS}</font>",
    "black on black": f'<div style="background:#000"><p style="color:#000">{WORDS}</p></div>',
    "as the page": f"<style>body {{ background: #222; color: #eee }}</style><p style='color:#222'>{WORDS}</p>",
    "as the cell": f"<table bgcolor=navy><tr><td><font color='#000080'>{WORDS}</font></td></tr></table>",
    "letting through": inline("color: transparent"),
    "letting through, by parts": inline("color: rgba(0, 0, 0, 0)"),
    "letting through, inside": f'<div style="color:transparent"><p style="margin:0">{WORDS}</p></div>',
    "far left": inline("position:absolute; left:-9999px"),
    "far up": inline("position:fixed; top:-100em"),
    "indented": inline("text-indent:-9999px"),
    "moved": inline("transform: translateX(-2000px)"),
    "clipped": inline("position:absolute; clip: rect(0 0 0 0)"),
    "clipped by a path": inline("clip-path: inset(50%)"),
    "for screen readers": inline(SR_ONLY),
    "no height": inline("height:0; overflow:hidden"),
    "no height at most": inline("max-height:0; overflow: hidden"),
    "scaled": inline("transform: scale(0)"),
    "class": by_rule(".gone", "<p class='a gone'>X</p>"),
    "id": by_rule("#gone", "<p id=gone>X</p>"),
    "tag": by_rule("aside", "<aside>X</aside>"),
    "tag and class": by_rule("p.gone", "<p class=gone>X</p>"),
    "list of selectors": by_rule("h6, .gone, em", "<p class=gone>X</p>"),
    "inside another": by_rule(".box > ul .gone", "<div class=box><ul><li class=gone>X</li></ul></div>"),
    "rule for the screen": f"<style>@media screen {{ .g {{ display:none }} }}</style><p class=g>{WORDS}</p>",
    "the stronger rule": by_rule("p.gone", "<style>p { display:block }</style><p class=gone>X</p>"),
    "accordion": f"<details><summary>More</summary>{WORDS}</details>",
    "accordion of a list": f"<details><summary>More</summary><ul><li>{WORDS}</li></ul></details>",
    "dialog": f"<dialog>{WORDS}</dialog>",
}


def documents(body: str) -> list[Document]:
    page = (
        f"<!doctype html><html><head><title>Job</title></head><body><p>Backend engineer</p>{body}<p>in Berlin</p></body></html>"
    )
    return [read(page.encode()), from_text(page)]


def words_of(document: Document) -> str:
    return " ".join(document.readable.split())


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_words_are_found_and_no_others(way: str) -> None:
    for document in documents(HIDDEN[way]):
        assert [part.text for part in document.hidden] == [WORDS]
        assert not any(word in words_of(document) for word in WORDS.split())
        assert "Backend engineer" in words_of(document)
        assert "in Berlin" in words_of(document)
        (notice,) = document.warnings
        assert notice.code == "hidden-text"
        assert WORDS in notice.message


SHOWN = {
    "plain": f"<p>{WORDS}</p>",
    "aria-hidden": f"<p aria-hidden=true>{WORDS}</p>",
    "open accordion": f"<details open><summary>More</summary>{WORDS}</details>",
    "summary": f"<details><summary>{WORDS}</summary></details>",
    "light grey": inline("color:#ddd"),
    "small": inline("font-size:9px"),
    "half transparent": inline("opacity:.6"),
    "white on dark": inline("background-color:#123; color:#fff"),
    "white in a dark cell": f"<table><tr><td bgcolor=navy><font color=white>{WORDS}</font></td></tr></table>",
    "white on a picture": inline("background:url(x.png); color:white"),
    "white on a gradient": inline("background-image:linear-gradient(#000,#333); color:white"),
    "letters cut out of a gradient": inline(
        "background:linear-gradient(red,blue); -webkit-background-clip:text; color:transparent"
    ),
    "white, where a style sheet may colour": f"<link rel=stylesheet href=s><p class=hero style='color:#fff'>{WORDS}</p>",
    "for print": f"<style>@media print {{ p {{ display:none }} }}</style><p>{WORDS}</p>",
    "on narrow screens": f"<style>@media (max-width: 400px) {{ p {{ display:none }} }}</style><p>{WORDS}</p>",
    "on a state": by_rule("p:hover", "<p>X</p>"),
    "another element": by_rule("div p", "<section><p>X</p></section>"),
    "a later rule": by_rule(".x", "<style>.x { display:block }</style><p class=x>X</p>"),
    "by itself": by_rule(".x", "<p class=x style='display:block'>X</p>"),
    "shown inside of hidden": f"<div style='visibility:hidden'><p style='visibility:visible'>{WORDS}</p></div>",
    "indented a little": inline("text-indent:-20px; margin-left:20px"),
    "moved a little": inline("position:relative; left:-10px; top:4px"),
    "scrolled": inline("height:200px; overflow:auto"),
    "rounded": inline("height:30px; overflow:hidden"),
    "comment in the style": f"<style>/* .x {{ display:none }} */</style><p class=x>{WORDS}</p>",
}


@pytest.mark.parametrize("way", SHOWN)
def test_words_that_are_seen_stay(way: str) -> None:
    for document in documents(SHOWN[way]):
        assert document.hidden == ()
        assert WORDS in words_of(document)


def test_what_a_page_shows_too_is_not_told() -> None:
    sentence = "Java, Go and Rust in small teams"
    body = f"<p>{sentence}</p><div style='display:none'>{sentence}</div>"
    assert documents(body)[0].hidden == ()


def test_offsets_of_a_string_stay_those_of_the_string() -> None:
    text = f"<p>Python</p><p style='color:white'>{WORDS} &amp; more</p><p>Docker</p>"
    document = from_text(text)
    assert document.text == text
    assert len(document.readable) == len(text)
    assert document.readable.index("Docker") == text.index("Docker")


def test_a_list_item_ends_where_the_next_begins() -> None:
    document = from_text("<ul><li style='display:none'>Kafka<li>Python<li>Docker</ul>")
    assert [part.text for part in document.hidden] == ["Kafka"]
    assert "Python" in words_of(document)


@pytest.mark.parametrize("tag", ["<span style='display:none'>{}</span>", "<div hidden>{}</div>", "<font color=white>{}</font>"])
def test_markdown_with_tags_hides_as_they_do(tag: str) -> None:
    text = f"# Jane\n\n## Skills\n\n- Python {tag.format(WORDS)}\n"
    for document in (read(text.encode(), name="cv.md"), from_text(text)):
        assert [part.text for part in document.hidden] == [WORDS]
        assert "Kafka" not in document.readable
        assert "Python" in document.readable


def test_a_hidden_heading_is_no_title() -> None:
    page = "<html><body><h1 style='display:none'>Kafka Engineer</h1><h1>Java Engineer</h1><p>Spring</p></body></html>"
    assert read(page.encode()).title == "Java Engineer"


def test_the_page_around_a_posting_in_json_ld_is_told_too() -> None:
    script = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Engineer", "description": "%s"}</script>'
    page = f"<html><head>{script % ('We build things in Go. ' * 60)}</head><body><p hidden>{WORDS}</p><p>Ruby</p></body></html>"
    document = read(page.encode())
    assert "Ruby" not in document.text
    assert [part.text for part in document.hidden] == [WORDS]


@pytest.mark.parametrize(
    "style",
    [
        "a" * 300_000,
        "/*" * 150_000,
        "@;" * 150_000,
        "@media screen {" * 20_000,
        "{" * 300_000,
        "}" * 300_000,
        "p{color:" + "1" * 300_000 + "}",
        "".join(f".x .y{number} p {{ color: red }}" for number in range(10_000)),
        ",".join(["p"] * 100_000) + "{color:red}",
    ],
)
def test_hostile_styles_cost_little(style: str) -> None:
    body = f"<style>{style}</style>" + "<p class='x' style='color:red'>Python</p>" * 1000 + "<style>" * 20_000
    begun = time.process_time()
    for document in documents(body):
        assert "Python" in document.readable
    assert time.process_time() - begun < 10
