"""The library as others use it: the names, the fields, the offsets, the errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import skillgap
from skillgap.analyzer import Analyzer
from skillgap.errors import InputError, MissingFile, NoSkills, SkillgapError
from skillgap.model import Kind
from skillgap.reports import render
from tests.texts import is_text

RESUME = """Jo Doe
jo@example.org

Experience

Backend Developer, Acme, Jan 2020 - Present
- Built FastAPI services on Postgres
- RabbitMQ for settlement events

Skills
Docker, Git
"""
POSTING = """Backend Engineer

What you'll do
- Run services on Kubernetes

Requirements
- 3+ years of Python
- PostgreSQL or MySQL
- Kafka
- A work permit for the EU

Nice to have
- Terraform

No PHP needed.
"""


def test_the_names_that_others_rely_on(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(RESUME, "utf-8")
    (tmp_path / "posting.txt").write_text(POSTING, "utf-8")
    report = skillgap.compare(tmp_path / "cv.txt", str(tmp_path / "posting.txt"))
    assert report.score is not None
    assert skillgap.compare(RESUME.encode(), POSTING.encode()).score == report.score
    document = skillgap.read(tmp_path / "cv.txt")
    assert (document.text.strip(), document.pages, document.warnings) == (RESUME.strip(), (), ())
    assert isinstance(document.blocks, tuple)


def test_an_extraction_has_its_fields(analyzer: Analyzer) -> None:
    found = analyzer.extract(POSTING, kind="posting")
    python = next(m for m in found.mentions if m.skill.id == "python")
    assert (python.text, python.method, python.confidence, python.status, python.section) == (
        "Python",
        "exact",
        1.0,
        "asserted",
        "required",
    )
    assert (python.skill.name, python.skill.kind, python.skill.area) == ("Python", "technology", "languages")
    assert python.skill.category
    assert next(m for m in found.mentions if m.skill.id == "php").status == "negated"
    assert isinstance(found.unsure, tuple)
    assert isinstance(found.unknown, tuple)


def test_a_requirement_has_its_fields(analyzer: Analyzer) -> None:
    asked = {r.any_of[0].id: r for r in analyzer.extract(POSTING, kind="posting").requirements}
    python, database = asked["python"], asked["postgresql"]
    assert (python.level, python.min_years, python.at_least) == ("required", 3, 1)
    assert POSTING[python.start : python.end].endswith(python.quote.strip(" -"))
    assert [skill.id for skill in database.any_of] == ["postgresql", "mysql"]
    assert {name: asked[name].level for name in ("terraform", "kubernetes", "php")} == {
        "terraform": "preferred",
        "kubernetes": "context",
        "php": "negated",
    }
    assert analyzer.extract(RESUME, kind="resume").requirements == ()


def test_a_report_has_its_fields(analyzer: Analyzer) -> None:
    posting, resume = analyzer.read_posting(POSTING), analyzer.read_resume(RESUME)
    report = analyzer.compare(resume, posting)
    assert (report.required_met, report.required_total) == (2, 3)
    assert report.certainty == 1.0
    assert report.headline
    assert [condition.kind for condition in report.conditions] == ["work permit"]
    assert [str(hint) for hint in report.hints] == ['your "Postgres" is their "PostgreSQL"']
    assert report.plan.steps[0].skill.id == "apache-kafka"
    assert report.warnings == ()
    assert isinstance(report.unknown, tuple)
    assert report.provenance.today == "2026-11-01"


def test_a_verdict_has_its_fields(analyzer: Analyzer) -> None:
    report = analyzer.compare(RESUME, POSTING)
    python, database, kafka, terraform = report.verdicts
    assert (python.verdict, python.via, python.strength, python.months) == ("met", "implied", "recent_job", 83)
    assert [skill.name for skill in python.path] == ["FastAPI", "Python"]
    assert [quote.document for quote in python.quotes] == ["posting", "resume"]
    assert RESUME[python.quotes[1].start : python.quotes[1].end] == "FastAPI"
    assert (database.verdict, database.via, database.points) == ("met", "named", database.of_points)
    assert (kafka.verdict, kafka.via) == ("partly", "related")
    assert (terraform.verdict, terraform.via, terraform.strength, terraform.requirement.level) == (
        "missing",
        "none",
        "none",
        "preferred",
    )


def test_a_document_an_extraction_and_bytes_give_the_same(analyzer: Analyzer) -> None:
    assert analyzer.read_resume(RESUME.encode()).evidence.keys() == analyzer.read_resume(RESUME).evidence.keys()
    assert analyzer.read_resume(skillgap.from_text(RESUME)) == analyzer.read_resume(RESUME)


@pytest.mark.parametrize("kind", ["posting", "resume"])
@pytest.mark.parametrize("batch_size", [0, 1, 3, 100])
def test_many_are_as_one(kind: Kind, batch_size: int, analyzer: Analyzer) -> None:
    texts = [POSTING, RESUME, "", "nothing here", POSTING * 3, "Python"]
    assert list(analyzer.extract_many(iter(texts), kind, batch_size)) == [analyzer.extract(text, kind) for text in texts]


def test_many_are_streamed(analyzer: Analyzer) -> None:
    def endless() -> object:
        while True:
            yield RESUME

    stream = analyzer.extract_many(endless(), "resume", batch_size=2)  # type: ignore[arg-type]
    assert [next(stream).kind for _ in range(5)] == ["resume"] * 5


WORDS = st.sampled_from(
    [
        "Python",
        "Go",
        "C++",
        "k8s",
        "Node.js",
        "no",
        "3+ years",
        "- ",
        "\n\n",
        "Requirements:",
        "Jan 2019 - now",
        "\u00ad",
        "\u200b",
        "\r\n",
    ]
)
PARTS = st.one_of(WORDS, st.text(max_size=12), st.text(st.characters(), max_size=6))
TEXT = st.lists(PARTS, max_size=25).map("".join).filter(is_text)


@settings(max_examples=150)
@given(text=TEXT, kind=st.sampled_from(["posting", "resume"]))
def test_any_text_is_extracted_and_offsets_hold(text: str, kind: Kind, analyzer: Analyzer) -> None:
    found = analyzer.extract(text, kind)
    assert found.text == text
    for item in (*found.mentions, *found.unsure, *found.unknown):
        assert text[item.start : item.end] == item.text != ""
    for section in found.sections:
        assert 0 <= section.start <= section.end <= len(text)


@settings(max_examples=75)
@given(text=TEXT)
def test_any_text_is_compared_or_refused_in_words(text: str, analyzer: Analyzer) -> None:
    try:
        report = analyzer.compare(text, POSTING)
    except InputError:
        return
    assert report.score == round(sum(verdict.points for verdict in report.verdicts), 1)


@pytest.mark.parametrize("read", [Analyzer.read_resume, Analyzer.read_posting])
@pytest.mark.parametrize("path", ["cv.pdf", "/tmp/my cv.docx", "C:\\Users\\jo\\cv.docx", "../posting.md", "python-developer.pdf"])
def test_a_path_given_as_text_is_recognised(read: Callable[[Analyzer, str], object], path: str, analyzer: Analyzer) -> None:
    with pytest.raises(InputError, match=r"pathlib\.Path"):
        read(analyzer, path)


@pytest.mark.parametrize("read", [Analyzer.read_resume, Analyzer.read_posting, Analyzer.extract])
@pytest.mark.parametrize("given", [None, 7, ["Python"]])
def test_what_is_no_document_is_refused_in_words(
    read: Callable[[Analyzer, object], object], given: object, analyzer: Analyzer
) -> None:
    with pytest.raises(InputError, match="give a text"):
        read(analyzer, given)


def test_latex_source_given_as_a_text_is_read_with_a_warning(analyzer: Analyzer) -> None:
    source = "\\section{Skills}\n\\cvitem{Languages}{Python}\n"
    told = {notice.code: notice for notice in analyzer.read_resume(source).warnings}
    assert told["latex"].severity == "serious"
    assert "typeset it" in str(told["latex"])
    plain = analyzer.read_resume("Skills: Python, LaTeX with \\section{...}")
    assert "latex" not in {notice.code for notice in plain.warnings}


def test_a_path_that_leads_nowhere(analyzer: Analyzer) -> None:
    with pytest.raises(MissingFile):
        analyzer.read_resume(Path("no-such-file.pdf"))


@pytest.mark.parametrize(("read", "name"), [(Analyzer.read_resume, "résumé"), (Analyzer.read_posting, "posting")])
def test_a_text_without_skills_is_refused(read: Callable[[Analyzer, str], object], name: str, analyzer: Analyzer) -> None:
    with pytest.raises(NoSkills, match=f"no known skill in this {name}"):
        read(analyzer, "We had a lovely day at the seaside.\nThe ice cream was good.")


def test_a_posting_of_doubted_words_alone_is_refused_with_those_words(analyzer: Analyzer) -> None:
    with pytest.raises(NoSkills, match="only words that may be one: Windows, Rust"):
        analyzer.read_posting("No Windows stuff please. Fancy some rust?")


@pytest.mark.parametrize("text", ["Go at Baz 2018-2024", "Experience\n2018 - 2024 Baz\n- Go, for a bank"])
def test_a_resume_with_nothing_but_ambiguous_words_is_compared(text: str, analyzer: Analyzer) -> None:
    report = analyzer.compare(text, "Requirements:\n- Go\n")
    assert ([v.verdict for v in report.verdicts], report.score, report.certainty) == (["unsure"], 0, 0)
    (notice,) = report.warnings
    assert "only words that may be one: Go" in notice.message
    with pytest.raises(NoSkills):
        analyzer.read_resume("Jo Doe\n\nHobbies: chess, Go, cooking")


def test_swapped_documents_are_remarked_on(analyzer: Analyzer) -> None:
    posting = (
        "We are looking for a developer\n\nWhat you'll do\n- You will build Python services\n\nRequirements\n- Python\n- Kafka\n"
        "\nWhat we offer\n- Salary\n"
    )
    resume = (
        "Jo Doe\njo@example.org\n\nExperience\nDeveloper, Acme, 2019 - present\n- I built the Python services\n\nEducation\nBSc\n"
        "\nSkills\nGit\n"
    )
    wrong, right = analyzer.compare(posting, resume), analyzer.compare(resume, posting)
    assert [notice.code for notice in wrong.warnings].count("swapped") == 2
    assert not [notice for notice in right.warnings if notice.code == "swapped"]
    assert (wrong.certainty, right.certainty) == (None, 1.0)
    one_is_wrong = analyzer.compare(posting, posting)
    assert (one_is_wrong.score, one_is_wrong.certainty) != (None, None)
    assert one_is_wrong.certainty is None
    for form in ("text", "md", "html"):
        assert ("Certain" in render(wrong, form), "Certain" in render(right, form)) == (False, True)


def test_of_what_is_read_in_another_language_nothing_is_certain(analyzer: Analyzer) -> None:
    posting = (
        "Wir suchen eine Entwicklerin oder einen Entwickler mit sehr guten Kenntnissen in Python und Kafka. Idealerweise hast du "
        "schon mit Docker gearbeitet, und du hast Freude daran, mit uns an einer Plattform zu bauen, die viele Menschen nutzen.\n"
    )
    report = analyzer.compare(posting, "Skills\nPython, Kafka\n")
    assert "language" in [notice.code for notice in report.warnings]
    assert report.certainty is None


def test_an_unknown_skill_is_refused_with_its_neighbours(analyzer: Analyzer) -> None:
    with pytest.raises(SkillgapError, match="Kubernetes"):
        analyzer.compare(RESUME, POSTING, assume=["Kubernets cluster"])


PEOPLE = "C-001;Ann;Go, Docker\nC-002;Bo;Python\nC-003;Cy;Kafka\n"


@pytest.mark.parametrize(
    ("text", "table"),
    [
        (f"id;name;text\n{PEOPLE}", True),
        (f"\n\nCandidate ID;Name;Résumé Text\n{PEOPLE}", True),
        (f'"id";"name";"text"\n{PEOPLE}', True),
        (f"id\tname\ttext\n{PEOPLE}".replace(";", "\t"), True),
        ('id,text\n1,"Go\n\nDocker, Kafka"\n2,Python\n3,Go\n', True),
        (f"id;name;text\n{PEOPLE * 900}", True),
        ("id,text\n1,Docker\n", False),
        ("Backend Engineer\n\nPython, Go\nKafka, Docker\nMySQL, Rust\n", False),
        ("Python, Go\nKafka, RabbitMQ\nMySQL, Rust\n", False),
        ("Python;Go\nWe use Kafka\nWe use Docker\nWe use Rust\n", False),
        ("CI/CD | Go | Rust\nKafka\nDocker\n", False),
    ],
)
def test_a_table_that_is_given_for_a_document_is_remarked_on(analyzer: Analyzer, text: str, table: bool) -> None:
    posting = analyzer.read_posting(text)
    resume = analyzer.read_resume(text)
    for document in (posting, resume):
        assert [notice.severity for notice in document.warnings if notice.code == "table"] == ["serious"] * table


def test_one_assumed_skill_may_be_a_bare_string(analyzer: Analyzer) -> None:
    assert analyzer.compare(RESUME, POSTING, assume="Kafka") == analyzer.compare(RESUME, POSTING, assume=["Kafka"])


@pytest.mark.parametrize("today", ["2026-11-01", 20261101])
def test_a_day_that_is_no_date_is_told(analyzer: Analyzer, today: object) -> None:
    with pytest.raises(SkillgapError, match=r"today is no date: .*; give datetime.date\(2026, 11, 1\)"):
        Analyzer(analyzer.taxonomy, today=today)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [RESUME, "Backend developer with Go", "Go " * 2000])
def test_a_text_given_for_a_path_is_told_how_to_give_it(text: str) -> None:
    with pytest.raises(MissingFile, match=r"a text is given as skillgap.from_text\(...\)"):
        skillgap.compare(text, text)


def test_documents_may_stand_for_files(tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(POSTING, encoding="utf-8")
    mixed = skillgap.compare(skillgap.from_text(RESUME), tmp_path / "ad.txt")
    both = skillgap.compare(skillgap.from_text(RESUME), skillgap.from_text(POSTING))
    assert mixed.verdicts == both.verdicts
