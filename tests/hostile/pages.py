"""Hostile HTML: attributes, tags and nesting without measure, broken encodings, references elsewhere."""

from __future__ import annotations

from tests.hostile.collection import add

TEXT = "<p>Python developer, Django and PostgreSQL</p>"


def page(body: str, head: str = "") -> bytes:
    """A page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}{TEXT}</body></html>".encode()


def good() -> bytes:
    """A page that is as it should be, for others to spoil."""
    return page("<h1>CV</h1><ul><li>Go<li>Kafka</ul><table><tr><td>a<td>b</table>")


add("a_tag_of_a_hundred_thousand_attributes.html", lambda: page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>"))
add("a_tag_of_quoted_attributes_without_end.html", lambda: page("<p " + " ".join(f"a{n}='" for n in range(100_000))))
add("attributes_without_spaces.html", lambda: page("<p " + "".join(f"a{n}='x'" for n in range(100_000)) + ">"), heavy=True)
add("an_attribute_of_ten_megabytes.html", lambda: page("<p title='" + "x" * 10_000_000 + "'>x</p>"))
add("a_million_tags.html", lambda: page("<b>a</b>" * 1_000_000), heavy=True)
add("a_million_list_items.html", lambda: page("<ul>" + "<li>a" * 1_000_000), heavy=True)
add("a_million_breaks.html", lambda: page("<br>" * 1_000_000), heavy=True)
add("a_million_ends.html", lambda: page("</p></div></b>" * 300_000), heavy=True)
add("a_million_tags_without_end.html", lambda: page("<b><i>" * 500_000), heavy=True)
add("tags_ten_thousand_deep.html", lambda: page("<div>" * 10_000 + "Python" + "</div>" * 10_000))
add("tags_two_hundred_deep_with_tables.html", lambda: page("<table><tr><td>" * 200 + "Python"))
add("tables_in_tables_with_text.html", lambda: page("<table><tr><td>Go<td>" * 240 + "Python"))
add("formatting_that_crosses.html", lambda: page("<b><p><i></b></p></i>" * 50_000), heavy=True)
add("lists_five_thousand_deep.html", lambda: page("<ul><li>a" * 5_000))
add("a_table_of_a_million_cells.html", lambda: page("<table>" + ("<tr>" + "<td>a" * 1_000) * 600 + "</table>"), heavy=True)
add("a_row_of_a_million_cells.html", lambda: page("<table><tr>" + "<td>a" * 500_000 + "</table>"), heavy=True)
add(
    "a_hundred_thousand_classes.html",
    lambda: page(
        "<p class='" + " ".join(f"c{n}" for n in range(100_000)) + "'>x</p>",
        head="<style>" + "".join(f".c{n}{{display:none}}" for n in range(100_000)) + "</style>",
    ),
    heavy=True,
)
add("a_style_without_end.html", lambda: page("", head="<style>" + ".a{" * 500_000), heavy=True)
add("styles_of_white_space.html", lambda: page("", head="<style>" + "}" + " " * 100_000 + "x</style>"))
add("a_comment_without_end.html", lambda: good().replace(b"<h1>", b"<!--" * 100_000))
add("comments_before_the_page.html", lambda: b"<!---->" * 8_000 + b"x" + good())
add("declarations_before_the_page.html", lambda: b"<?xml " * 8_000 + good())
add("a_script_without_end.html", lambda: page("<script>" + "if (a < b) {" * 100_000))
add("beginnings_of_tags.html", lambda: page("<" * 500_000))
add("beginnings_of_tags_with_names.html", lambda: page("<a" * 300_000))
add("quotes_in_tags.html", lambda: page("<a '" * 100_000 + '<b "' * 100_000))
add("entities_without_measure.html", lambda: page("&#99999999999999999999;&#xFFFFFFFFFF;&#-1;&#0;&#xD800;&nosuch;" * 20_000))
add("an_entity_of_a_million_letters.html", lambda: page("&" + "a" * 1_000_000 + ";"))
add(
    "entities_of_the_page_s_own.html",
    lambda: (
        b'<!DOCTYPE html [<!ENTITY a "Python"><!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>&a; developer &f;' + good()
    ),
)
add("cdata.html", lambda: page("<![CDATA[ Python ]]>" * 50_000 + "<![CDATA["))
add("nul_in_everything.html", lambda: good().replace(b"<p>", b"<p\0>\0P\0").replace(b"<li>", b"<l\0i>"))
add("an_encoding_that_is_none.html", lambda: page("", head="<meta charset=no-such-encoding>") + b"\xff\xfe\x80")
add("an_encoding_that_is_no_text.html", lambda: page("", head="<meta charset=zlib_codec>") + b"\x80")
add("utf7.html", lambda: page("", head="<meta charset=utf-7>") + b"+ADw-script+AD4- \xff")
add("two_encodings.html", lambda: page("Zürich", head="<meta charset=utf-16><meta charset=koi8-r>") + "Zürich".encode("utf-16"))
add("half_a_pair.html", lambda: page("") + b"\xed\xa0\x80 \xf4\x90\x80\x80 \xc0\x80")
add("letters_the_wrong_way.html", lambda: page("\u202e\u2066\u200b\u200d\ufeff" * 50_000))
add("marks_upon_a_letter.html", lambda: page("a" + "\u0301" * 300_000), heavy=True)
add("marks_in_the_wrong_order.html", lambda: page("a" + "\u0301\u0316" * 100_000), heavy=True)
add(
    "frames_pictures_and_addresses.html",
    lambda: page(
        '<iframe src="http://127.0.0.1:9/"></iframe><img src="file:///etc/passwd"><link rel=stylesheet href="http://127.0.0.1:9/"><base href="file:///"><object data="/etc/passwd">x</object>'
    ),
)
add(
    "a_posting_in_json_ten_thousand_deep.html",
    lambda: page("", head='<script type="application/ld+json">' + "[" * 10_000 + "</script>"),
)
add(
    "postings_in_a_hundred_thousand_graphs.html",
    lambda: page("", head='<script type="application/ld+json">' + '{"@graph":[' + '{"a":[{}]},' * 100_000 + "{}]}</script>"),
    heavy=True,
)
add(
    "a_posting_that_is_a_page_without_end.html",
    lambda: page(
        "",
        head='<script type="application/ld+json">{"@type":"JobPosting","title":"x","description":"'
        + "<div>" * 200_000
        + '"}</script>',
    ),
    heavy=True,
)
add(
    "a_posting_of_lists_in_lists.html",
    lambda: page(
        "",
        head='<script type="application/ld+json">{"@type":"JobPosting","title":"x","description":"y","skills":'
        + "[" * 900
        + '"z"'
        + "]" * 900
        + "}</script>",
    ),
)
add("svg_and_mathml.html", lambda: page("<svg><foreignObject><math><mtext><table><tr><td><style><img title='</style>'>" * 2_000))
add("templates_in_templates.html", lambda: page("<template>" * 3_000 + "Python"))
add("a_text_of_forty_megabytes.html", lambda: page("Python developer " * 2_400_000), heavy=True)
add("one_word_of_ten_megabytes.html", lambda: page("x" * 10_000_000), heavy=True)
add("only_the_beginning.html", lambda: b"<html")
add("no_text.html", lambda: b"<html><body>" + b"<div></div>" * 1_000)
