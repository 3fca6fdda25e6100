"""The one engine behind library, command line, batch and spaCy component: it joins reading, finding, understanding and comparing.

All state of skillgap lives in an `Analyzer`: the taxonomy, the pipeline, the clock. It may be used from several threads.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from skillgap import documents
from skillgap.errors import InputError, MissingFile, NoSkills, SkillgapError
from skillgap.model import Document, Explanation, Extraction, GapReport, Hidden, Kind, Notice, Posting, Resume, Skill, Why
from skillgap.taxonomy import Taxonomy

if TYPE_CHECKING:
    from skillgap.comparison import Options
    from skillgap.extraction import Extractor

Source = str | os.PathLike[str] | bytes | Document
"""Text (`str`), a path (`pathlib.Path`), a file's content (`bytes`), or a `Document`."""


_PATH = re.compile(r"\S[^\n]{0,250}\.(?:pdf|docx|rtf|html?|md|txt|json)", re.IGNORECASE)
"""A text that can only be meant as the path of a file."""
_TABLE, _SWAPPED = "table", "swapped"
_IN_DOUBT = frozenset({_TABLE, _SWAPPED, "language", "columns"})
"""Codes of warnings that a document is something else than it was given for, in a language whose wordings are not read, or in
columns side by side; of what is read of it then nothing is certain."""


