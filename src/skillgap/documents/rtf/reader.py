"""Reads RTF: everything that a person sees of it, once and in order, with headings, list items and table cells marked.

Any bytes can be taken apart, so nothing here fails on a broken file; one that ends too early says so. Headers stand at the top,
notes and footers at the end. Nothing that is embedded or referred to is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from skillgap.documents import office
from skillgap.documents.builder import TextBuilder
from skillgap.documents.office import Ground
from skillgap.documents.rtf.parse import Content, parse
from skillgap.documents.rtf.sight import ground_of
from skillgap.documents.rtf.story import Story, has_columns
from skillgap.documents.rtf.write import Writer
from skillgap.errors import DamagedFile
from skillgap.model import Document, Notice


def read(data: bytes, source: str) -> Document:
    """Read RTF; see `Reader`.

    Raises:
        ScanWithoutText: there are pictures in it and no words.
        DamagedFile: it ends before there is a word.
    """
    content = parse(data)
    writer = Writer(content.front)
    builder = TextBuilder()
    ground = ground_of(content)
    office.add_once(builder, _each(writer, content.headers, ground))
    above = len(builder)
    for story in (content.body, *content.notes):
        writer.story(story, ground, builder)
    below = len(builder)
    office.add_once(builder, _each(writer, content.footers, ground))
    text = builder.text
    _expect_text(content, text, source)
    notices = (
        *_about_end(content),
        *([office.about_columns()] if content.columns or has_columns(content.body) else ()),
        *([office.about_pictures()] if content.large_pictures else ()),
        *office.about_contact(text[:above] + text[below:], text[above:below]),
    )
    return builder.build("rtf", source, title=content.title, notices=notices)


def _each(writer: Writer, stories: Sequence[Story], ground: Ground) -> list[partial[None]]:
    return [partial(writer.story, story, ground) for story in stories]


def _expect_text(content: Content, text: str, source: str) -> None:
    if any(map(str.isalpha, text)):
        return
    if content.pictures:
        raise office.without_text(source)
    if not content.whole:
        raise DamagedFile("the RTF file is damaged or cut off", where=source, remedy="get it again, or open it and save it anew")


def _about_end(content: Content) -> Sequence[Notice]:
    if content.whole:
        return ()
    message = "the file ends in the middle, and what came behind is not read"
    return (Notice("cut", message, "serious", "get it again, or open it and save it anew"),)
