"""What to learn, in which order, for how long."""

from __future__ import annotations

import pytest

from skillgap.analyzer import Analyzer
from skillgap.comparison import compare
from skillgap.learning import MAX_STEPS, plan
from skillgap.model import LearningPlan, Posting, Related, Requirement, Resource, Resume, Skill
from skillgap.taxonomy import Taxonomy

from .comparison.conftest import SKILLS, SMALL, TODAY, asks, job, posting, resume, shows


def planned(shown: Resume, *asked: Requirement, taxonomy: Taxonomy = SMALL) -> LearningPlan:
    value: Posting = posting(*asked)
    return plan(compare(value, shown, taxonomy, today=TODAY), value, shown, taxonomy)


def names(found: LearningPlan) -> list[str]:
    return [step.skill.id for step in found.steps]


def without(found: LearningPlan) -> dict[str, str]:
    return {gap.requirement.label: gap.reason for gap in found.unplanned}


def test_nothing_to_learn_where_all_is_met() -> None:
    assert planned(resume([shows("kafka")]), asks("kafka")) == LearningPlan()


def test_most_points_an_hour_come_first() -> None:
    found = planned(resume(), asks("python"), asks("postgres"), asks("mysql", level="preferred"))
    assert names(found) == ["postgres", "python", "mysql"]
    rates = [step.gain / sum(step.hours) for step in found.steps if step.hours]
    assert rates == sorted(rates, reverse=True)


def test_the_hours_of_what_comes_before_count() -> None:
    """Docker alone takes 15 hours, but 45 with Linux."""
    assert names(planned(resume(), asks("docker"), asks("postgres"))) == ["postgres", "linux", "docker"]
    assert names(planned(resume([shows("linux")]), asks("docker"), asks("postgres"))) == ["docker", "postgres"]


def test_a_gap_that_needs_another_one_is_no_shortcut_to_it() -> None:
    """A long way to what takes an hour costs what all of it takes; points on the way count too."""
    asked = asks("kubernetes"), asks("docker"), asks("postgres")
    assert names(planned(resume([shows("linux")]), *asked)) == ["docker", "postgres", "kubernetes"]
    first = Skill("first", "First", "technology", "devops", "devops", hours=(100, 100))
    second = Skill("second", "Second", "technology", "devops", "devops", hours=(1, 1), prerequisites=("first",))
    third = Skill("third", "Third", "technology", "devops", "devops", hours=(10, 10))
    taxonomy = Taxonomy([first, second, third])
    required = [Requirement((skill,), "required", skill.name, 0, 10) for skill in taxonomy]
    assert names(planned(resume(), *required, taxonomy=taxonomy)) == ["third", "first", "second"]


def test_no_step_stands_before_what_it_needs_in_the_same_plan() -> None:
    taxonomy = Taxonomy.load()
    wanted = ("fastify", "typescript", "vitest", "junit", "mockito", "kubernetes", "terraform", "spring-boot", "nestjs")
    required = [Requirement((taxonomy[name],), "required", name, 0, 10) for name in wanted]
    found = names(planned(resume([shows("go")]), *required, taxonomy=taxonomy))
    for place, name in enumerate(found):
        assert not {skill.id for skill in taxonomy.prerequisites(name)} & set(found[place:]), name


@pytest.mark.parametrize(
    "wanted",
    [
        "java, jvm",
        "kotlin, jvm",
        "kubernetes, kubernetes-operators",
        "kubernetes, argo-cd",
        "spring-boot, spring-security",
        "django, django-rest-framework",
        "aws, aws-fargate",
        "docker, amazon-ecr",
        "laravel, eloquent",
        "javascript, typescript",
        "postgresql, postgis",
    ],
)
def test_a_gap_comes_after_the_gap_that_it_is_built_on(wanted: str) -> None:
    taxonomy = Taxonomy.load()
    base, built = wanted.split(", ")
    for order in ((base, built), (built, base)):
        required = [Requirement((taxonomy[name],), "required", name, 0, 10) for name in order]
        found = names(planned(resume([shows("mysql")]), *required, taxonomy=taxonomy))
        assert found.index(base) < found.index(built)


