"""What is kept of a résumé's text to tell that another one is the same or nearly so: nothing that can be read again.

Words become characters, so that a sequence of words can be compared as a string of characters is; a few hashes of it and of the
addresses in it are the keys by which candidates for a comparison find each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from rapidfuzz.distance import Indel

WINDOW = 8
"""Words in a row that make a key."""
KEYS = 6
"""So many of them, the least by their hash (a bottom-k sketch: Broder, On the resemblance and containment of documents, 1997)."""
LONG = 200
"""Of a text with more words only the rows that begin with one of a quarter of all words are keys."""
WORDS = 3000
"""Words of a text that are looked at."""
SAME_PERSON = 0.5
"""Two texts with an address in common are versions of one if they are so similar (0-1): an agency's address unites strangers."""
NEARLY = 0.8
"""Two texts without one are."""
_FIRST, _KINDS = 0x4E00, 20_000
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|(?:github\.com|gitlab\.com|linkedin\.com/in)/[\w-]{1,64}"
    r"|(?<![\w/])[+(0][\d ()/.-]{8,24}\d",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d\D.*(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sketch:
    """Of one text.

    Attributes:
        digest: the same for two texts whose words are the same, however they are laid out; empty for a text without words.
        words: a character for each word.
        contacts: keys made of addresses, profiles and telephone numbers.
        passages: keys made of words in a row.
    """

    digest: str
    words: str
    contacts: tuple[str, ...]
    passages: tuple[str, ...]


def sketch(text: str) -> Sketch:
    """The sketch of a text."""
    found = _WORD.findall(text.casefold())
    digest = blake2b(" ".join(found).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() if found else ""
    kept = found[:WORDS]
    codes = {word: chr(_FIRST + crc32(word.encode("utf-8", "surrogatepass")) % _KINDS) for word in set(kept)}
    words = "".join(codes[word] for word in kept)
    units = words.encode("utf-16-le")
    every = range(0, len(units) - 2 * WINDOW + 2, 2)
    begins = [at for at in every if not units[at] & 3] if len(words) > LONG else every
    passages = sorted({crc32(units[at : at + 2 * WINDOW]) for at in begins})[:KEYS]
    return Sketch(digest, words, _contacts(text), tuple(f"{value:08x}" for value in passages))


def similar(one: str, other: str, contact: bool) -> bool:
    """Whether two texts, given as `Sketch.words`, are versions of one; `contact` where they have an address in common."""
    least = SAME_PERSON if contact else NEARLY
    return Indel.normalized_similarity(one, other, score_cutoff=least) >= least


def _contacts(text: str) -> tuple[str, ...]:
    found = {_plain(match) for match in _ADDRESS.findall(text)}
    return tuple(sorted(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() for name in found if name))


def _plain(address: str) -> str:
    """An address as it is compared: a telephone number by its last nine digits, and nothing where it may be a span of years."""
    if "@" in address or ".com/" in address.lower():
        return address.casefold().rstrip(".-")
    digits = re.sub(r"\D", "", address)
    return digits[-9:] if len(digits) >= 9 and not _YEARS.search(address) else ""
