"""Why a text names a skill or does not: what was taken, what was rejected by which rule, and the nearest words to its names.

In: an extractor, a document and a skill. Out: an `Explanation`. It looks at what the components left behind, so it tells what
they did, not what they might have done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from skillgap.extraction.fuzzy import LONG, is_word
from skillgap.extraction.lexicon import MIN_FUZZY
from skillgap.extraction.pipeline import Extractor, result
from skillgap.extraction.workspace import Workspace
from skillgap.model import Document, Explanation, Kind, Nearest, Rejection, Skill
from skillgap.taxonomy.forms import split

FAR = 0.4
"""Words that differ from a name in a greater share of its letters (0-1) are not like it."""


def explain(extractor: Extractor, document: Document, kind: Kind, skill: Skill) -> Explanation:
    """What a document says of a skill; see the module."""
    workspace = extractor.work(document, kind)
    mentions = tuple(m for m in result(workspace, document).mentions if m.skill.id == skill.id)
    rejected = tuple(sorted(_rejected(workspace, document, skill), key=lambda each: each.start))
    nearest = None if mentions or rejected else _nearest(extractor, workspace, document, skill)
    return Explanation(skill, document, kind, mentions, rejected, nearest)


def _rejected(workspace: Workspace, document: Document, skill: Skill) -> Iterator[Rejection]:
    """What matched a form of the skill and was not taken; of several forms at one place the longest."""
    seen: set[tuple[int, int]] = set()
    taken = {(found.first, found.last): found for found in workspace.found}
    owner = {index: found for found in workspace.found for index in range(found.first, found.last)}

    def tell(first: int, last: int, form: str, why: str) -> Iterator[Rejection]:
        start, end = workspace.span(first, last)
        if (start, end) not in seen:
            seen.add((start, end))
            yield Rejection(start, end, document.text[start:end], form, why)

    for each in workspace.rejected:
        if each.form.skill.id == skill.id:
            yield from tell(each.first, each.last, each.form.text, each.why)
    for candidate in workspace.candidates:
        if candidate.form.skill.id != skill.id or any(
            owner[index].skill.id == skill.id for index in range(candidate.first, candidate.last) if index in owner
        ):
            continue
        covering = next((owner[index] for index in range(candidate.first, candidate.last) if index in owner), None)
        if covering is not None:
            surface = workspace.surface(covering.first, covering.last)
            whole = taken.get((candidate.first, candidate.last))
            why = f"it is read as {whole.skill.name}" if whole else f'it is a part of "{surface}", which is {covering.skill.name}'
            yield from tell(candidate.first, candidate.last, candidate.form.text, why)


def _nearest(extractor: Extractor, workspace: Workspace, document: Document, skill: Skill) -> Nearest | None:
    """The stretch of tokens that differs least from a form of the skill, for its length; the first of equals."""
    words = workspace.tokens.words
    best: tuple[float, int, int, int, str] | None = None
    for form in dict.fromkeys((skill.name, *skill.aliases, *skill.weak)):
        tokens = split(form)
        for size in {max(1, len(tokens) - 1), len(tokens), len(tokens) + 1}:
            grams = ["".join(words[index : index + size]) for index in range(len(words) - size + 1)]
            target = "".join(tokens)
            hit = process.extractOne(target, grams, scorer=OSA.distance, score_cutoff=int(len(target) * FAR))
            if hit is not None:
                found = (hit[1] / len(target), hit[2], hit[2] + size, int(hit[1]), form)
                best = min(best, found) if best else found
    if best is None:
        return None
    _, first, last, distance, form = best
    start, end = workspace.span(first, last)
    return Nearest(start, end, document.text[start:end], form, distance, _too_far(extractor, words[first:last], form, distance))


def _too_far(extractor: Extractor, words: Sequence[str], form: str, distance: int) -> str:
    """Why words that come near a form were not read as it."""
    word = "".join(words)
    if not extractor.fuzzy:
        return "misspelt names are not read: fuzzy matching is off"
    if len(words) > 1 or len(split(form)) > 1:
        return "only single words are read as misspelt"
    if word in extractor.lexicon.tokens:
        return f'"{word}" is a part of another known name'
    if not word.isascii():
        return "it has a letter of another alphabet or an accent"
    if is_word(word):
        return f'"{word}" is an ordinary English word'
    if len(word) < MIN_FUZZY or len(form) < MIN_FUZZY:
        return f"names of less than {MIN_FUZZY} letters are not looked for in misspelt words"
    allowed = 2 if len(word) >= LONG else 1
    if distance > allowed:
        return f"{allowed} letter{'s' * (allowed > 1)} may differ in a word of {len(word)}"
    if word[0] != form[0].lower():
        return "where two letters differ, the first has to be right"
    return "it is rather another ending or another word"