def test_what_comes_with_a_skill_and_is_not_asked_for_is_no_step() -> None:
    taxonomy = Taxonomy.load()
    required = Requirement((taxonomy["aws-fargate"],), "required", "AWS Fargate", 0, 10)
    assert "aws" not in names(planned(resume([shows("docker")]), required, taxonomy=taxonomy))


def test_a_first_step_names_what_is_built_on_it() -> None:
    taxonomy = Taxonomy.load()
    required = [Requirement((taxonomy[name],), "required", name, 0, 10) for name in ("kubernetes-operators", "kubernetes")]
    found = planned(resume([shows("mysql")]), *required, taxonomy=taxonomy)
    reasons = {step.skill.id: step.reason for step in found.steps}
    assert (reasons["linux"], reasons["docker"]) == ("needed for Docker", "needed for Kubernetes")


def test_a_certificate_is_an_exam_and_nothing_broad(analyzer: Analyzer) -> None:
    cv = "Jo Doe\n\nExperience\nDeveloper, Foo\n2020 - present\n- Haskell\n"
    found = analyzer.compare(cv, "Developer\n\nRequirements\n- Certified Kubernetes Administrator (CKA)\n- Monitoring\n").plan
    assert without(found) == {"CKA": "an exam to take", "Monitoring": "too broad for one step"}


def test_a_first_step_says_what_spares_its_hours(analyzer: Analyzer) -> None:
    cv = "Jo Doe\n\nExperience\nDeveloper, Foo\n2020 - present\n- web shops in PHP\n"
    found = analyzer.compare(cv, "Developer\n\nRequirements\n- Django\n").plan
    assert next(step.reason for step in found.steps if step.skill.id == "python") == "needed for Django; you know PHP"


@pytest.mark.parametrize(
    ("known", "asked", "language"),
    [
        ("Perl", "Flask", "python"),
        ("Ruby on Rails", "Django", "python"),  # a substitute for the framework spares what else it needs
        ("Erlang", "Ecto", "elixir"),
        ("C#", "Spring Boot", "java"),
    ],
)
def test_a_neighbour_of_a_language_spares_hours_and_no_step(known: str, asked: str, language: str, analyzer: Analyzer) -> None:
    assert language in _learned(known, asked, analyzer)


@pytest.mark.parametrize(
    ("known", "asked", "spared"),
    [
        ("Kotlin", "Spring Boot", "java"),  # who knows Kotlin had to learn Java
        ("TypeScript", "React", "javascript"),
        ("JSON", "GitHub Actions", "yaml"),  # a format is no language to learn
        ("Ruby on Rails", "Django", "sql"),
        ("Python", "Apache Kafka", "distributed-systems"),  # a tool is used without all its theory
        ("Python", "Istio", "microservices"),
        ("Python", "C++", "c"),
    ],
)
def test_what_is_only_a_help_is_no_step(known: str, asked: str, spared: str, analyzer: Analyzer) -> None:
    assert spared not in _learned(known, asked, analyzer)


def _learned(known: str, asked: str, analyzer: Analyzer) -> list[str]:
    cv = f"Jo Doe\n\nExperience\nDeveloper, Foo\n2020 - present\n- Programs with {known}\n"
    return names(analyzer.compare(cv, f"Developer\n\nRequirements\n- {asked}\n").plan)


def test_a_language_comes_before_what_is_written_in_it() -> None:
    taxonomy = Taxonomy.load()
    required = Requirement((taxonomy["junit"],), "required", "JUnit", 0, 10)
    assert names(planned(resume([shows("go")]), required, taxonomy=taxonomy)) == ["java", "junit"]


