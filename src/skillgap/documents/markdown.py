"""Reads Markdown: the words stay, the markup goes, headings, list items, table cells and paragraphs become blocks.

`scan` finds the pieces of a text with their offsets and changes nothing, so it serves text given as a string too;
`read` strips the markup from them. A line of a paragraph joins the one before only where that is long enough to have been
wrapped and neither is one with the dates of a job, because résumés put one fact on a line and mean it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from skillgap.documents.builder import BULLETS, TextBuilder
from skillgap.documents.markup import without_hidden
from skillgap.documents.text import decode, mend
from skillgap.model import Block, BlockKind, Document

_ATX = re.compile(r" {0,3}(?!# {2,}\S+(?: \S+)* {2,}\S)(#{1,6})[ \t]+(?P<content>\S.*)")
"""A heading; `#   Skill     Years` is the head of a table whose columns blanks part."""
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(rf"(?P<indent>[ \t]*)(?:[-*+{BULLETS}]|\d{{1,3}}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?P<content>\S.*)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]+\S")
_EMPHASIS = re.compile(r"\*\*[^*\n]+\*\*|\[[^\[\]\n]+\]\([^()\n]+\)")

_BOLD = re.compile(r"(?:\*\*|__)(?=\S)[^*_\n]+(?:\*\*|__):?")

_HTML_TAGS = "a|b|div|span|p|img|i|u|em|strong|sub|sup|small|center|details|summary|h[1-6]"
_CODE_SPAN = re.compile(r"(?<!`)(`++)(?P<code>[^`]+)\1(?!`)")
_INLINE = (
    (re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(rf"<!--.{{0,500}}?-->|</?(?:{_HTML_TAGS})\b[^<>]*>", re.IGNORECASE), ""),
    (re.compile(r"(?<!\\)(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)([^~]+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_WRAPPED = 60
_YEAR = r"(?:19|20)\d\d"
_TIME_RANGE = re.compile(
    rf"(?:\b(?:{_YEAR}|'\d\d)[*_\s]*(?:[-–—→/]+|\bto\b|\buntil\b|\btill\b)[*_\s]*(?:\w+[\s./-]+){{0,2}}"
    rf"(?:{_YEAR}|\b(?:present|now|today|current|date)\b)"
    rf"|\bsince\s+(?:\w+[\s./-]+)?{_YEAR})(?P<rest>\W*|\s*[(,;|·–—-]\s*[^.,;:|]{{1,30}})$",
    re.IGNORECASE,
)
"""The end of a line that says when somebody had a job: `Jan 2019 - Mar 2021`, `2019 - now, part-time`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of Markdown, `[start, end)` without the marks around it. Cells with the same `row` stand in one line; their
    `level` is their column, from 1."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    row: int = -1
    code: bool = False


def read(data: bytes, source: str) -> Document:
    """Read Markdown; see `Reader`. The title is the first heading of the highest level that occurs."""
    decoded, guessed = decode(data, source)
    given, repaired = mend(re.sub(r"\r\n?", "\n", decoded))
    text, hidden = without_hidden(given) or (given, ())
    builder = TextBuilder()
    for part in hidden:
        builder.hide(part.text, part.reason)
    row: list[str] = []
    row_number = -1
    title: tuple[int, str] | None = None
    before: Piece | None = None
    for piece in scan(text):
        content = text[piece.start : piece.end]
        words = content if piece.code else plain(_unwrapped(content))
        if row and piece.row != row_number:
            builder.add_row(row)
            row = []
        if piece.row >= 0:
            row += [""] * (piece.level - 1 - len(row))
            row.append(words.replace("\\|", "|"))
            row_number = piece.row
            continue
        if piece.kind == "heading" and (title is None or piece.level < title[0]):
            title = (piece.level, words)
        builder.add(words, piece.kind, piece.level, gap=False if before and _is_next_line(text, before, piece) else None)
        before = piece
    builder.add_row(row)
    return builder.build("markdown", source, title=title[1] if title else None, notices=(*guessed, *repaired))


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text that evidently is Markdown, or none."""
    if not is_markdown(text):
        return ()
    return tuple(Block(piece.kind, piece.start, piece.end, piece.level) for piece in scan(text))


def is_markdown(text: str) -> bool:
    """Whether a text evidently is Markdown: it has headings with `#`, and not just a single one on its own."""
    headings = items = 0
    for line in text.splitlines():
        headings += _ATX.match(line) is not None
        items += _ITEM.match(line) is not None
    return headings >= 2 or (headings == 1 and (items >= 2 or _EMPHASIS.search(text) is not None))


def plain(markup: str) -> str:
    """Inline Markdown without its markup: links and images as their words, code as it stands, entities as characters."""
    parts: list[str] = []
    position = 0
    for span in _CODE_SPAN.finditer(markup):
        parts += (_plain_without_code(markup[position : span.start()]), span["code"])
        position = span.end()
    parts.append(_plain_without_code(markup[position:]))
    return "".join(parts)


def scan(text: str) -> Iterator[Piece]:
    """The pieces of `text` in order, not overlapping; their offsets are into `text` as given."""
    paragraph: Piece | None = None
    for piece in _lines(text):
        if piece is None or paragraph is None:
            if paragraph is not None:
                yield paragraph
            paragraph = piece
        elif _continues(text, paragraph, piece):
            paragraph = replace(paragraph, end=piece.end)
        else:
            yield paragraph
            paragraph = piece
    if paragraph is not None:
        yield paragraph


def _plain_without_code(markup: str) -> str:
    for pattern, words in _INLINE:
        markup = pattern.sub(words, markup)
    return html.unescape(markup)


def _is_next_line(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a paragraph stands right below another: a line of its own, and no room between them."""
    return before.kind == piece.kind == "paragraph" and text.count("\n", before.end, piece.start) == 1


