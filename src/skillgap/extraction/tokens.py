"""From a string to a spaCy `Doc` whose tokens know where they stand in that string.

The tokenizer of a default pipeline is slow, and quadratic on runs without white space; this one is a single regular expression,
the same that cuts the names of the taxonomy (`skillgap.taxonomy.forms.TOKEN`), so it is linear on any input. White space makes
no tokens: a name broken over two lines is still two neighbouring tokens. Letters that only look different (typographic quotes
and dashes, non-breaking spaces) are read as their plain form, and invisible ones are passed over, without moving an offset.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.extraction.data import rules
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.workspace import Workspace
from skillgap.taxonomy.forms import TOKEN

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u2032\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},  # half characters, which spaCy cannot store
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069]")


_MOJIBAKE = re.compile("â[€\x80].|Â(?=\\s)")
"""A bullet, dash or quote that was decoded wrongly: no letters, whatever it looks like."""


def plain(text: str) -> str:
    """The text with typographic characters as plain ones; same length, so offsets stay."""
    if text.isascii():
        return text
    if "â" in text or "Â" in text:
        text = _MOJIBAKE.sub(lambda match: " " * len(match[0]), text)
    return text.translate(_PLAIN)


def token_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of a text: (plain form, start, end) with offsets into `text`."""
    readable = plain(text)
    if readable.isascii() or not (_INVISIBLE.search(readable) or any(map(unicodedata.combining, readable))):
        for match in TOKEN.finditer(readable):
            yield match[0], match.start(), match.end()
        return
    kept = [index for index, char in enumerate(readable) if not _INVISIBLE.match(char) and not unicodedata.combining(char)]
    for match in TOKEN.finditer("".join(readable[index] for index in kept)):
        yield match[0], kept[match.start()], kept[match.end() - 1] + 1


_GLUED = 8
_TAIL = re.compile(r"(?<=[^\W\d_])[A-Z][a-z]{3,}$")


@cache
def _heading_words() -> frozenset[str]:
    """The first words of headings; what else is glued to a name may be part of it (`EclipseLink`)."""
    trades = frozenset({"developer", "engineer", "consultant", "architect"})
    return trades | frozenset(phrase.split()[0] for rule in rules("sections") for phrase in rule["phrases"])


class SkillTokenizer:
    """The tokenizer of the pipeline: text -> Doc, with a `Workspace` that holds the offsets.

    It carries the lexicon, so that the components behind it find the one that belongs to their pipeline.
    """

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self.vocab = vocab
        self.lexicon = lexicon

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        words: list[str] = []
        starts, ends = array("I"), array("I")
        for word, start, end in token_spans(text):
            cut = self._glued(word) if end - start > _GLUED and not word[1:].islower() and end - start == len(word) else 0
            if cut:
                words.append(word[:cut])
                starts.append(start)
                ends.append(start + cut)
            words.append(word[cut:])
            starts.append(start + cut)
            ends.append(end)
        doc = Doc(self.vocab, words=words)
        Workspace.open(doc, text, [word.lower() for word in words], starts, ends)
        return doc

    def _glued(self, word: str) -> int:
        """Where a known name ends in a word that a heading was glued to (`UnixEducation`), or 0."""
        tail = _TAIL.search(word)
        if tail is None or word.lower() in self.lexicon.tokens:
            return 0
        known = word[: tail.start()].lower() in self.lexicon.tokens and tail[0].lower() in _heading_words()
        return tail.start() if known else 0
