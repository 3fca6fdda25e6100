"""Names terms that look like a technology and are not in the taxonomy: capitalised items of a list of known skills.

They come apart and never count; a report shows them so that nothing is lost in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from spacy.tokens import Doc

from skillgap.extraction.data import rules, words
from skillgap.extraction.fuzzy import is_word
from skillgap.extraction.marks import SIGNS, SIGNS_AND_BLANK
from skillgap.extraction.patterns import either
from skillgap.extraction.workspace import Workspace
from skillgap.model import Unit, Unknown

_BETWEEN = re.compile(r"[,;•|·()/:\n\u25cf\u25aa]|\s(?:and|or|&)(?=\s)")
_LEAD = re.compile(r"^(?:and|or|e\.g\.|such as|like|using|with|etc\.?|some|basic|the|a|an|good|strong)\s+", re.IGNORECASE)
_SHAPE = re.compile(r"(?:[a-z]{1,2}(?=[A-Z]{2}))?[A-Z][\w+#.-]*[\w+#](?: [A-Z0-9][\w+#.-]*[\w+#]){0,2}")
_ASKING_FOR = either(
    "knowledge of | experience with | experience of | experience in | experience using | exposure to | familiar with |"
    " familiarity with | proficient in | proficient with | proficiency in | proficiency with | expertise in |"
    " expertise with | use of | used | using | know"
)
_ASKING_WORDS = frozenset(
    {
        "knowledge",
        "experience",
        "exposure",
        "familiar",
        "familiarity",
        "proficient",
        "proficiency",
        "expertise",
        "use",
        "used",
        "using",
        "know",
    }
)
"""One of these tokens is in each of the phrases."""
_ASKED = re.compile(rf"\b(?i:{_ASKING_FOR})\s+(?:the\s+)?(?P<name>{_SHAPE.pattern})")
_NAMELIKE = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+\w*\s*(?:,|/|\bor\b|\band\b|$)")
"""A word with a capital inside, in a list: no English word, so an item of nothing but strange names is one of technologies."""
_COINED = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+|\w\.(?:ai|app|cloud|com|dev|io|js|net|org|rs|sh)\b")
"""A word with a capital inside, or one that ends like a host: a name, though its parts are English words."""
ASKING = frozenset({"required", "preferred"})
LISTING = ASKING | {"stack", "skills"}
_BEFORE_ITEM = re.compile(rf"[\s\ufe0f{SIGNS}{SIGNS_AND_BLANK}]*")
_SENTENCE_ENDS = ".!?;"
_COMPANY = 2
"""How many known skills a unit needs before its other items are looked at."""
SECTIONS = frozenset({"skills", "stack", "required", "preferred", "experience", "projects", "opening"})


@cache
def _spoken() -> frozenset[str]:
    """Languages that people speak: words of a list of skills, and no technologies (`data/spoken.yaml`)."""
    return frozenset(name for rule in rules("spoken") for name in rule["names"])


class UnknownTerms:
    """Pipeline component: lays unknown terms into the workspace."""

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        workspace = Workspace.of(doc)
        taken = [workspace.span(f.first, f.last) for f in workspace.found]
        taken += [workspace.span(c.first, c.last) for c in workspace.unsure]
        taken.sort()
        counts: dict[int, int] = {}
        for start, _ in taken:
            unit = workspace.unit_at(start)
            if unit:
                counts[unit.start] = counts.get(unit.start, 0) + 1
        result: list[Unknown] = []
        for unit in workspace.units:
            known = counts.get(unit.start, 0)
            found: dict[int, Unknown] = {}
            if workspace.english and unit.section in ASKING and unit.kind != "heading" and _asks(workspace, unit):
                found.update((term.start, term) for term in _asked(workspace.text, unit, taken))
            if unit.section in SECTIONS and _lists(workspace.text, unit, known) and not _is_title(workspace.text, unit):
                found.update((term.start, term) for term in _terms(workspace.text, unit, taken, labels=not workspace.english))
            result.extend(found[start] for start in sorted(found))
        workspace.unknown = tuple(result)
        return doc


def _lists(text: str, unit: Unit, known: int) -> bool:
    """Whether a unit, in which so many skills are known, lists skills: enough company, or an item that is a name itself."""
    if known:
        return known >= _COMPANY or unit.section in ASKING
    return unit.kind == "item" and unit.section in LISTING and _NAMELIKE.search(text, unit.start, unit.end) is not None


def _is_title(text: str, unit: Unit) -> bool:
    """Whether a line at the top is no sentence: its strange names are firms and places ("Engineer (Go, Kafka), Leipzig")."""
    return unit.section == "opening" and text[unit.end - 1] not in _SENTENCE_ENDS


def _asks(workspace: Workspace, unit: Unit) -> bool:
    """Whether a unit has a word that every phrase of asking has; quick."""
    first, last = workspace.tokens.within(unit.start, unit.end)
    return not _ASKING_WORDS.isdisjoint(workspace.tokens.words[first:last])


def _asked(text: str, unit: Unit, taken: list[tuple[int, int]]) -> list[Unknown]:
    """Names behind "knowledge of", "experience with" and the like."""
    found = []
    for match in _ASKED.finditer(text, unit.start, unit.end):
        start, end = match.span("name")
        if not _ordinary(match["name"]) and not _overlaps(taken, start, end):
            found.append(Unknown(start, end, match["name"], unit.section))
    return found


def _terms(text: str, unit: Unit, taken: list[tuple[int, int]], *, labels: bool) -> list[Unknown]:
    """The items of a list that are shaped like names; an English word is one ("Polars") right behind another name of the list.

    `labels`: what stands before a colon is a label, whose words nobody knows here ("Von Vorteil: Go").
    """
    result = []
    tools = unit.kind == "item" and unit.section in LISTING
    after_known = False
    ends = [unit.start, *(place for match in _BETWEEN.finditer(text, unit.start, unit.end) for place in match.span()), unit.end]
    for first, last in zip(ends[::2], ends[1::2], strict=True):
        item = text[first:last]
        before = _BEFORE_ITEM.match(item)
        start = first + (before.end() if before else 0)
        item = text[start:last].rstrip()
        if not item:
            continue
        if _overlaps(taken, start, start + len(item)):
            after_known = tools
            continue
        lead = _LEAD.match(item)
        if lead:
            start += lead.end()
            item = item[lead.end() :]
        item = item.rstrip(". ")
        listed = after_known and not lead and item.isalpha() and len(item) > 3 and item.lower() not in _spoken()
        after_known = False
        if labels and text.startswith(":", start + len(item)):
            continue
        if _SHAPE.fullmatch(item) and (listed or not _ordinary(item)):
            result.append(Unknown(start, start + len(item), item, unit.section))
            after_known = tools
    return result


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch touches one of those that are taken, which ascend and hardly overlap."""
    index = bisect_left(taken, (end, 0))
    return any(start < b for _, b in taken[max(0, index - 2) : index])


def _ordinary(item: str) -> bool:
    """Whether a term is made of English words or is too short to be told from an abbreviation of anything."""
    if _COINED.search(item):
        return False
    parts = re.findall(r"[A-Za-z]+", item)
    if not parts or len(item) < 3:
        return True
    return all(len(part) < 3 or part.lower() in words() or is_word(part.lower()) for part in parts)
