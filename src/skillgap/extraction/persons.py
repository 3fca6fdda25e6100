"""Tells a technology from the person who bears its name: `Dr. Kafka`, `Lead: Ruby Okafor`."""

from __future__ import annotations

from skillgap.extraction.around import Around
from skillgap.extraction.data import names
from skillgap.extraction.fuzzy import is_word

_INITIALS = 5
"""How many tokens of initials and given names may stand between an honorific and the name (`Prof. D. W. Jenkins`)."""


class Persons:
    """The people of one doc."""

    def __init__(self, around: Around) -> None:
        self._around, self._tokens, self._words = around, around.tokens, around.words

    def may_be(self, first: int) -> bool:
        """Whether a token is a name that people bear too."""
        return self._tokens[first] in self._words.people or self._tokens[first] in names()

    def name(self, first: int, last: int, name: str, low: int, high: int) -> bool:
        """Whether a token of a stretch `[low, high)` is the name of one."""
        words, tokens = self._words, self._tokens
        if first > low and self._named_before(first, low):
            return True
        if name not in words.people:
            return False
        if self._around.preceded(first, words.person_before, low) or self._around.follows(last, words.person_after, high):
            return True
        return (
            name in words.given_too
            and self._around.joined(first)
            and self._around.joined(last)
            and not self._around.covered(first - 1)
            and self._around.surface(last).istitle()
            and tokens[last] not in words.no_surname
            and not is_word(tokens[last])
            and not self._around.covered(last)
        )

    def _named_before(self, first: int, low: int) -> bool:
        """Whether an honorific or a common given name leads to the name, over initials and one other name (`Mr G. A.-Perl`)."""
        words, tokens = self._words, self._tokens
        if not tokens[first - 1].isalpha() and tokens[first - 1] not in {".", "-"}:
            return False
        if tokens[first - 1] in words.given and self._around.surface(first - 1).istitle() and self._around.joined(first):
            return True
        middle = 0
        for index in range(first - 1, max(low - 1, first - 2 - _INITIALS), -1):
            token = tokens[index]
            if not self._adjoins(index + 1):
                return False
            if token in words.honorific and self._around.surface(index).istitle():
                return True
            if (token == "." and self._shortens(index - 1)) or (token == "-" and self._glued(index)):
                continue
            if len(token) == 1 and self._around.surface(index).isupper():
                continue
            if not self._around.surface(index).istitle():
                return False
            if token in words.given and index < first - 1:
                return True
            if middle:
                return False
            middle += 1
        return False

    def _shortens(self, index: int) -> bool:
        """Whether a full stop behind a token ends no sentence: behind an initial or an honorific."""
        return index >= 0 and (len(self._tokens[index]) == 1 or self._tokens[index] in self._words.honorific)

    def _glued(self, index: int) -> bool:
        """Whether no blank stands on either side of a token."""
        return (
            bool(index)
            and self._around.ends[index - 1] == self._around.starts[index]
            and self._around.ends[index] == self._around.starts[index + 1]
        )

    def _adjoins(self, index: int) -> bool:
        """Whether no more than a blank or a line end stands before a token: not the gap between two columns."""
        start, end = self._around.ends[index - 1], self._around.starts[index]
        return end - start < 1 or self._around.text[start:end] == " " or "\n" in self._around.text[start:end]
