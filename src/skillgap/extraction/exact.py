"""Finds all forms of the taxonomy in a doc by spaCy's `PhraseMatcher`, adds what is said without a name (`sayings`), and drops
those that cannot be names where they stand.

Out: candidates in order, overlaps included; `senses` chooses between them.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from skillgap.extraction.bearers import bearer_words
from skillgap.extraction.data import names, rules
from skillgap.extraction.families import Hit, with_families
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.sayings import Sayings
from skillgap.extraction.shortened import with_shortened
from skillgap.extraction.workspace import Candidate, Rejected, Workspace
from skillgap.taxonomy.forms import Form

_TOP = "com|org|net|io|dev|de|uk|eu|me|co|app|ai|example"
_ADDRESS = re.compile(
    r"(?:\b(?:https?|ftp|ssh|git|file|wss?)://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|\b(?:[\w-]+\.)+(?:{_TOP})(?:/[\w./?=&%#-]*)?(?![\w-])",
    re.IGNORECASE,
)
_SIGN = re.compile(rf":(?=//)|@|\.(?:{_TOP})(?![\w-])|\bwww\.", re.IGNORECASE)
"""What no address is without; quick to look for."""
_CHUNK = re.compile(r"\S*")
_LABELLED = re.compile(r"[ \t]*[:|–-][ \t]*(?:https?://)?(?:www\.)?(?P<host>[\w.-]+)", re.IGNORECASE)
_INITIAL = re.compile(r"\. [A-Z][a-z]")
"""Behind a single letter: `John C. Smith`, or the mark of an item at the beginning of its line."""
_GIVEN = re.compile(r" [A-Z][a-z]+(?=\s*(?:[,|(\n\r–—]|$))")
"""Behind a given name at the start of a line: `Travis Smith, Java Developer`."""
_FAMILY = re.compile(r"(?:^|[\n\r])[ \t]*(?:[A-Z][a-z]+|[A-Z]\.)[ -]$")
"""Before a family name, from the start of a line."""
_LONGEST_NAME = 30
"""So far before a name another name of the same person may begin (characters)."""
_SHORT = 2
"""A form of so few letters is no name where digits are glued to it (`C4`, `R2`)."""
_VERSION = re.compile(r"[^\W\d_]\d[\d.]*\Z")
"""The end of a name with a version or number (`HTML5`)."""
_ARTICLES = frozenset({"a", "an", "the"})
_TERM = 3
"""A piece of a name with so few letters is a term rather than a word (`api`, `db`)."""
_OPENING = re.compile(r"(?:^|[\n.!?:|•·])[\s*_`#>\"'(\d)+-]*\Z")
_ITEM_END = re.compile(r"\s*(?:[,;/|()\n.]|\Z|(?:and|or)\b|&)")
_NARROW = 15
"""A line shorter than this (characters) does not break a name in two, unless a hyphen says so."""
_HYPHENATED = re.compile(r"\w[-\u2010-\u2015]")


@cache
def _people() -> dict[str, str]:
    return {name: rule["part"] for rule in rules("people") for name in rule["names"]}


class ExactMatches:
    """Pipeline component: lays candidates into the workspace."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._sayings = Sayings(lexicon.taxonomy)

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        corrected = workspace.corrected
        addresses = _addresses(workspace.text)
        candidates, rejected = [], []
        matched = self._lexicon.match(doc, workspace.distinct & self._lexicon.tokens, corrected)
        hits, products = with_families(workspace, self._lexicon, matched)
        hits, whole = with_shortened(workspace, self._lexicon, hits)
        products |= whole
        names = _names(hits)
        for form, first, last in (*hits, *(_beside_names(hit, names) for hit in self._sayings.hits(workspace))):
            product = products.get(first)
            if product and product[0] is not form and last <= product[2]:
                why = f"here it is a part of {product[0].text}"
            else:
                why = self._rejection(workspace, form, first, last, addresses)
            if why:
                rejected.append(Rejected(first, last, form, why))
            else:
                misspelt = bool(corrected) and any(index in corrected for index in range(first, last))
                candidates.append(Candidate(first, last, form, misspelt))
        workspace.candidates = tuple(candidates)
        workspace.rejected = tuple(rejected)
        return doc

    def _rejection(self, workspace: Workspace, form: Form, first: int, last: int, addresses: list[tuple[int, int]]) -> str:
        """Why tokens that match a form are no name where they stand; empty if they may be one."""
        text, start, end = workspace.text, workspace.tokens.starts[first], workspace.tokens.ends[last - 1]
        if not _stands_free(text, start, end, form):
            return "it is a part of something longer: a word, a number, a file or a person's initials"
        if last - first > 1 and not _holds_together(workspace, first, last):
            return "its words stand in different lines or cells"
        if form.parted and not _parted_well(workspace, first, last):
            return "written apart and without capitals it may be ordinary words"
        if addresses and _in_address(addresses, start, end):
            return "it is a part of an address"
        if addresses and _labels_address(text, end, form):
            return "it is the label of an address"
        if text[start:end] in _people() and self._is_person(text, start, end):
            return "it is the name of a person"
        return ""

    def _is_person(self, text: str, start: int, end: int) -> bool:
        """Whether a name that people bear too stands in a line that begins with a person's name."""
        kind = _people().get(text[start:end])
        if kind == "given" and (_line_start(text, start) or text[start - 1] == "-"):
            match = _GIVEN.match(text, end)
            return match is not None and self._may_be_family(match[0].strip().lower())
        if kind == "family" and re.match(r"\s*(?:[,|(\n\r–—]|$)", text[end : end + 3]):
            match = _FAMILY.search(text[max(0, start - _LONGEST_NAME) : start])
            return match is not None and self._may_be_given(match[0].strip(" \t\r\n-").lower())
        return False

    def _may_be_family(self, word: str) -> bool:
        """Whether a word with a capital behind a given name may be a family's, and is no other: "Ruby Contractor, Acme"."""
        return word not in self._lexicon.tokens and word not in bearer_words().no_firm

    def _may_be_given(self, word: str) -> bool:
        """Whether a word with a capital before a family name may be a given one, and is no other: "Used Kafka, Docker"."""
        return word not in self._lexicon.tokens and (word in names() or not is_word(word))


