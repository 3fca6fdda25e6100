"""`nlp.add_pipe("skillgap")`: the skills of a text as spans of any English pipeline.

    doc = nlp("Built on FastAPI and Postgres.")
    [(span.text, span.id_) for span in doc.spans["skills"]]

The host's tokens do not matter: skills are found in `doc.text` and the spans widened to whole tokens of the host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from skillgap.model import Document, Kind
from skillgap.taxonomy import Taxonomy

if TYPE_CHECKING:
    from skillgap.extraction.pipeline import Extractor

KEY = "skills"


class SkillgapComponent:
    """Pipeline component for other people's pipelines; see the module.

    Only asserted mentions become spans; `label_` is the kind of the skill, `id_` its id, and `span._.skillgap` the `Mention`.
    """

    def __init__(self, extractor: Extractor, kind: Kind) -> None:
        from spacy.tokens import Span

        if not Span.has_extension("skillgap"):
            Span.set_extension("skillgap", default=None)
        self._extractor = extractor
        self.kind = kind

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        spans = []
        for mention in self._extractor.extract(Document(doc.text), self.kind).mentions:
            span = doc.char_span(
                mention.start, mention.end, label=mention.skill.kind, span_id=mention.skill.id, alignment_mode="expand"
            )
            if span is not None and mention.status == "asserted":
                span._.skillgap = mention
                spans.append(span)
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans)
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep: kind and taxonomy stand in the pipeline's config."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: Any) -> SkillgapComponent:
        """Nothing to restore."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, _path: Any, **_: Any) -> SkillgapComponent:
        """Nothing to restore."""
        return self


@Language.factory("skillgap", default_config={"kind": "resume", "taxonomy": None}, assigns=["doc.spans"])
def make_skillgap(nlp: Language, name: str, kind: str, taxonomy: str | None) -> SkillgapComponent:
    """The factory: `kind` is `resume` or `posting`; `taxonomy` a folder, or None for the one that ships."""
    from skillgap.extraction.pipeline import Extractor

    return SkillgapComponent(Extractor(Taxonomy.load(taxonomy)), cast(Kind, kind))
