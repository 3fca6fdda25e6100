"""Tells whether a text is English: the wording rules (cues, levels, years, conditions) are, and are trusted only there.

In: the tokens. Out: a language code in the workspace, `en` unless the text clearly is something else. Words that are no part of
any name are looked up in the list of English words; only where most are not in it is a language detector asked, and loaded.
"""

from __future__ import annotations

import math

from spacy.tokens import Doc

from skillgap.extraction.data import words
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.workspace import Workspace
from skillgap.model import Notice

ENGLISH = "en"
FEW = 12
"""A text with fewer different words is taken as English: names and abbreviations decide nothing."""
MOST = 0.45
"""A text is English if this share of its words (0-1) is in the list; English documents have 0.5 and more, others 0.2."""
SMALL_WORDS = frozenset(["the", "of", "and", "with", "you", "your", "our", "are", "this", "that", "which", "from", "by", "to"])
"""Hardly ever words of another language."""
OFTEN = 0.08
"""A text is English if they are this share of its words (0-1): a Pole's résumé is full of Polish names."""
SURE = 0.9
"""How sure the detector has to be (0-1)."""
_SHORTEST = 4
"""Shorter words are shared by too many languages (letters)."""
_NAMES = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


class LanguageOf:
    """Pipeline component: lays the code of the language into the workspace."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        strange = [word for word in workspace.distinct - self._lexicon.tokens if word.isalpha()]
        if any(not word.isascii() for word in strange) or not _is_english(strange):
            workspace.language = _detected(workspace, strange)
        return doc


def _is_english(strange: list[str]) -> bool:
    """Whether words that are no part of a name are English, as far as they tell."""
    long = [word for word in strange if len(word) >= _SHORTEST]
    return len(long) < FEW or len(words() & set(long)) >= MOST * len(long)


def _detected(workspace: Workspace, strange: list[str]) -> str:
    foreign = [word for word in strange if not _is_latin(word)]
    if len(foreign) * 2 < len(strange) and _is_english([word for word in strange if _is_latin(word)]):
        return ENGLISH
    written = [word for word in workspace.tokens.words if word.isalpha()]
    if sum(word in SMALL_WORDS for word in written) >= OFTEN * len(written):
        return ENGLISH
    kept = set(strange)
    import py3langid

    ranked = py3langid.rank(" ".join(word for word in workspace.tokens.words if word in kept))
    best = max(score for _, score in ranked)
    sure = 1 / sum(math.exp(score - best) for _, score in ranked)  # log likelihoods, each language as likely as any other
    return str(ranked[0][0]) if sure >= SURE else ENGLISH


def _is_latin(word: str) -> bool:
    return word.isascii() or all(char < "\u0250" for char in word)


def remark(language: str) -> tuple[Notice, ...]:
    """What to say of a document in another language; nothing of an English one."""
    if language == ENGLISH:
        return ()
    name = _NAMES.get(language, f"another language ({language})")
    return (
        Notice(
            "language",
            f"it is in {name}; names of technologies are found, but what is required, wanted or denied is read in English only",
            "serious",
            "compare a translation, or check each line by hand",
        ),
    )
