"""`nlp.add_pipe("skillgap")`: the skills of a text as spans of any spaCy pipeline for English.

    doc = nlp("Built on FastAPI and Postgres.")
    [(span.text, span.id_) for span in doc.spans["skills"]]

It finds what `Analyzer.extract(doc.text)` finds. The host's tokens do not matter: skills are found in `doc.text`, and their spans
widened to whole tokens of the host. What is denied is no skill of the text, so each status has its group:

    doc.spans["skills"]            asserted: "Built on Postgres"
    doc.spans["skills_negated"]    "no PHP needed"
    doc.spans["skills_wanted"]     "eager to learn Go"
    doc.spans["skills_other"]      "our data team uses Spark"

`span.id_` is the id of the skill, `span.label_` its kind, `span._.skillgap` a dict of what the mention says of itself: `start`,
`end`, `text`, `form`, `method`, `confidence`, `status`, `section`, `why`. Spans that would be equal, of a skill that one token of
the host names twice or that two components find, are told apart by a number in `span.kb_id_`, from 2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast, get_args

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from skillgap.documents import from_text
from skillgap.model import Kind, Mention
from skillgap.model.mention import Status
from skillgap.taxonomy import Taxonomy

if TYPE_CHECKING:
    from skillgap.extraction.pipeline import Extractor

_EXTENSION = "skillgap"
_DETAILS = ("start", "end", "text", "form", "method", "confidence", "status", "section", "why")
_SAVED = "taxonomy.json"


class SkillgapComponent:
    """Pipeline component for other people's pipelines; see the module.

    A taxonomy of one's own is read when the component is made, and saved with the pipeline: where it is loaded again the folder
    need not be there. A folder that is not there and did not come along either is an error at the first text.

    Args:
        kind: what the texts are.
        key: the group of the asserted mentions; those of the other groups begin with it.
        folder: the taxonomy's files; the one that ships if None.

    Raises:
        MissingFile, TaxonomyError: the folder is there, but is a file, or no taxonomy.
    """

    def __init__(self, kind: Kind, key: str = "skills", folder: str | None = None) -> None:
        self.kind = kind
        self.key = key
        self.groups: Mapping[Status, str] = {
            status: key if status == "asserted" else f"{key}_{status}" for status in get_args(Status)
        }
        self._folder = folder
        self._files: dict[str, str] = {}
        if folder is not None and Path(folder).exists():
            self._taxonomy = Taxonomy.load(folder)
            self._files = {path.name: path.read_bytes().decode() for path in sorted(Path(folder).glob("*.yaml"))}

    @cached_property
    def _taxonomy(self) -> Taxonomy:
        if not self._files:
            return Taxonomy.load(self._folder)
        with TemporaryDirectory() as folder:
            for name, content in self._files.items():
                (Path(folder) / Path(name).name).write_bytes(content.encode())
            return Taxonomy.load(folder)

    @cached_property
    def _extractor(self) -> Extractor:
        from skillgap.extraction.pipeline import Extractor

        return Extractor(self._taxonomy)

    def __call__(self, doc: Doc) -> Doc:
        """Work on one doc and hand it on. What an earlier run left in these groups is replaced."""
        found: dict[str, list[Span]] = {name: [] for name in self.groups.values()}
        for span in (span for name in found if name in doc.spans for span in doc.spans[name]):
            doc.user_data.get(_place(span), {}).pop(_name(span), None)
        for mention in self._extractor.extract(from_text(doc.text), self.kind).mentions:
            found[self.groups[mention.status]].append(_span(doc, mention))
        for name, spans in found.items():
            doc.spans[name] = SpanGroup(doc, name=name, spans=spans)
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """The files of a taxonomy of one's own; kind and key stand in the pipeline's config."""
        return json.dumps({"folder": self._folder, "files": self._files}).encode()

    def from_bytes(self, data: bytes, **_: Any) -> SkillgapComponent:
        """Take the saved files, unless the config names another folder than it did then."""
        saved = json.loads(data)
        if saved["files"] and saved["folder"] == self._folder:
            self._files = saved["files"]
            for made in ("_taxonomy", "_extractor"):
                self.__dict__.pop(made, None)
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """As `to_bytes`, into a folder."""
        Path(path).mkdir(exist_ok=True)
        (Path(path) / _SAVED).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> SkillgapComponent:
        """As `from_bytes`, from a folder; one that was left out in saving is passed over."""
        file = Path(path) / _SAVED
        return self.from_bytes(file.read_bytes()) if file.exists() else self

    def __reduce__(self) -> tuple[Any, ...]:
        """Processes that `nlp.pipe` starts make what they need anew."""
        return (_unpickled, (self.kind, self.key, self._folder, self.to_bytes()))


def _unpickled(kind: Kind, key: str, folder: str | None, data: bytes) -> SkillgapComponent:
    return SkillgapComponent(kind, key, folder).from_bytes(data)


def _span(doc: Doc, mention: Mention) -> Span:
    """A mention as a span of the host's tokens, its details laid beside it."""
    start, end, skill = mention.start, mention.end, mention.skill
    # never None: a mention neither begins nor ends with white space, and all else is in tokens
    span = cast(Span, doc.char_span(start, end, label=skill.kind, span_id=skill.id, alignment_mode="expand"))
    laid = doc.user_data.setdefault(_place(span), {})
    numbers = count(2)
    while _name(span) in laid:
        span.kb_id_ = str(next(numbers))
    details = {name: getattr(mention, name) for name in _DETAILS}
    laid[_name(span)] = {**details, "start": start - span.start_char, "end": end - span.start_char}
    return span


def _details(span: Span) -> dict[str, Any] | None:
    """What `span._.skillgap` gives; None for spans of others."""
    laid = span.doc.user_data.get(_place(span), {}).get(_name(span))
    return laid and {**laid, "start": span.start_char + laid["start"], "end": span.start_char + laid["end"]}


def _place(span: Span) -> Any:
    """Where the values of extensions are kept: spaCy moves what lies there when docs are joined or cut."""
    return ("._.", _EXTENSION, span.start_char, span.end_char)


def _name(span: Span) -> str:
    return f"{span.id_} {span.kb_id_}"


if not Span.has_extension(_EXTENSION):
    Span.set_extension(_EXTENSION, getter=_details)


@Language.factory(
    "skillgap", default_config={"kind": "resume", "key": "skills", "taxonomy": None}, assigns=["doc.spans", "span._.skillgap"]
)
def make_skillgap(nlp: Language, name: str, kind: str, key: str, taxonomy: str | None) -> SkillgapComponent:
    """The factory: `kind` is `resume` or `posting`, `taxonomy` a folder, or None for the one that ships.

    `key` names the groups of spans; a second component in one pipeline needs a key of its own.
    """
    if kind not in get_args(Kind):
        raise ValueError(f"skillgap: kind is 'resume' or 'posting', not {kind!r}")
    made = SkillgapComponent(cast(Kind, kind), key, taxonomy)
    for other, pipe in nlp.components:
        if isinstance(pipe, SkillgapComponent):
            for group in set(made.groups.values()).intersection(pipe.groups.values()):
                raise ValueError(f"skillgap: {other!r} fills doc.spans[{group!r}] already; give {name!r} another key")
    return made
