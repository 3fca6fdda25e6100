from __future__ import annotations

import json

import pytest

from skillgap.documents import read
from skillgap.errors import TooLarge
from skillgap.model import Document

from .samples import attempt, marked

LONG = "<p>" + "We build payment services in Java and Kafka. " * 30 + "</p>"


def page(body: str, *, head: str = "") -> Document:
    return read(f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode())


def posting(**fields: object) -> str:
    value = {"@context": "https://schema.org", "@graph": [{"@type": "Organization"}, {"@type": ["JobPosting"], **fields}]}
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_each_block_element_is_a_line() -> None:
    document = page("<h1>Job</h1><div>One<p>two  \n three</p>four</div><ul><li>A<ul><li>B</li></ul></li><li><p>C</p></li></ul>")
    assert document.text == "Job\nOne\n\ntwo three\n\nfour\n- A\n  - B\n- C"
    assert document.title == "Job"
    assert marked(document)[0] == ("heading", 1, "Job")
    assert marked(document)[-2:] == [("list_item", 2, "B"), ("list_item", 1, "C")]


def test_a_break_is_a_line_and_typed_bullets_are_items() -> None:
    document = page("<p><b>You have:</b><br>- Python<br>• Go<br>Berlin<br>remote</p>")
    assert (
        document.text == "You have:\n- Python\n- Go\n\nBerlin\nremote"
        or document.text == "You have:\n- Python\n- Go\nBerlin\nremote"
    )
    assert [kind for kind, _, _ in marked(document)] == ["heading", "list_item", "list_item", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>X</script>",
        "<style>X</style>",
        "<nav>X</nav>",
        "<template>X</template>",
        "<noscript>X</noscript>",
        "<p hidden>X</p>",
        "<p style='display: none'>X</p>",
        "<!-- X -->",
        "<style>.gone{color:red;display:none}</style><p class='a gone'>X</p>",
        "<select><option>X</option></select>",
    ],
)
def test_what_no_one_sees_is_left_out_and_what_follows_is_not(hidden: str) -> None:
    assert page(f"<p>before</p>{hidden} after").text == "before\n\nafter"


def test_rows_of_a_table_are_lines() -> None:
    document = page("<table><tr><th>Area<th>Must</tr><tr><td>Data</td><td><p>Kafka</p></td></tr></table>")
    assert document.text == "Area | Must\nData | Kafka"


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    side, main = "<h2>Skills</h2><ul><li>Go</li></ul>", "<p>Main</p><p>text</p><ul><li>x</li></ul>"
    document = page(f"<table><tr><td>{side}</td><td>{main}</td></tr></table>")
    assert document.text == "Skills\n- Go\n\nMain\n\ntext\n- x"


def test_what_its_style_takes_out_of_a_line_is_kept_apart() -> None:
    """As LibreOffice writes tabs, and page builders write dates."""
    there = '<span style="position:absolute;left:17cm">2019 - 2021</span>'
    assert page(f"<p><b>Engineer</b>{there}</p>").text == "Engineer\t2019 - 2021"
    assert page(f"<p><b>Engineer</b>{there.replace('position:absolute', 'Float: Right')}</p>").text == "Engineer\t2019 - 2021"
    assert page('<p><span style="float:left">D</span>ear reader</p>').text == "Dear reader"
    lines = "".join(f'<span style="display: block">{word}</span>' for word in ("Go", "SQL"))
    assert page(f"<ul><li>Languages{lines}of which most daily</li></ul>").text == "- Languages\nGo\nSQL\nof which most daily"


def test_chips_are_kept_apart_and_split_words_together() -> None:
    assert (
        page("<p><span class='t'>Python</span><span class='t'>Go</span></p><p>Post<b>gre</b>SQL</p>").text
        == "Python Go\n\nPostgreSQL"
    )


@pytest.mark.parametrize(
    "meta", ["<meta charset=windows-1250>", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>"]
)
def test_the_declared_charset_is_honoured(meta: str) -> None:
    assert "Łódź" in read(f"<html><head><meta {meta}></head><body><p>Łódź</p></body></html>".encode("cp1250")).text


def test_the_posting_in_json_ld_is_preferred_to_the_page_around_it() -> None:
    script = posting(
        title="Java &amp; Kafka Engineer", description=LONG, skills=["Java", "Terraform"], qualifications="Java and Kafka."
    )
    document = page("<h1>Careers</h1><p>Similar job: Ruby</p>" + LONG, head=script)
    assert document.title == "Java & Kafka Engineer"
    assert "Ruby" not in document.text
    assert document.text.startswith("Java & Kafka Engineer\nWe build payment")
    assert document.text.endswith("Skills\nJava\nTerraform")


def test_escaped_descriptions_are_html_too() -> None:
    document = page("", head=posting(title="Engineer", description="&lt;ul&gt;&lt;li&gt;Python&lt;/li&gt;&lt;/ul&gt;"))
    assert document.text == "Engineer\n- Python"


def test_a_teaser_in_json_ld_does_not_replace_the_page() -> None:
    document = page(
        "<h1>Engineer</h1>" + LONG + "<p>Ruby</p>", head=posting(title="Engineer", description="Join us", skills="Java")
    )
    assert document.text.endswith("Ruby")


def test_broken_json_ld_is_passed_over() -> None:
    assert page("<p>Python</p>", head='<script type="application/ld+json">{broken</script>').text == "Python"


def test_the_title_of_a_page_without_headings_is_its_title() -> None:
    assert page("<p>Python</p>", head="<title>Engineer | Acme</title>").title == "Engineer | Acme"


@pytest.mark.parametrize(
    "bomb",
    [
        "<p " + " ".join(f"a{number}=x" for number in range(100_000)) + ">text</p>",
        "<div>" * 100_000 + "text",
        "<ul><li>" * 20_000 + "text",
        "<p>" + "<b>x</b>" * 50_000,
        "<p>" + "&amp;" * 100_000 + "text",
        "<" * 200_000 + "text",
        "<table><tr><td>" * 5_000 + "text",
    ],
)
def test_hostile_pages_end_in_text_or_one_error(bomb: str) -> None:
    outcome = attempt(f"<!doctype html><body>{bomb}".encode())
    assert isinstance(outcome, Document) or outcome.remedy


def test_what_is_nested_deeply_is_read_or_told() -> None:
    def nested(depth: int) -> bytes:
        return b"<html><body><p>Java</p>" + b"<div>" * depth + b"Python" + b"</div>" * depth + b"<p>Kafka</p></body></html>"

    assert read(nested(1_000)).text.split() == ["Java", "Python", "Kafka"]
    with pytest.raises(TooLarge, match="nested too deeply"):
        read(nested(5_000))


def test_a_script_of_many_megabytes_hides_nothing() -> None:
    text = read(b"<html><body><p>Java</p><script>" + b"x=1;" * 3_000_000 + b"</script><p>Kafka</p></body></html>").text
    assert text.split() == ["Java", "Kafka"]
