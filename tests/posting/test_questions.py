"""Questions and answers: "Do I need Go?", "No.", whatever marks the question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.analyzer import Analyzer
from skillgap.documents import from_text, read
from skillgap.model import Document
from skillgap.posting import understand_posting

from . import rows

ABOVE = "Requirements\n\n- Python\n\n"
FORMATS: dict[str, Callable[[str, str], Document]] = {
    "plain": lambda q, a: from_text(f"{rows.TITLE}\n\n{ABOVE}{q}\n{a}\n"),
    "one line": lambda q, a: from_text(f"{rows.TITLE}\n\n{ABOVE}{q} {a}\n"),
    "bold": lambda q, a: from_text(f"{rows.TITLE}\n\n{ABOVE}**{q}**\n{a}\n"),
    "bold, one line": lambda q, a: from_text(f"{rows.TITLE}\n\n{ABOVE}**{q}** {a}\n"),
    "bold in a file": lambda q, a: read(f"# {rows.TITLE}\n\n## {ABOVE}**{q}**\n{a}\n".encode(), name="posting.md"),
    "heading": lambda q, a: from_text(f"# {rows.TITLE}\n\n## {ABOVE}### {q}\n\n{a}\n"),
    "heading in a file": lambda q, a: read(f"# {rows.TITLE}\n\n## {ABOVE}### {q}\n\n{a}\n".encode(), name="posting.md"),
    "Q and A": lambda q, a: from_text(f"{rows.TITLE}\n\n{ABOVE}Q: {q}\nA: {a}\n"),
    "bold Q and A": lambda q, a: from_text(f"{rows.TITLE}\n\n{ABOVE}**Q: {q}**\n**A:** {a}\n"),
    "HTML headings": lambda q, a: read(f"<h1>{rows.TITLE}</h1><h3>{q}</h3><p>{a}</p>".encode(), name="posting.html"),
    "HTML bold": lambda q, a: read(f"<h1>{rows.TITLE}</h1><p><b>{q}</b></p><p>{a}</p>".encode(), name="posting.html"),
    "HTML terms": lambda q, a: read(f"<h1>{rows.TITLE}</h1><dl><dt>{q}</dt><dd>{a}</dd></dl>".encode(), name="posting.html"),
}


@pytest.mark.parametrize(
    ("question", "answer", "name", "level"),
    [
        ("Do I need Go?", "No.", "Go", "negated"),
        ("Do I have to know Kafka?", "Not at all.", "Apache Kafka", "negated"),
        ("What about Kubernetes?", "You won't need it.", "Kubernetes", "negated"),
        ("What about Kubernetes?", "We don't use it. You will like what we do.", "Kubernetes", "negated"),
        ("Is Docker a must?", "Yes, sorry.", "Docker", "required"),
        ("Do I need Redis?", "It helps.", "Redis", "preferred"),
        ("Should I know Terraform?", "Ideally, but you can learn it here.", "Terraform", "preferred"),
        ("Do I need experience with Helm?", "Preferably.", "Helm", "preferred"),
        ("Is Kafka needed?", "No, but it's a plus.", "Apache Kafka", "preferred"),
        ("Do I have to know Ansible?", "Not necessarily, but it would be nice.", "Ansible", "preferred"),
        ("Must I know AWS?", "It is nice to have.", "AWS", "preferred"),
        ("What about Docker?", "A bit would be nice.", "Docker", "preferred"),
        ("Do you use Kafka?", "Yes, but you don't need to know it.", "Apache Kafka", "negated"),
        ("Do you use Kafka or NATS?", "Yes, every day.", "Apache Kafka", "context"),
    ],
)
@pytest.mark.parametrize("format", FORMATS)
def test_an_answer_decides_what_its_question_asks(
    analyzer: Analyzer, format: str, question: str, answer: str, name: str, level: str
) -> None:
    document = FORMATS[format](question, answer)
    found = understand_posting(document, analyzer.extractor.extract(document, "posting")).requirements
    assert [r.level for r in found if r.any_of[0].name == name] == [level]


@pytest.mark.parametrize(
    "text",
    [
        "Requirements\n\n- Kafka\n\nQuestions?\nNo agencies, please.\n",
        "Requirements\n\n- Kafka\n- Fond of Kafka?\n- No weekend work\n",
        "Requirements\n\n- Kafka\n\nDo you know Kafka?\nWe don't care about degrees.\n",
        "Requirements\n\n- Kafka\n\nDo you know Kafka?\nIdeally you know Docker, too.\n",
        "Requirements\n\n- Kafka\n\nDo you know Kafka?\nIt helps you in our daily work.\n",
        "Requirements\n\n- Kafka\n\nDo you know Kafka?\nNice to have: Docker.\n",
        "Requirements\n\n- Kafka\n\nDo you know Kafka?\n\nThen no problem is too hard for you.\n",
    ],
)
def test_what_answers_no_question_denies_nothing(analyzer: Analyzer, text: str) -> None:
    found = rows.read(analyzer, f"{rows.TITLE}\n\n{text}").requirements
    assert [r.level for r in found if r.any_of[0].name == "Apache Kafka"] == ["required"]
