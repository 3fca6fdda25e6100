"""Must-haves: expressions over skills become requirements, and say who meets what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.analyzer import Analyzer
from skillgap.batch import ask
from skillgap.errors import SkillgapError
from skillgap.model import Posting

TEXT = """\
Backend Engineer
Requirements
- 2+ years of Python
- PostgreSQL or MySQL
Nice to have
- Kafka
Not needed
- No Java needed
"""


@pytest.fixture(scope="module")
def posting(analyzer: Analyzer) -> Posting:
    return analyzer.read_posting(TEXT)


@pytest.mark.parametrize(
    ("expression", "labels"),
    [
        ("python", ["Python, 2+ years"]),
        ("Python and Go", ["Python, 2+ years", "Go"]),
        ("golang or rust", ["Go or Rust"]),
        ("python and (kafka or rabbitmq)", ["Python, 2+ years", "Apache Kafka or RabbitMQ"]),
        ("go and rust or scala", ["Go or Scala", "Rust or Scala"]),
        ("go AND rust OR scala", ["Go or Scala", "Rust or Scala"]),
        ("(go)", ["Go"]),
        ("((go or (rust)))", ["Go or Rust"]),
        ("spring boot and c++", ["Spring Boot", "C++"]),
        ('"spring boot" and "c#"', ["Spring Boot", "C#"]),
        ("go and go", ["Go"]),
        ("k8s or k8s", ["Kubernetes"]),
        ("mysql or postgres", ["MySQL or PostgreSQL"]),
        ("kafka", ["Apache Kafka"]),
        ("java", ["Java"]),
        ("(go or rust) and (scala or kotlin)", ["Go or Rust", "Scala or Kotlin"]),
    ],
)
def test_an_expression_is_a_list_of_must_haves(posting: Posting, analyzer: Analyzer, expression: str, labels: list[str]) -> None:
    assert list(ask(posting, analyzer.skill, [expression]).labels) == labels


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("pyton", "pyton: no such skill in the taxonomy; did you mean Python"),
        ("go, kafka", "no such skill: go, kafka; only `and` and `or` join names; write it as: python and (kafka or rabbitmq)"),
        ("go & kafka", "no such skill: go & kafka; only `and` and `or` join names"),
        ("not go", "`not` is not understood, only `and` and `or`; write it as: python and (kafka or rabbitmq)"),
        ("python and not (go)", "`not` is not understood"),
        ("python kafka", "Between two skills put `and` or `or`"),
        ("spring bot", "spring bot: no such skill in the taxonomy; did you mean Spring Boot"),
        ('""', '"": no such skill in the taxonomy'),
        ("python and", "a skill is missing behind 'and'"),
        ("or python", "a skill is missing in it"),
        ("", "a skill is missing in it"),
        ("()", "a skill is missing behind '('"),
        ("python and (kafka", "a parenthesis is not closed"),
        ("python)", "')' is one too many"),
        ('"python', "a quotation mark is not closed"),
        ("python (kafka)", "'(' is one too many"),
        ('"go" "rust"', "`and` or `or` is missing before 'rust'"),
        (" or ".join(f"(go and rust and scala and kotlin{' ' * n})" for n in range(4)), "more than 32 must-haves"),
    ],
)
def test_what_is_no_expression_is_told(posting: Posting, analyzer: Analyzer, expression: str, said: str) -> None:
    with pytest.raises(SkillgapError) as caught:
        ask(posting, analyzer.skill, [expression])
    assert said in str(caught.value)


def test_without_expressions_what_is_required_is_a_must(posting: Posting, analyzer: Analyzer) -> None:
    asked = ask(posting, analyzer.skill)
    assert asked.labels == ("Python, 2+ years", "PostgreSQL or MySQL")
    assert asked.posting == posting


def test_where_nothing_is_required_what_is_scored_is_a_must(analyzer: Analyzer) -> None:
    wishes = analyzer.read_posting("Nice to have\n- Kafka\n- Redis\n")
    assert ask(wishes, analyzer.skill).labels == ("Apache Kafka", "Redis")


def test_a_must_have_is_required_once_and_counts_in_the_score(posting: Posting, analyzer: Analyzer) -> None:
    changed = ask(posting, analyzer.skill, ["kafka and go and java"]).posting
    levels = {r.label: r.level for r in changed.requirements if r.level != "context"}
    assert levels == {
        "Python, 2+ years": "required",
        "PostgreSQL or MySQL": "required",
        "Apache Kafka": "required",
        "Go": "required",
        "Java": "required",
    }
    with_go, without = "Skills: Python, MySQL, Kafka, Java, Go", "Skills: Python, MySQL, Kafka, Java"
    assert (analyzer.compare(with_go, changed).score or 0) > (analyzer.compare(without, changed).score or 0)


def test_a_must_have_is_quoted_from_where_it_was_said(posting: Posting, analyzer: Analyzer) -> None:
    changed = ask(posting, analyzer.skill, ["go or rust", "scala"]).posting
    for requirement in changed.requirements:
        assert changed.document.text[requirement.start : requirement.end] == requirement.quote
    assert changed.requirements[-1].quote == "must-have: Scala"


def test_years_are_a_must_and_the_more_exact_word(posting: Posting, analyzer: Analyzer) -> None:
    asked = ask(posting, analyzer.skill, ["python"], {"python": 5, "golang": 1.5})
    assert asked.labels == ("Python, 5+ years", "Go, 1.5+ years")


@pytest.mark.parametrize("years", [0, -1, 61, float("nan"), float("inf")])
def test_years_are_years(posting: Posting, analyzer: Analyzer, years: float) -> None:
    with pytest.raises(SkillgapError, match="years; give a number above 0 and at most 60, as python=3"):
        ask(posting, analyzer.skill, (), {"python": years})


def test_another_must_have_is_another_posting(posting: Posting, analyzer: Analyzer) -> None:
    identities = {
        ask(posting, analyzer.skill, must, years).posting.identity
        for must, years in [((), {}), (["python"], {}), (["go"], {}), ((), {"python": 3}), (["go"], {"python": 3})]
    }
    assert len(identities) == 5


_SKILLS = st.sampled_from(["go", "rust", "scala", "kotlin"])
_TREES = st.recursive(_SKILLS, lambda inner: st.tuples(st.sampled_from(["and", "or"]), inner, inner), max_leaves=5)


@given(tree=_TREES, have=st.sets(_SKILLS))
def test_an_expression_holds_where_it_says_so(analyzer: Analyzer, posting: Posting, tree: object, have: set[str]) -> None:
    def written(node: object) -> str:
        return node if isinstance(node, str) else f"({written(node[1])} {node[0]} {written(node[2])})"  # type: ignore[index]

    def holds(node: object) -> bool:
        if isinstance(node, str):
            return node in have
        sides = (holds(node[1]), holds(node[2]))  # type: ignore[index]
        return all(sides) if node[0] == "and" else any(sides)  # type: ignore[index]

    asked = ask(posting, analyzer.skill, [written(tree)])
    ids = {analyzer.skill(name).id for name in have}
    scored = [r for r in asked.posting.requirements if r.level in {"required", "preferred"}]
    musts = [scored[place] for place in asked.musts]
    assert all(any(skill.id in ids for skill in must.any_of) for must in musts) == holds(tree)