def test_of_alternatives_one_with_resources_is_chosen_unless_it_takes_twice_as_long() -> None:
    docs = Resource("Docs", "https://example.org/docs", "docs", "free", "there")
    with_docs = Skill("guided", "Guided", "technology", "devops", "devops", hours=(15, 15), resources=(docs,))
    short = Skill("short", "Short", "technology", "devops", "devops", hours=(10, 10))
    shorter = Skill("shorter", "Shorter", "technology", "devops", "devops", hours=(5, 5))
    taxonomy = Taxonomy([with_docs, short, shorter])
    either = Requirement((short, with_docs), "required", "either", 0, 10)
    assert names(planned(resume(), either, taxonomy=taxonomy)) == ["guided"]
    either = Requirement((shorter, with_docs), "required", "either", 0, 10)
    assert names(planned(resume(), either, taxonomy=taxonomy)) == ["shorter"]


def test_of_alternatives_the_whole_way_to_each_is_counted() -> None:
    """CloudFormation alone takes the fewest hours, but nobody writes it who does not know AWS."""
    taxonomy = Taxonomy.load()
    tools = tuple(taxonomy[name] for name in ("terraform", "aws-cloudformation", "pulumi"))
    either = Requirement(tools, "required", "either", 0, 10)
    assert names(planned(resume(), either, taxonomy=taxonomy)) == ["pulumi"]
    aws = Requirement((taxonomy["aws"],), "required", "AWS", 0, 10)
    found = names(planned(resume(), either, aws, taxonomy=taxonomy))
    assert found[-1] == "aws-cloudformation", "what comes before it is learned anyway"


def test_of_alternatives_one_that_another_gap_needs_is_learned_anyway() -> None:
    found = planned(resume([shows("linux")]), asks("kubernetes"), asks("go", "docker"))
    assert names(found) == ["docker", "kubernetes"]


@pytest.mark.parametrize(
    ("work", "chosen"),
    [
        ("Tasks\n- Run our Elasticsearch cluster", "Elasticsearch"),
        ("Our stack\n- PHP, Elasticsearch, Redis", "Elasticsearch"),
        ("About us\nOur search runs on Elasticsearch.", "Elasticsearch"),
        ("Tasks\n- Run our Solr cluster", "Apache Solr"),
        ("Tasks\n- Run our search, be it Elasticsearch or Solr", "Apache Solr"),
        ("Tasks\n- Run our search without Elasticsearch", "Apache Solr"),
        ("Benefits\n- Free tickets for the Elasticsearch meetup", "Apache Solr"),
        ("Tasks\n- Run our search", "Apache Solr"),
    ],
)
def test_of_alternatives_the_one_that_the_posting_works_with_is_chosen(work: str, chosen: str, analyzer: Analyzer) -> None:
    cv = "Jo Doe\n\nExperience\nDeveloper, Foo\n2020 - present\n- Haskell\n"
    found = analyzer.compare(cv, f"Developer\n\n{work}\n\nRequirements\n- PHP\n- Elasticsearch or Solr\n").plan
    assert chosen in {step.skill.name for step in found.steps}
    assert len({"Elasticsearch", "Apache Solr"} & {step.skill.name for step in found.steps}) == 1


@pytest.mark.parametrize(
    ("wish", "chosen"),
    [("Tools: Git, Elasticsearch (learning)", "Elasticsearch"), ("Tools: Git, Puppet (learning)", "Apache Solr")],
)
def test_of_alternatives_the_one_that_the_resume_wishes_for_is_chosen(wish: str, chosen: str, analyzer: Analyzer) -> None:
    cv = f"Jo Doe\n\nExperience\nDeveloper, Foo\n2020 - present\n- Haskell\n\nSkills\n{wish}\n"
    found = analyzer.compare(cv, "Developer\n\nRequirements\n- PHP\n- Elasticsearch or Solr\n").plan
    reasons = {step.skill.name: step.reason for step in found.steps}
    assert chosen in reasons
    assert ("wished for in your résumé" in reasons[chosen]) == (chosen == "Elasticsearch")


