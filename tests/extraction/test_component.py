"""`nlp.add_pipe("skillgap")` finds what `Analyzer.extract` finds, whatever the host does with its texts, docs and pipelines."""

from __future__ import annotations

import importlib
import json
import multiprocessing
import pickle
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from skillgap.analyzer import Analyzer
from skillgap.errors import MissingFile, TaxonomyError
from skillgap.extraction import component
from skillgap.model import Kind
from skillgap.model.mention import Status
from tests.texts import is_text

TEXT = "Built on FastAPI/Postgres (K8s). No PHP needed. Want to learn Rust. Node.js-based."
OTHERS = ["", " ", "Python", "nothing", "Java, java and JAVA\r\n- Go\n- Kafka", TEXT]
ROOT = Path(__file__).parents[2]


class Words:
    """A tokenizer of the host: a text cut into words without spaces between them."""

    def __init__(self, vocab: Vocab, cut: Callable[[str], list[str]]) -> None:
        self.vocab, self.cut = vocab, cut

    def __call__(self, text: str) -> Doc:
        words = self.cut(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


class SplitAtSpaces:
    """The host's tokenizer that drops white space, as many write it: `doc.text` is no longer the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=text.split())


TOKENIZERS: dict[str, Callable[[str], list[str]]] = {
    "runs without white space": re.compile(r"\S+|\s").findall,
    "runs of letters": re.compile(r"[^\W\d_]+|[\W\d_]").findall,
    "runs of one class": re.compile(r"\w+|\s+|[^\w\s]+").findall,
    "characters": list,
    "pairs of characters": re.compile(r".{1,2}", re.DOTALL).findall,
    "one token": lambda text: [text] if text else [],
}
HOSTS = ["en", "xx", "split at spaces", *TOKENIZERS]


def host(name: str = "en", **config: Any) -> Language:
    nlp = spacy.blank("xx" if name == "xx" else "en")
    if name in TOKENIZERS:
        nlp.tokenizer = Words(nlp.vocab, TOKENIZERS[name])
    elif name == "split at spaces":
        nlp.tokenizer = SplitAtSpaces(nlp.vocab)
    nlp.add_pipe("skillgap", config=config)
    return nlp


@pytest.fixture(scope="module")
def hosts() -> dict[tuple[str, Kind], Language]:
    return {(name, kind): host(name, kind=kind) for name in HOSTS for kind in get_args(Kind)}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return host()


Fact = tuple[str, str, dict[str, Any]]


def groups(key: str = "skills") -> dict[Status, str]:
    return {"asserted": key, "negated": f"{key}_negated", "wanted": f"{key}_wanted", "other": f"{key}_other"}


def in_spans(doc: Doc, key: str = "skills") -> list[Fact]:
    """What the component says, in order of position."""
    facts = []
    for status, group in groups(key).items():
        for span in doc.spans[group]:
            assert span._.skillgap["status"] == status
            facts.append((span.id_, span.label_, span._.skillgap))
    return sorted(facts, key=lambda fact: (fact[2]["start"], fact[2]["end"]))


def in_mentions(analyzer: Analyzer, text: str, kind: Kind = "resume") -> list[Fact]:
    """What `Analyzer.extract` says, in the same form."""
    return [
        (
            mention.skill.id,
            mention.skill.kind,
            {
                name: getattr(mention, name)
                for name in ("start", "end", "text", "form", "method", "confidence", "status", "section", "why")
            },
        )
        for mention in analyzer.extract(text, kind).mentions
    ]


def spans(doc: Doc) -> dict[str, list[tuple[int, int, str, str, str]]]:
    """All spans of a doc by their groups."""
    return {name: [(s.start, s.end, s.label_, s.id_, s.kb_id_) for s in group] for name, group in doc.spans.items()}


def words(doc: Doc, group: str = "skills") -> list[tuple[str, str]]:
    return [(span.text, span.id_) for span in doc.spans[group]]


NAMES = ["Python", "Go", "C++", "C#", ".NET", "k8s", "Node.js", "Postgres/PostgreSQL", "Kubernets", "HTML5", "REST", "Java"]
AROUND = ["no ", "not needed", "eager to learn ", "our data team uses ", "Skills:\n", "# Requirements\n", "- ", ", ", ". ", "/"]
ODD = [
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\r\n",
    "\t",
    "\u00a0",
    "\U0001f468\u200d\U0001f4bb",
    "e\u0301",
    "\u0308",
    "\uff30ython",
    "\x00",
]
MARKUP = ["<p>", "</p>", "<ul>", "<li>", "</li>", "&amp;", "&#67;", "**", "<!-- ", "<div>Rust</div>"]
TEXTS = (
    st.lists(st.sampled_from([*NAMES, *AROUND, *ODD, *MARKUP, " ", "\n\n"]) | st.text(max_size=6), max_size=20)
    .map("".join)
    .filter(is_text)
)


@settings(max_examples=150)
@given(text=TEXTS, name=st.sampled_from(HOSTS), kind=st.sampled_from(get_args(Kind)))
def test_any_host_finds_what_the_analyzer_finds(
    text: str, name: str, kind: Kind, hosts: dict[tuple[str, Kind], Language], analyzer: Analyzer
) -> None:
    doc = hosts[name, kind](text)
    assert in_spans(doc) == in_mentions(analyzer, doc.text, kind)


@pytest.mark.parametrize("name", HOSTS)
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<ul><li>C&#43;&#43;</li><li>Java</li></ul><!-- Python -->", {"cpp", "java"}),
        ("<p>Kafka</p><p>Redis</p><p><script>let docker = 1</script></p>", {"apache-kafka", "redis"}),
    ],
)
def test_markup_is_not_read(text: str, found: set[str], name: str, hosts: dict[tuple[str, Kind], Language]) -> None:
    assert {id_ for id_, _, _ in in_spans(hosts[name, "resume"](text))} == found


@settings(max_examples=100)
@given(text=TEXTS, name=st.sampled_from(HOSTS))
def test_spans_are_no_wider_than_the_tokens_that_the_mention_touches(
    text: str, name: str, hosts: dict[tuple[str, Kind], Language]
) -> None:
    doc = hosts[name, "resume"](text)
    for group in groups().values():
        for span in doc.spans[group]:
            start, end = span._.skillgap["start"], span._.skillgap["end"]
            assert span[0].idx <= start < span[0].idx + len(span[0])
            assert span[-1].idx < end <= span[-1].idx + len(span[-1])


@settings(max_examples=100)
@given(text=TEXTS, name=st.sampled_from(HOSTS))
def test_no_two_spans_are_equal(text: str, name: str, hosts: dict[tuple[str, Kind], Language]) -> None:
    doc = hosts[name, "resume"](text)
    found = [span for group in spans(doc).values() for span in group]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", HOSTS)
@pytest.mark.parametrize("text", OTHERS)
def test_every_text_has_every_group(name: str, text: str, hosts: dict[tuple[str, Kind], Language]) -> None:
    assert set(hosts[name, "resume"](text).spans) == set(groups().values())


@pytest.mark.parametrize(
    ("sentence", "group", "skill"),
    [
        ("Built on FastAPI.", "skills", "fastapi"),
        ("No PHP needed.", "skills_negated", "php"),
        ("Eager to learn Rust.", "skills_wanted", "rust"),
        ("Our data team uses Spark.", "skills_other", "apache-spark"),
    ],
)
def test_a_mention_stands_in_the_group_of_its_status(sentence: str, group: str, skill: str, nlp: Language) -> None:
    doc = nlp(sentence)
    assert [name for name in doc.spans if skill in dict(words(doc, name)).values()] == [group]


def test_spans_widen_to_the_tokens_of_the_host(hosts: dict[tuple[str, Kind], Language]) -> None:
    assert words(hosts["split at spaces", "resume"](TEXT)) == [
        ("FastAPI/Postgres", "fastapi"),
        ("FastAPI/Postgres", "postgresql"),
        ("(K8s).", "kubernetes"),
        ("Node.js-based.", "nodejs"),
    ]


def test_mentions_of_one_skill_in_one_token_keep_what_is_their_own(hosts: dict[tuple[str, Kind], Language]) -> None:
    doc = hosts["one token", "resume"]("Postgres in use. PostgreSQL too. No Postgres needed.")
    found = [*doc.spans["skills"], *doc.spans["skills_negated"]]
    assert [(span._.skillgap["text"], span._.skillgap["status"], span.kb_id_) for span in found] == [
        ("Postgres", "asserted", ""),
        ("PostgreSQL", "asserted", "2"),
        ("Postgres", "negated", "3"),
    ]


def test_a_span_of_somebody_else_has_no_details(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert (doc[0:1]._.skillgap, doc[2:3]._.skillgap) == (None, None)


def test_a_doc_worked_on_again_is_as_before(nlp: Language) -> None:
    doc = nlp(TEXT)
    before = spans(doc), in_spans(doc)
    assert (spans(nlp(doc)), in_spans(doc)) == before


class TestSaving:
    def disk(self, nlp: Language, folder: Path) -> Language:
        nlp.to_disk(folder / "model")
        return spacy.load(folder / "model")

    def bytes(self, nlp: Language, folder: Path) -> Language:
        return type(nlp).from_config(nlp.config).from_bytes(nlp.to_bytes())

    def pickle(self, nlp: Language, folder: Path) -> Language:
        copy: Language = pickle.loads(pickle.dumps(nlp))
        return copy

    WAYS = pytest.mark.parametrize("way", [disk, bytes, pickle])
    Way = Callable[["TestSaving", Language, Path], Language]

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A taxonomy of one skill."""
        folder = tmp_path / "mine"
        folder.mkdir()
        (folder / "tools.yaml").write_text(
            "- {id: zorblatt, name: Zorblatt, kind: technology, area: frameworks, aliases: [Zörbel]}\n", "utf-8"
        )
        return folder

    @WAYS
    @pytest.mark.parametrize("kind", get_args(Kind))
    def test_a_saved_pipeline_finds_the_same(self, way: Way, kind: Kind, tmp_path: Path) -> None:
        nlp = host(kind=kind, key="asked")
        copy = way(self, nlp, tmp_path)
        assert copy.get_pipe("skillgap").kind == kind
        assert spans(copy(TEXT)) == spans(nlp(TEXT))
        assert in_spans(copy(TEXT), "asked") == in_spans(nlp(TEXT), "asked") != []

    @WAYS
    def test_a_taxonomy_of_ones_own_comes_along(self, way: Way, folder: Path, tmp_path: Path) -> None:
        nlp = host(taxonomy=str(folder))
        copy = way(self, nlp, tmp_path)
        shutil.rmtree(folder)
        again = way(self, copy, tmp_path)
        for each in (nlp, copy, again):
            assert words(each("Python and Zörbel")) == [("Zörbel", "zorblatt")]

    def test_the_saved_taxonomy_counts_not_what_its_folder_holds_now(self, folder: Path, tmp_path: Path) -> None:
        host(taxonomy=str(folder)).to_disk(tmp_path / "model")
        (folder / "tools.yaml").write_text("- {id: other, name: Other, kind: technology, area: frameworks}\n", "utf-8")
        assert words(spacy.load(tmp_path / "model")("Zorblatt")) == [("Zorblatt", "zorblatt")]

    def test_a_pipeline_in_use_takes_over_what_is_loaded_into_it(self, folder: Path) -> None:
        saved = host(taxonomy=str(folder)).to_bytes()
        (folder / "tools.yaml").write_text("- {id: other, name: Other, kind: technology, area: frameworks}\n", "utf-8")
        nlp = host(taxonomy=str(folder))
        assert words(nlp("Zorblatt")) == []
        assert words(nlp.from_bytes(saved)("Zorblatt")) == [("Zorblatt", "zorblatt")]

    def test_a_folder_named_at_loading_counts_more_than_the_saved_one(self, folder: Path, tmp_path: Path) -> None:
        host(taxonomy=str(folder)).to_disk(tmp_path / "model")
        other = tmp_path / "other"
        other.mkdir()
        (other / "tools.yaml").write_text("- {id: quuxly, name: Quuxly, kind: technology, area: frameworks}\n", "utf-8")
        loaded = spacy.load(tmp_path / "model", config={"components.skillgap.taxonomy": str(other)})
        assert words(loaded("Zorblatt, Quuxly")) == [("Quuxly", "quuxly")]

    def test_a_folder_that_is_nowhere_is_told_at_the_first_text(self, tmp_path: Path) -> None:
        nlp = host(taxonomy=str(tmp_path / "nowhere"))
        with pytest.raises(MissingFile, match="nowhere: no such folder"):
            nlp("Python")

    def test_a_file_in_place_of_the_folder_is_told_at_once(self, folder: Path) -> None:
        with pytest.raises(MissingFile, match=r"tools\.yaml: no such folder"):
            host(taxonomy=str(folder / "tools.yaml"))

    def test_a_broken_taxonomy_is_told_at_once(self, folder: Path) -> None:
        (folder / "tools.yaml").write_text("- {id: zorblatt}\n", "utf-8")
        with pytest.raises(TaxonomyError, match=r"tools\.yaml:1"):
            host(taxonomy=str(folder))

    def test_a_pipeline_saved_without_it_loads(self, tmp_path: Path) -> None:
        host().to_disk(tmp_path / "model", exclude=["skillgap"])
        assert words(spacy.load(tmp_path / "model")("Python")) == [("Python", "python")]

    def test_saved_files_stay_where_they_are_unpacked(self, folder: Path, tmp_path: Path) -> None:
        content = (folder / "tools.yaml").read_text("utf-8")
        saved = json.dumps({"folder": "mine", "files": {"../../escaped.yaml": content}}).encode()
        pipe = component.SkillgapComponent("resume", folder="mine").from_bytes(saved)
        assert words(pipe(spacy.blank("en")("Zorblatt"))) == [("Zorblatt", "zorblatt")]
        assert not [*tmp_path.parent.glob("**/escaped.yaml")]


class TestDocs:
    DOCS = (TEXT, "Postgres/PostgreSQL/Postgres", "")

    def copied(self, doc: Doc) -> Doc:
        return doc.copy()

    def through_bytes(self, doc: Doc) -> Doc:
        return Doc(Vocab()).from_bytes(doc.to_bytes())

    def through_pickle(self, doc: Doc) -> Doc:
        copy: Doc = pickle.loads(pickle.dumps(doc))
        return copy

    def through_bin(self, doc: Doc) -> Doc:
        data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
        return next(DocBin(store_user_data=True).from_bytes(data).get_docs(Vocab()))

    @pytest.mark.parametrize("way", [copied, through_bytes, through_pickle, through_bin])
    @pytest.mark.parametrize("text", DOCS)
    @pytest.mark.parametrize("name", ["en", "one token"])
    def test_a_kept_doc_has_its_spans_and_details(
        self, way: Callable[[TestDocs, Doc], Doc], text: str, name: str, hosts: dict[tuple[str, Kind], Language]
    ) -> None:
        doc = hosts[name, "resume"](text)
        kept = way(self, doc)
        assert (spans(kept), in_spans(kept)) == (spans(doc), in_spans(doc))

    def test_joined_docs_have_the_spans_and_details_of_each(self, nlp: Language) -> None:
        docs = [nlp("Rust is wanted here"), nlp(TEXT)]
        joined = Doc.from_docs(docs)
        assert [id_ for id_, _, _ in in_spans(joined)] == [id_ for doc in docs for id_, _, _ in in_spans(doc)]
        for _, _, details in in_spans(joined):
            assert joined.text[details["start"] : details["end"]] == details["text"]


class TestStreaming:
    @pytest.mark.parametrize("batch_size", [1, 2, 100])
    def test_a_stream_is_as_one_by_one(self, batch_size: int, nlp: Language) -> None:
        streamed = [(spans(doc), in_spans(doc)) for doc in nlp.pipe(iter(OTHERS), batch_size=batch_size)]
        assert streamed == [(spans(doc), in_spans(doc)) for doc in map(nlp, OTHERS)]

    def test_a_stream_keeps_what_comes_with_its_texts(self, nlp: Language) -> None:
        pairs = nlp.pipe([(text, number) for number, text in enumerate(OTHERS)], as_tuples=True, batch_size=2)
        assert [(spans(doc), number) for doc, number in pairs] == [(spans(nlp(text)), n) for n, text in enumerate(OTHERS)]

    @pytest.mark.slow
    @pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
    @pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
    @pytest.mark.parametrize("as_tuples", [False, True])
    def test_processes_find_what_one_finds(
        self, method: str, as_tuples: bool, nlp: Language, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("spacy.language.mp", multiprocessing.get_context(method))
        texts = OTHERS * 3
        expected = [(spans(doc), in_spans(doc)) for doc in map(nlp, texts)]
        if as_tuples:
            docs = [doc for doc, _ in nlp.pipe(zip(texts, texts, strict=True), n_process=2, batch_size=2, as_tuples=True)]
        else:
            docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
        assert [(spans(doc), in_spans(doc)) for doc in docs] == expected


class TestPipelines:
    def test_spacy_finds_the_component_by_its_entry_point(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        module, name = project["entry-points"]["spacy_factories"]["skillgap"].split(":")
        assert getattr(importlib.import_module(module), name) is component.make_skillgap

    def test_two_with_keys_of_their_own_find_what_each_finds_alone(self, analyzer: Analyzer) -> None:
        nlp = host()
        nlp.add_pipe("skillgap", name="ads", config={"kind": "posting", "key": "asked"})
        for text in (TEXT, "Requirements\n- Python\n- no PHP needed\n"):
            doc = nlp(text)
            assert in_spans(doc) == in_mentions(analyzer, text, "resume")
            assert in_spans(doc, "asked") == in_mentions(analyzer, text, "posting")

    @pytest.mark.parametrize("key", ["skills", "skills_negated"])
    def test_two_with_one_group_are_refused(self, key: str) -> None:
        nlp = host()
        with pytest.raises(ValueError, match=r"'skillgap' fills doc\.spans\['skills.*'\] already; give 'ads' another key"):
            nlp.add_pipe("skillgap", name="ads", config={"key": key})

    def test_it_replaces_itself(self, nlp: Language) -> None:
        nlp = host()
        nlp.replace_pipe("skillgap", "skillgap", config={"kind": "posting"})
        assert nlp.get_pipe("skillgap").kind == "posting"

    def test_a_kind_that_is_none_is_refused(self) -> None:
        with pytest.raises(ValueError, match="kind is 'resume' or 'posting', not 'cv'"):
            host(kind="cv")

    def test_one_that_is_switched_off_does_nothing_and_is_back_afterwards(self) -> None:
        nlp = host()
        with nlp.select_pipes(disable="skillgap"):
            assert dict(nlp(TEXT).spans) == {}
        assert len(in_spans(nlp(TEXT))) > 0

    def test_one_taken_from_another_pipeline_works_in_both(self, nlp: Language) -> None:
        other = spacy.blank("xx")
        other.add_pipe("skillgap", source=nlp)
        assert in_spans(other(TEXT)) == in_spans(nlp(TEXT))

    def test_spans_of_others_stay(self, nlp: Language) -> None:
        doc = nlp.make_doc(TEXT)
        doc.spans["mine"] = [Span(doc, 0, 2, label="X")]
        assert spans(nlp(doc))["mine"] == [(0, 2, "X", "", "")]
