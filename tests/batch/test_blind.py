"""Blind: quotes keep what somebody can do and lose who somebody is.

Every person, employer and address here is made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.analyzer import Analyzer
from skillgap.batch import ask
from skillgap.batch.blind import MASK, masking, unquoted
from skillgap.batch.candidate import judge
from skillgap.batch.files import Files

M = MASK
PLAIN = """\
Rosalind Okonkwo-Baker
12 Harbour Street, 90210 Greendale
rosalind.ob@example.org | +44 20 7946 0123 | github.com/rosob

Experience

Senior Backend Engineer, Wrenfield Logistics, Mar 2021 - present
- Built Wrenfield's routing engine in Python and Go, with Kafka and PostgreSQL on AWS
- Moved 40 services from Jenkins to GitHub Actions; Rosalind's team of 6 won the Oakmont Prize

Developer, Apple Orchard Software, 2017 - 2021
- Spring Boot services for Orchard's clients in Leeds, 12,000 requests a second

Education

BSc Computer Science, University of Northmoor, 2013 - 2017

Skills

Python, Go, Java, Kotlin, Node.js, ASP.NET, Spring Boot, C++, CI/CD
"""
LOWER = """\
anna weber
backend developer

experience

backend developer, foo gmbh with anna, 2019 - 2021
- python services at foo, throughput up by half

developer, spotify ab, 2017 - 2019
- kafka at spotify with good tests

skills

python, kafka
"""
LOUD = """\
JONAS KRELL
BACKEND DEVELOPER

EXPERIENCE

BACKEND DEVELOPER, QUENDIX GMBH, 2019 - 2021
- BUILT SERVICES WITH PYTHON AND AN ORM ON POSTGRESQL FOR QUENDIX
- MENTORED JUNIOR DEVELOPERS

SKILLS

PYTHON, POSTGRESQL
"""
SKILLED_EMPLOYERS = """\
Ruby Tallow

Experience

Backend Developer, Python Software Ltd, 2019 - 2021
- Django services

Senior Python Developer, Wrenfield Kafka, 2017 - 2019
- Built pipelines in Python and Kafka

Skills

Python, Kafka, Django, Ruby
"""
TITLED = """\
Curriculum Vitae
Ilse Brandvik, Payment Services Engineer

I build payment services in Python with FastAPI, and I care about latency and microservices.

Experience

Engineer, Brandvik & Sons, 2018 - 2022
- Payment services in Python
"""
CHINESE = (
    "王小明\n\n工作经历\n\n星河科技有限公司 2019 - 2021\n- 使用Python开发微服务, 部署在Kubernetes\n\n技能\n\nPython, Kubernetes\n"
)
ARABIC = "سارة الحداد\n\nExperience\n\nDeveloper, شركة النور, 2019 - 2021\n- Python في شركة النور\n"
HINDI = "मीरा शर्मा\n\nExperience\n\nDeveloper, सूर्य टेक, 2019 - 2021\n- Python सूर्य टेक में\n"
CYRILLIC = "Мирон Зелинов\n\nExperience\n\nDeveloper, Вектор, 2019 - 2021\n- Python в компании Вектор\n"
GERMAN = "Jörn Mühlbach\n\nErfahrung\n\nEntwickler, Quandt Systeme GmbH, 2019 - 2021\n- Dienste in Python bei Quandt\n"
PROSE = "Rose Miller\nBuilt payment services in Python. Rose and Miller wrote Go."
ONE_LINE = "I am a backend developer with 5 years of Python, Docker and Kafka."
ADDRESS_FIRST = (
    "tove.lind@example.org\nTove Lindqvist\n\nExperience\n\nDeveloper at Havnbruk AS, 2020 - 2022\n- Java for havnbruk\n"
)
MARKDOWN = "# Ottoline Vance\n\n## Experience\n\n### Backend Developer | Skarn Labs | 2020 - 2022\n\n- Go services for Skarn\n"
UNDATED = "Petra Holm\n\nExperience\n\nNordvik Data\nBackend Developer\n2019 - 2022\n- Python at Nordvik\n\nSkills\n\nPython\n"
CONTACT_FIRST = "Contact\nName: Tilda Moss\n\nExperience\n\nDeveloper, Brask AB, 2019 - 2021\n- Python at brask with tilda\n"
EMPLOYER_BELOW = """\
Jan Miller

