"""Blanks the markup of HTML that was given as a string, character for character, so that offsets stay those of the string.

In: a string. Out: one of the same length in which tags, comments, scripts and the head are white space, block tags break lines,
list items begin with a dash and headings with a hash, and entities are the characters they stand for; or None where there is no
HTML. It reads tags, it does not build a tree: that is `html`, for files.
"""

from __future__ import annotations

import html
import re

_MAX_TAG = 4000
"""A longer tag is no tag (characters); what looks like one is left as text."""
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]{{0,{_MAX_TAG}}}>|<![a-zA-Z][^<>]{{0,{_MAX_TAG}}}>"
    r"|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|\w{2,31});"
)
_SEEN = re.compile(r"<(?:html|body|head|div|p|br|ul|ol|li|h[1-6]|table|tr|td|section|span|strong)\b[^<>]*>", re.IGNORECASE)
_OPENING = re.compile(r"<(?P<name>head|script|style|noscript|template)\b|<!--", re.IGNORECASE)
_ENOUGH = 3
"""So many tags of a page make a string HTML; a stray `<br>` does not."""

_JOINER = "\u2060"
"""Invisible, and passed over by the tokenizer."""
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p"),
        *("pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_CELLS = frozenset({"td", "th"})


def without_markup(text: str) -> str | None:
    """The string with its markup blanked, of the same length; None if it is no HTML."""
    if "<" not in text or len(_SEEN.findall(text[:200_000])) < _ENOUGH:
        return None
    return _TAG.sub(_replacement, _without_dropped(text))


def _without_dropped(text: str) -> str:
    """Comments and elements that no one reads, blanked; one that is never closed is left to the tags."""
    lowered = text.lower()
    parts: list[str] = []
    position = 0
    unclosed: set[str] = set()
    for match in _OPENING.finditer(text):
        closing = f"</{match['name'].lower()}" if match["name"] else "-->"
        if match.start() < position or closing in unclosed:
            continue
        end = lowered.find(closing, match.end())
        if end < 0:
            unclosed.add(closing)
            continue
        end = lowered.find(">", end) + 1 or len(text)
        parts += (text[position : match.start()], _blank(text[match.start() : end]))
        position = end
    return "".join((*parts, text[position:]))


def _replacement(match: re.Match[str]) -> str:
    piece = match[0]
    if piece.startswith("&"):
        character = html.unescape(piece)
        if len(character) != 1:
            return piece
        # what is left of an entity must not part a name: C&#43;&#43;
        return character + (" " if character.isspace() else _JOINER) * (len(piece) - 1)
    name = (match["name"] or "").lower()
    if name not in _BLOCKS:
        return _blank(piece)
    start = ""
    if not match["close"]:
        start = "\n- " if name == "li" else "\n\n#" if name[0] == "h" and name[1:].isdigit() else "| " if name in _CELLS else "\n"
    elif name not in _CELLS:
        start = "\n"
    return (start + " " * len(piece))[: len(piece)]


def _blank(piece: str) -> str:
    return "".join("\n" if character == "\n" else " " for character in piece)
