"""Reads HTML, as a saved page or a fragment: a line per block element and per `<br>`, what no one sees left out.

Where the page carries its posting as JSON-LD too, and that is not just a teaser, it is preferred, since it is free of menus
and of other people's postings. Styles are followed only as far as an element or a simple rule for a class hides it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from skillgap.documents.builder import TextBuilder, clean_line
from skillgap.documents.html import job_posting
from skillgap.documents.html.job_posting import JobPosting
from skillgap.documents.html.walk import walk
from skillgap.documents.limits import TAG_ATTRIBUTES
from skillgap.documents.text import decode, mend
from skillgap.errors import DamagedFile, EmptyDocument, TooLarge
from skillgap.model import Document

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_WHOLE_POSTING: Final = 1000
_CUT = "ERR_RESOURCE_LIMIT"
"""What the parser notes where it leaves out the rest of a page: text that is lost must not be lost in silence."""


def read(data: bytes, source: str) -> Document:
    """Read HTML; see `Reader`."""
    charset = _CHARSET.search(data[:4096])
    decoded, guessed = decode(data, source, declared=charset[1].decode("ascii") if charset else None)
    text, repaired = mend(decoded)
    tree = parse(text, source)
    posting = job_posting.find(_json_ld(tree))
    builder = TextBuilder()
    walk(tree, builder)
    title = _title(tree, builder.text)
    if posting:
        title = posting.title or title
        page, builder = builder, _better(builder, posting, source)
        if page is not builder:
            builder.take_notes(page)
    builder.forget_shown()
    return builder.build("html", source, title=title, notices=(*guessed, *repaired))


def parse(text: str, source: str) -> HtmlElement:
    """The tree of an HTML text, without comments.

    Raises:
        TooLarge: a tag has so many attributes that parsing it would take minutes.
        EmptyDocument: there is nothing in it.
        DamagedFile: the parser gives up.
    """
    from lxml import etree, html

    for tag in _LONG_TAG.finditer(text):
        if tag.end() - tag.start() > 2 * TAG_ATTRIBUTES and len(tag[0].split()) > TAG_ATTRIBUTES:
            raise TooLarge("a tag with thousands of attributes", where=source, remedy="copy the text of the page into a file")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    markup = _XML_DECLARATION.sub("", text, count=1).replace("\0", "")
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
        if any(entry.type_name == _CUT for entry in parser.error_log):
            raise TooLarge("its elements are nested too deeply", where=source, remedy="copy the text of the page into a file")
        return root
    except etree.ParserError as error:
        raise EmptyDocument("there is no text in it", where=source, remedy="check that the page was saved completely") from error
    except etree.LxmlError as error:
        raise DamagedFile("the HTML cannot be parsed", where=source, remedy="copy the text of the page into a file") from error


def read_posting(posting: JobPosting, source: str) -> Document:
    """A document made of nothing but a JobPosting."""
    builder = TextBuilder()
    _append_posting(posting, builder, source)
    return builder.build("html", source, title=posting.title)


def _append_posting(posting: JobPosting, builder: TextBuilder, source: str) -> None:
    """Append a JobPosting: its title, its description and what the details add to that."""
    builder.add(posting.title, "heading", 1)
    if posting.description.strip():
        walk(parse(posting.description, source), builder)
    _append_details(posting, builder, source)


def _better(page: TextBuilder, posting: JobPosting, source: str) -> TextBuilder:
    """The posting as JSON-LD gives it, or the page where that has much more to say."""
    alone = TextBuilder()
    _append_posting(posting, alone, source)
    if len(alone) >= _WHOLE_POSTING or 2 * len(alone) >= len(page):
        return alone
    _append_details(posting, page, source)
    return page


def _append_details(posting: JobPosting, builder: TextBuilder, source: str) -> None:
    for heading, detail in job_posting.new_details(posting, builder.text):
        builder.add(heading, "heading", 2)
        walk(parse(detail, source), builder)


def _json_ld(tree: HtmlElement) -> list[object]:
    values: list[object] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                values.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    return values


def _title(tree: HtmlElement, shown: str) -> str | None:
    """The first `h1` that is shown, else the `title`."""
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            words = clean_line("".join(element.itertext()))
            if words and (tag == "title" or words in shown):
                return words
    return None
