"""From a string to a spaCy `Doc` whose tokens know where they stand in that string.

The tokenizer of a default pipeline is slow, and quadratic on runs without white space; this one is a single regular expression,
the same that cuts the names of the taxonomy (`skillgap.taxonomy.forms.TOKEN`), so it is linear on any input. White space makes
no tokens: a name broken over two lines is still two neighbouring tokens. Letters that only look different (typographic quotes
and dashes, non-breaking spaces) are read as their plain form, and invisible ones are passed over, without moving an offset.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.documents.invisible import INVISIBLE
from skillgap.extraction.glued import Glue
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.workspace import Workspace
from skillgap.model import Tokens
from skillgap.taxonomy.forms import TOKEN

_PLAIN = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u2032\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},  # half characters, which spaCy cannot store
}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MOJIBAKE = re.compile("â[€\x80].|Â(?=\\s)")
"""A bullet, dash or quote that was decoded wrongly: no letters, whatever it looks like."""


def plain(text: str) -> str:
    """The text with typographic characters as plain ones; same length, so offsets stay."""
    return _plain(text)[0]


def _plain(text: str) -> tuple[str, set[str]]:
    """The plain text, and the characters beyond ASCII that it had."""
    if text.isascii():
        return text, set()
    if "â" in text or "Â" in text:
        text = _MOJIBAKE.sub(lambda match: " " * len(match[0]), text)
    foreign = set("".join(_NOT_ASCII.findall(text)))
    for char in foreign & _PLAIN.keys():
        text = text.replace(char, _PLAIN[char])
    return text, foreign


def tokenize(text: str) -> Tokens:
    """The tokens of a text; offsets are those of `text`."""
    readable, foreign = _plain(text)
    lowered = readable.lower()
    unseen = {char for char in foreign if char in INVISIBLE or unicodedata.combining(char)}
    if not unseen and len(lowered) == len(readable):
        spans = [match.span() for match in TOKEN.finditer(lowered)]
        return Tokens(readable, [lowered[a:b] for a, b in spans], [a for a, _ in spans], [b for _, b in spans])
    kept = [index for index, char in enumerate(readable) if char not in unseen]
    matches = list(TOKEN.finditer("".join(readable[index] for index in kept)))
    return Tokens(
        readable,
        [match[0].lower() for match in matches],
        [kept[match.start()] for match in matches],
        [kept[match.end() - 1] + 1 for match in matches],
    )


_OTHER = "\N{MIDDLE DOT}\N{MIDDLE DOT}"
"""Stands in a Doc for a word that no name has; no token is two dots in a row of any name."""

_BROKEN = re.compile(r"-(?:[ \t]*(?:\r\n|\n|\r)[ \t]*(?=[^\W\d_])|[ \t]+(?=[a-z]))")
"""What parts the halves of a word that was hyphenated at the end of its line; some readers leave a blank of the line's end."""


def _cut(tokens: Tokens, parted: Sequence[tuple[int, Sequence[int]]]) -> Tokens:
    """The tokens, those cut apart that are several words: each by its index, with the offsets where all but the first begin."""
    if not parted:
        return tokens
    words, starts, ends = list(tokens.words), list(tokens.starts), list(tokens.ends)
    for index, begins in reversed(parted):
        bounds = [starts[index], *begins, ends[index]]
        words[index : index + 1] = [tokens.plain[a:b].lower() for a, b in pairwise(bounds)]
        starts[index : index + 1] = bounds[:-1]
        ends[index : index + 1] = bounds[1:]
    return Tokens(tokens.plain, words, starts, ends)


class SkillTokenizer:
    """The tokenizer of the pipeline: text -> Doc, with a `Workspace` that holds the offsets.

    It carries the lexicon, so that the components behind it find the one that belongs to their pipeline. The Doc holds the words
    that names are made of, and one sign for all others (the workspace has them): else the vocabulary would grow with each text.
    """

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self.vocab = vocab
        self.lexicon = lexicon
        self._glue = Glue(lexicon)

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        tokens = tokenize(text)
        parted = self._glue.parted(tokens, text)
        tokens = self._unbroken(_cut(tokens, parted.words))
        known = self.lexicon.tokens
        doc = Doc(self.vocab, words=[word if word in known else _OTHER for word in tokens.words])
        Workspace.open(doc, text, tokens, parted.lines)
        return doc

    def _unbroken(self, tokens: Tokens) -> Tokens:
        """The tokens, the halves of a known word that was hyphenated at a line end as one (`Kuber-`, `netes`)."""
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        joins = []
        for match in _BROKEN.finditer(tokens.plain):
            index = bisect_right(starts, match.start()) - 1
            if 0 < index < len(words) - 1 and words[index] == "-" and ends[index - 1] == match.start():
                joined = words[index - 1] + words[index + 1]
                hyphenated = self.lexicon.completes(words, index, "-")  # "Spring-\nBoot" is a spelling of its own
                if joined.isalpha() and joined in self.lexicon.tokens and not hyphenated:
                    joins.append((index, joined))
        if not joins:
            return tokens
        words, starts, ends = list(words), list(starts), list(ends)
        for index, joined in reversed(joins):
            words[index - 1 : index + 2] = [joined]
            del starts[index : index + 2], ends[index - 1 : index + 1]
        return Tokens(tokens.plain, words, starts, ends)