def _names(hits: Iterable[Hit]) -> dict[int, int]:
    """Where the names of skills that are no traits begin, and where the shortest one there ends."""
    found: dict[int, int] = {}
    for form, first, last in hits:
        if form.skill.kind != "soft" and form.origin != "weak" and not form.skill.generic:
            found[first] = min(last, found.get(first, last))
    return found


def _beside_names(hit: Hit, names: Mapping[int, int]) -> Hit:
    """What is said of somebody, without the name of a skill in it that is no trait: "worked in" of "worked in a Scrum team"."""
    form, first, last = hit
    if form.skill.kind != "soft":
        return hit
    stop = next((at for at in range(first + 1, last) if names.get(at, last) < last), last)
    while first + 1 < stop < last and form.tokens[stop - first - 1] in _ARTICLES:
        stop -= 1
    return replace(form, tokens=form.tokens[: stop - first]), first, stop


def _line_start(text: str, start: int) -> bool:
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return not text[line:start].strip()


def _parted_well(workspace: Workspace, first: int, last: int) -> bool:
    """Whether a name cut into pieces ("Fast API") is still one: with a capital, and where all pieces are words, with one each
    ("Find bugs early" is not FindBugs) or alone in its item, if some are short ("You track bugs" is not YouTrack)."""
    text, starts, tokens = workspace.text, workspace.tokens.starts, workspace.tokens.words
    if not text[starts[first]].isupper():
        return False
    pieces = [index for index in range(first, last) if tokens[index].isalpha()]
    if all(text[starts[index]].isupper() for index in pieces) or not all(is_word(tokens[index]) for index in pieces):
        return True
    short = any(len(tokens[index]) <= _TERM for index in pieces)
    return short and (not _opens(text, starts[first]) or _ITEM_END.match(text, workspace.tokens.ends[last - 1]) is not None)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, an item or a cell begins here, so that a capital tells nothing."""
    return _OPENING.search(text, max(0, start - _LONGEST_NAME), start) is not None


_FREE = frozenset(" \n\t\r,;:()/|")


def _stands_free(text: str, start: int, end: int, form: Form) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    letters = form.letters
    if before in _FREE and after in _FREE and letters != 1:
        return True
    if before.isdigit() and form.tokens[0][0].isalpha() and not _behind_a_version(text, start, form):
        return False
    if after.isdigit() and letters <= _SHORT and form.text[-1].isalpha():
        return False
    if len(form.tokens[-1]) == 1 and text.startswith(("++", "#"), end):
        return False  # "Embedded C++" is no "Embedded C"
    if (
        letters == 1
        and text[start:end].isalnum()
        and _INITIAL.match(text, end)
        and (_line_start(text, start) or _behind_a_name(text, start))
    ):
        return False
    if (before == "_" and start > 1 and text[start - 2].isalnum()) or (
        after == "_" and end + 1 < len(text) and text[end + 1].isalnum()
    ):
        return False
    # an extension (`main.go`, `index.php`) is no mention of its language
    extension = before == "." and start > 1 and text[start - 2].isalnum() and text[start].islower()
    return not (extension and letters <= 3)


def _behind_a_version(text: str, start: int, form: Form) -> bool:
    """Whether a name is glued to another that ends in a number: `HTML5CSS3`, but no `3D`."""
    glued = text[start].isupper() and form.letters > _SHORT and form.origin != "weak"
    return glued and _VERSION.search(text, max(0, start - _LONGEST_NAME), start) is not None


def _behind_a_name(text: str, start: int) -> bool:
    """Whether the word before may be a given name; `written in C. The` has none."""
    words = text[max(0, start - _LONGEST_NAME) : start].split()
    return bool(words) and words[-1].isalpha() and words[-1].istitle()


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand, in order. Only words with a sign of one are looked at."""
    found: list[tuple[int, int]] = []
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= end:
            begin = sign.start()
            while begin > end and not text[begin - 1].isspace():
                begin -= 1
            chunk = _CHUNK.match(text, begin)
            end = chunk.end() if chunk else sign.end()
            found.extend(match.span() for match in _ADDRESS.finditer(text, begin, end))
    return found