class Analyzer:
    """Extracts skills, reads postings and résumés, compares them.

    Args:
        taxonomy: the skills to know; the one that ships with skillgap if None.
        today: ends running jobs; the machine's date if None.
        fuzzy: read misspelt names as meant.
        options: what counts in a comparison (implied, related).

    Raises:
        SkillgapError: `today` is no date.
    """

    def __init__(
        self, taxonomy: Taxonomy | None = None, *, today: date | None = None, fuzzy: bool = True, options: Options | None = None
    ) -> None:
        self.taxonomy = taxonomy or Taxonomy.load()
        if today is not None and not isinstance(today, date):
            raise SkillgapError(f"today is no date: {today!r}", remedy="give datetime.date(2026, 11, 1)")
        self.today = today or date.today()
        self.fuzzy = fuzzy
        self.options = options

    @cached_property
    def extractor(self) -> Extractor:
        """The pipeline, built at its first use."""
        from skillgap.extraction import Extractor

        return Extractor(self.taxonomy, fuzzy=self.fuzzy)

    def prepare(self) -> None:
        """Build the pipeline now rather than at its first use, as while files are read."""
        _ = self.extractor

    def extract(self, text: str | Document, kind: Kind = "posting") -> Extraction:
        """All skills in a text: mentions, unsure and unknown terms, sections; for a posting its requirements too."""
        document = _document(text)
        extraction = self.extractor.extract(document, kind)
        if kind == "posting":
            from skillgap.posting import understand_posting

            return understand_posting(document, extraction).extraction
        return extraction

    def extract_many(self, texts: Iterable[str | Document], kind: Kind = "posting", batch_size: int = 64) -> Iterator[Extraction]:
        """`extract` for many texts, one after the other, in order; nothing is kept. `batch_size` is how many are read ahead."""
        waiting: list[str | Document] = []
        for text in texts:
            waiting.append(text)
            if len(waiting) >= max(1, batch_size):
                yield from (self.extract(item, kind) for item in waiting)
                waiting.clear()
        yield from (self.extract(item, kind) for item in waiting)

    def read_posting(self, source: Source) -> Posting:
        """What a posting asks: read from it, or as somebody has edited it (see `skillgap.posting.file`).

        Raises:
            InputError: the file cannot be read, or no known skill is in it.
        """
        from skillgap.posting import understand_posting
        from skillgap.posting.file import is_posting_file, load

        document = self._read(source, "posting")
        if is_posting_file(document.text):
            return load(document, self.skill, lambda quotes: self.extractor.extract(quotes, "posting"))
        posting = understand_posting(document, self.extractor.extract(document, "posting"), self.today)
        _expect_skills(posting.extraction, document, "posting")
        if stuffed := _stuffed(posting.extraction):
            posting = replace(posting, warnings=(*posting.warnings, *stuffed))
        if not_one := _not_a(document, "posting"):
            posting = replace(posting, warnings=(*posting.warnings, not_one))
        return posting

    def read_resume(self, source: Source) -> Resume:
        """What a résumé shows.

        Raises:
            InputError: the file cannot be read, or no known skill is in it.
        """
        from skillgap.resume import understand_resume

        document = self._read(source, "resume")
        resume = understand_resume(document, self.extractor.extract(document, "resume"), self.today)
        unsure = _only_unsure(resume)
        if unsure is None:
            _expect_skills(resume.extraction, document, "résumé")
        else:
            resume = replace(resume, warnings=(*resume.warnings, unsure))
        if stuffed := _stuffed(resume.extraction):
            resume = replace(resume, warnings=(*resume.warnings, *stuffed))
        if not_one := _not_a(document, "resume"):
            resume = replace(resume, warnings=(*resume.warnings, not_one))
        return resume

    def hidden_skills(self, document: Document, kind: Kind) -> tuple[tuple[Hidden, tuple[Skill, ...]], ...]:
        """The hidden parts of a document that name skills, with those."""
        found = (
            (part, dict.fromkeys(m.skill for m in self.extractor.extract(Document(part.text), kind).mentions))
            for part in document.hidden
        )
        return tuple((part, tuple(skills)) for part, skills in found if skills)

    def _read(self, source: Source, kind: Kind) -> Document:
        """A document, with the skills that it hides among its warnings."""
        from skillgap.documents.tricks import with_hidden_skills

        document = _document(source)
        return with_hidden_skills(document, self.hidden_skills(document, kind)) if document.hidden else document

    def compare(self, resume: Source | Resume, posting: Source | Posting, *, assume: Iterable[str] = ()) -> GapReport:
        """One résumé against one posting.

        Args:
            assume: names of skills, or one, to take as if a recent job showed them.

        Raises:
            InputError: one of the two cannot be read or holds no known skill.
            SkillgapError: an assumed skill is not in the taxonomy.
        """
        from skillgap import learning
        from skillgap.comparison import compare
        from skillgap.comparison.compare import headline
        from skillgap.resume import assume as assume_skills

        asked = posting if isinstance(posting, Posting) else self.read_posting(posting)
        shown = resume if isinstance(resume, Resume) else self.read_resume(resume)
        skills = [self.skill(name) for name in ([assume] if isinstance(assume, str) else assume)]
        if skills:
            shown = assume_skills(shown, skills)
        report = compare(asked, shown, self.taxonomy, today=self.today, options=self.options)
        if any(notice.code in _IN_DOUBT for notice in report.warnings):
            report = replace(report, certainty=None)
        report = replace(report, plan=learning.plan(report, asked, shown, self.taxonomy))
        return replace(report, headline=headline(report))

    def explain(self, source: Source, skill: str, kind: Kind = "posting") -> Explanation:
        """Why a document names a skill or does not: the alias and the rule of each mention, what was rejected, what comes near.

        Raises:
            InputError: the file cannot be read.
            SkillgapError: the skill is not in the taxonomy.
        """
        from skillgap.extraction.why import explain

        return explain(self.extractor, _document(source), kind, self.skill(skill))

    def why(self, resume: Source, posting: Source, skill: str) -> Why:
        """Why a skill was found or not in both documents, and what the comparison made of it.

        Raises:
            InputError: one of the two cannot be read or holds no known skill.
            SkillgapError: the skill is not in the taxonomy.
        """
        wanted = self.skill(skill)
        shown, asked = self.read_resume(resume), self.read_posting(posting)
        report = self.compare(shown, asked)
        return Why(
            skill=wanted,
            resume=self.explain(shown.document, wanted.id, "resume"),
            posting=self.explain(asked.document, wanted.id, "posting"),
            verdicts=tuple(v for v in (*report.verdicts, *report.context) if wanted in v.requirement.any_of),
            not_needed=tuple(r for r in report.not_needed if wanted in r.any_of),
            shown=shown.evidence.get(wanted.id),
        )

    def skill(self, name: str) -> Skill:
        """The skill of that name, alias or id, or of another way to write it ("microservice", "postgre sql").

        Raises:
            SkillgapError: there is none; the message names the nearest ones.
        """
        found = self.taxonomy.find(name) or self._written(name.strip())
        if found is None:
            near = ", ".join(skill.name for skill, _, _ in self.taxonomy.search(name, limit=3))
            remedy = f"did you mean {near}?" if near else "see: skillgap taxonomy list"
            raise SkillgapError("no such skill in the taxonomy", where=name.strip() or '""', remedy=remedy)
        return found

    def _written(self, name: str) -> Skill | None:
        """The skill of which a text is a mention, rightly spelt, that has nothing but a name."""
        mentions = (m for m in self.extract(name).mentions if m.method in {"exact", "variant"})
        whole = [m.skill for m in mentions if (m.start, m.end) == (0, len(name))]
        return whole[0] if whole else None


