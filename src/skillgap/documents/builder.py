"""Builds the text of a `Document` block by block and keeps the offsets true.

In come pieces of text with what they are; out goes one string in which a line is a block (or a line break that the author
made), list items begin with `- `, cells of a row stand between ` | ` and a blank line stands where the document has a gap.
The span of a block is its own text, without the mark in front. Cleaning of single characters lives here too, so that every
format hands on the same white space, hyphens and ligatures. Nothing here knows a file format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from skillgap.documents import invisible, mojibake
from skillgap.documents.invisible import INVISIBLE, SELECTORS, invisible_letters
from skillgap.model import Block, BlockKind, Document, Hidden, Notice

_SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""The bullets of the fonts Symbol and Wingdings; all else in the private area is icons."""
BULLETS = f"•‣⁃∙◦▪▫■□●○◆◇►▶▸➢➤➔→✓✔✦❖·{_SYMBOL_BULLETS}"
"""Characters that stand for nothing but the beginning of a list item."""

_BULLET = re.compile(rf"\s*(?:[{BULLETS}]+\s*|[-–—*+o]\s+)(?=\S)")
_SPACES = re.compile(r" {2,}")
_AROUND_TAB = re.compile(r" ?\t[ \t]*")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_SPACE_LIKE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_JOINER = "\u200d"
"""Holds emoji together."""
_CONTROLS = (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000))
_PRIVATE = range(0xE000, 0xF900)
_SENTENCE = 4
"""Words that two places have in common by chance are fewer."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CHARACTERS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _SPACE_LIKE), " "),
    **dict.fromkeys(map(ord, INVISIBLE - SELECTORS - {_JOINER})),
    **dict.fromkeys(_CONTROLS),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(_PRIVATE),
    **dict.fromkeys(map(ord, _SYMBOL_BULLETS), "•"),
    **{ord(ligature): letters for ligature, letters in _LIGATURES.items()},
}
_HEAP = re.compile(r"[^\w\s\x00-\x7f]{64,}")
"""Where there may be a letter with a heap of marks; marks are neither letters nor white space."""
_DEEPEST = 20
"""Depth from which on list items are not indented further: a depth is a number that a file gives."""
_MARKS = 30
"""As many on one letter as the Stream-Safe Text Format of Unicode (UAX #15) allows."""


def clean(text: str) -> str:
    """`text` with one kind of line end, plain spaces and hyphens, no ligatures, no invisible characters, composed (NFC)."""
    plain = _LINE_ENDS.sub("\n", text).translate(_CHARACTERS)
    return unicodedata.normalize("NFC", _HEAP.sub(_fewer_marks, plain))


def _fewer_marks(heap: re.Match[str]) -> str:
    """The same without marks that no one can tell apart: bringing them into their order takes quadratic time."""
    kept: list[str] = []
    marks = 0
    for character in heap[0]:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= _MARKS:
            kept.append(character)
    return "".join(kept)


def clean_line(text: str) -> str:
    """`clean`, as one line, with runs of white space as one space; a tab stays, because it separates."""
    line = clean(text).replace("\n", " ")
    return _AROUND_TAB.sub("\t", _SPACES.sub(" ", line)).strip()


def strip_bullet(line: str) -> str | None:
    """The line behind its bullet, or None where it begins with none."""
    mark = _BULLET.match(line)
    return line[mark.end() :] if mark else None


class TextBuilder:
    """The text so far, its blocks and the offsets of its pages."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pages: list[int] = []
        self._pending_pages = 0
        self._previous: BlockKind | None = None
        self._hidden: list[tuple[str, str, int | None]] = []
        self._pieced: list[str] = []
        self._mended = False

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """All that has been added."""
        return "".join(self._parts)

    @property
    def is_plain(self) -> bool:
        """Whether nothing was added but paragraphs."""
        return all(block.kind == "paragraph" for block in self._blocks)

    def page(self) -> None:
        """The next block begins a page."""
        self._pending_pages += 1

    def add(self, text: str, kind: BlockKind = "paragraph", level: int = 0, *, gap: bool | None = None) -> None:
        """Append a block; line breaks in `text` stay, except in a heading. Nothing is added where nothing is left of it.

        Args:
            text: the words; cleaned here.
            kind: what the block is.
            level: 1-6 for headings, depth from 1 for list items.
            gap: whether a blank line stands in front; None lets the kinds of the two blocks decide.
        """
        text = self._repaired(text)
        self._pieced += invisible_letters(text)
        lines = [line for line in map(clean_line, clean(text).split("\n")) if line]
        if not lines:
            return
        content = (" " if kind == "heading" else "\n").join(lines)
        self._begin(kind, gap)
        if kind == "list_item":
            self._append("  " * (min(max(level, 1), _DEEPEST) - 1) + "- ")
        self._append_block(content, kind, level)

    def add_row(self, cells: Iterable[str], *, gap: bool | None = None) -> None:
        """Append the cells of one table row as one line, each a block; an empty cell only takes up its column."""
        texts = list(map(self._repaired, cells))
        self._pieced += invisible_letters("\n".join(texts))
        contents = [(column, content) for column, content in enumerate(map(clean_line, texts), start=1) if content]
        if not contents:
            return
        self._begin("cell", gap)
        for index, (column, content) in enumerate(contents):
            if index:
                self._append(" | ")
            self._append_block(content, "cell", column)

    def hide(self, text: str, reason: str, page: int | None = None) -> None:
        """Note words that are not shown; those of one reason and page become one part."""
        words = clean_line(self._repaired(text))
        if any(map(str.isalnum, words)):
            self._hidden.append((words, reason, page))

    def take_notes(self, other: TextBuilder) -> None:
        """Note what `other` has noted: hidden words, and letters that were put right or taken out."""
        self._hidden += other._hidden
        self._pieced += other._pieced
        self._mended |= other._mended

    def forget_shown(self) -> None:
        """Take back what was noted as hidden and stands in the text too, word for word, as what a page has twice."""
        shown = " ".join(self.text.split())
        self._hidden = [part for part in self._hidden if len(part[0].split()) < _SENTENCE or part[0] not in shown]

    def build(self, format: str, source: str, *, title: str | None = None, notices: Sequence[Notice] = ()) -> Document:
        """The document made of everything added."""
        self._settle_pages()
        told = {notice.code for notice in notices}
        letters = (notice for notice in mojibake.remark(self.text, mended=self._mended) if notice.code not in told)
        return Document(
            text=self.text,
            blocks=tuple(self._blocks),
            pages=tuple(self._pages),
            warnings=(*notices, *letters, *invisible.remark(self._pieced)),
            format=format,
            source=source,
            title=clean_line(title or "") or None,
            hidden=self._hidden_parts(),
        )

    def _repaired(self, text: str) -> str:
        repaired = mojibake.repaired(text)
        self._mended |= repaired != text
        return repaired

    def _hidden_parts(self) -> tuple[Hidden, ...]:
        parts: dict[tuple[str, int | None], list[str]] = {}
        for words, reason, page in self._hidden:
            parts.setdefault((reason, page), []).append(words)
        return tuple(Hidden(" ".join(words), reason, page) for (reason, page), words in parts.items())

    def _begin(self, kind: BlockKind, gap: bool | None) -> None:
        if self._previous is not None:
            wanted = _gap_between(self._previous, kind) if gap is None else gap
            self._append("\n\n" if wanted else "\n")
        self._settle_pages()
        self._previous = kind

    def _settle_pages(self) -> None:
        first = 0 if not self._pages else self._length
        while self._pending_pages:
            self._pages.append(first)
            first = self._length
            self._pending_pages -= 1

    def _append_block(self, content: str, kind: BlockKind, level: int) -> None:
        start = self._length
        self._append(content)
        self._blocks.append(Block(kind, start, self._length, level))

    def _append(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)


def _gap_between(previous: BlockKind, kind: BlockKind) -> bool:
    if kind == "heading":
        return True
    return (kind == "paragraph" and previous != "heading") or kind == "cell" != previous
