"""All the ways in which a skill's names may be written, each as a tuple of lower-case tokens with its owner.

The tokens are those of `split`, the one rule by which names and documents are cut: runs of letters, runs of digits, and other
characters one run of the same character at a time. So `C++`, `Node.js`, `CI/CD` and `Python3` fall apart in the same way on
both sides, and a phrase match finds them whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from skillgap.model import Skill

TOKEN = re.compile(r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079]+|\d+|([^\w\s]|[_\u00b2\u00b3\u00b9\u2070-\u2079])\1*")
"""A word, a number, or a sign; a raised digit, as footnotes have it ("Java" with a raised 1), is a sign."""
Origin = Literal["name", "alias", "typo", "weak", "variant", "saying"]

_SEPARATORS = frozenset(" -./_")
_PIECES = re.compile(r"[ \-./_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_DOTTED = frozenset(["js", "io", "ai", "net"])
_PLURAL_NOUNS = frozenset(
    ["api", "apis", "webservice", "microservice", "websocket", "database", "db", "vpn", "framework", "pattern", "pipeline"]
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a skill's name. `text` is as the taxonomy has it; for a variant, the form that it is a variant of; for a
    saying, which no taxonomy has, the words of the whole wording.

    `parted` marks a variant whose pieces may be ordinary words (`fast api`): it needs a capital. `letters`: how many `text` has.
    """

    tokens: tuple[str, ...]
    text: str
    skill: Skill
    origin: Origin
    parted: bool = False
    letters: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letters", sum(map(str.isalpha, self.text)))


def split(text: str) -> tuple[str, ...]:
    """The tokens of a name, lower case."""
    return tuple(match[0] for match in TOKEN.finditer(text.lower()))


def key(text: str) -> str:
    """A name without case, spaces and separators: two forms with one key are the same name. A leading dot stays (`.NET`)."""
    lowered = text.strip().lower()
    head = "." if lowered.startswith(".") else ""
    return head + "".join(c for c in lowered if c not in _SEPARATORS)


def forms_of(skill: Skill) -> Iterator[Form]:
    """The forms of one skill: those of the taxonomy first, then their variants; no token sequence twice."""
    seen: set[tuple[str, ...]] = set()
    weak = {split(form) for form in skill.weak}
    given: list[tuple[str, Origin]] = [(form, "weak") for form in skill.weak]
    given += [(form, _origin(form, skill)) for form in (skill.name, *skill.aliases) if split(form) not in weak]
    given += [(form, "typo") for form in (*skill.typos, *_misspelt_aliases(skill))]
    for text, origin in given:
        tokens = split(text)
        if tokens and tokens not in seen:
            seen.add(tokens)
            yield Form(tokens, text, skill, origin)
    for text, origin in given:
        for tokens, parted in _variants(text, skill):
            if tokens and tokens not in seen:
                seen.add(tokens)
                yield Form(tokens, text, skill, origin if origin in {"weak", "typo"} else "variant", parted)


def _origin(form: str, skill: Skill) -> Origin:
    """An alias that only spaces the name otherwise ("Elastic Search") is a variant of it."""
    if form == skill.name:
        return "name"
    return "variant" if key(form) == key(skill.name) else "alias"


def _misspelt_aliases(skill: Skill) -> Iterator[str]:
    """Longer names with the misspelt word in them: of the typo "Azzure" and the alias "Microsoft Azure", "Microsoft Azzure"."""
    names = [form.split() for form in (skill.name, *skill.aliases)]
    for typo in skill.typos:
        for words in names:
            for index, word in enumerate(words):
                if len(words) > 1 and " " not in typo and SequenceMatcher(None, word.lower(), typo.lower()).ratio() > 0.8:
                    yield " ".join([*words[:index], typo, *words[index + 1 :]])


def _variants(text: str, skill: Skill) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Spacing, joining and number: (tokens, whether the pieces may be ordinary words)."""
    spellings = [text]
    if "&" in text:
        spellings.append(re.sub(r"\s*&\s*", " and ", text))
    for spelling in spellings:
        for number in _numbers(spelling, skill):
            yield from _spacings(number)


def _numbers(text: str, skill: Skill) -> list[str]:
    """The text, and its last word in the other number where that word is a common noun."""
    words = text.split()
    last = re.split(r"[-/]", words[-1])[-1] if words else ""
    noun = skill.kind in {"concept", "practice"} and len(last) >= 4 and last.isalpha() and last[1:].islower()
    if not noun and last.lower() not in _PLURAL_NOUNS:
        return [text]
    if last.lower() == "apis":
        return [text, text[:-1]]
    if last.lower().endswith("s"):
        return [text, text[:-1]] if not last.lower().endswith(("ss", "us", "is", "ics")) else [text]
    if last.lower().endswith(("y", "ing", "ed", "x", "ch", "sh")):
        return [text]
    return [text, text + "s"]


def _spacings(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    lead = "." if text.startswith(".") else ""
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if lead and pieces:
        pieces[0] = lead + pieces[0]
    if 1 < len(pieces) <= 4:
        for separator in (" ", "-", ".", "/"):
            # a dot elsewhere would join the end of a sentence with the next one: `Spring. Boot`
            dotted = separator == "." and pieces[-1].lower() in _DOTTED
            if separator not in "./" or (len(pieces) == 2 and (separator in text or dotted)):
                yield split(separator.join(pieces)), False
        joined = "".join(pieces)
        if len(joined) >= 5 and len(pieces) <= 3:
            yield split(joined), False
    yield split(text), False
    if len(pieces) == 1:
        parts = [part for part in _CAMEL.split(text) if part]
        if 1 < len(parts) <= 3 and all(len(part) >= 2 for part in parts):
            yield split(" ".join(parts)), True
            yield split("-".join(parts)), True


def owners(skills: Iterable[Skill]) -> dict[str, list[tuple[Skill, str, Origin]]]:
    """Key of every listed form -> who lists it; what `lint` looks for collisions in."""
    result: dict[str, list[tuple[Skill, str, Origin]]] = {}
    for skill in skills:
        weak = {split(form) for form in skill.weak}
        listed: list[tuple[str, Origin]] = [(skill.name, "name"), *((a, "alias") for a in skill.aliases)]
        listed = [(text, origin) for text, origin in listed if split(text) not in weak]
        listed += [(text, "weak") for text in skill.weak] + [(text, "typo") for text in skill.typos]
        for text, origin in listed:
            result.setdefault(key(text), []).append((skill, text, origin))
    return result