@lru_cache(maxsize=1)
def default_analyzer() -> Analyzer:
    """The analyzer behind the module's functions; its clock is the machine's date at first use."""
    return Analyzer()


def compare(resume: str | os.PathLike[str] | bytes | Document, posting: str | os.PathLike[str] | bytes | Document) -> GapReport:
    """Compare two files, given as paths or contents. A text is given as `from_text(...)`, or to `Analyzer.compare`.

    Raises:
        InputError: one of the two cannot be read or holds no known skill.
    """
    sources = (resume, posting)
    try:
        reading = documents.begin(*(source for source in sources if not isinstance(source, Document)))
    except MissingFile as error:
        # who takes this for `Analyzer.compare` has given a text
        remedy = f"{error.remedy or 'check the path'}; a text is given as skillgap.from_text(...)"
        raise MissingFile(error.what, where=error.where, remedy=remedy) from error
    analyzer = default_analyzer()
    analyzer.prepare()
    read = iter(reading.result())
    return analyzer.compare(*(source if isinstance(source, Document) else next(read) for source in sources))


def _document(source: Source) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, str):
        if _PATH.fullmatch(source):
            raise InputError("this text is a path", where=source, remedy="give pathlib.Path(...), or use skillgap.read")
        return documents.from_text(source)
    return documents.read(source)


def _expect_skills(extraction: Extraction, document: Document, name: str) -> None:
    if extraction.mentions:
        return
    doubted = ", ".join(dict.fromkeys(word.skill.name for word in extraction.unsure if word.skill.kind == "technology"))
    if doubted:
        what, remedy = (
            f"no skill is named for certain in this {name}, only words that may be one: {doubted}",
            "say it more clearly",
        )
    else:
        what, remedy = f"no known skill in this {name}", "check that it is the right file (skillgap read shows its text)"
    raise NoSkills(what, where=document.source, remedy=remedy)


def _only_unsure(resume: Resume) -> Notice | None:
    """A warning where a résumé names no skill for certain, and words that may be one; whoever wrote it may mean them."""
    from skillgap.resume.evidence import PRIVATE

    found = resume.extraction
    words = {u.skill.name: None for u in found.unsure if u.section != PRIVATE and u.skill.kind == "technology"}
    if found.mentions or not words:
        return None
    named = ", ".join(words)
    return Notice(
        "only-unsure", f"no skill is named for certain, only words that may be one: {named}", "serious", "say it more clearly"
    )


def _stuffed(extraction: Extraction) -> tuple[Notice, ...]:
    from skillgap.documents.repetition import remark_skills

    return remark_skills((mention.skill.name for mention in extraction.mentions), len(extraction.tokens.words))


def _not_a(document: Document, kind: Kind) -> Notice | None:
    """A warning where a document clearly is something else than it was given for."""
    from skillgap.extraction.kind import is_table, seems

    given, other = ("posting", "résumé") if kind == "posting" else ("résumé", "posting")
    if is_table(document):
        return Notice(_TABLE, f"this {given} reads like a table", "serious", "give one document; a table goes to skillgap batch")
    if seems(document, kind):
        return None
    return Notice(_SWAPPED, f"this {given} reads like a {other}", "serious", "check the file; compare takes the résumé first")
