"""Tells a technology from the firm that bears its name by the words behind it: `Redis Ltd`, `Kafka Books`."""

from __future__ import annotations

from skillgap.extraction.around import Around

_WORDS = 4
"""How far behind the name of a firm its legal form may stand (`Splunk Services UK Limited`)."""


class Firms:
    """The firms of one doc."""

    def __init__(self, around: Around) -> None:
        self._around, self._tokens, self._words = around, around.tokens, around.words

    def is_known(self, first: int, last: int) -> bool:
        """Whether a firm has that name, of one word or several: `Okta`, `Blue Yonder`."""
        return self._around.text[self._around.starts[first] : self._around.ends[last - 1]].lower() in self._words.firm

    def has_legal_form(self, last: int, high: int) -> bool:
        """`Redis Ltd`, `Maven Analytics Inc.`, `Elastic N.V.`"""
        tokens, words = self._tokens, self._words
        if last >= high:
            return False
        if tokens[last] == ",":
            return last + 1 < high and self._around.surface(last + 1) in words.legal and self._ends_item(last + 2)
        if not tokens[last].isalpha():
            return False
        index = last
        firm = self._tokens[last - 1] in words.firm
        for _ in range(_WORDS if firm else 2):
            if index >= high or not self._around.joined(index):
                return False
            surface = self._around.surface(index)
            if surface in words.legal:
                return self._ends_item(index + 1)
            if self._letters(index):
                return True
            if not (surface.istitle() or (firm and surface.isupper())) or (not firm and self._around.covered(index)):
                return False
            index += 1
        return False

    def has_trade(self, last: int, high: int) -> bool:
        """`Kafka Books`, `Azure Bay Hotels`: a word of firms behind it, or behind another capitalised word, no technology."""
        for index in range(last, min(high, last + 2)):
            if not self._around.joined(index):
                return False
            surface = self._around.surface(index)
            if surface in self._words.firm_word:
                return True
            if not surface.istitle() or self._around.covered(index):
                return False
        return False

    def _letters(self, index: int) -> bool:
        for letters in self._words.legal_letters.get(self._tokens[index], ()):
            stop = index + 2 * len(letters) - 1
            if tuple(self._tokens[index:stop:2]) == letters and set(self._tokens[index + 1 : stop : 2]) == {"."}:
                return self._around.surface(index).isupper() or len(self._around.surface(index)) > 1
        return False

    def _ends_item(self, index: int) -> bool:
        """Whether no capitalised word goes on there: `AG` of `AG Grid` is no legal form."""
        return index >= len(self._tokens) or not (self._around.joined(index) and self._around.surface(index)[0].isupper())
