"""The JobPosting of schema.org that career sites put into their pages as JSON-LD: finds it and tells what it says.

In come JSON values, out goes the posting as a title, a description in HTML and the details that stand beside it. Whether the
page or its JSON-LD is the better text is decided in `html`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_DETAILS: Final = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
)
_WORDS: Final = ("name", "description", "credentialCategory", "value", "text")
_VALUES_LOOKED_AT = 10_000


@dataclass(frozen=True, slots=True)
class JobPosting:
    """A posting as JSON-LD gives it: `description` and the texts of `details` (heading, text) may be HTML."""

    title: str
    description: str
    details: tuple[tuple[str, str], ...]


def find(values: Iterable[object]) -> JobPosting | None:
    """The first JobPosting with a description anywhere in JSON values, as in a `@graph`."""
    waiting = list(values)
    for _ in range(_VALUES_LOOKED_AT):
        if not waiting:
            return None
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, Mapping):
            types = value.get("@type")
            if "JobPosting" in (types if isinstance(types, list) else [types]) and isinstance(value.get("description"), str):
                return _posting(value)
            waiting += [item for item in value.values() if isinstance(item, dict | list)]
    return None


def new_details(posting: JobPosting, text: str) -> Iterator[tuple[str, str]]:
    """The details, (heading, text), of which something does not stand in `text` already."""
    known = _folded(text)
    for heading, detail in posting.details:
        words = re.sub(r"<[^>]*>", "\n", detail)
        if any(_folded(part) not in known for part in re.split(r"[\n,;•]", words) if _folded(part)):
            yield heading, detail


def _posting(value: Mapping[str, object]) -> JobPosting:
    details = ((heading, _html("\n".join(_strings(value.get(key))))) for key, heading in _DETAILS)
    return JobPosting(
        title=html.unescape(next(_strings(value.get("title")), "")),
        description=_html(str(value["description"])),
        details=tuple((heading, detail) for heading, detail in details if detail.strip()),
    )


def _html(text: str) -> str:
    """Many sites escape the tags a second time; text without tags keeps its lines."""
    if "&lt;" in text and not re.search(r"<[a-zA-Z/]", text):
        text = html.unescape(text)
    if re.search(r"<[a-zA-Z/]", text):
        return text
    return "<br>".join(html.escape(html.unescape(line), quote=False) for line in text.splitlines())


def _strings(value: object) -> Iterator[str]:
    """The words in a value: itself, those of a list, or what a typed value says."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, Mapping):
        for key in _WORDS:
            if isinstance(value.get(key), str):
                yield str(value[key])


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[\w+#.]+", html.unescape(text).casefold()))