def test_what_an_ambiguous_word_may_name_is_not_planned() -> None:
    found = planned(resume([shows("mysql")], unsure=["postgres"]), asks("postgres"))
    assert (names(found), without(found)) == ([], {"PostgreSQL": "the résumé may name it"})


def test_what_a_skill_directly_needs_comes_before_it_and_no_whole_curriculum() -> None:
    found = planned(resume(), asks("kubernetes"))
    assert names(found) == ["docker", "kubernetes"]
    assert [step.reason for step in found.steps] == ["needed for Kubernetes", "required here"]
    assert [step.gain for step in found.steps] == [0, 100]


def test_what_is_asked_itself_keeps_its_points_as_a_first_step() -> None:
    found = planned(resume([shows("linux")]), asks("kubernetes"), asks("docker", level="preferred"))
    assert names(found) == ["docker", "kubernetes"]
    assert [step.gain for step in found.steps] == [20, 80]


def test_what_is_shown_implied_or_lies_before_what_is_shown_is_spared() -> None:
    assert names(planned(resume([shows("docker")]), asks("kubernetes"))) == ["kubernetes"]
    assert names(planned(resume([shows("python", "listed")]), asks("fastapi"))) == ["fastapi"]


def test_a_gap_is_planned_though_something_shown_builds_on_it() -> None:
    assert names(planned(resume([shows("kubernetes")]), asks("docker"))) == ["docker"]


def test_hours_are_less_by_what_carries_over() -> None:
    (step,) = planned(resume([shows("rabbitmq")]), asks("kafka")).steps
    assert (step.hours, step.reason, step.gain) == ((8, 16), "you know RabbitMQ", 40)


def test_a_good_substitute_spares_what_comes_before() -> None:
    assert names(planned(resume([shows("rabbitmq")]), asks("kafka"))) == ["kafka"]
    assert names(planned(resume([shows("go")]), asks("kafka"))) == ["queues", "kafka"]


def test_so_does_a_substitute_for_what_comes_before() -> None:
    podman = Skill("podman", "Podman", "technology", "devops", "devops")
    docker = Skill("docker", "Docker", "technology", "devops", "devops", related=(Related("podman", 0.8),), hours=(10, 20))
    kubernetes = Skill("kubernetes", "Kubernetes", "technology", "devops", "devops", prerequisites=("docker",), hours=(40, 80))
    taxonomy = Taxonomy([podman, docker, kubernetes])
    shown = resume([shows("go")])
    asked = Requirement((kubernetes,), "required", "Kubernetes", 0, 10)
    assert names(planned(shown, asked, taxonomy=taxonomy)) == ["docker", "kubernetes"]
    known = shows("go")
    evidence = type(known)(podman, "recent_job", ())
    assert names(planned(Resume(shown.document, (), {"podman": evidence}, shown.extraction), asked, taxonomy=taxonomy)) == [
        "kubernetes"
    ]


def test_of_alternatives_the_nearest_is_chosen() -> None:
    assert names(planned(resume([shows("rabbitmq")]), asks("python", "kafka"))) == ["kafka"]


def test_an_alternative_that_is_learned_anyway_is_not_learned_twice() -> None:
    found = planned(resume([shows("linux")]), asks("docker", "kubernetes"), asks("kubernetes"))
    assert names(found) == ["docker", "kubernetes"] or names(found) == ["kubernetes"]
    found = planned(resume(), asks("python", "postgres"), asks("python"))
    assert names(found) == ["python"]
    assert found.steps[0].gain == 100


