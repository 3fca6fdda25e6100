"""A text as tokens, which every later step reads instead of cutting the text again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, in order: `words[i]` is token i in lower case and stands at `[starts[i], ends[i])`.

    `plain` is the text with typographic characters as plain ones (quotes, dashes, spaces); its offsets are those of the text.
    """

    plain: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens `[first, last)` that begin in `[start, end)` (characters)."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def hyphened(self, index: int) -> bool:
        """Whether a token is a hyphen without a blank on either side ("Rust-based")."""
        if not 0 < index < len(self.words) - 1 or self.words[index] != "-":
            return False
        return self.ends[index - 1] == self.starts[index] and self.ends[index] == self.starts[index + 1]