def _unwrapped(content: str) -> str:
    """The lines that `scan` took for one wrapped line as one line."""
    first, *others = content.split("\n")
    return " ".join((first.rstrip(), *(line.lstrip(" \t>").rstrip() for line in others)))


def _continues(text: str, before: Piece, piece: Piece) -> bool:
    """Whether `piece`, the next line, belongs to the paragraph or item before it."""
    if piece.kind != "paragraph" or before.kind not in ("paragraph", "list_item"):
        return False
    if before.code or piece.code:
        return before.code and piece.code
    last_line = text[max(text.rfind("\n", before.start, before.end) + 1, before.start) : before.end]
    between = text[before.end : piece.start]
    hard_break = between.startswith(("  ", "\\")) or last_line.endswith("\\")
    if hard_break or len(last_line) < _WRAPPED:
        return False
    return text[piece.start].islower() or not (_TIME_RANGE.search(last_line) or _begins_anew(text, before, piece))


def _begins_anew(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a line right below a long one is that of a job, `**Developer**, Acme, 2019 - 2021`: in bold, or behind an item."""
    line = text[piece.start : piece.end]
    indented = text[piece.start - 1 : piece.start].isspace() and text[piece.start - 1] != "\n"
    if _BOLD.fullmatch(line):
        return before.kind == "list_item" and not indented
    bold = _BOLD.match(line) is not None
    return (bold or (before.kind == "list_item" and not indented)) and _TIME_RANGE.search(line) is not None


def _lines(text: str) -> Iterator[Piece | None]:
    """A piece per line, cell, heading; None where a paragraph ends."""
    lines = _with_offsets(text)
    fence = ""
    in_table = False
    indents: list[int] = []
    index = _front_matter_end(lines)
    for start, line in lines[1 : max(index - 1, 1)]:
        yield from (Piece("paragraph", start, start + len(line)), None)
    while index < len(lines):
        start, line = lines[index]
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        index += 1
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
                yield None
            elif line.strip():
                yield Piece("paragraph", start, start + len(line), code=True)
            continue
        if mark:
            fence = mark[1]
            yield None
            continue
        in_table = "|" in line and (in_table or bool(_TABLE_RULE.match(following) and "-" in following and "|" in following))
        if in_table:
            if not _TABLE_RULE.match(line):
                yield from _cells(start, line)
            continue
        if not line.strip() or _DEFINITION.match(line):
            yield None
            continue
        quote = _QUOTE.match(line)
        if quote:
            start, line = start + quote.end(), line[quote.end() :]
        piece = _heading(start, line) or _item(start, line, indents)
        if piece:
            yield piece
        elif _SETEXT.match(following) and line.strip() and not _RULE.match(line):
            content = line.strip()
            offset = start + line.index(content)
            yield Piece("heading", offset, offset + len(content), 1 if "=" in following else 2)
            index += 1
        elif _RULE.match(line):
            yield None
        elif content := line.strip():
            offset = start + line.index(content)
            yield Piece("paragraph", offset, offset + len(content))


def _with_offsets(text: str) -> list[tuple[int, str]]:
    """The lines without their ends, each with the offset at which it begins."""
    lines: list[tuple[int, str]] = []
    offset = 0
    for line in text.split("\n"):
        lines.append((offset, line.rstrip("\r")))
        offset += len(line) + 1
    return lines


def _front_matter_end(lines: list[tuple[int, str]]) -> int:
    """The index of the first line behind YAML front matter, 0 without; its last `---` is no underline of a heading."""
    if not lines or lines[0][1].rstrip() != "---":
        return 0
    for index, (_, line) in enumerate(lines[1:60], start=1):
        if line.rstrip() in ("---", "..."):
            return index + 1
        if line.strip() and not re.match(r"[\w-]+:|[ \t]+\S|- |#", line):
            return 0
    return 0


def _heading(start: int, line: str) -> Piece | None:
    match = _ATX.match(line)
    if not match:
        return None
    content = match["content"].rstrip()
    unclosed = content.rstrip("#")
    if unclosed != content and (not unclosed or unclosed[-1] in " \t"):
        content = unclosed.rstrip()
    offset = start + match.start("content")
    return Piece("heading", offset, offset + len(content), len(match[1])) if content else None


def _item(start: int, line: str, indents: list[int]) -> Piece | None:
    """A list item; `indents` are those of the items around it, from which its depth follows."""
    match = None if _RULE.match(line) else _ITEM.match(line)
    if not match:
        return None
    indent = len(match["indent"].expandtabs(4))
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    offset = start + match.start("content")
    return Piece("list_item", offset, offset + len(match["content"].rstrip()), len(indents))


def _cells(start: int, line: str) -> Iterator[Piece]:
    begin = len(line) - len(line.lstrip())
    cuts = [begin if line[begin] == "|" else begin - 1, *(bar.start() for bar in _BAR.finditer(line, begin + 1)), len(line)]
    for column, (before, end) in enumerate(pairwise(cuts), start=1):
        content = line[before + 1 : end].strip()
        if content:
            offset = start + line.index(content, before + 1)
            yield Piece("cell", offset, offset + len(content), column, row=start)