Experience

Backend Developer
Windlass Green Energy
2019 - 2021
- Automated Python releases at Windlass

DevOps Engineer 2017 - 2019
Granite Bank
- Docker at Granite
"""
LOUD_WITHOUT_BULLETS = """\
TILDA MOSS
EXPERIENCE
BRASK AB | DEVELOPER | 01/2019 – 12/2021
DESIGNED SERVICES WITH PYTHON AND DOCKER FOR BRASK
"""

HIDDEN = [
    (PLAIN, "Built Wrenfield's routing engine in Python and Go", f"Built {M} routing engine in Python and Go"),
    (PLAIN, "Rosalind's team of 6 won the Oakmont Prize", f"{M} team of 6 won the {M}"),
    (PLAIN, "Spring Boot services for Orchard's clients in Leeds", f"Spring Boot services for {M} clients in {M}"),
    (PLAIN, "BSc Computer Science, University of Northmoor", f"BSc Computer Science, {M} of {M}"),
    (PLAIN, "Rosalind Okonkwo-Baker", M),
    (PLAIN, "at wrenfield in Python, by ROSALIND", f"at {M} in Python, by {M}"),
    (PLAIN, "write to rosalind.ob@example.org or +44 20 7946 0123", f"write to {M} or {M}"),
    (PLAIN, "see github.com/rosob or https://rosob.example.org/x?y", f"see {M} or {M}"),
    (PLAIN, "my site rosaluexen.example runs on Go", f"my site {M} runs on Go"),
    (PLAIN, "weber.dev and WEBER.DEV, in Go", f"{M} and {M}, in Go"),
    (PLAIN, "wrote annaweber/kafka-x as @annaw", f"wrote {M} as {M}"),
    (PLAIN, "as john.smith and john_smith", f"as {M} and {M}"),
    (PLAIN, "write to anna [at] weber.io or anna(at)weber.io", f"write to {M} or {M}"),
    (PLAIN, "Python, call +1 (555) …", f"Python, call {M} …"),
    (PLAIN, "call +49 30 or 030–1234–5678", f"call {M} or {M}"),
    (PLAIN, "Python, call 030 12 …", f"Python, call {M} …"),
    (PLAIN, "… 0123 for Python", f"… {M} for Python"),
    (PLAIN, "born 12.03.1990", f"born {M}"),
    (PLAIN, "Go, 使用 Go", f"Go, {M} Go"),
    (LOWER, "backend developer, foo gmbh with anna, python", f"backend developer, {M} with {M}, python"),
    (LOWER, "kafka at spotify with good tests", f"kafka at {M} with good tests"),
    (LOWER, "developer, spotify ab", f"developer, {M}"),
    (LOWER, "github annaweber and webers-kafka", f"github {M} and {M}-kafka"),
    (LOWER, "Weber wrote python", f"{M} wrote python"),
    (LOUD, "BUILT SERVICES WITH PYTHON FOR QUENDIX", f"BUILT SERVICES WITH PYTHON FOR {M}"),
    (LOUD, "JONAS KRELL, BACKEND DEVELOPER", f"{M}, BACKEND DEVELOPER"),
    (SKILLED_EMPLOYERS, "Django services at Python Software Ltd", f"Django services at {M}"),
    (SKILLED_EMPLOYERS, "Built it in Python for Wrenfield Kafka", f"Built it in Python for {M}"),
    (SKILLED_EMPLOYERS, "Ruby Tallow", M),
    (TITLED, "Python for Brandvik & Sons with ilse", f"Python for {M} with {M}"),
    (CHINESE, "使用Python开发微服务, 部署在Kubernetes", f"{M}Python{M}Kubernetes"),
    (ARABIC, "Python في شركة النور", f"Python {M}"),
    (HINDI, "Python सूर्य टेक में", f"Python {M}"),
    (CYRILLIC, "Python в компании Вектор, Мирон", f"Python в компании {M}"),
    (GERMAN, "Dienste in Python bei Quandt", f"{M} in Python bei {M}"),
    (PROSE, "Rose and Miller wrote Go", f"{M} and {M} wrote Go"),
    (ADDRESS_FIRST, "Java for havnbruk, tove", f"Java for {M}"),
    (MARKDOWN, "Go services for Skarn by ottoline", f"Go services for {M} by {M}"),
    (CONTACT_FIRST, "Python at brask with tilda", f"Python at {M} with {M}"),
    (EMPLOYER_BELOW, "Windlass ran on Python, says Jan", f"{M} ran on Python, says {M}"),
    (EMPLOYER_BELOW, "Granite wrote Docker tools", f"{M} wrote Docker tools"),
    (UNDATED, "Python at nordvik", f"Python at {M}"),
]
KEPT = [
    (PLAIN, "with Kafka and PostgreSQL on AWS"),
    (PLAIN, "Moved 40 services from Jenkins to GitHub Actions"),
    (PLAIN, "12,000 requests a second"),
    (PLAIN, "Python, C++, CI/CD"),
    (PLAIN, "Node.js, ASP.NET, Java/Kotlin over TCP/IP, I/O and HTTP/2"),
    (PLAIN, "Python 3.11, Java 17.0.2, version 10.12.0.1, C++17, 3.x"),
    (PLAIN, "tests under src/main and/or client/server, 24/7, e.g. Go"),
    (PLAIN, "Python (2019-2024), Go 2019 – 2024, Java 03/2019 - 05/2021"),
    (PLAIN, "up by +30% on 16GB, 5M rows and 1 000 000 users"),
    (PLAIN, "I am at home in Python, and I've written Go"),
    (PLAIN, "Go. No experience with Kafka. It is new to me. We use AWS"),
    (LOWER, "python services, throughput up by half"),
    (LOUD, "BUILT SERVICES WITH PYTHON AND AN ORM ON POSTGRESQL"),
    (LOUD, "MENTORED JUNIOR DEVELOPERS"),
    (SKILLED_EMPLOYERS, "Senior Python Developer"),
    (SKILLED_EMPLOYERS, "Built pipelines in Python and Kafka"),
    (TITLED, "I build payment services in Python with FastAPI, and I care about latency and microservices."),
    (LOUD_WITHOUT_BULLETS, "DESIGNED SERVICES WITH PYTHON AND DOCKER"),
    (EMPLOYER_BELOW, "Automated Python releases"),
    (PLAIN, "- Automated Python releases"),
    (PROSE, "Built payment services in Python"),
    (ONE_LINE, ONE_LINE),
]


@pytest.mark.parametrize(("resume", "quote", "blind"), HIDDEN)
def test_a_quote_loses_the_person(analyzer: Analyzer, resume: str, quote: str, blind: str) -> None:
    assert masking(analyzer.read_resume(resume))(quote) == blind


@pytest.mark.parametrize(("resume", "quote"), KEPT)
def test_a_quote_keeps_what_somebody_can_do(analyzer: Analyzer, resume: str, quote: str) -> None:
    assert masking(analyzer.read_resume(resume))(quote) == quote


def test_a_warning_keeps_our_words_and_loses_those_of_the_person(analyzer: Analyzer, tmp_path: Path) -> None:
    text = GERMAN.replace("Dienste", "Hansi Meyer " * 22 + "entwickelte und betrieb die Dienste für unsere Kunden mit")
    asked = ask(analyzer.read_posting("Requirements\n- Python\n"), analyzer.skill)
    outcome = judge(text, "", asked, analyzer, Files(tmp_path), blind=True)
    told = " ".join(outcome.warnings)
    assert f"22 times and counted once: {M}" in told
    assert "it is in German" in told
    assert "hansi" not in str(outcome.warnings + outcome.reasons).lower()


@pytest.mark.parametrize(
    ("message", "blind"),
    [
        ('again, 22 times: "hansi meyer", "anna" and 3 more', f"again, 22 times: {M} and 3 more"),
        ('2 hidden words (white text, p. 1), not scored: "say "Anna" …"', f"2 hidden words (white text, p. 1), not scored: {M}"),
        ("it is in German; names of technologies are found", "it is in German; names of technologies are found"),
    ],
)
def test_what_a_warning_quotes_is_hidden(message: str, blind: str) -> None:
    assert unquoted(message) == blind
