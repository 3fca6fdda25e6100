"""Blanks the markup of HTML that was given as a string, character for character, so that offsets stay those of the string.

In: a string. Out: one of the same length in which tags, comments, scripts and the head are white space, block tags break lines,
list items begin with a dash and headings with a hash, and entities are the characters they stand for; or None where there is no
HTML. It reads tags, it does not build a tree: that is `html`, for files.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from skillgap.documents.html.css import Element, Sheet
from skillgap.documents.html.sight import CLOSED, PAGE, Eye, Sight
from skillgap.model import Hidden

_MAX_TAG = 4000
"""A longer tag is no tag (characters); what looks like one is left as text."""
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]{{0,{_MAX_TAG}}}>|<![a-zA-Z][^<>]{{0,{_MAX_TAG}}}>"
    r"|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|\w{2,31});"
)
_SEEN = re.compile(r"<(?:html|body|head|div|p|br|ul|ol|li|h[1-6]|table|tr|td|section|span|strong)\b[^<>]*>", re.IGNORECASE)
_OPENING = re.compile(r"<(?P<name>head|script|style|noscript|template)\b|<!--", re.IGNORECASE)
_DEEPEST = 500
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
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_ENDS = {
    **dict.fromkeys(_BLOCKS - _CELLS - {"li", "tr", "dt", "dd"}, frozenset({"p"})),
    "li": frozenset({"li", "p"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd", "p"})),
    **dict.fromkeys(_CELLS, _CELLS | {"p"}),
    "tr": _CELLS | {"tr"},
}
"""Which elements end where one of another name begins, without a tag of their own."""
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_MAY_HIDE = re.compile(r"\b(?:style|hidden|popover|color|bgcolor)\b|<(?:details|dialog)\b", re.IGNORECASE)
_STYLE = re.compile(r"</?style\b[^<>]{0,200}>", re.IGNORECASE)


def without_markup(text: str) -> tuple[str, tuple[Hidden, ...]] | None:
    """The string with its markup and what that hides blanked, of the same length, and what it hides; None if it is no HTML."""
    if "<" not in text or len(_SEEN.findall(text[:200_000])) < _ENOUGH:
        return None
    kept = _without_dropped(text)
    if not _MAY_HIDE.search(text):
        return _TAG.sub(_replacement, kept), ()
    return _shown(kept, _eye(text), _replacement)


def without_hidden(text: str) -> tuple[str, tuple[Hidden, ...]] | None:
    """A string with a few tags, as in Markdown, with what they hide blanked, and what that is; None if they hide nothing."""
    if "<" not in text or not _MAY_HIDE.search(text):
        return None
    shown, hidden = _shown(text, _eye(text), lambda match: match[0])
    return (shown, hidden) if hidden else None


def _eye(text: str) -> Eye:
    elsewhere = re.search(r"<link\b[^<>]*stylesheet|@import", text, re.IGNORECASE) is not None
    return Eye(Sheet(_STYLE.split(text)[1::2]), elsewhere=elsewhere)


def _shown(text: str, eye: Eye, replacement: Callable[[re.Match[str]], str]) -> tuple[str, tuple[Hidden, ...]]:
    """The text with its hidden words blanked and its tags replaced, and the hidden words."""
    parts: list[str] = []
    hidden: dict[str, list[str]] = {}
    for piece, why in _pieces(text, eye):
        if isinstance(piece, str):
            parts.append(_blank(piece) if why else piece)
            words = piece
        else:
            parts.append(_blank(piece[0]) if why else replacement(piece))
            words = html.unescape(piece[0]) if piece[0].startswith("&") else " "
        if why:
            hidden.setdefault(why, []).append(words)
    found = ((why, " ".join("".join(words).split())) for why, words in hidden.items())
    return "".join(parts), tuple(Hidden(words, why) for why, words in found if any(map(str.isalnum, words)))


def _pieces(text: str, eye: Eye) -> Iterator[tuple[str | re.Match[str], str]]:
    """The words between tags, and the tags and entities, each with why a person does not see it."""
    open_elements: list[Element] = []
    sights: list[Sight] = [PAGE]
    why = ""
    position = 0
    for match in _TAG.finditer(text):
        yield text[position : match.start()], why
        yield match, why
        position = match.end()
        name = (match["name"] or "").lower()
        if not name or name in _VOID:
            continue
        if match["close"]:
            depth = next((at for at in range(len(open_elements) - 1, -1, -1) if open_elements[at].tag == name), None)
            if depth is not None:
                del open_elements[depth:], sights[depth + 1 :]
        else:
            while open_elements and open_elements[-1].tag in _ENDS.get(name, ()):
                del open_elements[-1], sights[-1]
            if len(sights) < _DEEPEST:
                attributes = {
                    key.lower(): html.unescape(one or two or three)
                    for key, one, two, three in _ATTRIBUTE.findall(match[0][len(name) + 1 : -1])
                }
                sight, element = eye.inside(name, attributes, sights[-1], open_elements)
                open_elements.append(element)
                sights.append(sight)
        why = sights[-1].hidden or (CLOSED if open_elements and not open_elements[-1].open else "")
    yield text[position:], why


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
        alone = character.isspace() or match.string[match.end() : match.end() + 1].isspace()
        return character + (" " if alone else _JOINER) * (len(piece) - 1)
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
