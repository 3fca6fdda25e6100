"""The `match` of a skill, made ready once: what the decision about every mention looks up by the token beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skillgap.extraction.beside import Phrases, by_first
from skillgap.model import MatchRule, Skill
from skillgap.model.skill import Case
from skillgap.taxonomy.forms import split


@dataclass(frozen=True, slots=True)
class Compiled:
    """The `match` of a skill, its phrases as tokens and by the token that stands beside the name."""

    case: Case
    in_list: bool
    doubt: frozenset[str]
    not_with: Phrases
    """What speaks for the other sense wherever it stands in the sentence."""
    cues: tuple[tuple[str, str], ...]
    """Of each cue, the words with a space around each, and the cue as it is written."""
    cue_words: frozenset[str]
    """The first words of the cues."""
    before: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Phrases that the name must not stand before, by their first word."""
    after: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Phrases that the name must not stand after, by their last word."""


class Rules:
    """The rules of the skills that the documents have shown so far."""

    def __init__(self) -> None:
        self._compiled: dict[str, Compiled] = {}

    def of(self, skill: Skill) -> Compiled:
        """The rule of a skill as the tokens of a document are compared with it."""
        rule = self._compiled.get(skill.id)
        if rule is None:
            rule = self._compiled[skill.id] = _compiled(skill.match)
        return rule


def _compiled(match: MatchRule) -> Compiled:
    before: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    after: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase in match.not_before:
        words = split(phrase)
        before[words[0]].append((words, phrase))
    for phrase in match.not_after:
        words = split(phrase)
        after[words[-1]].append((words, phrase))
    cues = tuple((f" {' '.join(split(cue))} ", cue) for cue in match.cues)
    first_words = frozenset(split(cue)[0] for cue in match.cues)
    doubt = frozenset(match.doubt)
    return Compiled(match.case, match.in_list, doubt, by_first(match.not_with), cues, first_words, before, after)