def _labels_address(text: str, end: int, form: Form) -> bool:
    """Whether a name only says where an address leads: `GitHub: github.com/somebody`."""
    address = _LABELLED.match(text, end)
    return address is not None and address["host"].lower().startswith(f"{form.text.lower()}.")


def _in_address(addresses: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch lies inside an address and is not all of it ("Socket.io"); `addresses` ascend."""
    index = bisect_right(addresses, (start, sys.maxsize)) - 1
    return index >= 0 and end <= addresses[index][1] and addresses[index] != (start, end)


def _is_dash(workspace: Workspace, index: int) -> bool:
    """Whether a token stands for a dash, with blanks on both sides: "Azure - Functions" names two things."""
    tokens = workspace.tokens
    if tokens.words[index] != "-" or not index:
        return False
    return tokens.ends[index - 1] < tokens.starts[index] and tokens.ends[index] < tokens.starts[index + 1]


def _holds_together(workspace: Workspace, first: int, last: int) -> bool:
    """Whether the tokens are one name: on one line, or broken where a line was full and the next begins nothing new."""
    text, starts, ends = workspace.text, workspace.tokens.starts, workspace.tokens.ends
    for index in range(first, last - 1):
        end, start = ends[index], starts[index + 1]
        if _is_dash(workspace, index):
            return False
        if workspace.breaks.parts(end, start):
            return False
        if start - end > 1 or (start > end and text[end] not in " \t"):
            space = text[end:start]
            if "|" in space or space.count("\n") > 1 or "\t" in space or len(space.replace("\r", "").replace("\n", "")) > 8:
                return False
            if "\n" in space:
                line_start = text.rfind("\n", 0, end) + 1
                narrow = end - line_start < _NARROW and not _HYPHENATED.match(text, end - 2)
                if narrow and workspace.unit_of(index) is not workspace.unit_of(index + 1):
                    return False
    return True
