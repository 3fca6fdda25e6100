"""The article's list, name by name and misspelling by misspelling: each is found in a sentence that names it."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.model import Kind
from tests.article import ARTICLE

PATTERNS = "Applied design patterns such as Singleton, Factory and Observer."
PATTERNS_ASKED = "You know design patterns (Singleton, Factory, Observer)."
BRANCHES = "Used Git daily: branching, merging, conflict resolution."
BRANCHES_ASKED = "Knowledge of Git: branching, merging and conflict resolution."

SENTENCES: dict[str, tuple[str, str]] = {
    "Ruby": ("Worked with Ruby and PostgreSQL for three years.", "Experience with Ruby is required."),
    "Go": ("Built backend services in Go and gRPC.", "Experience with Go or Rust is required."),
    "Flask": ("Built a REST API with Flask.", "Experience with Django or Flask is required."),
    "Spring": ("Built Java services with Spring and Hibernate.", "Experience with Spring is required."),
    "indexing": ("Cut query times by indexing the orders table in PostgreSQL.", "You know SQL, indexing and query optimization."),
    "REST": ("Designed REST services for payments.", "Experience with REST and GraphQL is required."),
    "Postman": ("Tested the API with Postman.", "Experience with Postman or Insomnia is a plus."),
    "Insomnia": ("Tested APIs with Postman and Insomnia.", "You test APIs with Postman or Insomnia."),
    "branching": (BRANCHES, BRANCHES_ASKED),
    "merging": (BRANCHES, BRANCHES_ASKED),
    "conflict resolution": (BRANCHES, BRANCHES_ASKED),
    "authorization": ("Implemented authentication and authorization with OAuth.", "You know authentication and authorization."),
    "monitoring": ("Set up monitoring with Prometheus and Grafana.", "Experience with monitoring of production systems."),
    "profiling": ("Cut latency by profiling the Python service.", "Experience with profiling and performance optimization."),
    "Singleton": (PATTERNS, PATTERNS_ASKED),
    "Factory": (PATTERNS, PATTERNS_ASKED),
    "Observer": (PATTERNS, PATTERNS_ASKED),
    "collaboration": ("Known for close collaboration with designers.", "You bring strong collaboration skills."),
    "feedback": ("Gave and received feedback in code reviews.", "You give and take constructive feedback."),
    "online courses": ("Completed online courses on Udemy and Coursera.", "You keep learning through online courses."),
    "communities": ("Active in developer communities and meetups.", "You are active in open source communities."),
}
"""Names that are ordinary words too need a sentence of their own; all others are put into a common one."""
COMMON = ("Worked with {} for three years.", "You have experience with {}.")
KINDS: tuple[Kind, Kind] = ("resume", "posting")

MISSPELT = {
    "Graffana": "grafana",
    "Github Action": "github-actions",
    "JavaScrip": "javascript",
    "net core": "dotnet",
    "JWt": "jwt",
}

PLAIN = [
    ("ruby", "resume", "Wrote the billing service in Ruby."),
    ("flask", "resume", "Worked with Flask for three years."),
    ("go", "resume", "Wrote the gateway in Go."),
    ("go", "resume", "Three years of Go at Acme."),
    ("go", "posting", "You have 3+ years of Go."),
    ("rest-apis", "posting", "You have experience with REST."),
    ("insomnia", "resume", "Tested the API with Insomnia."),
    ("community-participation", "posting", "You take part in developer communities."),
]


def found(analyzer: Analyzer, text: str, kind: Kind) -> dict[str, str]:
    mentions = analyzer.extract(text, kind=kind).mentions
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    return {mention.skill.id: mention.text for mention in mentions}


@pytest.mark.parametrize(("skill_id", "name"), ARTICLE)
@pytest.mark.parametrize("kind", KINDS)
def test_a_skill_of_the_article_is_found_in_a_sentence_that_names_it(
    analyzer: Analyzer, kind: Kind, skill_id: str, name: str
) -> None:
    text = SENTENCES.get(name, COMMON)[KINDS.index(kind)].format(name)
    assert name in text
    assert skill_id in found(analyzer, text, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_article_s_list_is_found_as_a_list(analyzer: Analyzer, kind: Kind) -> None:
    plain = [(skill_id, name) for skill_id, name in ARTICLE if name not in SENTENCES]
    text = "Skills\n" + "\n".join(f"- {name}" for _, name in plain)
    assert {skill_id for skill_id, _ in plain} - set(found(analyzer, text, kind)) == set()


@pytest.mark.parametrize(("misspelt", "skill_id"), MISSPELT.items())
@pytest.mark.parametrize("kind", KINDS)
def test_a_misspelling_of_the_article_is_found_as_what_it_means(
    analyzer: Analyzer, kind: Kind, misspelt: str, skill_id: str
) -> None:
    for text in (COMMON[KINDS.index(kind)].format(misspelt), f"Skills: {misspelt}, Docker, Python", f"- {misspelt}"):
        assert found(analyzer, text, kind).get(skill_id) == misspelt, text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["Languages: Python, Java, G, C#", "Experience with G is required.", "Backend in G and Ruby"])
def test_a_bare_g_is_not_go(analyzer: Analyzer, kind: Kind, text: str) -> None:
    assert "go" not in found(analyzer, text, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text", ["Frameworks: Django, js, Laravel", "Experience with js is required.", "Skills: Python, JS, SQL"]
)
def test_a_bare_js_is_not_express(analyzer: Analyzer, kind: Kind, text: str) -> None:
    assert "express" not in found(analyzer, text, kind)


@pytest.mark.parametrize(("skill_id", "kind", "text"), PLAIN)
def test_an_ambiguous_name_is_found_where_a_person_sees_no_other_sense(
    analyzer: Analyzer, skill_id: str, kind: Kind, text: str
) -> None:
    assert skill_id in found(analyzer, text, kind)


@pytest.mark.parametrize(
    "text", ["We love Spring. Boot time is low.", "An open API. Design matters.", "We work in Spring.\nBoot times are low."]
)
def test_a_name_does_not_reach_over_the_end_of_a_sentence(analyzer: Analyzer, text: str) -> None:
    assert set(found(analyzer, text, "posting")) & {"spring-boot", "api-design"} == set()
