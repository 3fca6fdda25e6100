"""Walks a tree of HTML elements and appends what a person sees of it to a `TextBuilder`.

In comes an element, out go blocks: headings, list items with their depth, table cells, paragraphs; `sight` tells what is
hidden. The walk keeps a stack of its own, so deep nesting cannot exhaust Python's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from skillgap.documents import limits
from skillgap.documents.builder import TextBuilder, clean_line, strip_bullet
from skillgap.documents.html.css import Element, Sheet
from skillgap.documents.html.sight import CLOSED, PAGE, Eye

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSEEN: Final = _names("""
    script style nav template noscript head title meta link svg math iframe object embed audio video canvas
    button select option textarea input datalist map
""")
_BLOCKS: Final = _names("""
    address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary
    table caption tbody thead tfoot tr td th ul
""")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BOLD: Final = frozenset(("b", "strong"))
_CHIPS: Final = frozenset(("a", "span", "label", "button", "code"))
_COMPLEX_IN_CELL: Final = _names("ul ol table h1 h2 h3 h4 h5 h6 br pre dl")
_ELSEWHERE = re.compile(r"position\s*:\s*(?:absolute|fixed)|float\s*:\s*right", re.IGNORECASE)
"""Styles that take an element out of its line: what stands beside it is drawn elsewhere."""
_OWN_LINE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_BOLD_HEADING_LEVEL: Final = 4
_BOLD_HEADING_LENGTH: Final = 80


def walk(tree: HtmlElement, builder: TextBuilder) -> None:
    """Append the visible text below `tree`, and note what is hidden there."""
    sheets = [style.text or "" for style in tree.iter("style")]
    elsewhere = any("stylesheet" in (link.get("rel") or "").lower() for link in tree.iter("link"))
    _Walk(builder, Eye(Sheet(sheets), elsewhere=elsewhere or any("@import" in sheet for sheet in sheets))).run(tree)


class _Walk:
    """The state of one walk: the words of the line that is being collected, and what kind of block they are in."""

    def __init__(self, builder: TextBuilder, eye: Eye) -> None:
        self._builder = builder
        self._eye = eye
        self._words: list[str] = []
        self._all_bold = True
        self._bold = self._preformatted = self._depth = 0
        self._item: int | None = None
        self._heading = 0
        self._broken = False
        self._blank = False
        self._row: list[str] | None = None
        self._around: list[Element] = []
        self._sights = [PAGE]

    def run(self, root: HtmlElement) -> None:
        """Visit every element in order: text, children, tail."""
        stack: list[tuple[HtmlElement, bool]] = [(root, False)]
        while stack:
            element, done = stack.pop()
            if done:
                self._around.pop()
                whole = self._sights.pop().whole
                if not whole:
                    self._leave(element)
            elif isinstance(element.tag, str) and element.tag not in _UNSEEN:
                sight, seen_as = self._eye.inside(element.tag, element.attrib, self._sights[-1], self._around)
                self._sights.append(sight)
                self._around.append(seen_as)
                if not sight.whole:
                    self._enter(element)
                self._text(element.text)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
                continue
            if element is not root:
                self._tail(element)
        self._flush()

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._break()
        if tag in _BOLD:
            self._bold += 1
        if tag not in _BLOCKS:
            self._apart(element)
        if tag not in _BLOCKS or (self._row is not None and tag not in ("td", "th", "tr")):
            return
        self._flush()
        self._broken = False
        if tag in ("ul", "ol", "menu", "dir"):
            self._depth += 1
        elif tag == "li":
            self._item = max(self._depth, 1)
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "tr" and _is_plain_row(element):
            self._row = []

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BOLD:
            self._bold -= 1
        if tag not in _BLOCKS:
            self._apart(element)
            return
        if self._row is not None and tag not in ("td", "th", "tr"):
            self._words.append(" ")
            return
        row, before = self._row, len(self._row or ())
        self._flush()
        if row is not None and tag in ("td", "th"):
            # an empty cell takes up its column too
            row += [""] * (before + _columns(element) - len(row))
        self._broken = False
        if tag in ("ul", "ol", "menu", "dir"):
            self._depth -= 1
        elif tag == "li":
            self._item = None
        elif tag in _HEADINGS:
            self._heading = 0
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "tr" and self._row is not None:
            self._builder.add_row(self._row)
            self._row = None

    def _apart(self, element: HtmlElement) -> None:
        """An edge of an element within a line: its style may set it apart."""
        style = element.get("style", "")
        if _ELSEWHERE.search(style):
            self._words.append("\t")
        elif _OWN_LINE.search(style) and "".join(self._words).strip():
            self._break()

    def _tail(self, element: HtmlElement) -> None:
        if not element.tail and _is_chip(element, element.getnext()):
            self._words.append(" ")
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        closed = bool(self._around) and not self._around[-1].open
        if why := self._sights[-1].hidden or (CLOSED if closed else ""):
            self._builder.hide(text, why)
            return
        if self._preformatted and self._row is None:
            first, *others = text.split("\n")
            self._word(first)
            for line in others:
                self._break()
                self._word(line)
        else:
            self._word(_WHITE_SPACE.sub(" ", text))

    def _word(self, text: str) -> None:
        self._words.append(text)
        if text.strip() and not self._bold:
            self._all_bold = False

    def _break(self) -> None:
        """A `<br>`: the next line follows closely, unless it is the second in a row."""
        if self._heading or self._row is not None:
            self._words.append(" ")
        elif not "".join(self._words).strip():
            self._words.clear()
            self._blank = self._broken
        else:
            self._flush()
            self._broken = True

    def _flush(self) -> None:
        """What was collected becomes a block."""
        # cleaned by the builder, which tells what it takes out
        line = "".join(self._words).strip()
        bold, self._all_bold = self._all_bold, True
        self._words.clear()
        if not clean_line(line):
            return
        if self._row is not None:
            self._row.append(line)
            return
        gap = self._blank if self._broken else None
        self._blank = False
        bulleted = strip_bullet(line)
        if self._heading:
            self._builder.add(line, "heading", self._heading)
        elif self._item is not None:
            self._builder.add(bulleted or line, "list_item", self._item)
            self._item = None
        elif bulleted:
            self._builder.add(bulleted, "list_item", max(self._depth, 1))
        elif bold and len(line) <= _BOLD_HEADING_LENGTH and not line.endswith((".", ",", ";")):
            self._builder.add(line, "heading", _BOLD_HEADING_LEVEL)
        else:
            self._builder.add(line, "paragraph", gap=gap)


def _is_plain_row(row: HtmlElement) -> bool:
    """Whether the cells of a row hold a few words each; the cells of a page layout hold lists and headings."""
    return not any(element.tag in _COMPLEX_IN_CELL for element in row.iterdescendants()) and sum(map(len, row.itertext())) <= 400


def _columns(cell: HtmlElement) -> int:
    """How many columns a cell takes up."""
    span = cell.get("colspan", "1")
    return min(int(span), limits.CELL_COLUMNS) if re.fullmatch(r"[1-9]\d{0,4}", span, re.ASCII) else 1


def _is_chip(element: HtmlElement, following: HtmlElement | None) -> bool:
    """Whether two elements are drawn apart by their style, as tags of skills are, though no white space stands between them."""
    return (
        following is not None
        and element.tag in _CHIPS
        and following.tag == element.tag
        and bool(element.get("class"))
        and following.get("class") == element.get("class")
    )
