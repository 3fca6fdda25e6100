"""Finds what a document says absurdly often: the same line, or the same words one after the other.

Repetition counts nowhere in a comparison, so nothing is taken out; it is only told, since other programs count words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import eq
from typing import Final

from skillgap.documents.quoted import quoted
from skillgap.model import Notice

OFTEN: Final = 10
"""A line that stands so many times, or words so many times in a row, are no accident."""
_SKILL_OFTEN: Final = 30
_SKILL_SHARE: Final = 0.03
"""Share of all words from which on a skill that is named so often is no longer told about, but repeated."""
_LONGEST: Final = 4
"""Words of a phrase that is looked for in a row."""
_WORD = re.compile(r"\w[\w+#]*")
_SENTENCE_WORDS: Final = 3
"""A line of fewer words may head each of many jobs (`Technologies:`)."""


def repeated(text: str) -> list[tuple[str, int]]:
    """Lines and phrases, and how often they stand there, the most frequent first."""
    counts = Counter(line for raw in text.split("\n") if (line := raw.strip(" \t-•|,;.").lower()))
    found = {
        line: count
        for line, count in counts.items()
        if count >= OFTEN and sum(map(str.isalpha, line)) > 2 and len(_WORD.findall(line)) >= _SENTENCE_WORDS
    }
    for phrase, count in _in_a_row(_WORD.findall(text.lower())):
        if any(map(str.isalpha, phrase)):
            found[phrase] = max(count, found.get(phrase, 0))
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def remark(text: str) -> tuple[Notice, ...]:
    """What to say about the repetitions of a text."""
    found = repeated(text)
    if not found:
        return ()
    message = f"the same words again and again, {found[0][1]} times and counted once: {quoted(phrase for phrase, _ in found)}"
    return (Notice("repetition", message, remedy="say it once"),)


def remark_skills(names: Iterable[str], words: int) -> tuple[Notice, ...]:
    """What to say about skills that a text of so many words names over and over.

    Args:
        names: of the skills, one for each time that one is named.
    """
    stuffed = [
        f"{name} ({count} times)"
        for name, count in Counter(names).most_common()
        if count > _SKILL_OFTEN and count > _SKILL_SHARE * words
    ]
    if not stuffed:
        return ()
    message = f"named again and again, and counted once: {', '.join(stuffed)}"
    return (Notice("repetition", message, remedy="name it where it was used"),)


def _in_a_row(words: list[str]) -> Iterator[tuple[str, int]]:
    """Phrases that follow themselves at least `OFTEN` times; those made of a shorter one are left out."""
    taken: set[int] = set()
    for size in range(1, _LONGEST + 1):
        again = bytes(map(eq, words, words[size:]))
        if b"\1" * (size * (OFTEN - 1)) not in again:
            continue
        run = 0
        for index in range(size, len(words) + 1):
            if index < len(words) and words[index] == words[index - size]:
                run += 1
                continue
            if run >= size * (OFTEN - 1) and index - 1 not in taken:
                yield " ".join(words[index - run - size : index - run]), run // size + 1
                taken.update(range(index - run - size, index))
            run = 0
