"""`nlp.add_pipe("skillgap")`: the skills of a text as spans of any English pipeline.

    doc = nlp("Built on FastAPI and Postgres.")
    [(span.text, span.id_) for span in doc.spans["skills"]]

The host's tokens do not matter: skills are found in `doc.text` and the spans widened to whole tokens of the host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from skillgap.model import Document, Kind
from skillgap.taxonomy import Taxonomy

if TYPE_CHECKING:
    from skillgap.extraction.pipeline import Extractor

KEY = "skills"
_DETAILS = "skillgap"


class SkillgapComponent:
    """Pipeline component for other people's pipelines; see the module.

    Only asserted mentions become spans; `label_` is the kind of the skill, `id_` its id, and `span._.skillgap` a dict with the
    mention's own text, method, confidence and reason (the span is widened to whole tokens of the host).
    """

    def __init__(self, extractor: Extractor, kind: Kind) -> None:
        if not Span.has_extension("skillgap"):
            Span.set_extension("skillgap", getter=_of_span)
        self._extractor = extractor
        self.kind = kind

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on."""
        spans = []
        details: dict[str, dict[str, Any]] = {}
        for mention in self._extractor.extract(Document(doc.text), self.kind).mentions:
            span = doc.char_span(
                mention.start, mention.end, label=mention.skill.kind, span_id=mention.skill.id, alignment_mode="expand"
            )
            if span is not None and mention.status == "asserted":
                details[_key(span)] = {
                    "text": mention.text,
                    "method": mention.method,
                    "confidence": mention.confidence,
                    "section": mention.section,
                    "why": mention.why,
                }
                spans.append(span)
        doc.user_data[_DETAILS] = details
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


def _key(span: Span) -> str:
    return f"{span.start_char}-{span.end_char}-{span.id_}"


def _of_span(span: Span) -> dict[str, Any] | None:
    details: dict[str, dict[str, Any]] = span.doc.user_data.get(_DETAILS, {})
    return details.get(_key(span))


@Language.factory("skillgap", default_config={"kind": "resume", "taxonomy": None}, assigns=["doc.spans"])
def make_skillgap(nlp: Language, name: str, kind: str, taxonomy: str | None) -> SkillgapComponent:
    """The factory: `kind` is `resume` or `posting`; `taxonomy` a folder, or None for the one that ships."""
    from skillgap.extraction.pipeline import Extractor

    if kind not in ("resume", "posting"):
        raise ValueError(f"skillgap: kind is 'resume' or 'posting', not {kind!r}")
    return SkillgapComponent(Extractor(Taxonomy.load(taxonomy)), cast(Kind, kind))
