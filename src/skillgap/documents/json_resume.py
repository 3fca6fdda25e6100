"""Reads JSON Resume (https://jsonresume.org/schema) and renders it as a résumé in words; also a JobPosting of schema.org.

An entry is a heading line `position, company`, a line with its dates, its summary, and its highlights as list items. Fields
of the wrong type are left out rather than refused, since hand-written files have many.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from skillgap.documents.builder import TextBuilder
from skillgap.documents.text import decode, mend
from skillgap.errors import DamagedFile, UnsupportedFormat
from skillgap.model import Document

_SECTIONS: Final = {
    "work": ("Experience", ("position", "title"), ("name", "company")),
    "volunteer": ("Volunteering", ("position",), ("organization",)),
    "skills": ("Skills", ("name",), ("level",)),
    "projects": ("Projects", ("name",), ("entity", "type")),
    "education": ("Education", ("studyType", "area"), ("institution",)),
    "certificates": ("Certifications", ("name",), ("issuer",)),
    "certifications": ("Certifications", ("name",), ("issuer",)),
    "awards": ("Awards", ("title",), ("awarder",)),
    "publications": ("Publications", ("name",), ("publisher",)),
    "languages": ("Languages", ("language",), ("fluency",)),
    "interests": ("Interests", ("name",), ()),
    "references": ("References", ("name",), ()),
}
"""A section of the schema: its heading here, the fields that name an entry, and those that say where."""

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?")
_DATED_AT_THE_END: Final = ("date", "releaseDate")

Entry = Mapping[str, object]


def read(data: bytes, source: str) -> Document:
    """Read JSON Resume; see `Reader`.

    Raises:
        UnsupportedFormat: it is JSON, but neither a résumé nor a job posting.
    """
    from skillgap.documents.html import job_posting
    from skillgap.documents.html import reader as html

    decoded, _ = decode(data, source)
    text, notices = mend(decoded)
    try:
        content = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise DamagedFile("the JSON is not valid", where=source, remedy="check it with a JSON validator") from error
    if posting := job_posting.find([content]):
        return html.read_posting(posting, source)
    if not isinstance(content, dict) or not ({"basics", *_SECTIONS} & content.keys()):
        raise UnsupportedFormat("JSON, but no JSON Resume", where=source, remedy="give a résumé of the schema of jsonresume.org")
    builder = TextBuilder()
    _basics(builder, _mapping(content.get("basics")))
    for key, (heading, names, places) in _SECTIONS.items():
        entries = list(_entries(content.get(key)))
        if entries:
            builder.add(heading, "heading", 2)
            for entry in entries:
                _skill(builder, entry) if key == "skills" else _entry(builder, entry, names, places)
    title = _text(_mapping(content.get("basics")), "label")
    return builder.build("json_resume", source, title=title, notices=notices)


def _basics(builder: TextBuilder, basics: Entry) -> None:
    location = _mapping(basics.get("location"))
    builder.add(_text(basics, "name"), "heading", 1)
    builder.add(_text(basics, "label"))
    contact = (_text(basics, "email"), _text(basics, "phone"), _text(location, "city"), _text(basics, "url"))
    builder.add(" | ".join(filter(None, contact)), gap=False)
    if summary := _text(basics, "summary"):
        builder.add("Summary", "heading", 2)
        builder.add(summary)


def _skill(builder: TextBuilder, entry: Entry) -> None:
    """`Databases (advanced): PostgreSQL, Redis`."""
    level = _text(entry, "level")
    name = f"{_text(entry, 'name')} ({level})" if level else _text(entry, "name")
    keywords = ", ".join(_strings(entry.get("keywords")))
    builder.add(": ".join(filter(None, (name, keywords))), "list_item", 1)


def _entry(builder: TextBuilder, entry: Entry, names: tuple[str, ...], places: tuple[str, ...]) -> None:
    name = " ".join(filter(None, (_text(entry, key) for key in names)))
    place = next(filter(None, (_text(entry, key) for key in places)), "")
    builder.add(", ".join(filter(None, (name, place))), "heading", 3)
    builder.add(_dates(entry))
    for key in ("description", "summary", "reference"):
        builder.add(_text(entry, key), gap=False)
    for item in (*_strings(entry.get("highlights")), *_strings(entry.get("courses"))):
        builder.add(item, "list_item", 1)
    if keywords := ", ".join((*_strings(entry.get("keywords")), *_strings(entry.get("technologies")))):
        builder.add(f"Keywords: {keywords}", gap=False)


def _dates(entry: Entry) -> str:
    """`Jan 2019 – Mar 2021`; an entry with a beginning only goes on."""
    start, end = _date(_text(entry, "startDate")), _date(_text(entry, "endDate"))
    if start:
        return f"{start} – {end or 'Present'}"
    return end or next(filter(None, (_date(_text(entry, key)) for key in _DATED_AT_THE_END)), "")


def _date(value: str) -> str:
    match = _DATE.match(value)
    if not match:
        return value.strip()
    month = int(match[2] or 0)
    return f"{_MONTHS[month - 1]} {match[1]}" if 1 <= month <= 12 else match[1]


def _text(entry: Entry, key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else str(value) if type(value) in (int, float) else ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, str) and item.strip():
                yield item.strip()
            elif isinstance(item, Mapping):
                yield from filter(None, [_text(item, "name") or _text(item, "summary")])


def _entries(value: object) -> Iterator[Entry]:
    """The entries of a section; a bare string is an entry with nothing but a name."""
    for item in value if isinstance(value, list) else []:
        if isinstance(item, Mapping):
            yield item
        elif isinstance(item, str) and item.strip():
            yield {"name": item}


def _mapping(value: object) -> Entry:
    return value if isinstance(value, Mapping) else {}
