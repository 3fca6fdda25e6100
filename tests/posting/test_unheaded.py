"""A list that asks though no known heading says so asks in all its items; what only tells stays context."""

import pytest

from skillgap import Analyzer
from tests.posting import rows

HEADING = "Acme Ltd, Leeds\nWe look after twelve services.\n\nThings on the table\n"
"""A heading that nobody knows."""

ASKING = [
    ("- 4+ years of Java\n- Solid SQL\n- Docker and Git\n- Some Terraform", {"Java", "SQL", "Docker", "Git", "Terraform"}),
    (
        "* Experience with Kotlin\n* Redis, or Valkey\n* You know Linux\n* Jenkins as a given",
        {"Kotlin", "Redis", "Linux", "Jenkins"},
    ),
    (
        "2.1 A degree, or practice\n2.2 At least three years of Go\n2.3 PostgreSQL or MySQL\n2.4 Good knowledge of Docker"
        "\n2.5 Terraform.",
        {"Go", "PostgreSQL", "Docker", "Terraform"},
    ),
    ("Proficient in PHP\nGit\nFamiliar with Symfony\n", {"PHP", "Git", "Symfony"}),
    ("Kotlin: 4 years, ideally 6.\nRedis: you have seen it from the inside.\nGit: the basics.", {"Kotlin", "Redis", "Git"}),
    (
        "1) Kotlin, no alternative\n2) Spring Boot or Quarkus\n3) nice: Podman\n4) Gradle, Maven or similar",
        {"Kotlin", "Spring Boot", "Gradle"},
    ),
    ("One of Perl, Python or Ruby.\nDocker or Podman in practice.\nUse of Jenkins is an asset.", {"Perl", "Docker"}),
    ("- Angular or React\n- Git\n- Redis is a plus", {"Angular", "Git"}),
    ("- A database such as MySQL or PostgreSQL\n- Docker, ideally with Podman\n- Git", {"MySQL", "Docker", "Git"}),
    ("Data: MySQL or PostgreSQL\nPages: Angular or React", {"MySQL", "Angular"}),
    ("Strong Linux administration, with Ansible\nDocker or Podman for services", {"Linux administration", "Docker"}),
    ("- Experience with C#\n- Continuous integration, whichever: TeamCity\n- Comfortable with SQL", {"C#", "TeamCity", "SQL"}),
]
TELLING = [
    ("- 4+ years of Java\n- Solid SQL\n- Our builds run on Jenkins", {"Jenkins"}),
    ("- 4+ years of Java\n- Solid SQL\n- You will get a course in Rust", {"Rust"}),
    ("- 4+ years of Java\n- Solid SQL\n- The old shop is written in PHP", {"PHP"}),
    ("- 4+ years of Java\n- Jenkins\n- Docker\n- Helm", {"Jenkins", "Docker"}),
    ("- Build pipelines with Jenkins\n- Operate Kafka\n- Write Terraform", {"Jenkins", "Apache Kafka", "Terraform"}),
    ("Proficient in PHP\nFamiliar with Symfony\nJenkins", {"Jenkins"}),
    (
        "- Good documentation of our APIs\n- Deep analysis of slow queries\n- Moving from Jenkins to TeamCity",
        {"Jenkins", "TeamCity"},
    ),
    ("- Strong team of 20\n- Solid financing\n- Java and Kafka in the backend", {"Java", "Apache Kafka"}),
    ("- 25 years of experience in banking\n- Experience that counts\n- Kubernetes and AWS", {"Kubernetes", "AWS"}),
    ("- Experienced colleagues\n- Good test coverage\n- Kotlin, Spring Boot", {"Kotlin", "Spring Boot"}),
    ("Team: good people.\nContract: 2 years.\nDatabase: PostgreSQL", {"PostgreSQL"}),
    ("Kafka: some 40 topics\nRedis: you have it in each service\nJenkins: good old builds", {"Apache Kafka", "Redis", "Jenkins"}),
    ("- Your laptop: Linux or Windows\n- Solid SQL\n- Jenkins or TeamCity runs", {"Linux", "Jenkins"}),
    (
        "What our customers run\n- Oracle or MySQL\n- Java or .NET\n- Windows Server or Linux",
        {"Oracle Database", "Java", "Linux"},
    ),
    ("- Moving jobs from Jenkins, ideally to GitLab CI\n- Dashboards in Grafana, preferably in code", {"Jenkins", "Grafana"}),
    ("- Kotlin or Scala, still to be decided\n- Jenkins or TeamCity\n- MySQL", {"Kotlin", "Jenkins", "MySQL"}),
    ("- Jenkins or TeamCity?\n- Docker or Podman?\n- MySQL", {"Jenkins", "Docker", "MySQL"}),
    ("- Jenkins or TeamCity migrations\n- Docker or Podman images\n- MySQL", {"Jenkins", "Docker", "MySQL"}),
    ("- Our Redis cache is a plus\n- Jenkins or TeamCity\n- MySQL", {"Redis", "Jenkins", "MySQL"}),
    ("You can work from home.\nPostgreSQL and Kafka hold the data.\nYou have a mentor.", {"PostgreSQL", "Apache Kafka"}),
]
KNOWN = ["What you will do", "About us"]


