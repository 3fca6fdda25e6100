"""The tokens around a name, and the words that tell who else bears it: what `persons`, `firms` and `employers` look at."""

from __future__ import annotations

from skillgap.extraction.bearers import bearer_words
from skillgap.extraction.beside import Phrases, begins_with, ends_with
from skillgap.extraction.workspace import Workspace


class Around:
    """The tokens of one doc."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.text = workspace.text
        self.tokens = workspace.tokens.words
        self.starts = workspace.tokens.starts
        self.ends = workspace.tokens.ends
        self.words = bearer_words()

    def surface(self, index: int) -> str:
        """A token as it is written; nothing beyond the text."""
        if not 0 <= index < len(self.tokens):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def joined(self, index: int) -> bool:
        """Whether nothing but one blank stands before a token."""
        return 0 < index < len(self.tokens) and self.text[self.ends[index - 1] : self.starts[index]] == " "

    def covered(self, index: int) -> bool:
        """Whether a technology's name may stand there."""
        return self.workspace.may_be_technology(index)

    def follows(self, last: int, phrases: Phrases, high: int) -> bool:
        """Whether one of the phrases begins with token `last`, before token `high`."""
        return begins_with(self.tokens, last, phrases, high) is not None

    def preceded(self, first: int, phrases: Phrases, low: int) -> bool:
        """Whether one of the phrases ends before token `first`, from token `low` on."""
        return ends_with(self.tokens, first, phrases, low) is not None
