"""The pipeline: an empty English one of spaCy with components of our own, in the order in which they work.

    tokens     text -> tokens with offsets                       tokens.py
    language   whether the text is English                       language.py
    structure  sections and sentences                            structure.py, sections.py, units.py
    fuzzy      misspelt tokens read as meant                     fuzzy.py
    exact      every form of the taxonomy, by PhraseMatcher      exact.py, lexicon.py
    senses     which of them are mentions                        senses.py
    context    whose they are: negated, wanted, other            context.py
    unknown    what looks like a technology and is not known     unknown.py

In: text or a Document, and its kind. Out: an `Extraction`.
"""

from __future__ import annotations

from spacy.lang.en import English
from spacy.language import Language

from skillgap.extraction.context import Context
from skillgap.extraction.exact import ExactMatches
from skillgap.extraction.fuzzy import FuzzyTokens
from skillgap.extraction.language import LanguageOf
from skillgap.extraction.lexicon import Lexicon
from skillgap.extraction.senses import Senses
from skillgap.extraction.structure import Structure
from skillgap.extraction.tokens import SkillTokenizer
from skillgap.extraction.unknown import UnknownTerms
from skillgap.extraction.workspace import Workspace
from skillgap.model import Document, Extraction, Kind, Mention, Unsure
from skillgap.taxonomy import Taxonomy


class Extractor:
    """Finds the skills of a taxonomy in texts. One may be used from several threads.

    Args:
        taxonomy: the skills to find.
        fuzzy: read misspelt names as meant.
        senses: let the context decide about ambiguous names; without, all are taken.
    """

    def __init__(self, taxonomy: Taxonomy, *, fuzzy: bool = True, senses: bool = True) -> None:
        self.taxonomy = taxonomy
        self.fuzzy = fuzzy
        self.nlp = build(taxonomy, fuzzy=fuzzy, senses=senses)

    @property
    def lexicon(self) -> Lexicon:
        """The forms of the taxonomy as they are matched."""
        return _lexicon(self.nlp)

    def extract(self, document: Document, kind: Kind) -> Extraction:
        """All skills in a document. Requirements are not read here; that is `skillgap.posting`."""
        return result(self.work(document, kind), document)

    def work(self, document: Document, kind: Kind) -> Workspace:
        """What the components leave behind for one document; for who asks how a result came about."""
        doc = self.nlp.make_doc(document.readable)
        workspace = Workspace.of(doc)
        workspace.kind = kind
        workspace.blocks = document.blocks
        return Workspace.of(self.nlp(doc))


def build(taxonomy: Taxonomy, *, fuzzy: bool = True, senses: bool = True) -> Language:
    """The spaCy pipeline over a taxonomy; see the module."""
    # the tokenizer is ours from the start: spaCy's own takes longer to build than all the rest
    nlp = English(create_tokenizer=lambda nlp: SkillTokenizer(nlp.vocab, Lexicon(taxonomy, nlp.vocab)))
    nlp.max_length = 1 << 40  # the limit guards models that need memory per character; nothing here does
    nlp.add_pipe("skillgap_language", name="language")
    nlp.add_pipe("skillgap_structure", name="structure")
    if fuzzy:
        nlp.add_pipe("skillgap_fuzzy", name="fuzzy")
    nlp.add_pipe("skillgap_exact", name="exact")
    nlp.add_pipe("skillgap_senses", name="senses", config={"on": senses})
    nlp.add_pipe("skillgap_context", name="context")
    nlp.add_pipe("skillgap_unknown", name="unknown")
    return nlp


def _lexicon(nlp: Language) -> Lexicon:
    if not isinstance(nlp.tokenizer, SkillTokenizer):
        raise ValueError("this component works behind skillgap's own tokenizer; add the pipe 'skillgap' to other pipelines")
    return nlp.tokenizer.lexicon


@Language.factory("skillgap_language")
def _language(nlp: Language, name: str) -> LanguageOf:
    return LanguageOf(_lexicon(nlp))


@Language.factory("skillgap_structure")
def _structure(nlp: Language, name: str) -> Structure:
    return Structure()


@Language.factory("skillgap_fuzzy")
def _fuzzy(nlp: Language, name: str) -> FuzzyTokens:
    return FuzzyTokens(_lexicon(nlp))


@Language.factory("skillgap_exact")
def _exact(nlp: Language, name: str) -> ExactMatches:
    return ExactMatches(_lexicon(nlp))


@Language.factory("skillgap_senses", default_config={"on": True})
def _senses(nlp: Language, name: str, on: bool) -> Senses:
    return Senses(on)


@Language.factory("skillgap_context")
def _context(nlp: Language, name: str) -> Context:
    return Context()


@Language.factory("skillgap_unknown")
def _unknown(nlp: Language, name: str) -> UnknownTerms:
    return UnknownTerms()


def result(workspace: Workspace, document: Document) -> Extraction:
    """The frozen values of what the components have found in a document."""
    text, starts, ends = document.text, workspace.tokens.starts, workspace.tokens.ends

    def section_at(offset: int) -> str:
        unit = workspace.unit_at(offset)
        return unit.section if unit else "other"

    mentions = []
    for found in workspace.found:
        start, end = starts[found.first], _with_digits(text, ends[found.last - 1])
        mentions.append(
            Mention(
                start,
                end,
                text[start:end],
                found.skill,
                found.method,
                found.confidence,
                found.status,
                section_at(start),
                found.form.text,
                found.why,
            )
        )
    unsure = []
    for each in workspace.unsure:
        start, end = workspace.span(each.first, each.last)
        unsure.append(Unsure(start, end, text[start:end], each.form.skill, section_at(start), each.why))
    return Extraction(
        text,
        workspace.text,
        workspace.tokens,
        workspace.kind,
        workspace.language,
        tuple(mentions),
        tuple(unsure),
        workspace.unknown,
        workspace.sections,
        workspace.units,
    )


def _with_digits(text: str, end: int) -> int:
    """A version glued to a name belongs to the mention: `HTML5`."""
    while end < len(text) and text[end].isdecimal():
        end += 1
    return end