def _levels(analyzer: Analyzer, text: str) -> dict[str, str]:
    return {skill.name: each.level for each in rows.read(analyzer, text).requirements for skill in each.any_of}


@pytest.mark.parametrize(("items", "names"), ASKING)
def test_bare_items_among_some_that_ask_ask_too(analyzer: Analyzer, items: str, names: set[str]) -> None:
    levels = _levels(analyzer, HEADING + items)
    assert {name for name in names if levels.get(name) == "required"} == names


@pytest.mark.parametrize("head", [HEADING, *(f"{known}\n" for known in KNOWN)])
@pytest.mark.parametrize(("items", "names"), TELLING)
def test_what_tells_or_stands_among_too_few_that_ask_does_not(analyzer: Analyzer, head: str, items: str, names: set[str]) -> None:
    levels = _levels(analyzer, head + items)
    assert {name for name in names if levels.get(name) == "required"} == set()


def test_choices_in_what_is_said_to_be_the_company_or_the_work_are_no_sign(analyzer: Analyzer) -> None:
    for known in KNOWN:
        levels = _levels(analyzer, f"{known}\n- Jenkins or TeamCity\n- Docker or Podman\n- MySQL or PostgreSQL")
        assert set(levels.values()) == {"context"}


def test_an_item_of_a_list_is_no_title(analyzer: Analyzer) -> None:
    text = "- Move services to Kotlin or Scala\n- Run them with Podman\n- Talk to us"
    assert set(_levels(analyzer, text).values()) == {"context"}


@pytest.mark.parametrize(
    "head", ["Mandatory: any one of the below", "You have used at least one of", "Required: one of the following"]
)
def test_a_choice_may_stand_below_its_count_name_by_name(analyzer: Analyzer, head: str) -> None:
    below = f"Backend Engineer\n\n{head}\nJenkins\nTeamCity\nBamboo\nAlso mandatory: Docker"
    asked = {frozenset(skill.name for skill in each.any_of) for each in analyzer.read_posting(below).requirements}
    assert frozenset({"Jenkins", "TeamCity", "Bamboo"}) in asked


@pytest.mark.parametrize("below", ["Docker and Podman\nTeamCity: we have it", "\nDocker\nPodman", "- Docker\n\nWe run Podman"])
def test_what_is_more_than_a_name_or_stands_apart_is_none_of_it(analyzer: Analyzer, below: str) -> None:
    text = f"Backend Engineer\n\nMandatory: any one of the below\n{below}"
    assert all(len(each.any_of) == 1 for each in analyzer.read_posting(text).requirements)


def test_where_a_heading_asks_for_technologies_it_decides(analyzer: Analyzer) -> None:
    below = "- Experience with Java in the field\n- Solid SQL\n- Jenkins\n\nRequirements\n- Kotlin"
    assert _levels(analyzer, HEADING + below)["Jenkins"] == "context"


def test_sentences_in_a_paragraph_are_no_list(analyzer: Analyzer) -> None:
    text = "About us\nYou know Java. Jenkins, from dawn to dusk. You know SQL."
    assert _levels(analyzer, text)["Jenkins"] == "context"


@pytest.mark.parametrize(
    ("behind", "level"),
    [("Nice to have\n- Helm", "required"), ("Not needed\n- Helm", "required"), ("We offer\n- Helm", "context")],
)
def test_right_before_what_is_preferred_or_not_needed_one_item_that_asks_is_enough(
    analyzer: Analyzer, behind: str, level: str
) -> None:
    items = "- Two years of Java\n- Docker and Git\n- Redis or so\n- Terraform\n- Kafka\n- Nginx\n- Our builds run on Jenkins"
    levels = _levels(analyzer, f"{HEADING}{items}\n\n{behind}\n")
    assert {levels[name] for name in ("Docker", "Git", "Redis", "Terraform", "Apache Kafka", "Nginx")} == {level}
    assert levels["Jenkins"] == "context"