def test_of_several_that_are_asked_the_open_ones_are_planned() -> None:
    found = planned(resume([shows("go")]), asks("go", "postgres", "python", at_least=3))
    assert names(found) == ["postgres", "python"]
    assert sum(step.gain for step in found.steps) == 66.7 or sum(step.gain for step in found.steps) == 66.8
    assert names(planned(resume([shows("go")]), asks("go", "postgres", "python", at_least=2))) == ["postgres"]


def test_years_that_are_short_are_no_gap_to_learn() -> None:
    first = job()
    found = planned(resume([shows("kafka", "recent_job", first)], [first]), asks("kafka", min_years=5))
    assert (found.steps, without(found)) == ((), {"Kafka, 5+ years": "only years are short"})


def test_where_years_are_asked_hours_earn_what_a_skill_without_them_does() -> None:
    found = planned(resume(), asks("python"), asks("kafka", min_years=8))
    assert {step.skill.id: (step.gain, step.reason) for step in found.steps if step.gain} == {
        "python": (50.0, "required here"),
        "kafka": (25.0, "required here; hours give none of the 8 years asked"),
    }


def test_nothing_for_soft_skills_and_generic_words() -> None:
    found = planned(resume(), asks("teamwork"), asks("testing"))
    assert found.steps == ()
    assert without(found) == {"teamwork": "hours do not teach it", "testing": "too broad for one step"}


def test_every_gap_has_a_step_or_a_reason() -> None:
    asked = [asks(name) for name in SKILLS if name not in {"linux", "kafka"}]
    found = planned(resume([shows("linux"), shows("kafka", "listed")]), *asked, asks("kafka"))
    assert {*names(found), *(gap.requirement.any_of[0].id for gap in found.unplanned)} >= set(SKILLS) - {"linux", "kafka"}
    assert not set(names(found)) & {gap.requirement.any_of[0].id for gap in found.unplanned}


def test_what_is_only_badly_backed_is_no_gap() -> None:
    assert planned(resume([shows("kafka", "listed")]), asks("kafka", min_years=5)) == LearningPlan()


def test_nothing_for_what_is_unsure_or_only_context() -> None:
    assert planned(resume(unsure=["go"]), asks("go"), asks("kafka", level="context")) == LearningPlan()


def test_without_hours_or_resources_none_are_invented() -> None:
    (step,) = planned(resume(), asks("go")).steps
    assert (step.hours, step.resources, step.proof) == (None, (), None)
    assert planned(resume(), asks("go")).hours == (0, 0)


def test_resources_are_those_of_the_taxonomy_documentation_first() -> None:
    book = Resource("Book", "https://example.org/book", "book", "paid", "there")
    docs = Resource("Docs", "https://example.org/docs", "docs", "free", "there")
    elm = Skill("elm", "Elm", "technology", "languages", "languages", resources=(book, docs), hours=(1, 2))
    (step,) = planned(resume(), Requirement((elm,), "required", "Elm", 0, 3), taxonomy=Taxonomy([elm])).steps
    assert step.resources == (docs, book)


def test_a_plan_is_not_endless_and_ends_with_a_gap() -> None:
    base = Skill("base", "base", "concept", "devops", "devops", hours=(1, 1))
    others = [Skill(f"s{n}", f"S{n}", "technology", "devops", "devops", hours=(10, 10)) for n in range(MAX_STEPS - 1)]
    last = Skill("zz", "Z", "technology", "devops", "devops", prerequisites=("base",), hours=(100, 100))
    asked = [Requirement((skill,), "required", skill.name, 0, 1) for skill in (*others, last)]
    found = planned(resume(), *asked, taxonomy=Taxonomy([base, *others, last]))
    assert len(found.steps) == MAX_STEPS - 1
    assert found.steps[-1].gain > 0
    assert without(found) == {"Z": f"after the first {MAX_STEPS - 1} steps"}


def test_hours_sum_up() -> None:
    assert planned(resume(), asks("kubernetes")).hours == (50, 100)
    assert SKILLS["kubernetes"].hours == (40, 80)
