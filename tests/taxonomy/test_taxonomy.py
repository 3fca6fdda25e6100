"""The taxonomy as the rest of skillgap asks it: by id, by name, by relation."""

from __future__ import annotations

import pytest

from skillgap.taxonomy import Taxonomy

from .conftest import Make


@pytest.fixture
def small(make: Make) -> Taxonomy:
    return make("""
        - id: framework
          aliases: [The Frame]
          typos: [Framwork]
          weak: [FW]
          implies: [language]
          prerequisites: [basics, language]
          related: {rival: 0.6, dialect: {share: 0.8, one_way: true}}
        - id: language
          implies: [dialect]
          broader: [idea]
          prerequisites: [basics]
        - id: basics
        - id: dialect
        - id: rival
          broader: [idea]
        - id: idea
          broader: [science]
        - id: science
    """)


@pytest.mark.parametrize("name", ["framework", "Framework", "FRAMEWORK", "the frame", "The-Frame", "theframe", "Framwork", "fw"])
def test_a_skill_is_found_by_id_name_alias_misspelling_and_weak_form(small: Taxonomy, name: str) -> None:
    found = small.find(name)
    assert found is not None
    assert found.id == "framework"


@pytest.mark.parametrize("name", ["", "frame", "nothing"])
def test_what_is_no_name_is_not_found(small: Taxonomy, name: str) -> None:
    assert small.find(name) is None


def test_a_name_goes_before_the_alias_of_another(make: Make) -> None:
    taxonomy = make("- id: alpha\n  aliases: [Beta]\n- id: beta")
    found = taxonomy.find("BETA")
    assert found is not None
    assert found.id == "beta"


def test_it_is_a_collection_of_its_skills(small: Taxonomy) -> None:
    assert len(small) == len(list(small)) == 7
    assert "framework" in small
    assert "The Frame" not in small
    assert small["basics"].name == "Basics"
    assert small.get("nothing") is None
    with pytest.raises(KeyError):
        small["nothing"]


def test_implied_skills_come_with_the_shortest_path(small: Taxonomy) -> None:
    paths = {target: [skill.id for skill in path] for target, path in small.implied("framework").items()}
    assert paths == {"language": ["framework", "language"], "dialect": ["framework", "language", "dialect"]}
    assert small.implied("basics") == {}


def test_a_technology_shows_the_concept_that_it_is_an_instance_of(taxonomy: Taxonomy) -> None:
    assert [skill.id for skill in taxonomy.implied("kafka" if "kafka" in taxonomy else "apache-kafka")["message-queues"]][
        -1
    ] == "message-queues"


def test_a_broader_technology_is_not_shown_by_a_narrower_one(small: Taxonomy) -> None:
    assert "idea" not in small.implied("rival")


def test_a_cycle_of_implications_ends(make: Make) -> None:
    taxonomy = make("- id: alpha\n  implies: [beta]\n- id: beta\n  implies: [alpha]")
    assert list(taxonomy.implied("alpha")) == ["beta"]
    assert [
        skill.id
        for skill in make("- id: alpha\n  prerequisites: [beta]\n- id: beta\n  prerequisites: [alpha]").prerequisites("alpha")
    ] == ["beta"]


def test_prerequisites_come_first_things_first(small: Taxonomy) -> None:
    assert [skill.id for skill in small.prerequisites("framework")] == ["basics", "language"]
    assert small.prerequisites("basics") == []


def test_prerequisites_of_all_skills_stand_after_their_own(taxonomy: Taxonomy) -> None:
    for skill in taxonomy:
        order = [needed.id for needed in taxonomy.prerequisites(skill.id)]
        assert len(order) == len(set(order))
        for position, needed in enumerate(order):
            assert set(taxonomy[needed].prerequisites) <= set(order[:position]), (skill.id, needed)


def test_narrower_is_the_other_side_of_broader(small: Taxonomy, taxonomy: Taxonomy) -> None:
    assert [skill.id for skill in small.narrower("idea")] == ["language", "rival"]
    assert [skill.id for skill in small.narrower("science")] == ["idea"]
    assert small.narrower("basics") == ()
    for skill in taxonomy:
        assert all(skill in taxonomy.narrower(parent) for parent in skill.broader)


def test_a_related_share_holds_in_both_directions(small: Taxonomy) -> None:
    assert small["framework"].share_from("rival") == small["rival"].share_from("framework") == 0.6


def test_a_one_way_share_carries_over_to_the_named_skill_only(small: Taxonomy) -> None:
    assert small["dialect"].share_from("framework") == 0.8
    assert small["framework"].share_from("dialect") is None


def test_a_share_stated_on_both_sides_is_each_side_s_own(make: Make) -> None:
    taxonomy = make(
        "- id: alpha\n  related: {beta: {share: 0.5, one_way: true}}\n- id: beta\n  related: {alpha: {share: 0.9, one_way: true}}"
    )
    assert taxonomy["beta"].share_from("alpha") == 0.5
    assert taxonomy["alpha"].share_from("beta") == 0.9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("postgre", "postgresql"),
        ("kuberntes", "kubernetes"),
        ("Pyhton", "python"),
        ("k8s", "kubernetes"),
        ("java script", "javascript"),
        ("grafna", "grafana"),
        ("message queue", "message-queues"),
        ("C++", "cpp"),
        ("c", "c"),
        ("go", "go"),
        ("r", "r"),
        ("sql", "sql"),
        ("react native", "react-native"),
        ("rabit mq", "rabbitmq"),
        ("machine lerning", "machine-learning"),
    ],
)
def test_search_finds_first_what_is_meant(taxonomy: Taxonomy, text: str, expected: str) -> None:
    hits = taxonomy.search(text)
    assert hits[0][0].id == expected, [(skill.id, form, score) for skill, form, score in hits]


def test_search_is_bounded_ordered_and_each_skill_stands_once(taxonomy: Taxonomy) -> None:
    hits = taxonomy.search("sql", limit=5)
    assert len(hits) == len({skill.id for skill, _, _ in hits}) == 5
    assert [score for _, _, score in hits] == sorted((score for _, _, score in hits), reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "qqqqzzzzxxxx", "☃", "foobar", "kjdhfg", "comapre"])
def test_search_for_nothing_like_it_finds_nothing(taxonomy: Taxonomy, text: str) -> None:
    assert taxonomy.search(text) == []


def test_search_suggests_nothing_silly(make: Make) -> None:
    names = "data-modeling analytical-thinking linq apis web-development ibm-mq object-oriented-programming r speech-recognition"
    taxonomy = make("\n".join(f"- id: {name}" for name in names.split()))
    assert [taxonomy.search(text) for text in ("linkerd", "linkrd", "ebpf", "Foobar")] == [[], [], [], []]
